/** What must be written so that the graph says what a file says, and what a person should know of it. Pure. */
import { fold, listPlaces, searchProperties, withAddedText } from '../../text/index.ts'
import { SEARCH_PROPERTIES, toId, type Label, type PROPERTIES, type RelationshipType } from '../../model/index.ts'
import type { ReadLabel } from '../records.ts'
import type { ResolvedDocument } from './documents.ts'
import type { FACT_BASES } from '../../model/values.ts'
import type { Candidate, Group } from './identity.ts'
import { OWN_SYSTEM, SHEET_SYSTEM } from './sources.ts'

export type Value = string | number | boolean | readonly string[] | null
export type Properties = Readonly<Record<string, Value>>

/** What became of a row. `merged`: it joined a recommendation that another row or another source made. */
export type Outcome = 'new' | 'changed' | 'unchanged' | 'merged'

/** A relationship as the graph holds it, seen from its recommendation. */
export type HeldRelationship = {
  readonly type: RelationshipType
  readonly label: Label
  readonly to: string
  readonly properties: Properties
  /** It leads to the recommendation; from it where not said. */
  readonly isIncoming?: boolean
}
export type Details = {
  readonly id: string
  readonly properties: Properties
  readonly relationships: readonly HeldRelationship[]
}

/** A new recommendation: its properties, and ids of what it leads to. */
export type NewRow = {
  readonly properties: Properties
  readonly documentId: string
  readonly states: readonly { readonly to: string; readonly printedName: string }[]
  readonly themes: readonly string[]
  readonly groups: readonly string[]
  readonly targets: readonly string[]
  readonly goals: readonly string[]
  readonly rights: readonly string[]
  readonly clusters: readonly string[]
  readonly bodies: readonly string[]
  /** Relationships whose properties are their own, from our own export. */
  readonly others: readonly HeldRelationship[]
}

/** One property of one recommendation, before and after: what a dry run shows. */
export type FieldChange = { readonly field: string; readonly now: Value; readonly then: Value }

export type ChangedRow = {
  readonly id: string
  readonly properties: Properties
  readonly before: Properties
  readonly beforeRunId: string | null
  readonly add: readonly HeldRelationship[]
  readonly remove: readonly HeldRelationship[]
  readonly outcome: Outcome
}

/** What the graph holds that rows may point at. */
export type Vocabulary = {
  readonly has: (id: string) => boolean
  readonly nameOf: (id: string) => string | null
}

export type PlanContext = {
  /** Short name of the source, `uhri`, which marks all that it wrote. */
  readonly system: string
  /** Its name for people, `Universal Human Rights Index`. */
  readonly sourceName: string
  readonly runId: string
  readonly vocabulary: Vocabulary
}

/** Properties of a recommendation that a file sets by columns of its own; all others follow from its rows. */
const MORE: ReadonlySet<string> = new Set<(typeof PROPERTIES.Recommendation)[number]>([
  'summary',
  'sourceUrl',
  'outdated',
  'outdatedReason',
])
/** Those that our own export has besides: what sources printed, and whom it came from. */
const MORE_OF_OURS: ReadonlySet<string> = new Set<(typeof PROPERTIES.Recommendation)[number] | 'source' | 'citations'>([
  'printedStates',
  'printedThemes',
  'printedAffectedGroups',
  'printedSdgs',
  'sourceIds',
  'importedFrom',
  'goneFromSourceOn',
  'source',
  'citations',
])
/** Written anew from the rest whenever the rest changes: no fact of a source, so nothing a person need see. */
const DERIVED: ReadonlySet<string> = new Set([
  ...SEARCH_PROPERTIES,
  'searchAdded',
  'textHash',
  'listOrder',
  'dateOrder',
  'sourceIds',
  'sourceDigests',
  'filledBy',
  'importedFrom',
])

const LABELS_OF: Readonly<Record<string, readonly Label[]>> = {
  themes: ['Theme'],
  affectedGroups: ['AffectedGroup'],
  sdgs: ['SdgTarget', 'SdgGoal'],
  rights: ['Right', 'RightsCluster'],
  bodies: ['GovernmentBody'],
}
const PREFIX_OF: Readonly<Record<string, Label>> = { 'sdg-goal': 'SdgGoal', cluster: 'RightsCluster' }

/** Ids of labels that the graph holds, by the label of their node; what has no id of ours stays a printed label. */
function idsOf(
  kind: keyof typeof LABELS_OF & string,
  labels: readonly ReadLabel[],
  vocabulary: Vocabulary,
): [Label, string][] {
  const found = new Map<string, Label>()
  for (const { id } of labels) {
    if (id === null) continue
    const [first] = LABELS_OF[kind] ?? []
    if (first === undefined) continue
    const whole = id.includes(':') ? id : toId(first, id)
    if (!vocabulary.has(whole)) continue
    found.set(whole, PREFIX_OF[whole.slice(0, whole.indexOf(':'))] ?? first)
  }
  return [...found].map(([id, label]) => [label, id])
}

