/**
 * The drawing by sigma, in WebGL: signs and lines. Everything else (labels, marks, what is lit) lies on one 2D canvas over
 * it, so that moving the pointer never touches the graph. Places are ours and stay: the box they are measured in is fixed.
 */
import { createNodeImageProgram } from '@sigma/node-image'
import Graph from 'graphology'
import Sigma from 'sigma'
import type { RenderParams } from 'sigma/types'
import type { Camera, Size } from './camera.ts'
import { START_CAMERA } from './camera.ts'
import { LineProgram } from './edge-program.ts'
import { labelOrder } from './labels.ts'
import { paintOver, type Scene } from './paint.ts'
import {
  NO_HIGHLIGHT,
  radiusOf,
  shrink,
  type DrawnEdge,
  type DrawnNode,
  type Drawing,
  type Highlight,
  type Renderer,
} from './renderer.ts'
import { signImage, withAlpha, type Palette } from './style.ts'

/** Half the side of the box; sigma calls its middle 0.5 and its side 1. */
const HALF = 1_000

const isSameNode = (a: DrawnNode, b: DrawnNode): boolean =>
  a.x === b.x && a.y === b.y && a.type === b.type && a.size === b.size && a.isFaded === b.isFaded
const isSameEdge = (a: DrawnEdge, b: DrawnEdge): boolean =>
  a.isSuggestion === b.isSuggestion && a.isFaded === b.isFaded && a.from === b.from && a.to === b.to

/** The sign program without its second drawing for picking: what lies under the pointer is worked out from places. */
function signProgram() {
  const Base = createNodeImageProgram({
    drawingMode: 'background',
    keepWithinCircle: false,
    padding: 0,
    size: { mode: 'force', value: 128 },
  })
  return class extends Base {
    override render(params: RenderParams): void {
      const own = this as unknown as { pickProgram: unknown }
      const picking = own.pickProgram
      own.pickProgram = null
      super.render(params)
      own.pickProgram = picking
    }
  }
}

export class SigmaRenderer implements Renderer {
  readonly #graph = new Graph({ multi: true, type: 'directed' })
  readonly #sigma: Sigma
  readonly #over: CanvasRenderingContext2D
  #drawing: Drawing = { nodes: [], edges: [], headings: [] }
  #byId = new Map<string, DrawnNode>()
  #edges = new Map<string, DrawnEdge>()
  #ordered: DrawnNode[] = []
  #palette: Palette | null = null
  #highlight: Highlight = NO_HIGHLIGHT
  #camera: Camera = START_CAMERA
  #frame = 0

  constructor(container: HTMLElement) {
    this.#sigma = new Sigma(this.#graph, container, {
      allowInvalidContainer: true,
      nodeProgramClasses: { sign: signProgram() },
      edgeProgramClasses: { line: LineProgram },
      defaultNodeType: 'sign',
      defaultEdgeType: 'line',
      renderLabels: false,
      enableEdgeEvents: false,
      stagePadding: 0,
      minCameraRatio: null,
      maxCameraRatio: null,
      // Signs keep their size on the screen, and shrink only when seen from far.
      zoomToSizeRatioFunction: () => 1 / shrink(this.#camera.scale),
    })
    this.#sigma.setCustomBBox({ x: [-HALF, HALF], y: [-HALF, HALF] })
    const context = this.#sigma
      .createCanvas('over', { afterLayer: 'labels', style: { pointerEvents: 'none' } })
      .getContext('2d')
    if (!context) throw new Error('This browser draws no canvas')
    this.#over = context
    this.#sigma.on('afterRender', () => this.#paint())
  }

  draw(drawing: Drawing, palette: Palette): void {
    const isRepainted = palette !== this.#palette
    this.#drawing = drawing
    this.#palette = palette
    const nodes = new Map(drawing.nodes.map((node) => [node.id, node]))
    const edges = new Map(drawing.edges.map((edge) => [edge.id, edge]))
    for (const id of this.#edges.keys()) if (!edges.has(id) && this.#graph.hasEdge(id)) this.#graph.dropEdge(id)
    for (const id of this.#byId.keys()) if (!nodes.has(id)) this.#graph.dropNode(id)
    const attributesOf = (node: DrawnNode): Record<string, unknown> => ({
      x: node.x,
      y: node.y,
      // Room in the image for what stands out of the box of 24.
      size: radiusOf(node, 1) * (28 / 24),
      image: signImage(node.type, palette, node.isFaded),
      color: '#00000000',
    })
    const moved = new Set<string>()
    for (const [id, node] of nodes) {
      const before = this.#byId.get(id)
      if (before === undefined) this.#graph.addNode(id, attributesOf(node))
      else if (isRepainted || !isSameNode(before, node)) moved.add(id)
    }
    if (moved.size > 0)
      this.#graph.updateEachNodeAttributes((id, attributes) => {
        const node = moved.has(id) ? nodes.get(id) : undefined
        return node === undefined ? attributes : { ...attributes, ...attributesOf(node) }
      })
    for (const [id, edge] of edges) {
      const before = this.#edges.get(id)
      if (before !== undefined && !isRepainted && isSameEdge(before, edge) && this.#graph.hasEdge(id)) continue
      const color = edge.isSuggestion ? palette.suggestLine : palette.edge
      const attributes = { color: edge.isFaded ? withAlpha(color, palette.faded) : color, dashed: edge.isSuggestion }
      if (this.#graph.hasEdge(id)) this.#graph.mergeEdgeAttributes(id, attributes)
      else this.#graph.addEdgeWithKey(id, edge.from, edge.to, attributes)
    }
    this.#byId = nodes
    this.#edges = edges
    this.#ordered = labelOrder(drawing.nodes)
    this.#sigma.refresh()
  }

  highlight(highlight: Highlight): void {
    this.#highlight = highlight
    cancelAnimationFrame(this.#frame)
    this.#frame = requestAnimationFrame(() => this.#paint())
  }

  look(camera: Camera): void {
    this.#camera = camera
    const { width, height } = this.#sigma.getDimensions()
    this.#sigma.getCamera().setState({
      x: 0.5 + camera.x / (2 * HALF),
      y: 0.5 + camera.y / (2 * HALF),
      ratio: Math.min(width, height) / (2 * HALF * camera.scale),
      angle: 0,
    })
  }

  resize(): void {
    this.#sigma.resize()
    this.look(this.#camera)
    this.#sigma.refresh()
  }

  #paint(): void {
    if (this.#palette === null) return
    const size: Size = this.#sigma.getDimensions()
    const ratio = window.devicePixelRatio
    const { canvas } = this.#over
    const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)]
    // Unlike sigma's own, this canvas is ours to size.
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width
      canvas.height = height
      canvas.style.width = `${size.width}px`
      canvas.style.height = `${size.height}px`
    }
    this.#over.setTransform(ratio, 0, 0, ratio, 0, 0)
    this.#over.clearRect(0, 0, size.width, size.height)
    const scene: Scene = {
      drawing: this.#drawing,
      byId: this.#byId,
      ordered: this.#ordered,
      palette: this.#palette,
      camera: this.#camera,
      size,
    }
    paintOver(this.#over, scene, this.#highlight)
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame)
    this.#sigma.kill()
  }
}
