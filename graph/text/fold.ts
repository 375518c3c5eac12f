/**
 * Text made comparable, the same way when it is written and when it is asked for.
 * Rules for Khmer: spellings that look alike on screen become one (a list of ours, see graph/README.md).
 */

const COENG = '\u17D2'
const ZERO_WIDTH_SPACE = /\u200B/g
const KHMER = /[\u1780-\u17FF]/

export const hasKhmer = (text: string): boolean => KHMER.test(text)

/** Khmer digits as Latin ones: symbols and paragraphs may be typed either way. */
export const latinDigits = (text: string): string =>
  text.replace(/[\u17E0-\u17E9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0x17e0 + 48))

/** One spelling for Khmer sequences that look alike: coeng DA as TA, ឲ as ឱ, coeng RO last, ំុ as ុំ. */
function unifyKhmer(text: string): string {
  return text
    .replaceAll(`${COENG}\u178A`, `${COENG}\u178F`)
    .replaceAll('\u17B2', '\u17B1')
    .replace(/\u17D2\u179A(\u17D2[\u1780-\u17A2])/g, `$1${COENG}\u179A`)
    .replaceAll('\u17C6\u17BB', '\u17BB\u17C6')
}

/** Plain ASCII: nothing of it is composed, accented or Khmer. Most texts are, and folding them so takes a fifth of the time. */
const ASCII = /^\p{ASCII}*$/u

/** Lower case, no accents, one spelling, plain spaces: for comparing and for the index. Order and words stay. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/\s+/g, ' ').trim()
  const latin = latinDigits(text.normalize('NFC').replace(ZERO_WIDTH_SPACE, ''))
  return unifyKhmer(
    latin
      .normalize('NFD')
      .replace(/[\u0300-\u036F]/g, '')
      .normalize('NFC'),
  )
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

const segmenter = new Intl.Segmenter('km', { granularity: 'word' })

export type Segment = { readonly segment: string; readonly isWord: boolean }

/** A text cut into words and what stands between them, all of it: Khmer by dictionary, everything else at spaces and signs. */
export function segmentsOf(text: string): Segment[] {
  // The standard leaves letters joined at these signs: a sentence that ends without a space would hide two words.
  const apart = text.replace(/(?<=\p{L})[.:_](?=\p{L})/gu, ' ')
  return [...segmenter.segment(apart)].map(({ segment, index, isWordLike }) => ({
    segment: text.slice(index, index + segment.length),
    isWord: isWordLike === true,
  }))
}

/** Folded text whose words the expression below finds as the segmenter does (UAX 29): ASCII but the underscore, quotes, dashes. */
const PLAIN = /^[\x20-\x5E\x60-\x7E\u2010-\u2015\u2018-\u201D\u2022\u2026]*$/
/** Letters and digits; an apostrophe joins letters, and it, a point, a comma or a semicolon joins digits. */
const PLAIN_WORD =
  /[a-z0-9]+(?:(?:(?<=[a-z])['\u2018\u2019](?=[a-z])|(?<=[0-9])[.,;'\u2018\u2019](?=[0-9]))[a-z0-9]+)*/g

/**
 * The words of a text in order, folded. Most texts need no dictionary: cutting them by an expression takes a tenth of the
 * segmenter's time, which was half of an import's. A test holds the two to each other.
 */
export const wordsOf = (text: string): string[] => wordsOfFolded(fold(text))

/** The same for a text that is folded already. */
export function wordsOfFolded(folded: string): string[] {
  if (PLAIN.test(folded)) return folded.match(PLAIN_WORD) ?? []
  return segmentsOf(folded).flatMap(({ segment, isWord }) => (isWord ? [segment] : []))
}
