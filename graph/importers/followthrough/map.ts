/** One recommendation of our own export, from a row or from JSON, to a record. Pure. */
import { isPartialDate } from '../../dates/partial-date.ts'
import { RECOMMENDATION_KINDS, UPR_POSITIONS } from '../../model/values.ts'
import { isStateCode } from '../../text/index.ts'
import { NO_DOCUMENT, recommendation, uprDocument } from '../build.ts'
import { refusal } from '../files/tables.ts'
import type { Described, Place, ReadItem, ReadLabel, StoredValue } from '../records.ts'
import { findMechanism, sessionOf } from '../understanding/index.ts'
import { sourcesOf, thingOf, thingOfName } from './whole.ts'

/** Values of an export by the names of its CSV columns (docs/exports.md). Lists are empty, texts '' where nothing stands. */
export type OwnRow = {
  readonly text: (column: string) => string
  readonly list: (column: string) => readonly string[]
  /** What the row says besides, of the recommendation with this id. */
  readonly describe: (id: string) => Described
}

/** Pairs of columns with names and ids of the same things. */
const NAMED: readonly (readonly [names: string, ids: string])[] = [
  ['state', 'state_id'],
  ['mechanism', 'mechanism_id'],
  ['recommending_states', 'recommending_state_ids'],
  ['themes', 'theme_ids'],
  ['rights', 'right_ids'],
  ['rights_clusters', 'rights_cluster_ids'],
  ['affected_groups', 'affected_group_ids'],
  ['sdg_targets', 'sdg_target_ids'],
  ['sdg_goals', 'sdg_goal_ids'],
  ['suggested_tags', 'suggested_tag_ids'],
  ...['', 'suggested_'].flatMap((before): [string, string][] => [
    [`${before}lead_bodies`, `${before}lead_body_ids`],
    [`${before}support_bodies`, `${before}support_body_ids`],
    [`${before}oversight_bodies`, `${before}oversight_body_ids`],
    [`${before}bodies_without_role`, `${before}body_without_role_ids`],
    [`${before}initiatives`, `${before}initiative_ids`],
  ]),
  ['working_groups', 'working_group_ids'],
  ['indicators', 'indicator_ids'],
]

/** Things that the rows of a table name, each given once. What a workbook says of them in full comes in its other sheets. */
export class NamedThings {
  readonly #seen = new Set<string>()

