/**
 * Rows of the built-in files to nodes and relationships, value by value as README.md says. Pure: no file, no database.
 * A row that names something which is not there is refused with file, row and column; the rest goes on.
 */
import { lastDayOf, yearOf } from '../../dates/partial-date.ts'
import { isSuggestionBasis, toId, type Label, type RelationshipType } from '../../model/index.ts'
import {
  findStateCode,
  listPlaces,
  naturalOrderKey,
  searchProperties,
  stateNames,
  type FoundWith,
} from '../../text/index.ts'
import { listOf, type Refusal, type Row, type Tables } from './read.ts'
import type { FileName } from './files.ts'

type Value = string | number | boolean | readonly string[] | null
export type NodeRow = { readonly id: string; readonly properties: Readonly<Record<string, Value>> }
export type RelationshipRow = {
  readonly from: string
  readonly to: string
  readonly properties: Readonly<Record<string, Value>>
}
export type RelationshipBatch = {
  readonly type: RelationshipType
  readonly from: Label
  readonly to: Label
  readonly rows: RelationshipRow[]
}
export type MappedGraph = {
  readonly nodes: ReadonlyMap<Label, readonly NodeRow[]>
  readonly relationships: readonly RelationshipBatch[]
  readonly refused: readonly Refusal[]
}

export const STATE_CODE = 'KHM'
/** Day for which deadlines.csv records its statuses. */
const STATUS_RECORDED_ON = '2022-11-30'

const upper = (value: string): string => value.toUpperCase().replaceAll('-', '_')
const KIND: Record<string, string> = {
  recommendation: 'RECOMMENDATION',
  concern: 'CONCERN',
  'urgent-measure': 'URGENT',
}
const POSITION: Record<string, string> = { accepted: 'SUPPORTED', noted: 'NOTED' }
const BASIS: Record<string, string> = {
  'named-in-document': 'NAMED_IN_TEXT',
  'named-in-source': 'NAMED_IN_TEXT',
  'published-matrix': 'PUBLISHED_MATRIX',
  mandate: 'MANDATE',
  follows: 'FOLLOWS',
}
const LABEL_OF_TARGET: Record<string, Label> = {
  recommendation: 'Recommendation',
  organisation: 'Organisation',
  resource: 'Resource',
  theme: 'Theme',
  mechanism: 'Mechanism',
  deadline: 'Deadline',
  entity: 'GovernmentBody',
  document: 'ReviewDocument',
  twg: 'WorkingGroup',
  indicator: 'Indicator',
  event: 'Event',
}

/** A state for what needs one: suggestions wait for a decision, facts have none. */
const stateOf = (basis: string): string | null => (isSuggestionBasis(basis) ? 'SUGGESTED' : null)

/** The citations of a source cell: separated by ";" outside brackets. */
export function citationsOf(source: string): string[] {
  return source
    .split(/;(?![^(]*\))/)
    .map((citation) => citation.trim())
    .filter((citation) => citation !== '')
}

class Mapper {
  readonly nodes = new Map<Label, NodeRow[]>()
  readonly #ids = new Set<string>()
  readonly #names = new Map<string, string>()
  readonly #batches = new Map<string, RelationshipBatch>()
  readonly refused: Refusal[] = []
  readonly namesKm: ReadonlyMap<string, string>

  constructor(namesKm: ReadonlyMap<string, string>) {
    this.namesKm = namesKm
  }

  nameOf(id: string): string | null {
    return this.#names.get(id) ?? null
  }

  has(id: string): boolean {
    return this.#ids.has(id)
  }

