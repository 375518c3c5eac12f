/** One row whose fields are known by name, to records of ours: what DIHR, IMPACT OSS, Uwazi and people's own sheets share. Pure. */
import {
  NO_DOCUMENT,
  labels,
  noteMechanism,
  position,
  recommendation,
  states,
  uprDocument,
  wordingsOf,
} from '../build.ts'
import type { CountedDoubts } from '../doubts.ts'
import { refusal } from '../files/tables.ts'
import type { Place, ReadItem, ReadRecommendation, ReadState } from '../records.ts'
import { isPartialDate } from '../../dates/partial-date.ts'
import { isStateCode } from '../../text/index.ts'
import { dateOf } from '../understanding/dates.ts'
import {
  citedParagraphs,
  cycleOf,
  findAffectedGroup,
  findGovernmentBody,
  findMechanism,
  findSdg,
  findState,
  findTheme,
  isIntroduction,
  parseSymbol,
  plainText,
  readParagraphNumber,
  readStates,
  readUprNumber,
  sessionOf,
  takePositionSource,
} from '../understanding/index.ts'
import type { Field } from './fields.ts'

/** Values of the fields of one row, as printed; '' where the row has none. `nameOf` gives the column a field came from. */
export type FieldRow = {
  readonly place: Place
  readonly value: (field: Field) => string
  readonly nameOf: (field: Field) => string
}

/**
 * Values of a cell that may hold several: one a line, behind "- " or not, or separated by "|". A comma or a semicolon
 * separates only where every piece between them is known, since labels hold both.
 */
export function valuesOf(cell: string, isKnown: (label: string) => boolean): string[] {
  return plainText(cell)
    .split(/\n|\|/)
    .map((line) => line.replace(/^[\s\-\u2022]+/, '').trim())
    .filter((line) => line !== '')
    .flatMap((line) => {
      if (isKnown(line)) return [line]
      const pieces = line.split(/[;,]/).map((piece) => piece.trim())
      return pieces.length > 1 && pieces.every((piece) => piece === '' || isKnown(piece))
        ? pieces.filter((piece) => piece !== '')
        : [line]
    })
}

const stateOf = (printed: string): string | null =>
  isStateCode(printed.trim().toUpperCase()) ? printed.trim().toUpperCase() : findState(printed).code

/** States of a cell of recommenders: names or ISO codes, one a line, behind "- ", or separated as in a text. */
function listedStates(cell: string): ReadState[] {
  const lines = cell.split(/\n|\|/).map((line) => line.replace(/^[\s-]+/, '').trim())
  return lines.flatMap((line): readonly ReadState[] => {
    if (line === '') return []
    return isStateCode(line) ? [{ printed: line, code: line }] : readStates(line)
  })
}

function kindOf(printed: string): ReadRecommendation['kind'] | null {
  const words = printed.toLowerCase()
  if (words === '' || words.includes('recommendation')) return 'RECOMMENDATION'
  if (words.includes('urgent')) return 'URGENT'
  if (words.includes('positive')) return 'POSITIVE'
  return /concern|observation/.test(words) ? 'CONCERN' : null
}

