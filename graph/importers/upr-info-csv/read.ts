/** Reads UPR Info's historic CSV: one row for each recommending State (README.md beside this file). */
import { labels, position, recommendation, states, uprDocument } from '../build.ts'
import { CountedDoubts } from '../doubts.ts'
import { cellsOf, demandColumns, openTable, refusal, withCells } from '../files/tables.ts'
import type { ReadItem, ReadOptions } from '../records.ts'
import { cycleOfSession, findState, findTheme, plainText } from '../understanding/index.ts'

const COLUMNS = {
  To: ['To'],
  Text: ['Text'],
  From: ['From'],
  Response: ['Response'],
  Issue: ['Issue'],
  Session: ['Session'],
} as const
const DEMANDED = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]

/** Whether a header is UPR Info's. */
export const claims = (header: readonly string[]): boolean =>
  ['to', 'from', 'response', 'issue', 'session'].every((name) => header.includes(name))

/** Issues of a cell. None of the 54 holds a comma, so here, and only here, a comma separates. */
const issuesOf = (cell: string): string[] => cell.split(',').map((issue) => issue.trim())

/** The name UPR Info prints where it does not know who recommended. */
const UNKNOWN = '(Unknown)'

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const table = await openTable(path, options)
  const { has, cell: raw } = cellsOf(table, COLUMNS)
  demandColumns(table, has, DEMANDED, 'UPR Info')
  const doubts = new CountedDoubts()
  for await (const row of table.rows) {
    if ('is' in row) {
      yield row
      continue
    }
    const { place } = row
    const refuse = (column: keyof typeof COLUMNS, reason: string): ReadItem[] =>
      withCells(table, row, [refusal(place, column, cell(column), reason)])
    const cell = (name: keyof typeof COLUMNS): string => plainText(raw(row, name))
    const under = findState(cell('To'))
    const session = /^\d{1,2}$/.test(cell('Session')) ? Number(cell('Session')) : null
    if (under.code === null) {
      yield* refuse('To', 'No State is known by this name. Expected the State under review.')
      continue
    }
    if (session === null || cycleOfSession(session) === null) {
      yield* refuse('Session', 'Expected the number of the session, 1 to 54.')
      continue
    }
    if (cell('Text') === '') {
      yield* refuse('Text', 'The recommendation has no words. Expected its text.')
      continue
    }
    const from = cell('From')
    if (from === UNKNOWN || from === '') doubts.note('The file does not know which State recommended this', place)
    yield {
      is: 'recommendation',
      recommendation: recommendation({
        place,
        state: under.code,
        mechanism: 'UPR',
        document: uprDocument(session),
        text: cell('Text'),
        ...position(cell('Response'), doubts, place),
        recommendingStates: from === UNKNOWN || from === '' ? [] : states([findState(from)], doubts, place),
        themes: labels(issuesOf(cell('Issue')), findTheme, 'issue', doubts, place),
      }),
    }
  }
  yield* doubts.items()
}
