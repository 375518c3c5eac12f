/** Which source a format comes from. All that a source wrote carries its short name; two formats of one source are one. */
import type { Format } from '../records.ts'
import { OWN_SYSTEM, SHEET_SYSTEM } from './identity.ts'

type Source = { readonly system: string; readonly name: string }

const UHRI: Source = { system: 'uhri', name: 'Universal Human Rights Index' }
const OWN: Source = { system: OWN_SYSTEM, name: 'Followthrough export' }
const SHEET: Source = { system: SHEET_SYSTEM, name: 'own spreadsheet' }

export const SOURCES: Readonly<Record<Format, Source>> = {
  'uhri-json': UHRI,
  'uhri-xlsx': UHRI,
  'thematic-docx': { system: 'ohchr', name: 'OHCHR thematic list' },
  'upr-info-csv': { system: 'upr-info', name: 'UPR Info' },
  'dihr-csv': { system: 'dihr', name: 'Danish Institute for Human Rights' },
  'impact-oss-csv': { system: 'impact', name: 'IMPACT OSS' },
  'uwazi-csv': { system: 'uwazi', name: 'Uwazi' },
  'followthrough-csv': OWN,
  'followthrough-xlsx': OWN,
  'followthrough-json': OWN,
  csv: SHEET,
  xlsx: SHEET,
}
