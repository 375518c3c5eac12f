import { describe, expect, test } from 'vitest'
import { edge, node, recommendation, SMALL } from './fixture.ts'
import { canRedo, canUndo, goTo, MAX_STEPS, present, redo, startHistory, step, undo } from './history.ts'
import { facetCounts, groupIdOf, shownOf, yearCounts } from './shown.ts'
import {
  collapsible,
  EMPTY_VIEW,
  HARD_CAP,
  LAYOUTS,
  withAdded,
  withAllRestored,
  withFacetToggled,
  withFilters,
  withGroupOpened,
  withHidden,
  withMoved,
  withNote,
  withPinned,
  withRemoved,
  withTypeIsolated,
  withTypeToggled,
  type View,
} from './view.ts'

const ids = (view: View): string[] => shownOf(view).nodes.map(({ id }) => id)
const label = (key: string) => ({ key, values: {} })

describe('what is shown', () => {
  test('what is hidden or of a type that is off takes its edges along, is counted, and comes back', () => {
    const hidden = withHidden(SMALL, ['b'])
    expect(ids(hidden)).toEqual(['t1', 't2', 'c', 'd'])
    expect(shownOf(hidden).edges.map(({ from }) => from)).toEqual(['c', 'd', 'd'])
    const off = withTypeToggled(hidden, 'Theme')
    expect(shownOf(off).edges).toEqual([])
    expect(shownOf(off).missing).toMatchObject({ byHand: 1, byType: 2, byFilter: 0 })
    expect(ids(withAllRestored(off))).toEqual(ids(SMALL))
  })

  test('one type alone, and all of them again', () => {
    const alone = withTypeIsolated(SMALL, 'Theme')
    expect(ids(alone)).toEqual(['t1', 't2'])
    expect(ids(withTypeIsolated(alone, 'Theme'))).toEqual(ids(SMALL))
  })

  test('a facet keeps recommendations that have one of its values, and leaves other things alone', () => {
    const crc = withFacetToggled(SMALL, 'mechanism', 'mechanism:crc')
    expect(ids(crc)).toEqual(['t1', 't2', 'b', 'd'])
    expect(shownOf(crc).missing.byFilter).toBe(1)
    expect(ids(withFacetToggled(crc, 'theme', 't2'))).toEqual(['t1', 't2', 'd'])
    // A facet's own choice does not count against its values; another's does.
    expect(facetCounts(crc, 'mechanism')).toEqual([
      { value: 'mechanism:crc', count: 2 },
      { value: 'mechanism:upr', count: 1 },
    ])
    expect(facetCounts(crc, 'theme')).toEqual([
      { value: 't1', count: 2 },
      { value: 't2', count: 1 },
    ])
    expect(withFacetToggled(crc, 'mechanism', 'mechanism:crc').filters.facets).toEqual({})
  })

  test('what does not match may fade instead, and survives an expansion', () => {
    const fading = withFilters(withFacetToggled(SMALL, 'mechanism', 'mechanism:crc'), { mode: 'FADE' })
    expect(shownOf(fading).fadedCount).toBe(1)
    const grown = withAdded(fading, [recommendation('e', 2019, { mechanism: ['mechanism:upr'] })], [edge('e', 't1')])
    expect(
      shownOf(grown)
        .nodes.filter(({ isFaded }) => isFaded)
        .map(({ id }) => id),
    ).toEqual(['c', 'e'])
  })

  test('years filter whatever has one', () => {
    const years = withFilters(SMALL, { years: { from: 2012, to: 2022 } })
    expect(ids(years)).toEqual(['t1', 't2', 'c', 'd'])
    expect(yearCounts(years).map(({ year }) => year)).toEqual([2011, 2014, 2022])
  })

  test('suggestions can be left out; the things stay', () => {
    const facts = withFilters(SMALL, { areSuggestionsOff: true })
    expect(shownOf(facts).edges.some(({ isSuggestion }) => isSuggestion)).toBe(false)
    expect(ids(facts)).toEqual(ids(SMALL))
  })

  test('only what is well joined', () => {
    expect(ids(withFilters(SMALL, { minLinks: 2 }))).toEqual(['t1', 'd'])
    expect(ids(withFilters(SMALL, { most: 1 }))).toEqual(['t1'])
  })

  test('only what is within some steps', () => {
    expect(ids({ ...SMALL, focus: { id: 't2', depth: 1 } })).toEqual(['t2', 'd'])
    expect(ids({ ...SMALL, focus: { id: 't2', depth: 2 } })).toEqual(['t1', 't2', 'd'])
    expect(ids({ ...SMALL, focus: { id: 't2', depth: 3 } })).toEqual(['t1', 't2', 'b', 'c', 'd'])
  })

  test('groups hold each recommendation once, keep facts facts, and open one by one', () => {
    const grouped: View = { ...SMALL, grouping: { by: 'theme', opened: new Set() } }
    const shown = shownOf(grouped)
    const sign = groupIdOf('theme', 't1')
    expect(shown.nodes.map(({ id }) => id)).toEqual([sign, 't1', 't2'])
    expect(shown.nodes[0]?.group).toEqual({ value: 't1', members: ['b', 'c', 'd'] })
    expect(shown.edges.map(({ from, to, count, isSuggestion }) => [from, to, count, isSuggestion])).toEqual([
      [sign, 't1', 3, false],
      [sign, 't2', 1, true],
    ])
    expect(shown.missing.grouped).toBe(3)
    expect(ids(withGroupOpened(grouped, 't1'))).toEqual(ids(SMALL))
  })

  test('how many neighbours are missing is said of each thing', () => {
    expect(shownOf(SMALL).nodes.map(({ id, hiddenCount }) => [id, hiddenCount])).toEqual([
      ['t1', 0],
      ['t2', 2],
      ['b', 2],
      ['c', 2],
      ['d', 1],
    ])
  })
})

