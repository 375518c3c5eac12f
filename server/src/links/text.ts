/**
 * Words of a text made comparable: stems with the place where each stands, names of treaties and institutions as one
 * term each, and a hash by which two texts are the same but for spelling, spaces and signs.
 */
import { createHash } from 'node:crypto'
import { stemmer } from 'stemmer'
import { hasKhmer } from '../../../graph/text/index.ts'
import { findNames } from './names.ts'

/** Characters of a text that is compared, at most: a chapter of a report. Comparing takes time in proportion. */
export const LONGEST_TEXT = 20_000

/** A word or name of a text. `start` and `end` are UTF-16 offsets into the text it was read from. */
export type Term = { readonly stem: string; readonly start: number; readonly end: number }

/** Words that say nothing of what is asked. Verbs that do (ratify, train, prosecute) are terms like any other. */
const STOP_WORDS = new Set(
  `a about above across after against all along also although among an and any are as at be because been before being
  below between both but by can could did do does during each either etc for from further had has have her hers him his
  how however i if in into is it its itself like may might more moreover most must nor not of on only or other others our
  out over own per same shall she should since so some such than that the their them then there therefore these they this
  those through thus to too under until up upon us very was we were what when where which while who whom whose why will
  with within without would you your
  accordance account additional appropriate aimed aiming as regard regarding relation relevant respect respectively
  necessary order particular particularly especially including include includes included inter alia namely well view
  continue continuing continued keep pursue further effort efforts step steps measure measures take taking undertake
  make making made ensure ensuring ensured guarantee guaranteeing consider considering possibility intensify strengthen
  strengthening enhance enhancing improve improving increase increasing promote promoting accelerate redouble all
  effective effectively full fully concrete possible soon state party government country national`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const WORD = /\p{L}+/gu
const khmerSegmenter = new Intl.Segmenter('km', { granularity: 'word' })

/** Lower case, no accents; the vowels of Khmer are marks too and stay. */
const foldWord = (word: string): string =>
  hasKhmer(word) ? word.normalize('NFC') : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Words that the stemmer makes one with others of another sense: minority and minor, corporal and corporation, adoptive and adopt. */
const OWN_STEMS: ReadonlyMap<string, string> = new Map([
  ...`minority nationality reporter trafficker corporal publication authority positive naturalization emergency executive adoptive
  humanity collective sensitive traveller communication accessibility criminal penal`
    .split(/\s+/)
    .flatMap((word): [string, string][] => [
      [word, word],
      [word.endsWith('y') ? `${word.slice(0, -1)}ies` : `${word}s`, word],
    ]),
  // Not access.
  ['accession', stemmer('accede')],
  ['accessions', stemmer('accede')],
])

const stems = new Map<string, string>()

/** The stem of a folded word; British and American endings meet. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const spelled = word.replace(/is(e[sdr]?|ing|ation)$/, 'iz$1').replace(/our(s?)$/, 'or$1')
  const stem = OWN_STEMS.get(spelled) ?? stemmer(spelled)
  // The words of a language are few; a damaged file's are not.
  if (stems.size < 200_000) stems.set(word, stem)
  return stem
}

export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)

/** Terms of a text in order; a name (see names.ts) is one term, and its words are not terms besides. May be empty. */
export function termsOf(text: string): Term[] {
  const names = findNames(text)
  const terms: Term[] = []
  let next = 0
  const addNamesBefore = (position: number): void => {
    for (let name = names[next]; name !== undefined && name.start < position; name = names[++next])
      terms.push({ stem: name.id, start: name.start, end: name.end })
  }
  const addWord = (word: string, start: number): void => {
    const end = start + word.length
    addNamesBefore(start)
    const name = names[next]
    const before = names[next - 1]
    if ((before !== undefined && start < before.end) || (name !== undefined && start >= name.start)) return
    const folded = foldWord(word)
    if (folded.length < 2 || isStopWord(folded)) return
    terms.push({ stem: stemOf(folded), start, end })
  }
  if (hasKhmer(text)) {
    for (const { segment, index, isWordLike } of khmerSegmenter.segment(text))
      if (isWordLike === true) addWord(segment, index)
  } else for (const match of text.matchAll(WORD)) addWord(match[0], match.index)
  addNamesBefore(Number.POSITIVE_INFINITY)
  return terms
}

/** Letters and digits in lower case, one space between words: texts that differ in nothing else are one wording. */
export const normalise = (text: string): string => (text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).map(foldWord).join(' ')

export const hashOf = (text: string): string => createHash('sha256').update(normalise(text)).digest('hex')
