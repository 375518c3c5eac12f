/** Files that are damaged: each ends in a message that leads to the cause, and none in a crash or in half a reading. */
import iconv from 'iconv-lite'
import { expect, test, vi } from 'vitest'
import { damagedFiles, INTACT } from '../test/damaged-files.ts'
import { wordParts, workbookParts, zipOf } from '../test/office-files.ts'
import { read, recogniseContent } from '../test/read-items.ts'
import { uhriRecords } from '../test/uhri-generator.ts'
import { UnreadableFileError } from './unreadable-file.ts'

// Megabytes are read here: what counts is how it ends, not how fast a busy machine gets there.
vi.setConfig({ testTimeout: 120_000 })

const UPR_INFO = 'To,Text,From,Response,Issue,Session'
const row = (text: string): string => `Cambodia,${text},Egypt,Accepted,Other,6`
const csv = (...rows: string[]): string => [UPR_INFO, ...rows].join('\n')
const json = JSON.stringify([...uhriRecords({ count: 20, seed: 5 })])
const sheet = [
  ['Text', 'Countries Concerned', 'Recommending Body', 'Document Symbol', 'Type'],
  ['5.Open it', '- Cambodia', '- CRC', 'CRC/C/KHM/CO/4-6', '- Recommendations'],
] as const
const list = [
  ['Recommendation', 'Position', 'Full list of themes', 'Assessment'],
  ['1.1 Open it (Peru);', 'Supported', 'Right to health', ''],
] as const
const word = zipOf(wordParts(list, 'UPR of Slovenia (2nd Cycle – 20th session)'))
const workbook = zipOf(workbookParts(sheet))

