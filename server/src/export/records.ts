/** One recommendation as files tell it: names beside ids, facts apart from suggestions. The JSON format is this, line by line. Pure. */
import type { Label, RelationshipType } from '../../../graph/model/index.ts'
import type { Properties, RecommendationRow, Selection, Thing, Tie } from './selection.ts'

export type Named = { readonly id: string; readonly name: string; readonly nameKm: string | null }
/** A theme, right, group or SDG target, and on what basis it is tied. */
export type Tag = Named & { readonly basis: string | null; readonly state: string | null }
/** With how it was found, and why in words. */
export type SuggestedTag = Tag & {
  readonly score: number | null
  readonly method: string | null
  readonly note: string | null
}
export type Responsibility = {
  readonly body: Named & { readonly acronym: string | null }
  /** LEAD, SUPPORT, OVERSIGHT, or null where the source names a body without saying who leads. */
  readonly role: string | null
  readonly basis: string | null
  readonly state: string | null
  readonly confidence: unknown
  /** How a suggestion was found; null for what was not. */
  readonly method: string | null
  readonly note: string | null
  readonly decidedOn: string | null
  readonly source: string | null
}
export type Support = Named & {
  readonly basis: string | null
  readonly state: string | null
  readonly note: string | null
}
export type Link = {
  readonly id: string
  readonly kind: string | null
  /** Whether this recommendation is the later of the two. */
  readonly isLater: boolean
  readonly state: string | null
  readonly score: number | null
  readonly method: string | null
  readonly evidence: unknown
  /** What both passages name; null where nothing is recorded. */
  readonly inCommon: readonly string[] | null
  /** EARLIER or LATER: the one that only asks to consider it. */
  readonly tentative: string | null
  readonly decidedOn: string | null
  readonly decidedBy: string | null
}

/** Fields that name what a recommendation is about: the relationship type and the label it leads to. */
export const TAG_FIELDS = {
  themes: ['ABOUT', 'Theme'],
  rights: ['INVOKES', 'Right'],
  rightsClusters: ['INVOKES', 'RightsCluster'],
  affectedGroups: ['PROTECTS', 'AffectedGroup'],
  sdgTargets: ['ADVANCES', 'SdgTarget'],
  sdgGoals: ['ADVANCES', 'SdgGoal'],
} as const satisfies Record<string, readonly [RelationshipType, Label]>
export type TagField = keyof typeof TAG_FIELDS
export const TAG_FIELD_NAMES = Object.keys(TAG_FIELDS) as TagField[]

export type RecommendationRecord = {
  readonly id: string
  /** The persistent address; begins with `/r/` where the server's own address is not known. */
  readonly address: string
  readonly state: Named
  readonly mechanism: (Named & { readonly code: string | null; readonly kind: string | null }) | null
  readonly document: (Named & Properties) | null
  readonly paragraph: string | null
  readonly kind: string | null
  readonly position: string | null
  readonly year: number | null
  readonly summary: string | null
  readonly text: string | null
  readonly textLanguage: string | null
  readonly isOutdated: boolean
  readonly outdatedReason: string | null
  readonly recommendingStates: readonly (Named & { readonly printedName: string | null })[]
  readonly tags: Readonly<Record<TagField, readonly Tag[]>>
  readonly suggestedTags: Readonly<Record<TagField, readonly SuggestedTag[]>>
  readonly responsibilities: readonly Responsibility[]
  readonly suggestedResponsibilities: readonly Responsibility[]
  readonly workingGroups: readonly Named[]
  readonly initiatives: readonly Support[]
  readonly suggestedInitiatives: readonly Support[]
  readonly indicators: readonly Named[]
  /** General Comments and other references that guide this very recommendation. */
  readonly resources: readonly Named[]
  readonly similar: readonly Link[]
  readonly suggestedSimilar: readonly Link[]
  /** Ids of recommendations in the same document whose paragraphs it names, as urgent measures do. */
  readonly cites: readonly string[]
  /** Newest first. */
  readonly assessments: readonly Properties[]
  /** What an imported file says and the graph keeps as printed. */
  readonly imported: {
    /** Which of several wordings in one paragraph, from 1; null where there is one. */
    readonly part: number | null
    readonly heading: string | null
    readonly positionPrinted: string | null
    readonly printedStates: readonly string[]
    readonly printedThemes: readonly string[]
    readonly printedAffectedGroups: readonly string[]
    readonly printedSdgs: readonly string[]
    /** Ids in the sources' own systems. */
    readonly sourceIds: readonly string[]
    /** The files that say it. */
    readonly importedFrom: readonly string[]
    /** Since when its source no longer lists it. */
    readonly goneFromSourceOn: string | null
  }
  readonly sources: readonly { readonly citation: string; readonly url: string | null }[]
}

