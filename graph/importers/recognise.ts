/** Which format a file has, by what it holds; its name decides nothing. */
import { findJsonEncoding, headOf, type EncodingName } from './files/encodings.ts'
import { readJsonArray } from './files/json-array.ts'
import { foldHeader, isZip, openTable } from './files/tables.ts'
import { Workbook } from './files/workbook.ts'
import { readWordTables } from './files/word-tables.ts'
import { openZip } from './files/zip.ts'
import { OPENING } from './followthrough/read-json.ts'
import { MAIN_SHEET } from './followthrough/read-table.ts'
import { TABLE_FORMATS } from './readers.ts'
import type { Format, ReadOptions } from './records.ts'
import { columnsOf } from './thematic-docx/read.ts'
import { KEYS } from './uhri/read-json.ts'
import { unreadable } from './unreadable-file.ts'

export type Recognised = {
  readonly format: Format
  /** What was seen, in one sentence. */
  readonly why: string
  /** Null for files that are no text. */
  readonly encoding: EncodingName | null
  readonly sheet?: string
}

/** What cannot be read, by its first bytes, and what to do about it. */
const OTHERS: readonly (readonly [bytes: string, found: string, expected: string])[] = [
  ['d0cf11e0', 'an Office file of before 2007 (.xls or .doc)', 'it saved again as .xlsx or .docx'],
  ['25504446', 'a PDF', 'the data behind it: a CSV, XLSX, JSON or DOCX file'],
  ['1f8b', 'a gzip archive', 'the file inside it, unpacked'],
  ['377abcaf', 'a 7z archive', 'the file inside it, unpacked'],
  ['526172211a', 'a RAR archive', 'the file inside it, unpacked'],
]

const EXPECTED =
  "UHRI's JSON or XLSX, OHCHR's thematic list (DOCX), UPR Info's CSV, a DIHR, IMPACT OSS or Uwazi CSV, our own export, or a spreadsheet with a row of column names"

type Looking = Pick<ReadOptions, 'sheet' | 'signal'>

const options = (fileName: string, looking: Looking): ReadOptions => ({
  fileName,
  state: null,
  mapping: null,
  ...looking,
})

async function recogniseZip(path: string, fileName: string, looking: Looking): Promise<Recognised> {
  const zip = await openZip(path, fileName)
  zip.close()
  if (zip.names.includes('word/document.xml')) {
    for await (const row of readWordTables(path, fileName, looking))
      if ('cells' in row && columnsOf(row.cells) !== null)
        return {
          format: 'thematic-docx',
          why: `A Word table with the columns ${row.cells.map((cell) => `“${cell.replace(/\s+/g, ' ')}”`).join(', ')}.`,
          encoding: null,
        }
    throw unreadable({
      file: fileName,
      at: null,
      found: 'a Word file without a table of recommendations',
      expected: 'a table with the columns Recommendation, Position and Full list of themes',
    })
  }
  if (!zip.names.includes('xl/workbook.xml'))
    throw unreadable({
      file: fileName,
      at: null,
      found: `a zip that is neither workbook nor Word file (it holds ${zip.names.slice(0, 5).join(', ')})`,
      expected: EXPECTED,
    })
  const workbook = await Workbook.open(path, options(fileName, looking))
  workbook.close()
  // Our own export has a sheet about itself in front.
  if (workbook.sheets.includes(MAIN_SHEET)) {
    const found = await recogniseTable(path, fileName, { ...looking, sheet: MAIN_SHEET })
    if (found.format === 'followthrough-xlsx') return found
  }
  return recogniseTable(path, fileName, looking)
}

async function recogniseTable(path: string, fileName: string, looking: Looking): Promise<Recognised> {
  const table = await openTable(path, options(fileName, looking), { withMerged: false })
  await table.close()
  const { header, place } = table
  const folded = header.map(foldHeader)
  const claimed = TABLE_FORMATS.filter(({ claims }) => claims(header, folded))
  const sheet = place.sheet === null ? {} : { sheet: place.sheet }
  const encoding = table.encoding
  const [only, other] = claimed
  if (only !== undefined && other !== undefined)
    throw unreadable({
      file: fileName,
      at: `row ${place.row}`,
      found: `columns of ${claimed.map(({ title }) => title).join(' and of ')} at once`,
      expected: `--format with one of ${claimed.map(({ format }) => format).join(', ')}`,
    })
  if (only?.format === 'followthrough-csv' && place.sheet !== null)
    return { format: 'followthrough-xlsx', why: `The columns are those of ${only.title}.`, encoding, ...sheet }
  if (only !== undefined)
    return { format: only.format, why: `The columns are those of ${only.title}.`, encoding, ...sheet }
  if (header.length < 2)
    throw unreadable({
      file: fileName,
      at: `row ${place.row}`,
      found: `a single column, “${(header[0] ?? '').slice(0, 80)}”`,
      expected: EXPECTED,
    })
  return {
    format: place.sheet === null ? 'csv' : 'xlsx',
    why: `A spreadsheet with the columns ${header.join(', ').slice(0, 300)}, which are those of no format known; it wants a mapping.`,
    encoding,
    ...sheet,
  }
}

async function recogniseJson(path: string, fileName: string, { signal }: Looking): Promise<Recognised> {
  const encoding = (await findJsonEncoding(path)).name
  if (OPENING.test((await headOf(path, 4096)).toString('latin1').replace(/^\xEF\xBB\xBF/, '')))
    return { format: 'followthrough-json', why: 'An object that says it is an export of Followthrough.', encoding }
  for await (const { value } of readJsonArray(path, fileName, { signal })) {
    const keys = typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.keys(value) : []
    if (KEYS.every((key) => keys.includes(key)))
      return {
        format: 'uhri-json',
        why: `An array of objects with the keys ${KEYS.join(', ')}, as UHRI exports them.`,
        encoding,
      }
    throw unreadable({
      file: fileName,
      at: 'element 1',
      found: keys.length === 0 ? 'no object' : `an object with the keys ${keys.slice(0, 12).join(', ')}`,
      expected: `UHRI's ${KEYS.join(', ')}, or our own export`,
    })
  }
  throw unreadable({ file: fileName, at: null, found: 'an empty array', expected: 'at least one recommendation' })
}

/**
 * Finds the format of a file by its content; of a workbook by that of the sheet wanted, else of its first table. Throws UnreadableFileError, saying what was seen and what is expected, where
 * the content is of no known format, or of two.
 */
export async function recognise(path: string, fileName: string, looking: Looking = {}): Promise<Recognised> {
  const head = await headOf(path, 4096)
  if (head.length === 0) throw unreadable({ file: fileName, at: null, found: 'an empty file', expected: EXPECTED })
  if (await isZip(path)) return recogniseZip(path, fileName, looking)
  const bytes = head.toString('hex', 0, 8)
  for (const [start, found, expected] of OTHERS)
    if (bytes.startsWith(start)) throw unreadable({ file: fileName, at: null, found, expected })
  const beginning = head
    .toString('latin1')
    .replace(/^(?:\xEF\xBB\xBF|\xFF\xFE|\xFE\xFF)/, '')
    .replaceAll('\0', '')
    .trimStart()
  // A CSV may begin with a bracket too: IMPACT OSS heads its columns "[database:reference]".
  if (/^(?:\{|\[\s*(?:[{[\]]|$))/.test(beginning)) return recogniseJson(path, fileName, looking)
  if (/^<(?:!doctype|html|\?xml|head|body)/i.test(beginning))
    throw unreadable({ file: fileName, at: null, found: 'a web page or other XML', expected: EXPECTED })
  return recogniseTable(path, fileName, looking)
}
