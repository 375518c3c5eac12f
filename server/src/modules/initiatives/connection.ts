/** A list of initiatives, on its own or hanging on something: facts before suggestions, then by number. */
import { isSuggestion, standing, type FieldRule } from '../../cypher/composer.ts'
import { composeConnection } from '../../cypher/connections.ts'

/** Initiatives that a pattern leads to; `r` is the relationship whose basis tells facts from suggestions. */
export const initiativesOf =
  (pattern: (node: string, initiative: string, r: string) => string): FieldRule =>
  (scope) => {
    const includeSuggestions = scope.field.args['includeSuggestions'] !== false
    return composeConnection(scope, {
      // One initiative may hang on a thing by several relationships: it stands once, as a fact if any of them is one.
      match: (i) =>
        `MATCH ${pattern(scope.node, i, `tie_${i}`)} WHERE ${standing(`tie_${i}`, includeSuggestions)} WITH DISTINCT ${i}, ` +
        `NOT EXISTS { MATCH ${pattern(scope.node, i, `fact_${i}`)} WHERE NOT ${isSuggestion(`fact_${i}`)} } AS isTieSuggested_${i}`,
      carry: (i) => [`isTieSuggested_${i}`],
      order: [
        { expression: (i) => `CASE WHEN isTieSuggested_${i} THEN 1 ELSE 0 END` },
        { expression: (i) => `coalesce(${i}.numberOrder, '~')` },
        { expression: (i) => `${i}.id` },
      ],
      question: { includeSuggestions },
      edge: (i) => ({ isSuggestion: () => `isTieSuggested_${i}` }),
    })
  }
