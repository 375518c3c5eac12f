/**
 * Why two texts are linked, in words: what the passages that match both name, and whether one of them asks less firmly. The
 * numbers that decide stay in the score; these are what a person can check by reading.
 */
import type { Clause, TermSpace, Weights } from './analysis.ts'
import { kindOfConcept } from './concepts.ts'
import { isInstitution, isTreaty, nameInWords } from './names.ts'

/** Which end of a link: the recommendation that came first, or the one that came after. */
export type LinkEnd = 'EARLIER' | 'LATER'

/** Things in common that are told; more would be a list of words. */
const MOST_IN_COMMON = 4

function sharedIds(a: Weights, b: Weights): number[] {
  const shared: number[] = []
  for (let i = 0, j = 0; i < a.ids.length && j < b.ids.length;) {
    const [left, right] = [a.ids[i] as number, b.ids[j] as number]
    if (left === right) shared.push(left)
    if (left <= right) i += 1
    if (right <= left) j += 1
  }
  return shared
}

/**
 * What both of each pair of clauses name, the most telling first: treaties and institutions, aspects, else subjects, and what
 * is wanted done. In English. May be empty: then the words alone decided.
 */
export function inCommonOf(pairs: readonly { left: Clause; right: Clause }[], space: TermSpace): string[] {
  const keysOf = (of: (clause: Clause) => Weights): string[] =>
    pairs
      .flatMap(({ left, right }) => sharedIds(of(left), of(right)))
      .sort((a, b) => space.rarityOf(b) - space.rarityOf(a) || a - b)
      .map((id) => space.keyOf(id))
  const names = keysOf(({ weights }) => weights).filter((key) => isTreaty(key) || isInstitution(key))
  const aspects = keysOf((clause) => clause.aspects)
  const subjects = aspects.length > 0 ? [] : keysOf((clause) => clause.subjects)
  const about = [...names.map(nameInWords), ...[...aspects, ...subjects].map(conceptInWords)]
  // "education · educate" says one thing twice.
  const actions = keysOf((clause) => clause.actions)
    .map(conceptInWords)
    .filter((action) => !about.some((one) => one.toLowerCase().includes(action.slice(0, 5))))
  return [...new Set([...about, ...actions])].slice(0, MOST_IN_COMMON)
}

const conceptInWords = (key: string): string => key.slice(kindOfConcept(key).length + 1)

/** Which of two clauses, `left` of the later text, only asks to consider what the other asks outright; null where both ask alike. */
export function tentativeEnd(pair: { left: Clause; right: Clause } | undefined): LinkEnd | null {
  if (pair === undefined || pair.left.isTentative === pair.right.isTentative) return null
  return pair.left.isTentative ? 'LATER' : 'EARLIER'
}
