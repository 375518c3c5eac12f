/** The quick way of answering: joined reads, kept statements and kept answers never change what is answered. */
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { connect, type Db } from '../../graph/db/index.ts'
import { rowsOf } from './built-in.ts'
import { Statements } from '../src/execution/composed.ts'
import { Joined } from '../src/execution/joined.ts'
import { loadCambodia, openTestDb, openTestServer, type Answer, type TestServer } from './harness.ts'

const ids = rowsOf('recommendations')
  .slice(0, 30)
  .map(({ id }) => String(id))
const suggested = rowsOf('ministry_assignments').find(({ basis }) => basis === 'mandate')?.['recommendation']
const POINT = 'query Point($id: ID!) { recommendation(id: $id) { id summary themes { name } } }'

let db: Db
let plain: TestServer
let keeping: TestServer
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  plain = await openTestServer(db)
  keeping = await openTestServer(db, { isAnswerCacheOn: true })
})
afterAll(async () => {
  await plain.server.stop()
  await keeping.server.stop()
  await db.close()
})

/** Statements that the database is sent while the work is done. */
async function countStatements(work: () => Promise<unknown>): Promise<number> {
  let count = 0
  const off = db.onStatement(() => {
    count += 1
  })
  await work()
  off()
  return count
}

describe('reads of one thing by id', () => {
  test('thirty asked at once, one of them unknown and one of them no id, are each answered for themselves', async () => {
    const asked = [...ids, 'nowhere', 'theme:education']
    let answers: Awaited<ReturnType<TestServer['ask']>>[] = []
    const statements = await countStatements(async () => {
      answers = await Promise.all(asked.map((id) => plain.ask(POINT, { id })))
    })
    for (const [index, id] of ids.entries())
      expect(answers[index]?.data).toMatchObject({ recommendation: { id: `recommendation:${id}` } })
    expect(answers[30]).toMatchObject({ data: { recommendation: null }, errors: [] })
    expect(answers[31]?.errors[0]?.message).toMatch(/"theme:education" is no id of a Recommendation/)
    // Eight go together while nothing is known of the statement's pace.
    expect(statements).toBeLessThanOrEqual(4)
  })
  test('aliases of one request are joined, and those that ask for other fields are not', async () => {
    const [a = '', b = ''] = ids
    const { data, statements } = await plain.ask(
      `{ a: recommendation(id: "${a}") { id } b: recommendation(id: "${b}") { id } c: recommendation(id: "${a}") { id kind } }`,
    )
    expect(data).toMatchObject({ a: { id: `recommendation:${a}` }, b: { id: `recommendation:${b}` } })
    expect(statements).toBeLessThanOrEqual(3)
    expect(Object.keys(data?.['c'] as object)).toEqual(['id', 'kind'])
  })
  test('another value of a variable that stands beside the id is another statement', async () => {
    const query =
      'query Bodies($id: ID!, $all: Boolean!) { recommendation(id: $id) { responsibilities(includeSuggestions: $all) { isSuggestion } } }'
    const count = async (all: boolean): Promise<number> => {
      const { data } = await plain.ask(query, { id: suggested, all })
      return (data as { recommendation: { responsibilities: unknown[] } }).recommendation.responsibilities.length
    }
    const [withAll, withFacts] = await Promise.all([count(true), count(false)])
    expect(withAll).toBeGreaterThan(withFacts)
  })
})

