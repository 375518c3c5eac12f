import { expect, test } from 'vitest'
import { read, recogniseContent, withFile } from '../../test/read-items.ts'
import { dialectOf, readCsv } from './csv.ts'

const HEADER = ['Country', 'Body', 'Document symbol', 'Paragraph', 'Recommendation text']
const ROWS = [
  ['Slovenia', 'CRC', 'CRC/C/SVN/CO/9', '12', 'Give every child, in care or not, a person who stays'],
  ['Slovenia', 'CRC', 'CRC/C/SVN/CO/9', '13', 'Ask the children who live in homes, and do it'],
]

test.each([
  ['semicolons', ';', 'Recommendations to Slovenia'],
  ['tabs', '\t', 'Recommendations to Slovenia'],
  ['bars', '|', 'Recommendations to Slovenia'],
  ['semicolons, the title with a comma', ';', 'Recommendations to Slovenia, 2031'],
  ['tabs, titles over two lines', '\t', 'Recommendations to Slovenia\n\nas of 3 February 2031; a draft'],
  ['semicolons, two titles with a comma each', ';', 'Recommendations, Slovenia\nSource: OHCHR, June 2031'],
  ['commas', ',', 'Recommendations to Slovenia'],
])('a table below a title is read whatever separates its values: %s', async (_name, delimiter, title) => {
  const lines = [HEADER, ...ROWS].map((row) =>
    row.map((value) => (value.includes(delimiter) ? `"${value}"` : value)).join(delimiter),
  )
  for (const end of ['\n', '\r\n', '\r']) {
    const content = [title.replaceAll('\n', end), ...lines, ''].join(end)
    expect(await recogniseContent(content)).toMatchObject({ format: 'csv' })
    const { recommendations, refused, skipped } = await read(content, 'csv')
    expect(recommendations.map(({ text, paragraph }) => [paragraph, text])).toEqual(ROWS.map((row) => row.slice(3)))
    expect(refused).toEqual([])
    expect(new Set(skipped)).toEqual(new Set(['A title above the column names']))
  }
})

test('the delimiter of the column names stays, whatever the rows hold', () => {
  const of = (...lines: string[]): string => dialectOf(lines.join('\n'), 30).delimiter
  expect(of('a,b,c', 'x,y,one; two; three; four; five', 'x,y,one; two; three; four; five')).toBe(',')
  // A row that is one value, or has too many, below the names.
  expect(of('a,b,c', 'Section', 'x,y,p; q; r; s', 'x,y,p; q; r; s')).toBe(',')
  expect(of('a,b,c', 'x,y,z,more; and; more')).toBe(',')
  // Names with more commas in them than there are columns.
  expect(of('State;Body (CRC, CEDAW, CAT, CCPR);Text', 'SVN;CRC;Ask, and do it')).toBe(';')
  expect(of('a;b', '"x, y, z";"p, q"')).toBe(';')
  expect(of('a;b')).toBe(';')
  expect(of('sep=|', 'a;b|c', 'x;y|z')).toBe('|')
  expect(of('text', 'Nothing parts this')).toBe(',')
})

test('where the names come first, a column of texts is one column, however its prose is parted', async () => {
  const texts = ['Respect, protect; fulfil', 'Ask, hear; do', 'Give, take; share']
  const content = ['text', ...texts.map((text) => `"${text}"`), ''].join('\n')
  const bare = ['text', ...texts.map((text) => text.replaceAll(',', '')), ''].join('\n')
  for (const [written, expected] of [
    [content, texts],
    [bare, texts.map((text) => text.replaceAll(',', ''))],
  ] as const) {
    const rows: (readonly string[])[] = []
    await withFile(written, async (path) => {
      const encoding = { name: 'utf-8', markLength: 0, doubt: null } as const
      for await (const { values } of readCsv(path, { fileName: 'texts.csv', encoding })) rows.push(values)
    })
    expect(rows).toEqual([['text'], ...expected.map((text) => [text])])
  }
})
