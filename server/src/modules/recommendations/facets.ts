/** Counts of recommendations by a field: one aggregating subquery a field. */
import { isSuggestion, standing, type Composer } from '../../cypher/composer.ts'
import type { SelectedField } from '../../cypher/selection.ts'
import { isMandatory, plain, withoutOwn, type Field } from './facet-filters.ts'
import { latestStatus, type Filter } from './filter.ts'

/** What a field is read with: the recommendation, the variable for its value and one for the relationship between. */
type Reach = {
  readonly composer: Composer
  readonly m: string
  readonly v: string
  readonly r: string
  readonly filter: Filter
}

type FacetShape = {
  /** From a recommendation to the node or value; those without a value keep their row, and count as NONE. */
  readonly reach: (reach: Reach) => string
  /** Whether the value hangs on a relationship that may be a suggestion. */
  readonly isTie: boolean
  /** Whether no recommendation meets a value twice, so that rows need not be told apart to be counted. */
  readonly isOnce: boolean
  /** What the filter takes for the value. */
  readonly value: (v: string) => string
  readonly name: (v: string) => string
  readonly nameKm: (v: string) => string
}

const named = {
  isTie: false,
  // Two nodes are joined once by a type of relationship (`graph/checks/doubled-relationships.cypher`).
  isOnce: true,
  value: (v: string) => `${v}.id`,
  name: (v: string) => `${v}.name`,
  nameKm: (v: string) => `${v}.nameKm`,
}
const counts = ({ r, filter }: Reach): string => standing(r, filter.includeSuggestions ?? false)

/**
 * Nodes at the end of a relationship that may be a suggestion. A label is asked for only where the relationship also leads to
 * others (`graph/model/relationships.ts`): looking at it took a tenth of the time of a count.
 */
const tie = (pattern: (m: string, r: string, v: string) => string): FacetShape => ({
  ...named,
  isTie: true,
  reach: (reach) => `OPTIONAL MATCH ${pattern(reach.m, reach.r, reach.v)} WHERE ${counts(reach)}`,
})
/** Nodes at the end of what is a fact always. */
const fact = (field: Field, pattern: (m: string, v: string) => string): FacetShape => ({
  ...named,
  reach: ({ m, v }) => `${isMandatory(field) ? '' : 'OPTIONAL '}MATCH ${pattern(m, v)}`,
})
/** A value that is no node: the recommendation's own, or that of a relationship that may be a suggestion. */
const scalar = (reach: FacetShape['reach'], isTie = false): FacetShape => ({
  reach,
  isTie,
  isOnce: !isTie,
  value: (v) => `toString(${v})`,
  name: (v) => `toString(${v})`,
  nameKm: () => 'null',
})
const property = (field: Field, name: string): FacetShape =>
  scalar(({ m, v }) => (isMandatory(field) ? `UNWIND ${m}.${name} AS ${v}` : `WITH *, ${m}.${name} AS ${v}`))
/** A property of the responsibility; a recommendation without any keeps its row. */
const ofResponsibility = (value: (r: string) => string): FacetShape =>
  scalar(
    (reach) =>
      `OPTIONAL MATCH (${reach.m})-[${reach.r}:ADDRESSED_TO]->(:GovernmentBody) WHERE ${counts(reach)} ` +
      `WITH *, CASE WHEN ${reach.r} IS NOT NULL THEN ${value(reach.r)} END AS ${reach.v}`,
    true,
  )
const ofState = (v: string, name: string): string => `head(COLLECT { MATCH (of:State {id: ${v}}) RETURN of.${name} })`

