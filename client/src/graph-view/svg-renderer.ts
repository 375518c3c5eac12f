/** The drawing as SVG: what is used where there is no WebGL, and what an SVG file holds. Text is text, escaped by the DOM. */
import { litOf, type Drawing, type Renderer, type RendererEvents } from './renderer.ts'
import { shapeOf, type Palette } from './style.ts'
import type { Position } from './view.ts'

const NAMESPACE = 'http://www.w3.org/2000/svg'
const make = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const element = document.createElementNS(NAMESPACE, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  return element
}

export class SvgRenderer implements Renderer {
  readonly #container: HTMLElement
  readonly #events: RendererEvents
  readonly #svg: SVGElement
  #drawing: Drawing | null = null
  /** Centre and scale of the camera: graph units to pixels. */
  #camera = { x: 0, y: 0, scale: 1 }
  #isFitted = false

  constructor(container: HTMLElement, events: RendererEvents) {
    this.#container = container
    this.#events = events
    this.#svg = make('svg', { width: '100%', height: '100%', 'aria-hidden': 'true' })
    container.append(this.#svg)
    this.#svg.addEventListener('click', (event) => events.onSelect(this.#idAt(event)))
    this.#svg.addEventListener('dblclick', (event) => {
      const id = this.#idAt(event)
      if (id !== null) events.onExpand(id)
    })
    this.#svg.addEventListener('pointerover', (event) => events.onHover(this.#idAt(event)))
  }

  #idAt({ target }: Event): string | null {
    return target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? null) : null
  }

  #toScreen({ x, y }: Position): Position {
    const { width, height } = this.#container.getBoundingClientRect()
    return {
      x: width / 2 + (x - this.#camera.x) * this.#camera.scale,
      y: height / 2 - (y - this.#camera.y) * this.#camera.scale,
    }
  }

  draw(drawing: Drawing, palette: Palette): void {
    this.#drawing = drawing
    if (!this.#isFitted && drawing.nodes.length > 0) {
      this.#isFitted = true
      this.fit()
      return
    }
    const lit = litOf(drawing)
    const at = new Map(drawing.nodes.map((node) => [node.id, this.#toScreen(node)]))
    const edges = drawing.edges.flatMap(({ from, to, isSuggestion }) => {
      const [a, b] = [at.get(from), at.get(to)]
      if (!a || !b) return []
      const isLit = lit === null || from === drawing.focus || to === drawing.focus
      return [
        make('line', {
          x1: a.x,
          y1: a.y,
          x2: b.x,
          y2: b.y,
          stroke: isLit && lit !== null ? palette.edgeStrong : palette.edge,
          'stroke-width': 1.2,
          opacity: isLit ? 1 : 0.22,
          ...(isSuggestion ? { 'stroke-dasharray': '4 3' } : {}),
        }),
      ]
    })
    const nodes = drawing.nodes.map((node) => {
      const place = at.get(node.id) ?? { x: 0, y: 0 }
      const group = make('g', {
        'data-id': node.id,
        opacity: lit === null || lit.has(node.id) ? 1 : 0.22,
        transform: `translate(${place.x} ${place.y})`,
      })
      if (node.id === drawing.selected)
        group.append(make('circle', { r: 15, fill: 'none', stroke: palette.accent, 'stroke-width': 2.5 }))
      group.append(
        make('path', {
          d: shapeOf(node.type),
          fill: palette.node(node.type),
          'fill-rule': 'evenodd',
          transform: 'translate(-10 -10) scale(.83)',
        }),
      )
      const label = make('text', {
        x: 15,
        y: 4,
        fill: palette.ink,
        'font-size': 12,
        'paint-order': 'stroke',
        stroke: palette.canvas,
        'stroke-width': 3,
      })
      label.textContent = node.label
      group.append(label)
      if (node.hiddenCount > 0) {
        const more = make('text', { x: -4, y: 24, fill: palette.ink2, 'font-size': 10 })
        more.textContent = `+${node.hiddenCount}`
        group.append(more)
      }
      return group
    })
    this.#svg.replaceChildren(...edges, ...nodes)
    this.#palette = palette
  }
  #palette: Palette | null = null

  fit(): void {
    const drawing = this.#drawing
    if (drawing === null || drawing.nodes.length === 0) return
    const { width, height } = this.#container.getBoundingClientRect()
    const xs = drawing.nodes.map(({ x }) => x)
    const ys = drawing.nodes.map(({ y }) => y)
    const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    this.#camera = {
      x: (left + right) / 2,
      y: (bottom + top) / 2,
      scale: Math.min(2, (width - 220) / Math.max(1, right - left), (height - 80) / Math.max(1, top - bottom)),
    }
    this.#again()
  }

  zoom(factor: number): void {
    this.#camera = { ...this.#camera, scale: this.#camera.scale * factor }
    this.#again()
  }

  #again(): void {
    if (this.#drawing !== null && this.#palette !== null) this.draw(this.#drawing, this.#palette)
  }

  viewportPosition(id: string): Position | null {
    const node = this.#drawing?.nodes.find((one) => one.id === id)
    return node === undefined ? null : this.#toScreen(node)
  }

  destroy(): void {
    this.#svg.remove()
    this.#events.onHover(null)
  }
}
