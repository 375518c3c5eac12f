/** Finds the recommendations of one State that a text echoes: an NGO's paragraph against everything its State was asked. */
import type { Db } from '../../../graph/db/index.ts'
import type { Analysis } from './analysis.ts'
import { spaceOf } from './built-in.ts'
import { weightsOf } from './own-weights.ts'
import { Scorer, SHIPPED_WEIGHTS, type LinkKind, type Weights } from './scorer.ts'
import { languageOf, type LinkText } from './linker.ts'
import { readStateTexts } from './state-texts.ts'
import { termsOf } from './text.ts'

export type Match = {
  readonly id: string
  readonly score: number
  readonly kind: LinkKind
  /** Passages of the text given and of the recommendation. */
  readonly passages: readonly { readonly text: string; readonly recommendation: string }[]
}

export class Matcher {
  readonly #recommendations: readonly (LinkText & { readonly analysis: Analysis })[]
  readonly #scorer: Scorer

  constructor(texts: readonly LinkText[], weights: Weights = SHIPPED_WEIGHTS) {
    const terms = texts.map(({ text }) => termsOf(text))
    const space = spaceOf(terms)
    this.#scorer = new Scorer(space, weights)
    this.#recommendations = texts.map((text, index) => ({ ...text, analysis: space.analyse(text.text, terms[index]) }))
  }

  /** Reads a State's recommendations; `stateId` as `state:KHM`. A State without any matches nothing. */
  static async of(db: Db, stateId: string): Promise<Matcher> {
    return new Matcher(await readStateTexts(db, stateId), await weightsOf(db))
  }

  get size(): number {
    return this.#recommendations.length
  }

  /** How many recommendations are in the text's language: those it is compared with. */
  comparable(text: string): number {
    const language = languageOf(text, null)
    return this.#recommendations.filter((recommendation) => recommendation.language === language).length
  }

  /** Recommendations that ask for the same as the text or are related, best first, at most `most`; of its language only. */
  match(text: string, most: number): Match[] {
    const analysis = this.#scorer.space.analyse(text)
    const language = languageOf(text, null)
    return this.#recommendations
      .filter((recommendation) => recommendation.language === language)
      .flatMap(({ id, analysis: other }) => {
        const score = this.#scorer.score(analysis, other)
        const kind = this.#scorer.kindOf(score)
        return kind === null ? [] : [{ id, score, kind, other }]
      })
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, most)
      .map(({ id, score, kind, other }) => ({
        id,
        score: Math.round(score * 10_000) / 10_000,
        kind,
        passages: this.#scorer.passages(analysis, other).map(({ a, b }) => ({
          text: text.slice(a.start, a.end),
          recommendation: other.text.slice(b.start, b.end),
        })),
      }))
  }
}
