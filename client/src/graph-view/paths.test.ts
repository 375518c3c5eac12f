import { expect, test } from 'vitest'
import { compared } from './compare.ts'
import { edge, SMALL } from './fixture.ts'
import { pathsBetween, thingsOf } from './paths.ts'

const edges = [...SMALL.edges.values()]
const ANY = { maxLength: 4, degreeOf: () => 2, types: null }

test('every way up to a length, none through a thing twice, facts before suggestions', () => {
  const found = pathsBetween([...edges, edge('b', 't2', true), edge('b', 'x'), edge('d', 'x')], 'b', 'd', ANY)
  expect(found.map(thingsOf)).toEqual([
    ['b', 't1', 'd'],
    ['b', 'x', 'd'],
    ['b', 't2', 'd'],
  ])
  expect(pathsBetween(edges, 'b', 't2', { ...ANY, maxLength: 2 })).toEqual([])
  expect(pathsBetween(edges, 'b', 't2', { ...ANY, maxLength: 3 }).map(thingsOf)).toEqual([['b', 't1', 'd', 't2']])
  expect(pathsBetween(edges, 'b', 'b', ANY)).toEqual([])
})

test('a way through what joins everything tells less than a longer one through what joins few', () => {
  const hub = [edge('a', 'hub'), edge('z', 'hub'), edge('a', 'p'), edge('q', 'p'), edge('q', 'z')]
  const degreeOf = (id: string): number => (id === 'hub' ? 5_000 : 1)
  expect(pathsBetween(hub, 'a', 'z', { ...ANY, degreeOf }).map(thingsOf)).toEqual([
    ['a', 'p', 'q', 'z'],
    ['a', 'hub', 'z'],
  ])
})

test('only some relationships', () => {
  expect(pathsBetween(edges, 'b', 'c', { ...ANY, types: new Set(['INVOKES']) })).toEqual([])
})

test('two documents: what is asked again by links, confirmed ones first, what is new and what is gone', () => {
  const link = (from: string, to: string, isSuggestion: boolean, type = 'SIMILAR_TO') => ({
    type,
    from,
    to,
    isSuggestion,
  })
  const links = [
    link('n1', 'o1', true),
    link('n2', 'o2', false),
    link('n3', 'o3', false, 'ABOUT'),
    link('n4', 'x', false),
  ]
  expect(compared(['o1', 'o2', 'o3'], ['n1', 'n2', 'n3'], links)).toEqual({
    repeated: [
      { from: 'o2', to: 'n2', isSuggestion: false },
      { from: 'o1', to: 'n1', isSuggestion: true },
    ],
    added: ['n3'],
    dropped: ['o3'],
  })
})