const printedOf = (labels: readonly ReadLabel[]): string[] | null => {
  const printed = [...new Set(labels.map((label) => label.printed).filter((text) => text !== ''))]
  return printed.length === 0 ? null : printed
}

/** Where a reader can look it up: the document and paragraph, and who published it in this form. */
export function sourceTextOf(group: Group, document: ResolvedDocument, sourceName: string): string {
  const place = document.symbol ?? document.title
  return `${place}${group.paragraph === null ? '' : `, para. ${group.paragraph}`} (${sourceName})`
}

/** Properties of a recommendation that this source alone describes; null where it says nothing. */
function propertiesOf(
  group: Group,
  document: ResolvedDocument,
  id: string,
  context: PlanContext,
): Record<string, Value> {
  const { vocabulary, sourceName } = context
  const isOurs = group.relationships !== null
  const more = Object.fromEntries(
    Object.entries(group.more).filter(([name]) => MORE.has(name) || (isOurs && MORE_OF_OURS.has(name))),
  )
  const found = searchProperties(
    'Recommendation',
    { summary: more['summary'], text: group.text, paragraph: group.paragraph },
    {
      documentSymbol: document.symbol,
      document: `${document.mechanism} ${document.year ?? ''}`,
      themes: idsOf('themes', group.themes, vocabulary).map(([, theme]) => vocabulary.nameOf(theme)),
    },
  )
  return {
    paragraph: group.paragraph,
    part: group.part,
    kind: group.kind,
    text: group.text === '' ? null : group.text,
    textLanguage: group.text === '' ? null : group.textLanguage || null,
    textHash: group.text === '' ? null : group.hash,
    position: group.position,
    positionPrinted: group.positionPrinted,
    heading: group.heading,
    ...(isOurs
      ? {}
      : {
          printedStates: printedOf(
            group.states.flatMap(({ code, printed }) => (code === null ? [{ id: null, printed }] : [])),
          ),
          printedThemes: printedOf(group.themes),
          printedAffectedGroups: printedOf(group.affectedGroups),
          printedSdgs: printedOf(group.sdgs),
          source: sourceTextOf(group, document, sourceName),
        }),
    ...more,
    stateId: document.stateId,
    year: document.year,
    sortOn: document.sortOn,
    ...listPlaces({ id, documentId: document.id, paragraph: group.paragraph, sortOn: document.sortOn }),
    ...found,
  }
}

/** On what a responsibility rests that a file names: those who keep a sheet of their own judged it, other systems publish who is assigned. */
export const bodyBasisOf = (system: string): (typeof FACT_BASES)[number] =>
  system === SHEET_SYSTEM ? 'COALITION_JUDGEMENT' : 'PUBLISHED_MATRIX'

/** Relationships that the rows ask for, ISSUED_IN apart. */
function relationshipsOf(group: Group, { vocabulary, system }: PlanContext): HeldRelationship[] {
  if (group.relationships !== null) return group.relationships.filter(({ to }) => vocabulary.has(to))
  const source = { basis: 'SOURCE' }
  const tags = (type: RelationshipType, kind: string, labels: readonly ReadLabel[], properties: Properties) =>
    idsOf(kind, labels, vocabulary).map(([label, to]) => ({ type, label, to, properties }))
  // A State that a row names twice is one.
  const states = new Map<string, string>()
  for (const { code, printed } of group.states) if (code !== null && !states.has(code)) states.set(code, printed)
  return [
    ...[...states].map(([code, printedName]): HeldRelationship => {
      return { type: 'RECOMMENDED_BY', label: 'State', to: toId('State', code), properties: { printedName } }
    }),
    ...tags('ABOUT', 'themes', group.themes, source),
    ...tags('PROTECTS', 'affectedGroups', group.affectedGroups, source),
    ...tags('ADVANCES', 'sdgs', group.sdgs, source),
    ...tags('INVOKES', 'rights', group.rights, source),
    ...tags('ADDRESSED_TO', 'bodies', group.bodies, { basis: bodyBasisOf(system) }),
  ]
}

const withoutNulls = (properties: Readonly<Record<string, Value>>): Properties =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null))

