/**
 * What a person typed, understood. The language is documented where it is used: `Query.search` in `schema.graphql`.
 *
 * A text is read into a tree of words, phrases, paragraphs, AND, OR, NOT and parentheses; the tree is written as a Lucene
 * query over the properties of the index `search`. Whatever the text, that query is well formed: nothing of the input
 * reaches Lucene but single words in quotes.
 */
import {
  exactKey,
  hasKhmer,
  isStopWord,
  latinDigits,
  paragraphKeys,
  placeKey,
  stemOf,
  wordsOf,
} from '../../../../graph/text/index.ts'

/** Longer texts are cut here, which the answer says: nobody types more, and a question must end. */
export const MAX_CHARACTERS = 1_000
/** Words of a text that are asked for; Lucene takes 1,024 clauses in all. */
export const MAX_WORDS = 40
/** Parentheses within parentheses. */
const MAX_DEPTH = 20
/** Paragraphs of one range. */
const MAX_PARAGRAPHS = 50
/** Words in which typing errors are forgiven: Lucene opens each into up to 50 in every property. */
const MAX_FORGIVEN = 5

/** Fields a word can be restricted to, with the properties of the index that hold it. */
const FIELDS = {
  name: { words: ['searchName'], stems: ['stemName'] },
  text: { words: ['searchText'], stems: ['stemText'] },
  theme: { words: ['searchTheme'], stems: ['stemTheme'] },
  symbol: { words: ['searchSymbol'], stems: ['searchSymbol'] },
  paragraph: { words: ['searchParagraph'], stems: ['searchParagraph'] },
} as const
export type Field = keyof typeof FIELDS
const ALIASES: Readonly<Record<string, Field>> = {
  ...(Object.fromEntries(Object.keys(FIELDS).map((name) => [name, name])) as Record<Field, Field>),
  summary: 'text',
  para: 'paragraph',
}
/** Without a field: all of them, a name weighing twice. */
const EVERYWHERE = {
  words: ['searchText', 'searchName^2', 'searchTheme', 'searchSymbol'],
  stems: ['stemText', 'stemName^2', 'stemTheme', 'searchSymbol'],
} as const

/** A word, a phrase or a paragraph that is asked for. */
export type Term = {
  /** A `compound` is words joined by signs (`follow-up`, a symbol): in order, but in any of their forms. */
  readonly kind: 'word' | 'phrase' | 'compound' | 'prefix' | 'paragraph'
  /** Folded words in order; of a paragraph its keys, any of them. */
  readonly words: readonly string[]
  readonly field: Field | null
}

type Tree =
  | { readonly kind: 'term'; readonly term: Term; readonly shown: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Tree[] }
  | { readonly kind: 'not'; readonly part: Tree }

export type NoticeCode =
  'TEXT_CUT' | 'WORDS_CUT' | 'UNKNOWN_FIELD' | 'NOT_CLOSED' | 'OPERATOR_IGNORED' | 'NOTHING_ASKED' | 'TOO_DEEP'
/** What of a text was not asked, or otherwise than it stands. */
export type Notice = { readonly code: NoticeCode; readonly part: string | null }

export type SearchQuery = {
  /** What matches, as Lucene has it, with what is exact or a name in front; null where the text asks for nothing. */
  readonly lucene: string | null
  /** The same with typing errors forgiven, for when nothing matches; null where no word is long enough. */
  readonly forgiving: string | null
  /** What is to be lit: every term that is asked for and not excluded. */
  readonly terms: readonly Term[]
  readonly notices: readonly Notice[]
  /** The text as it was understood, in the same language. */
  readonly shown: string
}

type Token =
  | { readonly kind: '(' | ')' | 'AND' | 'OR' | 'NOT' }
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'quoted' | 'bare'; readonly text: string }
  | { readonly kind: 'paragraphs'; readonly keys: readonly string[]; readonly shown: string }

