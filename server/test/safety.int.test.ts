/** A public endpoint: what is refused and in which words, and what becomes of a statement that nobody waits for. */
import { getIntrospectionQuery } from 'graphql'
import { connect as connectSocket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { LIMITS } from '../src/schema/limits.ts'
import { loadCambodia, openTestDb } from './harness.ts'
import { ask, closeAll, JSON_HEADERS, runOverHttp, type Running } from './over-http.ts'

type Errors = { readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[] }
const errorsOf = (body: string): NonNullable<Errors['errors']> => (JSON.parse(body) as Errors).errors ?? []
const times = (count: number, each: (index: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join(' ')

let db: Db
let running: Running
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  running = await runOverHttp({ db, bodyMs: 300 })
})
afterAll(async () => {
  await closeAll()
  await db.close()
})

describe('a question that is too large names the limit, its value and what was asked', () => {
  // Deeper than JSON.stringify can write it: the body is put together as text below.
  const nestedVariables = `{"f":${'{"and":['.repeat(20_000)}${']}'.repeat(20_000)}}`
  const cases: readonly [name: string, query: string, variables: unknown, message: RegExp][] = [
    ['tokens', `{ ${'__typename '.repeat(7_000)} }`, undefined, /tokens: more than 6000 asked, 6000 allowed/],
    ['10,000 aliases', `{ ${times(10_000, (i) => `a${i}:__typename`)} }`, undefined, /tokens: more than 6000/],
    ['aliases', `{ ${times(501, (i) => `a${i}:__typename`)} }`, undefined, /aliases: 501 asked, 500 allowed/],
    ['one field again and again', `{ ${'__typename '.repeat(1_501)} }`, undefined, /fields: 1501 asked, 1500 allowed/],
    [
      'root fields',
      `{ ${times(13, (i) => `a${i}: statistics { documentCount }`)} }`,
      undefined,
      /root fields: 13 asked, 12 allowed/,
    ],
    [
      'root fields in a fragment',
      `{ ...Q } fragment Q on Query { ${times(13, (i) => `a${i}: statistics { documentCount }`)} }`,
      undefined,
      /root fields: 13/,
    ],
    [
      'depth',
      `{ theme(id: "x") ${'{ recommendations { edges { node { themes '.repeat(4)}{ id }${' } } } }'.repeat(4)} }`,
      undefined,
      /depth: 18 asked, 16 allowed/,
    ],
    [
      'depth by fragments',
      `{ theme(id: "x") { ...F0 } } ${times(6, (i) => `fragment F${i} on Theme { recommendations { edges { node { themes { ${i < 5 ? `...F${i + 1}` : 'id'} } } } } }`)}`,
      undefined,
      /depth: 26 asked/,
    ],
    ['brackets', `{ ${'a { '.repeat(2_500)}`, undefined, /nested brackets: 2501 asked, 60 allowed/],
    [
      'brackets of lists',
      `{ themes(first: ${'['.repeat(2_900)}1${']'.repeat(2_900)}) { totalCount } }`,
      undefined,
      /nested brackets: 2902 asked/,
    ],
    [
      'selections in selections',
      `{ ...F0 } ${times(90, (i) => `fragment F${i} on Query { ... { ${i < 89 ? `...F${i + 1}` : '__typename'} } }`)}`,
      undefined,
      /nested brackets: 181 asked/,
    ],
    [
      'fragments',
      `{ __typename } ${times(101, (i) => `fragment F${i} on Query { __typename }`)}`,
      undefined,
      /fragments: 101 asked, 100 allowed/,
    ],
    [
      'fragments that double',
      `{ theme(id: "x") { ...F0 } } ${times(29, (i) => `fragment F${i} on Theme { id ${i < 28 ? `...F${i + 1} ...F${i + 1}` : ''} }`)}`,
      undefined,
      /fields: \d{8,} asked, 1500 allowed/,
    ],
    [
      'directives',
      `{ __typename ${'@skip(if: false) '.repeat(101)} }`,
      undefined,
      /directives: 101 asked, 100 allowed/,
    ],
    [
      'conditions written',
      `{ recommendations(filter: { or: [${'{} '.repeat(101)}] }) { totalCount } }`,
      undefined,
      /conditions: 102 asked, 100 allowed/,
    ],
    [
      'conditions in variables',
      'query ($f: RecommendationFilter) { recommendations(filter: $f) { totalCount } }',
      { f: { or: Array.from({ length: 5_000 }, () => ({})) } },
      /conditions: 5001 asked, 100 allowed/,
    ],
    [
      'values in variables',
      'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      { ids: Array.from({ length: 20_000 }, () => 'x') },
      /values in the variables: 20001 asked, 10000 allowed/,
    ],
    [
      'nesting of variables',
      'query ($f: RecommendationFilter) { recommendations(filter: $f) { totalCount } }',
      nestedVariables,
      /nesting of the variables: 21 asked, 20 allowed/,
    ],
    [
      'pages in pages',
      '{ themes(first: 100) { edges { node { recommendations(first: 100) { edges { node { rights { id } themes { id } } } } } } } }',
      undefined,
      /estimated rows: 111110 asked, 50000 allowed/,
    ],
    [
      'pages by a default of a variable',
      'query ($n: Int = 100) { themes(first: $n) { edges { node { recommendations(first: $n) { edges { node { rights { id } themes { id } } } } } } } }',
      undefined,
      /estimated rows: 111110 asked/,
    ],
    [
      'facets on every theme',
      '{ themes(first: 100) { edges { node { recommendations { facets(by: [YEAR, RIGHT]) { values { count } } } } } } }',
      undefined,
      /estimated rows/,
    ],
    [
      'introspection again and again',
      `{ ${times(12, (i) => `a${i}: __schema { ${times(12, (j) => `b${j}: types { fields { args { name } type { name } } }`)} }`)} }`,
      undefined,
      /estimated rows/,
    ],
    [
      'introspection in introspection',
      `{ __schema { types ${'{ fields { type '.repeat(4)}{ name }${' } }'.repeat(4)} } }`,
      undefined,
      /introspection/,
    ],
    [
      'length of a statement',
      `query ($f: RecommendationFilter) { recommendations(filter: $f) { totalCount facets(by: [THEME, YEAR, RIGHT, MECHANISM, DOCUMENT, KIND, POSITION]) { field } } }`,
      {
        f: {
          or: Array.from({ length: 90 }, (_, i) => ({
            years: [i],
            has: ['LEAD_BODY', 'ANY_BODY', 'INITIATIVE'],
            lacks: ['INDICATOR'],
          })),
        },
      },
      /length of a statement: \d+ asked, 200000 allowed/,
    ],
  ]
  test.each(cases)('%s', async (_name, query, variables, message) => {
    const { body, status } = await running.send('/graphql', {
      method: 'POST',
      headers: { ...JSON_HEADERS, accept: 'application/graphql-response+json' },
      body: `{"query":${JSON.stringify(query)},"variables":${typeof variables === 'string' ? variables : JSON.stringify(variables ?? {})}}`,
    })
    const [error] = errorsOf(body)
    expect(error?.message).toMatch(message)
    expect(error?.extensions['code']).toBe('LIMIT_EXCEEDED')
    expect(status).toBe(400)
  })
  test('what is just within the limits is answered', async () => {
    const replies = await Promise.all([
      ask(running, `{ ${times(500, (i) => `a${i}:__typename`)} }`),
      ask(running, `{ ${times(12, (i) => `a${i}: statistics { documentCount }`)} }`),
      ask(running, getIntrospectionQuery({ inputValueDeprecation: true, oneOf: true, specifiedByUrl: true })),
      ask(
        running,
        '{ recommendations(first: 100) { edges { node { id themes { id } rights { id } responsibilities { body { id } } } } } }',
      ),
    ])
    expect(replies.map(({ body }) => errorsOf(body))).toEqual([[], [], [], []])
  })
  test('a fragment that spreads itself is named', async () => {
    const { body } = await ask(
      running,
      '{ theme(id: "x") { ...A } } fragment A on Theme { ...B } fragment B on Theme { ...A }',
    )
    expect(errorsOf(body)[0]?.message).toBe('Cannot spread fragment "A" within itself via "B".')
  })
  test('a name that JavaScript keeps for itself is an alias like others', async () => {
    const { body } = await ask(
      running,
      '{ constructor: statistics { toString: documentCount hasOwnProperty: documentCount } }',
    )
    expect(JSON.parse(body)).toEqual({ data: { constructor: { toString: 24, hasOwnProperty: 24 } } })
    const refused = await ask(running, '{ statistics { __proto__: documentCount } }')
    expect(errorsOf(refused.body)[0]?.message).toMatch(/^__proto__: nothing can have this name/)
  })
})

describe('what was not asked for is not told', () => {
  test.each([
    ['a field', '{ theme(id: "x") { nam } }', undefined],
    ['an argument', '{ themes(firs: 1) { totalCount } }', undefined],
    ['a type', '{ node(id: "x") { ... on Them { id } } }', undefined],
    ['an enum value', '{ recommendations(filter: { kinds: [URGEN] }) { totalCount } }', undefined],
    ['an input field', '{ recommendations(filter: { theme: [] }) { totalCount } }', undefined],
    ['a directive', '{ themes @skp(if: true) { totalCount } }', undefined],
    ['a field of another type', '{ node(id: "x") { symbol } }', undefined],
    [
      'an enum value in a variable',
      'query ($k: [RecommendationKind!]) { recommendations(filter: { kinds: $k }) { totalCount } }',
      { k: ['URGEN'] },
    ],
    [
      'an input field in a variable',
      'query ($f: RecommendationFilter) { recommendations(filter: $f) { totalCount } }',
      { f: { theme: [] } },
    ],
  ])('%s', async (_name, query, variables) => {
    const { body } = await ask(running, query, { variables })
    expect(errorsOf(body)[0]?.message).not.toBe('')
    expect(errorsOf(body)[0]?.extensions['code']).toMatch(/GRAPHQL_VALIDATION_FAILED|BAD_USER_INPUT/)
    expect(body).not.toMatch(/did you mean/i)
  })
  test('a value of a megabyte does not come back in the message', async () => {
    const { body } = await ask(running, 'query ($n: Int) { themes(first: $n) { totalCount } }', {
      variables: { n: 'x'.repeat(900_000) },
    })
    expect(errorsOf(body)[0]?.message).toMatch(
      /^Variable "\$n" got invalid value "x{80} …"; Int cannot represent non-integer value/,
    )
    expect(body.length).toBeLessThan(1_500)
  })
})

/** What the server answers to bytes, until it closes the connection. */
const sendRaw = (bytes: (string | Buffer)[]): Promise<string> =>
  new Promise((resolve) => {
    const socket = connectSocket(running.port, '127.0.0.1')
    let text = ''
    socket.on('data', (chunk) => (text += chunk.toString()))
    // A connection cut while we still write is the server's right; what it said before counts.
    socket.on('error', () => {})
    socket.on('close', () => resolve(text))
    for (const part of bytes) socket.write(part)
  })
const POST = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n'

describe('requests that are none, or never end', () => {
  test.each<[string, (string | Buffer)[], RegExp]>([
    ['no HTTP', ['hello\r\n\r\n'], /^HTTP\/1\.1 400 .*"message":"The request is not well-formed HTTP/s],
    [
      'a header without end',
      [`GET / HTTP/1.1\r\nhost: localhost\r\nx: ${'y'.repeat(20_000)}`],
      /^HTTP\/1\.1 431 .*larger than 16384 bytes/s,
    ],
    [
      'a body that does not come',
      [`${POST}content-length: 100\r\n\r\n{"query"`],
      /^HTTP\/1\.1 408 .*did not arrive within 0\.3 s/s,
    ],
    ['a body in pieces without end', [`${POST}transfer-encoding: chunked\r\n\r\n5\r\n{"que\r\n`], /^HTTP\/1\.1 408 /],
    [
      'a body in pieces that is too large',
      [`${POST}transfer-encoding: chunked\r\n\r\n`, `${(1_100_000).toString(16)}\r\n${'x'.repeat(1_100_000)}\r\n`],
      /^HTTP\/1\.1 413 .*larger than 1 MB/s,
    ],
    ['a length that is none', [`${POST}content-length: many\r\n\r\n{}`], /^HTTP\/1\.1 400 /],
    ['two lengths', [`${POST}content-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`], /^HTTP\/1\.1 400 /],
  ])('%s', async (_name, bytes, answer) => {
    expect(await sendRaw(bytes)).toMatch(answer)
  })
  test.each<[string, Record<string, string>, string | Buffer, number, RegExp]>([
    ['broken UTF-8', JSON_HEADERS, Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]), 400, /no UTF-8/],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }, '{}', 415, /in utf-16. Expected UTF-8/],
    ['a compressed body', { ...JSON_HEADERS, 'content-encoding': 'gzip' }, 'x', 415, /compressed \(gzip\)/],
    ['another type', { 'content-type': 'application/xml' }, '<query/>', 400, /invalid Content-Type/],
    ['no type', { 'x-apollo-operation-name': 'x' }, '{"query":"{ __typename }"}', 400, /invalid Content-Type/],
    ['a form', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--', 400, /CSRF/],
    ['nothing', JSON_HEADERS, '', 400, /no JSON/],
    ['a list', JSON_HEADERS, '[]', 400, /batching/i],
    ['a number', JSON_HEADERS, '7', 400, /body/i],
    ['no query', JSON_HEADERS, '{"variables":{}}', 400, /non-empty `query`/],
    ['a query that is no text', JSON_HEADERS, '{"query":7}', 400, /must be strings/],
    [
      'variables that are a list',
      JSON_HEADERS,
      '{"query":"{ __typename }","variables":[]}',
      400,
      /`variables`.*object/,
    ],
    [
      'an operation that is not there',
      JSON_HEADERS,
      '{"query":"query A { __typename }","operationName":"B"}',
      200,
      /operation named.*B/,
    ],
    [
      'a stored query',
      JSON_HEADERS,
      '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
      200,
      /PersistedQueryNotSupported/,
    ],
    ['a mutation that is none', JSON_HEADERS, '{"query":"mutation { x }"}', 200, /on type \\"Mutation\\"/],
    [
      'a mutation of somebody who is not the owner',
      JSON_HEADERS,
      '{"query":"mutation { undoDecision(id: \\"decision:x\\", decidedBy: \\"me\\") { id } }"}',
      200,
      /FORBIDDEN/,
    ],
  ])('%s', async (_name, headers, body, status, message) => {
    const reply = await running.send('/graphql', { method: 'POST', headers, body })
    expect(reply.body).toMatch(message)
    expect(reply.status).toBe(status)
  })
  test('a method that means nothing here', async () => {
    const reply = await running.send('/graphql', { method: 'DELETE' })
    expect([reply.status, reply.headers['allow']]).toEqual([405, 'GET, POST, OPTIONS'])
  })
})