export function planNew(group: Group, document: ResolvedDocument, context: PlanContext): NewRow {
  const id = group.namedId ?? group.mintedId
  const related = relationshipsOf(group, context)
  const isOurs = group.relationships !== null
  const to = (type: RelationshipType, label: Label): string[] =>
    isOurs ? [] : related.filter((one) => one.type === type && one.label === label).map((one) => one.to)
  return {
    properties: withoutNulls({
      id,
      ...propertiesOf(group, document, id, context),
      ...(group.sourceIds.length === 0
        ? {}
        : { sourceIds: group.sourceIds, sourceDigests: group.sourceIds.map(() => group.digest) }),
      importRunId: context.runId,
    }),
    documentId: document.id,
    states: (isOurs ? [] : related.filter(({ type }) => type === 'RECOMMENDED_BY')).map((one) => ({
      to: one.to,
      printedName: String(one.properties['printedName']),
    })),
    themes: to('ABOUT', 'Theme'),
    groups: to('PROTECTS', 'AffectedGroup'),
    targets: to('ADVANCES', 'SdgTarget'),
    goals: to('ADVANCES', 'SdgGoal'),
    rights: to('INVOKES', 'Right'),
    clusters: to('INVOKES', 'RightsCluster'),
    bodies: to('ADDRESSED_TO', 'GovernmentBody'),
    others: isOurs ? related : [],
  }
}

/** Whether the graph says already what these rows say. */
export const isUnchanged = (group: Group, { sourceIds, digests, goneOn }: Candidate): boolean =>
  group.sourceIds.length > 0 &&
  goneOn === null &&
  group.sourceIds.every((id) => {
    const index = sourceIds.indexOf(id)
    return index >= 0 && digests[index] === group.digest
  })

/** Name by which relationships that the machine suggested are known (server/src/links). */
export const MACHINE = 'links'
const isFoundByMachine = ({ importer, state }: Properties): boolean => importer === MACHINE && state === 'SUGGESTED'

const systemOf = (sourceId: string): string => sourceId.slice(0, sourceId.indexOf(':'))
const listOf = (value: Value | undefined): string[] => (Array.isArray(value) ? [...(value as readonly string[])] : [])
const isSame = (a: Value | undefined, b: Value | undefined): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Mark of a recommendation that no import made: the built-in data, or people. */
const OTHERS = 'others'

/**
 * What a source that says something of a recommendation already held changes about it. What another source or a person
 * said stays; what nobody said is filled in, and what this source said before follows its file.
 */
