import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { searchProperties, wordsOf, stemOf } from '../../graph/text/index.ts'
import { parseSearchText } from '../src/modules/search/query.ts'
import { rowsOf } from './built-in.ts'
import { loadCambodia, openTestDb, openTestServer, type Answer } from './harness.ts'
import { nastyTexts } from './nasty-texts.ts'

let db: Db
let ask: (query: string, variables?: Record<string, unknown>) => Promise<Answer>
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  ask = (await openTestServer(db)).ask
})
afterAll(() => db.close())

type Found = {
  totalCount: number
  isCorrected: boolean
  correctedTo: string | null
  understoodAs: string
  notices: { code: string; part: string | null; message: string }[]
  countsByType: { type: string; count: number }[]
  edges: {
    cursor: string
    type: string
    score: number
    node: { id: string }
    highlights: { field: string; parts: { text: string; isMatch: boolean }[] }[]
  }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}
const SEARCH = `query ($text: String!, $types: [SearchableType!], $state: ID, $first: Int = 100, $after: String, $asYouType: Boolean) {
  search(text: $text, types: $types, state: $state, first: $first, after: $after, asYouType: $asYouType) {
    totalCount isCorrected correctedTo understoodAs notices { code part message } countsByType { type count }
    edges { cursor type score node { id } highlights { field parts { text isMatch } } } pageInfo { hasNextPage endCursor } } }`

async function search(text: string, variables: Record<string, unknown> = {}): Promise<Found> {
  const { data, errors, statements } = await ask(SEARCH, { text, ...variables })
  expect(errors).toEqual([])
  expect(statements).toBe(1)
  return data?.['search'] as Found
}
const idsOf = ({ edges }: Found): string[] => edges.map(({ node }) => node.id)

/** Ids of the recommendations that a filter describes, up to a hundred, and how many there are. */
async function recommendations(filter: object): Promise<{ ids: string[]; totalCount: number }> {
  const { data, errors } = await ask(
    'query ($filter: RecommendationFilter) { recommendations(filter: $filter, first: 100) { totalCount edges { node { id } } } }',
    { filter },
  )
  expect(errors).toEqual([])
  const found = data?.['recommendations'] as { totalCount: number; edges: { node: { id: string } }[] }
  return { ids: found.edges.map(({ node }) => node.id), totalCount: found.totalCount }
}

/** What the built-in rows say, read apart from the index: ids of recommendations whose words satisfy a condition. */
const themes = new Map(rowsOf('themes').map(({ id = '', name = '' }) => [id, name]))
const documents = new Map(rowsOf('documents').map((row) => [row['id'] ?? '', row]))
const rows = rowsOf('recommendations').map((row) => {
  const words = wordsOf(row['summary'] ?? '')
  const themeWords = (row['themes'] ?? '').split(';').flatMap((id) => wordsOf(themes.get(id) ?? ''))
  return {
    id: `recommendation:${row['id'] ?? ''}`,
    paragraph: row['paragraph'] ?? '',
    symbol: documents.get(row['document'] ?? '')?.['symbol'] ?? '',
    words,
    themeWords,
    stems: new Set([...words, ...themeWords].map(stemOf)),
  }
})
type Row = (typeof rows)[number]
const rowIds = (condition: (row: Row) => boolean): string[] =>
  rows
    .filter(condition)
    .map(({ id }) => id)
    .sort()
const has = (row: Row, word: string): boolean => row.stems.has(stemOf(word))