const NUMBER = String.raw`\d+(?:\.\w+)*(?:\s?\([a-z0-9]{1,4}\))*[a-z]?`
const BETWEEN = String.raw`\s*(?:,\s*(?:and\s+)?|and\s+|&|to\s+|until\s+|-|–|—|និង|ដល់)\s*`
const PARAGRAPHS = new RegExp(
  String.raw`(?:paragraphs?|paras?\.?|¶{1,2}|§{1,2}|កថាខណ្ឌ(?:ទី)?)\s*(${NUMBER}(?:${BETWEEN}${NUMBER})*)(?![\w/])`,
  'iuy',
)
/** A run without spaces, quotes and parentheses, but for the letters behind a number: `41(b)`. */
const BARE = /^[^\s"“”„«»()¶§]+/
const NUMBERED = /^[^\s"“”„«»()¶§]*\d(?:\([a-z0-9]{1,4}\))+/i
const QUOTES: Readonly<Record<string, string>> = { '"': '"', '“': '”', '”': '”', '„': '“', '«': '»' }

/** The paragraphs of `41 to 43, 50(b)`: a range opens into its whole numbers. */
function paragraphsOf(text: string): { paragraphs: string[]; isCut: boolean } {
  const paragraphs: string[] = []
  let isCut = false
  const pieces = text.matchAll(new RegExp(`(${BETWEEN})?(${NUMBER})`, 'giu'))
  for (const [, between = '', number = ''] of pieces) {
    const paragraph = number.replace(/\s/g, '')
    const [from, to] = [Number(paragraphs.at(-1)), Number(paragraph)]
    if (/to|until|-|–|—|ដល់/i.test(between) && Number.isInteger(from) && Number.isInteger(to) && to > from) {
      const last = Math.min(to, from + MAX_PARAGRAPHS - 1)
      for (let one = from + 1; one <= last; one += 1) paragraphs.push(String(one))
      isCut ||= last < to
    } else paragraphs.push(paragraph)
  }
  return { paragraphs: paragraphs.slice(0, MAX_PARAGRAPHS), isCut: isCut || paragraphs.length > MAX_PARAGRAPHS }
}

const lastKey = (paragraph: string): string => paragraphKeys(paragraph).at(-1) ?? ''

function tokensOf(text: string, notices: Notice[]): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const sign = text[at] ?? ''
    if (/\s/.test(sign)) {
      at += 1
      continue
    }
    if (sign === '(' || sign === ')') {
      tokens.push({ kind: sign })
      at += 1
      continue
    }
    const closing = QUOTES[sign]
    if (closing !== undefined) {
      const found = text.indexOf(closing, at + 1)
      const end = found < 0 ? text.length : found
      if (found < 0 && wordsOf(text.slice(at)).length > 0) notices.push({ code: 'NOT_CLOSED', part: sign })
      tokens.push({ kind: 'quoted', text: text.slice(at + 1, end) })
      at = end + 1
      continue
    }
    PARAGRAPHS.lastIndex = at
    const place = PARAGRAPHS.exec(text)
    if (place !== null) {
      const { paragraphs, isCut } = paragraphsOf(place[1] ?? '')
      if (isCut) notices.push({ code: 'WORDS_CUT', part: place[0] })
      tokens.push({
        kind: 'paragraphs',
        keys: paragraphs.map(lastKey),
        shown: `paragraph:${paragraphs.join(' OR paragraph:')}`,
      })
      at += place[0].length
      continue
    }
    const field = /^([a-z]{2,20}):(?=[^\s:/])/i.exec(text.slice(at, at + 22))
    if (field?.[1] !== undefined) {
      const known = ALIASES[field[1].toLowerCase()]
      if (known !== undefined) {
        tokens.push({ kind: 'field', field: known })
        at += field[0].length
        continue
      }
      notices.push({ code: 'UNKNOWN_FIELD', part: field[1] })
      tokens.push({ kind: 'bare', text: field[1] })
      at += field[0].length
      continue
    }
    const rest = text.slice(at)
    const [piece = sign] = NUMBERED.exec(rest) ?? BARE.exec(rest) ?? []
    at += piece.length
    if (piece === 'AND' || piece === 'OR' || piece === 'NOT') tokens.push({ kind: piece })
    else tokens.push({ kind: 'bare', text: piece })
  }
  return withoutDeepest(tokens, notices)
}

