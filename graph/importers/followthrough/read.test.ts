import { expect, test } from 'vitest'
import { guard } from '../../text/formula-guard.ts'
import { joinCell } from '../../text/list-cell.ts'
import { workbookParts, zipOf } from '../../test/office-files.ts'
import { correctedList, read, recogniseContent } from '../../test/read-items.ts'

const VALUES: Readonly<Record<string, string>> = {
  id: 'recommendation:upr-2014-118-26',
  state_id: 'state:KHM',
  mechanism: 'UPR',
  mechanism_id: 'mechanism:upr',
  document_symbol: 'A/HRC/26/16',
  document_id: 'document:upr-2014',
  cycle: '2nd cycle (18th session)',
  adopted_on: '2014-01-31',
  paragraph: '118.26',
  kind: 'RECOMMENDATION',
  position: 'SUPPORTED',
  summary: '=Open it',
  text: "'-Open it | now",
  recommending_states: joinCell(['Norway', 'Côte d\u2019Ivoire']),
  recommending_state_ids: joinCell(['state:NOR', 'state:CIV']),
  themes: joinCell(['A | B', 'Health']),
  theme_ids: joinCell(['theme:education', 'theme:health']),
  sdg_goal_ids: 'sdg-goal:4',
  is_outdated: 'true',
  lead_body_ids: 'body:moeys',
  responsibilities: '[{"id":"body:moeys","role":"LEAD"}]',
}
const EXPECTED = {
  sourceId: VALUES['id'],
  state: 'KHM',
  mechanism: 'UPR',
  document: { symbol: 'A/HRC/26/16', session: 18, cycle: 2, adoptedOn: '2014-01-31', sourceId: 'document:upr-2014' },
  paragraph: '118.26',
  position: 'SUPPORTED',
  text: "'-Open it | now",
  recommendingStates: [
    { printed: 'Norway', code: 'NOR' },
    { printed: 'Côte d\u2019Ivoire', code: 'CIV' },
  ],
  themes: [
    { printed: 'A | B', id: 'theme:education' },
    { printed: 'Health', id: 'theme:health' },
  ],
  sdgs: [{ id: 'sdg-goal:4' }],
  more: { summary: '=Open it', outdated: true },
}
const JSON_RECORD = {
  id: VALUES['id'],
  state: { id: 'state:KHM', name: 'Cambodia' },
  mechanism: { id: 'mechanism:upr', code: 'UPR' },
  document: { id: 'document:upr-2014', symbol: 'A/HRC/26/16', cycle: VALUES['cycle'], adoptedOn: '2014-01-31' },
  paragraph: '118.26',
  kind: 'RECOMMENDATION',
  position: 'SUPPORTED',
  summary: '=Open it',
  text: "'-Open it | now",
  isOutdated: true,
  recommendingStates: [
    { id: 'state:NOR', name: 'Norway' },
    { id: 'state:CIV', name: 'Côte d\u2019Ivoire' },
  ],
  themes: [
    { id: 'theme:education', name: 'A | B' },
    { id: 'theme:health', name: 'Health' },
  ],
  sdgGoals: [{ id: 'sdg-goal:4', name: 'SDG 4' }],
  responsibilities: [{ body: { id: 'body:moeys', name: 'MoEYS' }, role: 'LEAD' }],
  imported: { part: null },
}
const json = (records: readonly object[]): string =>
  `{"format":"followthrough-recommendations","formatVersion":1,\n"recommendations":[\n${records.map((one) => JSON.stringify(one)).join(',\n')}\n],\n"themes":[\n{"id":"theme:health","name":"[}"}\n],\n"about":{"count":${records.length}}}\n`
const csvOf = (values: Readonly<Record<string, string>>): string =>
  [Object.keys(values), Object.values(values).map(guard)]
    .map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\r\n')

test('CSV, XLSX and JSON give the same record; the guard is undone, lists are split, relationships come whole', async () => {
  for (const [format, content] of [
    ['followthrough-csv', csvOf(VALUES)],
    [
      'followthrough-xlsx',
      zipOf(workbookParts([Object.keys(VALUES), Object.values(VALUES)], { sheet: 'Recommendations' })),
    ],
    ['followthrough-json', json([JSON_RECORD])],
  ] as const) {
    expect((await recogniseContent(content)).format).toBe(format)
    const { recommendations, refused, doubts } = await read(content)
    expect(refused).toEqual([])
    expect(recommendations).toMatchObject([EXPECTED])
    expect(doubts).toEqual([])
    expect(recommendations[0]?.relationships?.map(({ type, to, properties }) => [type, to, properties])).toEqual([
      ['RECOMMENDED_BY', 'state:NOR', {}],
      ['RECOMMENDED_BY', 'state:CIV', {}],
      ['ABOUT', 'theme:education', format === 'followthrough-json' ? {} : { basis: 'SOURCE' }],
      ['ABOUT', 'theme:health', format === 'followthrough-json' ? {} : { basis: 'SOURCE' }],
      ['ADVANCES', 'sdg-goal:4', format === 'followthrough-json' ? {} : { basis: 'SOURCE' }],
      ['ADDRESSED_TO', 'body:moeys', { role: 'LEAD' }],
    ])
  }
})

test('a value outside its vocabulary refuses its row with column and reason', async () => {
  for (const [column, value] of [
    ['state_id', 'state:ZZZ'],
    ['mechanism', ''],
    ['kind', 'WISH'],
    ['position', 'MAYBE'],
    ['adopted_on', 'soon'],
  ] as const)
    expect((await read(csvOf({ ...VALUES, [column]: value }))).refused).toMatchObject([
      { column, value, place: { row: 2 } },
    ])
})

