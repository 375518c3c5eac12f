import { property, sources, type FieldRule, type TypeRules } from '../../cypher/composer.ts'
import { documentsOf } from '../review-documents/connection.ts'
import { idsOf } from '../recommendations/filter.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

/** The State of a field's argument as a parameter, or null where none is asked for. */
const stateOf = ({ composer, field }: Parameters<FieldRule>[0]): string | null => {
  const { state } = field.args
  return typeof state === 'string' ? composer.parameter(idsOf('State', [state], 'state')[0]) : null
}

const deadlines: FieldRule = (scope) => {
  const { composer, node, field } = scope
  const d = composer.variable('d')
  const state = stateOf(scope)
  return (
    `COLLECT { MATCH (${node})<-[:SET_BY]-(${d}:Deadline) ${state === null ? '' : `WHERE (${d})-[:OF_STATE]->(:State {id: ${state}}) `}` +
    `WITH ${d} ORDER BY ${d}.sortOn, ${d}.id RETURN ${composer.project(field.type, field.selections, d)} }`
  )
}

export const Mechanism: TypeRules = {
  code: property('code'),
  name: property('name'),
  nameKm: property('nameKm'),
  kind: property('kind'),
  treaty: property('treaty'),
  documents: (scope) => {
    const state = stateOf(scope)
    return documentsOf(
      (n, d) =>
        `MATCH (${n})<-[:ADOPTED_BY]-(${d}:ReviewDocument)${state === null ? '' : ` WHERE (${d})-[:REVIEWS]->(:State {id: ${state}})`}`,
    )(scope)
  },
  deadlines,
  recommendations: recommendationsOf(
    (n, m) => `(${n})<-[:ADOPTED_BY]-(:ReviewDocument)<-[:ISSUED_IN]-(${m}:Recommendation)`,
  ),
  sources,
}
