/** The graph into a folder, while it is read and served. */
import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, realpath, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { Db } from '../db/index.ts'
import { LaunchError } from '../engine/errors.ts'
import { SCHEMA_VERSION } from '../migrations/index.ts'
import { LABELS, RELATIONSHIP_TYPES, type Label } from '../model/index.ts'
import { PRODUCT_VERSION } from '../root.ts'
import { isRestoreUnfinished } from './restore.ts'
import {
  FILES,
  findManifest,
  FORMAT,
  KINDS,
  MANIFEST,
  MARKS,
  type Kind,
  type Line,
  type Manifest,
  type Properties,
} from './manifest.ts'

export type BackupReport = {
  readonly manifest: Manifest
  /** What stands in the database and is not ours: of labels and types outside the model, or tied to such. */
  readonly leftOut: Readonly<Record<Kind, number>>
}

/** Times the graph may change under a backup before it gives up. */
const ATTEMPTS = 3

/**
 * The nodes of one label in the order of their ids, by the index of their constraint; so a graph that has not changed gives the
 * same lines. Rows: one NodeLine each.
 */
const nodesOf = (
  label: Label,
): string => `MATCH (n:${label}) WHERE n.id >= ''${label === 'SchemaVersion' ? ' AND NOT n.id IN $marks' : ''}
RETURN properties(n) AS properties, labels(n) AS labels, [name IN keys(n) WHERE valueType(n[name]) CONTAINS 'FLOAT'] AS doubles,
  [name IN keys(n) WHERE NOT ${isKept('n')}] AS unknown
ORDER BY n.id`

/** The relationships that leave the nodes of one label. Rows: one RelationshipLine each. */
const relationshipsOf = (label: Label): string => `MATCH (n:${label}) WHERE n.id >= ''
MATCH (n)-[r]->(m) WHERE type(r) IN $types
WITH n, r, m, head([name IN labels(m) WHERE name IN $labels]) AS label WHERE label IS NOT NULL AND m.id >= ''
RETURN type(r) AS type, n.id AS from, label, m.id AS to, properties(r) AS properties,
  [name IN keys(r) WHERE valueType(r[name]) CONTAINS 'FLOAT'] AS doubles,
  [name IN keys(r) WHERE NOT ${isKept('r')}] AS unknown
ORDER BY n.id, type(r), m.id`

/** Values that the model holds, and JSON keeps: not the dates and points that somebody else may have written. */
function isKept(variable: string): string {
  return `any(type IN ['BOOLEAN', 'STRING', 'INTEGER', 'FLOAT', 'LIST<STRING', 'LIST<INTEGER', 'LIST<FLOAT', 'LIST<BOOLEAN', 'LIST<NOTHING'] WHERE valueType(${variable}[name]) STARTS WITH type)`
}

type Held = {
  readonly properties: Properties
  readonly doubles: readonly string[]
  readonly unknown: readonly string[]
}

/** Throws LaunchError for a value that JSON would lose. */
function refuseUnknown(what: string, { properties, doubles, unknown }: Held): void {
  const isFinite = (value: unknown): boolean =>
    Array.isArray(value) ? value.every(isFinite) : Number.isFinite(value as number)
  const lost = unknown[0] ?? doubles.find((name) => !isFinite(properties[name]))
  if (lost !== undefined)
    throw new LaunchError(
      `The property "${lost}" of ${what} holds what a backup does not. Expected a text, a finite number, a boolean or a list of such.`,
    )
}

async function* nodeLines(db: Db, signal: AbortSignal): AsyncGenerator<Line['nodes']> {
  for (const label of LABELS)
    for await (const row of db.stream<Held & { properties: Line['nodes']['properties']; labels: string[] }>(
      nodesOf(label),
      { marks: MARKS },
      { name: 'backup', signal },
    )) {
      refuseUnknown(row.properties.id, row)
      if (row.labels.length > 1)
        throw new LaunchError(
          `${row.properties.id} has the labels ${row.labels.join(' and ')}, and a backup holds one. Take away what is not Followthrough's.`,
        )
      yield { label, properties: row.properties, ...(row.doubles.length > 0 ? { doubles: row.doubles } : {}) }
    }
}

type RelationshipRow = Held & {
  type: Line['relationships']['type']
  from: string
  label: Label
  to: string
}

async function* relationshipLines(db: Db, signal: AbortSignal): AsyncGenerator<Line['relationships']> {
  for (const from of LABELS)
    for await (const row of db.stream<RelationshipRow>(
      relationshipsOf(from),
      { types: RELATIONSHIP_TYPES, labels: LABELS },
      { name: 'backup', signal },
    )) {
      refuseUnknown(`a ${row.type} of ${row.from}`, row)
      yield {
        type: row.type,
        from: [from, row.from],
        to: [row.label, row.to],
        properties: row.properties,
        ...(row.doubles.length > 0 ? { doubles: row.doubles } : {}),
      }
    }
}

async function* counted<K extends Kind>(
  lines: AsyncIterable<Line[K]>,
  counts: Record<string, number>,
  tick: () => void,
): AsyncGenerator<string> {
  for await (const line of lines) {
    const name = 'label' in line ? line.label : line.type
    counts[name] = (counts[name] ?? 0) + 1
    tick()
    yield `${JSON.stringify(line)}\n`
  }
}

