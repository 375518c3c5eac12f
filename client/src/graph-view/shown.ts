/**
 * What is drawn of a view, and what is not and why. Drawing, table and exports all read this, so they never differ.
 * In order: hidden by hand, types off, filters, suggestions, degree, focus; then groups.
 */
import { adjacencyOf, type Facet, type Filters, type View, type ViewEdge, type ViewNode } from './view.ts'

export type ShownNode = ViewNode & {
  /** Does not match the filters, which only fade. */
  readonly isFaded: boolean
  /** Neighbours in the graph that are not on the canvas. */
  readonly hiddenCount: number
  /** Neighbours that are drawn. */
  readonly linkCount: number
  /** Of a sign that stands for several recommendations: its value and who is in it. */
  readonly group: { readonly value: string; readonly members: readonly string[] } | null
}
export type ShownEdge = ViewEdge & { /** How many relationships it stands for. */ readonly count: number }

export type Shown = {
  readonly nodes: readonly ShownNode[]
  readonly edges: readonly ShownEdge[]
  readonly near: ReadonlyMap<string, ReadonlySet<string>>
  /** Things of the view that are not drawn as themselves, by the reason; `grouped` stand within a sign. */
  readonly missing: Readonly<Record<'byHand' | 'byType' | 'byFilter' | 'byFocus' | 'grouped', number>>
  readonly fadedCount: number
}

/** Whether a thing passes the facets and years. Facets are of recommendations; years of whatever has one. */
export function matches(node: ViewNode, { facets, years }: Pick<Filters, 'facets' | 'years'>): boolean {
  if (years !== null && node.year !== null && (node.year < years.from || node.year > years.to)) return false
  if (node.type !== 'Recommendation') return true
  return (Object.keys(facets) as Facet[]).every((facet) => {
    const wanted = facets[facet] ?? []
    return wanted.length === 0 || (node.facets[facet] ?? []).some((value) => wanted.includes(value))
  })
}

/** The value a recommendation is grouped under: its first, so that none is counted twice; null where it has none. */
export const groupValueOf = (node: ViewNode, by: Facet | 'year'): string | null =>
  by === 'year' ? (node.year === null ? null : String(node.year)) : (node.facets[by]?.[0] ?? null)

export const groupIdOf = (by: string, value: string): string => `#${by}=${value}`
export const isGroupId = (id: string): boolean => id.startsWith('#')

const degreesOf = (nodes: readonly ViewNode[], edges: readonly ViewEdge[]): Map<string, number> => {
  const near = adjacencyOf(edges)
  return new Map(nodes.map(({ id }) => [id, near.get(id)?.size ?? 0]))
}

/** What lies within some steps of one thing. */
export function within(near: ReadonlyMap<string, ReadonlySet<string>>, id: string, depth: number): Set<string> {
  const found = new Set([id])
  let edge = [id]
  for (let step = 0; step < depth; step += 1) {
    const next: string[] = []
    for (const one of edge)
      for (const other of near.get(one) ?? [])
        if (!found.has(other)) {
          found.add(other)
          next.push(other)
        }
    edge = next
  }
  return found
}

export function shownOf(view: View): Shown {
  const { filters } = view
  const all = [...view.nodes.values()]
  const byHand = all.filter(({ id }) => !view.hidden.has(id))
  const byType = byHand.filter(({ type }) => !view.typesOff.has(type))
  const fading = filters.mode === 'FADE'
  const faded = new Set<string>()
  const keep = (nodes: ViewNode[], passes: (node: ViewNode) => boolean): ViewNode[] => {
    if (!fading) return nodes.filter(passes)
    for (const node of nodes) if (!passes(node)) faded.add(node.id)
    return nodes
  }
  const edgesAmong = (nodes: readonly ViewNode[]): ViewEdge[] => {
    const ids = new Set(nodes.map(({ id }) => id))
    return [...view.edges.values()].filter(
      ({ from, to, isSuggestion }) => ids.has(from) && ids.has(to) && !(filters.areSuggestionsOff && isSuggestion),
    )
  }
  let nodes = keep(byType, (node) => matches(node, filters))
  if (filters.minLinks > 0 || filters.most !== null) {
    const degrees = degreesOf(nodes, edgesAmong(nodes))
    nodes = keep(nodes, ({ id }) => (degrees.get(id) ?? 0) >= filters.minLinks)
    if (filters.most !== null) {
      const best = new Set(
        [...nodes]
          .sort((a, b) => (degrees.get(b.id) ?? 0) - (degrees.get(a.id) ?? 0) || a.id.localeCompare(b.id))
          .slice(0, filters.most)
          .map(({ id }) => id),
      )
      nodes = keep(nodes, ({ id }) => best.has(id))
    }
  }
  const filtered = nodes.length
  let edges = edgesAmong(nodes)
  if (view.focus !== null) {
    const round = within(adjacencyOf(edges), view.focus.id, view.focus.depth)
    nodes = nodes.filter(({ id }) => round.has(id))
    edges = edges.filter(({ from, to }) => round.has(from) && round.has(to))
  }
  const known = adjacencyOf(view.edges.values())
  const { grouped, drawn, joined } = group(view, nodes, edges)
  const near = adjacencyOf(joined)
  return {
    nodes: drawn.map(({ node, group: own }) => ({
      ...node,
      group: own,
      isFaded: own === null ? faded.has(node.id) : own.members.every((id) => faded.has(id)),
      hiddenCount: own === null ? Math.max(0, node.degree - (known.get(node.id)?.size ?? 0)) : 0,
      linkCount: near.get(node.id)?.size ?? 0,
    })),
    edges: joined,
    near,
    missing: {
      byHand: all.length - byHand.length,
      byType: byHand.length - byType.length,
      byFilter: byType.length - filtered,
      byFocus: filtered - nodes.length,
      grouped,
    },
    fadedCount: faded.size,
  }
}

