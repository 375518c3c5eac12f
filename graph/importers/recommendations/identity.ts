/**
 * Which rows are one recommendation, and which recommendation of the graph they meet. Pure.
 *
 * In order: the source's own id; the crosswalk; document, paragraph and wording; document and wording. What is near but not
 * equal is a doubt for a person to decide, and goes in as a recommendation of its own.
 */
import { keyOf } from '../../model/index.ts'
import type { ReadLabel, ReadRelationship, ReadState } from '../records.ts'
import { NUMBERED_BY_MANY, OWN_SYSTEM } from './sources.ts'
import type { SpooledRow } from './spool.ts'
import { comparableWording, likeness, shortHash } from './wording.ts'

/** Raised when the writer makes something else of the same rows, so that a rerun brings the graph up to date. */
const WRITING_REVISION = '1'

/** Rows of one file that are one recommendation. */
export type Group = {
  readonly rows: readonly SpooledRow[]
  readonly documentId: string
  /** `system:id` of each record of the source that says it. */
  readonly sourceIds: readonly string[]
  /** Hash of all that the rows say: equal means that nothing has changed. */
  readonly digest: string
  /** Id for a new node. The same rows give the same id. */
  readonly mintedId: string
  /** Id that the crosswalk or the file itself names; such a row meets no other. */
  readonly namedId: string | null
  readonly text: string
  readonly textLanguage: string
  readonly hash: string
  readonly paragraph: string | null
  readonly part: number | null
  readonly heading: string | null
  readonly kind: SpooledRow['kind']
  readonly position: SpooledRow['position']
  readonly positionPrinted: string | null
  readonly states: readonly ReadState[]
  readonly themes: readonly ReadLabel[]
  readonly affectedGroups: readonly ReadLabel[]
  readonly sdgs: readonly ReadLabel[]
  readonly rights: readonly ReadLabel[]
  readonly bodies: readonly ReadLabel[]
  readonly citedParagraphs: readonly string[]
  readonly more: SpooledRow['more']
  /** What a person should check about the rows themselves. */
  readonly doubt: string | null
  /** Our own export alone: every relationship to a thing, as it is to be written. */
  readonly relationships: readonly ReadRelationship[] | null
}

/** What matching must know of a recommendation of the graph. */
export type Candidate = {
  readonly id: string
  readonly documentId: string
  readonly paragraph: string | null
  readonly hash: string | null
  readonly position: string | null
  readonly sourceIds: readonly string[]
  readonly digests: readonly string[]
  readonly runId: string | null
  readonly goneOn: string | null
  /** Codes of the recommending States; empty where the question was not asked. */
  readonly states: readonly string[]
  /** Outcome that this same run had for it before it was cut off; null where it did not write it, or made it new. */
  readonly outcome: string | null
}

const union = <Item>(lists: readonly (readonly Item[])[], keyOfItem: (item: Item) => string): Item[] => {
  if (lists.length === 1) return [...(lists[0] ?? [])]
  const found = new Map<string, Item>()
  for (const item of lists.flat()) if (!found.has(keyOfItem(item))) found.set(keyOfItem(item), item)
  return [...found.values()]
}
const unionLabels = (lists: readonly (readonly ReadLabel[])[]): ReadLabel[] =>
  union(lists, ({ id, printed }) => `${id ?? ''} ${printed}`)

/** Longest key of an id. */
const LONGEST_KEY = 120
/** What is too long is cut with a hash of the whole: what is cut must not become what another is cut to. */
function idKey(text: string): string {
  const key = text.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[^\p{L}\p{N}]+/u, '')
  return key.length <= LONGEST_KEY ? key : `${key.slice(0, LONGEST_KEY - 13)}-${shortHash(text).slice(0, 12)}`
}

/**
 * Id of a row's record in its source, or null. A source's own id may stand for several: one paragraph of several wordings,
 * or one text addressed to several States.
 */
export const recordIdOf = ({
  sourceId,
  state,
  part,
}: Pick<SpooledRow, 'sourceId' | 'state' | 'part'>): string | null =>
  sourceId === null || sourceId === '' ? null : `${sourceId}-${state.toLowerCase()}${part === null ? '' : `.${part}`}`

