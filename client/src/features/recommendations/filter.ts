/** The filter of a list of recommendations as it stands in an address, and as the API takes it. Pure. */
import { ID_PREFIX, type Label } from '../../../../graph/model/index.ts'
import type { FacetField, RecommendationFilter, RecommendationOrder } from '../../generated/graphql.ts'

/** Name in the address -> facet and field of the API's filter. The names are short: addresses are read aloud and shared. */
export const FACETS = [
  { name: 'year', field: 'YEAR', key: 'years' },
  { name: 'mechanism', field: 'MECHANISM', key: 'mechanisms', label: 'Mechanism' },
  { name: 'theme', field: 'THEME', key: 'themes', label: 'Theme' },
  { name: 'body', field: 'GOVERNMENT_BODY', key: 'governmentBodies', label: 'GovernmentBody' },
  { name: 'kind', field: 'KIND', key: 'kinds' },
  { name: 'position', field: 'POSITION', key: 'positions' },
  { name: 'document', field: 'DOCUMENT', key: 'documents', label: 'ReviewDocument' },
  { name: 'right', field: 'RIGHT', key: 'rights', label: 'Right' },
  { name: 'group', field: 'AFFECTED_GROUP', key: 'affectedGroups', label: 'AffectedGroup' },
  { name: 'sdg', field: 'SDG_TARGET', key: 'sdgTargets', label: 'SdgTarget' },
  { name: 'twg', field: 'WORKING_GROUP', key: 'workingGroups', label: 'WorkingGroup' },
  { name: 'from', field: 'RECOMMENDING_STATE', key: 'recommendingStates', label: 'State' },
] as const satisfies readonly { name: string; field: FacetField; key: keyof RecommendationFilter; label?: Label }[]

export type FacetName = (typeof FACETS)[number]['name']

/** Values of a facet that are words of ours, not things of the graph. */
export const VALUES: Record<string, readonly string[]> = {
  position: ['SUPPORTED', 'NOTED', 'PARTIAL', 'PENDING', 'NOT_KNOWN'],
  kind: ['RECOMMENDATION', 'CONCERN', 'POSITIVE', 'URGENT'],
  role: ['LEAD', 'SUPPORT', 'OVERSIGHT', 'NOT_STATED'],
  basis: [
    'NAMED_IN_TEXT',
    'GOVERNMENT_ASSIGNMENT',
    'PUBLISHED_MATRIX',
    'COALITION_JUDGEMENT',
    'MANDATE',
    'FOLLOWS',
    'SUGGESTED',
  ],
  has: ['LEAD_BODY', 'ANY_BODY', 'SUGGESTED_LEAD_BODY', 'WORKING_GROUP', 'INITIATIVE', 'INDICATOR', 'ASSESSMENT'],
  lacks: ['LEAD_BODY', 'ANY_BODY', 'SUGGESTED_LEAD_BODY', 'WORKING_GROUP', 'INITIATIVE', 'INDICATOR', 'ASSESSMENT'],
}
const KEYS = { role: 'roles', basis: 'bases', has: 'has', lacks: 'lacks' } as const

export const SORTS = {
  newest: { field: 'DATE', direction: 'DESC' },
  oldest: { field: 'DATE', direction: 'ASC' },
  relevance: { field: 'RELEVANCE', direction: 'DESC' },
  paragraph: { field: 'PARAGRAPH', direction: 'ASC' },
  links: { field: 'LINKS', direction: 'DESC' },
} as const satisfies Record<string, RecommendationOrder>
export type Sort = keyof typeof SORTS

/** A value of the address that says nothing the list understands; it is shown, never dropped in silence. */
export type Ignored = { readonly name: string; readonly value: string }

/** One value chosen; `id` where it is a thing of the graph. */
export type Chosen = { readonly name: string; readonly value: string; readonly id: string | null }

export type ListState = {
  readonly filter: RecommendationFilter
  readonly sort: Sort
  readonly after: string | null
  /** Where the page starts, from 1: said beside the rows only, since the cursor alone decides what they are. */
  readonly at: number
  readonly includeSuggestions: boolean
  /** Everything chosen, in the order of the address: one chip each. */
  readonly chosen: readonly Chosen[]
  readonly ignored: readonly Ignored[]
}

const OWN = new Set<string>([
  ...FACETS.map(({ name }) => name),
  ...Object.keys(KEYS),
  'q',
  'sort',
  'after',
  'at',
  'suggestions',
])

/** Names of the address that belong to the list. */
export const LIST_NAMES: readonly string[] = [...OWN]

