import { parse } from 'csv-parse/sync'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import jsonld from 'jsonld'
import pino from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { splitCell, unguard } from '../../graph/text/index.ts'
import { createServer, type Dependencies } from '../src/app.ts'
import { COLUMN_NAMES } from '../src/export/columns.ts'
import { loadCambodia, openTestDb, openTestServer, TODAY } from './harness.ts'

/** A Python with networkx and openpyxl: set by .ci/run. Without it the tests that need those readers are skipped. */
const PYTHON = process.env['TEST_PYTHON'] ?? ''
const ODD = 'recommendation:odd'
const ODD_TEXT = 'bell \u0007, half \uD83D, _x0041_ and < & "quoted", line\r\nbreak\ttab'
const KHMER = 'សិទ្ធិកុមារ'
/** Enough that no socket takes a whole file of them unread. */
const LARGE_COUNT = 1_500
const LARGE_STATE = 'state:LAO'

type Reply = { readonly status: number; readonly headers: IncomingMessage['headers']; readonly body: Buffer }
let db: Db
let port = 0
const closing: (() => Promise<unknown>)[] = []

async function serve(changes: Partial<Dependencies> = {}): Promise<number> {
  const server = await createServer({
    db,
    config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600 },
    logger: pino({ level: 'silent' }),
    clock: () => new Date(`${TODAY}T12:00:00Z`),
    ...changes,
  })
  const http = createHttpServer(server.listener)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  closing.push(async () => {
    await server.stop()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
  })
  return (http.address() as AddressInfo).port
}

/** The answer to a request as it comes, its body not yet read. */
const open = (
  path: string,
  headers: Record<string, string> = {},
  to = port,
  method = 'GET',
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: to, path, headers, method }, resolve).on('error', reject).end()
  })
async function get(path: string, headers: Record<string, string> = {}, to = port, method = 'GET'): Promise<Reply> {
  const response = await open(path, headers, to, method)
  const chunks: Buffer[] = []
  for await (const chunk of response) chunks.push(chunk as Buffer)
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }
}
const addressOf = (file: string, parameters: Record<string, unknown> = {}): string => {
  const query = new URLSearchParams(
    Object.entries(parameters).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  ).toString()
  return `/export/${file}${query === '' ? '' : `?${query}`}`
}
type Row = Readonly<Record<string, string>>
const csvOf = async (parameters: Record<string, unknown>): Promise<Row[]> =>
  parse((await get(addressOf('recommendations.csv', parameters))).body, { columns: true, bom: true })
const jsonOf = async <Value>(path: string, headers?: Record<string, string>): Promise<Value> =>
  JSON.parse((await get(path, headers)).body.toString()) as Value

