/** Reads the download of the Danish Institute's SDG – Human Rights Data Explorer (README.md beside this file). */
import { CountedDoubts } from '../doubts.ts'
import { cellsOf, demandColumns, openTable, withCells, type TableRow } from '../files/tables.ts'
import type { ReadItem, ReadOptions } from '../records.ts'
import type { Field } from '../spreadsheets/fields.ts'
import { itemsOf } from '../spreadsheets/map.ts'

const COLUMNS = {
  state: ['state'],
  text: ['text'],
  sdggoals: ['sdggoals', 'sdg goals'],
  sdgtargets: ['sdgtargets', 'sdg targets'],
  groups: ['groups'],
  mechanism: ['mechanism'],
  type: ['type'],
  responseupr: ['responseupr', 'response upr'],
  recommendingstateupr: ['recommendingstateupr', 'recommending state upr'],
  treatybody: ['treatybody', 'treaty body'],
  specialprocedure: ['specialprocedure', 'special procedure'],
  documentcode: ['documentcode', 'document code'],
  paragraph: ['paragraph'],
  year: ['year'],
  session: ['session'],
} as const
type Column = keyof typeof COLUMNS

/** Whether a header, folded, is that of the download. */
export const claims = (header: readonly string[]): boolean =>
  ['documentcode', 'responseupr', 'treatybody'].every((name) => header.some((one) => one.replaceAll(' ', '') === name))

const PLAIN: Partial<Record<Field, Column>> = {
  state: 'state',
  text: 'text',
  affectedGroups: 'groups',
  kind: 'type',
  position: 'responseupr',
  recommendingStates: 'recommendingstateupr',
  symbol: 'documentcode',
  paragraph: 'paragraph',
  publishedOn: 'year',
  session: 'session',
}

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const table = await openTable(path, options)
  const { has, cell } = cellsOf(table, COLUMNS)
  demandColumns(table, has, ['state', 'text', 'mechanism', 'documentcode'], "the Danish Institute's download")
  const doubts = new CountedDoubts()
  const columnOf = (field: Field): Column | null => PLAIN[field] ?? null
  for await (const row of table.rows) {
    if ('is' in row) {
      yield row
      continue
    }
    // The mechanism is a family ("Treaty Bodies"); which one stands in a column of that family.
    const mechanismOf = (one: TableRow): string =>
      [cell(one, 'treatybody'), cell(one, 'specialprocedure'), cell(one, 'mechanism')].find(
        (name) => name.trim() !== '',
      ) ?? ''
    const items = itemsOf(
      {
        place: row.place,
        nameOf: (field) => columnOf(field) ?? field,
        value: (field) => {
          if (field === 'mechanism') return mechanismOf(row)
          if (field === 'sdgs') return `${cell(row, 'sdggoals')}\n${cell(row, 'sdgtargets')}`
          const column = columnOf(field)
          return column === null ? '' : cell(row, column)
        },
      },
      options,
      doubts,
    )
    yield* withCells(table, row, items)
  }
  yield* doubts.items()
}
