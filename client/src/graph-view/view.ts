/**
 * What is on the canvas, and every step that changes it. Pure: a view is a value, a step makes another, and the history
 * keeps them, so that undo and redo are exact whatever the step was.
 */

export type ViewNode = {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly nameKm: string | null
  readonly detail: string | null
  /** All its neighbours in the graph, shown or not. */
  readonly degree: number
  readonly year: number | null
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
export type LayoutName = 'columns' | 'force'

export type View = {
  readonly nodes: ReadonlyMap<string, ViewNode>
  readonly edges: ReadonlyMap<string, ViewEdge>
  readonly positions: ReadonlyMap<string, Position>
  /** Things taken off the canvas by hand; they can be brought back. */
  readonly hidden: ReadonlySet<string>
  /** Types that the legend has switched off. */
  readonly typesOff: ReadonlySet<string>
  readonly layout: LayoutName
}

export const EMPTY_VIEW: View = {
  nodes: new Map(),
  edges: new Map(),
  positions: new Map(),
  hidden: new Set(),
  typesOff: new Set(),
  layout: 'columns',
}

/** Beyond this many nodes nothing is added: a drawing of more says less than a table. */
export const MAX_NODES = 1_000

/** What a drawing shows of a view: no hidden node, no type that is off, and only edges with both ends shown. */
export function shownOf(view: View): { nodes: ViewNode[]; edges: ViewEdge[] } {
  const nodes = [...view.nodes.values()].filter(({ id, type }) => !view.hidden.has(id) && !view.typesOff.has(type))
  const ids = new Set(nodes.map(({ id }) => id))
  return { nodes, edges: [...view.edges.values()].filter(({ from, to }) => ids.has(from) && ids.has(to)) }
}

/** The nodes joined to one, among those shown. */
export function neighboursOf(edges: readonly ViewEdge[], id: string): Set<string> {
  const found = new Set<string>()
  for (const { from, to } of edges) {
    if (from === id) found.add(to)
    else if (to === id) found.add(from)
  }
  return found
}

export function withAdded(view: View, nodes: readonly ViewNode[], edges: readonly ViewEdge[]): View {
  const all = new Map(view.nodes)
  for (const node of nodes) if (all.has(node.id) || all.size < MAX_NODES) all.set(node.id, node)
  const joined = new Map(view.edges)
  for (const edge of edges) if (all.has(edge.from) && all.has(edge.to)) joined.set(edge.id, edge)
  const hidden = new Set(view.hidden)
  for (const { id } of nodes) hidden.delete(id)
  return { ...view, nodes: all, edges: joined, hidden }
}

export function withHidden(view: View, id: string): View {
  return { ...view, hidden: new Set([...view.hidden, id]) }
}

export function withAllRestored(view: View): View {
  return { ...view, hidden: new Set(), typesOff: new Set() }
}

export function withTypeToggled(view: View, type: string): View {
  const typesOff = new Set(view.typesOff)
  if (!typesOff.delete(type)) typesOff.add(type)
  return { ...view, typesOff }
}

export type Step = { readonly name: string; readonly view: View }

/** Steps done and undone; `at` is the present one. */
export type History = { readonly steps: readonly Step[]; readonly at: number }

/** More steps than this are forgotten, the oldest first. */
export const MAX_STEPS = 200

export const startHistory = (view: View, name: string): History => ({ steps: [{ name, view }], at: 0 })
export const present = ({ steps, at }: History): View => steps[at]?.view ?? EMPTY_VIEW
export const canUndo = ({ at }: History): boolean => at > 0
export const canRedo = ({ steps, at }: History): boolean => at < steps.length - 1
export const undo = (history: History): History => (canUndo(history) ? { ...history, at: history.at - 1 } : history)
export const redo = (history: History): History => (canRedo(history) ? { ...history, at: history.at + 1 } : history)

/** A step on from the present; what had been undone is gone. */
export function step(history: History, name: string, view: View): History {
  const steps = [...history.steps.slice(0, history.at + 1), { name, view }].slice(-MAX_STEPS)
  return { steps, at: steps.length - 1 }
}

/** The present step's view replaced without a step of its own: positions that a layout has found. */
export function settle(history: History, view: View): History {
  return { ...history, steps: history.steps.map((one, index) => (index === history.at ? { ...one, view } : one)) }
}
