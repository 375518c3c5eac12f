/** How a field of the API reads from the answer of a statement; the same table serves the quick way and graphql-js. */
import { readEdges, readPageInfo, readCursor } from '../cypher/connections.ts'
import { readAxis, readCells, readFilter, readValues } from '../modules/recommendations/facet-readers.ts'
import { readAskMatches, readAsks } from '../modules/asks/readers.ts'
import { readHighlights } from '../modules/search/highlights.ts'
import { readCorrectedTo } from '../modules/search/understanding.ts'
import { searchableType } from '../modules/search/types.ts'

export type Source = Readonly<Record<string, unknown>>
/** The value of a field; `key` is its key in the response. */
export type Reader = (source: Source, key: string) => unknown

/** Types whose values come whole, under their fields' own names and not under the aliases of the question. */
const PLAIN_TYPES = new Set([
  'PageInfo',
  'Facet',
  'FacetValue',
  'MatrixCell',
  'Highlight',
  'HighlightPart',
  'SearchNotice',
  'Ask',
  'AskMatch',
])

/** Answers hold their values under the response key, so that two aliases of one field keep apart. */
const byKey: Reader = (source, key) => source[key]

/** Fields that are worked out from more than the value under their key. */
const FIELDS: Readonly<Record<string, Reader>> = {
  'Recommendation.asks': readAsks,
  'SimilarEdge.asks': readAskMatches,
  'Facet.values': (source) => readValues(source as Parameters<typeof readValues>[0]),
  'FacetValue.filter': readFilter,
  'Matrix.rows': readAxis,
  'Matrix.columns': readAxis,
  'Matrix.cells': readCells,
  'MatrixCell.filter': readFilter,
}

/** A decision comes whole from the mutation that made it, and under the keys of the question from a list. */
const readDecision =
  (fieldName: string): Reader =>
  (source, key) =>
    key in source ? source[key] : source[fieldName]

export function readerOf(typeName: string, fieldName: string): Reader {
  const own = FIELDS[`${typeName}.${fieldName}`]
  if (own !== undefined) return own
  if (typeName === 'Decision') return readDecision(fieldName)
  if (PLAIN_TYPES.has(typeName)) return (source) => source[fieldName]
  if (typeName.endsWith('Connection')) {
    if (fieldName === 'edges') return readEdges
    if (fieldName === 'pageInfo') return readPageInfo
  }
  if (typeName.endsWith('Edge') && fieldName === 'cursor') return readCursor
  if (fieldName === 'highlights') return readHighlights
  if (fieldName === 'correctedTo') return readCorrectedTo
  if (['SearchEdge', 'SearchTypeCount'].includes(typeName) && fieldName === 'type')
    return (source, key) => searchableType(String(source[key]))
  return byKey
}