test.each<[string, string | Uint8Array, RegExp]>([
  ['an empty file', '', /^file: an empty file\. Expected /],
  ['a PDF', '%PDF-1.7', /a PDF/],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /before 2007 .* saved again as \.xlsx/],
  ['a web page', '<!DOCTYPE html><p>Not found</p>', /a web page/],
  ['one column', 'Text\nOpen it\n', /no row with two values|a single column/],
  ['only a header', `${UPR_INFO}\n`, /^$/],
  [
    'a quote never closed',
    csv(row('Open it'), row('"Open it'), row('Close it')),
    /row 3: a value opens with a quote that is never closed/,
  ],
  [
    'a quote in mid-value',
    csv(row('"Open it'), row('"Close" it'), row('Open it')),
    /row 2: a value opens with a quote, runs over 2 lines/,
  ],
  [
    'a row cut off',
    csv(row('Open it'), 'Cambodia,Open'),
    /row 3: the file ends in the middle of a row, after 2 of 6 values/,
  ],
  [
    'a name that stands twice',
    `${UPR_INFO},To\n${row('Open it')},Peru`,
    /row 1, column 7: the column name “To” stands in column 1 already/,
  ],
  [
    'a cell that never ends',
    csv(row(`"${'open '.repeat(900_000)}"`)),
    /row 2, column 2: a row of more than 4,000,000 characters/,
  ],
  ['zero bytes', csv(row('Open\0it')), /line 2, byte \d+: a zero byte/],
  [
    'two encodings',
    Buffer.concat([Buffer.from(csv(row('Café'))), Buffer.from('\n'), iconv.encode(row('Café'), 'windows-1252')]),
    /line 3, byte \d+: a byte that is not UTF-8 in a file that is otherwise UTF-8/,
  ],
  [
    'UTF-16 cut in a sign',
    iconv.encode(csv(row('Open it')), 'utf-16le', { addBOM: true }).subarray(0, -1),
    /bytes that are not UTF-16LE/,
  ],
  ['JSON that ends early', json.slice(0, 9000), /the file ends before its array does/],
  ['JSON with something behind it', `${json} x`, /something behind the end of the array/],
  ['a broken element', json.replace('"Body":', '"Body"'), /element 1, which begins at byte 1: no JSON/],
  ['an empty array', '[]', /an empty array/],
  ['JSON of lists', '[[1, 2], [3]]', /element 1: no object/],
  ['JSON of something else', '[{"colour":"red"}]', /element 1: an object with the keys colour/],
  [
    'an element that never ends',
    `[{"AnnotationId":"a","Countries":[],"Body":"","Text":"${'x'.repeat(17 * 1024 * 1024)}"}]`,
    /element 1, “Text”, which begins at byte 1: an element of more than 16 MB/,
  ],
  [
    'bytes in JSON that are not UTF-8',
    Buffer.concat([Buffer.from('[{"Text":"caf'), Buffer.from([0xe9]), Buffer.from('"}]')]),
    /element 1.*not UTF-8/,
  ],
  ['a zip cut off', workbook.subarray(0, -40), /a damaged zip/],
  [
    'a zip of something else',
    zipOf({ 'readme.txt': 'hello' }),
    /neither workbook nor Word file \(it holds readme\.txt\)/,
  ],
  [
    'a changed byte in a sheet',
    zipOf(workbookParts(sheet), (packed, name) =>
      name.includes('sheet1') ? Buffer.from(packed).fill(packed[40] ?? 0, 40, 44) : packed,
    ),
    /damaged|checksum/,
  ],
  ['a sheet without rows', zipOf(workbookParts([])), /sheet Data: no row with a value/],
  [
    'a text that is not there',
    zipOf({ ...workbookParts(sheet), 'xl/sharedStrings.xml': '<sst><si><t>Text</t></si></sst>' }),
    /sheet Data, row 1, column 2: a cell names text number 1, and the workbook has 1/,
  ],
  [
    'a cell that stands twice',
    zipOf({
      ...workbookParts(sheet),
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData></worksheet>',
    }),
    /sheet Data, row 1, column 1: a second cell in the same place/,
  ],
  [
    'a row beyond the last that a sheet has',
    zipOf({
      ...workbookParts(sheet),
      'xl/worksheets/sheet1.xml':
        '<worksheet><sheetData><row r="99999999"><c r="A99999999"><v>1</v></c></row></sheetData></worksheet>',
    }),
    /sheet Data: a row numbered 99999999, where a sheet has 1048576 at most/,
  ],
  [
    'a sheet that is not there',
    zipOf(
      Object.fromEntries(Object.entries(workbookParts(sheet)).filter(([name]) => !name.startsWith('xl/worksheets/'))),
    ),
    /no xl\/worksheets\/sheet1\.xml, where the sheet “Data” should stand/,
  ],
  [
    'XML that ends early',
    zipOf({
      ...workbookParts(sheet),
      'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
    }),
    /sheet1\.xml, line 1, column \d+: damaged XML/,
  ],
  [
    'XML with entities of its own',
    zipOf({ ...workbookParts(sheet), 'xl/workbook.xml': '<!DOCTYPE a [<!ENTITY b "c">]><workbook/>' }),
    /a document type/,
  ],
  [
    'a zip bomb',
    zipOf({
      ...workbookParts(sheet),
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${`<x a="${'a'.repeat(1000)}"/>`.repeat(70_000)}</sheetData></worksheet>`,
    }),
    /zip bomb/,
  ],
  [
    'a cell of a sheet that never ends',
    zipOf({
      ...workbookParts(sheet),
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Text</t></is></c><c r="B1" t="inlineStr"><is><t>${Array.from(
        { length: 700_000 },
        (_, index) => `${index} `,
      ).join('')}</t></is></c></row></sheetData></worksheet>`,
    }),
    /sheet Data, row 1, column 2: one value of more than 4,000,000 characters/,
  ],
  [
    'a shared string that never ends, named by the first cell that shows it',
    zipOf({
      ...workbookParts(sheet),
      'xl/sharedStrings.xml': `<sst><si><t>Text</t></si><si><t>${Array.from({ length: 700_000 }, (_, index) => `${index} `).join('')}</t></si></sst>`,
    }),
    /sheet Data, row 1, column 2: one value of more than 4,000,000 characters/,
  ],
  [
    'a Word cell that never ends',
    zipOf(wordParts([list[0], [`1.1 ${'open '.repeat(900_000)}`, 'Noted', '', '']], '')),
    /table 1, row 2: .* of more than 4,000,000 characters/,
  ],
  ['a Word file cut off', word.subarray(0, 300), /a damaged zip/],
])('%s', async (_, content, message) => {
  const outcome = read(content).then(
    () => '',
    (error: unknown) => {
      expect(error).toBeInstanceOf(UnreadableFileError)
      return (error as Error).message
    },
  )
  expect(await outcome).toMatch(message)
})

