/**
 * Learns the weights of the scorer from judged pairs, and measures them: logistic regression with a penalty on large
 * weights, by Newton's method. Scores of pairs are always those of a model that saw no pair of their State.
 */
import { FEATURES, type FeatureName } from './features.ts'
import { sigmoid } from './numbers.ts'
import type { Weights } from './scorer.ts'

/** A judged pair. A question groups the pairs of one text in one review: its candidates. */
export type JudgedPair = {
  readonly questions: readonly string[]
  /** What the pair is held out with: its State. A State of its own is what the weights meet in use. */
  readonly fold: string
  /** Whether both texts come from one review, where each is a question. */
  readonly isOneReview: boolean
  readonly features: Float32Array
  readonly isSame: boolean
}

/** Penalty on the squares of the weights (features made comparable first). */
const PENALTY = 20
const ROUNDS = 25

export type Linear = { readonly bias: number; readonly weights: Float64Array }

/** Solves a symmetric positive definite system in place (Cholesky); `matrix` row by row. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const n = right.length
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * n + j] as number
      for (let k = 0; k < j; k += 1) sum -= (matrix[i * n + k] as number) * (matrix[j * n + k] as number)
      matrix[i * n + j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / (matrix[j * n + j] as number)
    }
  }
  const solution = Float64Array.from(right)
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1)
      solution[i] = (solution[i] as number) - (matrix[i * n + k] as number) * (solution[k] as number)
    solution[i] = (solution[i] as number) / (matrix[i * n + i] as number)
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1)
      solution[i] = (solution[i] as number) - (matrix[k * n + i] as number) * (solution[k] as number)
    solution[i] = (solution[i] as number) / (matrix[i * n + i] as number)
  }
  return solution
}

/**
 * Weights for the features as they are; the penalty is on weights of features brought to mean 0 and spread 1: on how far
 * they are from 0, or from those of `prior`, where few pairs shall correct what many have taught.
 */
export function fit(pairs: readonly JudgedPair[], prior: Linear | null = null): Linear {
  const count = FEATURES.length
  const means = new Float64Array(count)
  const spreads = new Float64Array(count)
  for (const { features } of pairs)
    for (let f = 0; f < count; f += 1) means[f] = (means[f] as number) + (features[f] as number) / pairs.length
  for (const { features } of pairs)
    for (let f = 0; f < count; f += 1)
      spreads[f] = (spreads[f] as number) + ((features[f] as number) - (means[f] as number)) ** 2 / pairs.length
  for (let f = 0; f < count; f += 1) spreads[f] = Math.sqrt(spreads[f] as number) || 1

  const size = count + 1
  const known = new Float64Array(size)
  if (prior !== null)
    for (let f = 0; f < count; f += 1) {
      known[f + 1] = (prior.weights[f] as number) * (spreads[f] as number)
      known[0] = (known[0] as number) + (prior.weights[f] as number) * (means[f] as number)
    }
  if (prior !== null) known[0] = (known[0] as number) + prior.bias
  const weights = Float64Array.from(known)
  const row = new Float64Array(size)
  for (let round = 0; round < ROUNDS; round += 1) {
    const gradient = new Float64Array(size)
    const curvature = new Float64Array(size * size)
    for (const { features, isSame } of pairs) {
      row[0] = 1
      for (let f = 0; f < count; f += 1)
        row[f + 1] = ((features[f] as number) - (means[f] as number)) / (spreads[f] as number)
      let sum = 0
      for (let f = 0; f < size; f += 1) sum += (weights[f] as number) * (row[f] as number)
      const p = sigmoid(sum)
      const error = p - (isSame ? 1 : 0)
      const curve = p * (1 - p)
      for (let i = 0; i < size; i += 1) {
        gradient[i] = (gradient[i] as number) + error * (row[i] as number)
        const scaled = curve * (row[i] as number)
        for (let j = 0; j <= i; j += 1)
          curvature[i * size + j] = (curvature[i * size + j] as number) + scaled * (row[j] as number)
      }
    }
    for (let i = 1; i < size; i += 1) {
      gradient[i] = (gradient[i] as number) + PENALTY * ((weights[i] as number) - (known[i] as number))
      curvature[i * size + i] = (curvature[i * size + i] as number) + PENALTY
    }
    const move = solve(curvature, gradient)
    let largest = 0
    for (let i = 0; i < size; i += 1) {
      weights[i] = (weights[i] as number) - (move[i] as number)
      largest = Math.max(largest, Math.abs(move[i] as number))
    }
    if (largest < 1e-6) break
  }
  const plain = Float64Array.from({ length: count }, (_, f) => (weights[f + 1] as number) / (spreads[f] as number))
  return {
    bias: (weights[0] as number) - plain.reduce((sum, weight, f) => sum + weight * (means[f] as number), 0),
    weights: plain,
  }
}

export function apply({ bias, weights }: Linear, features: Float32Array): number {
  let sum = bias
  for (let f = 0; f < weights.length; f += 1) sum += (weights[f] as number) * (features[f] as number)
  return sigmoid(sum)
}

