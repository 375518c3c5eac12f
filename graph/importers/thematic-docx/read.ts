/** Reads OHCHR's thematic list of recommendations, a Word table of three generations (README.md beside this file). */
import { NO_DOCUMENT, labels, position, recommendation, uprDocument, wordingsOf } from '../build.ts'
import { CountedDoubts } from '../doubts.ts'
import { foldHeader, refusal, withCellsOf } from '../files/tables.ts'
import { readPageHeaders, readWordTables, type WordRow } from '../files/word-tables.ts'
import type { Place, ReadItem, ReadOptions, ReadRecommendation } from '../records.ts'
import { unreadable } from '../unreadable-file.ts'
import {
  findAffectedGroup,
  findSdg,
  findState,
  findTheme,
  isIntroduction,
  parseSymbol,
  plainText,
  readUprNumber,
  sessionOf,
  takePositionSource,
} from '../understanding/index.ts'

type Columns = {
  readonly text: number
  readonly position: number
  readonly themes: number
  readonly sdgs: number | null
}

/** Columns by the words their heads begin with, in all generations; null where the row is no head of such a list. */
export function columnsOf(cells: readonly string[]): Columns | null {
  const heads = cells.map((cell) => foldHeader(plainText(cell)))
  const find = (...beginnings: string[]): number =>
    heads.findIndex((head) => beginnings.some((beginning) => head.startsWith(beginning)))
  const text = find('recommendation')
  const stance = find('position')
  const themes = find('full list of themes', 'human rights themes', 'themes')
  const sdgs = find('relevant sdg', 'sdg')
  return text < 0 || stance < 0 || themes < 0 ? null : { text, position: stance, themes, sdgs: sdgs < 0 ? null : sdgs }
}

type Tags = { readonly themes: string[]; readonly groups: string[]; readonly sdgs: string[] }

/** Lines of the cells of themes and SDGs, by the heads "SDGs:", "Affected persons:" or "Groups of Persons:" among them. */
export function tagsOf(themesCell: string, sdgsCell: string): Tags {
  const tags: Tags = { themes: [], groups: [], sdgs: [] }
  const take = (cell: string, first: keyof Tags): void => {
    let into = first
    for (const line of plainText(cell).split('\n')) {
      const words = line.replace(/^[\s\-\u2013\u2022\u00B7]+/, '').trim()
      if (/^(?:relevant )?sdgs?\s*:?$/i.test(words)) into = 'sdgs'
      else if (/^(?:affected persons|groups? of persons)\s*:?$/i.test(words)) into = 'groups'
      else if (/^(?:human rights )?themes\s*:?$/i.test(words)) into = 'themes'
      else if (words !== '') tags[into].push(words)
    }
  }
  take(themesCell, 'themes')
  take(sdgsCell, 'sdgs')
  return tags
}

