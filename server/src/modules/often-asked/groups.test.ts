import { expect, test } from 'vitest'
import { groupAsks, type Linked, type SameAskLink } from './groups.ts'

const one = (id: string, mechanism: string, isOnTheme = true): Linked => ({ id, mechanism, sortOn: id, isOnTheme })
const link = (from: string, to: string, isConfirmed = false): SameAskLink => ({ from, to, isConfirmed })

const RECOMMENDATIONS = [
  one('2009', 'upr'),
  one('2011', 'crc'),
  one('2014', 'upr'),
  one('2019', 'cedaw', false),
  one('2022', 'crc'),
  one('2024', 'upr'),
]
const LINKS = [link('2011', '2009'), link('2014', '2011', true), link('2019', '2014'), link('2024', '2022')]

test('a trail holds what confirmed links tie and one suggested step more, each recommendation in one ask', () => {
  const groups = groupAsks(RECOMMENDATIONS, LINKS, 'MECHANISMS', true)
  expect(groups).toEqual([
    {
      id: '2011',
      members: [
        { id: '2009', isSuggestion: true },
        { id: '2011', isSuggestion: false },
        { id: '2014', isSuggestion: false },
        { id: '2019', isSuggestion: true },
      ],
      confirmedCount: 2,
      mechanismCount: 3,
    },
    {
      id: '2022',
      members: [
        { id: '2022', isSuggestion: false },
        { id: '2024', isSuggestion: true },
      ],
      confirmedCount: 1,
      mechanismCount: 2,
    },
  ])
})
test('without suggestions only confirmed links count', () => {
  expect(groupAsks(RECOMMENDATIONS, LINKS, 'COUNT', false).map(({ id, members }) => [id, members.length])).toEqual([
    ['2011', 2],
  ])
})
test('suggestions do not stand upon suggestions', () => {
  const chain = [link('2011', '2009'), link('2014', '2011'), link('2019', '2014')]
  const [first] = groupAsks(RECOMMENDATIONS.slice(0, 4), chain, 'COUNT', true)
  expect(first?.members).toHaveLength(3)
})
test('an ask on another theme is left out, and takes its recommendations with it', () => {
  const others = [one('2022', 'crc', false), one('2024', 'upr', false)]
  expect(groupAsks(others, [link('2024', '2022')], 'COUNT', true)).toEqual([])
})
test('how often and by how many mechanisms rank differently', () => {
  const often = [one('a', 'upr'), one('b', 'upr'), one('c', 'upr'), one('d', 'crc'), one('e', 'cat')]
  const links = [link('b', 'a'), link('c', 'b'), link('e', 'd')]
  expect(groupAsks(often, links, 'COUNT', true).map(({ id }) => id)).toEqual(['b', 'd'])
  expect(groupAsks(often, links, 'MECHANISMS', true).map(({ id }) => id)).toEqual(['d', 'b'])
})
