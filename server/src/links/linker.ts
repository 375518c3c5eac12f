/**
 * Links inside one State: every recommendation's best candidates by a quick score over an inverted index of words and
 * subjects, then the full score of those. Pure and deterministic: the same texts give the same links in the same order.
 */
import { hasKhmer } from '../../../graph/text/index.ts'
import type { Analysis, Weights as SparseWeights } from './analysis.ts'
import { spaceOf } from './built-in.ts'
import {
  methodOf,
  REPEAT_METHOD,
  Scorer,
  SHIPPED_WEIGHTS,
  type LinkKind,
  type PassagePair,
  type Reasons,
  type Weights,
} from './scorer.ts'
import { termsOf } from './text.ts'

/** A recommendation as the linker sees it. All of one call are of one State. */
export type LinkText = {
  readonly id: string
  /** Wording, or our summary where the wording is not held. */
  readonly text: string
  /** BCP 47; texts in different languages are not compared. */
  readonly language: string
  readonly documentId: string
  /** Day by which recommendations are ordered, '' where unknown. */
  readonly sortOn: string
}

/** A proposed link, from the later recommendation to the earlier; on one date from the greater id. */
export type ProposedLink = {
  readonly from: string
  readonly to: string
  readonly kind: LinkKind
  readonly score: number
  readonly method: string
  /** Matching passages, `a` of `from` and `b` of `to`. */
  readonly passages: readonly PassagePair[]
  readonly reasons: Reasons
}

/** Candidates that get the full score, and links kept for one recommendation. */
const CANDIDATES = 18
export const LINKS_KEPT = 10
/** What a subject in common counts for in the quick score, against words. */
const QUICK_SUBJECTS = 0.6
/** A term in more than this share of a large State's texts finds nothing and costs most of the time. */
const COMMON_SHARE = 0.25

export const languageOf = (text: string, stated: string | null): string =>
  (stated ?? (hasKhmer(text) ? 'km' : 'en')).toLowerCase().split('-')[0] ?? 'en'

/** Quick scores of every pair, row by row; both halves filled. */
function quickScores(analyses: readonly Analysis[], termCount: number): Float32Array {
  const count = analyses.length
  const scores = new Float32Array(count * count)
  const inTexts = new Int32Array(termCount)
  for (const { weights, subjects } of analyses)
    for (const { ids } of [weights, subjects]) for (const id of ids) inTexts[id] = (inTexts[id] as number) + 1
  const postings = new Map<number, { texts: number[]; values: number[] }>()
  const common = Math.max(50, count * COMMON_SHARE)
  analyses.forEach(({ weights, subjects }, row) => {
    const line = scores.subarray(row * count, row * count + row)
    const addAll = ({ ids, values: own }: SparseWeights, share: number): void => {
      for (let at = 0; at < ids.length; at += 1) {
        const id = ids[at] as number
        if ((inTexts[id] as number) < 2 || (inTexts[id] as number) > common) continue
        const value = own[at] as number
        const posting = postings.get(id)
        if (posting === undefined) postings.set(id, { texts: [row], values: [value] })
        else {
          const { texts, values } = posting
          for (let k = 0; k < texts.length; k += 1) {
            const other = texts[k] as number
            line[other] = (line[other] as number) + share * value * (values[k] as number)
          }
          texts.push(row)
          values.push(value)
        }
      }
    }
    addAll(weights, 1)
    addAll(subjects, QUICK_SUBJECTS)
    for (let other = 0; other < row; other += 1) scores[other * count + row] = line[other] as number
  })
  return scores
}

/** Numbers of the `most` largest values, ties by number; `self` is left out. */
function largest(values: Float32Array, most: number, self: number): number[] {
  const heap: number[] = []
  let least = -Infinity
  for (let at = 0; at < values.length; at += 1) {
    const value = values[at] as number
    if (at === self || (heap.length === most && value <= least)) continue
    let place = heap.length
    while (place > 0 && (values[heap[place - 1] as number] as number) < value) place -= 1
    heap.splice(place, 0, at)
    if (heap.length > most) heap.pop()
    least = values[heap[heap.length - 1] as number] as number
  }
  return heap
}

/** Whether `a` is later than `b`: the one that a link starts from. */
const isLater = (a: LinkText, b: LinkText): boolean => (a.sortOn === b.sortOn ? a.id > b.id : a.sortOn > b.sortOn)

/** Links of one State, by `from`, then score, then `to`. Texts of different languages, and a text alone, give none. */
export function linkState(texts: readonly LinkText[], weights: Weights = SHIPPED_WEIGHTS): ProposedLink[] {
  const byLanguage = new Map<string, LinkText[]>()
  for (const text of [...texts].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const same = byLanguage.get(text.language)
    if (same === undefined) byLanguage.set(text.language, [text])
    else same.push(text)
  }
  return [...byLanguage.values()].flatMap((same) => linkOneLanguage(same, weights))
}

function linkOneLanguage(texts: readonly LinkText[], weights: Weights): ProposedLink[] {
  const terms = texts.map(({ text }) => termsOf(text))
  const space = spaceOf(terms)
  const analyses = texts.map(({ text }, index) => space.analyse(text, terms[index]))
  const scorer = new Scorer(space, weights)
  const count = texts.length
  const quick = quickScores(analyses, space.size)

  /** For each text its candidates with their scores; a pair is scored once. */
  const scored: { other: number; score: number }[][] = texts.map(() => [])
  const seen = new Set<number>()
  for (let row = 0; row < count; row += 1) {
    for (const other of largest(quick.subarray(row * count, (row + 1) * count), CANDIDATES, row)) {
      const key = row < other ? row * count + other : other * count + row
      if (seen.has(key)) continue
      seen.add(key)
      const score = scorer.score(analyses[row] as Analysis, analyses[other] as Analysis)
      if (scorer.kindOf(score) === null) continue
      scored[row]?.push({ other, score })
      scored[other]?.push({ other: row, score })
    }
  }

  const kept = new Map<number, { row: number; other: number; score: number }>()
  scored.forEach((candidates, row) => {
    candidates.sort((a, b) => b.score - a.score || a.other - b.other)
    const inOwnDocument = ({ other }: { other: number }): boolean => texts[other]?.documentId === texts[row]?.documentId
    // What one document says several times would fill all places; it is shown where it is the same ask, apart.
    const chosen = [
      ...candidates.filter((candidate) => !inOwnDocument(candidate)).slice(0, LINKS_KEPT),
      ...candidates
        .filter((candidate) => inOwnDocument(candidate) && scorer.kindOf(candidate.score) === 'SAME_ASK')
        .slice(0, LINKS_KEPT),
    ]
    for (const { other, score } of chosen)
      kept.set(row < other ? row * count + other : other * count + row, { row, other, score })
  })

  const links = [...kept.values()].map(({ row, other, score }): ProposedLink => {
    const isRowLater = isLater(texts[row] as LinkText, texts[other] as LinkText)
    const [later, earlier] = isRowLater ? [row, other] : [other, row]
    const a = analyses[later] as Analysis
    const b = analyses[earlier] as Analysis
    return {
      from: (texts[later] as LinkText).id,
      to: (texts[earlier] as LinkText).id,
      kind: scorer.kindOf(score) ?? 'RELATED',
      score: Math.round(score * 10_000) / 10_000,
      method: a.hash === b.hash ? REPEAT_METHOD : methodOf(weights),
      ...scorer.explain(a, b),
    }
  })
  return links.sort((a, b) =>
    a.from < b.from ? -1 : a.from > b.from ? 1 : b.score - a.score || (a.to < b.to ? -1 : 1),
  )
}
