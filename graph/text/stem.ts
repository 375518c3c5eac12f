/**
 * English words brought to their stem by Porter's algorithm (M. F. Porter, An algorithm for suffix stripping, Program 14(3), 1980):
 * the same on writing, on asking and on lighting what matched.
 */
import { stemmer } from 'stemmer'

/** The words that English search passes over, those of Lucene's English analyzer. */
const STOP_WORDS = new Set(
  'a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with'.split(
    ' ',
  ),
)
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word)

/** Stems by word: a graph has few words and uses each often. Emptied when it holds more than a language has. */
const known = new Map<string, string>()
const MAX_KNOWN = 100_000

/** The stem of a folded word; a word of another script, or with digits, is its own. */
export function stemOf(word: string): string {
  const kept = known.get(word)
  if (kept !== undefined) return kept
  const bare = word.replace(/['’]s?$/, '')
  const stem = /^[a-z]+$/.test(bare) ? stemmer(bare) : word
  if (known.size >= MAX_KNOWN) known.clear()
  known.set(word, stem)
  return stem
}
