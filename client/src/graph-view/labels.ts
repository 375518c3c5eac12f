/** Which labels there is room for, and where a text is cut. */
import type { Camera, Size } from './camera.ts'
import { toScreen } from './camera.ts'
import { radiusOf, type DrawnHeading, type DrawnNode } from './renderer.ts'
import type { Position } from './view.ts'

export const LINE = 13
const CELL = 22
/** Finer than a line, so that rows a little apart keep their labels. */
const ROW = 6
const MAX_LABELS = 260
/** Mean width of a letter at 11 px, in pixels: measuring each text on each frame would cost more than it gives. */
const LETTER = 6.1

export type PlacedLabel = { readonly node: DrawnNode; readonly at: Position }

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** The room that text takes: `x` its left end, or its middle where it is centred; `y` its middle. */
export function boxOf(lines: readonly string[], { x, y }: Position, isCentred = false): Box {
  const width = Math.max(...lines.map((line) => [...line].length)) * LETTER
  const left = isCentred ? x - width / 2 : x
  const half = (lines.length * LINE) / 2
  return { left, right: left + width, top: y - half, bottom: y + half }
}
export const meets = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom

/** Lowest place of a heading that is still in sight. */
const TOP = 18

/** Headings over their columns, in sight while the column is; where columns are narrow, each beside the line of the last. Over rows each has its own place. */
export function placeHeadings(
  headings: readonly DrawnHeading[],
  camera: Camera,
  size: Size,
): { readonly text: string; readonly at: Position }[] {
  const taken: Box[] = []
  return headings.map(({ text, stays, ...place }) => {
    const { x, y } = toScreen(camera, size, place)
    if (!stays) return { text, at: { x: x - 10, y } }
    const from = Math.max(TOP, y)
    // Upwards where there is room for a few.
    const step = from > TOP + 4 * LINE ? -LINE : LINE
    const at = { x: x - 10, y: from }
    while (taken.some((other) => meets(boxOf([text], at), other))) at.y += step
    taken.push(boxOf([text], at))
    return { text, at }
  })
}

/** Best joined first; ties by id, so that the same view always has the same labels. Kept per drawing. */
export const labelOrder = (nodes: readonly DrawnNode[]): DrawnNode[] =>
  nodes
    .filter(({ lines }) => lines.length > 0)
    // By code: an order of the language would cost more than the drawing.
    .sort((a, b) => b.size - a.size || b.linkCount - a.linkCount || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

/** Letters of the longest line. Asked for each frame, counted once. */
const letters = new WeakMap<DrawnNode, number>()
function lettersOf(node: DrawnNode): number {
  const known = letters.get(node)
  if (known !== undefined) return known
  const count = Math.max(...node.lines.map((line) => [...line].length))
  letters.set(node, count)
  return count
}

/** What the reader looks at: `selected` keeps its labels whatever they cover, `lit` comes before the rest. */
export type Attention = { readonly selected: ReadonlySet<string>; readonly lit: ReadonlySet<string> | null }
/** More selected things than this are a set to count, not names to read. */
const MAX_SELECTED = 60

/**
 * Labels that do not meet, but for those of a selection. Cells belong to the graph, not to the screen, so that panning
 * neither hides nor changes any.
 */
export function chooseLabels(
  ordered: readonly DrawnNode[],
  camera: Camera,
  size: Size,
  { selected, lit }: Attention,
): PlacedLabel[] {
  const taken = new Set<number>()
  const chosen: PlacedLabel[] = []
  const place = (node: DrawnNode, isForced: boolean): void => {
    if (node.lines.length === 0) return
    const at = toScreen(camera, size, node)
    if (at.x < -200 || at.y < -20 || at.x > size.width + 20 || at.y > size.height + 20) return
    const left = Math.floor((node.x * camera.scale) / CELL)
    const right = left + Math.ceil((14 + lettersOf(node) * LETTER) / CELL)
    const half = node.lines.length > 1 ? LINE : LINE / 2
    const top = Math.floor((-node.y * camera.scale - half) / ROW)
    const bottom = Math.floor((-node.y * camera.scale + half) / ROW)
    if (!isForced)
      for (let row = top; row <= bottom; row += 1)
        for (let cell = left; cell < right; cell += 1) if (taken.has(row * 100_003 + cell)) return
    for (let row = top; row <= bottom; row += 1)
      for (let cell = left; cell < right; cell += 1) taken.add(row * 100_003 + cell)
    chosen.push({ node, at: { x: at.x + radiusOf(node, camera.scale) + 5, y: at.y } })
  }
  const turns =
    selected.size === 0 && lit === null
      ? [[], [], ordered]
      : [
          ordered.filter(({ id }) => selected.has(id)),
          ordered.filter(({ id }) => !selected.has(id) && lit?.has(id) === true),
          ordered.filter(({ id }) => !selected.has(id) && lit?.has(id) !== true),
        ]
  for (const [turn, nodes] of turns.entries())
    for (const node of nodes) {
      if (chosen.length >= MAX_LABELS) return chosen
      place(node, turn === 0 && selected.size < MAX_SELECTED)
    }
  return chosen
}

const words = new Intl.Segmenter('km', { granularity: 'word' })
const graphemes = new Intl.Segmenter('km', { granularity: 'grapheme' })

/** Texts that were cut before: finding words costs more than anything else of a step, and a step names everything anew. */
const beginnings = new Map<string, string>()
const MOST_BEGINNINGS = 20_000

/** As much of a text as so many letters hold: whole words, else graphemes, never ending in the sign that binds two Khmer letters. */
function beginningOf(text: string, length: number): string {
  const key = `${length} ${text}`
  const known = beginnings.get(key)
  if (known !== undefined) return known
  const parts: string[] = []
  // A point or a comma stays with the word that it follows.
  for (const { segment } of words.segment(text))
    if (parts.length > 0 && /^[.,;:!?)\]’”%/។៖-]/.test(segment)) parts.push((parts.pop() ?? '') + segment)
    else parts.push(segment)
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
  if (beginnings.size >= MOST_BEGINNINGS) beginnings.clear()
  beginnings.set(key, cut)
  return cut
}

/** A text cut to so many letters, with a sign that it goes on. */
export function cutText(text: string, length: number): string {
  const cut = beginningOf(text, length)
  return cut.length < text.trimEnd().length ? `${cut.replace(/[\s.,;:។]+$/, '')}…` : cut
}

/** A text over at most two lines of so many letters each. */
export function twoLines(text: string, length = 24): string[] {
  if ([...text].length <= length) return [text]
  const first = beginningOf(text, length)
  const rest = text.slice(first.length).trimStart()
  return first === '' || rest === '' ? [cutText(text, length)] : [first, cutText(rest, length)]
}
