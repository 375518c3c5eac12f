/** The mechanism × cycle grid of one ask: for each mechanism its reviews of the State in order, and how often each asked. Pure. */

export type Review = {
  readonly id: string
  readonly symbol: string | null
  readonly title: string
  readonly cycle: string | null
  readonly year: number | null
  readonly mechanism: { readonly id: string; readonly code: string }
  readonly coverage: { readonly isComplete: boolean }
}
export type Occurrence = {
  readonly isSuggestion: boolean
  readonly isSelf: boolean
  readonly recommendation: {
    readonly mechanism: { readonly id: string; readonly code: string }
    readonly document: { readonly id: string }
  }
}
export type Cell = {
  readonly review: Review
  /** Asked in it by confirmed links, and by suggested ones. */
  readonly confirmed: number
  readonly suggested: number
  readonly isHere: boolean
}
export type GridRow = {
  readonly code: string
  readonly id: string
  readonly cells: readonly Cell[]
  readonly total: number
}

/** Mechanisms that asked at least once, the most frequent first; cells are their reviews held, earliest first. */
export function gridOf(reviews: readonly Review[], occurrences: readonly Occurrence[]): GridRow[] {
  const rows = new Map<string, GridRow & { cells: Cell[] }>()
  const inOrder = [...reviews].sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999) || (a.id < b.id ? -1 : 1))
  for (const { recommendation } of occurrences) {
    const { id, code } = recommendation.mechanism
    if (rows.has(id)) continue
    const cells = inOrder
      .filter(({ mechanism }) => mechanism.id === id)
      .map((review): Cell => {
        const inIt = occurrences.filter((one) => one.recommendation.document.id === review.id)
        return {
          review,
          confirmed: inIt.filter(({ isSuggestion }) => !isSuggestion).length,
          suggested: inIt.filter(({ isSuggestion }) => isSuggestion).length,
          isHere: inIt.some(({ isSelf }) => isSelf),
        }
      })
    rows.set(id, { id, code, cells, total: cells.reduce((sum, one) => sum + one.confirmed + one.suggested, 0) })
  }
  return [...rows.values()].sort((a, b) => b.total - a.total || (a.code < b.code ? -1 : 1))
}
