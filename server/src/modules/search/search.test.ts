import { expect, test } from 'vitest'
import { highlight } from './highlights.ts'
import { parseSearchText } from './query.ts'

test.each([
  ['corporal punishment', '+(corporal AND punishment)'],
  ['"corporal punishment"', '+"corporal punishment"'],
  ['girls OR boys', '+(girls OR boys)'],
  ['education NOT girls', '+education -girls'],
  ['educat*', '+educat'],
  ['NOT', null],
  ['AND OR NOT', null],
  ['NOT girls', null],
  ['"', null],
  ['***', null],
  ['', null],
  ['  ', null],
  ['(((', null],
  ['CRC/C/KHM/CO/4-6', '+"crc c khm co 4 6"'],
  ['CRC/C/KHM/CO/2-3 para 41(b)', '+("crc c khm co 2 3" AND "para 41 b")'],
  ['a:b && c || {d} [e] ~2 ^4', String.raw`+(a\:b AND c AND d AND e AND 2 AND 4)`],
  ['OR girls', '+girls'],
  ['girls OR', '+girls'],
])('%j asks the index for %j', (text, expected) => {
  expect(parseSearchText(text).english).toBe(expected)
})

test('ten thousand characters are cut, not refused', () => {
  expect(parseSearchText('word '.repeat(2_000)).english?.length).toBeLessThan(1_000)
})

test('Khmer goes to the Khmer index, segmented', () => {
  const query = parseSearchText('សិទ្ធិកុមារ')
  expect(query.english).toBeNull()
  expect(query.khmer).toContain('កុមារ')
})

test('a word matches in its other forms, a phrase only whole', () => {
  const parts = highlight('Ban every punishment of children.', parseSearchText('punishments child').terms)
  expect(parts?.filter(({ isMatch }) => isMatch).map(({ text }) => text)).toEqual(['punishment', 'children'])
  expect(highlight('punishment, corporal', parseSearchText('"corporal punishment"').terms)).toBeNull()
  expect(parts?.map(({ text }) => text).join('')).toBe('Ban every punishment of children.')
})
