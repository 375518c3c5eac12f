/** What kind of value each property of the model holds, for formats that say so and for files that hold texts alone. */
import type { Label } from './nodes.ts'

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
