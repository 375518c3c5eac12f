/** How far the reading of a file is, as each kind of file tells it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sheetsParts, wordParts, workbookParts, zipOf } from '../test/office-files.ts'
import { withFile } from '../test/read-items.ts'
import { readerOf } from './readers.ts'
import { prepareImport, type Progress } from './recommendations/prepare.ts'
import type { Format } from './records.ts'

/** Enough for several chunks of every kind of file. */
const COUNT = 20_000
const HEADER = ['Country', 'Body', 'Document symbol', 'Paragraph', 'Recommendation text']
const ROWS = Array.from({ length: COUNT }, (_, at) => [
  'Slovenia',
  'CRC',
  'CRC/C/SVN/CO/9',
  String(at + 1),
  `Let child number ${at} be heard before anybody decides for them, whoever decides and whatever for`,
])
const csv = [HEADER, ...ROWS].map((row) => row.map((value) => `"${value}"`).join(',')).join('\n')
const json = JSON.stringify(
  ROWS.map(([state, body, symbol, at, text]) => ({
    AnnotationId: at,
    Countries: [state],
    Body: body,
    Symbol: symbol,
    Text: text,
  })),
)
/** As Excel keeps them: texts apart from the cells that show them. */
const shared = zipOf(workbookParts([HEADER, ...ROWS.slice(0, 5_000)]))
const own = ['id', 'state_id', 'mechanism', 'kind', 'mechanism_id', 'document_id']
const ownRow = (at: number): string[] => [
  `recommendation:crc-2031-${at}`,
  'state:SVN',
  'CRC',
  'RECOMMENDATION',
  'mechanism:CRC',
  'document:crc-2031',
]
const ownBook = zipOf(
  sheetsParts({
    About: [['What this is', 'An export']],
    Recommendations: [own, ...Array.from({ length: 2_000 }, (_, at) => ownRow(at + 1))],
    Themes: [
      ['id', 'name'],
      ['theme:education', 'Education'],
    ],
    Links: [['recommendation_id', 'other_id', 'kind'], ...Array.from({ length: 2_000 }, () => ['', '', ''])],
  }),
)
const word = zipOf(
  wordParts(
    [
      ['Recommendation', 'Position', 'Full list of themes'],
      ...ROWS.slice(0, 3_000).map(([, , , at, text]) => [`118.${at} ${text} (Norway)`, 'Supported', 'Education']),
    ],
    'UPR of Slovenia (3rd Cycle - 34th Session)',
  ),
)
const mapping = {
  state: 'Country',
  mechanism: 'Body',
  symbol: 'Document symbol',
  paragraph: 'Paragraph',
  text: 'Recommendation text',
}

test.each<[string, Format, string | Buffer]>([
  ['CSV', 'csv', csv],
  ['CSV in UTF-16', 'csv', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
  ['JSON', 'uhri-json', json],
  ['a workbook', 'xlsx', shared],
  ['our workbook of several sheets', 'followthrough-xlsx', ownBook],
  ['Word', 'thematic-docx', word],
])('%s: what is read of it grows from nothing to the whole', async (_name, format, content) => {
  const shares: number[] = []
  await withFile(content, async (path) => {
    const options = { fileName: 'file', state: null, mapping, onShare: (share: number) => void shares.push(share) }
    for await (const _ of readerOf(format)(path, options));
  })
  expect(shares.length).toBeGreaterThanOrEqual(3)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares[0]).toBeLessThan(0.5)
  expect(shares.at(-1)).toBe(1)
})

test('an import tells of it from the beginning, also while no row comes, and no oftener than a person can see', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-share-'))
  try {
    const path = join(folder, 'book.xlsx')
    writeFileSync(path, shared)
    const told: Progress[] = []
    await prepareImport(
      {
        path,
        format: 'xlsx',
        reader: readerOf('xlsx'),
        options: { fileName: 'book.xlsx', state: null, mapping },
        folder: join(folder, 'import'),
      },
      { onProgress: (progress) => void told.push(progress) },
    )
    expect(told[0]).toEqual({ phase: 'reading', done: 0, total: null, share: 0 })
    const shares = told.map(({ share = -1 }) => share)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeGreaterThan(0.9)
    // The texts stand in front of the cells.
    expect(told.filter(({ done, share = 0 }) => done === 0 && share > 0.1).length).toBeGreaterThan(0)
    expect(told.length).toBeLessThan(110)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
