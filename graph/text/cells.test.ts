import { expect, test } from 'vitest'
import { guard, isFormulaLike, joinCell, splitCell, unguard } from './index.ts'

const TEXTS = [
  '',
  'plain',
  '=1+1',
  '+855 23',
  '-5',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1',
  "'=1+1",
  "''=1+1",
  "'s-Hertogenbosch",
  "'",
  "'\t",
  'កុមារ',
  '|',
  '\\|',
  '\\',
  'a\\b|c',
]

test('a text that a spreadsheet would run is guarded, any other stays as it is', () => {
  expect(TEXTS.filter((text) => guard(text) !== text)).toEqual(TEXTS.filter(isFormulaLike))
  expect(guard('=1+1')).toBe("'=1+1")
  expect(guard("'s-Hertogenbosch")).toBe("'s-Hertogenbosch")
  for (const text of TEXTS) expect(guard(text)).not.toMatch(/^[=+\-@\t\r\n＝]/)
})

test('what was guarded comes back as it was', () => {
  for (const text of TEXTS) expect(unguard(guard(text))).toBe(text)
})

test('values with the separator and the escape in them come back from one cell', () => {
  for (const values of [[], ['a'], ['a', 'b; c, d'], ['', 'a'], ['a', ''], TEXTS, [...TEXTS].reverse()])
    expect(splitCell(joinCell(values))).toEqual(values)
  expect(splitCell('a\\b|c\\|d')).toEqual(['a\\b', 'c|d'])
})
