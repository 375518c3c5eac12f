/**
 * Texts read once and made ready for comparing: terms and concepts numbered and weighed by how rare they are, clauses,
 * names. Weights depend on the texts compared together and on the built-in summaries, which
 * stand for the language of the field where only a few texts are given.
 */
import { asksOf, clausesOfAsk, isTentative } from './asks.ts'
import { conceptsOf, kindOfConcept, type ConceptKind } from './concepts.ts'
import { isInstitution, isTreaty } from './names.ts'
import { toUnit } from './numbers.ts'
import { hashOf, termsOf, type Term } from './text.ts'

/** Sparse weights of a text or clause: numbers of terms or concepts ascending, weights of length one together. */
export type Weights = { readonly ids: Int32Array; readonly values: Float32Array }

export type Clause = {
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
  readonly weights: Weights
  /** What it is about (that of the whole text where it says nothing itself), what exactly about it, and what it wants done. */
  readonly subjects: Weights
  readonly aspects: Weights
  readonly actions: Weights
  readonly treaties: readonly number[]
  /** Whether the ask it stands in only wants a matter considered. */
  readonly isTentative: boolean
  /** Sum of the rarity of its terms: how much there is to match. */
  readonly mass: number
}

export type Analysis = {
  readonly text: string
  readonly hash: string
  readonly terms: readonly Term[]
  readonly weights: Weights
  /** How often each term of `weights.ids` stands in the text, and how many terms it has in all, for BM25. */
  readonly counts: Float32Array
  readonly length: number
  readonly clauses: readonly Clause[]
  /** Concepts: what it is about, what exactly about it, what it wants done, for whom. */
  readonly subjects: Weights
  readonly aspects: Weights
  readonly actions: Weights
  readonly groups: Weights
  /** Sum of the rarity of its subjects. */
  readonly subjectMass: number
  /** Scores of the tagger, of length one together; empty where none was asked for. */
  readonly tags: Float32Array
  /** Rarity of each of the terms. */
  readonly rarities: Float32Array
  readonly treaties: readonly number[]
  readonly institutions: readonly number[]
}

/** How many texts a term or a concept stands in, of how many. */
export type Frequencies = { readonly texts: number; readonly of: ReadonlyMap<string, number> }

/** Counts frequencies text by text: of a text nothing else is kept. */
export class Counted implements Frequencies {
  readonly of = new Map<string, number>()
  texts = 0
  /** Terms of all texts together. */
  length = 0

  /** Counts texts that are all at hand. */
  static from(texts: Iterable<readonly Term[]>): Counted {
    const counted = new Counted()
    for (const terms of texts) counted.add(terms)
    return counted
  }

  add(terms: readonly Term[]): void {
    for (const key of new Set([...terms.map((term) => term.stem), ...conceptsOf(terms)]))
      this.of.set(key, (this.of.get(key) ?? 0) + 1)
    this.texts += 1
    this.length += terms.length
  }
}

/** Numbers terms, knows how rare each is, and analyses texts with them. */
export class TermSpace {
  readonly #numbers = new Map<string, number>()
  readonly #keys: string[] = []
  readonly #rarities: number[] = []
  readonly #frequencies: readonly Frequencies[]
  readonly #texts: number
  readonly #tagger: ((terms: readonly Term[]) => Float32Array) | null
  /** Mean number of terms of a text, for BM25. */
  readonly meanLength: number

  constructor(
    frequencies: readonly Frequencies[],
    meanLength: number,
    tagger: ((terms: readonly Term[]) => Float32Array) | null = null,
  ) {
    this.#frequencies = frequencies
    this.#texts = frequencies.reduce((sum, { texts }) => sum + texts, 0)
    this.meanLength = meanLength
    this.#tagger = tagger
  }

  get size(): number {
    return this.#rarities.length
  }

  #numberOf(key: string): number {
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const number = this.#rarities.length
    const seen = this.#frequencies.reduce((sum, { of }) => sum + (of.get(key) ?? 0), 0)
    this.#numbers.set(key, number)
    this.#keys.push(key)
    this.#rarities.push(Math.log((this.#texts + 1) / (seen + 0.5)))
    return number
  }

  rarityOf(number: number): number {
    return this.#rarities[number] as number
  }

  /** The term or concept that a number stands for. */
  keyOf(number: number): string {
    return this.#keys[number] as string
  }

  /** Weights by frequency (sublinear) times rarity, of length one. */
  #weigh(keys: readonly string[]): { weights: Weights; counts: Float32Array; mass: number } {
    const counted = new Map<number, number>()
    for (const key of keys) {
      const number = this.#numberOf(key)
      counted.set(number, (counted.get(number) ?? 0) + 1)
    }
    const ids = Int32Array.from(counted.keys()).sort()
    const values = new Float32Array(ids.length)
    const counts = new Float32Array(ids.length)
    let mass = 0
    ids.forEach((id, at) => {
      const count = counted.get(id) as number
      counts[at] = count
      values[at] = (1 + Math.log(count)) * (this.#rarities[id] as number)
      mass += this.#rarities[id] as number
    })
    toUnit(values)
    return { weights: { ids, values }, counts, mass }
  }

  #concepts(terms: readonly Term[]) {
    const keys = conceptsOf(terms)
    const of = (kind: ConceptKind) => this.#weigh(keys.filter((key) => kindOfConcept(key) === kind))
    return { subjects: of('subject'), aspects: of('aspect'), actions: of('action'), groups: of('group') }
  }

  #named(terms: readonly Term[], isOne: (stem: string) => boolean): number[] {
    return [...new Set(terms.map(({ stem }) => stem).filter(isOne))].map((stem) => this.#numberOf(stem))
  }

  analyse(text: string, terms: readonly Term[] = termsOf(text)): Analysis {
    const stemsOf = (some: readonly Term[]): string[] => some.map(({ stem }) => stem)
    const { weights, counts } = this.#weigh(stemsOf(terms))
    const { subjects, aspects, actions, groups } = this.#concepts(terms)
    const clauses = asksOf(text)
      .flatMap((ask) => {
        const tentative = isTentative(ask)
        return clausesOfAsk(ask).map(({ start, end }) => ({ start, end, isTentative: tentative }))
      })
      .map(({ start, end, isTentative: tentative }): Clause => {
        const own = terms.filter((term) => term.start >= start && term.end <= end)
        const { weights: clauseWeights, mass } = this.#weigh(stemsOf(own))
        const concepts = this.#concepts(own)
        return {
          start,
          end,
          weights: clauseWeights,
          subjects: concepts.subjects.mass === 0 ? subjects.weights : concepts.subjects.weights,
          aspects: concepts.aspects.weights,
          actions: concepts.actions.weights,
          treaties: this.#named(own, isTreaty),
          isTentative: tentative,
          mass,
        }
      })
      .filter(({ weights: { ids } }) => ids.length > 0)
    return {
      text,
      hash: hashOf(text),
      terms,
      weights,
      counts,
      length: terms.length,
      clauses,
      subjects: subjects.weights,
      aspects: aspects.weights,
      actions: actions.weights,
      groups: groups.weights,
      subjectMass: subjects.mass,
      tags: this.#tagger === null ? new Float32Array(0) : toUnit(this.#tagger(terms)),
      rarities: Float32Array.from(weights.ids, (id) => this.#rarities[id] as number),
      treaties: this.#named(terms, isTreaty),
      institutions: this.#named(terms, isInstitution),
    }
  }
}
