/**
 * Maps that travel as lists. A composed answer repeats the same few keys for every row; sent as maps, they cost the database
 * and the driver a third of the time of a page (README, decisions). A packed map is a list whose first element is a
 * negative whole number, the mark of its keys: no other list of an answer begins so.
 */

/** The keys of one kind of packed map, in the order of its values. */
export type Layout = readonly string[]

/** Mark of the layout with this index. */
export const layoutMark = (index: number): number => -1 - index

/** The value with every packed map in it as an object. Lists that are none are changed in place. */
export function unpack(value: unknown, layouts: readonly Layout[]): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const [mark] = value as unknown[]
    if (typeof mark === 'number' && mark < 0) return unpackMap(value, layouts[layoutMark(mark)] ?? [], layouts)
    for (let index = 0; index < value.length; index += 1) value[index] = unpack(value[index], layouts)
    return value
  }
  const map = value as Record<string, unknown>
  for (const key in map) map[key] = unpack(map[key], layouts)
  return map
}

function unpackMap(values: readonly unknown[], layout: Layout, layouts: readonly Layout[]): Record<string, unknown> {
  const map: Record<string, unknown> = {}
  for (let index = 0; index < layout.length; index += 1) map[layout[index] ?? ''] = unpack(values[index + 1], layouts)
  return map
}
