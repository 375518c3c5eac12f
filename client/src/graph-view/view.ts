/**
 * What an investigation is: things, what joins them, where they stand, and every choice a person has made about them.
 * Pure: a view is a value, an action makes another, and `history.ts` keeps them, so that undo is exact whatever was done.
 */

export const FACETS = ['mechanism', 'theme', 'right', 'sdg', 'group', 'body', 'status', 'kind', 'position'] as const
/** What recommendations are filtered and grouped by. Values are ids, or values of the API for the last three. */
export type Facet = (typeof FACETS)[number]
export type FacetValues = Readonly<Partial<Record<Facet, readonly string[]>>>

export type ViewNode = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly nameKm: string | null
  readonly detail: string | null
  /** All its neighbours in the graph, shown or not. */
  readonly degree: number
  readonly year: number | null
  /** Empty but for recommendations. */
  readonly facets: FacetValues
}

export type ViewEdge = {
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
  readonly isSuggestion: boolean
  readonly role: string | null
  readonly basis: string | null
}

export type Position = { readonly x: number; readonly y: number }

export const LAYOUTS = ['columns', 'rows', 'force', 'radial', 'timeline'] as const
export type LayoutName = (typeof LAYOUTS)[number]

export type Filters = {
  readonly facets: FacetValues
  readonly years: { readonly from: number; readonly to: number } | null
  /** Things with fewer neighbours on the canvas are left out; 0 leaves out none. */
  readonly minLinks: number
  /** Only this many of the best joined; null for all. */
  readonly most: number | null
  readonly areSuggestionsOff: boolean
  /** What happens to what does not match. */
  readonly mode: 'HIDE' | 'FADE'
}

/** By what recommendations are drawn together into one sign each. */
export type Grouping = { readonly by: Facet | 'year'; readonly opened: ReadonlySet<string> }

/** Only what lies within `depth` steps of a thing. */
export type Focus = { readonly id: string; readonly depth: 1 | 2 | 3 }

/** A person's own words on a thing, or on the view as a whole under `VIEW_NOTE`. */
export type Note = { readonly text: string; readonly tags: readonly string[] }
export const VIEW_NOTE = 'view'

export type View = {
  readonly nodes: ReadonlyMap<string, ViewNode>
  readonly edges: ReadonlyMap<string, ViewEdge>
  readonly positions: ReadonlyMap<string, Position>
  /** Things that no layout moves. */
  readonly pinned: ReadonlySet<string>
  /** Things taken off the canvas by hand; they can be brought back one by one. */
  readonly hidden: ReadonlySet<string>
  /** Types that the legend has switched off. */
  readonly typesOff: ReadonlySet<string>
  readonly filters: Filters
  readonly grouping: Grouping | null
  readonly focus: Focus | null
  readonly notes: ReadonlyMap<string, Note>
  readonly layout: LayoutName
}

export const NO_FILTERS: Filters = {
  facets: {},
  years: null,
  minLinks: 0,
  most: null,
  areSuggestionsOff: false,
  mode: 'HIDE',
}

export const EMPTY_VIEW: View = {
  nodes: new Map(),
  edges: new Map(),
  positions: new Map(),
  pinned: new Set(),
  hidden: new Set(),
  typesOff: new Set(),
  filters: NO_FILTERS,
  grouping: null,
  focus: null,
  notes: new Map(),
  layout: 'columns',
}

/** From this many things on, the page warns and offers groups and the table. */
export const SOFT_CAP = 1_000
/** Beyond this many nothing is added: a drawing of more says less than a table. */
export const HARD_CAP = 5_000

/** Neighbours of every thing along the edges given, in the order of the edges. */
export function adjacencyOf(edges: Iterable<Pick<ViewEdge, 'from' | 'to'>>): Map<string, Set<string>> {
  const near = new Map<string, Set<string>>()
  const join = (a: string, b: string): void => {
    const set = near.get(a)
    if (set === undefined) near.set(a, new Set([b]))
    else set.add(b)
  }
  for (const { from, to } of edges) {
    join(from, to)
    join(to, from)
  }
  return near
}

const without = <Value>(set: ReadonlySet<Value>, gone: Iterable<Value>): ReadonlySet<Value> => {
  const left = new Set(set)
  for (const one of gone) left.delete(one)
  return left.size === set.size ? set : left
}
const toggled = <Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> => {
  const next = new Set(set)
  if (!next.delete(value)) next.add(value)
  return next
}

