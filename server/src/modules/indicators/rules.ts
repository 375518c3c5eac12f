import { many, property, sources, type TypeRules } from '../../cypher/composer.ts'

export const Indicator: TypeRules = {
  name: property('name'),
  measurements: many(
    (n, m) => `MATCH (${n})<-[:OF]-(${m}:Measurement)`,
    (m) => `${m}.year DESC, ${m}.id`,
  ),
  recommendations: many(
    (n, r) => `MATCH (${n})-[:MEASURES]->(${r}:Recommendation)`,
    (r) => `${r}.id`,
  ),
  themes: many(
    (n, t) => `MATCH (${n})-[:ABOUT]->(${t}:Theme)`,
    (t) => `${t}.name`,
  ),
  sources,
}

export const Measurement: TypeRules = {
  value: property('value'),
  year: property('year'),
  sources,
}
