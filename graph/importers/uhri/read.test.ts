import { expect, test } from 'vitest'
import { workbookParts, zipOf, type Cell } from '../../test/office-files.ts'
import { csvCell } from '../recommendations/refused.ts'
import { correctedList, read, recogniseContent, seenIn, withFile } from '../../test/read-items.ts'
import { uhriRecords, writeUhriJson } from '../../test/uhri-generator.ts'

const RECORD = {
  AffectedPersons: ['Children', 'Women & girls'],
  AnnotationId: '11111111-2222-4333-8444-555555555555',
  AnnotationType: '- Recommendations',
  Body: '- CRC',
  Countries: ['Cambodia'],
  DocumentId: '99999999-2222-4333-8444-555555555555',
  PublicationDate: '2022-06-27T00:00:00',
  PublicationDateOnUhri: '2022-07-01T10:53:45.827',
  Regions: ['Asia-Pacific'],
  Sdgs: ['16.2 - Violence against children'],
  Symbol: 'CRC/C/KHM/CO/4-6',
  Text: 'Rural areas 49.The Committee asks for schools: (a) near homes; (b) with teachers.',
  Themes: ['Right to education', 'Children: definition; general principles; protection'],
  UprCycle: null,
  UprPositions: [],
  UprRecommendingCountry: [],
  UprRecommendingRegions: [],
  UprSession: [],
}
const UPR = {
  ...RECORD,
  Body: '- UPR',
  Symbol: 'A/HRC/26/16',
  Text: '<p>118.26 Open it&nbsp;(Norway) (Japan); Close it (Peru);</p>',
  UprPositions: ['Supported/Noted'],
  UprRecommendingCountry: ['Norway', 'Japan', 'Peru', 'Chile'],
  UprSession: ['18th Session'],
}
const json = (...records: object[]): string => JSON.stringify(records)

test('a paragraph of a treaty body keeps its parts and gives its heading, number, date and labels', async () => {
  const content = json(RECORD)
  expect(await recogniseContent(content)).toMatchObject({ format: 'uhri-json', encoding: 'utf-8' })
  const { recommendations, doubts } = await read(content)
  expect(doubts).toEqual([])
  expect(recommendations).toMatchObject([
    {
      place: { row: 1 },
      sourceId: RECORD.AnnotationId,
      state: 'KHM',
      mechanism: 'CRC',
      document: { symbol: 'CRC/C/KHM/CO/4-6', publishedOn: '2022-06-27', sourceId: RECORD.DocumentId, session: null },
      paragraph: '49',
      heading: 'Rural areas',
      text: 'The Committee asks for schools: (a) near homes; (b) with teachers.',
      kind: 'RECOMMENDATION',
      position: null,
      positionPrinted: null,
      themes: [{ id: 'theme:education' }, { id: 'theme:child-rights-general' }],
      affectedGroups: [{ id: 'group:children' }, { id: 'group:women' }],
      sdgs: [{ id: 'sdg-target:sdg-16-2' }],
    },
  ])
})

test('wordings of a UPR paragraph come apart under one id, each with its States', async () => {
  const { recommendations, doubts } = await read(json(UPR))
  expect(
    recommendations.map(({ part, text, recommendingStates }) => [
      part,
      text,
      recommendingStates.map(({ code }) => code),
    ]),
  ).toEqual([
    [1, 'Open it', ['NOR', 'JPN']],
    [2, 'Close it', ['PER']],
  ])
  expect(recommendations).toMatchObject([
    {
      paragraph: '118.26',
      document: { session: 18, cycle: 2 },
      position: 'PARTIAL',
      positionPrinted: 'Supported/Noted',
      sourceId: UPR.AnnotationId,
    },
    { sourceId: UPR.AnnotationId },
  ])
  expect(doubts).toEqual(['Chile is listed as recommending, and the text does not name it (1 row)'])
})

test('two positions are one, whichever stands first', async () => {
  for (const UprPositions of [['Supported', 'Noted'], ['Noted', '- Supported'], ['Supported/Noted']]) {
    const { recommendations, doubts } = await read(json({ ...UPR, UprPositions, UprRecommendingCountry: [] }))
    expect(recommendations.map(({ position }) => position)).toEqual(['PARTIAL', 'PARTIAL'])
    expect(doubts).toEqual([])
  }
})

test.each([
  ['the State from the symbol', { Countries: [] }, { state: 'KHM' }],
  ['the body from the symbol', { Body: '-' }, { mechanism: 'CRC' }],
  ['the protocol from the symbol', { Symbol: 'CRC/C/OPSC/KHM/CO/1' }, { mechanism: 'CRC-OPSC' }],
  ['a body by its name', { Body: 'Committee on Migrant Workers', Symbol: 'CMW/C/KHM/CO/1' }, { mechanism: 'CMW' }],
  ['a concern by its type', { AnnotationType: '- Concerns/Observations' }, { kind: 'CONCERN' }],
  [
    'a missing type by the words',
    { AnnotationType: null, Text: '5.The Committee notes the floods.' },
    { kind: 'CONCERN' },
  ],
  [
    'urgent measures with the paragraphs they name',
    { Text: '4.The Committee calls for urgent measures on: registers (para. 18); homes (paras. 23 and 27).' },
    { kind: 'URGENT', paragraph: '4', citedParagraphs: ['18', '23', '27'] },
  ],
])('reads %s', async (_, changes, expected) => {
  expect((await read(json({ ...RECORD, ...changes }))).recommendations).toMatchObject([expected])
})

