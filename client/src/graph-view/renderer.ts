/** What any drawing of the graph can do; the page knows no more of it than this. */
import type { Palette } from './style.ts'
import type { Position } from './view.ts'

export type DrawnNode = Position & {
  readonly id: string
  readonly type: string
  readonly label: string
  /** Neighbours that are not on the canvas. */
  readonly hiddenCount: number
}
export type DrawnEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  readonly isSuggestion: boolean
}

export type Drawing = {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  /** The node whose neighbourhood is lit; the rest fades. Null lights everything. */
  readonly focus: string | null
  readonly selected: string | null
}

export type RendererEvents = {
  readonly onHover: (id: string | null) => void
  readonly onSelect: (id: string | null) => void
  readonly onExpand: (id: string) => void
  readonly onMove: (id: string, position: Position) => void
}

export interface Renderer {
  draw(drawing: Drawing, palette: Palette): void
  fit(): void
  zoom(factor: number): void
  /** Where a node is on the screen, in pixels of the canvas; null where it is not drawn. */
  viewportPosition(id: string): Position | null
  destroy(): void
}

/** Ids that stay lit: the focus and what it is joined to; null where everything is. */
export function litOf({ edges, focus }: Pick<Drawing, 'edges' | 'focus'>): ReadonlySet<string> | null {
  if (focus === null) return null
  const lit = new Set([focus])
  for (const { from, to } of edges) {
    if (from === focus) lit.add(to)
    if (to === focus) lit.add(from)
  }
  return lit
}