/** Leaves out the parentheses that stand too deep, each with its counterpart; what is in them joins what is around them. */
function withoutDeepest(tokens: readonly Token[], notices: Notice[]): Token[] {
  let depth = 0
  let isTooDeep = false
  const kept = tokens.filter(({ kind }) => {
    if (kind === '(') depth += 1
    const isKept = (kind !== '(' && kind !== ')') || depth <= MAX_DEPTH
    if (kind === ')' && depth > 0) depth -= 1
    isTooDeep ||= !isKept
    return isKept
  })
  if (isTooDeep) notices.push({ code: 'TOO_DEEP', part: String(MAX_DEPTH) })
  return kept
}

/** Reads tokens into a tree: NOT binds first, then AND, which also stands between words by themselves, then OR. */
class Reader {
  readonly #tokens: readonly Token[]
  readonly notices: Notice[]
  readonly #asYouType: boolean
  #at = 0
  #words = 0

  constructor(tokens: readonly Token[], notices: Notice[], asYouType: boolean) {
    this.#tokens = tokens
    this.notices = notices
    this.#asYouType = asYouType
  }

  read(): Tree | null {
    const parts: Tree[] = []
    while (this.#at < this.#tokens.length) {
      const part = this.#or(null)
      if (part !== null) parts.push(part)
      // Only a parenthesis too many stops before the end.
      if (this.#tokens[this.#at]?.kind === ')') {
        this.#note('NOT_CLOSED', ')')
        this.#at += 1
      }
    }
    return join('and', parts)
  }

