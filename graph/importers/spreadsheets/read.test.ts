import { describe, expect, test } from 'vitest'
import { sheetsParts, workbookParts, zipOf } from '../../test/office-files.ts'
import { read, recogniseContent, withFile } from '../../test/read-items.ts'
import { tableSheets } from '../files/tables.ts'
import { recognise } from '../recognise.ts'
import { guessMapping } from './guess-mapping.ts'
import { valuesOf } from './map.ts'
import { sampleOf } from './sample.ts'

const HEADER = [
  'Ref.',
  'Recommendation',
  'Country',
  'Body',
  'UN symbol',
  'Para',
  'Response',
  'Made by',
  'Topic',
  'Remarks',
]
const ROWS = [
  [
    'a1',
    'Open a school in every village along the river this year',
    'Cambodia',
    'UPR',
    'A/HRC/26/16',
    '118.26',
    'Accepted',
    'Norway; Japan',
    'Right to education',
    'urgent',
  ],
  [
    'a2',
    'Pay the teachers of remote schools as those in the capital',
    'KHM',
    'CRC',
    'CRC/C/KHM/CO/4-6',
    '49',
    '',
    '',
    'Right to health',
    '',
  ],
]
const csv = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, ...rows]
    .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\n')

describe('guessing a mapping', () => {
  test('names and values together make a sure guess, values alone an unsure one', () => {
    const { mapping, guesses, unused, missing } = guessMapping(HEADER, ROWS)
    expect(mapping).toEqual({
      text: 'Recommendation',
      state: 'Country',
      mechanism: 'Body',
      symbol: 'UN symbol',
      paragraph: 'Para',
      position: 'Response',
      themes: 'Topic',
    })
    expect(missing).toEqual([])
    expect(unused).toEqual(['Ref.', 'Made by', 'Remarks'])
    const confidence = Object.fromEntries(guesses.map((guess) => [guess.field, guess.confidence]))
    expect(confidence['text']).toBeGreaterThan(0.9)
    expect(confidence['themes']).toBeLessThan(0.5)
    expect(guesses.find(({ field }) => field === 'themes')?.reasons).toEqual([
      '100 % of the values are themes we know.',
    ])
  })

  test('a name whose values speak against it loses to a column whose values speak for it', () => {
    const { mapping } = guessMapping(
      ['Text', 'Wording of it'],
      [
        ['12', ROWS[0]?.[1] ?? ''],
        ['13', ROWS[1]?.[1] ?? ''],
      ],
    )
    expect(mapping['text']).toBe('Wording of it')
    const guessed = guessMapping(
      ['State', 'Land'],
      [
        ['done', 'Peru'],
        ['open', 'Kenya'],
      ],
    )
    expect(guessed.mapping['state']).toBe('Land')
    expect(guessed.guesses.find(({ field }) => field === 'state')?.reasons).toEqual([
      '100 % of the values name a State.',
    ])
  })

  test('what no column holds is said', () => {
    expect(guessMapping(['Name', 'Town'], [['Sok', 'Kampot']]).missing).toEqual(['text', 'mechanism'])
  })
})

test('a spreadsheet of unknown headers is read through the guess, each unsure column a doubt', async () => {
  const content = csv(HEADER, ROWS)
  expect((await recogniseContent(content)).format).toBe('csv')
  const { recommendations, doubts } = await read(content)
  expect(recommendations).toMatchObject([
    {
      state: 'KHM',
      mechanism: 'UPR',
      document: { symbol: 'A/HRC/26/16' },
      paragraph: '118.26',
      position: 'SUPPORTED',
      themes: [{ id: 'theme:education' }],
    },
    { state: 'KHM', mechanism: 'CRC', document: { symbol: 'CRC/C/KHM/CO/4-6' }, paragraph: '49', position: null },
  ])
  expect(doubts).toContain(
    'The column “Topic” is read as themes, which is a guess (45 %). Give a mapping if it is wrong.',
  )
  expect(doubts).toContain(
    'No field takes the columns Ref., Made by, Remarks; what stands there is left out. Give a mapping if it is meant.',
  )
})

