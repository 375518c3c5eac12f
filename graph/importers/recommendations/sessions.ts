/** Sessions of the UPR Working Group: three a year but for 2012, 2017, 2020 and 2022, as OHCHR's calendar of reviews has them. */

/** Last session of each cycle. */
const CYCLE_ENDS = [12, 26, 40, 54] as const

/** First year's session and how many sessions the year had, from 2008. */
const YEARS: readonly (readonly [year: number, first: number, last: number])[] = [
  [2008, 1, 3],
  [2009, 4, 6],
  [2010, 7, 9],
  [2011, 10, 12],
  [2012, 13, 14],
  [2013, 15, 17],
  [2014, 18, 20],
  [2015, 21, 23],
  [2016, 24, 26],
  [2017, 27, 28],
  [2018, 29, 31],
  [2019, 32, 34],
  [2020, 35, 36],
  [2021, 37, 39],
  [2022, 40, 41],
  [2023, 42, 44],
  [2024, 45, 47],
  [2025, 48, 50],
]

/** Cycle of a session, 1 and up; null for a session no cycle is known of. */
export function cycleOfSession(session: number): number | null {
  const index = CYCLE_ENDS.findIndex((last) => session <= last)
  return session < 1 || index < 0 ? null : index + 1
}

/** Year in which a session met; null beyond the table. */
export function yearOfSession(session: number): number | null {
  return YEARS.find(([, first, last]) => session >= first && session <= last)?.[0] ?? null
}