test('responsibilities that a column no longer says whole are a doubt, not a silence', async () => {
  const { responsibilities: _left, ...chosen } = VALUES
  const withBodies = { ...chosen, lead_body_ids: 'body:moeys' }
  expect((await read(csvOf(withBodies))).doubts).toEqual([expect.stringMatching(/on what basis; it is left out/)])
  const broken = { ...VALUES, responsibilities: '[{"id": "body:mo', tags: 'none' }
  expect((await read(csvOf(broken))).doubts).toEqual([
    expect.stringMatching(/column tags does not hold the JSON.*columns of ids are taken/),
    expect.stringMatching(/column responsibilities does not hold the JSON.*left out/),
  ])
})

test('a row of another sheet that was damaged is refused with its place; the others stay', async () => {
  const parts = workbookParts([Object.keys(VALUES), Object.values(VALUES)], { sheet: 'Recommendations' })
  const { id = '' } = VALUES
  const rowsOfAssessments = [
    ['recommendation_id', 'assessment_id', 'voice', 'status', 'evidence'],
    [id, 'assessment:a', 'STATE', 'IMPLEMENTED', '[{"url": "https://a.example"'],
    [id, 'assessment:b', 'UN', 'IMPLEMENTED', ''],
  ]
  const { 'xl/worksheets/sheet1.xml': assessments = '' } = workbookParts(rowsOfAssessments, { inline: true })
  const content = zipOf({
    ...parts,
    'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace(
      '</sheets>',
      '<sheet name="Assessments" sheetId="9"/></sheets>',
    ),
    'xl/worksheets/sheet2.xml': assessments,
  })
  const { recommendations, refused } = await read(content)
  expect(recommendations).toHaveLength(1)
  expect(refused).toMatchObject([
    { column: 'evidence', place: { sheet: 'Assessments', row: 2 }, reason: expect.stringMatching(/Not the JSON/) },
  ])
})

test('JSON that is cut off behind its recommendations is refused', async () => {
  await expect(read(json([JSON_RECORD]).slice(0, -12))).rejects.toThrow(/the file ends before its last bracket/)
  expect((await read(json([]))).recommendations).toEqual([])
})

test('a refused record of JSON comes as a row of the table, and corrected reads as it would have', async () => {
  const wrong = { ...JSON_RECORD, kind: 'WISH', workingGroups: [{ id: 'working-group:education', name: 'Education' }] }
  const { refused } = await read(json([wrong]))
  expect(refused).toMatchObject([{ column: 'kind', value: 'WISH' }])
  const content = correctedList(refused, { kind: 'RECOMMENDATION' })
  expect((await recogniseContent(content)).format).toBe('followthrough-csv')
  const { recommendations, doubts } = await read(content)
  expect(doubts).toEqual([])
  expect(recommendations).toEqual(
    (await read(json([{ ...wrong, kind: 'RECOMMENDATION' }]))).recommendations.map((one) => ({
      ...one,
      place: { ...one.place, row: 2 },
    })),
  )
})

test('what the model does not allow is left out and told, property by property, or whole where a vocabulary is closed', async () => {
  const assessment = { id: 'assessment:a', voice: 'STATE', status: 'IMPLEMENTED', on: '2031-05' }
  const record = {
    ...JSON_RECORD,
    themes: [
      { id: 'theme:education', basis: 'SOURCE' },
      { id: 'theme:health', basis: 'GUESS' },
    ],
    responsibilities: [{ body: { id: 'body:moeys' }, role: 'LEAD', state: 'MAYBE' }],
    assessments: [
      { ...assessment, on: 'in spring' },
      { ...assessment, id: 'assessment:b', status: 'DONE', evidence: [{ id: 'evidence:b', stance: 'SUPPORTS' }] },
    ],
    similar: [{ id: 'recommendation:x', kind: 'SAME_ASK', state: 'CONFIRMED', score: 'high' }],
  }
  const { recommendations, afterwards, doubts } = await read(json([record]))
  expect(recommendations[0]?.relationships?.map(({ type, to }) => `${type} ${to}`)).toEqual([
    'RECOMMENDED_BY state:NOR',
    'RECOMMENDED_BY state:CIV',
    'ABOUT theme:education',
    'ADVANCES sdg-goal:4',
  ])
  expect(afterwards.flatMap(({ things }) => things.map(({ id, properties }) => [id, properties]))).toEqual([
    ['assessment:a', { voice: 'STATE', status: 'IMPLEMENTED' }],
  ])
  expect(afterwards.flatMap(({ links }) => links.map(({ to, properties }) => [to, properties]))).toEqual([
    ['recommendation:x', { kind: 'SAME_ASK', state: 'CONFIRMED' }],
  ])
  expect(doubts).toEqual([
    expect.stringMatching(/^ABOUT: basis is “GUESS”. Expected one of SOURCE, .*; the whole of it is left out/),
    expect.stringMatching(/^ADDRESSED_TO: state is “MAYBE”/),
    expect.stringMatching(/^Assessment: on is “in spring”. Expected a date as 2022.*; it is left out/),
    expect.stringMatching(/^Assessment: status is “DONE”/),
    expect.stringMatching(/^SIMILAR_TO: score is “high”. Expected a number/),
  ])
})
