/** Where a date falls on a time axis; dates have the precision their source gives. Pure. */

const DAY_MS = 86_400_000

/** First and last day that a partial date may mean, as days since 1970. */
export function daysOf(iso: string): { first: number; last: number } {
  const [year = 1970, month, day] = iso.split('-').map(Number)
  const first = Date.UTC(year, (month ?? 1) - 1, day ?? 1)
  const last = day !== undefined ? first : month !== undefined ? Date.UTC(year, month, 0) : Date.UTC(year, 11, 31)
  return { first: first / DAY_MS, last: last / DAY_MS }
}

export type Axis = { readonly from: number; readonly to: number }

/** An axis over whole years. */
export const yearsAxis = (firstYear: number, lastYear: number): Axis => ({
  from: daysOf(String(firstYear)).first,
  to: daysOf(String(lastYear)).last + 1,
})

/** Share of the axis, 0 to 100, kept within it. */
export function shareOf(axis: Axis, day: number): number {
  return Math.min(100, Math.max(0, ((day - axis.from) / (axis.to - axis.from)) * 100))
}

/** Today as a partial date, in the reader's own time. */
export function today(now: Date = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
