/** Links between recommendations and the trails they make, on links written for these tests; counts come from the files. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { runChecks } from '../../graph/index.ts'
import { rowsOf } from './built-in.ts'
import { loadCambodia, openTestDb, openTestServer, type TestServer } from './harness.ts'

const recommendations = rowsOf('recommendations')
const documents = new Map(rowsOf('documents').map((row) => [row['id'], row]))
const documentOf = (id: string) => documents.get(recommendations.find((row) => row['id'] === id)?.['document'] ?? '')

/** Two UPR recommendations of 2009 with different answers or States, to ask the same as the treaty bodies did. */
const [UPR_A = '', UPR_B = ''] = ['accepted', 'noted'].map((answer) =>
  String(recommendations.find((row) => row['document'] === 'upr-2014' && row['upr_response'] === answer)?.['id']),
)
const CRC = 'crc-2011-41b'
const CCPR = 'ccpr-2015-corporal-punishment'
const URGENT = 'crc-2022-26-urgent-corporal-punishment'
const OTHER = 'ccpr-2015-non-violent-discipline'

type Link = {
  later: string
  earlier: string
  kind?: string
  state?: string
  score?: number | null
  passages?: [string, string][]
  reasons?: { inCommon: string[]; tentative: string }
}
/** CRC 2011 - UPR_A and CCPR 2015 confirmed in a chain, CRC 2022 suggested, and what hangs on it. */
const LINKS: Link[] = [
  { later: UPR_A, earlier: CRC, state: 'CONFIRMED', score: 0.7 },
  {
    later: CCPR,
    earlier: UPR_A,
    state: 'CONFIRMED',
    score: 0.8,
    passages: [
      ['words of the later', 'words of the earlier'],
      ['second', 'also second'],
    ],
    reasons: { inCommon: ['torture', 'train'], tentative: 'EARLIER' },
  },
  { later: URGENT, earlier: CCPR, state: 'SUGGESTED', score: 0.9 },
  // Confirmed beyond a suggestion: reached by one suggested step. A suggestion beyond it is not.
  { later: URGENT, earlier: OTHER, state: 'CONFIRMED', score: null },
  { later: OTHER, earlier: 'crc-2011-41e', state: 'SUGGESTED', score: 0.4 },
  { later: CCPR, earlier: CRC, kind: 'RELATED', state: 'CONFIRMED', score: 0.3 },
  { later: CCPR, earlier: UPR_B, state: 'REJECTED', score: 0.95 },
  { later: CCPR, earlier: 'crc-2011-41d', state: 'SUGGESTED', kind: 'RELATED', score: 0.5 },
]

let db: Db
let ask: TestServer['ask']
let completeBoth: TestServer['completeBoth']
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  await db.write((run) =>
    run(
      `UNWIND $links AS link
       MATCH (later:Recommendation {id: 'recommendation:' + link.later}), (earlier:Recommendation {id: 'recommendation:' + link.earlier})
       CREATE (later)-[r:SIMILAR_TO]->(earlier) SET r = link.properties`,
      {
        links: LINKS.map(
          ({ later, earlier, kind = 'SAME_ASK', state = 'SUGGESTED', score = null, passages = [], reasons }) => ({
            later,
            earlier,
            properties: {
              kind,
              state,
              score,
              method: score === null ? null : 'test-1',
              laterPassages: passages.map(([one]) => one),
              earlierPassages: passages.map(([, other]) => other),
              ...reasons,
              decidedOn: state === 'SUGGESTED' ? null : '2026-11-01',
              decidedBy: state === 'SUGGESTED' ? null : 'somebody',
            },
          }),
        ),
      },
    ),
  )
  ;({ ask, completeBoth } = await openTestServer(db))
})
afterAll(() => db.close())

