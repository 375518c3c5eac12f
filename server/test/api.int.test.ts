import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import { parse, print, type DocumentNode, type FragmentDefinitionNode, type OperationDefinitionNode } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { BUILT_IN_FOLDER } from '../../graph/importers/cambodia/load.ts'
import { ROOT } from '../../graph/root.ts'
import type { Server } from '../src/app.ts'
import { loadCambodia, openTestDb, openTestServer, type Answer, type TestServer } from './harness.ts'

type Row = Record<string, string>
const rowsOf = (file: string): Row[] => parseCsv(readFileSync(join(BUILT_IN_FOLDER, file)), { columns: true }) as Row[]
const recommendations = rowsOf('recommendations.csv')
const assignments = rowsOf('ministry_assignments.csv')
const documents = rowsOf('documents.csv')
const mechanismOf = new Map(documents.map((row) => [row['id'], row['mechanism']]))
const has = (cell: string | undefined, value: string): boolean => (cell ?? '').split(';').includes(value)

let db: Db
let server: Server
let completeBoth: TestServer['completeBoth']
let ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  ;({ server, ask, completeBoth } = await openTestServer(db))
})
afterAll(async () => {
  await server.stop()
  await db.close()
})

/** The value at a path of an answer without errors. */
async function value(query: string, path: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  const { data, errors } = await ask(query, variables)
  expect(errors).toEqual([])
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], data)
}

describe('the filter counts what the files hold', () => {
  const withBody = (body: string, keep: (row: Row) => boolean): Set<string | undefined> =>
    new Set(assignments.filter((row) => row['entity'] === body && keep(row)).map((row) => row['recommendation']))
  const mandate = (row: Row): boolean => row['basis'] === 'mandate'
  const cases: [string, Record<string, unknown>, number][] = [
    ['nothing', {}, recommendations.length],
    [
      'themes, by key',
      { themes: ['corporal-punishment'] },
      recommendations.filter((row) => has(row['themes'], 'corporal-punishment')).length,
    ],
    [
      'themes, by id, any of several',
      { themes: ['theme:education', 'health'] },
      recommendations.filter((row) => has(row['themes'], 'education') || has(row['themes'], 'health')).length,
    ],
    ['rights', { rights: ['crc-19'] }, recommendations.filter((row) => has(row['rights'], 'crc-19')).length],
    [
      'affected groups',
      { affectedGroups: ['girls'] },
      recommendations.filter((row) => has(row['affected_groups'], 'girls')).length,
    ],
    [
      'SDG targets',
      { sdgTargets: ['sdg-16-2'] },
      recommendations.filter((row) => has(row['sdg_targets'], 'sdg-16-2')).length,
    ],
    [
      'SDG goals',
      { sdgGoals: ['16'] },
      recommendations.filter((row) => /(^|;)sdg-16-/.test(row['sdg_targets'] ?? '')).length,
    ],
    [
      'mechanisms',
      { mechanisms: ['upr'] },
      recommendations.filter((row) => mechanismOf.get(row['document']) === 'upr').length,
    ],
    ['documents', { documents: ['crc-2011'] }, recommendations.filter((row) => row['document'] === 'crc-2011').length],
    [
      'kinds',
      { kinds: ['URGENT', 'CONCERN'] },
      recommendations.filter((row) => row['kind'] !== 'recommendation').length,
    ],
    ['positions', { positions: ['NOTED'] }, recommendations.filter((row) => row['upr_response'] === 'noted').length],
    [
      'positions not known, at the UPR only',
      { positions: ['NOT_KNOWN'] },
      recommendations.filter((row) => row['upr_response'] === '' && mechanismOf.get(row['document']) === 'upr').length,
    ],
    [
      'recommending States',
      { recommendingStates: ['NOR'] },
      recommendations.filter((row) => row['upr_recommending_state'] === 'Norway').length,
    ],
    ['bodies, facts only', { governmentBodies: ['cncc'] }, withBody('cncc', (row) => !mandate(row)).size],
    [
      'bodies with suggestions',
      { governmentBodies: ['mosvy'], includeSuggestions: true },
      withBody('mosvy', () => true).size,
    ],
    [
      'body and role of one responsibility',
      { governmentBodies: ['mosvy'], roles: ['LEAD'], includeSuggestions: true },
      withBody('mosvy', (row) => row['role'] === 'lead').size,
    ],
    [
      'bases',
      { bases: ['PUBLISHED_MATRIX'] },
      new Set(assignments.filter((row) => row['basis'] === 'published-matrix').map((row) => row['recommendation']))
        .size,
    ],
    ['years', { years: [2014] }, recommendations.filter((row) => row['document'] === 'upr-2014').length],
    [
      'adopted from and to',
      { adoptedFrom: '2011', adoptedTo: '2011-06' },
      recommendations.filter((row) => row['document'] === 'crc-2011').length,
    ],
    ['lacks a lead body by a fact', { lacks: ['LEAD_BODY'] }, 626],
    ['lacks one, and a mandate suggests it', { lacks: ['LEAD_BODY'], has: ['SUGGESTED_LEAD_BODY'] }, 395],
    ['statuses', { statuses: ['NOT_ASSESSED'] }, recommendations.length],
    [
      'and',
      { and: [{ themes: ['education'] }, { mechanisms: ['crc'] }] },
      recommendations.filter((row) => has(row['themes'], 'education') && mechanismOf.get(row['document']) === 'crc')
        .length,
    ],
    [
      'or',
      { or: [{ documents: ['crc-2000'] }, { documents: ['cat-2010'] }] },
      recommendations.filter((row) => ['crc-2000', 'cat-2010'].includes(row['document'] ?? '')).length,
    ],
    [
      'not',
      { not: { mechanisms: ['upr'] } },
      recommendations.filter((row) => mechanismOf.get(row['document']) !== 'upr').length,
    ],
    [
      'not, where nothing is known as well',
      { not: { positions: ['NOTED'] } },
      recommendations.filter((row) => row['upr_response'] !== 'noted').length,
    ],
    ['another State', { states: ['THA'] }, 0],
  ]
  test.each(cases)('%s', async (_name, filter, count) => {
    const answer = await ask(
      'query ($filter: RecommendationFilter) { recommendations(filter: $filter, first: 1) { totalCount } }',
      { filter },
    )
    expect(answer.errors).toEqual([])
    expect(answer.data).toEqual({ recommendations: { totalCount: count } })
    expect(answer.statements).toBe(1)
  })
})

