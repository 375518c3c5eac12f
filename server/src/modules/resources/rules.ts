import { many, property, sources, type TypeRules } from '../../cypher/composer.ts'

export const Resource: TypeRules = {
  title: property('title'),
  kind: property('kind'),
  symbol: property('symbol'),
  year: property('year'),
  description: property('description'),
  themes: many(
    (n, t) => `MATCH (${n})-[:ABOUT]->(${t}:Theme)`,
    (t) => `${t}.name`,
  ),
  sources,
}
