import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
export type Maybe<T> = T | null;
export type InputMaybe<T> = Maybe<T>;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
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
  /**
   * A value of `RecommendationFilter` as JSON: paste it as a variable of that type, or as `?filter=` of `/export`. It says all
   * that is needed and nothing that goes without saying.
   */
  RecommendationFilterValue: { input: Record<string, unknown>; output: Record<string, unknown>; }
};

export type Actor = GovernmentBody | Organisation;

/** People whose rights a recommendation is to protect. */
export type AffectedGroup = Node & {
  readonly __typename?: 'AffectedGroup';
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameKm: Maybe<Scalars['String']['output']>;
  readonly recommendations: RecommendationConnection;
  readonly sources: ReadonlyArray<Source>;
};


/** People whose rights a recommendation is to protect. */
export type AffectedGroupRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type AffectedGroupConnection = {
  readonly __typename?: 'AffectedGroupConnection';
  readonly edges: ReadonlyArray<AffectedGroupEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type AffectedGroupEdge = {
  readonly __typename?: 'AffectedGroupEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: AffectedGroup;
};

/** A part of a recommendation that can be answered by itself; most make several. */
export type Ask = {
  readonly __typename?: 'Ask';
  /** Its place among the recommendation's asks, from 1. */
  readonly number: Scalars['Int']['output'];
  /** In the words of `Recommendation.text`, or of its `summary` where the text is not held. */
  readonly text: Scalars['String']['output'];
};

/** Two asks that a link ties together, one of each recommendation. */
export type AskMatch = {
  readonly __typename?: 'AskMatch';
  readonly earlierAsk: Ask;
  readonly laterAsk: Ask;
};

/** What one voice said became of a recommendation on one day. History is kept, never overwritten. */
export type Assessment = Node & {
  readonly __typename?: 'Assessment';
  /** How sure who assessed says to be, in their own word, such as high, medium or low; null where they do not say. */
  readonly confidence: Maybe<Scalars['String']['output']>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  /** What it rests on, newest first. */
  readonly evidence: ReadonlyArray<Evidence>;
  readonly id: Scalars['ID']['output'];
  readonly on: Scalars['Date']['output'];
  readonly rationale: Maybe<Scalars['String']['output']>;
  readonly recommendation: Recommendation;
  readonly sources: ReadonlyArray<Source>;
  readonly status: AssessmentStatus;
  readonly voice: Voice;
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

/** How much of a document the graph holds. Nothing known is not nothing asked. */
export type Coverage = {
  readonly __typename?: 'Coverage';
  /** Recommendations and concerns held, counted as rows. */
  readonly heldCount: Scalars['Int']['output'];
  /** The same counted as `knownTotal` counts: numbered paragraphs, their letters together, where rows have one, else rows. */
  readonly heldItemCount: Scalars['Int']['output'];
  /** True where all of them are held. */
  readonly isComplete: Scalars['Boolean']['output'];
  /** How many the document makes, where a source says so; null where none does. */
  readonly knownTotal: Maybe<Scalars['Int']['output']>;
};

/** A date by which a report, a review or another step is due. */
export type Deadline = Node & {
  readonly __typename?: 'Deadline';
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly dueOn: Scalars['Date']['output'];
  readonly id: Scalars['ID']['output'];
  /** The mechanism that set it; null where it is none of the human-rights mechanisms. */
  readonly mechanism: Maybe<Mechanism>;
  /** The day for which the source recorded it. */
  readonly recordedOn: Maybe<Scalars['Date']['output']>;
  /** What the source recorded, in our own words. */
  readonly recordedStatus: Maybe<Scalars['String']['output']>;
  readonly sources: ReadonlyArray<Source>;
  /** What is known of it today; see DeadlineStatus. */
  readonly status: DeadlineStatus;
  /** What is due, in our own words. */
  readonly what: Scalars['String']['output'];
  /** Who has to act. */
  readonly who: Maybe<Scalars['String']['output']>;
};

export type DeadlineConnection = {
  readonly __typename?: 'DeadlineConnection';
  readonly edges: ReadonlyArray<DeadlineEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type DeadlineEdge = {
  readonly __typename?: 'DeadlineEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Deadline;
};

export type DeadlineStatus =
  /** Its last day has not passed. */
  | 'DUE'
  /** A source recorded it as overdue; see `recordedOn` for when. */
  | 'OVERDUE'
  /** Its last day has passed and no source held says what came of it. */
  | 'PASSED';

/** What somebody decided, kept for good; what is undone stays in the history. */
export type Decision = {
  readonly __typename?: 'Decision';
  readonly action: DecisionAction;
  /** When, to the second, in UTC. */
  readonly decidedAt: Scalars['String']['output'];
  readonly decidedBy: Scalars['String']['output'];
  /** Ids as they were when it was decided. */
  readonly from: Scalars['ID']['output'];
  readonly id: Scalars['ID']['output'];
  /** True where it was confirmed otherwise than suggested. */
  readonly isCorrection: Scalars['Boolean']['output'];
  readonly kind: Maybe<LinkKind>;
  readonly method: Maybe<Scalars['String']['output']>;
  readonly reason: Maybe<Scalars['String']['output']>;
  readonly relationship: RelationshipType;
  readonly role: Maybe<ResponsibilityRole>;
  /** How sure the machine had been. */
  readonly score: Maybe<Scalars['Float']['output']>;
  readonly subject: ReviewSubject;
  readonly to: Scalars['ID']['output'];
  /** When it was undone, in UTC; null while it stands. */
  readonly undoneAt: Maybe<Scalars['String']['output']>;
  readonly undoneBy: Maybe<Scalars['String']['output']>;
};

export type DecisionAction =
  /** It is so; with `kind`, `role` or `isTurned` it is so but for what these correct. */
  | 'CONFIRM'
  /** It is not so. It stays in the graph as rejected, so that the machine does not suggest it again. */
  | 'REJECT'
  /** Left for later: the suggestion goes to the end of the list. */
  | 'SKIP';

/** Names a suggestion and says what becomes of it. */
export type DecisionInput = {
  readonly action: DecisionAction;
  /** Name of the person who decides, 1 to 100 characters. */
  readonly decidedBy: Scalars['String']['input'];
  /** Id of the recommendation; of a link the later one. */
  readonly from: Scalars['ID']['input'];
  /** Of a link that is confirmed, between two of one date: true where `to` asks again what `from` asked. */
  readonly isTurned?: InputMaybe<Scalars['Boolean']['input']>;
  /** Of a link that is confirmed: what it is, where the suggestion is wrong about it. */
  readonly kind?: InputMaybe<LinkKind>;
  /** Why, at most 1,000 characters. */
  readonly reason?: InputMaybe<Scalars['String']['input']>;
  readonly relationship: RelationshipType;
  /** Of a body that is confirmed: its role, where the suggestion is wrong about it. */
  readonly role?: InputMaybe<ResponsibilityRole>;
  /** Id of the tag or the body; of a link the earlier recommendation. */
  readonly to: Scalars['ID']['input'];
};

/** A recommendation that a text echoes. */
export type Echo = {
  readonly __typename?: 'Echo';
  /** Passages that match, the most telling first. */
  readonly evidence: ReadonlyArray<EchoEvidence>;
  /** SAME_ASK: they ask for the same. RELATED: they are near each other. */
  readonly kind: LinkKind;
  readonly recommendation: Recommendation;
  /** How likely one act would answer both, 0 to 1. */
  readonly score: Scalars['Float']['output'];
};

/** Two passages that match: of the text given, and of the recommendation. */
export type EchoEvidence = {
  readonly __typename?: 'EchoEvidence';
  readonly recommendationPassage: Scalars['String']['output'];
  readonly textPassage: Scalars['String']['output'];
};

/** A meeting, review or step recorded in the follow-up. */
export type Event = Node & {
  readonly __typename?: 'Event';
  /** Office that chaired it. */
  readonly chair: Maybe<Scalars['String']['output']>;
  readonly date: Scalars['Date']['output'];
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  /** Documents discussed. */
  readonly documents: ReadonlyArray<ReviewDocument>;
  readonly id: Scalars['ID']['output'];
  readonly organisers: ReadonlyArray<Organiser>;
  /** Who took part, as recorded. */
  readonly participants: Maybe<Scalars['String']['output']>;
  readonly sources: ReadonlyArray<Source>;
  readonly title: Scalars['String']['output'];
};

export type EventConnection = {
  readonly __typename?: 'EventConnection';
  readonly edges: ReadonlyArray<EventEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type EventEdge = {
  readonly __typename?: 'EventEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Event;
};

/** What an assessment rests on: something published that speaks for or against progress. */
export type Evidence = Node & {
  readonly __typename?: 'Evidence';
  readonly assessment: Assessment;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly on: Maybe<Scalars['Date']['output']>;
  readonly sources: ReadonlyArray<Source>;
  /** What it says of the assessment, in the word of who gave it, such as supports progress or contradicts it. */
  readonly stance: Maybe<Scalars['String']['output']>;
  readonly url: Maybe<Scalars['String']['output']>;
};

export type Facet = {
  readonly __typename?: 'Facet';
  readonly field: FacetField;
  /** How many values there are in all, shown or not. */
  readonly valueCount: Scalars['Int']['output'];
  readonly values: ReadonlyArray<FacetValue>;
};

/**
 * A field by which recommendations can be counted. Tags, responsibilities and initiatives count as the filter's
 * `includeSuggestions` says.
 */
export type FacetField =
  | 'AFFECTED_GROUP'
  /** Basis of a responsibility. */
  | 'BASIS'
  | 'DOCUMENT'
  /** Every body with a role. */
  | 'GOVERNMENT_BODY'
  | 'INITIATIVE'
  | 'KIND'
  /** The body in the lead. Its own restriction is `governmentBodies` together with `roles: [LEAD]`. */
  | 'LEAD_BODY'
  | 'MECHANISM'
  | 'POSITION'
  | 'RECOMMENDING_STATE'
  | 'RIGHT'
  /** Cluster of a right it concerns. */
  | 'RIGHTS_CLUSTER'
  /** Role of a responsibility. */
  | 'ROLE'
  | 'SDG_GOAL'
  | 'SDG_TARGET'
  /** The State it is addressed to. */
  | 'STATE'
  /** Status of the latest assessment by the filter's `voice`, NOT_ASSESSED where there is none. */
  | 'STATUS'
  | 'THEME'
  | 'WORKING_GROUP'
  | 'YEAR';

export type FacetValue = {
  readonly __typename?: 'FacetValue';
  readonly count: Scalars['Int']['output'];
  /** The filter of this list narrowed to the value: it describes exactly `count` recommendations. */
  readonly filter: Scalars['RecommendationFilterValue']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameKm: Maybe<Scalars['String']['output']>;
  /** How many of them have the value by a suggestion alone; 0 unless the filter includes suggestions. */
  readonly suggestionCount: Scalars['Int']['output'];
  /** An id, an enum value or a year: what the filter takes. `NONE` where the recommendation has no value for the field. */
  readonly value: Scalars['String']['output'];
};

/** Recommendations that lack something. */
export type Gap = {
  readonly __typename?: 'Gap';
  readonly count: Scalars['Int']['output'];
  /** The filter that describes them. */
  readonly filter: Scalars['RecommendationFilterValue']['output'];
  /** The recommendations themselves. `first` is 1 to 100. */
  readonly recommendations: RecommendationConnection;
  /** How many of them a suggestion would fill; null where nothing of the kind is ever suggested. */
  readonly suggestedCount: Maybe<Scalars['Int']['output']>;
  /** The filter that describes those which a suggestion would fill; null where nothing of the kind is ever suggested. */
  readonly suggestedFilter: Maybe<Scalars['RecommendationFilterValue']['output']>;
};


/** Recommendations that lack something. */
export type GapRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

/**
 * What nobody has taken on, among the recommendations that a filter describes. Each gap is counted on facts; what a
 * suggestion would fill is counted beside it, never into it.
 */
export type Gaps = {
  readonly __typename?: 'Gaps';
  /** Not assessed: never, or with `since` not on that date or later. By anybody, or with `by` by one of these voices. */
  readonly noAssessment: Gap;
  /** No responsible body at all: none that a source names, and none that is suggested. */
  readonly noBody: Gap;
  /** No indicator measures it. */
  readonly noIndicator: Gap;
  /** No initiative supports it by a fact. */
  readonly noInitiative: Gap;
  /** No lead body by a fact. */
  readonly noLeadBody: Gap;
  /** No working group follows it. */
  readonly noWorkingGroup: Gap;
  /** No responsible body by a fact, but at least one that is suggested. */
  readonly onlySuggestedBodies: Gap;
  /**
   * Deadlines that have passed: recorded as overdue, or with nothing known of what came of them. A deadline belongs to a
   * State and a mechanism, not to a recommendation: of the filter only `states` and `mechanisms` at its top level count here.
   */
  readonly overdue: OverdueGap;
  /** How many recommendations the filter describes. */
  readonly totalCount: Scalars['Int']['output'];
};


/**
 * What nobody has taken on, among the recommendations that a filter describes. Each gap is counted on facts; what a
 * suggestion would fill is counted beside it, never into it.
 */
export type GapsNoAssessmentArgs = {
  by?: InputMaybe<ReadonlyArray<Voice>>;
  since?: InputMaybe<Scalars['Date']['input']>;
};

/** A body of the State: ministry, council, committee, court, agency or sub-national authority. */
export type GovernmentBody = Node & {
  readonly __typename?: 'GovernmentBody';
  readonly acronym: Maybe<Scalars['String']['output']>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly events: ReadonlyArray<Event>;
  readonly id: Scalars['ID']['output'];
  /** Initiatives it leads, takes part in or is concerned by. */
  readonly initiatives: InitiativeConnection;
  readonly kind: GovernmentBodyKind;
  /** What it is competent for, in our own words. */
  readonly mandateSummary: Maybe<Scalars['String']['output']>;
  readonly name: Scalars['String']['output'];
  /** Khmer name as the body or a named source writes it; null where none has been seen. */
  readonly nameKm: Maybe<Scalars['String']['output']>;
  /**
   * Recommendations it has a role in by a fact; with `includeSuggestions: true` in the filter also those a suggestion gives it.
   * `roles` and `bases` in the filter speak of this body's responsibility.
   */
  readonly recommendations: RecommendationConnection;
  /** How many recommendations it has or would have a role in, facts and suggestions apart. */
  readonly roleCounts: ReadonlyArray<RoleCount>;
  /** Bodies with a role in the same recommendations, most shared first; at most `first` (1 to 50). */
  readonly sharesWith: ReadonlyArray<SharedResponsibility>;
  readonly sources: ReadonlyArray<Source>;
  readonly state: State;
};


/** A body of the State: ministry, council, committee, court, agency or sub-national authority. */
export type GovernmentBodyInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A body of the State: ministry, council, committee, court, agency or sub-national authority. */
export type GovernmentBodyRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};


/** A body of the State: ministry, council, committee, court, agency or sub-national authority. */
export type GovernmentBodySharesWithArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};

export type GovernmentBodyConnection = {
  readonly __typename?: 'GovernmentBodyConnection';
  readonly edges: ReadonlyArray<GovernmentBodyEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type GovernmentBodyEdge = {
  readonly __typename?: 'GovernmentBodyEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: GovernmentBody;
};

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

/** A node as the graph view draws it. */
export type GraphNode = {
  readonly __typename?: 'GraphNode';
  /** All its neighbours. */
  readonly degree: Scalars['Int']['output'];
  readonly node: Node;
  /** Year, where the thing has a date; null otherwise. */
  readonly year: Maybe<Scalars['Int']['output']>;
};

/** A relationship as the graph view draws it. */
export type GraphRelationship = {
  readonly __typename?: 'GraphRelationship';
  /** Basis in the words of the graph; null where the relationship carries none. */
  readonly basis: Maybe<Scalars['String']['output']>;
  readonly from: Scalars['ID']['output'];
  /** Stable within the graph: start, type and end. */
  readonly id: Scalars['ID']['output'];
  /** True where no person has confirmed it: drawn dashed. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  /** Role of a responsibility; null otherwise. */
  readonly role: Maybe<ResponsibilityRole>;
  readonly to: Scalars['ID']['output'];
  readonly type: RelationshipType;
};

/** A passage that matches what was searched for. */
export type Highlight = {
  readonly __typename?: 'Highlight';
  /** The field it stands in: `summary`, `text`, `name`, `nameKm`, `paragraph` … */
  readonly field: Scalars['String']['output'];
  /** The passage in order, cut into parts that match and parts that do not. */
  readonly parts: ReadonlyArray<HighlightPart>;
};

export type HighlightPart = {
  readonly __typename?: 'HighlightPart';
  readonly isMatch: Scalars['Boolean']['output'];
  readonly text: Scalars['String']['output'];
};

/** One loading of data into the graph. */
export type ImportRun = {
  readonly __typename?: 'ImportRun';
  /** SHA-256 over the files read. */
  readonly contentHash: Maybe<Scalars['String']['output']>;
  readonly finishedAt: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** What read the data: `cambodia` for the built-in files. */
  readonly importer: Scalars['String']['output'];
  readonly startedAt: Scalars['String']['output'];
};

/** Something that can be measured to see what became of a recommendation. */
export type Indicator = Node & {
  readonly __typename?: 'Indicator';
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Measurements, newest first; a value is kept as its source words it. */
  readonly measurements: ReadonlyArray<Measurement>;
  readonly name: Scalars['String']['output'];
  /** Recommendations it measures. */
  readonly recommendations: ReadonlyArray<Recommendation>;
  readonly sources: ReadonlyArray<Source>;
  readonly themes: ReadonlyArray<Theme>;
};

export type IndicatorConnection = {
  readonly __typename?: 'IndicatorConnection';
  readonly edges: ReadonlyArray<IndicatorEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type IndicatorEdge = {
  readonly __typename?: 'IndicatorEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Indicator;
};

/** Something civil society does about recommendations: an activity of the coalition's roadmap. */
export type Initiative = Node & {
  readonly __typename?: 'Initiative';
  /** Kind of activity as the roadmap groups them. */
  readonly category: Maybe<Scalars['String']['output']>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly endsOn: Maybe<Scalars['Date']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Everything else it concerns, by type and name, facts before suggestions. */
  readonly involves: ReadonlyArray<Involvement>;
  /** Organisations and government bodies that lead it. */
  readonly leads: ReadonlyArray<Actor>;
  /** Number in the roadmap: `1.7`. */
  readonly number: Maybe<Scalars['String']['output']>;
  readonly partners: ReadonlyArray<Actor>;
  readonly pillar: Maybe<Pillar>;
  readonly sources: ReadonlyArray<Source>;
  readonly startsOn: Maybe<Scalars['Date']['output']>;
  /** What it is, in our own words. */
  readonly summary: Scalars['String']['output'];
  /** Recommendations it supports, facts before suggestions. */
  readonly supports: RecommendationConnection;
  /** What the source adds about the time. */
  readonly timeframeNote: Maybe<Scalars['String']['output']>;
};


/** Something civil society does about recommendations: an activity of the coalition's roadmap. */
export type InitiativeInvolvesArgs = {
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** Something civil society does about recommendations: an activity of the coalition's roadmap. */
export type InitiativeSupportsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};

export type InitiativeConnection = {
  readonly __typename?: 'InitiativeConnection';
  readonly edges: ReadonlyArray<InitiativeEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type InitiativeEdge = {
  readonly __typename?: 'InitiativeEdge';
  readonly cursor: Scalars['String']['output'];
  /** Where the list hangs on something: true when that tie is a suggestion. False in a list of its own. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  readonly node: Initiative;
};

/** What ties an initiative to something it concerns. */
export type Involvement = {
  readonly __typename?: 'Involvement';
  /** NAMED_IN_TEXT is a fact; FOLLOWS is our reading of the roadmap, a suggestion until confirmed. */
  readonly basis: ResponsibilityBasis;
  readonly isSuggestion: Scalars['Boolean']['output'];
  readonly node: Node;
  readonly note: Maybe<Scalars['String']['output']>;
};

export type KindCount = {
  readonly __typename?: 'KindCount';
  readonly count: Scalars['Int']['output'];
  readonly kind: RecommendationKind;
};

/** On which side in time the other recommendation stands. On one and the same date the order is that of the ids. */
export type LinkDirection =
  /** The other recommendation came first. */
  | 'EARLIER'
  /** The other recommendation came after. */
  | 'LATER';

/** One of the two recommendations of a link. */
export type LinkEnd =
  /** The one that came first. */
  | 'EARLIER'
  /** The one that came after. */
  | 'LATER';

/** What a link between two recommendations says. */
export type LinkKind =
  /** They are near each other, without asking for the same. */
  | 'RELATED'
  /** The later recommendation asks again what the earlier one asked. */
  | 'SAME_ASK';

/** What is known of a link. Only CONFIRMED is a fact. */
export type LinkState =
  /** A person confirmed it. */
  | 'CONFIRMED'
  /** A person rejected it; kept so that it does not come back, and shown only where `state: REJECTED` asks for it. */
  | 'REJECTED'
  /** Proposed by a method; nobody has decided yet. */
  | 'SUGGESTED';

/** What `has` and `lacks` look for. Facts only, but for those whose name begins with SUGGESTED. */
export type Linked =
  | 'AFFECTED_GROUP'
  /** Any body that a source names, whatever its role. */
  | 'ANY_BODY'
  /** An assessment by any voice. */
  | 'ASSESSMENT'
  | 'INDICATOR'
  | 'INITIATIVE'
  /** A body that a source names as lead. */
  | 'LEAD_BODY'
  /** An answer of the State that is known. */
  | 'POSITION'
  /** A State that made it, at the Universal Periodic Review. */
  | 'RECOMMENDING_STATE'
  | 'RIGHT'
  /** A right that stands in a cluster, or a cluster itself. */
  | 'RIGHTS_CLUSTER'
  /** A target that is part of a goal, or a goal itself. */
  | 'SDG_GOAL'
  | 'SDG_TARGET'
  /** A confirmed link to another recommendation. */
  | 'SIMILAR'
  | 'SUGGESTED_AFFECTED_GROUP'
  /** Any body that is suggested and not yet confirmed, whatever its role. */
  | 'SUGGESTED_BODY'
  /** An initiative that by our reading supports it, not yet confirmed. */
  | 'SUGGESTED_INITIATIVE'
  /** A lead body that is suggested (by its mandate, say) and not yet confirmed. */
  | 'SUGGESTED_LEAD_BODY'
  | 'SUGGESTED_RIGHT'
  | 'SUGGESTED_RIGHTS_CLUSTER'
  | 'SUGGESTED_SDG_GOAL'
  | 'SUGGESTED_SDG_TARGET'
  /** A suggested link to another recommendation that nobody has decided on. */
  | 'SUGGESTED_SIMILAR'
  | 'SUGGESTED_THEME'
  /** The wording as imported. */
  | 'TEXT'
  | 'THEME'
  | 'WORKING_GROUP'
  /** A year of its document. */
  | 'YEAR';

/**
 * What a text echoes: recommendations to one State that ask for what the text speaks of, and what the text would be tagged
 * with. Nothing here is a fact, and nothing of the text is kept: it is neither stored nor logged.
 */
export type Matches = {
  readonly __typename?: 'Matches';
  /** Bodies that would be responsible for what the text speaks of, the lead first, at most three; empty where the State has no profile or nothing particular is known. */
  readonly bodies: ReadonlyArray<SuggestedBody>;
  /** How many recommendations of the State the text was compared with: those in its language. */
  readonly comparedCount: Scalars['Int']['output'];
  /** Recommendations, the likeliest first, at most `first`; empty where none comes near. */
  readonly echoes: ReadonlyArray<Echo>;
  /** The State whose recommendations were compared with the text. */
  readonly state: State;
  /** Themes, groups, rights and SDG targets that the text would be tagged with, the most confident first. */
  readonly tags: ReadonlyArray<SuggestedTag>;
};

/** A table of counts over two fields. A recommendation with several values stands in several cells. */
export type Matrix = {
  readonly __typename?: 'Matrix';
  /** How many cells are not zero, shown or not. */
  readonly cellCount: Scalars['Int']['output'];
  /** The cells that are not zero, in order of the row's and the column's value; at most 20,000. */
  readonly cells: ReadonlyArray<MatrixCell>;
  readonly columnCount: Scalars['Int']['output'];
  readonly columns: ReadonlyArray<FacetValue>;
  /** How many rows there are, shown or not. */
  readonly rowCount: Scalars['Int']['output'];
  /** Values of the rows among what the filter describes, the most frequent first, at most 1,000. */
  readonly rows: ReadonlyArray<FacetValue>;
  /** How many recommendations the filter describes; a recommendation may stand in several cells. */
  readonly totalCount: Scalars['Int']['output'];
};

/** A field that can be an axis of a matrix: see FacetField. */
export type MatrixAxis =
  | 'AFFECTED_GROUP'
  | 'BASIS'
  | 'DOCUMENT'
  /** Every body with a role. */
  | 'GOVERNMENT_BODY'
  | 'INITIATIVE'
  | 'KIND'
  /** The body in the lead. */
  | 'LEAD_BODY'
  | 'MECHANISM'
  | 'POSITION'
  | 'RECOMMENDING_STATE'
  | 'RIGHT'
  | 'RIGHTS_CLUSTER'
  | 'ROLE'
  | 'SDG_GOAL'
  | 'SDG_TARGET'
  | 'STATE'
  /** Status of the latest assessment by the filter's `voice`, NOT_ASSESSED where there is none. */
  | 'STATUS'
  | 'THEME'
  | 'WORKING_GROUP'
  | 'YEAR';

export type MatrixCell = {
  readonly __typename?: 'MatrixCell';
  readonly column: Scalars['String']['output'];
  readonly count: Scalars['Int']['output'];
  /** The filter of the matrix narrowed to this cell: it describes exactly `count` recommendations. */
  readonly filter: Scalars['RecommendationFilterValue']['output'];
  /** Value of the row; `NONE` where there is none. */
  readonly row: Scalars['String']['output'];
  /** How many of them stand here by a suggestion alone, on either axis; 0 unless the filter includes suggestions. */
  readonly suggestionCount: Scalars['Int']['output'];
};

/** One value of an indicator. */
export type Measurement = Node & {
  readonly __typename?: 'Measurement';
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  readonly sources: ReadonlyArray<Source>;
  /** The value as its source words it: `163 of 205`, `one third`; null where only the indicator is known. */
  readonly value: Maybe<Scalars['String']['output']>;
  /** Year the value speaks of; null where the source gives none. */
  readonly year: Maybe<Scalars['Int']['output']>;
};

/** A UN human-rights mechanism that addresses recommendations to States. */
export type Mechanism = Node & {
  readonly __typename?: 'Mechanism';
  /** Short form: `CRC`, `UPR`. */
  readonly code: Scalars['String']['output'];
  /** Its deadlines, soonest first. */
  readonly deadlines: ReadonlyArray<Deadline>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  /** Its documents, newest first; of one State where `state` is given. */
  readonly documents: ReviewDocumentConnection;
  readonly id: Scalars['ID']['output'];
  readonly kind: MechanismKind;
  readonly name: Scalars['String']['output'];
  readonly nameKm: Maybe<Scalars['String']['output']>;
  readonly recommendations: RecommendationConnection;
  readonly sources: ReadonlyArray<Source>;
  /** The treaty it watches over; null of mechanisms that rest on no treaty. */
  readonly treaty: Maybe<Scalars['String']['output']>;
};


/** A UN human-rights mechanism that addresses recommendations to States. */
export type MechanismDeadlinesArgs = {
  state?: InputMaybe<Scalars['ID']['input']>;
};


/** A UN human-rights mechanism that addresses recommendations to States. */
export type MechanismDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
};


/** A UN human-rights mechanism that addresses recommendations to States. */
export type MechanismRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type MechanismConnection = {
  readonly __typename?: 'MechanismConnection';
  readonly edges: ReadonlyArray<MechanismEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type MechanismEdge = {
  readonly __typename?: 'MechanismEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Mechanism;
};

export type MechanismKind =
  /** A special procedure, such as a country rapporteur. */
  | 'SPECIAL_PROCEDURE'
  /** A committee that watches over a treaty. */
  | 'TREATY_BODY'
  /** The Universal Periodic Review of the Human Rights Council. */
  | 'UPR';

export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Decides on a suggestion, or decides again. For the owner alone: FORBIDDEN otherwise. */
  readonly decide: Decision;
  /** Takes a decision back: what it decided on is again as it was before. A later decision on the same must be undone first. */
  readonly undoDecision: Decision;
};


export type MutationDecideArgs = {
  decision: DecisionInput;
};


export type MutationUndoDecisionArgs = {
  decidedBy: Scalars['String']['input'];
  id: Scalars['ID']['input'];
};

export type NeighbourCount = {
  readonly __typename?: 'NeighbourCount';
  readonly count: Scalars['Int']['output'];
  /** OUT: the node is where the relationship starts. */
  readonly direction: GraphDirection;
  /** Type of the neighbour, as `__typename` gives it. */
  readonly neighbourType: Scalars['String']['output'];
  readonly relationship: RelationshipType;
  /** How many of them are suggestions. */
  readonly suggestionCount: Scalars['Int']['output'];
};

export type NeighbourKind = {
  readonly relationship: RelationshipType;
  /** Type of the neighbour, as `__typename` gives it. */
  readonly type: Scalars['String']['input'];
};

/** Which neighbours come first. */
export type NeighbourOrder =
  /** Those with the most relationships. */
  | 'MOST_CONNECTED'
  /** The newest; what has no date last. */
  | 'NEWEST'
  /** By type, then the newest. */
  | 'TYPE';

/** What surrounds one thing in the graph. */
export type Neighbourhood = {
  readonly __typename?: 'Neighbourhood';
  /** How many neighbours there are by relationship, direction and type, of all of them; the graph view shows it before anything is fetched. */
  readonly counts: ReadonlyArray<NeighbourCount>;
  /** Neighbours of every type and relationship, whether shown, excluded or filtered out. */
  readonly degree: Scalars['Int']['output'];
  /** The next neighbours that are not excluded, in the order asked for; ties by id. */
  readonly neighbours: ReadonlyArray<GraphNode>;
  readonly node: Node;
  /** Every relationship between the things now known: the node, `neighbours`, and the ids in `exclude`, where one end is the node or a new neighbour. */
  readonly relationships: ReadonlyArray<GraphRelationship>;
  /** How many neighbours of the relationships and kinds asked for are neither excluded nor in `neighbours`. */
  readonly remainingCount: Scalars['Int']['output'];
  /** Year of the node, where it has a date; null otherwise. */
  readonly year: Maybe<Scalars['Int']['output']>;
};

/**
 * Anything in the graph with an id of its own. Ids are `type:key`, stable, and fit for an address
 * (`recommendation:crc-2011-41b`, `body:mosvy`, `state:KHM`).
 */
export type Node = {
  /** What tells it from others of the same name: a symbol and paragraph, an acronym, a date. Null where there is nothing to add. */
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  /** What to call it in one line of English: its name, its title, or the summary of a recommendation. */
  readonly displayName: Scalars['String']['output'];
  /** The same in Khmer, null where no verified Khmer form is known. */
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  /** Stable id, `type:key`. */
  readonly id: Scalars['ID']['output'];
};

/** What one State was asked again and again. */
export type OftenAsked = {
  readonly __typename?: 'OftenAsked';
  /** The first of them, at most `first`. */
  readonly asks: ReadonlyArray<RepeatedAsk>;
  readonly state: State;
  /** How many asks were made twice or more; one recommendation counts for one ask only. */
  readonly totalCount: Scalars['Int']['output'];
};

/** How what was asked most is ranked; what is equal by one is ranked by the other. */
export type OftenAskedOrder =
  /** By how many times it was asked, then by how many mechanisms. */
  | 'COUNT'
  /** By how many mechanisms asked, then how many times. */
  | 'MECHANISMS';

export type OrderDirection =
  /** Smallest, earliest or alphabetically first comes first. */
  | 'ASC'
  /** Largest, latest or alphabetically last comes first. */
  | 'DESC';

/** A civil-society organisation, network, child- or youth-led network, UN entity or donor. */
export type Organisation = Node & {
  readonly __typename?: 'Organisation';
  readonly acronym: Maybe<Scalars['String']['output']>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly events: ReadonlyArray<Event>;
  readonly id: Scalars['ID']['output'];
  /** Other initiatives that concern it, facts before suggestions. */
  readonly initiatives: InitiativeConnection;
  readonly kind: OrganisationKind;
  /** Initiatives it leads. */
  readonly leads: InitiativeConnection;
  readonly name: Scalars['String']['output'];
  readonly nameKm: Maybe<Scalars['String']['output']>;
  readonly note: Maybe<Scalars['String']['output']>;
  /** Initiatives it is a partner in. */
  readonly partnersIn: InitiativeConnection;
  /** Provinces it works in as recorded; empty where not known. */
  readonly provinces: ReadonlyArray<Scalars['String']['output']>;
  readonly sources: ReadonlyArray<Source>;
};


/** A civil-society organisation, network, child- or youth-led network, UN entity or donor. */
export type OrganisationInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A civil-society organisation, network, child- or youth-led network, UN entity or donor. */
export type OrganisationLeadsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A civil-society organisation, network, child- or youth-led network, UN entity or donor. */
export type OrganisationPartnersInArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type OrganisationConnection = {
  readonly __typename?: 'OrganisationConnection';
  readonly edges: ReadonlyArray<OrganisationEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type OrganisationEdge = {
  readonly __typename?: 'OrganisationEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Organisation;
};

export type OrganisationKind =
  | 'CHILD_YOUTH_LED_NETWORK'
  | 'COALITION'
  | 'DONOR'
  | 'INTERNATIONAL_NGO'
  | 'NETWORK'
  | 'NGO'
  | 'PROGRAMME'
  | 'UN';

export type Organiser = GovernmentBody | Mechanism | Organisation;

export type OverdueGap = {
  readonly __typename?: 'OverdueGap';
  readonly count: Scalars['Int']['output'];
  /** The deadlines themselves, soonest first. `first` is 1 to 100. */
  readonly deadlines: DeadlineConnection;
  /** How many of them a source recorded as overdue. */
  readonly overdueCount: Scalars['Int']['output'];
  /** How many of them have passed with nothing known of what came of them. */
  readonly passedCount: Scalars['Int']['output'];
};


export type OverdueGapDeadlinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** Where one page of a list ends and whether more follows (Relay). */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor of the last edge, null on an empty page; pass it as `after` for the next page. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the first edge, null on an empty page. Opaque: pass it back as it came. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** A way through the graph from one thing to another; no relationship is walked twice. */
export type Path = {
  readonly __typename?: 'Path';
  readonly hops: ReadonlyArray<PathHop>;
  /** True where at least one hop is a suggestion that no person has confirmed. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  /** Number of hops. */
  readonly length: Scalars['Int']['output'];
  /** The things it leads through, both ends included, in order. */
  readonly nodes: ReadonlyArray<Node>;
  /**
   * How telling the way is, from 0 to 1: 1 / (1 + the sum, over the things between the ends, of the natural logarithm of how
   * many relationships each has). A State or a general theme joins nearly everything and explains little; a direct
   * relationship scores 1.
   */
  readonly score: Scalars['Float']['output'];
};

/** One step of a path. */
export type PathHop = {
  readonly __typename?: 'PathHop';
  /** Basis in the words of the graph; null where the relationship carries none. */
  readonly basis: Maybe<Scalars['String']['output']>;
  /** OUT: the relationship starts at `from`. */
  readonly direction: GraphDirection;
  readonly from: Node;
  /** True where no person has confirmed it. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  readonly relationship: RelationshipType;
  /** Role of a responsibility; null otherwise. */
  readonly role: Maybe<ResponsibilityRole>;
  /** The step in English, read from `from` to `to`; what is suggested is said to be. A recommendation is named by symbol and paragraph. */
  readonly sentence: Scalars['String']['output'];
  readonly to: Node;
};

/** Which ways between two things are looked for. */
export type PathSearch =
  /** All up to `maxLength`, the shorter ones first to be found. */
  | 'ALL'
  /** The shortest ones. */
  | 'SHORTEST';

export type Pillar =
  | 'CHILD_PARTICIPATION'
  | 'CIVIL_SOCIETY'
  | 'DISSEMINATION'
  | 'GOVERNMENT';

export type Query = {
  readonly __typename?: 'Query';
  readonly affectedGroup: Maybe<AffectedGroup>;
  /** Groups in order of name. */
  readonly affectedGroups: AffectedGroupConnection;
  readonly deadline: Maybe<Deadline>;
  /**
   * Deadlines, soonest first, whose period touches the one from `from` to `to`; of one State or mechanism, or of any of
   * several.
   */
  readonly deadlines: DeadlineConnection;
  /** What people decided for a State, the newest first. `first` is 1 to 100. */
  readonly decisions: ReadonlyArray<Decision>;
  readonly event: Maybe<Event>;
  /** Events, newest first, between two dates where given. */
  readonly events: EventConnection;
  /** What nobody has taken on, among the recommendations that the filter describes: counts, lists, and filters that reproduce them. */
  readonly gaps: Gaps;
  /** Bodies of the State in order of name. */
  readonly governmentBodies: GovernmentBodyConnection;
  readonly governmentBody: Maybe<GovernmentBody>;
  readonly indicator: Maybe<Indicator>;
  /** Indicators in order of name. */
  readonly indicators: IndicatorConnection;
  readonly initiative: Maybe<Initiative>;
  /** Initiatives in order of number. */
  readonly initiatives: InitiativeConnection;
  /**
   * Recommendations that a text echoes, a paragraph of a report say, with the passages that match, and suggested tags and
   * bodies. `text` has at most 20,000 characters; send it as a variable of a POST, so that it stands in no address. `state`
   * may be left out where the graph holds recommendations to one State only. `first` is 1 to 50.
   */
  readonly matches: Matches;
  /** Counts of recommendations by two fields, any two of them; one field twice counts what stands together. */
  readonly matrix: Matrix;
  readonly mechanism: Maybe<Mechanism>;
  /** Mechanisms in order of code; with `state` those with a document or a deadline for it. */
  readonly mechanisms: MechanismConnection;
  /**
   * One thing and its next `first` (1 to 200) neighbours that are not in `exclude` (at most 5,000 ids), optionally along
   * some relationships only, or only of some kinds: a relationship and the type at its other end.
   * With `hops: 2` also the neighbours of those neighbours, after them: first those that surround the first of them.
   * `counts`, `degree` and `remainingCount` speak of the neighbours themselves in either case.
   */
  readonly neighbourhood: Neighbourhood;
  /** The thing with this id, whatever its type; null where the graph holds none. */
  readonly node: Maybe<Node>;
  /** The things with these ids in the same order, null in the place of an unknown one. At most 100 ids. */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /**
   * What a State was asked most often and by most mechanisms. `theme` keeps to asks with a recommendation on a theme, by fact or
   * our own classification. `first` is 1 to 100.
   */
  readonly oftenAsked: OftenAsked;
  readonly organisation: Maybe<Organisation>;
  /** Organisations in order of name. */
  readonly organisations: OrganisationConnection;
  /**
   * How two things are connected, whatever the direction of the relationships: at most `first` ways (1 to 50) of at most
   * `maxLength` hops (1 to 6), the most telling first: ways without suggestions, then by `score`, then the shorter, then by
   * the ids on the way. Empty where no way is short enough. What is ranked are the first 200 ways found.
   * Only along `relationships` where they are given; without suggested ones where `includeSuggestions` is false, and never
   * along rejected ones. With `throughHubs: false` States and mechanisms, which join nearly everything, may be ends only.
   */
  readonly paths: ReadonlyArray<Path>;
  /** One recommendation by id or key; null where the graph holds none. */
  readonly recommendation: Maybe<Recommendation>;
  /** Recommendations, newest first unless ordered otherwise. `first` is 1 to 100. */
  readonly recommendations: RecommendationConnection;
  readonly resource: Maybe<Resource>;
  /** Resources in order of title. */
  readonly resources: ResourceConnection;
  readonly reviewDocument: Maybe<ReviewDocument>;
  /** Documents, newest first. */
  readonly reviewDocuments: ReviewDocumentConnection;
  /** Suggestions of one subject that wait for a person. `first` is 1 to 100. */
  readonly reviewQueue: ReviewQueue;
  /** How suggestions of one subject, or of all, fare with people. */
  readonly reviewStatistics: ReviewStatistics;
  readonly right: Maybe<Right>;
  /** Articles in natural order of treaty and number. */
  readonly rights: RightConnection;
  readonly rightsCluster: Maybe<RightsCluster>;
  readonly rightsClusters: RightsClusterConnection;
  readonly sdgGoal: Maybe<SdgGoal>;
  readonly sdgGoals: SdgGoalConnection;
  readonly sdgTarget: Maybe<SdgTarget>;
  /** Targets in natural order: 4.5 before 16.2 before 16.10. */
  readonly sdgTargets: SdgTargetConnection;
  /**
   * Full-text search over all types, best first. The same language holds wherever a filter has `text`.
   *
   * - `child labour`: both words, in any of their forms (Porter's stems); case and accents do not matter. Khmer is found
   *   by words, though it has no spaces. `the`, `of`, `and` and other such words are passed over.
   * - `"birth registration"`: these words in this order, as they stand.
   * - `AND`, `OR`, `NOT` in capitals, and parentheses: `(girls OR boys) NOT prison`. NOT binds first, then AND (which also
   *   stands between words by itself), then OR. `NOT prison` alone is everything else.
   * - `educat*`: every word that begins so.
   * - `name:health`, `text:health`, `theme:health`, `symbol:A/HRC`, `paragraph:118`: only there, a word, a phrase or a
   *   parenthesis. `name` is the names and acronyms of things, `text` a wording, a summary or a description (`summary:` is
   *   the same), `theme` the themes of a recommendation, `symbol` the document's symbol, mechanism and year. Khmer words
   *   are looked for everywhere. A word before a colon that is no field is searched for as it is, and `notices` says so.
   * - `CRC/C/KHM/CO/4-6 para 26`, `¶26(b)`, `paras 41 to 43`, `កថាខណ្ឌ ២៦`: the paragraph with all its parts.
   * - With `asYouType` the last word may also be the beginning of a longer one.
   *
   * Order: first the thing of exactly this symbol, acronym, code or name, or this paragraph of this document; then things
   * whose name holds all the words; then the others by BM25, where a word weighs the more the fewer texts hold it, the
   * shorter the text, and twice in a name. Equal ones stand by id.
   *
   * Where nothing matches, typing errors are forgiven: one letter in words of four letters or more, two from eight, in the
   * first five such words, which may also be the beginnings of others; `isCorrected` and `correctedTo` say so. Any text is safe. 1,000 characters and 40 words of it
   * are asked; `notices` says what was not. `first` is 1 to 100.
   */
  readonly search: SearchConnection;
  /** One State by id (`state:KHM`) or code (`KHM`). */
  readonly state: Maybe<State>;
  /** States in order of name; with `underReview` only those whose reviews the graph holds. */
  readonly states: StateConnection;
  readonly statistics: Statistics;
  /** The things with these ids (at most 5,000) and the relationships between them: a view restored from its address. */
  readonly subgraph: Subgraph;
  readonly theme: Maybe<Theme>;
  /** Themes in order of name. */
  readonly themes: ThemeConnection;
  readonly treaties: TreatyConnection;
  readonly treaty: Maybe<Treaty>;
  readonly workingGroup: Maybe<WorkingGroup>;
  /** Working groups in order of number. */
  readonly workingGroups: WorkingGroupConnection;
};


export type QueryAffectedGroupArgs = {
  id: Scalars['ID']['input'];
};


export type QueryAffectedGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDeadlineArgs = {
  id: Scalars['ID']['input'];
};


export type QueryDeadlinesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  mechanism?: InputMaybe<Scalars['ID']['input']>;
  mechanisms?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  state?: InputMaybe<Scalars['ID']['input']>;
  states?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  statuses?: InputMaybe<ReadonlyArray<DeadlineStatus>>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryDecisionsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  state: Scalars['ID']['input'];
  subject?: InputMaybe<ReviewSubject>;
};


export type QueryEventArgs = {
  id: Scalars['ID']['input'];
};


export type QueryEventsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  from?: InputMaybe<Scalars['Date']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
  to?: InputMaybe<Scalars['Date']['input']>;
};


export type QueryGapsArgs = {
  filter?: InputMaybe<RecommendationFilter>;
};


export type QueryGovernmentBodiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<GovernmentBodyKind>>;
  state?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryGovernmentBodyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIndicatorArgs = {
  id: Scalars['ID']['input'];
};


export type QueryIndicatorsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryInitiativeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  pillars?: InputMaybe<ReadonlyArray<Pillar>>;
  state?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryMatchesArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
};


export type QueryMatrixArgs = {
  columns: MatrixAxis;
  filter?: InputMaybe<RecommendationFilter>;
  rows: MatrixAxis;
};


export type QueryMechanismArgs = {
  id: Scalars['ID']['input'];
};


export type QueryMechanismsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryNeighbourhoodArgs = {
  exclude?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  first?: InputMaybe<Scalars['Int']['input']>;
  hops?: InputMaybe<Scalars['Int']['input']>;
  id: Scalars['ID']['input'];
  kinds?: InputMaybe<ReadonlyArray<NeighbourKind>>;
  orderBy?: InputMaybe<NeighbourOrder>;
  relationships?: InputMaybe<ReadonlyArray<RelationshipType>>;
};


export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryOftenAskedArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
  orderBy?: InputMaybe<OftenAskedOrder>;
  state: Scalars['ID']['input'];
  theme?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryOrganisationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryOrganisationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  kinds?: InputMaybe<ReadonlyArray<OrganisationKind>>;
  state?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryPathsArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  from: Scalars['ID']['input'];
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
  maxLength?: InputMaybe<Scalars['Int']['input']>;
  relationships?: InputMaybe<ReadonlyArray<RelationshipType>>;
  search?: InputMaybe<PathSearch>;
  throughHubs?: InputMaybe<Scalars['Boolean']['input']>;
  to: Scalars['ID']['input'];
};


export type QueryRecommendationArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};


export type QueryResourceArgs = {
  id: Scalars['ID']['input'];
};


export type QueryResourcesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryReviewDocumentArgs = {
  id: Scalars['ID']['input'];
};


export type QueryReviewDocumentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  mechanism?: InputMaybe<Scalars['ID']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryReviewQueueArgs = {
  first?: InputMaybe<Scalars['Int']['input']>;
  state: Scalars['ID']['input'];
  subject: ReviewSubject;
};


export type QueryReviewStatisticsArgs = {
  state: Scalars['ID']['input'];
  subject?: InputMaybe<ReviewSubject>;
};


export type QueryRightArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRightsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  treaty?: InputMaybe<Scalars['ID']['input']>;
};