/** Key of a new recommendation by the id that its source gives it. */
function mintedKeyOf(system: string, documentId: string, recordId: string): string {
  if (!NUMBERED_BY_MANY.has(system)) return idKey(`${system}-${recordId}`)
  return idKey(`${keyOf(documentId)}-${system}-${recordId}`)
}

/** What the rows of one recommendation say together, in the order of the file. */
function joinRows(
  rows: readonly SpooledRow[],
  {
    system,
    documentId,
    recordId,
    doubt,
  }: { system: string; documentId: string; recordId: string; doubt: string | null },
): Group {
  const [first] = rows
  if (first === undefined) throw new Error('A group has at least one row')
  const own = rows.flatMap((row) => recordIdOf(row) ?? [])
  const isOurs = system === OWN_SYSTEM
  const namedId =
    isOurs && first.sourceId !== null
      ? first.sourceId.startsWith('recommendation:')
        ? first.sourceId
        : `recommendation:${idKey(first.sourceId)}`
      : (rows.find(({ crosswalkId }) => crosswalkId !== null)?.crosswalkId ?? null)
  const joined = {
    text: first.text,
    textLanguage: first.textLanguage,
    hash: first.hash,
    paragraph: rows.find(({ paragraph }) => paragraph !== null)?.paragraph ?? null,
    part: first.part,
    kind: first.kind,
    position: rows.find(({ position }) => position !== null)?.position ?? null,
    positionPrinted: rows.find(({ positionPrinted }) => positionPrinted !== null)?.positionPrinted ?? null,
    heading: rows.find(({ heading }) => heading !== null)?.heading ?? null,
    states: union(
      rows.map((row) => row.recommendingStates),
      ({ code, printed }) => code ?? printed,
    ),
    themes: unionLabels(rows.map((row) => row.themes)),
    affectedGroups: unionLabels(rows.map((row) => row.affectedGroups)),
    sdgs: unionLabels(rows.map((row) => row.sdgs)),
    rights: unionLabels(rows.map((row) => row.rights)),
    bodies: unionLabels(rows.map((row) => row.bodies)),
    citedParagraphs: union(
      rows.map((row) => row.citedParagraphs),
      (paragraph) => paragraph,
    ),
    more: rows.length === 1 ? first.more : Object.assign({}, ...rows.map((row) => row.more)),
    relationships: first.relationships ?? null,
  }
  const sourceIds = isOurs ? [] : [...new Set(own.length > 0 ? own : [recordId])].sort().map((id) => `${system}:${id}`)
  return {
    ...joined,
    rows,
    documentId,
    namedId,
    sourceIds,
    digest: shortHash(JSON.stringify([WRITING_REVISION, documentId, joined])),
    mintedId: `recommendation:${own[0] === undefined ? idKey(recordId) : mintedKeyOf(system, documentId, own[0])}`,
    doubt,
  }
}

/**
 * Rows whose id stands with other words in another row: it is no id, a symbol or the number of a chapter say, and is taken off
 * so that no text is lost. In our own export the first keeps it.
 */
function withoutSharedIds(
  rows: readonly SpooledRow[],
  system: string,
): { rows: readonly SpooledRow[]; doubtOf: ReadonlyMap<SpooledRow, string> } {
  const first = new Map<string, string>()
  const shared = new Set<string>()
  for (const row of rows) {
    const id = recordIdOf(row)
    if (id === null) continue
    const hash = first.get(id)
    if (hash === undefined) first.set(id, row.hash)
    else if (hash !== row.hash) shared.add(id)
  }
  const doubtOf = new Map<SpooledRow, string>()
  if (shared.size === 0) return { rows, doubtOf }
  return {
    doubtOf,
    rows: rows.map((row) => {
      const id = recordIdOf(row)
      if (id === null || !shared.has(id) || (system === OWN_SYSTEM && first.get(id) === row.hash)) return row
      const without = { ...row, sourceId: null }
      doubtOf.set(
        without,
        `has the id “${row.sourceId ?? ''}”, which another row has with other words; the id is left out`,
      )
      return without
    }),
  }
}