/** State, cycle and session as the page header has them: "UPR of Slovenia (3rd Cycle - 34th Session)". */
export function reviewOf(text: string): { state: string | null; session: number | null } {
  const flat = plainText(text).replace(/\s+/g, ' ')
  const named = /\bUPR of (?:the )?(.+?)\s*(?:\((?=\d|first|second|third|fourth)|[-\u2013\u2014:]|$)/i.exec(flat)?.[1]
  return {
    state: named === undefined ? null : findState(named).code,
    session: sessionOf(/(\d{1,2}(?:st|nd|rd|th)?\s+session)/i.exec(flat)?.[1] ?? ''),
  }
}

/** "A/HRC/43/15/Add.1 - Para.3" -> the report itself, A/HRC/43/15, of which the positions are an addendum. */
function reportOf(source: string | null): string | null {
  const symbol = parseSymbol(/^\s*(A\/[A-Za-z0-9/.]+)/.exec(source ?? '')?.[1] ?? '')?.symbol
  return symbol?.replace(/\/Add\.\d+$/, '') ?? null
}

const HEADS =
  'a table with the columns Recommendation, Position and Full list of themes (or Human rights themes and groups of persons)'

export async function* read(path: string, options: ReadOptions): AsyncGenerator<ReadItem> {
  const { fileName: file } = options
  const doubts = new CountedDoubts()
  let review = reviewOf(await readPageHeaders(path, file))
  let columns: Columns | null = null
  let section: string | null = null
  let count = 0
  /** Numbers with their words: a recommendation is printed again under each of its themes, which adds only the section. */
  const printed = new Map<string, string>()

  const itemsOf = (row: WordRow, { text: at, position: stance, themes, sdgs }: Columns): ReadItem[] => {
    const place: Place = { file, sheet: row.table === 1 ? null : `table ${row.table}`, row: row.row }
    const { text: whole, source } = takePositionSource(plainText(row.cells[at] ?? ''))
    if (row.merged[at] === true)
      return [{ is: 'skipped', place, reason: 'The cell continues the recommendation of the row above' }]
    if (whole === '') return [{ is: 'skipped', place, reason: 'Empty row' }]
    const { paragraph, text } = readUprNumber(whole.replace(/\n/g, ' '))
    if (isIntroduction(text))
      return [{ is: 'skipped', place, reason: 'An introductory sentence, not a recommendation' }]
    const state = review.state ?? options.state
    if (state === null)
      return [
        refusal(
          place,
          null,
          whole,
          'Neither the file nor --state names the State under review. Expected its ISO code, as in --state SVN.',
        ),
      ]
    const key = `${paragraph ?? ''} ${text}`
    if (paragraph !== null && printed.has(key))
      return [{ is: 'skipped', place, reason: `Printed again under another theme (first in row ${printed.get(key)})` }]
    printed.set(key, String(row.row))
    if (paragraph === null) doubts.note('No number stands in front of the recommendation', place)
    const tags = tagsOf(row.cells[themes] ?? '', sdgs === null ? '' : (row.cells[sdgs] ?? ''))
    // A recommendation stands under one of its themes; where the cell is empty, the section says which.
    if (tags.themes.length === 0 && section !== null) tags.themes.push(section)
    const base: ReadRecommendation = recommendation({
      place,
      state,
      mechanism: 'UPR',
      document:
        review.session === null
          ? { ...NO_DOCUMENT, symbol: reportOf(source) }
          : uprDocument(review.session, { symbol: reportOf(source) }),
      paragraph,
      text,
      ...position(plainText(row.cells[stance] ?? ''), doubts, place),
      themes: labels(tags.themes, findTheme, 'theme', doubts, place),
      affectedGroups: labels(tags.groups, findAffectedGroup, 'affected group', doubts, place),
      sdgs: labels(tags.sdgs, findSdg, 'SDG', doubts, place),
    })
    const found = wordingsOf(base, [], doubts)
    if (found.every(({ recommendingStates }) => recommendingStates.length === 0))
      doubts.note('No recommending State stands behind the words', place)
    return found.map((one) => ({ is: 'recommendation', recommendation: one }))
  }

  for await (const row of readWordTables(path, file, options)) {
    if ('before' in row) {
      const above = reviewOf(row.before)
      review = { state: review.state ?? above.state, session: review.session ?? above.session }
      continue
    }
    const place: Place = { file, sheet: row.table === 1 ? null : `table ${row.table}`, row: row.row }
    const head = columnsOf(row.cells)
    if (head !== null) {
      columns = head
      yield { is: 'skipped', place, reason: 'Column heads' }
      continue
    }
    const filled = row.cells.filter((cell) => cell.trim() !== '')
    const theme = /^theme\s*:\s*(.*)$/is.exec(plainText(filled[0] ?? ''))?.[1]
    if (filled.length <= 1 && theme !== undefined) {
      section = theme.replace(/\s+/g, ' ')
      yield { is: 'skipped', place, reason: 'Heading of a theme' }
      continue
    }
    if (columns === null) {
      yield { is: 'skipped', place, reason: 'A row above the column heads' }
      continue
    }
    if (row.cells.length === 1) {
      yield { is: 'skipped', place, reason: filled.length === 0 ? 'Empty row' : 'A row of one cell, no recommendation' }
      continue
    }
    count += 1
    const { text, position: stance, themes, sdgs } = columns
    const cell = (at: number | null): string => plainText(row.cells[at ?? -1] ?? '')
    const cells = (): Record<string, string> => {
      const tags = tagsOf(cell(themes), cell(sdgs))
      // The columns of a spreadsheet that says the same: our readers know them by these names.
      return {
        State: review.state ?? options.state ?? '',
        Mechanism: 'UPR',
        'UPR session': String(review.session ?? ''),
        'Document symbol': reportOf(takePositionSource(cell(text)).source) ?? '',
        Text: cell(text),
        Position: cell(stance),
        Themes: tags.themes.join('\n'),
        'Affected groups': tags.groups.join('\n'),
        SDGs: tags.sdgs.join('\n'),
      }
    }
    yield* withCellsOf(cells, itemsOf(row, columns))
  }
  if (columns === null || count === 0)
    throw unreadable({
      file,
      at: null,
      found: columns === null ? 'no table of recommendations' : 'a table with heads and no recommendation below them',
      expected: HEADS,
    })
  if (review.session === null)
    yield {
      is: 'doubt',
      place: { file, sheet: null, row: 1 },
      doubt:
        'Nowhere does the file say which session of the Universal Periodic Review it lists; the document is known by its symbol alone',
    }
  yield* doubts.items()
}
