/**
 * The drawing by sigma, in WebGL. Facts are drawn by sigma itself; suggestions, which are dashed, on a layer of our own
 * under the nodes, since sigma knows no dashes. Counts of hidden neighbours stand on a layer over them.
 */
import { createNodeImageProgram } from '@sigma/node-image'
import Graph from 'graphology'
import Sigma from 'sigma'
import { litOf, type Drawing, type Renderer, type RendererEvents } from './renderer.ts'
import { signImage, type Palette } from './style.ts'
import type { Position } from './view.ts'

const SIZE = 9
const FADED = 0.22

/** A colour with another opacity; tokens are six hex digits. */
const faded = (color: string): string =>
  `${color}${Math.round(FADED * 255)
    .toString(16)
    .padStart(2, '0')}`

export class SigmaRenderer implements Renderer {
  readonly #graph = new Graph({ multi: true, type: 'directed' })
  readonly #sigma: Sigma
  readonly #dashes: CanvasRenderingContext2D
  readonly #marks: CanvasRenderingContext2D
  #drawing: Drawing = { nodes: [], edges: [], focus: null, selected: null }
  #palette: Palette | null = null
  #dragged: string | null = null
  #isFitted = false

  constructor(container: HTMLElement, events: RendererEvents, { isStill }: { isStill: boolean }) {
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      nodeProgramClasses: {
        sign: createNodeImageProgram({
          drawingMode: 'background',
          keepWithinCircle: false,
          padding: 0,
          size: { mode: 'force', value: 128 },
        }),
      },
      defaultNodeType: 'sign',
      labelFont: '"Noto Sans Khmer Variable", "Inter Variable", sans-serif',
      labelSize: 12,
      labelRenderedSizeThreshold: 0,
      labelDensity: 3,
      labelGridCellSize: 60,
      zIndex: true,
      // A slow drawing between two clicks must not make them two single ones.
      doubleClickTimeout: 700,
      enableEdgeEvents: false,
      defaultDrawNodeHover: () => {},
      zoomDuration: isStill ? 0 : 160,
      inertiaDuration: isStill ? 0 : 160,
      // Places are ours and stay: a new node must not rescale what is there.
      autoRescale: true,
      minCameraRatio: 0.05,
      maxCameraRatio: 8,
      stagePadding: 24,
    })
    this.#dashes = this.#layer('dashes', 'edges')
    this.#marks = this.#layer('marks', 'labels')
    this.#sigma.on('afterRender', () => this.#overlay())
    this.#sigma.on('enterNode', ({ node }) => events.onHover(node))
    this.#sigma.on('leaveNode', () => events.onHover(null))
    this.#sigma.on('clickNode', ({ node }) => events.onSelect(node))
    this.#sigma.on('clickStage', () => events.onSelect(null))
    this.#sigma.on('doubleClickNode', ({ node, preventSigmaDefault }) => {
      preventSigmaDefault()
      events.onExpand(node)
    })
    this.#sigma.on('downNode', ({ node }) => {
      this.#dragged = node
    })
    this.#sigma.getMouseCaptor().on('mousemovebody', (event) => {
      if (this.#dragged === null) return
      const { x, y } = this.#sigma.viewportToGraph(event)
      this.#graph.mergeNodeAttributes(this.#dragged, { x, y })
      event.preventSigmaDefault()
      event.original.preventDefault()
    })
    const drop = (): void => {
      const id = this.#dragged
      this.#dragged = null
      if (id === null || !this.#graph.hasNode(id)) return
      const { x, y } = this.#graph.getNodeAttributes(id) as Position
      const before = this.#drawing.nodes.find((node) => node.id === id)
      if (before !== undefined && (Math.abs(before.x - x) > 1 || Math.abs(before.y - y) > 1))
        events.onMove(id, { x, y })
    }
    this.#sigma.getMouseCaptor().on('mouseup', drop)
    this.#sigma.getMouseCaptor().on('mouseleave', drop)
  }

  /** A canvas of ours among sigma's own; unlike its own it is ours to size. */
  #layer(name: string, after: string): CanvasRenderingContext2D {
    const context = this.#sigma
      .createCanvas(name, { afterLayer: after, style: { pointerEvents: 'none' } })
      .getContext('2d')
    if (!context) throw new Error('This browser draws no canvas')
    return context
  }

  /** Clears a layer and keeps it as large and as fine as the screen. */
  #clear(context: CanvasRenderingContext2D): void {
    const { width, height } = this.#sigma.getDimensions()
    const ratio = window.devicePixelRatio
    const { canvas } = context
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
      canvas.style.width = `${width}px`
      canvas.style.height = `${height}px`
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    context.clearRect(0, 0, width, height)
  }

  draw(drawing: Drawing, palette: Palette): void {
    const lit = litOf(drawing)
    this.#drawing = drawing
    this.#palette = palette
    const isLit = (id: string): boolean => lit === null || lit.has(id)
    const nodes = new Set(drawing.nodes.map(({ id }) => id))
    const facts = drawing.edges.filter(({ isSuggestion }) => !isSuggestion)
    const edges = new Set(facts.map(({ id }) => id))
    this.#graph.forEachEdge((id) => {
      if (!edges.has(id)) this.#graph.dropEdge(id)
    })
    this.#graph.forEachNode((id) => {
      if (!nodes.has(id)) this.#graph.dropNode(id)
    })
    for (const { id, x, y, label, type } of drawing.nodes) {
      const color = palette.node(type)
      this.#graph.mergeNode(id, {
        x,
        y,
        size: id === drawing.selected ? SIZE + 2 : SIZE,
        label: isLit(id) ? label : '',
        forceLabel: drawing.focus !== null && isLit(id),
        image: signImage(type, isLit(id) ? color : faded(color)),
        // The image is all there is to see; the disc under it is not.
        color: '#00000000',
        zIndex: isLit(id) ? 1 : 0,
      })
    }
    for (const { id, from, to } of facts) {
      const touches = drawing.focus !== null && (from === drawing.focus || to === drawing.focus)
      const color = lit === null ? palette.edge : touches ? palette.edgeStrong : faded(palette.edge)
      if (this.#graph.hasEdge(id)) this.#graph.mergeEdgeAttributes(id, { color, size: 1.2 })
      else this.#graph.addEdgeWithKey(id, from, to, { color, size: 1.2 })
    }
    this.#sigma.setSetting('labelColor', { color: palette.ink })
    if (!this.#isFitted && drawing.nodes.length > 0) {
      this.#isFitted = true
      this.#hold()
    }
    this.#sigma.refresh()
  }

  /** Fixes the box that places are measured in, so that adding a node moves none. */
  #hold(): void {
    const xs = this.#drawing.nodes.map(({ x }) => x)
    const ys = this.#drawing.nodes.map(({ y }) => y)
    const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
    const pad = 40 + (right - left) * 0.04
    // Labels stand to the right of their nodes.
    this.#sigma.setCustomBBox({
      x: [left - pad, right + pad + 60 + (right - left) * 0.18],
      y: [bottom - pad, top + pad],
    })
  }

  #overlay(): void {
    const palette = this.#palette
    if (palette === null) return
    const lit = litOf(this.#drawing)
    for (const context of [this.#dashes, this.#marks]) this.#clear(context)
    const at = (id: string): Position | null =>
      this.#graph.hasNode(id) ? this.#sigma.graphToViewport(this.#graph.getNodeAttributes(id) as Position) : null
    this.#dashes.setLineDash([4, 3])
    this.#dashes.lineWidth = 1.2
    for (const { from, to, isSuggestion } of this.#drawing.edges) {
      if (!isSuggestion) continue
      const [a, b] = [at(from), at(to)]
      if (a === null || b === null) continue
      const touches = this.#drawing.focus !== null && (from === this.#drawing.focus || to === this.#drawing.focus)
      this.#dashes.globalAlpha = lit === null || touches ? 1 : FADED
      this.#dashes.strokeStyle = touches ? palette.edgeStrong : palette.edge
      this.#dashes.beginPath()
      this.#dashes.moveTo(a.x, a.y)
      this.#dashes.lineTo(b.x, b.y)
      this.#dashes.stroke()
    }
    this.#marks.font = '10px "Inter Variable", sans-serif'
    this.#marks.textAlign = 'center'
    for (const { id, hiddenCount } of this.#drawing.nodes) {
      const place = at(id)
      if (place === null) continue
      this.#marks.globalAlpha = lit === null || lit.has(id) ? 1 : FADED
      if (hiddenCount > 0) {
        this.#marks.fillStyle = palette.ink2
        this.#marks.fillText(`+${hiddenCount}`, place.x, place.y + 22)
      }
      if (id === this.#drawing.selected) {
        this.#marks.strokeStyle = palette.accent
        this.#marks.lineWidth = 2.5
        this.#marks.beginPath()
        this.#marks.arc(place.x, place.y, 15, 0, 2 * Math.PI)
        this.#marks.stroke()
      }
    }
  }

  fit(): void {
    if (this.#drawing.nodes.length > 0) this.#hold()
    this.#sigma.refresh()
    void this.#sigma.getCamera().animatedReset({ duration: 0 })
  }

  zoom(factor: number): void {
    const camera = this.#sigma.getCamera()
    camera.setState({ ratio: Math.min(8, Math.max(0.05, camera.ratio / factor)) })
  }

  viewportPosition(id: string): Position | null {
    return this.#graph.hasNode(id) ? this.#sigma.graphToViewport(this.#graph.getNodeAttributes(id) as Position) : null
  }

  destroy(): void {
    this.#sigma.kill()
  }
}
