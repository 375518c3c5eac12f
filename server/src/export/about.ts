/** What every file says of itself: what was asked, when, of which data, how many rows, how to cite it. Pure. */
import type { Query } from './selection.ts'

export const LICENCE =
  'The data built into Followthrough is offered under CC BY 4.0, each row with its source. Rows that an installation imported belong to their sources, which stand beside them.'

export type About = {
  readonly title: string
  /** When the file was begun, ISO 8601 in UTC. */
  readonly exportedAt: string
  /** Where the same question is asked again; without a server, the path on any. */
  readonly address: string
  readonly filter: Query['filter']
  /** Null where the order was not chosen: newest first, or by relevance where words are sought. */
  readonly orderBy: Query['orderBy']
  /** Recommendations in the file. */
  readonly count: number
  /** A mark of the data when the file was begun, and when it was done; it changes with every change to the graph. */
  readonly dataVersion: string
  readonly dataVersionAtEnd: string
  /** True where the graph changed while the file was written: it may hold some rows as they were before. */
  readonly changedMeanwhile: boolean
  /** Of the documents these recommendations stand in, those of which the graph is not known to hold all. */
  readonly incompleteDocuments: number
  readonly notes: readonly string[]
  readonly citation: string
  readonly licence: string
}

export type AboutInput = Pick<
  About,
  'exportedAt' | 'address' | 'count' | 'dataVersion' | 'dataVersionAtEnd' | 'incompleteDocuments'
> &
  Query

/** The question in words that can be asked again. */
export function questionOf({ filter, orderBy }: Query): string {
  const asked = Object.keys(filter).length === 0 ? 'no filter' : `filter ${JSON.stringify(filter)}`
  return orderBy === null ? asked : `${asked}, order ${orderBy.field} ${orderBy.direction}`
}

export function aboutOf(input: AboutInput): About {
  const { exportedAt, address, count, dataVersion, dataVersionAtEnd, incompleteDocuments, filter, orderBy } = input
  const changedMeanwhile = dataVersion !== dataVersionAtEnd
  const version = changedMeanwhile
    ? `data version ${dataVersion} to ${dataVersionAtEnd}`
    : `data version ${dataVersion}`
  return {
    title: 'Followthrough: recommendations of UN human-rights mechanisms',
    exportedAt,
    address,
    filter,
    orderBy,
    count,
    dataVersion,
    dataVersionAtEnd,
    changedMeanwhile,
    incompleteDocuments,
    notes: [
      'Suggestions (columns, fields and relationships marked as suggested) were confirmed by nobody and are no facts.',
      ...(incompleteDocuments === 0
        ? []
        : [
            `Of ${incompleteDocuments} of the documents the graph is not known to hold every recommendation: what is missing here need not be missing there.`,
          ]),
      ...(changedMeanwhile
        ? ['The graph changed while this file was written. Export again for one state of the data.']
        : []),
    ],
    citation: `Followthrough, ${version}: ${count} recommendation${count === 1 ? '' : 's'}, ${questionOf({ filter, orderBy })}, retrieved ${exportedAt}, ${address}`,
    licence: LICENCE,
  }
}