  #note(code: NoticeCode, part: string | null): void {
    if (!this.notices.some((one) => one.code === code && one.part === part)) this.notices.push({ code, part })
  }

  #or(field: Field | null): Tree | null {
    const parts: Tree[] = []
    for (let isFirst = true; ; isFirst = false) {
      const part = this.#and(field)
      if (part !== null) parts.push(part)
      const isOr = this.#tokens[this.#at]?.kind === 'OR'
      if (part === null && (isOr || !isFirst)) this.#note('OPERATOR_IGNORED', 'OR')
      if (!isOr) return join('or', parts)
      this.#at += 1
    }
  }

  #and(field: Field | null): Tree | null {
    const parts: Tree[] = []
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token === undefined || token.kind === ')' || token.kind === 'OR') return join('and', parts)
      if (token.kind === 'AND') {
        this.#at += 1
        const next = this.#tokens[this.#at]?.kind
        if (parts.length === 0 || next === undefined || next === ')' || next === 'OR' || next === 'AND')
          this.#note('OPERATOR_IGNORED', 'AND')
        continue
      }
      const part = this.#not(field)
      if (part !== null) parts.push(part)
    }
  }

  #not(field: Field | null): Tree | null {
    let isNegated = false
    while (this.#tokens[this.#at]?.kind === 'NOT') {
      isNegated = !isNegated
      this.#at += 1
    }
    const token = this.#tokens[this.#at]
    if (token === undefined || token.kind === ')' || token.kind === 'AND' || token.kind === 'OR') {
      this.#note('OPERATOR_IGNORED', 'NOT')
      return null
    }
    const part = this.#primary(field)
    return part !== null && isNegated ? { kind: 'not', part } : part
  }

  #primary(field: Field | null): Tree | null {
    const token = this.#tokens[this.#at]
    this.#at += 1
    switch (token?.kind) {
      case '(': {
        const inner = this.#or(field)
        if (this.#tokens[this.#at]?.kind === ')') this.#at += 1
        else this.#note('NOT_CLOSED', '(')
        return inner
      }
      case 'field': {
        const next = this.#tokens[this.#at]?.kind
        return next === undefined || next === ')' ? null : this.#primary(token.field)
      }
      case 'paragraphs':
        return this.#counted(token.keys.length === 0 ? 0 : 1, token.shown, {
          kind: 'term',
          term: { kind: 'paragraph', words: token.keys, field: null },
          shown: token.shown,
        })
      case 'quoted':
      case 'bare':
        return this.#term(token, field)
      default:
        return null
    }
  }

  /** The part, or null where the text has had its words; what is left out is noted. */
  #counted(words: number, shown: string, part: Tree): Tree | null {
    if (words === 0) return null
    if (this.#words + words > MAX_WORDS) {
      this.#note('WORDS_CUT', shown.slice(0, 60))
      return null
    }
    this.#words += words
    return part
  }

  #term({ kind, text }: { readonly kind: 'quoted' | 'bare'; readonly text: string }, field: Field | null): Tree | null {
    const words = wordsOf(text)
    const named = field === null ? '' : `${field}:`
    if (field === 'paragraph') {
      const keys = [lastKey(text)].filter((key) => key !== '')
      const shown = `paragraph:${text}`
      return this.#counted(keys.length, shown, { kind: 'term', term: { kind: 'paragraph', words: keys, field }, shown })
    }
    const isKhmer = hasKhmer(text)
    const isPrefix =
      kind === 'bare' &&
      words.length === 1 &&
      (text.endsWith('*') ||
        (this.#asYouType && this.#at === this.#tokens.length && field !== 'symbol' && (text.length > 1 || isKhmer)))
    const isCompound = kind === 'bare' && !isKhmer && words.length > 1
    const isPhrase = kind === 'quoted' || isCompound
    const shown = isCompound
      ? named + text
      : isPhrase
        ? `${named}"${words.join(' ')}"`
        : named + words.join(' ') + (text.endsWith('*') ? '*' : '')
    // Khmer has no spaces: the words of a run are asked for one by one, like words with spaces between them.
    const terms = (isPhrase ? [words] : words.map((word) => [word])).filter((one) => one.length > 0)
    const parts = terms.map((one): Tree => {
      const term: Term = {
        kind: isCompound ? 'compound' : isPhrase ? 'phrase' : isPrefix ? 'prefix' : 'word',
        words: one,
        field,
      }
      return { kind: 'term', term, shown: terms.length === 1 ? shown : named + one.join(' ') }
    })
    const part = join('and', parts)
    return part === null ? null : this.#counted(words.length, shown, part)
  }
}

function join(kind: 'and' | 'or', parts: readonly Tree[]): Tree | null {
  const [first] = parts
  if (first === undefined) return null
  return parts.length === 1 ? first : { kind, parts }
}

const isStop = (tree: Tree): boolean => {
  if (tree.kind === 'term') return tree.term.kind === 'word' && tree.term.words.every(isStopWord)
  return tree.kind === 'not' ? false : tree.parts.every(isStop)
}

/** Without the words that English search passes over, unless nothing else would be left. */
function withoutStopWords(tree: Tree): Tree {
  if (tree.kind === 'term') return tree
  if (tree.kind === 'not') return { ...tree, part: withoutStopWords(tree.part) }
  const parts = tree.parts.map(withoutStopWords)
  const left = tree.kind === 'and' ? parts.filter((part) => !isStop(part)) : parts
  return join(tree.kind, left) ?? { ...tree, parts }
}

/** The terms asked for; those under a NOT are not. */
function wantedOf(tree: Tree, isWanted = true): Term[] {
  if (tree.kind === 'term') return isWanted ? [tree.term] : []
  if (tree.kind === 'not') return wantedOf(tree.part, !isWanted)
  return tree.parts.flatMap((part) => wantedOf(part, isWanted))
}

