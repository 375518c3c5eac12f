/** The columns of a recommendation in CSV and XLSX, in order; docs/exports.md is checked against this table. Pure. */
import {
  TAG_FIELD_NAMES,
  type Named,
  type RecommendationRecord,
  type Responsibility,
  type TagField,
} from './records.ts'

export type CellType = 'text' | 'list' | 'integer' | 'boolean' | 'date' | 'link'
/** Null is an empty cell: not known, or nothing to say. */
export type Cell = string | number | boolean | readonly string[] | null

export type Column = {
  readonly name: string
  readonly type: CellType
  readonly describe: string
  readonly value: (record: RecommendationRecord) => Cell
}

const text = (name: string, describe: string, value: Column['value']): Column => ({
  name,
  type: 'text',
  describe,
  value,
})
const list = (name: string, describe: string, value: (record: RecommendationRecord) => readonly string[]): Column => ({
  name,
  type: 'list',
  describe,
  value,
})
const names = (things: readonly Named[]): string[] => things.map(({ name }) => name)
const ids = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => id)

/** Names and ids of the same things in the same order. */
const pair = (
  plural: string,
  singular: string,
  describe: string,
  things: (record: RecommendationRecord) => readonly Named[],
): Column[] => [
  list(plural, describe, (record) => names(things(record))),
  list(`${singular}_ids`, `Ids of \`${plural}\`, in the same order`, (record) => ids(things(record))),
]

const TAG_COLUMNS: Record<TagField, readonly [plural: string, singular: string, describe: string]> = {
  themes: ['themes', 'theme', 'Themes it is about'],
  rights: ['rights', 'right', 'Rights it concerns, by article'],
  rightsClusters: ['rights_clusters', 'rights_cluster', 'Clusters of rights it names as a whole'],
  affectedGroups: ['affected_groups', 'affected_group', 'Groups it would protect'],
  sdgTargets: ['sdg_targets', 'sdg_target', 'SDG targets it would advance'],
  sdgGoals: ['sdg_goals', 'sdg_goal', 'SDG goals it names as a whole'],
}

const ROLE_COLUMNS = [
  ['LEAD', 'lead_bodies', 'lead_body', 'in the lead'],
  ['SUPPORT', 'support_bodies', 'support_body', 'in support'],
  ['OVERSIGHT', 'oversight_bodies', 'oversight_body', 'with oversight'],
  [null, 'bodies_without_role', 'body_without_role', 'without a stated role'],
] as const

const bodiesOf = (responsibilities: readonly Responsibility[], role: string | null): Named[] =>
  responsibilities.filter((one) => one.role === role).map(({ body }) => body)

const VOICE_COLUMNS = [
  ['CIVIL_SOCIETY', 'civil_society', 'civil society'],
  ['STATE', 'state', 'the State'],
  ['UN', 'un', 'the United Nations'],
] as const

const latest = (record: RecommendationRecord, voice: string, property: string): string | null => {
  const value = record.assessments.find((assessment) => assessment['voice'] === voice)?.[property]
  return value === undefined || value === null ? null : String(value)
}

/** A whole relationship in a cell; what is not known is left out. */
const whole = (values: readonly object[]): string | null =>
  values.length === 0
    ? null
    : JSON.stringify(values.map((value) => Object.fromEntries(Object.entries(value).filter(([, one]) => one !== null))))

