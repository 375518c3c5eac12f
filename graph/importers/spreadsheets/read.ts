/** Reads a spreadsheet of unknown headers through a mapping, the user's own or a guessed one (README.md beside this file). */
import { CountedDoubts } from '../doubts.ts'
import { isOfRefusedList, openTable, withCells, type Table, type TableRow } from '../files/tables.ts'
import type { ReadItem, ReadOptions } from '../records.ts'
import { unreadable } from '../unreadable-file.ts'
import { FIELDS, isField, type Field } from './fields.ts'
import { guessMapping } from './guess-mapping.ts'
import { itemsOf } from './map.ts'

/** So many rows are looked at before a mapping is guessed. */
const SAMPLE_ROWS = 200

/** Names of columns that a message shows; a sheet may have thousands. */
const NAMES_SHOWN = 20
const namesOf = (names: readonly string[]): string =>
  names.length <= NAMES_SHOWN
    ? names.join(', ')
    : `${names.slice(0, NAMES_SHOWN).join(', ')} and ${names.length - NAMES_SHOWN} more`

/** A doubt that names the columns no field takes; our own notes on refused rows are none of the file's. */
function unreadColumns(table: Table, columns: ReadonlyMap<Field, number>): ReadItem[] {
  const taken = new Set(columns.values())
  const left = table.header.filter((name, column) => name !== '' && !taken.has(column) && !isOfRefusedList(name))
  if (left.length === 0) return []
  const doubt = `No field takes ${left.length === 1 ? 'the column' : 'the columns'} ${namesOf(left)}; what stands there is left out. Give a mapping if it is meant.`
  return [{ is: 'doubt', place: table.place, doubt }]
}

/** Columns of the fields in a table, by a mapping of field -> name. Throws UnreadableFileError at a name or field that is not there. */
export function columnsOf(table: Table, mapping: Readonly<Record<string, string>>): ReadonlyMap<Field, number> {
  const columns = new Map<Field, number>()
  for (const [field, name] of Object.entries(mapping)) {
    const at = `row ${table.place.row}`
    if (!isField(field))
      throw unreadable({
        file: table.place.file,
        at: null,
        found: `a mapping for “${field}”`,
        expected: `a mapping of ${FIELDS.join(', ')}`,
      })
    const column = table.header.indexOf(name.trim())
    if (column < 0)
      throw unreadable({
        file: table.place.file,
        at,
        found: `no column “${name}” for ${field}`,
        expected: `one of: ${namesOf(table.header)}`,
      })
    columns.set(field, column)
  }
  return columns
}

/** Rows of a table as items, by the columns of the fields. */
export async function* readMapped(
  rows: AsyncIterable<TableRow | ReadItem>,
  columns: ReadonlyMap<Field, number>,
  table: Table,
  state: string | null,
): AsyncGenerator<ReadItem> {
  const doubts = new CountedDoubts()
  for await (const row of rows) {
    if ('is' in row) {
      yield row
      continue
    }
    const value = (field: Field): string => row.values[columns.get(field) ?? -1] ?? ''
    const nameOf = (field: Field): string => table.header[columns.get(field) ?? -1] ?? field
    yield* withCells(table, row, itemsOf({ place: row.place, value, nameOf }, { state }, doubts))
  }
  yield* doubts.items()
}

/** First rows of a table, and an iterable that gives them again before the rest. */
export async function peek(
  table: Table,
  most = SAMPLE_ROWS,
): Promise<{ sample: string[][]; rows: AsyncIterable<TableRow | ReadItem> }> {
  const iterator = table.rows[Symbol.asyncIterator]()
  const seen: (TableRow | ReadItem)[] = []
  const sample: string[][] = []
  while (sample.length < most) {
    const next = await iterator.next()
    if (next.done === true) break
    seen.push(next.value)
    if (!('is' in next.value)) sample.push([...next.value.values])
  }
  async function* rows(): AsyncGenerator<TableRow | ReadItem> {
    yield* seen
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value
  }
  return { sample, rows: rows() }
}

/** A doubt for each column that was guessed and not surely. */
const unsure = (table: Table, guesses: NonNullable<ReadOptions['guessed']>): ReadItem[] =>
  guesses
    .filter(({ confidence }) => confidence < 0.9)
    .map(({ field, header, confidence }) => ({
      is: 'doubt',
      place: table.place,
      doubt: `The column “${header}” is read as ${field}, which is a guess (${Math.round(confidence * 100)} %). Give a mapping if it is wrong.`,
    }))

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const table = await openTable(path, options)
  const { sample, rows } = await peek(table)
  if (options.mapping !== null) {
    const columns = columnsOf(table, options.mapping)
    if (!columns.has('text'))
      throw unreadable({
        file: options.fileName,
        at: null,
        found: 'a mapping without text',
        expected: `a column for text, one of: ${namesOf(table.header)}`,
      })
    yield* unsure(table, options.guessed ?? [])
    yield* unreadColumns(table, columns)
    yield* readMapped(rows, columns, table, options.state)
    return
  }
  const guess = guessMapping(table.header, sample)
  if (guess.missing.length > 0) {
    await table.close()
    throw unreadable({
      file: options.fileName,
      at: `row ${table.place.row}`,
      found: `no column that looks like ${guess.missing.join(' or ')} (the columns are: ${namesOf(table.header)})`,
      expected: 'a mapping that says which column holds it',
    })
  }
  yield* unsure(table, guess.guesses)
  const columns = columnsOf(table, guess.mapping)
  yield* unreadColumns(table, columns)
  yield* readMapped(rows, columns, table, options.state)
}