type Drawn = { readonly node: ViewNode; readonly group: ShownNode['group'] }

/** Recommendations drawn together by a value, where two or more share it and it is not opened. */
function group(
  { grouping, pinned }: View,
  nodes: readonly ViewNode[],
  edges: readonly ViewEdge[],
): { drawn: Drawn[]; joined: ShownEdge[]; grouped: number } {
  if (grouping === null)
    return {
      drawn: nodes.map((node) => ({ node, group: null })),
      joined: edges.map((edge) => ({ ...edge, count: 1 })),
      grouped: 0,
    }
  const members = new Map<string, ViewNode[]>()
  for (const node of nodes) {
    if (node.type !== 'Recommendation' || pinned.has(node.id)) continue
    const value = groupValueOf(node, grouping.by)
    if (value !== null && !grouping.opened.has(value)) members.set(value, [...(members.get(value) ?? []), node])
  }
  const signOf = new Map<string, string>()
  const signs: Drawn[] = []
  for (const [value, inside] of members) {
    if (inside.length < 2) continue
    const id = groupIdOf(grouping.by, value)
    for (const node of inside) signOf.set(node.id, id)
    signs.push({
      node: {
        id,
        type: 'Recommendation',
        name: value,
        nameKm: null,
        detail: null,
        degree: 0,
        year: grouping.by === 'year' ? Number(value) : null,
        facets: {},
      },
      group: { value, members: inside.map((node) => node.id) },
    })
  }
  const merged = new Map<string, ShownEdge>()
  for (const edge of edges) {
    const [from, to] = [signOf.get(edge.from) ?? edge.from, signOf.get(edge.to) ?? edge.to]
    if (from === to) continue
    const isOwn = from === edge.from && to === edge.to
    const id = isOwn ? edge.id : `${from} ${edge.type} ${to}`
    const before = merged.get(id)
    if (before === undefined)
      merged.set(id, isOwn ? { ...edge, count: 1 } : { ...edge, id, from, to, role: null, basis: null, count: 1 })
    // A line that stands for one fact at least is no suggestion.
    else merged.set(id, { ...before, count: before.count + 1, isSuggestion: before.isSuggestion && edge.isSuggestion })
  }
  return {
    drawn: [...signs, ...nodes.filter(({ id }) => !signOf.has(id)).map((node) => ({ node, group: null }))],
    joined: [...merged.values()],
    grouped: signOf.size,
  }
}

/** How many recommendations on the canvas have each value, the most frequent first; a facet's own choice does not count against it. */
export function facetCounts(view: View, facet: Facet): { value: string; count: number }[] {
  const { [facet]: _own, ...others } = view.filters.facets
  const counts = new Map<string, number>()
  for (const value of view.filters.facets[facet] ?? []) counts.set(value, 0)
  for (const node of view.nodes.values()) {
    if (node.type !== 'Recommendation' || view.hidden.has(node.id)) continue
    if (!matches(node, { facets: others, years: view.filters.years })) continue
    for (const value of node.facets[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
}

/** How many things on the canvas have each year, whatever years are chosen. */
export function yearCounts(view: View): { year: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const node of view.nodes.values()) {
    if (node.year === null || view.hidden.has(node.id) || view.typesOff.has(node.type)) continue
    if (matches(node, { facets: view.filters.facets, years: null }))
      counts.set(node.year, (counts.get(node.year) ?? 0) + 1)
  }
  return [...counts].map(([year, count]) => ({ year, count })).sort((a, b) => a.year - b.year)
}
