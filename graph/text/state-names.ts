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
  brunei: 'BRN',
  'cabo verde': 'CPV',
  "cote d'ivoire": 'CIV',
  'czech republic': 'CZE',
  "democratic people's republic of korea": 'PRK',
  'dpr korea': 'PRK',
  'dr congo': 'COD',
  eswatini: 'SWZ',
  'holy see': 'VAT',
  iran: 'IRN',
  'iran (islamic republic of)': 'IRN',
  laos: 'LAO',
  'micronesia (federated states of)': 'FSM',
  moldova: 'MDA',
  'north macedonia': 'MKD',
  palestine: 'PSE',
  'republic of korea': 'KOR',
  russia: 'RUS',
  'south korea': 'KOR',
  swaziland: 'SWZ',
  syria: 'SYR',
  tanzania: 'TZA',
  turkey: 'TUR',
  turkiye: 'TUR',
  'united kingdom': 'GBR',
  'united states': 'USA',
  'venezuela (bolivarian republic of)': 'VEN',
  venezuela: 'VEN',
  'viet nam': 'VNM',
  vietnam: 'VNM',
}

/** Alpha-3 code of a State by a name in use, or null where no State is known by it. */
export function findStateCode(name: string): string | null {
  const folded = fold(name).replaceAll('\u2019', "'")
  return (
    ALIASES[folded] ??
    countries.getAlpha3Code(name.trim(), 'en') ??
    countries.getSimpleAlpha3Code(name.trim(), 'en') ??
    null
  )
}

/** Names of a State by code: the English one always, the Khmer one where the library has it. */
export function stateNames(code: string): { name: string; nameKm: string | null } {
  return {
    name: countries.getName(code, 'en', { select: 'alias' }) ?? countries.getName(code, 'en') ?? code,
    nameKm: countries.getName(code, 'km') ?? null,
  }
}
