import { expect, test } from 'vitest'
import { partsOf } from './passages.ts'

const shown = (text: string, passages: string[]): string =>
  partsOf(text, passages)
    .map(({ text: part, isMatch }) => (isMatch ? `[${part}]` : part))
    .join('')

test.each([
  ['Ban it by law', ['by law'], 'Ban it [by law]'],
  ['Ban it by law', ['Ban it', 'by law'], '[Ban it] [by law]'],
  ['Ban it by law', ['it by', 'by law'], 'Ban [it by law]'],
  ['Ban it by law', ['Ban it by law', 'it'], '[Ban it by law]'],
  ['Ban it by law', ['by decree', ''], 'Ban it by law'],
  ['', ['x'], ''],
])('%s lit by %j', (text, passages, expected) => {
  expect(shown(text, passages)).toBe(expected)
  expect(
    partsOf(text, passages)
      .map(({ text: part }) => part)
      .join(''),
  ).toBe(text)
})
