/** What is shown, as the writers take it, and the words that go with a picture of it. */
import khmerFace from '@fontsource-variable/noto-sans-khmer/files/noto-sans-khmer-khmer-wght-normal.woff2?url'
import { KHMER_FACE } from '../../graph-view/style.ts'
import type { Caption } from '../../graph-view/picture.ts'
import type { FileGraph } from '../../graph-view/writers.ts'
import { VIEW_NOTE, type Facet } from '../../graph-view/view.ts'
import type { Messages } from '../../messages/messages.svelte.ts'
import type { GraphSession } from './session.svelte.ts'
import type { GraphWords } from './words.svelte.ts'

/** Every filter and every kind of thing that is not shown, in words; empty where all of it is shown. */
export function conditionsOf(session: GraphSession, words: GraphWords, { t, word, list }: Messages): string[] {
  const { filters, focus, grouping, typesOff } = session.view
  const { missing, fadedCount } = session.shown
  const lines: string[] = []
  for (const facet of Object.keys(filters.facets) as Facet[])
    lines.push(
      t('graph.condition', {
        name: words.facet(facet),
        value: list((filters.facets[facet] ?? []).map((value) => words.value(facet, value))),
      }),
    )
  if (filters.years !== null)
    lines.push(t('graph.condition', { name: words.facet('year'), value: `${filters.years.from}–${filters.years.to}` }))
  if (filters.minLinks > 0) lines.push(t('graph.condition', { name: t('graph.minLinks'), value: filters.minLinks }))
  if (filters.most !== null) lines.push(t('graph.condition', { name: t('graph.most'), value: filters.most }))
  if (filters.areSuggestionsOff) lines.push(t('graph.suggestionsHidden'))
  if (focus !== null)
    lines.push(t('graph.hiddenByFocus', { count: missing.byFocus, name: words.nameById(focus.id), depth: focus.depth }))
  if (typesOff.size > 0)
    lines.push(
      t('graph.condition', {
        name: t('graph.typesOff'),
        value: list([...typesOff].map((type) => word('type', type, { count: 2 }))),
      }),
    )
  if (missing.byFilter > 0) lines.push(t('graph.hiddenByFilters', { count: missing.byFilter }))
  if (fadedCount > 0) lines.push(t('graph.fadedByFilters', { count: fadedCount }))
  if (missing.byHand > 0) lines.push(t('graph.hiddenByHand', { count: missing.byHand }))
  if (grouping !== null) lines.push(t('graph.inGroups', { count: missing.grouped }))
  return lines
}

/**
 * The face that Khmer in a picture needs, as a style sheet of its own: few machines have one, and without it the labels of a
 * file are boxes. Empty where there is no Khmer, or where the face cannot be fetched.
 */
export async function facesFor(texts: readonly string[]): Promise<string> {
  if (!texts.some((text) => /\p{Script=Khmer}/u.test(text))) return ''
  const answer = await fetch(khmerFace).catch(() => null)
  if (answer?.ok !== true) return ''
  const bytes = new Uint8Array(await answer.arrayBuffer())
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return `@font-face { font-family: "${KHMER_FACE}"; font-weight: 100 900; src: url(data:font/woff2;base64,${btoa(binary)}) format("woff2") }`
}

export const today = (): string => new Date().toISOString().slice(0, 10)

const citationOf = (title: string, { t, date }: Messages): string =>
  t('graph.citation', { title, date: date(today()), address: `${window.location.origin}/` })

export function fileGraph(session: GraphSession, words: GraphWords, messages: Messages, title: string): FileGraph {
  const { view, shown } = session
  return {
    title,
    conditions: conditionsOf(session, words, messages).join('; '),
    citation: citationOf(title, messages),
    savedOn: new Date().toISOString(),
    note: view.notes.get(VIEW_NOTE)?.text ?? '',
    nodes: shown.nodes.map((node) => {
      const { x, y } = view.positions.get(node.id) ?? { x: 0, y: 0 }
      const note = view.notes.get(node.id)
      return {
        id: node.id,
        type: node.type,
        name: node.group === null ? node.name : words.nameOf(node),
        nameKm: node.nameKm,
        detail: node.detail,
        year: node.year,
        degree: node.degree,
        linkCount: node.linkCount,
        isPinned: view.pinned.has(node.id),
        note: note?.text ?? '',
        tags: note?.tags ?? [],
        size: node.group?.members.length ?? 1,
        x,
        y,
      }
    }),
    edges: shown.edges,
  }
}

/** As many letters as a line under a picture holds, and as many lines as its sources may take. */
const LINE = 180
const MOST_LINES = 8

/** What the drawing rests on: symbols of documents with the paragraphs shown, over as many lines as they take. */
function sourceLines({ shown }: GraphSession, { t, compare }: Messages): string[] {
  const paragraphs = new Map<string, Set<string>>()
  for (const { type, detail } of shown.nodes) {
    if (detail === null || !['Recommendation', 'ReviewDocument'].includes(type)) continue
    const [symbol = '', paragraph] = detail.split(', para. ')
    const own = paragraphs.get(symbol) ?? new Set()
    if (paragraph !== undefined) own.add(paragraph)
    paragraphs.set(symbol, own)
  }
  const sources = [...paragraphs].map(([symbol, own]) =>
    own.size === 0 ? symbol : `${symbol}, para. ${[...own].sort(compare).join(', ')}`,
  )
  if (sources.length === 0) return []
  const lines: string[] = []
  for (const source of t('graph.sources', { sources: sources.sort(compare).join('; ') }).split('; ')) {
    const last = lines.at(-1)
    if (last === undefined || last.length + source.length > LINE) lines.push(source)
    else lines[lines.length - 1] = `${last}; ${source}`
  }
  return lines.length <= MOST_LINES ? lines : [...lines.slice(0, MOST_LINES), '…']
}

export function captionOf(session: GraphSession, words: GraphWords, messages: Messages, title: string): Caption {
  const { t, word } = messages
  const counts = new Map<string, number>()
  for (const { type, group } of session.shown.nodes)
    counts.set(type, (counts.get(type) ?? 0) + (group?.members.length ?? 1))
  const note = session.view.notes.get(VIEW_NOTE)?.text ?? ''
  return {
    title,
    legend: [...counts].map(([type, count]) => ({ type, text: `${word('type', type, { count })} ${count}` })),
    fact: t('graph.fact'),
    suggestion: t('graph.suggested'),
    lines: [
      ...conditionsOf(session, words, messages),
      ...(note === '' ? [] : [note]),
      ...sourceLines(session, messages),
      citationOf(title, messages),
    ],
    language: messages.language,
  }
}
