/** What we take from a GEXF file: which things, where they stood, and notes and tags. All else comes from the graph. */
import type { Note, Position } from './view.ts'

export type ReadGexf = {
  readonly ids: readonly string[]
  readonly positions: ReadonlyMap<string, Position>
  readonly notes: ReadonlyMap<string, Note>
}

/** Reads a file of ours or of another program; null where it is no GEXF. Prefixes and versions differ, so elements are known by their local names. */
export function readGexf(text: string): ReadGexf | null {
  const document = new DOMParser().parseFromString(text, 'application/xml')
  if (document.getElementsByTagName('parsererror').length > 0 || document.documentElement.localName !== 'gexf')
    return null
  const named = (parent: Element | Document, name: string): Element[] => [...parent.getElementsByTagNameNS('*', name)]
  const titles = new Map(
    named(document, 'attributes')
      .filter((one) => one.getAttribute('class') === 'node')
      .flatMap((one) => named(one, 'attribute'))
      .map((one) => [one.getAttribute('id') ?? '', one.getAttribute('title') ?? '']),
  )
  const ids: string[] = []
  const positions = new Map<string, Position>()
  const notes = new Map<string, Note>()
  for (const node of named(document, 'node')) {
    const id = node.getAttribute('id') ?? ''
    if (id === '' || id.startsWith('#')) continue
    ids.push(id)
    const [place] = named(node, 'position')
    const [x, y] = [Number(place?.getAttribute('x') ?? Number.NaN), Number(place?.getAttribute('y') ?? Number.NaN)]
    if (Number.isFinite(x) && Number.isFinite(y)) positions.set(id, { x, y })
    const values = new Map(
      named(node, 'attvalue').map((one) => [
        titles.get(one.getAttribute('for') ?? '') ?? '',
        one.getAttribute('value') ?? '',
      ]),
    )
    const tags = (values.get('tags') ?? '').split(';').map((tag) => tag.trim())
    const note = { text: values.get('note') ?? '', tags: tags.filter((tag) => tag !== '') }
    if (note.text !== '' || note.tags.length > 0) notes.set(id, note)
  }
  return { ids, positions, notes }
}
