import { expect, test } from 'vitest'
import { FILES } from './files.ts'
import { parseTable } from './read.ts'

const header = Object.keys(FILES['themes.csv']).join(',')
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('rows come back with their line, whatever the line ends', () => {
  const { rows, refused } = parseTable(
    'themes.csv',
    bytes(`\uFEFF${header}\r\neducation,Education,,,ours\r\nhealth,"Health,\nand more",,,ours\r\n`),
  )
  expect(refused).toEqual([])
  expect(rows.map(({ line, values }) => [line, values['name']])).toEqual([
    [2, 'Education'],
    [4, 'Health,\nand more'],
  ])
})

test.each([
  [
    'a missing column',
    'id,name\neducation,Education\n',
    /themes\.csv, row 1: the column uhri_theme, note, source is missing/,
  ],
  ['an unknown column', `${header},colour\n`, /row 1: the column colour is not known/],
  ['a row that is too short', `${header}\neducation,Education\n`, /themes\.csv, row 2/],
  ['a quote that is never closed', `${header}\neducation,"Education,,,ours\n`, /themes\.csv, row \d: .*[Qq]uot/],
  ['an id that stands twice', `${header}\na,A,,,s\na,B,,,s\n`, /row 3, column id: "a" stands in row 2 already/],
])('%s refuses the file, naming the place', (_name, text, message) => {
  expect(() => parseTable('themes.csv', bytes(text))).toThrow(message)
})

test('a file that is not UTF-8 is refused', () => {
  expect(() => parseTable('themes.csv', Uint8Array.from([0x69, 0x64, 0xff, 0xfe]))).toThrow(/themes\.csv: not UTF-8/)
})

test('a bad value refuses its row alone, with file, row, column, value and what was expected', () => {
  const columns = Object.keys(FILES['deadlines.csv'])
  const { rows, refused } = parseTable(
    'deadlines.csv',
    bytes(`${columns.join(',')}\nd1,crc,Report,2027-13,Due,State,s\nd2,crc,Report,2027-11,Due,State,s\n`),
  )
  expect(rows).toHaveLength(1)
  expect(refused).toEqual([
    {
      file: 'deadlines.csv',
      row: 2,
      column: 'due_on',
      value: '2027-13',
      expected: 'a date as 2022, 2022-06 or 2022-06-03',
    },
  ])
})
