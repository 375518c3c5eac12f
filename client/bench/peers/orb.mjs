// orb: a canvas. It has no call for the camera; what its own wheel and drag set is set here.
import { Orb } from '@memgraph/orb'
import { zoomIdentity } from 'd3-zoom'

const dataOf = ({ nodes, edges }) => ({
  nodes: nodes.map(({ id, x, y, label }) => ({ id, x, y, label })),
  edges: edges.map(({ id, from, to }) => ({ id, start: from, end: to })),
})

export async function create(container, scene) {
  const { width, height } = container.getBoundingClientRect()
  const orb = new Orb(container)
  orb.view.setSettings({ getPosition: ({ data: { x, y } }) => ({ x, y }), zoomFitTransitionMs: 0 })
  orb.data.setDefaultStyle({
    getNodeStyle: ({ data: { label } }) => ({
      size: 4,
      color: '#2563a8',
      ...(label === '' ? {} : { label, fontSize: 12 }),
    }),
    getEdgeStyle: () => ({ width: 1, color: '#b8bcc4' }),
  })
  orb.data.setup(dataOf(scene))
  await new Promise((done) => orb.view.render(done))
  const renderer = orb.view._renderer
  return {
    look: ({ x, y, scale }) => {
      renderer.transform = zoomIdentity.translate(width / 2 - x * scale, height / 2 - y * scale).scale(scale)
      renderer.render(orb.data)
    },
    add: async (more) => {
      orb.data.merge(dataOf(more))
      await new Promise((done) => orb.view.render(done))
    },
    place: (id) => orb.data.getNodeById(id).position,
    layout: null,
  }
}
