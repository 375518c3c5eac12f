import { lastDay } from '../../cypher/dates.ts'
import { many, one, property, sources, type TypeRules } from '../../cypher/composer.ts'

export const Assessment: TypeRules = {
  voice: property('voice'),
  status: property('status'),
  rationale: property('rationale'),
  confidence: property('confidence'),
  on: property('on'),
  recommendation: one((n, m) => `MATCH (${n})-[:OF]->(${m}:Recommendation)`),
  evidence: many(
    (n, e) => `MATCH (${n})<-[:BACKS]-(${e}:Evidence)`,
    (e) => `${lastDay(`${e}.on`)} DESC, ${e}.id`,
  ),
  sources,
}

export const Evidence: TypeRules = {
  stance: property('stance'),
  url: property('url'),
  on: property('on'),
  assessment: one((n, a) => `MATCH (${n})-[:BACKS]->(${a}:Assessment)`),
  sources,
}
