/**
 * Texts read once and made ready for comparing: terms numbered and weighed by how rare they are, clauses, vectors,
 * names, classes of verbs and groups. Weights depend on the texts compared together and on the built-in summaries, which
 * stand for the language of the field where only a few texts are given.
 */
import { actionsOf, groupsOf } from './claims.ts'
import { clausesOf } from './asks.ts'
import { isInstitution, isTreaty } from './names.ts'
import { hashOf, termsOf, type Term } from './text.ts'
import { toUnit, type WordVectors } from './vectors.ts'

/** Sparse weights of a text or clause: term numbers ascending, weights of length one together. */
export type Weights = { readonly ids: Int32Array; readonly values: Float32Array }

export type Clause = {
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
  readonly weights: Weights
  readonly vector: Float32Array
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
  readonly vector: Float32Array
  /** Scores of the tagger, length one; empty where none was asked for. */
  readonly tags: Float32Array
  /** Rows of the word vectors, and the rarity of each; -1 where a term has none. */
  readonly rows: Int32Array
  readonly rarities: Float32Array
  readonly treaties: readonly number[]
  readonly institutions: readonly number[]
  readonly actions: number
  readonly groups: number
}

/** How many texts a term stands in, of how many. */
export type Frequencies = { readonly texts: number; readonly of: ReadonlyMap<string, number> }

export function countFrequencies(texts: readonly (readonly Term[])[]): Frequencies {
  const of = new Map<string, number>()
  for (const terms of texts)
    for (const stem of new Set(terms.map((term) => term.stem))) of.set(stem, (of.get(stem) ?? 0) + 1)
  return { texts: texts.length, of }
}

/** Numbers terms, knows how rare each is, and analyses texts with them. */
export class TermSpace {
  readonly #numbers = new Map<string, number>()
  readonly #rarities: number[] = []
  readonly #rows: number[] = []
  readonly #frequencies: readonly Frequencies[]
  readonly #texts: number
  readonly #vectors: WordVectors
  readonly #tagger: ((terms: readonly Term[], vector: Float32Array) => Float32Array) | null
  /** Mean number of terms of a text, for BM25. */
  readonly meanLength: number

  constructor(
    frequencies: readonly Frequencies[],
    meanLength: number,
    vectors: WordVectors,
    tagger: ((terms: readonly Term[], vector: Float32Array) => Float32Array) | null = null,
  ) {
    this.#frequencies = frequencies
    this.#texts = frequencies.reduce((sum, { texts }) => sum + texts, 0)
    this.meanLength = meanLength
    this.#vectors = vectors
    this.#tagger = tagger
  }

  get size(): number {
    return this.#rarities.length
  }

  #numberOf(stem: string): number {
    const known = this.#numbers.get(stem)
    if (known !== undefined) return known
    const number = this.#rarities.length
    const seen = this.#frequencies.reduce((sum, { of }) => sum + (of.get(stem) ?? 0), 0)
    this.#numbers.set(stem, number)
    this.#rarities.push(Math.log((this.#texts + 1) / (seen + 0.5)))
    this.#rows.push(this.#vectors.rowOf(stem))
    return number
  }

  rarityOf(number: number): number {
    return this.#rarities[number] as number
  }

  /** Weights by term frequency (sublinear) times rarity, of length one. */
  #weigh(terms: readonly Term[]): { weights: Weights; counts: Float32Array; mass: number } {
    const counted = new Map<number, number>()
    for (const { stem } of terms) {
      const number = this.#numberOf(stem)
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

  #vectorOf(terms: readonly Term[]): Float32Array {
    const vector = new Float32Array(this.#vectors.dimensions)
    for (const { stem } of terms) {
      const row = this.#rows[this.#numberOf(stem)] as number
      if (row >= 0) this.#vectors.addTo(vector, row, 1)
    }
    return toUnit(vector)
  }

  analyse(text: string, terms: readonly Term[] = termsOf(text)): Analysis {
    const { weights, counts } = this.#weigh(terms)
    const vector = this.#vectorOf(terms)
    const clauses = clausesOf(text)
      .map(({ start, end }): Clause => {
        const own = terms.filter((term) => term.start >= start && term.end <= end)
        const { weights: clauseWeights, mass } = this.#weigh(own)
        return { start, end, weights: clauseWeights, vector: this.#vectorOf(own), mass }
      })
      .filter(({ weights: { ids } }) => ids.length > 0)
    const stems = [...new Set(terms.map(({ stem }) => stem))]
    return {
      text,
      hash: hashOf(text),
      terms,
      weights,
      counts,
      length: terms.length,
      clauses,
      vector,
      tags: this.#tagger === null ? new Float32Array(0) : this.#tagger(terms, vector),
      rows: Int32Array.from(weights.ids, (id) => this.#rows[id] as number),
      rarities: Float32Array.from(weights.ids, (id) => this.#rarities[id] as number),
      treaties: stems.filter(isTreaty).map((stem) => this.#numberOf(stem)),
      institutions: stems.filter(isInstitution).map((stem) => this.#numberOf(stem)),
      actions: actionsOf(terms),
      groups: groupsOf(terms),
    }
  }
}
