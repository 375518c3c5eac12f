// force-graph: a canvas over d3-force.
import ForceGraph from 'force-graph'

const nodesOf = ({ nodes }) => nodes.map(({ id, x, y, label }) => ({ id, x, y, fx: x, fy: y, label }))
const linksOf = ({ edges }) => edges.map(({ id, from, to }) => ({ id, source: from, target: to }))

export function create(container, scene) {
  const { width, height } = container.getBoundingClientRect()
  const data = { nodes: nodesOf(scene), links: linksOf(scene) }
  const byId = new Map(data.nodes.map((node) => [node.id, node]))
  const graph = new ForceGraph(container)
    .width(width)
    .height(height)
    .cooldownTicks(0)
    .nodeRelSize(4)
    .nodeColor(() => '#2563a8')
    .linkColor(() => '#b8bcc4')
    .linkWidth(1)
    .nodeCanvasObjectMode(({ label }) => (label === '' ? undefined : 'after'))
    .nodeCanvasObject((node, context, scale) => {
      context.font = `${12 / scale}px sans-serif`
      context.fillStyle = '#222'
      context.fillText(node.label, node.x + 6 / scale, node.y)
    })
    .graphData(data)
  return {
    look: ({ x, y, scale }) => graph.centerAt(x, y).zoom(scale),
    add: (more) => {
      for (const node of nodesOf(more)) {
        data.nodes.push(node)
        byId.set(node.id, node)
      }
      data.links.push(...linksOf(more))
      graph.graphData({ nodes: data.nodes, links: data.links })
    },
    place: (id) => ({ x: byId.get(id).x, y: byId.get(id).y }),
    layout: async () =>
      void (await new Promise((done) => {
        for (const node of data.nodes) {
          delete node.fx
          delete node.fy
        }
        graph.onEngineStop(done).cooldownTicks(300).cooldownTime(60_000).d3ReheatSimulation()
      })),
  }
}
