/** Dates of the graph (2022, 2022-06, 2022-06-03) compared in a statement: each counts as its last day (`graph/dates`). */

/** An expression for the last day of a date, which is an expression too; null where that is. A month ends on its 31st. */
export const lastDay = (date: string): string =>
  `CASE size(${date}) WHEN 4 THEN ${date} + '-12-31' WHEN 7 THEN ${date} + '-31' ELSE ${date} END`
