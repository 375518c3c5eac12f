/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /**
   * A date in ISO 8601 with the precision its source gives: `2022-06-03`, `2027-11` or `2028`.
   * Where two are compared, each counts as its last day; in an argument `from` counts as its first day.
   */
  Date: { input: string; output: string; }
};

/** How far a recommendation has been carried out. */
export type AssessmentStatus =
  | 'IMPLEMENTED'
  | 'IN_PROGRESS'
  | 'LIMITED_PROGRESS'
  | 'NOT_ASSESSED'
  | 'NOT_IMPLEMENTED'
  | 'REGRESSED'
  | 'SUBSTANTIALLY_IMPLEMENTED'
  | 'UNABLE_TO_ASSESS';

export type DeadlineStatus =
  /** Its last day has not passed. */
  | 'DUE'
  /** A source recorded it as overdue; see `recordedOn` for when. */
  | 'OVERDUE'
  /** Its last day has passed and no source held says what came of it. */
  | 'PASSED';

/** A field by which recommendations can be counted. */
export type FacetField =
  | 'AFFECTED_GROUP'
  | 'DOCUMENT'
  /** Every body with a role; with `includeSuggestions` in the filter the suggested ones too. */
  | 'GOVERNMENT_BODY'
  | 'KIND'
  /** The body in the lead. */
  | 'LEAD_BODY'
  | 'MECHANISM'
  | 'POSITION'
  | 'RECOMMENDING_STATE'
  | 'RIGHT'
  | 'SDG_TARGET'
  | 'THEME'
  | 'WORKING_GROUP'
  | 'YEAR';

export type GovernmentBodyKind =
  | 'AGENCY'
  | 'COMMITTEE'
  | 'COUNCIL'
  | 'COURT'
  | 'MINISTRY'
  | 'SUB_NATIONAL';

export type GraphDirection =
  | 'IN'
  | 'OUT';

/** What `has` and `lacks` look for. Facts only, but for SUGGESTED_LEAD_BODY. */
export type Linked =
  /** Any body that a source names, whatever its role. */
  | 'ANY_BODY'
  | 'ASSESSMENT'
  | 'INDICATOR'
  | 'INITIATIVE'
  /** A body that a source names as lead. */
  | 'LEAD_BODY'
  /** A lead body that is suggested (by its mandate, say) and not yet confirmed. */
  | 'SUGGESTED_LEAD_BODY'
  | 'WORKING_GROUP';

/** A field that can be an axis of a matrix. */
export type MatrixAxis =
  | 'AFFECTED_GROUP'
  | 'DOCUMENT'
  /** Every body with a role; with `includeSuggestions` in the filter the suggested ones too. */
  | 'GOVERNMENT_BODY'
  | 'KIND'
  | 'MECHANISM'
  | 'POSITION'
  | 'RIGHT'
  | 'SDG_GOAL'
  | 'THEME'
  | 'WORKING_GROUP'
  | 'YEAR';

export type MechanismKind =
  /** A special procedure, such as a country rapporteur. */
  | 'SPECIAL_PROCEDURE'
  /** A committee that watches over a treaty. */
  | 'TREATY_BODY'
  /** The Universal Periodic Review of the Human Rights Council. */
  | 'UPR';

export type OrderDirection =
  /** Smallest, earliest or alphabetically first comes first. */
  | 'ASC'
  /** Largest, latest or alphabetically last comes first. */
  | 'DESC';

export type OrganisationKind =
  | 'CHILD_YOUTH_LED_NETWORK'
  | 'COALITION'
  | 'DONOR'
  | 'INTERNATIONAL_NGO'
  | 'NETWORK'
  | 'NGO'
  | 'PROGRAMME'
  | 'UN';

export type Pillar =
  | 'CHILD_PARTICIPATION'
  | 'CIVIL_SOCIETY'
  | 'DISSEMINATION'
  | 'GOVERNMENT';

/**
 * Which recommendations are meant. A list means any of its values; several fields mean all of them.
 * Ids may be given whole (`mechanism:upr`) or as the key alone (`upr`), since each field fixes the type.
 * `governmentBodies`, `roles` and `bases` describe one and the same responsibility.
 */
