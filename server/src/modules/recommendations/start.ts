/** Where a statement over recommendations starts: at an index or at the filter's selective end, never at a scan of them all. */
import { standing, type Composer } from '../../cypher/composer.ts'
import { composeHits } from '../search/hits.ts'
import { composeFilter, idsOf, takeTexts, TAGS, type Filter } from './filter.ts'

/** A State's recommendations by the index on State and place; `state` is an expression. */
export const ofOneState = (m: string, state: string): string =>
  `MATCH (${m}:Recommendation) USING INDEX ${m}:Recommendation(stateId, dateOrder) WHERE ${m}.stateId = ${state} AND ${m}.dateOrder IS NOT NULL`

/** All recommendations by the index on their place. */
export const ofAllStates = (m: string): string =>
  `MATCH (${m}:Recommendation) USING INDEX ${m}:Recommendation(dateOrder) WHERE ${m}.dateOrder IS NOT NULL`

/** Whether the list of a filter starts as `ofOneState` does: no document or body leaves fewer to look at. */
export const isOfOneState = ({ states, documents, governmentBodies }: Filter): boolean =>
  states?.length === 1 && !documents && !governmentBodies

/**
 * The recommendations that a filter describes, from MATCH or UNWIND on, all conditions included; each once.
 * The hits of a text come first; then a document or a body is the smallest end, then one State, then a tag; what serves
 * as the start is left out of the conditions where the start says all of it.
 */
export function startOf(composer: Composer, filter: Filter, m: string): string {
  const includeSuggestions = filter.includeSuggestions ?? false
  const where = (rest: Filter): string => composeFilter(composer, rest, m)
  const and = (rest: Filter): string => {
    const conditions = where(rest)
    return conditions === 'true' ? '' : ` AND ${conditions}`
  }
  const { texts, rest: untexted } = takeTexts(filter)
  if (texts.length > 0) {
    const hits = composeHits(composer, texts)?.all() ?? '[]'
    return `UNWIND ${hits} AS ${m} WITH ${m} WHERE ${m}:Recommendation AND ${where(untexted)}`
  }
  const { states, documents, governmentBodies } = filter
  if (documents) {
    const { documents: _documents, ...rest } = filter
    const ids = composer.parameter(idsOf('ReviewDocument', documents, 'filter.documents'))
    return `MATCH (start_${m}:ReviewDocument)<-[:ISSUED_IN]-(${m}:Recommendation) WHERE start_${m}.id IN ${ids} WITH DISTINCT ${m} WHERE ${where(rest)}`
  }
  if (governmentBodies) {
    const ids = composer.parameter(idsOf('GovernmentBody', governmentBodies, 'filter.governmentBodies'))
    return `MATCH (start_${m}:GovernmentBody)<-[:ADDRESSED_TO]-(${m}:Recommendation) WHERE start_${m}.id IN ${ids} WITH DISTINCT ${m} WHERE ${where(filter)}`
  }
  if (isOfOneState(filter) && states) {
    const { states: _states, ...rest } = filter
    const [id] = idsOf('State', states, 'filter.states')
    return ofOneState(m, composer.parameter(id)) + and(rest)
  }
  for (const field of Object.keys(TAGS) as (keyof typeof TAGS)[]) {
    const values = filter[field]
    if (!values) continue
    const [type, label] = TAGS[field]
    const { [field]: _field, ...rest } = filter
    const ids = composer.parameter(idsOf(label, values, `filter.${field}`))
    return (
      `MATCH (start_${m}:${label})<-[tie_${m}:${type}]-(${m}:Recommendation) WHERE start_${m}.id IN ${ids} ` +
      `AND ${standing(`tie_${m}`, includeSuggestions)} WITH DISTINCT ${m} WHERE ${where(rest)}`
    )
  }
  return ofAllStates(m) + and(filter)
}
