/** The drawing as SVG in the page, where there is no WebGL. The writer of the file draws it. */
import { START_CAMERA, type Camera, type Size } from './camera.ts'
import { NO_HIGHLIGHT, type Drawing, type Highlight, type Renderer } from './renderer.ts'
import type { Palette } from './style.ts'
import { svgBody } from './svg-document.ts'

/** Beyond this many things the drawing would be too slow to be of use; the table holds them all. */
export const MAX_SVG_NODES = 500

export class SvgRenderer implements Renderer {
  readonly #svg: SVGSVGElement
  #drawing: Drawing = { nodes: [], edges: [], headings: [] }
  #palette: Palette | null = null
  #highlight: Highlight = NO_HIGHLIGHT
  #camera: Camera = START_CAMERA
  #size: Size
  #frame = 0

  constructor(container: HTMLElement) {
    this.#size = { width: container.clientWidth, height: container.clientHeight }
    this.#svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    this.#svg.setAttribute('width', '100%')
    this.#svg.setAttribute('height', '100%')
    this.#svg.setAttribute('aria-hidden', 'true')
    container.append(this.#svg)
  }

  draw(drawing: Drawing, palette: Palette): void {
    this.#drawing = drawing
    this.#palette = palette
    this.#later()
  }
  highlight(highlight: Highlight): void {
    this.#highlight = highlight
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

  #later(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#paint())
  }

  #paint(): void {
    if (this.#palette === null) return
    const drawing = this.#drawing.nodes.length > MAX_SVG_NODES ? { nodes: [], edges: [], headings: [] } : this.#drawing
    const body = svgBody(drawing, {
      palette: this.#palette,
      camera: this.#camera,
      size: this.#size,
      highlight: this.#highlight,
    })
    // Every text in it is escaped by the writer.
    this.#svg.innerHTML = body
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#svg.remove()
  }
}
