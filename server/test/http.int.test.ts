import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import type { Dependencies } from '../src/app.ts'
import { loadCambodia, openTestDb } from './harness.ts'
import { ask, closeAll, JSON_HEADERS, runOverHttp, type Options, type Reply, type Running } from './over-http.ts'

let db: Db
let clientDir: string
const run = (changes: Partial<Dependencies> = {}): Promise<Running> => runOverHttp({ db, clientDir, ...changes })

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  clientDir = await mkdtemp(join(tmpdir(), 'followthrough-page-'))
  for (const folder of ['console', 'assets']) await mkdir(join(clientDir, folder))
  await writeFile(join(clientDir, 'index.html'), '<title>The page</title>')
  await writeFile(join(clientDir, 'console', 'index.html'), '<title>The console</title>')
  await writeFile(join(clientDir, 'assets', 'app-1a2b.js'), 'export {}')
})
afterAll(async () => {
  await closeAll()
  await rm(clientDir, { recursive: true, force: true })
  await db.close()
})

test('it is alive before it is ready, and ready once it is warm', async () => {
  const running = await run()
  expect((await running.send('/healthz')).status).toBe(200)
  const before = await running.send('/readyz')
  expect([before.status, JSON.parse(before.body)]).toEqual([
    503,
    { status: 'not ready', reason: 'The server is warming up' },
  ])
  await running.server.warm()
  expect((await running.send('/readyz')).status).toBe(200)
})

test('a database that does not answer is named, and the server stays up', async () => {
  let isDown = true
  const fail = () => Promise.reject(Object.assign(new Error('no route'), { code: 'ServiceUnavailable' }))
  const running = await run({
    db: {
      ...db,
      ping: () => (isDown ? fail() : db.ping()),
      read: (...given) => (isDown ? fail() : db.read(...given)),
    },
  })
  const ready = await running.send('/readyz')
  expect([ready.status, ready.body]).toEqual([503, expect.stringContaining('The database is not answering')])
  const answer = JSON.parse((await ask(running, '{ statistics { documentCount } }')).body) as {
    errors: { message: string; extensions: Record<string, unknown> }[]
  }
  expect(answer.errors[0]?.message).toBe('The database is not answering. Try again in a moment.')
  expect(answer.errors[0]?.extensions).toMatchObject({ code: 'UNAVAILABLE', isRetryable: true })
  expect(answer.errors[0]?.extensions['requestId']).toMatch(/^[0-9a-f-]{36}$/)
  isDown = false
  expect((await ask(running, '{ statistics { documentCount } }')).body).toContain('"documentCount":24')
})