export type RecommendationFilter = {
  /** Documents adopted on this date or later; a document without a date of adoption counts with the date its year gives. */
  readonly adoptedFrom?: InputMaybe<Scalars['Date']['input']>;
  /** Documents adopted on this date or earlier. */
  readonly adoptedTo?: InputMaybe<Scalars['Date']['input']>;
  readonly affectedGroups?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** All of these as well. */
  readonly and?: InputMaybe<ReadonlyArray<RecommendationFilter>>;
  readonly bases?: InputMaybe<ReadonlyArray<ResponsibilityBasis>>;
  readonly documents?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly governmentBodies?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Has each of these, counting facts only. */
  readonly has?: InputMaybe<ReadonlyArray<Linked>>;
  /** Whether suggested responsibilities, tags and links of initiatives count in the fields above (never in `has` and `lacks`). */
  readonly includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
  readonly initiatives?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly kinds?: InputMaybe<ReadonlyArray<RecommendationKind>>;
  /** Lacks each of these, counting facts only. */
  readonly lacks?: InputMaybe<ReadonlyArray<Linked>>;
  readonly mechanisms?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** None of what this describes. */
  readonly not?: InputMaybe<RecommendationFilter>;
  /** At least one of these as well. */
  readonly or?: InputMaybe<ReadonlyArray<RecommendationFilter>>;
  /** Answers of the State; `NOT_KNOWN` where the answer to a recommendation of the Universal Periodic Review is not known. */
  readonly positions?: InputMaybe<ReadonlyArray<UprPositionFilter>>;
  /** States that made the recommendation at the Universal Periodic Review. */
  readonly recommendingStates?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly rights?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Clusters of rights: any right in one of them. */
  readonly rightsClusters?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Roles of the responsibility; `NOT_STATED` where the source names a body without saying who leads. */
  readonly roles?: InputMaybe<ReadonlyArray<RoleFilter>>;
  readonly sdgGoals?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly sdgTargets?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** States the recommendation is addressed to (`KHM`). */
  readonly states?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Status of the latest assessment of `voice`; NOT_ASSESSED where there is none. */
  readonly statuses?: InputMaybe<ReadonlyArray<AssessmentStatus>>;
  /** Words that must occur, as in `search`. */
  readonly text?: InputMaybe<Scalars['String']['input']>;
  readonly themes?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Whose assessment `statuses` means. */
  readonly voice?: InputMaybe<Voice>;
  readonly workingGroups?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Years of the document. */
  readonly years?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
};

/** What kind of statement a recommendation is. */
export type RecommendationKind =
  /** A concern the mechanism voices without asking for a measure. */
  | 'CONCERN'
  /** Something the mechanism welcomes. */
  | 'POSITIVE'
  /** An ask: something the State should do. */
  | 'RECOMMENDATION'
  /** A measure the mechanism marks as urgent. */
  | 'URGENT';

export type RecommendationOrder = {
  readonly direction?: OrderDirection;
  readonly field: RecommendationOrderField;
};

export type RecommendationOrderField =
  /** Date of the document, then document, then paragraph. */
  | 'DATE'
  /** Number of its relationships. */
  | 'LINKS'
  /** Document, then paragraph in natural order: 9 before 10, 118.2 before 118.10. */
  | 'PARAGRAPH'
  /** How well it matches `filter.text`; without a text the same as DATE. */
  | 'RELEVANCE';

/** Types of relationships, as in the graph. */
export type RelationshipType =
  | 'ABOUT'
  | 'ADDRESSED_TO'
  | 'ADOPTED_BY'
  | 'ADVANCES'
  | 'BACKS'
  | 'DISCUSSED'
  | 'FOLLOWED_BY'
  | 'GUIDES'
  | 'INVOKES'
  | 'INVOLVES'
  | 'IN_CLUSTER'
  | 'ISSUED_IN'
  | 'LEADS'
  | 'MEASURES'
  | 'OF'
  | 'OF_STATE'
  | 'OF_TREATY'
  | 'ORGANISED_BY'
  | 'PARTNERS_IN'
  | 'PART_OF'
  | 'PROTECTS'
  | 'RECOMMENDED_BY'
  | 'REVIEWS'
  | 'SET_BY'
  | 'SIMILAR_TO'
  | 'SUPPORTS';