test('an encrypted zip asks for a file without a password', async () => {
  const locked = Buffer.from(workbook)
  for (let at = locked.indexOf('PK\x01\x02'); at >= 0; at = locked.indexOf('PK\x01\x02', at + 1)) locked[at + 8] = 1
  await expect(recogniseContent(locked)).rejects.toThrow(/locked by a password/)
})

test('what looks odd and is right is read: marks, UTF-16, semicolons, "sep=", quotes, formulas, errors', async () => {
  const rows = csv(row('"Open ""it"", now"')).replaceAll(',', ';').replace('"" ;', '"",')
  for (const content of [
    `\uFEFF${csv(row('Open it'))}`,
    iconv.encode(csv(row('Open it')), 'utf-16le', { addBOM: true }),
    iconv.encode(csv(row('Open it')), 'utf-16be', { addBOM: true }),
    iconv.encode(csv(row('Open it')), 'utf-16le'),
    csv(row('Open it')).replaceAll('\n', '\r\n'),
    csv(row('Open it')).replaceAll(',', ';'),
    `sep=;\n${csv(row('Open it')).replaceAll(',', ';')}`,
    csv(row('Open it')).replaceAll(',', '\t'),
  ])
    expect((await read(content)).recommendations.map(({ text }) => text)).toEqual(['Open it'])
  expect((await read(rows)).recommendations.map(({ text }) => text)).toEqual(['Open "it"; now'])
  const { recommendations, doubts } = await read(
    zipOf(
      workbookParts([
        ['A title'],
        sheet[0],
        [
          { formula: 'A1&B1', value: '5.Open it' },
          '- Cambodia',
          { error: '#REF!' },
          'CRC/C/KHM/CO/4-6',
          { formula: 'NOW()', value: null },
        ],
      ]),
    ),
  )
  expect(recommendations).toMatchObject([{ place: { sheet: 'Data', row: 3 }, text: 'Open it', mechanism: 'CRC' }])
  expect(doubts.slice(0, 2)).toEqual([
    'The column Recommending Body holds the error #REF!; it is read as empty',
    'The column Type holds a formula whose value was never stored; it is read as empty',
  ])
})

test.each(Object.entries(INTACT))(
  '%s: intact, it is recognised and read without a refusal',
  async (format, content) => {
    expect((await recogniseContent(content)).format).toBe(format)
    const { recommendations, refused } = await read(content, null, { state: 'KHM' })
    expect(recommendations.length).toBeGreaterThan(15)
    expect(refused).toEqual([])
  },
)

test('500 damaged files of every format, in every way: each is read or refused in words', async () => {
  const refused = new Map<string, number>()
  for (const { format, way, content } of damagedFiles({ count: 500, seed: 11 })) {
    try {
      await read(content, null, { state: 'KHM' })
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw new Error(`${format}, ${way}`, { cause: error })
      refused.set(format, (refused.get(format) ?? 0) + 1)
      expect(error.message).toMatch(/^file.*\. Expected .+\.$/s)
    }
  }
  for (const format of Object.keys(INTACT)) expect([format, (refused.get(format) ?? 0) > 3]).toEqual([format, true])
})
