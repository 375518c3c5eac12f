import { expect, test } from 'vitest'
import { decodeView, encodeView } from './address.ts'
import { node, SMALL } from './fixture.ts'
import { fromJson, toJson } from './saved.ts'
import { EMPTY_VIEW, withAdded, withFacetToggled, withFilters, withHidden, withMoved, type View } from './view.ts'

const LOOKING = { selected: ['b'], current: 'b', camera: { x: 10, y: -20, scale: 0.75 } }
const RICH: View = {
  ...withFilters(withFacetToggled(withHidden(SMALL, ['c']), 'mechanism', 'mechanism:crc'), {
    years: { from: 2011, to: 2022 },
    mode: 'FADE',
    minLinks: 1,
    areSuggestionsOff: true,
  }),
  typesOff: new Set(['Right']),
  grouping: { by: 'theme', opened: new Set(['t2']) },
  focus: { id: 't1', depth: 2 },
  layout: 'radial',
}
const MOVED = withMoved(RICH, new Map([['b', { x: 12.4, y: -7.2 }]]))

test('a view survives its address, and so do selection and camera', async () => {
  const saved = await decodeView((await encodeView(MOVED, LOOKING)) ?? '')
  expect(saved).toMatchObject({
    ids: ['t1', 't2', 'b', 'c', 'd'],
    hidden: new Set(['c']),
    pinned: new Set(['b']),
    typesOff: new Set(['Right']),
    filters: RICH.filters,
    grouping: RICH.grouping,
    focus: RICH.focus,
    layout: 'radial',
    ...LOOKING,
  })
  // Places are whole units: half a pixel is nothing to share.
  expect(saved?.positions.get('b')).toEqual({ x: 12, y: -7 })
})

test.each(['', 'abc', 'eJw', '%%%', 'q1YqLU4tUrJSAgA'])('%j is no view', async (text) => {
  expect(await decodeView(text)).toBeNull()
})

test.each([
  ['another version', { v: 1 }],
  ['no list of ids', { i: 'theme:x' }],
  ['too few places', { p: [1, 2, 3] }],
  ['an unknown layout', { l: 'spiral' }],
  ['an unknown facet', { f: { facets: { colour: ['red'] } } }],
  ['years that are none', { f: { years: { from: 'then', to: 2022 } } }],
  ['an unknown grouping', { g: { by: 'colour', opened: [] } }],
  ['a depth of 7', { d: { id: 't1', depth: 7 } }],
])('%s is refused', (_what, damage) => {
  const json = toJson(MOVED, LOOKING)
  expect(fromJson(json)).not.toBeNull()
  expect(fromJson({ ...json, ...damage })).toBeNull()
})

test('a large view gives up the places of what is not pinned, then says that it is too large', async () => {
  const many = (count: number): View => {
    const nodes = Array.from({ length: count }, (_, index) => node(`recommendation:r-${index}`))
    const positions = new Map(
      nodes.map(({ id }, index) => [id, { x: (index * 7_919) % 4_001, y: (index * 104_729) % 4_001 }]),
    )
    return { ...withAdded(EMPTY_VIEW, nodes, []), positions, pinned: new Set(['recommendation:r-7']) }
  }
  const saved = await decodeView((await encodeView(many(1_200), LOOKING)) ?? '')
  expect(saved?.ids).toHaveLength(1_200)
  expect([...(saved?.positions.keys() ?? [])]).toEqual(['recommendation:r-7'])
  const scattered = Array.from({ length: 3_000 }, (_, index) =>
    node(`recommendation:${((index * 2_654_435_761) % 2 ** 32).toString(36)}`),
  )
  expect(await encodeView(withAdded(EMPTY_VIEW, scattered, []), LOOKING)).toBeNull()
})