/** The field of one recommendation, after a check that it was one statement, the same quick and by graphql-js. */
async function read<Result>(id: string, selection: string, field: string): Promise<Result> {
  const query = `{ recommendation(id: "${id}") { ${selection} } }`
  const { data, errors, statements } = await ask(query)
  expect(errors).toEqual([])
  expect(statements).toBe(1)
  const { quick, standard } = await completeBoth(query)
  expect(quick).toBe(standard)
  return (data as { recommendation: Record<string, Result> }).recommendation[field] as Result
}

test('the links of these tests are ones that the graph allows', async () => {
  const offended = (await runChecks(db)).filter(({ offenders }) => offenders.length > 0)
  expect(offended).toEqual([])
})

describe('similar', () => {
  type Edges = { totalCount: number; edges: { node: { id: string }; direction: string }[] }
  const idsOf = async (id: string, args = ''): Promise<string[]> =>
    (await read<Edges>(id, `similar${args} { totalCount edges { node { id } direction } }`, 'similar')).edges.map(
      ({ node }) => node.id.replace('recommendation:', ''),
    )

  test('both sides in time, facts first, the same ask first, the most alike first, nothing rejected', async () => {
    const found = await read<Edges>(
      CCPR,
      'similar { totalCount confirmedCount suggestedCount edges { direction kind state isSuggestion score method decidedOn decidedBy inCommon tentative evidence { later: laterPassage earlierPassage } node { id } } }',
      'similar',
    )
    const decided = { isSuggestion: false, state: 'CONFIRMED', decidedOn: '2026-11-01', decidedBy: 'somebody' }
    const open = { isSuggestion: true, state: 'SUGGESTED', decidedOn: null, decidedBy: null, evidence: [] }
    const node = (id: string) => ({
      node: { id: `recommendation:${id}` },
      method: 'test-1',
      inCommon: [],
      tentative: null,
    })
    expect(found).toEqual({
      totalCount: 4,
      confirmedCount: 2,
      suggestedCount: 2,
      edges: [
        {
          ...decided,
          ...node(UPR_A),
          direction: 'EARLIER',
          kind: 'SAME_ASK',
          inCommon: ['torture', 'train'],
          tentative: 'EARLIER',
          score: 0.8,
          evidence: [
            { later: 'words of the later', earlierPassage: 'words of the earlier' },
            { later: 'second', earlierPassage: 'also second' },
          ],
        },
        { ...decided, ...node(CRC), direction: 'EARLIER', kind: 'RELATED', score: 0.3, evidence: [] },
        { ...open, ...node(URGENT), direction: 'LATER', kind: 'SAME_ASK', score: 0.9 },
        { ...open, ...node('crc-2011-41d'), direction: 'EARLIER', kind: 'RELATED', score: 0.5 },
      ],
    })
  })
  test.each<[string, string, string[]]>([
    ['a kind', '(kind: RELATED)', [CRC, 'crc-2011-41d']],
    ['a state', '(state: SUGGESTED)', [URGENT, 'crc-2011-41d']],
    [
      'a state, whatever includeSuggestions says',
      '(state: SUGGESTED, includeSuggestions: false)',
      [URGENT, 'crc-2011-41d'],
    ],
    ['rejected ones when asked for', '(state: REJECTED)', [UPR_B]],
    ['facts alone', '(includeSuggestions: false)', [UPR_A, CRC]],
    ['earlier ones', '(direction: EARLIER)', [UPR_A, CRC, 'crc-2011-41d']],
    ['later ones', '(direction: LATER)', [URGENT]],
    ['kind and direction', '(kind: SAME_ASK, direction: LATER, includeSuggestions: false)', []],
  ])('%s', async (_name, args, ids) => {
    expect(await idsOf(CCPR, args)).toEqual(ids)
  })
  test('pages hold every link once', async () => {
    const seen: string[] = []
    let after = ''
    for (let page = 0; page < 4; page += 1) {
      const { edges } = await read<{ edges: { cursor: string; node: { id: string } }[] }>(
        CCPR,
        `similar(first: 1${after}) { edges { cursor node { id } } }`,
        'similar',
      )
      seen.push(...edges.map(({ node }) => node.id))
      after = `, after: "${edges[0]?.cursor ?? ''}"`
    }
    expect(new Set(seen).size).toBe(4)
    const { errors } = await ask(
      `{ recommendation(id: "${CCPR}") { similar(kind: RELATED${after}) { totalCount edges { node { id } } } } }`,
    )
    expect(errors[0]?.message).toMatch(/after: the cursor belongs to a list with another filter/)
  })
  test('without links there are none, and the filter tells those with links from those without', async () => {
    expect(await idsOf('crc-2011-41c')).toEqual([])
    const count = async (filter: string): Promise<number> => {
      const { data } = await ask(`{ recommendations(filter: ${filter}) { totalCount } }`)
      return (data as { recommendations: { totalCount: number } }).recommendations.totalCount
    }
    const ends = (keep: (link: Link) => boolean): number =>
      new Set(LINKS.filter(keep).flatMap(({ later, earlier }) => [later, earlier])).size
    expect(await count('{has: [SIMILAR]}')).toBe(ends(({ state }) => state === 'CONFIRMED'))
    expect(await count('{has: [SUGGESTED_SIMILAR]}')).toBe(ends(({ state }) => state === 'SUGGESTED'))
    expect(await count('{lacks: [SIMILAR, SUGGESTED_SIMILAR]}')).toBe(
      recommendations.length - ends(({ state }) => state !== 'REJECTED'),
    )
  })
})