test.each(['DATE', 'PARAGRAPH', 'LINKS', 'RELEVANCE'])(
  'pages by %s hold everything once, whichever way',
  async (field) => {
    for (const direction of ['ASC', 'DESC']) {
      const seen: string[] = []
      let after: string | null = null
      do {
        const page = (await value(
          'query ($after: String, $orderBy: RecommendationOrder) { recommendations(first: 100, after: $after, orderBy: $orderBy) { edges { node { id } } pageInfo { hasNextPage endCursor } } }',
          'recommendations',
          { after, orderBy: { field, direction } },
        )) as { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } }
        seen.push(...page.edges.map(({ node }) => node.id))
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      } while (after !== null)
      expect(seen).toHaveLength(recommendations.length)
      expect(new Set(seen).size).toBe(recommendations.length)
    }
  },
)

test('paragraphs come in natural order', async () => {
  const edges = (await value(
    '{ recommendations(filter: {documents: ["upr-2014"]}, orderBy: {field: PARAGRAPH, direction: ASC}, first: 12) { edges { node { paragraph } } } }',
    'recommendations.edges',
  )) as { node: { paragraph: string } }[]
  expect(edges.map(({ node }) => node.paragraph)).toEqual([
    '118.1',
    '118.2',
    '118.3',
    '118.4',
    '118.5',
    '118.6',
    '118.7',
    '118.8',
    '118.9',
    '118.10',
    '118.11',
    '118.12',
  ])
})

