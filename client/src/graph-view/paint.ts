/**
 * Paints on a 2D canvas: on the page what lies over lines and signs (labels, marks, what is lit); for a PNG all of it. With
 * the page's own faces, so that Khmer is shaped as on the page.
 */
import { toScreen, type Camera, type Size } from './camera.ts'
import { boxOf, chooseLabels, LINE, meets, placeHeadings, type Box, type PlacedLabel } from './labels.ts'
import { isLitEdge, litOf, radiusOf, type DrawnEdge, type DrawnNode, type Drawing, type Highlight } from './renderer.ts'
import { fontOf, iconOf, shapeOf, type Palette } from './style.ts'
import type { Position } from './view.ts'

export type Scene = {
  readonly drawing: Drawing
  readonly byId: ReadonlyMap<string, DrawnNode>
  /** Nodes in the order in which labels are given. */
  readonly ordered: readonly DrawnNode[]
  readonly palette: Palette
  readonly camera: Camera
  readonly size: Size
}
type Context = CanvasRenderingContext2D

const paths = new Map<string, Path2D>()
function pathOf(d: string): Path2D {
  const known = paths.get(d)
  if (known !== undefined) return known
  const path = new Path2D(d)
  paths.set(d, path)
  return path
}

const on = ({ camera, size }: Scene, place: Position): Position => toScreen(camera, size, place)

export function paintEdge(
  context: Context,
  scene: Scene,
  edge: DrawnEdge,
  style: { color: string; width: number },
): void {
  const [from, to] = [scene.byId.get(edge.from), scene.byId.get(edge.to)]
  if (from === undefined || to === undefined) return
  const [a, b] = [on(scene, from), on(scene, to)]
  context.strokeStyle = style.color
  context.lineWidth = style.width
  context.setLineDash(edge.isSuggestion ? [4, 3] : [])
  context.beginPath()
  context.moveTo(a.x, a.y)
  context.lineTo(b.x, b.y)
  context.stroke()
  context.setLineDash([])
}

export function paintNode(context: Context, scene: Scene, node: DrawnNode): void {
  const { palette, camera } = scene
  const { x, y } = on(scene, node)
  const radius = radiusOf(node, camera.scale)
  context.save()
  context.translate(x - radius, y - radius)
  context.scale(radius / 12, radius / 12)
  context.fillStyle = palette.node(node.type)
  context.fill(pathOf(shapeOf(node.type)), 'evenodd')
  const icon = iconOf(node.type)
  if (radius >= 9 && icon !== '') {
    context.translate(6, 6)
    context.scale(0.5, 0.5)
    context.strokeStyle = palette.onNode
    context.lineWidth = 2.6
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.stroke(pathOf(icon))
  }
  context.restore()
}

function paintText(
  context: Context,
  { palette }: Scene,
  text: string,
  { x, y }: Position,
  { font, color }: { font: string; color: string },
): void {
  context.font = font
  context.lineJoin = 'round'
  context.lineWidth = 3
  context.strokeStyle = palette.canvas
  context.strokeText(text, x, y)
  context.fillStyle = color
  context.fillText(text, x, y)
}

export function paintLabel(context: Context, scene: Scene, { node, at }: PlacedLabel, isStrong: boolean): void {
  const { palette } = scene
  const [first = '', second] = node.lines
  context.textAlign = 'left'
  const strong = second !== undefined || isStrong ? 600 : 400
  const face = fontOf(node.lang)
  const y = second === undefined ? at.y + 4 : at.y - 2
  paintText(
    context,
    scene,
    first,
    { x: at.x, y },
    {
      font: `${strong} 11px ${face}`,
      color: strong === 600 ? palette.ink : palette.ink2,
    },
  )
  if (second !== undefined)
    paintText(context, scene, second, { x: at.x, y: y + LINE }, { font: `400 11px ${face}`, color: palette.ink2 })
}

/** Seen from farther than this, marks would be blots. */
const MARKS_FROM = 0.35
/** As far as marks reach from the middle of a sign, in pixels. */
const MARGIN = 40

/** What stands at a sign besides its label: how many neighbours are missing, pin, note, how many it stands for. */
function paintMarks(context: Context, scene: Scene, node: DrawnNode): void {
  const { palette, camera, size } = scene
  // Asked of each thing there is, whenever the camera moves.
  if (node.size === 1 && (camera.scale < MARKS_FROM || !(node.hiddenCount > 0 || node.isPinned || node.hasNote))) return
  const { x, y } = on(scene, node)
  if (x < -MARGIN || y < -MARGIN || x > size.width + MARGIN || y > size.height + MARGIN) return
  const radius = radiusOf(node, camera.scale)
  if (node.size > 1) {
    context.textAlign = 'center'
    context.font = `600 ${Math.round(radius * 0.8)}px "Inter Variable", sans-serif`
    context.fillStyle = palette.node(node.type)
    context.beginPath()
    context.arc(x, y, radius * 0.72, 0, 2 * Math.PI)
    context.fill()
    context.fillStyle = palette.onNode
    context.fillText(String(node.size), x, y + radius * 0.3)
  }
  if (camera.scale < MARKS_FROM) return
  context.textAlign = 'center'
  if (node.hiddenCount > 0)
    paintText(
      context,
      scene,
      `+${node.hiddenCount}`,
      { x: x - 3, y: y + radius + 9 },
      {
        font: '400 10px "Inter Variable", sans-serif',
        color: palette.ink3,
      },
    )
  if (node.isPinned) {
    // A pin: a head and a needle, in the corner of the sign.
    const [px, py] = [x + radius * 0.8, y - radius * 0.8]
    context.fillStyle = palette.accent
    context.strokeStyle = palette.canvas
    context.lineWidth = 1.5
    context.beginPath()
    context.arc(px, py, 4, 0, 2 * Math.PI)
    context.stroke()
    context.fill()
    context.beginPath()
    context.strokeStyle = palette.accent
    context.moveTo(px, py)
    context.lineTo(px - 4, py + 5)
    context.stroke()
  }
  if (node.hasNote) {
    context.fillStyle = palette.accent
    context.fillRect(x - radius - 3, y - radius - 1, 6, 7)
    context.fillStyle = palette.canvas
    context.fillRect(x - radius - 1.5, y - radius + 1, 3, 1)
    context.fillRect(x - radius - 1.5, y - radius + 3, 3, 1)
  }
}

