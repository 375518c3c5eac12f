/** Files of every format, damaged by a seed: bytes flipped, cut, left out, columns swapped, encodings mixed. */
import iconv from 'iconv-lite'
import { randomFrom } from '../random.ts'
import { joinCell } from '../text/index.ts'
import { wordParts, workbookParts, zipOf } from './office-files.ts'
import { uhriRecords } from './uhri-generator.ts'

type Table = readonly (readonly string[])[]
const asCsv = (table: Table, end = '\n'): Buffer =>
  Buffer.from(
    table
      .map((row) => row.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
      .join(end),
  )
const numbers = Array.from({ length: 30 }, (_, index) => index + 1)
const rows = (header: readonly string[], row: (number: number) => readonly string[]): Table => [
  header,
  ...numbers.map(row),
]

const TABLES: Readonly<Record<string, Table>> = {
  'upr-info-csv': rows(['To', 'Text', 'From', 'Response', 'Issue', 'Session'], (n) => [
    'Cambodia',
    `Open school ${n}, and keep it open`,
    'Côte d\u2019Ivoire',
    n % 3 === 0 ? 'Noted' : 'Accepted',
    'Right to education,Rights of the Child',
    '18',
  ]),
  'dihr-csv': rows(
    [
      'state',
      'text',
      'groups',
      'mechanism',
      'type',
      'responseupr',
      'recommendingstateupr',
      'treatybody',
      'documentcode',
      'paragraph',
      'year',
    ],
    (n) => [
      'Cambodia',
      `Pay teacher ${n}`,
      'Children',
      'Treaty Bodies',
      'Recommendation',
      '',
      '',
      'CRC',
      'CRC/C/KHM/CO/4-6',
      `${n}`,
      '2022',
    ],
  ),
  'impact-oss-csv': rows(
    ['reference', 'title', 'description', 'response', 'support_level', 'human_rights_body', 'recommending_state'],
    (n) => [`A${n}`, `Build clinic ${n}`, `Build clinic ${n} by the river`, '', '2', '- UPR', '- Norway [NOR]'],
  ),
  'uwazi-csv': rows(
    ['Title', 'Date added', 'Template', 'Text', 'Country', 'Body', 'Documents', 'Attachments', 'Published'],
    (n) => [
      `Row ${n}`,
      '2022-01-01',
      'Recommendation',
      `Register birth number ${n} without a fee`,
      'Cambodia',
      'CRC',
      '',
      '',
      'true',
    ],
  ),
  csv: rows(['Country', 'Body', 'Document symbol', 'Paragraph', 'Recommendation text'], (n) => [
    'Cambodia',
    'CRC',
    'CRC/C/KHM/CO/4-6',
    `${n}`,
    `Give every child in care a person to talk to, number ${n}`,
  ]),
  'followthrough-csv': rows(
    [
      'id',
      'state_id',
      'mechanism',
      'mechanism_id',
      'document_symbol',
      'document_id',
      'paragraph',
      'kind',
      'text',
      'theme_ids',
      'themes',
      'tags',
    ],
    (n) => [
      `recommendation:own-${n}`,
      'state:KHM',
      'CRC',
      'mechanism:crc',
      'CRC/C/KHM/CO/4-6',
      'document:crc-2022',
      `${n}`,
      'RECOMMENDATION',
      `'=Keep word ${n}`,
      joinCell(['theme:education', 'theme:health']),
      joinCell(['Education', 'Health']),
      '[{"id":"theme:education","basis":"EDITOR"}]',
    ],
  ),
}
const UHRI_TABLE = rows(
  ['Text', 'Countries Concerned', 'Reccomending Body', 'Document Symbol', 'Themes', 'Type', 'OHCHR Annotation Id'],
  (n) => [
    `${n}.The Committee asks for thing ${n}`,
    '- Cambodia',
    '- CRC',
    'CRC/C/KHM/CO/4-6',
    '- Right to education\n- Right to health',
    '- Recommendations',
    `00000000-0000-4000-a000-${String(n).padStart(12, '0')}`,
  ],
)
const LIST = rows(['Recommendation', 'Position', 'Full list of themes', 'Assessment'], (n) => [
  `1.${n} Open school ${n} (Peru) (Japan);`,
  'Supported',
  'Right to education\nAffected persons:\n- children',
  '',
])
const OWN_JSON = `{"format":"followthrough-recommendations","formatVersion":1,\n"recommendations":[\n${numbers
  .map((n) =>
    JSON.stringify({
      id: `recommendation:own-${n}`,
      state: { id: 'state:KHM', name: 'Cambodia' },
      mechanism: { id: 'mechanism:crc', code: 'CRC' },
      document: { id: 'document:crc-2022', symbol: 'CRC/C/KHM/CO/4-6' },
      kind: 'RECOMMENDATION',
      text: `Keep word ${n}`,
      themes: [{ id: 'theme:education', name: 'Education', basis: 'EDITOR' }],
    }),
  )
  .join(',\n')}\n],\n"themes":[\n{"id":"theme:education","name":"Education"}\n],\n"about":{"count":30}}\n`

const sheetOf = (table: Table): Buffer => zipOf(workbookParts(table))
/** Format -> a file of it as it should be. */
export const INTACT: Readonly<Record<string, Buffer>> = {
  'uhri-json': Buffer.from(JSON.stringify([...uhriRecords({ count: 20, seed: 5 })])),
  'uhri-xlsx': sheetOf(UHRI_TABLE),
  'thematic-docx': zipOf(wordParts(LIST, 'UPR of Cambodia (3rd Cycle – 32nd session)')),
  'followthrough-json': Buffer.from(OWN_JSON),
  'followthrough-xlsx': zipOf(workbookParts(TABLES['followthrough-csv'] ?? [], { sheet: 'Recommendations' })),
  xlsx: sheetOf(TABLES['csv'] ?? []),
  ...Object.fromEntries(
    Object.entries(TABLES).map(([name, table]) => [name, asCsv(table, name === 'upr-info-csv' ? '\r' : '\n')]),
  ),
}

type Below = (limit: number) => number
const flip = (bytes: Buffer, below: Below): Buffer => {
  const flipped = Buffer.from(bytes)
  for (let times = 1 + below(4); times > 0; times -= 1) {
    const at = below(flipped.length)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << below(8))
  }
  return flipped
}
const cut = (bytes: Buffer, below: Below): Buffer => bytes.subarray(0, below(bytes.length))
const leaveOut = (bytes: Buffer, below: Below): Buffer => {
  const at = below(bytes.length)
  return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(50))])
}
const mixEncodings = (bytes: Buffer, below: Below): Buffer => {
  const at = below(bytes.length)
  const encoding = (['utf-16le', 'macintosh', 'windows-1252', 'utf-16be'] as const)[below(4)] ?? 'macintosh'
  const odd = iconv.encode('é “Ж” ្', encoding)
  return Buffer.concat([bytes.subarray(0, at), odd, bytes.subarray(at)])
}
/** From one row on, two columns change places: a shifted paste. */
const swapColumns =
  (table: Table, write: (swapped: Table) => Buffer) =>
  (_bytes: Buffer, below: Below): Buffer => {
    const from = below(table.length)
    const [a, b] = [below(table[0]?.length ?? 1), below(table[0]?.length ?? 1)]
    return write(
      table.map((row, index) =>
        index < from ? row : row.map((cell, at) => (at === a ? row[b] : at === b ? row[a] : cell) ?? ''),
      ),
    )
  }
