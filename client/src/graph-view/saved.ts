/**
 * A view as plain JSON, for addresses, files and the browser's own storage. It holds ids and a person's choices; names and
 * edges come from the graph again, so that what is opened later is not out of date. Damage is found out, never guessed round.
 */
import type { Camera } from './camera.ts'
import {
  FACETS,
  LAYOUTS,
  NO_FILTERS,
  type Facet,
  type Filters,
  type Focus,
  type Grouping,
  type LayoutName,
  type Position,
  type View,
} from './view.ts'

/** What is chosen besides the view itself; no step of its history. */
export type Looking = {
  readonly selected: readonly string[]
  readonly current: string | null
  readonly camera: Camera | null
}
export type SavedView = Omit<View, 'nodes' | 'edges' | 'notes'> & Looking & { readonly ids: readonly string[] }

const VERSION = 2

/** Short keys, empty parts left out: an address has little room. Places are whole units, in the order of the ids. */
export type SavedJson = {
  readonly v: number
  readonly i: readonly string[]
  /** x and y in turn; null for what has no place. Left out altogether where a layout is to find all of them. */
  readonly p?: readonly (number | null)[]
  /** Signs of groups with a place of their own. */
  readonly gp?: Readonly<Record<string, readonly [number, number]>>
  readonly n?: readonly number[]
  readonly h?: readonly number[]
  readonly t?: readonly string[]
  readonly f?: object
  readonly g?: { readonly by: string; readonly opened: readonly string[] }
  readonly d?: { readonly id: string; readonly depth: number }
  readonly l: string
  readonly s?: readonly number[]
  readonly k?: number
  readonly c?: readonly [number, number, number]
}

const filterJson = (filters: Filters): object => {
  const changed: [string, unknown][] = Object.entries(filters).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(NO_FILTERS[key as keyof Filters]),
  )
  return Object.fromEntries(changed)
}

export function toJson(view: View, { selected, current, camera }: Looking, { withPlaces = true } = {}): SavedJson {
  const ids = [...view.nodes.keys()]
  const at = new Map(ids.map((id, index) => [id, index]))
  const indices = (chosen: Iterable<string>): number[] => [...chosen].flatMap((id) => at.get(id) ?? [])
  const places = ids.flatMap((id): (number | null)[] => {
    const place = withPlaces || view.pinned.has(id) ? view.positions.get(id) : undefined
    return place === undefined ? [null, null] : [Math.round(place.x), Math.round(place.y)]
  })
  const signs = [...view.positions].filter(([id]) => id.startsWith('#'))
  const filters = filterJson(view.filters)
  const kept = <Value>(key: string, value: Value, isThere: boolean): Record<string, Value> =>
    isThere ? { [key]: value } : {}
  const currentAt = current === null ? undefined : at.get(current)
  return {
    v: VERSION,
    i: ids,
    ...kept(
      'p',
      places,
      places.some((one) => one !== null),
    ),
    ...kept(
      'gp',
      Object.fromEntries(signs.map(([id, { x, y }]) => [id, [Math.round(x), Math.round(y)]])),
      withPlaces && signs.length > 0 && view.grouping !== null,
    ),
    ...kept('n', indices(view.pinned), view.pinned.size > 0),
    ...kept('h', indices(view.hidden), view.hidden.size > 0),
    ...kept('t', [...view.typesOff], view.typesOff.size > 0),
    ...kept('f', filters, Object.keys(filters).length > 0),
    ...kept('g', view.grouping && { by: view.grouping.by, opened: [...view.grouping.opened] }, view.grouping !== null),
    ...kept('d', view.focus, view.focus !== null),
    l: view.layout,
    ...kept('s', indices(selected), selected.length > 0),
    ...kept('k', currentAt, currentAt !== undefined),
    ...kept(
      'c',
      camera && [Math.round(camera.x), Math.round(camera.y), Math.round(camera.scale * 1_000) / 1_000],
      camera !== null,
    ),
  } as SavedJson
}

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
export const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isNumbers = (value: unknown): value is number[] => Array.isArray(value) && value.every(isNumber)

function readFilters(value: unknown): Filters | null {
  if (value === undefined) return NO_FILTERS
  if (!isRecord(value)) return null
  const { facets = {}, years = null, minLinks = 0, most = null, areSuggestionsOff = false, mode = 'HIDE' } = value
  if (!isRecord(facets) || !isNumber(minLinks) || typeof areSuggestionsOff !== 'boolean') return null
  if (most !== null && !isNumber(most)) return null
  if (mode !== 'HIDE' && mode !== 'FADE') return null
  const chosen: Partial<Record<Facet, string[]>> = {}
  for (const [key, values] of Object.entries(facets)) {
    const facet = FACETS.find((one) => one === key)
    if (facet === undefined || !isStrings(values)) return null
    chosen[facet] = values
  }
  let span: Filters['years'] = null
  if (years !== null) {
    if (!isRecord(years) || !isNumber(years['from']) || !isNumber(years['to'])) return null
    span = { from: years['from'], to: years['to'] }
  }
  return { facets: chosen, years: span, minLinks, most, areSuggestionsOff, mode }
}

/** The view that plain JSON holds, or null where it is cut short, altered, or of another version. */
export function fromJson(json: unknown): SavedView | null {
  if (!isRecord(json) || json['v'] !== VERSION) return null
  const { i: ids, p = [], gp = {}, n = [], h = [], t = [], f, g = null, d = null, l, s = [], k, c } = json
  if (!isStrings(ids) || !Array.isArray(p) || (p.length > 0 && p.length !== ids.length * 2)) return null
  if (!isNumbers(n) || !isNumbers(h) || !isNumbers(s) || !isStrings(t) || !isRecord(gp)) return null
  const layout: LayoutName | undefined = LAYOUTS.find((one) => one === l)
  const filters = readFilters(f)
  if (layout === undefined || filters === null) return null
  const positions = new Map<string, Position>()
  for (const [index, id] of ids.entries()) {
    const [x, y]: unknown[] = [p[index * 2], p[index * 2 + 1]]
    if (isNumber(x) && isNumber(y)) positions.set(id, { x, y })
  }
  for (const [id, place] of Object.entries(gp)) {
    if (!isNumbers(place)) return null
    positions.set(id, { x: place[0] ?? 0, y: place[1] ?? 0 })
  }
  let grouping: Grouping | null = null
  if (g !== null) {
    if (!isRecord(g) || !isStrings(g['opened'])) return null
    const by = [...FACETS, 'year' as const].find((one) => one === g['by'])
    if (by === undefined) return null
    grouping = { by, opened: new Set(g['opened']) }
  }
  let focus: Focus | null = null
  if (d !== null) {
    if (!isRecord(d) || typeof d['id'] !== 'string') return null
    const depth = ([1, 2, 3] as const).find((one) => one === d['depth'])
    if (depth === undefined) return null
    focus = { id: d['id'], depth }
  }
  const named = (indices: readonly number[]): string[] => indices.flatMap((index) => ids[index] ?? [])
  const [x, y, scale] = isNumbers(c) ? c : []
  return {
    ids,
    positions,
    pinned: new Set(named(n)),
    hidden: new Set(named(h)),
    typesOff: new Set(t),
    filters,
    grouping,
    focus,
    layout,
    selected: named(s),
    current: isNumber(k) ? (ids[k] ?? null) : null,
    camera: x !== undefined && y !== undefined && scale !== undefined && scale > 0 ? { x, y, scale } : null,
  }
}
