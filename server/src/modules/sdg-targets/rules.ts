import { many, one, property, sources, type TypeRules } from '../../cypher/composer.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

export const SdgTarget: TypeRules = {
  target: property('target'),
  shortTitle: property('shortTitle'),
  goal: one((n, g) => `MATCH (${n})-[:PART_OF]->(${g}:SdgGoal)`),
  recommendations: recommendationsOf(
    (n, m) =>
      `(${n})<-[tagging:ADVANCES]-(${m}:Recommendation) WHERE coalesce(tagging.state, 'CONFIRMED') = 'CONFIRMED' WITH ${m}`,
  ),
  sources,
}

export const SdgGoal: TypeRules = {
  goal: property('goal'),
  targets: many(
    (n, t) => `MATCH (${n})<-[:PART_OF]-(${t}:SdgTarget)`,
    (t) => `${t}.targetOrder`,
  ),
  recommendations: recommendationsOf(
    (n, m) =>
      `(${n})<-[:PART_OF*0..1]-()<-[tagging:ADVANCES]-(${m}:Recommendation) WHERE coalesce(tagging.state, 'CONFIRMED') = 'CONFIRMED' WITH DISTINCT ${m}`,
  ),
}
