/**
 * Places so that distances on the plane follow the steps in the graph. Things are numbers from 0, `xy` holds x and y of each
 * in turn; the same input gives the same places, and what ends is counted. First pairs one by one, in ever smaller steps
 * (Zheng, Pawar, Goodman 2018, doi 10.1109/TVCG.2018.2859997), which gets out of whatever it starts in; then each thing at
 * the mean of where the others want it (Gansner, Koren, North 2004, doi 10.1007/978-3-540-31843-9_25), which settles. Both
 * look from some things drawn anew each round instead of from all, which gives the same stress in a fifth of the time.
 */
import { randomFrom } from '../../../graph/random.ts'

/** Neighbours of thing i stand in `ends` from `starts[i]` to `starts[i + 1]`. */
export type Links = { readonly starts: Int32Array; readonly ends: Int32Array }

export function linksOf(count: number, pairs: Iterable<readonly [from: number, to: number]>): Links {
  const list = [...pairs].filter(([from, to]) => from !== to)
  const starts = new Int32Array(count + 1)
  for (const [from, to] of list) {
    starts[from + 1] = (starts[from + 1] ?? 0) + 1
    starts[to + 1] = (starts[to + 1] ?? 0) + 1
  }
  for (let index = 0; index < count; index += 1) starts[index + 1] = (starts[index + 1] ?? 0) + (starts[index] ?? 0)
  const ends = new Int32Array(list.length * 2)
  const next = starts.slice()
  const put = (from: number, to: number): void => {
    const at = next[from] ?? 0
    ends[at] = to
    next[from] = at + 1
  }
  for (const [from, to] of list) {
    put(from, to)
    put(to, from)
  }
  return { starts, ends }
}

/** Steps from one thing to each; 0 for itself and for what it does not reach. `queue` is room to work in. */
function stepsFrom({ starts, ends }: Links, source: number, steps: Int32Array, queue: Int32Array): void {
  steps.fill(0)
  queue[0] = source
  let [head, tail] = [0, 1]
  while (head < tail) {
    const one = queue[head] ?? 0
    head += 1
    const next = (steps[one] ?? 0) + 1
    for (let at = starts[one] ?? 0, end = starts[one + 1] ?? 0; at < end; at += 1) {
      const other = ends[at] ?? 0
      if (steps[other] !== 0 || other === source) continue
      steps[other] = next
      queue[tail] = other
      tail += 1
    }
  }
}

function swap(values: Int32Array, one: number, other: number): void {
  const value = values[one] ?? 0
  values[one] = values[other] ?? 0
  values[other] = value
}

/** Which of the parts that nothing joins each thing is in; the parts are numbered in the order of their first things. */
export function partsOf({ starts, ends }: Links, count: number): Int32Array {
  const parts = new Int32Array(count).fill(-1)
  let found = 0
  for (let first = 0; first < count; first += 1) {
    if (parts[first] !== -1) continue
    const stack = [first]
    parts[first] = found
    for (let one = stack.pop(); one !== undefined; one = stack.pop())
      for (let at = starts[one] ?? 0, end = starts[one + 1] ?? 0; at < end; at += 1) {
        const other = ends[at] ?? 0
        if (parts[other] !== -1) continue
        parts[other] = found
        stack.push(other)
      }
    found += 1
  }
  return parts
}

const LOOSEN = { rounds: 15, sources: 200 }
const SETTLE = { rounds: 24, sources: 250 }
/** Bytes for the steps from those that are looked from again and again; of more things than its root, not all are. */
const MEMORY = 16_000_000
/** The last of the ever smaller steps, as a share of the whole way to where a pair wants to be. */
const LAST_STEP = 0.1

export type Stress = { readonly rounds: number; round(): void }

/**
 * Moves `xy`, a round at each call; what is `fixed` stays. `unit` is the distance of two that are linked. Where `isNew` is
 * false the places are good already but for a few, and are only settled.
 */
