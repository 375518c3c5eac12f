import { property, type TypeRules } from '../../cypher/composer.ts'
import { composeRecommendations } from '../recommendations/connection.ts'
import { ofOneState } from '../recommendations/start.ts'

export const State: TypeRules = {
  code: property('code'),
  name: property('name'),
  nameKm: property('nameKm'),
  documentCount: ({ node }) => `COUNT { (${node})<-[:REVIEWS]-(:ReviewDocument) }`,
  recommendations: (scope) => composeRecommendations(scope, (m) => `${ofOneState(m, `${scope.node}.id`)} WITH ${m}`),
}
