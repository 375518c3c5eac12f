/** What a text echoes, and the asks of a recommendation, asked as a client asks. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { linkGraph } from '../src/links/store.ts'
import { loadCambodia, openTestDb, openTestServer, type TestServer } from './harness.ts'

let db: Db
let ask: TestServer['ask']
let completeBoth: TestServer['completeBoth']
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  ;({ ask, completeBoth } = await openTestServer(db))
})
afterAll(() => db.close())

const PARAGRAPH =
  'Families were driven from their land without warning. The State should stop forced evictions and pay them fairly.'
const MATCHES = `query ($text: String!, $state: ID, $first: Int) {
  matches(text: $text, state: $state, first: $first) {
    state { id } comparedCount
    echoes { score kind evidence { textPassage recommendationPassage } recommendation { id summary themes { id } mechanism { code } } }
    tags { confidence reason tag { id displayName } }
    bodies { role basis confidence reason body { id name } }
  }
}`
type Matches = {
  state: { id: string }
  comparedCount: number
  echoes: {
    score: number
    kind: string
    evidence: { textPassage: string; recommendationPassage: string }[]
    recommendation: { id: string; summary: string; themes: { id: string }[] }
  }[]
  tags: { confidence: number; tag: { id: string } }[]
  bodies: { role: string; basis: string; confidence: number; reason: string; body: { id: string } }[]
}

describe('matches', () => {
  test('gives the recommendations a paragraph echoes, best first, with passages of both, tags and bodies', async () => {
    const { data, errors } = await ask(MATCHES, { text: PARAGRAPH, state: 'KHM', first: 5 })
    expect(errors).toEqual([])
    const found = data?.['matches'] as Matches
    expect(found).toMatchObject({ state: { id: 'state:KHM' }, comparedCount: 627 })
    expect(found.echoes).toHaveLength(5)
    expect(found.echoes[0]?.recommendation.themes.map(({ id }) => id)).toContain('theme:housing-evictions')
    const scores = found.echoes.map(({ score }) => score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    for (const { evidence, recommendation } of found.echoes)
      for (const { textPassage, recommendationPassage } of evidence) {
        expect(PARAGRAPH).toContain(textPassage)
        expect(recommendation.summary).toContain(recommendationPassage)
      }
    expect(found.tags.map(({ tag }) => tag.id)).toContain('theme:housing-evictions')
    expect(found.bodies[0]?.role).toBe('LEAD')
    expect(found.bodies.length).toBeLessThanOrEqual(3)
    for (const { reason } of found.bodies) expect(reason).toMatch(/^Mandate: |^The text names it: /)
  })
  test('costs one statement once the State is read, and reads it again when the graph has changed', async () => {
    const variables = { text: PARAGRAPH, state: 'KHM' }
    await ask(MATCHES, variables)
    expect((await ask(MATCHES, variables)).statements).toBe(1)
    const best = async (): Promise<string | undefined> =>
      ((await ask(MATCHES, variables)).data?.['matches'] as Matches).echoes[0]?.recommendation.id
    const changed = 'recommendation:upr-2009-82-47-hungary'
    expect(await best()).not.toBe(changed)
    const [before] = await db.read<{ summary: string }>(
      'MATCH (n:Recommendation {id: $id}) RETURN n.summary AS summary',
      {
        id: changed,
      },
    )
    const set = (summary: string) =>
      db.write((run) => run('MATCH (n:Recommendation {id: $id}) SET n.summary = $summary', { id: changed, summary }))
    await set('Stop forced evictions and pay families driven from their land fairly.')
    expect(await best()).toBe(changed)
    await set(before?.summary ?? '')
    const { quick, standard } = await completeBoth(MATCHES, variables)
    expect(quick).toBe(standard)
  })
  test('takes the only State the graph has recommendations to, where none is named', async () => {
    const { data } = await ask(MATCHES, { text: PARAGRAPH })
    expect((data?.['matches'] as Matches).state.id).toBe('state:KHM')
  })
  test('says honestly that a text in Khmer was compared with nothing', async () => {
    const { data, errors } = await ask(MATCHES, { text: 'សូមធានាសិទ្ធិទទួលបានការអប់រំសម្រាប់កុមារទាំងអស់', state: 'KHM' })
    expect(errors).toEqual([])
    expect(data?.['matches']).toMatchObject({ comparedCount: 0, echoes: [] })
  })
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['an empty text', { text: '  ' }, /^text: empty/],
    ['a book', { text: 'word '.repeat(5_000) }, /^text: 25000 characters. Expected at most 20000/],
    ['a page too large', { text: PARAGRAPH, first: 51 }, /^first: 51 .* 1 to 50/],
    ['what is no State', { text: PARAGRAPH, state: 'theme:education' }, /^state: .*Expected state:…/],
    ['a State the graph does not hold', { text: PARAGRAPH, state: 'ZZZ' }, /^state: the graph holds nothing/],
  ])('refuses %s by name', async (_what, variables, message) => {
    const { errors } = await ask(MATCHES, variables)
    expect(errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
    expect(errors[0]?.message).toMatch(message)
  })
})

describe('asks', () => {
  type Ask = { number: number; text: string }
  const ASKS =
    'query ($id: ID!) { recommendation(id: $id) { summary asks { number text } similar(first: 50) { edges { direction node { asks { number text } } asks { later: laterAsk { number text } earlierAsk { number text } } evidence { laterPassage } } } } }'
  type Asked = {
    summary: string
    asks: Ask[]
    similar: {
      edges: {
        direction: string
        node: { asks: Ask[] }
        asks: { later: Ask; earlierAsk: Ask }[]
        evidence: object[]
      }[]
    }
  }

  test('are the parts of the text, numbered, and links say which answers which', async () => {
    await linkGraph(db)
    const rows = await db.read<{ id: string }>(
      'MATCH (n:Recommendation)-[r:SIMILAR_TO]-() WITH n, count(r) AS links WHERE n.summary CONTAINS " and " RETURN n.id AS id ORDER BY links DESC, id LIMIT 15',
    )
    let several = 0
    for (const { id } of rows) {
      const { data, errors, statements } = await ask(ASKS, { id })
      expect(errors).toEqual([])
      expect(statements).toBe(1)
      const one = data?.['recommendation'] as Asked
      expect(one.asks.map(({ number }) => number)).toEqual(one.asks.map((_, index) => index + 1))
      for (const { text } of one.asks) expect(one.summary).toContain(text)
      if (one.asks.length > 1) several += 1
      for (const { direction, node, asks, evidence } of one.similar.edges) {
        expect(asks.length).toBeLessThanOrEqual(evidence.length)
        expect(asks.length).toBeGreaterThan(0)
        const [laterAsks, earlierAsks] = direction === 'EARLIER' ? [one.asks, node.asks] : [node.asks, one.asks]
        for (const { later, earlierAsk } of asks) {
          expect(laterAsks).toContainEqual(later)
          expect(earlierAsks).toContainEqual(earlierAsk)
        }
      }
    }
    expect(several).toBeGreaterThan(0)
    const { quick, standard } = await completeBoth(ASKS, { id: rows[0]?.id })
    expect(quick).toBe(standard)
  })
})
