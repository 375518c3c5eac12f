/**
 * Where things go. Same input, same layout: nothing here is random, and nothing is ended by the clock. What has a place
 * keeps it to the pixel; what is new starts beside what it hangs on. Units are pixels at scale 1, y grows upward.
 */
import type { Shown } from './shown.ts'
import { linksOf, partsOf, separate, startStress, type Links } from './stress.ts'
import { adjacencyOf, type LayoutName, type Position } from './view.ts'

export type LayoutNode = {
  readonly id: string
  readonly type: string
  readonly year: number | null
  /** Null where it is to be found. */
  readonly position: Position | null
}
export type LayoutEdge = { readonly from: string; readonly to: string }
export type LayoutInput = {
  readonly name: LayoutName
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** What a radial layout stands round; null for the best joined. */
  readonly root: string | null
}

/**
 * Kinds from who asks to who acts, as the eye reads a recommendation: `x` of their column, in units; where they lie in rows,
 * how many stand `abreast`, which their names leave room for.
 */
export const COLUMNS = [
  { key: 'mechanism', x: 0, abreast: 2, types: ['State', 'Mechanism', 'Treaty'] },
  { key: 'document', x: 150, abreast: 2, types: ['ReviewDocument', 'Event', 'Deadline'] },
  { key: 'recommendation', x: 350, abreast: 1, types: ['Recommendation'] },
  {
    key: 'theme',
    x: 690,
    abreast: 2,
    types: [
      'RightsCluster',
      'Right',
      'Theme',
      'AffectedGroup',
      'SdgTarget',
      'SdgGoal',
      'Resource',
      'Indicator',
      'Measurement',
      'Assessment',
    ],
  },
  { key: 'body', x: 910, abreast: 2, types: ['GovernmentBody', 'WorkingGroup'] },
  { key: 'initiative', x: 1_080, abreast: 1, types: ['Initiative'] },
  { key: 'organisation', x: 1_350, abreast: 2, types: ['Organisation'] },
] as const
const ROW = 44
/** Rows are as wide as a phone at life size, and leave room for a heading over each kind. */
const ROW_WIDTH = 340
const ROW_GAP = 40
/** One abreast, each stands a little aside of the last, so that lines do not lie over one another and go through signs. */
const STAGGER = { by: 22, turns: 3 }
/** A column longer than this wraps, so that a large view stays a page and no ribbon. */
const MAX_ROWS = 40
const WRAP = 240

export const columnOf = (type: string): number => {
  const found = COLUMNS.findIndex(({ types }) => types.some((one) => one === type))
  return found < 0 ? 3 : found
}

/** What the worker is sent: what is drawn, with the places that must stay. */
export function layoutInput(
  { nodes, edges }: Pick<Shown, 'nodes' | 'edges'>,
  positions: ReadonlyMap<string, Position>,
  { name, root, keep }: { name: LayoutName; root: string | null; keep: (id: string) => boolean },
): LayoutInput {
  return {
    name,
    root,
    nodes: nodes.map(({ id, type, year }) => ({
      id,
      type,
      year,
      position: keep(id) ? (positions.get(id) ?? null) : null,
    })),
    edges: edges.map(({ from, to }) => ({ from, to })),
  }
}

type Places = Map<string, Position>
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Known places of what a thing hangs on, once they are known. */
const placedNear = (near: ReadonlyMap<string, ReadonlySet<string>>, places: Places, id: string): Position[] =>
  [...(near.get(id) ?? [])].flatMap((other) => places.get(other) ?? [])

/** Rows of a column that nobody stands in, from the one wanted outward. */
function freeRow(taken: ReadonlySet<number>, wanted: number): number {
  for (let step = 0; ; step += 1) {
    if (!taken.has(wanted - step)) return wanted - step
    if (!taken.has(wanted + step)) return wanted + step
  }
}

/**
 * One column a kind. Within it by year and id, then twice over by the mean of what each hangs on, which untangles lines.
 * Where some have places already, a new one takes the free row nearest to what it hangs on.
 */
