/**
 * The engine's jars: locked coordinates, each checked against its SHA-256, kept in a cache of the user's that all
 * checkouts share. A download that was cut off goes on where it stopped: a jar counts once it stands under its own
 * name, and it gets that name only after its sum has been checked.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type artifactDownload from 'mvn-artifact-download'
import lock from './engine.lock.json' with { type: 'json' }
import { LaunchError } from './errors.ts'

export const ENGINE_VERSION = lock.version

export type LockedJar = { readonly artifact: string; readonly sha256: string; readonly bytes: number }
export const LOCKED_JARS: readonly LockedJar[] = lock.jars

/** Name of a jar in the cache: unlike the artifact's own file name it is unique across groups. */
export function fileNameOf(artifact: string): string {
  return `${artifact.replaceAll(':', '_')}.jar`
}

/** The user's cache: XDG_CACHE_HOME, else what the system uses. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const own = environment['XDG_CACHE_HOME']
  if (own) return join(own, 'followthrough')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'followthrough')
  if (process.platform === 'win32') return join(environment['LOCALAPPDATA'] ?? homedir(), 'followthrough', 'cache')
  return join(homedir(), '.cache', 'followthrough')
}

export const engineFolder = (environment?: NodeJS.ProcessEnv): string =>
  join(cacheFolder(environment), `neo4j-${ENGINE_VERSION}`)

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

/** Refuses to go on where the disk of `folder` has less room than `bytes`. */
export async function requireDiskSpace(folder: string, bytes: number, what: string): Promise<void> {
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize < bytes) {
    const megabytes = (n: number) => Math.ceil(n / 1e6)
    throw new LaunchError(
      `The disk that holds ${folder} has ${megabytes(bavail * bsize)} MB free, and ${what} needs ${megabytes(bytes)} MB. Free some space and start again.`,
    )
  }
}

type Fetch = (artifact: string, folder: string, fileName: string) => Promise<unknown>
type Download = typeof artifactDownload

/** Loaded where a jar is missing: with all that the package brings it would take 13 MB of every server that has its jars. */
async function fromMaven(): Promise<Fetch> {
  const { default: module } = (await import('mvn-artifact-download')) as {
    readonly default: Download | { readonly default: Download }
  }
  // It is CommonJS with a default export of its own: Node hands over the whole, Vite (in tests) what is inside.
  const download = 'default' in module ? module.default : module
  return (artifact, folder, fileName) => download(artifact, folder, undefined, fileName)
}

export type JarProgress = {
  readonly done: number
  readonly total: number
  readonly bytes: number
  readonly totalBytes: number
}

/**
 * Makes every locked jar present in `folder` and returns their paths. A jar already there is trusted by its size (it was
 * checked when it came); `verifyAll` reads every one again. A jar whose sum differs is removed and refused.
 * Errors: LaunchError when a jar cannot be fetched or does not match, or when the disk is full.
 */
export async function ensureJars({
  folder = engineFolder(),
  jars = LOCKED_JARS,
  fetch: given,
  verifyAll = false,
  onProgress,
}: {
  folder?: string
  jars?: readonly LockedJar[]
  fetch?: Fetch
  verifyAll?: boolean
  onProgress?: ((progress: JarProgress) => void) | undefined
} = {}): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const totalBytes = jars.reduce((sum, { bytes }) => sum + bytes, 0)
  const missing: LockedJar[] = []
  let bytes = 0
  for (const jar of jars) {
    const path = join(folder, fileNameOf(jar.artifact))
    const size = await stat(path).then(
      (found) => found.size,
      () => -1,
    )
    if (size === jar.bytes && (!verifyAll || (await sha256Of(path)) === jar.sha256)) bytes += jar.bytes
    else missing.push(jar)
  }
  const paths = jars.map(({ artifact }) => join(folder, fileNameOf(artifact)))
  let done = jars.length - missing.length
  onProgress?.({ done, total: jars.length, bytes, totalBytes })
  if (missing.length === 0) return paths

  await requireDiskSpace(folder, totalBytes - bytes + 50e6, 'the database engine')
  const fetch = given ?? (await fromMaven())
  const queue = [...missing]
  const work = async (): Promise<void> => {
    for (let jar = queue.shift(); jar !== undefined; jar = queue.shift()) {
      await fetchOne(jar)
      done += 1
      bytes += jar.bytes
      onProgress?.({ done, total: jars.length, bytes, totalBytes })
    }
  }
  const fetchOne = async ({ artifact, sha256, bytes: size }: LockedJar): Promise<void> => {
    const partial = `${fileNameOf(artifact)}.${process.pid}.part`
    const partialPath = join(folder, partial)
    for (let attempt = 1; ; attempt += 1) {
      try {
        await fetch(artifact, folder, partial)
        break
      } catch (error) {
        await rm(partialPath, { force: true })
        if (attempt < 3) continue
        const why =
          error instanceof Error ? error.message.replace(/https?:\/\/\S+/g, 'the Maven repository') : String(error)
        throw new LaunchError(
          `The database engine could not be fetched (${artifact}: ${why}). Check the connection and start again: what has come already is kept. Or set NEO4J_URI to a Neo4j of your own.`,
          { cause: error },
        )
      }
    }
    const found = await sha256Of(partialPath)
    if (found !== sha256) {
      const { size: foundSize } = await stat(partialPath)
      await rm(partialPath, { force: true })
      throw new LaunchError(
        `The jar ${artifact} is not the one that is locked: expected SHA-256 ${sha256} (${size} bytes), got ${found} (${foundSize} bytes). It was not kept; start again, and if it happens again do not trust this network.`,
      )
    }
    await rename(partialPath, join(folder, fileNameOf(artifact)))
  }
  // Six at once fill a slow line without tripping a repository's limits.
  const results = await Promise.allSettled(Array.from({ length: 6 }, work))
  const failed = results.find((result) => result.status === 'rejected')
  if (failed !== undefined) throw failed.reason
  return paths
}