/** On what a responsibility rests. MANDATE, FOLLOWS and SUGGESTED are suggestions until a person confirms them; the others are facts. */
export type ResponsibilityBasis =
  /** The coalition judged so. */
  | 'COALITION_JUDGEMENT'
  /** It follows from something else that is known: a suggestion. */
  | 'FOLLOWS'
  /** The government assigned it. */
  | 'GOVERNMENT_ASSIGNMENT'
  /** Our own reading of which body would be competent by its mandate: a suggestion. */
  | 'MANDATE'
  /** The document itself, or a text about it, names the body. */
  | 'NAMED_IN_TEXT'
  /** A published table of recommendations and bodies names it. */
  | 'PUBLISHED_MATRIX'
  /** Proposed by the machine. */
  | 'SUGGESTED';

export type ResponsibilityRole =
  | 'LEAD'
  | 'OVERSIGHT'
  | 'SUPPORT';

export type RoleFilter =
  | 'LEAD'
  | 'NOT_STATED'
  | 'OVERSIGHT'
  | 'SUPPORT';

/** A type that full-text search covers. */
export type SearchableType =
  | 'AFFECTED_GROUP'
  | 'DEADLINE'
  | 'EVENT'
  | 'GOVERNMENT_BODY'
  | 'INDICATOR'
  | 'INITIATIVE'
  | 'MECHANISM'
  | 'ORGANISATION'
  | 'RECOMMENDATION'
  | 'RESOURCE'
  | 'REVIEW_DOCUMENT'
  | 'RIGHT'
  | 'RIGHTS_CLUSTER'
  | 'SDG_TARGET'
  | 'STATE'
  | 'THEME'
  | 'WORKING_GROUP';

export type SuggestionState =
  /** A person confirmed it. */
  | 'CONFIRMED'
  /** A person rejected it; kept so that it does not come back. */
  | 'REJECTED'
  /** Proposed; nobody has decided yet. */
  | 'SUGGESTED';

export type TagBasis =
  /** An editor of this installation decided it. */
  | 'EDITOR'
  /** Our own classification, made by hand for the built-in data. */
  | 'OUR_CLASSIFICATION'
  /** The source itself says so. */
  | 'SOURCE'
  /** Proposed by the machine. */
  | 'SUGGESTED';

/** The State's answer to a recommendation of the Universal Periodic Review. */
export type UprPosition =
  /** Noted: not supported, in the wording of the review. */
  | 'NOTED'
  /** Supported in part. */
  | 'PARTIAL'
  /** The State has announced that it will answer later. */
  | 'PENDING'
  /** Supported (press reports often say accepted). */
  | 'SUPPORTED';

export type UprPositionFilter =
  | 'NOTED'
  /** A recommendation of the Universal Periodic Review whose answer is not known. */
  | 'NOT_KNOWN'
  | 'PARTIAL'
  | 'PENDING'
  | 'SUPPORTED';

/** Whose assessment it is. */
export type Voice =
  | 'CIVIL_SOCIETY'
  | 'STATE'
  | 'UN';

export type YearBasis =
  | 'ADOPTED'
  | 'DOCUMENT_ID'
  | 'PUBLISHED';

export type HomePageQueryVariables = Exact<{
  state: string | number;
}>;


export type HomePageQuery = { readonly statistics: { readonly recommendationCount: number }, readonly state: { readonly id: string, readonly name: string } | null, readonly node:
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly date: string, readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
    | { readonly id: string, readonly displayName: string }
   | null };

export type StatePickerQueryVariables = Exact<{ [key: string]: never; }>;


export type StatePickerQuery = { readonly states: { readonly edges: ReadonlyArray<{ readonly node: { readonly id: string, readonly code: string, readonly name: string, readonly nameKm: string | null } }> } };


export const HomePageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HomePage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"state"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"statistics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"state"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recommendationCount"}}]}},{"kind":"Field","name":{"kind":"Name","value":"state"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"state"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Event"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"date"}}]}}]}}]}}]} as unknown as DocumentNode<HomePageQuery, HomePageQueryVariables>;
export const StatePickerDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"StatePicker"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"states"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"underReview"},"value":{"kind":"BooleanValue","value":true}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"nameKm"}}]}}]}}]}}]}}]} as unknown as DocumentNode<StatePickerQuery, StatePickerQueryVariables>;