describe('what is asked at the same time', () => {
  const LIST =
    'query List($filter: RecommendationFilter, $first: Int) { recommendations(filter: $filter, first: $first) { totalCount edges { cursor node { id themes { id } } } facets(by: [THEME, YEAR]) { valueCount values { value count filter } } } }'
  const AROUND =
    'query Around($id: ID!) { neighbourhood(id: $id, hops: 2, first: 40) { counts { count } neighbours { node { id } } remainingCount } }'
  const BETWEEN =
    'query Between($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 3) { length hops { sentence } } }'
  const FOUND =
    'query Found($text: String!) { search(text: $text, first: 5) { totalCount edges { type node { id } } } }'
  const COUNTED =
    'query Counted($state: ID) { statistics(state: $state) { recommendationCount firstYear countsByKind { kind count } } }'
  const themes = ['education', 'child-labour', 'birth-registration', 'nowhere']
  const questions: readonly (readonly [string, Record<string, unknown>])[] = [
    ...themes.map((theme) => [LIST, { filter: { themes: [theme] }, first: 7 }] as const),
    [LIST, { filter: { themes: ['education'] }, first: 3 }],
    [LIST, { filter: { text: 'birth registration', not: { kinds: ['URGENT'] } }, first: 7 }],
    [LIST, { filter: {}, first: 0 }],
    ...[...ids.slice(0, 6).map((id) => `recommendation:${id}`), 'theme:education', 'theme:nowhere'].map(
      (id) => [AROUND, { id }] as const,
    ),
    ...ids.slice(1, 3).map((id) => [BETWEEN, { from: `recommendation:${id}`, to: 'theme:education' }] as const),
    ...['education', 'births registred', '"', 'NOT', 'CRC/C/KHM/CO/4-6 para 26'].map(
      (text) => [FOUND, { text }] as const,
    ),
    [COUNTED, { state: 'KHM' }],
    [COUNTED, { state: 'THA' }],
    [COUNTED, {}],
  ]
  const told = ({ data, errors }: Answer) => ({
    data,
    errors: errors.map(({ message }) => message),
  })

  test('is answered as it is alone, with fewer statements', async () => {
    const alone: unknown[] = []
    for (const [query, variables] of questions) alone.push(told(await plain.ask(query, variables)))
    // One that knows of no statement how long it takes joins eight of each.
    const fresh = await openTestServer(db)
    let together: unknown[] = []
    const statements = await countStatements(async () => {
      together = (await Promise.all(questions.map(([query, variables]) => fresh.ask(query, variables)))).map(told)
    })
    await fresh.server.stop()
    expect(together).toEqual(alone)
    expect(statements).toBeLessThan(questions.length - 5)
  })
  test('one that the database cannot answer takes none of the others with it', async () => {
    const joined = new Joined(db)
    const statement = new Statements().of('UNWIND $asked AS asked RETURN asked[0] AS place, 12 / asked[1] AS answer')
    const divided = (by: number) => joined.read({ statement, values: [by], bounds: {}, unpack: (answer) => answer }, {})
    const outcomes = await Promise.allSettled([3, 0, 4].map(divided))
    expect(outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : 'refused'))).toEqual([
      4,
      'refused',
      3,
    ])
  })
  test('one who leaves takes nothing from those who stay', async () => {
    const joined = new Joined(db)
    const leaving = new AbortController()
    const statement = new Statements().of('UNWIND $asked AS asked RETURN asked[0] AS place, asked[1] AS answer')
    const composed = (value: number) => ({
      statement,
      values: [value],
      bounds: {},
      unpack: (answer: unknown) => answer,
    })
    const [left, stayed] = [joined.read(composed(1), { signal: leaving.signal }), joined.read(composed(2), {})]
    leaving.abort()
    await left.catch(() => null)
    expect(await stayed).toBe(2)
  })
})

describe('selections switched by variables', () => {
  test('each setting has its own answer, in any order of asking', async () => {
    const query =
      'query Switched($yes: Boolean!, $id: ID!) { recommendation(id: $id) { id kind @include(if: $yes) summary @skip(if: $yes) } }'
    const id = String(ids[0])
    const keys = async (yes: boolean): Promise<string[]> =>
      Object.keys((await plain.ask(query, { yes, id })).data?.['recommendation'] as object)
    expect(await keys(true)).toEqual(['id', 'kind'])
    expect(await keys(false)).toEqual(['id', 'summary'])
    expect(await keys(true)).toEqual(['id', 'kind'])
  })
})

describe('kept answers', () => {
  const COUNT = '{ themes(first: 1) { totalCount } }'
  const count = async (): Promise<number> =>
    ((await keeping.ask(COUNT)).data as { themes: { totalCount: number } }).themes.totalCount

  test('a question asked again costs no statement', async () => {
    await count()
    expect((await keeping.ask(COUNT)).statements).toBe(0)
  })
  test('a write of our own is seen at once', async () => {
    const before = await count()
    await db.write((run) => run("CREATE (:Theme {id: 'theme:of-ours', name: 'Of ours'})"))
    expect(await count()).toBe(before + 1)
    await db.write((run) => run("MATCH (t:Theme {id: 'theme:of-ours'}) DELETE t"))
    expect(await count()).toBe(before)
  })
  test('a write by another process moves the version of the graph, a read does not', async () => {
    const other = connect(inject('neo4j'))
    const before = await db.version(0)
    await other.read('MATCH (t:Theme) RETURN count(t) AS count')
    expect(await db.version(0)).toBe(before)
    await other.write((run) => run("CREATE (:Theme {id: 'theme:of-others', name: 'Of others'})"))
    expect(await db.version(0)).not.toBe(before)
    await other.write((run) => run("MATCH (t:Theme {id: 'theme:of-others'}) DELETE t"))
    await other.close()
  })
  test('an answer that failed is not kept', async () => {
    const wrong = await keeping.ask('{ themes(first: 0) { totalCount } }')
    const again = await keeping.ask('{ themes(first: 0) { totalCount } }')
    expect(wrong.errors[0]?.message).toBe(again.errors[0]?.message)
    expect(again.errors[0]?.extensions['code']).toBe('BAD_USER_INPUT')
  })
})
