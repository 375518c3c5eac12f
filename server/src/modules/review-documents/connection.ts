import type { FieldRule } from '../../cypher/composer.ts'
import { composeConnection } from '../../cypher/connections.ts'

/** Documents that a pattern leads to, newest first. */
export const documentsOf =
  (match: (node: string, document: string) => string): FieldRule =>
  (scope) =>
    composeConnection(scope, {
      match: (d) => match(scope.node, d),
      order: [{ expression: (d) => `coalesce(${d}.sortOn, '')`, isDescending: true }, { expression: (d) => `${d}.id` }],
      question: { state: scope.field.args['state'] ?? null, mechanism: scope.field.args['mechanism'] ?? null },
    })
