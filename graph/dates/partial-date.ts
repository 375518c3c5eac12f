/** Dates with the precision their source gives: `2022-06-03`, `2027-11`, `2028`. They compare by their last day. */

const PATTERN = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(0[1-9]|[12]\d|3[01]))?$/

const lastDayOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** Whether a text is a date that exists, of whatever precision. */
export function isPartialDate(text: string): boolean {
  const match = PATTERN.exec(text)
  if (match === null) return false
  const [, year, month, day] = match
  return day === undefined || Number(day) <= lastDayOfMonth(Number(year), Number(month))
}

/** Last day the date may mean: `2027-11` is 2027-11-30. The text must be a partial date. */
export function lastDayOf(text: string): string {
  const [year = '', month, day] = text.split('-')
  if (month === undefined) return `${year}-12-31`
  return day === undefined ? `${year}-${month}-${lastDayOfMonth(Number(year), Number(month))}` : text
}

/** First day the date may mean: `2027-11` is 2027-11-01. */
export function firstDayOf(text: string): string {
  const [year = '', month = '01', day = '01'] = text.split('-')
  return `${year}-${month}-${day}`
}

export function yearOf(text: string): number {
  return Number(text.slice(0, 4))
}