function columns({ nodes, edges }: LayoutInput): Places {
  const near = adjacencyOf(edges)
  const places: Places = new Map(nodes.flatMap(({ id, position }) => (position === null ? [] : [[id, position]])))
  const isFresh = places.size === 0
  const byColumn = COLUMNS.map((_, index) =>
    nodes
      .filter(({ type, position }) => position === null && columnOf(type) === index)
      .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || a.type.localeCompare(b.type) || a.id.localeCompare(b.id))
      .map(({ id }) => id),
  )
  if (!isFresh) {
    const taken = COLUMNS.map(() => new Set<number>())
    for (const { type, position } of nodes)
      if (position !== null) {
        // Whoever was dragged out of its column still blocks the row it was dragged to.
        const row = Math.round(-position.y / ROW)
        taken[columnOf(type)]?.add(row)
      }
    for (const [index, ids] of byColumn.entries())
      for (const id of ids) {
        const parents = placedNear(near, places, id)
        const rows = taken[index] ?? new Set()
        const row = freeRow(rows, parents.length === 0 ? 0 : Math.round(-mean(parents.map(({ y }) => y)) / ROW))
        rows.add(row)
        places.set(id, { x: COLUMNS[index]?.x ?? 0, y: -row * ROW })
      }
    return places
  }
  const settle = (): void => {
    let shift = 0
    for (const [index, ids] of byColumn.entries()) {
      const rows = Math.min(MAX_ROWS, ids.length)
      const wraps = Math.max(1, Math.ceil(ids.length / MAX_ROWS))
      for (const [at, id] of ids.entries())
        places.set(id, {
          x: (COLUMNS[index]?.x ?? 0) + shift + Math.floor(at / MAX_ROWS) * WRAP,
          y: ((rows - 1) / 2 - (at % MAX_ROWS)) * ROW,
        })
      shift += (wraps - 1) * WRAP
    }
  }
  settle()
  for (let sweep = 0; sweep < 4; sweep += 1) {
    const order = sweep % 2 === 0 ? byColumn : [...byColumn].reverse()
    for (const ids of order) {
      const pull = new Map(
        ids.map((id, index) => {
          const ys = placedNear(near, places, id).map(({ y }) => y)
          return [id, ys.length === 0 ? (places.get(id)?.y ?? -index) : mean(ys)]
        }),
      )
      // Stable: what pulls alike keeps its order by year.
      ids.sort((a, b) => (pull.get(b) ?? 0) - (pull.get(a) ?? 0))
    }
    settle()
  }
  return places
}

/**
 * The columns turned to lie under one another, for a screen higher than wide. Each kind in the order that its column has
 * from the top. Where most have places already, what is new lies beneath them all.
 */
function rows(input: LayoutInput): Places {
  const places: Places = new Map(input.nodes.flatMap(({ id, position }) => (position === null ? [] : [[id, position]])))
  const held = [...places.values()]
  const isBeneath = held.length > input.nodes.length / 2
  const pins = isBeneath ? [] : held
  const order = columns({ ...input, nodes: input.nodes.map((node) => ({ ...node, position: null })) })
  const along = (id: string): Position => order.get(id) ?? { x: 0, y: 0 }
  let y = isBeneath ? held.reduce((least, place) => Math.min(least, place.y), 0) - ROW - ROW_GAP : 0
  for (const [index, { abreast }] of COLUMNS.entries()) {
    const ids = input.nodes
      .filter(({ type, position }) => position === null && columnOf(type) === index)
      .map(({ id }) => id)
      .sort((a, b) => along(a).x - along(b).x || along(b).y - along(a).y)
    let at = 0
    for (const id of ids) {
      const spot = (): Position => ({
        x: abreast === 1 ? (at % STAGGER.turns) * STAGGER.by : ((at % abreast) * ROW_WIDTH) / abreast,
        y: y - Math.floor(at / abreast) * ROW,
      })
      // A pin keeps the place it has.
      while (pins.some((one) => Math.abs(one.x - spot().x) < ROW && Math.abs(one.y - spot().y) < ROW / 2)) at += 1
      places.set(id, spot())
      at += 1
    }
    if (at > 0) y -= Math.ceil(at / abreast) * ROW + ROW_GAP
  }
  return places
}

