// cytoscape.js: its canvas renderer.
import cytoscape from 'cytoscape'

const elementsOf = ({ nodes, edges }) => [
  ...nodes.map(({ id, x, y, label }) => ({ group: 'nodes', data: { id, label }, position: { x, y } })),
  ...edges.map(({ id, from, to }) => ({ group: 'edges', data: { id, source: from, target: to } })),
]

export function createWith(container, scene, renderer) {
  const cy = cytoscape({
    container,
    elements: elementsOf(scene),
    layout: { name: 'preset' },
    style: [
      {
        selector: 'node',
        style: { width: 8, height: 8, 'background-color': '#2563a8', label: 'data(label)', 'font-size': 12 },
      },
      { selector: 'edge', style: { width: 1, 'line-color': '#b8bcc4', 'curve-style': 'haystack' } },
    ],
    ...(renderer === undefined ? {} : { renderer }),
  })
  const { width, height } = container.getBoundingClientRect()
  return {
    look: ({ x, y, scale }) =>
      cy.viewport({ zoom: scale, pan: { x: width / 2 - x * scale, y: height / 2 - y * scale } }),
    add: (more) => void cy.add(elementsOf(more)),
    place: (id) => ({ ...cy.getElementById(id).position() }),
    // Its own force-directed layout with its own settings, whole at once.
    layout: async () =>
      void (await new Promise((done) =>
        cy.layout({ name: 'cose', animate: false, randomize: false, fit: false, stop: done }).run(),
      )),
  }
}

export const create = (container, scene) => createWith(container, scene)
