/** How each field of Query is answered. A list's order is part of its contract: see the schema. */
import { firstDayOf, lastDayOf } from '../../../graph/dates/partial-date.ts'
import { toId } from '../../../graph/model/index.ts'
import { listOf, ofState, single, where, type RootRule } from '../cypher/roots.ts'
import type { OrderKey } from '../cypher/connections.ts'
import { deadlineStatus } from './deadlines/rules.ts'
import { neighbourhood, subgraph } from './neighbourhoods/roots.ts'
import { node, nodes } from './nodes/roots.ts'
import { composeCells, composeFacet } from './recommendations/facets.ts'
import { baseOf, composeRecommendations } from './recommendations/connection.ts'
import type { Filter } from './recommendations/filter.ts'
import type { MatrixAxis } from '../generated/resolvers.ts'
import { search } from './search/roots.ts'
import { statistics } from './statistics/roots.ts'

const byId: OrderKey = { expression: (n) => `${n}.id` }
const by = (property: string, isDescending = false): OrderKey => ({
  expression: (n) => `coalesce(${n}.${property}, '')`,
  isDescending,
})
const byName: readonly OrderKey[] = [{ expression: (n) => `toLower(${n}.name)` }, byId]

const matrix: RootRule = ({ composer, field }) => {
  const { rows, columns, filter } = field.args as { rows: MatrixAxis; columns: MatrixAxis; filter?: Filter }
  const base = baseOf(composer, filter ?? {})
  const axis = (name: MatrixAxis): string =>
    `${composeFacet(composer, base, name, { first: 1_000, excludeOwn: false, isRoot: true })}.values`
  const m = composer.variable('m')
  return composer.map('Matrix', field.selections, '', {
    rows: () => axis(rows),
    columns: () => axis(columns),
    cells: () => composeCells(composer, base, rows, columns),
    totalCount: () => `COUNT { ${base.match(m, base.filter)} RETURN DISTINCT ${m} }`,
  })
}

const bodies: RootRule = listOf(({ composer, field: { args } }) => ({
  match: (b) =>
    `MATCH (${b}:GovernmentBody)${where(ofState(composer, b, args['state']), Array.isArray(args['kinds']) ? `${b}.kind IN ${composer.parameter(args['kinds'])}` : null)}`,
  order: byName,
}))

const deadlines: RootRule = listOf(({ composer, field: { args } }) => ({
  match: (d) =>
    `MATCH (${d}:Deadline)${where(
      ofState(composer, d, args['state']),
      typeof args['mechanism'] === 'string'
        ? `EXISTS { (${d})-[:SET_BY]->(:Mechanism {id: ${composer.parameter(toId('Mechanism', args['mechanism']))}}) }`
        : null,
      typeof args['from'] === 'string' ? `${d}.sortOn >= ${composer.parameter(firstDayOf(args['from']))}` : null,
      // A period that begins within the time asked for touches it, though it may end later.
      typeof args['to'] === 'string' ? `${d}.dueOn <= ${composer.parameter(lastDayOf(args['to']))}` : null,
      Array.isArray(args['statuses'])
        ? `${deadlineStatus(composer, d)} IN ${composer.parameter(args['statuses'])}`
        : null,
    )}`,
  order: [by('sortOn'), byId],
}))

const events: RootRule = listOf(({ composer, field: { args } }) => ({
  match: (e) =>
    `MATCH (${e}:Event)${where(
      ofState(composer, e, args['state']),
      typeof args['from'] === 'string' ? `${e}.sortOn >= ${composer.parameter(firstDayOf(args['from']))}` : null,
      typeof args['to'] === 'string' ? `${e}.date <= ${composer.parameter(lastDayOf(args['to']))}` : null,
    )}`,
  order: [by('sortOn', true), byId],
}))

