/** One export from question to chunks: what the routes and the command share. */
import type { GraphQLSchema } from 'graphql'
import type { Db } from '../../../graph/db/index.ts'
import { badInput } from '../errors.ts'
import { aboutOf, type About } from './about.ts'
import type { Chunks } from './file.ts'
import type { ExportRequest } from './request.ts'
import { countSelected, dataVersionOf, Selection, selectionStatement, type Counted } from './selection.ts'

export type Setting = {
  readonly db: Db
  readonly schema: GraphQLSchema
  readonly now: Date
  /** Where the server is, `http://host:port`; empty where that is not known. */
  readonly origin: string
  readonly signal?: AbortSignal | undefined
  readonly remark?: (text: string) => void
}

export type Export = {
  readonly chunks: Chunks
  /** Recommendations handed on so far. */
  readonly count: () => number
  /** What the file says of itself; right once all chunks were taken. */
  readonly about: () => Promise<About>
  readonly close: () => Promise<void>
}

/** The path and query under which the question is asked again. */
export function pathOfExport(
  { format, asked: { filter, orderBy }, columns, isWithBom }: ExportRequest,
  allColumns: number,
): string {
  const kind = format.isClosed ? 'graph' : 'recommendations'
  const query = new URLSearchParams()
  if (Object.keys(filter).length > 0) query.set('filter', JSON.stringify(filter))
  if (orderBy !== null) query.set('orderBy', JSON.stringify(orderBy))
  if (columns.length !== allColumns) query.set('columns', columns.map(({ name }) => name).join(','))
  if (isWithBom) query.set('bom', 'true')
  const text = query.toString()
  return `/export/${kind}.${format.name}${text === '' ? '' : `?${text}`}`
}

/**
 * Begins an export: the first rows are read when this resolves. Errors: BAD_USER_INPUT naming what is wrong with the
 * filter, or how many rows are too many for the format; the driver's where the database does not answer.
 */
export async function openExport(
  { db, schema, now, origin, signal, remark = () => {} }: Setting,
  request: ExportRequest,
  address: string,
): Promise<Export> {
  const { format, filter, orderBy, asked, columns, isWithBom } = request
  const today = now.toISOString().slice(0, 10)
  const query = { filter, orderBy }
  const selected = selectionStatement(schema, today, query, { isClosed: format.isClosed })
  const counted = (): Promise<Counted> => countSelected(db, schema, today, query, signal)
  if (format.maxRows !== null) {
    const { count } = await counted()
    if (count > format.maxRows)
      throw badInput(
        'filter',
        `it describes ${count} recommendations, and ${format.name} holds ${format.maxRows} rows. Narrow the filter, or take csv or json, which have no end.`,
      )
  }
  const dataVersion = await dataVersionOf(db)
  const selection = new Selection(db, selected, signal)
  await selection.begin()
  let promised: Counted | null = null
  const common = { exportedAt: now.toISOString(), address: origin + address, dataVersion, ...asked }
  const about = async (): Promise<About> =>
    aboutOf({
      ...common,
      count: selection.count,
      dataVersionAtEnd: await dataVersionOf(db),
      incompleteDocuments: selection
        .thingsOf('ReviewDocument')
        .filter(({ properties }) => properties['complete'] !== true).length,
    })
  const written = format.write({
    selection,
    origin,
    columns,
    isWithBom,
    remark,
    about,
    aboutBefore: async () => {
      promised = await counted()
      return aboutOf({ ...common, ...promised, dataVersionAtEnd: dataVersion })
    },
  })
  async function* chunks(): Chunks {
    yield* written
    if (promised !== null && promised.count !== selection.count)
      throw new Error(
        `The graph changed while the file was written: it says ${promised.count} recommendations and holds ${selection.count}`,
      )
  }
  return { chunks: chunks(), count: () => selection.count, about, close: () => selection.close() }
}