/** Things and edges put on the canvas, up to the hard cap. What is named again takes its new data and comes out of hiding. */
export function withAdded(view: View, nodes: readonly ViewNode[], edges: readonly ViewEdge[]): View {
  const all = new Map(view.nodes)
  for (const node of nodes) if (all.has(node.id) || all.size < HARD_CAP) all.set(node.id, node)
  const joined = new Map(view.edges)
  for (const edge of edges) if (all.has(edge.from) && all.has(edge.to)) joined.set(edge.id, edge)
  return {
    ...view,
    nodes: all,
    edges: joined,
    hidden: without(
      view.hidden,
      nodes.map(({ id }) => id),
    ),
  }
}

/** Things taken away altogether, with their edges; places and notes stay for when they come again. */
export function withRemoved(view: View, ids: Iterable<string>): View {
  const nodes = new Map(view.nodes)
  for (const id of ids) nodes.delete(id)
  const edges = new Map([...view.edges].filter(([, { from, to }]) => nodes.has(from) && nodes.has(to)))
  return {
    ...view,
    nodes,
    edges,
    hidden: new Set([...view.hidden].filter((id) => nodes.has(id))),
    pinned: new Set([...view.pinned].filter((id) => nodes.has(id))),
    focus: view.focus !== null && nodes.has(view.focus.id) ? view.focus : null,
  }
}

/** What collapsing would take away: neighbours that nothing else on the canvas holds, no pin and no note either. */
export function collapsible(view: View, id: string): string[] {
  const near = adjacencyOf(view.edges.values())
  return [...(near.get(id) ?? [])].filter(
    (other) => near.get(other)?.size === 1 && !view.pinned.has(other) && !view.notes.has(other),
  )
}

export const withHidden = (view: View, ids: Iterable<string>): View => ({
  ...view,
  hidden: new Set([...view.hidden, ...ids]),
})
export const withShown = (view: View, ids: Iterable<string>): View => ({ ...view, hidden: without(view.hidden, ids) })

/** Everything that keeps things off the canvas let go: hidden by hand, types off, filters, focus. */
export const withAllRestored = (view: View): View => ({
  ...view,
  hidden: new Set(),
  typesOff: new Set(),
  filters: { ...NO_FILTERS, mode: view.filters.mode },
  focus: null,
})

export const withTypeToggled = (view: View, type: string): View => ({ ...view, typesOff: toggled(view.typesOff, type) })

/** One type alone; asked again, all of them. */
export function withTypeIsolated(view: View, type: string): View {
  const others = new Set([...view.nodes.values()].map((node) => node.type).filter((one) => one !== type))
  const isAlone = others.size === view.typesOff.size && [...others].every((one) => view.typesOff.has(one))
  return { ...view, typesOff: isAlone ? new Set() : others }
}

export const withPinned = (view: View, ids: Iterable<string>): View => ({
  ...view,
  pinned: new Set([...view.pinned, ...ids]),
})
export const withUnpinned = (view: View, ids: Iterable<string>): View => ({
  ...view,
  pinned: without(view.pinned, ids),
})

/** Moved by hand is pinned: a layout that comes later leaves it there. */
export const withMoved = (view: View, moved: ReadonlyMap<string, Position>): View => ({
  ...withPinned(view, moved.keys()),
  positions: new Map([...view.positions, ...moved]),
})

export const withFilters = (view: View, changes: Partial<Filters>): View => ({
  ...view,
  filters: { ...view.filters, ...changes },
})

export function withFacetToggled(view: View, facet: Facet, value: string): View {
  const chosen = view.filters.facets[facet] ?? []
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]
  const facets = Object.fromEntries(
    Object.entries({ ...view.filters.facets, [facet]: next }).filter(([, values]) => values.length > 0),
  )
  return withFilters(view, { facets })
}

export const withGroupOpened = (view: View, key: string): View =>
  view.grouping === null
    ? view
    : { ...view, grouping: { ...view.grouping, opened: toggled(view.grouping.opened, key) } }

export function withNote(view: View, id: string, note: Note): View {
  const notes = new Map(view.notes)
  if (note.text.trim() === '' && note.tags.length === 0) notes.delete(id)
  else notes.set(id, note)
  return { ...view, notes }
}

/** Whether any filter is set; `mode` alone is none. */
export const hasFilters = ({ facets, years, minLinks, most, areSuggestionsOff }: Filters): boolean =>
  Object.keys(facets).length > 0 || years !== null || minLinks > 0 || most !== null || areSuggestionsOff
