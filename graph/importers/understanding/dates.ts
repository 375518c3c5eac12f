/** Dates as spreadsheets hold them. */

/** Day 0 of serial dates: 30 December 1899, or 1 January 1904 in workbooks of old Macs. */
const EPOCHS = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) }
const DAY_MS = 86_400_000

/** Serial date of Excel as ISO 8601: a day, or day and second where it has a fraction. Null where it is out of range. */
export type Epoch = keyof typeof EPOCHS

export function dateOfSerial(serial: number, epoch: Epoch = 1900): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial > 2_958_465) return null
  const date = new Date(EPOCHS[epoch] + Math.round(serial * 86_400) * (DAY_MS / 86_400))
  return date.toISOString().slice(0, Number.isInteger(serial) ? 10 : 19)
}

/** A date as ISO 8601, whether the cell holds one, a serial number, or day, month and year. */
export function dateOf(cell: string): string {
  const words = cell.trim()
  if (/^\d{4,6}(?:\.\d+)?$/.test(words) && Number(words) > 10_000) return dateOfSerial(Number(words)) ?? words
  const dayFirst = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(words)
  return dayFirst === null ? words : `${dayFirst[3]}-${dayFirst[2]?.padStart(2, '0')}-${dayFirst[1]?.padStart(2, '0')}`
}
