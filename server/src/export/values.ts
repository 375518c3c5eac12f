/** Which properties a file leaves out. Pure. */
import { SEARCH_PROPERTIES } from '../../../graph/model/index.ts'

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
  'suggestionsFingerprint',
  'decisionCount',
  'importer',
])
export const isDerived = (name: string): boolean => name.endsWith('Order') || DERIVED.has(name)
