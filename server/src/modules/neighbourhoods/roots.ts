/** What surrounds things in the graph, for the graph browser: stable order, nothing rejected, counts before anything is fetched. */
import { standing, isSuggestion, quoted, UNKNOWN_ID, type Composer, type Scope } from '../../cypher/composer.ts'
import { pageSize } from '../../cypher/connections.ts'
import type { RootRule } from '../../cypher/roots.ts'
import { badInput } from '../../errors.ts'
import type { NeighbourOrder } from '../../generated/resolvers.ts'
import { LABELS, RELATIONSHIPS } from '../../../../graph/model/index.ts'
import type { SelectedField } from '../../cypher/selection.ts'
import { groupByLabel, labelOf, matchIds } from '../nodes/roots.ts'

const MAX_FIRST = 200
const MAX_HOPS = 2
const MAX_EXCLUDED = 5_000
/** As many things as the page's canvas holds. */
const MAX_SUBGRAPH = 5_000

/** Types in the order a person looks for them; the graph's own book-keeping is no neighbour. */
const TYPE_ORDER = [
  'Recommendation',
  'ReviewDocument',
  'Mechanism',
  'GovernmentBody',
  'Theme',
  'Right',
  'AffectedGroup',
  'SdgTarget',
  'Initiative',
  'Organisation',
  'WorkingGroup',
  'Deadline',
  'Event',
  'Indicator',
  'Resource',
  'State',
  'RightsCluster',
  'Treaty',
  'SdgGoal',
  'Measurement',
  'Assessment',
]
/**
 * Said by what is not shown: few labels to look for, and none that most neighbours have. Those that no relationship joins to
 * anything can be nobody's neighbour, and looking for them too took a quarter of the time of a neighbourhood.
 */
const HIDDEN = LABELS.filter(
  (label) =>
    !TYPE_ORDER.includes(label) &&
    Object.values<{ readonly from: readonly string[]; readonly to: readonly string[] }>(RELATIONSHIPS).some(
      ({ from, to }) => from.includes(label) || to.includes(label),
    ),
).join('|')
const isShown = (m: string): string => `NOT ${m}:${HIDDEN}`
const rankOf = (m: string): string =>
  `CASE head(labels(${m})) ${TYPE_ORDER.map((type, index) => `WHEN '${type}' THEN ${index}`).join(' ')} ELSE ${TYPE_ORDER.length} END`

const ORDERS: Record<NeighbourOrder, (m: string) => string> = {
  NEWEST: (m) => `coalesce(${m}.sortOn, toString(${m}.year), ${m}.startsOn, '') DESC`,
  MOST_CONNECTED: (m) => `COUNT { (${m})--() } DESC`,
  TYPE: rankOf,
}
/** The order in which neighbours come; the id last, so that the same question always has the same answer. */
const orderOf = (m: string, order: NeighbourOrder): string =>
  [ORDERS[order](m), `coalesce(${m}.sortOn, '') DESC`, `${m}.id`].join(', ')

const degreeOf = (composer: Composer, n: string): string => {
  const [r, o] = [composer.variable('r'), composer.variable('o')]
  return `COUNT { MATCH (${n})-[${r}]-(${o}) WHERE ${standing(r, true)} AND ${isShown(o)} RETURN DISTINCT ${o} }`
}

const yearOf = (n: string): string =>
  `coalesce(${n}.year, toInteger(left(${n}.sortOn, 4)), toInteger(left(${n}.startsOn, 4)))`

const graphNode = (composer: Composer, field: SelectedField, n: string, labels?: ReadonlySet<string>): string =>
  composer.map('GraphNode', field.selections, n, {
    node: ({ field: one }) => composer.project(one.type, one.selections, n, labels),
    degree: () => degreeOf(composer, n),
    year: () => yearOf(n),
  })

const graphRelationship = (composer: Composer, field: SelectedField, r: string): string =>
  composer.map('GraphRelationship', field.selections, r, {
    id: () => `startNode(${r}).id + ' ' + type(${r}) + ' ' + endNode(${r}).id`,
    type: () => `type(${r})`,
    from: () => `startNode(${r}).id`,
    to: () => `endNode(${r}).id`,
    isSuggestion: () => isSuggestion(r),
    role: () => `${r}.role`,
    basis: () => `${r}.basis`,
  })

