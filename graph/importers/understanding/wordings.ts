/**
 * Who recommended what in a paragraph of the Universal Periodic Review. States stand in brackets behind the words, as
 * "(A) (B)", "(A, B)", "(A; B)" or "(A and B)", and one paragraph may hold several wordings, each with its own States.
 */
import { findStateCode } from '../../text/index.ts'
import type { ReadState } from '../records.ts'
import { kept } from './tables.ts'

export type Wording = { readonly text: string; readonly states: readonly ReadState[] }

/** A State by a printed name; code null where the name is not known. */
export const findState: (printed: string) => ReadState = kept((printed) => {
  const name = printed
    .replace(/^[\s-]+/, '')
    .replace(/\s+/g, ' ')
    .trim()
  return { printed: name, code: findStateCode(name) }
})

type Group = { readonly start: number; readonly end: number; readonly states: readonly ReadState[] }

/** Pieces of a list at ",", ";" and "/", never inside brackets. */
function piecesOf(list: string): string[] {
  const pieces = ['']
  let depth = 0
  for (const sign of list) {
    if (sign === '(') depth += 1
    if (sign === ')') depth -= 1
    if (depth === 0 && (sign === ',' || sign === ';' || sign === '/')) pieces.push('')
    else pieces[pieces.length - 1] += sign
  }
  return pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
}

/** States of one piece: a name that holds "and" is tried whole before it is cut there. */
function statesOfPiece(piece: string): readonly ReadState[] {
  const whole = findState(piece.replace(/^and\s+/i, ''))
  if (whole.code !== null) return [whole]
  const ands = [...piece.matchAll(/\s+(?:and|&)\s+/gi)]
  for (const and of ands) {
    const before = statesOfPiece(piece.slice(0, and.index))
    const after = statesOfPiece(piece.slice(and.index + and[0].length))
    if ([...before, ...after].every(({ code }) => code !== null)) return [...before, ...after]
  }
  return [whole]
}

/** States of a list as printed; where some name is known, the others are States too, with code null. */
export const readStates: (list: string) => readonly ReadState[] = kept((list) => {
  const states = findState(list).code === null ? piecesOf(list).flatMap(statesOfPiece) : [findState(list)]
  const seen = new Set<string>()
  return states.filter(({ printed, code }) => {
    const key = code ?? printed
    return !seen.has(key) && seen.add(key)
  })
})

/** A name of a State begins with a capital and is short; other words in the same brackets make them an aside. */
const looksLikeName = (printed: string): boolean => /^(?:the )?\p{Lu}/u.test(printed) && printed.length <= 70

/** Bracketed lists of States, in order. A bracket never closed ends with the text. */
function groupsOf(text: string): Group[] {
  const groups: Group[] = []
  let depth = 0
  let start = 0
  const close = (end: number, contentEnd: number): void => {
    const states = readStates(text.slice(start + 1, contentEnd).trim())
    if (
      states.some(({ code }) => code !== null) &&
      states.every(({ printed, code }) => code !== null || looksLikeName(printed))
    )
      groups.push({ start, end, states })
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '(' || sign === '[') {
      if (depth === 0) start = at
      depth += 1
    } else if ((sign === ')' || sign === ']') && depth > 0) {
      depth -= 1
      if (depth === 0) close(at + 1, at)
    }
  }
  if (depth > 0) close(text.length, text.replace(/[\s;.)]+$/, '').length)
  return groups
}

/** Marks between a wording and the next. */
const MARKS = /^[\s;.,:]*/
const trimmed = (text: string): string => text.replace(MARKS, '').replace(/[\s;,:.]+$/, '')

/**
 * The wordings of one paragraph in their order; one with no States where the text names none at an end.
 * `rest` holds words that stand behind the last State; the last wording keeps them, its States printed in between.
 */
export function separateWordings(paragraph: string): { wordings: Wording[]; rest: string | null } {
  const groups = groupsOf(paragraph)
  const wordings: { text: string; states: ReadState[] }[] = []
  let from = 0
  let lastFrom = 0
  for (let index = 0; index < groups.length; index += 1) {
    const first = groups[index] as Group
    let last = first
    const states = [...first.states]
    // "(A) (B)", "(A), (B)" and "(A) and (B)" are one set.
    for (let next = groups[index + 1]; next !== undefined; next = groups[index + 1]) {
      if (!/^\s*(?:[,;]|and)?\s*$/.test(paragraph.slice(last.end, next.start))) break
      states.push(...next.states.filter(({ printed }) => !states.some((state) => state.printed === printed)))
      last = next
      index += 1
    }
    const behind = paragraph.slice(last.end)
    const isEnd = /^\s*(?:[;.]|$)/.test(behind) || (index < groups.length - 1 && /^\s*\p{Lu}/u.test(behind))
    // A State named in mid-sentence belongs to the words.
    if (!isEnd) continue
    const text = trimmed(paragraph.slice(from, first.start))
    if (text !== '') wordings.push({ text, states })
    else wordings.at(-1)?.states.push(...states)
    if (text !== '') lastFrom = from
    from = last.end
  }
  const rest = trimmed(paragraph.slice(from))
  const last = wordings.at(-1)
  if (last === undefined) return { wordings: [{ text: trimmed(paragraph), states: [] }], rest: null }
  if (rest === '') return { wordings, rest: null }
  last.text = trimmed(paragraph.slice(lastFrom))
  return { wordings, rest }
}

/** The line "Source of Position: A/HRC/43/15/Add.1 - Para.3" taken from the end of a text. */
export function takePositionSource(text: string): { text: string; source: string | null } {
  const found = /\s*\bsource of (?:the )?position\s*:\s*([^\n]*)\s*$/i.exec(text)
  return found === null
    ? { text: text.trim(), source: null }
    : { text: text.slice(0, found.index).trim(), source: (found[1] ?? '').trim() }
}
