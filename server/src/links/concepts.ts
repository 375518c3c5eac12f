/**
 * What a recommendation is about, what exactly about it, what it wants done and for whom: concepts of the field, each known
 * by the phrases of `data/concepts.csv`, so that "bring to justice" meets "prosecute" and two texts on one subject that want
 * different things done are told apart. An aspect is narrower than a subject: a law against domestic violence, a shelter
 * from it. The list is ours, written from knowledge of the field; nothing in it was learned.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from '../../../graph/root.ts'
import { isStopWord, stemOf, type Term } from './text.ts'

export const CONCEPT_KINDS = ['subject', 'aspect', 'action', 'group'] as const
export type ConceptKind = (typeof CONCEPT_KINDS)[number]

const FILE = join(ROOT, 'server', 'src', 'links', 'data', 'concepts.csv')
/** Words of a phrase may stand in any order, at most so many terms from the first. */
const REACH = 6

type Phrase = { readonly key: string; readonly rest: readonly string[] }

/** Phrases by their first stem. Words that say nothing are passed over, as in texts. */
function readPhrases(): ReadonlyMap<string, readonly Phrase[]> {
  const rows = parse(readFileSync(FILE, 'utf8'), { columns: true }) as Record<string, string>[]
  const byFirst = new Map<string, Phrase[]>()
  for (const { kind = '', concept = '', phrases = '' } of rows)
    for (const phrase of phrases.split(';')) {
      const stems = phrase
        .split(' ')
        .filter((word) => word !== '' && !isStopWord(word))
        .map((word) => (word.includes(':') ? word : stemOf(word.toLowerCase())))
      const [first, ...rest] = stems
      if (first === undefined) continue
      const same = byFirst.get(first)
      const found = { key: `${kind}:${concept}`, rest }
      if (same === undefined) byFirst.set(first, [found])
      else same.push(found)
    }
  return byFirst
}

let known: ReadonlyMap<string, readonly Phrase[]> | null = null

/**
 * Concepts in a text or a part of one, each once: their keys `subject:…`, `aspect:…`, `action:…`, `group:…`, with the places
 * in `terms` of the words by which each was first found. May be empty.
 */
export function conceptPlaces(terms: readonly Term[]): Map<string, number[]> {
  known ??= readPhrases()
  const found = new Map<string, number[]>()
  terms.forEach(({ stem }, at) => {
    for (const { key, rest } of known?.get(stem) ?? []) {
      if (found.has(key)) continue
      const placeOf = (word: string): number => {
        const last = Math.min(terms.length - 1, at + REACH)
        for (let other = Math.max(0, at - REACH); other <= last; other += 1)
          if (terms[other]?.stem === word) return other
        return -1
      }
      const places = [at, ...rest.map(placeOf)]
      if (!places.includes(-1)) found.set(key, places)
    }
  })
  return found
}

export const conceptsOf = (terms: readonly Term[]): string[] => [...conceptPlaces(terms).keys()]

export const kindOfConcept = (key: string): string => key.slice(0, key.indexOf(':'))