/** Statements of exports that run in the database now. */
const running = async (): Promise<number> =>
  (await db.read<{ metaData: { name?: string } }>('SHOW TRANSACTIONS YIELD metaData')).filter(
    ({ metaData }) => metaData.name === 'export',
  ).length

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  await db.write(async (run) => {
    await run(
      `MATCH (d:ReviewDocument {id: 'document:crc-2011'}) MATCH (s:State {id: 'state:KHM'}) MATCH (b:GovernmentBody {id: 'body:mosvy'})
CREATE (m:Recommendation {id: $id, kind: 'RECOMMENDATION', paragraph: '=1+1', summary: $formula, text: $text, textLanguage: 'en',
  stateId: s.id, year: 2011, sortOn: '2011-12-31', listOrder: '~odd', dateOrder: '7988-87-68 ~odd', citations: ['one; two', 'a|b'], sourceUrl: 'https://example.org/a b'})
CREATE (m)-[:ISSUED_IN]->(d)
CREATE (t:Theme {id: 'theme:odd', name: 'Rights; of, "children" | all', nameKm: $khmer}) CREATE (m)-[:ABOUT {basis: 'SOURCE'}]->(t)
CREATE (u:Theme {id: 'theme:guess', name: '@guess'}) CREATE (m)-[:ABOUT {basis: 'SUGGESTED', state: 'SUGGESTED', score: 0.5, method: 'test 1'}]->(u)
CREATE (v:Theme {id: 'theme:refused', name: 'Refused'}) CREATE (m)-[:ABOUT {basis: 'SUGGESTED', state: 'REJECTED'}]->(v)
CREATE (m)-[:ADDRESSED_TO {role: 'LEAD', basis: 'NAMED_IN_TEXT'}]->(b)
CREATE (n:GovernmentBody {id: 'body:guess', name: 'Guessed'}) CREATE (m)-[:ADDRESSED_TO {role: 'LEAD', basis: 'MANDATE', state: 'SUGGESTED'}]->(n)
CREATE (a:Assessment {id: 'assessment:odd', voice: 'STATE', status: 'IN_PROGRESS', on: '2024-05'})-[:OF]->(m)
CREATE (e:Evidence {id: 'evidence:odd', stance: 'SUPPORTS', url: 'https://example.org/'})-[:BACKS]->(a)
WITH m MATCH (x:Recommendation {id: 'recommendation:crc-2011-41b'})
CREATE (m)-[:SIMILAR_TO {kind: 'SAME_ASK', state: 'SUGGESTED', score: 0.9, method: 'test 1', inCommon: ['torture', 'train'], tentative: 'LATER'}]->(x) CREATE (m)-[:CITES]->(x)`,
      { id: ODD, formula: `=HYPERLINK("https://example.org") ${KHMER}`, text: ODD_TEXT, khmer: KHMER },
    )
    await run(
      `MERGE (s:State {id: $state}) CREATE (d:ReviewDocument {id: 'document:large', title: 'Large', complete: true})-[:REVIEWS]->(s)
WITH d MATCH (k:Mechanism {id: 'mechanism:upr'}) CREATE (d)-[:ADOPTED_BY]->(k)
WITH d UNWIND range(1, $count) AS i CREATE (m:Recommendation {id: 'recommendation:large-' + i, kind: 'RECOMMENDATION', summary: $text,
  stateId: $state, year: 2020, sortOn: '2020-12-31', listOrder: 'large ' + (100000 + i), dateOrder: '7979-87-68 large ' + (100000 + i)})-[:ISSUED_IN]->(d)`,
      { state: LARGE_STATE, count: LARGE_COUNT, text: 'x'.repeat(8_000) },
    )
  })
  port = await serve()
})
afterAll(async () => {
  for (const close of closing) await close()
  await db.close()
})

describe('the same filter gives the same rows in the same order as the API', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown> | null]>([
    ['no filter but the State', { states: ['KHM'] }, null],
    ['one document by paragraph', { documents: ['crc-2011'] }, { field: 'PARAGRAPH', direction: 'ASC' }],
    ['words, by relevance', { states: ['KHM'], text: 'violence' }, null],
    [
      'words inside and outside of a branch',
      { text: 'children', or: [{ text: 'education' }, { mechanisms: ['upr'] }] },
      null,
    ],
    ['words in a branch of a document', { documents: ['crc-2011'], and: [{ text: 'children' }] }, null],
    ['a body, suggestions included', { governmentBodies: ['mosvy'], includeSuggestions: true }, null],
    ['what lacks a lead, by links', { states: ['KHM'], lacks: ['LEAD_BODY'] }, { field: 'LINKS', direction: 'DESC' }],
    [
      'neither of two',
      { states: ['KHM'], not: { or: [{ mechanisms: ['upr'] }, { kinds: ['CONCERN'] }] } },
      { field: 'DATE', direction: 'ASC' },
    ],
    ['nothing', { states: ['KHM'], years: [1900] }, null],
  ])('%s', async (_name, filter, orderBy) => {
    const { ask } = await openTestServer(db)
    const ids: string[] = []
    let after: string | null = null
    do {
      const { data } = await ask(
        `query ($filter: RecommendationFilter, $orderBy: RecommendationOrder, $after: String) {
          recommendations(filter: $filter, orderBy: $orderBy, first: 100, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } } }`,
        { filter, orderBy, after },
      )
      const page = data?.['recommendations'] as {
        edges: { node: { id: string } }[]
        pageInfo: { hasNextPage: boolean; endCursor: string | null }
      }
      ids.push(...page.edges.map(({ node }) => node.id))
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
    } while (after !== null)
    const rows = await csvOf({ filter, columns: 'id', ...(orderBy === null ? {} : { orderBy }) })
    expect(rows.map(({ id }) => id)).toEqual(ids)
  })
})

