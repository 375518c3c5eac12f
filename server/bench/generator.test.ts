import { expect, test } from 'vitest'
import { bodies, documents, recommendations, states, themes } from './generator.ts'

test('the same seed gives the same graph, another seed another', () => {
  const [one, again, other] = [1, 1, 2].map((seed) => [...recommendations(1, { seed, count: 200 })])
  expect(again).toEqual(one)
  expect(other).not.toEqual(one)
})

test('a larger scale is the smaller one and more', () => {
  const small = [...recommendations(1, { count: 100 })]
  const large = [...recommendations(3, { count: 100 })]
  expect(large).toHaveLength(300)
  expect(large.slice(0, 100)).toEqual(small)
})

test('every reference resolves, and a document numbers its paragraphs once', () => {
  const known = new Set([...states, ...themes, ...bodies, ...documents].map(({ id }) => id))
  const all = [...recommendations(1, { count: 2_000 })]
  for (const { documentId, stateId, recommendedBy, themes: about, bodies: addressed } of all)
    for (const id of [documentId, stateId, recommendedBy, ...about, ...addressed.map((body) => body.id)])
      expect(known).toContain(id)
  expect(new Set(all.map(({ documentId, paragraph }) => `${documentId} ${paragraph}`)).size).toBe(2_000)
})

test('it is as dense as the real one: five to six relationships a recommendation', () => {
  const all = [...recommendations(1, { count: 5_000 })]
  const count = all.reduce((sum, one) => sum + 2 + one.themes.length + one.rights.length + one.bodies.length, 0)
  expect(count / all.length).toBeGreaterThan(5)
  expect(count / all.length).toBeLessThan(6.5)
})
