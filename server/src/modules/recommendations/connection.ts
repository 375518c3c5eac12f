/** A list of recommendations, at the root or hanging on something: filter, order, pages, counts, facets. */
import type { Composer, FieldRule, Scope, TypeRules } from '../../cypher/composer.ts'
import { composeConnection, pageSize, type OrderKey } from '../../cypher/connections.ts'
import type { FacetField, RecommendationOrder } from '../../generated/resolvers.ts'
import { composeHits, type Hits } from '../search/hits.ts'
import { composeFacet, type Base } from './facets.ts'
import { composeFilter, type Filter } from './filter.ts'
import { isOfOneState, startOf } from './start.ts'

const byId: OrderKey = { expression: (m) => `${m}.id` }
/** Document, then paragraph in natural order, then id: kept as one property, which no two recommendations share. */
const byPlace: OrderKey = { expression: (m) => `${m}.listOrder` }
/** Newest first is kept as one property, and read in the order of its index. */
const byDate = (isDescending: boolean): readonly OrderKey[] =>
  isDescending ? [{ expression: (m) => `${m}.dateOrder` }] : [{ expression: (m) => `${m}.sortOn` }, byPlace]

function orderOf({ field, direction }: RecommendationOrder, hits: Hits | null): readonly OrderKey[] {
  const isDescending = direction === 'DESC'
  switch (field) {
    case 'PARAGRAPH':
      return [{ ...byPlace, isDescending }]
    case 'LINKS':
      return [{ expression: (m) => `COUNT { (${m})--() }`, isDescending }, byId]
    case 'RELEVANCE':
      if (hits !== null) return [{ expression: (m) => `score_${m}`, isDescending }, byId]
      return byDate(isDescending)
    case 'DATE':
      return byDate(isDescending)
  }
}

/** Where a list starts that hangs on something: everything from MATCH on, ready for a WHERE. */
export type Start = (m: string) => string

/** All that the filter describes, from the index or the end that leaves the fewest to look at. */
export function baseOf(composer: Composer, filter: Filter): Base {
  return { filter, match: (m, one) => startOf(composer, one, m) }
}

const TEXTS = ['summary', 'text', 'paragraph'] as const

/** Fields of the API that highlights may come from, with their text. */
export const highlightSource = (
  composer: Composer,
  node: string,
  fields: readonly string[],
  hits: Hits | null,
): string =>
  hits === null
    ? '[]'
    : `{texts: [${fields.map((name) => `{field: '${name}', text: ${node}.${name}}`).join(', ')}], terms: ${composer.parameter(hits.query.terms)}}`

/** What a list of recommendations is read by, wherever it goes: a page of the API, or a file. */
export type RecommendationList = {
  /** The full-text hits it starts from; null without a text. */
  readonly hits: Hits | null
  /** The filter without what the hits have settled. */
  readonly base: Base
  /** Everything from MATCH on, conditions included. */
  readonly match: (m: string) => string
  /** Other variables that `match` binds and the order uses. */
  readonly carry: (m: string) => readonly string[]
  readonly order: readonly OrderKey[]
  /** What all of them have in common and the index begins with: named first in the order, it is read without sorting. */
  readonly constant?: (m: string) => string
}

export function listOf(
  composer: Composer,
  filter: Filter,
  orderBy: RecommendationOrder | undefined,
  start?: Start,
): RecommendationList {
  const text = start === undefined && typeof filter.text === 'string' && filter.text.trim() !== '' ? filter.text : null
  // The list starts from the index's hits; the other conditions then look at these alone.
  const hits = text === null ? null : composeHits(composer, text)
  const order = orderOf(orderBy ?? { field: text === null ? 'DATE' : 'RELEVANCE', direction: 'DESC' }, hits)
  const { text: _text, ...rest } = filter
  const remaining = hits === null ? filter : (rest as Filter)
  const match = (m: string, one: Filter): string => {
    if (hits !== null) {
      return `UNWIND ${hits.scored} AS hit_${m} WITH hit_${m}.node AS ${m}, hit_${m}.score AS score_${m} WHERE ${m}:Recommendation AND ${composeFilter(composer, one, m)}`
    }
    return start === undefined ? startOf(composer, one, m) : `${start(m)} WHERE ${composeFilter(composer, one, m)}`
  }
  return {
    hits,
    base: { filter: remaining, match, asked: filter },
    match: (m) => match(m, remaining),
    carry: (m) => (hits === null ? [] : [`score_${m}`]),
    order,
    ...(hits === null && start === undefined && isOfOneState(filter)
      ? { constant: (m: string) => `${m}.stateId` }
      : {}),
  }
}

/** `asked` is the whole filter, where `start` says a part of it by itself. */
export function composeRecommendations(scope: Scope, start?: Start, asked?: Filter): string {
  const { composer, field } = scope
  const { args } = field
  const filter = (args['filter'] ?? {}) as Filter
  const orderBy = args['orderBy'] as RecommendationOrder | undefined
  const { hits, base: found, ...list } = listOf(composer, filter, orderBy, start)
  const base: Base = asked === undefined ? found : { ...found, asked }
  const extra: TypeRules = {
    facets: ({ field: facets }) => {
      const first = pageSize(facets.args['first'], 'facets.first', 300)
      const by = [...new Set(facets.args['by'] as FacetField[])]
      return `[${by.map((one) => composeFacet(composer, base, one, { first, excludeOwn: facets.args['excludeOwn'] === true, isRoot: start === undefined })).join(', ')}]`
    },
  }
  return composeConnection(scope, {
    ...list,
    question: { filter, order: args['orderBy'] ?? null, start: start === undefined ? '' : scope.node },
    extra,
    edge: (m) => ({
      highlights: () => highlightSource(composer, m, TEXTS, hits),
    }),
  })
}

/** A `recommendations` field of a type: those that `pattern` leads to, and the filter's conditions. */
export const recommendationsOf =
  (pattern: (node: string, m: string) => string): FieldRule =>
  (scope) =>
    composeRecommendations(scope, (m) => `MATCH ${pattern(scope.node, m)}`)
