/** The number, the heading and the cited paragraphs that UN texts carry inside their words. */

export type Numbered = {
  /** `26.49`, `41`, `41(b)`; null where the text begins with none. */
  readonly paragraph: string | null
  /** Words in front of the number ("Rural women 49.The Committee …"); null where there are none. */
  readonly heading: string | null
  readonly text: string
}

/** "118.26 ", "118.26. ", "82.64 (b) ", "118.26(b): ". */
const UPR_NUMBER = /^\s*(\d{1,3}(?:\.\d{1,3})+)\s?(\([a-z]\))?[.:)]?\s*(?=[^\d\s])/
/** Where a list counts by plain numbers: "26. Ratify". */
const PLAIN_NUMBER = /^\s*(\d{1,3})\s?(\([a-z]\))?[.:)]\s*(?=[^\d\s])/

/** Number in front of a recommendation of the Universal Periodic Review. */
export function readUprNumber(text: string): Numbered {
  const found = UPR_NUMBER.exec(text) ?? PLAIN_NUMBER.exec(text)
  if (found === null) return { paragraph: null, heading: null, text: text.trim() }
  return { paragraph: `${found[1]}${found[2] ?? ''}`, heading: null, text: text.slice(found[0].length).trim() }
}

/** A heading is at most this long; the number that follows it is the paragraph's. */
const HEADING_LENGTH = 200
/** Words after which a number with a point is a reference, not the paragraph's number. */
const REFERS =
  /\b(?:art|arts|article|articles|para|paras|paragraph|paragraphs|no|nos|rule|goal|target|chap|chapter|and|to)\.?\s*$/i

/** Number in front of a paragraph of concluding observations, behind its heading where it has one. */
export function readParagraphNumber(text: string): Numbered {
  const none: Numbered = { paragraph: null, heading: null, text: text.trim() }
  const number = /(^|\s)(\d{1,3})\.(?!\d)\s*(?=[^\d\s])/g
  for (let found = number.exec(text); found !== null && found.index <= HEADING_LENGTH; found = number.exec(text)) {
    const heading = text.slice(0, found.index).trim()
    if (REFERS.test(heading)) continue
    // A sentence in front is no heading: the number then stands inside the text.
    if (/[.;:]\s|\.$/.test(heading) || heading.split(/\s+/).length > 25) return none
    let paragraph = found[2] ?? ''
    let words = text.slice(found.index + found[0].length).trim()
    const letter = /^\(([a-z])\)\s*/.exec(words)
    // "41. (b) …" alone is a part; "41. (a) …; (b) …" is the paragraph with its parts.
    if (letter !== null && !/\s\([a-z]\)\s/.test(words.slice(letter[0].length))) {
      paragraph += `(${letter[1]})`
      words = words.slice(letter[0].length)
    }
    return { paragraph, heading: heading === '' ? null : heading, text: words }
  }
  return none
}

/** Paragraphs of the same document that a text cites in brackets: "(para. 18)", "(paras. 23, 27 (b) and 30-32)". */
export function citedParagraphs(text: string): string[] {
  const cited: string[] = []
  for (const [, list = ''] of text.matchAll(/\((?:see\s+)?para(?:graph)?s?\.?\s*([^()]*(?:\([a-z]\)[^()]*)*)\)/gi)) {
    for (const [, from = '', part = '', to] of list.matchAll(
      /(\d{1,3})\s*((?:\([a-z]\))?)(?:\s*[-\u2013]\s*(\d{1,3}))?/g,
    )) {
      const last = to === undefined ? Number(from) : Number(to)
      // A range of more than twenty paragraphs is a misprint, not a list of priorities: only its ends are taken.
      const step = last - Number(from) > 20 ? last - Number(from) : 1
      for (let number = Number(from); number <= last; number += step) {
        const paragraph = `${number}${number === Number(from) ? part : ''}`
        if (!cited.includes(paragraph)) cited.push(paragraph)
      }
    }
  }
  return cited
}

/** The paragraph in which the Committee on the Rights of the Child names the areas of urgent measures. */
export function isUrgentMeasures(text: string): boolean {
  return /\burgent measures\b/i.test(text) && citedParagraphs(text).length > 0
}

/** A paragraph that only introduces a list that follows, or says how the recommendations were received. */
const INTRODUCES = [
  /^(?:all |none of )?(?:the )?(?:following )?recommendations? (?:listed |formulated |made |contained |set out )?.{0,160}?(?:enjoy|have been examined|will be examined|were examined|been supported|been noted|did not enjoy|will (?:respond|provide)|has noted|have been noted|following)\b/i,
  /^in the course of the (?:discussion|interactive dialogue),? the following recommendations/i,
  /^[^.;]{0,160}\b(?:the following recommendations|recommendations (?:below|listed below|as follows))\b[^.;]{0,200}:?$/i,
]

/** Whether a text is an introductory sentence and no recommendation. */
export function isIntroduction(text: string): boolean {
  return /\brecommendations?\b/i.test(text) && INTRODUCES.some((introduces) => introduces.test(text))
}
