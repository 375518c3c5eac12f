/** Reads a CSV exported from Uwazi (README.md beside this file). */
import { openTable } from '../files/tables.ts'
import type { ReadItem, ReadOptions } from '../records.ts'
import { unreadable } from '../unreadable-file.ts'
import { guessMapping } from '../spreadsheets/guess-mapping.ts'
import { columnsOf, peek, readMapped } from '../spreadsheets/read.ts'

/** Columns that Uwazi puts around the properties of every template. */
const FRAME = ['date added', 'template', 'documents', 'attachments', 'published']

/** Whether a header, folded, is that of an Uwazi export. */
export const claims = (header: readonly string[]): boolean =>
  header.includes('title') && FRAME.filter((name) => header.includes(name)).length >= 4

/** The name of a property in one language: "text__en" is the property text. */
const withoutLanguage = (name: string): string => name.replace(/__[a-z]{2}$/, '')

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const table = await openTable(path, options)
  const { sample, rows } = await peek(table)
  if (options.mapping !== null) {
    yield* readMapped(rows, columnsOf(table, options.mapping), table, options.state)
    return
  }
  // Frame columns hold Uwazi's own bookkeeping; a date among them is not the document's.
  const isFrame = table.header.map((name) => FRAME.includes(name.toLowerCase()))
  const plain = table.header.map((name, column) => (isFrame[column] === true ? '' : withoutLanguage(name)))
  const guess = guessMapping(plain, sample)
  const columns = new Map(guess.guesses.map(({ field, header }) => [field, plain.indexOf(header)]))
  const title = plain.findIndex((name) => name.toLowerCase() === 'title')
  // Without a property of its own the recommendation stands in the entity's title.
  if (!columns.has('text') && title >= 0) columns.set('text', title)
  if (guess.missing.includes('mechanism')) {
    await table.close()
    throw unreadable({
      file: options.fileName,
      at: `row ${table.place.row}`,
      found: `no property that names the mechanism or the document's symbol (the properties are: ${plain.filter((name) => name !== '').join(', ')})`,
      expected: 'a mapping that says which column holds it',
    })
  }
  yield* readMapped(rows, columns, table, options.state)
}
