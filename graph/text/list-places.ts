import { createHash } from 'node:crypto'
import { naturalOrderKey } from './natural-order.ts'

/** Begins the place of what has no date: after every date. */
export const UNDATED = '~'

/** Digits turned round, so that what is later sorts first. */
const turned = (date: string): string =>
  date === '' ? UNDATED : date.replace(/\d/g, (digit) => String(9 - Number(digit)))

/** Every `dateOrder` of this day or later is at most this, as a day YYYY-MM-DD counts: `!` follows the space. */
export const endOfDay = (day: string): string => `${turned(day)}!`
/** Every `dateOrder` of this day or earlier is at least this. */
export const startOfDay = (day: string): string => turned(day)

const LETTER_A = 'a'.charCodeAt(0)
/** The natural order of a paragraph in digits and points: a letter comes after every number, other signs fall away. */
const paragraphDigits = (paragraph: string | null): string => {
  const key = naturalOrderKey(paragraph)
  if (key === '~') return '999'
  return key
    .replace(/[a-z]/g, (letter) => `9${String(letter.charCodeAt(0) - LETTER_A + 1).padStart(2, '0')}`)
    .replace(/[^0-9.-]/g, '')
}
/** Digits that stand for a name. */
const digitsOf = (name: string, count: number): string =>
  String(Number.parseInt(createHash('sha256').update(name).digest('hex').slice(0, 13), 16) % 10 ** count).padStart(
    count,
    '0',
  )

/**
 * Where a recommendation stands in lists, as texts that no two recommendations share, so that a page is read in the
 * order of an index and goes on behind a cursor without sorting.
 * `listOrder`: by document, then paragraph in natural order.
 * `dateOrder`: newest document first, documents of one day apart from each other, then paragraph in natural order. Neo4j
 * keeps a text of up to 54 digits and signs in the node's own record and any longer one elsewhere, which makes sorting
 * some hundred of them cost more than reading them: so names stand there as digits, of documents
 * enough to keep those of one day apart, of recommendations enough that no two of one paragraph meet.
 */
export function listPlaces({
  id,
  documentId,
  paragraph,
  sortOn,
}: {
  readonly id: string
  readonly documentId: string
  readonly paragraph: string | null
  /** Date of the document as YYYY-MM-DD, empty where none is known. */
  readonly sortOn: string
}): { listOrder: string; dateOrder: string } {
  const listOrder = `${documentId} ${naturalOrderKey(paragraph)} ${id}`
  const dateOrder = [turned(sortOn), digitsOf(documentId, 8), paragraphDigits(paragraph), digitsOf(id, 14)].join(' ')
  return { listOrder, dateOrder }
}
