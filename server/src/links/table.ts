/** CSV files of texts that the commands take: streamed, columns by name in any order, errors with file, row and column. */
import { access, constants } from 'node:fs/promises'
import { findEncoding } from '../../../graph/importers/files/encodings.ts'
import { readCsv } from '../../../graph/importers/files/csv.ts'
import { UnreadableFileError } from '../../../graph/index.ts'

/** `row` is the line of the file on which the record begins, the header being line 1. */
export type TableRow = { readonly row: number; readonly values: Readonly<Record<string, string>> }
/** What is wrong with a row that could not be answered; its line stands in its place, so that lines and rows agree. */
export type RefusedRow = { readonly row: number; readonly problem: string }

/** What a person should check although the file could be read: the encoding it was taken for. */
export type OnDoubt = (doubt: string) => void

/**
 * Rows of a CSV file with a header, in whatever encoding and with whatever separator an import would take; a row that does
 * not fit the header is refused. Columns that are neither required nor optional are passed over. Throws UnreadableFileError
 * naming the file, the row, the column and what was expected.
 */
export async function* readTable(
  path: string,
  {
    required,
    optional = [],
    onDoubt,
  }: { readonly required: readonly string[]; readonly optional?: readonly string[]; readonly onDoubt?: OnDoubt },
): AsyncGenerator<TableRow | RefusedRow> {
  const wanted = [...required, ...optional]
  let columns: ReadonlyMap<string, number> | null = null
  let width = 0
  try {
    await access(path, constants.R_OK)
    const encoding = await findEncoding(path, path)
    if (encoding.doubt !== null) onDoubt?.(`${path}: ${encoding.doubt}`)
    for await (const { line: row, values } of readCsv(path, { fileName: path, encoding })) {
      if (columns === null) {
        columns = columnsOf(values, path, required, wanted)
        width = values.length
      } else if (values.length < width || values.slice(width).some((value) => value.trim() !== ''))
        yield {
          row,
          problem: `${path}, row ${row}: ${values.length} values where the header has ${width} columns. Expected one value for each column.`,
        }
      else yield { row, values: Object.fromEntries([...columns].map(([name, at]) => [name, values[at] ?? ''])) }
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof UnreadableFileError || code === undefined) throw error
    throw new UnreadableFileError(
      `${path}: ${code === 'ENOENT' ? 'there is no such file' : `cannot be read (${code})`}. Expected a CSV file with the column${required.length > 1 ? 's' : ''} ${required.join(' and ')}.`,
    )
  }
  if (columns === null)
    throw new UnreadableFileError(`${path}: the file is empty. Expected a header with ${wanted.join(', ')}.`)
}

/** Where each column that is wanted stands. */
function columnsOf(
  header: readonly string[],
  path: string,
  required: readonly string[],
  wanted: readonly string[],
): ReadonlyMap<string, number> {
  const names = header.map((name) => name.trim())
  const missing = required.filter((name) => !names.includes(name))
  if (missing.length > 0)
    throw new UnreadableFileError(
      `${path}, row 1: the column ${missing.join(' and the column ')} is missing; the header reads ${names.map((name) => `"${name.slice(0, 80)}"`).join(', ')}. Expected ${wanted.join(', ')}.`,
    )
  const twice = names.find((name, index) => wanted.includes(name) && names.indexOf(name) !== index)
  if (twice !== undefined)
    throw new UnreadableFileError(`${path}, row 1: the column ${twice} stands twice. Expected it once.`)
  return new Map(wanted.filter((name) => names.includes(name)).map((name) => [name, names.indexOf(name)]))
}
