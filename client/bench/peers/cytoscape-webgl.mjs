// cytoscape.js: its WebGL renderer, which its documentation calls provisional.
import { createWith } from './cytoscape.mjs'

export const create = (container, scene) => ({
  ...createWith(container, scene, { name: 'canvas', webgl: true }),
  layout: null,
})
