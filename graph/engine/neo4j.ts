/**
 * Neo4j Community as a child process: configured, started, watched, stopped cleanly.
 * It speaks Bolt on loopback alone, with authentication on, and reports nothing to anybody.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { connect, type Connection } from '../db/index.ts'
import { endWithProcess } from './children.ts'
import { type DataFolder, isAlive } from './data-folder.ts'
import { LaunchError } from './errors.ts'
import { ensureJars, engineFolder, requireDiskSpace, type JarProgress } from './jars.ts'
import { findJava, type Java } from './java.ts'

const run = promisify(execFile)

const JVM_OPTIONS = [
  '--add-opens=java.base/java.nio=ALL-UNNAMED',
  '--add-opens=java.base/java.io=ALL-UNNAMED',
  '--add-opens=java.base/sun.nio.ch=ALL-UNNAMED',
  '-XX:+UseG1GC',
  '-XX:+ExitOnOutOfMemoryError',
  '-Xms128m',
  // 512 MB serves 41,000 and 287,000 recommendations alike (measured, shared design).
  '-Xmx512m',
]

const configurationOf = (boltPort: number): string =>
  [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=127.0.0.1:${boltPort}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=true',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=128m',
    // Of 512 MB of heap, plans of large statements took 220 where a thousand are kept, and one transaction may take 358:
    // together more than there is, which ends the database. So a statement that wants more is refused instead.
    'server.memory.query_cache.per_db_cache_num_entries=250',
    'dbms.memory.transaction.total.max=256m',
    // Without these each of the two databases reserves 256 MB of disk before anything is in it.
    'db.tx_log.preallocate=false',
    'db.tx_log.rotation.size=16m',
    'db.tx_log.rotation.retention_policy=2 files',
    // Nobody is left waiting at Ctrl-C: what still runs then is cut off after this.
    'db.shutdown_transaction_end_timeout=1s',
    'internal.server.bolt.thread_pool_shutdown_wait_time=500ms',
    // Questions people ask are nobody's business: no query log.
    'db.logs.query.enabled=OFF',
  ].join('\n') + '\n'

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

/** Last lines of a log, for the message about a database that does not come up. */
async function tailOf(path: string, lines = 12): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '')
  return text.trimEnd().split('\n').slice(-lines).join('\n')
}

/** Ends a database that outlived its killed server, so that its store is closed before it is opened again. */
async function endOrphan(folder: DataFolder): Promise<void> {
  const file = join(folder.path, 'neo4j.pid')
  const pid = Number(await readFile(file, 'utf8').catch(() => '0'))
  if (pid > 0 && isAlive(pid) && (await isOurs(pid, folder))) {
    process.kill(pid, 'SIGTERM')
    const until = Date.now() + 60_000
    while (isAlive(pid)) {
      if (Date.now() > until) {
        throw new LaunchError(
          `An earlier database (process ${pid}) still holds ${folder.path} and does not stop. End that process and start again.`,
        )
      }
      await delay(100)
    }
  }
  await rm(file, { force: true })
}

/** Whether the process is the database of this folder: numbers of processes are used again. */
async function isOurs(pid: number, folder: DataFolder): Promise<boolean> {
  if (process.platform === 'win32') return true
  const { stdout } = await run('ps', ['-o', 'args=', '-p', String(pid)], { maxBuffer: 1 << 22 }).catch(() => ({
    stdout: '',
  }))
  // Where ps is missing or cuts the line, what Linux itself says decides.
  const args = stdout.includes('--home-dir=')
    ? stdout
    : await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => stdout)
  return args.includes(`--home-dir=${folder.neo4jHome}`)
}

export type EngineStages = {
  /** The engine's jars are being fetched or were found. */
  readonly onJars?: ((progress: JarProgress) => void) | undefined
  /** All that is needed is there; the database is being started. */
  readonly onStarting?: (() => void) | undefined
}

export class Engine {
  readonly connection: Connection
  readonly pid: number
  #child: ChildProcess
  #exited: Promise<void>
  #isStopping = false
  #finishArchive: () => Promise<void>

  private constructor(
    connection: Connection,
    child: ChildProcess,
    exited: Promise<void>,
    finishArchive: () => Promise<void>,
  ) {
    this.connection = connection
    this.pid = child.pid ?? 0
    this.#child = child
    this.#exited = exited
    this.#finishArchive = finishArchive
  }

