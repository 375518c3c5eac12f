import { expect, test } from 'vitest'
import { combined, readList, toggled, toggledYear, yearsInAddress } from './filter.ts'

const read = (text: string) => readList(new URLSearchParams(text))

test('an address becomes the API’s filter', () => {
  const { filter, sort, chosen } = read(
    'q=school&theme=education&theme=health&year=2014&position=NOTED&lacks=LEAD_BODY',
  )
  expect(filter).toEqual({
    text: 'school',
    themes: ['education', 'health'],
    years: [2014],
    positions: ['NOTED'],
    lacks: ['LEAD_BODY'],
  })
  expect(sort).toBe('relevance')
  expect(chosen).toHaveLength(6)
})

test.each([
  'year=long',
  'year=2014-2009',
  'year=0001-9999',
  'suggestions=maybe',
  'position=MAYBE',
  'kind=x',
  'lacks=',
  'theme=a%2Fb',
  'sort=random',
  'has=1',
])('%s is left out and said', (text) => {
  const { filter, ignored } = read(text)
  expect(filter).toEqual({})
  expect(ignored).toHaveLength(1)
})

test('a value is put in and taken out', () => {
  const query = new URLSearchParams('theme=a&theme=b')
  expect(toggled(query, 'theme', 'a')).toEqual(['b'])
  expect(toggled(query, 'theme', 'c')).toEqual(['a', 'b', 'c'])
})

test('years are read one by one and as a span, and written back the shortest way', () => {
  expect(read('year=2009-2011&year=2011&year=2014').filter.years).toEqual([2009, 2010, 2011, 2014])
  expect(yearsInAddress([2014, 2010, 2009, 2011, 2009])).toEqual(['2009-2011', '2014'])
  expect(toggledYear(new URLSearchParams('year=2009-2011'), 2010)).toEqual(['2009', '2011'])
  expect(toggledYear(new URLSearchParams('year=2009'), 2010)).toEqual(['2009-2010'])
})

test('a value said twice counts once', () => {
  const { filter, chosen } = read('theme=education&theme=education')
  expect(filter.themes).toEqual(['education'])
  expect(chosen).toEqual([{ name: 'theme', value: 'education', id: 'theme:education' }])
})

test('the start of a page means nothing without its cursor', () => {
  expect(read('at=41').at).toBe(1)
  expect(read('at=41&after=abc').at).toBe(41)
  expect(read('at=-3&after=abc').at).toBe(1)
})

test('a choice narrows what the page fixes', () => {
  expect(combined({ themes: ['a'] }, { themes: ['b'], kinds: ['URGENT'] }, 'state:KHM')).toEqual({
    kinds: ['URGENT'],
    themes: ['a'],
    states: ['state:KHM'],
    includeSuggestions: false,
    and: [{ themes: ['b'], includeSuggestions: false }],
  })
  expect(combined({ governmentBodies: ['x'], includeSuggestions: true }, {}, 'state:KHM').includeSuggestions).toBe(true)
})