describe('changes', () => {
  test('collapsing takes away only what nothing else holds, no pin and no note', () => {
    expect(collapsible(SMALL, 't1')).toEqual(['b', 'c'])
    expect(collapsible(withPinned(SMALL, ['b']), 't1')).toEqual(['c'])
    expect(collapsible(withNote(SMALL, 'c', { text: 'mine', tags: [] }), 't1')).toEqual(['b'])
    expect(withRemoved(SMALL, ['b', 'c']).edges.size).toBe(2)
  })
  test('what is moved by hand is pinned', () => {
    const moved = withMoved(SMALL, new Map([['b', { x: 1, y: 2 }]]))
    expect(moved.pinned.has('b')).toBe(true)
    expect(moved.positions.get('b')).toEqual({ x: 1, y: 2 })
  })
  test('an empty note is none', () => {
    const noted = withNote(SMALL, 'b', { text: 'ask again', tags: ['press'] })
    expect(noted.notes.size).toBe(1)
    expect(withNote(noted, 'b', { text: ' ', tags: [] }).notes.size).toBe(0)
  })
  test('the canvas never holds more than its most', () => {
    const many = Array.from({ length: HARD_CAP + 10 }, (_, index) => node(`n${index}`))
    expect(withAdded(EMPTY_VIEW, many, []).nodes.size).toBe(HARD_CAP)
  })
})

describe('history', () => {
  test('undo and redo give back exactly what was, 120 steps deep', () => {
    let history = startHistory(EMPTY_VIEW, label('start'))
    const views: View[] = [EMPTY_VIEW]
    for (let index = 0; index < 120; index += 1) {
      const view = withAdded(present(history), [node(`n${index}`)], [])
      history = step(history, label(`add ${index}`), view)
      views.push(view)
    }
    for (let index = 119; index >= 0; index -= 1) {
      history = undo(history)
      expect(present(history)).toBe(views[index])
    }
    expect(canUndo(history)).toBe(false)
    while (canRedo(history)) history = redo(history)
    expect(present(history)).toBe(views[120])
    expect(present(goTo(history, 7))).toBe(views[7])
    expect(goTo(history, 500)).toBe(history)
  })
  test('a new step forgets what was undone, and old steps beyond the most', () => {
    let history = step(
      step(startHistory(EMPTY_VIEW, label('start')), label('one'), SMALL),
      label('two'),
      withHidden(SMALL, ['b']),
    )
    history = step(undo(history), label('other'), EMPTY_VIEW)
    expect(history.steps.map((one) => one.label.key)).toEqual(['start', 'one', 'other'])
    for (let index = 0; index < MAX_STEPS + 50; index += 1) history = step(history, label(String(index)), SMALL)
    expect(history.steps).toHaveLength(MAX_STEPS)
  })
  test('the same of 500 random actions, seeded', () => {
    let seed = 20_260_101
    const random = (most: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31
      return seed % most
    }
    let history = startHistory(SMALL, label('start'))
    for (let count = 0; count < 500; count += 1) {
      const view = present(history)
      const id = ['t1', 't2', 'b', 'c', 'd'][random(5)] ?? 'b'
      const next = [
        () => withHidden(view, [id]),
        () => withAllRestored(view),
        () => withTypeToggled(view, 'Theme'),
        () => withFacetToggled(view, 'mechanism', 'mechanism:crc'),
        () => withMoved(view, new Map([[id, { x: random(100), y: random(100) }]])),
        () => withAdded(view, [recommendation(`r${count}`, 2000 + random(20))], [edge(`r${count}`, 't1')]),
        () => withRemoved(view, collapsible(view, 't1')),
        () => ({ ...view, layout: LAYOUTS[random(4)] ?? 'columns' }),
      ][random(8)]
      if (random(4) === 0) history = random(2) === 0 ? undo(history) : redo(history)
      else if (next !== undefined) history = step(history, label('x'), next())
      const { nodes, edges, missing } = shownOf(present(history))
      const there = new Set(nodes.map((one) => one.id))
      expect(edges.every(({ from, to }) => there.has(from) && there.has(to))).toBe(true)
      const off = missing.byHand + missing.byType + missing.byFilter + missing.byFocus
      expect(nodes.length + off).toBe(present(history).nodes.size)
    }
  })
})