describe('CSV', () => {
  const filter = { documents: ['crc-2011'] }
  test('has the columns that the documentation lists, or those chosen, and lines that end in CRLF', async () => {
    const whole = (await get(addressOf('recommendations.csv', { filter }))).body.toString()
    expect(whole.split('\r\n')[0]).toBe(COLUMN_NAMES.join(','))
    expect(whole.endsWith('\r\n')).toBe(true)
    const { body } = await get(addressOf('recommendations.csv', { filter, columns: 'paragraph,id', bom: 'true' }))
    expect(body.subarray(0, 17).toString()).toBe('\uFEFFparagraph,id\r\n')
  })
  test('keeps every sign, runs nothing, and comes back as it was', async () => {
    const row = (await csvOf({ filter })).find(({ id }) => id === ODD)
    expect(row?.['summary']).toBe(`'=HYPERLINK("https://example.org") ${KHMER}`)
    expect(unguard(row?.['paragraph'] ?? '')).toBe('=1+1')
    // UTF-8 has no half of a sign.
    expect(row?.['text']).toBe(ODD_TEXT.replace('\uD83D', '\uFFFD'))
    expect(splitCell(row?.['themes'] ?? '')).toEqual(['Rights; of, "children" | all'])
    expect(splitCell(row?.['sources'] ?? '')).toEqual(['one; two', 'a|b'])
  })
  test('tells facts from suggestions, and leaves out what was rejected', async () => {
    const row = (await csvOf({ filter })).find(({ id }) => id === ODD)
    expect([row?.['lead_body_ids'], row?.['suggested_lead_body_ids']]).toEqual(['body:mosvy', 'body:guess'])
    expect([row?.['theme_ids'], row?.['suggested_tag_ids']]).toEqual(['theme:odd', 'theme:guess'])
    expect([row?.['same_ask_ids'], row?.['suggested_same_ask_ids']]).toEqual(['', 'recommendation:crc-2011-41b'])
    expect(row?.['cites_ids']).toBe('recommendation:crc-2011-41b')
    expect([row?.['assessment_state'], row?.['assessment_state_on']]).toEqual(['IN_PROGRESS', '2024-05'])
    expect(JSON.stringify(row)).not.toContain('efused')
  })
  test('names its metadata, which cites query, count, date and version of the data', async () => {
    const { headers } = await get(addressOf('recommendations.csv', { filter }))
    expect(headers['content-disposition']).toBe(`attachment; filename="followthrough-recommendations-${TODAY}.csv"`)
    const [, address = ''] = /^<([^>]+)>; rel="describedby"/.exec(String(headers['link'])) ?? []
    const metadata = await jsonOf<Record<string, unknown>>(address)
    const rows = await csvOf({ filter })
    expect(metadata['schema:size']).toBe(rows.length)
    expect(metadata['dc:bibliographicCitation']).toMatch(
      new RegExp(
        `data version [0-9a-f]{12}: ${rows.length} recommendations, filter .*crc-2011.*retrieved ${TODAY}T12:00:00.000Z, http`,
      ),
    )
  })
})

