import { one, property, sources, type TypeRules } from '../../cypher/composer.ts'
import { initiativesOf } from '../initiatives/connection.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

export const WorkingGroup: TypeRules = {
  number: property('number'),
  // The stored name says "unnamed in the sources" where there is none; the API says null.
  name: ({ node }) => `CASE WHEN ${node}.isNamed THEN ${node}.name END`,
  coalition: one((n, o) => `MATCH (${n})-[:PART_OF]->(${o}:Organisation)`),
  note: property('note'),
  recommendations: recommendationsOf((n, m) => `(${n})<-[:FOLLOWED_BY]-(${m}:Recommendation)`),
  initiatives: initiativesOf((n, i, r) => `(${n})<-[${r}:INVOLVES]-(${i}:Initiative)`),
  sources,
}
