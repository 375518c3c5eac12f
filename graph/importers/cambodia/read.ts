/**
 * Reads the built-in CSV files whole and checks them before anything is written: columns, ids, dates, vocabularies.
 * What is structurally wrong (a missing file or column, broken quotes, a duplicate id) refuses the whole set;
 * a single bad value refuses its row, with file, row and column.
 */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { isPartialDate } from '../../dates/partial-date.ts'
import { UnreadableFileError } from '../unreadable-file.ts'
import { FILES, type Column, type FileName } from './files.ts'

/** A row that was refused. `row` is its line in the file, the header being line 1. */
export type Refusal = {
  readonly file: string
  readonly row: number
  readonly column: string
  readonly value: string
  readonly expected: string
}

/** Raised when map.ts makes something else of the same rows, so that a graph loaded before is brought up to date. */
const MAPPING_REVISION = '5'

export type Row = { readonly line: number; readonly values: Readonly<Record<string, string>> }
export type Tables = Readonly<Record<FileName, readonly Row[]>>
export type ReadResult = {
  readonly tables: Tables
  readonly refused: readonly Refusal[]
  readonly contentHash: string
  readonly read: Readonly<Record<string, number>>
}

type CsvRecord = { record: Record<string, string>; info: { lines: number } }

const ENUM_HINT = (values: readonly string[]): string =>
  `one of: ${values.map((value) => (value === '' ? '(empty)' : value)).join(', ')}`

/** Why a value does not fit its column, or null where it does. */
function problemOf(value: string, column: Column): string | null {
  if (value === '') return column.isRequired ? 'a value' : null
  switch (column.kind) {
    case 'date':
      return isPartialDate(value) ? null : 'a date as 2022, 2022-06 or 2022-06-03'
    case 'integer':
      return /^\d+$/.test(value) ? null : 'a whole number'
    case 'key':
      return /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(value) ? null : 'an id of letters, digits, ".", "_" and "-"'
    case 'enum':
      return column.values.includes(value) ? null : ENUM_HINT(column.values)
    case 'text':
    case 'keys':
      return null
  }
}

/** Rows of one CSV text. Throws UnreadableFileError naming file, line and what was expected. */
export function parseTable(file: FileName, bytes: Uint8Array): { rows: Row[]; refused: Refusal[] } {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFileError(`${file}: not UTF-8. Save the file as UTF-8 and try again.`)
  }
  const columns: Readonly<Record<string, Column>> = FILES[file]
  const names = Object.keys(columns)
  let records: CsvRecord[]
  try {
    records = parse(text, {
      bom: true,
      info: true,
      columns: (header: string[]) => {
        const missing = names.filter((name) => !header.includes(name))
        const unknown = header.filter((name) => !names.includes(name))
        if (missing.length > 0 || unknown.length > 0) {
          throw new UnreadableFileError(
            `${file}, row 1: ${[
              missing.length > 0 ? `the column ${missing.join(', ')} is missing` : '',
              unknown.length > 0 ? `the column ${unknown.join(', ')} is not known` : '',
            ]
              .filter((part) => part !== '')
              .join('; ')}. Expected: ${names.join(', ')}.`,
          )
        }
        return header
      },
    }) as unknown as CsvRecord[]
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error
    const { message, lines } = error as { message: string; lines?: number }
    throw new UnreadableFileError(
      `${file}${lines === undefined ? '' : `, row ${lines}`}: ${message}. Expected RFC 4180 CSV with ${names.length} columns.`,
    )
  }

  const rows: Row[] = []
  const refused: Refusal[] = []
  const seen = new Map<string, number>()
  for (const { record, info } of records) {
    const id = record['id']
    if (id !== undefined) {
      const before = seen.get(id)
      if (before !== undefined)
        throw new UnreadableFileError(
          `${file}, row ${info.lines}, column id: "${id}" stands in row ${before} already. Expected an id of its own.`,
        )
      seen.set(id, info.lines)
    }
    const problem = names
      .map((name) => ({ name, expected: problemOf(record[name] ?? '', columns[name] as Column) }))
      .find(({ expected }) => expected !== null)
    if (problem?.expected)
      refused.push({
        file,
        row: info.lines,
        column: problem.name,
        value: record[problem.name] ?? '',
        expected: problem.expected,
      })
    else rows.push({ line: info.lines, values: record })
  }
  return { rows, refused }
}

/** Reads every file of the set in `folder`. Throws UnreadableFileError; bad rows come back in `refused`. */
export async function readFiles(folder: string): Promise<ReadResult> {
  const hash = createHash('sha256').update(MAPPING_REVISION)
  const refused: Refusal[] = []
  const read: Record<string, number> = {}
  const tables: Partial<Record<FileName, Row[]>> = {}
  for (const file of Object.keys(FILES) as FileName[]) {
    const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      throw new UnreadableFileError(`${file}: cannot be read in ${folder} (${error.code ?? error.message}).`)
    })
    hash.update(file).update(bytes)
    const table = parseTable(file, bytes)
    tables[file] = table.rows
    read[file] = table.rows.length + table.refused.length
    refused.push(...table.refused)
  }
  return { tables: tables as Record<FileName, Row[]>, refused, contentHash: hash.digest('hex'), read }
}

/** The values of a list cell. */
export const listOf = (cell: string | undefined): string[] =>
  (cell ?? '')
    .split(';')
    .map((value) => value.trim())
    .filter((value) => value !== '')
