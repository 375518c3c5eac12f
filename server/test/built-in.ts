/** The built-in data for tests: loaded into the test database, and read as plain rows to count against. */
import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../graph/db/index.ts'
import { applySchema, loadBuiltIn } from '../../graph/index.ts'
import { ROOT } from '../../graph/root.ts'
import { empty } from './harness.ts'

export type Row = Readonly<Record<string, string>>

/** Rows of one built-in file, by the names in its header. */
export const rowsOf = (file: string): Row[] =>
  parse(readFileSync(join(ROOT, 'graph', 'data', 'cambodia', `${file}.csv`), 'utf8'), { columns: true, bom: true })

/** The values of a cell that holds several. */
export const valuesOf = (cell: string | undefined): string[] => (cell ?? '').split(';').filter((value) => value !== '')

/** The test database with the built-in data and nothing else. */
export async function loadCambodia(db: Db): Promise<void> {
  await empty(db)
  await applySchema(db)
  await loadBuiltIn(db)
}
