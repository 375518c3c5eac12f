import { expect, test } from 'vitest'
import { between, fitTo, isInside, openOn, toGraph, toScreen, zoomAt } from './camera.ts'
import { edge, node, recommendation, SMALL } from './fixture.ts'
import { isWithin } from './gestures.ts'
import { COLUMNS, columnOf, computeLayout, headingsOf, layoutInput } from './layout.ts'
import { shownOf } from './shown.ts'
import { LAYOUTS, withAdded, type LayoutName, type View } from './view.ts'
import { around, DIRECTIONS, nearest } from './walk.ts'

const lay = (view: View, name: LayoutName, keep = (id: string): boolean => view.positions.has(id)) =>
  computeLayout(layoutInput(shownOf(view), view.positions, { name, root: null, keep }))

test.each(LAYOUTS)('%s: the same input gives the same places, all apart, and what has a place keeps it', (name) => {
  const first = lay(SMALL, name)
  expect(lay(SMALL, name)).toEqual(first)
  expect(first.size).toBe(5)
  const grown = withAdded(
    { ...SMALL, positions: first },
    [recommendation('e', 2014), node('f', 'GovernmentBody')],
    [edge('e', 't1')],
  )
  const second = lay(grown, name)
  for (const [id, place] of first) expect(second.get(id)).toEqual(place)
  const places = [...second.values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)
  expect(new Set(places).size).toBe(second.size)
})

test('a layout leaves a pin where it is', () => {
  const pinned = { ...SMALL, positions: new Map([['b', { x: 777, y: -55 }]]) }
  for (const name of LAYOUTS) expect(lay(pinned, name, (id) => id === 'b').get('b')).toEqual({ x: 777, y: -55 })
})

test('columns stand under their words, years under their numbers, free layouts under none', () => {
  const nodes = (name: LayoutName) => {
    const places = lay(SMALL, name)
    return shownOf(SMALL).nodes.map(({ id, type, year }) => ({ type, year, ...(places.get(id) ?? { x: 0, y: 0 }) }))
  }
  expect(headingsOf('columns', nodes('columns')).map(({ key }) => key)).toEqual(['recommendation', 'theme'])
  expect(
    headingsOf('timeline', nodes('timeline'))
      .map(({ year }) => year)
      .sort(),
  ).toEqual([2011, 2014, 2022])
  expect(headingsOf('force', nodes('force'))).toEqual([])
})

test('rows lie one kind under another, no wider than a phone, each under its word; what comes later lies beneath', () => {
  const placed = (view: View) => {
    const places = lay(view, 'rows')
    return shownOf(view).nodes.map(({ id, type, year }) => ({
      id,
      type,
      year,
      ...(places.get(id) ?? { x: NaN, y: NaN }),
    }))
  }
  const first = placed(SMALL)
  for (const one of first) {
    expect(one.x >= 0 && one.x < 340).toBe(true)
    for (const other of first) if (columnOf(one.type) < columnOf(other.type)) expect(one.y).toBeGreaterThan(other.y)
  }
  for (const { key, y } of headingsOf('rows', first)) {
    const ys = first.filter(({ type }) => COLUMNS[columnOf(type)]?.key === key).map((node) => node.y)
    expect(y).toBeGreaterThan(Math.max(...ys))
  }
  const positions = new Map(first.map(({ id, x, y }) => [id, { x, y }]))
  const grown = placed(withAdded({ ...SMALL, positions }, [recommendation('e', 2014)], [edge('e', 't1')]))
  const lowest = Math.min(...first.map(({ y }) => y))
  expect(grown.find(({ id }) => id === 'e')?.y).toBeLessThan(lowest)
  const later = headingsOf('rows', grown).filter(({ y }) => y < lowest)
  expect(later.map(({ key }) => key)).toEqual(['recommendation'])
  expect(headingsOf('rows', grown)).toHaveLength(headingsOf('rows', first).length + 1)
})

test('a long column wraps', () => {
  const many = withAdded(
    SMALL,
    Array.from({ length: 90 }, (_, index) => recommendation(`r${index}`, 2000)),
    [],
  )
  const ys = [...lay(many, 'columns').values()].map(({ y }) => y)
  expect(Math.max(...ys) - Math.min(...ys)).toBeLessThan(2_000)
})

const size = { width: 800, height: 600 }
test('a camera goes from graph to screen and back, zooms round a point, and fits', () => {
  const camera = { x: 40, y: -10, scale: 0.7 }
  const place = { x: 123, y: 45 }
  const back = toGraph(camera, size, toScreen(camera, size, place))
  expect(back.x).toBeCloseTo(place.x)
  expect(back.y).toBeCloseTo(place.y)
  const under = toGraph(camera, size, { x: 10, y: 20 })
  const zoomed = toGraph(zoomAt(camera, size, { x: 10, y: 20 }, 1.7), size, { x: 10, y: 20 })
  expect(zoomed.x).toBeCloseTo(under.x)
  expect(zoomed.y).toBeCloseTo(under.y)
  const far = [
    { x: -4_000, y: 0 },
    { x: 9_000, y: 2_500 },
  ]
  const fitted = fitTo(far, size)
  for (const one of far) expect(isInside(fitted, size, one)).toBe(true)
  expect(between(camera, fitted, 1)).toEqual({ ...fitted, scale: expect.closeTo(fitted.scale) as number })
})

