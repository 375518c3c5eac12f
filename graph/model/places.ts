/** Where things of a label stand in addresses of the page: the plural, as the API names their list. A label without a page is missing. */
import type { Label } from './nodes.ts'

export const PLACE_OF_LABEL = {
  Recommendation: 'recommendations',
  GovernmentBody: 'government-bodies',
  Mechanism: 'mechanisms',
  ReviewDocument: 'review-documents',
  Theme: 'themes',
  Right: 'rights',
  RightsCluster: 'rights-clusters',
  Treaty: 'treaties',
  AffectedGroup: 'affected-groups',
  SdgTarget: 'sdg-targets',
  SdgGoal: 'sdg-goals',
  WorkingGroup: 'working-groups',
  Organisation: 'organisations',
  Initiative: 'initiatives',
  Event: 'events',
  Deadline: 'deadlines',
  Indicator: 'indicators',
  Resource: 'resources',
  State: 'states',
} as const satisfies Partial<Record<Label, string>>

export type ThingPlace = (typeof PLACE_OF_LABEL)[keyof typeof PLACE_OF_LABEL]

/** The place of a label's things, or null where they have no page of their own. */
export const placeOfLabel = (label: Label): ThingPlace | null =>
  (PLACE_OF_LABEL as Partial<Record<Label, ThingPlace>>)[label] ?? null
