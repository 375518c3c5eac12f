import { expect, test } from 'vitest'
import { gridOf, type Occurrence, type Review } from './reviews.ts'

const review = (id: string, code: string, year: number | null): Review => ({
  id,
  symbol: null,
  title: id,
  cycle: null,
  year,
  mechanism: { id: `mechanism:${code}`, code },
  coverage: { isComplete: false },
})
const asked = (document: string, code: string, isSuggestion = false, isSelf = false): Occurrence => ({
  isSuggestion,
  isSelf,
  recommendation: { mechanism: { id: `mechanism:${code}`, code }, document: { id: document } },
})

test('reviews stand in order of year, silent ones too; mechanisms that never asked are left out', () => {
  const reviews = [
    review('upr-2', 'UPR', 2014),
    review('crc', 'CRC', null),
    review('upr-1', 'UPR', 2009),
    review('cat', 'CAT', 2010),
  ]
  const grid = gridOf(reviews, [asked('upr-2', 'UPR'), asked('upr-2', 'UPR', true), asked('crc', 'CRC', false, true)])
  expect(
    grid.map(({ code, total, cells }) => [
      code,
      total,
      cells.map((cell) => [cell.review.id, cell.confirmed, cell.suggested, cell.isHere]),
    ]),
  ).toEqual([
    [
      'UPR',
      2,
      [
        ['upr-1', 0, 0, false],
        ['upr-2', 1, 1, false],
      ],
    ],
    ['CRC', 1, [['crc', 1, 0, true]]],
  ])
})