test('a view opens whole where it can be read, on a phone with its beginning or round one thing', () => {
  const long = Array.from({ length: 30 }, (_, index) => ({ x: 0, y: -44 * index }))
  const [first, last] = [long[0] ?? { x: 0, y: 0 }, long[29] ?? { x: 0, y: 0 }]
  expect(openOn(long, size)).toEqual(fitTo(long, size))
  const phone = { width: 390, height: 480 }
  expect(openOn(long.slice(0, 5), phone)).toEqual(fitTo(long.slice(0, 5), phone))
  const begun = openOn(long, phone)
  expect([isInside(begun, phone, first), isInside(begun, phone, last)]).toEqual([true, false])
  const round = openOn(long, phone, last)
  expect(round.scale).toBe(begun.scale)
  expect([isInside(round, phone, first), isInside(round, phone, last)]).toEqual([false, true])
})

test('arrows go to the nearest in a direction and stay where there is none; the ring goes round', () => {
  const nodes = [
    { id: 'a', x: 0, y: 0 },
    { id: 'b', x: 100, y: 5 },
    { id: 'c', x: 60, y: 90 },
  ]
  expect(nearest(nodes, 'a', DIRECTIONS.right)).toBe('b')
  expect(nearest(nodes, 'a', DIRECTIONS.up)).toBe('c')
  expect(nearest(nodes, 'a', DIRECTIONS.left)).toBe('a')
  expect(nearest(nodes, null, DIRECTIONS.left)).toBe('a')
  expect(around(['x', 'y', 'z'], 'z', 1)).toBe('x')
  expect(around(['x', 'y', 'z'], null, -1)).toBe('x')
  expect(around([], 'q', 1)).toBe('q')
})

test('an area holds what lies within it', () => {
  const area = [
    { x: 0, y: 0 },
    { x: 10, y: 0 },
    { x: 10, y: 10 },
    { x: 0, y: 10 },
  ]
  expect(isWithin(area, { x: 5, y: 5 })).toBe(true)
  expect(isWithin(area, { x: 15, y: 5 })).toBe(false)
  expect(isWithin([], { x: 0, y: 0 })).toBe(false)
})

/** Places of a graph given by its links alone, laid out by force. */
function forced(count: number, pairs: readonly (readonly [number, number])[]) {
  const places = computeLayout({
    name: 'force',
    root: null,
    nodes: Array.from({ length: count }, (_, index) => ({
      id: String(index),
      type: 'Theme',
      year: null,
      position: null,
    })),
    edges: pairs.map(([from, to]) => ({ from: String(from), to: String(to) })),
  })
  return Array.from({ length: count }, (_, index) => places.get(String(index)) ?? { x: NaN, y: NaN })
}
const apart = (a: { x: number; y: number }, b: { x: number; y: number }): number => Math.hypot(a.x - b.x, a.y - b.y)

test('by force, distances follow the steps between things: a grid comes out as a grid', () => {
  const side = 8
  const places = forced(
    side * side,
    Array.from({ length: side * side }, (_, at) => at).flatMap((at) => [
      ...(at % side < side - 1 ? [[at, at + 1] as const] : []),
      ...(at < side * (side - 1) ? [[at, at + side] as const] : []),
    ]),
  )
  let [linear, square] = [0, 0]
  const pairs = places.flatMap((one, a) =>
    places.slice(a + 1).map((other, b) => {
      const to = a + 1 + b
      const hops = Math.abs((a % side) - (to % side)) + Math.abs(Math.floor(a / side) - Math.floor(to / side))
      const far = apart(one, other)
      linear += far / hops
      square += (far / hops) ** 2
      return { hops, far }
    }),
  )
  const scale = linear / square
  const stress = pairs.reduce((sum, { hops, far }) => sum + ((scale * far - hops) / hops) ** 2, 0) / pairs.length
  // The plane allows a grid of this kind 0.02; the places that it starts from have 0.2.
  expect(stress).toBeLessThan(0.03)
})

test('by force, many things on one leave each other room, and parts that nothing joins stand side by side', () => {
  const star = Array.from({ length: 150 }, (_, leaf) => [0, leaf + 1] as const)
  const ring = Array.from({ length: 20 }, (_, at) => [151 + at, 151 + ((at + 1) % 20)] as const)
  const places = forced(180, [...star, ...ring])
  let least = Infinity
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1)) least = Math.min(least, apart(one, other))
  expect(least).toBeGreaterThan(45)
  const boxOf = (from: number, to: number) => {
    const [xs, ys] = [places.slice(from, to).map(({ x }) => x), places.slice(from, to).map(({ y }) => y)]
    return { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) }
  }
  const boxes = [boxOf(0, 151), boxOf(151, 171), ...Array.from({ length: 9 }, (_, at) => boxOf(171 + at, 172 + at))]
  for (const [index, a] of boxes.entries())
    for (const b of boxes.slice(index + 1))
      expect(a.right < b.left || b.right < a.left || a.top < b.bottom || b.top < a.bottom).toBe(true)
})

test('by force, what is new comes to lie beside what it hangs on, however far that is from the middle', () => {
  const known = Array.from({ length: 30 }, (_, index) => ({
    x: 3_000 + 120 * (index % 6),
    y: -900 + 120 * Math.floor(index / 6),
  }))
  const nodes = Array.from({ length: 50 }, (_, index) => ({
    id: String(index),
    type: 'Theme',
    year: null,
    position: known[index] ?? null,
  }))
  const edges = [
    ...Array.from({ length: 29 }, (_, index) => ({ from: String(index), to: String(index + 1) })),
    ...Array.from({ length: 20 }, (_, index) => ({ from: '17', to: String(30 + index) })),
  ]
  const places = computeLayout({ name: 'force', root: null, nodes, edges })
  const hub = known[17] ?? { x: 0, y: 0 }
  for (const { id, position } of nodes) {
    if (position !== null) expect(places.get(id)).toEqual(position)
    else expect(apart(places.get(id) ?? { x: 0, y: 0 }, hub)).toBeLessThan(420)
  }
})
