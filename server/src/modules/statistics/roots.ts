import { PRODUCT_VERSION } from '../../../../graph/root.ts'
import { standing, type TypeRules } from '../../cypher/composer.ts'
import { idParameter, type RootRule } from '../../cypher/roots.ts'
import { LINKED } from '../recommendations/filter.ts'
import { ofAllStates, ofOneState } from '../recommendations/start.ts'

/** What the graph holds, in one statement; of one State where it is named. */
export const statistics: RootRule = ({ composer, field }) => {
  const id = idParameter({ composer, field }, 'State', 'state')
  const recommendations = id === null ? ofAllStates('m') : ofOneState('m', id)
  const documents = `MATCH (d:ReviewDocument)${id === null ? '' : `-[:REVIEWS]->(:State {id: ${id}})`}`
  const ofState = (label: string): string =>
    `COUNT { MATCH (n:${label})${id === null ? '' : `-[:OF_STATE]->(:State {id: ${id}})`} RETURN n }`
  const yearOf = (order: string): string =>
    `head(COLLECT { ${documents} WITH d WHERE d.year IS NOT NULL RETURN d.year ORDER BY d.year${order} LIMIT 1 })`
  const withCondition = (condition: string): string => `COUNT { ${recommendations} WITH m WHERE ${condition} RETURN m }`
  const responsibilities = (isSuggested: boolean): string =>
    `COUNT { ${recommendations} MATCH (m)-[r:ADDRESSED_TO]->(:GovernmentBody) WHERE ${isSuggested ? "r.state = 'SUGGESTED'" : standing('r', false)} RETURN r }`
  const rules: TypeRules = {
    recommendationCount: () => `COUNT { ${recommendations} RETURN m }`,
    // Before the answer, as every aggregation: see composeFacet.
    countsByKind: ({ field: one }) => {
      const counts = composer.variable('counts')
      const entry = composer.map('KindCount', one.selections, '', { kind: () => 'kind', count: () => 'count' })
      composer.prelude(
        `CALL () { ${recommendations} WITH m.kind AS kind, count(*) AS count ORDER BY count DESC, kind RETURN collect(${entry}) AS ${counts} }`,
      )
      return counts
    },
    documentCount: () => `COUNT { ${documents} RETURN d }`,
    mechanismCount: () => `COUNT { ${documents} MATCH (d)-[:ADOPTED_BY]->(held:Mechanism) RETURN DISTINCT held }`,
    governmentBodyCount: () => ofState('GovernmentBody'),
    workingGroupCount: () => ofState('WorkingGroup'),
    organisationCount: () => ofState('Organisation'),
    initiativeCount: () => ofState('Initiative'),
    eventCount: () => ofState('Event'),
    deadlineCount: () => ofState('Deadline'),
    indicatorCount: () => ofState('Indicator'),
    resourceCount: () => 'COUNT { (:Resource) }',
    incompleteDocumentCount: () => `COUNT { ${documents} WITH d WHERE NOT coalesce(d.complete, false) RETURN d }`,
    firstYear: () => yearOf(''),
    lastYear: () => yearOf(' DESC'),
    responsibilityCount: () => responsibilities(false),
    suggestedResponsibilityCount: () => responsibilities(true),
    withoutLeadBodyCount: () => withCondition(`NOT ${LINKED.LEAD_BODY('m')}`),
    withSuggestedLeadBodyCount: () =>
      withCondition(`NOT ${LINKED.LEAD_BODY('m')} AND ${LINKED.SUGGESTED_LEAD_BODY('m')}`),
    withoutInitiativeCount: () => withCondition(`NOT ${LINKED.INITIATIVE('m')}`),
    withoutIndicatorCount: () => withCondition(`NOT ${LINKED.INDICATOR('m')}`),
    withoutWorkingGroupCount: () => withCondition(`NOT ${LINKED.WORKING_GROUP('m')}`),
    importRuns: ({ field: one }) =>
      `COLLECT { MATCH (run:ImportRun) WITH run ORDER BY run.finishedAt DESC LIMIT 20 RETURN ${composer.map(
        'ImportRun',
        one.selections,
        'run',
        {
          id: () => 'run.id',
          importer: () => 'run.importer',
          contentHash: () => 'run.contentHash',
          startedAt: () => 'run.startedAt',
          finishedAt: () => 'run.finishedAt',
        },
      )} }`,
    softwareVersion: () => composer.parameter(PRODUCT_VERSION),
  }
  return composer.map('Statistics', field.selections, '', rules)
}
