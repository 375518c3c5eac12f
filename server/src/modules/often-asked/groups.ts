/**
 * Asks made again and again, from the links of one State: trails counted for every recommendation, the largest first, each
 * recommendation in one ask only. Pure. In memory, since a statement would walk every trail of a State once for each end.
 */

/** A recommendation that a SAME_ASK link ties to another. */
export type Linked = {
  readonly id: string
  readonly mechanism: string
  readonly sortOn: string
  readonly isOnTheme: boolean
}
export type SameAskLink = { readonly from: string; readonly to: string; readonly isConfirmed: boolean }

export type Group = {
  /** The one round which the trail is counted. */
  readonly id: string
  /** Earliest first. */
  readonly members: readonly { readonly id: string; readonly isSuggestion: boolean }[]
  readonly confirmedCount: number
  readonly mechanismCount: number
}

type Neighbours = ReadonlyMap<string, readonly string[]>

function neighboursOf(links: readonly SameAskLink[], isConfirmed: boolean): Neighbours {
  const neighbours = new Map<string, string[]>()
  const add = (one: string, other: string): void => {
    const known = neighbours.get(one)
    if (known === undefined) neighbours.set(one, [other])
    else known.push(other)
  }
  for (const link of links) {
    if (link.isConfirmed !== isConfirmed) continue
    add(link.from, link.to)
    add(link.to, link.from)
  }
  return neighbours
}

/** All that the neighbours tie to the seeds, those included. */
function tiedTo(seeds: Iterable<string>, neighbours: Neighbours): Set<string> {
  const tied = new Set(seeds)
  // A Set walks over what is added meanwhile.
  for (const id of tied) for (const other of neighbours.get(id) ?? []) tied.add(other)
  return tied
}

/** Groups of two or more, in the order asked, ties by id. */
export function groupAsks(
  recommendations: readonly Linked[],
  links: readonly SameAskLink[],
  order: 'MECHANISMS' | 'COUNT',
  includeSuggestions: boolean,
): Group[] {
  const known = new Map(recommendations.map((one) => [one.id, one]))
  const confirmed = neighboursOf(links, true)
  const suggested = neighboursOf(links, false)
  const trails = recommendations.map(({ id }) => {
    const facts = tiedTo([id], confirmed)
    const near = includeSuggestions ? [...facts].flatMap((one) => suggested.get(one) ?? []) : []
    const all = [...new Set([...facts, ...tiedTo(near, confirmed)])].filter((one) => known.has(one))
    return { id, facts, all, mechanismCount: new Set(all.map((one) => known.get(one)?.mechanism)).size }
  })
  const size = (trail: (typeof trails)[number]): readonly number[] =>
    order === 'COUNT' ? [trail.all.length, trail.mechanismCount] : [trail.mechanismCount, trail.all.length]
  const compare = (a: (typeof trails)[number], b: (typeof trails)[number]): number => {
    const [[a1 = 0, a2 = 0], [b1 = 0, b2 = 0]] = [size(a), size(b)]
    return b1 - a1 || b2 - a2 || (a.id < b.id ? -1 : 1)
  }
  const taken = new Set<string>()
  const groups: Group[] = []
  for (const { id, facts, all, mechanismCount } of trails.sort(compare)) {
    // A trail round what stands in a larger one already is the same ask told again.
    if (all.length < 2 || taken.has(id)) continue
    for (const one of all) taken.add(one)
    if (!all.some((one) => known.get(one)?.isOnTheme)) continue
    groups.push({
      id,
      members: all
        .map((one) => ({ id: one, isSuggestion: !facts.has(one), sortOn: known.get(one)?.sortOn ?? '' }))
        .sort((a, b) => (a.sortOn === b.sortOn ? (a.id < b.id ? -1 : 1) : a.sortOn < b.sortOn ? -1 : 1))
        .map(({ id: one, isSuggestion }) => ({ id: one, isSuggestion })),
      confirmedCount: facts.size,
      mechanismCount,
    })
  }
  return groups
}
