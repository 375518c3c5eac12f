import { describe, expect, test } from 'vitest'
import { Kept } from './kept.ts'

describe('what is kept', () => {
  test('the least recently asked for goes first', () => {
    const kept = new Kept<number>(20)
    for (let index = 0; index < 20; index += 1) kept.set(String(index), index)
    expect(kept.get('0')).toBe(0)
    kept.set('20', 20, 2)
    expect(['0', '1', '2', '3', '20'].map((key) => kept.get(key))).toEqual([0, undefined, undefined, 3, 20])
  })
  test('a value too heavy is not kept, and takes away what stood under its key', () => {
    const kept = new Kept<string>(20)
    kept.set('a', 'small')
    kept.set('b', 'other')
    kept.set('a', 'large', 3)
    expect([kept.get('a'), kept.get('b')]).toEqual([undefined, 'other'])
  })
})
