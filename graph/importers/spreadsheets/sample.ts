/** The column names of a spreadsheet and its first rows, to show and to guess a mapping from. */
import { openTable } from '../files/tables.ts'
import type { Place, ReadOptions } from '../records.ts'
import { peek } from './read.ts'

export type Sample = {
  readonly header: readonly string[]
  readonly place: Place
  readonly rows: readonly (readonly string[])[]
}

/** Reads no further than `most` rows. Throws UnreadableFileError. */
export async function sampleOf(path: string, options: ReadOptions, most = 20): Promise<Sample> {
  const table = await openTable(path, options, { withMerged: false })
  try {
    const { sample } = await peek(table, most)
    return { header: table.header, place: table.place, rows: sample }
  } finally {
    await table.close()
  }
}
