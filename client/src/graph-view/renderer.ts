/**
 * What a drawing of the graph can do; the page knows no more of it than this. `canvas-renderer.ts` does it. Pointers, keys,
 * selection and camera are not its own: `GraphCanvas.svelte` has those.
 */
import type { Camera, Size } from './camera.ts'
import type { Palette } from './style.ts'
import type { Position } from './view.ts'

export type DrawnNode = Position & {
  readonly id: string
  readonly type: string
  /** One or two lines, cut to what fits; the first is the stronger. */
  readonly lines: readonly string[]
  readonly lang: 'en' | 'km'
  /** Neighbours that are not on the canvas. */
  readonly hiddenCount: number
  readonly linkCount: number
  /** How many it stands for; 1 for a thing itself. */
  readonly size: number
  readonly isFaded: boolean
  readonly isPinned: boolean
  readonly hasNote: boolean
}
export type DrawnEdge = {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Told only of the selection's lines. */
  readonly label: string
  readonly isSuggestion: boolean
  readonly isFaded: boolean
}

/** `stays` where it keeps in sight at the top of the canvas while what it stands over is farther down. */
export type DrawnHeading = Position & { readonly text: string; readonly stays: boolean }

export type Drawing = {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly DrawnEdge[]
  readonly headings: readonly DrawnHeading[]
}

/** What stands out at the moment; changes with every move of the pointer and must cost little. */
export type Highlight = {
  /** The thing whose neighbourhood is lit; the rest fades. Null lights everything. */
  readonly focus: string | null
  readonly selected: ReadonlySet<string>
  /** Where the keyboard is. */
  readonly current: string | null
  /** Ids of a path or a comparison that stays lit; null where there is none. */
  readonly lit: ReadonlySet<string> | null
}
export const NO_HIGHLIGHT: Highlight = { focus: null, selected: new Set(), current: null, lit: null }

export interface Renderer {
  draw(drawing: Drawing, palette: Palette): void
  highlight(highlight: Highlight): void
  look(camera: Camera): void
  resize(size: Size): void
  destroy(): void
}

/** Half the width of a sign on the screen, in pixels. Seen from far it shrinks, but never to nothing. */
export function radiusOf({ size }: Pick<DrawnNode, 'size'>, scale: number): number {
  const full = size > 1 ? 13 + Math.min(9, 2 * Math.log2(size)) : 10
  return full * shrink(scale)
}
/** 1 down to half life size, then less and less. */
export const shrink = (scale: number): number => Math.min(1, Math.max(0.25, Math.sqrt(scale / 0.5)))

/** Ids that stay lit, or null where everything is. */
export function litOf({ edges }: Pick<Drawing, 'edges'>, { focus, lit }: Highlight): ReadonlySet<string> | null {
  if (focus === null) return lit
  const found = new Set([focus])
  for (const { from, to } of edges) {
    if (from === focus) found.add(to)
    if (to === focus) found.add(from)
  }
  return found
}

/** Whether a line is part of what is lit: it touches the focus, or joins two ends of the lit path. */
export const isLitEdge = ({ from, to }: DrawnEdge, { focus, lit }: Highlight): boolean =>
  focus !== null ? from === focus || to === focus : lit !== null && lit.has(from) && lit.has(to)
