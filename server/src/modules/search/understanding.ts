/** What an answer says of its text: whether typing errors were forgiven, what was found instead, what was not asked. */
import { fold, stemOf, wordsOf } from '../../../../graph/text/index.ts'
import type { Composer, TypeRules } from '../../cypher/composer.ts'
import { distance } from './distance.ts'
import type { Hits } from './hits.ts'
import {
  editsOf,
  MAX_CHARACTERS,
  MAX_WORDS,
  parseSearchText,
  type Notice,
  type NoticeCode,
  type SearchQuery,
  type Term,
} from './query.ts'

const MESSAGES: Record<NoticeCode, (part: string) => string> = {
  TEXT_CUT: () => `The text is longer than ${MAX_CHARACTERS} characters; what comes after them was not asked.`,
  WORDS_CUT: (part) =>
    `More than ${MAX_WORDS} words (or 50 paragraphs) were given; "${part}" and what comes after it was not asked.`,
  UNKNOWN_FIELD: (part) =>
    `"${part}:" is no field; both words were searched for as they are. Fields: name, text, theme, symbol, paragraph.`,
  NOT_CLOSED: (part) => `A ${part} has no counterpart; the text was read as if it had.`,
  OPERATOR_IGNORED: (part) => `${part} stands without a word to join; it was left out.`,
  TOO_DEEP: (part) => `Parentheses stand more than ${part} deep; the deepest were left out.`,
  NOTHING_ASKED: () => 'The text holds no word to search for.',
}

const readable = ({ code, part }: Notice): { code: NoticeCode; part: string | null; message: string } => ({
  code,
  part,
  message: MESSAGES[code](part ?? ''),
})

/** The rules of `isCorrected`, `correctedTo`, `understoodAs` and `notices`, wherever a list was found by texts. */
export function understandingRules(
  composer: Composer,
  texts: readonly string[],
  hits: Hits | null,
  options: { readonly asYouType?: boolean } = {},
): TypeRules {
  const queries = hits?.queries ?? texts.map((text) => parseSearchText(text, options))
  return {
    isCorrected: () => hits?.isCorrected() ?? 'false',
    correctedTo: () =>
      hits === null
        ? 'null'
        : `CASE WHEN ${hits.isCorrected()} THEN {texts: ${hits.correctionTexts()}, terms: ${composer.parameter(JSON.stringify(queries.flatMap(({ terms }) => terms)))}, shown: ${composer.parameter(shownOf(queries))}} END`,
    understoodAs: () => composer.parameter(shownOf(queries)),
    notices: () => composer.parameter(queries.flatMap(({ notices }) => notices.map(readable))),
  }
}

const shownOf = (queries: readonly SearchQuery[]): string =>
  queries.length === 1 ? (queries[0]?.shown ?? '') : queries.map(({ shown }) => `(${shown})`).join(' AND ')

/** The text with each word that does not stand in what was found replaced by the nearest that does. */
export function correct(shown: string, terms: readonly Term[], texts: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of texts.flatMap((text) => text.split(' '))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const stems = new Set([...counts.keys()].map(stemOf))
  const nearest = (word: string): string => {
    if (counts.has(word) || stems.has(stemOf(word)) || editsOf(word) === 0) return word
    const longer = [...counts].filter(([found]) => found.startsWith(word))
    const near = [...counts]
      .map(([found, count]) => ({ found, count, letters: distance(word, found, editsOf(word)) }))
      .filter(({ letters }) => letters <= editsOf(word))
      .sort((a, b) => a.letters - b.letters || b.count - a.count || (a.found < b.found ? -1 : 1))
    const [[beginsSo] = []] = longer.sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1))
    return near[0]?.found ?? beginsSo ?? word
  }
  const corrected = new Map(terms.flatMap(({ words }) => words.map((word) => [word, nearest(word)] as const)))
  // Word by word, so that operators, quotes and parentheses stay where they are.
  return shown.replace(/[\p{L}\p{M}\p{N}'’]+/gu, (word) => {
    const [only, ...others] = wordsOf(word)
    const found = only === undefined || others.length > 0 ? undefined : corrected.get(only)
    return found === undefined || found === fold(word) ? word : found
  })
}

/** `correctedTo` from what the statement put beside each other; null where nothing was corrected. */
export function readCorrectedTo(source: Readonly<Record<string, unknown>>, key: string): unknown {
  const raw = source[key] as { texts: string[]; terms: string; shown: string } | null | undefined
  return raw === null || raw === undefined ? null : correct(raw.shown, JSON.parse(raw.terms) as Term[], raw.texts)
}