describe('trail', () => {
  const CONFIRMED = [CRC, UPR_A, CCPR]
  const WITH_SUGGESTIONS = [...CONFIRMED, URGENT, OTHER]
  const SUMMARY =
    '{ count documentCount firstYear lastYear mechanisms { mechanism { code } count firstYear lastYear } recommendingStates { state { id } count } positions { position count } }'

  /** What a summary should say of these recommendations, from the files. */
  const summed = (ids: string[]) => {
    const tally = (values: string[]): [string, number][] =>
      [...new Set(values)].map((value) => [value, values.filter((one) => one === value).length])
    const years = ids.map((id) => Number(/\d{4}/.exec(documentOf(id)?.['id'] ?? '')?.[0]))
    return {
      count: ids.length,
      documentCount: new Set(ids.map((id) => documentOf(id)?.['id'])).size,
      firstYear: Math.min(...years),
      lastYear: Math.max(...years),
      mechanisms: tally(ids.map((id) => documentOf(id)?.['mechanism'] ?? '')).sort(
        ([a, m], [b, n]) => n - m || a.localeCompare(b),
      ),
    }
  }
  type Summary = Omit<ReturnType<typeof summed>, 'mechanisms'> & {
    mechanisms: { mechanism: { code: string }; count: number }[]
    recommendingStates: { state: { id: string }; count: number }[]
    positions: { position: string | null; count: number }[]
  }
  type Trail = {
    confirmed: Summary
    withSuggestions: Summary
    occurrences: { recommendation: { id: string }; isSelf: boolean; isSuggestion: boolean }[]
    facts: { recommendation: { id: string } }[]
    incompleteDocuments: { id: string }[]
    otherIncompleteDocumentCount: number
  }
  const trailOf = (id: string): Promise<Trail> =>
    read<Trail>(
      id,
      `trail { confirmed ${SUMMARY} withSuggestions ${SUMMARY} occurrences { recommendation { id } isSelf isSuggestion } facts: occurrences(includeSuggestions: false) { recommendation { id } } incompleteDocuments { id } otherIncompleteDocumentCount }`,
      'trail',
    )

  test('from any confirmed occurrence the trail is the same, and a suggestion goes one step', async () => {
    for (const id of CONFIRMED) {
      const trail = await trailOf(id)
      for (const [summary, ids] of [
        [trail.confirmed, CONFIRMED],
        [trail.withSuggestions, WITH_SUGGESTIONS],
      ] as const) {
        const { mechanisms, recommendingStates, positions, ...counts } = summary
        expect({
          ...counts,
          mechanisms: mechanisms.map(({ mechanism, count }): [string, number] => [mechanism.code.toLowerCase(), count]),
        }).toEqual(summed([...ids]))
        expect(recommendingStates).toHaveLength(1)
        expect(positions).toEqual([{ position: 'SUPPORTED', count: 1 }])
      }
      // In order of date: documents of 2011, 2014, 2015 and 2022.
      expect(
        trail.occurrences.map(({ recommendation, isSelf, isSuggestion }) => [
          recommendation.id.replace('recommendation:', ''),
          isSelf,
          isSuggestion,
        ]),
      ).toEqual([
        [CRC, id === CRC, false],
        [UPR_A, id === UPR_A, false],
        [CCPR, id === CCPR, false],
        [OTHER, false, true],
        [URGENT, false, true],
      ])
      expect(trail.facts.map(({ recommendation }) => recommendation.id)).toEqual(
        CONFIRMED.map((one) => `recommendation:${one}`),
      )
    }
  })
  test('it says which documents are known in part only', async () => {
    const trail = await trailOf(CRC)
    const inPart = [...documents.values()].filter((row) => row['complete'] !== 'yes').map((row) => row['id'])
    const held = new Set(WITH_SUGGESTIONS.map((id) => documentOf(id)?.['id']))
    expect(trail.incompleteDocuments.map(({ id }) => id)).toEqual(
      ['crc-2011', 'ccpr-2015', 'crc-2022'].map((id) => `document:${id}`),
    )
    expect(trail.otherIncompleteDocumentCount).toBe(inPart.filter((id) => !held.has(id)).length)
  })
  test('alone, an ask is its own trail', async () => {
    const trail = await trailOf('crc-2011-41c')
    expect(trail.confirmed).toMatchObject({
      count: 1,
      documentCount: 1,
      firstYear: 2011,
      lastYear: 2011,
      positions: [],
    })
    expect(trail.withSuggestions).toEqual(trail.confirmed)
    expect(trail.occurrences).toEqual([
      { recommendation: { id: 'recommendation:crc-2011-41c' }, isSelf: true, isSuggestion: false },
    ])
  })
  test('a whole page of trails is one statement', async () => {
    const { errors, statements } = await ask(
      '{ recommendations(filter: {has: [SIMILAR]}, first: 20) { edges { node { id trail { confirmed { count } } similar(first: 3) { edges { score } } } } } }',
    )
    expect(errors).toEqual([])
    expect(statements).toBe(1)
  })
  test('a trail of hundreds all tied to each other is walked in one go', async () => {
    await db.write(async (run) => {
      await run(
        `MATCH (d:ReviewDocument {id: 'document:crc-2000'}) UNWIND range(1, 120) AS n
         CREATE (:Recommendation {id: 'recommendation:many-' + n, kind: 'RECOMMENDATION', summary: 'One of many', stateId: 'state:KHM', year: 2000, sortOn: '2000-06-02', listOrder: 'many-' + n})-[:ISSUED_IN]->(d)`,
      )
      await run(
        `MATCH (a:Recommendation), (b:Recommendation) WHERE a.id STARTS WITH 'recommendation:many-' AND b.id STARTS WITH 'recommendation:many-' AND a.id > b.id
         CREATE (a)-[:SIMILAR_TO {kind: 'SAME_ASK', state: 'CONFIRMED'}]->(b)`,
      )
    })
    expect((await trailOf('many-7')).confirmed).toMatchObject({ count: 120, documentCount: 1 })
    await db.write((run) =>
      run("MATCH (n:Recommendation) WHERE n.id STARTS WITH 'recommendation:many-' DETACH DELETE n"),
    )
  })
})