export const neighbourhood: RootRule = ({ composer, field }: Scope) => {
  const { args } = field
  const id = String(args['id'])
  const label = labelOf(id, 'id')
  if (!TYPE_ORDER.includes(label))
    throw badInput(
      'id',
      `${label} has no place in the graph view. Expected the id of one of: ${TYPE_ORDER.join(', ')}.`,
    )
  const hops = pageSize(args['hops'], 'hops', MAX_HOPS)
  const exclude = (args['exclude'] ?? []) as string[]
  if (exclude.length > MAX_EXCLUDED)
    throw badInput('exclude', `${exclude.length} ids given. Expected at most ${MAX_EXCLUDED}.`)
  const first = composer.bound(pageSize(args['first'], 'first', MAX_FIRST))
  const excluded = exclude.length === 0 ? null : composer.parameter(exclude)
  const types = args['relationships'] as string[] | undefined
  const kinds = args['kinds'] as { relationship: string; type: string }[] | undefined
  const unknown = kinds?.find(({ type }) => !TYPE_ORDER.includes(type))
  if (unknown !== undefined)
    throw badInput('kinds', `${unknown.type} has no place in the graph view. Expected: ${TYPE_ORDER.join(', ')}.`)
  const order = (args['orderBy'] ?? 'TYPE') as NeighbourOrder
  // The kinds are a parameter, so that every expansion of a type shares one plan: planning costs more than answering.
  const wanted = kinds?.map(({ relationship, type }) => [relationship, type])
  const along =
    (types ? `AND type(r) IN ${composer.parameter(types)} ` : '') +
    (wanted ? `AND [type(r), head(labels(m))] IN ${composer.parameter(wanted)} ` : '')
  const around = (near: string): string => `MATCH (${near})-[r]-(m) WHERE ${standing('r', true)} AND ${isShown('m')} `
  const ring = around('center')
  composer.prelude(`OPTIONAL MATCH (center:${label} {id: ${composer.parameter(id)}})`)
  const type = composer.selections.objectType('Neighbourhood')
  const asked = new Set(composer.selections.fieldsOf(type, field.selections).map(({ name }) => name))
  // What only counts fetches nothing.
  if (['neighbours', 'relationships', 'remainingCount'].some((name) => asked.has(name))) {
    const isNew = excluded === null ? '' : `AND NOT m.id IN ${excluded} `
    const ordered = `${ring}${along}${isNew}WITH DISTINCT m ORDER BY ${orderOf('m', order)}`
    // How many are left is known only where all are put in order.
    composer.prelude(
      asked.has('remainingCount')
        ? `CALL (center) { ${ordered} RETURN collect(m) AS waiting }\nWITH *, waiting[..${first}] AS nearest`
        : `CALL (center) { ${ordered} LIMIT ${first} RETURN collect(m) AS nearest }`,
    )
    composer.prelude(
      hops === 1
        ? 'WITH *, nearest AS fresh'
        : `CALL (center, nearest) { UNWIND CASE WHEN size(nearest) < ${first} THEN nearest ELSE [] END AS near ` +
            `${around('near')}AND m <> center ${along}${isNew}WITH DISTINCT m LIMIT 2 * ${first} RETURN collect(m) AS beyond }\n` +
            `WITH *, (nearest + [m IN beyond WHERE NOT m IN nearest])[..${first}] AS fresh`,
    )
  }
  const [m, r] = [composer.variable('m'), composer.variable('r')]
  const answer = composer.map('Neighbourhood', field.selections, 'center', {
    node: ({ field: one }) => composer.project(one.type, one.selections, 'center', new Set([label])),
    degree: () => degreeOf(composer, 'center'),
    year: () => yearOf('center'),
    counts: ({ field: one }) => {
      const counts = composer.variable('counts')
      composer.prelude(
        `CALL (center) { ${ring}WITH type(r) AS relationship, CASE WHEN startNode(r) = center THEN 'OUT' ELSE 'IN' END AS direction, ` +
          `head(labels(m)) AS neighbourType, count(DISTINCT m) AS count, count(DISTINCT CASE WHEN ${isSuggestion('r')} THEN m END) AS suggestionCount ` +
          `ORDER BY count DESC, relationship, neighbourType RETURN collect(${composer.map(
            'NeighbourCount',
            one.selections,
            '',
            {
              relationship: () => 'relationship',
              direction: () => 'direction',
              neighbourType: () => 'neighbourType',
              count: () => 'count',
              suggestionCount: () => 'suggestionCount',
            },
          )}) AS ${counts} }`,
      )
      return counts
    },
    neighbours: ({ field: one }) => `COLLECT { UNWIND fresh AS ${m} RETURN ${graphNode(composer, one, m)} }`,
    remainingCount: () => 'size(waiting) - size(nearest)',
    relationships: ({ field: one }) =>
      `COLLECT { UNWIND fresh + [center] AS near MATCH (near)-[${r}]-(far) ` +
      `WHERE ${standing(r, true)} AND (far = center OR far IN fresh${excluded === null ? '' : ` OR far.id IN ${excluded}`}) WITH DISTINCT ${r} ` +
      `ORDER BY startNode(${r}).id, type(${r}), endNode(${r}).id RETURN ${graphRelationship(composer, one, r)} }`,
  })
  return `CASE WHEN center IS NULL THEN {${quoted(UNKNOWN_ID)}: 'id'} ELSE ${answer} END`
}

export const subgraph: RootRule = ({ composer, field }: Scope) => {
  const ids = [...new Set(field.args['ids'] as string[])]
  if (ids.length > MAX_SUBGRAPH) throw badInput('ids', `${ids.length} ids given. Expected at most ${MAX_SUBGRAPH}.`)
  const shown = new Map([...groupByLabel(ids, 'ids')].filter(([label]) => TYPE_ORDER.includes(label)))
  composer.prelude(`CALL () { CALL () { ${matchIds(composer, shown)} } RETURN collect(node) AS present }`)
  const [n, r] = [composer.variable('n'), composer.variable('r')]
  const wanted = composer.parameter(ids)
  return composer.map('Subgraph', field.selections, '', {
    nodes: ({ field: one }) =>
      `COLLECT { UNWIND present AS ${n} WITH ${n} ORDER BY ${n}.id RETURN ${graphNode(composer, one, n, new Set<string>(shown.keys()))} }`,
    relationships: ({ field: one }) =>
      `COLLECT { UNWIND present AS near MATCH (near)-[${r}]->(far) WHERE ${standing(r, true)} AND far IN present ` +
      `WITH ${r} ORDER BY startNode(${r}).id, type(${r}), endNode(${r}).id RETURN ${graphRelationship(composer, one, r)} }`,
    unknownIds: () => `[wantedId IN ${wanted} WHERE NOT wantedId IN [known IN present | known.id]]`,
  })
}