test('a mapping given by the user decides, in a workbook too, and is refused where it names no column', async () => {
  const mapping = {
    text: 'Recommendation',
    mechanism: 'Body',
    state: 'Country',
    recommendingStates: 'Made by',
    sourceId: 'Ref.',
  }
  const content = zipOf(workbookParts([['Our list, 2025'], HEADER, ...ROWS]))
  expect(await recogniseContent(content)).toMatchObject({ format: 'xlsx', sheet: 'Data' })
  const { recommendations, skipped } = await read(content, 'xlsx', { mapping })
  expect(skipped).toEqual(['A title above the column names'])
  expect(recommendations).toMatchObject([
    {
      place: { sheet: 'Data', row: 3 },
      sourceId: 'a1',
      paragraph: null,
      recommendingStates: [{ code: 'NOR' }, { code: 'JPN' }],
    },
    { sourceId: 'a2', recommendingStates: [] },
  ])
  await expect(read(content, 'xlsx', { mapping: { text: 'Words' } })).rejects.toThrow(/no column “Words” for text/)
  await expect(read(content, 'xlsx', { mapping: { colour: 'Ref.' } })).rejects.toThrow(/a mapping for “colour”/)
  await expect(read(content, 'xlsx', { mapping: { state: 'Country' } })).rejects.toThrow(/a mapping without text/)
})

test('responsible bodies are known by the names of the State’s profile; others are a doubt', async () => {
  const content = csv(
    ['Recommendation', 'Body', 'Country', 'Responsible ministry'],
    [
      ['Open a school in every village along the river', 'CRC', 'Cambodia', 'MoEYS; Ministry of Interior'],
      ['Pay the teachers of remote schools in time', 'CRC', 'Cambodia', 'Ministry of Dreams, Hopes'],
      ['Mend every roof of a school in the hills', 'CRC', 'Slovenia', 'MoEYS'],
    ],
  )
  const mapping = { text: 'Recommendation', mechanism: 'Body', state: 'Country', bodies: 'Responsible ministry' }
  const { recommendations, doubts } = await read(content, 'csv', { mapping })
  expect(recommendations.map(({ bodies }) => bodies.map(({ id }) => id))).toEqual([
    ['body:moeys', 'body:moi'],
    [null],
    [null],
  ])
  expect(doubts).toEqual([
    expect.stringMatching(/“Ministry of Dreams, Hopes” is no body of the government known here/),
    expect.stringMatching(/“MoEYS” is no body of the government known here/),
  ])
})

describe('a workbook of several sheets', () => {
  const OTHER = ['Recommendation text', 'State', 'Committee', 'Symbol', 'Paragraph']
  const ASK = 'Let every child be heard in court'
  const content = zipOf(
    sheetsParts({
      Notes: Array.from({ length: 40 }, (_, at) => [`Note ${at + 1} on how this list was made`]),
      Data: [HEADER, ...ROWS],
      CRC: [['Of the Committee'], OTHER, [ASK, 'Slovenia', 'CRC', 'CRC/C/SVN/CO/9', '12']],
      Empty: [],
    }),
  )

  test('says which are not read; notes, however long, and an empty one are none', async () => {
    expect(await recogniseContent(content)).toMatchObject({ format: 'xlsx', sheet: 'Data' })
    const { recommendations, doubts } = await read(content, 'xlsx')
    expect(recommendations).toHaveLength(2)
    expect(doubts.filter((doubt) => doubt.includes('sheets'))).toEqual([
      "Of the workbook's sheets “Data” is read, not “CRC”. To import it too, choose that sheet: on the page, or with --sheet.",
    ])
    const found = await withFile(content, (path) => tableSheets(path, { fileName: 'file', state: null, mapping: null }))
    expect(found).toEqual(['Data', 'CRC'])
  })

  test('the sheet that is chosen is recognised, sampled and read by its own columns, and says nothing of the others', async () => {
    await withFile(content, async (path) => {
      const options = { fileName: 'file', state: null, mapping: null, sheet: 'CRC' }
      expect(await recognise(path, 'file', { sheet: 'CRC' })).toMatchObject({ format: 'xlsx', sheet: 'CRC' })
      expect((await sampleOf(path, options)).header).toEqual(OTHER)
    })
    const { recommendations, doubts } = await read(content, 'xlsx', { sheet: 'CRC' })
    expect(recommendations).toMatchObject([
      { place: { sheet: 'CRC', row: 3 }, state: 'SVN', text: ASK, document: { symbol: 'CRC/C/SVN/CO/9' } },
    ])
    expect(doubts.filter((doubt) => doubt.includes('sheets'))).toEqual([])
  })

  test('a sheet that is not there, or has no table, is refused by name', async () => {
    await expect(read(content, 'xlsx', { sheet: 'CEDAW' })).rejects.toThrow(
      'file: no sheet “CEDAW”. Expected one of its sheets: Notes, Data, CRC, Empty.',
    )
    await expect(read(content, 'xlsx', { sheet: 'Notes' })).rejects.toThrow(
      /^file, sheet Notes: no row with two values or more\. Expected a row of column names/,
    )
    const asked = withFile('a,b\n', (path) =>
      tableSheets(path, { fileName: 'a.csv', state: null, mapping: null, sheet: 'Data' }),
    )
    await expect(asked).rejects.toThrow(/^a\.csv, sheet “Data”: a file that is no workbook/)
  })
})

