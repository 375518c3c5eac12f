/** Writes the built-in data: one transaction, batched, safe to repeat; the second time nothing changes. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Changes, Db, Write } from '../../db/index.ts'
import { RELATIONSHIPS } from '../../model/index.ts'
import { PRODUCT_VERSION, ROOT } from '../../root.ts'
import { withAddedText } from '../../text/index.ts'
import finishRun from './finish-run.cypher'
import mergeNodes from './merge-nodes.cypher'
import mergeRelationships from './merge-relationships.cypher'
import removeStale from './remove-stale-relationships.cypher'
import { mapTables, type NodeRow } from './map.ts'
import { readFiles, type Refusal } from './read.ts'

export const BUILT_IN_FOLDER = join(ROOT, 'graph', 'data', 'cambodia')
const IMPORTER = 'cambodia'
const BATCH = 5_000

export type LoadReport = {
  /** Rows read per file, refused ones included. */
  readonly read: Readonly<Record<string, number>>
  readonly refused: readonly Refusal[]
  readonly nodes: number
  readonly relationships: number
  /** What the graph gained or lost; all zero when it held all of this already. */
  readonly changes: Changes
}

const NOTHING: Changes = {
  nodesCreated: 0,
  nodesDeleted: 0,
  relationshipsCreated: 0,
  relationshipsDeleted: 0,
  propertiesSet: 0,
  labelsAdded: 0,
}

const add = (a: Changes, b: Changes): Changes => ({
  nodesCreated: a.nodesCreated + b.nodesCreated,
  nodesDeleted: a.nodesDeleted + b.nodesDeleted,
  relationshipsCreated: a.relationshipsCreated + b.relationshipsCreated,
  relationshipsDeleted: a.relationshipsDeleted + b.relationshipsDeleted,
  propertiesSet: a.propertiesSet + b.propertiesSet,
  labelsAdded: a.labelsAdded + b.labelsAdded,
})

const batches = function* <Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH)
}

/** Labels and types cannot be parameters in Cypher: they are put in from graph/model, never from input. */
const withNames = (statement: string, names: Readonly<Record<string, string>>): string =>
  Object.entries(names).reduce((text, [placeholder, name]) => text.replaceAll(placeholder, name), statement)

type Filled = { readonly id: string; readonly filledBy: readonly string[]; readonly searchAdded: string | null }

/** A row without what imported files filled in where our files say nothing, and findable by the words they brought. */
export function besideImports({ id, properties }: NodeRow, filled: Filled | undefined): NodeRow {
  if (filled === undefined) return { id, properties }
  const names = new Set(filled.filledBy.map((entry) => entry.split(' ')[0]))
  const own = Object.fromEntries(
    Object.entries(properties).filter(([name, value]) => value !== null || !names.has(name)),
  )
  return {
    id,
    properties: filled.searchAdded === null ? own : { ...own, ...withAddedText(own, filled.searchAdded) },
  }
}

/** Documents whose facts imported files filled in, and the recommendations that stand in them. */
type FilledDocument = {
  readonly id: string
  readonly filledBy: readonly string[]
  readonly recommendations: readonly string[]
}
const DATES: readonly string[] = ['adoptedOn', 'publishedOn']
/** What follows from the date of a document, on itself and on its recommendations. */
const BY_DATE = ['year', 'yearBasis', 'sortOn', 'listOrder', 'dateOrder'] as const
/** What search finds a document, and by its symbol and year its recommendations, by. */
const FOUND_BY = ['searchSymbol', 'searchExact'] as const
const FOUND_BY_WORDS = [...FOUND_BY, 'searchText', 'stemText'] as const

/**
 * Rows without what follows from facts of documents that imported files brought and our files do not have: a date, say. A fact of
 * our own takes its place again.
 */
export function besideFilledDocuments(
  graph: ReadonlyMap<string, readonly NodeRow[]>,
  filled: readonly FilledDocument[],
): (row: NodeRow) => NodeRow {
  const documents = new Map((graph.get('ReviewDocument') ?? []).map((row) => [row.id, row]))
  const kept = new Map<string, { readonly names: ReadonlySet<string>; readonly filledBy?: readonly string[] | null }>()
  for (const { id, filledBy, recommendations } of filled) {
    const own = documents.get(id)?.properties ?? {}
    const isNotOurs = (name: string): boolean => (own[name] ?? null) === null
    const still = filledBy.filter((entry) => isNotOurs(entry.split(' ')[0] ?? ''))
    const names = still.map((entry) => entry.split(' ')[0] ?? '')
    const byDate = names.some((name) => DATES.includes(name)) && DATES.every(isNotOurs) ? BY_DATE : []
    kept.set(id, {
      names: new Set([...names, ...byDate, ...(names.length > 0 ? FOUND_BY_WORDS : [])]),
      filledBy: still.length === 0 ? null : still,
    })
    if (byDate.length > 0 || names.includes('symbol'))
      for (const one of recommendations) kept.set(one, { names: new Set([...byDate, ...FOUND_BY]) })
  }
  return ({ id, properties }) => {
    const found = kept.get(id)
    if (found === undefined) return { id, properties }
    const own = Object.fromEntries(Object.entries(properties).filter(([name]) => !found.names.has(name)))
    return { id, properties: found.filledBy === undefined ? own : { ...own, filledBy: found.filledBy } }
  }
}

