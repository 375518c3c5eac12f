/** The files of the built-in data as plain rows, for tests to count against. */
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../graph/root.ts'

export type Row = Readonly<Record<string, string>>

/** Rows of one built-in file, by the names in its header. */
export const rowsOf = (file: string): Row[] =>
  parse(readFileSync(join(ROOT, 'graph', 'data', 'cambodia', `${file}.csv`), 'utf8'), { columns: true, bom: true })

/** The values of a cell that holds several. */
export const valuesOf = (cell: string | undefined): string[] => (cell ?? '').split(';').filter((value) => value !== '')
