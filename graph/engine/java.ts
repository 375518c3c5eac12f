/** Finds the Java that Neo4j 5.26 needs: 17 or 21, not older, not newer. */
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { LaunchError } from './errors.ts'

const run = promisify(execFile)

export const SUITABLE_JAVA = [17, 21]

export type Java = {
  readonly path: string
  readonly major: number
  /** Whole text of the version, one per JVM build. */ readonly build: string
}

const WAYS_OUT =
  'Install Java 17 or 21 (Temurin, for example), or set NEO4J_URI, NEO4J_USER and NEO4J_PASSWORD to a Neo4j of your own, or run: docker compose up'

/** The major version that `java -version` prints, or null: `17.0.15` is 17, `1.8.0_392` is 8. */
export function parseJavaVersion(output: string): number | null {
  const match = /version "(\d+)(?:\.(\d+))?/.exec(output)
  if (match === null) return null
  const [, first, second] = match
  return Number(first === '1' ? second : first)
}

const NAME = process.platform === 'win32' ? 'java.exe' : 'java'

/** Where Javas may be, in order of preference: JAVA_HOME, the path, the places where systems keep them. */
export function listJavaCandidates(environment: NodeJS.ProcessEnv = process.env): string[] {
  const inFolders = (parent: string, rest: string[] = []): string[] =>
    existsSync(parent)
      ? readdirSync(parent)
          .sort()
          .map((name) => join(parent, name, ...rest, 'bin', NAME))
      : []
  const home = environment['HOME'] ?? environment['USERPROFILE'] ?? ''
  return [
    ...(environment['JAVA_HOME'] ? [join(environment['JAVA_HOME'], 'bin', NAME)] : []),
    ...(environment['PATH'] ?? '')
      .split(delimiter)
      .filter((folder) => folder !== '')
      .map((folder) => join(folder, NAME)),
    ...inFolders('/usr/lib/jvm'),
    ...inFolders('/opt/java'),
    ...inFolders('/Library/Java/JavaVirtualMachines', ['Contents', 'Home']),
    join('/opt/homebrew/opt/openjdk@21', 'bin', NAME),
    join('/opt/homebrew/opt/openjdk@17', 'bin', NAME),
    ...inFolders(join(home, '.sdkman', 'candidates', 'java')),
    ...inFolders('C:\\Program Files\\Eclipse Adoptium'),
    ...inFolders('C:\\Program Files\\Java'),
  ].filter((path, index, all) => existsSync(path) && all.indexOf(path) === index)
}

async function inspect(path: string): Promise<Java | null> {
  try {
    const { stdout, stderr } = await run(path, ['-version'], { timeout: 20_000 })
    const major = parseJavaVersion(stderr + stdout)
    return major === null ? null : { path, major, build: (stderr + stdout).trim() }
  } catch {
    return null
  }
}

/** The first suitable Java. Throws a LaunchError that names what was found instead and the three ways out. */
export async function findJava(candidates: readonly string[] = listJavaCandidates()): Promise<Java> {
  const unsuitable: Java[] = []
  for (const path of candidates) {
    const java = await inspect(path)
    if (java === null) continue
    if (SUITABLE_JAVA.includes(java.major)) return java
    unsuitable.push(java)
  }
  const [found] = unsuitable
  const what =
    found === undefined
      ? 'No Java was found, and the database needs Java 17 or 21.'
      : `The Java found is ${found.major} (${found.path}), too ${found.major < 17 ? 'old' : 'new'}: the database needs 17 or 21.`
  throw new LaunchError(`${what} ${WAYS_OUT}.`)
}
