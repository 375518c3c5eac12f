/** What the commands make of CSV files of texts: scores of pairs, suggestions. One answer a row, in the order of the file. */
import { hash } from 'node:crypto'
import { UnreadableFileError } from '../../../graph/index.ts'
import { stateCodeOf } from '../../../graph/text/index.ts'
import { Counted, type Analysis, type TermSpace } from './analysis.ts'
import { spaceOfCounted } from './built-in.ts'
import type { Match, Matcher } from './matcher.ts'
import { Scorer, type LinkKind } from './scorer.ts'
import { LEAST_SHOWN, suggest, type Suggestions } from './suggestions.ts'
import { readTable, type OnDoubt, type RefusedRow } from './table.ts'
import { trainTagger, type Suggestion, type Tagger, type TaggerReport } from './tagger.ts'
import { LONGEST_TEXT, normalise, termsOf } from './text.ts'

export type ScoredPair = {
  /** 0 to 1: how likely it is that one act would answer an ask of both. */
  readonly score: number
  /** Null where the two are neither the same ask nor related, as far as the words tell. */
  readonly kind: LinkKind | null
  /** Passages that match, in the words of both texts; the most telling first. */
  readonly passages: readonly { readonly a: string; readonly b: string }[]
}

/** Why a cell holds no text that can be compared; null where it does. */
function problemOf(path: string, row: number, column: string, text: string): RefusedRow | null {
  const found =
    text.trim() === ''
      ? 'empty. Expected a text.'
      : text.length > LONGEST_TEXT
        ? `${text.length} characters. Expected a text of at most ${LONGEST_TEXT}.`
        : null
  return found === null ? null : { row, problem: `${path}, row ${row}, column ${column}: ${found}` }
}

/** That the graph, or a State of it, has nothing to compare with, and what to do. */
export const noneHeld = (state: string | null): string =>
  `The graph holds no recommendation${state === null ? '' : ` of ${state}`}: npm start loads those of Cambodia, npm run import -- FILE others.`

/** Different texts that are kept analysed; a file of more is read all the same, some texts analysed again. */
const KEPT_TEXTS = 4_000
/** Texts whose words say how rare a word is; more would not change the answer and would cost memory. */
const COUNTED_TEXTS = 300_000

/** What tells how rare a word is in the pairs of a file; a text counts once, and no text is held. */
async function spaceOfPairs(path: string, onDoubt?: OnDoubt): Promise<TermSpace> {
  const counted = new Counted()
  const seen = new Set<string>()
  for await (const pair of readPairs(path, onDoubt)) {
    if ('problem' in pair) continue
    for (const text of [pair.a, pair.b]) {
      if (counted.texts >= COUNTED_TEXTS) continue
      const digest = hash('sha1', text, 'base64')
      if (seen.has(digest)) continue
      seen.add(digest)
      counted.add(termsOf(text))
    }
  }
  return spaceOfCounted(counted)
}

/**
 * Scores the pairs of a CSV file with the columns a and b. The file is read twice: how rare a word is depends on all of
 * its texts. Throws UnreadableFileError naming file, row and column.
 */
export async function* scoreFile(path: string, onDoubt?: OnDoubt): AsyncGenerator<ScoredPair | RefusedRow> {
  const space = await spaceOfPairs(path, onDoubt)
  const scorer = new Scorer(space)
  const kept = new Map<string, Analysis>()
  const analysisOf = (text: string): Analysis => {
    const known = kept.get(text)
    if (known !== undefined) return known
    const analysis = space.analyse(text)
    const oldest = kept.keys().next()
    if (kept.size >= KEPT_TEXTS && oldest.done !== true) kept.delete(oldest.value)
    kept.set(text, analysis)
    return analysis
  }
  for await (const pair of readPairs(path)) {
    if ('problem' in pair) {
      yield pair
      continue
    }
    const [a, b] = [analysisOf(pair.a), analysisOf(pair.b)]
    const score = scorer.score(a, b)
    const kind = scorer.kindOf(score)
    yield {
      score: Math.round(score * 1e6) / 1e6,
      kind,
      passages:
        kind === null
          ? []
          : scorer.passages(a, b).map((pair) => ({
              a: a.text.slice(pair.a.start, pair.a.end),
              b: b.text.slice(pair.b.start, pair.b.end),
            })),
    }
  }
}

/** Pairs of texts of a file. */
async function* readPairs(
  path: string,
  onDoubt?: OnDoubt,
): AsyncGenerator<{ readonly a: string; readonly b: string } | RefusedRow> {
  for await (const read of readTable(path, { required: ['a', 'b'], onDoubt })) {
    if ('problem' in read) {
      yield read
      continue
    }
    const { row, values } = read
    const { a = '', b = '' } = values
    yield problemOf(path, row, 'a', a) ?? problemOf(path, row, 'b', b) ?? { a, b }
  }
}

