/**
 * The relationship types of the graph, with the labels they join and the properties they carry.
 * Every relationship an importer writes also carries `source` (where its row has one), `importer` and `importRunId`.
 */
import type { Label } from './nodes.ts'

type RelationshipShape = {
  readonly from: readonly Label[]
  readonly to: readonly Label[]
  readonly properties: readonly string[]
}

/** Who decided on a suggestion and when; `skippedOn` where somebody left it for later. */
const DECISION = ['decidedOn', 'decidedBy', 'skippedOn'] as const
/** A tag's basis, and for a suggested one its score, method, state, and `note`: why, in words. */
const TAGGING = ['basis', 'score', 'method', 'state', 'note', ...DECISION] as const

/** What every relationship written by an importer carries besides its own properties. */
export const COMMON_RELATIONSHIP_PROPERTIES = ['source', 'importer', 'importRunId'] as const

export const RELATIONSHIPS = {
  ISSUED_IN: { from: ['Recommendation'], to: ['ReviewDocument'], properties: [] },
  ADOPTED_BY: { from: ['ReviewDocument'], to: ['Mechanism'], properties: [] },
  REVIEWS: { from: ['ReviewDocument'], to: ['State'], properties: [] },
  /** An urgent-measures paragraph to the paragraphs of the same document that it names. */
  CITES: { from: ['Recommendation'], to: ['Recommendation'], properties: [] },
  RECOMMENDED_BY: { from: ['Recommendation'], to: ['State'], properties: ['printedName'] },
  INVOKES: { from: ['Recommendation'], to: ['Right', 'RightsCluster'], properties: TAGGING },
  ABOUT: { from: ['Recommendation', 'Resource', 'Indicator'], to: ['Theme'], properties: TAGGING },
  PROTECTS: { from: ['Recommendation'], to: ['AffectedGroup'], properties: TAGGING },
  ADVANCES: { from: ['Recommendation'], to: ['SdgTarget', 'SdgGoal'], properties: TAGGING },
  OF_TREATY: { from: ['Right', 'RightsCluster'], to: ['Treaty'], properties: [] },
  IN_CLUSTER: { from: ['Right'], to: ['RightsCluster'], properties: [] },
  /** A target is part of its goal, a working group of its coalition. */
  PART_OF: { from: ['SdgTarget', 'WorkingGroup'], to: ['SdgGoal', 'Organisation'], properties: [] },
  ADDRESSED_TO: {
    from: ['Recommendation'],
    to: ['GovernmentBody'],
    properties: ['role', 'basis', 'confidence', 'method', 'note', 'state', ...DECISION],
  },
  FOLLOWED_BY: { from: ['Recommendation'], to: ['WorkingGroup'], properties: [] },
  SUPPORTS: { from: ['Initiative'], to: ['Recommendation'], properties: ['basis', 'note', 'state', 'decidedOn'] },
  INVOLVES: {
    from: ['Initiative'],
    to: [
      'Organisation',
      'Resource',
      'Theme',
      'Mechanism',
      'Deadline',
      'GovernmentBody',
      'ReviewDocument',
      'WorkingGroup',
      'Indicator',
      'Event',
    ],
    properties: ['basis', 'note', 'state', 'decidedOn'],
  },
  LEADS: { from: ['Organisation', 'GovernmentBody'], to: ['Initiative'], properties: [] },
  PARTNERS_IN: { from: ['Organisation', 'GovernmentBody'], to: ['Initiative'], properties: [] },
  /**
   * From the later to the earlier. Passages are two lists of one length: the first of each match, the second of each …
   * `inCommon`: what both name; `tentative`: EARLIER or LATER, the one that only asks to consider it.
   */
  SIMILAR_TO: {
    from: ['Recommendation'],
    to: ['Recommendation'],
    properties: [
      'kind',
      'state',
      'score',
      'method',
      'laterPassages',
      'earlierPassages',
      'inCommon',
      'tentative',
      ...DECISION,
    ],
  },
  MEASURES: { from: ['Indicator'], to: ['Recommendation'], properties: [] },
  OF: { from: ['Measurement', 'Assessment'], to: ['Indicator', 'Recommendation'], properties: [] },
  BACKS: { from: ['Evidence'], to: ['Assessment'], properties: [] },
  GUIDES: { from: ['Resource'], to: ['Recommendation', 'Right'], properties: [] },
  ORGANISED_BY: { from: ['Event'], to: ['Organisation', 'GovernmentBody', 'Mechanism'], properties: [] },
  DISCUSSED: { from: ['Event'], to: ['ReviewDocument'], properties: [] },
  SET_BY: { from: ['Deadline'], to: ['Mechanism'], properties: [] },
  OF_STATE: {
    from: ['GovernmentBody', 'WorkingGroup', 'Initiative', 'Organisation', 'Event', 'Deadline', 'Indicator'],
    to: ['State'],
    properties: [],
  },
} as const satisfies Record<string, RelationshipShape>

export type RelationshipType = keyof typeof RELATIONSHIPS
export const RELATIONSHIP_TYPES = Object.keys(RELATIONSHIPS) as RelationshipType[]
