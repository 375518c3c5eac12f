/**
 * The only door to Neo4j, for the server, the importers and the checks.
 *
 * Plain values come out: integers are numbers, dates are the ISO strings the model stores, nodes are never handed on
 * (statements return maps). Driver errors pass through as they are; `server/src/errors.ts` turns them into ours.
 */
import neo4j, { type Driver, type QueryResult, type RecordShape } from 'neo4j-driver'
import { Versions } from './versions.ts'

export type Connection = {
  readonly uri: string
  readonly user: string
  readonly password: string
  readonly database?: string | undefined
}

export type Parameters = Readonly<Record<string, unknown>>

export type StatementOptions = {
  /** Name of the statement or operation, for the database's own query log and ours. */
  readonly name?: string
  readonly requestId?: string
  /** Ends the statement in the database after this time; without it the database's own limit holds. */
  readonly timeoutMs?: number
  /** Ends the statement in the database when it fires; the read then rejects. */
  readonly signal?: AbortSignal | undefined
}

/** What a write changed; all zero means that it changed nothing. */
export type Changes = {
  readonly nodesCreated: number
  readonly nodesDeleted: number
  readonly relationshipsCreated: number
  readonly relationshipsDeleted: number
  readonly propertiesSet: number
  readonly labelsAdded: number
}

export type Write = (statement: string, parameters?: Parameters) => Promise<{ rows: RecordShape[]; changes: Changes }>

export type Db = {
  /** Runs one reading statement in its own transaction; rows in the statement's order. */
  read<Row extends RecordShape = RecordShape>(
    statement: string,
    parameters?: Parameters,
    options?: StatementOptions,
  ): Promise<Row[]>
  /**
   * Rows of one reading statement as they come, in the statement's order, for results too large to hold: the database goes
   * on only as the rows are taken. Leaving the loop, or the signal, ends the statement in the database.
   */
  stream<Row extends RecordShape = RecordShape>(
    statement: string,
    parameters?: Parameters,
    options?: StatementOptions,
  ): AsyncIterable<Row>
  /** Runs writing statements in one transaction: all of them or none. Retried by the driver on passing failures. */
  write<Result>(work: (run: Write) => Promise<Result>, options?: StatementOptions): Promise<Result>
  /** Runs what Neo4j wants in a transaction of its own: a schema command, or a statement that commits in parts. */
  runSchema(statement: string): Promise<void>
  /** Resolves when the database answers a query; rejects with the driver's error otherwise. */
  ping(): Promise<void>
  /**
   * Version of the graph: a text that changes with every commit, whoever made it. One read at most `maxAgeMs` ago will do,
   * but a write through this door moves it at once. Rejects with the driver's error where the database does not answer.
   */
  version(maxAgeMs: number): Promise<string>
  /** A mark of the last commit by anybody: the same as long as nothing changes, after a restart too. */
  lastCommit(): Promise<string>
  /** Tells a listener of each statement sent, until the returned function is called. */
  onStatement(listener: (statement: string) => void): () => void
  close(): Promise<void>
}

/** Rows of a stream under way at a time: the driver asks for more when fewer than a third of them wait. */
const STREAM_FETCH_SIZE = 400

/** A number that goes to the database as a double though it is whole. */
export class Double {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** JavaScript has one kind of number, Cypher two: whole ones go as integers, so that LIMIT and properties keep their type. */
function toCypher(value: unknown): unknown {
  if (value instanceof Double) return value.value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value
  if (Array.isArray(value)) return value.map(toCypher)
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toCypher(one)]))
  }
  return value
}

/** Whether a failure passes by itself: the database was away or busy, or a lock was lost to another. */
export const isPassing = (error: unknown): boolean => error instanceof neo4j.Neo4jError && neo4j.isRetryableError(error)

const changesOf = (result: QueryResult): Changes => {
  const counters = result.summary.counters.updates()
  return {
    nodesCreated: counters.nodesCreated,
    nodesDeleted: counters.nodesDeleted,
    relationshipsCreated: counters.relationshipsCreated,
    relationshipsDeleted: counters.relationshipsDeleted,
    propertiesSet: counters.propertiesSet,
    labelsAdded: counters.labelsAdded,
  }
}

