/**
 * Why two texts are linked, in words: what the passages that match both name, and whether one of them asks less firmly. The
 * numbers that decide stay in the score; these are what a person can check by reading.
 */
import type { Analysis, Clause, TermSpace, Weights } from './analysis.ts'
import { asksOf } from './asks.ts'
import { kindOfConcept } from './concepts.ts'
import { isInstitution, isTreaty, nameInWords } from './names.ts'

/** Which end of a link: the recommendation that came first, or the one that came after. */
export type LinkEnd = 'EARLIER' | 'LATER'

/** Things in common that are told; more would be a list of words. */
const MOST_IN_COMMON = 4

function sharedIds(a: Weights, b: Weights): number[] {
  const ids = new Set(b.ids)
  return [...a.ids].filter((id) => ids.has(id))
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

/** An ask that wants a thing thought about, not done: "consider ratifying", "study the possibility of". */
const TENTATIVE =
  /^(?:(?:to|also|further|seriously|favourably|favorably|positively|continue|continuing|please)\s+)*(?:consider|examine|explore|envisage|contemplate|study|think about|look into|reflect on|give (?:\p{L}+ )?(?:consideration|thought))|^.{0,60}\b(?:the )?(?:possibility|feasibility|desirability|advisability) of\b/iu

/** Whether the ask that the clause stands in wants its matter considered only. */
function isTentative({ text }: Analysis, { start }: Clause): boolean {
  const ask = asksOf(text).find((one) => start >= one.start && start < one.end)
  return ask !== undefined && TENTATIVE.test(ask.text)
}

/** Which of two texts only asks to consider what the other asks outright; null where both ask alike. */
export function tentativeEnd(
  later: Analysis,
  earlier: Analysis,
  pair: { left: Clause; right: Clause } | undefined,
): LinkEnd | null {
  if (pair === undefined) return null
  const [isLater, isEarlier] = [isTentative(later, pair.left), isTentative(earlier, pair.right)]
  if (isLater === isEarlier) return null
  return isLater ? 'LATER' : 'EARLIER'
}
