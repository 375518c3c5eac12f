/** What a format is given, and what it gives: text or bytes in order, made as they are taken. */
import type { About } from './about.ts'
import type { Column } from './columns.ts'
import { recordOf, type RecommendationRecord } from './records.ts'
import type { RecommendationRow, Selection } from './selection.ts'

export type Chunks = AsyncGenerator<string | Uint8Array, void, undefined>

export type Source = {
  readonly selection: Selection
  /** Where the server is, `http://host:port`; empty where that is not known. */
  readonly origin: string
  readonly columns: readonly Column[]
  readonly isWithBom: boolean
  /** What the file says of itself, once all rows are written. */
  readonly about: () => Promise<About>
  /** The same before the first row, counted for it; throws at the end where it did not come true. */
  readonly aboutBefore: () => Promise<About>
  /** Tells what a person should know of the file besides: a cell that had to be cut. */
  readonly remark: (text: string) => void
}

export type Format = {
  readonly name: 'csv' | 'xlsx' | 'json' | 'jsonld' | 'graphml' | 'gexf'
  readonly mediaType: string
  readonly describe: string
  /** Whether columns may be chosen. */
  readonly hasColumns: boolean
  /** Whether links lead only to what the file holds as well. */
  readonly isClosed: boolean
  /** Most recommendations that the format holds; null where there is no end. */
  readonly maxRows: number | null
  readonly write: (source: Source) => Chunks
}

/** The records of a selection, some at a time. */
export async function* recordsOf({
  selection,
  origin,
}: Pick<Source, 'selection' | 'origin'>): AsyncGenerator<
  readonly { record: RecommendationRecord; row: RecommendationRow }[],
  void,
  undefined
> {
  for await (const rows of selection.batches())
    yield rows.map((row) => ({ row, record: recordOf(row, selection, origin) }))
}