const FACETS: Record<Field, FacetShape> = {
  // By the State's id, which the recommendation keeps: the State itself is looked up once a value.
  STATE: {
    ...property('STATE', 'stateId'),
    name: (v) => ofState(v, 'name'),
    nameKm: (v) => ofState(v, 'nameKm'),
  },
  MECHANISM: {
    ...fact('MECHANISM', (m, v) => `(${m})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(${v}:Mechanism)`),
    name: (v) => `${v}.code`,
  },
  DOCUMENT: {
    ...fact('DOCUMENT', (m, v) => `(${m})-[:ISSUED_IN]->(${v}:ReviewDocument)`),
    name: (v) => `coalesce(${v}.symbol + ' · ', '') + ${v}.title`,
  },
  THEME: tie((m, r, v) => `(${m})-[${r}:ABOUT]->(${v})`),
  RIGHT: {
    ...tie((m, r, v) => `(${m})-[${r}:INVOKES]->(${v}:Right)`),
    name: (v) => `${v}.name + ' · ' + ${v}.shortTitle`,
  },
  RIGHTS_CLUSTER: {
    ...tie((m, r, v) => `(${m})-[${r}:INVOKES]->()-[:IN_CLUSTER*0..1]->(${v}:RightsCluster)`),
    isOnce: false,
    name: (v) => `${v}.shortTitle`,
  },
  AFFECTED_GROUP: tie((m, r, v) => `(${m})-[${r}:PROTECTS]->(${v})`),
  SDG_TARGET: {
    ...tie((m, r, v) => `(${m})-[${r}:ADVANCES]->(${v}:SdgTarget)`),
    name: (v) => `${v}.target + ' · ' + ${v}.shortTitle`,
  },
  SDG_GOAL: {
    ...tie((m, r, v) => `(${m})-[${r}:ADVANCES]->()-[:PART_OF*0..1]->(${v}:SdgGoal)`),
    isOnce: false,
    name: (v) => `'SDG ' + toString(${v}.goal)`,
  },
  GOVERNMENT_BODY: tie((m, r, v) => `(${m})-[${r}:ADDRESSED_TO]->(${v})`),
  LEAD_BODY: tie((m, r, v) => `(${m})-[${r}:ADDRESSED_TO {role: 'LEAD'}]->(${v})`),
  ROLE: ofResponsibility((r) => `coalesce(${r}.role, 'NOT_STATED')`),
  BASIS: ofResponsibility((r) => `${r}.basis`),
  WORKING_GROUP: fact('WORKING_GROUP', (m, v) => `(${m})-[:FOLLOWED_BY]->(${v})`),
  INITIATIVE: {
    ...tie((m, r, v) => `(${m})<-[${r}:SUPPORTS]-(${v}:Initiative)`),
    name: (v) => `coalesce(${v}.number + ' · ', '') + ${v}.summary`,
    nameKm: () => 'null',
  },
  // Imports of an earlier version wrote a State twice that a row named twice.
  RECOMMENDING_STATE: {
    ...fact('RECOMMENDING_STATE', (m, v) => `(${m})-[:RECOMMENDED_BY]->(${v})`),
    isOnce: false,
  },
  // NOT_KNOWN is of the Universal Periodic Review alone; elsewhere there is no position to know.
  POSITION: scalar(
    ({ m, v }) =>
      `WITH *, coalesce(${m}.position, CASE WHEN EXISTS { (${m})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(:Mechanism {kind: 'UPR'}) } ` +
      `THEN 'NOT_KNOWN' END) AS ${v}`,
  ),
  STATUS: scalar(
    ({ composer, m, v, filter }) =>
      `WITH *, ${latestStatus(m, composer.parameter(filter.voice ?? 'CIVIL_SOCIETY'))} AS ${v}`,
  ),
  KIND: property('KIND', 'kind'),
  YEAR: property('YEAR', 'year'),
}

export type Base = {
  /** MATCH … WHERE … that binds the recommendation; each once. */
  readonly match: (m: string, filter: Filter) => string
  readonly filter: Filter
  /** The whole filter as it was asked, where `match` says a part of it by itself. */
  readonly asked?: Filter
}

/** Key by which `Facet.values` knows what it was asked, where the filter of a value is asked for. */
export const ASKED = '#asked'

/** The names under which a facet's statement holds a value, and the packed map it becomes. */
const VALUE = ['value', 'name', 'nameKm', 'count', 'suggestionCount'] as const
/** What a value has that is not read: the filter that describes what it counts. */
const FILTER_FIELD = 'filter'
/** The value itself goes along always: the filter of a facet's value is made of it. */
const packedValue = (composer: Composer, asked: ReadonlySet<string>): string =>
  composer.packed(VALUE.filter((name) => name === 'value' || asked.has(name)).map((name) => [name, name]))

/** What the selections of a list of facets ask of their values. */
export function valueFieldsOf({ selections }: Composer, facets: SelectedField): ReadonlySet<string> {
  const lists = selections.fieldsOf(selections.objectType('Facet'), facets.selections)
  const ofValues = lists.filter(({ name }) => name === 'values').flatMap((list) => list.selections)
  return new Set(selections.fieldsOf(selections.objectType('FacetValue'), ofValues).map(({ name }) => name))
}
/** What a value reads as; `name` is what equal counts are put in order by. */
const valueEntries = (shape: FacetShape, v: string, asked: ReadonlySet<string>): string =>
  `coalesce(${shape.value(v)}, 'NONE') AS value, coalesce(${shape.name(v)}, 'NONE') AS name, ${asked.has('nameKm') ? shape.nameKm(v) : 'null'} AS nameKm`

/** Whether a relationship of the reach is a fact; null where it always is, or suggestions do not count anyway. */
const isFact = (shape: FacetShape, r: string, filter: Filter): string | null =>
  shape.isTie && filter.includeSuggestions === true ? `NOT ${isSuggestion(r)}` : null

/** Of what was counted, how many stand there by a suggestion alone. */
const suggestedCount = (m: string, ...facts: (string | null)[]): string => {
  const conditions = facts.filter((one) => one !== null)
  return conditions.length === 0
    ? '0'
    : `count(DISTINCT ${m}) - count(DISTINCT CASE WHEN ${conditions.join(' AND ')} THEN ${m} END)`
}

/**
 * `{field, values: [{value, name, nameKm, count, suggestionCount}], valueCount}`, most frequent first, and the number of
 * the values by itself.
 *
 * At the root the counting stands before the answer, as one aggregation. Hanging on a node it cannot: Neo4j takes an
 * expression for aggregating when a subquery in it aggregates and also speaks of outer variables, and refuses it. There
 * each distinct value is counted by itself, which a node's few values bear.
 */