function paintRing(context: Context, scene: Scene, node: DrawnNode, isDouble: boolean): void {
  const { x, y } = on(scene, node)
  const radius = radiusOf(node, scene.camera.scale) + 4
  context.strokeStyle = scene.palette.accent
  context.lineWidth = 2.5
  context.beginPath()
  context.arc(x, y, radius, 0, 2 * Math.PI)
  context.stroke()
  if (!isDouble) return
  // Where the keyboard is: a second ring, in ink, so that it is told from what is only selected.
  context.strokeStyle = scene.palette.ink
  context.lineWidth = 1.5
  context.beginPath()
  context.arc(x, y, radius + 3.5, 0, 2 * Math.PI)
  context.stroke()
}

export function paintHeadings(context: Context, scene: Scene): void {
  context.textAlign = 'left'
  for (const { text, at } of placeHeadings(scene.drawing.headings, scene.camera, scene.size))
    paintText(context, scene, text, at, { font: `520 11px ${fontOf('km')}`, color: scene.palette.ink3 })
}

/** All that lies over the signs: labels, marks, rings; where something is lit, a veil over the rest and the lit things anew. */
export function paintOver(
  context: Context,
  scene: Scene,
  highlight: Highlight,
  lit: ReadonlySet<string> | null = litOf(scene.drawing, highlight),
): void {
  const { drawing, byId, palette, size, camera } = scene
  if (lit !== null) {
    context.globalAlpha = 1 - palette.faded
    context.fillStyle = palette.canvas
    context.fillRect(0, 0, size.width, size.height)
    context.globalAlpha = 1
    for (const edge of drawing.edges)
      if (isLitEdge(edge, highlight))
        paintEdge(context, scene, edge, {
          color: edge.isSuggestion ? palette.suggestLine : palette.edgeStrong,
          width: 1.6,
        })
    for (const id of lit) {
      const node = byId.get(id)
      if (node !== undefined) paintNode(context, scene, node)
    }
  }
  const labels = chooseLabels(scene.ordered, camera, size, { selected: highlight.selected, lit })
  if (highlight.focus !== null && highlight.selected.has(highlight.focus))
    paintEdgeLabels(context, scene, highlight, [
      ...labels.map(({ node, at }) => boxOf(node.lines, at)),
      ...drawing.nodes.map((node) => signBox(scene, node)),
    ])
  paintHeadings(context, scene)
  for (const label of labels) {
    const { node } = label
    const isLit = lit === null ? !node.isFaded : lit.has(node.id)
    context.globalAlpha = isLit ? 1 : palette.faded
    paintLabel(context, scene, label, highlight.selected.has(node.id))
  }
  for (const node of drawing.nodes) {
    context.globalAlpha = (lit === null ? !node.isFaded : lit.has(node.id)) ? 1 : palette.faded
    paintMarks(context, scene, node)
  }
  context.globalAlpha = 1
  for (const id of new Set([...highlight.selected, ...(highlight.current === null ? [] : [highlight.current])])) {
    const node = byId.get(id)
    if (node !== undefined) paintRing(context, scene, node, id === highlight.current)
  }
}

/** The room of a sign with the count beneath it. */
function signBox(scene: Scene, node: DrawnNode): Box {
  const { x, y } = on(scene, node)
  const radius = radiusOf(node, scene.camera.scale)
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius + LINE }
}

/** Words on the lines of the selection, in the middle of each where nothing stands yet; too many would say nothing. */
function paintEdgeLabels(context: Context, scene: Scene, highlight: Highlight, taken: Box[]): void {
  const edges = scene.drawing.edges.filter((edge) => isLitEdge(edge, highlight) && edge.label !== '')
  if (edges.length > 16 || scene.camera.scale < 0.5) return
  context.textAlign = 'center'
  for (const { from, to, label } of edges) {
    const [a, b] = [scene.byId.get(from), scene.byId.get(to)]
    if (a === undefined || b === undefined) continue
    const [start, end] = [on(scene, a), on(scene, b)]
    if (Math.hypot(start.x - end.x, start.y - end.y) < 110) continue
    const at = { x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 - 3 }
    const box = boxOf([label], at, true)
    if (taken.some((other) => meets(box, other))) continue
    taken.push(box)
    paintText(context, scene, label, at, {
      font: `400 10px ${fontOf('km')}`,
      color: scene.palette.ink2,
    })
  }
}

/** The whole drawing, as a picture file holds it. */
export function paintAll(context: Context, scene: Scene, highlight: Highlight): void {
  const { drawing, palette } = scene
  for (const edge of drawing.edges) {
    context.globalAlpha = edge.isFaded ? palette.faded : 1
    paintEdge(context, scene, edge, { color: edge.isSuggestion ? palette.suggestLine : palette.edge, width: 1.1 })
  }
  for (const node of drawing.nodes) {
    context.globalAlpha = node.isFaded ? palette.faded : 1
    paintNode(context, scene, node)
  }
  context.globalAlpha = 1
  paintOver(context, scene, highlight)
}