const isKey = (value: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u.test(value)

/** The years a value of the address means: `2014`, or `2009-2014` with both ends; null where it means none. */
function yearsOf(value: string): number[] | null {
  const match = /^(\d{4})(?:-(\d{4}))?$/.exec(value)
  if (match === null) return null
  const [first, last] = [Number(match[1]), Number(match[2] ?? match[1])]
  // A century is more than any review spans, and keeps a slip of the pen from asking for thousands of years.
  return last < first || last - first > 100
    ? null
    : Array.from({ length: last - first + 1 }, (_, index) => first + index)
}

/** Years as they stand in an address: neighbours together, `2009-2011`, `2014`. */
export function yearsInAddress(years: readonly number[]): string[] {
  const runs: { first: number; last: number }[] = []
  for (const year of [...new Set(years)].sort((a, b) => a - b)) {
    const run = runs.at(-1)
    if (run !== undefined && run.last === year - 1) run.last = year
    else runs.push({ first: year, last: year })
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`))
}

/** Reads the list's part of an address. Values it cannot read are left out of the filter and come back in `ignored`. */
export function readList(query: URLSearchParams): ListState {
  const filter: Record<string, unknown> = {}
  const chosen: Chosen[] = []
  const ignored: Ignored[] = []
  const add = (key: string, { name, value, id }: Chosen, given: readonly unknown[]): void => {
    // Said twice is said once.
    if (chosen.some((one) => one.name === name && one.value === value)) return
    filter[key] = [...new Set([...((filter[key] as unknown[] | undefined) ?? []), ...given])]
    chosen.push({ name, value, id })
  }
  for (const [name, value] of query) {
    const facet = FACETS.find((one) => one.name === name)
    const allowed = VALUES[name]
    if (name === 'year') {
      const years = yearsOf(value)
      if (years === null) ignored.push({ name, value })
      else add('years', { name, value, id: null }, years)
    } else if (allowed !== undefined) {
      const key = facet?.key ?? KEYS[name as keyof typeof KEYS]
      if (allowed.includes(value)) add(key, { name, value, id: null }, [value])
      else ignored.push({ name, value })
    } else if (facet !== undefined && 'label' in facet) {
      if (isKey(value)) add(facet.key, { name, value, id: `${ID_PREFIX[facet.label]}:${value}` }, [value])
      else ignored.push({ name, value })
    }
  }
  const text = (query.get('q') ?? '').trim()
  if (text !== '') {
    filter['text'] = text
    chosen.unshift({ name: 'q', value: text, id: null })
  }
  const givenSort = query.get('sort')
  const fallback: Sort = text === '' ? 'newest' : 'relevance'
  if (givenSort !== null && !Object.hasOwn(SORTS, givenSort)) ignored.push({ name: 'sort', value: givenSort })
  const givenSuggestions = query.get('suggestions')
  const includeSuggestions = givenSuggestions === 'yes'
  if (includeSuggestions) filter['includeSuggestions'] = true
  // "no" is what pages say whose lists hold suggestions otherwise.
  else if (givenSuggestions !== null && givenSuggestions !== 'no')
    ignored.push({ name: 'suggestions', value: givenSuggestions })
  const after = query.get('after')
  const at = Number(query.get('at') ?? '')
  return {
    filter: filter as RecommendationFilter,
    sort: givenSort !== null && Object.hasOwn(SORTS, givenSort) ? (givenSort as Sort) : fallback,
    after,
    at: after !== null && Number.isSafeInteger(at) && at > 1 ? at : 1,
    includeSuggestions,
    chosen,
    ignored,
  }
}

/**
 * What is asked of the API: what the page fixes and what the person chose, both at once. Where both name the same field
 * the choice moves into `and`, so that it narrows what the page fixes and never widens it.
 */
export function combined(base: RecommendationFilter, own: RecommendationFilter, stateId: string): RecommendationFilter {
  const includeSuggestions = own.includeSuggestions ?? base.includeSuggestions ?? false
  const entries = Object.entries(own)
  const narrowing = entries.filter(([key]) => Object.hasOwn(base, key) && key !== 'includeSuggestions')
  const free = entries.filter(([key]) => !Object.hasOwn(base, key))
  const and = narrowing.map(([key, value]): RecommendationFilter => ({ [key]: value, includeSuggestions }))
  return {
    ...Object.fromEntries(free),
    ...base,
    states: [stateId],
    includeSuggestions,
    ...(and.length === 0 ? {} : { and: [...(base.and ?? []), ...and] }),
  }
}

/** What a facet's value is in the address: the id without its type, since the name fixes it. */
export function valueInAddress(value: string): string {
  const colon = value.indexOf(':')
  return colon < 0 ? value : value.slice(colon + 1)
}

/** The values of one name with one put in or taken out. */
export function toggled(query: URLSearchParams, name: string, value: string): string[] {
  const values = query.getAll(name)
  return values.includes(value) ? values.filter((one) => one !== value) : [...values, value]
}

/** The years of an address with one put in or taken out. */
export function toggledYear(query: URLSearchParams, year: number): string[] {
  const years = query.getAll('year').flatMap((value) => yearsOf(value) ?? [])
  return yearsInAddress(years.includes(year) ? years.filter((one) => one !== year) : [...years, year])
}
