import { isSuggestion, type TypeRules } from '../../cypher/composer.ts'

/** How a responsibility reads: `r` the relationship, `body` and `recommendation` its ends. */
export const responsibilityRules = (r: string, body: string, recommendation: string): TypeRules => ({
  body: ({ composer, field }) => composer.project(field.type, field.selections, body),
  recommendation: ({ composer, field }) => composer.project(field.type, field.selections, recommendation),
  role: () => `${r}.role`,
  basis: () => `${r}.basis`,
  isSuggestion: () => isSuggestion(r),
  state: () => `${r}.state`,
  confidence: () => `${r}.confidence`,
  note: () => `${r}.note`,
  source: ({ composer, field }) =>
    `CASE WHEN ${r}.source IS NULL THEN null ELSE ${composer.map('Source', field.selections, r, { citation: () => `${r}.source`, url: () => 'null' })} END`,
})