describe('what matches is what the rows say', () => {
  test.each<[string, (row: Row) => boolean]>([
    ['trafficking', (row) => has(row, 'trafficking')],
    ['TRAFFICKED', (row) => has(row, 'trafficking')],
    ['trafficking children', (row) => has(row, 'trafficking') && has(row, 'children')],
    ['trafficking OR nutrition', (row) => has(row, 'trafficking') || has(row, 'nutrition')],
    ['trafficking NOT children', (row) => has(row, 'trafficking') && !has(row, 'children')],
    [
      'NOT (children OR child OR education)',
      (row) => !['children', 'child', 'education'].some((word) => has(row, word)),
    ],
    [
      '(trafficking OR nutrition) AND NOT (law OR children)',
      (row) => (has(row, 'trafficking') || has(row, 'nutrition')) && !has(row, 'law') && !has(row, 'children'),
    ],
    ['trafficking OR NOT children', (row) => has(row, 'trafficking') || !has(row, 'children')],
    [
      '"birth registration"',
      ({ words, themeWords }) => ` ${words.join(' ')}  ${themeWords.join(' ')} `.includes(' birth registration '),
    ],
    ['text:"birth registration"', ({ words }) => ` ${words.join(' ')} `.includes(' birth registration ')],
    ['text:registr*', ({ words }) => words.some((word) => word.startsWith('registr'))],
    [
      'text:discriminat* text:schools',
      ({ words }) =>
        words.some((word) => word.startsWith('discriminat')) && words.some((word) => stemOf(word) === 'school'),
    ],
    [
      'summary:violence NOT theme:violence',
      ({ words, themeWords }) =>
        words.some((word) => stemOf(word) === 'violenc') && !themeWords.some((word) => stemOf(word) === 'violenc'),
    ],
    [
      'theme:(education OR health)',
      ({ themeWords }) => themeWords.some((word) => ['educ', 'health'].includes(stemOf(word))),
    ],
    ['symbol:CRC/C', ({ symbol }) => symbol.startsWith('CRC/C')],
    ['paragraph:118', ({ paragraph }) => /^118(?!\d)/.test(paragraph)],
    [
      'A/HRC/41/17 paras 110.4 to 9',
      ({ symbol, paragraph }) => symbol === 'A/HRC/41/17' && /^110\.4(?!\d)/.test(paragraph),
    ],
  ])('%s', async (text, condition) => {
    const expected = rowIds(condition)
    const { ids, totalCount } = await recommendations({ text })
    expect(totalCount).toBe(expected.length)
    if (expected.length <= 100) expect([...ids].sort()).toEqual(expected)
    else for (const id of ids) expect(expected).toContain(id)
    const found = await search(text, { types: ['RECOMMENDATION'], first: 1 })
    expect(found.totalCount).toBe(expected.length)
    expect(found.countsByType.find(({ type }) => type === 'RECOMMENDATION')?.count ?? 0).toBe(expected.length)
  })
})

describe('what stands first', () => {
  test.each([
    ['MoSVY', 'body:mosvy'],
    ['corporal punishment', 'theme:corporal-punishment'],
    ['CRC/C/KHM/CO/4-6', 'document:crc-2022'],
    ['crc/c/khm/co/4-6', 'document:crc-2022'],
    ['CRC/C/KHM/CO/2-3 para 41(b)', 'recommendation:crc-2011-41b'],
    ['CRC/C/KHM/CO/2-3 ¶41 (b)', 'recommendation:crc-2011-41b'],
    ['para. 41(b) of CRC/C/KHM/CO/2-3', 'recommendation:crc-2011-41b'],
    ['CRC/C/KHM/CO/2-3 កថាខណ្ឌ ៤១(b)', 'recommendation:crc-2011-41b'],
    ['CRC 2011 paragraph 41(b)', 'recommendation:crc-2011-41b'],
    ['corporel punishmnt', 'theme:corporal-punishment'],
    ['កម្ពុជា', 'state:KHM'],
  ])('%s leads to %s', async (text, id) => {
    expect(idsOf(await search(text, { first: 3 }))[0]).toBe(id)
  })

  test('a range of paragraphs gives these paragraphs, and no others', async () => {
    const { ids } = await recommendations({ text: 'CRC/C/KHM/CO/2-3 paras 41 to 43' })
    const expected = rowIds(({ symbol, paragraph }) => symbol === 'CRC/C/KHM/CO/2-3' && /^4[123](?!\d)/.test(paragraph))
    expect(expected.length).toBeGreaterThan(2)
    expect([...ids].sort()).toEqual(expected)
  })

  test('a name that holds all the words comes before texts that do', async () => {
    const { edges } = await search('education')
    const types = edges.map(({ type }) => type)
    expect(types.indexOf('RECOMMENDATION')).toBeGreaterThan(types.indexOf('THEME'))
    expect(types.indexOf('RECOMMENDATION')).toBeGreaterThan(types.indexOf('GOVERNMENT_BODY'))
  })

  test('the last word may be the beginning of one, while typing alone', async () => {
    const typing = idsOf(await search('corporal punis', { asYouType: true }))
    expect(typing[0]).toBe('theme:corporal-punishment')
    expect((await search('registra', { asYouType: true })).isCorrected).toBe(false)
    expect((await search('registra')).isCorrected).toBe(true)
  })
})