export type QueryRightsClusterArgs = {
  id: Scalars['ID']['input'];
};


export type QueryRightsClustersArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySdgGoalArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySdgGoalsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySdgTargetArgs = {
  id: Scalars['ID']['input'];
};


export type QuerySdgTargetsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QuerySearchArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  asYouType?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
  text: Scalars['String']['input'];
  types?: InputMaybe<ReadonlyArray<SearchableType>>;
};


export type QueryStateArgs = {
  id: Scalars['ID']['input'];
};


export type QueryStatesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  underReview?: InputMaybe<Scalars['Boolean']['input']>;
};


export type QueryStatisticsArgs = {
  state?: InputMaybe<Scalars['ID']['input']>;
};


export type QuerySubgraphArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


export type QueryThemeArgs = {
  id: Scalars['ID']['input'];
};


export type QueryThemesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTreatiesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryTreatyArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkingGroupArgs = {
  id: Scalars['ID']['input'];
};


export type QueryWorkingGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  state?: InputMaybe<Scalars['ID']['input']>;
};

/** One wording in one document: a recommendation, a concern or an urgent measure that a UN mechanism addressed to a State. */
export type Recommendation = Node & {
  readonly __typename?: 'Recommendation';
  /** Groups it would protect, facts and our own classification, in order of name. */
  readonly affectedGroups: ReadonlyArray<AffectedGroup>;
  /** What it asks, one by one, in order: the text, or our summary where the text is not held, cut where one ask ends and another begins. */
  readonly asks: ReadonlyArray<Ask>;
  /** Assessments of what became of it, newest first; history is kept. */
  readonly assessments: ReadonlyArray<Assessment>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly document: ReviewDocument;
  readonly id: Scalars['ID']['output'];
  /** Indicators that measure it. */
  readonly indicators: ReadonlyArray<Indicator>;
  /** Initiatives of civil society that support it, facts before suggestions. */
  readonly initiatives: InitiativeConnection;
  /** True when an editor marked it as overtaken by events; `outdatedReason` says why. */
  readonly isOutdated: Scalars['Boolean']['output'];
  readonly kind: RecommendationKind;
  readonly mechanism: Mechanism;
  readonly outdatedReason: Maybe<Scalars['String']['output']>;
  /** Paragraph number as printed, `41(b)` or `118.26`; null where the source read gives none. */
  readonly paragraph: Maybe<Scalars['String']['output']>;
  /** The State's answer, at the Universal Periodic Review only; null where it is not known. */
  readonly position: Maybe<UprPosition>;
  /** States that made the recommendation, at the Universal Periodic Review only; empty where the sources name none. */
  readonly recommendingStates: ReadonlyArray<State>;
  /** General Comments and other references that guide it or stand on its themes' reading list. */
  readonly resources: ReadonlyArray<Resource>;
  /**
   * Bodies responsible for it, facts before suggestions, then lead, support, oversight, role not stated, then by name.
   * A suggestion never counts as a fact: see `isSuggestion`.
   */
  readonly responsibilities: ReadonlyArray<Responsibility>;
  /** Rights it concerns, facts and our own classification, in order of name. Suggestions are in `taggings`. */
  readonly rights: ReadonlyArray<Right>;
  /** SDG targets it would advance, facts and our own classification, in order of number. */
  readonly sdgTargets: ReadonlyArray<SdgTarget>;
  /**
   * Other recommendations that ask for the same or for something near, of any mechanism, earlier and later: confirmed links
   * before suggested ones, SAME_ASK before RELATED, then the highest score, then by id. `state` shows only links in that
   * state, whatever `includeSuggestions` says; rejected links are shown in no other way. `first` is 1 to 100.
   */
  readonly similar: SimilarConnection;
  readonly sources: ReadonlyArray<Source>;
  /** The State it is addressed to. */
  readonly state: State;
  /** A summary in our own words, never a quotation. */
  readonly summary: Maybe<Scalars['String']['output']>;
  /** Symbol of the document it stands in (`CRC/C/KHM/CO/2-3`); null where the document has none or it is not known. */
  readonly symbol: Maybe<Scalars['String']['output']>;
  /** Every tag with its basis: what it is about, which right, group or SDG target. Suggested ones only when asked for. */
  readonly taggings: ReadonlyArray<Tagging>;
  /** The wording as imported, in its own language; null in the built-in data, which holds summaries only. */
  readonly text: Maybe<Scalars['String']['output']>;
  /** Language of `text` as a BCP 47 tag; null where there is no text. */
  readonly textLanguage: Maybe<Scalars['String']['output']>;
  /** Themes it is about, facts and our own classification, in order of name. */
  readonly themes: ReadonlyArray<Theme>;
  /** The same ask over time: how often, since when, by which mechanisms, answered how. */
  readonly trail: Trail;
  /** Thematic working groups that follow it; none are assigned in the built-in data. */
  readonly workingGroups: ReadonlyArray<WorkingGroup>;
  /** Year of its document; see `ReviewDocument.yearBasis` for where the year was read. */
  readonly year: Maybe<Scalars['Int']['output']>;
};


