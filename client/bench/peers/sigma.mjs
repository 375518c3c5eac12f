// sigma alone, with its own circles and labels.
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import Sigma from 'sigma'

const HALF = 1_000

function fill(graph, { nodes, edges }) {
  for (const { id, x, y, label } of nodes)
    graph.addNode(id, { x, y: -y, size: 4, color: '#2563a8', label, forceLabel: label !== '' })
  for (const { id, from, to } of edges) graph.addEdgeWithKey(id, from, to, { color: '#b8bcc4', size: 1 })
}

export function create(container, scene) {
  const graph = new Graph({ multi: true })
  fill(graph, scene)
  const sigma = new Sigma(graph, container, {
    stagePadding: 0,
    minCameraRatio: null,
    maxCameraRatio: null,
    labelRenderedSizeThreshold: Infinity,
  })
  sigma.setCustomBBox({ x: [-HALF, HALF], y: [-HALF, HALF] })
  sigma.refresh()
  const side = Math.min(...Object.values(sigma.getDimensions()))
  return {
    look: ({ x, y, scale }) =>
      sigma
        .getCamera()
        .setState({ x: 0.5 + x / (2 * HALF), y: 0.5 - y / (2 * HALF), ratio: side / (2 * HALF * scale), angle: 0 }),
    add: (more) => fill(graph, more),
    place: (id) => ({ x: graph.getNodeAttribute(id, 'x'), y: -graph.getNodeAttribute(id, 'y') }),
    layout: async () => forceAtlas2.assign(graph, { iterations: 200, settings: forceAtlas2.inferSettings(graph) }),
  }
}
