/** Which properties hold values of a closed vocabulary: a value outside it is one that the API cannot tell. */
import type { Label } from './nodes.ts'
import type { RelationshipType } from './relationships.ts'
import {
  ASSESSMENT_STATUSES,
  GOVERNMENT_BODY_KINDS,
  LINK_KINDS,
  MECHANISM_KINDS,
  PILLARS,
  RECOMMENDATION_KINDS,
  RESPONSIBILITY_BASES,
  ROLES,
  SUGGESTION_STATES,
  TAG_BASES,
  UPR_POSITIONS,
  VOICES,
  YEAR_BASES,
} from './values.ts'

type ClosedValues = {
  readonly on: Label | RelationshipType
  readonly property: string
  readonly allowed: readonly string[]
}
const closed = (on: ClosedValues['on'], property: string, allowed: readonly string[]): ClosedValues => ({
  on,
  property,
  allowed,
})

export const CLOSED_VALUES: readonly ClosedValues[] = [
  closed('Recommendation', 'kind', RECOMMENDATION_KINDS),
  closed('Recommendation', 'position', UPR_POSITIONS),
  closed('Mechanism', 'kind', MECHANISM_KINDS),
  closed('GovernmentBody', 'kind', GOVERNMENT_BODY_KINDS),
  closed('Initiative', 'pillar', PILLARS),
  closed('ReviewDocument', 'yearBasis', YEAR_BASES),
  closed('Assessment', 'status', ASSESSMENT_STATUSES),
  closed('Assessment', 'voice', VOICES),
  closed('ADDRESSED_TO', 'role', ROLES),
  closed('ADDRESSED_TO', 'basis', RESPONSIBILITY_BASES),
  closed('ADDRESSED_TO', 'state', SUGGESTION_STATES),
  closed('SUPPORTS', 'basis', RESPONSIBILITY_BASES),
  closed('SUPPORTS', 'state', SUGGESTION_STATES),
  closed('INVOLVES', 'basis', RESPONSIBILITY_BASES),
  closed('INVOLVES', 'state', SUGGESTION_STATES),
  ...(['ABOUT', 'INVOKES', 'PROTECTS', 'ADVANCES'] as const).flatMap((type) => [
    closed(type, 'basis', TAG_BASES),
    closed(type, 'state', SUGGESTION_STATES),
  ]),
  closed('SIMILAR_TO', 'kind', LINK_KINDS),
  closed('SIMILAR_TO', 'state', SUGGESTION_STATES),
]
