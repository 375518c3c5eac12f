/** A header and rows, whether they stand in a delimited text or in a sheet of a workbook. */
import { unguard } from '../../text/index.ts'
import type { Place, ReadItem, ReadOptions } from '../records.ts'
import { UnreadableFileError, unreadable } from '../unreadable-file.ts'
import { readCsv } from './csv.ts'
import { findEncoding, headOf, type EncodingName } from './encodings.ts'
import { Workbook, type SheetRow } from './workbook.ts'

/** What a value is cut to where a refusal shows it. */
const SHOWN = 200

export type TableRow = {
  readonly place: Place
  /** One value for each name of the header; missing ones are ''. */
  readonly values: readonly string[]
}

export type Table = {
  /** Names of the columns as printed, trimmed. */
  readonly header: readonly string[]
  readonly place: Place
  /** Doubts about the file itself, its encoding say; then the rows below the header, one that does not fit it refused. */
  readonly rows: AsyncIterable<TableRow | ReadItem>
  /** Null for a sheet of a workbook. */
  readonly encoding: EncodingName | null
  /** Lets go of the file; reading the rows to their end does so too. */
  close(): Promise<void>
}

type Opening = { readonly withMerged?: boolean }

export type RawRow = {
  readonly row: number
  readonly values: readonly string[]
  /** Cells without a value a person sees, by column from 0. */
  readonly troubles?: SheetRow['troubles']
  /** Columns whose value stands in a cell merged over several rows, from 0. */
  readonly merged?: SheetRow['merged']
  readonly doubt?: string | null
}

/** A column name without case, spaces and signs: "Reccomending Body" and "reccomending_body" are one. */
export const foldHeader = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** Whether a column is one of those that our list of refused rows has in front (`recommendations/refused.ts`): no reader takes it. */
export const isOfRefusedList = (name: string): boolean => name.startsWith('refused_')

/** A refusal of one row, its value cut to what a report can show. */
export function refusal(
  place: Place,
  column: string | null,
  value: string,
  reason: string,
  cells?: Readonly<Record<string, string>>,
): ReadItem {
  return { is: 'refused', refused: { place, column, value: value.slice(0, SHOWN), reason, cells } }
}

/** A row as printed, name of the column to cell; cells beyond the header by their number. */
const cellsByName = (header: readonly string[], values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value, column) => [header[column] || `column ${column + 1}`, value]))

/** Items of a record, which is given whole with each refusal, also a later one, so that it can be corrected and imported alone. */
export function withCellsOf(cells: () => Readonly<Record<string, string>>, items: readonly ReadItem[]): ReadItem[] {
  return items.map((item) => {
    if (item.is === 'refused') return { ...item, refused: { ...item.refused, cells: cells() } }
    return item.is === 'recommendation' ? { ...item, cells } : item
  })
}

export const withCells = (table: Table, row: TableRow, items: readonly ReadItem[]): ReadItem[] =>
  withCellsOf(() => cellsByName(table.header, row.values), items)

/** First rows of a sheet with fewer filled cells than this are titles above the header. */
const FEWEST_COLUMNS = 2
/** The header stands among the first so many rows with a value. */
const HEADER_WITHIN = 30

/** How many cells of a row hold a value of their own: a title merged over several rows is one of its first. */
const ownValues = ({ values, merged = [] }: RawRow): number =>
  values.filter((value, column) => value.trim() !== '' && !merged.includes(column)).length

/**
 * Makes a table of rows, the first of them with two values or more being the header. Throws UnreadableFileError where there
 * is none, or a name stands twice in it.
 */