describe('what stands at each address', () => {
  let running: Running
  beforeAll(async () => {
    running = await run()
  })
  test('a browser gets the console at /graphql, a program the API', async () => {
    expect((await running.send('/graphql', { headers: { accept: 'text/html' } })).body).toContain('The console')
    const asked = await running.send('/graphql?query=%7B__typename%7D', { headers: { accept: 'text/html' } })
    expect(asked.body).toContain('The console')
    const head = await running.send('/graphql', { method: 'HEAD', headers: { accept: 'text/html' } })
    expect([head.status, head.body]).toEqual([200, ''])
    // A browser that prefers something else gets no page of another's.
    const other = await running.send('/graphql?query=%7B__typename%7D', { headers: { accept: 'image/png, text/html' } })
    expect([other.status, /apollo/i.test(other.headers['content-type'] ?? '')]).toEqual([400, false])
    expect(other.body).not.toMatch(/apollographql|<html/)
    const query = encodeURIComponent('{ statistics { documentCount } }')
    const read = await running.send(`/graphql?query=${query}`, {
      headers: { accept: 'application/json', 'apollo-require-preflight': 'yes' },
    })
    expect(read.body).toContain('"documentCount":24')
  })
  test('the page, its assets kept for good, and a plain word for the rest', async () => {
    expect((await running.send('/')).body).toContain('The page')
    expect((await running.send('/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable')
    expect((await running.send('/assets/gone.js')).status).toBe(404)
    const missing = await running.send('/nowhere')
    expect([missing.status, missing.body]).toEqual([404, expect.stringContaining('Nothing stands at /nowhere')])
    expect((await running.send('/..%2f..%2fpackage.json')).status).toBe(404)
  })
  test('every answer carries the policy and a request id', async () => {
    const { headers } = await running.send('/')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(headers['x-powered-by']).toBeUndefined()
    const config = { host: '127.0.0.1', isLoopback: true, rateLimit: 600, embedOrigins: ['https://a.example'] }
    const open = await (await run({ config })).send('/')
    expect(open.headers['content-security-policy']).toMatch(/frame-ancestors https:\/\/a\.example$/)
  })
})

describe('requests that are refused', () => {
  let running: Running
  beforeAll(async () => {
    running = await run()
  })
  test.each<[string, string, Options, number, RegExp]>([
    ['no JSON', '/graphql', { method: 'POST', headers: JSON_HEADERS, body: '{' }, 400, /The body is no JSON/],
    [
      'more than 1 MB',
      '/graphql',
      { method: 'POST', headers: JSON_HEADERS, body: JSON.stringify({ query: 'x'.repeat(1_100_000) }) },
      413,
      /larger than 1 MB/,
    ],
    [
      'a form of another site',
      '/graphql',
      { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"query":"{ __typename }"}' },
      400,
      /CSRF|cross-site/i,
    ],
    [
      'several operations at once',
      '/graphql',
      { method: 'POST', headers: JSON_HEADERS, body: '[{"query":"{ __typename }"},{"query":"{ __typename }"}]' },
      400,
      /batch/i,
    ],
    ['a name made to point here', '/healthz', { headers: { host: 'evil.example' } }, 403, /loopback only/],
    [
      'a variable that is missing',
      '/graphql',
      { method: 'POST', headers: JSON_HEADERS, body: '{"query":"query ($id: ID!) { theme(id: $id) { id } }"}' },
      200,
      /\$id.*required type/,
    ],
    [
      'a date that does not exist',
      '/graphql',
      {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify({
          query: 'query ($f: RecommendationFilter) { recommendations(filter: $f) { totalCount } }',
          variables: { f: { adoptedFrom: '2022-02-30' } },
        }),
      },
      200,
      /f\.adoptedFrom.*Expected 2022/,
    ],
    [
      'too many tokens',
      '/graphql',
      {
        method: 'POST',
        headers: JSON_HEADERS,
        body: JSON.stringify({ query: `{ ${'__typename '.repeat(7_000)} }` }),
      },
      200,
      /limit on tokens: more than 6000 asked, 6000 allowed/,
    ],
  ])('%s', async (_name, path, options, status, message) => {
    const reply = await running.send(path, options)
    expect(reply.body).toMatch(message)
    expect(reply.status).toBe(status)
  })
  test('a question that is wrong is 400 where the answer is application/graphql-response+json', async () => {
    const accept = 'application/graphql-response+json'
    const replies = await Promise.all(
      ['{ nothing }', '{', '{ theme }'].map((query) => ask(running, query, { headers: { accept } })),
    )
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400])
  })
  test('more requests than the limit, from one client that is not this machine', async () => {
    const open = await run({ config: { host: '0.0.0.0', isLoopback: false, rateLimit: 2 } })
    const from = (address: string): Promise<Reply> => open.send('/', { headers: { 'x-forwarded-for': address } })
    expect((await from('10.0.0.1')).status).toBe(200)
    expect((await from('10.0.0.1')).status).toBe(200)
    const third = await from('10.0.0.1')
    expect([third.status, third.body]).toEqual([429, expect.stringContaining('More than 2 requests in a minute')])
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0)
    expect((await from('10.0.0.2')).status).toBe(200)
    for (let count = 0; count < 4; count += 1) expect((await open.send('/')).status).toBe(200)
  })
})

test('a client that leaves takes its statement with it', async () => {
  const running = await run()
  // Paths between all pairs of nodes: nothing ends it but being ended.
  const slow = 'MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id + d.id = $never RETURN count(*) AS count'
  const left = new AbortController()
  const reading = db.read(slow, { never: 'x' }, { signal: left.signal }).then(
    () => 'answered',
    () => 'ended',
  )
  const isRunning = async (): Promise<boolean> =>
    (await db.read<{ currentQuery: string }>('SHOW TRANSACTIONS YIELD currentQuery')).some(({ currentQuery }) =>
      currentQuery.startsWith('MATCH (a), (b)'),
    )
  while (!(await isRunning()));
  left.abort()
  expect(await reading).toBe('ended')
  while (await isRunning());
  expect((await running.send('/healthz')).status).toBe(200)
})

test('the log tells id, operation, duration and statements, and nothing of the question', async () => {
  const running = await run()
  await running.send('/graphql', {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({
      operationName: 'Asked',
      query: 'query Asked($text: String!) { search(text: $text) { totalCount } }',
      variables: { text: 'a private matter' },
    }),
  })
  const lines = running.log.map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(lines).toContainEqual(expect.objectContaining({ operation: 'Asked', statements: 1 }))
  expect(lines).toContainEqual(expect.objectContaining({ path: '/graphql', durationMs: expect.any(Number) as number }))
  expect(running.log.join('')).not.toMatch(/private|search\(/)
})
