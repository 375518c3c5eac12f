import { property, type TypeRules } from '../../cypher/composer.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

export const State: TypeRules = {
  code: property('code'),
  name: property('name'),
  nameKm: property('nameKm'),
  documentCount: ({ node }) => `COUNT { (${node})<-[:REVIEWS]-(:ReviewDocument) }`,
  recommendations: recommendationsOf((n, m) => `(${m}:Recommendation {stateId: ${n}.id})`),
}