const WAYS: Readonly<Record<string, (bytes: Buffer, below: Below) => Buffer>> = { flip, cut, leaveOut, mixEncodings }
const swapped = (format: string): ((bytes: Buffer, below: Below) => Buffer) => {
  const table = TABLES[format]
  if (table !== undefined) return swapColumns(table, (to) => asCsv(to))
  if (format === 'uhri-xlsx') return swapColumns(UHRI_TABLE, sheetOf)
  if (format === 'xlsx') return swapColumns(TABLES['csv'] ?? [], sheetOf)
  return format === 'thematic-docx'
    ? swapColumns(LIST, (to) => zipOf(wordParts(to, 'UPR of Cambodia (3rd Cycle – 32nd session)')))
    : flip
}

export type Damaged = { readonly format: string; readonly way: string; readonly content: Buffer }

/** So many damaged files, every format and way in turn; the same seed gives the same ones. */
export function* damagedFiles({ count, seed }: { count: number; seed: number }): Generator<Damaged> {
  const random = randomFrom(seed)
  const below: Below = (limit) => Math.floor(random() * limit)
  const formats = Object.keys(INTACT)
  for (let number = 0; number < count; number += 1) {
    const format = formats[number % formats.length] ?? ''
    const ways: typeof WAYS = { ...WAYS, swapColumns: swapped(format) }
    const names = Object.keys(ways)
    const way = names[Math.floor(number / formats.length) % names.length] ?? 'flip'
    yield { format, way, content: (ways[way] ?? flip)(INTACT[format] ?? Buffer.alloc(0), below) }
  }
}
