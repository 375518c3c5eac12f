/** Reads our own JSON export (docs/exports.md; README.md beside this file). */
import { CountedDoubts } from '../doubts.ts'
import { readJsonArray } from '../files/json-array.ts'
import { refusal } from '../files/tables.ts'
import type { Place, ReadItem, ReadOptions } from '../records.ts'
import { itemsOf, type OwnRow } from './map.ts'

/** How such a file begins, up to the bracket of its recommendations. */
export const OPENING =
  /^\s*\{\s*"format"\s*:\s*"followthrough-recommendations"\s*,\s*"formatVersion"\s*:\s*1\s*,\s*"recommendations"\s*:\s*\[/

/** Where the value of a CSV column stands in JSON: a path of keys; of a list, the values under the last key. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  id: ['id'],
  state_id: ['state', 'id'],
  mechanism: ['mechanism', 'code'],
  document_symbol: ['document', 'symbol'],
  document_title: ['document', 'title'],
  document_id: ['document', 'id'],
  cycle: ['document', 'cycle'],
  adopted_on: ['document', 'adoptedOn'],
  published_on: ['document', 'publishedOn'],
  text_language: ['textLanguage'],
  is_outdated: ['isOutdated'],
  outdated_reason: ['outdatedReason'],
  recommending_states: ['recommendingStates', 'name'],
  recommending_state_ids: ['recommendingStates', 'id'],
  printed_states: ['imported', 'printedStates'],
  part: ['imported', 'part'],
  heading: ['imported', 'heading'],
  position_printed: ['imported', 'positionPrinted'],
  source_url: ['sources', 'url'],
  themes: ['themes', 'name'],
  theme_ids: ['themes', 'id'],
  rights: ['rights', 'name'],
  right_ids: ['rights', 'id'],
  rights_clusters: ['rightsClusters', 'name'],
  rights_cluster_ids: ['rightsClusters', 'id'],
  affected_groups: ['affectedGroups', 'name'],
  affected_group_ids: ['affectedGroups', 'id'],
  sdg_targets: ['sdgTargets', 'name'],
  sdg_target_ids: ['sdgTargets', 'id'],
  sdg_goals: ['sdgGoals', 'name'],
  sdg_goal_ids: ['sdgGoals', 'id'],
  responsibilities: ['responsibilities', 'role'],
  working_group_ids: ['workingGroups', 'id'],
  initiative_ids: ['initiatives', 'id'],
  indicator_ids: ['indicators', 'id'],
}

/** Values at a path; what is not known is left out. */
function valuesAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path))
  if (value === null || value === undefined) return []
  const [key, ...rest] = path
  if (key === undefined) return [String(value)]
  return typeof value === 'object' ? valuesAt((value as Readonly<Record<string, unknown>>)[key], rest) : []
}

export async function* read(path: string, { fileName, signal }: ReadOptions): AsyncGenerator<ReadItem> {
  const doubts = new CountedDoubts()
  for await (const { row, value } of readJsonArray(path, fileName, { opening: OPENING, signal })) {
    const place: Place = { file: fileName, sheet: null, row }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      yield refusal(place, null, JSON.stringify(value), 'Not a recommendation of our export. Expected an object.')
      continue
    }
    const list: OwnRow['list'] = (column) => valuesAt(value, PATHS[column] ?? [column])
    yield* itemsOf({ list, text: (column) => list(column)[0] ?? '' }, place, doubts)
  }
  yield* doubts.items()
}