test('facets obey the filter, and leave their own field out when asked to', async () => {
  const facets = (await value(
    '{ recommendations(filter: {mechanisms: ["crc"]}, first: 1) { facets(by: [KIND, MECHANISM]) { field values { value count } } alternatives: facets(by: [MECHANISM], excludeOwn: true) { valueCount values { value count } } } }',
    'recommendations',
  )) as {
    facets: { field: string; values: { value: string; count: number }[] }[]
    alternatives: { valueCount: number; values: { count: number }[] }[]
  }
  const crc = recommendations.filter((row) => mechanismOf.get(row['document']) === 'crc')
  expect(facets.facets[1]?.values).toEqual([{ value: 'mechanism:crc', count: crc.length }])
  expect(facets.facets[0]?.values.find((one) => one.value === 'URGENT')?.count).toBe(
    crc.filter((row) => row['kind'] === 'urgent-measure').length,
  )
  expect(facets.alternatives[0]?.values.reduce((sum, { count }) => sum + count, 0)).toBe(recommendations.length)
})

test('a matrix counts what its filter describes, cell by cell', async () => {
  const matrix = (await value(
    '{ matrix(rows: THEME, columns: MECHANISM) { totalCount cells { row column count } } }',
    'matrix',
  )) as { totalCount: number; cells: { row: string; column: string; count: number }[] }
  expect(matrix.totalCount).toBe(recommendations.length)
  const cell = matrix.cells.find(({ row, column }) => row === 'theme:education' && column === 'mechanism:upr')
  expect(cell?.count).toBe(
    recommendations.filter((row) => has(row['themes'], 'education') && mechanismOf.get(row['document']) === 'upr')
      .length,
  )
})

test('every noun has its list and its single, and both agree', async () => {
  const nouns: [string, string, number | null][] = [
    ['states', 'state', null],
    ['mechanisms', 'mechanism', 12],
    ['reviewDocuments', 'reviewDocument', 24],
    ['rights', 'right', 78],
    ['rightsClusters', 'rightsCluster', 9],
    ['treaties', 'treaty', null],
    ['themes', 'theme', 80],
    ['affectedGroups', 'affectedGroup', 31],
    ['sdgTargets', 'sdgTarget', 37],
    ['sdgGoals', 'sdgGoal', null],
    ['governmentBodies', 'governmentBody', 40],
    ['workingGroups', 'workingGroup', 5],
    ['organisations', 'organisation', 32],
    ['initiatives', 'initiative', 39],
    ['events', 'event', 22],
    ['deadlines', 'deadline', 14],
    ['indicators', 'indicator', 19],
    ['resources', 'resource', 44],
  ]
  for (const [many, one, count] of nouns) {
    const list = (await value(
      `{ ${many}(first: 3) { totalCount edges { node { id displayName displayDetail } } } }`,
      many,
    )) as { totalCount: number; edges: { node: { id: string } }[] }
    if (count !== null) expect([many, list.totalCount]).toEqual([many, count])
    const [first] = list.edges
    const answer = await ask(
      `query ($id: ID!) { ${one}(id: $id) { id displayName displayDetail } node(id: $id) { id displayName displayDetail } }`,
      { id: first?.node.id },
    )
    expect(answer.errors).toEqual([])
    expect(answer.data?.[one]).toEqual(first?.node)
    expect(answer.data?.['node']).toEqual(first?.node)
    expect(answer.statements).toBe(2)
  }
})

test('what is not there is null, and nodes keep their places', async () => {
  expect(await value('{ recommendation(id: "nothing-like-it") { id } }', 'recommendation')).toBeNull()
  expect(await value('{ nodes(ids: ["theme:education", "theme:nothing", "body:mosvy"]) { id } }', 'nodes')).toEqual([
    { id: 'theme:education' },
    null,
    { id: 'body:mosvy' },
  ])
})

