/** Sessions of the Working Group on the Universal Periodic Review. */
import { readTable } from './tables.ts'

/** First session of each cycle after the first: 1-12, 13-26, 27-40, 41-54. */
const CYCLES_BEGIN = [1, 13, 27, 41]
/** Last session of the fourth cycle; what follows is not decided. */
const LAST_SESSION = 54

/** Cycle of a session, 1 to 4, or null beyond the fourth. */
export function cycleOfSession(session: number): number | null {
  if (!Number.isInteger(session) || session < 1 || session > LAST_SESSION) return null
  return CYCLES_BEGIN.filter((first) => first <= session).length
}

/** Number in "36th Session", "36" or "- 36th session"; null where there is none, or none from 1 to 54. */
export function sessionOf(printed: string): number | null {
  const digits = /(?:^|\D)(\d{1,2})(?:st|nd|rd|th)?\b/i.exec(printed)?.[1]
  return digits === undefined || cycleOfSession(Number(digits)) === null ? null : Number(digits)
}

const CYCLE_WORDS = ['first', 'second', 'third', 'fourth']

/** Cycle in "2nd cycle (2012-2016)", "Cycle 2", "second" or "2"; null where none from 1 to 4 is named. */
export function cycleOf(printed: string): number | null {
  const words = printed.trim().toLowerCase()
  const digit = /^([1-4])(?:st|nd|rd|th)?$|cycle\s*([1-4])\b|\b([1-4])(?:st|nd|rd|th)?\s+(?:upr\s+)?cycle/.exec(words)
  const number = digit?.slice(1).find((one) => one !== undefined)
  if (number !== undefined) return Number(number)
  const named = CYCLE_WORDS.findIndex((word) => new RegExp(`\\b${word}\\b`).test(words))
  return named < 0 ? null : named + 1
}

let dates: Map<number, { beganOn: string; endedOn: string }> | undefined

/** When a session was held, from the table; null where its dates were not found in a source. */
export function datesOfSession(session: number): { beganOn: string; endedOn: string } | null {
  dates ??= new Map(
    readTable('upr-sessions').map((row) => [
      Number(row['session']),
      { beganOn: row['began_on'] ?? '', endedOn: row['ended_on'] ?? '' },
    ]),
  )
  return dates.get(session) ?? null
}