test('what stands in a cell merged over several rows counts for each of them, and that is said once a column', async () => {
  const [head, , ...rest] = ROWS[0] ?? []
  const rows = ['Open a school', 'Pay the teachers', 'Mend the roof', 'Count the pupils'].map((start, at) => [
    `${head ?? ''}${at}`,
    `${start} of every village along the river this year`,
    ...(at === 0 || at === 3 ? rest : ['', '', '', `118.2${at}`, ...rest.slice(4)]),
  ])
  // Under a title over all columns; the last row stands by itself.
  const content = zipOf(workbookParts([['Our list, 2025'], HEADER, ...rows], { merged: ['A1:J1', 'C3:C5', 'D3:E5'] }))
  const { recommendations, refused, doubts } = await read(content, 'xlsx')
  // The symbol stands in the second column of a block: only its first repeats.
  expect(refused).toEqual([])
  expect(recommendations.map(({ state, mechanism }) => [state, mechanism])).toEqual(
    Array.from({ length: 4 }, () => ['KHM', 'UPR']),
  )
  expect(doubts.filter((doubt) => /merged/.test(doubt))).toEqual([
    'The column Country has cells merged over several rows: what stands in one is taken for each of its rows',
    'The column Body has cells merged over several rows: what stands in one is taken for each of its rows',
  ])
})

test('a merged title is no header, and a merged remark beside the table no reason to refuse a row', async () => {
  const rows = ROWS.map((row, at) => [...row, at === 0 ? 'Ask the ministry' : ''])
  const content = zipOf(
    workbookParts([['Our list'], ['', 'as of 2025'], HEADER, ...rows], { merged: ['A1:A2', 'K4:K5', 'B1:B1'] }),
  )
  const { recommendations, refused, skipped, doubts } = await read(content, 'xlsx')
  expect(skipped).toEqual(['A title above the column names', 'A title above the column names'])
  // The row that holds the remark itself has a value that no column names; the one below has none of its own.
  expect(refused.map(({ place }) => place.row)).toEqual([4])
  expect(recommendations).toMatchObject([{ mechanism: 'CRC', place: { row: 5 } }])
  expect(doubts.filter((doubt) => /merged/.test(doubt))).toEqual([])
})

test('rows that name no mechanism or State are refused with their cells; dates that are none are a doubt', async () => {
  const { recommendations, refused, doubts } = await read(
    csv(
      ['Recommendation', 'Country', 'Body', 'Publication date'],
      [
        ['Open a school in every village along the river', 'Atlantis', 'CRC', '2022'],
        ['Open a school in every village along the river', 'Peru', 'The club', '2022'],
        ['Open a school in every village along the river', 'Peru', 'CRC', 'last year'],
        ['Open a school in every village along the river', 'Peru', 'CRC', '27/06/2022'],
      ],
    ),
  )
  expect(refused.map(({ place, column, value, cells }) => [place.row, column, value, cells?.['Body']])).toEqual([
    [2, 'Country', 'Atlantis', 'CRC'],
    [3, 'Body', 'The club', 'The club'],
  ])
  expect(recommendations.map(({ document }) => document.publishedOn)).toEqual([null, '2022-06-27'])
  expect(doubts.some((doubt) => doubt.includes('“last year”, which is no date'))).toBe(true)
})

test('a cell is cut at commas and semicolons only where every piece is known', () => {
  const known = (label: string): boolean =>
    ['Right to health', 'Children: definition; general principles; protection', 'Food'].includes(label)
  expect(valuesOf('Children: definition; general principles; protection', known)).toEqual([
    'Children: definition; general principles; protection',
  ])
  expect(valuesOf('Right to health, Food', known)).toEqual(['Right to health', 'Food'])
  expect(valuesOf('Water, sanitation', known)).toEqual(['Water, sanitation'])
  expect(valuesOf('- Food\n- Water, sanitation|Right to health', known)).toEqual([
    'Food',
    'Water, sanitation',
    'Right to health',
  ])
})

test('a sample shows header and first rows without reading on', async () => {
  await withFile(csv(HEADER, ROWS), async (path) => {
    const { header, rows, place } = await sampleOf(path, { fileName: 'list.csv', state: null, mapping: null }, 1)
    expect([header, rows, place.row]).toEqual([HEADER, [ROWS[0]], 1])
  })
})