export function planChange(
  group: Group,
  document: ResolvedDocument,
  held: Details,
  context: PlanContext,
  { isOneOfSeveral }: { readonly isOneOfSeveral: boolean },
): { change: ChangedRow | null; fields: FieldChange[]; doubts: string[] } {
  const { system, sourceName } = context
  const isOurs = system === OWN_SYSTEM
  const heldIds = listOf(held.properties['sourceIds'])
  const heldDigests = listOf(held.properties['sourceDigests'])
  const filledBy = new Map(
    listOf(held.properties['filledBy']).map((entry) => entry.split(' ') as [property: string, system: string]),
  )
  // Another record of this source says it too: what that one said is not taken away.
  const isShared = heldIds.some((id) => systemOf(id) === system && !group.sourceIds.includes(id))
  const isFirstMeeting = !heldIds.some((id) => systemOf(id) === system)
  const maker = isOurs ? system : heldIds[0] === undefined ? OTHERS : systemOf(heldIds[0])
  const ownerOf = (name: string): string => filledBy.get(name) ?? maker
  const said = propertiesOf(group, document, held.id, context)
  const next: Record<string, Value> = {}
  const doubts: string[] = []

  const facts = Object.keys(said).filter(
    (name) => !DERIVED.has(name) && !['source', 'citations', 'stateId', 'year', 'sortOn'].includes(name),
  )
  for (const name of facts) {
    const [now, then] = [held.properties[name] ?? null, said[name] ?? null]
    if (isSame(now, then)) continue
    if (ownerOf(name) === system) {
      // Our own export leaves a column out that it does not know: that takes nothing away.
      if (!isOurs || then !== null) next[name] = then
    } else if (now === null) {
      next[name] = then
      filledBy.set(name, system)
    } else if (name === 'position' && then !== null)
      doubts.push(`position is ${String(now)} in the graph and ${String(then)} here; the graph's stays`)
    else if (name === 'text' && held.properties['textHash'] !== group.hash)
      doubts.push("the words differ from the graph's, which another source gave; the graph's stay")
  }
  if ('text' in next) next['textHash'] = said['textHash'] ?? null

  if (maker === system) {
    // An export of ours does not say where a summary of ours was read.
    const derived = isOurs ? [] : ['stateId', 'year', 'sortOn', 'source', ...SEARCH_PROPERTIES]
    for (const name of derived) if (!isSame(held.properties[name], said[name])) next[name] = said[name] ?? null
  } else if ('text' in next) {
    const before = held.properties['searchAdded']
    next['searchAdded'] = fold(group.text)
    const found = withAddedText(held.properties, group.text, typeof before === 'string' ? before : null)
    for (const [name, words] of Object.entries(found)) if (!isSame(held.properties[name], words)) next[name] = words
  }

  if (maker !== OTHERS && !isOurs) {
    const paragraph = 'paragraph' in next ? next['paragraph'] : held.properties['paragraph']
    const places = listPlaces({
      id: held.id,
      documentId: document.id,
      paragraph: typeof paragraph === 'string' ? paragraph : null,
      sortOn: document.sortOn,
    })
    for (const [name, place] of Object.entries(places)) if (held.properties[name] !== place) next[name] = place
  }

  if (!isOurs) {
    const ids = heldIds.length === 0 ? [`${OTHERS}:${held.id}`] : [...heldIds]
    const digests = heldIds.length === 0 ? [''] : ids.map((_, index) => heldDigests[index] ?? '')
    for (const id of group.sourceIds) {
      const index = ids.indexOf(id)
      if (index >= 0) digests[index] = group.digest
      else {
        ids.push(id)
        digests.push(group.digest)
      }
    }
    if (!isSame(heldIds, ids)) next['sourceIds'] = ids
    if (!isSame(heldDigests, digests)) next['sourceDigests'] = digests
    if (maker !== system) {
      const cited = listOf(held.properties['importedFrom'])
      const text = sourceTextOf(group, document, sourceName)
      if (!cited.includes(text))
        next['importedFrom'] = [...cited.filter((one) => !one.endsWith(`(${sourceName})`)), text]
      const filled = [...filledBy].map((entry) => entry.join(' '))
      if (!isSame(held.properties['filledBy'], filled) && filled.length > 0) next['filledBy'] = filled
    }
    if (held.properties['goneFromSourceOn'] !== undefined) next['goneFromSourceOn'] = null
  }

  const wanted = relationshipsOf(group, context)
    // Where the graph keeps one recommendation for each State, each has its State already.
    .filter(({ type }) => !(isOneOfSeveral && type === 'RECOMMENDED_BY'))
    .concat(
      maker === system && !isOurs
        ? [{ type: 'ISSUED_IN', label: 'ReviewDocument', to: document.id, properties: {} }]
        : [],
    )
  const isThere = (list: readonly HeldRelationship[], { type, to }: HeldRelationship): boolean =>
    list.some((one) => one.type === type && one.to === to)
  // Our own export brings what people decided elsewhere; what was decided here stays.
  const decided = !isOurs
    ? []
    : held.relationships.filter(
        (one) =>
          one.properties['decidedOn'] === undefined &&
          wanted.some(
            ({ type, to, properties }) =>
              type === one.type &&
              to === one.to &&
              properties['decidedOn'] !== undefined &&
              Object.entries(properties).some(([name, value]) => !isSame(one.properties[name], value)),
          ),
      )
  // What the machine suggested and nobody has decided on counts for nothing: a fact takes its place.
  const standing = held.relationships.filter(
    (one) =>
      !isFoundByMachine(one.properties) ||
      (isOurs &&
        wanted.some(
          ({ type, to, properties }) => type === one.type && to === one.to && properties['state'] === 'SUGGESTED',
        )),
  )
  const add = wanted.filter((one) => !isThere(standing, one) || isThere(decided, one))
  const remove = decided.concat(
    held.relationships.filter(
      (one) =>
        one.properties['importer'] === system &&
        one.properties['decidedOn'] === undefined &&
        one.type !== 'CITES' &&
        !isThere(wanted, one) &&
        !isOurs &&
        !isShared,
    ),
  )
  const names = Object.keys(next)
  if (names.length === 0 && add.length === 0 && remove.length === 0) return { change: null, fields: [], doubts }
  const fields: FieldChange[] = names
    .filter((name) => !DERIVED.has(name))
    .map((field) => ({ field, now: held.properties[field] ?? null, then: next[field] ?? null }))
  for (const one of add) fields.push({ field: one.type, now: null, then: context.vocabulary.nameOf(one.to) ?? one.to })
  for (const one of remove)
    fields.push({ field: one.type, now: context.vocabulary.nameOf(one.to) ?? one.to, then: null })
  const before = Object.fromEntries(names.map((name) => [name, held.properties[name] ?? null]))
  const beforeRunId = typeof held.properties['importRunId'] === 'string' ? held.properties['importRunId'] : null
  return {
    change: {
      id: held.id,
      properties: next,
      before,
      beforeRunId,
      add,
      remove,
      outcome: isFirstMeeting && !isOurs ? 'merged' : 'changed',
    },
    fields,
    doubts,
  }
}
