import { property, sources, type FieldRule, type TypeRules } from '../../cypher/composer.ts'
import { documentsOf } from '../review-documents/connection.ts'
import { idParameter } from '../../cypher/roots.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

const deadlines: FieldRule = (scope) => {
  const { composer, node, field } = scope
  const d = composer.variable('d')
  const state = idParameter(scope, 'State', 'state')
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
    const state = idParameter(scope, 'State', 'state')
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
