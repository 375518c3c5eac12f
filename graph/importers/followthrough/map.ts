/** One recommendation of our own export, from a row or from JSON, to a record. Pure. */
import { isPartialDate } from '../../dates/partial-date.ts'
import { RECOMMENDATION_KINDS, UPR_POSITIONS } from '../../model/values.ts'
import { isStateCode } from '../../text/index.ts'
import { NO_DOCUMENT, recommendation, uprDocument } from '../build.ts'
import type { CountedDoubts } from '../doubts.ts'
import { refusal } from '../files/tables.ts'
import type { Place, ReadItem, ReadLabel } from '../records.ts'
import { findMechanism, sessionOf } from '../understanding/index.ts'

/** Values of an export by the names of its CSV columns (docs/exports.md). Lists are empty, texts '' where nothing stands. */
export type OwnRow = {
  readonly text: (column: string) => string
  readonly list: (column: string) => readonly string[]
}

/** What a recommendation carries beyond what an import takes: shown as a doubt where a row has it, never dropped in silence. */
const NOT_TAKEN = [
  'responsibilities',
  'working_group_ids',
  'initiative_ids',
  'indicator_ids',
  'same_ask_ids',
  'related_ids',
  'assessment_state',
  'assessment_civil_society',
  'assessment_un',
]

/** Names and ids of the same things, in the same order. */
const pairs = ({ list }: OwnRow, names: string, ids: string): ReadLabel[] =>
  list(ids).map((id, index) => ({ printed: list(names)[index] ?? id, id }))

export function itemsOf(row: OwnRow, place: Place, doubts: CountedDoubts): ReadItem[] {
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
  for (const column of ['adopted_on', 'published_on'])
    if (text(column) !== '' && !isPartialDate(text(column)))
      return refuse(column, 'Expected a date as 2022, 2022-06 or 2022-06-03.')
  if (text('text') === '' && text('summary') === '')
    return refuse('text', 'The recommendation has neither text nor summary. Expected one of them.')

  for (const column of NOT_TAKEN)
    if (text(column) !== '')
      doubts.note(
        `The column ${column} says what people and sources added; an import leaves it as the graph has it`,
        place,
      )
  const known = {
    symbol: text('document_symbol') || null,
    title: text('document_title') || null,
    publishedOn: text('published_on') || null,
    adoptedOn: text('adopted_on') || null,
    sourceId: text('document_id') || null,
  }
  const session = sessionOf(/\d{1,2}(?:st|nd|rd|th) session/i.exec(text('cycle'))?.[0] ?? '')
  const more: Record<string, string | boolean> = {}
  if (text('summary') !== '') more['summary'] = text('summary')
  if (text('source_url') !== '') more['sourceUrl'] = text('source_url')
  if (text('is_outdated').toLowerCase() === 'true') more['outdated'] = true
  if (text('outdated_reason') !== '') more['outdatedReason'] = text('outdated_reason')
  const printed = list('printed_states')
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
        textLanguage: text('text_language') || 'en',
        position,
        positionPrinted: text('position_printed') || null,
        recommendingStates: list('recommending_state_ids').map((id, index) => ({
          printed: printed[index] ?? list('recommending_states')[index] ?? id,
          code: id.replace(/^state:/, ''),
        })),
        themes: pairs(row, 'themes', 'theme_ids'),
        affectedGroups: pairs(row, 'affected_groups', 'affected_group_ids'),
        sdgs: [...pairs(row, 'sdg_targets', 'sdg_target_ids'), ...pairs(row, 'sdg_goals', 'sdg_goal_ids')],
        rights: [...pairs(row, 'rights', 'right_ids'), ...pairs(row, 'rights_clusters', 'rights_cluster_ids')],
        more,
      }),
    },
  ]
}
