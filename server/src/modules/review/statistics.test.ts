import { expect, test } from 'vitest'
import { statisticsOf, type DecisionRow } from './statistics.ts'

const row = (item: string, decidedBy: string, changes: Partial<DecisionRow> = {}): DecisionRow => ({
  item,
  action: 'CONFIRM',
  isCorrection: false,
  kind: 'SAME_ASK',
  role: null,
  score: 0.55,
  decidedBy,
  ...changes,
})

test('an item counts once, by its last decision; agreement is between people, not between two words of one', () => {
  const rows = [
    row('a', 'Dara'),
    row('a', 'Sokha'),
    row('b', 'Dara', { action: 'REJECT', score: 1 }),
    row('b', 'Sokha', { isCorrection: true, kind: 'RELATED', score: 1 }),
    row('c', 'Dara', { score: null }),
    row('c', 'Dara', { action: 'REJECT', score: null }),
  ]
  expect(statisticsOf(rows)).toEqual({
    confirmedCount: 1,
    correctedCount: 1,
    rejectedCount: 1,
    byScore: [
      { from: 0.5, confirmedCount: 1, correctedCount: 0, rejectedCount: 0 },
      { from: 0.9, confirmedCount: 0, correctedCount: 1, rejectedCount: 0 },
    ],
    reviewers: [
      { name: 'Dara', count: 4 },
      { name: 'Sokha', count: 2 },
    ],
    readTwiceCount: 2,
    agreedCount: 1,
  })
})
test('nothing decided is all zero', () => {
  expect(statisticsOf([])).toMatchObject({ confirmedCount: 0, byScore: [], reviewers: [], readTwiceCount: 0 })
})
