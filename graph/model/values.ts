/** The closed vocabularies of the graph: what a property with a fixed set of values may hold, in the API's spelling. */

export const RECOMMENDATION_KINDS = ['RECOMMENDATION', 'CONCERN', 'POSITIVE', 'URGENT'] as const
export const UPR_POSITIONS = ['SUPPORTED', 'NOTED', 'PARTIAL', 'PENDING'] as const
export const MECHANISM_KINDS = ['TREATY_BODY', 'UPR', 'SPECIAL_PROCEDURE'] as const
export const GOVERNMENT_BODY_KINDS = ['MINISTRY', 'AGENCY', 'COUNCIL', 'COMMITTEE', 'SUB_NATIONAL', 'COURT'] as const
export const ROLES = ['LEAD', 'SUPPORT', 'OVERSIGHT'] as const

/** Bases of a responsibility that are facts, and those that are suggestions until a person confirms them. */
export const FACT_BASES = ['NAMED_IN_TEXT', 'GOVERNMENT_ASSIGNMENT', 'PUBLISHED_MATRIX', 'COALITION_JUDGEMENT'] as const
export const SUGGESTION_BASES = ['MANDATE', 'FOLLOWS', 'SUGGESTED'] as const
export const RESPONSIBILITY_BASES = [...FACT_BASES, ...SUGGESTION_BASES] as const

/** Whether a basis makes a claim a suggestion, as long as no person has confirmed it. */
export function isSuggestionBasis(basis: string): boolean {
  return SUGGESTION_BASES.some((one) => one === basis)
}

export const TAG_BASES = ['SOURCE', 'OUR_CLASSIFICATION', 'EDITOR', 'SUGGESTED'] as const
/** A suggestion's state. A fact has none, or CONFIRMED where a person turned a suggestion into a fact. */
export const SUGGESTION_STATES = ['SUGGESTED', 'CONFIRMED', 'REJECTED'] as const

export const LINK_KINDS = ['SAME_ASK', 'RELATED'] as const
export const VOICES = ['STATE', 'CIVIL_SOCIETY', 'UN'] as const
export const ASSESSMENT_STATUSES = [
  'NOT_ASSESSED',
  'IMPLEMENTED',
  'SUBSTANTIALLY_IMPLEMENTED',
  'IN_PROGRESS',
  'LIMITED_PROGRESS',
  'NOT_IMPLEMENTED',
  'REGRESSED',
  'UNABLE_TO_ASSESS',
] as const
export const PILLARS = ['CIVIL_SOCIETY', 'DISSEMINATION', 'GOVERNMENT', 'CHILD_PARTICIPATION'] as const
/** Where a document's year was read: its adoption, its publication, the session, or only the id its source gives it. */
export const YEAR_BASES = ['ADOPTED', 'PUBLISHED', 'SESSION', 'DOCUMENT_ID'] as const
/** WRITING also stands on a run that was cut off: the same file completes it. */
export const RUN_STATUSES = ['WRITING', 'DONE', 'CANCELLED', 'UNDOING', 'UNDONE'] as const
