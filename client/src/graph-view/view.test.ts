import { expect, test } from 'vitest'
import { decodeView, encodeView } from './address.ts'
import { computeLayout, layoutInput } from './layout.ts'
import { cutLabel } from './style.ts'
import {
  canRedo,
  canUndo,
  EMPTY_VIEW,
  MAX_NODES,
  MAX_STEPS,
  present,
  redo,
  shownOf,
  startHistory,
  step,
  undo,
  withAdded,
  withHidden,
  withTypeToggled,
  type View,
  type ViewEdge,
  type ViewNode,
} from './view.ts'

const node = (id: string, type = 'Theme'): ViewNode => ({
  id,
  type,
  name: id,
  nameKm: null,
  detail: null,
  degree: 3,
  year: null,
})
const edge = (from: string, to: string): ViewEdge => ({
  id: `${from} ${to}`,
  type: 'ABOUT',
  from,
  to,
  isSuggestion: false,
  role: null,
  basis: null,
})
const small = withAdded(
  EMPTY_VIEW,
  [node('a'), node('b', 'Recommendation'), node('c', 'Recommendation')],
  [edge('b', 'a'), edge('c', 'a')],
)

test('what is hidden or of a type that is off takes its edges along, and comes back', () => {
  expect(shownOf(withHidden(small, 'b'))).toMatchObject({ nodes: [{ id: 'a' }, { id: 'c' }], edges: [{ id: 'c a' }] })
  const off = withTypeToggled(small, 'Theme')
  expect(shownOf(off).edges).toEqual([])
  expect(shownOf(withTypeToggled(off, 'Theme'))).toEqual(shownOf(small))
})

test('undo and redo give back exactly what was', () => {
  let history = startHistory(EMPTY_VIEW, 'start')
  const views: View[] = [EMPTY_VIEW]
  for (let index = 0; index < 120; index += 1) {
    const view = withAdded(present(history), [node(`n${index}`)], [])
    history = step(history, `add ${index}`, view)
    views.push(view)
  }
  for (let index = 119; index >= 0; index -= 1) {
    history = undo(history)
    expect(present(history)).toBe(views[index])
  }
  expect(canUndo(history)).toBe(false)
  while (canRedo(history)) history = redo(history)
  expect(present(history)).toBe(views[120])
})

test('a new step forgets what was undone, and old steps beyond the most', () => {
  let history = step(step(startHistory(EMPTY_VIEW, 'start'), 'one', small), 'two', withHidden(small, 'a'))
  history = step(undo(history), 'other', EMPTY_VIEW)
  expect(history.steps.map(({ name }) => name)).toEqual(['start', 'one', 'other'])
  for (let index = 0; index < MAX_STEPS + 50; index += 1) history = step(history, String(index), small)
  expect(history.steps).toHaveLength(MAX_STEPS)
})

test('the canvas never holds more than its most', () => {
  const many = Array.from({ length: MAX_NODES + 10 }, (_, index) => node(`n${index}`))
  expect(withAdded(EMPTY_VIEW, many, []).nodes.size).toBe(MAX_NODES)
})

test.each(['columns', 'force'] as const)(
  '%s: the same input gives the same places, and what has a place keeps it',
  (layout) => {
    const view = { ...small, layout }
    const first = computeLayout(layoutInput(view, { keepPlaces: true }))
    expect(computeLayout(layoutInput(view, { keepPlaces: true }))).toEqual(first)
    const grown = withAdded(
      { ...view, positions: first },
      [node('d', 'Recommendation'), node('e', 'GovernmentBody')],
      [edge('d', 'a')],
    )
    const second = computeLayout(layoutInput(grown, { keepPlaces: true }))
    for (const [id, place] of first) expect(second.get(id)).toEqual(place)
    expect(new Set([...second.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(second.size)
  },
)

test('a view survives its address', async () => {
  const view = {
    ...withHidden(small, 'c'),
    positions: new Map([['a', { x: 12, y: -7 }]]),
    typesOff: new Set(['Right']),
  }
  const text = await encodeView(view, 'a')
  expect(await decodeView(text ?? '')).toEqual({
    ids: ['a', 'b', 'c'],
    positions: new Map([['a', { x: 12, y: -7 }]]),
    hidden: ['c'],
    typesOff: ['Right'],
    layout: 'columns',
    selected: 'a',
  })
})

test.each(['', 'abc', 'eJw', '%%%', 'q1YqLU4tUrJSAgA'])('%j is no view', async (text) => {
  expect(await decodeView(text)).toBeNull()
})

test('a view too large for an address is told apart', async () => {
  const many = Array.from({ length: 900 }, (_, index) => node(`recommendation:${index}-${(index * 7919) % 99991}`))
  expect(await encodeView(withAdded(EMPTY_VIEW, many, []), null)).toBeNull()
})

test('labels are cut between words, never after the sign that binds two letters', () => {
  expect(cutLabel('Ban corporal punishment by law in every setting', 20)).toBe('Ban corporal…')
  expect(cutLabel('short')).toBe('short')
  expect(cutLabel('ស្ត្រី'.repeat(20), 3).replace('…', '')).not.toMatch(/\u17D2$/)
})
