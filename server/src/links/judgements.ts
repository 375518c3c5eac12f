/**
 * Pairs judged by reading, kept as hashes of their texts and what each asks for, never as text: two recommendations of
 * different reviews are judged the same where they share an ask. The texts come from a folder of real files.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { UnreadableFileError } from '../../../graph/index.ts'
import { ROOT } from '../../../graph/root.ts'
import { spaceOf } from './built-in.ts'
import { FEATURES, featuresOf } from './features.ts'
import { hashOf, termsOf } from './text.ts'
import { FOLDS, type JudgedPair } from './training.ts'
import { wordVectors } from './vectors.ts'

export const JUDGEMENTS_FILE = join(ROOT, 'server', 'src', 'links', 'data', 'judgements-slovenia.csv')

/** One judged recommendation: `asks` are keys of our own; `review` is the UPR session. */
export type Judged = {
  readonly hash: string
  readonly review: number
  readonly asks: readonly string[]
}

export function readJudgements(path: string = JUDGEMENTS_FILE): Judged[] {
  const rows = parse(readFileSync(path, 'utf8'), { columns: true }) as Record<string, string>[]
  return rows.map((row) => ({
    hash: row['hash'] ?? '',
    review: Number(row['review']),
    asks: (row['asks'] ?? '').split(' ').filter((ask) => ask !== ''),
  }))
}

/** Files below REAL_DATA_DIR that hold the judged texts. */
const UPR_INFO = join('upr-info', 'sessions-6-9.csv')
const THEMATIC = join('ohchr', 'thematic-slovenia.jsonl')

/** Texts of Slovenia's reviews in a folder of real files. Throws UnreadableFileError where a file is missing. */
export function readSlovenianTexts(folder: string): string[] {
  for (const file of [UPR_INFO, THEMATIC])
    if (!existsSync(join(folder, file)))
      throw new UnreadableFileError(
        `${join(folder, file)}: there is no such file. REAL_DATA_DIR names a folder that holds ${UPR_INFO} and ${THEMATIC}.`,
      )
  const table = parse(readFileSync(join(folder, UPR_INFO), 'utf8'), {
    columns: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_quotes: true,
  }) as Record<string, string>[]
  const thematic = readFileSync(join(folder, THEMATIC), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text)
  return [...table.filter((row) => row['To'] === 'Slovenia').map((row) => row['Text'] ?? ''), ...thematic]
}

/** A judged pair with its texts, for measuring other ways of scoring beside ours. */
export type PairOfTexts = JudgedPair & { readonly later: string; readonly earlier: string }

/** Every pair of judged texts of different reviews, later against earlier, with its features. */
export function judgedPairs(judged: readonly Judged[], texts: readonly string[]): PairOfTexts[] {
  const textOf = new Map(texts.map((text) => [hashOf(text), text]))
  const known = judged.flatMap((one) => {
    const text = textOf.get(one.hash)
    return text === undefined ? [] : [{ ...one, text }]
  })
  const terms = known.map(({ text }) => termsOf(text))
  const space = spaceOf(terms)
  const analyses = known.map(({ text }, index) => space.analyse(text, terms[index]))
  const vectors = wordVectors()
  const features = new Float64Array(FEATURES.length)
  const pairs: PairOfTexts[] = []
  known.forEach((later, i) => {
    const fold = Number.parseInt(later.hash.slice(0, 8), 16) % FOLDS
    known.forEach((earlier, j) => {
      if (earlier.review >= later.review) return
      const [a, b] = [analyses[i], analyses[j]]
      if (a === undefined || b === undefined) return
      pairs.push({
        question: `${later.hash} ${earlier.review}`,
        fold,
        features: Float32Array.from(featuresOf(a, b, space, vectors, features)),
        isSame: later.asks.some((ask) => earlier.asks.includes(ask)),
        later: later.text,
        earlier: earlier.text,
      })
    })
  })
  return pairs
}