describe('JSON and JSON-LD', () => {
  const filter = { documents: ['crc-2011'] }
  type Record_ = {
    id: string
    themes: { id: string }[]
    suggestedTags: { themes: { id: string; score: number }[] }
    responsibilities: unknown[]
    suggestedResponsibilities: unknown[]
    assessments: { evidence: unknown[] }[]
    suggestedSimilar: unknown[]
  }
  type Shape = {
    format: string
    recommendations: Record_[]
    themes: { id: string; nameKm: string | null }[]
    about: { count: number; changedMeanwhile: boolean; notes: string[]; incompleteDocuments: number }
  }
  test('a record has its facts and its suggestions, the file everything they touch and what it is', async () => {
    const file = await jsonOf<Shape>(addressOf('recommendations.json', { filter }))
    const odd = file.recommendations.find(({ id }) => id === ODD)
    expect(odd?.themes.map(({ id }) => id)).toEqual(['theme:odd'])
    expect(odd?.suggestedTags.themes).toEqual([expect.objectContaining({ id: 'theme:guess', score: 0.5 })])
    expect([odd?.responsibilities.length, odd?.suggestedResponsibilities.length]).toEqual([1, 1])
    expect(odd?.assessments[0]?.evidence).toHaveLength(1)
    expect(odd?.suggestedSimilar).toEqual([
      {
        id: 'recommendation:crc-2011-41b',
        kind: 'SAME_ASK',
        isLater: true,
        state: 'SUGGESTED',
        score: 0.9,
        method: 'test 1',
        evidence: null,
        inCommon: ['torture', 'train'],
        tentative: 'LATER',
        decidedOn: null,
        decidedBy: null,
      },
    ])
    expect(file.themes.find(({ id }) => id === 'theme:odd')?.nameKm).toBe(KHMER)
    expect(file.about).toMatchObject({
      count: file.recommendations.length,
      changedMeanwhile: false,
      incompleteDocuments: 1,
    })
  })
  test('expands without the network, every term to an address, themes to SKOS concepts', async () => {
    const document = await jsonOf<object>(addressOf('recommendations.jsonld', { filter }))
    const nodes = (await jsonld.expand(document, {
      documentLoader: (url) => Promise.reject(new Error(`Nothing is to be fetched, and ${url} was`)),
    })) as unknown as Record<string, unknown>[]
    const origin = `http://127.0.0.1:${port}`
    const at = (id: string): Record<string, unknown> | undefined =>
      nodes.find((node) => node['@id'] === `${origin}/r/${id}`)
    expect(at('theme:odd')).toMatchObject({
      '@type': expect.arrayContaining(['http://www.w3.org/2004/02/skos/core#Concept']) as unknown,
      'http://www.w3.org/2004/02/skos/core#prefLabel': expect.arrayContaining([
        { '@language': 'km', '@value': KHMER },
      ]) as unknown,
    })
    const odd = at(ODD)
    expect(odd?.['https://schema.org/about']).toEqual([{ '@id': `${origin}/r/theme:odd` }])
    expect(JSON.stringify(odd?.['urn:x-followthrough:term:suggestedAbout'])).toContain('theme:guess')
    expect(odd?.['urn:x-followthrough:term:suggestedLink']).toMatchObject([
      {
        'urn:x-followthrough:term:inCommon': [{ '@value': 'torture' }, { '@value': 'train' }],
        'urn:x-followthrough:term:tentative': [{ '@value': 'LATER' }],
      },
    ])
    expect(nodes.flatMap((node) => Object.keys(node)).filter((key) => !/^(@|https?:|urn:)/.test(key))).toEqual([])
    expect(nodes.filter((node) => JSON.stringify(node['@type'])?.includes('schema.org/Dataset'))).toHaveLength(1)
    const row = await jsonld.toRDF(document, { format: 'application/n-quads' })
    expect(String(row).split('\n').length).toBeGreaterThan(nodes.length)
  })
})

