import { idParameter, listOf, ofState, oneOf, period, where, type RootRule } from '../../cypher/roots.ts'
import type { ConnectionSource } from '../../cypher/connections.ts'
import type { Composer } from '../../cypher/composer.ts'
import { idsOf } from '../recommendations/filter.ts'
import { deadlineStatus } from './rules.ts'

/** Soonest first. */
export const DEADLINE_ORDER: ConnectionSource['order'] = [
  { expression: (d) => `coalesce(${d}.sortOn, '')` },
  { expression: (d) => `${d}.id` },
]

/** Conditions that a deadline is of one of these States and mechanisms; null where none are named. */
export const ofStatesAndMechanisms = (
  composer: Composer,
  d: string,
  { states, mechanisms }: { states?: unknown; mechanisms?: unknown },
  path: string,
): (string | null)[] => [
  Array.isArray(states)
    ? `EXISTS { MATCH (${d})-[:OF_STATE]->(s:State) WHERE s.id IN ${composer.parameter(idsOf('State', states as string[], `${path}states`))} }`
    : null,
  Array.isArray(mechanisms)
    ? `EXISTS { MATCH (${d})-[:SET_BY]->(k:Mechanism) WHERE k.id IN ${composer.parameter(idsOf('Mechanism', mechanisms as string[], `${path}mechanisms`))} }`
    : null,
]

export const deadlines: RootRule = listOf((scope) => ({
  match: (d) => {
    const mechanism = idParameter(scope, 'Mechanism', 'mechanism')
    const { from, to } = period(scope)
    return `MATCH (${d}:Deadline)${where(
      ofState(scope, d),
      mechanism === null ? null : `EXISTS { (${d})-[:SET_BY]->(:Mechanism {id: ${mechanism}}) }`,
      ...ofStatesAndMechanisms(scope.composer, d, scope.field.args, ''),
      from === null ? null : `${d}.sortOn >= ${from}`,
      // A period that begins within the time asked for touches it, though it may end later.
      to === null ? null : `${d}.dueOn <= ${to}`,
      oneOf(scope, deadlineStatus(scope.composer, d), 'statuses'),
    )}`
  },
  order: DEADLINE_ORDER,
}))
