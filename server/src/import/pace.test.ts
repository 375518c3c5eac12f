import { expect, test } from 'vitest'
import { Pace, shareOf } from './pace.ts'

test('how far a step is: by its share, else by its rows, else not known', () => {
  expect(shareOf({ done: 7, total: null, share: 0.25 })).toBe(0.25)
  expect(shareOf({ done: 5, total: 20 })).toBe(0.25)
  expect(shareOf({ done: 5, total: null })).toBeNull()
  expect(shareOf({ done: 0, total: 0 })).toBeNull()
})

test('what is left takes as long for each part as what is done, phase by phase', () => {
  const pace = new Pace(0)
  // What went before the first word is none of the phase.
  expect(pace.secondsLeft('reading', 0, 30_000)).toBeNull()
  expect(pace.secondsLeft('reading', 0.25, 32_000)).toBe(6)
  expect(pace.secondsLeft('reading', 0.5, 34_000)).toBe(4)
  expect(pace.secondsLeft('reading', 1, 38_000)).toBe(0)
  // The next began where the one before was last heard of.
  expect(pace.secondsLeft('planning', 0.1, 39_000)).toBe(9)
  expect(pace.secondsLeft('linking', null, 40_000)).toBeNull()
})
