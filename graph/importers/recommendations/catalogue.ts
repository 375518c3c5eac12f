/** What of the graph an import must know before its first row: the vocabulary and the documents; both stay small as the graph grows. */
import type { Db } from '../../db/index.ts'
import { keyOf, parseId, type Label } from '../../model/index.ts'
import type { ReadThing } from '../records.ts'
import { naturalOrderKey, searchProperties, stateNames } from '../../text/index.ts'
import documentsStatement from './cypher/documents.cypher'
import vocabularyStatement from './cypher/vocabulary.cypher'
import { cycleWordsOf, Documents, type HeldDocument, type ResolvedDocument } from './documents.ts'
import { describeMechanism, mechanismKey } from './mechanisms.ts'
import { SOURCES } from './sources.ts'
import type { Properties, Vocabulary } from './plan.ts'
import type { PreparedImport } from './prepare.ts'

export type NewNode = { readonly label: Label; readonly id: string; readonly properties: Properties }

export type Catalogue = {
  readonly vocabulary: Vocabulary
  readonly documents: ReadonlyMap<string, ResolvedDocument>
  readonly documentDoubts: readonly string[]
  /** Nodes that the file names and the graph does not hold: States, mechanisms, SDG goals and targets. */
  readonly missing: readonly NewNode[]
  /** Keys of documents that several names of the file lead to: what is gone from them cannot be told batch by batch. */
  readonly shared: ReadonlySet<string>
}

const missingNodes = (prepared: PreparedImport, names: ReadonlyMap<string, string>): NewNode[] => {
  const nodes: NewNode[] = []
  for (const thing of prepared.things.values())
    if (thing.label !== 'ReviewDocument' && thing.label !== 'Recommendation' && !names.has(thing.id))
      nodes.push({ label: thing.label, id: thing.id, properties: propertiesOfThing(thing) })
  const add = (label: Label, id: string, properties: Properties): void => {
    if (!names.has(id)) nodes.push({ label, id, properties: { ...properties, ...searchProperties(label, properties) } })
  }
  for (const code of prepared.states) {
    const { name, nameKm } = stateNames(code)
    add('State', `state:${code}`, {
      code,
      name,
      nameKm,
      source: 'ISO 3166-1, names by i18n-iso-countries',
    })
  }
  for (const printed of prepared.mechanisms) {
    const { code, name, kind } = describeMechanism(printed)
    add('Mechanism', `mechanism:${mechanismKey(printed)}`, {
      code,
      name,
      kind,
      source: prepared.sourceName,
    })
  }
  for (const id of prepared.sdgs) {
    const parsed = parseId(id)
    const number = /^(?:sdg-)?(\d{1,2})(?:-(\w+))?$/.exec(parsed?.key ?? '')
    if (parsed === null || number?.[1] === undefined) continue
    const [, goal, part] = number
    const source = 'A/RES/70/1 (2030 Agenda for Sustainable Development)'
    add('SdgGoal', `sdg-goal:${goal}`, { goal: Number(goal), source })
    if (parsed.label === 'SdgTarget' && part !== undefined)
      add('SdgTarget', id, {
        target: `${goal}.${part}`,
        targetOrder: naturalOrderKey(`${goal}.${part}`),
        shortTitle: `Target ${goal}.${part}`,
        source,
      })
  }
  // What the file describes itself comes first and stays.
  return [...new Map([...nodes].reverse().map((node) => [node.id, node])).values()].reverse()
}

/** Reads the vocabulary and the documents of the graph and resolves what the file names against them. */
export async function openCatalogue(db: Db, prepared: PreparedImport): Promise<Catalogue> {
  const rows = await db.read<{ label: Label; id: string; name: string }>(vocabularyStatement)
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const missing = missingNodes(prepared, names)
  for (const { id, properties } of missing) names.set(id, String(properties['name'] ?? properties['shortTitle'] ?? ''))
  const { resolved, doubts } = new Documents(
    await db.read<HeldDocument>(documentsStatement),
    SOURCES[prepared.format],
  ).resolveAll(prepared.documents.values())
  const keysOf = new Map<string, string[]>()
  for (const [key, { id }] of resolved) keysOf.set(id, [...(keysOf.get(id) ?? []), key])
  return {
    vocabulary: { has: (id) => names.has(id), nameOf: (id) => names.get(id) ?? null },
    documents: resolved,
    documentDoubts: doubts,
    missing,
    shared: new Set([...keysOf.values()].filter((keys) => keys.length > 1).flat()),
  }
}

/** Orders that lists of things are sorted by, from what they are called. */
const ORDERS: Partial<Record<Label, readonly [order: string, from: string]>> = {
  Right: ['articleOrder', 'name'],
  SdgTarget: ['targetOrder', 'target'],
  Initiative: ['numberOrder', 'number'],
}

/** Properties of a thing that our own export describes, with those that follow from them. */
export function propertiesOfThing({ label, id, properties }: ReadThing): Properties {
  const [order, from] = ORDERS[label] ?? []
  const derived =
    order === undefined || from === undefined ? {} : { [order]: naturalOrderKey(String(properties[from] ?? keyOf(id))) }
  return { ...properties, ...derived, ...searchProperties(label, properties) }
}

/** Properties of a document that the graph does not hold yet. */
export function propertiesOfDocument(
  { title, symbol, year, yearBasis, sortOn, mechanism, named }: ResolvedDocument,
  source: string,
  described: ReadThing | undefined,
): Properties {
  if (described !== undefined)
    return {
      ...described.properties,
      sortOn: sortOn === '' ? null : sortOn,
      ...searchProperties('ReviewDocument', described.properties, { document: mechanism }),
    }
  const properties = {
    symbol,
    title,
    session: named.session,
    cycle: cycleWordsOf(named),
    adoptedOn: named.adoptedOn,
    publishedOn: named.publishedOn,
    complete: false,
    year,
    yearBasis,
    sortOn: sortOn === '' ? null : sortOn,
    source: symbol === null ? source : `${symbol} (${source})`,
  }
  return { ...properties, ...searchProperties('ReviewDocument', properties, { document: mechanism }) }
}