export function startStress(
  links: Links,
  xy: Float64Array,
  { fixed, unit, isNew }: { fixed: Uint8Array; unit: number; isNew: boolean },
): Stress {
  const count = fixed.length
  const random = randomFrom(1)
  const counted = new Int32Array(count)
  const queue = new Int32Array(count)
  const order = Int32Array.from({ length: count }, (_, index) => index)
  const known = new Map<number, Uint8Array>()
  const sums = new Float64Array(count * 2)
  const weights = new Float64Array(count)
  const loosening = isNew ? LOOSEN.rounds : 0
  /** Those that are looked from. */
  const pool = Math.min(count, Math.max(SETTLE.sources, Math.floor(MEMORY / Math.max(1, count))))
  for (let at = 0; at < pool; at += 1) swap(order, at, at + Math.floor(random() * (count - at)))
  let drawn = pool
  /** Each of the pool comes once before any comes again. */
  const draw = (): number => {
    if (drawn === pool) drawn = 0
    swap(order, drawn, drawn + Math.floor(random() * (pool - drawn)))
    drawn += 1
    return order[drawn - 1] ?? 0
  }
  const stepsOf = (source: number): Uint8Array => {
    const before = known.get(source)
    if (before !== undefined) return before
    stepsFrom(links, source, counted, queue)
    // Farther than 255 steps is as good as 255.
    const steps = Uint8Array.from(counted, (hops) => Math.min(255, hops))
    known.set(source, steps)
    return steps
  }
  let hub = 0
  for (let one = 0; one < count; one += 1) {
    const degree = (at: number): number => (links.starts[at + 1] ?? 0) - (links.starts[at] ?? 0)
    if (degree(one) > degree(hub)) hub = one
  }
  // Nothing is farther from anything than twice as far as from the hub.
  let reach = (2 * stepsOf(hub).reduce((most, one) => Math.max(most, one), 1)) ** 2
  const shrink = (LAST_STEP / reach) ** (1 / Math.max(1, loosening - 1))
  let done = 0

  const loosen = (): void => {
    for (let turn = Math.min(count, LOOSEN.sources); turn > 0; turn -= 1) {
      const source = draw()
      const steps = stepsOf(source)
      const isHeld = fixed[source] === 1
      let [x, y] = [xy[source * 2] ?? 0, xy[source * 2 + 1] ?? 0]
      for (let other = 0; other < count; other += 1) {
        const hops = steps[other] ?? 0
        if (hops === 0) continue
        const dx = (xy[other * 2] ?? 0) - x
        const dy = (xy[other * 2 + 1] ?? 0) - y
        const far = Math.sqrt(dx * dx + dy * dy) || 1e-3
        const isOtherHeld = fixed[other] === 1
        const move = (Math.min(1, reach / (hops * hops)) * (hops * unit - far)) / far
        if (!isOtherHeld) {
          const share = isHeld ? move : move / 2
          xy[other * 2] = (xy[other * 2] ?? 0) + share * dx
          xy[other * 2 + 1] = (xy[other * 2 + 1] ?? 0) + share * dy
        }
        if (!isHeld) {
          const share = isOtherHeld ? move : move / 2
          x -= share * dx
          y -= share * dy
        }
      }
      xy[source * 2] = x
      xy[source * 2 + 1] = y
    }
    reach *= shrink
  }
  const settle = (): void => {
    sums.fill(0)
    weights.fill(0)
    for (let turn = Math.min(count, SETTLE.sources); turn > 0; turn -= 1) {
      const source = draw()
      const steps = stepsOf(source)
      const [x, y] = [xy[source * 2] ?? 0, xy[source * 2 + 1] ?? 0]
      for (let other = 0; other < count; other += 1) {
        const hops = steps[other] ?? 0
        if (hops === 0) continue
        const dx = (xy[other * 2] ?? 0) - x
        const dy = (xy[other * 2 + 1] ?? 0) - y
        const weight = 1 / (hops * hops)
        const stretch = (hops * unit) / (Math.sqrt(dx * dx + dy * dy) || 1e-3)
        sums[other * 2] = (sums[other * 2] ?? 0) + weight * (x + stretch * dx)
        sums[other * 2 + 1] = (sums[other * 2 + 1] ?? 0) + weight * (y + stretch * dy)
        weights[other] = (weights[other] ?? 0) + weight
      }
    }
    for (let one = 0; one < count; one += 1) {
      const weight = weights[one] ?? 0
      if (weight === 0 || fixed[one] === 1) continue
      xy[one * 2] = (sums[one * 2] ?? 0) / weight
      xy[one * 2 + 1] = (sums[one * 2 + 1] ?? 0) / weight
    }
  }
  return {
    rounds: loosening + SETTLE.rounds,
    round: () => {
      if (done < loosening) loosen()
      else settle()
      done += 1
    },
  }
}

/** One round of pushing apart what is nearer than `least`. False where nothing was. */
export function separate(xy: Float64Array, fixed: Uint8Array, least: number): boolean {
  const cells = new Map<number, number[]>()
  const cellOf = (x: number, y: number): number => Math.floor(x / least) * 1_000_003 + Math.floor(y / least)
  for (let one = 0; one < fixed.length; one += 1) {
    const cell = cellOf(xy[one * 2] ?? 0, xy[one * 2 + 1] ?? 0)
    const there = cells.get(cell)
    if (there === undefined) cells.set(cell, [one])
    else there.push(one)
  }
  let isMoved = false
  for (let one = 0; one < fixed.length; one += 1)
    for (let column = -1; column <= 1; column += 1)
      for (let row = -1; row <= 1; row += 1) {
        const [x, y] = [xy[one * 2] ?? 0, xy[one * 2 + 1] ?? 0]
        for (const other of cells.get(cellOf(x + column * least, y + row * least)) ?? []) {
          if (other <= one || (fixed[one] === 1 && fixed[other] === 1)) continue
          let dx = (xy[other * 2] ?? 0) - (xy[one * 2] ?? 0)
          let dy = (xy[other * 2 + 1] ?? 0) - (xy[one * 2 + 1] ?? 0)
          let far = Math.sqrt(dx * dx + dy * dy)
          if (far >= least) continue
          if (far < 1e-6) {
            // In one point: each pair goes its own way.
            dx = Math.cos(one + other)
            dy = Math.sin(one + other)
            far = 1
          }
          const push = (least * 1.02 - Math.min(far, least)) / far
          const [own, its] = fixed[one] === 1 ? [0, push] : fixed[other] === 1 ? [push, 0] : [push / 2, push / 2]
          xy[one * 2] = (xy[one * 2] ?? 0) - own * dx
          xy[one * 2 + 1] = (xy[one * 2 + 1] ?? 0) - own * dy
          xy[other * 2] = (xy[other * 2] ?? 0) + its * dx
          xy[other * 2 + 1] = (xy[other * 2 + 1] ?? 0) + its * dy
          isMoved = true
        }
      }
  return isMoved
}
