import {
  isSuggestion,
  many,
  property,
  sources,
  standing,
  type FieldRule,
  type TypeRules,
} from '../../cypher/composer.ts'
import { composeRecommendations } from '../recommendations/connection.ts'

const involves: FieldRule = ({ composer, node, field }) => {
  const [r, v] = [composer.variable('r'), composer.variable('v')]
  return (
    `COLLECT { MATCH (${node})-[${r}:INVOLVES]->(${v}) WHERE ${standing(r, field.args['includeSuggestions'] !== false)} ` +
    `WITH ${r}, ${v} ORDER BY ${isSuggestion(r)}, head(labels(${v})), ${v}.id RETURN ${composer.map(
      'Involvement',
      field.selections,
      r,
      {
        node: ({ field: one }) => composer.project(one.type, one.selections, v),
        basis: () => `${r}.basis`,
        isSuggestion: () => isSuggestion(r),
        note: () => `${r}.note`,
      },
    )} }`
  )
}

const supports: FieldRule = (scope) => {
  const r = scope.composer.variable('r')
  const includeSuggestions = scope.field.args['includeSuggestions'] !== false
  return composeRecommendations(
    scope,
    (m) =>
      `MATCH (${scope.node})-[${r}:SUPPORTS]->(${m}:Recommendation) WHERE ${standing(r, includeSuggestions)} WITH ${m}`,
  )
}

export const Initiative: TypeRules = {
  number: property('number'),
  pillar: property('pillar'),
  category: property('category'),
  summary: property('summary'),
  startsOn: property('startsOn'),
  endsOn: property('endsOn'),
  timeframeNote: property('timeframeNote'),
  leads: many(
    (n, a) => `MATCH (${n})<-[:LEADS]-(${a})`,
    (a) => `${a}.name`,
  ),
  partners: many(
    (n, a) => `MATCH (${n})<-[:PARTNERS_IN]-(${a})`,
    (a) => `${a}.name`,
  ),
  supports,
  involves,
  sources,
}