  itemsOf({ text, list }: OwnRow, place: Place): ReadItem[] {
    const items: ReadItem[] = []
    for (const [names, ids] of NAMED)
      for (const [index, id] of list(ids).entries()) {
        if (this.#seen.has(id)) continue
        this.#seen.add(id)
        const thing = thingOfName(id, list(names)[index] ?? '')
        if (thing !== null && thing.label !== 'Recommendation') items.push({ is: 'thing', place, thing })
      }
    const id = text('document_id')
    if (id === '' || this.#seen.has(id)) return items
    this.#seen.add(id)
    const thing = thingOf({
      id,
      symbol: text('document_symbol') || null,
      title: text('document_title') || null,
      cycle: text('cycle') || null,
      adoptedOn: text('adopted_on') || null,
      publishedOn: text('published_on') || null,
      year: text('year') === '' ? null : Number(text('year')),
    })
    if (thing !== null) items.push({ is: 'thing', place, thing })
    return items
  }
}

/** Lists that the graph keeps as a source printed them: column -> property. */
const KEPT_LISTS = [
  ['printed_states', 'printedStates'],
  ['printed_themes', 'printedThemes'],
  ['printed_affected_groups', 'printedAffectedGroups'],
  ['printed_sdgs', 'printedSdgs'],
  ['source_ids', 'sourceIds'],
  ['imported_from', 'importedFrom'],
] as const

/** Names and ids of the same things, in the same order. */
const pairs = ({ list }: OwnRow, names: string, ids: string): ReadLabel[] =>
  list(ids).map((id, index) => ({ printed: list(names)[index] ?? id, id }))

export function itemsOf(row: OwnRow, place: Place): ReadItem[] {
  const { text, list } = row
  const refuse = (column: string, reason: string): ReadItem[] => [refusal(place, column, text(column), reason)]
  const state = text('state_id').replace(/^state:/, '')
  if (!isStateCode(state)) return refuse('state_id', 'No State has this id. Expected one such as state:KHM.')
  const mechanism = findMechanism(text('mechanism')) ?? text('mechanism').trim()
  if (mechanism === '') return refuse('mechanism', 'No mechanism is named. Expected its code, CRC say.')
  const kind = RECOMMENDATION_KINDS.find((one) => one === text('kind'))
  if (kind === undefined) return refuse('kind', `Expected one of ${RECOMMENDATION_KINDS.join(', ')}.`)
  const position = UPR_POSITIONS.find((one) => one === text('position')) ?? null
  if (position === null && text('position') !== '')
    return refuse('position', `Expected one of ${UPR_POSITIONS.join(', ')}, or nothing.`)
  const part = text('part')
  if (part !== '' && !/^[1-9]\d*$/.test(part)) return refuse('part', 'Expected a number from 1 on, or nothing.')
  for (const column of ['adopted_on', 'published_on', 'gone_from_source_on'])
    if (text(column) !== '' && !isPartialDate(text(column)))
      return refuse(column, 'Expected a date as 2022, 2022-06 or 2022-06-03.')
  if (text('text') === '' && text('summary') === '')
    return refuse('text', 'The recommendation has neither text nor summary. Expected one of them.')

  const known = {
    symbol: text('document_symbol') || null,
    title: text('document_title') || null,
    publishedOn: text('published_on') || null,
    adoptedOn: text('adopted_on') || null,
    sourceId: text('document_id') || null,
    year: /^\d{4}$/.test(text('year')) ? Number(text('year')) : null,
  }
  const session = sessionOf(/\d{1,2}(?:st|nd|rd|th) session/i.exec(text('cycle'))?.[0] ?? '')
  const more: Record<string, StoredValue> = { ...sourcesOf(list('sources')) }
  if (text('summary') !== '') more['summary'] = text('summary')
  if (text('source_url') !== '') more['sourceUrl'] = text('source_url')
  if (text('is_outdated').toLowerCase() === 'true') more['outdated'] = true
  if (text('outdated_reason') !== '') more['outdatedReason'] = text('outdated_reason')
  if (text('gone_from_source_on') !== '') more['goneFromSourceOn'] = text('gone_from_source_on')
  for (const [column, name] of KEPT_LISTS) if (list(column).length > 0) more[name] = [...list(column)]
  const { relationships, things, links } = row.describe(text('id'))
  return [
    {
      is: 'recommendation',
      recommendation: recommendation({
        place,
        sourceId: text('id') || null,
        state,
        mechanism,
        document: mechanism === 'UPR' ? uprDocument(session, known) : { ...NO_DOCUMENT, ...known },
        paragraph: text('paragraph') || null,
        part: part === '' ? null : Number(part),
        heading: text('heading') || null,
        kind,
        text: text('text'),
        textLanguage: text('text_language'),
        position,
        positionPrinted: text('position_printed') || null,
        recommendingStates: list('recommending_state_ids').map((id, index) => ({
          printed: list('recommending_states')[index] ?? id,
          code: id.replace(/^state:/, ''),
        })),
        themes: pairs(row, 'themes', 'theme_ids'),
        affectedGroups: pairs(row, 'affected_groups', 'affected_group_ids'),
        sdgs: [...pairs(row, 'sdg_targets', 'sdg_target_ids'), ...pairs(row, 'sdg_goals', 'sdg_goal_ids')],
        rights: [...pairs(row, 'rights', 'right_ids'), ...pairs(row, 'rights_clusters', 'rights_cluster_ids')],
        more,
        relationships,
      }),
    },
    ...(things.length > 0 || links.length > 0 ? [{ is: 'afterwards' as const, place, things, links }] : []),
  ]
}
