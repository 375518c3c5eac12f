/**
 * What a person typed, understood: words, "exact phrases", AND, OR, NOT in capitals, prefix*, symbols, paragraphs.
 * Whatever the text, what comes out is a well-formed Lucene query: nothing of the input reaches Lucene unquoted.
 */
import { fold, hasKhmer, wordsOf } from '../../../../graph/text/index.ts'

/** Longer texts are cut here: nobody types more, and a question must end. */
const MAX_LENGTH = 1_000
const MAX_TERMS = 40

export type Term = {
  /** Folded words of the term; several are a phrase. */
  readonly words: readonly string[]
  readonly isPrefix: boolean
  readonly isKhmer: boolean
}

export type SearchQuery = {
  readonly english: string | null
  /** The same over unstemmed words, with the beginnings of words; null where no beginning is asked for. */
  readonly words: string | null
  readonly khmer: string | null
  /** The same with typing errors forgiven, for when nothing matches; null where no word is long enough. */
  readonly fuzzy: string | null
  /** What is to be lit: every term that is asked for and not excluded. */
  readonly terms: readonly Term[]
  /** The whole text folded, for a match with a symbol, an acronym or a name. */
  readonly exact: string
}

type Part = Term | 'AND' | 'OR' | 'NOT'

const OPERATORS = new Set(['AND', 'OR', 'NOT'])

function termOf(text: string, isPrefix: boolean): Term | null {
  const words = wordsOf(text)
  return words.length === 0 ? null : { words, isPrefix, isKhmer: hasKhmer(text) }
}

/** The parts of a text in order; the last bare word also counts as the beginning of a longer one. */
function partsOf(text: string): Part[] {
  // "para 26" and "paragraph 41(b)" are one thing: the index holds paragraphs as "para 41(b)".
  const joined = text.replace(/\bpara(?:graph|s|\.)?\.?\s+(\d[\w().-]*)/gi, '"para $1"')
  const parts: Part[] = []
  const pieces = joined.match(/"[^"]*"?|[^\s"]+/g) ?? []
  for (const [index, piece] of pieces.slice(0, MAX_TERMS).entries()) {
    if (OPERATORS.has(piece)) {
      parts.push(piece as 'AND' | 'OR' | 'NOT')
      continue
    }
    const isQuoted = piece.startsWith('"')
    const isLast = index === pieces.length - 1
    const term = termOf(
      piece.replaceAll('"', ''),
      !isQuoted && (piece.endsWith('*') || (isLast && !/[/().-]/.test(piece))),
    )
    if (term !== null) parts.push(term)
  }
  return parts
}

/** Letters and digits only come out of wordsOf; the rest is escaped all the same. */
const escape = (word: string): string => word.replace(/[+\-!(){}[\]^"~*?:\\/&|<>=]/g, (sign) => `\\${sign}`)

function luceneOf({ words }: Term): string {
  return words.length > 1 ? `"${words.map(escape).join(' ')}"` : escape(words[0] ?? '')
}

function prefixOf(term: Term): string {
  const [word] = term.words
  return term.isPrefix && term.words.length === 1 && word !== undefined
    ? `(${escape(word)} OR ${escape(word)}*)`
    : luceneOf(term)
}

/** Words joined by AND unless OR stands between them; NOT excludes the next. Operators without a word are left out. */
function join(parts: readonly Part[], render: (term: Term) => string): string | null {
  const groups: string[][] = [[]]
  const excluded: string[] = []
  let isNegated = false
  for (const [index, part] of parts.entries()) {
    if (part === 'NOT') isNegated = true
    else if (part === 'OR') {
      const hasBefore = (groups.at(-1)?.length ?? 0) > 0
      if (hasBefore && parts.slice(index + 1).some((later) => typeof later === 'object')) groups.push([])
    } else if (part !== 'AND') {
      const text = render(part)
      if (isNegated) excluded.push(text)
      else groups.at(-1)?.push(text)
      isNegated = false
    }
  }
  const wanted = groups
    .filter((group) => group.length > 0)
    .map((group) => (group.length === 1 ? group[0] : `(${group.join(' AND ')})`))
  // Only exclusions ask for nothing: there is no list of everything that is not something.
  if (wanted.length === 0) return null
  const positive = wanted.length === 1 ? wanted[0] : `(${wanted.join(' OR ')})`
  return [`+${positive}`, ...excluded.map((text) => `-${text}`)].join(' ')
}

/** Understands a text. `english` and `khmer` are null where there is nothing to ask of that index. */
export function parseSearchText(text: string): SearchQuery {
  const parts = partsOf(text.slice(0, MAX_LENGTH).normalize('NFC'))
  const of = (isKhmer: boolean): Part[] => parts.filter((part) => typeof part === 'string' || part.isKhmer === isKhmer)
  const wanted = parts.filter((part, index): part is Term => typeof part === 'object' && parts[index - 1] !== 'NOT')
  const english = join(of(false), luceneOf)
  const isFuzzy = wanted.some(
    (term) => !term.isKhmer && term.words.some((word) => word.length >= 4 && !/\d/.test(word)),
  )
  const fuzzyTerm = (term: Term): string =>
    `(${term.words.map((word) => (word.length >= 4 && !/\d/.test(word) ? `${escape(word)}~${word.length >= 8 ? 2 : 1}` : escape(word))).join(' AND ')})`
  return {
    english,
    words: wanted.some(({ isPrefix, isKhmer }) => isPrefix && !isKhmer) ? join(of(false), prefixOf) : null,
    khmer: join(of(true), prefixOf),
    fuzzy: english !== null && isFuzzy ? join(of(false), fuzzyTerm) : null,
    terms: wanted,
    exact: fold(text.slice(0, MAX_LENGTH)),
  }
}
