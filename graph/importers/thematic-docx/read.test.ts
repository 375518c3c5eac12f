import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { wordParts, zipOf, type WordCell } from '../../test/office-files.ts'
import {
  REAL_DATA_DIR,
  correctedList,
  read,
  realFile,
  recogniseContent,
  seenIn,
  withFile,
} from '../../test/read-items.ts'
import { guessMapping } from '../spreadsheets/guess-mapping.ts'
import { sampleOf } from '../spreadsheets/sample.ts'
import { reviewOf } from './read.ts'

const SECOND = ['Recommendation', 'Position', 'Full list of themes', 'Assessment/comments on level of implementation']
const FOURTH = [
  'Recommendation and recommending State',
  'Position of the State under review',
  'Human rights themes and groups of persons',
  'Relevant SDGs',
]
const list = (rows: readonly (readonly WordCell[])[], header = 'UPR of Slovenia (2nd Cycle – 20th session)'): Buffer =>
  zipOf(wordParts(rows, header))

test('second generation: codes, affected persons, the report read from the source of the position', async () => {
  const content = list([
    SECOND,
    ['Theme: F34 Children: Juvenile justice'],
    [
      '115.1 Train the judges (Portugal, Slovakia);\nSource of position: A/HRC/28/15/Add.1 - Para. 3',
      'Supported',
      'F34 Children: Juvenile justice\nF31 Children: definition; general principles; protection\nAffected persons:\n- children\n- judges, lawyers and prosecutors',
      '',
    ],
  ])
  expect((await recogniseContent(content)).format).toBe('thematic-docx')
  const { recommendations, skipped, doubts } = await read(content)
  expect(recommendations).toMatchObject([
    {
      place: { row: 3 },
      state: 'SVN',
      mechanism: 'UPR',
      document: { symbol: 'A/HRC/28/15', session: 20, cycle: 2 },
      paragraph: '115.1',
      part: null,
      text: 'Train the judges',
      position: 'SUPPORTED',
      recommendingStates: [
        { printed: 'Portugal', code: 'PRT' },
        { printed: 'Slovakia', code: 'SVK' },
      ],
      themes: [{ id: 'theme:child-justice' }, { id: 'theme:child-rights-general' }],
      affectedGroups: [{ id: 'group:children' }, { id: 'group:judges-lawyers' }],
    },
  ])
  expect(skipped).toEqual(['Column heads', 'Heading of a theme'])
  expect(doubts).toEqual([])
})

test('third and fourth generation: SDGs inside the themes, then in a column of their own', async () => {
  const third = await read(
    list(
      [
        SECOND,
        [
          '121.2 Open it (Ukraine); Close it (Slovakia) (Peru);',
          'Noted',
          '- Right to health\nSDGs: \n- 3 - GOOD HEALTH\nAffected persons: \n- girls',
          '',
        ],
      ],
      'UPR of Slovenia (3rd Cycle - 34th Session)',
    ),
  )
  expect(
    third.recommendations.map(({ part, text, recommendingStates }) => [part, text, recommendingStates.length]),
  ).toEqual([
    [1, 'Open it', 1],
    [2, 'Close it', 2],
  ])
  expect(third.recommendations[0]).toMatchObject({
    document: { session: 34, cycle: 3 },
    sdgs: [{ id: 'sdg-goal:3' }],
    affectedGroups: [{ id: 'group:girls' }],
  })
  const fourth = await read(
    list(
      [
        FOURTH,
        [
          '51.1. Open it (Norway).',
          'Supported',
          'Themes:\n- Right to health\nGroups of Persons:\n- Women & girls',
          '3 - GOOD HEALTH\n5 - GENDER EQUALITY',
        ],
      ],
      'UPR of the Netherlands (4th Cycle – 41st Session)',
    ),
  )
  expect(fourth.recommendations).toMatchObject([
    {
      state: 'NLD',
      document: { session: 41, cycle: 4 },
      paragraph: '51.1',
      themes: [{ id: 'theme:health' }],
      affectedGroups: [{ id: 'group:women' }],
      sdgs: [{ id: 'sdg-goal:3' }, { id: 'sdg-goal:5' }],
    },
  ])
})

