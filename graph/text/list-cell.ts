/**
 * Several values in one cell: separated by `|`, since labels of the field hold commas and semicolons. Within a value a
 * `|` is written `\|` and a `\` is written `\\`. No value gives the empty cell; one empty value among several is kept. Pure.
 */

/** The values as one cell. `splitCell(joinCell(values))` gives the values back, but for a single empty one. */
export const joinCell = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\|]/g, (sign) => `\\${sign}`)).join('|')

/** The values of a cell; empty for an empty one. A `\` before any other sign stands for itself. */
export function splitCell(cell: string): string[] {
  if (cell === '') return []
  const values = ['']
  for (const part of cell.match(/\\[\\|]|\||[^\\|]+|\\/g) ?? []) {
    if (part === '|') values.push('')
    else values[values.length - 1] += part.length === 2 && part.startsWith('\\') ? part.slice(1) : part
  }
  return values
}
