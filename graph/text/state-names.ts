/** State names as UN documents and the press print them, to ISO 3166-1 alpha-3. */
import countries, { type LocaleData } from 'i18n-iso-countries'
import { createRequire } from 'node:module'
import { fold } from './fold.ts'

// Node 20 still calls JSON modules an experiment, aloud; require reads them quietly.
const require = createRequire(import.meta.url)
for (const language of ['en', 'km'])
  countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`) as LocaleData)

/** Names the library does not know, or that the UN and UPR Info write in their own way. */
const ALIASES: Record<string, string> = {
  'bolivia (plurinational state of)': 'BOL',
  bolivia: 'BOL',
  'bolivarian republic of venezuela': 'VEN',
  brunei: 'BRN',
  burma: 'MMR',
  'cabo verde': 'CPV',
  "cote d'ivoire": 'CIV',
  'czech republic': 'CZE',
  "democratic people's republic of korea": 'PRK',
  'dem. rep. of the congo': 'COD',
  'democratic republic of congo': 'COD',
  'dpr korea': 'PRK',
  'dr congo': 'COD',
  'east timor': 'TLS',
  eswatini: 'SWZ',
  'eswatini (kingdom of)': 'SWZ',
  'federated states of micronesia': 'FSM',
  'former yugoslav republic of macedonia': 'MKD',
  'guinea bissau': 'GNB',
  'holy see': 'VAT',
  'hong kong, china': 'HKG',
  iran: 'IRN',
  'iran (islamic republic of)': 'IRN',
  'korea (republic of)': 'KOR',
  'kingdom of the netherlands': 'NLD',
  'kingdom of netherlands': 'NLD',
  'netherlands (kingdom of the)': 'NLD',
  "lao people's democratic republic": 'LAO',
  laos: 'LAO',
  'libyan arab jamahiriya': 'LBY',
  'macao, china': 'MAC',
  'macau, china': 'MAC',
  'macedonia fyr': 'MKD',
  micronesia: 'FSM',
  'micronesia (federated states of)': 'FSM',
  moldova: 'MDA',
  'north macedonia': 'MKD',
  palestine: 'PSE',
  'palestine (state of)': 'PSE',
  'plurinational state of bolivia': 'BOL',
  'republic of congo': 'COG',
  'republic of korea': 'KOR',
  'republic of moldova': 'MDA',
  'republic of north macedonia': 'MKD',
  russia: 'RUS',
  'slovak republic': 'SVK',
  'south korea': 'KOR',
  swaziland: 'SWZ',
  syria: 'SYR',
  tanzania: 'TZA',
  'timor leste': 'TLS',
  turkey: 'TUR',
  turkiye: 'TUR',
  'united kingdom': 'GBR',
  'united kingdom of great britain and northern ireland': 'GBR',
  'united states': 'USA',
  'venezuela (bolivarian republic of)': 'VEN',
  venezuela: 'VEN',
  'viet nam': 'VNM',
  vietnam: 'VNM',
}

/** One spelling for "the Bahamas", "Bahamas (the)", "Antigua & Barbuda", "St. Lucia", "Cabo-Verde". */
const plain = (name: string): string =>
  fold(name)
    .replaceAll('\u2019', "'")
    .replace(/\s*&\s*/g, ' and ')
    .replace(/^the | \(the\)$/g, '')
    .replace(/^st\.? /, 'saint ')

const codeOfPlain = (name: string): string | null =>
  ALIASES[name] ?? countries.getAlpha3Code(name, 'en') ?? countries.getSimpleAlpha3Code(name, 'en') ?? null

/** Alpha-3 code of a State by a name in use, or null where no State is known by it. */
export function findStateCode(name: string): string | null {
  const spelling = plain(name)
  return (
    ALIASES[spelling] ??
    countries.getAlpha3Code(name.trim(), 'en') ??
    countries.getSimpleAlpha3Code(name.trim(), 'en') ??
    codeOfPlain(spelling) ??
    (spelling.includes('-') ? codeOfPlain(spelling.replaceAll('-', ' ')) : null)
  )
}

/** Whether three letters are the ISO 3166-1 alpha-3 code of a State or territory. */
export function isStateCode(code: string): boolean {
  return countries.alpha3ToAlpha2(code) !== undefined
}

/** Codes that UN symbols carried before a State's name changed. */
const FORMER_CODES: Record<string, string> = { ROM: 'ROU', TMP: 'TLS', ZAR: 'COD' }

/** The code a State has today by the one a UN symbol prints, or null where the letters name no State. */
export function stateOfSymbolCode(code: string): string | null {
  return FORMER_CODES[code] ?? (isStateCode(code) ? code : null)
}

/** Alpha-3 code of a State by its code or by a name in use, or null where no State is known by it. */
export const stateCodeOf = (printed: string): string | null => {
  const code = printed.trim().toUpperCase()
  return /^[A-Z]{3}$/.test(code) && isStateCode(code) ? code : findStateCode(printed)
}

/** Names of a State by code: the English one always, the Khmer one where the library has it. */
export function stateNames(code: string): { name: string; nameKm: string | null } {
  return {
    name: countries.getName(code, 'en', { select: 'alias' }) ?? countries.getName(code, 'en') ?? code,
    nameKm: countries.getName(code, 'km') ?? null,
  }
}
