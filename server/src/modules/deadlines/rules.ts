import { one, property, sources, type Composer, type TypeRules } from '../../cypher/composer.ts'

/** OVERDUE where a source recorded it so; else by its last day: PASSED, outcome not recorded, or DUE. */
export const deadlineStatus = (composer: Composer, d: string): string =>
  `CASE WHEN ${d}.isRecordedOverdue THEN 'OVERDUE' WHEN ${d}.sortOn < ${composer.parameter(composer.today)} THEN 'PASSED' ELSE 'DUE' END`

export const Deadline: TypeRules = {
  what: property('what'),
  dueOn: property('dueOn'),
  who: property('who'),
  mechanism: one((n, m) => `MATCH (${n})-[:SET_BY]->(${m}:Mechanism)`),
  status: ({ composer, node }) => deadlineStatus(composer, node),
  recordedStatus: property('recordedStatus'),
  recordedOn: property('recordedOn'),
  sources,
}
