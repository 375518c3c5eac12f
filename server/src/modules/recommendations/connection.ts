/** A list of recommendations, at the root or hanging on something: filter, order, pages, counts, facets. */
import type { Composer, FieldRule, Scope, TypeRules } from '../../cypher/composer.ts'
import { composeConnection, pageSize, type OrderKey } from '../../cypher/connections.ts'
import { placeOf } from '../../cypher/cursors.ts'
import type { FacetField, RecommendationOrder } from '../../generated/resolvers.ts'
import { highlightSource } from '../search/highlight-source.ts'
import { composeHits, type Hits } from '../search/hits.ts'
import { understandingRules } from '../search/understanding.ts'
import { composeFacet, valueFieldsOf, type Base } from './facets.ts'
import { composeFilter, takeTexts, type Filter } from './filter.ts'
import { isOfOneState, startOf } from './start.ts'

const byId: OrderKey = { expression: (m) => `${m}.id` }
/** Document, then paragraph in natural order, then id: kept as one property, which no two recommendations share. */
const byPlace: OrderKey = { expression: (m) => `${m}.listOrder` }
/** Newest first is kept as one property, and read in the order of its index. */
const byDate = (isDescending: boolean): readonly OrderKey[] =>
  isDescending ? [{ expression: (m) => `${m}.dateOrder` }] : [{ expression: (m) => `${m}.sortOn` }, byPlace]

function orderOf({ field, direction }: RecommendationOrder): readonly OrderKey[] {
  const isDescending = direction === 'DESC'
  switch (field) {
    case 'PARAGRAPH':
      return [{ ...byPlace, isDescending }]
    case 'LINKS':
      return [{ expression: (m) => `COUNT { (${m})--() }`, isDescending }, byId]
    case 'RELEVANCE':
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

/** What a list of recommendations is read by, wherever it goes: a page of the API, or a file. */
export type RecommendationList = {
  /** The texts that all of them match, of the filter and of its `and`. */
  readonly texts: readonly string[]
  /** The full-text hits it starts from; null without a text, and where the texts ask for nothing. */
  readonly hits: Hits | null
  /** The filter without what the hits have settled. */
  readonly base: Base
  /** Everything from MATCH on, conditions included. */
  readonly match: (m: string) => string
  /** Other variables that `match` binds and the order uses. */
  readonly carry: (m: string) => readonly string[]
  readonly order: readonly OrderKey[]
  /** `totalCount`, where `match` gives only as many as a page needs. */
  readonly total?: () => string
  /** What all of them have in common and the index begins with: named first in the order, it is read without sorting. */
  readonly constant?: (m: string) => string
}

/** `count` says how many of the first are needed at least, where the order is that of the hits. */
export function listOf(
  composer: Composer,
  filter: Filter,
  given: RecommendationOrder | undefined,
  { start, count = () => Number.MAX_SAFE_INTEGER }: { start?: Start | undefined; count?: () => number } = {},
): RecommendationList {
  const { texts, rest } = start === undefined ? takeTexts(filter) : { texts: [], rest: filter }
  const isFound = texts.length > 0
  // The list starts from the index's hits; the other conditions then look at these alone.
  const hits = isFound ? composeHits(composer, texts) : null
  const orderBy = given ?? { field: isFound ? 'RELEVANCE' : 'DATE', direction: 'DESC' }
  const among = (m: string, one: Filter): string => `${m}:Recommendation AND ${composeFilter(composer, one, m)}`
  const match = (m: string, one: Filter): string => {
    if (isFound) return `UNWIND ${hits?.all() ?? '[]'} AS ${m} WITH ${m} WHERE ${among(m, one)}`
    return start === undefined ? startOf(composer, one, m) : `${start(m)} WHERE ${composeFilter(composer, one, m)}`
  }
  const base: Base = { filter: rest, match, asked: filter }
  if (!isFound || orderBy.field !== 'RELEVANCE') {
    return {
      texts,
      hits,
      base,
      match: (m) => match(m, rest),
      carry: () => [],
      order: orderOf(orderBy),
      ...(!isFound && start === undefined && isOfOneState(filter) ? { constant: (m: string) => `${m}.stateId` } : {}),
    }
  }
  // The worst first: only all of them in order say which those are.
  const isDescending = orderBy.direction === 'ASC'
  const needed = isDescending ? Number.MAX_SAFE_INTEGER : count()
  return {
    texts,
    hits,
    base,
    match: (m) => {
      const ranked = hits?.ranked((one) => among(one, rest), needed) ?? '[]'
      return `UNWIND range(0, size(${ranked}) - 1) AS place_${m} WITH ${ranked}[place_${m}][0] AS ${m}, place_${m}`
    },
    carry: (m) => [`place_${m}`],
    order: [{ expression: (m) => `place_${m}`, isDescending }],
    total: () => {
      const m = composer.variable('m')
      return `COUNT { ${match(m, rest)} RETURN ${m} }`
    },
  }
}

/** `asked` is the whole filter, where `start` says a part of it by itself. */
export function composeRecommendations(scope: Scope, start?: Start, asked?: Filter): string {
  const { composer, field } = scope
  const { args } = field
  const filter = (args['filter'] ?? {}) as Filter
  const orderBy = args['orderBy'] as RecommendationOrder | undefined
  const question = { filter, order: orderBy ?? null, start: start === undefined ? '' : scope.node }
  const count = (): number => placeOf(args['after'], question) + pageSize(args['first']) + 2
  const { texts, hits, base: found, ...list } = listOf(composer, filter, orderBy, { start, count })
  const base: Base = asked === undefined ? found : { ...found, asked }
  const extra: TypeRules = {
    facets: ({ field: facets }) => {
      const first = pageSize(facets.args['first'], 'facets.first', 300)
      const by = [...new Set(facets.args['by'] as FacetField[])]
      const options = {
        first,
        excludeOwn: facets.args['excludeOwn'] === true,
        isRoot: start === undefined,
        valueFields: valueFieldsOf(composer, facets),
      }
      return `[${by.map((one) => composeFacet(composer, base, one, options).facet).join(', ')}]`
    },
    textSearch: ({ field: { selections } }) =>
      texts.length === 0
        ? 'null'
        : composer.map('TextSearch', selections, '', understandingRules(composer, texts, hits)),
  }
  return composeConnection(scope, {
    ...list,
    question,
    extra,
    edge: (m) => ({ highlights: () => highlightSource(composer, m, TEXTS, hits) }),
  })
}

/** A `recommendations` field of a type: those that `pattern` leads to, and the filter's conditions. */
export const recommendationsOf =
  (pattern: (node: string, m: string) => string): FieldRule =>
  (scope) =>
    composeRecommendations(scope, (m) => `MATCH ${pattern(scope.node, m)}`)