export const COLUMNS: readonly Column[] = [
  text('id', 'Stable id', ({ id }) => id),
  { name: 'address', type: 'link', describe: 'Persistent address of its page', value: ({ address }) => address },
  text('state', 'State it is addressed to', ({ state }) => state.name),
  text('state_id', 'Id of the State (ISO 3166-1 alpha-3)', ({ state }) => state.id),
  text('mechanism', 'Short name of the mechanism', ({ mechanism }) => mechanism?.name ?? null),
  text('mechanism_id', 'Id of the mechanism', ({ mechanism }) => mechanism?.id ?? null),
  text(
    'document_symbol',
    'UN symbol; empty where the document has none or it is not known',
    ({ document }) => (document?.['symbol'] as string | null | undefined) ?? null,
  ),
  text(
    'document_title',
    'Title of the document',
    ({ document }) => (document?.['title'] as string | null | undefined) ?? null,
  ),
  text('document_id', 'Id of the document', ({ document }) => document?.id ?? null),
  text(
    'cycle',
    'Cycle of reporting or of the review',
    ({ document }) => (document?.['cycle'] as string | null | undefined) ?? null,
  ),
  {
    name: 'adopted_on',
    type: 'date',
    describe: 'When the document was adopted, as precisely as the source says',
    value: ({ document }) => (document?.['adoptedOn'] as string | null | undefined) ?? null,
  },
  {
    name: 'published_on',
    type: 'date',
    describe: 'When it was published',
    value: ({ document }) => (document?.['publishedOn'] as string | null | undefined) ?? null,
  },
  { name: 'year', type: 'integer', describe: 'Year of the document', value: ({ year }) => year },
  text('paragraph', 'Paragraph as printed', ({ paragraph }) => paragraph),
  text('kind', 'RECOMMENDATION, CONCERN, POSITIVE or URGENT', ({ kind }) => kind),
  text(
    'position',
    "The State's answer at the Universal Periodic Review; empty where not known",
    ({ position }) => position,
  ),
  text('summary', 'Summary in our own words, never a quotation', ({ summary }) => summary),
  text('text', 'Wording as imported', (record) => record.text),
  text('text_language', 'Language of `text` (BCP 47)', ({ textLanguage }) => textLanguage),
  ...pair(
    'recommending_states',
    'recommending_state',
    'States that made it, at the Universal Periodic Review',
    (record) => record.recommendingStates,
  ),
  ...TAG_FIELD_NAMES.flatMap((field) => {
    const [plural, singular, describe] = TAG_COLUMNS[field]
    return pair(plural, singular, `${describe}: facts and our own classification`, ({ tags }) => tags[field])
  }),
  ...pair(
    'suggested_tags',
    'suggested_tag',
    'Suggested themes, rights, groups and targets, confirmed by nobody',
    ({ suggestedTags }) => TAG_FIELD_NAMES.flatMap((field) => suggestedTags[field]),
  ),
  ...ROLE_COLUMNS.flatMap(([role, plural, singular, describe]) =>
    pair(plural, singular, `Bodies ${describe}, as a source says or a person confirmed`, ({ responsibilities }) =>
      bodiesOf(responsibilities, role),
    ),
  ),
  ...ROLE_COLUMNS.flatMap(([role, plural, singular, describe]) =>
    pair(
      `suggested_${plural}`,
      `suggested_${singular}`,
      `Suggested bodies ${describe}, confirmed by nobody`,
      ({ suggestedResponsibilities }) => bodiesOf(suggestedResponsibilities, role),
    ),
  ),
  ...pair(
    'working_groups',
    'working_group',
    'Thematic working groups that follow it',
    (record) => record.workingGroups,
  ),
  ...pair('initiatives', 'initiative', 'Initiatives that support it', (record) => record.initiatives),
  ...pair(
    'suggested_initiatives',
    'suggested_initiative',
    'Initiatives suggested to support it, confirmed by nobody',
    (record) => record.suggestedInitiatives,
  ),
  ...pair('indicators', 'indicator', 'Indicators that measure it', (record) => record.indicators),
  ...(['SAME_ASK', 'RELATED'] as const).flatMap((kind) => [
    list(
      `${kind.toLowerCase()}_ids`,
      kind === 'SAME_ASK' ? 'Recommendations confirmed to ask for the same' : 'Recommendations confirmed to be related',
      ({ similar }) => ids(similar.filter((link) => link.kind === kind)),
    ),
    list(`suggested_${kind.toLowerCase()}_ids`, 'The same, suggested and confirmed by nobody', ({ suggestedSimilar }) =>
      ids(suggestedSimilar.filter((link) => link.kind === kind)),
    ),
  ]),
  list('cites_ids', 'Recommendations of the same document whose paragraphs it names', ({ cites }) => cites),
  ...VOICE_COLUMNS.flatMap(([voice, name, describe]): Column[] => [
    text(`assessment_${name}`, `Latest assessment by ${describe}`, (record) => latest(record, voice, 'status')),
    {
      name: `assessment_${name}_on`,
      type: 'date',
      describe: `Its date`,
      value: (record) => latest(record, voice, 'on'),
    },
  ]),
  {
    name: 'is_outdated',
    type: 'boolean',
    describe: 'Marked by an editor as overtaken by events',
    value: ({ isOutdated }) => isOutdated,
  },
  text('outdated_reason', 'Why', ({ outdatedReason }) => outdatedReason),
  list('sources', 'Where it was read', ({ sources }) => sources.map(({ citation }) => citation)),
  {
    name: 'source_url',
    type: 'link',
    describe: 'Address of the first source',
    value: ({ sources }) => sources[0]?.url ?? null,
  },
  list('source_ids', "Ids in the sources' own systems", ({ imported }) => imported.sourceIds),
  list('imported_from', 'Files that say it', ({ imported }) => imported.importedFrom),
  {
    name: 'gone_from_source_on',
    type: 'date',
    describe: 'Since when its source no longer lists it',
    value: ({ imported }) => imported.goneFromSourceOn,
  },
  {
    name: 'part',
    type: 'integer',
    describe: 'Which of several wordings in one paragraph, from 1',
    value: ({ imported }) => imported.part,
  },
  text('heading', 'Heading over it in the document', ({ imported }) => imported.heading),
  text('position_printed', 'Position as its file prints it', ({ imported }) => imported.positionPrinted),
  list('printed_states', 'Recommending States as printed', ({ imported }) => imported.printedStates),
  list('printed_themes', 'Themes as printed', ({ imported }) => imported.printedThemes),
  list('printed_affected_groups', 'Affected groups as printed', ({ imported }) => imported.printedAffectedGroups),
  list('printed_sdgs', 'SDG targets and goals as printed', ({ imported }) => imported.printedSdgs),
  text(
    'responsibilities',
    'Every responsibility whole, facts and suggestions, as JSON: id, role, basis, state, confidence, method, note, decidedOn, source',
    ({ responsibilities, suggestedResponsibilities }) =>
      whole([...responsibilities, ...suggestedResponsibilities].map(({ body, ...rest }) => ({ id: body.id, ...rest }))),
  ),
  text(
    'tags',
    'Every tag whole, facts and suggestions, as JSON: id, basis, state, score, method, note',
    ({ tags, suggestedTags }) =>
      whole(
        TAG_FIELD_NAMES.flatMap((field) => [...tags[field], ...suggestedTags[field]]).map(
          ({ name: _name, nameKm: _nameKm, ...tag }) => tag,
        ),
      ),
  ),
]

export const COLUMN_NAMES: readonly string[] = COLUMNS.map(({ name }) => name)
