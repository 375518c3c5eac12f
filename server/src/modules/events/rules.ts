import { many, property, sources, type TypeRules } from '../../cypher/composer.ts'

export const Event: TypeRules = {
  date: property('date'),
  title: property('title'),
  chair: property('chair'),
  participants: property('participants'),
  organisers: many(
    (n, o) => `MATCH (${n})-[:ORGANISED_BY]->(${o})`,
    (o) => `${o}.name`,
  ),
  documents: many(
    (n, d) => `MATCH (${n})-[:DISCUSSED]->(${d}:ReviewDocument)`,
    (d) => `${d}.sortOn DESC`,
  ),
  sources,
}
