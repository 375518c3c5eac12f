// G6: a canvas.
import { Graph } from '@antv/g6'

const dataOf = ({ nodes, edges }) => ({
  nodes: nodes.map(({ id, x, y, label }) => ({ id, style: { x, y, ...(label === '' ? {} : { labelText: label }) } })),
  edges: edges.map(({ id, from, to }) => ({ id, source: from, target: to })),
})

export async function create(container, scene) {
  const { width, height } = container.getBoundingClientRect()
  const graph = new Graph({
    container,
    width,
    height,
    animation: false,
    data: dataOf(scene),
    node: { style: { size: 8, fill: '#2563a8', labelFontSize: 12 } },
    edge: { style: { stroke: '#b8bcc4', lineWidth: 1 } },
  })
  await graph.render()
  return {
    look: async ({ x, y, scale }) => {
      await graph.zoomTo(scale, false)
      const [atX, atY] = graph.getViewportByCanvas([x, y])
      await graph.translateBy([width / 2 - atX, height / 2 - atY], false)
    },
    add: async (more) => {
      graph.addData(dataOf(more))
      await graph.draw()
    },
    place: (id) => {
      const [x, y] = graph.getElementPosition(id)
      return { x, y }
    },
    layout: async () => graph.layout({ type: 'd3-force', animation: false }),
  }
}
