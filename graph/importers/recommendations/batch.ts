/** One batch of whole documents: looked up in the graph, planned, and written in one transaction. */
import type { Db, Write } from '../../db/index.ts'
import { keyOf, RELATIONSHIPS, type Label, type RelationshipType } from '../../model/index.ts'
import { mapInTurns } from './batches.ts'
import type { Catalogue } from './catalogue.ts'
import type { Claim } from './claim.ts'
import { createRecommendations } from './create.ts'
import addRelationships from './cypher/add-relationships.cypher'
import citesStatement from './cypher/cites.cypher'
import candidatesStatement from './cypher/candidates.cypher'
import changeNodes from './cypher/change-nodes.cypher'
import detailsStatement from './cypher/details.cypher'
import removeRelationships from './cypher/remove-relationships.cypher'
import statesStatement from './cypher/recommending-states.cypher'
import textsStatement from './cypher/texts.cypher'
import { findNear, groupRows, matchGroups, type Candidate, type Group } from './identity.ts'
import {
  isUnchanged,
  MACHINE,
  planChange,
  planNew,
  type ChangedRow,
  type Details,
  type HeldRelationship,
  type NewRow,
  type Outcome,
  type Properties,
} from './plan.ts'
import type { PreparedImport } from './prepare.ts'
import { NUMBERED_BY_MANY } from './sources.ts'
import type { Example, Tally } from './report.ts'
import type { SpooledRow } from './spool.ts'

export type ImportContext = {
  readonly db: Db
  readonly prepared: PreparedImport
  readonly catalogue: Catalogue
  readonly runId: string
}

type Cite = { readonly from: string; readonly to: string }
/** What the file says of one document by position: compared with the graph after writing. */
export type FileFigures = { readonly documentId: string; readonly positions: Map<string, number> }

export type BatchPlan = {
  readonly rows: number
  readonly create: readonly NewRow[]
  readonly change: readonly ChangedRow[]
  readonly cites: readonly Cite[]
  /** Recommendations that an earlier file of this source had, and this one has no longer in the same document. */
  readonly gone: readonly string[]
  /** How many recommendations of this source the graph held in these documents. */
  readonly heldBefore: number
  readonly figures: readonly FileFigures[]
  /** Adds the batch to the totals. Called once, when it is written or, in a dry run, when it is planned. */
  readonly count: (tally: Tally) => void
}

const PREFIX = 'import-change:'
/** Id of what a run keeps of a node it changes: the same node in the same run has one. */
export const changePrefixOf = (runId: string): string => `${PREFIX}${keyOf(runId)}.`
export const changeIdOf = (runId: string, id: string): string => `${changePrefixOf(runId)}${id.replaceAll(':', '.')}`

const NO_POSITION = 'none'

function exampleOf(group: Group, id: string, catalogue: Catalogue, fields: Example['fields'] = []): Example {
  const [row] = group.rows
  const document = row === undefined ? undefined : catalogue.documents.get(row.documentKey)
  return {
    id,
    row: row?.place.row ?? 0,
    symbol: document?.symbol ?? null,
    paragraph: group.paragraph,
    text: (group.text || String(group.more['summary'] ?? '')).slice(0, 200),
    fields,
  }
}

/** Two changes of one recommendation as one: the first `before` counts, the last value. */
function joinChanges(changes: readonly ChangedRow[]): ChangedRow[] {
  const byId = new Map<string, ChangedRow>()
  for (const change of changes) {
    const before = byId.get(change.id)
    byId.set(
      change.id,
      before === undefined
        ? change
        : {
            ...before,
            properties: { ...before.properties, ...change.properties },
            before: { ...change.before, ...before.before },
            add: [...before.add, ...change.add],
            remove: [...before.remove, ...change.remove],
          },
    )
  }
  return [...byId.values()]
}

