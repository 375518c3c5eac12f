/** What two analysed texts have in common, as numbers that the weights of the model combine. Symmetric in the two texts. */
import type { Analysis, TermSpace, Weights } from './analysis.ts'
import { countBits } from './claims.ts'
import { dot, type WordVectors } from './vectors.ts'

export const FEATURES = [
  /** Cosine of the terms' weights: whole texts; best pair of clauses. */
  'words',
  'clauseWords',
  /** BM25 of one text as a question to the other, over that of the text to itself; mean of both ways. */
  'bm25',
  /** Cosine of the vectors: whole texts; best pair of clauses. */
  'meaning',
  'clauseMeaning',
  /** Share of the terms' rarity that meets a term of like meaning in the other text: the better way, the worse way. */
  'alignedBest',
  'alignedWorst',
  /** Cosine of the scores that the tagger gives. */
  'tags',
  'tagsTimesMeaning',
  /** Treaties named: share in common; both name some and none in common; only one names any. */
  'treatyMatch',
  'treatyMismatch',
  'treatyOneSided',
  'institutionMatch',
  'institutionMismatch',
  /** Classes of verbs and groups: share in common; both have some and none in common. */
  'actionMatch',
  'actionMismatch',
  'groupMatch',
  'groupMismatch',
  'groupOneSided',
  /** Rarest term in common, and how many terms are. */
  'rarestShared',
  'sharedTerms',
  /** Logarithm of the shorter length over the longer; and how short the shorter is. */
  'lengthRatio',
  'shortness',
] as const
export type FeatureName = (typeof FEATURES)[number]

export function sparseDot(a: Weights, b: Weights): number {
  let sum = 0
  let i = 0
  let j = 0
  while (i < a.ids.length && j < b.ids.length) {
    const left = a.ids[i] as number
    const right = b.ids[j] as number
    if (left === right) sum += (a.values[i++] as number) * (b.values[j++] as number)
    else if (left < right) i += 1
    else j += 1
  }
  return sum
}

const K1 = 1.2
const B = 0.75

/** BM25 of `question` to `text`, over that of the question to itself: 0 to about 1. */
function bm25(question: Analysis, text: Analysis, meanLength: number): number {
  const score = (count: number, length: number): number =>
    (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / meanLength))
  let sum = 0
  let most = 0
  let j = 0
  const ids = text.weights.ids
  for (let i = 0; i < question.weights.ids.length; i += 1) {
    const id = question.weights.ids[i] as number
    const rarity = question.rarities[i] as number
    most += rarity * score(question.counts[i] as number, question.length)
    while (j < ids.length && (ids[j] as number) < id) j += 1
    if (ids[j] === id) sum += rarity * score(text.counts[j] as number, text.length)
  }
  return most === 0 ? 0 : sum / most
}

/** Likeness that counts for nothing: below it two stems merely stand in the same field. */
const LEAST_LIKENESS = 0.33
const bestOfRight = new Float32Array(4_096)

/**
 * Shares of the rarity of each text's terms that meet a term of like meaning in the other: the better way first.
 * Terms past the first 4,096 of a text are not looked at.
 */
function aligned(a: Analysis, b: Analysis, vectors: WordVectors): [best: number, worst: number] {
  const right = Math.min(b.rows.length, bestOfRight.length)
  bestOfRight.fill(0, 0, right)
  let sumLeft = 0
  let mostLeft = 0
  for (let i = 0; i < a.rows.length; i += 1) {
    const rarity = a.rarities[i] as number
    mostLeft += rarity
    const id = a.weights.ids[i] as number
    const row = a.rows[i] as number
    let best = 0
    for (let j = 0; j < right; j += 1) {
      let likeness = 0
      if (b.weights.ids[j] === id) likeness = 1
      else if (row >= 0 && (b.rows[j] as number) >= 0) likeness = vectors.similarity(row, b.rows[j] as number)
      if (likeness > best) best = likeness
      if (likeness > (bestOfRight[j] as number)) bestOfRight[j] = likeness
    }
    if (best > LEAST_LIKENESS) sumLeft += rarity * best
  }
  let sumRight = 0
  let mostRight = 0
  for (let j = 0; j < right; j += 1) {
    const rarity = b.rarities[j] as number
    mostRight += rarity
    if ((bestOfRight[j] as number) > LEAST_LIKENESS) sumRight += rarity * (bestOfRight[j] as number)
  }
  const left = mostLeft === 0 ? 0 : sumLeft / mostLeft
  const back = mostRight === 0 ? 0 : sumRight / mostRight
  return left > back ? [left, back] : [back, left]
}

