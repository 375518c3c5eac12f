/** The graph that every library draws: seeded, few hubs and many leaves, 2.5 lines a node, at the same places for all. */
import { randomFrom } from '../../graph/random.ts'

export type SceneNode = { readonly id: string; readonly x: number; readonly y: number; readonly label: string }
export type SceneEdge = { readonly id: string; readonly from: string; readonly to: string }
export type Scene = { readonly nodes: readonly SceneNode[]; readonly edges: readonly SceneEdge[] }

export type View = { readonly x: number; readonly y: number; readonly scale: number }

/** What a library is asked to do. `scale` is pixels a unit of the scene; x and y its middle. */
export type Adapter = {
  readonly look: (view: View) => void | Promise<void>
  readonly add: (more: Scene) => void | Promise<void>
  readonly place: (id: string) => { readonly x: number; readonly y: number }
  /** Its own force-directed layout to its end; null where it has none. `onStep` is called between steps where there are any. */
  readonly layout: ((onStep: () => void) => Promise<void>) | null
}

/** Half the side of the square that the nodes stand in. */
export const HALF = 1_000
const LABELS = 100

export function sceneOf(size: number, seed = 1): Scene {
  const random = randomFrom(seed)
  const hubs = Math.max(4, Math.round(Math.sqrt(size)))
  const side = Math.ceil(Math.sqrt(hubs))
  const spread = HALF / side
  const nodes: SceneNode[] = []
  const edges: SceneEdge[] = []
  for (let index = 0; index < size; index += 1) {
    const hub = index < hubs ? index : Math.floor(hubs * random() ** 2)
    const [column, row] = [hub % side, Math.floor(hub / side)]
    const away = index < hubs ? 0 : spread * Math.sqrt(random())
    const angle = random() * 2 * Math.PI
    nodes.push({
      id: `n${index}`,
      x: -HALF + (2 * column + 1) * spread + away * Math.cos(angle),
      y: -HALF + (2 * row + 1) * spread + away * Math.sin(angle),
      label: index % Math.ceil(size / LABELS) === 0 ? `Thing ${index}` : '',
    })
    if (index >= hubs) edges.push({ id: `e${edges.length}`, from: `n${index}`, to: `n${hub}` })
  }
  while (edges.length < size * 2.5)
    edges.push({
      id: `e${edges.length}`,
      from: `n${Math.floor(random() * size)}`,
      to: `n${Math.floor(hubs * random() ** 2)}`,
    })
  return { nodes, edges: edges.filter(({ from, to }) => from !== to) }
}

/** What is added to a scene: nodes round its first hub. */
export function moreOf(count: number): Scene {
  const hub = { x: -HALF, y: -HALF }
  return {
    nodes: Array.from({ length: count }, (_, index) => ({
      id: `new${index}`,
      x: hub.x + 60 * Math.cos(index),
      y: hub.y + 60 * Math.sin(index),
      label: '',
    })),
    edges: Array.from({ length: count }, (_, index) => ({ id: `newE${index}`, from: `new${index}`, to: 'n0' })),
  }
}

/**
 * Normalised stress of a drawing, from 0 up: how far distances on the plane are from those in the graph, at the scale
 * that suits it best. From 30 nodes to all that they reach.
 */
export function stressOf({ nodes, edges }: Scene, place: Adapter['place']): number {
  const neighbours = new Map<string, string[]>(nodes.map(({ id }) => [id, []]))
  for (const { from, to } of edges) {
    neighbours.get(from)?.push(to)
    neighbours.get(to)?.push(from)
  }
  const places = new Map(nodes.map(({ id }) => [id, place(id)]))
  const pairs: { readonly hops: number; readonly far: number }[] = []
  for (let pivot = 0; pivot < 30; pivot += 1) {
    const from = nodes[Math.floor((pivot * nodes.length) / 30)]
    const start = from === undefined ? undefined : places.get(from.id)
    if (from === undefined || start === undefined) continue
    const hops = new Map([[from.id, 0]])
    for (const id of hops.keys())
      for (const next of neighbours.get(id) ?? []) if (!hops.has(next)) hops.set(next, (hops.get(id) ?? 0) + 1)
    for (const [id, count] of hops) {
      const at = places.get(id)
      if (count > 0 && at !== undefined) pairs.push({ hops: count, far: Math.hypot(at.x - start.x, at.y - start.y) })
    }
  }
  let [linear, square] = [0, 0]
  for (const { hops, far } of pairs) {
    linear += far / hops
    square += (far / hops) ** 2
  }
  const scale = linear / square
  return pairs.reduce((sum, { hops, far }) => sum + ((scale * far - hops) / hops) ** 2, 0) / pairs.length
}