test('what is printed again, merged downwards or only introduces is counted and not taken twice', async () => {
  const merged = { xml: '<w:tcPr><w:vMerge/></w:tcPr><w:p/>' }
  const begun = {
    xml: '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>1.2 Keep it (Peru);</w:t></w:r></w:p>',
  }
  const nested = {
    xml: '<w:p><w:r><w:t>1.3 Build </w:t></w:r><w:del><w:r><w:delText>no</w:delText><w:t>no</w:t></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>a school</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>(Chile);</w:t></w:r></w:p>',
  }
  const { recommendations, skipped } = await read(
    list([
      ['A title over the whole table'],
      SECOND,
      ['The recommendations listed below have been examined by Slovenia:', '', '', ''],
      ['1.1 Open it (Peru);', 'Supported', 'Right to health', ''],
      ['Theme: Right to education'],
      ['1.1 Open it (Peru);', 'Supported', 'Right to health', ''],
      [begun, 'Supported', 'Right to health', ''],
      [merged, 'Supported', 'Right to education', ''],
      [nested, 'Noted', 'Right to education', ''],
      ['', '', '', ''],
    ]),
  )
  expect(recommendations.map(({ paragraph, text }) => [paragraph, text])).toEqual([
    ['1.1', 'Open it'],
    ['1.2', 'Keep it'],
    ['1.3', 'Build a school'],
  ])
  expect(skipped).toEqual([
    'A row above the column heads',
    'Column heads',
    'An introductory sentence, not a recommendation',
    'Heading of a theme',
    'Printed again under another theme (first in row 4)',
    'The cell continues the recommendation of the row above',
    'Empty row',
  ])
})

test('a Word file without such a table, without rows, or without a State says what is missing', async () => {
  await expect(recogniseContent(list([['Name', 'Address']]))).rejects.toThrow(
    /file: a Word file without a table of recommendations/,
  )
  await expect(read(list([SECOND]))).rejects.toThrow(/no recommendation below/)
  const { refused } = await read(list([SECOND, ['1.1 Open it (Peru);', 'Supported', '', '']], 'Page 1'))
  expect(refused).toMatchObject([{ place: { row: 2 }, reason: expect.stringContaining('--state') as string }])
  const { recommendations } = await read(list([SECOND, ['1.1 Open it (Peru);', 'Supported', '', '']], 'Page 1'), null, {
    state: 'SVN',
  })
  expect(recommendations).toMatchObject([{ state: 'SVN', document: { session: null } }])
})

test.each([
  ['UPR of Slovenia (2nd Cycle – 20th session) Thematic list', { state: 'SVN', session: 20 }],
  ['UPR of the Netherlands (4th Cycle - 41st Session)', { state: 'NLD', session: 41 }],
  ['UPR of Bolivia (Plurinational State of) (3rd Cycle – 34th session)', { state: 'BOL', session: 34 }],
  ['Page 3 of 9', { state: null, session: null }],
])('page header: %s', (header, review) => {
  expect(reviewOf(header)).toEqual(review)
})

describe.skipIf(REAL_DATA_DIR === undefined)('the real lists of Slovenia', () => {
  type Known = {
    session: number
    no: string
    text: string
    position: string
    themes: string[]
    groups: string[]
    sdgs: string[]
  }
  test.each([
    ['UPR20_Slovenia_ThematicList.docx', 20, 163],
    ['UPR34_Slovenia_ThematicList.docx', 34, 215],
  ])('%s agrees with an independent parse, number by number', async (name, session, count) => {
    const { recommendations, refused } = await seenIn(realFile('ohchr', name), 'thematic-docx')
    expect(refused).toEqual([])
    const known = readFileSync(realFile('ohchr', 'thematic-slovenia.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Known)
      .filter((row) => row.session === session)
    expect(known).toHaveLength(count)
    const numbers = new Set(recommendations.map(({ paragraph }) => paragraph))
    expect([...numbers].sort()).toEqual(known.map(({ no }) => no).sort())
    for (const { no, position, themes, groups, sdgs } of known) {
      for (const one of recommendations.filter(({ paragraph }) => paragraph === no)) {
        expect([no, one.positionPrinted]).toEqual([no, position])
        expect(one.themes.map(({ printed }) => printed)).toEqual(themes)
        expect(one.affectedGroups.map(({ printed }) => printed)).toEqual(groups)
        // One cell of the file prints a goal twice.
        expect(one.sdgs.map(({ printed }) => printed)).toEqual([...new Set(sdgs)])
        expect(one.recommendingStates.every(({ code }) => code !== null)).toBe(true)
      }
    }
  })
})

test('rows refused for want of a State come as a spreadsheet, and with the State read as they would have', async () => {
  const rows = [
    SECOND,
    [
      '115.1 Open more schools near the homes of all children (Peru) (Norway);',
      'Supported',
      'Right to education\nAffected persons:\n- girls',
      '',
    ],
  ]
  const { refused } = await read(list(rows, '20th session'))
  expect(refused).toHaveLength(1)
  const content = correctedList(refused, { State: 'Slovenia' })
  const { format } = await recogniseContent(content)
  expect(format).toBe('csv')
  const mapping = await withFile(content, async (path) => {
    const { header, rows: sample } = await sampleOf(path, { fileName: 'file', state: null, mapping: null }, 10)
    return guessMapping(header, sample).mapping
  })
  const { recommendations } = await read(content, null, { mapping })
  const [expected] = (await read(list(rows, '20th session'), null, { state: 'SVN' })).recommendations
  expect(recommendations).toEqual([{ ...expected, place: { ...expected?.place, row: 2 } }])
})
