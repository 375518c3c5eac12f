import { expect, test } from 'vitest'
import { FILES, type FileName } from './files.ts'
import { citationsOf, mapTables, yearOfDocument } from './map.ts'
import type { Row, Tables } from './read.ts'

/** Tables of rows written here; a column not given is empty. */
function tables(given: Partial<Record<FileName, readonly Readonly<Record<string, string>>[]>>): Tables {
  const all = {} as Record<FileName, Row[]>
  for (const file of Object.keys(FILES) as FileName[]) {
    all[file] = (given[file] ?? []).map((values, index) => ({
      line: index + 2,
      values: {
        ...Object.fromEntries(Object.keys(FILES[file]).map((column) => [column, ''])),
        source: 'a source',
        ...values,
      },
    }))
  }
  return all
}

const base = {
  'mechanisms.csv': [{ id: 'upr', code: 'UPR', name: 'Universal Periodic Review', kind: 'upr' }],
  'documents.csv': [
    { id: 'upr-2019', mechanism: 'upr', state: 'Cambodia', title_short: 'Report', complete: 'no', known_total: '198' },
  ],
  'themes.csv': [{ id: 'education', name: 'Education' }],
  'ministries.csv': [{ id: 'moeys', name: 'Ministry of Education', kind: 'ministry' }],
} as const

test('a recommendation becomes a node with its document, State, tags and what search finds it by', () => {
  const { nodes, relationships, refused } = mapTables(
    tables({
      ...base,
      'recommendations.csv': [
        {
          id: 'r1',
          document: 'upr-2019',
          paragraph: '118.9',
          kind: 'urgent-measure',
          summary: 'Open schools.',
          upr_recommending_state: 'Turkey',
          upr_response: 'noted',
          themes: 'education',
        },
      ],
    }),
  )
  expect(refused).toEqual([])
  const [node] = nodes.get('Recommendation') ?? []
  expect(node).toMatchObject({
    id: 'recommendation:r1',
    properties: { kind: 'URGENT', position: 'NOTED', year: 2019, sortOn: '2019-12-31', stateId: 'state:KHM' },
  })
  expect(node?.properties['searchParagraph']).toBe('p118x0 p118x9x0')
  expect(node?.properties['stemTheme']).toContain('educ')
  const made = relationships.flatMap(({ type, rows }) =>
    rows.map(({ to, properties }) => `${type} ${to} ${JSON.stringify(properties)}`),
  )
  expect(made).toContain('RECOMMENDED_BY state:TUR {"printedName":"Turkey"}')
  expect(made).toContain('ABOUT theme:education {"basis":"OUR_CLASSIFICATION"}')
})

test('an answer that is not known stays null, and is never pending', () => {
  const { nodes } = mapTables(
    tables({
      ...base,
      'recommendations.csv': [{ id: 'r1', document: 'upr-2019', kind: 'recommendation', summary: 'x' }],
    }),
  )
  expect(nodes.get('Recommendation')?.[0]?.properties['position']).toBeNull()
})

test('a mandate is a suggestion, what a text says is a fact, and an empty role stays empty', () => {
  const { relationships } = mapTables(
    tables({
      ...base,
      'recommendations.csv': [
        { id: 'r1', document: 'upr-2019', kind: 'recommendation', summary: 'x' },
        { id: 'r2', document: 'upr-2019', kind: 'recommendation', summary: 'y' },
      ],
      'ministry_assignments.csv': [
        { recommendation: 'r1', entity: 'moeys', role: 'lead', basis: 'mandate' },
        { recommendation: 'r2', entity: 'moeys', role: '', basis: 'named-in-document' },
      ],
    }),
  )
  const rows = relationships
    .find(({ type }) => type === 'ADDRESSED_TO')
    ?.rows.map(({ properties }) => [properties['basis'], properties['role'], properties['state']])
  expect(rows).toEqual([
    ['MANDATE', 'LEAD', 'SUGGESTED'],
    ['NAMED_IN_TEXT', null, null],
  ])
})

test.each([
  [
    { 'recommendations.csv': [{ id: 'r1', document: 'nowhere', kind: 'recommendation', summary: 'x' }] },
    'recommendations.csv',
    'document',
    'nowhere',
  ],
  [
    {
      'recommendations.csv': [
        { id: 'r1', document: 'upr-2019', kind: 'recommendation', summary: 'x', themes: 'education;nothing' },
      ],
    },
    'recommendations.csv',
    'themes',
    'nothing',
  ],
  [
    {
      'recommendations.csv': [
        { id: 'r1', document: 'upr-2019', kind: 'recommendation', summary: 'x', upr_recommending_state: 'Atlantis' },
      ],
    },
    'recommendations.csv',
    'upr_recommending_state',
    'Atlantis',
  ],
  [
    { 'ministry_assignments.csv': [{ recommendation: 'r9', entity: 'moeys', basis: 'mandate' }] },
    'ministry_assignments.csv',
    'recommendation',
    'r9',
  ],
])('a reference that does not resolve refuses its row with file, row and column', (given, file, column, value) => {
  const { refused } = mapTables(tables({ ...base, ...given }))
  expect(refused).toMatchObject([{ file, row: 2, column, value }])
})

test('the year of a document says where it was read', () => {
  expect(yearOfDocument('crc-2022', '2022-06-03', '2022-06-27')).toEqual({
    year: 2022,
    yearBasis: 'ADOPTED',
    sortOn: '2022-06-03',
  })
  expect(yearOfDocument('sr-2024-statement', '', '2024-07')).toEqual({
    year: 2024,
    yearBasis: 'PUBLISHED',
    sortOn: '2024-07-31',
  })
  expect(yearOfDocument('cat-2010', '', '')).toEqual({ year: 2010, yearBasis: 'DOCUMENT_ID', sortOn: '2010-12-31' })
  expect(yearOfDocument('undated', '', '')).toEqual({ year: null, yearBasis: null, sortOn: null })
})

test('citations come apart at semicolons outside brackets', () => {
  expect(citationsOf('A/HRC/13/4 (para. 82; annex); The Post')).toEqual(['A/HRC/13/4 (para. 82; annex)', 'The Post'])
})