test('DIHR: the family of a mechanism gives way to the body in its own column', async () => {
  const content = csv(
    [
      'state',
      'text',
      'sdggoals',
      'sdgtargets',
      'groups',
      'mechanism',
      'type',
      'responseupr',
      'recommendingstateupr',
      'treatybody',
      'specialprocedure',
      'documentcode',
      'paragraph',
      'year',
      'cycle',
      'session',
    ],
    [
      [
        'Cambodia',
        'Open it',
        '4',
        '4.1',
        'Children',
        'Treaty Bodies',
        'Recommendation',
        '',
        '',
        'CRC',
        '',
        'CRC/C/KHM/CO/4-6',
        '49',
        '2022',
        '',
        '',
      ],
      [
        'Cambodia',
        'Keep it',
        '',
        '',
        '',
        'Universal Periodic Review',
        'Recommendation',
        'Supported',
        'Norway',
        '',
        '',
        'A/HRC/26/16',
        '118.26',
        '2014',
        '2',
        '18',
      ],
    ],
  )
  expect((await recogniseContent(content)).format).toBe('dihr-csv')
  expect((await read(content)).recommendations).toMatchObject([
    {
      mechanism: 'CRC',
      paragraph: '49',
      sdgs: [{ id: 'sdg-goal:4' }, { id: 'sdg-target:sdg-4-1' }],
      affectedGroups: [{ id: 'group:children' }],
      document: { publishedOn: '2022' },
    },
    {
      mechanism: 'UPR',
      position: 'SUPPORTED',
      recommendingStates: [{ code: 'NOR' }],
      document: { session: 18, cycle: 2 },
    },
  ])
})

test('IMPACT OSS: the brackets of an import file, the names of an export, and what is not a recommendation', async () => {
  const imported = csv(
    [
      'Framework [database:framework_id]',
      'Code [database:reference]',
      'Title [database:title]',
      'Level [database:support_level]',
      'Response [database:response]',
      'Links [rel:category-short-title]',
    ],
    [
      ['1', '118.26', 'Open it', '2', 'Work has begun', 'UPR,DNK'],
      ['2', '4.1', 'A target', '', '', ''],
    ],
  )
  expect((await recogniseContent(imported)).format).toBe('impact-oss-csv')
  await expect(read(imported)).rejects.toThrow(/no State, as in every file of IMPACT OSS/)
  const { recommendations, skipped, doubts } = await read(imported, null, { state: 'KHM' })
  expect(doubts).toEqual([expect.stringMatching(/response of the State under review has no place/)])
  expect(recommendations).toMatchObject([
    {
      sourceId: '118.26',
      paragraph: '118.26',
      state: 'KHM',
      mechanism: 'UPR',
      text: 'Open it',
      position: 'SUPPORTED',
      positionPrinted: '2',
      recommendingStates: [{ code: 'DNK' }],
    },
  ])
  expect(skipped).toHaveLength(1)
  const exported = csv(
    [
      'id',
      'reference',
      'title',
      'description',
      'support_level',
      'human_rights_body',
      'recommending_state',
      'affected_persons',
      'cycle',
    ],
    [
      [
        '7',
        'R-7',
        'Short [draft]',
        'Open it',
        '1',
        'Universal Periodic Review [UPR]',
        '- Denmark [DNK]\n- Peru [PER]',
        'Children [CH]',
        'Second cycle [C2]',
      ],
    ],
  )
  expect((await read(exported, null, { state: 'KHM' })).recommendations).toMatchObject([
    {
      sourceId: 'R-7',
      paragraph: null,
      mechanism: 'UPR',
      text: 'Open it',
      position: 'PARTIAL',
      recommendingStates: [{ code: 'DNK' }, { code: 'PER' }],
      affectedGroups: [{ id: 'group:children' }],
      document: { session: null, cycle: 2 },
    },
  ])
  await expect(
    read(csv(['[database:title]', '[database:target_date]'], [['Build', '01/02/2026']]), null, { state: 'KHM' }),
  ).rejects.toThrow(/actions or indicators/)
})

test('Uwazi: properties between the frame columns are guessed, values separated by "|"', async () => {
  const content = csv(
    [
      'Title',
      'Date added',
      'Template',
      'recommendation__en',
      'state_under_review',
      'recommending_state',
      'position',
      'issues',
      'session',
      'Documents',
      'Attachments',
      'Published',
    ],
    [
      [
        'A title',
        '2024-01-01',
        'Recommendation',
        'Open a school in every village along the river',
        'Cambodia',
        'Norway|Japan',
        'Supported',
        'NHRI|Detention',
        '18',
        '',
        '',
        'Published',
      ],
    ],
  )
  expect((await recogniseContent(content)).format).toBe('uwazi-csv')
  expect((await read(content, null, { mapping: null })).recommendations).toMatchObject([
    {
      state: 'KHM',
      mechanism: 'UPR',
      text: 'Open a school in every village along the river',
      recommendingStates: [{ code: 'NOR' }, { code: 'JPN' }],
      themes: [{ id: 'theme:nhri' }, { id: 'theme:detention-conditions' }],
      document: { session: 18, publishedOn: null },
    },
  ])
})