/** Rings by the number of steps from the root; each ring in the order of the angles it hangs on. */
function radial({ nodes, edges, root }: LayoutInput): Places {
  const near = adjacencyOf(edges)
  const places: Places = new Map(nodes.flatMap(({ id, position }) => (position === null ? [] : [[id, position]])))
  const degree = (id: string): number => near.get(id)?.size ?? 0
  const ids = nodes.map(({ id }) => id)
  const waiting = new Set(ids)
  const best = [...ids].sort((a, b) => degree(b) - degree(a) || a.localeCompare(b))
  const center = root !== null && waiting.has(root) ? root : best[0]
  if (center === undefined) return places
  const origin = places.get(center) ?? { x: 0, y: 0 }
  const angles = new Map<string, number>([[center, 0]])
  let ring = [center]
  waiting.delete(center)
  if (!places.has(center)) places.set(center, origin)
  let radius = 0
  while (waiting.size > 0) {
    let next = [...new Set(ring.flatMap((id) => [...(near.get(id) ?? [])]))].filter((id) => waiting.has(id))
    // What hangs on nothing stands on the outermost ring.
    if (next.length === 0) next = [...waiting].sort((a, b) => a.localeCompare(b))
    const typeOf = new Map(nodes.map(({ id, type }) => [id, type]))
    const anchor = (id: string): number => {
      const known = [...(near.get(id) ?? [])].flatMap((other) => angles.get(other) ?? [])
      return known.length === 0 ? 0 : mean(known)
    }
    next.sort(
      (a, b) =>
        (ring.length === 1 ? 0 : anchor(a) - anchor(b)) ||
        columnOf(typeOf.get(a) ?? '') - columnOf(typeOf.get(b) ?? '') ||
        a.localeCompare(b),
    )
    radius = Math.max(radius + 170, (next.length * 46) / (2 * Math.PI))
    for (const [index, id] of next.entries()) {
      const angle = (2 * Math.PI * index) / next.length
      angles.set(id, angle)
      waiting.delete(id)
      if (!places.has(id))
        places.set(id, { x: origin.x + radius * Math.sin(angle), y: origin.y + radius * Math.cos(angle) })
    }
    ring = next
  }
  return places
}

export const YEAR_WIDTH = 130

/** Years from left to right, lanes by kind; what has no year of its own stands at the mean of what it hangs on. */
function timeline({ nodes, edges }: LayoutInput): Places {
  const near = adjacencyOf(edges)
  const places: Places = new Map(nodes.flatMap(({ id, position }) => (position === null ? [] : [[id, position]])))
  const yearOf = new Map(nodes.flatMap(({ id, year }) => (year === null ? [] : [[id, year]])))
  const first = Math.min(...yearOf.values(), 9_999)
  const known = (id: string): number | null => {
    const years = [...(near.get(id) ?? [])].flatMap((other) => yearOf.get(other) ?? [])
    return years.length === 0 ? null : mean(years)
  }
  const taken = new Map<string, number>()
  let top = 0
  for (const [column] of COLUMNS.entries()) {
    const members = nodes
      .filter(({ type }) => columnOf(type) === column)
      .map((node) => ({ ...node, at: node.year ?? known(node.id) }))
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.id.localeCompare(b.id))
    let deepest = 0
    for (const { id, position, at } of members) {
      const x = (at === null || first === 9_999 ? -1 : at - first) * YEAR_WIDTH
      const slot = `${column} ${Math.round(x / YEAR_WIDTH)}`
      const depth = taken.get(slot) ?? 0
      taken.set(slot, depth + 1)
      deepest = Math.max(deepest, depth + 1)
      // Three abreast within a year, so that a rich one grows no tower.
      if (position === null) places.set(id, { x: x + (depth % 3) * 38, y: top - depth * 30 })
    }
    if (members.length > 0) top -= deepest * 30 + 60
  }
  return places
}

/** A layout that its caller takes forward, so that it can be stopped between two rounds. */
export type ForceRun = { readonly rounds: number; round(): void; places(): Places }

/** Distance of two that are linked, and the least of any two: signs, and room for a line of a label. */
const UNIT = 110
const LEAST = 60
/** As much room as each has in the mean, as the side of a square; where they stand closer all is made wider. */
const ROOM = 78
const SEPARATIONS = 30

/**
 * Steps in the graph as distances on the plane. What has a place keeps it; what is new starts beside what it hangs on.
 * Parts that nothing joins stand under one another, the largest first.
 */
