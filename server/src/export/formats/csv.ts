/** CSV as RFC 4180 has it: commas, CRLF, quotes where needed; UTF-8, with a byte-order mark on request. */
import { guard, joinCell } from '../../../../graph/text/index.ts'
import type { Cell } from '../columns.ts'
import { recordsOf, type Chunks, type Format, type Source } from '../file.ts'

/** A field with quotes where it holds a comma, a quote or a line break, or begins or ends with a space. */
export const quote = (field: string): string =>
  /[",\r\n]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field

/** A cell's text: numbers and truth values as they are, everything else kept from being run as a formula. */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
  return guard(typeof cell === 'string' ? cell : joinCell(cell))
}

export const csvLine = (cells: readonly Cell[]): string => `${cells.map((cell) => quote(cellText(cell))).join(',')}\r\n`

async function* write(source: Source): Chunks {
  const { columns, isWithBom } = source
  yield (isWithBom ? '\uFEFF' : '') + csvLine(columns.map(({ name }) => name))
  for await (const records of recordsOf(source))
    yield records.map(({ record }) => csvLine(columns.map(({ value }) => value(record)))).join('')
}

export const csv: Format = {
  name: 'csv',
  mediaType: 'text/csv; charset=utf-8; header=present',
  describe: 'a table, one row a recommendation',
  hasColumns: true,
  isClosed: false,
  maxRows: null,
  write,
}
