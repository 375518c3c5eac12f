/**
 * An investigation as a file of its own: the view, a person's notes and tags, and the story of views. Plain JSON, kept where
 * the person puts it or in the browser; nothing is sent anywhere.
 */
import { isRecord, isStrings, type SavedJson } from '../../graph-view/saved.ts'
import type { Note } from '../../graph-view/view.ts'

export const FORMAT = 'followthrough-graph'
const VERSION = 1

/** One page of a story: a view with what is to be said about it. */
export type StoryPage = { readonly title: string; readonly caption: string; readonly view: SavedJson }

export type Investigation = {
  readonly format: typeof FORMAT
  readonly version: number
  readonly title: string
  /** ISO 8601, with the time. */
  readonly savedAt: string
  readonly stateCode: string
  readonly view: SavedJson
  readonly notes: Readonly<Record<string, Note>>
  readonly story: readonly StoryPage[]
}

export const investigation = (parts: Omit<Investigation, 'format' | 'version'>): Investigation => ({
  format: FORMAT,
  version: VERSION,
  ...parts,
})

export const notesOf = (notes: ReadonlyMap<string, Note>): Record<string, Note> => Object.fromEntries(notes)

/** What stands in a file, or why it cannot be read: no JSON, not ours, a newer version, or a damaged part by its name. */
export function readInvestigation(
  text: string,
):
  | { readonly file: Investigation }
  | { readonly reason: 'json' | 'format' | 'version' | 'damaged'; readonly place: string } {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    return { reason: 'json', place: error instanceof Error ? error.message : '' }
  }
  if (!isRecord(json) || json['format'] !== FORMAT) return { reason: 'format', place: '' }
  const { version, title, savedAt, stateCode, view, notes, story } = json
  if (typeof version !== 'number' || version > VERSION) return { reason: 'version', place: String(version) }
  const damaged = (place: string): { reason: 'damaged'; place: string } => ({ reason: 'damaged', place })
  if (typeof title !== 'string') return damaged('title')
  if (typeof savedAt !== 'string') return damaged('savedAt')
  if (typeof stateCode !== 'string') return damaged('stateCode')
  if (!isRecord(view)) return damaged('view')
  if (!isRecord(notes)) return damaged('notes')
  if (!Array.isArray(story)) return damaged('story')
  const read: Record<string, Note> = {}
  for (const [id, note] of Object.entries(notes)) {
    if (!isRecord(note) || typeof note['text'] !== 'string' || !isStrings(note['tags'])) return damaged(`notes.${id}`)
    read[id] = { text: note['text'], tags: note['tags'] }
  }
  const pages: StoryPage[] = []
  for (const [index, page] of story.entries()) {
    if (
      !isRecord(page) ||
      typeof page['title'] !== 'string' ||
      typeof page['caption'] !== 'string' ||
      !isRecord(page['view'])
    )
      return damaged(`story[${index}]`)
    pages.push({ title: page['title'], caption: page['caption'], view: page['view'] as unknown as SavedJson })
  }
  return {
    file: {
      format: FORMAT,
      version,
      title,
      savedAt,
      stateCode,
      view: view as unknown as SavedJson,
      notes: read,
      story: pages,
    },
  }
}

/** A name for a file: the title's words, without what a file system forbids. */
export const fileName = (title: string, ending: string): string =>
  `${
    title
      .normalize('NFC')
      .replace(/[\p{Cc}<>:"/\\|?*.]+/gu, ' ')
      .trim()
      .replace(/\s+/g, '-')
      .slice(0, 80) || 'graph'
  }.${ending}`
