/** Reads our own CSV and the sheet Recommendations of our own XLSX (docs/exports.md; README.md beside this file). */
import { CountedDoubts } from '../doubts.ts'
import { unguard } from '../../text/formula-guard.ts'
import { splitCell } from '../../text/list-cell.ts'
import { demandColumns, isZip, openTable, refusal, withCells } from '../files/tables.ts'
import { Workbook } from '../files/workbook.ts'
import type { Place, ReadItem, ReadOptions } from '../records.ts'
import { itemsOf, NamedThings, type OwnRow } from './map.ts'
import { soundItems } from './sound.ts'
import { assessmentsOf, describedByCells, jsonIn, linkOf, thingOfCells } from './whole.ts'

/** Columns without which a row of our export says nothing; others may have been left out by whoever exported. */
const DEMANDED = ['id', 'state_id', 'mechanism', 'kind'] as const

/** The sheet of a workbook that holds a recommendation a row. */
export const MAIN_SHEET = 'Recommendations'

/** Whether a header, as printed, is that of our export. */
export const claims = (header: readonly string[]): boolean =>
  [...DEMANDED, 'mechanism_id', 'document_id'].every((name) => header.includes(name))

/** Columns of bodies by role, that a person reads; `responsibilities` says the whole. */
const BODY_COLUMNS = ['lead', 'support', 'oversight']
  .map((role) => `${role}_body_ids`)
  .concat('body_without_role_ids')
  .flatMap((column) => [column, `suggested_${column}`])
/** What is done where the JSON of a column is broken. */
const INSTEAD: Readonly<Record<string, string>> = {
  tags: 'the columns of ids are taken in its place',
  responsibilities: 'who is responsible is left out',
}

type Cells = Readonly<Record<string, string>>

/** Sheets with a row for each relationship of a recommendation, which are read beside it; one that is full has a second. */
const RELATION_SHEET = /^(Responsibilities|Tags|Links|Assessments)(?: \(\d+\))?$/
const relationOf = (sheet: string): string | undefined => RELATION_SHEET.exec(sheet)?.[1]

type SheetCells = { readonly place: Place; readonly cells: Cells }

/** Rows of a sheet as cells by column, and what is to be said of those that are none. */
async function* cellsIn(path: string, options: ReadOptions): AsyncGenerator<SheetCells | ReadItem> {
  const table = await openTable(path, options)
  for await (const row of table.rows) {
    if ('is' in row) yield row
    else
      yield {
        place: row.place,
        cells: Object.fromEntries(table.header.map((name, column) => [name, row.values[column] ?? ''])),
      }
  }
}

const known = (cells: Cells): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, cell]) => cell !== '')
      .map(([column, cell]): [string, unknown] => {
        const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
        if (name === 'score') return [name, Number(cell)]
        if (name === 'inCommon') return [name, splitCell(cell)]
        return [name, name === 'evidence' && /^[[{]/.test(cell) ? jsonIn(cell) : cell]
      }),
  )

/** The sheets that are read, the main one first, each with options by which it tells of its share of them all. */
async function sheetsToRead(
  path: string,
  options: ReadOptions,
): Promise<readonly { readonly sheet: string; readonly options: ReadOptions }[]> {
  const workbook = await Workbook.open(path, options)
  try {
    // The table has responsibilities and tags whole, in columns of their own.
    const others = workbook.sheets.filter(
      (sheet) => !/^(About|Responsibilities|Tags)$/.test(relationOf(sheet) ?? sheet),
    )
    const sheets = [MAIN_SHEET, ...others.filter((sheet) => sheet !== MAIN_SHEET)]
    const sizes = sheets.map((sheet) => workbook.sizeOf(sheet))
    const sum = (some: readonly number[]): number => some.reduce((whole, size) => whole + size, 0)
    return sheets.map((sheet, at) => {
      const [before, own, whole] = [sum(sizes.slice(0, at)), sizes[at] ?? 0, sum(sizes)]
      const onShare = (share: number): void => options.onShare?.((before + share * own) / whole)
      return { sheet, options: { ...options, sheet, onShare } }
    })
  } finally {
    workbook.close()
  }
}

/** What the other sheets of a workbook say: links and assessments row by row, and the things that recommendations touch. */
async function* otherSheets(path: string, sheets: Awaited<ReturnType<typeof sheetsToRead>>): AsyncGenerator<ReadItem> {
  for (const { sheet, options } of sheets) {
    const relation = relationOf(sheet)
    for await (const row of cellsIn(path, options)) {
      if ('is' in row) {
        yield row
        continue
      }
      const { place, cells } = row
      const id = cells['recommendation_id'] ?? ''
      const evidence = cells['evidence'] ?? ''
      if (/^[[{]/.test(evidence) && jsonIn(evidence) === undefined) {
        yield refusal(place, 'evidence', evidence, 'Not the JSON that the export wrote. Expected it whole.', cells)
        continue
      }
      if (relation === 'Links')
        yield { is: 'afterwards', place, things: [], links: linkOf(id, cells['other_id'], known(cells)) }
      else if (relation === 'Assessments')
        yield {
          is: 'afterwards',
          place,
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

/** Reads a table of ours. Throws UnreadableFileError. */
export const read = (path: string, options: ReadOptions): AsyncGenerator<ReadItem> => soundItems(itemsIn(path, options))

async function* itemsIn(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const isWorkbook = await isZip(path)
  const [main, ...others] = isWorkbook ? await sheetsToRead(path, options) : []
  const table = await openTable(path, main?.options ?? options)
  const columns = new Map(table.header.map((name, column) => [name, column]))
  demandColumns(table, (name) => columns.has(name), DEMANDED, 'our own export')
  const named = new NamedThings()
  const doubts = new CountedDoubts()
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
    for (const column of ['tags', 'responsibilities'])
      if (text(column) !== '' && jsonIn(text(column)) === undefined)
        doubts.note(
          `The column ${column} does not hold the JSON that the export wrote; ${INSTEAD[column] ?? ''}`,
          row.place,
        )
    if (text('responsibilities') === '' && BODY_COLUMNS.some((column) => text(column) !== ''))
      doubts.note(
        'Who is responsible is told by the columns of bodies alone, which do not say on what basis; it is left out. Export the column responsibilities too',
        row.place,
      )
    yield* named.itemsOf(own, row.place)
    yield* withCells(table, row, itemsOf(own, row.place))
  }
  yield* doubts.items()
  yield* otherSheets(path, others)
}
