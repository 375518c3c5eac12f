/**
 * The drawing on one canvas: signs and lines set into a bitmap of ours (`raster.ts`), and over it labels, marks and what is
 * lit, painted by the browser. A pan moves the bitmap and draws only what comes into sight, so that each frame is exact and
 * none is waited for. Needs nothing of a graphics card.
 */
import { START_CAMERA, type Camera, type Size } from './camera.ts'
import { labelOrder } from './labels.ts'
import { paintOver, type Scene } from './paint.ts'
import { Raster, type Color, type Region, type Stamp } from './raster.ts'
import {
  litOf,
  NO_HIGHLIGHT,
  radiusOf,
  type Drawing,
  type DrawnNode,
  type Highlight,
  type Renderer,
} from './renderer.ts'
import { readColor, signStamp } from './signs.ts'
import type { Palette } from './style.ts'

/** Where there are more lines than this, a picture that is drawn anew shows at once with hard edges and is made soft afterwards. */
const HARD_FROM = 4_000
/** About as many lines as a picture with hard edges shows, evenly out of all; the soft one has the rest. */
const HARD_MOST = 10_000
/** Lines to a band that is made soft in one frame, so that none keeps a person waiting. */
const LINES_A_BAND = 2_500
/** Milliseconds without a move after which they begin to be: whoever goes on moving waits for none of them. */
const REST_MS = 200

/** A suggestion's line, in pixels of the page. */
const DASH = { on: 4, period: 7 }

function canvasIn(container: HTMLElement): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.style.cssText = 'position: absolute; inset: 0; width: 100%; height: 100%'
  canvas.setAttribute('aria-hidden', 'true')
  container.append(canvas)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('This browser draws no canvas')
  return context
}

/** A drawing as arrays, which are walked for every frame. Places in units, y upward. */
type Plan = {
  readonly count: number
  readonly xs: Float64Array
  readonly ys: Float64Array
  /** Which of `kinds` each is. */
  readonly kindOf: Uint16Array
  readonly kinds: readonly Pick<DrawnNode, 'type' | 'size' | 'isFaded'>[]
  readonly from: Int32Array
  readonly to: Int32Array
  /** 1 for a suggestion, 2 for what is faded. */
  readonly styles: Uint8Array
}

function planOf({ nodes, edges }: Drawing): Plan {
  const indexOf = new Map<string, number>()
  const xs = new Float64Array(nodes.length)
  const ys = new Float64Array(nodes.length)
  const kindOf = new Uint16Array(nodes.length)
  const kinds: Plan['kinds'][number][] = []
  const known = new Map<string, number>()
  for (const [index, { id, x, y, type, size, isFaded }] of nodes.entries()) {
    indexOf.set(id, index)
    xs[index] = x
    ys[index] = y
    const key = `${type} ${size}${isFaded ? ' faded' : ''}`
    let kind = known.get(key)
    if (kind === undefined) {
      kind = kinds.push({ type, size, isFaded }) - 1
      known.set(key, kind)
    }
    kindOf[index] = kind
  }
  const from = new Int32Array(edges.length)
  const to = new Int32Array(edges.length)
  const styles = new Uint8Array(edges.length)
  let count = 0
  for (const edge of edges) {
    const [a, b] = [indexOf.get(edge.from), indexOf.get(edge.to)]
    if (a === undefined || b === undefined) continue
    from[count] = a
    to[count] = b
    styles[count] = (edge.isSuggestion ? 1 : 0) | (edge.isFaded ? 2 : 0)
    count += 1
  }
  return { count, xs, ys, kindOf, kinds, from, to, styles }
}

/** Where the bitmap was drawn from: pixels of the screen per unit, and where the graph's middle lies on it. */
type Look = { readonly scale: number; readonly x: number; readonly y: number }