describe('Khmer', () => {
  test('a word is found inside a longer name, and lit there', async () => {
    const found = await search('កុមារ')
    expect(idsOf(found)).toContain('mechanism:crc')
    const name = found.edges
      .find(({ node }) => node.id === 'mechanism:crc')
      ?.highlights.find(({ field }) => field === 'nameKm')
    expect(name?.parts.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toContain('កុមារ')
  })
  test('words of both languages are both asked for', async () => {
    const both = idsOf(await search('កុមារ CRC'))
    expect(both).toContain('mechanism:crc')
    expect(both.length).toBeLessThan(idsOf(await search('កុមារ')).length)
  })
})

describe('typing errors', () => {
  test('are forgiven where nothing matches, and the answer says what was found instead', async () => {
    const found = await search('corporel punishmants')
    expect(found).toMatchObject({ isCorrected: true, correctedTo: 'corporal punishment' })
    expect(found.totalCount).toBe((await search('corporal punishment')).totalCount)
    const lit = found.edges[0]?.highlights[0]?.parts
      .filter(({ isMatch }) => isMatch)
      .map(({ text }) => text.toLowerCase())
    expect(lit).toEqual(['corporal', 'punishment'])
  })
  test('are not looked for where something matches, nor in symbols', async () => {
    expect(await search('corporal punishment')).toMatchObject({ isCorrected: false, correctedTo: null })
    expect(await search('CRC/C/KHM/CO/44-66')).toMatchObject({ isCorrected: false, totalCount: 0 })
    expect(await search('zzzqqqxxx')).toMatchObject({ isCorrected: false, correctedTo: null, totalCount: 0 })
  })
  test('are forgiven in a list of recommendations too, which says so', async () => {
    const { data } = await ask(
      '{ recommendations(filter: {text: "traficking", and: [{text: "foo:childern"}]}, first: 1) { totalCount textSearch { isCorrected correctedTo understoodAs notices { code part } } } plain: recommendations(first: 1) { textSearch { isCorrected } } }',
    )
    expect(data).toMatchObject({ plain: { textSearch: null } })
    const { textSearch } = data?.['recommendations'] as { textSearch: Record<string, unknown> }
    expect(textSearch['understoodAs']).toBe('(traficking) AND (foo childern)')
    expect(textSearch['notices']).toEqual([{ code: 'UNKNOWN_FIELD', part: 'foo' }])
  })
})

test('what was not asked is said', async () => {
  const { notices, totalCount } = await search(`education ${'health '.repeat(60)}`)
  expect(notices.map(({ code }) => code)).toEqual(['WORDS_CUT'])
  expect(notices[0]?.message).toContain('40 words')
  expect(totalCount).toBeGreaterThan(0)
  expect((await search('NOT')).notices.map(({ code }) => code)).toEqual(['OPERATOR_IGNORED', 'NOTHING_ASKED'])
  expect((await search('NOT')).totalCount).toBe(0)
})

test('every sentence is read the same by search, lists, facets and nested filters', async () => {
  for (const text of [
    'trafficking',
    '"birth registration"',
    'educat* NOT girls',
    'traficking',
    'CRC/C/KHM/CO/2-3 para 41',
  ]) {
    const { totalCount } = await search(text, { types: ['RECOMMENDATION'], first: 1 })
    expect(totalCount).toBeGreaterThan(0)
    for (const filter of [{ text }, { and: [{ text }] }, { or: [{ text }] }, { not: { not: { text } } }])
      expect((await recommendations(filter)).totalCount).toBe(totalCount)
    const all = (await recommendations({})).totalCount
    expect((await recommendations({ not: { text } })).totalCount).toBe(all - totalCount)
    const { data } = await ask(
      'query ($text: String!) { recommendations(filter: {text: $text}, first: 1) { facets(by: [KIND]) { values { count } } } matrix(rows: KIND, columns: YEAR, filter: {text: $text}) { totalCount } }',
      { text },
    )
    const { recommendations: list, matrix } = data as {
      recommendations: { facets: { values: { count: number }[] }[] }
      matrix: { totalCount: number }
    }
    expect(list.facets[0]?.values.reduce((sum, { count }) => sum + count, 0)).toBe(totalCount)
    expect(matrix.totalCount).toBe(totalCount)
  }
})

test('two texts that both must match are one question to the index, whichever way they are given', async () => {
  const { ids } = await recommendations({ text: 'trafficking', and: [{ text: 'children' }] })
  expect(ids).toEqual((await recommendations({ and: [{ text: 'trafficking' }, { and: [{ text: 'children' }] }] })).ids)
  expect([...ids].sort()).toEqual(rowIds((row) => has(row, 'trafficking') && has(row, 'children')))
  const { totalCount } = await recommendations({ text: 'trafficking', or: [{ text: 'children' }, { text: 'law' }] })
  expect(totalCount).toBe(rowIds((row) => has(row, 'trafficking') && (has(row, 'children') || has(row, 'law'))).length)
})

test('pages of any size follow each other without a gap or a repeat, beyond what the index gives at first', async () => {
  const whole: string[] = []
  for (let after: string | null = null, more = true; more;) {
    const found = await search('children OR education OR law', { first: 37, after })
    whole.push(...idsOf(found))
    after = found.pageInfo.endCursor
    more = found.pageInfo.hasNextPage
    if (!more) expect(found.totalCount).toBe(whole.length)
  }
  expect(whole.length).toBeGreaterThan(300)
  expect(new Set(whole).size).toBe(whole.length)
  const again = await search('children OR education OR law', { first: 100 })
  expect(idsOf(again)).toEqual(whole.slice(0, 100))
})

test('a rare type is not lost among hits of another, and the State is the same for all', async () => {
  // 300 recommendations of another State, more than the index gives at first, all better than what is looked for.
  await db.write(async (run) => {
    await run('UNWIND $rows AS row CREATE (n:Recommendation {id: row.id, stateId: "state:THA"}) SET n += row.found', {
      rows: Array.from({ length: 300 }, (_, index) => ({
        id: `recommendation:rare-${index}`,
        found: searchProperties('Recommendation', { summary: 'quorumless' }),
      })),
    })
    await run('CREATE (n:Event {id: "event:rare", title: "A long title"}) SET n += $found', {
      found: searchProperties('Event', {
        chair: `A very long line of words before the word quorumless ${'and on '.repeat(50)}`,
      }),
    })
  })
  try {
    const found = await search('quorumless', { types: ['EVENT'] })
    expect(idsOf(found)).toEqual(['event:rare'])
    expect(found.totalCount).toBe(1)
    expect(found.countsByType).toEqual([
      { type: 'RECOMMENDATION', count: 300 },
      { type: 'EVENT', count: 1 },
    ])
    expect(idsOf(await search('quorumless', { state: 'KHM' }))).toEqual(['event:rare'])
    expect((await search('quorumless', { state: 'THA' })).totalCount).toBe(301)
    expect((await recommendations({ text: 'quorumless', states: ['KHM'] })).totalCount).toBe(0)
  } finally {
    await db.write((run) =>
      run('MATCH (n) WHERE n.id STARTS WITH "recommendation:rare" OR n.id = "event:rare" DETACH DELETE n'),
    )
  }
})

test('the worst first is the best first turned round', async () => {
  const order = async (direction: string): Promise<string[]> => {
    const { data } = await ask(
      `{ recommendations(filter: {text: "trafficking"}, orderBy: {field: RELEVANCE, direction: ${direction}}, first: 100) { edges { node { id } } } }`,
    )
    return (data?.['recommendations'] as { edges: { node: { id: string } }[] }).edges.map(({ node }) => node.id)
  }
  expect(await order('ASC')).toEqual([...(await order('DESC'))].reverse())
})

test('Neo4j takes every question that 2,000 nasty texts become', async () => {
  const parsed = nastyTexts(2_000).map((text, index) => parseSearchText(text, { asYouType: index % 2 === 0 }))
  const asked = parsed.flatMap(({ lucene }) => (lucene === null ? [] : [lucene]))
  // Typing errors are slow to look for, and come from the same rules: fewer of them, the longest among them.
  const forgiving = parsed.flatMap((one) => (one.forgiving === null ? [] : [one.forgiving]))
  const some = forgiving.sort((a, b) => b.length - a.length).filter((_one, index) => index % 40 === 0)
  expect(asked.length).toBeGreaterThan(1_500)
  const queries = [...asked, ...some]
  const [row] = await db.read<{ asked: number }>(
    `UNWIND $queries AS query CALL (query) { CALL db.index.fulltext.queryNodes('search', query, {limit: 1}) YIELD node RETURN count(*) AS found }
RETURN count(*) AS asked`,
    { queries },
  )
  expect(row?.asked).toBe(queries.length)
})

test('any text is safe everywhere a text may stand', async () => {
  const texts = ['', 'NOT', '"', '(((', 'a AND', '\\', '~', 'x'.repeat(10_000), '(a '.repeat(3_000)]
  const others = ["'; MATCH (n) DETACH DELETE n //", '$p0', '\u0000', '\uD800', 'ក្', '👩‍👧', '\u202Eحقوق', '*:*', 'a*b?c']
  for (const text of [...texts, ...others]) {
    const { errors } = await ask(
      'query ($text: String!) { search(text: $text) { totalCount correctedTo notices { code } edges { highlights { field } } } recommendations(filter: {text: $text, or: [{text: $text}, {not: {text: $text}}]}, first: 1) { totalCount textSearch { correctedTo } } matrix(rows: KIND, columns: YEAR, filter: {text: $text}) { totalCount } }',
      { text },
    )
    expect(errors, text.slice(0, 40)).toEqual([])
  }
})
