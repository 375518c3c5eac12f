/** What integration tests share: an emptied test database, and questions asked as a client asks them. */
import pino from 'pino'
import { inject } from 'vitest'
import { connect, type Db } from '../../graph/db/index.ts'
import { createServer, type Server } from '../src/app.ts'

/** Opens the test database. Refuses one that is not marked as a test's, since tests empty it. */
export async function openTestDb(): Promise<Db> {
  const db = connect(inject('neo4j'))
  const [mark] = await db.read("MATCH (v:SchemaVersion {id: 'test-database'}) RETURN v.id AS id")
  if (mark === undefined) throw new Error('This database is not marked as a test database; its data is left alone.')
  return db
}

/** Takes everything out but the mark. */
export async function empty(db: Db): Promise<void> {
  await db.write((run) => run('MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n'))
}

export type Answer = {
  readonly data: Record<string, unknown> | null
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[]
  /** Statements sent to the database for it. */
  readonly statements: number
}

export const TODAY = '2026-11-24'

export async function openTestServer(
  db: Db,
): Promise<{ server: Server; ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer> }> {
  const server = await createServer({
    db,
    config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600 },
    logger: pino({ level: 'silent' }),
    clock: () => new Date(`${TODAY}T12:00:00Z`),
  })
  return {
    server,
    ask: async (query, variables = {}) => {
      let statements = 0
      const off = db.onStatement(() => {
        statements += 1
      })
      const { body } = await server.apollo.executeOperation(
        { query, variables },
        { contextValue: server.createContext() },
      )
      off()
      if (body.kind !== 'single') throw new Error('Expected one answer')
      const { data, errors } = body.singleResult
      return {
        data: (data as Record<string, unknown> | null | undefined) ?? null,
        errors: (errors ?? []) as unknown as Answer['errors'],
        statements,
      }
    },
  }
}
