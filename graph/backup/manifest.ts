/** What a backup is made of: a folder of two compressed files of lines, and a manifest that is written last. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { LaunchError } from '../engine/errors.ts'
import { SCHEMA_VERSION } from '../migrations/index.ts'
import { LABELS, RELATIONSHIP_TYPES, type Label, type RelationshipType } from '../model/index.ts'

/** Number of the files' own layout. */
export const FORMAT = 1
export const MANIFEST = 'manifest.json'
/** Stands in the graph from before the first part of a restore is written until the last one is. */
export const UNDER_WAY = 'restore'
/** SchemaVersion nodes that are not the graph's own: that of a restore, and the one by which tests know their database. */
export const MARKS = [UNDER_WAY, 'test-database'] as const
export const FILES = { nodes: 'nodes.jsonl.gz', relationships: 'relationships.jsonl.gz' } as const
export type Kind = keyof typeof FILES
export const KINDS = Object.keys(FILES) as Kind[]

export type Manifest = {
  readonly format: number
  readonly product: string
  /** Layout of the graph, as `migrations/` counts. */
  readonly schemaVersion: number
  /** ISO 8601. */
  readonly takenAt: string
  /** Of the compressed file, in hexadecimal digits. */
  readonly sha256: Readonly<Record<Kind, string>>
  /** By label and by relationship type; only those that there are. */
  readonly counts: Readonly<Record<Kind, Readonly<Record<string, number>>>>
}

/** Names of properties that are doubles: JSON writes 1.0 as it writes 1. Left out where there are none. */
type Doubles = { readonly doubles?: readonly string[] }
export type Properties = Readonly<Record<string, unknown>>
export type NodeLine = Doubles & { readonly label: Label; readonly properties: Properties & { readonly id: string } }
/** `from` and `to` are the label and the id of a node. */
export type RelationshipLine = Doubles & {
  readonly type: RelationshipType
  readonly from: readonly [Label, string]
  readonly to: readonly [Label, string]
  readonly properties: Properties
}
export type Line = { readonly nodes: NodeLine; readonly relationships: RelationshipLine }

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isNames = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.every((name) => typeof name === 'string'))
const isLabel = (value: unknown): boolean => (LABELS as unknown[]).includes(value)
const isEnd = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && isLabel(value[0]) && typeof value[1] === 'string'

/** What is wrong with a line, or null. */
const FAULTS: Readonly<Record<Kind, (line: Record<string, unknown>) => string | null>> = {
  nodes: ({ label, properties, doubles }) =>
    !isLabel(label)
      ? `the label "${String(label)}" is not of this model`
      : isRecord(properties) && typeof properties['id'] === 'string' && isNames(doubles)
        ? null
        : 'a node without an id',
  relationships: ({ type, from, to, properties, doubles }) =>
    !(RELATIONSHIP_TYPES as unknown[]).includes(type)
      ? `the relationship type "${String(type)}" is not of this model`
      : isEnd(from) && isEnd(to) && isRecord(properties) && isNames(doubles)
        ? null
        : 'a relationship without its two ends',
}

export async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** The texts between line feeds; nothing else ends a line. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

/** The lines of one file of a backup, in order. Throws LaunchError that names file and line. */
export async function* linesOf<K extends Kind>(folder: string, kind: K): AsyncGenerator<Line[K], void, undefined> {
  const name = FILES[kind]
  const packed = createReadStream(join(folder, name))
  const unpacked = createGunzip()
  packed.on('error', (error) => unpacked.destroy(error))
  let number = 0
  try {
    for await (const text of splitLines(packed.pipe(unpacked))) {
      number += 1
      let line: unknown
      try {
        line = JSON.parse(text)
      } catch {
        throw new LaunchError(`${name}, line ${number} is no JSON. The backup was changed since it was made.`)
      }
      const fault = isRecord(line) ? FAULTS[kind](line) : 'no JSON object'
      if (fault !== null) throw new LaunchError(`${name}, line ${number}: ${fault}.`)
      yield line as Line[K]
    }
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code?.startsWith('Z_') === true
      ? new LaunchError(`${name} cannot be unpacked after line ${number}. Use another copy of the backup.`)
      : error
  } finally {
    packed.destroy()
  }
}

/** The manifest of a folder, or null where it holds none. Throws LaunchError where it cannot be read. */
export async function findManifest(folder: string): Promise<Manifest | null> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null
    throw new LaunchError(`${join(folder, MANIFEST)} cannot be read (${error.code ?? error.message}).`)
  })
  if (text === null) return null
  try {
    const read = JSON.parse(text) as Manifest
    const isWhole =
      [read.format, read.schemaVersion].every(Number.isInteger) &&
      KINDS.every((kind) => typeof read.sha256[kind] === 'string' && isRecord(read.counts[kind]))
    if (isWhole) return read
  } catch {
    // Told below.
  }
  throw new LaunchError(
    `${join(folder, MANIFEST)} is not what a backup writes. Expected a folder made by npm run backup.`,
  )
}

/**
 * Reads a backup whole and resolves to its manifest: nothing in it is missing, changed or unknown to this version.
 * Errors: LaunchError, naming the file and what was expected.
 */
export async function readBackup(
  folder: string,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Manifest> {
  const manifest = await findManifest(folder)
  if (manifest === null)
    throw new LaunchError(
      `${folder} holds no backup: it has no ${MANIFEST}, which is written last. Expected a folder made by npm run backup.`,
    )
  if (manifest.format > FORMAT || manifest.schemaVersion > SCHEMA_VERSION)
    throw new LaunchError(
      `The backup was made by a newer version of Followthrough (${manifest.product}: format ${manifest.format}, layout ${manifest.schemaVersion}; this one knows ${FORMAT}, ${SCHEMA_VERSION}). Update Followthrough.`,
    )
  const total = countIn(manifest)
  let done = 0
  for (const kind of KINDS) {
    const file = join(folder, FILES[kind])
    const hash = await hashOf(file).catch((error: NodeJS.ErrnoException) => {
      throw new LaunchError(`The backup is not whole: ${file} cannot be read (${error.code ?? error.message}).`)
    })
    if (hash !== manifest.sha256[kind])
      throw new LaunchError(
        `${file} was changed since the backup was made: its SHA-256 is ${hash}, and ${MANIFEST} says ${manifest.sha256[kind]}. Use another copy of ${basename(folder)}.`,
      )
    const counts: Record<string, number> = {}
    for await (const line of linesOf(folder, kind)) {
      const name = 'label' in line ? line.label : line.type
      counts[name] = (counts[name] ?? 0) + 1
      done += 1
      if (done % 5_000 === 0) onProgress(done, total)
    }
    for (const name of new Set([...Object.keys(counts), ...Object.keys(manifest.counts[kind])]))
      if (counts[name] !== manifest.counts[kind][name])
        throw new LaunchError(
          `${file} holds ${counts[name] ?? 0} of ${name}, and ${MANIFEST} says ${manifest.counts[kind][name] ?? 0}.`,
        )
  }
  return manifest
}

/** Nodes and relationships together. */
export const countIn = ({ counts }: Pick<Manifest, 'counts'>): number =>
  KINDS.flatMap((kind) => Object.values(counts[kind])).reduce((sum, count) => sum + count, 0)
