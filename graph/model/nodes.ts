/**
 * The labels of the graph, the prefix of each one's ids, and the properties a node of each label carries.
 * Every other file spells labels and properties through here; `graph/README.md` draws the same model.
 */

/** Label -> prefix of its ids (`theme:minorities`). An id is the prefix, a colon, and the key of the source row. */
export const ID_PREFIX = {
  State: 'state',
  Mechanism: 'mechanism',
  ReviewDocument: 'document',
  Recommendation: 'recommendation',
  Right: 'right',
  RightsCluster: 'cluster',
  Treaty: 'treaty',
  Theme: 'theme',
  AffectedGroup: 'group',
  SdgTarget: 'sdg-target',
  SdgGoal: 'sdg-goal',
  GovernmentBody: 'body',
  WorkingGroup: 'twg',
  Organisation: 'organisation',
  Initiative: 'initiative',
  Event: 'event',
  Deadline: 'deadline',
  Indicator: 'indicator',
  Measurement: 'measurement',
  Resource: 'resource',
  Assessment: 'assessment',
  Evidence: 'evidence',
  ImportRun: 'import-run',
  ImportChange: 'import-change',
  ImportClaim: 'import-claim',
  Decision: 'decision',
  LinkWeights: 'link-weights',
  SchemaVersion: 'schema-version',
} as const

export type Label = keyof typeof ID_PREFIX
export const LABELS = Object.keys(ID_PREFIX) as Label[]

/**
 * Properties derived on writing for the full-text index alone, in its order (`graph/text/search-properties.ts`).
 * `search…` hold words as they stand, `stem…` their stems.
 */
export const SEARCH_PROPERTIES = [
  'searchText',
  'searchName',
  'searchTheme',
  'searchSymbol',
  'searchParagraph',
  'searchExact',
  'searchKm',
  'stemText',
  'stemName',
  'stemTheme',
] as const
export type SearchProperty = (typeof SEARCH_PROPERTIES)[number]

/**
 * Properties every node written by an importer carries besides its own.
 * `source` says where the facts of the row were read, `citations` the same one by one.
 */
export const COMMON_PROPERTIES = ['id', 'source', 'citations', 'importRunId', ...SEARCH_PROPERTIES] as const

/** Label -> its own properties. A property absent from a node is a fact not known. Dates are PartialDate strings. */
export const PROPERTIES = {
  /** `…Fingerprint`: what the State's suggested links, tags and bodies were made from; they are made anew when it no longer holds. */
  State: ['code', 'name', 'nameKm', 'linksFingerprint', 'suggestionsFingerprint', 'decisionCount'],
  Mechanism: ['code', 'name', 'nameKm', 'kind', 'treaty'],
  ReviewDocument: [
    'symbol',
    'title',
    'cycle',
    'adoptedOn',
    'publishedOn',
    'nextReportDueOn',
    'knownTotal',
    'complete',
    'note',
    'year',
    'yearBasis',
    'sortOn',
    'session',
    // Facts that imported files filled in: `property source`.
    'filledBy',
  ],
  Recommendation: [
    'paragraph',
    'kind',
    'text',
    'textLanguage',
    'summary',
    'position',
    'sourceUrl',
    'outdated',
    'outdatedReason',
    'stateId',
    'year',
    'sortOn',
    'listOrder',
    'dateOrder',
    // What an imported file says and how its rows are met again: see importers/recommendations.
    'part',
    'heading',
    'textHash',
    'positionPrinted',
    'printedStates',
    'printedThemes',
    'printedAffectedGroups',
    'printedSdgs',
    'sourceIds',
    'sourceDigests',
    'filledBy',
    'searchAdded',
    'importedFrom',
    'goneFromSourceOn',
  ],
  Right: ['treaty', 'article', 'articleOrder', 'shortTitle', 'name'],
  RightsCluster: ['treaty', 'shortTitle'],
  Treaty: ['code', 'name', 'nameKm'],
  Theme: ['name', 'nameKm', 'aliases', 'note'],
  AffectedGroup: ['name', 'nameKm'],
  SdgTarget: ['target', 'targetOrder', 'shortTitle'],
  SdgGoal: ['goal'],
  GovernmentBody: ['name', 'acronym', 'nameKm', 'kind', 'mandateSummary'],
  WorkingGroup: ['number', 'name', 'isNamed', 'note'],
  Organisation: ['name', 'nameKm', 'acronym', 'kind', 'provinces', 'note'],
  Initiative: ['number', 'pillar', 'category', 'summary', 'startsOn', 'endsOn', 'timeframeNote', 'numberOrder'],
  Event: ['date', 'sortOn', 'title', 'chair', 'participants'],
  Deadline: ['what', 'dueOn', 'sortOn', 'recordedStatus', 'recordedOn', 'isRecordedOverdue', 'who'],
  Indicator: ['name'],
  Measurement: ['value', 'year'],
  Resource: ['title', 'kind', 'symbol', 'year', 'description'],
  Assessment: ['voice', 'status', 'rationale', 'confidence', 'on'],
  Evidence: ['stance', 'url', 'on'],
  ImportRun: [
    'importer',
    'version',
    'contentHash',
    'startedAt',
    'finishedAt',
    'read',
    'written',
    'refused',
    'status',
    'fileName',
    'report',
    'undoneAt',
  ],
  /** How a node and its relationships were before a run changed them; `before` is JSON. */
  ImportChange: ['changedId', 'before', 'beforeRunId', 'outcome'],
  /** Who writes an import now; there is none while nobody does. `until` is in milliseconds of the database's clock. */
  ImportClaim: ['holder', 'runId', 'until'],
  /**
   * What a person decided on a suggestion; `before` is JSON of the relationship's properties. `number` counts the decisions of a
   * State. No relationship ties it to what it speaks of: it would count among a recommendation's neighbours.
   */
  Decision: [
    'number',
    'stateId',
    'subject',
    'relationship',
    'fromId',
    'toId',
    'action',
    'isCorrection',
    'isTurned',
    'kind',
    'role',
    'score',
    'method',
    'before',
    'decidedBy',
    'decidedAt',
    'reason',
    'undoneAt',
    'undoneBy',
  ],
  /** What people's decisions taught the link engine; `json` holds the weights, `decisions` how many taught them. */
  LinkWeights: ['version', 'json', 'learnedAt', 'decisions'],
  SchemaVersion: ['version'],
} as const satisfies Record<Label, readonly string[]>