export function startForce({ nodes, edges }: LayoutInput): ForceRun {
  const indexOf = new Map(nodes.map(({ id }, index) => [id, index]))
  const links = linksOf(
    nodes.length,
    edges.flatMap(({ from, to }) => {
      const [a, b] = [indexOf.get(from), indexOf.get(to)]
      return a === undefined || b === undefined ? [] : [[a, b] as const]
    }),
  )
  const fixed = Uint8Array.from(nodes, ({ position }) => (position === null ? 0 : 1))
  const held = fixed.reduce((sum, one) => sum + one, 0)
  const isNew = held <= nodes.length / 2
  const xy = new Float64Array(nodes.length * 2)
  const linked: number[] = []
  for (const [index, { position }] of nodes.entries()) {
    if (position === null) continue
    xy[index * 2] = position.x
    xy[index * 2 + 1] = position.y
    for (let at = links.starts[index] ?? 0; at < (links.starts[index + 1] ?? 0); at += 1) {
      const other = nodes[links.ends[at] ?? 0]?.position
      if (other) linked.push(Math.hypot(position.x - other.x, position.y - other.y))
    }
  }
  // What is there sets the measure for what comes.
  linked.sort((a, b) => a - b)
  const unit = Math.min(4 * UNIT, Math.max(LEAST, linked[linked.length >> 1] ?? UNIT))
  for (const [index, { position }] of nodes.entries()) {
    if (position !== null) continue
    let parent = -1
    for (let at = links.starts[index] ?? 0; at < (links.starts[index + 1] ?? 0) && parent < 0; at += 1)
      if (fixed[links.ends[at] ?? 0] === 1) parent = links.ends[at] ?? 0
    // A spiral: no two start in one point, and nothing is random.
    const angle = index * 2.399963
    const radius = (parent < 0 ? 14 : 9) * Math.sqrt(index) + (parent < 0 ? 0 : 30)
    xy[index * 2] = (parent < 0 ? 0 : (xy[parent * 2] ?? 0)) + radius * Math.cos(angle)
    xy[index * 2 + 1] = (parent < 0 ? 0 : (xy[parent * 2 + 1] ?? 0)) + radius * Math.sin(angle)
  }
  const stress = startStress(links, xy, { fixed, unit, isNew })
  let done = 0
  let isApart = false
  return {
    rounds: stress.rounds + SEPARATIONS,
    round: () => {
      if (done < stress.rounds) stress.round()
      else {
        if (done === stress.rounds) arrange(links, xy, fixed)
        if (!isApart) isApart = !separate(xy, fixed, LEAST)
      }
      done += 1
    },
    places: () =>
      new Map(nodes.map(({ id, position }, at) => [id, position ?? { x: xy[at * 2] ?? 0, y: xy[at * 2 + 1] ?? 0 }])),
  }
}

/** Each part that holds nothing fixed is laid along the screen, made as wide as its things need, and put under the last. */
function arrange(links: Links, xy: Float64Array, fixed: Uint8Array): void {
  const members = new Map<number, number[]>()
  const held = new Set<number>()
  for (const [one, part] of partsOf(links, fixed.length).entries()) {
    members.set(part, [...(members.get(part) ?? []), one])
    if (fixed[one] === 1) held.add(part)
  }
  const free = [...members].filter(([part]) => !held.has(part)).map(([, ones]) => ones)
  free.sort((a, b) => b.length - a.length)
  const boxes = free.map((ones) => ({ ones, ...lieDown(ones, xy) }))
  // Under what is there already.
  let top = 0
  let left = 0
  for (const [part, ones] of members)
    if (held.has(part))
      for (const one of ones) {
        top = Math.min(top, (xy[one * 2 + 1] ?? 0) - 2 * LEAST)
        left = Math.min(left, xy[one * 2] ?? 0)
      }
  const area = boxes.reduce((sum, { width, height }) => sum + width * height, 0)
  const widths = boxes.map(({ width }) => width)
  const [first] = boxes
  // One that is most of it has a row to itself; many small ones fill a page.
  const hasMain = first !== undefined && first.width * first.height > area / 2
  const widest = Math.max(hasMain ? 0 : 1.3 * Math.sqrt(area), ...widths)
  let [x, row] = [0, 0]
  for (const { ones, width, height } of boxes) {
    if (x > 0 && x + width > widest) {
      x = 0
      top -= row
      row = 0
    }
    for (const one of ones) {
      xy[one * 2] = (xy[one * 2] ?? 0) + left + x
      xy[one * 2 + 1] = (xy[one * 2 + 1] ?? 0) + top
    }
    x += width
    row = Math.max(row, height)
  }
}

