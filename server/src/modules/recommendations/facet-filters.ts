/** From a value of a facet or a cell of a matrix back to the filter that describes what was counted. Pure. */
import type { FacetField, Linked, MatrixAxis } from '../../generated/resolvers.ts'
import type { Filter } from './filter.ts'

export type Field = FacetField | MatrixAxis
/** What stands for "no value" among the values of a field. */
export const NONE = 'NONE'

/** Fields that describe one and the same responsibility: they cannot be added one by one. */
const RESPONSIBILITY: readonly (keyof Filter)[] = ['governmentBodies', 'roles', 'bases']
const ASSESSMENT: readonly (keyof Filter)[] = ['assessedBy', 'assessedSince']

const isGiven = (filter: Filter, key: keyof Filter): boolean => filter[key] !== undefined && filter[key] !== null

/** A filter without what goes without saying: nulls, and the defaults of the schema. */
export function plain(filter: Filter): Filter {
  const entries = Object.entries(filter).flatMap(([key, value]): [string, unknown][] => {
    if (value === null || value === undefined) return []
    if (key === 'includeSuggestions' && value === false) return []
    if (key === 'voice' && value === 'CIVIL_SOCIETY') return []
    if (key === 'and' || key === 'or') return [[key, (value as Filter[]).map(plain)]]
    if (key === 'not') return [[key, plain(value as Filter)]]
    return [[key, value]]
  })
  return Object.fromEntries(entries) as Filter
}

/** What both describe: side by side where they speak of different things, else the second in the first one's `and`. */
export function narrowed(filter: Filter, part: Filter): Filter {
  const { lacks = [], ...rest } = part
  const lacked: Filter =
    lacks !== null && lacks.length > 0
      ? { ...filter, lacks: [...new Set([...(filter.lacks ?? []), ...lacks])] }
      : filter
  const keys = Object.keys(rest) as (keyof Filter)[]
  const groupOf = (key: keyof Filter): readonly (keyof Filter)[] =>
    [RESPONSIBILITY, ASSESSMENT].find((group) => group.includes(key)) ?? [key]
  if (!keys.some((key) => groupOf(key).some((one) => isGiven(filter, one)))) return { ...lacked, ...rest }
  const { includeSuggestions, voice } = filter
  const inside = { ...(includeSuggestions ? { includeSuggestions } : {}), ...(voice ? { voice } : {}) }
  return { ...lacked, and: [...(filter.and ?? []), plain({ ...inside, ...rest })] }
}

/** How a field of the filter takes one value, and what says that there is none. */
type Taking = {
  readonly value: (value: string) => Filter
  /** Names for `lacks`; the second, where there is one, is that of suggestions. Absent where every recommendation has a value. */
  readonly lacks?: readonly [Linked, Linked?]
  /** What more says that there is none. */
  readonly none?: Filter
  /** Fields of the filter that restrict by it. */
  readonly own: readonly (keyof Filter)[]
}
const listed = (field: keyof Filter, lacks?: Taking['lacks']): Taking => ({
  value: (value) => ({ [field]: [value] }),
  ...(lacks === undefined ? {} : { lacks }),
  own: [field],
})

const TAKING: Record<Field, Taking> = {
  STATE: listed('states'),
  MECHANISM: listed('mechanisms'),
  DOCUMENT: listed('documents'),
  THEME: listed('themes', ['THEME', 'SUGGESTED_THEME']),
  RIGHT: listed('rights', ['RIGHT', 'SUGGESTED_RIGHT']),
  RIGHTS_CLUSTER: listed('rightsClusters', ['RIGHTS_CLUSTER', 'SUGGESTED_RIGHTS_CLUSTER']),
  AFFECTED_GROUP: listed('affectedGroups', ['AFFECTED_GROUP', 'SUGGESTED_AFFECTED_GROUP']),
  SDG_TARGET: listed('sdgTargets', ['SDG_TARGET', 'SUGGESTED_SDG_TARGET']),
  SDG_GOAL: listed('sdgGoals', ['SDG_GOAL', 'SUGGESTED_SDG_GOAL']),
  GOVERNMENT_BODY: listed('governmentBodies', ['ANY_BODY', 'SUGGESTED_BODY']),
  LEAD_BODY: {
    value: (value) => ({ governmentBodies: [value], roles: ['LEAD'] }),
    lacks: ['LEAD_BODY', 'SUGGESTED_LEAD_BODY'],
    own: ['governmentBodies', 'roles'],
  },
  ROLE: listed('roles', ['ANY_BODY', 'SUGGESTED_BODY']),
  BASIS: listed('bases', ['ANY_BODY', 'SUGGESTED_BODY']),
  WORKING_GROUP: listed('workingGroups', ['WORKING_GROUP']),
  INITIATIVE: listed('initiatives', ['INITIATIVE', 'SUGGESTED_INITIATIVE']),
  RECOMMENDING_STATE: listed('recommendingStates', ['RECOMMENDING_STATE']),
  // Not known is a value of its own, of the Universal Periodic Review alone.
  POSITION: { ...listed('positions', ['POSITION']), none: { not: { positions: ['NOT_KNOWN'] } } },
  STATUS: listed('statuses'),
  KIND: listed('kinds'),
  YEAR: { ...listed('years', ['YEAR']), value: (value) => ({ years: [Number(value)] }) },
}

/** Whether every recommendation has a value for the field: the graph's checks hold it. */
export const isMandatory = (field: Field): boolean => TAKING[field].lacks === undefined

/** The filter narrowed to one value of a field, or to what has none (`NONE`). */
export function narrowedTo(filter: Filter, field: Field, value: string): Filter {
  const { value: taking, lacks: [byFact, bySuggestion] = [], none = {} } = TAKING[field]
  if (value !== NONE) return narrowed(filter, taking(value))
  const lacks = [byFact, filter.includeSuggestions === true ? bySuggestion : undefined].flatMap((one) => one ?? [])
  return narrowed(filter, { lacks, ...none })
}

/** The filter without a field's own restriction, here and in its `and`. */
export function withoutOwn(filter: Filter, field: Field): Filter {
  const { own, lacks = [] } = TAKING[field]
  // Bodies restrict the lead where the lead is asked for, and nothing else.
  const isOwn = field !== 'LEAD_BODY' || (filter.roles?.length === 1 && filter.roles[0] === 'LEAD')
  const kept = Object.entries(filter).filter(([key]) => !(isOwn && own.some((one) => one === key)))
  return {
    ...(Object.fromEntries(kept) as Filter),
    ...(filter.lacks ? { lacks: filter.lacks.filter((one) => !lacks.some((name) => name === one)) } : {}),
    ...(filter.and ? { and: filter.and.map((part) => withoutOwn(part, field)) } : {}),
  }
}
