/**
 * A one-vs-rest linear classifier: for each label a plane between the texts that carry it and those that do not
 * (L2-regularised squared hinge loss, solved by dual coordinate descent; Hsieh et al., ICML 2008). Deterministic.
 */
import { randomFrom } from '../../../graph/random.ts'

/** Sparse features of one text, ids ascending. */
export type Features = { readonly ids: Int32Array; readonly values: Float32Array }
export type Example = { readonly features: Features; readonly labels: ReadonlySet<number> }

/** Weight of the constant feature, and how much an error costs against large weights. */
const BIAS = 1
const COST = 1
const COST_OF_MISSED_LABEL = 2
const ROUNDS = 12

export function shuffle(order: Int32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1))
    const kept = order[last] as number
    order[last] = order[other] as number
    order[other] = kept
  }
}

export class LinearModel {
  /** Per label: weights of every feature, then of the constant one. */
  readonly #weights: readonly Float32Array[]
  readonly featureCount: number

  constructor(weights: readonly Float32Array[], featureCount: number) {
    this.#weights = weights
    this.featureCount = featureCount
  }

  get labelCount(): number {
    return this.#weights.length
  }

  /** Margin of each label: positive where the model would give it. Features it never saw weigh nothing. */
  margins({ ids, values }: Features): Float32Array {
    const margins = new Float32Array(this.#weights.length)
    this.#weights.forEach((weights, label) => {
      let sum = (weights[this.featureCount] as number) * BIAS
      for (let at = 0; at < ids.length; at += 1) sum += (weights[ids[at] as number] as number) * (values[at] as number)
      margins[label] = sum
    })
    return margins
  }

  /** What each feature of a text adds to the margin of one label, in their order: above zero where it speaks for it. */
  partsOf(label: number, { ids, values }: Features): Float32Array {
    const weights = this.#weights[label]
    return values.map((value, at) => value * (weights?.[ids[at] as number] ?? 0))
  }

  /** Per label a Float32 scale and the weights as Int8: a 127th of the largest is as fine as 600 texts can tell. */
  toBytes(): Buffer {
    return Buffer.concat(
      this.#weights.map((weights) => {
        const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127 || 1
        const bytes = Buffer.alloc(4 + weights.length)
        bytes.writeFloatLE(scale)
        weights.forEach((weight, at) => bytes.writeInt8(Math.round(weight / scale), 4 + at))
        return bytes
      }),
    )
  }

  static fromBytes(bytes: Buffer, labelCount: number, featureCount: number): LinearModel {
    const length = featureCount + 1
    const weights = Array.from({ length: labelCount }, (_, label) => {
      const from = label * (4 + length)
      const scale = bytes.readFloatLE(from)
      return Float32Array.from({ length }, (__, at) => bytes.readInt8(from + 4 + at) * scale)
    })
    return new LinearModel(weights, featureCount)
  }

  static train(examples: readonly Example[], featureCount: number, labelCount: number): LinearModel {
    const squares = examples.map(({ features }) => {
      let sum = BIAS * BIAS
      for (const value of features.values) sum += value * value
      return sum
    })
    const weightsOfAll: Float32Array[] = []
    for (let label = 0; label < labelCount; label += 1) {
      const weights = new Float32Array(featureCount + 1)
      const alphas = new Float64Array(examples.length)
      const order = Int32Array.from(examples.keys())
      const random = randomFrom(label + 1)
      for (let round = 0; round < ROUNDS; round += 1) {
        shuffle(order, random)
        let largest = 0
        for (const index of order) {
          const { features, labels } = examples[index] as Example
          const isPositive = labels.has(label)
          const sign = isPositive ? 1 : -1
          const slack = 1 / (2 * COST * (isPositive ? COST_OF_MISSED_LABEL : 1))
          const { ids, values } = features
          let margin = (weights[featureCount] as number) * BIAS
          for (let at = 0; at < ids.length; at += 1)
            margin += (weights[ids[at] as number] as number) * (values[at] as number)
          const alpha = alphas[index] as number
          const gradient = sign * margin - 1 + slack * alpha
          const projected = alpha === 0 ? Math.min(gradient, 0) : gradient
          largest = Math.max(largest, Math.abs(projected))
          if (projected === 0) continue
          const next = Math.max(alpha - gradient / ((squares[index] as number) + slack), 0)
          const change = (next - alpha) * sign
          alphas[index] = next
          for (let at = 0; at < ids.length; at += 1) {
            const id = ids[at] as number
            weights[id] = (weights[id] as number) + change * (values[at] as number)
          }
          weights[featureCount] = (weights[featureCount] as number) + change * BIAS
        }
        if (largest < 0.01) break
      }
      weightsOfAll.push(weights)
    }
    return new LinearModel(weightsOfAll, featureCount)
  }
}