/** Turns and widens a part, and moves its upper left corner to the middle. Width and height hold room around it. */
function lieDown(ones: readonly number[], xy: Float64Array): { width: number; height: number } {
  const at = (one: number): Position => ({ x: xy[one * 2] ?? 0, y: xy[one * 2 + 1] ?? 0 })
  const middle = { x: mean(ones.map((one) => at(one).x)), y: mean(ones.map((one) => at(one).y)) }
  let [xx, xyy, yy] = [0, 0, 0]
  for (const one of ones) {
    const [dx, dy] = [at(one).x - middle.x, at(one).y - middle.y]
    xx += dx * dx
    xyy += dx * dy
    yy += dy * dy
  }
  // The longest way through it, along the screen.
  const angle = Math.atan2(2 * xyy, xx - yy) / 2
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  // An even disc of this spread has the area 2 pi times its mean square.
  const area = (2 * Math.PI * (xx + yy)) / ones.length
  const wider = Math.max(1, Math.sqrt((ones.length * ROOM * ROOM) / Math.max(1, area)))
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const one of ones) {
    const [dx, dy] = [at(one).x - middle.x, at(one).y - middle.y]
    const x = wider * (dx * cos + dy * sin)
    const y = wider * (dy * cos - dx * sin)
    xy[one * 2] = x
    xy[one * 2 + 1] = y
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  for (const one of ones) {
    xy[one * 2] = (xy[one * 2] ?? 0) - left
    xy[one * 2 + 1] = (xy[one * 2 + 1] ?? 0) - top
  }
  return { width: right - left + 2 * LEAST, height: top - bottom + 1.5 * LEAST }
}

/** A place for every thing given. */
export function computeLayout(input: LayoutInput): Places {
  if (input.name === 'columns') return columns(input)
  if (input.name === 'rows') return rows(input)
  if (input.name === 'radial') return radial(input)
  if (input.name === 'timeline') return timeline(input)
  const run = startForce(input)
  for (let done = 0; done < run.rounds; done += 1) run.round()
  return run.places()
}

export type Heading = { readonly key: string; readonly year: number | null; readonly x: number; readonly y: number }

/** Rows of one kind that lie together: what came later lies beneath all others, under a word of its own. */
function blocksOf<Node extends { readonly y: number }>(nodes: readonly Node[]): Node[][] {
  const blocks: Node[][] = []
  let last = Infinity
  for (const node of [...nodes].sort((a, b) => b.y - a.y)) {
    if (last - node.y > ROW + ROW_GAP / 2) blocks.push([])
    blocks.at(-1)?.push(node)
    last = node.y
  }
  return blocks
}

/** What stands over the columns, rows or years of a layout; nothing over a free one. */
export function headingsOf(
  name: LayoutName,
  nodes: readonly { readonly type: string; readonly year: number | null; readonly x: number; readonly y: number }[],
): Heading[] {
  if (nodes.length === 0 || name === 'force' || name === 'radial') return []
  const highest = (some: readonly { readonly y: number }[]): number =>
    some.reduce((most, { y }) => Math.max(most, y), -Infinity)
  const top = highest(nodes) + ROW
  if (name !== 'timeline')
    return COLUMNS.flatMap(({ key }, index) => {
      const own = nodes.filter(({ type }) => columnOf(type) === index)
      const blocks = name === 'rows' ? blocksOf(own) : [own].filter(({ length }) => length > 0)
      return blocks.map((block) => ({
        key,
        year: null,
        x: block.reduce((least, node) => Math.min(least, node.x), Infinity),
        y: name === 'rows' ? highest(block) + ROW * 0.7 : top,
      }))
    })
  const byYear = new Map<number, number>()
  for (const { year, x } of nodes) if (year !== null) byYear.set(year, Math.min(byYear.get(year) ?? Infinity, x))
  return [...byYear].map(([year, x]) => ({ key: 'year', year, x, y: top }))
}
