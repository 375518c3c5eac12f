import { expect, test } from 'vitest'
import { layoutMark, unpack } from './packed.ts'

const layouts = [['id', 'name'], ['themes', 'place'], []]

test('packed maps come back under their keys, wherever they stand', () => {
  const answer = {
    rows: [
      [
        layoutMark(1),
        [
          [layoutMark(0), 'theme:a', 'A'],
          [layoutMark(0), 'theme:b', null],
        ],
        { one: [layoutMark(2)] },
      ],
    ],
  }
  expect(unpack(answer, layouts)).toEqual({
    rows: [
      {
        themes: [
          { id: 'theme:a', name: 'A' },
          { id: 'theme:b', name: null },
        ],
        place: { one: {} },
      },
    ],
  })
})

test.each([[null], [undefined], ['text'], [-1], [[]], [[0, 1]], [[null, -1]], [['-1', 'a']], [{ a: [1.5] }]])(
  'what is no packed map stays as it is: %j',
  (value) => expect(unpack(structuredClone(value), layouts)).toEqual(value),
)
