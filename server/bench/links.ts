/**
 * `npm run bench -- links`: how well links are found on judged pairs, against TF-IDF and BM25 on the same pairs, and what
 * linking the whole UHRI costs in time and memory.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { randomFrom } from '../../graph/random.ts'
import { ROOT } from '../../graph/root.ts'
import type { Stages } from '../src/launch/stages.ts'
import { builtInTexts, spaceOf } from '../src/links/built-in.ts'
import { bm25BothWays, FEATURES, featuresOf } from '../src/links/features.ts'
import {
  agreementOf,
  agreementOnJudgements,
  judgedPairs,
  readJudgedTexts,
  readJudgements,
  readSecondReading,
  type Agreement,
} from '../src/links/judgements.ts'
import { linkState, type LinkText } from '../src/links/linker.ts'
import { SHIPPED_WEIGHTS } from '../src/links/scorer.ts'
import { termsOf } from '../src/links/text.ts'
import { apply, heldOutScores, measure, type JudgedPair, type Quality } from '../src/links/training.ts'
import { realTexts } from './real-texts.ts'

export type LinksBench = {
  readonly states: number
  readonly perState: number
  readonly isJson: boolean
}

/** `inOtherWords`: average precision among the pairs with less TF-IDF cosine than half of the same asks have. */
type Row = { readonly system: string; readonly quality: Quality; readonly inOtherWords: number }
type MeasuredPair = JudgedPair & { readonly bm25: number }
type Speed = {
  readonly recommendations: number
  readonly states: number
  readonly links: number
  readonly seconds: number
  /** Time of the processor: what it would take on a machine with nothing else to do. */
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

const MEASURED_ONLY = join(ROOT, 'server', 'bench', 'judgements-cambodia.csv')
const SECOND_READING = join(ROOT, 'server', 'bench', 'second-reading-cambodia.csv')

const readMeasuredOnly = () =>
  parse(readFileSync(MEASURED_ONLY, 'utf8'), { columns: true }) as { earlier: string; same: string }[]

function agreementOnSummaries(): Agreement {
  const same = new Map(readMeasuredOnly().map((row) => [row.earlier, new Set(row.same.split(' '))]))
  return agreementOf(readSecondReading(SECOND_READING), (later, earlier) => same.get(earlier)?.has(later) === true)
}

const agreementLine = (name: string, { pairs, alike, kappa }: Agreement): string =>
  `${name}: ${pairs} pairs read twice, ${Math.round(100 * alike)} % judged alike, Cohen's kappa ${kappa.toFixed(2)}`

const WORDS = FEATURES.indexOf('words')
const wordsOf = ({ features }: JudgedPair): number => features[WORDS] as number

function rowOf(system: string, pairs: readonly MeasuredPair[], scores: ArrayLike<number>): Row {
  const overlaps = pairs
    .filter(({ isSame }) => isSame)
    .map(wordsOf)
    .sort((a, b) => a - b)
  const median = overlaps[Math.floor(overlaps.length / 2)] ?? 0
  const few = [...pairs.keys()].filter((at) => wordsOf(pairs[at] as MeasuredPair) < median)
  const inOtherWords = measure(
    few.map((at) => pairs[at] as MeasuredPair),
    few.map((at) => scores[at] as number),
  ).averagePrecision
  return { system, quality: measure(pairs, scores), inOtherWords }
}

const compare = (pairs: readonly MeasuredPair[], ours: ArrayLike<number>, name: string): Row[] => [
  rowOf('TF-IDF cosine', pairs, pairs.map(wordsOf)),
  rowOf(
    'BM25 both ways',
    pairs,
    pairs.map(({ bm25 }) => bm25),
  ),
  rowOf(name, pairs, ours),
]

/** Means of the figures of several States, system by system; pairs are counted together. */
function meanOf(states: readonly (readonly Row[])[]): Row[] {
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
  return (states[0] ?? []).map(({ system, quality }, at) => {
    const rows = states.map((state) => state[at] as Row)
    const means = Object.fromEntries(
      Object.keys(quality).map((name) => {
        const key = name as keyof Quality
        const share = mean(rows.map((row) => row.quality[key]))
        return [key, key === 'pairs' || key === 'same' ? Math.round(share * rows.length) : share]
      }),
    ) as Quality
    return { system, quality: means, inOtherWords: mean(rows.map(({ inOtherWords }) => inOtherWords)) }
  })
}

/** Scores by the weights that ship. */
function shippedScores(pairs: readonly JudgedPair[]): number[] {
  const linear = {
    bias: SHIPPED_WEIGHTS.bias,
    weights: Float64Array.from(FEATURES, (name) => SHIPPED_WEIGHTS.weights[name]),
  }
  return pairs.map(({ features }) => apply(linear, features))
}

/**
 * Pairs over the built-in summaries, judged by reading and never trained on. Each row is a recommendation of 2009 with all
 * of 2014 that make one of its asks; every other one of 2014 is judged not the same.
 */
function cambodianPairs(): MeasuredPair[] {
  const texts = new Map(builtInTexts().map(({ id, text }) => [id, text]))
  const judged = readMeasuredOnly()
  const later = [...texts.keys()].filter((id) => id.startsWith('upr-2014-'))
  const ids = [...new Set([...judged.map(({ earlier }) => earlier), ...later])]
  const terms = ids.map((id) => termsOf(texts.get(id) ?? ''))
  const space = spaceOf(terms)
  const analyses = new Map(ids.map((id, index) => [id, space.analyse(texts.get(id) ?? '', terms[index])]))
  const features = new Float64Array(FEATURES.length)
  return judged.flatMap(({ earlier, same }) => {
    const right = new Set(same.split(' '))
    return later.flatMap((id) => {
      const [a, b] = [analyses.get(id), analyses.get(earlier)]
      if (a === undefined || b === undefined) return []
      return {
        questions: [earlier],
        fold: 'KHM',
        isOneReview: false,
        features: Float32Array.from(featuresOf(a, b, space, features)),
        bm25: bm25BothWays(a, b, space),
        isSame: right.has(id),
      }
    })
  })
}

/** Links `states` States of `perState` recommendations each, one after the other, as `npm run links` does. */
async function measureSpeed(states: number, perState: number, progress: (text: string) => void): Promise<Speed> {
  const pool = (await realTexts()) ?? builtInTexts().map(({ text }) => text)
  const random = randomFrom(20_261_125)
  // Texts of one pool repeat; a word of its own keeps them from being one wording.
  const textsOf = (state: number): LinkText[] =>
    Array.from({ length: perState }, (_, index) => ({
      id: `recommendation:${state}-${index}`,
      text: `${pool[Math.floor(random() * pool.length)] ?? ''} case${Math.floor(random() * 400)}`,
      language: 'en',
      documentId: `document:${state}-${index % 12}`,
      sortOn: `20${10 + (index % 12)}-01-01`,
    }))
  linkState(textsOf(-1).slice(0, 200))
  let links = 0
  let peak = 0
  let milliseconds = 0
  let cpuMicroseconds = 0
  for (let state = 0; state < states; state += 1) {
    const texts = textsOf(state)
    const started = performance.now()
    const cpuBefore = process.cpuUsage()
    links += linkState(texts).length
    milliseconds += performance.now() - started
    const { user, system } = process.cpuUsage(cpuBefore)
    cpuMicroseconds += user + system
    peak = Math.max(peak, process.memoryUsage.rss())
    progress(`${state + 1} of ${states} States`)
  }
  return {
    recommendations: states * perState,
    states,
    links,
    seconds: milliseconds / 1_000,
    cpuSeconds: cpuMicroseconds / 1e6,
    peakMegabytes: Math.round(peak / 1e6),
  }
}

const shown = (value: number): string => value.toFixed(3)
const table = (title: string, rows: readonly Row[]): string[] => [
  `${title}: ${rows[0]?.quality.pairs ?? 0} pairs, ${rows[0]?.quality.same ?? 0} the same`,
  `  ${'system'.padEnd(32)} P@1    R@10   MAP    AP     F1     other words  recall at precision .90`,
  ...rows.map(
    ({ system, quality, inOtherWords }) =>
      `  ${system.padEnd(32)} ${[quality.precisionAt1, quality.recallAt10, quality.meanAveragePrecision, quality.averagePrecision, quality.bestF1, inOtherWords].map(shown).join('  ')}        ${shown(quality.recallAtPrecision90)}`,
  ),
  '',
]

export async function benchLinks({ states, perState, isJson }: LinksBench, stages: Stages): Promise<void> {
  const folder = process.env['REAL_DATA_DIR'] || undefined
  const cambodia = await stages.run('Pairs over the summaries', async () => {
    const pairs = cambodianPairs()
    return compare(pairs, shippedScores(pairs), `ours, weights ${SHIPPED_WEIGHTS.version}`)
  })
  const real =
    folder === undefined
      ? null
      : await stages.run('Pairs of seven States', async () => {
          const pairs = judgedPairs(readJudgements(), readJudgedTexts(folder))
          const scores = heldOutScores(pairs)
          const rowsOf = (isWanted: (pair: JudgedPair) => boolean): Row[] => {
            const wanted = [...pairs.keys()].filter((at) => isWanted(pairs[at] as JudgedPair))
            return compare(
              wanted.map((at) => pairs[at] as MeasuredPair),
              wanted.map((at) => scores[at] as number),
              'ours, learned on other States',
            )
          }
          const others = [...new Set(pairs.map(({ fold }) => fold))].filter((state) => state !== 'SVN')
          return {
            slovenia: rowsOf(({ fold, isOneReview }) => fold === 'SVN' && !isOneReview),
            others: meanOf(others.map((state) => rowsOf(({ fold }) => fold === state))),
            states: others,
          }
        })
  const speed = await stages.run('Linking', (progress) => measureSpeed(states, perState, progress))
  if (isJson) {
    console.log(
      JSON.stringify({
        cambodia,
        slovenia: real?.slovenia ?? null,
        others: real?.others ?? null,
        agreement: { slovenia: agreementOnJudgements(), cambodia: agreementOnSummaries() },
        speed,
      }),
    )
    return
  }
  console.log(
    [
      ...table('Built-in summaries, UPR 2014 against 2009 (never trained on)', cambodia),
      ...(real === null
        ? ['Pairs of real texts: skipped, REAL_DATA_DIR is not set.', '']
        : [
            ...table('Slovenia, UPR sessions 7, 20, 34, later against earlier', real.slovenia),
            ...table(`Within one review, mean of ${real.states.join(', ')}`, real.others),
          ]),
      agreementLine('Slovenia', agreementOnJudgements()),
      agreementLine('Built-in summaries', agreementOnSummaries()),
      `${speed.recommendations} recommendations in ${speed.states} States: ${speed.links} links in ${speed.cpuSeconds.toFixed(1)} s of one core (${speed.seconds.toFixed(1)} s by the clock), ${speed.peakMegabytes} MB at most.`,
    ].join('\n'),
  )
}
