// vis-network: a canvas.
import { DataSet } from 'vis-data'
import { Network } from 'vis-network/peer'

const nodesOf = ({ nodes }) => nodes.map(({ id, x, y, label }) => ({ id, x, y, ...(label === '' ? {} : { label }) }))
const edgesOf = ({ edges }) => edges.map(({ id, from, to }) => ({ id, from, to }))

export function create(container, scene) {
  const data = { nodes: new DataSet(nodesOf(scene)), edges: new DataSet(edgesOf(scene)) }
  const network = new Network(container, data, {
    physics: false,
    layout: { improvedLayout: false },
    nodes: { shape: 'dot', size: 4, color: '#2563a8', font: { size: 12 } },
    edges: { width: 1, color: '#b8bcc4', smooth: false },
  })
  return {
    look: ({ x, y, scale }) => network.moveTo({ position: { x, y }, scale, animation: false }),
    add: (more) => {
      data.nodes.add(nodesOf(more))
      data.edges.add(edgesOf(more))
    },
    place: (id) => network.getPosition(id),
    layout: async () =>
      void (await new Promise((done) => {
        network.once('stabilizationIterationsDone', done)
        network.setOptions({ physics: { enabled: true, stabilization: { iterations: 1000, fit: false } } })
        network.stabilize()
      }).then(() => network.setOptions({ physics: false }))),
  }
}