test.skipIf(PYTHON === '')('GraphML, GEXF and XLSX as networkx and openpyxl read them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-readers-'))
  const filter = { documents: ['crc-2011'] }
  for (const file of ['recommendations.xlsx', 'graph.graphml', 'graph.gexf'])
    await writeFile(join(folder, file), (await get(addressOf(file, { filter }))).body)
  const { stdout } = await promisify(execFile)(PYTHON, [join(import.meta.dirname, 'read_exports.py'), folder], {
    maxBuffer: 64_000_000,
  })
  await rm(folder, { recursive: true })
  type Graph = {
    nodes: Record<string, Record<string, unknown>>
    edges: [string, string, Record<string, unknown>][]
    about: Record<string, unknown>
  }
  type Sheet = { rows: unknown[][]; types: string[]; links: [string, string][]; formulas: number }
  const read = JSON.parse(stdout) as { graphml: Graph; gexf: Graph; sheets: Record<string, Sheet> }
  const rows = await csvOf({ filter })

  for (const graph of [read.graphml, read.gexf]) {
    const types = Object.values(graph.nodes).map((node) => node['type'])
    expect(types.filter((type) => type === 'Recommendation')).toHaveLength(rows.length)
    expect(types).not.toContain(undefined)
    // Typed: a year is a number, a truth value is one.
    expect(graph.nodes[ODD]).toMatchObject({ year: 2011, paragraph: '=1+1', type: 'Recommendation' })
    const ties = graph.edges.filter(([start]) => start === ODD)
    expect(ties.find(([, end]) => end === 'body:mosvy')?.[2]).toMatchObject({
      type: 'ADDRESSED_TO',
      role: 'LEAD',
      isSuggestion: false,
    })
    expect(ties.find(([, end]) => end === 'body:guess')?.[2]).toMatchObject({ isSuggestion: true, basis: 'MANDATE' })
    expect(ties.find(([, , data]) => data['type'] === 'SIMILAR_TO')?.[2]).toMatchObject({
      score: 0.9,
      isSuggestion: true,
      inCommon: 'torture|train',
      tentative: 'LATER',
    })
    expect(graph.edges.some(([start, end]) => start === 'evidence:odd' && end === 'assessment:odd')).toBe(true)
  }
  expect(Object.keys(read.graphml.nodes).sort()).toEqual(Object.keys(read.gexf.nodes).sort())
  expect(read.graphml.nodes[ODD]?.['text']).toBe(ODD_TEXT.replace('\u0007', '\uFFFD').replace('\uD83D', '\uFFFD'))
  expect(read.graphml.about).toMatchObject({
    count: rows.length,
    citation: expect.stringContaining('data version') as unknown,
  })

  const sheet = read.sheets['Recommendations']
  const [header = [], ...body] = sheet?.rows ?? []
  expect(header).toEqual(COLUMN_NAMES)
  const cell = (row: unknown[] | undefined, name: string): unknown => row?.[header.indexOf(name)]
  expect(body.map((row) => cell(row, 'id'))).toEqual(rows.map(({ id }) => id))
  const odd = body.find((row) => cell(row, 'id') === ODD)
  expect(cell(odd, 'summary')).toBe(`=HYPERLINK("https://example.org") ${KHMER}`)
  expect(Object.values(read.sheets).reduce((sum, { formulas }) => sum + formulas, 0)).toBe(0)
  expect(cell(body[0], 'year')).toBe(2011)
  expect(cell(body[0], 'is_outdated')).toBe(false)
  const { types = [], links = [] } = sheet ?? {}
  expect(types[header.indexOf('adopted_on')]).toBe('d')
  expect(links).toContainEqual(['B2', `http://127.0.0.1:${port}/r/${String(cell(body[0], 'id'))}`])
  // One sheet a noun, whatever they hold, and one that says what the file is.
  expect(Object.keys(read.sheets)).toEqual(
    expect.arrayContaining([
      'About',
      'Responsibilities',
      'Tags',
      'Documents',
      'Mechanisms',
      'Bodies',
      'Initiatives',
      'Themes',
    ]),
  )
  expect(read.sheets['Themes']?.rows.flat()).toContain(KHMER)
  expect(read.sheets['Links']?.rows.find(([id]) => id === ODD)).toEqual(
    expect.arrayContaining(['test 1', 'torture|train', 'LATER']),
  )
  expect(read.sheets['About']?.rows).toContainEqual(['recommendations', rows.length])
  expect(JSON.stringify(read.sheets['About']?.rows)).toMatch(/citation.*data version [0-9a-f]{12}/)
})