/** One wording in one document: a recommendation, a concern or an urgent measure that a UN mechanism addressed to a State. */
export type RecommendationInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** One wording in one document: a recommendation, a concern or an urgent measure that a UN mechanism addressed to a State. */
export type RecommendationResponsibilitiesArgs = {
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** One wording in one document: a recommendation, a concern or an urgent measure that a UN mechanism addressed to a State. */
export type RecommendationSimilarArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  direction?: InputMaybe<LinkDirection>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
  kind?: InputMaybe<LinkKind>;
  state?: InputMaybe<LinkState>;
};


/** One wording in one document: a recommendation, a concern or an urgent measure that a UN mechanism addressed to a State. */
export type RecommendationTaggingsArgs = {
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};

export type RecommendationConnection = {
  readonly __typename?: 'RecommendationConnection';
  readonly edges: ReadonlyArray<RecommendationEdge>;
  /**
   * For each field asked for, its values among what the filter describes, with counts, the most frequent first, then by name.
   * At most `first` values a field (1 to 300). With `excludeOwn` a field's own restriction is left out of its counts, at the
   * top level of the filter and in its `and`, so that a chosen value still shows its alternatives.
   */
  readonly facets: ReadonlyArray<Facet>;
  readonly pageInfo: PageInfo;
  /** How `filter.text` was understood, with that of `and`; null without a text. */
  readonly textSearch: Maybe<TextSearch>;
  /** How many the filter describes, over all pages. */
  readonly totalCount: Scalars['Int']['output'];
};


