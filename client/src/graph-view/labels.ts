/** Which labels there is room for, and where a text is cut. */
import type { Camera, Size } from './camera.ts'
import { toScreen } from './camera.ts'
import { radiusOf, type DrawnNode } from './renderer.ts'
import type { Position } from './view.ts'

export const LINE = 13
const CELL = 22
/** Finer than a line, so that rows a little apart keep their labels. */
const ROW = 6
const MAX_LABELS = 260
/** Mean width of a letter at 11 px, in pixels: measuring each text on each frame would cost more than it gives. */
const LETTER = 6.1

export type PlacedLabel = { readonly node: DrawnNode; readonly at: Position }

/** Best joined first; ties by id, so that the same view always has the same labels. Kept per drawing. */
export const labelOrder = (nodes: readonly DrawnNode[]): DrawnNode[] =>
  [...nodes].sort((a, b) => b.size - a.size || b.linkCount - a.linkCount || a.id.localeCompare(b.id))

/**
 * Labels that do not meet, `first` before all others and always. Cells belong to the graph, not to the screen, so that
 * panning neither hides nor changes any.
 */
export function chooseLabels(
  ordered: readonly DrawnNode[],
  camera: Camera,
  size: Size,
  first: ReadonlySet<string>,
): PlacedLabel[] {
  const taken = new Set<number>()
  const chosen: PlacedLabel[] = []
  const cellsOf = ({ x, y, lines }: DrawnNode): number[] => {
    const left = Math.floor((x * camera.scale) / CELL)
    const width = Math.ceil((14 + Math.max(...lines.map((line) => [...line].length)) * LETTER) / CELL)
    const half = lines.length > 1 ? LINE : LINE / 2
    const [top, bottom] = [-half, half].map((by) => Math.floor((-y * camera.scale + by) / ROW))
    const keys: number[] = []
    for (let row = top ?? 0; row <= (bottom ?? 0); row += 1)
      for (let index = 0; index < width; index += 1) keys.push(row * 100_003 + left + index)
    return keys
  }
  const place = (node: DrawnNode, isForced: boolean): void => {
    if (node.lines.length === 0) return
    const at = toScreen(camera, size, node)
    if (at.x < -200 || at.y < -20 || at.x > size.width + 20 || at.y > size.height + 20) return
    const cells = cellsOf(node)
    if (!isForced && cells.some((cell) => taken.has(cell))) return
    for (const cell of cells) taken.add(cell)
    chosen.push({ node, at: { x: at.x + radiusOf(node, camera.scale) + 5, y: at.y } })
  }
  for (const node of ordered) if (first.has(node.id)) place(node, first.size < 60)
  for (const node of ordered) {
    if (chosen.length >= MAX_LABELS) break
    if (!first.has(node.id)) place(node, false)
  }
  return chosen
}

const words = new Intl.Segmenter('km', { granularity: 'word' })
const graphemes = new Intl.Segmenter('km', { granularity: 'grapheme' })

/** A text cut between words to so many letters; within a word by grapheme, never after the sign that binds two Khmer letters. */
export function cutText(text: string, length: number): string {
  const parts = [...words.segment(text)].map(({ segment }) => segment)
  let cut = ''
  for (const part of parts) {
    if ([...cut].length + [...part].length > length) break
    cut += part
  }
  cut = cut.trimEnd()
  if (cut === '') {
    for (const { segment } of graphemes.segment(text)) {
      if ([...cut].length + [...segment].length > length) break
      cut += segment
    }
    cut = cut.replace(/\u17D2$/, '')
  }
  return cut.length < text.trimEnd().length ? `${cut.replace(/[\s.,;:។]+$/, '')}…` : cut
}

/** A text over at most two lines of so many letters each. */
export function twoLines(text: string, length = 24): string[] {
  if ([...text].length <= length) return [text]
  const first = cutText(text, length).replace(/…$/, '')
  const rest = text.slice(first.length).trimStart()
  return first === '' || rest === '' ? [cutText(text, length)] : [first, cutText(rest, length)]
}
