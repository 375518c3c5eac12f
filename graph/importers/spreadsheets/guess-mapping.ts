/**
 * Which column of a spreadsheet with unknown headers holds what: guessed from the names and from what stands below them.
 * A guess is shown with its reasons and corrected by the person who knows the file; nothing is decided here.
 */
import { foldHeader, isOfRefusedList } from '../files/tables.ts'
import {
  cycleOf,
  findAffectedGroup,
  findMechanism,
  findSdg,
  findState,
  findTheme,
  parseSymbol,
  positionOf,
  sessionOf,
} from '../understanding/index.ts'
import { readTable } from '../understanding/tables.ts'
import { FIELDS, isField, type Field } from './fields.ts'

export type Guess = {
  readonly field: Field
  /** Name of the column as printed. */
  readonly header: string
  /** 0 to 1: 0.9 and above where name and values agree, below 0.5 where only one of them hints at it. */
  readonly confidence: number
  /** Why, in sentences a person can check. */
  readonly reasons: readonly string[]
}

export type GuessedMapping = {
  /** Field -> name of its column, for `ReadOptions.mapping`. */
  readonly mapping: Readonly<Record<string, string>>
  readonly guesses: readonly Guess[]
  /** Columns nothing was guessed for. */
  readonly unused: readonly string[]
  /** Fields without which no row can be taken and that no column seems to hold. */
  readonly missing: readonly Field[]
}

/** A column is guessed at from this score on. */
const LEAST = 0.35

let spellings: Map<string, Field> | undefined
const fieldOfName = (header: string): Field | undefined => {
  spellings ??= new Map(
    readTable('columns').flatMap(({ field = '', spelling = '' }) =>
      isField(field) ? [[foldHeader(spelling), field] as const] : [],
    ),
  )
  return spellings.get(foldHeader(header))
}

/** A year or a date; numbers from 20000 to 60000 are Excel's days from 1954 to 2064. */
const isDate = (value: string): boolean =>
  /^(?:19|20)\d{2}(?:-\d{2}(?:-\d{2})?)?(?:T.*)?$/.test(value) || /^\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d{2}$/.test(value)

/** `alone` is stricter, for columns whose names say nothing: every small number could be a session. */
type Looks = {
  readonly is: (value: string) => boolean
  readonly alone?: (value: string) => boolean
  readonly what: string
}

/** What a value of each field looks like, where it can be told by looking. */
const LOOKS: Partial<Record<Field, Looks>> = {
  state: { is: (value) => findState(value).code !== null || /^[A-Z]{3}$/.test(value), what: 'name a State' },
  mechanism: { is: (value) => findMechanism(value) !== null, what: 'name a UN mechanism' },
  symbol: { is: (value) => value.includes('/') && parseSymbol(value) !== null, what: 'are symbols of UN documents' },
  paragraph: {
    is: (value) => /^(?:para\.?\s*)?\d{1,3}(?:\.\d{1,3})*\s?(?:\([a-z]\))?$/i.test(value),
    alone: (value) => /^\d+\.\d/.test(value),
    what: 'are paragraph numbers',
  },
  position: {
    is: (value) => !/^\d$/.test(value) && (positionOf(value) ?? null) !== null,
    what: 'are positions on a recommendation',
  },
  themes: { is: (value) => findTheme(value).isKnown, what: 'are themes we know' },
  affectedGroups: { is: (value) => findAffectedGroup(value).isKnown, what: 'are groups we know' },
  sdgs: { is: (value) => !/^\d+$/.test(value) && findSdg(value).isKnown, what: 'are SDGs' },
  session: {
    is: (value) => sessionOf(value) !== null,
    alone: (value) => /session/i.test(value) && sessionOf(value) !== null,
    what: 'name a session',
  },
  cycle: {
    is: (value) => cycleOf(value) !== null,
    alone: (value) => /cycle/i.test(value) && cycleOf(value) !== null,
    what: 'name a cycle of the review',
  },
  publishedOn: { is: isDate, what: 'are dates or years' },
  adoptedOn: { is: isDate, what: 'are dates or years' },
  text: { is: (value) => value.split(/\s+/).length >= 8, what: 'are sentences' },
}

type Candidate = Guess & { readonly column: number }

function candidatesOf(header: string, column: number, values: readonly string[]): Candidate[] {
  const named = fieldOfName(header)
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  const found: Candidate[] = []
  for (const field of FIELDS) {
    const reasons: string[] = []
    let confidence = 0
    if (named === field) {
      confidence = 0.6
      reasons.push(`The name “${header}” is one used for it.`)
    }
    const looks = LOOKS[field]
    if (looks !== undefined && filled.length > 0) {
      const is = named === field ? looks.is : (looks.alone ?? looks.is)
      const share = filled.filter(is).length / filled.length
      if (share >= 0.5) {
        confidence += (named === field ? 0.4 : 0.45) * share
        reasons.push(`${Math.round(share * 100)} % of the values ${looks.what}.`)
      } else if (named === field && share < 0.1) {
        confidence -= 0.15
        reasons.push(`Few of the values ${looks.what}.`)
      }
    }
    // One number a row is as good a paragraph as a session; where only the looks speak, both stay below the bar.
    if (confidence >= LEAST) found.push({ field, header, confidence: Math.min(1, confidence), reasons, column })
  }
  return found
}

/**
 * Guesses a mapping from names of columns and some rows (as read, in the order of the columns). Pure. Each field gets at most one column
 * and each column at most one field, the surest guess first; of equals the column further left.
 */
export function guessMapping(headers: readonly string[], sampleRows: readonly (readonly string[])[]): GuessedMapping {
  const candidates = headers
    .flatMap((header, column) =>
      header.trim() === '' || isOfRefusedList(header)
        ? []
        : candidatesOf(
            header,
            column,
            sampleRows.map((row) => row[column] ?? ''),
          ),
    )
    .sort((a, b) => b.confidence - a.confidence || a.column - b.column)
  const guesses: Guess[] = []
  const taken = new Set<number>()
  for (const { column, ...guess } of candidates) {
    if (taken.has(column) || guesses.some(({ field }) => field === guess.field)) continue
    taken.add(column)
    guesses.push(guess)
  }
  const has = (field: Field): boolean => guesses.some((guess) => guess.field === field)
  const missing: Field[] = []
  if (!has('text')) missing.push('text')
  // States that recommend, or a session, are those of the Universal Periodic Review.
  if (!(['mechanism', 'symbol', 'recommendingStates', 'session'] as const).some(has)) missing.push('mechanism')
  return {
    mapping: Object.fromEntries(guesses.map(({ field, header }) => [field, header])),
    guesses: guesses.sort((a, b) => FIELDS.indexOf(a.field) - FIELDS.indexOf(b.field)),
    unused: headers.filter((header, column) => header.trim() !== '' && !isOfRefusedList(header) && !taken.has(column)),
    missing,
  }
}
