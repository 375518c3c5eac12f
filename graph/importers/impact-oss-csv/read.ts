/** Reads recommendations of IMPACT OSS, from a file made for its import or from its export (README.md beside this file). */
import { CountedDoubts } from '../doubts.ts'
import { openTable, withCells, type Table, type TableRow } from '../files/tables.ts'
import type { ReadItem, ReadOptions } from '../records.ts'
import type { Field } from '../spreadsheets/fields.ts'
import { itemsOf } from '../spreadsheets/map.ts'
import { isStateCode } from '../../text/index.ts'
import { findMechanism, findState, plainText } from '../understanding/index.ts'
import { unreadable } from '../unreadable-file.ts'

/** In an import file only the part in brackets counts: "Reference [database:reference]" is reference. */
const BRACKETED = /\[(database|rel):([a-z_-]+)\]\s*$/

/** Name of a column, whatever stands in front of the brackets. */
const nameOf = (header: string): string => BRACKETED.exec(header)?.[2] ?? header.trim().toLowerCase()

/** Whether names of columns are those of IMPACT OSS, in a file for its import or in its export. */
export const claims = (header: readonly string[]): boolean =>
  header.some((name) => BRACKETED.test(name)) ||
  (header.includes('support_level') && header.includes('reference') && header.includes('title'))

/** Columns of the export that hold names from the taxonomies, and the field each becomes. */
const TAXONOMIES: Readonly<Record<string, Field>> = {
  human_rights_body: 'mechanism',
  human_rights_bodies: 'mechanism',
  recommending_state: 'recommendingStates',
  recommending_states: 'recommendingStates',
  human_rights_issue: 'themes',
  human_rights_issues: 'themes',
  affected_persons: 'affectedGroups',
  government_agencies: 'bodies',
  government_agency: 'bodies',
  sdgs: 'sdgs',
  cycle: 'cycle',
  cycles: 'cycle',
}

/** "Rights of the child [SHORT]" by its title; "Denmark [DNK]" is Denmark; lines keep their "- ". */
const withoutShort = (cell: string): string =>
  cell
    .split('\n')
    .map((line) => line.replace(/\s*\[[^\]]*\]\s*$/, ''))
    .join('\n')

type Columns = {
  readonly find: (name: string) => number
  readonly related: readonly number[]
  readonly taxonomies: ReadonlyMap<Field, number>
}

function columnsOf(table: Table): Columns {
  const names = table.header.map(nameOf)
  const taxonomies = new Map<Field, number>()
  names.forEach((name, column) => {
    const field = TAXONOMIES[name]
    if (field !== undefined) taxonomies.set(field, column)
  })
  return {
    find: (name) => names.indexOf(name),
    related: names.flatMap((name, column) => (name.startsWith('category-short-title') ? [column] : [])),
    taxonomies,
  }
}

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const table = await openTable(path, options)
  const { find, related, taxonomies } = columnsOf(table)
  const at = `row ${table.place.row}`
  if (find('title') < 0 && find('description') < 0)
    throw unreadable({
      file: options.fileName,
      at,
      found: 'no column for title or description',
      expected: 'recommendations of IMPACT OSS',
    })
  if (find('outcome') >= 0 || find('target_date') >= 0 || find('frequency_months') >= 0)
    throw unreadable({
      file: options.fileName,
      at,
      found: 'actions or indicators of IMPACT OSS',
      expected: 'its recommendations',
    })
  if (options.state === null)
    throw unreadable({
      file: options.fileName,
      at: null,
      found: 'no State, as in every file of IMPACT OSS',
      expected: '--state with the ISO code of the State, KHM say',
    })

  const doubts = new CountedDoubts()
  const cell = (row: TableRow, name: string): string => row.values[find(name)] ?? ''
  for await (const row of table.rows) {
    if ('is' in row) {
      yield row
      continue
    }
    const framework = cell(row, 'framework_id').trim()
    if (framework !== '' && framework !== '1') {
      yield {
        is: 'skipped',
        place: row.place,
        reason: 'Of another framework than human rights (SDGs or national plan)',
      }
      continue
    }
    // Short titles are separated by commas, which none of them may hold: bodies and States are told apart by what is known.
    const short = related.flatMap((column) => (row.values[column] ?? '').split(',')).map((title) => title.trim())
    const title = plainText(cell(row, 'title')).replace(/\s*\[draft\]\s*$/, '')
    const reference = plainText(cell(row, 'reference'))
    const value = (field: Field): string => {
      const taxonomy = taxonomies.get(field)
      if (taxonomy !== undefined) {
        const printed = row.values[taxonomy] ?? ''
        return field === 'mechanism' && findMechanism(withoutShort(printed)) === null
          ? (/\[([^\]]+)\]\s*$/.exec(printed)?.[1] ?? printed)
          : withoutShort(printed)
      }
      switch (field) {
        case 'text':
          return plainText(cell(row, 'description')) || title
        case 'sourceId':
          return reference
        case 'paragraph':
          return /^\d+(?:\.\d+)*(?:\([a-z]\))?$/.test(reference) ? reference : ''
        case 'position':
          return cell(row, 'support_level')
        case 'mechanism':
          return short.find((one) => findMechanism(one) !== null) ?? ''
        case 'recommendingStates':
          return short
            .filter((one) => findMechanism(one) === null && (isStateCode(one) || findState(one).code !== null))
            .join('\n')
        default:
          return ''
      }
    }
    const items = itemsOf({ place: row.place, value, nameOf: (field) => field }, options, doubts)
    for (const item of withCells(table, row, items)) {
      if (item.is === 'recommendation' && plainText(cell(row, 'response')) !== '')
        doubts.note('The response of the State under review has no place in the graph yet; it is left out', row.place)
      yield item
    }
  }
  yield* doubts.items()
}
