/** What two sets of recommendations share and where they part, by the links between them. */
export type Comparison = {
  /** Pairs that ask alike, the confirmed ones first. */
  readonly repeated: readonly { readonly from: string; readonly to: string; readonly isSuggestion: boolean }[]
  /** In the later set alone. */
  readonly added: readonly string[]
  /** In the earlier set alone. */
  readonly dropped: readonly string[]
}
type Link = { readonly type: string; readonly from: string; readonly to: string; readonly isSuggestion: boolean }

/** `SIMILAR_TO` leads from the later to the earlier; one end in each set makes a pair. What stands in both is a pair of its own. */
export function compared(earlier: readonly string[], later: readonly string[], links: readonly Link[]): Comparison {
  const [before, after] = [new Set(earlier), new Set(later)]
  const repeated = [
    ...earlier.filter((id) => after.has(id)).map((id) => ({ from: id, to: id, isSuggestion: false })),
    ...links.flatMap(({ type, from, to, isSuggestion }) => {
      if (type !== 'SIMILAR_TO') return []
      if (before.has(to) && after.has(from)) return [{ from: to, to: from, isSuggestion }]
      return before.has(from) && after.has(to) ? [{ from, to, isSuggestion }] : []
    }),
  ].sort(
    (a, b) =>
      Number(a.isSuggestion) - Number(b.isSuggestion) || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  )
  const paired = new Set(repeated.flatMap(({ from, to }) => [from, to]))
  return {
    repeated,
    added: later.filter((id) => !paired.has(id)),
    dropped: earlier.filter((id) => !paired.has(id)),
  }
}
