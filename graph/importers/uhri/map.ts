/** One annotation of the Universal Human Rights Index, from JSON or a sheet, to records of ours. Pure. */
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
import type { Place, ReadItem, ReadRecommendation } from '../records.ts'
import {
  citedParagraphs,
  cycleOf,
  findAffectedGroup,
  findMechanism,
  findSdg,
  findState,
  findTheme,
  isIntroduction,
  isUrgentMeasures,
  parseSymbol,
  plainText,
  positionOf,
  readParagraphNumber,
  readUprNumber,
  sessionOf,
  takePositionSource,
} from '../understanding/index.ts'

/** An annotation as UHRI prints it; lists are empty and texts '' where it prints nothing. */
export type Annotation = {
  readonly annotationId: string
  readonly documentId: string
  readonly type: string
  readonly body: string
  readonly symbol: string
  readonly text: string
  readonly countries: readonly string[]
  readonly themes: readonly string[]
  readonly affectedPersons: readonly string[]
  readonly sdgs: readonly string[]
  readonly publishedOn: string
  readonly recommendingStates: readonly string[]
  readonly positions: readonly string[]
  readonly sessions: readonly string[]
  /** Of the Universal Periodic Review; the sheet has none. */
  readonly cycle: string
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const undashed = (printed: string): string => printed.replace(/^[\s-]+/, '').trim()

/** Words by which treaty bodies ask for something, where an annotation's type is missing. */
const ASKS = /\b(?:recommends?|urges?|calls? (?:up)?on|requests?|invites?|encourages?|reiterates its recommendation)\b/i

function kindOf(
  annotation: Annotation,
  mechanism: string,
  text: string,
  doubts: CountedDoubts,
  place: Place,
): ReadRecommendation['kind'] {
  if (mechanism.startsWith('CRC') && isUrgentMeasures(text)) return 'URGENT'
  const type = undashed(annotation.type)
  if (/recommendation/i.test(type)) return 'RECOMMENDATION'
  if (/concern|observation/i.test(type)) return 'CONCERN'
  if (/positive/i.test(type)) return 'POSITIVE'
  const kind = mechanism === 'UPR' || ASKS.test(text) ? 'RECOMMENDATION' : 'CONCERN'
  const shown = type === '' ? 'missing' : UUID.test(type) ? 'a UUID' : `“${type}”`
  if (mechanism !== 'UPR' || (type !== '' && !UUID.test(type)))
    doubts.note(`The type of the annotation is ${shown}; its words make it a ${kind.toLowerCase()}`, place)
  return kind
}

/** Positions as one print: “Supported/Noted” is known, whichever of the two the file has first. */
function joinedPosition(positions: readonly string[]): string {
  const printed = [...new Set(positions.map(undashed).filter((one) => one !== ''))]
  const joined = printed.join('/')
  const turned = printed.toReversed().join('/')
  return positionOf(joined) === undefined && positionOf(turned) !== undefined ? turned : joined
}

/** Items of one annotation: a record for each State and wording, or why there is none. */
export function itemsOf(
  annotation: Annotation,
  place: Place,
  stateGiven: string | null,
  doubts: CountedDoubts,
): ReadItem[] {
  const whole = plainText(annotation.text)
  if (whole === '') return [refusal(place, 'Text', annotation.text, 'The annotation has no words. Expected its text.')]

  const symbol = parseSymbol(annotation.symbol)
  if (symbol === null && annotation.symbol.trim() !== '')
    doubts.note(`“${annotation.symbol.trim()}” is not read as a document's symbol; it is left out`, place)
  const named = undashed(annotation.body)
  const ofBody = findMechanism(named)
  if (ofBody === null && /[^-\s]/.test(named))
    doubts.note(`The body “${named}” is in none of our tables; the symbol decides`, place)
  // The protocols' observations are listed under CRC, and told apart by their symbols alone.
  const mechanism =
    ofBody === 'CRC' && symbol?.mechanism?.startsWith('CRC-') === true
      ? symbol.mechanism
      : (ofBody ?? symbol?.mechanism)
  if (mechanism === undefined || mechanism === null)
    return [
      refusal(
        place,
        'Body',
        annotation.body,
        'Neither body nor symbol names a mechanism. Expected one such as “- CRC”.',
      ),
    ]

  noteMechanism(mechanism, doubts, place)
  const countries = annotation.countries.map(undashed).filter((name) => name !== '')
  const codes: string[] = []
  for (const name of countries) {
    const { code } = findState(name)
    if (code !== null) codes.push(code)
  }
  if (codes.length === 0) {
    const other = symbol?.state ?? stateGiven
    if (countries.length > 0 && other === null)
      return [
        refusal(
          place,
          'Countries',
          countries.join(', '),
          'No State is known by this name. Expected a State or its name in use.',
        ),
      ]
    if (other === null)
      return [
        refusal(
          place,
          'Countries',
          annotation.symbol,
          'Neither the row nor the symbol names a State. Expected a country, or --state.',
        ),
      ]
    if (countries.length > 0) doubts.note(`“${countries.join(', ')}” is no State known here; the symbol decides`, place)
    codes.push(other)
  } else if (codes.length < countries.length)
    doubts.note(`Of “${countries.join(', ')}” some are no State known here; the others are taken`, place)
  else if (codes.length === 1 && symbol !== null && symbol.state !== null && symbol.state !== codes[0])
    doubts.note(
      `The row names ${countries[0]}, its symbol another State (${symbol.symbol}); the row is followed`,
      place,
    )

  const { text: spoken } = takePositionSource(whole)
  const isUpr = mechanism === 'UPR'
  const { paragraph, heading, text } = isUpr ? readUprNumber(spoken) : readParagraphNumber(spoken)
  if (isUpr && isIntroduction(text))
    return [{ is: 'skipped', place, reason: 'An introductory sentence, not a recommendation' }]

  const session = isUpr ? (sessionOf(annotation.sessions[0] ?? '') ?? symbol?.session ?? null) : null
  const cycle = isUpr && session === null ? cycleOf(annotation.cycle) : null
  const kind = kindOf(annotation, mechanism, text, doubts, place)
  const day = /^\d{4}-\d{2}-\d{2}/.exec(annotation.publishedOn)?.[0] ?? null
  if (day === null && annotation.publishedOn.trim() !== '')
    doubts.note('The date of publication is no date and is left out', place)
  const known = {
    symbol: symbol?.symbol ?? null,
    publishedOn: day,
    sourceId: annotation.documentId === '' ? null : annotation.documentId,
  }
  const base = recommendation({
    place,
    sourceId: annotation.annotationId === '' ? null : annotation.annotationId,
    state: codes[0] ?? '',
    mechanism,
    document: isUpr ? uprDocument(session, cycle === null ? known : { ...known, cycle }) : { ...NO_DOCUMENT, ...known },
    paragraph,
    heading,
    kind,
    text,
    themes: labels(annotation.themes, findTheme, 'theme', doubts, place),
    affectedGroups: labels(annotation.affectedPersons, findAffectedGroup, 'affected group', doubts, place),
    sdgs: labels(annotation.sdgs, findSdg, 'SDG', doubts, place),
    citedParagraphs: kind === 'URGENT' ? citedParagraphs(text) : [],
    ...(isUpr ? position(joinedPosition(annotation.positions), doubts, place) : {}),
  })
  const listed = annotation.recommendingStates.map(findState).filter(({ printed }) => printed !== '')
  const wordings = isUpr
    ? wordingsOf(base, listed, doubts)
    : [{ ...base, recommendingStates: states(listed, doubts, place) }]
  return codes.flatMap((state) =>
    wordings.map((one): ReadItem => ({ is: 'recommendation', recommendation: { ...one, state } })),
  )
}
