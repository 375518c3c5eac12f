/** Counts of recommendations by a field: one aggregating subquery a field. */
import type { Composer } from '../../cypher/composer.ts'
import { standing } from '../../cypher/composer.ts'
import type { FacetField, MatrixAxis } from '../../generated/resolvers.ts'
import type { Filter } from './filter.ts'

type Field = FacetField | MatrixAxis

type FacetShape = {
  /** From a recommendation `m` to the node or value `v`; OPTIONAL, so that those without a value are counted as NONE. */
  readonly reach: (m: string, v: string, r: string, includeSuggestions: boolean) => string
  /** What the filter takes for the value. */
  readonly value: (v: string) => string
  readonly name: (v: string) => string
  readonly nameKm: (v: string) => string
  /** The filter field that restricts by it. */
  readonly own: keyof Filter
}

const named = {
  value: (v: string) => `${v}.id`,
  name: (v: string) => `${v}.name`,
  nameKm: (v: string) => `${v}.nameKm`,
}
const tag = (type: string, label: string) => (m: string, v: string, r: string, includeSuggestions: boolean) =>
  `OPTIONAL MATCH (${m})-[${r}:${type}]->(${v}:${label}) WHERE ${standing(r, includeSuggestions)}`
const scalar = (property: string, own: keyof Filter): FacetShape => ({
  reach: (m, v) => `UNWIND [${m}.${property}] AS ${v}`,
  value: (v) => `toString(${v})`,
  name: (v) => `toString(${v})`,
  nameKm: () => 'null',
  own,
})

const FACETS: Record<Field, FacetShape> = {
  MECHANISM: {
    ...named,
    reach: (m, v) => `OPTIONAL MATCH (${m})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(${v}:Mechanism)`,
    name: (v) => `${v}.code`,
    own: 'mechanisms',
  },
  DOCUMENT: {
    ...named,
    reach: (m, v) => `OPTIONAL MATCH (${m})-[:ISSUED_IN]->(${v}:ReviewDocument)`,
    name: (v) => `coalesce(${v}.symbol + ' · ', '') + ${v}.title`,
    own: 'documents',
  },
  THEME: { ...named, reach: tag('ABOUT', 'Theme'), own: 'themes' },
  RIGHT: {
    ...named,
    reach: tag('INVOKES', 'Right'),
    name: (v) => `${v}.name + ' · ' + ${v}.shortTitle`,
    own: 'rights',
  },
  AFFECTED_GROUP: { ...named, reach: tag('PROTECTS', 'AffectedGroup'), own: 'affectedGroups' },
  SDG_TARGET: {
    ...named,
    reach: tag('ADVANCES', 'SdgTarget'),
    name: (v) => `${v}.target + ' · ' + ${v}.shortTitle`,
    own: 'sdgTargets',
  },
  SDG_GOAL: {
    ...named,
    reach: (m, v, r, includeSuggestions) =>
      `OPTIONAL MATCH (${m})-[${r}:ADVANCES]->()-[:PART_OF*0..1]->(${v}:SdgGoal) WHERE ${standing(r, includeSuggestions)}`,
    name: (v) => `'SDG ' + toString(${v}.goal)`,
    own: 'sdgGoals',
  },
  GOVERNMENT_BODY: { ...named, reach: tag('ADDRESSED_TO', 'GovernmentBody'), own: 'governmentBodies' },
  LEAD_BODY: { ...named, reach: tag("ADDRESSED_TO {role: 'LEAD'}", 'GovernmentBody'), own: 'governmentBodies' },
  WORKING_GROUP: {
    ...named,
    reach: (m, v) => `OPTIONAL MATCH (${m})-[:FOLLOWED_BY]->(${v}:WorkingGroup)`,
    own: 'workingGroups',
  },
  RECOMMENDING_STATE: {
    ...named,
    reach: (m, v) => `OPTIONAL MATCH (${m})-[:RECOMMENDED_BY]->(${v}:State)`,
    own: 'recommendingStates',
  },
  POSITION: {
    ...scalar('position', 'positions'),
    // NOT_KNOWN is of the Universal Periodic Review alone; elsewhere there is no position to know.
    reach: (m, v) =>
      `UNWIND [CASE WHEN ${m}.position IS NULL AND EXISTS { (${m})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(:Mechanism {kind: 'UPR'}) } ` +
      `THEN 'NOT_KNOWN' ELSE ${m}.position END] AS ${v}`,
  },
  KIND: scalar('kind', 'kinds'),
  YEAR: scalar('year', 'years'),
}