/** `labels`: what a tagger of the user's own says. */
export type SuggestedForText = Suggestions & { readonly labels?: readonly Suggestion[] }

export type MatchedText = Suggestions & {
  readonly matches: readonly Match[]
  /** Recommendations of the State in the text's language: those it was compared with. */
  readonly comparedCount: number
}

/**
 * Finds, for each text of a CSV file with the column text and perhaps state, the recommendations that it echoes, at most
 * `most`, with suggestions besides. `matcherOf` gives the recommendations of a State, asked once for each. A State that has
 * none is a doubt, told once.
 */
export async function* matchFile(
  path: string,
  state: string,
  most: number,
  matcherOf: (state: string) => Promise<Matcher>,
  onDoubt?: OnDoubt,
): AsyncGenerator<MatchedText | RefusedRow> {
  const matchers = new Map<string, Matcher>()
  for await (const read of readTexts(path, state, onDoubt)) {
    if ('problem' in read) {
      yield read
      continue
    }
    const code = read.state ?? state
    const matcher = matchers.get(code) ?? (await matcherOf(code))
    if (!matchers.has(code) && matcher.size === 0) onDoubt?.(noneHeld(code))
    matchers.set(code, matcher)
    yield {
      matches: matcher.match(read.text, most),
      comparedCount: matcher.comparable(read.text),
      ...suggest(read.text, code),
    }
  }
}

/** Several labels stand in one cell, apart by semicolons, else by commas. */
const labelsIn = (cell: string): string[] => [
  ...new Set(
    cell
      .split(cell.includes(';') ? ';' : ',')
      .map((label) => label.trim())
      .filter((label) => label !== ''),
  ),
]

/**
 * Trains a tagger on the texts of a CSV file with the columns text and labels; a text without labels says that none of them
 * fits. Texts of one wording count once, with the labels of all its rows. Throws UnreadableFileError naming file, row and
 * column, also where the file gives no label at all.
 */
export async function trainTagsFile(
  path: string,
  onDoubt?: OnDoubt,
): Promise<{ tagger: Tagger; report: TaggerReport }> {
  const byWording = new Map<string, { text: string; labels: Set<string> }>()
  for await (const read of readTable(path, { required: ['text', 'labels'], onDoubt })) {
    if ('problem' in read) throw new UnreadableFileError(read.problem)
    const { row, values } = read
    const { text = '' } = values
    const refused = problemOf(path, row, 'text', text)
    if (refused !== null) throw new UnreadableFileError(refused.problem)
    const wording = normalise(text)
    const known = byWording.get(wording) ?? { text, labels: new Set<string>() }
    for (const label of labelsIn(values['labels'] ?? '')) known.labels.add(label)
    byWording.set(wording, known)
  }
  const texts = [...byWording.values()].map(({ text, labels }) => ({ terms: termsOf(text), labels: [...labels] }))
  if (texts.every(({ labels }) => labels.length === 0))
    throw new UnreadableFileError(`${path}, column labels: empty in every row. Expected labels, apart by semicolons.`)
  return trainTagger(texts)
}

/**
 * Suggests labels and bodies for the texts of a CSV file with the column text and, where it has one, state (a name or an
 * ISO 3166 code); `state` stands in where a row names none. A `tagger` of the user's own adds its labels. Throws
 * UnreadableFileError naming file, row and column.
 */
export async function* suggestFile(
  path: string,
  state: string | null,
  tagger: Tagger | null = null,
  onDoubt?: OnDoubt,
): AsyncGenerator<SuggestedForText | RefusedRow> {
  for await (const read of readTexts(path, state, onDoubt)) {
    if ('problem' in read) yield read
    else
      yield {
        ...suggest(read.text, read.state),
        ...(tagger === null ? {} : { labels: tagger.suggest(termsOf(read.text), LEAST_SHOWN) }),
      }
  }
}

/** Texts of a file with the State of each. */
async function* readTexts(
  path: string,
  state: string | null,
  onDoubt?: OnDoubt,
): AsyncGenerator<{ readonly text: string; readonly state: string | null } | RefusedRow> {
  for await (const read of readTable(path, { required: ['text'], optional: ['state'], onDoubt })) {
    if ('problem' in read) {
      yield read
      continue
    }
    const { row, values } = read
    const { text = '' } = values
    const printed = (values['state'] ?? '').trim()
    const code = printed === '' ? state : stateCodeOf(printed)
    const refused = problemOf(path, row, 'text', text)
    if (refused !== null) yield refused
    else if (printed !== '' && code === null)
      yield {
        row,
        problem: `${path}, row ${row}, column state: "${printed.slice(0, 80)}" is no State we know. Expected a name or an ISO 3166 code such as KHM.`,
      }
    else yield { text, state: code }
  }
}