export type RecommendationConnectionFacetsArgs = {
  by: ReadonlyArray<FacetField>;
  excludeOwn?: InputMaybe<Scalars['Boolean']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

export type RecommendationEdge = {
  readonly __typename?: 'RecommendationEdge';
  readonly cursor: Scalars['String']['output'];
  /** Passages that match `filter.text`, empty without a text. */
  readonly highlights: ReadonlyArray<Highlight>;
  readonly node: Recommendation;
};

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
  /** Assessed by one of these, and on the date of `assessedSince` or later where it is given: both speak of one and the same assessment. */
  readonly assessedBy?: InputMaybe<ReadonlyArray<Voice>>;
  /** Assessed on this date or later, by one of `assessedBy` where it is given, else by anybody. Inside `not`: not assessed since. */
  readonly assessedSince?: InputMaybe<Scalars['Date']['input']>;
  readonly bases?: InputMaybe<ReadonlyArray<ResponsibilityBasis>>;
  readonly documents?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly governmentBodies?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Has each of these, counting facts only. */
  readonly has?: InputMaybe<ReadonlyArray<Linked>>;
  /**
   * Whether suggested responsibilities, tags and links of initiatives count in the fields beside it (never in `has` and
   * `lacks`). Each filter inside `and`, `or` and `not` says so for itself.
   */
  readonly includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
  readonly initiatives?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Marked by an editor as overtaken by events, or not. */
  readonly isOutdated?: InputMaybe<Scalars['Boolean']['input']>;
  readonly kinds?: InputMaybe<ReadonlyArray<RecommendationKind>>;
  /** Lacks each of these, counting facts only. Neither a fact nor a suggestion: `lacks: [THEME, SUGGESTED_THEME]`. */
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
  /** Clusters of rights: a right in one of them. */
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
  /** From a paragraph of urgent measures to the paragraphs it names. */
  | 'CITES'
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

/**
 * One ask with its trail. Counted as `Recommendation.trail` of the recommendation it is counted round: with suggestions, what one
 * suggested link adds to the confirmed; never a suggestion upon a suggestion.
 */
export type RepeatedAsk = {
  readonly __typename?: 'RepeatedAsk';
  /** How often by confirmed links alone; 1 where nobody has confirmed any. */
  readonly confirmedCount: Scalars['Int']['output'];
  /** How often it was asked, as the argument `includeSuggestions` says. */
  readonly count: Scalars['Int']['output'];
  readonly firstYear: Maybe<Scalars['Int']['output']>;
  readonly lastYear: Maybe<Scalars['Int']['output']>;
  /** By how many mechanisms, as the argument `includeSuggestions` says. */
  readonly mechanismCount: Scalars['Int']['output'];
  /** All recommendations of the ask, earliest first. */
  readonly occurrences: ReadonlyArray<TrailOccurrence>;
  /** The one round which the trail is counted: the one that most others are tied to. */
  readonly recommendation: Recommendation;
};

/** A reference: a General Comment, a circular, a guideline, a study. */
export type Resource = Node & {
  readonly __typename?: 'Resource';
  /** What it is about, in our own words. */
  readonly description: Maybe<Scalars['String']['output']>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** What kind of reference it is, as recorded: `general-comment`, `national-plan`. */
  readonly kind: Scalars['String']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly symbol: Maybe<Scalars['String']['output']>;
  readonly themes: ReadonlyArray<Theme>;
  readonly title: Scalars['String']['output'];
  readonly year: Maybe<Scalars['Int']['output']>;
};

export type ResourceConnection = {
  readonly __typename?: 'ResourceConnection';
  readonly edges: ReadonlyArray<ResourceEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ResourceEdge = {
  readonly __typename?: 'ResourceEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Resource;
};

/** What ties a recommendation to a government body: its role, and on what basis. */
export type Responsibility = {
  readonly __typename?: 'Responsibility';
  readonly basis: ResponsibilityBasis;
  readonly body: GovernmentBody;
  /** 0 to 1, of a computed suggestion; null otherwise. */
  readonly confidence: Maybe<Scalars['Float']['output']>;
  /** True where the basis is a suggestion that no person has confirmed. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  /** What the source or the reader of the mandate remarks. */
  readonly note: Maybe<Scalars['String']['output']>;
  readonly recommendation: Recommendation;
  /** Null where the source names the body without saying who leads. */
  readonly role: Maybe<ResponsibilityRole>;
  readonly source: Maybe<Source>;
  readonly state: Maybe<SuggestionState>;
};

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

/** A document in which a mechanism addresses a State: concluding observations, a Working Group report, a rapporteur's report. */
export type ReviewDocument = Node & {
  readonly __typename?: 'ReviewDocument';
  readonly adoptedOn: Maybe<Scalars['Date']['output']>;
  readonly coverage: Coverage;
  /** The reporting cycle as the source words it. */
  readonly cycle: Maybe<Scalars['String']['output']>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Initiatives that concern the document as a whole, facts before suggestions. */
  readonly initiatives: InitiativeConnection;
  readonly mechanism: Mechanism;
  readonly nextReportDueOn: Maybe<Scalars['Date']['output']>;
  /** Doubts and remarks about the document as recorded with the data. */
  readonly note: Maybe<Scalars['String']['output']>;
  readonly publishedOn: Maybe<Scalars['Date']['output']>;
  readonly recommendations: RecommendationConnection;
  readonly sources: ReadonlyArray<Source>;
  readonly state: State;
  /** UN document symbol; null where it has none or it is not known. */
  readonly symbol: Maybe<Scalars['String']['output']>;
  readonly title: Scalars['String']['output'];
  /** Address of the document on the UN's document service, built from the symbol; null without a symbol. */
  readonly url: Maybe<Scalars['String']['output']>;
  /** Year it belongs to; see `yearBasis`. */
  readonly year: Maybe<Scalars['Int']['output']>;
  /** Where the year was read; SESSION is the year in which the session met, DOCUMENT_ID means that no source read gives a date. */
  readonly yearBasis: Maybe<YearBasis>;
};


/** A document in which a mechanism addresses a State: concluding observations, a Working Group report, a rapporteur's report. */
export type ReviewDocumentInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A document in which a mechanism addresses a State: concluding observations, a Working Group report, a rapporteur's report. */
export type ReviewDocumentRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type ReviewDocumentConnection = {
  readonly __typename?: 'ReviewDocumentConnection';
  readonly edges: ReadonlyArray<ReviewDocumentEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ReviewDocumentEdge = {
  readonly __typename?: 'ReviewDocumentEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: ReviewDocument;
};

/**
 * A suggestion that waits for a person. The most useful come first: those of which the machine is least sure, and whose
 * recommendation much else hangs on; what somebody has left for later comes last.
 */
export type ReviewItem = {
  readonly __typename?: 'ReviewItem';
  /** Of a link: true where both are of one date or of none, so that a person may turn it round. */
  readonly canTurn: Scalars['Boolean']['output'];
  /** Of a link: passages that match, the most telling first. */
  readonly evidence: ReadonlyArray<SimilarEvidence>;
  /** The recommendation; of a link the later one. */
  readonly from: Recommendation;
  /** Of a link: what the matching passages both name, in English: treaties and institutions, subjects, what is wanted done; empty where the words alone decided. */
  readonly inCommon: ReadonlyArray<Scalars['String']['output']>;
  /** True where somebody has left it for later. */
  readonly isSkipped: Scalars['Boolean']['output'];
  /** Of a link; null otherwise. */
  readonly kind: Maybe<LinkKind>;
  /** What suggested it, with its version; null where a person or a list did. */
  readonly method: Maybe<Scalars['String']['output']>;
  /** Why, in words; null of a link, whose reason is its passages. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** With `from` and `to` it names the suggestion: `decide` takes the three. */
  readonly relationship: RelationshipType;
  /** Of a body; null otherwise. */
  readonly role: Maybe<ResponsibilityRole>;
  /** How sure the machine is, 0 to 1; null where a person or a list suggested it. */
  readonly score: Maybe<Scalars['Float']['output']>;
  readonly subject: ReviewSubject;
  /** Of a link: the one that only asks to consider what the other asks outright; null where both ask alike. */
  readonly tentative: Maybe<LinkEnd>;
  /** What is suggested for it; of a link the earlier recommendation. */
  readonly to: Node;
  /** How much a decision on it would help: what the list is ordered by. */
  readonly usefulness: Scalars['Float']['output'];
};

export type ReviewQueue = {
  readonly __typename?: 'ReviewQueue';
  /** How many of the subject people have decided, confirmed or rejected. */
  readonly decidedCount: Scalars['Int']['output'];
  /** The most useful first, at most `first`. */
  readonly items: ReadonlyArray<ReviewItem>;
  readonly state: State;
  /** How many suggestions of the subject wait for a decision. */
  readonly totalCount: Scalars['Int']['output'];
};

/** How the machine's suggestions fare with people, and people with each other. What was undone or skipped does not count. */
export type ReviewStatistics = {
  readonly __typename?: 'ReviewStatistics';
  /** On how many of these the last two agreed. */
  readonly agreedCount: Scalars['Int']['output'];
  /** The same by how sure the machine had been, in steps of a tenth; steps without a decision are left out. */
  readonly byScore: ReadonlyArray<ScoreAgreement>;
  /** Confirmed as suggested. */
  readonly confirmedCount: Scalars['Int']['output'];
  /** Confirmed with another kind, role or direction. */
  readonly correctedCount: Scalars['Int']['output'];
  /** Suggestions that two or more people decided, one after the other. */
  readonly readTwiceCount: Scalars['Int']['output'];
  readonly rejectedCount: Scalars['Int']['output'];
  /** Who decided how many, the most first. */
  readonly reviewers: ReadonlyArray<ReviewerCount>;
};

/** What a person decides on: a link between recommendations, a tag, or a responsible body that a recommendation may have. */
export type ReviewSubject =
  | 'BODY'
  | 'LINK'
  | 'TAG';

export type ReviewerCount = {
  readonly __typename?: 'ReviewerCount';
  readonly count: Scalars['Int']['output'];
  readonly name: Scalars['String']['output'];
};

/** An article of a treaty. */
export type Right = Node & {
  readonly __typename?: 'Right';
  /** Number of the article; null where the row stands for the whole treaty. */
  readonly article: Maybe<Scalars['String']['output']>;
  /** The cluster by which the Committee groups it; null where its treaty has no clusters here. */
  readonly cluster: Maybe<RightsCluster>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Treaty and article: `CRC 19`. */
  readonly name: Scalars['String']['output'];
  readonly recommendations: RecommendationConnection;
  /** What the article is about, in our own words. */
  readonly shortTitle: Scalars['String']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly treaty: Treaty;
};


/** An article of a treaty. */
export type RightRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type RightConnection = {
  readonly __typename?: 'RightConnection';
  readonly edges: ReadonlyArray<RightEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type RightEdge = {
  readonly __typename?: 'RightEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Right;
};

/** A group of articles, as the Committee on the Rights of the Child orders its observations. */
export type RightsCluster = Node & {
  readonly __typename?: 'RightsCluster';
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Recommendations that concern a right of the cluster. */
  readonly recommendations: RecommendationConnection;
  /** Its articles in natural order. */
  readonly rights: ReadonlyArray<Right>;
  readonly shortTitle: Scalars['String']['output'];
  readonly sources: ReadonlyArray<Source>;
  readonly treaty: Treaty;
};


/** A group of articles, as the Committee on the Rights of the Child orders its observations. */
export type RightsClusterRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type RightsClusterConnection = {
  readonly __typename?: 'RightsClusterConnection';
  readonly edges: ReadonlyArray<RightsClusterEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type RightsClusterEdge = {
  readonly __typename?: 'RightsClusterEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: RightsCluster;
};

/** How many responsibilities a body has in one role, on facts or on suggestions. */
export type RoleCount = {
  readonly __typename?: 'RoleCount';
  readonly basis: ResponsibilityBasis;
  readonly count: Scalars['Int']['output'];
  readonly isSuggestion: Scalars['Boolean']['output'];
  /** Null where the source names the body without saying who leads. */
  readonly role: Maybe<ResponsibilityRole>;
};

export type RoleFilter =
  | 'LEAD'
  | 'NOT_STATED'
  | 'OVERSIGHT'
  | 'SUPPORT';

export type ScoreAgreement = {
  readonly __typename?: 'ScoreAgreement';
  readonly confirmedCount: Scalars['Int']['output'];
  readonly correctedCount: Scalars['Int']['output'];
  /** From this score on, 0 to 0.9. */
  readonly from: Scalars['Float']['output'];
  readonly rejectedCount: Scalars['Int']['output'];
};

/** One of the 17 goals. */
export type SdgGoal = Node & {
  readonly __typename?: 'SdgGoal';
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  /** 1 to 17. */
  readonly goal: Scalars['Int']['output'];
  readonly id: Scalars['ID']['output'];
  /** Those that would advance the goal itself or one of its targets, each once. */
  readonly recommendations: RecommendationConnection;
  /** Its targets that the graph holds, in natural order. */
  readonly targets: ReadonlyArray<SdgTarget>;
};


/** One of the 17 goals. */
export type SdgGoalRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type SdgGoalConnection = {
  readonly __typename?: 'SdgGoalConnection';
  readonly edges: ReadonlyArray<SdgGoalEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SdgGoalEdge = {
  readonly __typename?: 'SdgGoalEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SdgGoal;
};

/** A target of the Sustainable Development Goals. */
export type SdgTarget = Node & {
  readonly __typename?: 'SdgTarget';
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly goal: SdgGoal;
  readonly id: Scalars['ID']['output'];
  readonly recommendations: RecommendationConnection;
  /** What it is about, in our own words. */
  readonly shortTitle: Scalars['String']['output'];
  readonly sources: ReadonlyArray<Source>;
  /** Number as printed: `16.2`, `16.a`. */
  readonly target: Scalars['String']['output'];
};


/** A target of the Sustainable Development Goals. */
export type SdgTargetRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type SdgTargetConnection = {
  readonly __typename?: 'SdgTargetConnection';
  readonly edges: ReadonlyArray<SdgTargetEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type SdgTargetEdge = {
  readonly __typename?: 'SdgTargetEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: SdgTarget;
};

export type SearchConnection = {
  readonly __typename?: 'SearchConnection';
  /** The text with the words that were found in place of those typed; null unless `isCorrected`. */
  readonly correctedTo: Maybe<Scalars['String']['output']>;
  /** How many match of each type, the most frequent first; `types` restricts what is listed, not what is counted. */
  readonly countsByType: ReadonlyArray<SearchTypeCount>;
  readonly edges: ReadonlyArray<SearchEdge>;
  /** Whether nothing matched as it was typed, and what is listed matches with typing errors forgiven. */
  readonly isCorrected: Scalars['Boolean']['output'];
  /** What of the text was not asked, or otherwise than it stands; empty where there is nothing to say. */
  readonly notices: ReadonlyArray<SearchNotice>;
  readonly pageInfo: PageInfo;
  /** How many things match, over all pages. Always exact, however many they are. */
  readonly totalCount: Scalars['Int']['output'];
  /** The text as it was understood, in the language of `search`: what was left out or repaired shows. */
  readonly understoodAs: Scalars['String']['output'];
};

export type SearchEdge = {
  readonly __typename?: 'SearchEdge';
  readonly cursor: Scalars['String']['output'];
  readonly highlights: ReadonlyArray<Highlight>;
  readonly node: Node;
  /** The order's weight, comparable within one answer only: from 10,000 up an exact match, see `search`. */
  readonly score: Scalars['Float']['output'];
  readonly type: SearchableType;
};

export type SearchNotice = {
  readonly __typename?: 'SearchNotice';
  readonly code: SearchNoticeCode;
  /** The same in an English sentence. */
  readonly message: Scalars['String']['output'];
  /** The part of the text that is meant, or the limit; null where the whole is. */
  readonly part: Maybe<Scalars['String']['output']>;
};

export type SearchNoticeCode =
  /** The text holds no word to search for: nothing is listed. */
  | 'NOTHING_ASKED'
  /** A quote or a parenthesis has no counterpart; the text was read as if it had. */
  | 'NOT_CLOSED'
  /** AND, OR or NOT stands without a word to join; it was left out. */
  | 'OPERATOR_IGNORED'
  /** The text is longer than 1,000 characters; the rest was not asked. */
  | 'TEXT_CUT'
  /** Parentheses stand more than 20 deep; the deepest were left out. */
  | 'TOO_DEEP'
  /** A word before a colon is no field; both were searched for as they are. */
  | 'UNKNOWN_FIELD'
  /** More than 40 words, or 50 paragraphs of a range; from `part` on they were not asked. */
  | 'WORDS_CUT';

export type SearchTypeCount = {
  readonly __typename?: 'SearchTypeCount';
  readonly count: Scalars['Int']['output'];
  readonly type: SearchableType;
};

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
  | 'TREATY'
  | 'WORKING_GROUP';

/** Another body with a role in the same recommendations. */
export type SharedResponsibility = {
  readonly __typename?: 'SharedResponsibility';
  readonly body: GovernmentBody;
  readonly count: Scalars['Int']['output'];
  /** True where at least one of the two roles is a suggestion in every shared recommendation. */
  readonly isSuggestion: Scalars['Boolean']['output'];
};

export type SimilarConnection = {
  readonly __typename?: 'SimilarConnection';
  /** How many of them a person has confirmed. */
  readonly confirmedCount: Scalars['Int']['output'];
  readonly edges: ReadonlyArray<SimilarEdge>;
  readonly pageInfo: PageInfo;
  /** How many of them are suggestions that nobody has decided on. */
  readonly suggestedCount: Scalars['Int']['output'];
  /** How many links the arguments describe, over all pages, confirmed and suggested together: see the two counts below. */
  readonly totalCount: Scalars['Int']['output'];
};

/** One link to another recommendation of the same State. */
export type SimilarEdge = {
  readonly __typename?: 'SimilarEdge';
  /** Which ask of the later recommendation matches which of the earlier, the most telling first; empty where no passages are recorded. */
  readonly asks: ReadonlyArray<AskMatch>;
  readonly cursor: Scalars['String']['output'];
  /** Who did; null of a suggestion. */
  readonly decidedBy: Maybe<Scalars['String']['output']>;
  /** When a person confirmed or rejected it; null of a suggestion. */
  readonly decidedOn: Maybe<Scalars['Date']['output']>;
  readonly direction: LinkDirection;
  /** Passages that match, the most telling first; empty where none is recorded. */
  readonly evidence: ReadonlyArray<SimilarEvidence>;
  /** What the matching passages both name, in English: treaties and institutions, subjects, what is wanted done; empty where the words alone decided. */
  readonly inCommon: ReadonlyArray<Scalars['String']['output']>;
  /** True where nobody has confirmed it. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  readonly kind: LinkKind;
  /** What proposed it, with its version; null where a person made the link. */
  readonly method: Maybe<Scalars['String']['output']>;
  /** The other recommendation. */
  readonly node: Recommendation;
  /** How alike the two are by `method`, 0 to 1; null where a person made the link. */
  readonly score: Maybe<Scalars['Float']['output']>;
  readonly state: LinkState;
  /** The one that only asks to consider what the other asks outright; null where both ask alike. */
  readonly tentative: Maybe<LinkEnd>;
};

/** Two passages that match, one of each recommendation: the reason for a link in the words of both. */
export type SimilarEvidence = {
  readonly __typename?: 'SimilarEvidence';
  /** Of the earlier recommendation. */
  readonly earlierPassage: Scalars['String']['output'];
  /** Of the later recommendation. */
  readonly laterPassage: Scalars['String']['output'];
};

/** Where a fact was read. */
export type Source = {
  readonly __typename?: 'Source';
  /** The source in words, as recorded with the data: a document symbol, a publication, a press report and its date. */
  readonly citation: Scalars['String']['output'];
  /** Its address, null where none is recorded or the citation speaks of a republished copy. */
  readonly url: Maybe<Scalars['String']['output']>;
};

/** A State: one under review, or one that made recommendations at the Universal Periodic Review. */
export type State = Node & {
  readonly __typename?: 'State';
  /** ISO 3166-1 alpha-3. */
  readonly code: Scalars['String']['output'];
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  /** Documents of its own reviews held in the graph. */
  readonly documentCount: Scalars['Int']['output'];
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  readonly nameKm: Maybe<Scalars['String']['output']>;
  /** What was asked of it. */
  readonly recommendations: RecommendationConnection;
};


/** A State: one under review, or one that made recommendations at the Universal Periodic Review. */
export type StateRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type StateConnection = {
  readonly __typename?: 'StateConnection';
  readonly edges: ReadonlyArray<StateEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type StateEdge = {
  readonly __typename?: 'StateEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: State;
};

/** What the graph holds, of one State where `state` is given. */
export type Statistics = {
  readonly __typename?: 'Statistics';
  /** Recommendations by kind. */
  readonly countsByKind: ReadonlyArray<KindCount>;
  readonly deadlineCount: Scalars['Int']['output'];
  readonly documentCount: Scalars['Int']['output'];
  readonly eventCount: Scalars['Int']['output'];
  /** Year of the earliest document held; null on an empty graph. */
  readonly firstYear: Maybe<Scalars['Int']['output']>;
  readonly governmentBodyCount: Scalars['Int']['output'];
  /** What was loaded, newest first. */
  readonly importRuns: ReadonlyArray<ImportRun>;
  /** Documents of which the graph holds only a part, or of which it is not known. */
  readonly incompleteDocumentCount: Scalars['Int']['output'];
  readonly indicatorCount: Scalars['Int']['output'];
  readonly initiativeCount: Scalars['Int']['output'];
  readonly lastYear: Maybe<Scalars['Int']['output']>;
  /** Mechanisms with at least one document held. */
  readonly mechanismCount: Scalars['Int']['output'];
  readonly organisationCount: Scalars['Int']['output'];
  readonly recommendationCount: Scalars['Int']['output'];
  readonly resourceCount: Scalars['Int']['output'];
  /** Responsibilities that are facts. */
  readonly responsibilityCount: Scalars['Int']['output'];
  /** Version of this software. */
  readonly softwareVersion: Scalars['String']['output'];
  /** Responsibilities that are suggestions. */
  readonly suggestedResponsibilityCount: Scalars['Int']['output'];
  /** Of those, how many have a suggested lead. */
  readonly withSuggestedLeadBodyCount: Scalars['Int']['output'];
  readonly withoutIndicatorCount: Scalars['Int']['output'];
  readonly withoutInitiativeCount: Scalars['Int']['output'];
  /** Recommendations without a lead body by a fact. */
  readonly withoutLeadBodyCount: Scalars['Int']['output'];
  readonly withoutWorkingGroupCount: Scalars['Int']['output'];
  readonly workingGroupCount: Scalars['Int']['output'];
};

/** The things asked for and every relationship between them. */
export type Subgraph = {
  readonly __typename?: 'Subgraph';
  readonly nodes: ReadonlyArray<GraphNode>;
  readonly relationships: ReadonlyArray<GraphRelationship>;
  /** Ids the graph does not hold. */
  readonly unknownIds: ReadonlyArray<Scalars['ID']['output']>;
};

/** A body suggested for a text. */
export type SuggestedBody = {
  readonly __typename?: 'SuggestedBody';
  /** NAMED_IN_TEXT where the text names the body, else MANDATE: by the rules of the State's profile. */
  readonly basis: ResponsibilityBasis;
  readonly body: GovernmentBody;
  /** 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** Why, in words: the passage that names it, or the rule. */
  readonly reason: Scalars['String']['output'];
  readonly role: ResponsibilityRole;
};

/** A theme, group, right or SDG target suggested for a text. */
export type SuggestedTag = {
  readonly __typename?: 'SuggestedTag';
  /** 0 to 1. */
  readonly confidence: Scalars['Float']['output'];
  /** Why, in words. */
  readonly reason: Scalars['String']['output'];
  /** A Theme, AffectedGroup, Right, RightsCluster, SdgTarget or SdgGoal. */
  readonly tag: Node;
};

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

/** What ties a recommendation to a theme, a right, an affected group or an SDG target, and on what basis. */
export type Tagging = {
  readonly __typename?: 'Tagging';
  readonly basis: TagBasis;
  /** True where no person has confirmed it. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  /** How a suggestion was made, with version; null of a fact. */
  readonly method: Maybe<Scalars['String']['output']>;
  /** Why it was suggested, in words; null of a fact. */
  readonly note: Maybe<Scalars['String']['output']>;
  /** 0 to 1, of a suggestion; null of a fact. */
  readonly score: Maybe<Scalars['Float']['output']>;
  readonly state: Maybe<SuggestionState>;
  /** A Theme, Right, RightsCluster, AffectedGroup, SdgTarget or SdgGoal. */
  readonly tag: Node;
};

/** How `filter.text` of a list of recommendations was understood; see `search`. */
export type TextSearch = {
  readonly __typename?: 'TextSearch';
  /** The text with the words that were found in place of those typed; null unless `isCorrected`. */
  readonly correctedTo: Maybe<Scalars['String']['output']>;
  /** Whether nothing matched as it was typed, and what is listed matches with typing errors forgiven. */
  readonly isCorrected: Scalars['Boolean']['output'];
  /** What of the text was not asked, or otherwise than it stands; empty where there is nothing to say. */
  readonly notices: ReadonlyArray<SearchNotice>;
  /** The text as it was understood, in the language of `search`; several texts are joined by AND. */
  readonly understoodAs: Scalars['String']['output'];
};

/** A subject by which recommendations are sorted. */
export type Theme = Node & {
  readonly __typename?: 'Theme';
  /** Names of the same theme elsewhere, such as in the Universal Human Rights Index. */
  readonly aliases: ReadonlyArray<Scalars['String']['output']>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Indicators on the theme. */
  readonly indicators: ReadonlyArray<Indicator>;
  /** Initiatives that concern it, facts before suggestions. */
  readonly initiatives: InitiativeConnection;
  readonly name: Scalars['String']['output'];
  readonly nameKm: Maybe<Scalars['String']['output']>;
  readonly note: Maybe<Scalars['String']['output']>;
  readonly recommendations: RecommendationConnection;
  /** References on the theme. */
  readonly resources: ReadonlyArray<Resource>;
  readonly sources: ReadonlyArray<Source>;
};


/** A subject by which recommendations are sorted. */
export type ThemeInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A subject by which recommendations are sorted. */
export type ThemeRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type ThemeConnection = {
  readonly __typename?: 'ThemeConnection';
  readonly edges: ReadonlyArray<ThemeEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type ThemeEdge = {
  readonly __typename?: 'ThemeEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Theme;
};

/**
 * One ask through time: a recommendation and those that ask for the same, of any mechanism (SAME_ASK links; RELATED ones
 * do not count). What confirmed links tie together is a fact, however many links lie between. A suggestion reaches one step
 * from there: what a suggested link ties to a fact, with what confirmed links tie to that; never a suggestion upon a suggestion.
 */
export type Trail = {
  readonly __typename?: 'Trail';
  /** This recommendation and what confirmed links tie to it. At least 1: the ask itself. */
  readonly confirmed: TrailSummary;
  /**
   * Documents that hold an occurrence, of which the graph has only a part or of which it is not known how much it has;
   * earliest first. They may ask more than is counted: nothing known is not nothing asked.
   */
  readonly incompleteDocuments: ReadonlyArray<ReviewDocument>;
  /**
   * Each recommendation of the trail, earliest first, then by document and paragraph, suggested ones among them
   * (see `isSuggestion`); with `includeSuggestions: false` only the confirmed.
   */
  readonly occurrences: ReadonlyArray<TrailOccurrence>;
  /** Further documents that address the same State and of which the graph has only a part, or it is not known: the ask may stand there too, also earlier. */
  readonly otherIncompleteDocumentCount: Scalars['Int']['output'];
  /** The same, and what suggested links would add. No fact: it differs from `confirmed` by suggestions alone. */
  readonly withSuggestions: TrailSummary;
};


/**
 * One ask through time: a recommendation and those that ask for the same, of any mechanism (SAME_ASK links; RELATED ones
 * do not count). What confirmed links tie together is a fact, however many links lie between. A suggestion reaches one step
 * from there: what a suggested link ties to a fact, with what confirmed links tie to that; never a suggestion upon a suggestion.
 */
export type TrailOccurrencesArgs = {
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};

export type TrailMechanism = {
  readonly __typename?: 'TrailMechanism';
  readonly count: Scalars['Int']['output'];
  readonly firstYear: Maybe<Scalars['Int']['output']>;
  readonly lastYear: Maybe<Scalars['Int']['output']>;
  readonly mechanism: Mechanism;
};

export type TrailOccurrence = {
  readonly __typename?: 'TrailOccurrence';
  /** True of the recommendation whose trail it is. */
  readonly isSelf: Scalars['Boolean']['output'];
  /** True where only a suggested link ties it to the trail. */
  readonly isSuggestion: Scalars['Boolean']['output'];
  readonly recommendation: Recommendation;
};

export type TrailPosition = {
  readonly __typename?: 'TrailPosition';
  readonly count: Scalars['Int']['output'];
  /** Null where the answer is not known. */
  readonly position: Maybe<UprPosition>;
};

export type TrailState = {
  readonly __typename?: 'TrailState';
  readonly count: Scalars['Int']['output'];
  readonly state: State;
};

/** How often something was asked, since when, by whom, and what the State answered. */
export type TrailSummary = {
  readonly __typename?: 'TrailSummary';
  /** Recommendations, each one wording in one document. */
  readonly count: Scalars['Int']['output'];
  /** Documents they stand in. */
  readonly documentCount: Scalars['Int']['output'];
  /** Year of the earliest held; null where none of their documents has a year. Earlier ones may exist: see `Trail.incompleteDocuments`. */
  readonly firstYear: Maybe<Scalars['Int']['output']>;
  readonly lastYear: Maybe<Scalars['Int']['output']>;
  /** Mechanisms that asked, the most frequent first, then by code. */
  readonly mechanisms: ReadonlyArray<TrailMechanism>;
  /** What the State answered, at the Universal Periodic Review: the most frequent first. */
  readonly positions: ReadonlyArray<TrailPosition>;
  /** States that asked, at the Universal Periodic Review, the most frequent first, then by name. */
  readonly recommendingStates: ReadonlyArray<TrailState>;
};

/** A human-rights treaty. */
export type Treaty = Node & {
  readonly __typename?: 'Treaty';
  /** Short form: `CRC`, `ICCPR`. */
  readonly code: Scalars['String']['output'];
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Full name; null where the data holds only the short form. */
  readonly name: Maybe<Scalars['String']['output']>;
  readonly nameKm: Maybe<Scalars['String']['output']>;
  /** Those that invoke one of its articles, each once. */
  readonly recommendations: RecommendationConnection;
  /** Its articles in natural order. */
  readonly rights: ReadonlyArray<Right>;
};


/** A human-rights treaty. */
export type TreatyRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type TreatyConnection = {
  readonly __typename?: 'TreatyConnection';
  readonly edges: ReadonlyArray<TreatyEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type TreatyEdge = {
  readonly __typename?: 'TreatyEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: Treaty;
};

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

/** A thematic working group (TWG) of a coalition. */
export type WorkingGroup = Node & {
  readonly __typename?: 'WorkingGroup';
  readonly coalition: Maybe<Organisation>;
  readonly displayDetail: Maybe<Scalars['String']['output']>;
  readonly displayName: Scalars['String']['output'];
  readonly displayNameKm: Maybe<Scalars['String']['output']>;
  readonly id: Scalars['ID']['output'];
  /** Initiatives that concern it. */
  readonly initiatives: InitiativeConnection;
  /** Its name; null where the sources give none. */
  readonly name: Maybe<Scalars['String']['output']>;
  readonly note: Maybe<Scalars['String']['output']>;
  /** Number in the coalition's count, or this dataset's where the sources give none (see `note`). */
  readonly number: Scalars['Int']['output'];
  /** Recommendations it follows; none are assigned in the built-in data. */
  readonly recommendations: RecommendationConnection;
  readonly sources: ReadonlyArray<Source>;
};


/** A thematic working group (TWG) of a coalition. */
export type WorkingGroupInitiativesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  includeSuggestions?: InputMaybe<Scalars['Boolean']['input']>;
};


/** A thematic working group (TWG) of a coalition. */
export type WorkingGroupRecommendationsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  filter?: InputMaybe<RecommendationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<RecommendationOrder>;
};

export type WorkingGroupConnection = {
  readonly __typename?: 'WorkingGroupConnection';
  readonly edges: ReadonlyArray<WorkingGroupEdge>;
  readonly pageInfo: PageInfo;
  readonly totalCount: Scalars['Int']['output'];
};

export type WorkingGroupEdge = {
  readonly __typename?: 'WorkingGroupEdge';
  readonly cursor: Scalars['String']['output'];
  readonly node: WorkingGroup;
};

export type YearBasis =
  | 'ADOPTED'
  | 'DOCUMENT_ID'
  | 'PUBLISHED'
  | 'SESSION';



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;



/** Mapping of union types */
export type ResolversUnionTypes<_RefType extends Record<string, unknown>> = {
  Actor:
    | ( Omit<GovernmentBody, 'events' | 'initiatives' | 'recommendations' | 'sharesWith'> & { events: ReadonlyArray<_RefType['Event']>, initiatives: _RefType['InitiativeConnection'], recommendations: _RefType['RecommendationConnection'], sharesWith: ReadonlyArray<_RefType['SharedResponsibility']> } )
    | ( Omit<Organisation, 'events' | 'initiatives' | 'leads' | 'partnersIn'> & { events: ReadonlyArray<_RefType['Event']>, initiatives: _RefType['InitiativeConnection'], leads: _RefType['InitiativeConnection'], partnersIn: _RefType['InitiativeConnection'] } )
  ;
  Organiser:
    | ( Omit<GovernmentBody, 'events' | 'initiatives' | 'recommendations' | 'sharesWith'> & { events: ReadonlyArray<_RefType['Event']>, initiatives: _RefType['InitiativeConnection'], recommendations: _RefType['RecommendationConnection'], sharesWith: ReadonlyArray<_RefType['SharedResponsibility']> } )
    | ( Omit<Mechanism, 'deadlines' | 'documents' | 'recommendations'> & { deadlines: ReadonlyArray<_RefType['Deadline']>, documents: _RefType['ReviewDocumentConnection'], recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<Organisation, 'events' | 'initiatives' | 'leads' | 'partnersIn'> & { events: ReadonlyArray<_RefType['Event']>, initiatives: _RefType['InitiativeConnection'], leads: _RefType['InitiativeConnection'], partnersIn: _RefType['InitiativeConnection'] } )
  ;
};

/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( Omit<AffectedGroup, 'recommendations'> & { recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<Assessment, 'recommendation'> & { recommendation: _RefType['Recommendation'] } )
    | ( Omit<Deadline, 'mechanism'> & { mechanism?: Maybe<_RefType['Mechanism']> } )
    | ( Omit<Event, 'documents' | 'organisers'> & { documents: ReadonlyArray<_RefType['ReviewDocument']>, organisers: ReadonlyArray<_RefType['Organiser']> } )
    | ( Evidence )
    | ( Omit<GovernmentBody, 'events' | 'initiatives' | 'recommendations' | 'sharesWith'> & { events: ReadonlyArray<_RefType['Event']>, initiatives: _RefType['InitiativeConnection'], recommendations: _RefType['RecommendationConnection'], sharesWith: ReadonlyArray<_RefType['SharedResponsibility']> } )
    | ( Omit<Indicator, 'measurements' | 'recommendations' | 'themes'> & { measurements: ReadonlyArray<_RefType['Measurement']>, recommendations: ReadonlyArray<_RefType['Recommendation']>, themes: ReadonlyArray<_RefType['Theme']> } )
    | ( Omit<Initiative, 'involves' | 'leads' | 'partners' | 'supports'> & { involves: ReadonlyArray<_RefType['Involvement']>, leads: ReadonlyArray<_RefType['Actor']>, partners: ReadonlyArray<_RefType['Actor']>, supports: _RefType['RecommendationConnection'] } )
    | ( Measurement )
    | ( Omit<Mechanism, 'deadlines' | 'documents' | 'recommendations'> & { deadlines: ReadonlyArray<_RefType['Deadline']>, documents: _RefType['ReviewDocumentConnection'], recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<Organisation, 'events' | 'initiatives' | 'leads' | 'partnersIn'> & { events: ReadonlyArray<_RefType['Event']>, initiatives: _RefType['InitiativeConnection'], leads: _RefType['InitiativeConnection'], partnersIn: _RefType['InitiativeConnection'] } )
    | ( Omit<Recommendation, 'asks' | 'document' | 'indicators' | 'initiatives' | 'mechanism' | 'resources' | 'responsibilities' | 'similar' | 'taggings' | 'themes' | 'trail' | 'workingGroups'> & { asks: ReadonlyArray<_RefType['Ask']>, document: _RefType['ReviewDocument'], indicators: ReadonlyArray<_RefType['Indicator']>, initiatives: _RefType['InitiativeConnection'], mechanism: _RefType['Mechanism'], resources: ReadonlyArray<_RefType['Resource']>, responsibilities: ReadonlyArray<_RefType['Responsibility']>, similar: _RefType['SimilarConnection'], taggings: ReadonlyArray<_RefType['Tagging']>, themes: ReadonlyArray<_RefType['Theme']>, trail: _RefType['Trail'], workingGroups: ReadonlyArray<_RefType['WorkingGroup']> } )
    | ( Omit<Resource, 'themes'> & { themes: ReadonlyArray<_RefType['Theme']> } )
    | ( Omit<ReviewDocument, 'coverage' | 'initiatives' | 'mechanism' | 'recommendations'> & { coverage: _RefType['Coverage'], initiatives: _RefType['InitiativeConnection'], mechanism: _RefType['Mechanism'], recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<Right, 'recommendations'> & { recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<RightsCluster, 'recommendations'> & { recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<SdgGoal, 'recommendations'> & { recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<SdgTarget, 'recommendations'> & { recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<State, 'recommendations'> & { recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<Theme, 'indicators' | 'initiatives' | 'recommendations' | 'resources'> & { indicators: ReadonlyArray<_RefType['Indicator']>, initiatives: _RefType['InitiativeConnection'], recommendations: _RefType['RecommendationConnection'], resources: ReadonlyArray<_RefType['Resource']> } )
    | ( Omit<Treaty, 'recommendations'> & { recommendations: _RefType['RecommendationConnection'] } )
    | ( Omit<WorkingGroup, 'coalition' | 'initiatives' | 'recommendations'> & { coalition?: Maybe<_RefType['Organisation']>, initiatives: _RefType['InitiativeConnection'], recommendations: _RefType['RecommendationConnection'] } )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Actor: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Actor']>;
  AffectedGroup: ResolverTypeWrapper<Omit<AffectedGroup, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  AffectedGroupConnection: ResolverTypeWrapper<AffectedGroupConnection>;
  AffectedGroupEdge: ResolverTypeWrapper<AffectedGroupEdge>;
  Ask: ResolverTypeWrapper<Ask>;
  AskMatch: ResolverTypeWrapper<Omit<AskMatch, 'earlierAsk' | 'laterAsk'> & { earlierAsk: ResolversTypes['Ask'], laterAsk: ResolversTypes['Ask'] }>;
  Assessment: ResolverTypeWrapper<Omit<Assessment, 'recommendation'> & { recommendation: ResolversTypes['Recommendation'] }>;
  AssessmentStatus: AssessmentStatus;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Coverage: ResolverTypeWrapper<Coverage>;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  Deadline: ResolverTypeWrapper<Omit<Deadline, 'mechanism'> & { mechanism?: Maybe<ResolversTypes['Mechanism']> }>;
  DeadlineConnection: ResolverTypeWrapper<Omit<DeadlineConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['DeadlineEdge']> }>;
  DeadlineEdge: ResolverTypeWrapper<Omit<DeadlineEdge, 'node'> & { node: ResolversTypes['Deadline'] }>;
  DeadlineStatus: DeadlineStatus;
  Decision: ResolverTypeWrapper<Decision>;
  DecisionAction: DecisionAction;
  DecisionInput: DecisionInput;
  Echo: ResolverTypeWrapper<Omit<Echo, 'recommendation'> & { recommendation: ResolversTypes['Recommendation'] }>;
  EchoEvidence: ResolverTypeWrapper<EchoEvidence>;
  Event: ResolverTypeWrapper<Omit<Event, 'documents' | 'organisers'> & { documents: ReadonlyArray<ResolversTypes['ReviewDocument']>, organisers: ReadonlyArray<ResolversTypes['Organiser']> }>;
  EventConnection: ResolverTypeWrapper<Omit<EventConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['EventEdge']> }>;
  EventEdge: ResolverTypeWrapper<Omit<EventEdge, 'node'> & { node: ResolversTypes['Event'] }>;
  Evidence: ResolverTypeWrapper<Evidence>;
  Facet: ResolverTypeWrapper<Facet>;
  FacetField: FacetField;
  FacetValue: ResolverTypeWrapper<FacetValue>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Gap: ResolverTypeWrapper<Omit<Gap, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  Gaps: ResolverTypeWrapper<Omit<Gaps, 'noAssessment' | 'noBody' | 'noIndicator' | 'noInitiative' | 'noLeadBody' | 'noWorkingGroup' | 'onlySuggestedBodies' | 'overdue'> & { noAssessment: ResolversTypes['Gap'], noBody: ResolversTypes['Gap'], noIndicator: ResolversTypes['Gap'], noInitiative: ResolversTypes['Gap'], noLeadBody: ResolversTypes['Gap'], noWorkingGroup: ResolversTypes['Gap'], onlySuggestedBodies: ResolversTypes['Gap'], overdue: ResolversTypes['OverdueGap'] }>;
  GovernmentBody: ResolverTypeWrapper<Omit<GovernmentBody, 'events' | 'initiatives' | 'recommendations' | 'sharesWith'> & { events: ReadonlyArray<ResolversTypes['Event']>, initiatives: ResolversTypes['InitiativeConnection'], recommendations: ResolversTypes['RecommendationConnection'], sharesWith: ReadonlyArray<ResolversTypes['SharedResponsibility']> }>;
  GovernmentBodyConnection: ResolverTypeWrapper<Omit<GovernmentBodyConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['GovernmentBodyEdge']> }>;
  GovernmentBodyEdge: ResolverTypeWrapper<Omit<GovernmentBodyEdge, 'node'> & { node: ResolversTypes['GovernmentBody'] }>;
  GovernmentBodyKind: GovernmentBodyKind;
  GraphDirection: GraphDirection;
  GraphNode: ResolverTypeWrapper<Omit<GraphNode, 'node'> & { node: ResolversTypes['Node'] }>;
  GraphRelationship: ResolverTypeWrapper<GraphRelationship>;
  Highlight: ResolverTypeWrapper<Highlight>;
  HighlightPart: ResolverTypeWrapper<HighlightPart>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ImportRun: ResolverTypeWrapper<ImportRun>;
  Indicator: ResolverTypeWrapper<Omit<Indicator, 'measurements' | 'recommendations' | 'themes'> & { measurements: ReadonlyArray<ResolversTypes['Measurement']>, recommendations: ReadonlyArray<ResolversTypes['Recommendation']>, themes: ReadonlyArray<ResolversTypes['Theme']> }>;
  IndicatorConnection: ResolverTypeWrapper<Omit<IndicatorConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['IndicatorEdge']> }>;
  IndicatorEdge: ResolverTypeWrapper<Omit<IndicatorEdge, 'node'> & { node: ResolversTypes['Indicator'] }>;
  Initiative: ResolverTypeWrapper<Omit<Initiative, 'involves' | 'leads' | 'partners' | 'supports'> & { involves: ReadonlyArray<ResolversTypes['Involvement']>, leads: ReadonlyArray<ResolversTypes['Actor']>, partners: ReadonlyArray<ResolversTypes['Actor']>, supports: ResolversTypes['RecommendationConnection'] }>;
  InitiativeConnection: ResolverTypeWrapper<Omit<InitiativeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['InitiativeEdge']> }>;
  InitiativeEdge: ResolverTypeWrapper<Omit<InitiativeEdge, 'node'> & { node: ResolversTypes['Initiative'] }>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Involvement: ResolverTypeWrapper<Omit<Involvement, 'node'> & { node: ResolversTypes['Node'] }>;
  KindCount: ResolverTypeWrapper<KindCount>;
  LinkDirection: LinkDirection;
  LinkEnd: LinkEnd;
  LinkKind: LinkKind;
  LinkState: LinkState;
  Linked: Linked;
  Matches: ResolverTypeWrapper<Omit<Matches, 'bodies' | 'echoes' | 'tags'> & { bodies: ReadonlyArray<ResolversTypes['SuggestedBody']>, echoes: ReadonlyArray<ResolversTypes['Echo']>, tags: ReadonlyArray<ResolversTypes['SuggestedTag']> }>;
  Matrix: ResolverTypeWrapper<Matrix>;
  MatrixAxis: MatrixAxis;
  MatrixCell: ResolverTypeWrapper<MatrixCell>;
  Measurement: ResolverTypeWrapper<Measurement>;
  Mechanism: ResolverTypeWrapper<Omit<Mechanism, 'deadlines' | 'documents' | 'recommendations'> & { deadlines: ReadonlyArray<ResolversTypes['Deadline']>, documents: ResolversTypes['ReviewDocumentConnection'], recommendations: ResolversTypes['RecommendationConnection'] }>;
  MechanismConnection: ResolverTypeWrapper<Omit<MechanismConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['MechanismEdge']> }>;
  MechanismEdge: ResolverTypeWrapper<Omit<MechanismEdge, 'node'> & { node: ResolversTypes['Mechanism'] }>;
  MechanismKind: MechanismKind;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  NeighbourCount: ResolverTypeWrapper<NeighbourCount>;
  NeighbourKind: NeighbourKind;
  NeighbourOrder: NeighbourOrder;
  Neighbourhood: ResolverTypeWrapper<Omit<Neighbourhood, 'neighbours' | 'node'> & { neighbours: ReadonlyArray<ResolversTypes['GraphNode']>, node: ResolversTypes['Node'] }>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  OftenAsked: ResolverTypeWrapper<Omit<OftenAsked, 'asks'> & { asks: ReadonlyArray<ResolversTypes['RepeatedAsk']> }>;
  OftenAskedOrder: OftenAskedOrder;
  OrderDirection: OrderDirection;
  Organisation: ResolverTypeWrapper<Omit<Organisation, 'events' | 'initiatives' | 'leads' | 'partnersIn'> & { events: ReadonlyArray<ResolversTypes['Event']>, initiatives: ResolversTypes['InitiativeConnection'], leads: ResolversTypes['InitiativeConnection'], partnersIn: ResolversTypes['InitiativeConnection'] }>;
  OrganisationConnection: ResolverTypeWrapper<Omit<OrganisationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['OrganisationEdge']> }>;
  OrganisationEdge: ResolverTypeWrapper<Omit<OrganisationEdge, 'node'> & { node: ResolversTypes['Organisation'] }>;
  OrganisationKind: OrganisationKind;
  Organiser: ResolverTypeWrapper<ResolversUnionTypes<ResolversTypes>['Organiser']>;
  OverdueGap: ResolverTypeWrapper<Omit<OverdueGap, 'deadlines'> & { deadlines: ResolversTypes['DeadlineConnection'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Path: ResolverTypeWrapper<Omit<Path, 'hops' | 'nodes'> & { hops: ReadonlyArray<ResolversTypes['PathHop']>, nodes: ReadonlyArray<ResolversTypes['Node']> }>;
  PathHop: ResolverTypeWrapper<Omit<PathHop, 'from' | 'to'> & { from: ResolversTypes['Node'], to: ResolversTypes['Node'] }>;
  PathSearch: PathSearch;
  Pillar: Pillar;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Recommendation: ResolverTypeWrapper<Omit<Recommendation, 'asks' | 'document' | 'indicators' | 'initiatives' | 'mechanism' | 'resources' | 'responsibilities' | 'similar' | 'taggings' | 'themes' | 'trail' | 'workingGroups'> & { asks: ReadonlyArray<ResolversTypes['Ask']>, document: ResolversTypes['ReviewDocument'], indicators: ReadonlyArray<ResolversTypes['Indicator']>, initiatives: ResolversTypes['InitiativeConnection'], mechanism: ResolversTypes['Mechanism'], resources: ReadonlyArray<ResolversTypes['Resource']>, responsibilities: ReadonlyArray<ResolversTypes['Responsibility']>, similar: ResolversTypes['SimilarConnection'], taggings: ReadonlyArray<ResolversTypes['Tagging']>, themes: ReadonlyArray<ResolversTypes['Theme']>, trail: ResolversTypes['Trail'], workingGroups: ReadonlyArray<ResolversTypes['WorkingGroup']> }>;
  RecommendationConnection: ResolverTypeWrapper<Omit<RecommendationConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['RecommendationEdge']> }>;
  RecommendationEdge: ResolverTypeWrapper<Omit<RecommendationEdge, 'node'> & { node: ResolversTypes['Recommendation'] }>;
  RecommendationFilter: RecommendationFilter;
  RecommendationFilterValue: ResolverTypeWrapper<Scalars['RecommendationFilterValue']['output']>;
  RecommendationKind: RecommendationKind;
  RecommendationOrder: RecommendationOrder;
  RecommendationOrderField: RecommendationOrderField;
  RelationshipType: RelationshipType;
  RepeatedAsk: ResolverTypeWrapper<Omit<RepeatedAsk, 'occurrences' | 'recommendation'> & { occurrences: ReadonlyArray<ResolversTypes['TrailOccurrence']>, recommendation: ResolversTypes['Recommendation'] }>;
  Resource: ResolverTypeWrapper<Omit<Resource, 'themes'> & { themes: ReadonlyArray<ResolversTypes['Theme']> }>;
  ResourceConnection: ResolverTypeWrapper<Omit<ResourceConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ResourceEdge']> }>;
  ResourceEdge: ResolverTypeWrapper<Omit<ResourceEdge, 'node'> & { node: ResolversTypes['Resource'] }>;
  Responsibility: ResolverTypeWrapper<Omit<Responsibility, 'body' | 'recommendation'> & { body: ResolversTypes['GovernmentBody'], recommendation: ResolversTypes['Recommendation'] }>;
  ResponsibilityBasis: ResponsibilityBasis;
  ResponsibilityRole: ResponsibilityRole;
  ReviewDocument: ResolverTypeWrapper<Omit<ReviewDocument, 'coverage' | 'initiatives' | 'mechanism' | 'recommendations'> & { coverage: ResolversTypes['Coverage'], initiatives: ResolversTypes['InitiativeConnection'], mechanism: ResolversTypes['Mechanism'], recommendations: ResolversTypes['RecommendationConnection'] }>;
  ReviewDocumentConnection: ResolverTypeWrapper<Omit<ReviewDocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ReviewDocumentEdge']> }>;
  ReviewDocumentEdge: ResolverTypeWrapper<Omit<ReviewDocumentEdge, 'node'> & { node: ResolversTypes['ReviewDocument'] }>;
  ReviewItem: ResolverTypeWrapper<Omit<ReviewItem, 'from' | 'to'> & { from: ResolversTypes['Recommendation'], to: ResolversTypes['Node'] }>;
  ReviewQueue: ResolverTypeWrapper<Omit<ReviewQueue, 'items'> & { items: ReadonlyArray<ResolversTypes['ReviewItem']> }>;
  ReviewStatistics: ResolverTypeWrapper<ReviewStatistics>;
  ReviewSubject: ReviewSubject;
  ReviewerCount: ResolverTypeWrapper<ReviewerCount>;
  Right: ResolverTypeWrapper<Omit<Right, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  RightConnection: ResolverTypeWrapper<RightConnection>;
  RightEdge: ResolverTypeWrapper<RightEdge>;
  RightsCluster: ResolverTypeWrapper<Omit<RightsCluster, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  RightsClusterConnection: ResolverTypeWrapper<RightsClusterConnection>;
  RightsClusterEdge: ResolverTypeWrapper<RightsClusterEdge>;
  RoleCount: ResolverTypeWrapper<RoleCount>;
  RoleFilter: RoleFilter;
  ScoreAgreement: ResolverTypeWrapper<ScoreAgreement>;
  SdgGoal: ResolverTypeWrapper<Omit<SdgGoal, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  SdgGoalConnection: ResolverTypeWrapper<SdgGoalConnection>;
  SdgGoalEdge: ResolverTypeWrapper<SdgGoalEdge>;
  SdgTarget: ResolverTypeWrapper<Omit<SdgTarget, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  SdgTargetConnection: ResolverTypeWrapper<SdgTargetConnection>;
  SdgTargetEdge: ResolverTypeWrapper<SdgTargetEdge>;
  SearchConnection: ResolverTypeWrapper<Omit<SearchConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SearchEdge']> }>;
  SearchEdge: ResolverTypeWrapper<Omit<SearchEdge, 'node'> & { node: ResolversTypes['Node'] }>;
  SearchNotice: ResolverTypeWrapper<SearchNotice>;
  SearchNoticeCode: SearchNoticeCode;
  SearchTypeCount: ResolverTypeWrapper<SearchTypeCount>;
  SearchableType: SearchableType;
  SharedResponsibility: ResolverTypeWrapper<Omit<SharedResponsibility, 'body'> & { body: ResolversTypes['GovernmentBody'] }>;
  SimilarConnection: ResolverTypeWrapper<Omit<SimilarConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['SimilarEdge']> }>;
  SimilarEdge: ResolverTypeWrapper<Omit<SimilarEdge, 'asks' | 'node'> & { asks: ReadonlyArray<ResolversTypes['AskMatch']>, node: ResolversTypes['Recommendation'] }>;
  SimilarEvidence: ResolverTypeWrapper<SimilarEvidence>;
  Source: ResolverTypeWrapper<Source>;
  State: ResolverTypeWrapper<Omit<State, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  StateConnection: ResolverTypeWrapper<StateConnection>;
  StateEdge: ResolverTypeWrapper<StateEdge>;
  Statistics: ResolverTypeWrapper<Statistics>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Subgraph: ResolverTypeWrapper<Omit<Subgraph, 'nodes'> & { nodes: ReadonlyArray<ResolversTypes['GraphNode']> }>;
  SuggestedBody: ResolverTypeWrapper<Omit<SuggestedBody, 'body'> & { body: ResolversTypes['GovernmentBody'] }>;
  SuggestedTag: ResolverTypeWrapper<Omit<SuggestedTag, 'tag'> & { tag: ResolversTypes['Node'] }>;
  SuggestionState: SuggestionState;
  TagBasis: TagBasis;
  Tagging: ResolverTypeWrapper<Omit<Tagging, 'tag'> & { tag: ResolversTypes['Node'] }>;
  TextSearch: ResolverTypeWrapper<TextSearch>;
  Theme: ResolverTypeWrapper<Omit<Theme, 'indicators' | 'initiatives' | 'recommendations' | 'resources'> & { indicators: ReadonlyArray<ResolversTypes['Indicator']>, initiatives: ResolversTypes['InitiativeConnection'], recommendations: ResolversTypes['RecommendationConnection'], resources: ReadonlyArray<ResolversTypes['Resource']> }>;
  ThemeConnection: ResolverTypeWrapper<Omit<ThemeConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['ThemeEdge']> }>;
  ThemeEdge: ResolverTypeWrapper<Omit<ThemeEdge, 'node'> & { node: ResolversTypes['Theme'] }>;
  Trail: ResolverTypeWrapper<Omit<Trail, 'confirmed' | 'incompleteDocuments' | 'occurrences' | 'withSuggestions'> & { confirmed: ResolversTypes['TrailSummary'], incompleteDocuments: ReadonlyArray<ResolversTypes['ReviewDocument']>, occurrences: ReadonlyArray<ResolversTypes['TrailOccurrence']>, withSuggestions: ResolversTypes['TrailSummary'] }>;
  TrailMechanism: ResolverTypeWrapper<Omit<TrailMechanism, 'mechanism'> & { mechanism: ResolversTypes['Mechanism'] }>;
  TrailOccurrence: ResolverTypeWrapper<Omit<TrailOccurrence, 'recommendation'> & { recommendation: ResolversTypes['Recommendation'] }>;
  TrailPosition: ResolverTypeWrapper<TrailPosition>;
  TrailState: ResolverTypeWrapper<TrailState>;
  TrailSummary: ResolverTypeWrapper<Omit<TrailSummary, 'mechanisms'> & { mechanisms: ReadonlyArray<ResolversTypes['TrailMechanism']> }>;
  Treaty: ResolverTypeWrapper<Omit<Treaty, 'recommendations'> & { recommendations: ResolversTypes['RecommendationConnection'] }>;
  TreatyConnection: ResolverTypeWrapper<TreatyConnection>;
  TreatyEdge: ResolverTypeWrapper<TreatyEdge>;
  UprPosition: UprPosition;
  UprPositionFilter: UprPositionFilter;
  Voice: Voice;
  WorkingGroup: ResolverTypeWrapper<Omit<WorkingGroup, 'coalition' | 'initiatives' | 'recommendations'> & { coalition?: Maybe<ResolversTypes['Organisation']>, initiatives: ResolversTypes['InitiativeConnection'], recommendations: ResolversTypes['RecommendationConnection'] }>;
  WorkingGroupConnection: ResolverTypeWrapper<Omit<WorkingGroupConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['WorkingGroupEdge']> }>;
  WorkingGroupEdge: ResolverTypeWrapper<Omit<WorkingGroupEdge, 'node'> & { node: ResolversTypes['WorkingGroup'] }>;
  YearBasis: YearBasis;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Actor: ResolversUnionTypes<ResolversParentTypes>['Actor'];
  AffectedGroup: Omit<AffectedGroup, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  AffectedGroupConnection: AffectedGroupConnection;
  AffectedGroupEdge: AffectedGroupEdge;
  Ask: Ask;
  AskMatch: Omit<AskMatch, 'earlierAsk' | 'laterAsk'> & { earlierAsk: ResolversParentTypes['Ask'], laterAsk: ResolversParentTypes['Ask'] };
  Assessment: Omit<Assessment, 'recommendation'> & { recommendation: ResolversParentTypes['Recommendation'] };
  Boolean: Scalars['Boolean']['output'];
  Coverage: Coverage;
  Date: Scalars['Date']['output'];
  Deadline: Omit<Deadline, 'mechanism'> & { mechanism?: Maybe<ResolversParentTypes['Mechanism']> };
  DeadlineConnection: Omit<DeadlineConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['DeadlineEdge']> };
  DeadlineEdge: Omit<DeadlineEdge, 'node'> & { node: ResolversParentTypes['Deadline'] };
  Decision: Decision;
  DecisionInput: DecisionInput;
  Echo: Omit<Echo, 'recommendation'> & { recommendation: ResolversParentTypes['Recommendation'] };
  EchoEvidence: EchoEvidence;
  Event: Omit<Event, 'documents' | 'organisers'> & { documents: ReadonlyArray<ResolversParentTypes['ReviewDocument']>, organisers: ReadonlyArray<ResolversParentTypes['Organiser']> };
  EventConnection: Omit<EventConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['EventEdge']> };
  EventEdge: Omit<EventEdge, 'node'> & { node: ResolversParentTypes['Event'] };
  Evidence: Evidence;
  Facet: Facet;
  FacetValue: FacetValue;
  Float: Scalars['Float']['output'];
  Gap: Omit<Gap, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  Gaps: Omit<Gaps, 'noAssessment' | 'noBody' | 'noIndicator' | 'noInitiative' | 'noLeadBody' | 'noWorkingGroup' | 'onlySuggestedBodies' | 'overdue'> & { noAssessment: ResolversParentTypes['Gap'], noBody: ResolversParentTypes['Gap'], noIndicator: ResolversParentTypes['Gap'], noInitiative: ResolversParentTypes['Gap'], noLeadBody: ResolversParentTypes['Gap'], noWorkingGroup: ResolversParentTypes['Gap'], onlySuggestedBodies: ResolversParentTypes['Gap'], overdue: ResolversParentTypes['OverdueGap'] };
  GovernmentBody: Omit<GovernmentBody, 'events' | 'initiatives' | 'recommendations' | 'sharesWith'> & { events: ReadonlyArray<ResolversParentTypes['Event']>, initiatives: ResolversParentTypes['InitiativeConnection'], recommendations: ResolversParentTypes['RecommendationConnection'], sharesWith: ReadonlyArray<ResolversParentTypes['SharedResponsibility']> };
  GovernmentBodyConnection: Omit<GovernmentBodyConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['GovernmentBodyEdge']> };
  GovernmentBodyEdge: Omit<GovernmentBodyEdge, 'node'> & { node: ResolversParentTypes['GovernmentBody'] };
  GraphNode: Omit<GraphNode, 'node'> & { node: ResolversParentTypes['Node'] };
  GraphRelationship: GraphRelationship;
  Highlight: Highlight;
  HighlightPart: HighlightPart;
  ID: Scalars['ID']['output'];
  ImportRun: ImportRun;
  Indicator: Omit<Indicator, 'measurements' | 'recommendations' | 'themes'> & { measurements: ReadonlyArray<ResolversParentTypes['Measurement']>, recommendations: ReadonlyArray<ResolversParentTypes['Recommendation']>, themes: ReadonlyArray<ResolversParentTypes['Theme']> };
  IndicatorConnection: Omit<IndicatorConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['IndicatorEdge']> };
  IndicatorEdge: Omit<IndicatorEdge, 'node'> & { node: ResolversParentTypes['Indicator'] };
  Initiative: Omit<Initiative, 'involves' | 'leads' | 'partners' | 'supports'> & { involves: ReadonlyArray<ResolversParentTypes['Involvement']>, leads: ReadonlyArray<ResolversParentTypes['Actor']>, partners: ReadonlyArray<ResolversParentTypes['Actor']>, supports: ResolversParentTypes['RecommendationConnection'] };
  InitiativeConnection: Omit<InitiativeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['InitiativeEdge']> };
  InitiativeEdge: Omit<InitiativeEdge, 'node'> & { node: ResolversParentTypes['Initiative'] };
  Int: Scalars['Int']['output'];
  Involvement: Omit<Involvement, 'node'> & { node: ResolversParentTypes['Node'] };
  KindCount: KindCount;
  Matches: Omit<Matches, 'bodies' | 'echoes' | 'tags'> & { bodies: ReadonlyArray<ResolversParentTypes['SuggestedBody']>, echoes: ReadonlyArray<ResolversParentTypes['Echo']>, tags: ReadonlyArray<ResolversParentTypes['SuggestedTag']> };
  Matrix: Matrix;
  MatrixCell: MatrixCell;
  Measurement: Measurement;
  Mechanism: Omit<Mechanism, 'deadlines' | 'documents' | 'recommendations'> & { deadlines: ReadonlyArray<ResolversParentTypes['Deadline']>, documents: ResolversParentTypes['ReviewDocumentConnection'], recommendations: ResolversParentTypes['RecommendationConnection'] };
  MechanismConnection: Omit<MechanismConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['MechanismEdge']> };
  MechanismEdge: Omit<MechanismEdge, 'node'> & { node: ResolversParentTypes['Mechanism'] };
  Mutation: Record<PropertyKey, never>;
  NeighbourCount: NeighbourCount;
  NeighbourKind: NeighbourKind;
  Neighbourhood: Omit<Neighbourhood, 'neighbours' | 'node'> & { neighbours: ReadonlyArray<ResolversParentTypes['GraphNode']>, node: ResolversParentTypes['Node'] };
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  OftenAsked: Omit<OftenAsked, 'asks'> & { asks: ReadonlyArray<ResolversParentTypes['RepeatedAsk']> };
  Organisation: Omit<Organisation, 'events' | 'initiatives' | 'leads' | 'partnersIn'> & { events: ReadonlyArray<ResolversParentTypes['Event']>, initiatives: ResolversParentTypes['InitiativeConnection'], leads: ResolversParentTypes['InitiativeConnection'], partnersIn: ResolversParentTypes['InitiativeConnection'] };
  OrganisationConnection: Omit<OrganisationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['OrganisationEdge']> };
  OrganisationEdge: Omit<OrganisationEdge, 'node'> & { node: ResolversParentTypes['Organisation'] };
  Organiser: ResolversUnionTypes<ResolversParentTypes>['Organiser'];
  OverdueGap: Omit<OverdueGap, 'deadlines'> & { deadlines: ResolversParentTypes['DeadlineConnection'] };
  PageInfo: PageInfo;
  Path: Omit<Path, 'hops' | 'nodes'> & { hops: ReadonlyArray<ResolversParentTypes['PathHop']>, nodes: ReadonlyArray<ResolversParentTypes['Node']> };
  PathHop: Omit<PathHop, 'from' | 'to'> & { from: ResolversParentTypes['Node'], to: ResolversParentTypes['Node'] };
  Query: Record<PropertyKey, never>;
  Recommendation: Omit<Recommendation, 'asks' | 'document' | 'indicators' | 'initiatives' | 'mechanism' | 'resources' | 'responsibilities' | 'similar' | 'taggings' | 'themes' | 'trail' | 'workingGroups'> & { asks: ReadonlyArray<ResolversParentTypes['Ask']>, document: ResolversParentTypes['ReviewDocument'], indicators: ReadonlyArray<ResolversParentTypes['Indicator']>, initiatives: ResolversParentTypes['InitiativeConnection'], mechanism: ResolversParentTypes['Mechanism'], resources: ReadonlyArray<ResolversParentTypes['Resource']>, responsibilities: ReadonlyArray<ResolversParentTypes['Responsibility']>, similar: ResolversParentTypes['SimilarConnection'], taggings: ReadonlyArray<ResolversParentTypes['Tagging']>, themes: ReadonlyArray<ResolversParentTypes['Theme']>, trail: ResolversParentTypes['Trail'], workingGroups: ReadonlyArray<ResolversParentTypes['WorkingGroup']> };
  RecommendationConnection: Omit<RecommendationConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['RecommendationEdge']> };
  RecommendationEdge: Omit<RecommendationEdge, 'node'> & { node: ResolversParentTypes['Recommendation'] };
  RecommendationFilter: RecommendationFilter;
  RecommendationFilterValue: Scalars['RecommendationFilterValue']['output'];
  RecommendationOrder: RecommendationOrder;
  RepeatedAsk: Omit<RepeatedAsk, 'occurrences' | 'recommendation'> & { occurrences: ReadonlyArray<ResolversParentTypes['TrailOccurrence']>, recommendation: ResolversParentTypes['Recommendation'] };
  Resource: Omit<Resource, 'themes'> & { themes: ReadonlyArray<ResolversParentTypes['Theme']> };
  ResourceConnection: Omit<ResourceConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ResourceEdge']> };
  ResourceEdge: Omit<ResourceEdge, 'node'> & { node: ResolversParentTypes['Resource'] };
  Responsibility: Omit<Responsibility, 'body' | 'recommendation'> & { body: ResolversParentTypes['GovernmentBody'], recommendation: ResolversParentTypes['Recommendation'] };
  ReviewDocument: Omit<ReviewDocument, 'coverage' | 'initiatives' | 'mechanism' | 'recommendations'> & { coverage: ResolversParentTypes['Coverage'], initiatives: ResolversParentTypes['InitiativeConnection'], mechanism: ResolversParentTypes['Mechanism'], recommendations: ResolversParentTypes['RecommendationConnection'] };
  ReviewDocumentConnection: Omit<ReviewDocumentConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ReviewDocumentEdge']> };
  ReviewDocumentEdge: Omit<ReviewDocumentEdge, 'node'> & { node: ResolversParentTypes['ReviewDocument'] };
  ReviewItem: Omit<ReviewItem, 'from' | 'to'> & { from: ResolversParentTypes['Recommendation'], to: ResolversParentTypes['Node'] };
  ReviewQueue: Omit<ReviewQueue, 'items'> & { items: ReadonlyArray<ResolversParentTypes['ReviewItem']> };
  ReviewStatistics: ReviewStatistics;
  ReviewerCount: ReviewerCount;
  Right: Omit<Right, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  RightConnection: RightConnection;
  RightEdge: RightEdge;
  RightsCluster: Omit<RightsCluster, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  RightsClusterConnection: RightsClusterConnection;
  RightsClusterEdge: RightsClusterEdge;
  RoleCount: RoleCount;
  ScoreAgreement: ScoreAgreement;
  SdgGoal: Omit<SdgGoal, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  SdgGoalConnection: SdgGoalConnection;
  SdgGoalEdge: SdgGoalEdge;
  SdgTarget: Omit<SdgTarget, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  SdgTargetConnection: SdgTargetConnection;
  SdgTargetEdge: SdgTargetEdge;
  SearchConnection: Omit<SearchConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SearchEdge']> };
  SearchEdge: Omit<SearchEdge, 'node'> & { node: ResolversParentTypes['Node'] };
  SearchNotice: SearchNotice;
  SearchTypeCount: SearchTypeCount;
  SharedResponsibility: Omit<SharedResponsibility, 'body'> & { body: ResolversParentTypes['GovernmentBody'] };
  SimilarConnection: Omit<SimilarConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['SimilarEdge']> };
  SimilarEdge: Omit<SimilarEdge, 'asks' | 'node'> & { asks: ReadonlyArray<ResolversParentTypes['AskMatch']>, node: ResolversParentTypes['Recommendation'] };
  SimilarEvidence: SimilarEvidence;
  Source: Source;
  State: Omit<State, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  StateConnection: StateConnection;
  StateEdge: StateEdge;
  Statistics: Statistics;
  String: Scalars['String']['output'];
  Subgraph: Omit<Subgraph, 'nodes'> & { nodes: ReadonlyArray<ResolversParentTypes['GraphNode']> };
  SuggestedBody: Omit<SuggestedBody, 'body'> & { body: ResolversParentTypes['GovernmentBody'] };
  SuggestedTag: Omit<SuggestedTag, 'tag'> & { tag: ResolversParentTypes['Node'] };
  Tagging: Omit<Tagging, 'tag'> & { tag: ResolversParentTypes['Node'] };
  TextSearch: TextSearch;
  Theme: Omit<Theme, 'indicators' | 'initiatives' | 'recommendations' | 'resources'> & { indicators: ReadonlyArray<ResolversParentTypes['Indicator']>, initiatives: ResolversParentTypes['InitiativeConnection'], recommendations: ResolversParentTypes['RecommendationConnection'], resources: ReadonlyArray<ResolversParentTypes['Resource']> };
  ThemeConnection: Omit<ThemeConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['ThemeEdge']> };
  ThemeEdge: Omit<ThemeEdge, 'node'> & { node: ResolversParentTypes['Theme'] };
  Trail: Omit<Trail, 'confirmed' | 'incompleteDocuments' | 'occurrences' | 'withSuggestions'> & { confirmed: ResolversParentTypes['TrailSummary'], incompleteDocuments: ReadonlyArray<ResolversParentTypes['ReviewDocument']>, occurrences: ReadonlyArray<ResolversParentTypes['TrailOccurrence']>, withSuggestions: ResolversParentTypes['TrailSummary'] };
  TrailMechanism: Omit<TrailMechanism, 'mechanism'> & { mechanism: ResolversParentTypes['Mechanism'] };
  TrailOccurrence: Omit<TrailOccurrence, 'recommendation'> & { recommendation: ResolversParentTypes['Recommendation'] };
  TrailPosition: TrailPosition;
  TrailState: TrailState;
  TrailSummary: Omit<TrailSummary, 'mechanisms'> & { mechanisms: ReadonlyArray<ResolversParentTypes['TrailMechanism']> };
  Treaty: Omit<Treaty, 'recommendations'> & { recommendations: ResolversParentTypes['RecommendationConnection'] };
  TreatyConnection: TreatyConnection;
  TreatyEdge: TreatyEdge;
  WorkingGroup: Omit<WorkingGroup, 'coalition' | 'initiatives' | 'recommendations'> & { coalition?: Maybe<ResolversParentTypes['Organisation']>, initiatives: ResolversParentTypes['InitiativeConnection'], recommendations: ResolversParentTypes['RecommendationConnection'] };
  WorkingGroupConnection: Omit<WorkingGroupConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['WorkingGroupEdge']> };
  WorkingGroupEdge: Omit<WorkingGroupEdge, 'node'> & { node: ResolversParentTypes['WorkingGroup'] };
};