/** Opens a pool of connections; nothing is sent before the first statement. */
export function connect({ uri, user, password, database = 'neo4j' }: Connection): Db {
  const driver: Driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    maxConnectionPoolSize: 50,
    connectionTimeout: 10_000,
    connectionAcquisitionTimeout: 15_000,
    // Seconds of retrying on a passing failure: a page waits no longer.
    maxTransactionRetryTime: 10_000,
    userAgent: 'followthrough',
  })
  // On one server an auto-commit read saves a round trip; behind routing the driver's retries are worth it.
  const isRouted = uri.startsWith('neo4j')
  const listeners = new Set<(statement: string) => void>()
  const tell = (statement: string): void => {
    for (const listener of listeners) listener(statement)
  }
  const lastCommit = async (): Promise<string> => {
    const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
    try {
      await session.run('RETURN 1')
      return session.lastBookmarks().join()
    } finally {
      await session.close()
    }
  }
  const versions = new Versions(lastCommit)
  const configOf = ({ name, requestId, timeoutMs }: StatementOptions) => ({
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    metadata: {
      app: 'followthrough',
      ...(name === undefined ? {} : { name }),
      ...(requestId === undefined ? {} : { requestId }),
    },
  })

  return {
    async read<Row extends RecordShape>(
      statement: string,
      parameters: Parameters = {},
      options: StatementOptions = {},
    ): Promise<Row[]> {
      const { signal } = options
      signal?.throwIfAborted()
      tell(statement)
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
      // Closing a session resets its connection, which ends what runs on it.
      const leave = (): void => void session.close()
      signal?.addEventListener('abort', leave)
      try {
        const result = isRouted
          ? await session.executeRead((tx) => tx.run(statement, toCypher(parameters) as Parameters), configOf(options))
          : await session.run(statement, toCypher(parameters) as Parameters, configOf(options))
        return result.records.map((record) => record.toObject() as Row)
      } finally {
        signal?.removeEventListener('abort', leave)
        await session.close()
      }
    },

    async *stream<Row extends RecordShape>(
      statement: string,
      parameters: Parameters = {},
      options: StatementOptions = {},
    ): AsyncGenerator<Row, void, undefined> {
      const { signal } = options
      signal?.throwIfAborted()
      tell(statement)
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ, fetchSize: STREAM_FETCH_SIZE })
      const leave = (): void => void session.close()
      signal?.addEventListener('abort', leave)
      try {
        // Not retried where it is routed: rows that were handed on cannot be taken back.
        for await (const record of session.run(statement, toCypher(parameters) as Parameters, configOf(options)))
          yield record.toObject() as Row
      } finally {
        signal?.removeEventListener('abort', leave)
        await session.close()
      }
    },

    async write<Result>(work: (run: Write) => Promise<Result>, options: StatementOptions = {}): Promise<Result> {
      const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
      try {
        return await session.executeWrite(
          (tx) =>
            work(async (statement, parameters = {}) => {
              tell(statement)
              const result = await tx.run(statement, toCypher(parameters) as Parameters)
              return { rows: result.records.map((record) => record.toObject()), changes: changesOf(result) }
            }),
          configOf(options),
        )
      } finally {
        versions.moved()
        await session.close()
      }
    },

    async runSchema(statement: string): Promise<void> {
      tell(statement)
      const session = driver.session({ database, defaultAccessMode: neo4j.session.WRITE })
      try {
        await session.run(statement)
      } finally {
        versions.moved()
        await session.close()
      }
    },

    async ping(): Promise<void> {
      const session = driver.session({ database, defaultAccessMode: neo4j.session.READ })
      try {
        await session.run('RETURN 1')
      } finally {
        await session.close()
      }
    },

    version: (maxAgeMs) => versions.current(maxAgeMs),

    lastCommit,

    onStatement(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },

    close: () => driver.close(),
  }
}