/** Both files and the manifest, into an empty folder. */
async function writeFiles(db: Db, folder: string, signal: AbortSignal, tick: () => void): Promise<Manifest> {
  const takenAt = new Date().toISOString()
  const counts: Record<Kind, Record<string, number>> = { nodes: {}, relationships: {} }
  const sha256: Record<Kind, string> = { nodes: '', relationships: '' }
  const lines = { nodes: nodeLines(db, signal), relationships: relationshipLines(db, signal) }
  for (const kind of KINDS) {
    const hash = createHash('sha256')
    const hashed = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        done(null, chunk)
      },
    })
    await pipeline(
      Readable.from(counted(lines[kind], counts[kind], tick)),
      createGzip(),
      hashed,
      createWriteStream(join(folder, FILES[kind]), { mode: 0o600, flush: true }),
      { signal },
    )
    sha256[kind] = hash.digest('hex')
  }
  const [version] = await db.read<{ version: number }>(
    "OPTIONAL MATCH (v:SchemaVersion {id: 'schema'}) RETURN coalesce(v.version, $none) AS version",
    { none: SCHEMA_VERSION },
  )
  const manifest: Manifest = {
    format: FORMAT,
    product: PRODUCT_VERSION,
    schemaVersion: version?.version ?? SCHEMA_VERSION,
    takenAt,
    sha256,
    counts,
  }
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true })
  return manifest
}

/** How much the database holds, whoever wrote it. From its count store: no scan. */
async function countAll(db: Db): Promise<Record<Kind, number>> {
  const [nodes] = await db.read<{ count: number }>(
    'MATCH (n) WITH count(n) AS all RETURN all - COUNT { (v:SchemaVersion) WHERE v.id IN $marks } AS count',
    { marks: MARKS },
  )
  const [relationships] = await db.read<{ count: number }>('MATCH ()-[r]->() RETURN count(r) AS count')
  return { nodes: nodes?.count ?? 0, relationships: relationships?.count ?? 0 }
}

/** Refuses a place that holds something else, or a backup that was not to be replaced. */
async function checkPlace(folder: string, isForced: boolean): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw new LaunchError(`${folder} is no folder that can be read (${error.code ?? error.message}). Name another.`)
  })
  if (names.length === 0) return
  const there = await findManifest(folder)
  const ours = new Set<string>([...Object.values(FILES), MANIFEST])
  const strange = names.find((name) => !ours.has(name))
  if (there === null || strange !== undefined)
    throw new LaunchError(
      `${folder} holds something else (${strange ?? names[0] ?? ''}). Expected a new or empty folder, or one that holds a backup alone.`,
    )
  if (!isForced)
    throw new LaunchError(
      `${folder} holds a backup of ${there.takenAt}. Name another folder, or replace it with --force.`,
    )
}

/**
 * Writes the whole graph, as one moment knew it, to `folder`, which comes into being complete or not at all; a backup that stands
 * there is replaced where `isForced`, once the new one is whole. Readers and the server go on.
 * Errors: LaunchError where the place will not do, where the graph did not keep still, or holds values of types not ours.
 */
export async function backUp(
  db: Db,
  place: string,
  {
    isForced = false,
    signal = new AbortController().signal,
    onProgress = () => {},
  }: { isForced?: boolean; signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<BackupReport> {
  // What a link leads to is replaced, not the link.
  const folder = await realpath(place).catch(() => place)
  await checkPlace(folder, isForced)
  if (await isRestoreUnfinished(db))
    throw new LaunchError('A restore into this graph was cut off: what it holds is a part. Complete it first.')
  const parent = dirname(folder)
  await onDisk(folder, () => mkdir(parent, { recursive: true }))
  const mark = randomUUID().slice(0, 8)
  const partial = join(parent, `${basename(folder)}.${mark}.part`)
  try {
    for (let attempt = 1; ; attempt += 1) {
      await onDisk(folder, () => mkdir(partial, { mode: 0o700 }))
      // Several statements read the graph: a mark of the last commit says whether all saw the same one.
      const before = await db.lastCommit()
      const all = await countAll(db)
      let done = 0
      const manifest = await writeFiles(db, partial, signal, () => {
        done += 1
        if (done % 1_000 === 0) onProgress(done, all.nodes + all.relationships)
      })
      if ((await db.lastCommit()) === before) {
        // Somebody may have put something there meanwhile.
        await checkPlace(folder, isForced)
        await onDisk(folder, () => putInPlace(partial, folder, join(parent, `${basename(folder)}.${mark}.old`)))
        const held = (kind: Kind): number => Object.values(manifest.counts[kind]).reduce((sum, count) => sum + count, 0)
        return {
          manifest,
          leftOut: {
            nodes: all.nodes - held('nodes'),
            relationships: all.relationships - held('relationships'),
          },
        }
      }
      await rm(partial, { recursive: true })
      if (attempt === ATTEMPTS)
        throw new LaunchError(
          `The graph changed while it was read, ${ATTEMPTS} times. Wait until the import under way is through, and back up again.`,
        )
    }
  } finally {
    await rm(partial, { recursive: true, force: true })
  }
}

/** Failures of the place in words. */
async function onDisk<Result>(folder: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EXDEV', 'ENOTDIR', 'EEXIST'].includes(code)) throw error
    throw new LaunchError(
      `${folder} cannot be made anew (${code}): a backup is made beside it and takes its name when it is whole. Name a folder below it, or another that you may write to.`,
    )
  }
}

/** What stood there goes only when the new one has its name. */
async function putInPlace(partial: string, folder: string, aside: string): Promise<void> {
  const isThere = (await readdir(folder).catch(() => null)) !== null
  if (isThere) await rename(folder, aside)
  try {
    await rename(partial, folder)
  } catch (error) {
    if (isThere) await rename(aside, folder)
    throw error
  }
  await rm(aside, { recursive: true, force: true })
}
