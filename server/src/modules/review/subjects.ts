/** What can be decided on: the relationship types of each subject. */
import type { RelationshipType } from '../../../../graph/model/index.ts'
import type { ReviewSubject } from '../../generated/resolvers.ts'

export const TYPES: Readonly<Record<ReviewSubject, readonly RelationshipType[]>> = {
  LINK: ['SIMILAR_TO'],
  TAG: ['ABOUT', 'INVOKES', 'PROTECTS', 'ADVANCES'],
  BODY: ['ADDRESSED_TO'],
}

/** The subject of a relationship type, or null where nobody decides on it. */
export const subjectOf = (type: string): ReviewSubject | null =>
  (Object.keys(TYPES) as ReviewSubject[]).find((subject) => TYPES[subject].some((one) => one === type)) ?? null
