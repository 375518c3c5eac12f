import { expect, test } from 'vitest'
import { formatAddress, idOf, parseAddress, placeOf, toSearchParams } from './paths.ts'

test.each([
  '#/en/KHM',
  '#/km/KHM/recommendations/crc-2011-41b',
  '#/en/KHM/recommendations?theme=education&theme=health',
  '#/en/THA/graph?g=abc',
  '#/km/KHM/import/job-0a1b2c3d4e5f',
])('%s comes back as it went', (fragment) => {
  const address = parseAddress(fragment)
  expect(address && formatAddress(address)).toBe(fragment)
})

test('an empty fragment is the home page in the reader’s language', () => {
  expect(parseAddress('', 'km')).toMatchObject({ language: 'km', stateCode: 'KHM', place: null, key: null })
})

test.each(['#/fr/KHM', '#/en/khm', '#/en/KHM/nowhere', '#/en/KHM/themes/a/b', '#/en/KHM/themes/%E0%A4%A', '#nonsense'])(
  '%s is no address',
  (fragment) => {
    expect(parseAddress(fragment)).toBeNull()
  },
)

test('every id leads to its page and back', () => {
  expect(placeOf('body:mosvy')).toEqual({ place: 'government-bodies', key: 'mosvy' })
  expect(idOf({ place: 'affected-groups', key: 'minorities' })).toBe('group:minorities')
  expect(placeOf('nothing')).toBeNull()
  expect(placeOf('measurement:x-1')).toBeNull()
})

test('a query leaves out what is empty and repeats lists', () => {
  expect(toSearchParams({ q: '', theme: ['a', 'b'], after: null, year: 2022 }).toString()).toBe(
    'theme=a&theme=b&year=2022',
  )
})
