import type { Place, ReadItem } from './records.ts'

/** So many different doubts are told apart; what comes after is counted under one line of its own. */
const DISTINCT = 5_000

/**
 * Doubts that may come back in every row, counted: "Theme “Space law” has no twin here (312 rows)". They are given at the
 * end of the file, each at the place it was first met.
 */
export class CountedDoubts {
  readonly #counts = new Map<string, { readonly place: Place; count: number }>()

  note(doubt: string, place: Place): void {
    const key = this.#counts.size < DISTINCT || this.#counts.has(doubt) ? doubt : 'Further doubts, not told apart'
    const known = this.#counts.get(key)
    if (known === undefined) this.#counts.set(key, { place, count: 1 })
    else known.count += 1
  }

  *items(): Generator<ReadItem> {
    for (const [doubt, { place, count }] of this.#counts)
      yield { is: 'doubt', place, doubt: `${doubt} (${count === 1 ? '1 row' : `${count} rows, this the first`})` }
  }
}
