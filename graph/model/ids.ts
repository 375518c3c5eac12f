/** Ids are `prefix:key`, stable and fit for an address (`recommendation:crc-2011-41b`, `state:KHM`). */
import { ID_PREFIX, type Label } from './nodes.ts'

const LABEL_OF_PREFIX = new Map<string, Label>(
  (Object.entries(ID_PREFIX) as [Label, string][]).map(([label, prefix]) => [prefix, label]),
)

/** What a key may hold: letters, digits, `.`, `_`, `-`; at most 200 characters. */
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,199}$/u

/** The id of a node of this label: a full id stays as it is, a bare key gets the label's prefix. */
export function toId(label: Label, idOrKey: string): string {
  const prefix = `${ID_PREFIX[label]}:`
  return idOrKey.startsWith(prefix) ? idOrKey : prefix + idOrKey
}

/** Label and key of an id, or null where the text is no id of this graph. */
export function parseId(id: string): { label: Label; key: string } | null {
  const colon = id.indexOf(':')
  const label = colon < 0 ? undefined : LABEL_OF_PREFIX.get(id.slice(0, colon))
  const key = id.slice(colon + 1)
  return label !== undefined && KEY.test(key) ? { label, key } : null
}

/** The part of an id after its prefix, for addresses. */
export function keyOf(id: string): string {
  return id.slice(id.indexOf(':') + 1)
}
