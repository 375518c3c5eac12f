/** Reads our own JSON export (docs/exports.md; README.md beside this file). */
import { readJsonArray } from '../files/json-array.ts'
import { guard } from '../../text/formula-guard.ts'
import { joinCell } from '../../text/list-cell.ts'
import { refusal, withCellsOf } from '../files/tables.ts'
import type { Place, ReadItem, ReadOptions } from '../records.ts'
import { unreadable } from '../unreadable-file.ts'
import { itemsOf, type OwnRow } from './map.ts'
import { soundItems } from './sound.ts'
import { describedByJson, thingOf, wholeColumnsOf } from './whole.ts'

/** How such a file begins, up to the bracket of its recommendations. */
export const OPENING =
  /^\s*\{\s*"format"\s*:\s*"followthrough-recommendations"\s*,\s*"formatVersion"\s*:\s*1\s*,\s*"recommendations"\s*:\s*\[/

/** Where the value of a CSV column stands in JSON: a path of keys; of a list, the values under the last key. */
const PATHS: Readonly<Record<string, readonly string[]>> = {
  id: ['id'],
  state: ['state', 'name'],
  state_id: ['state', 'id'],
  mechanism: ['mechanism', 'code'],
  mechanism_id: ['mechanism', 'id'],
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
  year: ['document', 'year'],
  printed_states: ['imported', 'printedStates'],
  printed_themes: ['imported', 'printedThemes'],
  printed_affected_groups: ['imported', 'printedAffectedGroups'],
  printed_sdgs: ['imported', 'printedSdgs'],
  source_ids: ['imported', 'sourceIds'],
  imported_from: ['imported', 'importedFrom'],
  gone_from_source_on: ['imported', 'goneFromSourceOn'],
  sources: ['sources', 'citation'],
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
}

/** Values at a path; what is not known is left out. */
function valuesAt(value: unknown, path: readonly string[]): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path))
  if (value === null || value === undefined) return []
  const [key, ...rest] = path
  if (key === undefined) return [String(value)]
  return typeof value === 'object' ? valuesAt((value as Readonly<Record<string, unknown>>)[key], rest) : []
}

/** Columns of the CSV export that hold one value, as it stands; all others hold lists. */
const TEXTS: ReadonlySet<string> = new Set(
  `id state state_id mechanism mechanism_id document_id document_symbol document_title cycle year adopted_on published_on kind paragraph
   part heading position position_printed text text_language summary is_outdated outdated_reason gone_from_source_on source_url`.split(
    /\s+/,
  ),
)
/** Ids of what a recommendation is tied to, by field. */
const TIES: Readonly<Record<string, readonly string[]>> = {
  working_group_ids: ['workingGroups', 'id'],
  initiative_ids: ['initiatives', 'id'],
  indicator_ids: ['indicators', 'id'],
  cites_ids: ['cites'],
}

/** The recommendation as the CSV export has it, but for its links and assessments, which hold no cell alone. */
function cellsOf(record: Readonly<Record<string, unknown>>): Record<string, string> {
  const cells: Record<string, string> = {}
  for (const column of new Set([...TEXTS, ...Object.keys(PATHS), ...Object.keys(TIES)])) {
    const values = valuesAt(record, PATHS[column] ?? TIES[column] ?? [column])
    // Guarded as the CSV export is: whoever reads the list of refused rows takes its own guard off, then this one.
    cells[column] = guard(TEXTS.has(column) ? (values[0] ?? '') : joinCell(values))
  }
  for (const [column, values] of Object.entries(wholeColumnsOf(record)))
    cells[column] = values.length === 0 ? '' : JSON.stringify(values)
  return cells
}

/** Reads our JSON. Throws UnreadableFileError. */
export const read = (path: string, options: ReadOptions): AsyncGenerator<ReadItem> => soundItems(itemsIn(path, options))

async function* itemsIn(path: string, { fileName, signal, onShare }: ReadOptions): AsyncGenerator<ReadItem> {
  let tail = ''
  const onTail = (text: string): void => void (tail = text)
  for await (const { row, value } of readJsonArray(path, fileName, { opening: OPENING, onTail, signal, onShare })) {
    const place: Place = { file: fileName, sheet: null, row }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      yield refusal(place, null, JSON.stringify(value), 'Not a recommendation of our export. Expected an object.')
      continue
    }
    const list: OwnRow['list'] = (column) => valuesAt(value, PATHS[column] ?? [column])
    const record = value as Readonly<Record<string, unknown>>
    const items = itemsOf(
      { list, text: (column) => list(column)[0] ?? '', describe: (id) => describedByJson(id, record) },
      place,
    )
    yield* withCellsOf(() => cellsOf(record), items)
  }
  yield* thingsIn(tail, fileName)
}

/** Things that stand behind the recommendations, in arrays of their own. */
function* thingsIn(tail: string, fileName: string): Generator<ReadItem> {
  const place: Place = { file: fileName, sheet: null, row: 0 }
  let arrays: Readonly<Record<string, unknown>>
  try {
    arrays = JSON.parse(`{${tail.trim().replace(/^,/, '')}`) as Readonly<Record<string, unknown>>
  } catch (error) {
    throw unreadable({
      file: fileName,
      at: 'behind the recommendations',
      found: `no JSON (${error instanceof Error ? error.message : String(error)})`,
      expected: 'the arrays of what they touch, as our export writes them',
    })
  }
  for (const value of Object.values(arrays).flatMap((array): unknown[] => (Array.isArray(array) ? array : []))) {
    const thing = typeof value === 'object' && value !== null ? thingOf({ ...value }) : null
    if (thing !== null) yield { is: 'thing', place, thing }
  }
}