/** Looks a batch up in the graph and works out what must be written. Writes nothing. */
export async function planBatch(
  rows: readonly SpooledRow[],
  { db, prepared, catalogue, runId }: ImportContext,
): Promise<BatchPlan> {
  const { system, sourceName, sourceIds } = prepared
  const context = { system, sourceName, runId, vocabulary: catalogue.vocabulary }
  const byDocument = new Map<string, SpooledRow[]>()
  const isNumbered = NUMBERED_BY_MANY.has(system)
  for (const given of rows) {
    const { documentKey } = given
    // A document of several names may lie in several batches, where its rows' numbers cannot be compared: words decide there.
    const row = isNumbered && catalogue.shared.has(documentKey) ? { ...given, sourceId: null } : given
    const list = byDocument.get(documentKey)
    if (list === undefined) byDocument.set(documentKey, [row])
    else list.push(row)
  }
  const documentOf = (group: Group) => {
    const document = catalogue.documents.get(group.rows[0]?.documentKey ?? '')
    if (document === undefined) throw new Error(`No document was resolved for a row of ${prepared.fileName}`)
    return document
  }
  const grouped = await mapInTurns(byDocument, ([key, some]) =>
    groupRows(some, { system, documentId: catalogue.documents.get(key)?.id ?? '' }),
  )
  const groups = grouped.flat()
  const ids = groups.map(({ namedId, mintedId }) => namedId ?? mintedId)
  const candidates = await db.read<Omit<Candidate, 'states'>>(
    candidatesStatement,
    {
      documentIds: [...new Set(groups.map(({ documentId }) => documentId))],
      ids,
      runId,
      changePrefix: changePrefixOf(runId),
    },
    { name: 'import-candidates' },
  )
  const wordings = new Map<string, number>()
  for (const { documentId, hash } of candidates)
    if (hash !== null) wordings.set(`${documentId} ${hash}`, (wordings.get(`${documentId} ${hash}`) ?? 0) + 1)
  const ambiguous = candidates.filter(
    ({ documentId, hash }) => hash !== null && (wordings.get(`${documentId} ${hash}`) ?? 0) > 1,
  )
  const statesOf = new Map<string, string[]>(
    ambiguous.length === 0
      ? []
      : (await db.read<{ id: string; states: string[] }>(statesStatement, { ids: ambiguous.map(({ id }) => id) })).map(
          ({ id, states }) => [id, states],
        ),
  )
  const { matches, doubts, unmatched, unmet } = matchGroups(
    groups,
    candidates.map((candidate) => ({ ...candidate, states: statesOf.get(candidate.id) ?? [] })),
  )

  // What is near is looked for among what other sources say of the same documents: usually nothing.
  const others = unmet.filter((candidate) => !candidate.sourceIds.some((id) => id.startsWith(`${system}:`)))
  const documentsWithUnmatched = new Set(unmatched.map(({ documentId }) => documentId))
  const neighbours = others.filter(({ documentId }) => documentsWithUnmatched.has(documentId))
  const near =
    neighbours.length === 0
      ? []
      : findNear(
          unmatched,
          neighbours,
          new Map(
            (
              await db.read<{ id: string; text: string | null }>(textsStatement, {
                ids: neighbours.map(({ id }) => id),
              })
            ).map(({ id, text }) => [id, text]),
          ),
        )

  const create = await mapInTurns(unmatched, (group) => planNew(group, documentOf(group), context))
  const idOf = new Map<Group, string[]>()
  unmatched.forEach((group) => idOf.set(group, [group.namedId ?? group.mintedId]))
  const counted: ((tally: Tally) => void)[] = []
  for (const group of unmatched)
    counted.push((tally) => {
      tally.count('new', 1, () => exampleOf(group, group.namedId ?? group.mintedId, catalogue))
      tally.count('merged', group.rows.length - 1, () => exampleOf(group, group.namedId ?? group.mintedId, catalogue))
    })

  const toChange = matches.filter(({ group, targets }) => !targets.every((target) => isUnchanged(group, target)))
  const details = new Map<string, Details>()
  if (toChange.length > 0) {
    const changedIds = [...new Set(toChange.flatMap(({ targets }) => targets.map(({ id }) => id)))]
    for (const one of await db.read<Details>(detailsStatement, { ids: changedIds }, { name: 'import-details' }))
      details.set(one.id, one)
  }
  const changes: ChangedRow[] = []
  const changeDoubts: { group: Group; doubt: string }[] = []
  for (const { group, targets } of matches) {
    idOf.set(
      group,
      targets.map(({ id }) => id),
    )
    const row = (outcome: Outcome, id: string, fields: Example['fields'] = []): void => {
      counted.push((tally) => {
        const rest = outcome === 'new' || outcome === 'changed' ? group.rows.length - 1 : 0
        tally.count(outcome, group.rows.length - rest, () => exampleOf(group, id, catalogue, fields))
        tally.count('merged', rest, () => exampleOf(group, id, catalogue))
      })
    }
    const [first] = targets
    if (first === undefined) continue
    if (targets.every((target) => isUnchanged(group, target))) {
      // What this run wrote before it was cut off counts as it did then.
      row(first.runId === runId ? ((first.outcome as Outcome | null) ?? 'new') : 'unchanged', first.id)
      continue
    }
    let outcome: Outcome = 'unchanged'
    let fields: Example['fields'] = []
    for (const target of targets) {
      const held = details.get(target.id)
      if (held === undefined) continue
      const planned = planChange(group, documentOf(group), held, context, { isOneOfSeveral: targets.length > 1 })
      for (const doubt of planned.doubts) changeDoubts.push({ group, doubt: `${target.id}: ${doubt}` })
      if (planned.change === null) continue
      changes.push(planned.change)
      outcome = planned.change.outcome
      fields = planned.fields
      // A second row for the same recommendation sees what the first one makes of it.
      details.set(target.id, {
        ...held,
        properties: { ...held.properties, ...planned.change.properties },
        relationships: held.relationships
          .filter((one) => !planned.change?.remove.includes(one))
          .concat(planned.change.add.map((one) => ({ ...one, properties: { ...one.properties, importer: system } }))),
      })
    }
    row(outcome, first.id, fields)
  }

  const named = citesOf(groups, idOf, candidates, changeDoubts)
  const citing =
    named.length === 0
      ? []
      : await db.read<{ cite: string }>(citesStatement, { ids: [...new Set(named.map(({ from }) => from))] })
  const linked = new Set(citing.map(({ cite }) => cite))
  const cites = named.filter(({ from, to }) => !linked.has(`${from} ${to}`))
  const held = candidates.filter((candidate) => candidate.sourceIds.some((id) => id.startsWith(`${system}:`)))
  const metIds = new Set([...idOf.values()].flat())
  const inSeveralBatches = new Set(
    [...byDocument.keys()].filter((key) => catalogue.shared.has(key)).map((key) => catalogue.documents.get(key)?.id),
  )
  const gone = held.filter(
    (candidate) =>
      !metIds.has(candidate.id) &&
      candidate.goneOn === null &&
      (isNumbered || !candidate.sourceIds.some((id) => sourceIds.has(id))) &&
      !inSeveralBatches.has(candidate.documentId),
  )
  const figures = new Map<string, Map<string, number>>()
  for (const group of groups) {
    const positions = figures.get(group.documentId) ?? new Map<string, number>()
    for (const _target of idOf.get(group) ?? [])
      positions.set(group.position ?? NO_POSITION, (positions.get(group.position ?? NO_POSITION) ?? 0) + 1)
    figures.set(group.documentId, positions)
  }
  return {
    rows: rows.length,
    create,
    change: joinChanges(changes),
    cites,
    gone: gone.map(({ id }) => id),
    heldBefore: held.filter(({ runId: last, outcome }) => last !== runId || outcome !== null).length,
    figures: [...figures].map(([documentId, positions]) => ({ documentId, positions })),
    count: (tally) => {
      for (const one of counted) one(tally)
      const ofRows = groups.flatMap((group) => (group.doubt === null ? [] : [{ group, doubt: group.doubt }]))
      for (const { group, doubt } of [...ofRows, ...doubts, ...near, ...changeDoubts])
        tally.doubt({ row: group.rows[0]?.place.row ?? 0, sheet: group.rows[0]?.place.sheet ?? null, doubt })
    },
  }
}