/**
 * The rows of one document as recommendations: those that repeat an id, a paragraph with its wording, or, where the file
 * has no paragraphs, a wording with its position, are one.
 */
export function groupRows(
  given: readonly SpooledRow[],
  { system, documentId }: { readonly system: string; readonly documentId: string },
): Group[] {
  const { rows, doubtOf } = withoutSharedIds(given, system)
  const wordingsOf = new Map<string, Set<string>>()
  for (const { paragraph, part, hash, sourceId } of rows) {
    if (paragraph === null || sourceId !== null) continue
    const place = `${paragraph} ${part ?? ''}`
    wordingsOf.set(place, (wordingsOf.get(place) ?? new Set()).add(hash))
  }
  const groups = new Map<string, { recordId: string; rows: SpooledRow[] }>()
  const keyOfId = new Map<string, string>()
  const documentKey = keyOf(documentId)
  for (const row of rows) {
    const { paragraph, part, hash, sourceId, crosswalkId, position } = row
    const place = `${paragraph ?? ''} ${part ?? ''}`
    const wording =
      crosswalkId ??
      (system === OWN_SYSTEM && sourceId !== null
        ? sourceId
        : paragraph === null
          ? `${hash} ${position ?? ''}`
          : `${place} ${hash}`)
    const ownId = recordIdOf(row)
    const key = (ownId === null ? undefined : keyOfId.get(ownId)) ?? wording
    if (ownId !== null) keyOfId.set(ownId, key)
    // A paragraph alone names its recommendation as long as it holds one wording: a corrected word then changes it.
    // One whose id was taken off stands in a place that another may have.
    const isPlaceEnough = paragraph !== null && !doubtOf.has(row) && (wordingsOf.get(place)?.size ?? 0) === 1
    const recordId =
      crosswalkId !== null
        ? keyOf(crosswalkId)
        : isPlaceEnough
          ? `${documentKey}-${paragraph}${part === null ? '' : `-${part}`}`
          : `${documentKey}-${paragraph === null ? '' : `${paragraph}-`}${shortHash(wording).slice(0, 12)}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { recordId, rows: [row] })
    else group.rows.push(row)
  }
  return [...groups.values()].map(({ rows: some, recordId }) => {
    const doubt = some.map((row) => doubtOf.get(row)).find((one) => one !== undefined) ?? null
    return joinRows(some, { system, documentId, recordId, doubt })
  })
}

export type Match = {
  readonly group: Group
  /** Recommendations of the graph that it meets; several where the graph keeps one for each State. */
  readonly targets: readonly Candidate[]
}

const sharesState = (candidate: Candidate, group: Group): boolean =>
  group.states.some(({ code }) => code !== null && candidate.states.includes(code))

/** Of several with the same wording, those the row means by its States and position; null where that does not decide. */
function choose(found: readonly Candidate[], group: Group): readonly Candidate[] | null {
  if (found.length === 1) return found
  const byState = found.filter((candidate) => sharesState(candidate, group))
  if (byState.length > 0) return byState
  const byPosition = found.filter(({ position }) => position !== null && position === group.position)
  return byPosition.length === 1 ? byPosition : null
}

/** Whether an id that both have makes them one: the "1" of two keepers' sheets does so within one document alone. */
const isOneId = (id: string, candidate: Candidate, group: Group): boolean =>
  candidate.documentId === group.documentId || !NUMBERED_BY_MANY.has(id.slice(0, id.indexOf(':')))

/** A paragraph's number without its letters: `41(b)` belongs to 41. */
const numberOf = (paragraph: string): string => paragraph.split('(')[0]?.trim() ?? paragraph

/**
 * Recommendations of the graph for each group. `candidates` are those of the groups' documents and those whose id a group
 * names or would get.
 */
export function matchGroups(
  groups: readonly Group[],
  candidates: readonly Candidate[],
): { matches: Match[]; doubts: { group: Group; doubt: string }[]; unmatched: Group[]; unmet: Candidate[] } {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const bySourceId = new Map<string, Candidate[]>()
  const byWording = new Map<string, Candidate[]>()
  const push = (map: Map<string, Candidate[]>, key: string, candidate: Candidate): void => {
    const list = map.get(key)
    if (list === undefined) map.set(key, [candidate])
    else list.push(candidate)
  }
  for (const candidate of candidates) {
    for (const id of candidate.sourceIds) push(bySourceId, id, candidate)
    if (candidate.hash !== null) push(byWording, `${candidate.documentId} ${candidate.hash}`, candidate)
  }
  const matches: Match[] = []
  const doubts: { group: Group; doubt: string }[] = []
  const unmatched: Group[] = []
  const met = new Set<string>()
  const meet = (group: Group, targets: readonly Candidate[]): void => {
    for (const { id } of targets) met.add(id)
    matches.push({ group, targets })
  }
  const later: Group[] = []
  for (const group of groups) {
    const named = group.namedId === null ? undefined : byId.get(group.namedId)
    const known = new Set(
      group.sourceIds
        .flatMap((id) => (bySourceId.get(id) ?? []).map((candidate) => ({ id, candidate })))
        .filter(({ id, candidate }) => isOneId(id, candidate, group))
        .map(({ candidate }) => candidate),
    )
    const minted = byId.get(group.mintedId)
    if (named !== undefined) meet(group, [named])
    else if (known.size > 0) meet(group, [...known])
    else if (minted !== undefined) meet(group, [minted])
    else if (group.namedId !== null) unmatched.push(group)
    else later.push(group)
  }
  for (const group of later) {
    // Two paragraphs may ask the same in the same words: they stay two.
    const found = (byWording.get(`${group.documentId} ${group.hash}`) ?? []).filter(
      ({ paragraph }) => paragraph === null || group.paragraph === null || paragraph === group.paragraph,
    )
    const chosen = found.length === 0 ? null : choose(found, group)
    if (chosen !== null) meet(group, chosen)
    else {
      if (found.length > 0)
        doubts.push({
          group,
          doubt: `has the words of ${found.length} recommendations (${found
            .slice(0, 3)
            .map(({ id }) => id)
            .join(', ')}) and neither its States nor its position say which; it goes in beside them`,
        })
      unmatched.push(group)
    }
  }
  return { matches, doubts, unmatched, unmet: candidates.filter(({ id }) => !met.has(id)) }
}

/** Wordings as alike as these are most often one recommendation, printed by two hands. */
const NEAR = 0.8

/** Doubts about groups that met nothing and stand near something. `texts`: wordings of recommendations by id, null where ours alone. */
export function findNear(
  unmatched: readonly Group[],
  unmet: readonly Candidate[],
  texts: ReadonlyMap<string, string | null>,
): { group: Group; doubt: string }[] {
  const byDocument = new Map<string, { candidate: Candidate; wording: string | null }[]>()
  for (const candidate of unmet) {
    const text = texts.get(candidate.id)
    if (text === undefined) continue
    const list = byDocument.get(candidate.documentId) ?? []
    list.push({ candidate, wording: text === null ? null : comparableWording(text) })
    byDocument.set(candidate.documentId, list)
  }
  const doubts: { group: Group; doubt: string }[] = []
  for (const group of unmatched) {
    const neighbours = byDocument.get(group.documentId)
    if (neighbours === undefined) continue
    const wording = comparableWording(group.text)
    let best: { id: string; share: number } | null = null
    for (const { candidate, wording: other } of neighbours) {
      const isSamePlace =
        group.paragraph !== null &&
        candidate.paragraph !== null &&
        numberOf(candidate.paragraph) === numberOf(group.paragraph)
      const share = other === null ? (isSamePlace ? 1 : 0) : likeness(wording, other)
      if (share >= NEAR && share > (best?.share ?? 0)) best = { id: candidate.id, share }
      if (best !== null && other === null && isSamePlace) break
    }
    if (best === null) continue
    doubts.push({
      group,
      doubt: `may be ${best.id}: ${
        best.share === 1
          ? 'it stands in the same paragraph, of which the graph has a summary only'
          : `${Math.round(best.share * 100)} % of the words are the same`
      }; it goes in beside it`,
    })
  }
  return doubts
}
