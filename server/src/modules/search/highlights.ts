/** The passages of a text that match what was asked, cut into parts that match and parts that do not. Pure. */
import { fold, paragraphKeys, segmentsOf, stemOf } from '../../../../graph/text/index.ts'
import { distance } from './distance.ts'
import { editsOf, type Field, type Term } from './query.ts'

export type Part = { readonly text: string; readonly isMatch: boolean }

/** Fields of the API in which a word restricted to a field can stand. Themes of a recommendation are things of their own. */
const STANDS_IN: Readonly<Record<Field, readonly string[]>> = {
  name: ['name', 'nameKm', 'title', 'shortTitle', 'acronym', 'code', 'what'],
  text: ['summary', 'text', 'description', 'mandateSummary', 'note'],
  theme: [],
  symbol: ['symbol', 'acronym', 'code'],
  paragraph: ['paragraph'],
}

const isWord = (word: string, wanted: string): boolean => word === wanted
const isForm = (word: string, wanted: string): boolean => stemOf(word) === stemOf(wanted)
const isNear = (word: string, wanted: string): boolean =>
  isForm(word, wanted) ||
  (editsOf(wanted) > 0 && (word.startsWith(wanted) || distance(word, wanted, editsOf(wanted)) <= editsOf(wanted)))

type Word = { readonly word: string; readonly index: number }

/** Where a run of words stands, as indexes of segments. */
function runsOf(
  words: readonly Word[],
  wanted: readonly string[],
  isSame: (word: string, wanted: string) => boolean,
): { first: number; last: number }[] {
  return words.flatMap(({ index: first }, start) => {
    const last = words[start + wanted.length - 1]?.index
    const isHere = last !== undefined && wanted.every((one, offset) => isSame(words[start + offset]?.word ?? '', one))
    return isHere ? [{ first, last }] : []
  })
}

function runsOfTerm(
  words: readonly Word[],
  term: Term,
  isCorrected: boolean,
): readonly { readonly first: number; readonly last: number }[] {
  const one = term.words[0] ?? ''
  if (isCorrected) return term.words.flatMap((wanted) => runsOf(words, [wanted], isNear))
  switch (term.kind) {
    case 'paragraph':
      return []
    case 'phrase':
      return runsOf(words, term.words, isWord)
    case 'compound':
      return runsOf(words, term.words, term.field === 'symbol' ? isWord : isForm)
    case 'prefix':
      return runsOf(words, [one], (word, wanted) => word.startsWith(wanted) || isForm(word, wanted))
    case 'word':
      return runsOf(words, [one], isForm)
  }
}

/** The whole text in parts, or null where nothing in it matches. `field` is that of the API it stands in. */
export function highlight(
  text: string,
  terms: readonly Term[],
  { field = 'text', isCorrected = false }: { field?: string; isCorrected?: boolean } = {},
): Part[] | null {
  if (field === 'paragraph') {
    const keys = new Set(paragraphKeys(text))
    const isAsked = terms.some(({ kind, words }) => kind === 'paragraph' && words.some((key) => keys.has(key)))
    if (isAsked) return [{ text, isMatch: true }]
  }
  const segments = segmentsOf(text)
  const words = segments.flatMap((one, index) => (one.isWord ? [{ word: fold(one.segment), index }] : []))
  const lit = new Set<number>()
  for (const term of terms) {
    if (term.field !== null && !STANDS_IN[term.field].includes(field)) continue
    for (const { first, last } of runsOfTerm(words, term, isCorrected))
      for (let index = first; index <= last; index += 1) lit.add(index)
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
  const raw = source[key] as
    { texts?: { field: string; text: string | null }[]; terms?: string; isCorrected?: boolean } | undefined
  const { texts = [], terms: written = '[]', isCorrected = false } = raw ?? {}
  const terms = JSON.parse(written) as Term[]
  return texts.flatMap(({ field, text }) => {
    const parts = text === null ? null : highlight(text, terms, { field, isCorrected })
    return parts === null ? [] : [{ field, parts }]
  })
}
