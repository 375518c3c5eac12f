import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor, markOf } from './cursors.ts'

test('a cursor comes back as it went', () => {
  expect(decodeCursor(encodeCursor('mark', ['2022-06-03', 7, 'ឯកសារ']), 'mark', 3)).toEqual(['2022-06-03', 7, 'ឯកសារ'])
})

test.each([
  '',
  'x',
  'W10',
  '!!!!',
  Buffer.from('[1]').toString('base64url'),
  Buffer.from('{"a":1}').toString('base64url'),
  encodeCursor('mark', ['a']),
])('%j is no cursor', (cursor) => {
  expect(() => decodeCursor(cursor, 'mark', 2)).toThrow(/after: not a cursor/)
})

test('a cursor of another list is refused', () => {
  expect(() => decodeCursor(encodeCursor(markOf({ a: 1 }), ['x']), markOf({ a: 2 }), 1)).toThrow(
    /another filter or order/,
  )
})