test('the type of a node is told where it is asked for, however it is asked', async () => {
  const ids = '["theme:education", "body:mosvy"]'
  const [theme, body] = ['Theme', 'GovernmentBody']
  const typed = `fragment Typed on Node { id kind: __typename }
    query ($yes: Boolean!) { nodes(ids: ${ids}) { ...Typed ... on Theme @include(if: $yes) { name } ... on Node @skip(if: $yes) { __typename } } }`
  expect(await value(typed, 'nodes', { yes: true })).toEqual([
    { id: 'theme:education', kind: theme, name: 'Education' },
    { id: 'body:mosvy', kind: body },
  ])
  expect(await value(typed, 'nodes', { yes: false })).toEqual([
    { id: 'theme:education', kind: theme, __typename: theme },
    { id: 'body:mosvy', kind: body, __typename: body },
  ])
  const untyped = `query ($yes: Boolean!) { nodes(ids: ${ids}) { ... on Node { id } __typename @include(if: $yes) } }`
  expect(await value(untyped, 'nodes', { yes: false })).toEqual([{ id: 'theme:education' }, { id: 'body:mosvy' }])
  expect(await value(untyped, 'nodes', { yes: true })).toEqual([
    { id: 'theme:education', __typename: theme },
    { id: 'body:mosvy', __typename: body },
  ])
})

test('suggestions stand apart from facts', async () => {
  const roles = (await value(
    '{ recommendation(id: "crc-2011-41b") { with: responsibilities { isSuggestion basis body { id } } without: responsibilities(includeSuggestions: false) { body { id } } } }',
    'recommendation',
  )) as {
    with: { isSuggestion: boolean }[]
    without: unknown[]
  }
  expect(roles.with.length).toBeGreaterThan(0)
  expect(roles.with.every(({ isSuggestion }) => isSuggestion)).toBe(true)
  expect(roles.without).toEqual([])
})

describe('the graph browser’s questions', () => {
  test('neighbours come in a stable order, never twice, until none are left', async () => {
    const seen: string[] = []
    let remaining = 1
    while (remaining > 0) {
      const answer = (await value(
        'query ($exclude: [ID!]) { neighbourhood(id: "body:mosvy", first: 25, exclude: $exclude) { degree remainingCount neighbours { node { id } } } }',
        'neighbourhood',
        { exclude: seen },
      )) as {
        degree: number
        remainingCount: number
        neighbours: { node: { id: string } }[]
      }
      const ids = answer.neighbours.map(({ node }) => node.id)
      expect(ids.filter((id) => seen.includes(id))).toEqual([])
      seen.push(...ids)
      remaining = answer.remainingCount
      if (remaining === 0) expect(seen).toHaveLength(answer.degree)
    }
  })
  test('neighbours of one kind only, the newest or the best joined first', async () => {
    type Answer = {
      remainingCount: number
      neighbours: { year: number | null; degree: number; node: { __typename: string } }[]
    }
    const kinds = [{ relationship: 'ABOUT', type: 'Recommendation' }]
    const askFor = (orderBy: string): Promise<Answer> =>
      value(
        'query ($kinds: [NeighbourKind!], $orderBy: NeighbourOrder) { neighbourhood(id: "theme:education", first: 10, kinds: $kinds, orderBy: $orderBy) { remainingCount neighbours { year degree node { __typename } } } }',
        'neighbourhood',
        { kinds, orderBy },
      ) as Promise<Answer>
    const newest = await askFor('NEWEST')
    expect(new Set(newest.neighbours.map(({ node }) => node.__typename))).toEqual(new Set(['Recommendation']))
    const years = newest.neighbours.map(({ year }) => year ?? 0)
    expect(years).toEqual([...years].sort((a, b) => b - a))
    const best = (await askFor('MOST_CONNECTED')).neighbours.map(({ degree }) => degree)
    expect(best[0]).toBeGreaterThan(best.at(-1) ?? 0)
    expect(newest.remainingCount).toBeGreaterThan(0)
  })
  test('a rejected suggestion is nobody’s neighbour', async () => {
    const ask41 = () =>
      value(
        '{ neighbourhood(id: "recommendation:crc-2011-41d", first: 100) { neighbours { node { id } } } }',
        'neighbourhood.neighbours',
      ) as Promise<{ node: { id: string } }[]>
    expect((await ask41()).map(({ node }) => node.id)).toContain('body:mosvy')
    await db.write((run) =>
      run(
        "MATCH (:Recommendation {id: 'recommendation:crc-2011-41d'})-[r:ADDRESSED_TO]->(:GovernmentBody {id: 'body:mosvy'}) SET r.state = 'REJECTED'",
      ),
    )
    expect((await ask41()).map(({ node }) => node.id)).not.toContain('body:mosvy')
    await db.write((run) =>
      run(
        "MATCH (:Recommendation {id: 'recommendation:crc-2011-41d'})-[r:ADDRESSED_TO]->(:GovernmentBody {id: 'body:mosvy'}) SET r.state = 'SUGGESTED'",
      ),
    )
  })
  test('a subgraph holds the relationships between what was asked for, and names what is unknown', async () => {
    expect(
      await value(
        '{ subgraph(ids: ["recommendation:crc-2011-41b", "theme:corporal-punishment", "theme:no-such"]) { unknownIds relationships { from to type } } }',
        'subgraph',
      ),
    ).toEqual({
      unknownIds: ['theme:no-such'],
      relationships: [{ from: 'recommendation:crc-2011-41b', to: 'theme:corporal-punishment', type: 'ABOUT' }],
    })
  })
})