export type ActorResolvers<ContextType = any, ParentType extends ResolversParentTypes['Actor'] = ResolversParentTypes['Actor']> = {
  __resolveType: TypeResolveFn<'GovernmentBody' | 'Organisation', ParentType, ContextType>;
};

export type AffectedGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['AffectedGroup'] = ResolversParentTypes['AffectedGroup']> = {
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<AffectedGroupRecommendationsArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type AffectedGroupConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['AffectedGroupConnection'] = ResolversParentTypes['AffectedGroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['AffectedGroupEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type AffectedGroupEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['AffectedGroupEdge'] = ResolversParentTypes['AffectedGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['AffectedGroup'], ParentType, ContextType>;
};

export type AskResolvers<ContextType = any, ParentType extends ResolversParentTypes['Ask'] = ResolversParentTypes['Ask']> = {
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type AskMatchResolvers<ContextType = any, ParentType extends ResolversParentTypes['AskMatch'] = ResolversParentTypes['AskMatch']> = {
  earlierAsk?: Resolver<ResolversTypes['Ask'], ParentType, ContextType>;
  laterAsk?: Resolver<ResolversTypes['Ask'], ParentType, ContextType>;
};

export type AssessmentResolvers<ContextType = any, ParentType extends ResolversParentTypes['Assessment'] = ResolversParentTypes['Assessment']> = {
  confidence?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['Evidence']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  on?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  rationale?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendation?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['AssessmentStatus'], ParentType, ContextType>;
  voice?: Resolver<ResolversTypes['Voice'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CoverageResolvers<ContextType = any, ParentType extends ResolversParentTypes['Coverage'] = ResolversParentTypes['Coverage']> = {
  heldCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  heldItemCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isComplete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  knownTotal?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export type DeadlineResolvers<ContextType = any, ParentType extends ResolversParentTypes['Deadline'] = ResolversParentTypes['Deadline']> = {
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  dueOn?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  mechanism?: Resolver<Maybe<ResolversTypes['Mechanism']>, ParentType, ContextType>;
  recordedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  recordedStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['DeadlineStatus'], ParentType, ContextType>;
  what?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  who?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type DeadlineConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeadlineConnection'] = ResolversParentTypes['DeadlineConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['DeadlineEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type DeadlineEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['DeadlineEdge'] = ResolversParentTypes['DeadlineEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Deadline'], ParentType, ContextType>;
};

export type DecisionResolvers<ContextType = any, ParentType extends ResolversParentTypes['Decision'] = ResolversParentTypes['Decision']> = {
  action?: Resolver<ResolversTypes['DecisionAction'], ParentType, ContextType>;
  decidedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedBy?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isCorrection?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['LinkKind']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  reason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationship?: Resolver<ResolversTypes['RelationshipType'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ResponsibilityRole']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ReviewSubject'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  undoneAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  undoneBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EchoResolvers<ContextType = any, ParentType extends ResolversParentTypes['Echo'] = ResolversParentTypes['Echo']> = {
  evidence?: Resolver<ReadonlyArray<ResolversTypes['EchoEvidence']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LinkKind'], ParentType, ContextType>;
  recommendation?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type EchoEvidenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['EchoEvidence'] = ResolversParentTypes['EchoEvidence']> = {
  recommendationPassage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  textPassage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type EventResolvers<ContextType = any, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  chair?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  date?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ReadonlyArray<ResolversTypes['ReviewDocument']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  organisers?: Resolver<ReadonlyArray<ResolversTypes['Organiser']>, ParentType, ContextType>;
  participants?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventConnection'] = ResolversParentTypes['EventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['EventEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type EventEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['EventEdge'] = ResolversParentTypes['EventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Event'], ParentType, ContextType>;
};

export type EvidenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Evidence'] = ResolversParentTypes['Evidence']> = {
  assessment?: Resolver<ResolversTypes['Assessment'], ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  on?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  stance?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type FacetResolvers<ContextType = any, ParentType extends ResolversParentTypes['Facet'] = ResolversParentTypes['Facet']> = {
  field?: Resolver<ResolversTypes['FacetField'], ParentType, ContextType>;
  valueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['FacetValue']>, ParentType, ContextType>;
};

export type FacetValueResolvers<ContextType = any, ParentType extends ResolversParentTypes['FacetValue'] = ResolversParentTypes['FacetValue']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['RecommendationFilterValue'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suggestionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type GapResolvers<ContextType = any, ParentType extends ResolversParentTypes['Gap'] = ResolversParentTypes['Gap']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['RecommendationFilterValue'], ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<GapRecommendationsArgs, 'first'>>;
  suggestedCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  suggestedFilter?: Resolver<Maybe<ResolversTypes['RecommendationFilterValue']>, ParentType, ContextType>;
};

export type GapsResolvers<ContextType = any, ParentType extends ResolversParentTypes['Gaps'] = ResolversParentTypes['Gaps']> = {
  noAssessment?: Resolver<ResolversTypes['Gap'], ParentType, ContextType, Partial<GapsNoAssessmentArgs>>;
  noBody?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>;
  noIndicator?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>;
  noInitiative?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>;
  noLeadBody?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>;
  noWorkingGroup?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>;
  onlySuggestedBodies?: Resolver<ResolversTypes['Gap'], ParentType, ContextType>;
  overdue?: Resolver<ResolversTypes['OverdueGap'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GovernmentBodyResolvers<ContextType = any, ParentType extends ResolversParentTypes['GovernmentBody'] = ResolversParentTypes['GovernmentBody']> = {
  acronym?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<GovernmentBodyInitiativesArgs, 'first' | 'includeSuggestions'>>;
  kind?: Resolver<ResolversTypes['GovernmentBodyKind'], ParentType, ContextType>;
  mandateSummary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<GovernmentBodyRecommendationsArgs, 'first'>>;
  roleCounts?: Resolver<ReadonlyArray<ResolversTypes['RoleCount']>, ParentType, ContextType>;
  sharesWith?: Resolver<ReadonlyArray<ResolversTypes['SharedResponsibility']>, ParentType, ContextType, RequireFields<GovernmentBodySharesWithArgs, 'first' | 'includeSuggestions'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GovernmentBodyConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['GovernmentBodyConnection'] = ResolversParentTypes['GovernmentBodyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['GovernmentBodyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type GovernmentBodyEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['GovernmentBodyEdge'] = ResolversParentTypes['GovernmentBodyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['GovernmentBody'], ParentType, ContextType>;
};

export type GraphNodeResolvers<ContextType = any, ParentType extends ResolversParentTypes['GraphNode'] = ResolversParentTypes['GraphNode']> = {
  degree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type GraphRelationshipResolvers<ContextType = any, ParentType extends ResolversParentTypes['GraphRelationship'] = ResolversParentTypes['GraphRelationship']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ResponsibilityRole']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['RelationshipType'], ParentType, ContextType>;
};

export type HighlightResolvers<ContextType = any, ParentType extends ResolversParentTypes['Highlight'] = ResolversParentTypes['Highlight']> = {
  field?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  parts?: Resolver<ReadonlyArray<ResolversTypes['HighlightPart']>, ParentType, ContextType>;
};

export type HighlightPartResolvers<ContextType = any, ParentType extends ResolversParentTypes['HighlightPart'] = ResolversParentTypes['HighlightPart']> = {
  isMatch?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ImportRunResolvers<ContextType = any, ParentType extends ResolversParentTypes['ImportRun'] = ResolversParentTypes['ImportRun']> = {
  contentHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  finishedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  importer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type IndicatorResolvers<ContextType = any, ParentType extends ResolversParentTypes['Indicator'] = ResolversParentTypes['Indicator']> = {
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  measurements?: Resolver<ReadonlyArray<ResolversTypes['Measurement']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recommendations?: Resolver<ReadonlyArray<ResolversTypes['Recommendation']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  themes?: Resolver<ReadonlyArray<ResolversTypes['Theme']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type IndicatorConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['IndicatorConnection'] = ResolversParentTypes['IndicatorConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['IndicatorEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type IndicatorEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['IndicatorEdge'] = ResolversParentTypes['IndicatorEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Indicator'], ParentType, ContextType>;
};

export type InitiativeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Initiative'] = ResolversParentTypes['Initiative']> = {
  category?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  involves?: Resolver<ReadonlyArray<ResolversTypes['Involvement']>, ParentType, ContextType, RequireFields<InitiativeInvolvesArgs, 'includeSuggestions'>>;
  leads?: Resolver<ReadonlyArray<ResolversTypes['Actor']>, ParentType, ContextType>;
  number?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partners?: Resolver<ReadonlyArray<ResolversTypes['Actor']>, ParentType, ContextType>;
  pillar?: Resolver<Maybe<ResolversTypes['Pillar']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  summary?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  supports?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<InitiativeSupportsArgs, 'first' | 'includeSuggestions'>>;
  timeframeNote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type InitiativeConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['InitiativeConnection'] = ResolversParentTypes['InitiativeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InitiativeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InitiativeEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['InitiativeEdge'] = ResolversParentTypes['InitiativeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Initiative'], ParentType, ContextType>;
};

export type InvolvementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Involvement'] = ResolversParentTypes['Involvement']> = {
  basis?: Resolver<ResolversTypes['ResponsibilityBasis'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type KindCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['KindCount'] = ResolversParentTypes['KindCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RecommendationKind'], ParentType, ContextType>;
};

export type MatchesResolvers<ContextType = any, ParentType extends ResolversParentTypes['Matches'] = ResolversParentTypes['Matches']> = {
  bodies?: Resolver<ReadonlyArray<ResolversTypes['SuggestedBody']>, ParentType, ContextType>;
  comparedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  echoes?: Resolver<ReadonlyArray<ResolversTypes['Echo']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
  tags?: Resolver<ReadonlyArray<ResolversTypes['SuggestedTag']>, ParentType, ContextType>;
};

export type MatrixResolvers<ContextType = any, ParentType extends ResolversParentTypes['Matrix'] = ResolversParentTypes['Matrix']> = {
  cellCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cells?: Resolver<ReadonlyArray<ResolversTypes['MatrixCell']>, ParentType, ContextType>;
  columnCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  columns?: Resolver<ReadonlyArray<ResolversTypes['FacetValue']>, ParentType, ContextType>;
  rowCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rows?: Resolver<ReadonlyArray<ResolversTypes['FacetValue']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MatrixCellResolvers<ContextType = any, ParentType extends ResolversParentTypes['MatrixCell'] = ResolversParentTypes['MatrixCell']> = {
  column?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  filter?: Resolver<ResolversTypes['RecommendationFilterValue'], ParentType, ContextType>;
  row?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suggestionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MeasurementResolvers<ContextType = any, ParentType extends ResolversParentTypes['Measurement'] = ResolversParentTypes['Measurement']> = {
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MechanismResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mechanism'] = ResolversParentTypes['Mechanism']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  deadlines?: Resolver<ReadonlyArray<ResolversTypes['Deadline']>, ParentType, ContextType, Partial<MechanismDeadlinesArgs>>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documents?: Resolver<ResolversTypes['ReviewDocumentConnection'], ParentType, ContextType, RequireFields<MechanismDocumentsArgs, 'first'>>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['MechanismKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<MechanismRecommendationsArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  treaty?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MechanismConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['MechanismConnection'] = ResolversParentTypes['MechanismConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MechanismEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type MechanismEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['MechanismEdge'] = ResolversParentTypes['MechanismEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Mechanism'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  decide?: Resolver<ResolversTypes['Decision'], ParentType, ContextType, RequireFields<MutationDecideArgs, 'decision'>>;
  undoDecision?: Resolver<ResolversTypes['Decision'], ParentType, ContextType, RequireFields<MutationUndoDecisionArgs, 'decidedBy' | 'id'>>;
};

export type NeighbourCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['NeighbourCount'] = ResolversParentTypes['NeighbourCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['GraphDirection'], ParentType, ContextType>;
  neighbourType?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  relationship?: Resolver<ResolversTypes['RelationshipType'], ParentType, ContextType>;
  suggestionCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type NeighbourhoodResolvers<ContextType = any, ParentType extends ResolversParentTypes['Neighbourhood'] = ResolversParentTypes['Neighbourhood']> = {
  counts?: Resolver<ReadonlyArray<ResolversTypes['NeighbourCount']>, ParentType, ContextType>;
  degree?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  neighbours?: Resolver<ReadonlyArray<ResolversTypes['GraphNode']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  relationships?: Resolver<ReadonlyArray<ResolversTypes['GraphRelationship']>, ParentType, ContextType>;
  remainingCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'AffectedGroup' | 'Assessment' | 'Deadline' | 'Event' | 'Evidence' | 'GovernmentBody' | 'Indicator' | 'Initiative' | 'Measurement' | 'Mechanism' | 'Organisation' | 'Recommendation' | 'Resource' | 'ReviewDocument' | 'Right' | 'RightsCluster' | 'SdgGoal' | 'SdgTarget' | 'State' | 'Theme' | 'Treaty' | 'WorkingGroup', ParentType, ContextType>;
};

export type OftenAskedResolvers<ContextType = any, ParentType extends ResolversParentTypes['OftenAsked'] = ResolversParentTypes['OftenAsked']> = {
  asks?: Resolver<ReadonlyArray<ResolversTypes['RepeatedAsk']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation']> = {
  acronym?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<OrganisationInitiativesArgs, 'first' | 'includeSuggestions'>>;
  kind?: Resolver<ResolversTypes['OrganisationKind'], ParentType, ContextType>;
  leads?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<OrganisationLeadsArgs, 'first'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  partnersIn?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<OrganisationPartnersInArgs, 'first'>>;
  provinces?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganisationConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationConnection'] = ResolversParentTypes['OrganisationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrganisationEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganisationEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['OrganisationEdge'] = ResolversParentTypes['OrganisationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Organisation'], ParentType, ContextType>;
};

export type OrganiserResolvers<ContextType = any, ParentType extends ResolversParentTypes['Organiser'] = ResolversParentTypes['Organiser']> = {
  __resolveType: TypeResolveFn<'GovernmentBody' | 'Mechanism' | 'Organisation', ParentType, ContextType>;
};

export type OverdueGapResolvers<ContextType = any, ParentType extends ResolversParentTypes['OverdueGap'] = ResolversParentTypes['OverdueGap']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  deadlines?: Resolver<ResolversTypes['DeadlineConnection'], ParentType, ContextType, RequireFields<OverdueGapDeadlinesArgs, 'first'>>;
  overdueCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  passedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = any, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PathResolvers<ContextType = any, ParentType extends ResolversParentTypes['Path'] = ResolversParentTypes['Path']> = {
  hops?: Resolver<ReadonlyArray<ResolversTypes['PathHop']>, ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  length?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Node']>, ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type PathHopResolvers<ContextType = any, ParentType extends ResolversParentTypes['PathHop'] = ResolversParentTypes['PathHop']> = {
  basis?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['GraphDirection'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  relationship?: Resolver<ResolversTypes['RelationshipType'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ResponsibilityRole']>, ParentType, ContextType>;
  sentence?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
};

export type QueryResolvers<ContextType = any, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  affectedGroup?: Resolver<Maybe<ResolversTypes['AffectedGroup']>, ParentType, ContextType, RequireFields<QueryAffectedGroupArgs, 'id'>>;
  affectedGroups?: Resolver<ResolversTypes['AffectedGroupConnection'], ParentType, ContextType, RequireFields<QueryAffectedGroupsArgs, 'first'>>;
  deadline?: Resolver<Maybe<ResolversTypes['Deadline']>, ParentType, ContextType, RequireFields<QueryDeadlineArgs, 'id'>>;
  deadlines?: Resolver<ResolversTypes['DeadlineConnection'], ParentType, ContextType, RequireFields<QueryDeadlinesArgs, 'first'>>;
  decisions?: Resolver<ReadonlyArray<ResolversTypes['Decision']>, ParentType, ContextType, RequireFields<QueryDecisionsArgs, 'first' | 'state'>>;
  event?: Resolver<Maybe<ResolversTypes['Event']>, ParentType, ContextType, RequireFields<QueryEventArgs, 'id'>>;
  events?: Resolver<ResolversTypes['EventConnection'], ParentType, ContextType, RequireFields<QueryEventsArgs, 'first'>>;
  gaps?: Resolver<ResolversTypes['Gaps'], ParentType, ContextType, Partial<QueryGapsArgs>>;
  governmentBodies?: Resolver<ResolversTypes['GovernmentBodyConnection'], ParentType, ContextType, RequireFields<QueryGovernmentBodiesArgs, 'first'>>;
  governmentBody?: Resolver<Maybe<ResolversTypes['GovernmentBody']>, ParentType, ContextType, RequireFields<QueryGovernmentBodyArgs, 'id'>>;
  indicator?: Resolver<Maybe<ResolversTypes['Indicator']>, ParentType, ContextType, RequireFields<QueryIndicatorArgs, 'id'>>;
  indicators?: Resolver<ResolversTypes['IndicatorConnection'], ParentType, ContextType, RequireFields<QueryIndicatorsArgs, 'first'>>;
  initiative?: Resolver<Maybe<ResolversTypes['Initiative']>, ParentType, ContextType, RequireFields<QueryInitiativeArgs, 'id'>>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<QueryInitiativesArgs, 'first'>>;
  matches?: Resolver<ResolversTypes['Matches'], ParentType, ContextType, RequireFields<QueryMatchesArgs, 'first' | 'text'>>;
  matrix?: Resolver<ResolversTypes['Matrix'], ParentType, ContextType, RequireFields<QueryMatrixArgs, 'columns' | 'rows'>>;
  mechanism?: Resolver<Maybe<ResolversTypes['Mechanism']>, ParentType, ContextType, RequireFields<QueryMechanismArgs, 'id'>>;
  mechanisms?: Resolver<ResolversTypes['MechanismConnection'], ParentType, ContextType, RequireFields<QueryMechanismsArgs, 'first'>>;
  neighbourhood?: Resolver<ResolversTypes['Neighbourhood'], ParentType, ContextType, RequireFields<QueryNeighbourhoodArgs, 'first' | 'hops' | 'id' | 'orderBy'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  oftenAsked?: Resolver<ResolversTypes['OftenAsked'], ParentType, ContextType, RequireFields<QueryOftenAskedArgs, 'first' | 'includeSuggestions' | 'orderBy' | 'state'>>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType, RequireFields<QueryOrganisationArgs, 'id'>>;
  organisations?: Resolver<ResolversTypes['OrganisationConnection'], ParentType, ContextType, RequireFields<QueryOrganisationsArgs, 'first'>>;
  paths?: Resolver<ReadonlyArray<ResolversTypes['Path']>, ParentType, ContextType, RequireFields<QueryPathsArgs, 'first' | 'from' | 'includeSuggestions' | 'maxLength' | 'search' | 'throughHubs' | 'to'>>;
  recommendation?: Resolver<Maybe<ResolversTypes['Recommendation']>, ParentType, ContextType, RequireFields<QueryRecommendationArgs, 'id'>>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<QueryRecommendationsArgs, 'first'>>;
  resource?: Resolver<Maybe<ResolversTypes['Resource']>, ParentType, ContextType, RequireFields<QueryResourceArgs, 'id'>>;
  resources?: Resolver<ResolversTypes['ResourceConnection'], ParentType, ContextType, RequireFields<QueryResourcesArgs, 'first'>>;
  reviewDocument?: Resolver<Maybe<ResolversTypes['ReviewDocument']>, ParentType, ContextType, RequireFields<QueryReviewDocumentArgs, 'id'>>;
  reviewDocuments?: Resolver<ResolversTypes['ReviewDocumentConnection'], ParentType, ContextType, RequireFields<QueryReviewDocumentsArgs, 'first'>>;
  reviewQueue?: Resolver<ResolversTypes['ReviewQueue'], ParentType, ContextType, RequireFields<QueryReviewQueueArgs, 'first' | 'state' | 'subject'>>;
  reviewStatistics?: Resolver<ResolversTypes['ReviewStatistics'], ParentType, ContextType, RequireFields<QueryReviewStatisticsArgs, 'state'>>;
  right?: Resolver<Maybe<ResolversTypes['Right']>, ParentType, ContextType, RequireFields<QueryRightArgs, 'id'>>;
  rights?: Resolver<ResolversTypes['RightConnection'], ParentType, ContextType, RequireFields<QueryRightsArgs, 'first'>>;
  rightsCluster?: Resolver<Maybe<ResolversTypes['RightsCluster']>, ParentType, ContextType, RequireFields<QueryRightsClusterArgs, 'id'>>;
  rightsClusters?: Resolver<ResolversTypes['RightsClusterConnection'], ParentType, ContextType, RequireFields<QueryRightsClustersArgs, 'first'>>;
  sdgGoal?: Resolver<Maybe<ResolversTypes['SdgGoal']>, ParentType, ContextType, RequireFields<QuerySdgGoalArgs, 'id'>>;
  sdgGoals?: Resolver<ResolversTypes['SdgGoalConnection'], ParentType, ContextType, RequireFields<QuerySdgGoalsArgs, 'first'>>;
  sdgTarget?: Resolver<Maybe<ResolversTypes['SdgTarget']>, ParentType, ContextType, RequireFields<QuerySdgTargetArgs, 'id'>>;
  sdgTargets?: Resolver<ResolversTypes['SdgTargetConnection'], ParentType, ContextType, RequireFields<QuerySdgTargetsArgs, 'first'>>;
  search?: Resolver<ResolversTypes['SearchConnection'], ParentType, ContextType, RequireFields<QuerySearchArgs, 'asYouType' | 'first' | 'text'>>;
  state?: Resolver<Maybe<ResolversTypes['State']>, ParentType, ContextType, RequireFields<QueryStateArgs, 'id'>>;
  states?: Resolver<ResolversTypes['StateConnection'], ParentType, ContextType, RequireFields<QueryStatesArgs, 'first' | 'underReview'>>;
  statistics?: Resolver<ResolversTypes['Statistics'], ParentType, ContextType, Partial<QueryStatisticsArgs>>;
  subgraph?: Resolver<ResolversTypes['Subgraph'], ParentType, ContextType, RequireFields<QuerySubgraphArgs, 'ids'>>;
  theme?: Resolver<Maybe<ResolversTypes['Theme']>, ParentType, ContextType, RequireFields<QueryThemeArgs, 'id'>>;
  themes?: Resolver<ResolversTypes['ThemeConnection'], ParentType, ContextType, RequireFields<QueryThemesArgs, 'first'>>;
  treaties?: Resolver<ResolversTypes['TreatyConnection'], ParentType, ContextType, RequireFields<QueryTreatiesArgs, 'first'>>;
  treaty?: Resolver<Maybe<ResolversTypes['Treaty']>, ParentType, ContextType, RequireFields<QueryTreatyArgs, 'id'>>;
  workingGroup?: Resolver<Maybe<ResolversTypes['WorkingGroup']>, ParentType, ContextType, RequireFields<QueryWorkingGroupArgs, 'id'>>;
  workingGroups?: Resolver<ResolversTypes['WorkingGroupConnection'], ParentType, ContextType, RequireFields<QueryWorkingGroupsArgs, 'first'>>;
};

export type RecommendationResolvers<ContextType = any, ParentType extends ResolversParentTypes['Recommendation'] = ResolversParentTypes['Recommendation']> = {
  affectedGroups?: Resolver<ReadonlyArray<ResolversTypes['AffectedGroup']>, ParentType, ContextType>;
  asks?: Resolver<ReadonlyArray<ResolversTypes['Ask']>, ParentType, ContextType>;
  assessments?: Resolver<ReadonlyArray<ResolversTypes['Assessment']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  document?: Resolver<ResolversTypes['ReviewDocument'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicators?: Resolver<ReadonlyArray<ResolversTypes['Indicator']>, ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<RecommendationInitiativesArgs, 'first' | 'includeSuggestions'>>;
  isOutdated?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['RecommendationKind'], ParentType, ContextType>;
  mechanism?: Resolver<ResolversTypes['Mechanism'], ParentType, ContextType>;
  outdatedReason?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  paragraph?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['UprPosition']>, ParentType, ContextType>;
  recommendingStates?: Resolver<ReadonlyArray<ResolversTypes['State']>, ParentType, ContextType>;
  resources?: Resolver<ReadonlyArray<ResolversTypes['Resource']>, ParentType, ContextType>;
  responsibilities?: Resolver<ReadonlyArray<ResolversTypes['Responsibility']>, ParentType, ContextType, RequireFields<RecommendationResponsibilitiesArgs, 'includeSuggestions'>>;
  rights?: Resolver<ReadonlyArray<ResolversTypes['Right']>, ParentType, ContextType>;
  sdgTargets?: Resolver<ReadonlyArray<ResolversTypes['SdgTarget']>, ParentType, ContextType>;
  similar?: Resolver<ResolversTypes['SimilarConnection'], ParentType, ContextType, RequireFields<RecommendationSimilarArgs, 'first' | 'includeSuggestions'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
  summary?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  symbol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  taggings?: Resolver<ReadonlyArray<ResolversTypes['Tagging']>, ParentType, ContextType, RequireFields<RecommendationTaggingsArgs, 'includeSuggestions'>>;
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  textLanguage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  themes?: Resolver<ReadonlyArray<ResolversTypes['Theme']>, ParentType, ContextType>;
  trail?: Resolver<ResolversTypes['Trail'], ParentType, ContextType>;
  workingGroups?: Resolver<ReadonlyArray<ResolversTypes['WorkingGroup']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RecommendationConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['RecommendationConnection'] = ResolversParentTypes['RecommendationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RecommendationEdge']>, ParentType, ContextType>;
  facets?: Resolver<ReadonlyArray<ResolversTypes['Facet']>, ParentType, ContextType, RequireFields<RecommendationConnectionFacetsArgs, 'by' | 'excludeOwn' | 'first'>>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  textSearch?: Resolver<Maybe<ResolversTypes['TextSearch']>, ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RecommendationEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['RecommendationEdge'] = ResolversParentTypes['RecommendationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  highlights?: Resolver<ReadonlyArray<ResolversTypes['Highlight']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
};

export interface RecommendationFilterValueScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['RecommendationFilterValue'], any> {
  name: 'RecommendationFilterValue';
}

export type RepeatedAskResolvers<ContextType = any, ParentType extends ResolversParentTypes['RepeatedAsk'] = ResolversParentTypes['RepeatedAsk']> = {
  confirmedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mechanismCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  occurrences?: Resolver<ReadonlyArray<ResolversTypes['TrailOccurrence']>, ParentType, ContextType>;
  recommendation?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
};

export type ResourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Resource'] = ResolversParentTypes['Resource']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  symbol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  themes?: Resolver<ReadonlyArray<ResolversTypes['Theme']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ResourceConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResourceConnection'] = ResolversParentTypes['ResourceConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ResourceEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ResourceEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ResourceEdge'] = ResolversParentTypes['ResourceEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Resource'], ParentType, ContextType>;
};

export type ResponsibilityResolvers<ContextType = any, ParentType extends ResolversParentTypes['Responsibility'] = ResolversParentTypes['Responsibility']> = {
  basis?: Resolver<ResolversTypes['ResponsibilityBasis'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['GovernmentBody'], ParentType, ContextType>;
  confidence?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendation?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ResponsibilityRole']>, ParentType, ContextType>;
  source?: Resolver<Maybe<ResolversTypes['Source']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['SuggestionState']>, ParentType, ContextType>;
};

export type ReviewDocumentResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewDocument'] = ResolversParentTypes['ReviewDocument']> = {
  adoptedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  coverage?: Resolver<ResolversTypes['Coverage'], ParentType, ContextType>;
  cycle?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<ReviewDocumentInitiativesArgs, 'first' | 'includeSuggestions'>>;
  mechanism?: Resolver<ResolversTypes['Mechanism'], ParentType, ContextType>;
  nextReportDueOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<ReviewDocumentRecommendationsArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
  symbol?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  year?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  yearBasis?: Resolver<Maybe<ResolversTypes['YearBasis']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ReviewDocumentConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewDocumentConnection'] = ResolversParentTypes['ReviewDocumentConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ReviewDocumentEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewDocumentEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewDocumentEdge'] = ResolversParentTypes['ReviewDocumentEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['ReviewDocument'], ParentType, ContextType>;
};

export type ReviewItemResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewItem'] = ResolversParentTypes['ReviewItem']> = {
  canTurn?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['SimilarEvidence']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
  inCommon?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  isSkipped?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['LinkKind']>, ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  relationship?: Resolver<ResolversTypes['RelationshipType'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ResponsibilityRole']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['ReviewSubject'], ParentType, ContextType>;
  tentative?: Resolver<Maybe<ResolversTypes['LinkEnd']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  usefulness?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type ReviewQueueResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewQueue'] = ResolversParentTypes['ReviewQueue']> = {
  decidedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  items?: Resolver<ReadonlyArray<ResolversTypes['ReviewItem']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReviewStatisticsResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewStatistics'] = ResolversParentTypes['ReviewStatistics']> = {
  agreedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  byScore?: Resolver<ReadonlyArray<ResolversTypes['ScoreAgreement']>, ParentType, ContextType>;
  confirmedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correctedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  readTwiceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  rejectedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  reviewers?: Resolver<ReadonlyArray<ResolversTypes['ReviewerCount']>, ParentType, ContextType>;
};

export type ReviewerCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['ReviewerCount'] = ResolversParentTypes['ReviewerCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RightResolvers<ContextType = any, ParentType extends ResolversParentTypes['Right'] = ResolversParentTypes['Right']> = {
  article?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cluster?: Resolver<Maybe<ResolversTypes['RightsCluster']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<RightRecommendationsArgs, 'first'>>;
  shortTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  treaty?: Resolver<ResolversTypes['Treaty'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RightConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['RightConnection'] = ResolversParentTypes['RightConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RightEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RightEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['RightEdge'] = ResolversParentTypes['RightEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Right'], ParentType, ContextType>;
};

export type RightsClusterResolvers<ContextType = any, ParentType extends ResolversParentTypes['RightsCluster'] = ResolversParentTypes['RightsCluster']> = {
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<RightsClusterRecommendationsArgs, 'first'>>;
  rights?: Resolver<ReadonlyArray<ResolversTypes['Right']>, ParentType, ContextType>;
  shortTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  treaty?: Resolver<ResolversTypes['Treaty'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type RightsClusterConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['RightsClusterConnection'] = ResolversParentTypes['RightsClusterConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['RightsClusterEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type RightsClusterEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['RightsClusterEdge'] = ResolversParentTypes['RightsClusterEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['RightsCluster'], ParentType, ContextType>;
};

export type RoleCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['RoleCount'] = ResolversParentTypes['RoleCount']> = {
  basis?: Resolver<ResolversTypes['ResponsibilityBasis'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  role?: Resolver<Maybe<ResolversTypes['ResponsibilityRole']>, ParentType, ContextType>;
};

export type ScoreAgreementResolvers<ContextType = any, ParentType extends ResolversParentTypes['ScoreAgreement'] = ResolversParentTypes['ScoreAgreement']> = {
  confirmedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  correctedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  rejectedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SdgGoalResolvers<ContextType = any, ParentType extends ResolversParentTypes['SdgGoal'] = ResolversParentTypes['SdgGoal']> = {
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  goal?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<SdgGoalRecommendationsArgs, 'first'>>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['SdgTarget']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SdgGoalConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SdgGoalConnection'] = ResolversParentTypes['SdgGoalConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SdgGoalEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SdgGoalEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SdgGoalEdge'] = ResolversParentTypes['SdgGoalEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SdgGoal'], ParentType, ContextType>;
};

export type SdgTargetResolvers<ContextType = any, ParentType extends ResolversParentTypes['SdgTarget'] = ResolversParentTypes['SdgTarget']> = {
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  goal?: Resolver<ResolversTypes['SdgGoal'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<SdgTargetRecommendationsArgs, 'first'>>;
  shortTitle?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  target?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SdgTargetConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SdgTargetConnection'] = ResolversParentTypes['SdgTargetConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['SdgTargetEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SdgTargetEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SdgTargetEdge'] = ResolversParentTypes['SdgTargetEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['SdgTarget'], ParentType, ContextType>;
};

export type SearchConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchConnection'] = ResolversParentTypes['SearchConnection']> = {
  correctedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countsByType?: Resolver<ReadonlyArray<ResolversTypes['SearchTypeCount']>, ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SearchEdge']>, ParentType, ContextType>;
  isCorrected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['SearchNotice']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  understoodAs?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SearchEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchEdge'] = ResolversParentTypes['SearchEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  highlights?: Resolver<ReadonlyArray<ResolversTypes['Highlight']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
  score?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SearchableType'], ParentType, ContextType>;
};

export type SearchNoticeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchNotice'] = ResolversParentTypes['SearchNotice']> = {
  code?: Resolver<ResolversTypes['SearchNoticeCode'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  part?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SearchTypeCountResolvers<ContextType = any, ParentType extends ResolversParentTypes['SearchTypeCount'] = ResolversParentTypes['SearchTypeCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['SearchableType'], ParentType, ContextType>;
};

export type SharedResponsibilityResolvers<ContextType = any, ParentType extends ResolversParentTypes['SharedResponsibility'] = ResolversParentTypes['SharedResponsibility']> = {
  body?: Resolver<ResolversTypes['GovernmentBody'], ParentType, ContextType>;
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type SimilarConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['SimilarConnection'] = ResolversParentTypes['SimilarConnection']> = {
  confirmedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  edges?: Resolver<ReadonlyArray<ResolversTypes['SimilarEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  suggestedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SimilarEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['SimilarEdge'] = ResolversParentTypes['SimilarEdge']> = {
  asks?: Resolver<ReadonlyArray<ResolversTypes['AskMatch']>, ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decidedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  decidedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  direction?: Resolver<ResolversTypes['LinkDirection'], ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<ResolversTypes['SimilarEvidence']>, ParentType, ContextType>;
  inCommon?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['LinkKind'], ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<ResolversTypes['LinkState'], ParentType, ContextType>;
  tentative?: Resolver<Maybe<ResolversTypes['LinkEnd']>, ParentType, ContextType>;
};

export type SimilarEvidenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['SimilarEvidence'] = ResolversParentTypes['SimilarEvidence']> = {
  earlierPassage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  laterPassage?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type SourceResolvers<ContextType = any, ParentType extends ResolversParentTypes['Source'] = ResolversParentTypes['Source']> = {
  citation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type StateResolvers<ContextType = any, ParentType extends ResolversParentTypes['State'] = ResolversParentTypes['State']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  documentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<StateRecommendationsArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type StateConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['StateConnection'] = ResolversParentTypes['StateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['StateEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type StateEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['StateEdge'] = ResolversParentTypes['StateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
};

export type StatisticsResolvers<ContextType = any, ParentType extends ResolversParentTypes['Statistics'] = ResolversParentTypes['Statistics']> = {
  countsByKind?: Resolver<ReadonlyArray<ResolversTypes['KindCount']>, ParentType, ContextType>;
  deadlineCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  documentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  eventCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  governmentBodyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  importRuns?: Resolver<ReadonlyArray<ResolversTypes['ImportRun']>, ParentType, ContextType>;
  incompleteDocumentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  indicatorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  initiativeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  lastYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mechanismCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  organisationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recommendationCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resourceCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  responsibilityCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  softwareVersion?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  suggestedResponsibilityCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withSuggestedLeadBodyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutIndicatorCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutInitiativeCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutLeadBodyCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withoutWorkingGroupCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  workingGroupCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type SubgraphResolvers<ContextType = any, ParentType extends ResolversParentTypes['Subgraph'] = ResolversParentTypes['Subgraph']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['GraphNode']>, ParentType, ContextType>;
  relationships?: Resolver<ReadonlyArray<ResolversTypes['GraphRelationship']>, ParentType, ContextType>;
  unknownIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SuggestedBodyResolvers<ContextType = any, ParentType extends ResolversParentTypes['SuggestedBody'] = ResolversParentTypes['SuggestedBody']> = {
  basis?: Resolver<ResolversTypes['ResponsibilityBasis'], ParentType, ContextType>;
  body?: Resolver<ResolversTypes['GovernmentBody'], ParentType, ContextType>;
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ResponsibilityRole'], ParentType, ContextType>;
};

export type SuggestedTagResolvers<ContextType = any, ParentType extends ResolversParentTypes['SuggestedTag'] = ResolversParentTypes['SuggestedTag']> = {
  confidence?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
};

export type TaggingResolvers<ContextType = any, ParentType extends ResolversParentTypes['Tagging'] = ResolversParentTypes['Tagging']> = {
  basis?: Resolver<ResolversTypes['TagBasis'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  method?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  state?: Resolver<Maybe<ResolversTypes['SuggestionState']>, ParentType, ContextType>;
  tag?: Resolver<ResolversTypes['Node'], ParentType, ContextType>;
};

export type TextSearchResolvers<ContextType = any, ParentType extends ResolversParentTypes['TextSearch'] = ResolversParentTypes['TextSearch']> = {
  correctedTo?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isCorrected?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  notices?: Resolver<ReadonlyArray<ResolversTypes['SearchNotice']>, ParentType, ContextType>;
  understoodAs?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ThemeResolvers<ContextType = any, ParentType extends ResolversParentTypes['Theme'] = ResolversParentTypes['Theme']> = {
  aliases?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  indicators?: Resolver<ReadonlyArray<ResolversTypes['Indicator']>, ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<ThemeInitiativesArgs, 'first' | 'includeSuggestions'>>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<ThemeRecommendationsArgs, 'first'>>;
  resources?: Resolver<ReadonlyArray<ResolversTypes['Resource']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ThemeConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['ThemeConnection'] = ResolversParentTypes['ThemeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ThemeEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ThemeEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['ThemeEdge'] = ResolversParentTypes['ThemeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Theme'], ParentType, ContextType>;
};

export type TrailResolvers<ContextType = any, ParentType extends ResolversParentTypes['Trail'] = ResolversParentTypes['Trail']> = {
  confirmed?: Resolver<ResolversTypes['TrailSummary'], ParentType, ContextType>;
  incompleteDocuments?: Resolver<ReadonlyArray<ResolversTypes['ReviewDocument']>, ParentType, ContextType>;
  occurrences?: Resolver<ReadonlyArray<ResolversTypes['TrailOccurrence']>, ParentType, ContextType, RequireFields<TrailOccurrencesArgs, 'includeSuggestions'>>;
  otherIncompleteDocumentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  withSuggestions?: Resolver<ResolversTypes['TrailSummary'], ParentType, ContextType>;
};

export type TrailMechanismResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrailMechanism'] = ResolversParentTypes['TrailMechanism']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mechanism?: Resolver<ResolversTypes['Mechanism'], ParentType, ContextType>;
};

export type TrailOccurrenceResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrailOccurrence'] = ResolversParentTypes['TrailOccurrence']> = {
  isSelf?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSuggestion?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  recommendation?: Resolver<ResolversTypes['Recommendation'], ParentType, ContextType>;
};

export type TrailPositionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrailPosition'] = ResolversParentTypes['TrailPosition']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  position?: Resolver<Maybe<ResolversTypes['UprPosition']>, ParentType, ContextType>;
};

export type TrailStateResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrailState'] = ResolversParentTypes['TrailState']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['State'], ParentType, ContextType>;
};

export type TrailSummaryResolvers<ContextType = any, ParentType extends ResolversParentTypes['TrailSummary'] = ResolversParentTypes['TrailSummary']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  documentCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  firstYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  lastYear?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  mechanisms?: Resolver<ReadonlyArray<ResolversTypes['TrailMechanism']>, ParentType, ContextType>;
  positions?: Resolver<ReadonlyArray<ResolversTypes['TrailPosition']>, ParentType, ContextType>;
  recommendingStates?: Resolver<ReadonlyArray<ResolversTypes['TrailState']>, ParentType, ContextType>;
};

export type TreatyResolvers<ContextType = any, ParentType extends ResolversParentTypes['Treaty'] = ResolversParentTypes['Treaty']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<TreatyRecommendationsArgs, 'first'>>;
  rights?: Resolver<ReadonlyArray<ResolversTypes['Right']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type TreatyConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['TreatyConnection'] = ResolversParentTypes['TreatyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['TreatyEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type TreatyEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['TreatyEdge'] = ResolversParentTypes['TreatyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['Treaty'], ParentType, ContextType>;
};

export type WorkingGroupResolvers<ContextType = any, ParentType extends ResolversParentTypes['WorkingGroup'] = ResolversParentTypes['WorkingGroup']> = {
  coalition?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  displayDetail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  displayNameKm?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  initiatives?: Resolver<ResolversTypes['InitiativeConnection'], ParentType, ContextType, RequireFields<WorkingGroupInitiativesArgs, 'first' | 'includeSuggestions'>>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  note?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  recommendations?: Resolver<ResolversTypes['RecommendationConnection'], ParentType, ContextType, RequireFields<WorkingGroupRecommendationsArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['Source']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type WorkingGroupConnectionResolvers<ContextType = any, ParentType extends ResolversParentTypes['WorkingGroupConnection'] = ResolversParentTypes['WorkingGroupConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WorkingGroupEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WorkingGroupEdgeResolvers<ContextType = any, ParentType extends ResolversParentTypes['WorkingGroupEdge'] = ResolversParentTypes['WorkingGroupEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<ResolversTypes['WorkingGroup'], ParentType, ContextType>;
};

export type Resolvers<ContextType = any> = {
  Actor?: ActorResolvers<ContextType>;
  AffectedGroup?: AffectedGroupResolvers<ContextType>;
  AffectedGroupConnection?: AffectedGroupConnectionResolvers<ContextType>;
  AffectedGroupEdge?: AffectedGroupEdgeResolvers<ContextType>;
  Ask?: AskResolvers<ContextType>;
  AskMatch?: AskMatchResolvers<ContextType>;
  Assessment?: AssessmentResolvers<ContextType>;
  Coverage?: CoverageResolvers<ContextType>;
  Date?: GraphQLScalarType;
  Deadline?: DeadlineResolvers<ContextType>;
  DeadlineConnection?: DeadlineConnectionResolvers<ContextType>;
  DeadlineEdge?: DeadlineEdgeResolvers<ContextType>;
  Decision?: DecisionResolvers<ContextType>;
  Echo?: EchoResolvers<ContextType>;
  EchoEvidence?: EchoEvidenceResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  EventConnection?: EventConnectionResolvers<ContextType>;
  EventEdge?: EventEdgeResolvers<ContextType>;
  Evidence?: EvidenceResolvers<ContextType>;
  Facet?: FacetResolvers<ContextType>;
  FacetValue?: FacetValueResolvers<ContextType>;
  Gap?: GapResolvers<ContextType>;
  Gaps?: GapsResolvers<ContextType>;
  GovernmentBody?: GovernmentBodyResolvers<ContextType>;
  GovernmentBodyConnection?: GovernmentBodyConnectionResolvers<ContextType>;
  GovernmentBodyEdge?: GovernmentBodyEdgeResolvers<ContextType>;
  GraphNode?: GraphNodeResolvers<ContextType>;
  GraphRelationship?: GraphRelationshipResolvers<ContextType>;
  Highlight?: HighlightResolvers<ContextType>;
  HighlightPart?: HighlightPartResolvers<ContextType>;
  ImportRun?: ImportRunResolvers<ContextType>;
  Indicator?: IndicatorResolvers<ContextType>;
  IndicatorConnection?: IndicatorConnectionResolvers<ContextType>;
  IndicatorEdge?: IndicatorEdgeResolvers<ContextType>;
  Initiative?: InitiativeResolvers<ContextType>;
  InitiativeConnection?: InitiativeConnectionResolvers<ContextType>;
  InitiativeEdge?: InitiativeEdgeResolvers<ContextType>;
  Involvement?: InvolvementResolvers<ContextType>;
  KindCount?: KindCountResolvers<ContextType>;
  Matches?: MatchesResolvers<ContextType>;
  Matrix?: MatrixResolvers<ContextType>;
  MatrixCell?: MatrixCellResolvers<ContextType>;
  Measurement?: MeasurementResolvers<ContextType>;
  Mechanism?: MechanismResolvers<ContextType>;
  MechanismConnection?: MechanismConnectionResolvers<ContextType>;
  MechanismEdge?: MechanismEdgeResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  NeighbourCount?: NeighbourCountResolvers<ContextType>;
  Neighbourhood?: NeighbourhoodResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  OftenAsked?: OftenAskedResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  OrganisationConnection?: OrganisationConnectionResolvers<ContextType>;
  OrganisationEdge?: OrganisationEdgeResolvers<ContextType>;
  Organiser?: OrganiserResolvers<ContextType>;
  OverdueGap?: OverdueGapResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Path?: PathResolvers<ContextType>;
  PathHop?: PathHopResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  Recommendation?: RecommendationResolvers<ContextType>;
  RecommendationConnection?: RecommendationConnectionResolvers<ContextType>;
  RecommendationEdge?: RecommendationEdgeResolvers<ContextType>;
  RecommendationFilterValue?: GraphQLScalarType;
  RepeatedAsk?: RepeatedAskResolvers<ContextType>;
  Resource?: ResourceResolvers<ContextType>;
  ResourceConnection?: ResourceConnectionResolvers<ContextType>;
  ResourceEdge?: ResourceEdgeResolvers<ContextType>;
  Responsibility?: ResponsibilityResolvers<ContextType>;
  ReviewDocument?: ReviewDocumentResolvers<ContextType>;
  ReviewDocumentConnection?: ReviewDocumentConnectionResolvers<ContextType>;
  ReviewDocumentEdge?: ReviewDocumentEdgeResolvers<ContextType>;
  ReviewItem?: ReviewItemResolvers<ContextType>;
  ReviewQueue?: ReviewQueueResolvers<ContextType>;
  ReviewStatistics?: ReviewStatisticsResolvers<ContextType>;
  ReviewerCount?: ReviewerCountResolvers<ContextType>;
  Right?: RightResolvers<ContextType>;
  RightConnection?: RightConnectionResolvers<ContextType>;
  RightEdge?: RightEdgeResolvers<ContextType>;
  RightsCluster?: RightsClusterResolvers<ContextType>;
  RightsClusterConnection?: RightsClusterConnectionResolvers<ContextType>;
  RightsClusterEdge?: RightsClusterEdgeResolvers<ContextType>;
  RoleCount?: RoleCountResolvers<ContextType>;
  ScoreAgreement?: ScoreAgreementResolvers<ContextType>;
  SdgGoal?: SdgGoalResolvers<ContextType>;
  SdgGoalConnection?: SdgGoalConnectionResolvers<ContextType>;
  SdgGoalEdge?: SdgGoalEdgeResolvers<ContextType>;
  SdgTarget?: SdgTargetResolvers<ContextType>;
  SdgTargetConnection?: SdgTargetConnectionResolvers<ContextType>;
  SdgTargetEdge?: SdgTargetEdgeResolvers<ContextType>;
  SearchConnection?: SearchConnectionResolvers<ContextType>;
  SearchEdge?: SearchEdgeResolvers<ContextType>;
  SearchNotice?: SearchNoticeResolvers<ContextType>;
  SearchTypeCount?: SearchTypeCountResolvers<ContextType>;
  SharedResponsibility?: SharedResponsibilityResolvers<ContextType>;
  SimilarConnection?: SimilarConnectionResolvers<ContextType>;
  SimilarEdge?: SimilarEdgeResolvers<ContextType>;
  SimilarEvidence?: SimilarEvidenceResolvers<ContextType>;
  Source?: SourceResolvers<ContextType>;
  State?: StateResolvers<ContextType>;
  StateConnection?: StateConnectionResolvers<ContextType>;
  StateEdge?: StateEdgeResolvers<ContextType>;
  Statistics?: StatisticsResolvers<ContextType>;
  Subgraph?: SubgraphResolvers<ContextType>;
  SuggestedBody?: SuggestedBodyResolvers<ContextType>;
  SuggestedTag?: SuggestedTagResolvers<ContextType>;
  Tagging?: TaggingResolvers<ContextType>;
  TextSearch?: TextSearchResolvers<ContextType>;
  Theme?: ThemeResolvers<ContextType>;
  ThemeConnection?: ThemeConnectionResolvers<ContextType>;
  ThemeEdge?: ThemeEdgeResolvers<ContextType>;
  Trail?: TrailResolvers<ContextType>;
  TrailMechanism?: TrailMechanismResolvers<ContextType>;
  TrailOccurrence?: TrailOccurrenceResolvers<ContextType>;
  TrailPosition?: TrailPositionResolvers<ContextType>;
  TrailState?: TrailStateResolvers<ContextType>;
  TrailSummary?: TrailSummaryResolvers<ContextType>;
  Treaty?: TreatyResolvers<ContextType>;
  TreatyConnection?: TreatyConnectionResolvers<ContextType>;
  TreatyEdge?: TreatyEdgeResolvers<ContextType>;
  WorkingGroup?: WorkingGroupResolvers<ContextType>;
  WorkingGroupConnection?: WorkingGroupConnectionResolvers<ContextType>;
  WorkingGroupEdge?: WorkingGroupEdgeResolvers<ContextType>;
};

