/**
 * Labels of themes, affected groups and SDGs as three generations of UN vocabularies print them, to ids of ours where one
 * means the same. A label is looked up whole: several hold commas and semicolons, so none is ever split at one.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { toId } from '../../model/ids.ts'
import { ROOT } from '../../root.ts'
import type { ReadLabel } from '../records.ts'
import { foldLabel, kept, readTable } from './tables.ts'

type Vocabulary = {
  readonly label: 'Theme' | 'AffectedGroup'
  readonly builtIn: string
  readonly names: readonly string[]
}

/** Folded label -> id, or null where the table knows the label and nothing of ours means the same. */
function vocabularyOf({ label, builtIn, names }: Vocabulary, rows: () => [printed: string, key: string][]) {
  let known: Map<string, string | null> | undefined
  const load = (): Map<string, string | null> => {
    const map = new Map<string, string | null>()
    const own: Record<string, string>[] = parse(
      readFileSync(join(ROOT, 'graph', 'data', 'cambodia', builtIn), 'utf8'),
      {
        columns: true,
      },
    )
    for (const row of own) {
      for (const name of names) {
        const printed = row[name] ?? ''
        // A theme of ours may stand for two of UHRI's, written "A; B" in our own table.
        for (const one of name === 'uhri_theme' ? printed.split('; ') : [printed])
          if (one !== '') map.set(foldLabel(one), toId(label, row['id'] ?? ''))
      }
    }
    for (const [printed, key] of rows()) map.set(foldLabel(printed), key === '' ? null : toId(label, key))
    return map
  }
  return kept((printed: string): ReadLabel & { readonly isKnown: boolean } => {
    known ??= load()
    const words = printed.replace(/^[\s-]+/, '').trim()
    const id = known.get(foldLabel(words))
    return { printed: words, id: id ?? null, isKnown: id !== undefined }
  })
}

/** `isKnown` is false where no table has the label: a doubt to report, unlike a label that is known to have no twin here. */
export const findTheme = vocabularyOf(
  { label: 'Theme', builtIn: 'themes.csv', names: ['id', 'name', 'uhri_theme'] },
  () => readTable('themes').map((row) => [row['label'] ?? '', row['theme'] ?? '']),
)

export const findAffectedGroup = vocabularyOf(
  { label: 'AffectedGroup', builtIn: 'affected_groups.csv', names: ['id', 'name'] },
  () => readTable('affected-groups').map((row) => [row['label'] ?? '', row['group'] ?? '']),
)

/** Numbered targets and last letter of the lettered ones, goal by goal (A/RES/71/313, annex). */
const TARGETS: readonly (readonly [numbered: number, lettered: string])[] = [
  [5, 'b'],
  [5, 'c'],
  [9, 'd'],
  [7, 'c'],
  [6, 'c'],
  [6, 'b'],
  [3, 'b'],
  [10, 'b'],
  [5, 'c'],
  [7, 'c'],
  [7, 'c'],
  [8, 'c'],
  [3, 'b'],
  [7, 'c'],
  [9, 'c'],
  [10, 'b'],
  [19, ''],
]

/** Reads "16 - PEACE …", "16.2 - …", "SDG 16.a", "Goal 16"; `isKnown` is false where no goal or target is meant. */
export const findSdg = kept((printed: string): ReadLabel & { readonly isKnown: boolean } => {
  const words = printed.replace(/^[\s-]+/, '').trim()
  const found = /^(?:sdgs?|goal|target)?\s*(\d{1,2})(?:\.(\d{1,2}|[a-d]))?(?![\d.])/i.exec(words)
  const goal = Number(found?.[1])
  const target = found?.[2]?.toLowerCase()
  const limits = TARGETS[goal - 1]
  if (limits === undefined) return { printed: words, id: null, isKnown: false }
  if (target === undefined) return { printed: words, id: toId('SdgGoal', String(goal)), isKnown: true }
  const [numbered, lettered] = limits
  const isTarget = /\d/.test(target) ? Number(target) >= 1 && Number(target) <= numbered : target <= lettered
  return isTarget
    ? { printed: words, id: toId('SdgTarget', `sdg-${goal}-${target}`), isKnown: true }
    : { printed: words, id: null, isKnown: false }
})
