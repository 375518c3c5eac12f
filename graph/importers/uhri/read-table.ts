/** Reads UHRI's XLSX export, and the same table saved as CSV (README.md beside this file). */
import { CountedDoubts } from '../doubts.ts'
import { cellsOf, demandColumns, openTable, withCells } from '../files/tables.ts'
import type { ReadItem, ReadOptions } from '../records.ts'
import { dateOf } from '../understanding/dates.ts'
import { itemsOf } from './map.ts'

/** UHRI has spelled "Reccomending" for years; both spellings are taken. */
const COLUMNS = {
  Text: ['Text'],
  'Countries Concerned': ['Countries Concerned', 'Country Concerned'],
  'Recommending Body': ['Reccomending Body', 'Recommending Body'],
  'Document Symbol': ['Document Symbol'],
  Themes: ['Themes'],
  'Affected Persons': ['Affected Persons'],
  Sdgs: ['Sdgs'],
  'Document Publication Date': ['Document Publication Date'],
  'UPR Recommending States': ['UPR Reccomending States', 'UPR Recommending States'],
  'UPR Position': ['UPR Position', 'UPR Positions'],
  Type: ['Type', 'Annotation Type'],
  'OHCHR Annotation Id': ['OHCHR Annotation Id', 'Annotation Id'],
  'UPR Session': ['UPR Session'],
  // In our list of refused rows alone.
  'UPR Cycle': ['UPR Cycle'],
  'Document Id': ['Document Id'],
} as const

/** Whether a header, folded, is UHRI's. */
export const claims = (header: readonly string[]): boolean =>
  header.includes('text') &&
  header.includes('document symbol') &&
  header.some((name) => /^recc?omm?ending body$/.test(name))

/** Values of a cell: one a line, each behind "- ". A line that begins without it goes on with the value above. */
export function listOf(cell: string): string[] {
  const lines = cell.split(/\r\n?|\n/).map((line) => line.trim())
  if (!lines.some((line) => line.startsWith('- '))) return lines.filter((line) => line !== '' && line !== '-')
  const values: string[] = []
  for (const line of lines) {
    if (line === '' || line === '-') continue
    if (line.startsWith('- ') || values.length === 0) values.push(line.replace(/^- /, ''))
    else values[values.length - 1] += ` ${line}`
  }
  return values
}

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const table = await openTable(path, options)
  const { has, cell } = cellsOf(table, COLUMNS)
  demandColumns(table, has, ['Text', 'Countries Concerned', 'Recommending Body', 'Document Symbol'], "UHRI's export")
  const doubts = new CountedDoubts()
  for await (const row of table.rows) {
    if ('is' in row) {
      yield row
      continue
    }
    const items = itemsOf(
      {
        annotationId: cell(row, 'OHCHR Annotation Id').trim(),
        documentId: cell(row, 'Document Id'),
        type: cell(row, 'Type'),
        body: cell(row, 'Recommending Body'),
        symbol: cell(row, 'Document Symbol'),
        text: cell(row, 'Text'),
        countries: listOf(cell(row, 'Countries Concerned')),
        themes: listOf(cell(row, 'Themes')),
        affectedPersons: listOf(cell(row, 'Affected Persons')),
        sdgs: listOf(cell(row, 'Sdgs')),
        publishedOn: dateOf(cell(row, 'Document Publication Date')),
        recommendingStates: listOf(cell(row, 'UPR Recommending States')),
        positions: listOf(cell(row, 'UPR Position')),
        sessions: listOf(cell(row, 'UPR Session')),
        cycle: cell(row, 'UPR Cycle'),
      },
      row.place,
      options.state,
      doubts,
    )
    yield* withCells(table, row, items)
  }
  yield* doubts.items()
}