export const textOf = (properties: Properties, name: string): string | null => {
  const value = properties[name]
  return value === null || value === undefined ? null : String(value)
}
const numberOf = (properties: Properties, name: string): number | null => {
  const value = properties[name]
  return typeof value === 'number' ? value : null
}
const listOf = (properties: Properties, name: string): string[] => {
  const value = properties[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** What to call a thing in one line, as `displayName` of the API does, with what a reader needs beside a bare number. */
export function nameOf({ label, id, properties }: Pick<Thing, 'label' | 'id' | 'properties'>): string {
  const text = (name: string): string | null => textOf(properties, name)
  const withTitle = (name: string): string => [name, text('shortTitle')].filter((part) => part !== null).join(' · ')
  switch (label) {
    case 'SdgTarget':
      return withTitle(`SDG ${text('target') ?? ''}`)
    case 'SdgGoal':
      return `SDG ${text('goal') ?? ''}`
    case 'Right':
      return withTitle(text('name') ?? id)
    case 'Mechanism':
      return text('code') ?? text('name') ?? id
    default:
      return (
        ['name', 'title', 'summary', 'text', 'what', 'shortTitle', 'code', 'value']
          .map(text)
          .find((value) => value !== null) ?? id
      )
  }
}

export const named = (thing: Thing): Named => ({
  id: thing.id,
  name: nameOf(thing),
  nameKm: textOf(thing.properties, 'nameKm'),
})

/** Nobody has decided on it: never to be counted with the facts. */
export const isSuggestion = ({ properties }: Pick<Tie, 'properties'>): boolean => properties['state'] === 'SUGGESTED'

const byText =
  <Item>(key: (item: Item) => string) =>
  (a: Item, b: Item): number =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0

/** Property a thing is sorted by among its kind, as in the API; its id settles the rest. */
const ORDER: Partial<Record<Label, string>> = {
  Right: 'articleOrder',
  SdgTarget: 'targetOrder',
  Initiative: 'numberOrder',
}
const sortKey = (thing: Thing): string => `${textOf(thing.properties, ORDER[thing.label] ?? 'name') ?? '~'} ${thing.id}`

const ROLES = ['LEAD', 'SUPPORT', 'OVERSIGHT']
const rank = (role: string | null): number => (role === null ? ROLES.length : ROLES.indexOf(role))

/** Persistent address of anything in the graph; `origin` is empty where it is not known. */
export const addressOf = (origin: string, id: string): string =>
  `${origin}/r/${encodeURIComponent(id).replace('%3A', ':')}`

export function recordOf(
  row: RecommendationRow,
  selection: Pick<Selection, 'thing'>,
  origin: string,
): RecommendationRecord {
  const { properties } = row
  const text = (name: string): string | null => textOf(properties, name)
  const tied = (type: RelationshipType, label?: Label): { tie: Tie; thing: Thing }[] =>
    row.ties
      .filter((tie) => tie.type === type && (label === undefined || tie.label === label))
      .map((tie) => ({ tie, thing: selection.thing(tie.id) }))
      .sort(byText(({ thing }) => sortKey(thing)))
  const facts = <Item extends { tie: Tie }>(items: readonly Item[]): Item[] =>
    items.filter(({ tie }) => !isSuggestion(tie))
  const suggestions = <Item extends { tie: Tie }>(items: readonly Item[]): Item[] =>
    items.filter(({ tie }) => isSuggestion(tie))
  const things = (type: RelationshipType): Named[] => tied(type).map(({ thing }) => named(thing))

  const document = tied('ISSUED_IN')[0]?.thing
  const mechanismId = document?.ties.find(({ type }) => type === 'ADOPTED_BY')?.id
  const mechanism = mechanismId === undefined ? undefined : selection.thing(mechanismId)

  const tagOf = ({ tie, thing }: { tie: Tie; thing: Thing }): Tag => ({
    ...named(thing),
    basis: textOf(tie.properties, 'basis'),
    state: textOf(tie.properties, 'state'),
  })
  const tagged = (field: TagField): { tie: Tie; thing: Thing }[] => {
    const [type, label] = TAG_FIELDS[field]
    return tied(type, label)
  }
  const perField = <Value>(value: (field: TagField) => Value): Record<TagField, Value> =>
    Object.fromEntries(TAG_FIELD_NAMES.map((field) => [field, value(field)])) as Record<TagField, Value>
  const responsibilityOf = ({ tie, thing }: { tie: Tie; thing: Thing }): Responsibility => ({
    body: { ...named(thing), acronym: textOf(thing.properties, 'acronym') },
    role: textOf(tie.properties, 'role'),
    basis: textOf(tie.properties, 'basis'),
    state: textOf(tie.properties, 'state'),
    confidence: tie.properties['confidence'] ?? null,
    method: textOf(tie.properties, 'method'),
    note: textOf(tie.properties, 'note'),
    decidedOn: textOf(tie.properties, 'decidedOn'),
    source: textOf(tie.properties, 'source'),
  })
  const responsible = tied('ADDRESSED_TO').sort(
    (a, b) => rank(textOf(a.tie.properties, 'role')) - rank(textOf(b.tie.properties, 'role')),
  )
  const supportOf = ({ tie, thing }: { tie: Tie; thing: Thing }): Support => ({
    ...named(thing),
    basis: textOf(tie.properties, 'basis'),
    state: textOf(tie.properties, 'state'),
    note: textOf(tie.properties, 'note'),
  })
  // By several relationships it stands once, as a fact if any of them is one.
  const once = <Item extends { thing: Thing }>(items: readonly Item[]): Item[] =>
    items.filter((item, index) => items.findIndex(({ thing }) => thing.id === item.thing.id) === index)
  const supports = tied('SUPPORTS')
  const supporting = once(facts(supports))
  const links = row.similar.map(({ id, isOutgoing, properties: link }) => ({
    tie: { properties: link },
    link: {
      id,
      kind: textOf(link, 'kind'),
      isLater: isOutgoing,
      state: textOf(link, 'state'),
      score: numberOf(link, 'score'),
      method: textOf(link, 'method'),
      evidence:
        link['laterPassages'] === undefined || link['laterPassages'] === null
          ? null
          : { laterPassages: link['laterPassages'], earlierPassages: link['earlierPassages'] },
      inCommon: (link['inCommon'] as readonly string[] | null | undefined) ?? null,
      tentative: textOf(link, 'tentative'),
      decidedOn: textOf(link, 'decidedOn'),
      decidedBy: textOf(link, 'decidedBy'),
    },
  }))
  const citations = listOf(properties, 'citations')
  const source = text('source')

  return {
    id: row.id,
    address: addressOf(origin, row.id),
    state: named(selection.thing(String(properties['stateId']))),
    mechanism:
      mechanism === undefined
        ? null
        : {
            ...named(mechanism),
            code: textOf(mechanism.properties, 'code'),
            kind: textOf(mechanism.properties, 'kind'),
          },
    document:
      document === undefined
        ? null
        : {
            ...named(document),
            ...Object.fromEntries(
              ['symbol', 'title', 'cycle', 'adoptedOn', 'publishedOn', 'year', 'yearBasis'].map((name) => [
                name,
                document.properties[name] ?? null,
              ]),
            ),
          },
    paragraph: text('paragraph'),
    kind: text('kind'),
    position: text('position'),
    year: numberOf(properties, 'year'),
    summary: text('summary'),
    text: text('text'),
    textLanguage: text('textLanguage'),
    isOutdated: properties['outdated'] === true,
    outdatedReason: text('outdatedReason'),
    recommendingStates: tied('RECOMMENDED_BY').map(({ tie, thing }) => ({
      ...named(thing),
      printedName: textOf(tie.properties, 'printedName'),
    })),
    tags: perField((field) => facts(tagged(field)).map(tagOf)),
    suggestedTags: perField((field) =>
      suggestions(tagged(field)).map((item) => ({
        ...tagOf(item),
        score: numberOf(item.tie.properties, 'score'),
        method: textOf(item.tie.properties, 'method'),
        note: textOf(item.tie.properties, 'note'),
      })),
    ),
    responsibilities: facts(responsible).map(responsibilityOf),
    suggestedResponsibilities: suggestions(responsible).map(responsibilityOf),
    workingGroups: things('FOLLOWED_BY'),
    initiatives: supporting.map(supportOf),
    suggestedInitiatives: once(suggestions(supports))
      .filter(({ thing }) => !supporting.some((fact) => fact.thing.id === thing.id))
      .map(supportOf),
    indicators: things('MEASURES'),
    resources: things('GUIDES'),
    similar: links.filter(({ tie }) => !isSuggestion(tie)).map(({ link }) => link),
    suggestedSimilar: links.filter(({ tie }) => isSuggestion(tie)).map(({ link }) => link),
    cites: row.cites,
    assessments: row.assessments,
    imported: {
      part: numberOf(properties, 'part'),
      heading: text('heading'),
      positionPrinted: text('positionPrinted'),
      printedStates: listOf(properties, 'printedStates'),
      printedThemes: listOf(properties, 'printedThemes'),
      printedAffectedGroups: listOf(properties, 'printedAffectedGroups'),
      printedSdgs: listOf(properties, 'printedSdgs'),
      sourceIds: listOf(properties, 'sourceIds'),
      importedFrom: listOf(properties, 'importedFrom'),
      goneFromSourceOn: text('goneFromSourceOn'),
    },
    sources: (citations.length > 0 ? citations : source === null ? [] : [source]).map((citation, index) => ({
      citation,
      url: index === 0 ? text('sourceUrl') : null,
    })),
  }
}