export function composeFacet(
  composer: Composer,
  base: Base,
  field: Field,
  {
    first,
    excludeOwn = false,
    isRoot,
    valueFields = new Set([...VALUE, FILTER_FIELD]),
  }: { first: number; excludeOwn?: boolean; isRoot: boolean; valueFields?: ReadonlySet<string> },
): { readonly facet: string; readonly valueCount: string } {
  const shape = FACETS[field]
  const restricted = (filter: Filter): Filter => (excludeOwn ? withoutOwn(filter, field) : filter)
  const filter = restricted(base.filter)
  const asked = composer.known(plain(restricted(base.asked ?? base.filter)))
  const limit = composer.bound(first)
  /** The recommendations and what they reach, with variables of their own. */
  const reached = () => {
    const [m, v, r] = [composer.variable('m'), composer.variable('v'), composer.variable('r')]
    return { m, v, r, text: `${base.match(m, filter)} ${shape.reach({ composer, m, v, r, filter })}` }
  }
  const { m, v, r, text } = reached()
  const isSuggestedCounted = valueFields.has('suggestionCount')
  const facetOf = (values: string, valueCount: string): { facet: string; valueCount: string } => ({
    facet: composer.packed([
      ['field', composer.known(field)],
      ...(valueFields.has(FILTER_FIELD) ? [[ASKED, asked] as const] : []),
      ['values', values],
      ['valueCount', valueCount],
    ]),
    valueCount,
  })
  if (isRoot) {
    const [values, valueCount] = [composer.variable('values'), composer.variable('count')]
    const suggested = isSuggestedCounted ? suggestedCount(m, isFact(shape, r, filter)) : '0'
    composer.prelude(
      `CALL (${composer.imports(text)}) { ${text} WITH ${v}, ${shape.isOnce ? 'count(*)' : `count(DISTINCT ${m})`} AS count, ${suggested} AS suggestionCount ` +
        `WITH ${valueEntries(shape, v, valueFields)}, count, suggestionCount ` +
        `ORDER BY count DESC, name, value WITH collect(${packedValue(composer, valueFields)}) AS facetValues ` +
        `RETURN facetValues[..${limit}] AS ${values}, size(facetValues) AS ${valueCount} }`,
    )
    return facetOf(values, valueCount)
  }
  const countOf = (condition: (r: string) => string): string => {
    const again = reached()
    return `COUNT { ${again.text} WITH * WHERE coalesce(${again.v} = ${v}, ${again.v} IS NULL AND ${v} IS NULL)${condition(again.r)} RETURN DISTINCT ${again.m} }`
  }
  const all = countOf(() => '')
  const suggested =
    !isSuggestedCounted || isFact(shape, r, filter) === null
      ? '0'
      : `${all} - ${countOf((one) => ` AND ${isFact(shape, one, filter) ?? 'true'}`)}`
  return facetOf(
    `COLLECT { ${text} WITH DISTINCT ${v} WITH ${valueEntries(shape, v, valueFields)}, ${all} AS count, ${suggested} AS suggestionCount ` +
      `ORDER BY count DESC, name, value LIMIT ${limit} RETURN ${packedValue(composer, valueFields)} }`,
    `COUNT { ${text} RETURN DISTINCT ${v} }`,
  )
}

/** More cells than this are no table any more. */
const MAX_CELLS = 20_000

const CELL = ['row', 'column', 'count', 'suggestionCount'] as const

/** The cells of a matrix at the root, `[{row, column, count, suggestionCount}]` without the empty ones, and their number. */
export function composeCells(
  composer: Composer,
  base: Base,
  rows: Field,
  columns: Field,
): { readonly cells: string; readonly count: string } {
  const [m, cells, count] = [composer.variable('m'), composer.variable('cells'), composer.variable('count')]
  const axis = (field: Field) => {
    const [shape, v, r] = [FACETS[field], composer.variable('v'), composer.variable('r')]
    return {
      reach: shape.reach({ composer, m, v, r, filter: base.filter }),
      v,
      value: `coalesce(${shape.value(v)}, 'NONE')`,
      isFact: isFact(shape, r, base.filter),
    }
  }
  const [row, column] = [axis(rows), axis(columns)]
  const text = `${base.match(m, base.filter)} ${row.reach} ${column.reach}`
  composer.prelude(
    `CALL (${composer.imports(text)}) { ${text} ` +
      `WITH ${row.v}, ${column.v}, count(DISTINCT ${m}) AS count, ${suggestedCount(m, row.isFact, column.isFact)} AS suggestionCount ` +
      `WITH ${row.value} AS row, ${column.value} AS column, count, suggestionCount ` +
      `ORDER BY row, column WITH collect(${composer.packed(CELL.map((name) => [name, name]))}) AS found ` +
      `RETURN found[..${MAX_CELLS}] AS ${cells}, size(found) AS ${count} }`,
  )
  return { cells, count }
}
