/**
 * Recommendations judged by reading, kept as hashes of their texts and keys of what each asks for, never as text: two of
 * one State are judged the same where they share an ask. The texts come from a folder of real files.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { UnreadableFileError } from '../../../graph/index.ts'
import { ROOT } from '../../../graph/root.ts'
import type { TermSpace } from './analysis.ts'
import { spaceOf } from './built-in.ts'
import { bm25BothWays, FEATURES, featuresOf } from './features.ts'
import { hashOf, termsOf } from './text.ts'
import type { JudgedPair } from './training.ts'

export const JUDGEMENTS_FILE = join(ROOT, 'server', 'src', 'links', 'data', 'judgements.csv')

/** One judged recommendation: `state` is its ISO 3166 code, `review` the UPR session, `asks` are keys of our own. */
export type Judged = {
  readonly state: string
  readonly review: number
  readonly hash: string
  readonly asks: readonly string[]
}

export function readJudgements(path: string = JUDGEMENTS_FILE): Judged[] {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[]
  return rows.map((row) => ({
    state: row['state'] ?? '',
    review: Number(row['review']),
    hash: row['hash'] ?? '',
    asks: (row['asks'] ?? '').split(' ').filter((ask) => ask !== ''),
  }))
}

/** Files below REAL_DATA_DIR that hold the judged texts. */
const UPR_INFO = ['sessions-1-5.csv', 'sessions-6-9.csv'].map((file) => join('upr-info', file))
const THEMATIC = join('ohchr', 'thematic-slovenia.jsonl')

/** Texts of a folder of real files by hash. Throws UnreadableFileError where a file is missing. */
export function readJudgedTexts(folder: string): Map<string, string> {
  for (const file of [...UPR_INFO, THEMATIC])
    if (!existsSync(join(folder, file)))
      throw new UnreadableFileError(
        `${join(folder, file)}: there is no such file. REAL_DATA_DIR names a folder that holds ${[...UPR_INFO, THEMATIC].join(', ')}.`,
      )
  const tables = UPR_INFO.flatMap((file) => {
    const bytes = readFileSync(join(folder, file))
    // Older files are in Windows-1252; Slovenia's were judged as read in UTF-8, and letters outside ASCII are few.
    return ['windows-1252', 'utf-8'].flatMap(
      (encoding) =>
        parse(new TextDecoder(encoding).decode(bytes), {
          columns: true,
          record_delimiter: ['\r\n', '\n', '\r'],
          relax_quotes: true,
          relax_column_count: true,
        }) as Record<string, string>[],
    )
  })
  const thematic = readFileSync(join(folder, THEMATIC), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text)
  return new Map([...tables.map((row) => row['Text'] ?? ''), ...thematic].map((text) => [hashOf(text), text]))
}

/** A judged pair with its texts, for measuring other ways of scoring beside ours. */
export type PairOfTexts = JudgedPair & {
  readonly later: string
  readonly earlier: string
  readonly bm25: number
}

/**
 * Every pair of judged texts of one State, the later review first. In one review either text is the question; of two
 * reviews the later one. Texts of one wording make no pair: they are linked without a score.
 */
export function judgedPairs(judged: readonly Judged[], textOf: ReadonlyMap<string, string>): PairOfTexts[] {
  const byState = new Map<string, (Judged & { text: string })[]>()
  for (const one of judged) {
    const text = textOf.get(one.hash)
    if (text !== undefined) byState.set(one.state, [...(byState.get(one.state) ?? []), { ...one, text }])
  }
  return [...byState.values()].flatMap((known) => {
    const terms = known.map(({ text }) => termsOf(text))
    const space: TermSpace = spaceOf(terms)
    const analyses = known.map(({ text }, index) => space.analyse(text, terms[index]))
    const features = new Float64Array(FEATURES.length)
    const pairs: PairOfTexts[] = []
    known.forEach((later, i) => {
      known.forEach((earlier, j) => {
        const isOneReview = earlier.review === later.review
        if (earlier.review > later.review || (isOneReview && j >= i) || earlier.hash === later.hash) return
        const [a, b] = [analyses[i], analyses[j]]
        if (a === undefined || b === undefined) return
        pairs.push({
          fold: later.state,
          isOneReview,
          questions: [`${later.hash} ${earlier.review}`, ...(isOneReview ? [`${earlier.hash} ${earlier.review}`] : [])],
          features: Float32Array.from(featuresOf(a, b, space, features)),
          bm25: bm25BothWays(a, b, space),
          isSame: later.asks.some((ask) => earlier.asks.includes(ask)),
          later: later.text,
          earlier: earlier.text,
        })
      })
    })
    return pairs
  })
}

export const SECOND_READING_FILE = join(ROOT, 'server', 'src', 'links', 'data', 'second-reading.csv')

/** A pair read a second time by somebody who saw neither a score nor the first judgement. Keys as in the first reading. */
export type SecondReading = { readonly later: string; readonly earlier: string; readonly isSame: boolean }

export function readSecondReading(path: string = SECOND_READING_FILE): SecondReading[] {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[]
  return rows.map(({ later = '', earlier = '', same }) => ({ later, earlier, isSame: same === 'yes' }))
}

export type Agreement = {
  readonly pairs: number
  /** Share of the pairs that both readings judge alike. */
  readonly alike: number
  /** Cohen's kappa: what of the agreement is more than chance, 1 for all of it. */
  readonly kappa: number
}

/** How far two readings agree on the pairs of the second; `isSame` gives the first judgement. */
export function agreementOf(
  second: readonly SecondReading[],
  isSame: (later: string, earlier: string) => boolean,
): Agreement {
  const share = (count: number): number => count / Math.max(1, second.length)
  const first = second.map(({ later, earlier }) => isSame(later, earlier))
  const alike = share(second.filter((pair, at) => pair.isSame === first[at]).length)
  const [saidFirst, saidSecond] = [
    share(first.filter((one) => one).length),
    share(second.filter((pair) => pair.isSame).length),
  ]
  const byChance = saidFirst * saidSecond + (1 - saidFirst) * (1 - saidSecond)
  return { pairs: second.length, alike, kappa: byChance === 1 ? 1 : (alike - byChance) / (1 - byChance) }
}

/** Agreement of both readings of Slovenia's pairs; it needs no texts. */
export function agreementOnJudgements(): Agreement {
  const asksOf = new Map(readJudgements().map(({ hash, asks }) => [hash, asks]))
  return agreementOf(readSecondReading(), (later, earlier) =>
    (asksOf.get(later) ?? []).some((ask) => (asksOf.get(earlier) ?? []).includes(ask)),
  )
}
