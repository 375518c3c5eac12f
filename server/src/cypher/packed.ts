/**
 * Maps that travel as lists. A composed answer repeats the same few keys for every row; sent as maps, they cost the database
 * and the driver a third of the time of a page (README, decisions). A packed map is a list whose first element is a
 * negative whole number, the mark of its layout: no other list of an answer begins so.
 */

/**
 * What stands under the keys of one kind of packed map, in the order of its values. A map that is always there travels
 * within the list of the one that holds it, and what is known beforehand does not travel at all.
 */
export type Layout = readonly Slot[]
export type Slot =
  | { readonly key: string; readonly kind: 'value' }
  | { readonly key: string; readonly kind: 'map'; readonly layout: Layout }
  | { readonly key: string; readonly kind: 'known'; readonly value: unknown }

/** Mark of the layout with this index. */
export const layoutMark = (index: number): number => -1 - index

/** The value with every packed map in it as an object. Lists that are none are changed in place. */
export function unpack(value: unknown, layouts: readonly Layout[]): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    const [mark] = value as unknown[]
    if (typeof mark === 'number' && mark < 0)
      return unpackMap(new Values(value, layouts), layouts[layoutMark(mark)] ?? [])
    for (let index = 0; index < value.length; index += 1) value[index] = unpack(value[index], layouts)
    return value
  }
  const map = value as Record<string, unknown>
  for (const key in map) map[key] = unpack(map[key], layouts)
  return map
}

/** The values of a packed map and of those within it, one after the other. */
class Values {
  readonly #values: readonly unknown[]
  readonly #layouts: readonly Layout[]
  // Behind the mark.
  #at = 1

  constructor(values: readonly unknown[], layouts: readonly Layout[]) {
    this.#values = values
    this.#layouts = layouts
  }

  next(): unknown {
    const value = unpack(this.#values[this.#at], this.#layouts)
    this.#at += 1
    return value
  }
}

function unpackMap(values: Values, layout: Layout): Record<string, unknown> {
  const map: Record<string, unknown> = {}
  for (const slot of layout) {
    if (slot.kind === 'value') map[slot.key] = values.next()
    else map[slot.key] = slot.kind === 'map' ? unpackMap(values, slot.layout) : slot.value
  }
  return map
}