async function tableOf(
  rows: AsyncIterable<RawRow>,
  {
    file,
    sheet,
    doubts,
    encoding,
    close,
  }: {
    file: string
    sheet: string | null
    doubts: readonly ReadItem[]
    encoding: EncodingName | null
    close: () => void
  },
): Promise<Table> {
  const iterator = rows[Symbol.asyncIterator]()
  const titles: ReadItem[] = []
  const where = sheet === null ? '' : `sheet ${sheet}`
  let first = await iterator.next()
  while (first.done !== true && titles.length < HEADER_WITHIN && ownValues(first.value) < FEWEST_COLUMNS) {
    titles.push({
      is: 'skipped',
      place: { file, sheet, row: first.value.row },
      reason: 'A title above the column names',
    })
    first = await iterator.next()
  }
  // A text of one column goes on to be refused by its column; a sheet of notes, however long, is passed over for the next.
  if (first.done === true || (sheet !== null && ownValues(first.value) < FEWEST_COLUMNS))
    throw unreadable({
      file,
      at: where === '' ? null : where,
      found: titles.length === 0 ? 'no row with a value' : 'no row with two values or more',
      expected: 'a row of column names and rows below it',
    })
  const { row: headerRow, values } = first.value
  // Our list of refused rows, corrected: what stood in them is guarded there, whatever format they came from.
  const isOfRefused = values.includes('refused_reason')
  const printed = (cell: string): string => (isOfRefused ? unguard(cell) : cell)
  const header = values.map((name) => printed(name).trim())
  while (header.at(-1) === '') header.pop()
  const seen = new Map<string, number>()
  header.forEach((name, index) => {
    const before = seen.get(name)
    if (name !== '' && before !== undefined)
      throw unreadable({
        file,
        at: `${where === '' ? '' : `${where}, `}row ${headerRow}, column ${index + 1}`,
        found: `the column name “${name.slice(0, SHOWN)}” stands in column ${before + 1} already`,
        expected: 'each column name once',
      })
    seen.set(name, index)
  })
  async function* below(): AsyncGenerator<TableRow | ReadItem> {
    yield* doubts
    yield* titles
    const told = new Set<number>()
    try {
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
        const { row, values: cells, troubles = [], merged = [], doubt = null } = next.value
        const place: Place = { file, sheet, row }
        if (doubt !== null) yield { is: 'doubt', place, doubt }
        for (const { column, trouble } of troubles)
          yield {
            is: 'doubt',
            place,
            doubt: `The column ${header[column] ?? column + 1} holds ${trouble}; it is read as empty`,
          }
        for (const column of merged) {
          if (told.has(column) || column >= header.length) continue
          told.add(column)
          yield {
            is: 'doubt',
            place,
            doubt: `The column ${header[column] || column + 1} has cells merged over several rows: what stands in one is taken for each of its rows`,
          }
        }
        const isTooLong = cells.some(
          (value, column) => column >= header.length && value.trim() !== '' && !merged.includes(column),
        )
        // A workbook leaves empty cells out; a text does not.
        if (isTooLong || (sheet === null && cells.length < header.length)) {
          const reason = `The row holds ${cells.length} values where the header has ${header.length} columns. Expected one value for each column.`
          yield refusal(place, null, cells.join(' | '), reason, cellsByName(header, cells.map(printed)))
        } else yield { place, values: header.map((_, index) => printed(cells[index] ?? '')) }
      }
    } finally {
      close()
    }
  }
  return {
    header,
    place: { file, sheet, row: headerRow },
    rows: below(),
    encoding,
    close: async () => {
      await iterator.return?.()
      close()
    },
  }
}

async function openCsv(path: string, { fileName, signal, onShare }: ReadOptions): Promise<Table> {
  const encoding = await findEncoding(path, fileName, signal)
  const place: Place = { file: fileName, sheet: null, row: 1 }
  async function* rows(): AsyncGenerator<RawRow> {
    for await (const { line, values, hasOddQuote } of readCsv(path, {
      fileName,
      encoding,
      signal,
      onShare,
      titlesWithin: HEADER_WITHIN,
    }))
      yield {
        row: line,
        values,
        doubt: hasOddQuote ? 'A value begins with a quote that closes before its end; it is kept as it stands' : null,
      }
  }
  return tableOf(rows(), {
    file: fileName,
    sheet: null,
    doubts: encoding.doubt === null ? [] : [{ is: 'doubt', place, doubt: encoding.doubt }],
    encoding: encoding.name,
    close: () => undefined,
  })
}

/** Sheets of a workbook that hold a table; looked at as far as its first row. Of a single one there is nothing to tell. */
async function tablesOf(workbook: Workbook): Promise<readonly string[]> {
  if (workbook.sheets.length === 1) return workbook.sheets
  const filled: string[] = []
  for (const sheet of workbook.sheets) {
    let looked = 0
    try {
      for await (const row of workbook.filledRows(sheet)) {
        looked += 1
        if (ownValues(row) >= FEWEST_COLUMNS) {
          filled.push(sheet)
          break
        }
        if (looked > HEADER_WITHIN) break
      }
    } catch (error) {
      if (!(error instanceof UnreadableFileError)) throw error
      // Damaged, and none of our business: it is not read.
      filled.push(sheet)
    }
  }
  return filled
}