/** Links from a paragraph of urgent measures to the paragraphs it names. */
function citesOf(
  groups: readonly Group[],
  idOf: ReadonlyMap<Group, readonly string[]>,
  candidates: readonly Omit<Candidate, 'states'>[],
  doubts: { group: Group; doubt: string }[],
): Cite[] {
  const citing = groups.filter(({ citedParagraphs }) => citedParagraphs.length > 0)
  if (citing.length === 0) return []
  const numberOf = (paragraph: string): string => paragraph.split('(')[0]?.trim() ?? paragraph
  const byPlace = new Map<string, Set<string>>()
  const put = (documentId: string, paragraph: string | null, id: string): void => {
    if (paragraph === null) return
    for (const one of new Set([paragraph, numberOf(paragraph)])) {
      const place = `${documentId} ${one}`
      byPlace.set(place, (byPlace.get(place) ?? new Set<string>()).add(id))
    }
  }
  for (const { id, documentId, paragraph } of candidates) put(documentId, paragraph, id)
  for (const group of groups) for (const id of idOf.get(group) ?? []) put(group.documentId, group.paragraph, id)
  const cites: Cite[] = []
  for (const group of citing)
    for (const paragraph of group.citedParagraphs) {
      const found = byPlace.get(`${group.documentId} ${paragraph}`)
      if (found === undefined)
        doubts.push({ group, doubt: `names paragraph ${paragraph}, which neither the file nor the graph has` })
      for (const from of idOf.get(group) ?? []) for (const to of found ?? []) if (to !== from) cites.push({ from, to })
    }
  return cites
}

/** Labels and types cannot be parameters in Cypher: they are put in from graph/model, never from input. */
export const withNames = (statement: string, names: Readonly<Record<string, string>>): string =>
  Object.entries(names).reduce((text, [placeholder, name]) => text.replaceAll(placeholder, name), statement)

export type EdgeRow = { readonly from: string; readonly to: string; readonly properties: Properties }