describe('what is refused', () => {
  test.each<[string, string, number, RegExp]>([
    ['a filter that is no JSON', addressOf('recommendations.csv', { filter: '{' }), 400, /filter: no JSON/],
    ['a filter that is no object', addressOf('recommendations.csv', { filter: '[]' }), 400, /filter: not an object/],
    [
      'an unknown field',
      addressOf('recommendations.json', { filter: { and: [{ colour: 'red' }] } }),
      400,
      /filter\.and\[0\].*colour/,
    ],
    ['a wrong value', addressOf('graph.gexf', { filter: { kinds: ['NICE'] } }), 400, /filter\.kinds\[0\].*NICE/],
    [
      'a date that does not exist',
      addressOf('recommendations.csv', { filter: { adoptedFrom: '2022-02-30' } }),
      400,
      /filter\.adoptedFrom/,
    ],
    [
      'an id of another type',
      addressOf('recommendations.csv', { filter: { themes: ['body:x'] } }),
      400,
      /filter\.themes.*theme:/,
    ],
    [
      'an order there is not',
      addressOf('recommendations.csv', { orderBy: { field: 'SIZE' } }),
      400,
      /orderBy\.field.*SIZE/,
    ],
    [
      'an unknown column',
      addressOf('recommendations.csv', { columns: 'id,colour' }),
      400,
      /no column "colour".*id, address/,
    ],
    ['a column twice', addressOf('recommendations.xlsx', { columns: 'id,id' }), 400, /"id" is named twice/],
    ['columns of a format without', addressOf('recommendations.json', { columns: 'id' }), 400, /json has no columns/],
    ['a mark that is neither', addressOf('recommendations.csv', { bom: 'yes' }), 400, /bom: "yes".*true or false/],
    [
      'an unknown parameter',
      addressOf('recommendations.csv', { limit: '5' }),
      400,
      /limit: there is no such parameter.*filter/,
    ],
    [
      'a filter nested deeper than any statement',
      addressOf('recommendations.csv', { filter: `${'{"and":['.repeat(600)}{}${']}'.repeat(600)}` }),
      400,
      /limit on .* allowed/,
    ],
    [
      'a field that the filter has not',
      addressOf('recommendations.csv', { filter: '{"stats": []}' }),
      400,
      /^filter: Field "stats" is not defined by type "RecommendationFilter"\.$/,
    ],
    ['a parameter twice', '/export/recommendations.csv?filter={}&filter={}', 400, /filter: given more than once/],
    ['a file there is not', '/export/recommendations.pdf', 404, /no export recommendations\.pdf.*recommendations\.csv/],
  ])('%s', async (_name, path, status, message) => {
    const reply = await get(path)
    expect(reply.body.toString()).toMatch(/^\{"error":/)
    expect((JSON.parse(reply.body.toString()) as { error: string }).error).toMatch(message)
    expect(reply.status).toBe(status)
    expect(reply.headers['content-disposition']).toBeUndefined()
  })
  test('another method than GET, and HEAD without a file', async () => {
    const posted = await get('/export/graph.gexf', {}, port, 'POST')
    expect([posted.status, posted.headers['allow']]).toEqual([405, 'GET, HEAD'])
    const head = await get('/export/recommendations.csv', {}, port, 'HEAD')
    expect([head.status, head.headers['content-type'], head.body.length]).toEqual([
      200,
      'text/csv; charset=utf-8; header=present',
      0,
    ])
  })
})

describe('a file under way', () => {
  const large = addressOf('recommendations.json', { filter: { states: [LARGE_STATE] } })
  const settled = async (): Promise<void> => {
    while ((await running()) > 0);
  }
  test('a client that leaves takes its statement with it', async () => {
    const response = await open(large)
    await new Promise((resolve) => response.once('data', resolve))
    response.pause()
    expect(await running()).toBe(1)
    response.destroy()
    await settled()
  })
  test('a client that stands still is let go of, its file not whole', async () => {
    const impatient = await serve({ stallMs: 200 })
    const response = await open(large, {}, impatient)
    await new Promise((resolve) => response.once('data', resolve))
    response.pause()
    await settled()
    const rest = async (): Promise<void> => {
      for await (const _chunk of response);
    }
    await expect(rest()).rejects.toThrow('aborted')
  })
  test('a failure midway breaks the connection, so that no half file looks whole', async () => {
    let taken = 0
    const failing = await serve({
      db: {
        ...db,
        stream: async function* (...given) {
          for await (const row of db.stream(...given)) {
            taken += 1
            if (taken > 500) throw Object.assign(new Error('gone'), { code: 'ServiceUnavailable' })
            yield row as never
          }
        },
      },
    })
    for (const file of ['recommendations.csv', 'recommendations.json', 'recommendations.xlsx', 'graph.graphml']) {
      taken = 0
      await expect(get(addressOf(file, { filter: { states: ['KHM'] } }), {}, failing)).rejects.toThrow('aborted')
    }
    await settled()
  })
  test('a database that does not answer is said before anything is sent', async () => {
    const down = await serve({
      db: {
        ...db,
        // eslint-disable-next-line require-yield -- it fails before its first row
        stream: async function* () {
          throw Object.assign(new Error('gone'), { code: 'ServiceUnavailable' })
        },
      },
    })
    const { status, headers, body } = await get('/export/recommendations.csv', {}, down)
    expect([status, headers['retry-after']]).toEqual([503, '5'])
    expect(body.toString()).toContain('The database is not answering')
  })
  test('more at a time than the server makes wait', async () => {
    const busy = await serve()
    const responses = []
    for (let index = 0; index < 4; index += 1) responses.push(await open(large, {}, busy))
    const { status, headers, body } = await get(large, {}, busy)
    expect([status, Number(headers['retry-after']) > 0]).toEqual([503, true])
    expect(body.toString()).toContain('4 exports are under way')
    for (const response of responses) response.destroy()
    await settled()
    expect(
      (await get(addressOf('recommendations.csv', { filter: { documents: ['crc-2011'] } }), {}, busy)).status,
    ).toBe(200)
  })
  test('a change of the graph meanwhile is said in the file', async () => {
    let hasChanged = false
    const changing = await serve({
      db: {
        ...db,
        stream: async function* (...given) {
          for await (const row of db.stream(...given)) {
            if (!hasChanged)
              await db.write((run) => run("MATCH (n:Theme {id: 'theme:refused'}) SET n.note = 'changed'"))
            hasChanged = true
            yield row as never
          }
        },
      },
    })
    const path = addressOf('recommendations.json', { filter: { documents: ['crc-2011'] } })
    const { body } = await get(path, {}, changing)
    const { about } = JSON.parse(body.toString()) as { about: Record<string, unknown> }
    expect(about).toMatchObject({ changedMeanwhile: true })
    expect(about['dataVersion']).not.toBe(about['dataVersionAtEnd'])
  })
})

describe('persistent addresses', () => {
  const person = { accept: 'text/html,application/xhtml+xml' }
  test.each<[string, Record<string, string>, string]>([
    ['/r/recommendation:crc-2011-41b', person, '/#/en/KHM/recommendations/crc-2011-41b'],
    [
      '/r/recommendation%3Acrc-2011-41b',
      { ...person, 'accept-language': 'km,en;q=0.5' },
      '/#/km/KHM/recommendations/crc-2011-41b',
    ],
    ['/r/body:mosvy?lang=km', { ...person, 'accept-language': 'en' }, '/#/km/KHM/government-bodies/mosvy'],
    ['/r/theme:minorities', { ...person, 'accept-language': 'fr' }, '/#/en/KHM/themes/minorities'],
    ['/r/assessment:odd', person, '/#/en/KHM/recommendations/odd'],
    ['/r/evidence:odd', person, '/#/en/KHM/recommendations/odd'],
    ['/r/measurement:ind-poverty-2011-1', person, '/#/en/KHM/indicators/ind-poverty-2011'],
    ['/r/state:KHM', {}, '/#/en/KHM/states/KHM'],
  ])('%s leads a person to the page', async (path, headers, location) => {
    const reply = await get(path, headers)
    expect([reply.status, reply.headers.location]).toEqual([303, location])
    expect(reply.headers['vary']).toContain('accept-language')
  })
  test('a program gets the data', async () => {
    const accept = { accept: 'application/json' }
    expect(await jsonOf(`/r/${ODD}`, accept)).toMatchObject({
      id: ODD,
      responsibilities: [{ body: { id: 'body:mosvy' } }],
    })
    expect(await jsonOf('/r/document:crc-2011', accept)).toMatchObject({
      id: 'document:crc-2011',
      type: 'ReviewDocument',
      mechanismId: 'mechanism:crc',
    })
    expect(await jsonOf('/r/event:none', accept)).toMatchObject({
      error: expect.stringContaining('event:none') as unknown,
    })
    const linked = await jsonOf<{ '@graph': { id: string }[] }>(`/r/${ODD}`, { accept: 'application/ld+json' })
    const expanded = await jsonld.expand(linked as never)
    expect(expanded.length).toBe(linked['@graph'].length)
    expect(await jsonOf('/r/theme:odd', { accept: 'application/ld+json' })).toMatchObject({
      type: ['Theme', 'skos:Concept'],
    })
  })
  test('an id that nothing has is said in words, in the language asked for', async () => {
    for (const id of ['recommendation:nothing', 'nonsense', 'body:..%2f', '%3Cscript%3E']) {
      const page = await get(`/r/${id}`, person)
      expect([page.status, page.headers['content-type']]).toEqual([404, 'text/html; charset=utf-8'])
      expect(page.body.toString()).toContain('<html lang="en">')
      expect(page.body.toString()).toContain('The graph holds nothing with the id')
      expect(page.body.toString()).toContain('href="/#/en/KHM"')
      expect(page.body.toString()).not.toContain('<script')
      const reply = await get(`/r/${id}`, { accept: '*/*' })
      expect([reply.status, reply.headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8'])
      expect(reply.body.toString()).toMatch(/^The graph holds nothing with the id/)
    }
    expect((await get('/r/theme:nothing?lang=km', person)).body.toString()).toContain('ក្រាហ្វគ្មាន')
    expect((await get('/r/theme:minorities?lang=xx', person)).status).toBe(400)
  })
})
