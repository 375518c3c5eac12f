import { property, sources, type TypeRules } from '../../cypher/composer.ts'

export const Assessment: TypeRules = {
  voice: property('voice'),
  status: property('status'),
  rationale: property('rationale'),
  on: property('on'),
  sources,
}