/** Relationships of one type between two labels, as they are written. */
export type Edges = {
  readonly type: RelationshipType
  readonly from: Label
  readonly to: Label
  /** The machine suggested them elsewhere, and keeps them up to date here. */
  readonly isByMachine: boolean
  readonly rows: EdgeRow[]
}

/** Relationships seen from nodes of one label, by type and direction, so that each group is one statement on its labels' indexes. */
export function byKind(label: Label, relationships: readonly (HeldRelationship & { readonly of: string })[]): Edges[] {
  const groups = new Map<string, Edges>()
  for (const { of, type, label: other, to, properties, isIncoming = false } of relationships) {
    if (!(type in RELATIONSHIPS)) throw new Error(`${type} is no relationship type of the model`)
    // Rules suggest by mandate, as the built-in data does, and say how they found it.
    const isByMachine =
      properties['state'] === 'SUGGESTED' && (properties['basis'] === 'SUGGESTED' || properties['method'] !== undefined)
    const kind = `${type} ${other} ${isIncoming ? 'in' : 'out'} ${isByMachine ? MACHINE : ''}`
    const group = groups.get(kind) ?? {
      type,
      from: isIncoming ? other : label,
      to: isIncoming ? label : other,
      isByMachine,
      rows: [],
    }
    groups.set(kind, group)
    group.rows.push({ from: isIncoming ? to : of, to: isIncoming ? of : to, properties })
  }
  return [...groups.values()]
}

/** Makes relationships that are not there. */
export async function writeEdges(
  run: Write,
  edges: readonly Edges[],
  { runId, importer }: { readonly runId: string; readonly importer: string },
): Promise<void> {
  for (const { type, from, to, rows, isByMachine } of edges)
    await run(withNames(addRelationships, { __TYPE__: type, __FROM__: from, __TO__: to }), {
      rows,
      runId,
      importer: isByMachine ? MACHINE : importer,
    })
}

/** JSON that an undo reads: properties before and after, and the relationships taken away. */
export const beforeOf = ({
  before,
  properties,
  remove,
}: Pick<ChangedRow, 'before' | 'properties' | 'remove'>): string =>
  JSON.stringify({ before, after: properties, removed: remove })

/** Whether writing the plan would change anything that is not there already. */
export const isEmptyPlan = ({ create, change, cites }: BatchPlan): boolean =>
  create.length === 0 && change.length === 0 && cites.length === 0

/** Writes changed recommendations and keeps how they were. */
export async function writeChanges(
  run: Write,
  change: readonly ChangedRow[],
  { runId, importer }: { readonly runId: string; readonly importer: string },
): Promise<void> {
  if (change.length === 0) return
  const remove = new Map<string, { from: string; to: string }[]>()
  for (const { id, remove: gone } of change)
    for (const { type, label, to } of gone) {
      const kind = `${type} ${label}`
      remove.set(kind, [...(remove.get(kind) ?? []), { from: id, to }])
    }
  for (const [kind, rows] of remove) {
    const [type = '', label = ''] = kind.split(' ')
    await run(withNames(removeRelationships, { __TYPE__: type, __OTHER__: label }), { rows })
  }
  await run(withNames(changeNodes, { __LABEL__: 'Recommendation' }), {
    rows: change.map((one) => ({
      id: one.id,
      properties: one.properties,
      changeId: changeIdOf(runId, one.id),
      before: beforeOf(one),
      beforeRunId: one.beforeRunId,
      outcome: one.outcome,
    })),
    runId,
  })
  const added = change.flatMap(({ id, add }) => add.map((one) => ({ ...one, of: id })))
  await writeEdges(run, byKind('Recommendation', added), { runId, importer })
}

/** Writes a plan in one transaction, under the claim. */
export async function writeBatch(plan: BatchPlan, { db, prepared, runId }: ImportContext, claim: Claim): Promise<void> {
  if (isEmptyPlan(plan)) return
  const { system } = prepared
  await db.write(
    async (run) => {
      if (plan.create.length > 0) {
        await createRecommendations(run, plan.create, { runId, importer: system })
        const others = plan.create.flatMap((row) =>
          row.others.map((one) => ({ ...one, of: String(row.properties['id']) })),
        )
        await writeEdges(run, byKind('Recommendation', others), { runId, importer: system })
      }
      await writeChanges(run, plan.change, { runId, importer: system })
      if (plan.cites.length > 0)
        await run(
          withNames(addRelationships, { __TYPE__: 'CITES', __FROM__: 'Recommendation', __TO__: 'Recommendation' }),
          {
            rows: plan.cites.map((cite) => ({ ...cite, properties: {} })),
            runId,
            importer: system,
          },
        )
      // Last, so that the claim is locked only while committing; without it everything above is taken back.
      await claim.prove(run)
    },
    { name: 'import-batch' },
  )
}
