/** Cursors: opaque to callers, in truth the sort values of an edge and the question they belong to. */
import { createHash } from 'node:crypto'
import { badInput } from '../errors.ts'

/** Goes up where the sort values change their form: a cursor of before would leave something out. */
const VERSION = 2

/** A short mark of a question (its filter and order), so that a cursor of another question is refused. */
export function markOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8)
}

export function encodeCursor(mark: string, key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([VERSION, mark, ...key])).toString('base64url')
}

/** The sort values of a cursor. Throws BAD_USER_INPUT where it is none of ours, or of another question. */
export function decodeCursor(cursor: string, mark: string, length: number, argument = 'after'): (string | number)[] {
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    parts = null
  }
  if (
    !Array.isArray(parts) ||
    parts[0] !== VERSION ||
    parts.length !== length + 2 ||
    !parts.slice(2).every((part) => typeof part === 'string' || typeof part === 'number')
  ) {
    throw badInput(argument, "not a cursor of this server. Expected an endCursor or an edge's cursor as it came.")
  }
  if (parts[1] !== mark) {
    throw badInput(
      argument,
      'the cursor belongs to a list with another filter or order. Expected one of this list; start again without it.',
    )
  }
  return parts.slice(2) as (string | number)[]
}

/** More places than any list has. */
const MAX_PLACE = 1_000_000_000

/** The place a cursor names in a list whose order is counted, from 0; -1 without a cursor. Throws BAD_USER_INPUT. */
export function placeOf(after: unknown, question: unknown): number {
  if (typeof after !== 'string') return -1
  const [place] = decodeCursor(after, markOf(question), 1)
  return typeof place === 'number' && Number.isInteger(place) && place >= 0 ? Math.min(place, MAX_PLACE) : -1
}