/** Items of one row: a record for each wording, or why there is none. */
export function itemsOf(
  { place, value, nameOf }: FieldRow,
  given: { readonly state: string | null },
  doubts: CountedDoubts,
): ReadItem[] {
  const { text: whole } = takePositionSource(plainText(value('text')))
  if (whole === '') return [refusal(place, nameOf('text'), '', 'The recommendation has no words. Expected its text.')]

  const printedSymbol = plainText(value('symbol'))
  const symbol = parseSymbol(printedSymbol)
  if (symbol === null && printedSymbol !== '')
    doubts.note(`“${printedSymbol}” is not read as a document's symbol; it is left out`, place)

  const printedMechanism = plainText(value('mechanism'))
  const recommenders = plainText(value('recommendingStates'))
  const mechanism =
    findMechanism(printedMechanism) ??
    symbol?.mechanism ??
    (printedMechanism === '' && (recommenders !== '' || value('session') !== '') ? 'UPR' : null)
  if (mechanism === null)
    return [
      refusal(
        place,
        nameOf('mechanism'),
        printedMechanism,
        'Neither mechanism nor symbol names a UN mechanism. Expected one such as UPR, CRC or “Committee on the Rights of the Child”.',
      ),
    ]
  noteMechanism(mechanism, doubts, place)
  const printedState = plainText(value('state'))
  const state = printedState === '' ? (symbol?.state ?? given.state) : stateOf(printedState)
  if (state === null)
    return [
      refusal(
        place,
        nameOf('state'),
        printedState === '' ? printedSymbol : printedState,
        printedState === ''
          ? 'Neither the row nor the symbol names a State. Expected a State, or --state.'
          : 'No State is known by this name. Expected a name in use or an ISO 3166-1 alpha-3 code.',
      ),
    ]

  const isUpr = mechanism === 'UPR'
  const numbered = isUpr ? readUprNumber(whole) : readParagraphNumber(whole)
  const column = plainText(value('paragraph')).replace(/^para(?:graph|s)?\.?\s*/i, '')
  if (isUpr && isIntroduction(numbered.text))
    return [{ is: 'skipped', place, reason: 'An introductory sentence, not a recommendation' }]
  if (column !== '' && numbered.paragraph !== null && column !== numbered.paragraph)
    doubts.note('The column of paragraphs and the number in front of the text differ; the column is followed', place)

  const printedKind = plainText(value('kind'))
  const kind = kindOf(printedKind)
  if (kind === null)
    doubts.note(`The kind “${printedKind}” is none of ours; the row is taken as a recommendation`, place)

  const date = (field: 'publishedOn' | 'adoptedOn'): string | null => {
    const words = dateOf(plainText(value(field))).replace(/T.*$/, '')
    if (words === '' || isPartialDate(words)) return words === '' ? null : words
    doubts.note(
      `The column ${nameOf(field)} holds “${words}”, which is no date as 2022, 2022-06 or 2022-06-03; it is left out`,
      place,
    )
    return null
  }
  const session = isUpr ? (sessionOf(plainText(value('session'))) ?? symbol?.session ?? null) : null
  const printedCycle = plainText(value('cycle'))
  const cycle = isUpr ? cycleOf(printedCycle) : null
  if (isUpr && printedCycle !== '' && cycle === null)
    doubts.note(`“${printedCycle}” names no cycle of the Universal Periodic Review; it is left out`, place)
  const document = {
    ...(session === null && cycle !== null ? { cycle } : {}),
    symbol: symbol?.symbol ?? null,
    title: plainText(value('documentTitle')) || null,
    publishedOn: date('publishedOn'),
    adoptedOn: date('adoptedOn'),
  }
  const bodies = valuesOf(value('bodies'), (one) => findGovernmentBody(state, one).id !== null).map((printed) =>
    findGovernmentBody(state, printed),
  )
  for (const { printed, id } of bodies)
    if (id === null)
      doubts.note(`“${printed}” is no body of the government known here (graph/profiles); it is left out`, place)
  const base = recommendation({
    place,
    sourceId: plainText(value('sourceId')) || null,
    state,
    mechanism,
    document: isUpr ? uprDocument(session, document) : { ...NO_DOCUMENT, ...document },
    paragraph: column || numbered.paragraph,
    heading: numbered.heading,
    kind: kind ?? 'RECOMMENDATION',
    text: numbered.text,
    textLanguage: plainText(value('textLanguage')) || 'en',
    themes: labels(
      valuesOf(value('themes'), (one) => findTheme(one).isKnown),
      findTheme,
      'theme',
      doubts,
      place,
    ),
    affectedGroups: labels(
      valuesOf(value('affectedGroups'), (one) => findAffectedGroup(one).isKnown),
      findAffectedGroup,
      'affected group',
      doubts,
      place,
    ),
    sdgs: labels(
      valuesOf(value('sdgs'), (one) => findSdg(one).isKnown),
      findSdg,
      'SDG',
      doubts,
      place,
    ),
    bodies,
    citedParagraphs: kind === 'URGENT' ? citedParagraphs(numbered.text) : [],
    ...(isUpr ? position(plainText(value('position')), doubts, place) : {}),
  })
  const listed = listedStates(recommenders)
  const found = isUpr
    ? wordingsOf(base, listed, doubts)
    : [{ ...base, recommendingStates: states(listed, doubts, place) }]
  return found.map((one) => ({ is: 'recommendation', recommendation: one }))
}
