/**
 * What full-text search finds a node by, derived from its own properties when it is written. One index (`search`) reads
 * all of them, so that words, phrases, beginnings and Khmer can be asked for together; see graph/README.md, Search.
 */
import { createHash } from 'node:crypto'
import type { Label, SearchProperty } from '../model/nodes.ts'
import { fold, hasKhmer, latinDigits, wordsOf, wordsOfFolded } from './fold.ts'
import { stemOf } from './stem.ts'

type FoundBy = {
  readonly names: readonly string[]
  readonly texts: readonly string[]
  readonly symbols: readonly string[]
  /** Names that nobody wrote down: a word in front of a number. */
  readonly madeNames?: (properties: Readonly<Record<string, unknown>>) => readonly string[]
}

/** A word before the value of a property; nothing where it has none. */
const before =
  (word: string, name: string) =>
  (properties: Readonly<Record<string, unknown>>): string[] =>
    textsOf(properties[name]).map((value) => `${word} ${value}`)

/** Properties of each label: its names, its running text, and the symbols and codes that stand for it. */
const FOUND_BY: Partial<Record<Label, FoundBy>> = {
  State: { names: ['name', 'nameKm'], texts: [], symbols: ['code'] },
  Mechanism: { names: ['name', 'nameKm'], texts: ['treaty'], symbols: ['code'] },
  ReviewDocument: { names: ['title', 'nameKm'], texts: ['cycle', 'year'], symbols: ['symbol'] },
  Recommendation: { names: [], texts: ['summary', 'text'], symbols: [] },
  Right: { names: ['name', 'shortTitle', 'nameKm'], texts: [], symbols: [], madeNames: before('article', 'article') },
  RightsCluster: { names: ['shortTitle', 'nameKm'], texts: ['treaty'], symbols: [] },
  Treaty: { names: ['name', 'nameKm'], texts: [], symbols: ['code'] },
  Theme: { names: ['name', 'nameKm', 'aliases'], texts: [], symbols: [] },
  AffectedGroup: { names: ['name', 'nameKm'], texts: [], symbols: [] },
  SdgTarget: { names: ['shortTitle', 'nameKm'], texts: [], symbols: [], madeNames: before('SDG', 'target') },
  GovernmentBody: { names: ['name', 'nameKm'], texts: ['mandateSummary'], symbols: ['acronym'] },
  WorkingGroup: {
    names: ['name', 'nameKm'],
    texts: [],
    symbols: [],
    madeNames: (properties) => ['thematic working group', ...before('TWG', 'number')(properties)],
  },
  Organisation: { names: ['name', 'nameKm'], texts: ['note'], symbols: ['acronym'] },
  Initiative: { names: ['nameKm'], texts: ['summary', 'category'], symbols: ['number'] },
  Event: { names: ['title', 'nameKm'], texts: ['chair', 'participants'], symbols: [] },
  Deadline: { names: ['what', 'nameKm'], texts: ['who'], symbols: [] },
  Indicator: { names: ['name', 'nameKm'], texts: [], symbols: [] },
  Resource: { names: ['title', 'nameKm'], texts: ['description'], symbols: ['symbol'] },
}
export const SEARCHABLE_LABELS = Object.keys(FOUND_BY) as Label[]

/** What a node is found by that others say: the themes of a recommendation, its document's symbol. */
export type FoundWith = {
  /** Symbol of the document a recommendation stands in. */
  readonly documentSymbol?: string | null
  /** Words that stand for the document: mechanism and year, `CRC 2011`. */
  readonly document?: string | null
  readonly themes?: readonly (string | null)[]
}

/**
 * A word that stands for a whole text: names, acronyms and symbols are found exactly by it. Letters and digits only, so
 * that the index keeps it in one piece.
 */
export const exactKey = (text: string): string =>
  `k${createHash('sha256').update(wordsOf(text).join(' ')).digest('hex').slice(0, 16)}`