export const ROOTS: Readonly<Record<string, RootRule>> = {
  node,
  nodes,
  search,
  neighbourhood,
  subgraph,
  statistics,
  matrix,
  recommendation: single('Recommendation'),
  recommendations: (scope) => composeRecommendations(scope),
  state: single('State'),
  states: listOf(({ field: { args } }) => ({
    match: (s) =>
      `MATCH (${s}:State)${where(args['underReview'] === true ? `EXISTS { (${s})<-[:REVIEWS]-(:ReviewDocument) }` : null)}`,
    order: byName,
  })),
  mechanism: single('Mechanism'),
  mechanisms: listOf(({ composer, field: { args } }) => ({
    match: (m) => {
      const { state } = args
      if (typeof state !== 'string') return `MATCH (${m}:Mechanism)`
      const id = composer.parameter(toId('State', state))
      return (
        `MATCH (${m}:Mechanism) WHERE (EXISTS { (${m})<-[:ADOPTED_BY]-(:ReviewDocument)-[:REVIEWS]->(:State {id: ${id}}) } ` +
        `OR EXISTS { (${m})<-[:SET_BY]-(:Deadline)-[:OF_STATE]->(:State {id: ${id}}) })`
      )
    },
    order: [by('code'), byId],
  })),
  reviewDocument: single('ReviewDocument'),
  reviewDocuments: listOf(({ composer, field: { args } }) => ({
    match: (d) =>
      `MATCH (${d}:ReviewDocument)${where(
        ofState(composer, d, args['state'], 'REVIEWS'),
        typeof args['mechanism'] === 'string'
          ? `EXISTS { (${d})-[:ADOPTED_BY]->(:Mechanism {id: ${composer.parameter(toId('Mechanism', args['mechanism']))}}) }`
          : null,
      )}`,
    order: [by('sortOn', true), byId],
  })),
  right: single('Right'),
  rights: listOf(({ composer, field: { args } }) => ({
    match: (r) =>
      `MATCH (${r}:Right)${where(typeof args['treaty'] === 'string' ? `EXISTS { (${r})-[:OF_TREATY]->(:Treaty {id: ${composer.parameter(toId('Treaty', args['treaty']))}}) }` : null)}`,
    order: [by('articleOrder'), byId],
  })),
  rightsCluster: single('RightsCluster'),
  rightsClusters: listOf(() => ({ match: (c) => `MATCH (${c}:RightsCluster)`, order: [by('shortTitle'), byId] })),
  treaty: single('Treaty'),
  treaties: listOf(() => ({ match: (t) => `MATCH (${t}:Treaty)`, order: [by('code'), byId] })),
  theme: single('Theme'),
  themes: listOf(() => ({ match: (t) => `MATCH (${t}:Theme)`, order: byName })),
  affectedGroup: single('AffectedGroup'),
  affectedGroups: listOf(() => ({ match: (g) => `MATCH (${g}:AffectedGroup)`, order: byName })),
  sdgTarget: single('SdgTarget'),
  sdgTargets: listOf(() => ({ match: (t) => `MATCH (${t}:SdgTarget)`, order: [by('targetOrder'), byId] })),
  sdgGoal: single('SdgGoal'),
  sdgGoals: listOf(() => ({ match: (g) => `MATCH (${g}:SdgGoal)`, order: [{ expression: (g) => `${g}.goal` }, byId] })),
  governmentBody: single('GovernmentBody'),
  governmentBodies: bodies,
  workingGroup: single('WorkingGroup'),
  workingGroups: listOf(({ composer, field: { args } }) => ({
    match: (w) => `MATCH (${w}:WorkingGroup)${where(ofState(composer, w, args['state']))}`,
    order: [{ expression: (w) => `${w}.number` }, byId],
  })),
  organisation: single('Organisation'),
  organisations: listOf(({ composer, field: { args } }) => ({
    match: (o) =>
      `MATCH (${o}:Organisation)${where(ofState(composer, o, args['state']), Array.isArray(args['kinds']) ? `${o}.kind IN ${composer.parameter(args['kinds'])}` : null)}`,
    order: byName,
  })),
  initiative: single('Initiative'),
  initiatives: listOf(({ composer, field: { args } }) => ({
    match: (i) =>
      `MATCH (${i}:Initiative)${where(ofState(composer, i, args['state']), Array.isArray(args['pillars']) ? `${i}.pillar IN ${composer.parameter(args['pillars'])}` : null)}`,
    order: [by('numberOrder'), byId],
    edge: () => ({ isSuggestion: () => 'false' }),
  })),
  event: single('Event'),
  events,
  deadline: single('Deadline'),
  deadlines,
  indicator: single('Indicator'),
  indicators: listOf(({ composer, field: { args } }) => ({
    match: (i) => `MATCH (${i}:Indicator)${where(ofState(composer, i, args['state']))}`,
    order: byName,
  })),
  resource: single('Resource'),
  resources: listOf(() => ({
    match: (r) => `MATCH (${r}:Resource)`,
    order: [{ expression: (r) => `toLower(${r}.title)` }, byId],
  })),
}
