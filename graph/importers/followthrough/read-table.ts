/** Reads our own CSV and the sheet Recommendations of our own XLSX (docs/exports.md; README.md beside this file). */
import { unguard } from '../../text/formula-guard.ts'
import { splitCell } from '../../text/list-cell.ts'
import { CountedDoubts } from '../doubts.ts'
import { demandColumns, openTable, withCells } from '../files/tables.ts'
import type { ReadItem, ReadOptions } from '../records.ts'
import { itemsOf } from './map.ts'

/** Columns without which a row of our export says nothing; others may have been left out by whoever exported. */
const DEMANDED = ['id', 'state_id', 'mechanism', 'kind'] as const

/** Whether a header, as printed, is that of our export. */
export const claims = (header: readonly string[]): boolean =>
  [...DEMANDED, 'mechanism_id', 'document_id'].every((name) => header.includes(name))

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const table = await openTable(path, options)
  const columns = new Map(table.header.map((name, column) => [name, column]))
  demandColumns(table, (name) => columns.has(name), DEMANDED, 'our own export')
  // Only text files are guarded: a workbook knows texts from formulas.
  const isGuarded = table.place.sheet === null
  const doubts = new CountedDoubts()
  for await (const row of table.rows) {
    if ('is' in row) {
      yield row
      continue
    }
    const text = (column: string): string => {
      const cell = row.values[columns.get(column) ?? -1] ?? ''
      return isGuarded ? unguard(cell) : cell
    }
    yield* withCells(table, row, itemsOf({ text, list: (column) => splitCell(text(column)) }, row.place, doubts))
  }
  yield* doubts.items()
}
