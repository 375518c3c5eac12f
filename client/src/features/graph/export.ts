/** What is shown, as the writers take it, and the words that go with a picture of it. */
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
    lines: [...conditionsOf(session, words, messages), ...(note === '' ? [] : [note]), citationOf(title, messages)],
    language: messages.language,
  }
}
