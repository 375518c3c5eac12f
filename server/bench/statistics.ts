/** The few figures that a bench prints. Pure. */

/** The value below which the share (0 to 1) of the values lies; NaN of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** Least, median and most. */
export const spread = (values: readonly number[]): [number, number, number] => [
  Math.min(...values),
  median(values),
  Math.max(...values),
]

/** Three digits that matter. */
export const round = (value: number): number => Number(value.toPrecision(3))
