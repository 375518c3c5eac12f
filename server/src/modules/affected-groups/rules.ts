import { property, sources, type TypeRules } from '../../cypher/composer.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

export const AffectedGroup: TypeRules = {
  name: property('name'),
  nameKm: property('nameKm'),
  recommendations: recommendationsOf(
    (n, m) =>
      `(${n})<-[tagging:PROTECTS]-(${m}:Recommendation) WHERE coalesce(tagging.state, 'CONFIRMED') = 'CONFIRMED' WITH ${m}`,
  ),
  sources,
}
