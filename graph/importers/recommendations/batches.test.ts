import { expect, test } from 'vitest'
import { mapInTurns } from './batches.ts'

test('long work gives what waits a turn, and keeps the order of its results', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1))
  const results = await mapInTurns([1, 2, 3, 4], (item) => {
    const until = performance.now() + 20
    while (performance.now() < until);
    return item * 10
  })
  clearInterval(timer)
  expect(results).toEqual([10, 20, 30, 40])
  expect(turns).toBeGreaterThan(0)
})
