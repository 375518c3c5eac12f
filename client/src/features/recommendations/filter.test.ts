import { expect, test } from 'vitest'
import { readList, toggled } from './filter.ts'

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

test.each(['year=long', 'position=MAYBE', 'kind=x', 'lacks=', 'theme=a%2Fb', 'sort=random', 'has=1'])(
  '%s is left out and said',
  (text) => {
    const { filter, ignored } = read(text)
    expect(filter).toEqual({})
    expect(ignored).toHaveLength(1)
  },
)

test('a value is put in and taken out', () => {
  const query = new URLSearchParams('theme=a&theme=b')
  expect(toggled(query, 'theme', 'a')).toEqual(['b'])
  expect(toggled(query, 'theme', 'c')).toEqual(['a', 'b', 'c'])
})