  /**
   * Starts the database of a folder this process owns and waits until it answers a query.
   * Errors: LaunchError, each with the way out, the one for a database that does not come up with the tail of its log.
   */
  static async start(folder: DataFolder, stages: EngineStages = {}): Promise<Engine> {
    const java = await findJava()
    const jars = await ensureJars({ onProgress: stages.onJars })
    stages.onStarting?.()
    await requireDiskSpace(folder.path, 150e6, 'the database')
    await endOrphan(folder)

    const home = folder.neo4jHome
    const configFolder = join(home, 'conf')
    const logFile = join(home, 'console.log')
    await mkdir(configFolder, { recursive: true })
    const boltPort = await findFreePort()
    await writeFile(join(configFolder, 'neo4j.conf'), configurationOf(boltPort))
    const password = await setPassword(folder, java, jars)
    const archive = archiveOf(java)

    const log = await open(logFile, 'w')
    const child = spawn(
      java.path,
      [
        ...JVM_OPTIONS,
        ...archive.options,
        '-cp',
        jars.join(delimiter),
        'org.neo4j.server.CommunityEntryPoint',
        `--home-dir=${home}`,
        `--config-dir=${configFolder}`,
      ],
      // Its own process group: Ctrl-C at the terminal reaches the server alone, which then stops it in order.
      { stdio: ['ignore', log.fd, log.fd], detached: true },
    )
    const exited = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    // Ctrl-C while the database is still coming up, or in a command: it is told to stop too, and closes its files by itself.
    endWithProcess(child)
    await log.close()
    if (child.pid !== undefined) await writeFile(join(folder.path, 'neo4j.pid'), String(child.pid))

    const connection: Connection = { uri: `bolt://127.0.0.1:${boltPort}`, user: 'neo4j', password }
    const engine = new Engine(connection, child, exited, archive.finish)
    await engine.#waitUntilItAnswers(logFile, home)
    return engine
  }

  async #waitUntilItAnswers(logFile: string, home: string): Promise<void> {
    const db = connect(this.connection)
    const until = Date.now() + 120_000
    let last: unknown
    try {
      for (;;) {
        const isGone = this.#child.exitCode !== null || this.#child.signalCode !== null
        if (isGone || Date.now() > until) {
          if (!isGone) await this.stop()
          const log = (await tailOf(logFile)) || (await tailOf(join(home, 'logs', 'neo4j.log')))
          throw new LaunchError(
            `The database did not come up${isGone ? ' (it stopped by itself)' : ' within two minutes'}. The end of its log, ${logFile}:\n${log}`,
            { cause: last },
          )
        }
        try {
          await db.ping()
          return
        } catch (error) {
          last = error
          if ((error as { code?: string }).code === 'Neo.ClientError.Security.Unauthorized') {
            await this.stop()
            throw new LaunchError(
              `The database refuses the password kept in the data folder. Restore that file, or move the data folder away and start again to load the built-in data anew.`,
              { cause: error },
            )
          }
          await delay(100)
        }
      }
    } finally {
      await db.close()
    }
  }

  /** Calls back once if the database ends without having been told to. */
  onUnexpectedExit(listener: () => void): void {
    void this.#exited.then(() => {
      if (!this.#isStopping) listener()
    })
  }

  /** Stops the database cleanly and waits until it is gone. */
  async stop(): Promise<void> {
    this.#isStopping = true
    if (this.#child.exitCode === null && this.#child.signalCode === null) this.#child.kill('SIGTERM')
    await this.#exited
    await this.#finishArchive()
  }
}

/** Sets the first password where the store has none yet; returns the password in force. */
async function setPassword(folder: DataFolder, java: Java, jars: readonly string[]): Promise<string> {
  const password = await folder.password()
  // Neo4j keeps the first password in this file until its first start, and in its system database after.
  const home = folder.neo4jHome
  const isSet =
    existsSync(join(home, 'data', 'dbms', 'auth.ini')) || existsSync(join(home, 'data', 'databases', 'system'))
  if (isSet) return password
  await run(
    java.path,
    [
      '-XX:TieredStopAtLevel=1',
      '-cp',
      jars.join(delimiter),
      'org.neo4j.cli.AdminTool',
      'dbms',
      'set-initial-password',
      password,
    ],
    { env: { ...process.env, NEO4J_HOME: home, NEO4J_CONF: join(home, 'conf') } },
  ).catch((error: unknown) => {
    throw new LaunchError(
      `The database's first password could not be set in ${home}: ${error instanceof Error ? error.message.replaceAll(password, '…') : String(error)}`,
    )
  })
  return password
}

/**
 * Classes that the JVM need not read and check again: written at the first clean stop, used by every later start,
 * which then takes half the time. One archive belongs to one build of Java and one version of the engine.
 */
function archiveOf(java: Java): { options: string[]; finish: () => Promise<void> } {
  const build = createHash('sha256').update(java.build).digest('hex').slice(0, 12)
  const file = join(engineFolder(), `classes-${build}.jsa`)
  // Without the archive, or with one that does not fit, the JVM starts all the same: it only says so in its log.
  if (existsSync(file)) return { options: [`-XX:SharedArchiveFile=${file}`, '-Xshare:auto'], finish: async () => {} }
  const partial = `${file}.${process.pid}`
  return {
    options: [`-XX:ArchiveClassesAtExit=${partial}`],
    finish: async () => {
      if (existsSync(partial)) await rename(partial, file)
    },
  }
}
