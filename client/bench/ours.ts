/** Our own drawing as the page uses it: signs by type, dashed suggestions, two-line labels on a grid. */
import { startForce } from '../src/graph-view/layout.ts'
import { CanvasRenderer } from '../src/graph-view/canvas-renderer.ts'
import type { DrawnEdge, DrawnNode } from '../src/graph-view/renderer.ts'
import { readPalette } from '../src/graph-view/style.ts'
import type { Adapter, Scene } from './scene.ts'

const TYPES = ['Recommendation', 'Theme', 'GovernmentBody', 'ReviewDocument', 'Initiative']

function drawn({ nodes, edges }: Scene): { nodes: DrawnNode[]; edges: DrawnEdge[] } {
  return {
    nodes: nodes.map(({ id, x, y, label }, index) => ({
      id,
      x,
      y,
      type: TYPES[index % TYPES.length] ?? 'Theme',
      lines: label === '' ? [] : [label],
      lang: 'en',
      hiddenCount: 0,
      linkCount: 1,
      size: 1,
      isFaded: false,
      isPinned: false,
      hasNote: false,
    })),
    edges: edges.map(({ id, from, to }, index) => ({
      id,
      from,
      to,
      label: '',
      isSuggestion: index % 4 === 0,
      isFaded: false,
    })),
  }
}

export function create(container: HTMLElement, scene: Scene): Adapter {
  const palette = readPalette()
  const renderer = new CanvasRenderer(container)
  let { nodes, edges } = drawn(scene)
  let places = new Map(nodes.map(({ id, x, y }) => [id, { x, y }]))
  const draw = (): void => renderer.draw({ nodes, edges, headings: [] }, palette)
  draw()
  return {
    look: (camera) => renderer.look(camera),
    add: (more) => {
      const added = drawn(more)
      nodes = [...nodes, ...added.nodes]
      edges = [...edges, ...added.edges]
      for (const { id, x, y } of added.nodes) places.set(id, { x, y })
      draw()
    },
    place: (id) => places.get(id) ?? { x: NaN, y: NaN },
    layout: async (onStep) => {
      // What the worker runs, in steps of its size.
      const run = startForce({
        name: 'force',
        root: null,
        nodes: nodes.map(({ id, type }) => ({ id, type, year: null, position: null })),
        edges,
      })
      for (let done = 0; done < run.rounds; done += 1) {
        run.round()
        places = new Map(run.places())
        onStep()
      }
    },
  }
}