export class CanvasRenderer implements Renderer {
  readonly #context: CanvasRenderingContext2D
  #raster = new Raster(1, 1)
  #drawing: Drawing = { nodes: [], edges: [], headings: [] }
  #plan: Plan = planOf(this.#drawing)
  #byId: ReadonlyMap<string, DrawnNode> = new Map()
  #ordered: readonly DrawnNode[] = []
  #palette: Palette | null = null
  #highlight: Highlight = NO_HIGHLIGHT
  #lit: ReadonlySet<string> | null = null
  #camera: Camera = START_CAMERA
  #size: Size
  #frame = 0
  #rest: ReturnType<typeof setTimeout> | undefined
  /** Null where all of the bitmap is to be drawn anew. */
  #drawn: Look | null = null
  /** What of the bitmap has hard edges yet. */
  #hard: Region[] = []
  #stamps = new Map<string, Stamp>()

  constructor(container: HTMLElement) {
    this.#context = canvasIn(container)
    this.#size = { width: container.clientWidth, height: container.clientHeight }
    // A driver that starts anew takes what was drawn with it; the browser gives the canvas back empty.
    this.#context.canvas.addEventListener('contextrestored', () => this.#anew())
  }

  draw(drawing: Drawing, palette: Palette): void {
    if (palette !== this.#palette) this.#stamps = new Map()
    this.#drawing = drawing
    this.#palette = palette
    this.#plan = planOf(drawing)
    this.#byId = new Map(drawing.nodes.map((node) => [node.id, node]))
    this.#ordered = labelOrder(drawing.nodes)
    this.#lit = litOf(drawing, this.#highlight)
    this.#anew()
  }
  highlight(highlight: Highlight): void {
    this.#highlight = highlight
    this.#lit = litOf(this.#drawing, highlight)
    this.#later()
  }
  look(camera: Camera): void {
    this.#camera = camera
    this.#later()
  }
  resize(size: Size): void {
    this.#size = size
    this.#later()
  }
  destroy(): void {
    cancelAnimationFrame(this.#frame)
    clearTimeout(this.#rest)
    this.#context.canvas.remove()
  }

  #anew(): void {
    this.#drawn = null
    this.#later()
  }
  #later(): void {
    clearTimeout(this.#rest)
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#paint())
  }

  #paint(): void {
    const palette = this.#palette
    if (palette === null) return
    const ratio = window.devicePixelRatio
    const [width, height] = [
      Math.max(1, Math.round(this.#size.width * ratio)),
      Math.max(1, Math.round(this.#size.height * ratio)),
    ]
    const { canvas } = this.#context
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
    }
    if (this.#raster.width !== width || this.#raster.height !== height) {
      this.#raster = new Raster(width, height)
      this.#drawn = null
    }
    const scale = this.#camera.scale * ratio
    // On whole pixels, so that what is there can be moved without a loss; half a pixel at most is never seen.
    const look: Look = {
      scale,
      x: Math.round(width / 2 - this.#camera.x * scale),
      y: Math.round(height / 2 + this.#camera.y * scale),
    }
    const before = this.#drawn
    const isMoved = before === null || before.x !== look.x || before.y !== look.y || before.scale !== scale
    if (isMoved) {
      const isSoft = this.#plan.count <= HARD_FROM
      if (before?.scale === scale) {
        for (const region of this.#raster.scroll(look.x - before.x, look.y - before.y))
          this.#fill(region, look, palette, ratio, true)
        if (this.#hard.length > 0) this.#hard = this.#bands()
      } else {
        this.#fill(this.#raster.whole, look, palette, ratio, isSoft)
        this.#hard = isSoft ? [] : this.#bands()
      }
      this.#drawn = look
    } else {
      const region = this.#hard.pop()
      if (region !== undefined) this.#fill(region, look, palette, ratio, true)
    }
    this.#context.putImageData(new ImageData(this.#raster.bytes, width, height), 0, 0)
    this.#paintOver(look, palette, ratio)
    if (this.#hard.length === 0) return
    if (isMoved) this.#rest = setTimeout(() => this.#later(), REST_MS)
    else this.#later()
  }

  /** The whole bitmap in bands, the middle one last: they are taken from the end. */
  #bands(): Region[] {
    const { right, bottom } = this.#raster.whole
    const count = Math.ceil(this.#plan.count / LINES_A_BAND)
    const at = (band: number): number => Math.round((band * bottom) / count)
    const far = (band: number): number => Math.abs(2 * band + 1 - count)
    return Array.from({ length: count }, (_, band) => band)
      .sort((a, b) => far(b) - far(a))
      .map((band) => ({ left: 0, top: at(band), right, bottom: at(band + 1) }))
  }

  #paintOver({ scale, x, y }: Look, palette: Palette, ratio: number): void {
    const { width, height } = this.#raster
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0)
    const scene: Scene = {
      drawing: this.#drawing,
      byId: this.#byId,
      ordered: this.#ordered,
      palette,
      camera: {
        scale: this.#camera.scale,
        x: (width / 2 - x) / scale,
        y: (y - height / 2) / scale,
      },
      size: { width: width / ratio, height: height / ratio },
    }
    paintOver(this.#context, scene, this.#highlight, this.#lit)
  }

  /** Draws all that lies in a region of the bitmap. */
  #fill(
    region: Region,
    { scale, x: originX, y: originY }: Look,
    palette: Palette,
    ratio: number,
    isSoft: boolean,
  ): void {
    const raster = this.#raster
    const { count, xs, ys, kindOf, kinds, from, to, styles } = this.#plan
    const { left, top, right, bottom } = region
    raster.within(region, { isSoft })
    raster.clear(readColor(palette.canvas))
    const colors: Color[] = [palette.edge, palette.suggestLine].map((color) => readColor(color))
    colors.push(...[palette.edge, palette.suggestLine].map((color) => readColor(color, palette.faded)))
    const thickness = Math.max(1, Math.floor(ratio))
    const dash = { on: DASH.on * ratio, period: DASH.period * ratio }
    const step = isSoft ? 1 : Math.ceil(count / HARD_MOST)
    for (let index = 0; index < count; index += step) {
      const [a, b] = [from[index] ?? 0, to[index] ?? 0]
      const x0 = originX + (xs[a] ?? 0) * scale
      const x1 = originX + (xs[b] ?? 0) * scale
      if ((x0 < left - 2 && x1 < left - 2) || (x0 > right + 2 && x1 > right + 2)) continue
      const y0 = originY - (ys[a] ?? 0) * scale
      const y1 = originY - (ys[b] ?? 0) * scale
      if ((y0 < top - 2 && y1 < top - 2) || (y0 > bottom + 2 && y1 > bottom + 2)) continue
      const style = styles[index] ?? 0
      raster.line(x0, y0, x1, y1, colors[style] ?? 0, thickness, (style & 1) === 1 ? dash : null)
    }
    const stamps = kinds.map((kind) => this.#stampOf(kind, palette, ratio))
    for (let index = 0; index < xs.length; index += 1) {
      const stamp = stamps[kindOf[index] ?? 0]
      if (stamp === undefined) continue
      const x = Math.round(originX + (xs[index] ?? 0) * scale - stamp.width / 2)
      const y = Math.round(originY - (ys[index] ?? 0) * scale - stamp.height / 2)
      if (x < right && y < bottom && x + stamp.width > left && y + stamp.height > top) raster.stamp(stamp, x, y)
    }
  }

  #stampOf({ type, size, isFaded }: Plan['kinds'][number], palette: Palette, ratio: number): Stamp {
    // In steps of half a pixel, so that a zoom meets the same few sizes again.
    const radius = Math.round(radiusOf({ size }, this.#camera.scale) * ratio * 2) / 2
    const key = `${type} ${radius} ${ratio}${isFaded ? ' faded' : ''}`
    const known = this.#stamps.get(key)
    if (known !== undefined) return known
    const stamp = signStamp(type, { radius, ratio, palette, opacity: isFaded ? palette.faded : 1 })
    this.#stamps.set(key, stamp)
    return stamp
  }
}
