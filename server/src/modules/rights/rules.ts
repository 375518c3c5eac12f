import { many, one, property, sources, type TypeRules } from '../../cypher/composer.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

const treaty = one((n, t) => `MATCH (${n})-[:OF_TREATY]->(${t}:Treaty)`)

export const Right: TypeRules = {
  name: property('name'),
  article: property('article'),
  shortTitle: property('shortTitle'),
  treaty,
  cluster: one((n, c) => `MATCH (${n})-[:IN_CLUSTER]->(${c}:RightsCluster)`),
  recommendations: recommendationsOf(
    (n, m) =>
      `(${n})<-[tagging:INVOKES]-(${m}:Recommendation) WHERE coalesce(tagging.state, 'CONFIRMED') = 'CONFIRMED' WITH ${m}`,
  ),
  sources,
}

export const RightsCluster: TypeRules = {
  shortTitle: property('shortTitle'),
  treaty,
  rights: many(
    (n, r) => `MATCH (${n})<-[:IN_CLUSTER]-(${r}:Right)`,
    (r) => `${r}.articleOrder`,
  ),
  recommendations: recommendationsOf(
    (n, m) =>
      `(${n})<-[:IN_CLUSTER*0..1]-()<-[tagging:INVOKES]-(${m}:Recommendation) WHERE coalesce(tagging.state, 'CONFIRMED') = 'CONFIRMED' WITH DISTINCT ${m}`,
  ),
  sources,
}

export const Treaty: TypeRules = {
  code: property('code'),
  name: property('name'),
  nameKm: property('nameKm'),
  rights: many(
    (n, r) => `MATCH (${n})<-[:OF_TREATY]-(${r}:Right)`,
    (r) => `${r}.articleOrder`,
  ),
  recommendations: recommendationsOf(
    (n, m) =>
      `(${n})<-[:OF_TREATY]-()<-[tagging:INVOKES]-(${m}:Recommendation) WHERE coalesce(tagging.state, 'CONFIRMED') = 'CONFIRMED' WITH DISTINCT ${m}`,
  ),
}