/** A doubt that names the sheets of a workbook that are not read. */
const unreadSheets = (place: Place, others: readonly string[]): ReadItem => ({
  is: 'doubt',
  place,
  doubt: `Of the workbook's sheets “${place.sheet ?? ''}” is read, not ${others.map((name) => `“${name}”`).join(', ')}. To import ${others.length === 1 ? 'it' : 'one of them'} too, choose that sheet: on the page, or with --sheet.`,
})

/**
 * Names of the sheets of a workbook that hold a table, in their order; none where the file is no workbook. Throws UnreadableFileError
 * where `options.sheet` is none of its sheets.
 */
export async function tableSheets(path: string, options: ReadOptions): Promise<readonly string[]> {
  const { fileName: file, sheet } = options
  if (!(await isZip(path))) {
    if (sheet === undefined) return []
    throw unreadable({
      file,
      at: `sheet “${sheet}”`,
      found: 'a file that is no workbook, and so has no sheets',
      expected: 'no sheet, or an Excel workbook (.xlsx)',
    })
  }
  const workbook = await Workbook.open(path, options)
  try {
    if (sheet !== undefined) workbook.demand(sheet)
    return await tablesOf(workbook)
  } finally {
    workbook.close()
  }
}

async function openSheet(path: string, options: ReadOptions, opening: Opening): Promise<Table> {
  const { fileName: file, sheet: wanted, onShare } = options
  const workbook = await Workbook.open(path, options)
  try {
    const tables = wanted === undefined ? await tablesOf(workbook) : [wanted]
    let empty: unknown
    for (const [at, sheet] of (tables.length === 0 ? workbook.sheets : tables).entries()) {
      try {
        // Whoever looks at the head alone is told nothing of them.
        const others = opening.withMerged === false ? [] : tables.slice(at + 1)
        return await tableOf(workbook.rows(sheet, { ...opening, onShare }), {
          file,
          sheet,
          doubts: others.length === 0 ? [] : [unreadSheets({ file, sheet, row: 1 }, others)],
          encoding: null,
          close: () => workbook.close(),
        })
      } catch (error) {
        // What looked like a table was blank; damage is not passed over.
        if (!(error instanceof UnreadableFileError) || !/no row with/.test(error.message)) throw error
        empty = error
      }
    }
    throw empty
  } catch (error) {
    workbook.close()
    throw error
  }
}

/** Whether a file is a zip, by its first bytes. */
export async function isZip(path: string): Promise<boolean> {
  const head = await headOf(path, 4)
  return head.length === 4 && head.readUInt32BE(0) === 0x504b0304
}

/**
 * Opens a delimited text, or a sheet of a workbook (the first with rows unless one is named), as a table. Whoever looks at its head
 * alone says `withMerged: false`. Throws UnreadableFileError.
 */
export async function openTable(path: string, options: ReadOptions, opening: Opening = {}): Promise<Table> {
  return (await isZip(path)) ? openSheet(path, options, opening) : openCsv(path, options)
}

/** Cells of a row by the names of their columns; '' where the table has no such column. */
export function cellsOf<Name extends string>(
  table: Table,
  names: Readonly<Record<Name, readonly string[]>>,
): { readonly has: (name: Name) => boolean; readonly cell: (row: TableRow, name: Name) => string } {
  const folded = table.header.map(foldHeader)
  const columns = new Map<Name, number>()
  for (const [name, spellings] of Object.entries(names) as [Name, readonly string[]][])
    columns.set(
      name,
      folded.findIndex((head) => spellings.some((spelling) => foldHeader(spelling) === head)),
    )
  return {
    has: (name) => (columns.get(name) ?? -1) >= 0,
    cell: (row, name) => row.values[columns.get(name) ?? -1] ?? '',
  }
}

/** Throws UnreadableFileError where a table lacks columns that its format always has. */
export function demandColumns<Name extends string>(
  table: Table,
  has: (name: Name) => boolean,
  demanded: readonly Name[],
  format: string,
): void {
  const missing = demanded.filter((name) => !has(name))
  if (missing.length > 0)
    throw unreadable({
      file: table.place.file,
      at: `${table.place.sheet === null ? '' : `sheet ${table.place.sheet}, `}row ${table.place.row}`,
      found: `the column ${missing.join(', ')} is missing`,
      expected: `the columns of ${format}: ${demanded.join(', ')}`,
    })
}