test('an assessment of a year or a month counts as of its last day: in order, as the latest, and since a date', async () => {
  const id = 'recommendation:crc-2011-41d'
  const made = [
    ['year', '2026', 'IMPLEMENTED'],
    ['day', '2026-01-05', 'REGRESSED'],
    ['month', '2026-02', 'IN_PROGRESS'],
  ] as const
  await db.write((run) =>
    run(
      `MATCH (n:Recommendation {id: $id}) UNWIND $made AS one
       CREATE (n)<-[:OF]-(a:Assessment {id: 'assessment:test-' + one[0], on: one[1], status: one[2], voice: 'UN'})
       WITH a WHERE a.on = '2026' UNWIND [null, '2025', '2025-06-30'] AS on
       CREATE (:Evidence {id: 'evidence:test-' + coalesce(on, 'none'), on: on, stance: 'SUPPORTS'})-[:BACKS]->(a)`,
      { id, made },
    ),
  )
  try {
    const ofOne = await value(`{ recommendation(id: "${id}") { assessments { on } } }`, 'recommendation.assessments')
    expect(ofOne).toEqual([{ on: '2026' }, { on: '2026-02' }, { on: '2026-01-05' }])
    const ofAll = '{ recommendation(id: "recommendation:crc-2011-41d") { assessments { evidence { on } } } }'
    const [first] = (await value(ofAll, 'recommendation.assessments')) as { evidence: { on: string | null }[] }[]
    expect(first?.evidence.map(({ on }) => on).sort()).toEqual(['2025', '2025-06-30', null])
    expect(first?.evidence.filter(({ on }) => on !== null)).toEqual([{ on: '2025' }, { on: '2025-06-30' }])
    const count = (filter: string): Promise<unknown> =>
      value(`{ recommendations(filter: {voice: UN, ${filter}}) { totalCount } }`, 'recommendations.totalCount')
    expect(await count('statuses: [IMPLEMENTED]')).toBe(1)
    expect(await count('statuses: [REGRESSED]')).toBe(0)
    expect(await count('assessedBy: [UN], assessedSince: "2026-12-31"')).toBe(1)
    expect(await count('assessedBy: [UN], assessedSince: "2027"')).toBe(0)
  } finally {
    await db.write((run) => run("MATCH (a:Assessment|Evidence) WHERE a.id CONTAINS ':test-' DETACH DELETE a"))
  }
})

