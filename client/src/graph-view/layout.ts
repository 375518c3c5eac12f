/**
 * Where nodes go. Same input, same layout: nothing here is random. Nodes that have a place keep it to the pixel, new ones
 * start at what they hang on; only a change of layout moves everything.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force'
import type { LayoutName, Position, View } from './view.ts'
import { shownOf } from './view.ts'

export type LayoutNode = {
  readonly id: string
  readonly type: string
  readonly year: number | null
  readonly position: Position | null
}
export type LayoutEdge = { readonly from: string; readonly to: string }
export type LayoutInput = {
  readonly name: LayoutName
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
}

/** Columns from who asks to who acts, as the eye reads a recommendation. */
const COLUMN: Record<string, number> = {
  State: 0,
  Mechanism: 0,
  Treaty: 0,
  Event: 1,
  Deadline: 1,
  ReviewDocument: 1,
  Recommendation: 2,
  RightsCluster: 3,
  Right: 3,
  Theme: 3,
  AffectedGroup: 3,
  SdgTarget: 3,
  SdgGoal: 3,
  Resource: 3,
  Indicator: 3,
  Measurement: 3,
  GovernmentBody: 4,
  WorkingGroup: 4,
  Initiative: 5,
  Organisation: 6,
}
const COLUMN_WIDTH = 340
const ROW_HEIGHT = 56

export const columnOf = (type: string): number => COLUMN[type] ?? 3

/** What a worker is sent: ids, types and known places of what is shown. */
export function layoutInput(view: View, { keepPlaces }: { keepPlaces: boolean }): LayoutInput {
  const { nodes, edges } = shownOf(view)
  return {
    name: view.layout,
    nodes: nodes.map(({ id, type, year }) => ({
      id,
      type,
      year,
      position: keepPlaces ? (view.positions.get(id) ?? null) : null,
    })),
    edges: edges.map(({ from, to }) => ({ from, to })),
  }
}

/** One column a type; within it by year, then id; a new node takes the first row below those that have a place. */
function columns({ nodes }: LayoutInput): Map<string, Position> {
  const places = new Map<string, Position>()
  const byColumn = new Map<number, LayoutNode[]>()
  for (const node of nodes) byColumn.set(columnOf(node.type), [...(byColumn.get(columnOf(node.type)) ?? []), node])
  const used = [...byColumn.keys()].sort((a, b) => a - b)
  for (const column of used) {
    const members = byColumn.get(column) ?? []
    const placed = members.filter(({ position }) => position !== null)
    const waiting = members
      .filter(({ position }) => position === null)
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.type.localeCompare(b.type) || a.id.localeCompare(b.id))
    for (const { id, position } of placed) if (position !== null) places.set(id, position)
    // y grows upward on the canvas: the next row is the one below the lowest.
    const lowest = Math.min(...placed.map(({ position }) => position?.y ?? 0))
    const top = placed.length > 0 ? lowest - ROW_HEIGHT : ((waiting.length - 1) * ROW_HEIGHT) / 2
    for (const [index, { id }] of waiting.entries())
      places.set(id, { x: column * COLUMN_WIDTH, y: top - index * ROW_HEIGHT })
  }
  return places
}

type Body = SimulationNodeDatum & { id: string }

function force({ nodes, edges }: LayoutInput): Map<string, Position> {
  const at = new Map(nodes.map(({ id, position }) => [id, position]))
  const parents = new Map<string, Position>()
  for (const { from, to } of edges) {
    const [a, b] = [at.get(from), at.get(to)]
    if (a && !b) parents.set(to, a)
    if (b && !a) parents.set(from, b)
  }
  const bodies: Body[] = nodes.map(({ id, position }, index) => {
    if (position !== null) return { id, x: position.x, y: position.y, fx: position.x, fy: position.y }
    const parent = parents.get(id)
    // A spiral from the parent: no two start in one point, and nothing is random.
    const angle = index * 2.399963
    const radius = 30 + 9 * Math.sqrt(index)
    return { id, x: (parent?.x ?? 0) + radius * Math.cos(angle), y: (parent?.y ?? 0) + radius * Math.sin(angle) }
  })
  const links: SimulationLinkDatum<Body>[] = edges.map(({ from, to }) => ({ source: from, target: to }))
  const simulation = forceSimulation(bodies)
    .randomSource(() => 0.5)
    .force(
      'link',
      forceLink<Body, SimulationLinkDatum<Body>>(links)
        .id(({ id }) => id)
        .distance(110)
        .strength(0.5),
    )
    .force('charge', forceManyBody().strength(-420).distanceMax(900))
    .force('collide', forceCollide(34))
    .force('x', forceX(0).strength(0.03))
    .force('y', forceY(0).strength(0.03))
    .stop()
  // The cooling decides when it ends; 300 ticks is where it has cooled.
  simulation.tick(300)
  return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x, y }]))
}

/** A place for every node given. */
export function computeLayout(input: LayoutInput): Map<string, Position> {
  return input.name === 'columns' ? columns(input) : force(input)
}
