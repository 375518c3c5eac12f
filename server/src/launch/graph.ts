/** The graph for a server or a command: the user's own Neo4j, a running server's, or an engine started for it. */
import type { Logger } from 'pino'
import { connect, type Connection, type Db } from '../../../graph/db/index.ts'
import { DataFolder, Engine, FolderInUseError, LaunchError } from '../../../graph/engine/index.ts'
import {
  applySchema,
  isBuiltInOutdated,
  isEmpty,
  isRestoreUnfinished,
  loadBuiltIn,
  migrate,
} from '../../../graph/index.ts'
import { ID_PREFIX } from '../../../graph/model/index.ts'
import type { Config } from '../config.ts'
import { linkGraph } from '../links/store.ts'
import { suggestInGraph } from '../links/suggestion-store.ts'
import type { Stages } from './stages.ts'

export type OpenGraph = {
  readonly db: Db
  /** Tells commands and second starts where the page is. */
  publish(address: string): Promise<void>
  close(): Promise<void>
  /** Whether it is a running server's. */
  readonly isAttached?: boolean
}

/** The State whose recommendations come built in; others are linked by their import. */
const BUILT_IN_STATE = `${ID_PREFIX.State}:KHM`

/** Times a database that ended by itself is started again before the server gives up on it. */
const MAX_RESTARTS = 3

async function connectToOwn({ neo4j, database }: Config): Promise<OpenGraph> {
  if (neo4j === null) throw new Error("No Neo4j of the user's own is set")
  const db = connect({ ...neo4j, database })
  try {
    await db.ping()
  } catch (error) {
    await db.close()
    const { code, message } = error as { code?: string; message?: string }
    throw new LaunchError(
      code === 'Neo.ClientError.Security.Unauthorized'
        ? `The database at ${neo4j.uri} refuses the user "${neo4j.user}" with this password. Check NEO4J_USER and NEO4J_PASSWORD.`
        : code?.startsWith('Neo.ClientError.Database') === true
          ? `The server at ${neo4j.uri} has no database "${database}". Check NEO4J_DATABASE.`
          : `The database at ${neo4j.uri} does not answer (${(message ?? '').split('\n')[0] ?? ''}). Check NEO4J_URI and that it runs.`,
      { cause: error },
    )
  }
  return { db, publish: async () => {}, close: () => db.close() }
}

/** A door that stays the same while the database behind it is started again on another port. */
function movable(first: Connection): { db: Db; move: (to: Connection) => Promise<void> } {
  let current = connect(first)
  const listeners = new Set<(statement: string) => void>()
  return {
    db: {
      read: (...args) => current.read(...args),
      stream: (...args) => current.stream(...args),
      write: (...args) => current.write(...args),
      runSchema: (...args) => current.runSchema(...args),
      ping: () => current.ping(),
      version: (maxAgeMs) => current.version(maxAgeMs),
      lastCommit: () => current.lastCommit(),
      onStatement: (listener) => {
        listeners.add(listener)
        const off = current.onStatement(listener)
        return () => {
          listeners.delete(listener)
          off()
        }
      },
      close: () => current.close(),
    },
    move: async (to) => {
      const before = current
      current = connect(to)
      for (const listener of listeners) current.onStatement(listener)
      await before.close()
    },
  }
}

/**
 * The database of a server that runs on the same folder. A server whose database ended starts it again on another port: asking
 * whether it answers looks where it stands now, so that work that waits for it goes on there.
 */
async function attach(folder: DataFolder, boltUri: string): Promise<OpenGraph> {
  const connectionTo = async (uri: string): Promise<Connection> => ({
    uri,
    user: 'neo4j',
    password: await folder.password(),
  })
  let uri = boltUri
  const { db, move } = movable(await connectionTo(uri))
  return {
    db: {
      ...db,
      ping: async () => {
        const now = (await folder.findOwner())?.boltUri ?? uri
        if (now !== uri) {
          uri = now
          await move(await connectionTo(uri))
        }
        return db.ping()
      },
    },
    publish: async () => {},
    close: () => db.close(),
    isAttached: true,
  }
}

type Opening = {
  readonly stages: Stages
  /** Wants the data folder for itself. */
  readonly isServer: boolean
  readonly logger?: Logger
  /** Only what completes a restore that was cut off may open what it left. */
  readonly isRestoring?: boolean
}

