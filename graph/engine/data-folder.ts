/**
 * DATA_DIR: the database, its password, and the state file by which commands find a running server.
 * One process owns it at a time. What a killed process left behind is recognised by its dead process id and cleared.
 */
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENGINE_VERSION } from './jars.ts'
import { LaunchError } from './errors.ts'

/** Number of the folder's layout; a folder of a higher number was written by a newer version. */
const LAYOUT = 1

export type ServerState = {
  readonly pid: number
  readonly startedAt: string
  /** Null until the database answers. */
  readonly boltUri: string | null
  /** Null until the page is served, and for a command that started the engine for itself. */
  readonly address: string | null
}

export const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Another living process owns the folder. */
export class FolderInUseError extends LaunchError {
  override name = 'FolderInUseError'
  readonly state: ServerState
  constructor(folder: string, state: ServerState) {
    super(
      state.address === null
        ? `The data folder ${folder} is in use by process ${state.pid}, which is starting or running a command. Wait for it, or set DATA_DIR to another folder.`
        : `Followthrough already runs on this data folder, at ${state.address} (process ${state.pid}). Open that address, or stop it first, or set DATA_DIR to another folder.`,
    )
    this.state = state
  }
}

const compareVersions = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true })

export class DataFolder {
  readonly path: string
  constructor(path: string) {
    this.path = path
  }

  get neo4jHome(): string {
    return join(this.path, 'neo4j')
  }
  get #stateFile(): string {
    return join(this.path, 'server.json')
  }

  /** The state of the living owner, or null where nobody owns the folder. */
  async findOwner(): Promise<ServerState | null> {
    const text = await readFile(this.#stateFile, 'utf8').catch(() => null)
    if (text === null) return null
    try {
      const state = JSON.parse(text) as ServerState
      return isAlive(state.pid) ? state : null
    } catch {
      // Half written by a process that was killed.
      return null
    }
  }

  /** Makes this process the owner. Throws FolderInUseError, or LaunchError where a newer version wrote the folder. */
  async claim(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
      throw new LaunchError(
        `The data folder ${this.path} cannot be made (${error.code ?? error.message}). Set DATA_DIR to a folder you may write to.`,
      )
    })
    const state: ServerState = { pid: process.pid, startedAt: new Date().toISOString(), boltUri: null, address: null }
    for (let attempt = 1; ; attempt += 1) {
      try {
        await writeFile(this.#stateFile, JSON.stringify(state), { flag: 'wx', mode: 0o600 })
        break
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code !== 'EEXIST') {
          throw new LaunchError(
            `The data folder ${this.path} cannot be written to (${code ?? String(error)}). Set DATA_DIR to a folder you may write to.`,
          )
        }
        const owner = await this.findOwner()
        if (owner !== null && owner.pid !== process.pid) throw new FolderInUseError(this.path, owner)
        if (attempt === 3)
          throw new LaunchError(
            `The data folder ${this.path} is locked by ${this.#stateFile}. Remove that file and start again.`,
          )
        await rm(this.#stateFile, { force: true })
      }
    }
    await this.#checkLayout()
  }

  async #checkLayout(): Promise<void> {
    const file = join(this.path, 'layout.json')
    const text = await readFile(file, 'utf8').catch(() => null)
    if (text !== null) {
      const { layout, engine } = JSON.parse(text) as { layout: number; engine: string }
      if (layout > LAYOUT || compareVersions(engine, ENGINE_VERSION) > 0) {
        await this.release()
        throw new LaunchError(
          `The data folder ${this.path} was written by a newer version of Followthrough (layout ${layout}, engine ${engine}; this one knows ${LAYOUT}, ${ENGINE_VERSION}). Update Followthrough, or set DATA_DIR to another folder.`,
        )
      }
    }
    await writeFile(file, JSON.stringify({ layout: LAYOUT, engine: ENGINE_VERSION }))
  }

  /** Writes what commands need to attach; whole or not at all. */
  async publish(state: Omit<ServerState, 'pid' | 'startedAt'>): Promise<void> {
    const whole: ServerState = { pid: process.pid, startedAt: new Date().toISOString(), ...state }
    const partial = `${this.#stateFile}.${process.pid}`
    await writeFile(partial, JSON.stringify(whole), { mode: 0o600 })
    await rename(partial, this.#stateFile)
  }

  async release(): Promise<void> {
    await rm(this.#stateFile, { force: true })
  }

  /** The database's password, made at random before its first start; only the owner of the folder can read it. */
  async password(): Promise<string> {
    const file = join(this.path, 'password')
    if (!existsSync(file)) {
      // Letters and digits alone: a password that began with a dash was taken for an option by the engine's tool.
      await writeFile(file, randomBytes(24).toString('hex'), { flag: 'wx', mode: 0o600 })
    }
    return (await readFile(file, 'utf8')).trim()
  }
}