test('deadlines say what is known today', async () => {
  const edges = (await value('{ deadlines(first: 50) { edges { node { id status } } } }', 'deadlines.edges')) as {
    node: { id: string; status: string }
  }[]
  const status = new Map(edges.map(({ node }) => [node.id, node.status]))
  expect(status.get('deadline:dl-crc-2027')).toBe('DUE')
  expect(status.get('deadline:dl-crpd-2015')).toBe('OVERDUE')
  expect(status.get('deadline:dl-cedaw-2023')).toBe('PASSED')
  expect(
    await value('{ deadlines(from: "2027", to: "2027-12") { edges { node { id } } } }', 'deadlines.edges'),
  ).toEqual([{ node: { id: 'deadline:dl-crc-2027' } }])
})

test('coverage counts items as the document does', async () => {
  expect(
    await value(
      '{ reviewDocument(id: "upr-2009") { coverage { heldCount heldItemCount knownTotal isComplete } } }',
      'reviewDocument.coverage',
    ),
  ).toEqual({ heldCount: 138, heldItemCount: 91, knownTotal: 91, isComplete: true })
  expect(
    await value(
      '{ reviewDocument(id: "upr-2019") { coverage { heldItemCount knownTotal isComplete } } }',
      'reviewDocument.coverage',
    ),
  ).toEqual({ heldItemCount: 27, knownTotal: 198, isComplete: false })
})

describe('bad input ends in a message that names the place', () => {
  const filter = (inner: string): string => `{ recommendations(filter: ${inner}) { totalCount } }`
  test.each<[string, string, RegExp]>([
    [
      '{ recommendations(first: 0) { totalCount edges { cursor } } }',
      'BAD_USER_INPUT',
      /first: 0 is out of range\. Expected a whole number from 1 to 100/,
    ],
    ['{ recommendations(first: 101) { totalCount } }', 'BAD_USER_INPUT', /from 1 to 100/],
    ['{ recommendations(first: -5) { totalCount } }', 'BAD_USER_INPUT', /first/],
    ['{ recommendations(first: 1, after: "nonsense") { edges { cursor } } }', 'BAD_USER_INPUT', /after: not a cursor/],
    ['{ themes(after: "e30") { edges { cursor } } }', 'BAD_USER_INPUT', /after/],
    ['{ node(id: "nonsense") { id } }', 'BAD_USER_INPUT', /id: "nonsense" is no id\. Expected type:key/],
    ['{ node(id: "") { id } }', 'BAD_USER_INPUT', /id/],
    ['{ theme(id: "body:mosvy") { id } }', 'BAD_USER_INPUT', /is no id of a Theme/],
    ['{ nodes(ids: ["theme:a", "???"]) { id } }', 'BAD_USER_INPUT', /ids: "\?\?\?" is no id/],
    [filter('{themes: ["body:mosvy"]}'), 'BAD_USER_INPUT', /filter\.themes: "body:mosvy" is no id of a Theme/],
    [filter('{or: [{documents: [""]}]}'), 'BAD_USER_INPUT', /filter\.or\[0\]\.documents/],
    [filter('{adoptedFrom: "yesterday"}'), 'GRAPHQL_VALIDATION_FAILED', /no date\. Expected 2022/],
    [filter('{adoptedTo: "2022-13"}'), 'GRAPHQL_VALIDATION_FAILED', /no date/],
    [filter('{kinds: [WISH]}'), 'GRAPHQL_VALIDATION_FAILED', /WISH/],
    [filter('{years: ["long ago"]}'), 'GRAPHQL_VALIDATION_FAILED', /Int/],
    [filter('{colour: "red"}'), 'GRAPHQL_VALIDATION_FAILED', /colour/],
    [filter(`${'{not: '.repeat(9)}{themes: ["a"]}${'}'.repeat(9)}`), 'BAD_USER_INPUT', /nested more than 6 deep/],
    ['{ recommendations { facets(by: [THEME], first: 999) { field } } }', 'BAD_USER_INPUT', /facets\.first: 999/],
    ['{ neighbourhood(id: "theme:no-such-theme") { degree } }', 'BAD_USER_INPUT', /holds nothing with this id/],
    ['{ neighbourhood(id: "import-run:x") { degree } }', 'BAD_USER_INPUT', /no place in the graph view/],
    ['{ neighbourhood(id: "theme:education", first: 500) { degree } }', 'BAD_USER_INPUT', /first: 500/],
    [
      '{ neighbourhood(id: "theme:education", kinds: [{relationship: ABOUT, type: "Colour"}]) { degree } }',
      'BAD_USER_INPUT',
      /kinds: Colour has no place/,
    ],
    ['{ nothing }', 'GRAPHQL_VALIDATION_FAILED', /nothing/],
    ['{ themes { ', 'GRAPHQL_PARSE_FAILED', /Syntax Error/],
    [
      `{ ${Array.from({ length: 13 }, (_, index) => `a${index}: statistics { documentCount }`).join(' ')} }`,
      'LIMIT_EXCEEDED',
      /root fields: 13 asked, 12 allowed/,
    ],
    [
      '{ themes(first: 100) { edges { node { recommendations(first: 100) { edges { node { themes { id } } } } } } } }',
      'LIMIT_EXCEEDED',
      /limit on estimated rows: 61110 asked, 50000 allowed/,
    ],
    [
      `{ theme(id: "education") ${'{ recommendations { edges { node { document '.repeat(5)}{ id }${' } } } }'.repeat(5)} }`,
      'LIMIT_EXCEEDED',
      /depth/,
    ],
  ])('%s', async (query, code, message) => {
    const { errors, data } = await ask(query)
    expect(errors[0]?.extensions['code']).toBe(code)
    expect(errors[0]?.message).toMatch(message)
    // A field that may be null fails alone; nothing else comes back either way.
    expect(Object.values(data ?? {}).filter((one) => one !== null)).toEqual([])
  })
  test('too many values, ids and exclusions are refused', async () => {
    const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `theme:t${index}`)
    const message = async (query: string, variables: Record<string, unknown>): Promise<string | undefined> =>
      (await ask(query, variables)).errors[0]?.message
    expect(await message('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: many(101) })).toMatch(
      /ids: 101 ids given\. Expected at most 100/,
    )
    expect(await message('query ($ids: [ID!]!) { subgraph(ids: $ids) { unknownIds } }', { ids: many(5_001) })).toMatch(
      /at most 5000/,
    )
    expect(
      await message('query ($f: RecommendationFilter) { recommendations(filter: $f) { totalCount } }', {
        f: { themes: many(501) },
      }),
    ).toMatch(/filter\.themes: 501 values/)
  })
  test('the server answers on after all of it', async () => {
    expect(await value('{ statistics { recommendationCount } }', 'statistics.recommendationCount')).toBe(
      recommendations.length,
    )
  })
})

