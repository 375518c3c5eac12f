/** Labels and responsible bodies for one text, as the command `suggest` and the API give them. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { BUILT_IN_FOLDER } from '../../../graph/importers/cambodia/load.ts'
import { parseTable } from '../../../graph/importers/cambodia/read.ts'
import { ID_PREFIX } from '../../../graph/model/index.ts'
import { suggestBodies, type Profile, type SuggestedBody } from './bodies.ts'
import { builtIn } from './built-in.ts'
import { readProfile } from './profiles.ts'
import type { Suggestion } from './tagger.ts'
import { termsOf, type Term } from './text.ts'

export type SuggestedLabel = {
  readonly id: string
  readonly name: string
  /** 0 to 1. */
  readonly confidence: number
  readonly reason: string
}

export type Suggestions = {
  readonly themes: readonly SuggestedLabel[]
  readonly groups: readonly SuggestedLabel[]
  readonly rights: readonly SuggestedLabel[]
  readonly sdgTargets: readonly SuggestedLabel[]
  readonly bodies: readonly SuggestedBody[]
}

/** Least confidence of a label that is shown, and of one that a rule about bodies may use. */
export const LEAST_SHOWN = 0.3
const LEAST_FOR_RULES = 0.15

let labelNames: ReadonlyMap<string, string> | null = null

/** Name of every label that can be suggested, from the built-in vocabularies. */
export function namesOfLabels(): ReadonlyMap<string, string> {
  if (labelNames !== null) return labelNames
  const names = new Map<string, string>()
  const add = (file: 'themes.csv' | 'affected_groups.csv' | 'sdg_targets.csv' | 'treaties_articles.csv'): void => {
    for (const { values } of parseTable(file, readFileSync(join(BUILT_IN_FOLDER, file))).rows) {
      const id = values['id'] ?? ''
      if (file === 'themes.csv') names.set(`${ID_PREFIX.Theme}:${id}`, values['name'] ?? id)
      if (file === 'affected_groups.csv') names.set(`${ID_PREFIX.AffectedGroup}:${id}`, values['name'] ?? id)
      if (file === 'sdg_targets.csv')
        names.set(`${ID_PREFIX.SdgTarget}:${id}`, `${values['target'] ?? id} ${values['short_title'] ?? ''}`.trim())
      if (file === 'treaties_articles.csv')
        names.set(
          `${id.includes('-cluster-') ? ID_PREFIX.RightsCluster : ID_PREFIX.Right}:${id}`,
          [values['treaty'], values['article'], values['short_title']].filter((part) => part !== '').join(' '),
        )
    }
  }
  add('themes.csv')
  add('affected_groups.csv')
  add('sdg_targets.csv')
  add('treaties_articles.csv')
  labelNames = names
  return names
}

const profiles = new Map<string, Profile | null>()

/** The profile of a State, read once; null where it has none. */
export function profileOf(state: string): Profile | null {
  const known = profiles.get(state)
  if (known !== undefined) return known
  const profile = readProfile(state, new Set(namesOfLabels().keys()))
  profiles.set(state, profile)
  return profile
}

/** Characters of a passage for each word that counts in it; of a longer one, or across sentences, the words stand apart. */
const LONGEST_PASSAGE = 24

/** Why a label is suggested, in words: what in the text speaks for it, in the text's own words. */
function reasonOf(text: string, terms: readonly Term[], groups: readonly (readonly number[])[], sure: string): string {
  const passages: string[] = []
  for (const group of groups) {
    const [first, last] = [terms[group[0] ?? -1], terms[group.at(-1) ?? -1]]
    if (first === undefined || last === undefined) continue
    const passage = text.slice(first.start, last.end).replace(/\s+/g, ' ')
    const words =
      passage.length > LONGEST_PASSAGE * group.length || /[.;:]\s/.test(passage)
        ? group.map((place) => text.slice(terms[place]?.start, terms[place]?.end))
        : [passage]
    for (const word of words) if (!passages.some((one) => one.toLowerCase() === word.toLowerCase())) passages.push(word)
  }
  const quoted = passages.map((passage) => `“${passage}”`)
  const last = quoted.pop()
  if (last === undefined) return `Texts of like words carry it (${sure}).`
  return quoted.length === 0
    ? `${last} speaks for it (${sure}).`
    : `${quoted.join(', ')} and ${last} speak for it (${sure}).`
}

/** What a label is one of: the kinds that a text is tagged with one by one. */
const KIND_OF_PREFIX: Readonly<Record<string, keyof Omit<Suggestions, 'bodies'>>> = {
  [ID_PREFIX.Theme]: 'themes',
  [ID_PREFIX.AffectedGroup]: 'groups',
  [ID_PREFIX.Right]: 'rights',
  [ID_PREFIX.RightsCluster]: 'rights',
  [ID_PREFIX.SdgTarget]: 'sdgTargets',
  [ID_PREFIX.SdgGoal]: 'sdgTargets',
}
const kindOf = (label: string): string => KIND_OF_PREFIX[label.split(':')[0] ?? ''] ?? ''

/**
 * Suggestions for one text. `state` (ISO 3166 alpha-3) chooses the profile that bodies come from; null: no bodies.
 * `known` are labels that the text has for certain: of their kinds the rules about bodies take no others.
 */
export function suggest(text: string, state: string | null, known: readonly string[] = []): Suggestions {
  const terms = termsOf(text)
  const { suggestions: all, reasonsFor } = builtIn().tagger.read(terms, LEAST_FOR_RULES)
  // Never wholly: it is a suggestion.
  const sure = (confidence: number): string => `${Math.min(99, Math.round(confidence * 100))}\u00a0% sure`
  const shown = (prefixes: readonly string[]): SuggestedLabel[] =>
    all
      .filter(({ label, confidence }) => prefixes.includes(label.split(':')[0] ?? '') && confidence >= LEAST_SHOWN)
      .map(({ label, confidence }) => ({
        id: label,
        name: namesOfLabels().get(label) ?? label,
        confidence: Math.round(confidence * 1_000) / 1_000,
        reason: reasonOf(text, terms, reasonsFor(label), sure(confidence)),
      }))
  const profile = state === null ? null : profileOf(state)
  const knownKinds = new Set(known.map(kindOf))
  const labels = [
    ...known.map((label) => ({ label, confidence: 1 })),
    ...all.filter(({ label }) => !knownKinds.has(kindOf(label))),
  ]
  return {
    themes: shown([ID_PREFIX.Theme]),
    groups: shown([ID_PREFIX.AffectedGroup]),
    rights: shown([ID_PREFIX.Right, ID_PREFIX.RightsCluster]),
    sdgTargets: shown([ID_PREFIX.SdgTarget, ID_PREFIX.SdgGoal]),
    bodies:
      profile === null ? [] : suggestBodies(text, labels, profile, (label) => namesOfLabels().get(label) ?? label),
  }
}

export type { Suggestion }
