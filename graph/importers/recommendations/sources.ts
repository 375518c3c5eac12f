/** Which source a format comes from. All that a source wrote carries its short name; two formats of one source are one. */
import type { Format } from '../records.ts'

type Source = {
  readonly system: string
  readonly name: string
  /** Several keepers, who each number their rows from 1: an id says something within a document alone. */
  readonly isNumberedByMany?: true
  /** Its export of a State has all that it says of that State by a mechanism: a document that a newer one lacks may be gone. UPR Info's come by session. */
  readonly listsWholeStates?: true
}

/** Our own files name our own ids; they are no records of another source. */
export const OWN_SYSTEM = 'followthrough'
/** Spreadsheets of people's own, whoever keeps them. */
export const SHEET_SYSTEM = 'sheet'

const UHRI: Source = { system: 'uhri', name: 'Universal Human Rights Index', listsWholeStates: true }
const OWN: Source = { system: OWN_SYSTEM, name: 'Followthrough export' }
const SHEET: Source = { system: SHEET_SYSTEM, name: 'own spreadsheet', isNumberedByMany: true }

export const SOURCES: Readonly<Record<Format, Source>> = {
  'uhri-json': UHRI,
  'uhri-xlsx': UHRI,
  'thematic-docx': { system: 'ohchr', name: 'OHCHR thematic list' },
  'upr-info-csv': { system: 'upr-info', name: 'UPR Info' },
  'dihr-csv': { system: 'dihr', name: 'Danish Institute for Human Rights', listsWholeStates: true },
  'impact-oss-csv': { system: 'impact', name: 'IMPACT OSS', isNumberedByMany: true },
  'uwazi-csv': { system: 'uwazi', name: 'Uwazi', isNumberedByMany: true },
  'followthrough-csv': OWN,
  'followthrough-xlsx': OWN,
  'followthrough-json': OWN,
  csv: SHEET,
  xlsx: SHEET,
}

/** Short names of the sources that several keepers number. */
export const NUMBERED_BY_MANY: ReadonlySet<string> = new Set(
  Object.values(SOURCES).flatMap(({ system, isNumberedByMany }) => (isNumberedByMany === true ? [system] : [])),
)