describe('other sites', () => {
  const other = { origin: 'https://elsewhere.example' }
  test('are told nothing before they ask, and cannot read what is answered', async () => {
    const before = await running.send('/graphql', {
      method: 'OPTIONS',
      headers: { ...other, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
    })
    expect([before.status, before.headers['allow'], before.body]).toEqual([204, 'GET, POST, OPTIONS', ''])
    const answered = await ask(running, '{ __typename }', { headers: other })
    for (const { headers } of [before, answered]) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
    }
  })
  test('cannot ask by what a form or a link sends', async () => {
    const replies = await Promise.all([
      running.send(`/graphql?query=${encodeURIComponent('{ __typename }')}`, { headers: other }),
      ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'].map((type) =>
        running.send('/graphql', {
          method: 'POST',
          headers: { ...other, 'content-type': type },
          body: '{"query":"{ __typename }"}',
        }),
      ),
    ])
    expect(replies.map(({ status }) => status)).toEqual([400, 400, 400, 400])
    for (const { body } of replies) expect(body).toMatch(/CSRF/)
  })
})

describe('statements that nobody waits for', () => {
  /** Nothing ends it but being ended: pairs of pairs of nodes. */
  const ENDLESS = 'MATCH (a), (b), (c), (d) WHERE a.id + b.id + c.id + d.id = $never RETURN null AS answer, null AS id'
  /** The database with an endless statement in the place of the API's own: its options are the API's. */
  const slowDb = (timeoutMs?: number): Db => ({
    ...db,
    read: (_statement, parameters, options) =>
      db.read(
        ENDLESS,
        { ...parameters, never: 'x' },
        { ...options, ...(timeoutMs === undefined ? {} : { timeoutMs }) },
      ),
  })
  const countRunning = async (): Promise<number> =>
    (await db.read<{ query: string }>('SHOW TRANSACTIONS YIELD currentQuery AS query')).filter(
      ({ query }) => query === ENDLESS,
    ).length
  const leaveAfterStart = async (server: Running, query: string): Promise<void> => {
    const socket = connectSocket(server.port, '127.0.0.1')
    const body = JSON.stringify({ query })
    socket.write(`${POST}content-length: ${body.length}\r\n\r\n${body}`)
    while ((await countRunning()) === 0);
    socket.destroy()
    while ((await countRunning()) > 0);
  }

  test.each([
    ['a list', '{ recommendations { totalCount } }'],
    ['one thing by id', '{ theme(id: "education") { name } }'],
    ['several root fields', '{ themes { totalCount } rights { totalCount } theme(id: "education") { id } }'],
  ])('are ended in the database when the client leaves: %s', async (_name, query) => {
    const server = await runOverHttp({ db: slowDb() })
    await leaveAfterStart(server, query)
    expect(await countRunning()).toBe(0)
  })
  test('are ended in the database when their time is over, and the caller is told', async () => {
    const server = await runOverHttp({ db: slowDb(200) })
    const replies = await Promise.all(
      ['{ recommendations { totalCount } }', '{ theme(id: "education") { name } }'].map((query) => ask(server, query)),
    )
    for (const { body, status } of replies) {
      expect(errorsOf(body)[0]).toMatchObject({
        message: `The question took longer than the server allows (${LIMITS.statementMs / 1_000} s). Ask for less at a time.`,
        extensions: { code: 'TIMED_OUT', isRetryable: false },
      })
      expect(status).toBe(200)
    }
    expect(await countRunning()).toBe(0)
  })
})
