/**
 * How many letters two words differ by: one put in, left out, changed, or swapped with its neighbour counts one (optimal
 * string alignment; F. Damerau, A technique for computer detection and correction of spelling errors, CACM 7(3), 1964), as Lucene counts.
 * Never more than `most` + 1.
 */
export function distance(one: string, other: string, most: number): number {
  const [a, b] = [[...one], [...other]]
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const [i, letter] of a.entries()) {
    const next = [i + 1]
    for (const [j, against] of b.entries()) {
      const same = (row[j] ?? 0) + (letter === against ? 0 : 1)
      const swapped =
        letter === b[j - 1] && a[i - 1] === against && letter !== against ? (before[j - 1] ?? most) + 1 : most + 1
      next.push(Math.min(same, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, swapped))
    }
    before = row
    row = next
    if (Math.min(...row) > most) return most + 1
  }
  return Math.min(row[b.length] ?? 0, most + 1)
}
