/** The passages of a text that match what was asked, cut into parts that match and parts that do not. Pure. */
import { fold } from '../../../../graph/text/index.ts'
import type { Term } from './query.ts'

export type Part = { readonly text: string; readonly isMatch: boolean }

const segmenter = new Intl.Segmenter('km', { granularity: 'word' })

/** The stem that English search takes, near enough for lighting a word: endings off, never below four letters. */
export function stemOf(word: string): string {
  for (const ending of ['ations', 'ation', 'ments', 'ment', 'ings', 'ing', 'ies', 'ied', 'es', 'ed', 's', 'e', 'y']) {
    if (word.endsWith(ending) && word.length - ending.length >= 3) return word.slice(0, -ending.length)
  }
  return word
}

const matches = (word: string, wanted: string, isPrefix: boolean): boolean =>
  word === wanted || (isPrefix && word.startsWith(wanted)) || (word.length > 3 && stemOf(word) === stemOf(wanted))

/** The whole text in parts, or null where nothing in it matches. */
export function highlight(text: string, terms: readonly Term[]): Part[] | null {
  const segments = [...segmenter.segment(text)].map(({ segment, isWordLike }) => ({
    segment,
    word: isWordLike === true ? fold(segment) : null,
  }))
  const words = segments.flatMap(({ word }, index) => (word === null ? [] : [{ word, index }]))
  const lit = new Set<number>()
  for (const { words: wanted, isPrefix } of terms) {
    for (let start = 0; start + wanted.length <= words.length; start += 1) {
      const isHere = wanted.every((one, offset) =>
        matches(words[start + offset]?.word ?? '', one, isPrefix && offset === wanted.length - 1),
      )
      const first = words[start]?.index
      const last = words[start + wanted.length - 1]?.index
      if (isHere && first !== undefined && last !== undefined)
        for (let index = first; index <= last; index += 1) lit.add(index)
    }
  }
  if (lit.size === 0) return null
  const parts: { text: string; isMatch: boolean }[] = []
  for (const [index, { segment }] of segments.entries()) {
    const isMatch = lit.has(index)
    const before = parts.at(-1)
    if (before !== undefined && before.isMatch === isMatch) before.text += segment
    else parts.push({ text: segment, isMatch })
  }
  return parts
}

/** `highlights` of an edge, from the texts and terms that the statement put beside each other. */
export function readHighlights(source: Readonly<Record<string, unknown>>, key: string): unknown {
  const raw = source[key] as { texts?: { field: string; text: string | null }[]; terms?: Term[] } | undefined
  return (raw?.texts ?? []).flatMap(({ field, text }) => {
    const parts = text === null ? null : highlight(text, raw?.terms ?? [])
    return parts === null ? [] : [{ field, parts }]
  })
}
