import {
  isSuggestion,
  many,
  one,
  property,
  sources,
  standing,
  type FieldRule,
  type TypeRules,
} from '../../cypher/composer.ts'
import { pageSize } from '../../cypher/connections.ts'
import { initiativesOf } from '../initiatives/connection.ts'
import { composeRecommendations } from '../recommendations/connection.ts'
import type { Filter } from '../recommendations/filter.ts'

const roleCounts: FieldRule = ({ composer, node, field }) => {
  const [r, row] = [composer.variable('r'), composer.variable('row')]
  return (
    `COLLECT { MATCH (${node})<-[${r}:ADDRESSED_TO]-(:Recommendation) WHERE ${standing(r, true)} ` +
    `WITH {role: ${r}.role, basis: ${r}.basis, isSuggestion: ${isSuggestion(r)}} AS ${row}, count(*) AS count ` +
    `ORDER BY ${row}.isSuggestion, ${row}.role, ${row}.basis RETURN ${composer.map('RoleCount', field.selections, row, {
      role: () => `${row}.role`,
      basis: () => `${row}.basis`,
      isSuggestion: () => `${row}.isSuggestion`,
      count: () => 'count',
    })} }`
  )
}

const sharesWith: FieldRule = ({ composer, node, field }) => {
  const first = composer.parameter(pageSize(field.args['first'], 'sharesWith.first', 50))
  const includeSuggestions = field.args['includeSuggestions'] !== false
  const [a, b, other] = [composer.variable('r'), composer.variable('r'), composer.variable('b')]
  return (
    `COLLECT { MATCH (${node})<-[${a}:ADDRESSED_TO]-(shared:Recommendation)-[${b}:ADDRESSED_TO]->(${other}:GovernmentBody) ` +
    `WHERE ${standing(a, includeSuggestions)} AND ${standing(b, includeSuggestions)} ` +
    `WITH ${other}, count(DISTINCT shared) AS count, all(one IN collect(${isSuggestion(a)} OR ${isSuggestion(b)}) WHERE one) AS suggested ` +
    `ORDER BY count DESC, ${other}.name LIMIT ${first} RETURN ${composer.map(
      'SharedResponsibility',
      field.selections,
      other,
      {
        body: ({ field: body }) => composer.project(body.type, body.selections, other),
        count: () => 'count',
        isSuggestion: () => 'suggested',
      },
    )} }`
  )
}

/** The filter's roles and bases speak of this body, so they go with its id into one condition. */
const recommendations: FieldRule = (scope) => {
  const asked = (scope.field.args['filter'] ?? {}) as Filter
  const includeSuggestions = asked.includeSuggestions ?? false
  const { roles, bases, ...rest } = asked
  const { composer, node } = scope
  const r = composer.variable('r')
  const conditions = [
    standing(r, includeSuggestions),
    ...(roles ? [`coalesce(${r}.role, 'NOT_STATED') IN ${composer.parameter(roles)}`] : []),
    ...(bases ? [`${r}.basis IN ${composer.parameter(bases)}`] : []),
  ]
  const field = { ...scope.field, args: { ...scope.field.args, filter: rest } }
  return composeRecommendations(
    { ...scope, field },
    (m) => `MATCH (${node})<-[${r}:ADDRESSED_TO]-(${m}:Recommendation) WHERE ${conditions.join(' AND ')} WITH ${m}`,
  )
}

export const GovernmentBody: TypeRules = {
  name: property('name'),
  nameKm: property('nameKm'),
  acronym: property('acronym'),
  kind: property('kind'),
  mandateSummary: property('mandateSummary'),
  state: one((n, s) => `MATCH (${n})-[:OF_STATE]->(${s}:State)`),
  roleCounts,
  recommendations,
  sharesWith,
  initiatives: initiativesOf((n, i, r) => `(${n})-[${r}:LEADS|PARTNERS_IN|INVOLVES]-(${i}:Initiative)`),
  events: many(
    (n, e) => `MATCH (${n})<-[:ORGANISED_BY]-(${e}:Event)`,
    (e) => `${e}.sortOn DESC, ${e}.id`,
  ),
  sources,
}