/**
 * Reads, checks and writes the built-in files. Nothing is written before all of them have been read.
 * Errors: UnreadableFileError naming file, row and column; bad rows come back in `refused`.
 */
export async function loadBuiltIn(
  db: Db,
  {
    folder = BUILT_IN_FOLDER,
    onProgress,
  }: { folder?: string; onProgress?: ((done: number, total: number) => void) | undefined } = {},
): Promise<LoadReport> {
  const { tables, refused: badRows, contentHash, read } = await readFiles(folder)
  const graph = mapTables(tables)
  const refused = [...badRows, ...graph.refused]
  const nodes = [...graph.nodes.values()].reduce((sum, rows) => sum + rows.length, 0)
  const relationships = graph.relationships.reduce((sum, { rows }) => sum + rows.length, 0)
  const startedAt = new Date().toISOString()
  const runId = `import-run:${randomUUID()}`

  const changes = await db.write(
    async (run: Write) => {
      let done = 0
      let total = NOTHING
      const note = (rows: number, result: { changes: Changes }): void => {
        done += rows
        total = add(total, result.changes)
        onProgress?.(done, nodes + relationships)
      }
      const { rows: filledRows } = await run(
        'MATCH (n:Recommendation) WHERE n.filledBy IS NOT NULL RETURN n.id AS id, n.filledBy AS filledBy, n.searchAdded AS searchAdded',
      )
      const filled = new Map((filledRows as Filled[]).map((one) => [one.id, one]))
      const { rows: filledDocuments } = await run(
        'MATCH (d:ReviewDocument) WHERE d.filledBy IS NOT NULL RETURN d.id AS id, d.filledBy AS filledBy, COLLECT { MATCH (d)<-[:ISSUED_IN]-(n) RETURN n.id } AS recommendations',
      )
      const beside = besideFilledDocuments(graph.nodes, filledDocuments as FilledDocument[])
      for (const [label, all] of graph.nodes) {
        const rows = (label === 'Recommendation' ? all.map((row) => besideImports(row, filled.get(row.id))) : all).map(
          beside,
        )
        for (const batch of batches(rows))
          note(batch.length, await run(withNames(mergeNodes, { __LABEL__: label }), { rows: batch, runId }))
      }
      for (const { type, from, to, rows } of graph.relationships) {
        const names = { __FROM__: from, __TYPE__: type, __TO__: to }
        for (const batch of batches(rows)) {
          note(
            batch.length,
            await run(withNames(mergeRelationships, names), { rows: batch, runId, importer: IMPORTER }),
          )
        }
      }
      // What an earlier version of the files said and this one no longer does; what others added is not touched.
      for (const type of Object.keys(RELATIONSHIPS)) {
        const keys = graph.relationships
          .filter((batch) => batch.type === type)
          .flatMap(({ rows }) => rows.map(({ from, to }) => `${from} ${to}`))
        note(0, await run(withNames(removeStale, { __TYPE__: type }), { keys, importer: IMPORTER }))
      }
      const hasChanged = Object.values(total).some((count) => count > 0)
      if (hasChanged) {
        await run(finishRun, {
          id: runId,
          properties: {
            importer: IMPORTER,
            version: PRODUCT_VERSION,
            contentHash,
            startedAt,
            finishedAt: new Date().toISOString(),
            read: Object.values(read).reduce((sum, count) => sum + count, 0),
            written: nodes + relationships,
            refused: refused.length,
          },
        })
      }
      return total
    },
    { name: 'load-built-in' },
  )
  return { read, refused, nodes, relationships, changes }
}

/** True where the graph holds no State's recommendations yet. */
export async function isEmpty(db: Db): Promise<boolean> {
  const rows = await db.read<{ isEmpty: boolean }>('RETURN NOT EXISTS { (:Recommendation) } AS isEmpty')
  return rows[0]?.isEmpty ?? true
}

/** True where the graph was loaded from other built-in files than those that stand in `folder` now. */
export async function isBuiltInOutdated(db: Db, folder: string = BUILT_IN_FOLDER): Promise<boolean> {
  const rows = await db.read<{ hash: string }>(
    'MATCH (run:ImportRun {importer: $importer}) RETURN run.contentHash AS hash ORDER BY run.finishedAt DESC LIMIT 1',
    { importer: IMPORTER },
  )
  const known = rows[0]?.hash
  return known !== undefined && known !== (await readFiles(folder)).contentHash
}
