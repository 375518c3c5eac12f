/** Reads our own CSV and the sheet Recommendations of our own XLSX (docs/exports.md; README.md beside this file). */
import { unguard } from '../../text/formula-guard.ts'
import { splitCell } from '../../text/list-cell.ts'
import { demandColumns, isZip, openTable, withCells } from '../files/tables.ts'
import { Workbook } from '../files/workbook.ts'
import type { Place, ReadItem, ReadOptions } from '../records.ts'
import { itemsOf, NamedThings, type OwnRow } from './map.ts'
import { assessmentsOf, describedByCells, linkOf, thingOfCells } from './whole.ts'

/** Columns without which a row of our export says nothing; others may have been left out by whoever exported. */
const DEMANDED = ['id', 'state_id', 'mechanism', 'kind'] as const

/** The sheet of a workbook that holds a recommendation a row. */
export const MAIN_SHEET = 'Recommendations'

/** Whether a header, as printed, is that of our export. */
export const claims = (header: readonly string[]): boolean =>
  [...DEMANDED, 'mechanism_id', 'document_id'].every((name) => header.includes(name))

type Cells = Readonly<Record<string, string>>

/** Sheets with a row for each relationship of a recommendation, which are read beside it; one that is full has a second. */
const RELATION_SHEET = /^(Responsibilities|Tags|Links|Assessments)(?: \(\d+\))?$/

/** Rows of a sheet as cells by column; what is no row with cells is left out. A sheet without rows gives none. */
async function* cellsIn(path: string, options: ReadOptions, sheet: string): AsyncGenerator<Cells> {
  const table = await openTable(path, { ...options, sheet })
  for await (const row of table.rows)
    if (!('is' in row)) yield Object.fromEntries(table.header.map((name, column) => [name, row.values[column] ?? '']))
}

const known = (cells: Cells): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => cell !== '')
      .map(([column, cell]): [string, unknown] => {
        const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
        if (name === 'score') return [name, Number(cell)]
        if (name === 'inCommon') return [name, splitCell(cell)]
        return [name, name === 'evidence' && /^[[{]/.test(cell) ? (JSON.parse(cell) as unknown) : cell]
      }),
  )

async function sheetNames(path: string, options: ReadOptions): Promise<readonly string[]> {
  const workbook = await Workbook.open(path, options)
  try {
    return workbook.sheets
  } finally {
    workbook.close()
  }
}

/** What the other sheets of a workbook say: links and assessments row by row, and the things that recommendations touch. */
async function* otherSheets(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  for (const sheet of await sheetNames(path, options)) {
    if (sheet === 'About' || sheet === MAIN_SHEET) continue
    const relation = RELATION_SHEET.exec(sheet)?.[1]
    // The table has responsibilities and tags whole, in columns of their own.
    if (relation === 'Responsibilities' || relation === 'Tags') continue
    const place: Place = { file: options.fileName, sheet, row: 0 }
    for await (const cells of cellsIn(path, options, sheet)) {
      const id = cells['recommendation_id'] ?? ''
      if (relation === 'Links')
        yield { is: 'afterwards', things: [], links: linkOf(id, cells['other_id'], known(cells)) }
      else if (relation === 'Assessments')
        yield {
          is: 'afterwards',
          things: assessmentsOf(id, [{ ...known(cells), id: cells['assessment_id'] }]),
          links: [],
        }
      else {
        const thing = thingOfCells(cells, splitCell)
        if (thing !== null) yield { is: 'thing', place, thing }
      }
    }
  }
}

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const isWorkbook = await isZip(path)
  const table = await openTable(path, isWorkbook ? { ...options, sheet: options.sheet ?? MAIN_SHEET } : options)
  const columns = new Map(table.header.map((name, column) => [name, column]))
  demandColumns(table, (name) => columns.has(name), DEMANDED, 'our own export')
  const named = new NamedThings()
  for await (const row of table.rows) {
    if ('is' in row) {
      yield row
      continue
    }
    const text = (column: string): string => {
      const cell = row.values[columns.get(column) ?? -1] ?? ''
      // Only text files are guarded: a workbook knows texts from formulas.
      return isWorkbook ? cell : unguard(cell)
    }
    const list = (column: string): string[] => splitCell(text(column))
    const own: OwnRow = { text, list, describe: (id) => describedByCells(id, { text, list }, isWorkbook) }
    yield* named.itemsOf(own, row.place)
    yield* withCells(table, row, itemsOf(own, row.place))
  }
  if (isWorkbook) yield* otherSheets(path, options)
}
