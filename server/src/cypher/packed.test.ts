import { expect, test } from 'vitest'
import { layoutMark, unpack, type Layout } from './packed.ts'

const values = (...keys: string[]): Layout => keys.map((key) => ({ key, kind: 'value' }))
const layouts: Layout[] = [
  values('id', 'name'),
  [
    { key: 'themes', kind: 'value' },
    { key: 'first', kind: 'known', value: 20 },
    { key: 'state', kind: 'map', layout: [...values('id'), { key: 'inner', kind: 'map', layout: values('a', 'b') }] },
    { key: 'place', kind: 'value' },
  ],
  [],
]

test('packed maps come back under their keys, wherever they stand', () => {
  const answer = {
    rows: [
      [
        layoutMark(1),
        [
          [layoutMark(0), 'theme:a', 'A'],
          [layoutMark(0), 'theme:b', null],
        ],
        'state:KHM',
        1,
        [layoutMark(2)],
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
        first: 20,
        state: { id: 'state:KHM', inner: { a: 1, b: {} } },
        place: { one: {} },
      },
    ],
  })
})

test.each([[null], [undefined], ['text'], [-1], [[]], [[0, 1]], [[null, -1]], [['-1', 'a']], [{ a: [1.5] }]])(
  'what is no packed map stays as it is: %j',
  (value) => expect(unpack(structuredClone(value), layouts)).toEqual(value),
)
