/** What an import did or would do, in figures that add up and in examples. */
import type { Format, RefusedRow } from '../records.ts'
import type { ResolvedDocument } from './documents.ts'
import type { Lists } from './lists.ts'
import type { FieldChange, Outcome, Value } from './plan.ts'

/** Examples kept of each outcome. */
export const EXAMPLES = 20
/** Refused rows kept with the run in the graph; all of them stand in the file beside it. */
export const REFUSED_KEPT = 200
/** Doubts kept with the run. */
export const DOUBTS_KEPT = 200
/** Documents whose figures are kept with the run. */
export const FIGURES_KEPT = 200

export type Example = {
  /** Recommendation of the graph, also of one that a dry run would make. */
  readonly id: string
  /** Row of the file; 0 for what the file no longer has. */
  readonly row: number
  readonly symbol: string | null
  readonly paragraph: string | null
  /** First 200 characters. */
  readonly text: string
  readonly fields: readonly FieldChange[]
}
export type DoubtExample = { readonly row: number; readonly sheet: string | null; readonly doubt: string }

/** What a file has of one document beside what the graph has of it from the same source. */
export type DocumentFigures = {
  readonly id: string
  readonly name: string
  readonly inFile: number
  readonly inGraph: number
  /** Position, or "none", -> recommendations. */
  readonly positionsInFile: Readonly<Record<string, number>>
  readonly positionsInGraph: Readonly<Record<string, number>>
}

/** Rows by what became of them; read = new + changed + unchanged + merged + refused + skipped. */
export type Counts = Record<Outcome, number> & {
  read: number
  refused: number
  skipped: number
  /** Recommendations that an earlier file of this source had and this one has no longer. */
  gone: number
  /** Doubts for a person; their rows are counted above too. */
  doubtful: number
}

export type ImportReport = {
  /** Null for a dry run, and where nothing had to be written. */
  readonly runId: string | null
  readonly isDryRun: boolean
  readonly fileName: string
  readonly fileBytes: number
  readonly format: Format
  readonly sourceName: string
  readonly counts: Readonly<Counts>
  readonly skippedBecause: readonly { readonly reason: string; readonly count: number }[]
  readonly examples: Readonly<Record<Outcome | 'gone', readonly Example[]>>
  readonly doubts: readonly DoubtExample[]
  readonly refused: readonly RefusedRow[]
  /** Documents that the file names, and how many of them the graph did not hold. */
  readonly documents: number
  readonly newDocuments: number
  /** Documents of the graph that get a date, session or symbol from the file; absent in reports of earlier versions. */
  readonly changedDocuments?: number
  /** Ids of the States that its recommendations are addressed to. */
  readonly states: readonly string[]
  /** The first documents by recommendations and positions: the graph as it is before a dry run, after an import. */
  readonly documentFigures: readonly DocumentFigures[]
  /** Documents of which, after the import, the graph has another number or other positions than the file. */
  readonly mismatches: readonly DocumentFigures[]
  /** Labels that no theme, group or target here stands for; kept as printed on their recommendations. */
  readonly unknownLabels: readonly { readonly printed: string; readonly count: number }[]
  /** The file has a part of what its source said before, so that nothing is marked as gone; how many would be. */
  readonly looksPartial: boolean
  /** Recommendations of documents that the file lacks whole: marked as gone where a person says that it is whole; absent in reports of earlier versions. */
  readonly lacking?: number
  readonly seconds: number
}

/** Adds up while rows pass; what it keeps the first of goes to the lists whole. */
export class Tally {
  readonly counts: Counts = {
    read: 0,
    new: 0,
    changed: 0,
    unchanged: 0,
    merged: 0,
    refused: 0,
    skipped: 0,
    gone: 0,
    doubtful: 0,
  }
  readonly examples: Record<Outcome | 'gone', Example[]> = { new: [], changed: [], unchanged: [], merged: [], gone: [] }
  readonly doubts: DoubtExample[] = []
  changedDocuments = 0
  readonly #lists: Lists

  constructor(lists: Lists) {
    this.#lists = lists
  }

  count(outcome: Outcome, rows: number, example: () => Example): void {
    this.counts[outcome] += rows
    if (rows === 0 || (outcome === 'unchanged' && this.examples.unchanged.length >= EXAMPLES)) return
    const one = example()
    if (this.examples[outcome].length < EXAMPLES) this.examples[outcome].push(one)
    if (outcome !== 'unchanged') this.#lists.change(outcome, rows, one)
  }

  /** A recommendation that the file no longer has. */
  gone(one: Example): void {
    this.counts.gone += 1
    if (this.examples.gone.length < EXAMPLES) this.examples.gone.push(one)
    this.#lists.change('gone', 1, one)
  }

  /** A document of the graph to which the file adds something. */
  document({ id, symbol, title, fill, was }: ResolvedDocument): void {
    this.changedDocuments += 1
    const before: Readonly<Record<string, Value | undefined>> = was
    const fields = Object.entries(fill)
      .filter(([field]) => field !== 'filledBy')
      .map(([field, then]) => ({ field, now: before[field] ?? null, then }))
    this.#lists.change('changed', 0, { id, row: 0, symbol, paragraph: null, text: title, fields })
  }

  doubt(one: DoubtExample): void {
    this.#lists.doubt(one)
    this.counts.doubtful += 1
    if (this.doubts.length < DOUBTS_KEPT) this.doubts.push(one)
  }
}
