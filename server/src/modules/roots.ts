/** How each field of Query is answered. A list's order is part of its contract: see the schema. */
import { idParameter, listOf, ofState, oneOf, period, single, where, type RootRule } from '../cypher/roots.ts'
import type { OrderKey } from '../cypher/connections.ts'
import { deadlines } from './deadlines/roots.ts'
import { gaps } from './gaps/roots.ts'
import { matches } from './matches/roots.ts'
import { neighbourhood, subgraph } from './neighbourhoods/roots.ts'
import { node, nodes } from './nodes/roots.ts'
import { oftenAsked } from './often-asked/roots.ts'
import { paths } from './paths/roots.ts'
import { composeRecommendations } from './recommendations/connection.ts'
import { matrix } from './recommendations/matrix.ts'
import { decisions, reviewQueue, reviewStatistics } from './review/roots.ts'
import { search } from './search/roots.ts'
import { statistics } from './statistics/roots.ts'

const byId: OrderKey = { expression: (n) => `${n}.id` }
const by = (property: string, isDescending = false): OrderKey => ({
  expression: (n) => `coalesce(${n}.${property}, '')`,
  isDescending,
})
const byName: readonly OrderKey[] = [{ expression: (n) => `toLower(${n}.name)` }, byId]

const events: RootRule = listOf((scope) => ({
  match: (e) => {
    const { from, to } = period(scope)
    return `MATCH (${e}:Event)${where(
      ofState(scope, e),
      from === null ? null : `${e}.sortOn >= ${from}`,
      to === null ? null : `${e}.date <= ${to}`,
    )}`
  },
  order: [by('sortOn', true), byId],
}))

export const ROOTS: Readonly<Record<string, RootRule>> = {
  node,
  nodes,
  search,
  neighbourhood,
  paths,
  subgraph,
  statistics,
  matrix,
  matches,
  oftenAsked,
  reviewQueue,
  reviewStatistics,
  decisions,
  gaps,
  recommendation: single('Recommendation'),
  recommendations: (scope) => composeRecommendations(scope),
  state: single('State'),
  states: listOf(({ field: { args } }) => ({
    match: (s) =>
      `MATCH (${s}:State)${where(args['underReview'] === true ? `EXISTS { (${s})<-[:REVIEWS]-(:ReviewDocument) }` : null)}`,
    order: byName,
  })),
  mechanism: single('Mechanism'),
  mechanisms: listOf((scope) => ({
    match: (m) => {
      const id = idParameter(scope, 'State', 'state')
      if (id === null) return `MATCH (${m}:Mechanism)`
      return (
        `MATCH (${m}:Mechanism) WHERE (EXISTS { (${m})<-[:ADOPTED_BY]-(:ReviewDocument)-[:REVIEWS]->(:State {id: ${id}}) } ` +
        `OR EXISTS { (${m})<-[:SET_BY]-(:Deadline)-[:OF_STATE]->(:State {id: ${id}}) })`
      )
    },
    order: [by('code'), byId],
  })),
  reviewDocument: single('ReviewDocument'),
  reviewDocuments: listOf((scope) => ({
    match: (d) => {
      const mechanism = idParameter(scope, 'Mechanism', 'mechanism')
      return `MATCH (${d}:ReviewDocument)${where(
        ofState(scope, d, 'REVIEWS'),
        mechanism === null ? null : `EXISTS { (${d})-[:ADOPTED_BY]->(:Mechanism {id: ${mechanism}}) }`,
      )}`
    },
    order: [by('sortOn', true), byId],
  })),
  right: single('Right'),
  rights: listOf((scope) => ({
    match: (r) => {
      const treaty = idParameter(scope, 'Treaty', 'treaty')
      return `MATCH (${r}:Right)${where(treaty === null ? null : `EXISTS { (${r})-[:OF_TREATY]->(:Treaty {id: ${treaty}}) }`)}`
    },
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
  governmentBodies: listOf((scope) => ({
    match: (b) => `MATCH (${b}:GovernmentBody)${where(ofState(scope, b), oneOf(scope, `${b}.kind`, 'kinds'))}`,
    order: byName,
  })),
  workingGroup: single('WorkingGroup'),
  workingGroups: listOf((scope) => ({
    match: (w) => `MATCH (${w}:WorkingGroup)${where(ofState(scope, w))}`,
    order: [{ expression: (w) => `${w}.number` }, byId],
  })),
  organisation: single('Organisation'),
  organisations: listOf((scope) => ({
    match: (o) => `MATCH (${o}:Organisation)${where(ofState(scope, o), oneOf(scope, `${o}.kind`, 'kinds'))}`,
    order: byName,
  })),
  initiative: single('Initiative'),
  initiatives: listOf((scope) => ({
    match: (i) => `MATCH (${i}:Initiative)${where(ofState(scope, i), oneOf(scope, `${i}.pillar`, 'pillars'))}`,
    order: [by('numberOrder'), byId],
    edge: () => ({ isSuggestion: () => 'false' }),
  })),
  event: single('Event'),
  events,
  deadline: single('Deadline'),
  deadlines,
  indicator: single('Indicator'),
  indicators: listOf((scope) => ({
    match: (i) => `MATCH (${i}:Indicator)${where(ofState(scope, i))}`,
    order: byName,
  })),
  resource: single('Resource'),
  resources: listOf(() => ({
    match: (r) => `MATCH (${r}:Resource)`,
    order: [{ expression: (r) => `toLower(${r}.title)` }, byId],
  })),
}
