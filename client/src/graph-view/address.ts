/** A view as text for an address: its JSON, deflated, base64url. */
import { fromJson, toJson, type Looking, type SavedView } from './saved.ts'
import type { View } from './view.ts'

/** Longer addresses break in mail and chat. */
export const MAX_ADDRESS_LENGTH = 6_000

const toBase64Url = (bytes: Uint8Array): string => {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}
const fromBase64Url = (text: string): Uint8Array =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  const piped = new Blob([bytes as BlobPart]).stream().pipeThrough(stream)
  return new Uint8Array(await new Response(piped).arrayBuffer())
}
const pack = async (json: unknown): Promise<string> =>
  toBase64Url(await through(new TextEncoder().encode(JSON.stringify(json)), new CompressionStream('deflate-raw')))

/**
 * The text of a view, or null where it would be too long for an address. A large one gives up the places of what is not
 * pinned before it gives up: the layout finds them again.
 */
export async function encodeView(view: View, looking: Looking): Promise<string | null> {
  const whole = await pack(toJson(view, looking))
  if (whole.length <= MAX_ADDRESS_LENGTH) return whole
  const short = await pack(toJson(view, { ...looking, camera: null }, { withPlaces: false }))
  return short.length <= MAX_ADDRESS_LENGTH ? short : null
}

/** The view a text holds, or null where the text is cut short, altered, or of another version. */
export async function decodeView(text: string): Promise<SavedView | null> {
  try {
    const bytes = await through(fromBase64Url(text), new DecompressionStream('deflate-raw'))
    return fromJson(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}
