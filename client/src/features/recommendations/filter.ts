/** The filter of a list of recommendations as it stands in an address, and as the API takes it. Pure. */
import type { FacetField, RecommendationFilter, RecommendationOrder } from '../../generated/graphql.ts'

/** Name in the address -> facet and field of the API's filter. The names are short: addresses are read aloud and shared. */
export const FACETS = [
  { name: 'year', field: 'YEAR', key: 'years' },
  { name: 'mechanism', field: 'MECHANISM', key: 'mechanisms', prefix: 'mechanism' },
  { name: 'document', field: 'DOCUMENT', key: 'documents', prefix: 'document' },
  { name: 'theme', field: 'THEME', key: 'themes', prefix: 'theme' },
  { name: 'right', field: 'RIGHT', key: 'rights', prefix: 'right' },
  { name: 'group', field: 'AFFECTED_GROUP', key: 'affectedGroups', prefix: 'group' },
  { name: 'sdg', field: 'SDG_TARGET', key: 'sdgTargets', prefix: 'sdg-target' },
  { name: 'body', field: 'GOVERNMENT_BODY', key: 'governmentBodies', prefix: 'body' },
  { name: 'twg', field: 'WORKING_GROUP', key: 'workingGroups', prefix: 'twg' },
  { name: 'from', field: 'RECOMMENDING_STATE', key: 'recommendingStates', prefix: 'state' },
  { name: 'position', field: 'POSITION', key: 'positions' },
  { name: 'kind', field: 'KIND', key: 'kinds' },
] as const satisfies readonly { name: string; field: FacetField; key: keyof RecommendationFilter; prefix?: string }[]

export type FacetName = (typeof FACETS)[number]['name']

const VALUES: Record<string, readonly string[]> = {
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

export type ListState = {
  readonly filter: RecommendationFilter
  readonly sort: Sort
  readonly after: string | null
  readonly includeSuggestions: boolean
  /** Everything chosen, in the order of the address: one chip each. */
  readonly chosen: readonly { readonly name: string; readonly value: string }[]
  readonly ignored: readonly Ignored[]
}

const OWN = new Set<string>([
  ...FACETS.map(({ name }) => name),
  ...Object.keys(KEYS),
  'q',
  'sort',
  'after',
  'suggestions',
])

/** Names of the address that belong to the list. */
export const LIST_NAMES: readonly string[] = [...OWN]

const isKey = (value: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u.test(value)

/** Reads the list's part of an address. Values it cannot read are left out of the filter and come back in `ignored`. */
export function readList(query: URLSearchParams): ListState {
  const filter: Record<string, unknown> = {}
  const chosen: { name: string; value: string }[] = []
  const ignored: Ignored[] = []
  const add = (key: string, name: string, value: string, given: unknown): void => {
    filter[key] = [...((filter[key] as unknown[] | undefined) ?? []), given]
    chosen.push({ name, value })
  }
  for (const [name, value] of query) {
    const facet = FACETS.find((one) => one.name === name)
    if (facet !== undefined) {
      const allowed = VALUES[name]
      if (name === 'year') {
        if (/^\d{4}$/.test(value)) add(facet.key, name, value, Number(value))
        else ignored.push({ name, value })
      } else if (allowed === undefined ? isKey(value) : allowed.includes(value)) add(facet.key, name, value, value)
      else ignored.push({ name, value })
    } else if (Object.hasOwn(KEYS, name)) {
      if (VALUES[name]?.includes(value) === true) add(KEYS[name as keyof typeof KEYS], name, value, value)
      else ignored.push({ name, value })
    }
  }
  const text = (query.get('q') ?? '').trim()
  if (text !== '') {
    filter['text'] = text
    chosen.unshift({ name: 'q', value: text })
  }
  const givenSort = query.get('sort')
  const fallback: Sort = text === '' ? 'newest' : 'relevance'
  if (givenSort !== null && !Object.hasOwn(SORTS, givenSort)) ignored.push({ name: 'sort', value: givenSort })
  const includeSuggestions = query.get('suggestions') === 'yes'
  if (includeSuggestions) filter['includeSuggestions'] = true
  return {
    filter: filter as RecommendationFilter,
    sort: givenSort !== null && Object.hasOwn(SORTS, givenSort) ? (givenSort as Sort) : fallback,
    after: query.get('after'),
    includeSuggestions,
    chosen,
    ignored,
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
