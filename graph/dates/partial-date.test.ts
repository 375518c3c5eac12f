import { expect, test } from 'vitest'
import { firstDayOf, isPartialDate, lastDayOf } from './partial-date.ts'

test.each([
  ['2022', true],
  ['2022-06', true],
  ['2024-02-29', true],
  ['2023-02-29', false],
  ['2022-13', false],
  ['22-01', false],
  ['2022-6-3', false],
  ['', false],
  ['2022-06-03T00:00', false],
])('%s is a date: %s', (text, expected) => {
  expect(isPartialDate(text)).toBe(expected)
})

test('dates compare by their last day and begin on their first', () => {
  expect(lastDayOf('2027-11')).toBe('2027-11-30')
  expect(lastDayOf('2028')).toBe('2028-12-31')
  expect(lastDayOf('2024-02')).toBe('2024-02-29')
  expect(firstDayOf('2028')).toBe('2028-01-01')
})
