/**
 * Learns from what people decided in this graph: the weights that ship are moved as far as the decisions speak for it, and no
 * further, so that some dozens of them are enough. Judged pairs are not needed: what they taught lies in the weights.
 */
import { createHash } from 'node:crypto'
import type { Db } from '../../../graph/db/index.ts'
import { LaunchError } from '../../../graph/engine/errors.ts'
import type { Stages } from '../launch/stages.ts'
import readDecided from './cypher/read-decided.cypher'
import { spaceOf } from './built-in.ts'
import { FEATURES, featuresOf, type FeatureName } from './features.ts'
import { keepWeights } from './own-weights.ts'
import { SHIPPED_WEIGHTS, type Weights } from './scorer.ts'
import { readStateTexts } from './state-texts.ts'
import { termsOf } from './text.ts'
import { apply, fit, measure, type JudgedPair, type Linear, type Quality } from './training.ts'

/** Fewer decisions, or fewer of either kind, teach less than chance does. */
const LEAST_DECISIONS = 30
const LEAST_OF_EACH = 8
const FOLDS = 5

/** What a decision said, beside what the machine would have: how many of each it gets right at the threshold of SAME_ASK. */
export type Figures = Quality & { readonly agreement: number }
export type DecisionTraining = {
  readonly figures: {
    readonly decisions: number
    readonly same: number
    readonly before: Figures
    readonly heldOut: Figures
    readonly version: string
    readonly isWritten: boolean
  }
  readonly text: string
}

const toLinear = ({ bias, weights }: Weights): Linear => ({
  bias,
  weights: Float64Array.from(FEATURES, (name) => weights[name]),
})

/** Pairs that people decided, with their features; those of one wording are left out, since they are linked without a score. */
export async function decidedPairs(db: Db): Promise<JudgedPair[]> {
  const rows = await db.read<{ stateId: string; later: string; earlier: string; isSame: boolean }>(
    readDecided,
    {},
    { name: 'links-read-decided' },
  )
  const pairs: JudgedPair[] = []
  const features = new Float64Array(FEATURES.length)
  for (const stateId of new Set(rows.map((row) => row.stateId))) {
    const texts = await readStateTexts(db, stateId)
    const terms = texts.map(({ text }) => termsOf(text))
    const space = spaceOf(terms)
    const indexOf = new Map(texts.map(({ id }, index) => [id, index]))
    const analyse = (id: string) => {
      const index = indexOf.get(id)
      const text = index === undefined ? undefined : texts[index]
      return text === undefined || index === undefined ? undefined : space.analyse(text.text, terms[index])
    }
    for (const { later, earlier, isSame } of rows.filter((row) => row.stateId === stateId)) {
      const [a, b] = [analyse(later), analyse(earlier)]
      if (a === undefined || b === undefined || a.hash === b.hash) continue
      pairs.push({
        questions: [later],
        // By the later recommendation: what is learned from a question is not asked of it.
        fold: String((createHash('sha256').update(later).digest()[0] ?? 0) % FOLDS),
        isOneReview: false,
        features: Float32Array.from(featuresOf(a, b, space, features)),
        isSame,
      })
    }
  }
  return pairs
}

function figuresOf(pairs: readonly JudgedPair[], scores: ArrayLike<number>, { thresholds }: Weights): Figures {
  const right = pairs.filter(({ isSame }, at) => (scores[at] as number) >= thresholds.sameAsk === isSame).length
  return { ...measure(pairs, scores), agreement: right / pairs.length }
}

const line = (name: string, { averagePrecision, bestF1, agreement }: Figures): string =>
  `${name.padEnd(40)} AP ${averagePrecision.toFixed(3)}  F1 ${bestF1.toFixed(3)}  agrees with people on ${Math.round(agreement * 100)} %`

/** With `isWriting` the weights are kept in the graph, and links are made with them from then on. Throws LaunchError. */
export async function trainOnDecisions(
  db: Db,
  isWriting: boolean,
  stages: Pick<Stages, 'run'>,
  now: Date = new Date(),
): Promise<DecisionTraining> {
  const pairs = await stages.run('Reading what people decided', () => decidedPairs(db))
  const same = pairs.filter(({ isSame }) => isSame).length
  if (pairs.length < LEAST_DECISIONS || Math.min(same, pairs.length - same) < LEAST_OF_EACH)
    throw new LaunchError(
      `People have decided ${pairs.length} links, ${same} of them the same ask. Expected at least ${LEAST_DECISIONS}, and ${LEAST_OF_EACH} of either kind: decide some on the page Review.`,
    )
  // Always from what ships, never from what was learned before: the same decisions teach the same, however often.
  const prior = toLinear(SHIPPED_WEIGHTS)
  const heldOutScores = new Float64Array(pairs.length)
  const learned = await stages.run('Learning the weights', async () => {
    for (const fold of new Set(pairs.map((pair) => pair.fold))) {
      const model = fit(
        pairs.filter((pair) => pair.fold !== fold),
        prior,
      )
      pairs.forEach((pair, at) => {
        if (pair.fold === fold) heldOutScores[at] = apply(model, pair.features)
      })
    }
    return fit(pairs, prior)
  })
  const rounded = (value: number): number => Number(value.toPrecision(6))
  const digest = createHash('sha256')
    .update(JSON.stringify([SHIPPED_WEIGHTS.version, rounded(learned.bias), ...Array.from(learned.weights, rounded)]))
    .digest('hex')
  const weights: Weights = {
    version: `${SHIPPED_WEIGHTS.version} own ${digest.slice(0, 8)}`,
    bias: rounded(learned.bias),
    weights: Object.fromEntries(FEATURES.map((name, at) => [name, rounded(learned.weights[at] as number)])) as Record<
      FeatureName,
      number
    >,
    thresholds: SHIPPED_WEIGHTS.thresholds,
  }
  const before = figuresOf(
    pairs,
    pairs.map(({ features }) => apply(prior, features)),
    SHIPPED_WEIGHTS,
  )
  const heldOut = figuresOf(pairs, heldOutScores, weights)
  if (isWriting) await keepWeights(db, weights, pairs.length, now)
  return {
    figures: { decisions: pairs.length, same, before, heldOut, version: weights.version, isWritten: isWriting },
    text: [
      `${pairs.length} links that people decided, ${same} the same ask.`,
      line(`Weights ${SHIPPED_WEIGHTS.version}, as shipped`, before),
      line(`Weights ${weights.version}, held out`, heldOut),
      isWriting
        ? 'Kept in the graph: npm run links makes the links anew with them.'
        : 'Nothing was written; --write keeps the weights in the graph.',
    ].join('\n'),
  }
}
