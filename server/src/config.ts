/** The settings of the environment, read in this one place. All are optional. */
import { isAbsolute, join } from 'node:path'
import { LaunchError } from '../../graph/engine/errors.ts'
import { ROOT } from '../../graph/root.ts'

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

export type Config = {
  /** 1 to 65535, or 0 for any free port. */
  readonly port: number
  readonly host: string
  readonly isLoopback: boolean
  /** A Neo4j of the user's own; null where the product starts one. */
  readonly neo4j: { readonly uri: string; readonly user: string; readonly password: string } | null
  readonly database: string
  readonly dataDir: string
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** Requests a minute and client; loopback is exempt. */
  readonly rateLimit: number
  readonly isAnswerCacheOn: boolean
  /** Sites whose pages may hold ours in a frame, as `https://example.org`; none by default. */
  readonly embedOrigins: readonly string[]
}

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '::1', '[::1]'])

const bad = (name: string, given: string, expected: string): LaunchError =>
  new LaunchError(`${name} is "${given}". Expected ${expected}; unset it to use the default.`)

function integer(environment: NodeJS.ProcessEnv, name: string, fallback: number, min: number, max: number): number {
  const given = environment[name]
  if (given === undefined || given === '') return fallback
  const value = Number(given)
  if (!/^\d+$/.test(given) || value < min || value > max) throw bad(name, given, `a whole number from ${min} to ${max}`)
  return value
}

/** `https://example.org` and nothing more: what a browser compares with the site of the page round ours. */
function isOrigin(text: string): boolean {
  // A host may hold a semicolon for URL, and that would begin another rule of the policy.
  if (!/^https?:\/\/[a-z0-9.:[\]-]+$/.test(text)) return false
  try {
    return new URL(text).origin === text
  } catch {
    return false
  }
}

/** Reads the settings. Throws LaunchError naming the variable, what was given, and what is expected. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = (name: string): string | undefined => environment[name] || undefined
  const host = given('HOST') ?? '127.0.0.1'
  const isLoopback = LOOPBACK.has(host)
  const publicRead = given('PUBLIC_READ')
  if (publicRead !== undefined && !['true', 'false'].includes(publicRead))
    throw bad('PUBLIC_READ', publicRead, 'true or false')
  if (!isLoopback && publicRead !== 'true') {
    throw new LaunchError(
      `HOST is "${host}", where others can reach the server and read all of the graph. Set PUBLIC_READ=true if that is meant, or unset HOST.`,
    )
  }
  if (/[\s/]/.test(host)) throw bad('HOST', host, 'a host name or an address')

  const uri = given('NEO4J_URI')
  if (uri !== undefined && !/^(neo4j|bolt)(\+s|\+ssc)?:\/\/[^\s/]+/.test(uri)) {
    throw bad(
      'NEO4J_URI',
      uri.replace(/\/\/[^@/]*@/, '//…@'),
      'an address such as neo4j://host:7687, neo4j+s://host or bolt://host:7687',
    )
  }
  const password = given('NEO4J_PASSWORD')
  if (uri !== undefined && password === undefined)
    throw new LaunchError('NEO4J_URI is set and NEO4J_PASSWORD is not. Set NEO4J_USER and NEO4J_PASSWORD too.')
  if (uri === undefined && (password !== undefined || given('NEO4J_USER') !== undefined)) {
    throw new LaunchError(
      'NEO4J_USER or NEO4J_PASSWORD is set and NEO4J_URI is not. Set NEO4J_URI to use a Neo4j of your own, or unset them.',
    )
  }
  const database = given('NEO4J_DATABASE') ?? 'neo4j'
  if (!/^[A-Za-z][A-Za-z0-9.-]{2,62}$/.test(database))
    throw bad('NEO4J_DATABASE', database, 'the name of a database, 3 to 63 letters, digits, dots and dashes')

  const logLevel = LOG_LEVELS.find((level) => level === (given('LOG_LEVEL') ?? 'info'))
  if (logLevel === undefined) throw bad('LOG_LEVEL', given('LOG_LEVEL') ?? '', `one of ${LOG_LEVELS.join(', ')}`)
  const answerCache = given('ANSWER_CACHE') ?? 'off'
  if (!['on', 'off'].includes(answerCache)) throw bad('ANSWER_CACHE', answerCache, 'on or off')
  const embedOrigins = (given('EMBED_ORIGINS') ?? '').split(/[\s,]+/).filter((origin) => origin !== '')
  const noOrigin = embedOrigins.find((origin) => !isOrigin(origin))
  if (noOrigin !== undefined)
    throw bad(
      'EMBED_ORIGINS',
      noOrigin,
      'origins with commas between them, each with http or https, in small letters, without a path: https://example.org',
    )
  const dataDir = given('DATA_DIR') ?? '.followthrough'

  return {
    port: integer(environment, 'PORT', 4000, 0, 65_535),
    host,
    isLoopback,
    neo4j: uri === undefined || password === undefined ? null : { uri, user: given('NEO4J_USER') ?? 'neo4j', password },
    database,
    dataDir: isAbsolute(dataDir) ? dataDir : join(ROOT, dataDir),
    logLevel,
    rateLimit: integer(environment, 'RATE_LIMIT', 600, 1, 1_000_000),
    isAnswerCacheOn: answerCache === 'on',
    embedOrigins,
  }
}
