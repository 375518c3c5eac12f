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

/** Each distinct kind of responsibility, then counted: see composeFacet for why not one aggregation. */
const roleCounts: FieldRule = ({ composer, node, field }) => {
  const [r, row, same] = [composer.variable('r'), composer.variable('row'), composer.variable('r')]
  return (
    `COLLECT { MATCH (${node})<-[${r}:ADDRESSED_TO]-(:Recommendation) WHERE ${standing(r, true)} ` +
    `WITH DISTINCT {role: ${r}.role, basis: ${r}.basis, isSuggestion: ${isSuggestion(r)}} AS ${row} ` +
    `ORDER BY ${row}.isSuggestion, ${row}.role, ${row}.basis RETURN ${composer.map('RoleCount', field.selections, row, {
      role: () => `${row}.role`,
      basis: () => `${row}.basis`,
      isSuggestion: () => `${row}.isSuggestion`,
      count: () =>
        `COUNT { (${node})<-[${same}:ADDRESSED_TO]-(:Recommendation) WHERE ${standing(same, true)} ` +
        `AND coalesce(${same}.role, '') = coalesce(${row}.role, '') AND ${same}.basis = ${row}.basis AND ${isSuggestion(same)} = ${row}.isSuggestion }`,
    })} }`
  )
}

const sharesWith: FieldRule = ({ composer, node, field }) => {
  const first = composer.bound(pageSize(field.args['first'], 'sharesWith.first', 50))
  const includeSuggestions = field.args['includeSuggestions'] !== false
  const other = composer.variable('b')
  const shared = (extra: string): string => {
    const [a, b, m] = [composer.variable('r'), composer.variable('r'), composer.variable('m')]
    const isFact = extra === '' ? '' : ` AND NOT (${isSuggestion(a)} OR ${isSuggestion(b)})`
    return (
      `MATCH (${node})<-[${a}:ADDRESSED_TO]-(${m}:Recommendation)-[${b}:ADDRESSED_TO]->(${other}) ` +
      `WHERE ${standing(a, includeSuggestions)} AND ${standing(b, includeSuggestions)}${isFact} RETURN DISTINCT ${m}`
    )
  }
  return (
    `COLLECT { MATCH (${node})<-[:ADDRESSED_TO]-(:Recommendation)-[:ADDRESSED_TO]->(${other}:GovernmentBody) WITH DISTINCT ${other} ` +
    `WITH ${other}, COUNT { ${shared('')} } AS count WHERE count > 0 WITH * ORDER BY count DESC, ${other}.name LIMIT ${first} ` +
    `RETURN ${composer.map('SharedResponsibility', field.selections, other, {
      body: ({ field: body }) => composer.project(body.type, body.selections, other),
      count: () => 'count',
      isSuggestion: () => `NOT EXISTS { ${shared('fact')} }`,
    })} }`
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
    asked,
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
