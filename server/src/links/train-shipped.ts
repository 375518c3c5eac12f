/** Trains the weights and the tagger that ship, from judged pairs and the built-in summaries; says how good they are. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { LaunchError } from '../../../graph/engine/errors.ts'
import { ROOT } from '../../../graph/root.ts'
import type { Stages } from '../launch/stages.ts'
import { builtInTexts, trainOn } from './built-in.ts'
import { FEATURES } from './features.ts'
import { judgedPairs, readJudgedTexts, readJudgements } from './judgements.ts'
import { SHIPPED_WEIGHTS } from './scorer.ts'
import { apply, measure, train, type Quality } from './training.ts'

const DATA = join(ROOT, 'server', 'src', 'links', 'data')

export type TrainingReport = {
  readonly figures: { readonly before: Quality; readonly heldOut: Quality; readonly version: string }
  readonly text: string
}

const line = (name: string, quality: Quality): string =>
  `${name.padEnd(34)} P@1 ${quality.precisionAt1.toFixed(3)}  R@10 ${quality.recallAt10.toFixed(3)}  MAP ${quality.meanAveragePrecision.toFixed(3)}  AP ${quality.averagePrecision.toFixed(3)}  F1 ${quality.bestF1.toFixed(3)}  recall at precision .90: ${quality.recallAtPrecision90.toFixed(2)}`

/** `folder`: REAL_DATA_DIR. With `isWriting` the new weights and tagger replace the files that ship. */
export async function trainShipped(
  folder: string | undefined,
  isWriting: boolean,
  stages: Stages,
): Promise<TrainingReport> {
  if (folder === undefined || folder === '')
    throw new LaunchError(
      'REAL_DATA_DIR is not set. Judged pairs are kept as hashes: set it to the folder that holds upr-info/ and ohchr/ with the texts.',
    )
  if (isWriting) {
    const { tagger, report } = await stages.run('Training the tagger', async () => trainOn(builtInTexts()))
    stages.say(`  micro F1 ${report.microF1.toFixed(2)} on thirds of the ${report.texts} summaries held out`)
    writeFileSync(join(DATA, 'tagger.bin'), tagger.toBytes())
  }
  const pairs = await stages.run('Reading the judged pairs', async () =>
    judgedPairs(readJudgements(), readJudgedTexts(folder)),
  )
  const version = String(Number(SHIPPED_WEIGHTS.version) + 1)
  const shipped = {
    bias: SHIPPED_WEIGHTS.bias,
    weights: Float64Array.from(FEATURES, (name) => SHIPPED_WEIGHTS.weights[name]),
  }
  const before = measure(
    pairs,
    pairs.map(({ features }) => apply(shipped, features)),
  )
  const { weights, heldOut } = await stages.run('Learning the weights', async () => train(pairs, version))
  if (isWriting) writeFileSync(join(DATA, 'weights.json'), `${JSON.stringify(weights, null, 2)}\n`)
  return {
    figures: { before, heldOut, version },
    text: [
      `${pairs.length} judged pairs, ${heldOut.same} the same ask.`,
      line(`Weights ${SHIPPED_WEIGHTS.version}, as shipped`, before),
      line(`Weights ${version}, on States held out`, heldOut),
      `Thresholds: SAME_ASK from ${weights.thresholds.sameAsk}, RELATED from ${weights.thresholds.related}.`,
      isWriting ? `Written to ${DATA}.` : 'Nothing was written; --write replaces the weights that ship.',
    ].join('\n'),
  }
}