/** The exact key of a paragraph, by its own longest key, of the document with this symbol. */
export const placeKey = (symbol: string, paragraphKey: string): string =>
  exactKey(`${symbol} paragraph ${paragraphKey}`)

/**
 * Words that stand for a paragraph and for all it is part of: `41(b)` gives `p41x0` and `p41xbx0`, so that paragraph 41
 * is asked for with its letters, and 118 with 118.2. The end is marked: 4 is no beginning of 41.
 */
export function paragraphKeys(paragraph: string): string[] {
  const parts =
    latinDigits(paragraph)
      .toLowerCase()
      .match(/\d+|[a-z]+/g) ?? []
  return parts.map((_part, index) => `p${parts.slice(0, index + 1).join('x')}x0`)
}

const textsOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (typeof value === 'number') return [String(value)]
  return typeof value === 'string' && value !== '' ? [value] : []
}

const joined = (words: readonly string[]): string | null => (words.length === 0 ? null : words.join(' '))
const stemmed = (words: readonly string[]): string | null => joined(words.map(stemOf))

/** The derived properties of a node; null where it has nothing of the kind, so that an old value goes. */
export function searchProperties(
  label: Label,
  properties: Readonly<Record<string, unknown>>,
  others: FoundWith = {},
): Record<SearchProperty, string | null> {
  const found = FOUND_BY[label] ?? { names: [], texts: [], symbols: [] }
  const of = (names: readonly string[]): string[] => names.flatMap((name) => textsOf(properties[name]))
  const names = [...of(found.names), ...(found.madeNames?.(properties) ?? [])]
  const texts = of(found.texts)
  const ownSymbols = of(found.symbols)
  const symbols = [...ownSymbols, ...textsOf(others.documentSymbol), ...textsOf(others.document)]
  const themes = textsOf(others.themes)
  const latin = (all: readonly string[]): string[] =>
    [...new Set(all.map(fold))].filter((one) => !hasKhmer(one)).flatMap(wordsOfFolded)
  const text = latin(texts)
  const name = latin([...names, ...ownSymbols])
  const theme = latin(themes)
  const paragraph = typeof properties['paragraph'] === 'string' ? properties['paragraph'] : ''
  const keys = [...names, ...ownSymbols].filter((one) => wordsOf(one).length > 0).map(exactKey)
  const place = paragraphKeys(paragraph).at(-1)
  if (place !== undefined && others.documentSymbol) keys.push(placeKey(others.documentSymbol, place))
  return {
    searchText: joined(text),
    searchName: joined(name),
    searchTheme: joined(theme),
    searchSymbol: joined(latin(symbols)),
    searchParagraph: joined(paragraphKeys(paragraph)),
    searchExact: joined([...new Set(keys)]),
    searchKm: joined([...texts, ...names, ...themes].filter(hasKhmer).flatMap(wordsOf)),
    stemText: stemmed(text),
    stemName: stemmed(name),
    stemTheme: stemmed(theme),
  }
}

/** Derived properties that running text fills. */
type OfText = 'searchText' | 'stemText' | 'searchKm'

/**
 * The derived properties of a recommendation to which another source has added a text, the words of `before` (what it had
 * added earlier, or null) taken out. Texts are folded or not.
 */
export function withAddedText(
  held: Readonly<Record<string, unknown>>,
  added: string,
  before: string | null = null,
): Record<OfText, string | null> {
  const words = searchProperties('Recommendation', { text: added })
  const earlier = searchProperties('Recommendation', { text: before })
  const of = (name: OfText): string | null => {
    const [now, then] = [String(held[name] ?? ''), earlier[name]]
    const rest =
      then === null ? now : now === then ? '' : now.endsWith(` ${then}`) ? now.slice(0, -then.length - 1) : now
    return joined([rest, words[name] ?? ''].filter((one) => one !== ''))
  }
  return { searchText: of('searchText'), stemText: of('stemText'), searchKm: of('searchKm') }
}