/** Score of each pair by a model that was trained on the other folds. */
export function heldOutScores(pairs: readonly JudgedPair[]): Float64Array {
  const scores = new Float64Array(pairs.length)
  for (const fold of new Set(pairs.map((pair) => pair.fold))) {
    const linear = fit(pairs.filter((pair) => pair.fold !== fold))
    pairs.forEach((pair, at) => {
      if (pair.fold === fold) scores[at] = apply(linear, pair.features)
    })
  }
  return scores
}

/** How well scores find what was judged the same; shares from 0 to 1. */
export type Quality = {
  readonly pairs: number
  readonly same: number
  /** Over questions with at least one right answer: first is right; share of the right ones among the first ten; mean average precision. */
  readonly precisionAt1: number
  readonly recallAt10: number
  readonly meanAveragePrecision: number
  /** Over all pairs in one list. */
  readonly averagePrecision: number
  readonly bestF1: number
  /** Largest recall at which precision is still 0.90. */
  readonly recallAtPrecision90: number
}

type Scored = Pick<JudgedPair, 'questions' | 'isSame'>

/** Positions by falling score; ties keep the order given. */
const byScore = (scores: ArrayLike<number>, positions: readonly number[]): number[] =>
  [...positions].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b)

function averagePrecision(isSame: readonly boolean[]): number {
  let right = 0
  let sum = 0
  isSame.forEach((same, at) => {
    if (!same) return
    right += 1
    sum += right / (at + 1)
  })
  return right === 0 ? 0 : sum / right
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

export function measure(pairs: readonly Scored[], scores: ArrayLike<number>): Quality {
  const order = byScore(scores, [...pairs.keys()])
  const isSame = order.map((at) => pairs[at]?.isSame === true)
  const same = isSame.filter((one) => one).length
  let bestF1 = 0
  let recallAtPrecision90 = 0
  let right = 0
  isSame.forEach((one, at) => {
    if (one) right += 1
    bestF1 = Math.max(bestF1, (2 * right) / (at + 1 + same))
    if (right / (at + 1) >= 0.9) recallAtPrecision90 = Math.max(recallAtPrecision90, right / Math.max(1, same))
  })
  const questions = new Map<string, number[]>()
  pairs.forEach((pair, at) => {
    for (const question of pair.questions) {
      const positions = questions.get(question)
      if (positions === undefined) questions.set(question, [at])
      else positions.push(at)
    }
  })
  const first: number[] = []
  const found: number[] = []
  const precision: number[] = []
  for (const positions of questions.values()) {
    const answers = byScore(scores, positions).map((at) => pairs[at]?.isSame === true)
    const all = answers.filter((one) => one).length
    if (all === 0) continue
    first.push(answers[0] === true ? 1 : 0)
    found.push(answers.slice(0, 10).filter((one) => one).length / all)
    precision.push(averagePrecision(answers))
  }
  return {
    pairs: pairs.length,
    same,
    precisionAt1: mean(first),
    recallAt10: mean(found),
    meanAveragePrecision: mean(precision),
    averagePrecision: averagePrecision(isSame),
    bestF1,
    recallAtPrecision90,
  }
}

/** Precision that the upper threshold stands for, and the share of all same asks that lie above the lower one. */
const PRECISION_OF_SAME_ASK = 0.9
const RECALL_OF_RELATED = 0.8

/** The lowest score whose list is still precise enough, and the score above which most same asks lie. */
export function thresholdsOf(pairs: readonly Scored[], scores: ArrayLike<number>): Weights['thresholds'] {
  const order = byScore(scores, [...pairs.keys()])
  const same = pairs.filter(({ isSame }) => isSame).length
  let sameAsk = 1
  let related = 1
  let right = 0
  order.forEach((position, at) => {
    if (pairs[position]?.isSame === true) right += 1
    // A threshold takes all pairs of one score or none.
    const next = order[at + 1]
    const isLastOfScore = next === undefined || scores[next] !== scores[position]
    if (isLastOfScore && right / (at + 1) >= PRECISION_OF_SAME_ASK) sameAsk = scores[position] as number
    if (right <= same * RECALL_OF_RELATED) related = scores[position] as number
  })
  const rounded = (value: number): number => Math.round(value * 1_000) / 1_000
  return { sameAsk: rounded(sameAsk), related: Math.min(rounded(related), rounded(sameAsk)) }
}

/** Weights of all pairs together, with thresholds from the held-out scores. */
export function train(pairs: readonly JudgedPair[], version: string): { weights: Weights; heldOut: Quality } {
  const scores = heldOutScores(pairs)
  const { bias, weights } = fit(pairs)
  const rounded = (value: number): number => Number(value.toPrecision(6))
  return {
    weights: {
      version,
      bias: rounded(bias),
      weights: Object.fromEntries(FEATURES.map((name, f) => [name, rounded(weights[f] as number)])) as Record<
        FeatureName,
        number
      >,
      thresholds: thresholdsOf(pairs, scores),
    },
    heldOut: measure(pairs, scores),
  }
}