test('several States give a record each; what names none is refused; what introduces is skipped', async () => {
  const { recommendations, refused, skipped } = await read(
    json(
      { ...RECORD, Countries: ['Peru', 'Kenya'] },
      { ...RECORD, Countries: [], Symbol: 'CRC/C/15/Add.128' },
      { ...RECORD, Body: '-', Symbol: 'A/HRC/42/60' },
      { ...RECORD, Text: ' ' },
      { ...UPR, Text: '118. The following recommendations enjoy the support of the State:' },
      { colour: 'red' },
    ),
    'uhri-json',
  )
  expect(recommendations.map(({ state }) => state)).toEqual(['PER', 'KEN'])
  expect(refused.map(({ place, column }) => [place.row, column])).toEqual([
    [2, 'Countries'],
    [3, 'Body'],
    [4, 'Text'],
    [6, null],
  ])
  expect(skipped).toEqual(['An introductory sentence, not a recommendation'])
  const given = await read(json({ ...RECORD, Countries: [], Symbol: 'CRC/C/15/Add.128' }), 'uhri-json', {
    state: 'KHM',
  })
  expect(given.recommendations).toMatchObject([{ state: 'KHM', document: { symbol: 'CRC/C/15/Add.128' } }])
})

const lines = (values: readonly string[]): string => values.map((value) => `- ${value}`).join('\n')
const row = (record: typeof RECORD): Cell[] => [
  record.Text,
  lines(record.Countries),
  record.Body,
  record.Symbol,
  lines(record.Themes),
  lines(record.AffectedPersons),
  lines(record.Sdgs),
  { serial: 44739 },
  lines(record.UprRecommendingCountry),
  lines(record.UprPositions),
  record.AnnotationType,
  record.AnnotationId,
  lines(record.UprSession),
  lines(record.Regions),
  lines(record.UprRecommendingRegions),
  { serial: 44743.4539 },
]
const columns = (recommending: string): string[] => [
  'Text',
  'Countries Concerned',
  `${recommending} Body`,
  'Document symbol',
  'Themes',
  'Affected Persons',
  'Sdgs',
  'Document Publication Date',
  `UPR ${recommending} States`,
  'UPR Position',
  'Type',
  'OHCHR Annotation Id',
  'UPR Session',
  'Regions Concerned',
  'Recommending Regions',
  'Date of publication on UHRI',
]

test('a row of our list of refused rows reads as it stood in the sheet, its guards taken off', async () => {
  const cells = row({ ...RECORD, Themes: ['Right to education'] }).map((cell) => (typeof cell === 'string' ? cell : ''))
  const lineOf = (values: readonly string[]): string => values.map(csvCell).join(',')
  const content = [
    ['refused_reason', ...columns('Recommending')],
    ['why', ...cells],
  ]
    .map(lineOf)
    .join('\r\n')
  expect(content).toContain("'- Cambodia")
  const { recommendations, refused } = await read(content)
  expect(refused).toEqual([])
  expect(recommendations).toMatchObject([
    { state: 'KHM', mechanism: 'CRC', themes: [{ printed: 'Right to education' }] },
  ])
})

test.each(['Reccomending', 'RECOMMENDING'])(
  'the sheet gives what the JSON gives, its header spelled %s',
  async (spelling) => {
    const records = [RECORD, UPR as unknown as typeof RECORD]
    const fromJson = await read(json(...records))
    for (const inline of [false, true]) {
      const content = zipOf(workbookParts([columns(spelling), ...records.map(row)], { inline }))
      expect(await recogniseContent(content)).toMatchObject({ format: 'uhri-xlsx', sheet: 'Data' })
      const fromSheet = await read(content)
      expect(fromSheet.recommendations).toEqual(
        fromJson.recommendations.map((one) => ({
          ...one,
          place: { file: 'file', sheet: 'Data', row: one.place.row + 1 },
          document: { ...one.document, sourceId: null },
        })),
      )
    }
  },
)

test('generated records are the same for the same seed, and read without loss', async () => {
  expect([...uhriRecords({ count: 3, seed: 7 })]).toEqual([...uhriRecords({ count: 3, seed: 7 })])
  await withFile('', async (path) => {
    await writeUhriJson(path, { count: 500, seed: 3 })
    const { recommendations, refused } = await seenIn(path, 'uhri-json')
    const rows = new Set([...recommendations.map(({ place }) => place.row), ...refused.map(({ place }) => place.row)])
    expect(rows.size).toBe(500)
    expect(refused.length).toBeLessThan(5)
  })
})

test('a review is known by its cycle where no session stands; a procedure named in full is taken, with a doubt', async () => {
  const review = { ...UPR, Symbol: '', UprSession: [], UprCycle: '3rd cycle' }
  const procedure = { ...RECORD, Body: '- Special Rapporteur on the right to education', Symbol: 'A/HRC/44/39' }
  const { recommendations, doubts } = await read(json(review, procedure))
  expect(recommendations[0]?.document).toMatchObject({ symbol: null, session: null, cycle: 3 })
  expect(recommendations.at(-1)?.mechanism).toBe('Special Rapporteur on the right to education')
  expect(doubts.filter((doubt) => doubt.includes('named in full'))).toHaveLength(1)
})

test('a refused record of JSON comes as a row of the sheet, and corrected reads as it would have', async () => {
  const { refused } = await read(json({ ...UPR, Countries: ['Atlantis'], Symbol: '' }))
  expect(refused).toMatchObject([{ column: 'Countries', value: 'Atlantis' }])
  const content = correctedList(refused, { 'Countries Concerned': 'Cambodia', 'Document Symbol': UPR.Symbol })
  expect((await recogniseContent(content)).format).toBe('uhri-xlsx')
  const { recommendations } = await read(content)
  expect(recommendations).toEqual(
    (await read(json(UPR))).recommendations.map((one) => ({ ...one, place: { ...one.place, row: 2 } })),
  )
})
