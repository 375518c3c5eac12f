/**
 * Word vectors: a small table in which stems of like meaning lie close together, so that "prosecute" meets "bring to
 * justice". `data/README.md` says how the table was made. A stem that is not in it has no vector and weighs nothing.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../../../graph/root.ts'

/** How many of the first rows (the table begins with its most frequent stems) keep their likeness to one another. */
const KEPT_ROWS = 5_000
const UNKNOWN = -128

export class WordVectors {
  readonly dimensions: number
  readonly #rows = new Map<string, number>()
  readonly #values: Float32Array
  readonly #lengths: Float32Array
  #likeness: Int8Array | null = null

  /** `bytes`: a line of JSON {dimensions, count}, a line of stems, then `count` rows of a Float32 scale and Int8 values. */
  constructor(bytes: Buffer) {
    const headEnd = bytes.indexOf(10)
    const stemsEnd = bytes.indexOf(10, headEnd + 1)
    const { dimensions, count } = JSON.parse(bytes.toString('utf8', 0, headEnd)) as {
      dimensions: number
      count: number
    }
    bytes
      .toString('utf8', headEnd + 1, stemsEnd)
      .split(' ')
      .forEach((stem, row) => this.#rows.set(stem, row))
    this.dimensions = dimensions
    this.#values = new Float32Array(count * dimensions)
    this.#lengths = new Float32Array(count)
    let at = stemsEnd + 1
    for (let row = 0; row < count; row += 1) {
      const scale = bytes.readFloatLE(at)
      at += 4
      let squares = 0
      for (let d = 0; d < dimensions; d += 1) {
        const value = bytes.readInt8(at + d) * scale
        this.#values[row * dimensions + d] = value
        squares += value * value
      }
      this.#lengths[row] = Math.sqrt(squares)
      at += dimensions
    }
  }

  /** Row of a stem in the table, or -1. */
  rowOf(stem: string): number {
    return this.#rows.get(stem) ?? -1
  }

  /** Adds `weight` times a row to `sum`. */
  addTo(sum: Float32Array, row: number, weight: number): void {
    const from = row * this.dimensions
    for (let d = 0; d < this.dimensions; d += 1)
      sum[d] = (sum[d] as number) + weight * (this.#values[from + d] as number)
  }

  #cosine(a: number, b: number): number {
    let dot = 0
    const fromA = a * this.dimensions
    const fromB = b * this.dimensions
    for (let d = 0; d < this.dimensions; d += 1)
      dot += (this.#values[fromA + d] as number) * (this.#values[fromB + d] as number)
    const lengths = (this.#lengths[a] as number) * (this.#lengths[b] as number)
    return lengths === 0 ? 0 : dot / lengths
  }

  /** Cosine of two rows, -1 to 1, in steps of 1/127. */
  similarity(a: number, b: number): number {
    if (a === b) return 1
    if (a >= KEPT_ROWS || b >= KEPT_ROWS) return Math.round(this.#cosine(a, b) * 127) / 127
    this.#likeness ??= new Int8Array(KEPT_ROWS * KEPT_ROWS).fill(UNKNOWN)
    const key = a < b ? a * KEPT_ROWS + b : b * KEPT_ROWS + a
    let known = this.#likeness[key] as number
    if (known === UNKNOWN) {
      known = Math.round(this.#cosine(a, b) * 127)
      this.#likeness[key] = known
    }
    return known / 127
  }
}

let shipped: WordVectors | null = null

/** The table that ships with the product, read once. */
export function wordVectors(): WordVectors {
  shipped ??= new WordVectors(readFileSync(join(ROOT, 'server', 'src', 'links', 'data', 'word-vectors.bin')))
  return shipped
}

/** Cosine of two vectors that have length one or zero. */
export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d += 1) sum += (a[d] as number) * (b[d] as number)
  return sum
}

/** Makes a vector one long, in place; a zero vector stays. */
export function toUnit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(dot(vector, vector))
  if (length > 0) for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] as number) / length
  return vector
}