describe('every operation that the page sends', () => {
  const folder = join(ROOT, 'client', 'src')
  const definitions: DocumentNode['definitions'] = (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith('.graphql'))
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')).definitions)
  const operations = definitions.filter((one): one is OperationDefinitionNode => one.kind === 'OperationDefinition')
  const fragments = definitions.filter((one): one is FragmentDefinitionNode => one.kind === 'FragmentDefinition')
  const VARIABLES: Record<string, Record<string, unknown>> = {
    ReviewNames: { ids: ['recommendation:crc-2011-41b', 'theme:education', 'body:mosvy'] },
    RecommendationFacets: { filter: { states: ['KHM'] }, facets: ['THEME', 'GOVERNMENT_BODY'] },
    RecommendationList: {
      chosen: ['theme:education'],
      filter: { states: ['KHM'], text: 'children' },
      orderBy: { field: 'RELEVANCE', direction: 'DESC' },
      first: 20,
      facets: [
        'MECHANISM',
        'DOCUMENT',
        'THEME',
        'RIGHT',
        'AFFECTED_GROUP',
        'SDG_TARGET',
        'GOVERNMENT_BODY',
        'WORKING_GROUP',
        'RECOMMENDING_STATE',
        'POSITION',
        'KIND',
        'YEAR',
        'LEAD_BODY',
      ],
    },
    MatchText: { text: 'Make sure that every child is registered at birth.', state: 'KHM' },
    OftenAskedPage: {
      state: 'KHM',
      theme: null,
      orderBy: 'MECHANISMS',
      includeSuggestions: true,
      filter: { states: ['KHM'] },
    },
    ReviewPage: { state: 'KHM', subject: 'LINK' },
    ReviewHistory: { state: 'KHM', subject: 'LINK' },
    SimilarRecommendations: { id: 'recommendation:crc-2011-41b', includeSuggestions: true },
    CompareRecommendations: { ids: ['recommendation:crc-2011-41b', 'recommendation:crc-2011-41c'] },
    RecommendationTrail: { id: 'recommendation:crc-2011-41b', state: 'KHM', includeSuggestions: true },
    RecommendationPage: { id: 'recommendation:crc-2011-41b', state: 'KHM' },
    GovernmentBodyPage: {
      id: 'body:mosvy',
      state: 'KHM',
      filter: { governmentBodies: ['mosvy'], includeSuggestions: true },
    },
    ThemeResponsibilities: {
      theme: 'theme:birth-registration-nationality',
      filter: { themes: ['birth-registration-nationality'] },
    },
    Search: { text: 'education', state: 'KHM', first: 10 },
    GraphExpand: { id: 'theme:education', first: 25, exclude: [] },
    GraphRestore: { ids: ['theme:education', 'body:moeys'] },
    GraphCard: { id: 'recommendation:crc-2011-41b' },
    GraphCounts: { id: 'theme:education' },
    GraphFacets: { ids: ['recommendation:crc-2011-41b'] },
    GraphSchema: { state: 'KHM' },
    GraphFromList: { filter: { themes: ['education'] }, first: 25 },
    GraphPaths: { from: 'initiative:init-1-10', to: 'mechanism:crc', maxLength: 4, first: 12 },
    GraphQuestion: { filter: { themes: ['education'] }, first: 25 },
    ThingPage: { id: 'mechanism:crc', state: 'KHM' },
    ThingList: Object.fromEntries([
      ['state', 'KHM'],
      ...[
        'mechanisms',
        'themes',
        'rights',
        'groups',
        'targets',
        'workingGroups',
        'organisations',
        'initiatives',
        'events',
        'indicators',
        'resources',
        'states',
      ].map((name) => [name, name === 'themes']),
    ]),
  }
  /** Statements of fields that are grouped or matched in memory; the texts of a State and the weights are read once. */
  const FURTHER: Record<string, number> = { MatchText: 2, OftenAskedPage: 2, ReviewHistory: 1 }
  const questions = operations.filter(({ operation }) => operation === 'query')
  test.each(questions.map((operation) => [operation.name?.value ?? '', operation] as const))(
    '%s is answered by at most one statement a root field, as graphql-js would',
    async (name, operation) => {
      const query = [
        operation,
        ...fragments.filter((fragment) => usedBy(operation, fragments).has(fragment.name.value)),
      ]
        .map((one) => print(one))
        .join('\n')
      const answer = await ask(query, VARIABLES[name] ?? { state: 'KHM' })
      expect(answer.errors).toEqual([])
      const rootFields = operation.selectionSet.selections.length
      const skipped = name === 'ThingList' ? rootFields - 1 : 0
      // Two fields that ask for the same of other things go together.
      expect(answer.statements).toBeLessThanOrEqual(rootFields - skipped + (FURTHER[name] ?? 0))
      expect(answer.statements).toBeGreaterThan(0)
      const { quick, standard } = await completeBoth(query, VARIABLES[name] ?? { state: 'KHM' })
      expect(quick).toBe(standard)
    },
  )
})

/** Names of the fragments an operation spreads, directly or through another. */
function usedBy(operation: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]): Set<string> {
  const used = new Set<string>()
  const visit = (text: string): void => {
    for (const [, name] of text.matchAll(/\.\.\.\s*(?!on\b)(\w+)/g)) {
      if (name === undefined || used.has(name)) continue
      used.add(name)
      const fragment = fragments.find((one) => one.name.value === name)
      if (fragment) visit(print(fragment))
    }
  }
  visit(print(operation))
  return used
}