  /** Adds a node; `foundWith` is what full-text search finds it by besides its own properties. */
  add(label: Label, id: string, properties: Record<string, Value>, foundWith: FoundWith = {}): void {
    if (this.#ids.has(id)) return
    this.#ids.add(id)
    if (typeof properties['name'] === 'string') this.#names.set(id, properties['name'])
    const nameKm = this.namesKm.get(id) ?? null
    const whole = nameKm === null ? properties : { ...properties, nameKm }
    const kept = Object.fromEntries(Object.entries(whole).map(([name, value]) => [name, value === '' ? null : value]))
    const source = properties['source']
    const citations = typeof source === 'string' ? citationsOf(source) : []
    const rows = this.nodes.get(label) ?? []
    rows.push({
      id,
      properties: {
        ...kept,
        citations,
        ...searchProperties(label, kept, foundWith),
      },
    })
    this.nodes.set(label, rows)
  }

  relate(
    type: RelationshipType,
    [from, fromId]: [Label, string],
    [to, toId_]: [Label, string],
    properties: Record<string, Value> = {},
  ): void {
    const name = `${from} ${type} ${to}`
    const batch = this.#batches.get(name) ?? { type, from, to, rows: [] }
    batch.rows.push({ from: fromId, to: toId_, properties })
    this.#batches.set(name, batch)
  }

  get relationships(): RelationshipBatch[] {
    return [...this.#batches.values()]
  }

  /** The id of what a cell names among the labels given, or null after refusing the row. */
  resolve(
    file: FileName,
    row: Row,
    column: string,
    key: string,
    labels: readonly Label[],
    list: string,
  ): { label: Label; id: string } | null {
    for (const label of labels) {
      const id = toId(label, key)
      if (this.has(id)) return { label, id }
    }
    this.refused.push({ file, row: row.line, column, value: key, expected: `an id that stands in ${list}` })
    return null
  }

  /** All of a list cell, or null after refusing the row for the first that is not there. */
  resolveAll(
    file: FileName,
    row: Row,
    column: string,
    labels: readonly Label[],
    list: string,
  ): { label: Label; id: string }[] | null {
    const found = []
    for (const key of listOf(row.values[column])) {
      const one = this.resolve(file, row, column, key, labels, list)
      if (one === null) return null
      found.push(one)
    }
    return found
  }
}

/** The year of a document and where it was read; its id ends in the year where no source read gives a date. */
export function yearOfDocument(
  id: string,
  adoptedOn: string,
  publishedOn: string,
): { year: number | null; yearBasis: string | null; sortOn: string | null } {
  if (adoptedOn !== '') return { year: yearOf(adoptedOn), yearBasis: 'ADOPTED', sortOn: lastDayOf(adoptedOn) }
  if (publishedOn !== '') return { year: yearOf(publishedOn), yearBasis: 'PUBLISHED', sortOn: lastDayOf(publishedOn) }
  const year = /(?:^|-)((?:19|20)\d{2})(?:-|$)/.exec(id)?.[1]
  return year === undefined
    ? { year: null, yearBasis: null, sortOn: null }
    : { year: Number(year), yearBasis: 'DOCUMENT_ID', sortOn: lastDayOf(year) }
}

/** Session of the UPR Working Group that a cycle names, as in "2nd cycle (18th session)"; null where it names none. */
const sessionOf = (cycle: string): number | null => {
  const session = /\((\d+)(?:st|nd|rd|th) session\)/.exec(cycle)?.[1]
  return session === undefined ? null : Number(session)
}

/** Everything the rows say, as batches ready to write. Rows refused here are those whose references do not resolve. */
export function mapTables(tables: Tables): MappedGraph {
  const map = new Mapper(
    new Map(tables['names_km.csv'].map(({ values }) => [values['id'] ?? '', values['name_km'] ?? ''])),
  )
  const each = (file: FileName, visit: (value: (column: string) => string, row: Row) => void): void => {
    for (const row of tables[file]) visit((column) => row.values[column] ?? '', row)
  }
  const addState = (code: string): string => {
    const id = toId('State', code)
    const { name, nameKm } = stateNames(code)
    map.add('State', id, { code, name, nameKm, source: 'ISO 3166-1, names by i18n-iso-countries' })
    return id
  }
  const stateId = addState(STATE_CODE)
  const ofState = (label: Label, id: string): void => map.relate('OF_STATE', [label, id], ['State', stateId])

  const treatyNames = new Map<string, string>()
  each('mechanisms.csv', (value) => {
    const id = toId('Mechanism', value('id'))
    if (value('treaty') !== '') treatyNames.set(value('code'), value('treaty'))
    map.add('Mechanism', id, {
      code: value('code'),
      name: value('name'),
      kind: upper(value('kind')),
      treaty: value('treaty'),
      source: value('source'),
    })
  })
  // The covenants' committees carry other short names than their treaties.
  for (const [treaty, committee] of [
    ['ICCPR', 'CCPR'],
    ['ICESCR', 'CESCR'],
    ['ICERD', 'CERD'],
  ] as const) {
    const name = treatyNames.get(committee)
    if (name !== undefined) treatyNames.set(treaty, name)
  }

  const documents = new Map<string, { symbol: string; year: number | null; sortOn: string | null; code: string }>()
  const codes = new Map(tables['mechanisms.csv'].map(({ values }) => [values['id'] ?? '', values['code'] ?? '']))
  each('documents.csv', (value, row) => {
    const mechanism = map.resolve(
      'documents.csv',
      row,
      'mechanism',
      value('mechanism'),
      ['Mechanism'],
      'mechanisms.csv',
    )
    if (mechanism === null) return
    const code = findStateCode(value('state'))
    if (code !== STATE_CODE) {
      map.refused.push({
        file: 'documents.csv',
        row: row.line,
        column: 'state',
        value: value('state'),
        expected: 'Cambodia',
      })
      return
    }
    const id = toId('ReviewDocument', value('id'))
    const { year, yearBasis, sortOn } = yearOfDocument(value('id'), value('adopted_on'), value('published_on'))
    documents.set(id, { symbol: value('symbol'), year, sortOn, code: codes.get(value('mechanism')) ?? '' })
    map.add(
      'ReviewDocument',
      id,
      {
        symbol: value('symbol'),
        title: value('title_short'),
        cycle: value('cycle'),
        session: sessionOf(value('cycle')),
        adoptedOn: value('adopted_on'),
        publishedOn: value('published_on'),
        nextReportDueOn: value('next_report_due'),
        knownTotal: value('known_total') === '' ? null : Number(value('known_total')),
        complete: value('complete') === 'yes',
        note: value('note'),
        year,
        yearBasis,
        sortOn,
        source: value('source'),
      },
      { document: codes.get(value('mechanism')) ?? null },
    )
    map.relate('ADOPTED_BY', ['ReviewDocument', id], ['Mechanism', mechanism.id])
    map.relate('REVIEWS', ['ReviewDocument', id], ['State', stateId])
  })

  const addTreaty = (code: string, source: string): string => {
    const id = toId('Treaty', code)
    const name = treatyNames.get(code) ?? null
    map.add('Treaty', id, { code, name, source })
    return id
  }
  const clusterIds = new Map<string, string>()
  each('treaties_articles.csv', (value) => {
    if (!value('id').startsWith('crc-cluster-')) return
    const id = toId('RightsCluster', value('id'))
    clusterIds.set(value('cluster'), id)
    map.add('RightsCluster', id, { treaty: value('treaty'), shortTitle: value('short_title'), source: value('source') })
    map.relate('OF_TREATY', ['RightsCluster', id], ['Treaty', addTreaty(value('treaty'), value('source'))])
  })
  each('treaties_articles.csv', (value, row) => {
    if (value('id').startsWith('crc-cluster-')) return
    const cluster = value('cluster')
    const clusterId = clusterIds.get(cluster)
    if (cluster !== '' && clusterId === undefined) {
      map.refused.push({
        file: 'treaties_articles.csv',
        row: row.line,
        column: 'cluster',
        value: cluster,
        expected: 'a cluster that stands in treaties_articles.csv',
      })
      return
    }
    const id = toId('Right', value('id'))
    const name = value('article') === '' ? value('treaty') : `${value('treaty')} ${value('article')}`
    map.add('Right', id, {
      name,
      treaty: value('treaty'),
      article: value('article'),
      articleOrder: naturalOrderKey(name),
      shortTitle: value('short_title'),
      source: value('source'),
    })
    map.relate('OF_TREATY', ['Right', id], ['Treaty', addTreaty(value('treaty'), value('source'))])
    if (clusterId !== undefined) map.relate('IN_CLUSTER', ['Right', id], ['RightsCluster', clusterId])
  })

  each('themes.csv', (value) => {
    const aliases = value('uhri_theme') === '' ? [] : [value('uhri_theme')]
    map.add('Theme', toId('Theme', value('id')), {
      name: value('name'),
      aliases,
      note: value('note'),
      source: value('source'),
    })
  })
  each('affected_groups.csv', (value) => {
    map.add('AffectedGroup', toId('AffectedGroup', value('id')), { name: value('name'), source: value('source') })
  })
  each('sdg_targets.csv', (value) => {
    const id = toId('SdgTarget', value('id'))
    const goalId = toId('SdgGoal', value('goal'))
    map.add('SdgGoal', goalId, { goal: Number(value('goal')), source: value('source') })
    map.add('SdgTarget', id, {
      target: value('target'),
      targetOrder: naturalOrderKey(value('target')),
      shortTitle: value('short_title'),
      source: value('source'),
    })
    map.relate('PART_OF', ['SdgTarget', id], ['SdgGoal', goalId])
  })

  each('ministries.csv', (value) => {
    const id = toId('GovernmentBody', value('id'))
    const nameKm = value('name_km').replaceAll('\u200B', '').normalize('NFC')
    map.add('GovernmentBody', id, {
      name: value('name'),
      acronym: value('acronym'),
      nameKm,
      kind: upper(value('kind')),
      mandateSummary: value('mandate_summary'),
      source: value('source'),
    })
    ofState('GovernmentBody', id)
  })
  each('organisations.csv', (value) => {
    const id = toId('Organisation', value('id'))
    map.add('Organisation', id, {
      name: value('name'),
      acronym: value('acronym'),
      kind: upper(value('kind')),
      provinces: listOf(value('provinces')),
      note: value('note'),
      source: value('source'),
    })
    ofState('Organisation', id)
  })
  each('twgs.csv', (value, row) => {
    const coalition = map.resolve(
      'twgs.csv',
      row,
      'coalition',
      value('coalition'),
      ['Organisation'],
      'organisations.csv',
    )
    if (coalition === null) return
    const id = toId('WorkingGroup', value('id'))
    const isNamed = value('name') !== ''
    const name = isNamed ? value('name') : `Working group ${value('number')} (unnamed in the sources)`
    map.add('WorkingGroup', id, {
      number: Number(value('number')),
      name,
      isNamed,
      note: value('note'),
      source: value('source'),
    })
    map.relate('PART_OF', ['WorkingGroup', id], ['Organisation', coalition.id])
    ofState('WorkingGroup', id)
  })

  each('recommendations.csv', (value, row) => {
    const file = 'recommendations.csv'
    const document = map.resolve(file, row, 'document', value('document'), ['ReviewDocument'], 'documents.csv')
    if (document === null) return
    const themes = map.resolveAll(file, row, 'themes', ['Theme'], 'themes.csv')
    const rights = themes && map.resolveAll(file, row, 'rights', ['Right', 'RightsCluster'], 'treaties_articles.csv')
    const groups = rights && map.resolveAll(file, row, 'affected_groups', ['AffectedGroup'], 'affected_groups.csv')
    const targets = groups && map.resolveAll(file, row, 'sdg_targets', ['SdgTarget'], 'sdg_targets.csv')
    if (targets === null || themes === null || rights === null || groups === null) return
    const printedName = value('upr_recommending_state')
    const code = printedName === '' ? null : findStateCode(printedName)
    if (printedName !== '' && code === null) {
      map.refused.push({
        file,
        row: row.line,
        column: 'upr_recommending_state',
        value: printedName,
        expected: 'the name of a State',
      })
      return
    }
    const id = toId('Recommendation', value('id'))
    const {
      symbol,
      year,
      sortOn,
      code: mechanismCode,
    } = documents.get(document.id) ?? { symbol: '', year: null, sortOn: null, code: '' }
    const paragraph = value('paragraph')
    map.add(
      'Recommendation',
      id,
      {
        paragraph,
        kind: KIND[value('kind')] ?? null,
        summary: value('summary'),
        position: POSITION[value('upr_response')] ?? null,
        sourceUrl: value('source_url'),
        outdated: false,
        stateId,
        year,
        // Empty where the document has no date: an index holds no null, and a list must hold everything.
        sortOn: sortOn ?? '',
        ...listPlaces({ id, documentId: document.id, paragraph, sortOn: sortOn ?? '' }),
        source: value('source'),
      },
      {
        documentSymbol: symbol,
        document: `${mechanismCode} ${year ?? ''}`,
        // Our summaries have words of their own: a search in the field's words finds them by their themes.
        themes: themes.map((theme) => map.nameOf(theme.id)),
      },
    )
    const recommendation: [Label, string] = ['Recommendation', id]
    map.relate('ISSUED_IN', recommendation, ['ReviewDocument', document.id])
    if (code !== null) map.relate('RECOMMENDED_BY', recommendation, ['State', addState(code)], { printedName })
    const tagging = { basis: 'OUR_CLASSIFICATION' }
    for (const tag of themes) map.relate('ABOUT', recommendation, [tag.label, tag.id], tagging)
    for (const tag of rights) map.relate('INVOKES', recommendation, [tag.label, tag.id], tagging)
    for (const tag of groups) map.relate('PROTECTS', recommendation, [tag.label, tag.id], tagging)
    for (const tag of targets) map.relate('ADVANCES', recommendation, [tag.label, tag.id], tagging)
  })

  each('ministry_assignments.csv', (value, row) => {
    const file = 'ministry_assignments.csv'
    const recommendation = map.resolve(
      file,
      row,
      'recommendation',
      value('recommendation'),
      ['Recommendation'],
      'recommendations.csv',
    )
    const body =
      recommendation && map.resolve(file, row, 'entity', value('entity'), ['GovernmentBody'], 'ministries.csv')
    if (recommendation === null || body === null) return
    const basis = BASIS[value('basis')] ?? ''
    map.relate('ADDRESSED_TO', ['Recommendation', recommendation.id], ['GovernmentBody', body.id], {
      role: value('role') === '' ? null : upper(value('role')),
      basis,
      note: value('note') || null,
      source: value('source'),
      state: stateOf(basis),
    })
  })

  each('deadlines.csv', (value, row) => {
    const mechanism =
      value('mechanism') === ''
        ? null
        : map.resolve('deadlines.csv', row, 'mechanism', value('mechanism'), ['Mechanism'], 'mechanisms.csv')
    if (value('mechanism') !== '' && mechanism === null) return
    const id = toId('Deadline', value('id'))
    const recordedStatus = value('status_as_of_2022-11-30')
    map.add(
      'Deadline',
      id,
      {
        what: value('what'),
        dueOn: value('due_on'),
        sortOn: lastDayOf(value('due_on')),
        recordedStatus,
        recordedOn: STATUS_RECORDED_ON,
        isRecordedOverdue: recordedStatus.startsWith('Overdue'),
        who: value('who'),
        source: value('source'),
      },
      { document: codes.get(value('mechanism')) ?? null },
    )
    if (mechanism !== null) map.relate('SET_BY', ['Deadline', id], ['Mechanism', mechanism.id])
    ofState('Deadline', id)
  })
  each('events.csv', (value, row) => {
    const organisers = map.resolveAll(
      'events.csv',
      row,
      'organisers',
      ['Organisation', 'GovernmentBody', 'Mechanism'],
      'organisations.csv, ministries.csv or mechanisms.csv',
    )
    if (organisers === null) return
    const id = toId('Event', value('id'))
    map.add('Event', id, {
      date: value('date'),
      sortOn: lastDayOf(value('date')),
      title: value('title'),
      chair: value('chair'),
      participants: value('participants'),
      source: value('source'),
    })
    for (const { label, id: organiser } of organisers) map.relate('ORGANISED_BY', ['Event', id], [label, organiser])
    ofState('Event', id)
  })
  each('indicators.csv', (value, row) => {
    const file = 'indicators.csv'
    const theme =
      value('theme') === '' ? undefined : map.resolve(file, row, 'theme', value('theme'), ['Theme'], 'themes.csv')
    const recommendation =
      value('recommendation') === ''
        ? undefined
        : map.resolve(file, row, 'recommendation', value('recommendation'), ['Recommendation'], 'recommendations.csv')
    if (theme === null || recommendation === null) return
    const id = toId('Indicator', value('id'))
    map.add('Indicator', id, { name: value('name'), source: value('source') })
    if (value('value') !== '') {
      const measurement = toId('Measurement', `${value('id')}-1`)
      map.add('Measurement', measurement, {
        value: value('value'),
        year: value('year') === '' ? null : Number(value('year')),
        source: value('source'),
      })
      map.relate('OF', ['Measurement', measurement], ['Indicator', id])
    }
    if (theme) map.relate('ABOUT', ['Indicator', id], ['Theme', theme.id], { basis: 'OUR_CLASSIFICATION' })
    if (recommendation) map.relate('MEASURES', ['Indicator', id], ['Recommendation', recommendation.id])
    ofState('Indicator', id)
  })
  each('resources.csv', (value, row) => {
    const themes = map.resolveAll('resources.csv', row, 'themes', ['Theme'], 'themes.csv')
    if (themes === null) return
    const id = toId('Resource', value('id'))
    map.add('Resource', id, {
      title: value('title'),
      kind: value('kind'),
      symbol: value('symbol'),
      year: value('year') === '' ? null : Number(value('year')),
      description: value('description'),
      source: value('source'),
    })
    for (const theme of themes)
      map.relate('ABOUT', ['Resource', id], ['Theme', theme.id], { basis: 'OUR_CLASSIFICATION' })
  })

  const ACTORS: readonly Label[] = ['Organisation', 'GovernmentBody']
  each('initiatives.csv', (value, row) => {
    const leads = map.resolveAll('initiatives.csv', row, 'lead', ACTORS, 'organisations.csv or ministries.csv')
    const partners =
      leads && map.resolveAll('initiatives.csv', row, 'partners', ACTORS, 'organisations.csv or ministries.csv')
    if (leads === null || partners === null) return
    const id = toId('Initiative', value('id'))
    map.add('Initiative', id, {
      number: value('number'),
      numberOrder: naturalOrderKey(value('number')),
      pillar: upper(value('pillar')),
      category: value('category'),
      summary: value('summary'),
      startsOn: value('timeframe_start'),
      endsOn: value('timeframe_end'),
      timeframeNote: value('timeframe_note'),
      source: value('source'),
    })
    for (const actor of leads) map.relate('LEADS', [actor.label, actor.id], ['Initiative', id])
    for (const actor of partners) map.relate('PARTNERS_IN', [actor.label, actor.id], ['Initiative', id])
    ofState('Initiative', id)
  })
  each('initiative_links.csv', (value, row) => {
    const file = 'initiative_links.csv'
    const label = LABEL_OF_TARGET[value('target_type')]
    if (label === undefined) return
    const initiative = map.resolve(file, row, 'initiative', value('initiative'), ['Initiative'], 'initiatives.csv')
    const target =
      initiative && map.resolve(file, row, 'target', value('target'), [label], `the file of ${value('target_type')}s`)
    if (initiative === null || target === null) return
    const basis = BASIS[value('basis')] ?? ''
    map.relate(
      label === 'Recommendation' ? 'SUPPORTS' : 'INVOLVES',
      ['Initiative', initiative.id],
      [label, target.id],
      {
        basis,
        note: value('note') || null,
        source: value('source'),
        state: stateOf(basis),
      },
    )
  })

  return { nodes: map.nodes, relationships: map.relationships, refused: map.refused }
}
