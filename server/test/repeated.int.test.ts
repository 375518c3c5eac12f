/** Questions asked again in the same words go past Apollo (http/repeated.ts): nobody may be able to tell. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { loadCambodia, openTestDb } from './harness.ts'
import { ask, closeAll, JSON_HEADERS, runOverHttp, type Reply, type Running } from './over-http.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
})
afterAll(async () => {
  await closeAll()
  await db.close()
})

/** Without what is another's in every answer. */
const told = ({ status, headers: { date: _date, 'x-request-id': _id, ...headers }, body }: Reply): unknown => ({
  status,
  headers,
  body: body.replaceAll(/"requestId":"[0-9a-f-]{36}"/g, ''),
})
const QUESTION = 'query Some($first: Int!) { recommendations(first: $first) { totalCount edges { node { id } } } }'

async function withCounts(work: (running: Running, asked: () => number) => Promise<void>): Promise<void> {
  const running = await runOverHttp({ db })
  const apollo = vi.spyOn(running.server.apollo, 'executeHTTPGraphQLRequest')
  await work(running, () => apollo.mock.calls.length)
}

test.each([
  ['no accept', {}],
  ['any', { accept: '*/*' }],
  ['the response type of the specification', { accept: 'application/graphql-response+json' }],
  ['packed', { accept: 'application/json', 'accept-encoding': 'gzip' }],
])('the second answer is the first, head and all: %s', (_name, headers) =>
  withCounts(async (running, asked) => {
    const variables = { first: 3 }
    const first = await ask(running, QUESTION, { headers, variables })
    const second = await ask(running, QUESTION, { headers, variables })
    expect(first.status).toBe(200)
    expect(told(second)).toEqual(told(first))
    expect(asked()).toBe(1)
    expect(running.log.filter((line) => line.includes('"operation":"Some"')).length).toBe(2)
  }),
)

test('other values have an answer of their own', () =>
  withCounts(async (running, asked) => {
    const counts: number[] = []
    for (const first of [1, 4, 2]) {
      const { body } = await ask(running, QUESTION, { variables: { first } })
      counts.push((JSON.parse(body) as { data: { recommendations: { edges: [] } } }).data.recommendations.edges.length)
    }
    expect(counts).toEqual([1, 4, 2])
    expect(asked()).toBe(1)
  }))

test.each([
  ['a value out of range', { first: 1_000 }],
  ['a value of another type', { first: 'three' }],
  ['no value', {}],
  ['too many values', { first: 3, more: Array.from({ length: 20_000 }, (_, index) => index) }],
])('a wrong question is told the same whether its words are known or not: %s', (_name, variables) =>
  withCounts(async (running, asked) => {
    const unknown = await ask(running, QUESTION, { variables })
    for (const first of [3, 4]) await ask(running, QUESTION, { variables: { first } })
    // The first of these made the words known.
    expect(asked()).toBe(2)
    const known = await ask(running, QUESTION, { variables })
    expect(unknown.body).toContain('"errors"')
    expect(told(known)).toEqual(told(unknown))
  }),
)

test('what the database refuses is asked of it once', () =>
  withCounts(async (running, asked) => {
    const query = 'query Around($id: ID!) { neighbourhood(id: $id) { neighbours { node { id } } } }'
    for (const id of ['document:crc-2022', 'document:crc-2011']) await ask(running, query, { variables: { id } })
    expect(asked()).toBe(1)
    let statements = 0
    const off = db.onStatement(() => (statements += 1))
    const { body } = await ask(running, query, { variables: { id: 'document:none' } })
    off()
    expect(body).toContain('holds nothing with this id')
    expect(statements).toBe(1)
  }))

test.each([
  ['another accept', { accept: 'text/csv' }, {}],
  ['an extension', {}, { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
  ['another operation', {}, { operationName: 'Other' }],
])('what differs in more than its values goes to Apollo: %s', (_name, headers, more) =>
  withCounts(async (running, asked) => {
    const send = (): Promise<Reply> =>
      running.send('/graphql', {
        method: 'POST',
        headers: { ...JSON_HEADERS, ...headers },
        body: JSON.stringify({ query: QUESTION, variables: { first: 3 }, ...more }),
      })
    const before = await send()
    await ask(running, QUESTION, { variables: { first: 3 } })
    expect(told(await send())).toEqual(told(before))
    expect(before.status).not.toBe(500)
    expect(asked()).toBe(3)
  }),
)

test.each([
  ['no variables at all', 'query A { statistics { documentCount } }', [undefined, null, {}]],
  [
    'a selection that is switched',
    'query A($w: Boolean!) { workingGroups(first: 3) { edges { node { id name @include(if: $w) } } } }',
    [{ w: true }, { w: false }],
  ],
  [
    'introspection that is switched on',
    'query A($w: Boolean!) { statistics { documentCount } __schema @include(if: $w) { queryType { name } } }',
    [{ w: false }, { w: true }, { w: false }],
  ],
  [
    'a value left to its default',
    'query A($first: Int! = 2) { recommendations(first: $first) { edges { cursor } pageInfo { endCursor } } }',
    [{}, { first: 3 }, {}],
  ],
])('asked twice of one server and once of another, the answers are the same: %s', async (_name, query, all) => {
  const [one, other] = [await runOverHttp({ db }), await runOverHttp({ db })]
  for (const variables of all) {
    const alone = await ask(other, `${query} # ${JSON.stringify(variables)}`, { variables })
    expect(alone.body).toContain('"data"')
    for (let time = 0; time < 2; time += 1) expect(told(await ask(one, query, { variables }))).toEqual(told(alone))
  }
})

test('a question that changes something never is a known one', () =>
  withCounts(async (running, asked) => {
    const query = 'mutation { decideLinks(ids: ["x"], decision: REJECTED) { id } }'
    const [first, second] = [await ask(running, query), await ask(running, query)]
    expect(told(second)).toEqual(told(first))
    expect(asked()).toBe(2)
  }))
