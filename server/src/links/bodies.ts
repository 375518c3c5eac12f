/**
 * Suggests who in a State's government would be responsible: a body that the text names, else what the State's rules say
 * of its labels, the more particular rules first. Suggests nobody where only rules that fit nearly everything fire.
 */
import type { Suggestion } from './tagger.ts'

export type Rule = {
  /** 1 a body made for the subject … 9 fits nearly everything. */
  readonly order: number
  /** All must be among a text's labels. */
  readonly labels: readonly string[]
  readonly body: string
  readonly role: 'LEAD' | 'SUPPORT'
  readonly reason: string
}

export type Profile = {
  readonly state: string
  readonly bodies: readonly { readonly id: string; readonly name: string; readonly names: readonly string[] }[]
  readonly rules: readonly Rule[]
}

export type SuggestedBody = {
  readonly id: string
  readonly name: string
  readonly role: 'LEAD' | 'SUPPORT'
  readonly basis: 'NAMED_IN_TEXT' | 'MANDATE'
  /** 0 to 1. */
  readonly confidence: number
  /** In words, with the passage or the label that led here. */
  readonly reason: string
}

export const MOST_BODIES = 3
/** Rules of this order fit nearly everything: alone they suggest nobody. */
const GENERAL = 9
/** How much a rule's order weighs against the confidence of its labels. */
const WEIGHT_OF_ORDER = [0, 1, 0.95, 0.8, 0.7, 0.5, 0.35, 0.3, 0.25, 0.1] as const
/** Below this a lead is a guess: nobody is suggested. */
const LEAST_LEAD = 0.2
/** What a second body is worth beside the first of the same rule. */
const SUPPORT_SHARE = 0.6
/** A text that names a body may name it for another reason than to make it responsible. */
const NAMED_CONFIDENCE = 0.9

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
/** Acronyms are words of other meanings in small letters. */
const isAcronym = (name: string): boolean => /^\p{Lu}[\p{Lu}\p{Ll}]*\p{Lu}/u.test(name) && !/\s/.test(name)

function namedIn(text: string, names: readonly string[]): string | null {
  for (const name of names) {
    const pattern = new RegExp(
      `(?<![\\p{L}\\p{N}])${escape(name).replaceAll(/['’]/g, "['’]")}(?![\\p{L}\\p{N}])`,
      isAcronym(name) ? 'u' : 'iu',
    )
    const found = pattern.exec(text)
    if (found !== null) return found[0]
  }
  return null
}

/** Up to three bodies, lead first, each once; empty where nothing particular is known. `nameOf` words a label. */
export function suggestBodies(
  text: string,
  labels: readonly Suggestion[],
  profile: Profile,
  nameOf: (label: string) => string,
): SuggestedBody[] {
  const confidences = new Map(labels.map(({ label, confidence }) => [label, confidence]))
  const bodyOf = new Map(profile.bodies.map((body) => [body.id, body]))
  const found = new Map<string, SuggestedBody>()
  for (const { id, name, names } of profile.bodies) {
    const passage = namedIn(text, names)
    if (passage !== null)
      found.set(id, {
        id,
        name,
        role: 'LEAD',
        basis: 'NAMED_IN_TEXT',
        confidence: NAMED_CONFIDENCE,
        reason: `The text names it: “${passage}”.`,
      })
  }

  const fired = profile.rules
    .map((rule) => ({
      rule,
      confidence: Math.min(...rule.labels.map((label) => confidences.get(label) ?? 0)),
    }))
    .filter(({ confidence }) => confidence > 0)
    .map(({ rule, confidence }) => ({
      rule,
      confidence,
      // A rule that asks for two labels is more particular than the same with one.
      weight: confidence * (WEIGHT_OF_ORDER[rule.order] ?? 0) * (rule.labels.length > 1 ? 1.15 : 1),
    }))
    .sort((a, b) => b.weight - a.weight || a.rule.order - b.rule.order || (a.rule.body < b.rule.body ? -1 : 1))
  if (found.size === 0 && fired.every(({ rule }) => rule.order >= GENERAL)) return []

  const leads = fired.filter(({ rule }) => rule.role === 'LEAD')
  const supports = fired
    .filter(({ rule }) => rule.role === 'SUPPORT')
    .map((one) => ({ ...one, weight: one.weight * SUPPORT_SHARE }))
  const ranked = [...leads, ...supports].sort((a, b) => b.weight - a.weight)
  const first = leads[0]
  if (found.size === 0 && (first === undefined || first.weight < LEAST_LEAD)) return []
  for (const { rule, confidence } of first === undefined ? ranked : [first, ...ranked]) {
    if (found.size >= MOST_BODIES) break
    if (found.has(rule.body) || (rule.order >= GENERAL && found.size > 0)) continue
    found.set(rule.body, {
      id: rule.body,
      name: bodyOf.get(rule.body)?.name ?? rule.body,
      role: found.size === 0 ? 'LEAD' : 'SUPPORT',
      basis: 'MANDATE',
      confidence: Math.round(confidence * (WEIGHT_OF_ORDER[rule.order] ?? 0) * 1_000) / 1_000,
      reason: `Mandate: ${rule.reason} (${rule.labels.map(nameOf).join(', ')}).`,
    })
  }
  return [...found.values()].slice(0, MOST_BODIES)
}
