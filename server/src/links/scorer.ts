/** Turns what two texts have in common into a score, a kind and the passages that match. */
import type { Analysis, Clause, TermSpace } from './analysis.ts'
import weights from './data/weights.json' with { type: 'json' }
import { FEATURES, featuresOf, likeness, type FeatureName } from './features.ts'
import { clamp, sigmoid } from './numbers.ts'
import { inCommonOf, tentativeEnd, type LinkEnd } from './reasons.ts'

/** A trained model: what ships, by `npm run links -- train --shipped --write`, or what an installation learned, by `train --write`. */
export type Weights = {
  /** Raised whenever weights or thresholds change; stored with each link. */
  readonly version: string
  readonly bias: number
  readonly weights: Readonly<Record<FeatureName, number>>
  readonly thresholds: { readonly sameAsk: number; readonly related: number }
}

export type LinkKind = 'SAME_ASK' | 'RELATED'

/** A part of a text with its UTF-16 offsets: `text.slice(start, end)` is what to show. */
export type Passage = { readonly start: number; readonly end: number }
/** A passage of one text and the one of the other that it matches. */
export type PassagePair = { readonly a: Passage; readonly b: Passage }

export const SHIPPED_WEIGHTS: Weights = weights
/** Name and version of the way a score was found, as stored on a link. */
export const methodOf = ({ version }: Weights): string => `text-features ${version}`
export const REPEAT_METHOD = 'exact-repeat 1'

/** `inCommon`: what both passages name; `tentative`: the one that only asks to consider what the other asks outright. */
export type Reasons = { readonly inCommon: readonly string[]; readonly tentative: LinkEnd | null }

/** Passages shown for one link, and how near the second must come to the first to be shown. */
const MOST_PASSAGES = 2
const SECOND_PASSAGE = 0.75

export class Scorer {
  readonly space: TermSpace
  readonly weights: Weights
  readonly #weights: Float64Array
  readonly #features = new Float64Array(FEATURES.length)

  constructor(space: TermSpace, given: Weights = SHIPPED_WEIGHTS) {
    this.space = space
    this.weights = given
    this.#weights = Float64Array.from(FEATURES, (name) => given.weights[name])
  }

  /** How likely it is that one act would answer an ask of both: 0 to 1; 1 for texts that are the same wording. */
  score(a: Analysis, b: Analysis): number {
    if (a.hash === b.hash) return 1
    if (a.terms.length === 0 || b.terms.length === 0) return 0
    featuresOf(a, b, this.space, this.#features)
    let sum = this.weights.bias
    for (let at = 0; at < this.#weights.length; at += 1)
      sum += (this.#weights[at] as number) * (this.#features[at] as number)
    return clamp(sigmoid(sum), 0, 0.9999)
  }

  /** SAME_ASK, RELATED, or null where a score says neither. */
  kindOf(score: number): LinkKind | null {
    const { sameAsk, related } = this.weights.thresholds
    if (score >= sameAsk) return 'SAME_ASK'
    return score >= related ? 'RELATED' : null
  }

  /** The clauses of both texts that match best; whole texts where they are one wording. Empty where nothing matches. */
  passages(a: Analysis, b: Analysis): PassagePair[] {
    return this.explain(a, b).passages
  }

  /** What a link from `later` to `earlier` rests on, in passages and in words. One wording speaks for itself. */
  explain(later: Analysis, earlier: Analysis): { passages: PassagePair[]; reasons: Reasons } {
    if (later.hash === earlier.hash)
      return {
        passages: [{ a: { start: 0, end: later.text.length }, b: { start: 0, end: earlier.text.length } }],
        reasons: { inCommon: [], tentative: null },
      }
    const pairs = matchingClauses(later, earlier)
    return {
      passages: pairs.map(({ left, right }) => ({
        a: { start: left.start, end: left.end },
        b: { start: right.start, end: right.end },
      })),
      reasons: { inCommon: inCommonOf(pairs, this.space), tentative: tentativeEnd(pairs[0]) },
    }
  }
}

/** The pairs of clauses that match best, no clause twice. Empty where nothing matches. */
function matchingClauses(a: Analysis, b: Analysis): { left: Clause; right: Clause; score: number }[] {
  const pairs: { left: Clause; right: Clause; score: number }[] = []
  for (const left of a.clauses)
    for (const right of b.clauses) {
      const score = likeness(left, right)
      if (score > 0) pairs.push({ left, right, score })
    }
  pairs.sort((one, other) => other.score - one.score || one.left.start - other.left.start)
  const chosen: typeof pairs = []
  for (const pair of pairs) {
    if (chosen.length === MOST_PASSAGES) break
    const first = chosen[0]
    if (first !== undefined && pair.score < SECOND_PASSAGE * first.score) break
    if (chosen.every(({ left, right }) => left !== pair.left && right !== pair.right)) chosen.push(pair)
  }
  return chosen
}