const showOf = (tree: Tree): string => {
  if (tree.kind === 'term') return tree.shown
  if (tree.kind === 'not') return `NOT ${tree.part.kind === 'term' ? showOf(tree.part) : `(${showOf(tree.part)})`}`
  const parts = tree.parts.map((part) =>
    part.kind === 'or' && tree.kind === 'and' ? `(${showOf(part)})` : showOf(part),
  )
  return parts.join(tree.kind === 'or' ? ' OR ' : ' ')
}

/** Weights that put what is exact before names, and names before words in a text: no sum of words reaches them. */
const EXACT_WEIGHT = 10_000
const NAME_WEIGHT = 20

const quoted = (words: readonly string[]): string => `"${words.map((word) => word.replace(/["\\]/g, '')).join(' ')}"`
/** A word that stands outside quotes, every sign in it escaped. */
const escaped = (word: string): string => word.replace(/[^\p{L}\p{M}\p{N}]/gu, (sign) => `\\${sign}`)

/** A value in any of the properties; a weight stands behind it. */
function inAny(properties: readonly string[], value: string): string {
  const clauses = properties.map((property) => {
    const [name = property, weight] = property.split('^')
    return `${name}:${value}${weight === undefined ? '' : `^${weight}`}`
  })
  return clauses.length === 1 ? (clauses[0] ?? '') : `(${clauses.join(' ')})`
}

type Places = { readonly words: readonly string[]; readonly stems: readonly string[] }
const placesOf = ({ field, words }: Term): Places =>
  words.some(hasKhmer) ? { words: ['searchKm'], stems: ['searchKm'] } : field === null ? EVERYWHERE : FIELDS[field]

function exactly(term: Term): string {
  const { words, stems } = placesOf(term)
  const [word = ''] = term.words
  switch (term.kind) {
    case 'paragraph':
      return term.words.length === 1
        ? `searchParagraph:${quoted(term.words)}`
        : `(${term.words.map((key) => `searchParagraph:${quoted([key])}`).join(' ')})`
    case 'phrase':
      return inAny(words, quoted(term.words))
    case 'compound': {
      // A symbol has no other forms.
      const [symbols, others] = [true, false].map((isSymbol) =>
        stems.filter((name) => name.startsWith('searchSymbol') === isSymbol),
      )
      const clauses = [
        ...(others?.length ? [inAny(others, quoted(term.words.map(stemOf)))] : []),
        ...(symbols?.length ? [inAny(symbols, quoted(term.words))] : []),
      ]
      return clauses.length === 1 ? (clauses[0] ?? '') : `(${clauses.join(' ')})`
    }
    case 'prefix':
      return `(${inAny(stems, quoted([stemOf(word)]))} ${inAny(words, `${escaped(word)}*`)})`
    case 'word':
      return inAny(stems, quoted([stemOf(word)]))
  }
}

/** Whether typing errors may be forgiven in a word, and how many letters: Lucene counts a swap of two as one. */
export const editsOf = (word: string): 0 | 1 | 2 => (word.length < 4 || /\d/.test(word) ? 0 : word.length < 8 ? 1 : 2)

/** Properties looked through for words with typing errors; without stems, which are too far from what was typed. */
const FORGIVING = {
  all: ['searchText', `searchName^${NAME_WEIGHT}`, 'searchTheme'],
  name: ['searchName'],
  text: ['searchText'],
  theme: ['searchTheme'],
} as const

/** A term with typing errors forgiven; a word may also be the beginning of what was meant. */
function forgivingly(term: Term): string {
  const { field } = term
  if (field === 'symbol' || field === 'paragraph') return exactly(term)
  const properties = term.words.some(hasKhmer) ? ['searchKm'] : field === null ? FORGIVING.all : FORGIVING[field]
  const words = term.words.map((word) => {
    const edits = editsOf(word)
    const plain = exactly({ ...term, kind: 'word', words: [word] })
    return edits === 0
      ? plain
      : `(${plain} ${inAny(properties, `${escaped(word)}~${edits}`)} ${inAny(properties, `${escaped(word)}*`)})`
  })
  return words.length === 1 ? (words[0] ?? '') : `(${words.map((word) => `+${word}`).join(' ')})`
}

