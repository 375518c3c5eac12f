/** Rows of a delimited text file, with the line each begins at; memory holds one row, whatever the file's size. */
import { Readable, pipeline } from 'node:stream'
import { parse, type CsvError, type Options } from 'csv-parse'
import { unreadable } from '../unreadable-file.ts'
import { readText, type Encoding } from './encodings.ts'

export type CsvRow = { readonly line: number; readonly values: readonly string[] }

/** How a file separates its values and lines. */
export type CsvDialect = { readonly delimiter: string; readonly lineEnds: readonly string[] }

/** A row longer than this, in characters, is damage or an attack: the longest UN paragraph has some 20,000. */
const LONGEST_ROW = 4_000_000
const DELIMITERS = [',', ';', '\t', '|']

/** A first line that names the separator for spreadsheets: "sep=;". */
const NAMED_SEPARATOR = /^sep=(.)\r?\n?/i

/** Reads the separators off the first line: the delimiter met most often outside quotes, and how the line ends. */
export function dialectOf(text: string): CsvDialect {
  const named = NAMED_SEPARATOR.exec(text)?.[1]
  const counts = new Map(DELIMITERS.map((delimiter) => [delimiter, 0]))
  let isQuoted = false
  let lineEnds = ['\r\n', '\n']
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as string
    if (sign === '"') isQuoted = !isQuoted
    else if (!isQuoted && (sign === '\n' || sign === '\r')) {
      // Old Macs end lines in CR alone; a LF is then part of a value.
      if (sign === '\r' && text[at + 1] !== '\n') lineEnds = ['\r']
      if (text.slice(0, at).trim() !== '') break
    } else if (!isQuoted && counts.has(sign)) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  const [delimiter] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best))
  return { delimiter: named ?? delimiter, lineEnds }
}

/**
 * Rows of the file as they stand, the header included; rows without any value are left out. Throws UnreadableFileError,
 * naming the line, at a quote never closed or closed in the middle of a value, a row too long, and a file cut off in a row.
 */
export async function* readCsv(
  path: string,
  { fileName, encoding, signal }: { fileName: string; encoding: Encoding; signal?: AbortSignal | undefined },
): AsyncGenerator<CsvRow> {
  const pieces = readText(path, encoding, fileName, signal)
  const first = await pieces.next()
  if (first.done === true) return
  const dialect = dialectOf(first.value)
  let endsInLine = false
  async function* whole(head: string): AsyncGenerator<string> {
    endsInLine = !/[\r\n]$/.test(head)
    yield head
    for await (const piece of pieces) {
      endsInLine = !/[\r\n]$/.test(piece)
      yield piece
    }
  }
  const options: Options = {
    delimiter: dialect.delimiter,
    record_delimiter: [...dialect.lineEnds],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  }
  const parser = parse(options)
  pipeline(Readable.from(whole(first.value)), parser, () => undefined)

  let line = 1
  let width = 0
  let last: CsvRow | undefined
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const row = { line, values: record }
      // Counted here: the parser counts a CR LF inside quotes as two lines.
      line += 1 + record.reduce((sum, value) => sum + (value.match(/\r\n|\r|\n/g)?.length ?? 0), 0)
      if (last !== undefined) yield last
      if (width === 0 && last !== undefined) width = last.values.length
      const isEmpty = record.every((value) => value.trim() === '')
      last = isEmpty || (row.line === 1 && /^sep=/i.test(record[0] ?? '')) ? undefined : row
    }
  } catch (error) {
    const { code, message } = error as CsvError
    if (code === 'CSV_QUOTE_NOT_CLOSED')
      throw unreadable({
        file: fileName,
        at: `row ${line}`,
        found: 'a value opens with a quote that is never closed',
        expected: 'a second quote at the end of the value, or a file that is not cut off',
      })
    if (code === 'CSV_MAX_RECORD_SIZE')
      throw unreadable({
        file: fileName,
        at: `row ${line}`,
        found: `a row of more than ${LONGEST_ROW.toLocaleString('en')} characters`,
        expected: 'rows that end, and a closing quote for every opening one',
      })
    if (code === 'INVALID_OPENING_QUOTE' || code === 'CSV_INVALID_CLOSING_QUOTE')
      throw unreadable({
        file: fileName,
        at: `row ${line}`,
        found: 'a quote in the middle of a value',
        expected: 'values with quotes in them to stand in quotes, each inner quote doubled (RFC 4180)',
      })
    if (typeof code === 'string' && code.startsWith('CSV_'))
      throw unreadable({ file: fileName, at: `row ${line}`, found: message, expected: 'CSV as RFC 4180 has it' })
    throw error
  }
  if (last !== undefined && endsInLine && last.values.length < width)
    throw unreadable({
      file: fileName,
      at: `row ${last.line}`,
      found: `the file ends in the middle of a row, after ${last.values.length} of ${width} values`,
      expected: 'a file that is not cut off',
    })
  if (last !== undefined) yield last
}
