import neo4j, { type Driver } from 'neo4j-driver'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import readLinks from '../src/links/cypher/read-links.cypher'
import readSuggestions from '../src/links/cypher/read-suggestions.cypher'
import readTexts from '../src/links/cypher/read-texts.cypher'
import readUntagged from '../src/links/cypher/read-untagged.cypher'
import { loadCambodia, openTestDb, openTestServer, type Answer } from './harness.ts'

/** A step of a plan as EXPLAIN gives it. */
type Step = { readonly operatorType: string; readonly arguments: Record<string, unknown>; readonly children: Step[] }

let db: Db
let driver: Driver
let ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>
const sent: { statement: string; parameters: Readonly<Record<string, unknown>> }[] = []
beforeAll(async () => {
  const real = await openTestDb()
  await loadCambodia(real)
  const { uri, user, password } = inject('neo4j')
  driver = neo4j.driver(uri, neo4j.auth.basic(user, password))
  // Notes what would be sent and its parameters, and sends it all the same.
  db = {
    ...real,
    read: (statement, parameters = {}, options) => {
      sent.push({ statement, parameters })
      return real.read(statement, parameters, options)
    },
  }
  ask = (await openTestServer(db)).ask
})
afterAll(() => Promise.all([db.close(), driver.close()]))

async function explain(statement: string, parameters: Readonly<Record<string, unknown>>): Promise<Step> {
  const { summary } = await driver.executeQuery(`EXPLAIN ${statement}`, parameters)
  if (summary.plan === false) throw new Error('Expected a plan')
  return summary.plan as Step
}

const stepsOf = (step: Step): Step[] => [step, ...step.children.flatMap(stepsOf)]

const LIST =
  'query ($filter: RecommendationFilter, $orderBy: RecommendationOrder) { recommendations(filter: $filter, orderBy: $orderBy, first: 20) { totalCount edges { cursor node { id themes { id } } } facets(by: [THEME, MECHANISM], excludeOwn: true) { values { value count } } } }'

/** Questions of every shape that starts somewhere else. */
const QUESTIONS: [string, string, Record<string, unknown>?][] = [
  ['a list of all', LIST, {}],
  ['a State', LIST, { filter: { states: ['KHM'] } }],
  ['two States', LIST, { filter: { states: ['KHM', 'THA'] } }],
  ['a document', LIST, { filter: { states: ['KHM'], documents: ['crc-2022'] } }],
  ['a body', LIST, { filter: { governmentBodies: ['mosvy'], roles: ['LEAD'], includeSuggestions: true } }],
  ['a theme of a State', LIST, { filter: { states: ['KHM'], themes: ['education'] } }],
  ['a theme', LIST, { filter: { themes: ['education'] } }],
  ['words', LIST, { filter: { states: ['KHM'], text: 'birth registration' } }],
  ['either, or, not', LIST, { filter: { or: [{ kinds: ['URGENT'] }, { not: { has: ['ANY_BODY'] } }] } }],
  ['an order of paragraphs', LIST, { filter: { states: ['KHM'] }, orderBy: { field: 'PARAGRAPH', direction: 'ASC' } }],
  ['one', '{ recommendation(id: "crc-2011-41b") { id responsibilities { body { id } } } }'],
  ['a theme’s own', '{ theme(id: "education") { recommendations(first: 5) { totalCount edges { node { id } } } } }'],
  [
    'a body’s own',
    '{ governmentBody(id: "mosvy") { recommendations(first: 5) { totalCount edges { node { id } } } } }',
  ],
  ['a State’s own', '{ state(id: "KHM") { recommendations(first: 5) { totalCount edges { node { id } } } } }'],
  ['a matrix', '{ matrix(rows: THEME, columns: YEAR, filter: {states: ["KHM"]}) { cells { count } } }'],
  ['a matrix by status', '{ matrix(rows: STATE, columns: STATUS) { cells { count filter } rows { count } } }'],
  ['gaps', '{ gaps { noBody { count recommendations(first: 2) { totalCount edges { node { id } } } } } }'],
  ['gaps of a theme', '{ gaps(filter: {themes: ["education"]}) { noLeadBody { count suggestedCount } } }'],
  [
    'links and trail of one',
    '{ recommendation(id: "crc-2011-41b") { similar { totalCount edges { node { id } } } trail { confirmed { count mechanisms { count } } occurrences { isSuggestion } otherIncompleteDocumentCount } } }',
  ],
  [
    'statistics of a State',
    '{ statistics(state: "KHM") { recommendationCount withoutLeadBodyCount countsByKind { count } } }',
  ],
  ['statistics of all', '{ statistics { withoutLeadBodyCount suggestedResponsibilityCount } }'],
  ['a neighbourhood', '{ neighbourhood(id: "theme:education", first: 25) { neighbours { degree } counts { count } } }'],
  ['search', '{ search(text: "education") { totalCount edges { node { id displayDetail } } } }'],
]

test.each(QUESTIONS)('%s starts from an index', async (_name, query, variables = {}) => {
  sent.length = 0
  expect((await ask(query, variables)).errors).toEqual([])
  expect(sent).toHaveLength(1)
  for (const { statement, parameters } of sent) {
    const scans = stepsOf(await explain(statement, parameters))
      .filter(({ operatorType }) => operatorType.startsWith('NodeByLabelScan') || operatorType.startsWith('AllNodes'))
      .map((step) => String(step.arguments['Details']))
    expect(scans.filter((details) => details.includes('Recommendation'))).toEqual([])
  }
})

test.each([
  ['texts', readTexts],
  ['links', readLinks],
  ['what lacks tags', readUntagged],
  ['suggestions', readSuggestions],
])(
  '%s of one State, as the links are made from them, are found by the State and not by its documents',
  async (_of, statement) => {
    const steps = stepsOf(await explain(statement, { stateId: 'state:KHM', importer: 'links' }))
    expect(steps.filter(({ operatorType }) => /Scan/.test(operatorType) && !/Index/.test(operatorType))).toEqual([])
    expect(steps.map(({ operatorType }) => operatorType)).toContainEqual(expect.stringMatching(/^NodeIndex/))
  },
)

const PAGE = `query ($filter: RecommendationFilter, $after: String) {
  recommendations(filter: $filter, first: 20, after: $after) { pageInfo { endCursor } edges { node { id } } }
}`
test.each([
  ['of a State', { states: ['KHM'] }],
  ['of all States', {}],
  ['of a period', { states: ['KHM'], adoptedFrom: '2009', adoptedTo: '2019' }],
])(
  'a page %s, and the one behind its cursor, is read in the order of an index, without sorting',
  async (_of, filter) => {
    sent.length = 0
    const first = await ask(PAGE, { filter })
    const { endCursor } = (first.data?.['recommendations'] as { pageInfo: { endCursor: string } }).pageInfo
    await ask(PAGE, { filter, after: endCursor })
    expect(sent).toHaveLength(2)
    for (const { statement, parameters } of sent) {
      const operators = stepsOf(await explain(statement, parameters)).map(({ operatorType }) => operatorType)
      expect(operators.filter((name) => /^(Partial)?(Sort|Top)/.test(name))).toEqual([])
      expect(operators.some((name) => name.startsWith('NodeIndex'))).toBe(true)
    }
  },
)