/**
 * Opens the graph. A server owns the data folder and refuses a second one (FolderInUseError); a command attaches to a
 * server that runs on the same folder, else starts the engine for its own time. Throws LaunchError where a restore was cut off.
 */
export async function openGraph(config: Config, opening: Opening): Promise<OpenGraph> {
  const graph = await findGraph(config, opening)
  // The server that it is attached to has looked, and its database may just be starting again.
  if (graph.isAttached === true) return graph
  try {
    if (opening.isRestoring !== true && (await isRestoreUnfinished(graph.db)))
      throw new LaunchError(
        'A restore into this graph is under way or was cut off: what it holds is a part. Complete it with npm run restore -- DIR.',
      )
    return graph
  } catch (error) {
    await graph.close()
    throw error
  }
}

async function findGraph(config: Config, { stages, isServer, logger, isRestoring }: Opening): Promise<OpenGraph> {
  if (config.neo4j !== null) return stages.run('Connecting to your Neo4j', () => connectToOwn(config))
  const folder = new DataFolder(config.dataDir)
  try {
    await folder.claim()
  } catch (error) {
    if (isServer || !(error instanceof FolderInUseError) || error.state.boltUri === null) throw error
    return attach(folder, error.state.boltUri)
  }

  let engine: Engine
  try {
    engine = await startEngine(folder, stages)
  } catch (error) {
    await folder.release()
    throw error
  }
  const { db, move } = movable(engine.connection)
  let address: string | null = null
  let isClosing = false
  // While a graph is restored nobody is to attach to it.
  const publish = async (): Promise<void> => {
    if (isRestoring !== true) await folder.publish({ boltUri: engine.connection.uri, address })
  }
  await publish()

  let restarts = 0
  const watch = (): void =>
    engine.onUnexpectedExit(() => {
      if (isClosing || restarts >= MAX_RESTARTS) {
        if (!isClosing)
          logger?.fatal(
            'The database keeps ending by itself; it is not started again. Stop the server and look at its log.',
          )
        return
      }
      restarts += 1
      logger?.error('The database ended by itself and is started again.')
      Engine.start(folder)
        .then(async (next) => {
          engine = next
          await move(engine.connection)
          await publish()
          watch()
        })
        .catch((error: unknown) => logger?.fatal({ err: error }, 'The database could not be started again'))
    })
  watch()

  return {
    db,
    publish: async (to) => {
      address = to
      await publish()
    },
    close: async () => {
      isClosing = true
      await db.close()
      await engine.stop()
      await folder.release()
    },
  }
}

async function startEngine(folder: DataFolder, stages: Stages): Promise<Engine> {
  let announce: () => void = () => {}
  const jarsAreThere = new Promise<void>((resolve) => {
    announce = resolve
  })
  let show: (text: string) => void = () => {}
  const engine = Engine.start(folder, {
    onJars: ({ bytes, totalBytes }) => show(`${Math.round(bytes / 1e6)} of ${Math.round(totalBytes / 1e6)} MB`),
    onStarting: announce,
  })
  // A failure before the start ends the first stage too.
  await stages.run('Database engine', async (progress) => {
    show = progress
    await Promise.race([jarsAreThere, engine])
  })
  return stages.run('Starting the database', () => engine)
}

/** Schema, migrations, the built-in data where the graph is empty or holds an older edition of it, its links and what is suggested for it. */
export async function prepareGraph(db: Db, stages: Stages): Promise<void> {
  await stages.run('Constraints and indexes', () => applySchema(db))
  await migrate(db)
  if ((await isEmpty(db)) || (await isBuiltInOutdated(db))) {
    const { refused } = await stages.run('Loading the built-in data', (progress) =>
      loadBuiltIn(db, { onProgress: (done, total) => progress(`${done} of ${total}`) }),
    )
    for (const { file, row, column, value, expected } of refused) {
      stages.say(`  refused: ${file}, row ${row}, ${column} "${value}": expected ${expected}`)
    }
  }
  await stages.run('Finding links', async () => {
    await linkGraph(db, { states: [BUILT_IN_STATE] })
    await suggestInGraph(db, { states: [BUILT_IN_STATE] })
  })
}
