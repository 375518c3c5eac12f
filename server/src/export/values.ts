/** What kind of value each property of the model holds, for formats that say so before the first value. Pure. */
import { SEARCH_PROPERTIES, type Label } from '../../../graph/model/index.ts'

export type ValueType = 'text' | 'integer' | 'double' | 'boolean' | 'list' | 'date'

const INTEGERS = new Set(['year', 'knownTotal', 'goal', 'session', 'part'])
const BOOLEANS = new Set(['complete', 'outdated', 'isNamed', 'isRecordedOverdue'])
const LISTS = new Set([
  'aliases',
  'provinces',
  'citations',
  'printedStates',
  'printedThemes',
  'printedAffectedGroups',
  'printedSdgs',
  'sourceIds',
  'importedFrom',
])
const DATES = new Set([
  'on',
  'date',
  'startsOn',
  'endsOn',
  'adoptedOn',
  'publishedOn',
  'nextReportDueOn',
  'dueOn',
  'decidedOn',
  'recordedOn',
  'goneFromSourceOn',
])

/** The type of a property; `label` settles those that two labels use differently. */
export function typeOfProperty(name: string, label?: Label): ValueType {
  if (name === 'number') return label === 'WorkingGroup' ? 'integer' : 'text'
  if (INTEGERS.has(name)) return 'integer'
  if (name === 'score') return 'double'
  if (BOOLEANS.has(name)) return 'boolean'
  if (LISTS.has(name)) return 'list'
  return DATES.has(name) ? 'date' : 'text'
}

/** Properties that only serve to sort, to find, or to meet a row again when its file is imported again. */
const DERIVED = new Set<string>([
  ...SEARCH_PROPERTIES,
  'sortOn',
  'searchAdded',
  'textHash',
  'sourceDigests',
  'filledBy',
  'importRunId',
  'linksFingerprint',
  'importer',
])
export const isDerived = (name: string): boolean => name.endsWith('Order') || DERIVED.has(name)