export type Base = {
  /** MATCH … WHERE … that binds the recommendation. */
  readonly match: (m: string, filter: Filter) => string
  readonly filter: Filter
}

function withoutOwn(filter: Filter, { own }: FacetShape): Filter {
  const { [own]: _own, ...rest } = filter as Record<string, unknown>
  return rest as Filter
}

/** What a value reads as: `{value, name, nameKm}`. */
const valueEntries = (shape: FacetShape, v: string): string =>
  `value: coalesce(${shape.value(v)}, 'NONE'), name: coalesce(${shape.name(v)}, 'NONE'), nameKm: ${shape.nameKm(v)}`

/**
 * `{field, values: [{value, name, nameKm, count}], valueCount}`, most frequent first.
 *
 * At the root the counting stands before the answer, as one aggregation. Hanging on a node it cannot: Neo4j takes an
 * expression for aggregating when a subquery in it aggregates and also speaks of outer variables, and refuses it. There
 * each distinct value is counted by itself, which a node's few values bear.
 */
export function composeFacet(
  composer: Composer,
  base: Base,
  field: Field,
  { first, excludeOwn, isRoot }: { first: number; excludeOwn: boolean; isRoot: boolean },
): string {
  const shape = FACETS[field]
  const filter = excludeOwn ? withoutOwn(base.filter, shape) : base.filter
  const includeSuggestions = filter.includeSuggestions ?? false
  const limit = composer.parameter(first)
  const m = composer.variable('m')
  const v = composer.variable('v')
  const reached = `${base.match(m, filter)} ${shape.reach(m, v, composer.variable('r'), includeSuggestions)}`
  if (isRoot) {
    const facet = composer.variable('facet')
    composer.prelude(
      `CALL (*) { ${reached} WITH ${v}, count(DISTINCT ${m}) AS count WITH {${valueEntries(shape, v)}, count: count} AS value ` +
        `ORDER BY value.count DESC, value.name WITH collect(value) AS facetValues ` +
        `RETURN {field: '${field}', values: facetValues[..${limit}], valueCount: size(facetValues)} AS ${facet} }`,
    )
    return facet
  }
  const [again, same] = [composer.variable('m'), composer.variable('v')]
  const counted = `${base.match(again, filter)} ${shape.reach(again, same, composer.variable('r'), includeSuggestions)}`
  return (
    `{field: '${field}', valueCount: COUNT { ${reached} RETURN DISTINCT ${v} }, values: COLLECT { ${reached} WITH DISTINCT ${v} ` +
    `WITH {${valueEntries(shape, v)}, count: COUNT { ${counted} WITH ${again}, ${same} WHERE coalesce(${same} = ${v}, ${same} IS NULL AND ${v} IS NULL) RETURN DISTINCT ${again} }} AS value ` +
    `ORDER BY value.count DESC, value.name LIMIT ${limit} RETURN value }}`
  )
}

/** The cells of a matrix at the root: `[{row, column, count}]`, without the empty ones. */
export function composeCells(composer: Composer, base: Base, rows: Field, columns: Field): string {
  const [m, r, c, cells] = [
    composer.variable('m'),
    composer.variable('v'),
    composer.variable('v'),
    composer.variable('cells'),
  ]
  const includeSuggestions = base.filter.includeSuggestions ?? false
  const [row, column] = [FACETS[rows], FACETS[columns]]
  composer.prelude(
    `CALL (*) { ${base.match(m, base.filter)} ${row.reach(m, r, composer.variable('r'), includeSuggestions)} ` +
      `${column.reach(m, c, composer.variable('r'), includeSuggestions)} ` +
      `WITH coalesce(${row.value(r)}, 'NONE') AS rowValue, coalesce(${column.value(c)}, 'NONE') AS columnValue, count(DISTINCT ${m}) AS count ` +
      `ORDER BY rowValue, columnValue RETURN collect({row: rowValue, column: columnValue, count: count}) AS ${cells} }`,
  )
  return cells
}