const isForgivable = ({ kind, field }: Term): boolean =>
  kind !== 'paragraph' && field !== 'symbol' && field !== 'paragraph'

/** The tree as Lucene has it. A group of exclusions alone is everything but them. */
function luceneOf(tree: Tree, render: (term: Term) => string): string {
  switch (tree.kind) {
    case 'term':
      return render(tree.term)
    case 'or':
      return `(${tree.parts.map((part) => luceneOf(part, render)).join(' ')})`
    case 'not':
      return `(+*:* -${luceneOf(tree.part, render)})`
    case 'and': {
      const clauses = tree.parts.map((part) =>
        part.kind === 'not' ? `-${luceneOf(part.part, render)}` : `+${luceneOf(part, render)}`,
      )
      const everything = tree.parts.every(({ kind }) => kind === 'not') ? '+*:* ' : ''
      return `(${everything}${clauses.join(' ')})`
    }
  }
}

/** What goes in front: the thing of this very name, acronym or symbol; the paragraph of the document; names with all the words. */
function inFront(text: string, wanted: readonly Term[]): string {
  const keys = wordsOf(text).length > 0 ? [exactKey(text)] : []
  const symbols = wanted.filter(({ kind, words }) => kind === 'compound' && words.length > 2)
  for (const { words: paragraphs } of wanted.filter(({ kind }) => kind === 'paragraph'))
    for (const { words } of symbols) keys.push(...paragraphs.map((key) => placeKey(words.join(' '), key)))
  const isNamed = ({ kind, field, words }: Term): boolean =>
    kind !== 'paragraph' && field === null && !words.some(hasKhmer)
  const names = wanted.every(isNamed) ? wanted.map((term) => `+${exactly({ ...term, field: 'name' })}`) : []
  return [
    ...keys.map((key) => ` searchExact:${quoted([key])}^${EXACT_WEIGHT}`),
    ...(names.length > 0 ? [` (${names.join(' ')})^${NAME_WEIGHT}`] : []),
  ].join('')
}

/** Terms in which typing errors are forgiven: the first, up to the number of words that Lucene bears. */
function forgivenOf(terms: readonly Term[]): ReadonlySet<Term> {
  let words = 0
  return new Set(
    terms.filter((term) => {
      const open = isForgivable(term) ? term.words.filter((word) => editsOf(word) > 0).length : 0
      if (open === 0 || words + open > MAX_FORGIVEN) return false
      words += open
      return true
    }),
  )
}

/** Understands a text; `asYouType`: the last word may be the beginning of a longer one. */
export function parseSearchText(text: string, { asYouType = false }: { asYouType?: boolean } = {}): SearchQuery {
  const notices: Notice[] = []
  const whole = latinDigits(text.normalize('NFC'))
  let cut = whole
  if (whole.length > MAX_CHARACTERS) {
    const upTo = whole.slice(0, MAX_CHARACTERS)
    // Not in the middle of a word, where there is a space to cut at.
    cut = upTo.replace(/(?<=\s)\S*$/, '') || upTo
    notices.push({ code: 'TEXT_CUT', part: String(MAX_CHARACTERS) })
  }
  const read = new Reader(tokensOf(cut, notices), notices, asYouType).read()
  if (read === null) {
    notices.push({ code: 'NOTHING_ASKED', part: null })
    return { lucene: null, forgiving: null, terms: [], notices, shown: '' }
  }
  const tree = withoutStopWords(read)
  const terms = wantedOf(tree)
  const forgiven = forgivenOf(terms)
  const forgive = (term: Term): string => (forgiven.has(term) ? forgivingly(term) : exactly(term))
  return {
    lucene: `+${luceneOf(tree, exactly)}${inFront(cut, terms)}`,
    forgiving: forgiven.size === 0 ? null : `+${luceneOf(tree, forgive)}`,
    terms,
    notices,
    shown: showOf(tree),
  }
}