/** Numbers that both lists have over all that either has. */
function sharedNumbers(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  const both = a.filter((one) => b.includes(one)).length
  return both / (a.length + b.length - both)
}

/** Writes the features of a pair into `into`, in the order of FEATURES. `space` and `vectors` are those of the analyses. */
export function featuresOf(
  a: Analysis,
  b: Analysis,
  space: TermSpace,
  vectors: WordVectors,
  into: Float64Array,
): Float64Array {
  let clauseWords = 0
  let clauseMeaning = 0
  for (const left of a.clauses)
    for (const right of b.clauses) {
      // A clause of one common word matches anything: what it lacks in mass it loses in weight.
      const trust = Math.min(1, Math.min(left.mass, right.mass) / 8)
      clauseWords = Math.max(clauseWords, trust * sparseDot(left.weights, right.weights))
      clauseMeaning = Math.max(clauseMeaning, trust * dot(left.vector, right.vector))
    }
  const meaning = dot(a.vector, b.vector)
  const tags = a.tags.length === 0 ? 0 : dot(a.tags, b.tags)
  const [alignedBest, alignedWorst] = aligned(a, b, vectors)
  let rarest = 0
  let shared = 0
  for (let i = 0, j = 0; i < a.weights.ids.length && j < b.weights.ids.length;) {
    const left = a.weights.ids[i] as number
    const right = b.weights.ids[j] as number
    if (left === right) {
      shared += 1
      rarest = Math.max(rarest, a.rarities[i] as number)
      i += 1
      j += 1
    } else if (left < right) i += 1
    else j += 1
  }
  const treaty = sharedNumbers(a.treaties, b.treaties)
  const institution = sharedNumbers(a.institutions, b.institutions)
  const actions = countBits(a.actions & b.actions)
  const groups = countBits(a.groups & b.groups)
  const shorter = Math.min(a.length, b.length)
  const longer = Math.max(a.length, b.length)

  into[0] = sparseDot(a.weights, b.weights)
  into[1] = clauseWords
  into[2] = (bm25(a, b, space.meanLength) + bm25(b, a, space.meanLength)) / 2
  into[3] = meaning
  into[4] = clauseMeaning
  into[5] = alignedBest
  into[6] = alignedWorst
  into[7] = tags
  into[8] = tags * Math.max(0, meaning)
  into[9] = treaty
  into[10] = treaty === 0 && a.treaties.length > 0 && b.treaties.length > 0 ? 1 : 0
  into[11] = a.treaties.length > 0 !== b.treaties.length > 0 ? 1 : 0
  into[12] = institution
  into[13] = institution === 0 && a.institutions.length > 0 && b.institutions.length > 0 ? 1 : 0
  into[14] = actions === 0 ? 0 : actions / countBits(a.actions | b.actions)
  into[15] = actions === 0 && a.actions !== 0 && b.actions !== 0 ? 1 : 0
  into[16] = groups === 0 ? 0 : groups / countBits(a.groups | b.groups)
  into[17] = groups === 0 && a.groups !== 0 && b.groups !== 0 ? 1 : 0
  into[18] = (a.groups === 0) !== (b.groups === 0) ? 1 : 0
  into[19] = rarest / 10
  into[20] = Math.log1p(shared)
  into[21] = longer === 0 ? 0 : Math.log((shorter + 1) / (longer + 1))
  into[22] = 1 / (1 + shorter)
  return into
}
