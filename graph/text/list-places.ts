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

/**
 * Where a recommendation stands in lists, as texts that no two recommendations share, so that a page is read in the
 * order of an index and goes on behind a cursor without sorting.
 * `listOrder`: by document, then paragraph in natural order. `dateOrder`: newest document first, then as `listOrder`.
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
  return { listOrder, dateOrder: `${turned(sortOn)} ${listOrder}` }
}
