/** The files of the built-in set and what each column may hold. `keys` is a list of ids separated by ";". */

type Required = { readonly isRequired?: boolean }
export type Column = (
  | { readonly kind: 'text' | 'key' | 'keys' | 'date' | 'integer' }
  | { readonly kind: 'enum'; readonly values: readonly string[] }
) &
  Required

const text: Column = { kind: 'text' }
const words: Column = { kind: 'text', isRequired: true }
const id: Column = { kind: 'key', isRequired: true }
const key: Column = { kind: 'key' }
const keys: Column = { kind: 'keys' }
const date: Column = { kind: 'date' }
const integer: Column = { kind: 'integer' }
const oneOf = (...values: string[]): Column => ({ kind: 'enum', values, isRequired: true })
const perhaps = (...values: string[]): Column => ({ kind: 'enum', values })

const source = words

export const FILES = {
  'mechanisms.csv': {
    id,
    code: words,
    name: words,
    kind: oneOf('treaty-body', 'upr', 'special-procedure'),
    treaty: text,
    source,
  },
  'documents.csv': {
    id,
    symbol: text,
    title_short: words,
    mechanism: id,
    state: words,
    cycle: text,
    adopted_on: date,
    published_on: date,
    next_report_due: date,
    known_total: integer,
    complete: oneOf('yes', 'no'),
    note: text,
    source,
  },
  'treaties_articles.csv': { id, treaty: words, article: text, short_title: words, cluster: text, source },
  'themes.csv': { id, name: words, uhri_theme: text, note: text, source },
  'affected_groups.csv': { id, name: words, source },
  'sdg_targets.csv': {
    id,
    goal: { kind: 'integer', isRequired: true } as Column,
    target: words,
    short_title: words,
    source,
  },
  'ministries.csv': {
    id,
    name: words,
    acronym: text,
    name_km: text,
    kind: oneOf('ministry', 'agency', 'council', 'committee', 'sub-national', 'court'),
    mandate_summary: text,
    source,
  },
  'organisations.csv': {
    id,
    name: words,
    acronym: text,
    kind: oneOf(
      'coalition',
      'network',
      'child-youth-led-network',
      'ngo',
      'international-ngo',
      'un',
      'donor',
      'programme',
    ),
    provinces: text,
    note: text,
    source,
  },
  'twgs.csv': {
    id,
    number: { kind: 'integer', isRequired: true } as Column,
    name: text,
    coalition: id,
    note: text,
    source,
  },
  'recommendations.csv': {
    id,
    document: id,
    paragraph: text,
    kind: oneOf('recommendation', 'concern', 'urgent-measure'),
    summary: words,
    upr_recommending_state: text,
    upr_response: perhaps('accepted', 'noted'),
    themes: keys,
    rights: keys,
    affected_groups: keys,
    sdg_targets: keys,
    source,
    source_url: text,
  },
  'ministry_assignments.csv': {
    recommendation: id,
    entity: id,
    role: perhaps('lead', 'support', 'oversight'),
    basis: oneOf('named-in-document', 'published-matrix', 'mandate'),
    note: text,
    source,
  },
  'deadlines.csv': {
    id,
    mechanism: key,
    what: words,
    due_on: { kind: 'date', isRequired: true } as Column,
    'status_as_of_2022-11-30': words,
    who: text,
    source,
  },
  'events.csv': {
    id,
    date: { kind: 'date', isRequired: true } as Column,
    title: words,
    organisers: keys,
    chair: text,
    participants: text,
    source,
  },
  'indicators.csv': { id, name: words, value: text, year: integer, theme: key, recommendation: key, source },
  'resources.csv': {
    id,
    title: words,
    kind: words,
    symbol: text,
    year: integer,
    description: text,
    themes: keys,
    source,
  },
  'initiatives.csv': {
    id,
    number: words,
    pillar: oneOf('civil-society', 'dissemination', 'government', 'child-participation'),
    category: text,
    summary: words,
    timeframe_start: date,
    timeframe_end: date,
    timeframe_note: text,
    lead: keys,
    partners: keys,
    source,
  },
  'initiative_links.csv': {
    initiative: id,
    target_type: oneOf(
      'recommendation',
      'organisation',
      'resource',
      'theme',
      'mechanism',
      'deadline',
      'entity',
      'document',
      'twg',
      'indicator',
      'event',
    ),
    target: id,
    basis: oneOf('named-in-source', 'follows'),
    note: text,
    source,
  },
  'names_km.csv': { id: { kind: 'text', isRequired: true } as Column, name_km: words, source },
  'upr_info_crosswalk.csv': { session: integer, recommending_state: text, text_sha256: words, recommendation: id },
} as const satisfies Record<string, Readonly<Record<string, Column>>>

export type FileName = keyof typeof FILES
