/**
 * A view as text for an address: versioned JSON, deflated, base64url. It holds ids, places, what is hidden and off, and the
 * layout; names and edges come from the graph again. Damage is found out, never guessed round.
 */
import type { LayoutName, Position, View } from './view.ts'

export type SavedView = {
  readonly ids: readonly string[]
  readonly positions: ReadonlyMap<string, Position>
  readonly hidden: readonly string[]
  readonly typesOff: readonly string[]
  readonly layout: LayoutName
  readonly selected: string | null
}

/** Longer addresses break in mail and chat. */
export const MAX_ADDRESS_LENGTH = 6_000
const VERSION = 1

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const piped = new Blob([bytes as BlobPart]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(piped).arrayBuffer())
}

/** The text of a view, or null where it would be too long for an address. */
export async function encodeView(view: View, selected: string | null): Promise<string | null> {
  const ids = [...view.nodes.keys()]
  const places = ids
    .map((id) => view.positions.get(id))
    .map((place) => (place === undefined ? 0 : [Math.round(place.x), Math.round(place.y)]))
  const json = JSON.stringify([VERSION, ids, places, [...view.hidden], [...view.typesOff], view.layout, selected])
  const text = toBase64Url(await through(new TextEncoder().encode(json), new CompressionStream('deflate-raw')))
  return text.length > MAX_ADDRESS_LENGTH ? null : text
}

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string')

/** The view a text holds, or null where the text is cut short, altered, or of another version. */
export async function decodeView(text: string): Promise<SavedView | null> {
  try {
    const json: unknown = JSON.parse(
      new TextDecoder().decode(await through(fromBase64Url(text), new DecompressionStream('deflate-raw'))),
    )
    if (!Array.isArray(json) || json[0] !== VERSION) return null
    const [, ids, places, hidden, typesOff, layout, selected] = json as unknown[]
    if (
      !isStrings(ids) ||
      !Array.isArray(places) ||
      !isStrings(hidden) ||
      !isStrings(typesOff) ||
      (layout !== 'columns' && layout !== 'force')
    )
      return null
    const positions = new Map<string, Position>()
    for (const [index, id] of ids.entries()) {
      const place: unknown = places[index]
      if (Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'number')
        positions.set(id, { x: place[0], y: place[1] })
    }
    return { ids, positions, hidden, typesOff, layout, selected: typeof selected === 'string' ? selected : null }
  } catch {
    return null
  }
}
