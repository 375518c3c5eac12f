/**
 * Every address of the page is built and parsed here, nowhere else.
 *
 * An address lives in the fragment, so that what a person looks at never reaches a server's log:
 * `#/{language}/{STATE}/{place}/{key}?{query}`, for example `#/en/KHM/recommendations/crc-2011-41b`.
 * Places are named as the API names its nouns.
 */
import {
  ID_PREFIX,
  keyOf,
  parseId,
  PLACE_OF_LABEL,
  placeOfLabel,
  type Label,
  type ThingPlace,
} from '../../../graph/model/index.ts'

export const LANGUAGES = ['en', 'km'] as const
export type Language = (typeof LANGUAGES)[number]

/** Places that are pages of their own. */
const OWN_PLACES = [
  'search',
  'calendar',
  'coverage',
  'graph',
  'compare',
  'often-asked',
  'match',
  'review',
  'import',
] as const

export type Place = ThingPlace | (typeof OWN_PLACES)[number]

/** Place -> label of the things that stand under it, null where a place is a page of its own. */
const LABEL_OF_PLACE = Object.fromEntries([
  ...Object.entries(PLACE_OF_LABEL).map(([label, place]) => [place, label]),
  ...OWN_PLACES.map((place) => [place, null]),
]) as Record<Place, Label | null>

export const PLACES = Object.keys(LABEL_OF_PLACE) as Place[]

/** Where a person is. `place` null is the home page; `key` null is a place's list. */
export type Address = {
  readonly language: Language
  readonly stateCode: string
  readonly place: Place | null
  readonly key: string | null
  readonly query: URLSearchParams
}

/** Values of a query: a list repeats its name; undefined, null, '' and [] leave it out. */
export type Query = Readonly<Record<string, string | number | readonly (string | number)[] | null | undefined>>

/** Where a fresh visit starts; the State is replaced by the first under review when the graph does not hold it. */
export const DEFAULT_STATE_CODE = 'KHM'

const isLanguage = (text: string | undefined): text is Language => LANGUAGES.some((language) => language === text)
const isPlace = (text: string): text is Place => Object.hasOwn(LABEL_OF_PLACE, text)

/** The part of a fragment after `#`, split at its first `?`. */
export function splitFragment(fragment: string): { path: string; query: URLSearchParams } {
  const text = fragment.startsWith('#') ? fragment.slice(1) : fragment
  const mark = text.indexOf('?')
  return mark < 0
    ? { path: text, query: new URLSearchParams() }
    : { path: text.slice(0, mark), query: new URLSearchParams(text.slice(mark + 1)) }
}

/**
 * The address a fragment spells, or null where it spells none (an unknown place, a broken escape, a part too many).
 * An empty fragment is the home page in `fallbackLanguage`.
 */
export function parseAddress(fragment: string, fallbackLanguage: Language = 'en'): Address | null {
  const { path, query } = splitFragment(fragment)
  let parts: string[]
  try {
    parts = path
      .split('/')
      .filter((part) => part !== '')
      .map(decodeURIComponent)
  } catch {
    return null
  }
  const [language, stateCode, place, key, ...rest] = parts
  if (language === undefined) {
    return { language: fallbackLanguage, stateCode: DEFAULT_STATE_CODE, place: null, key: null, query }
  }
  if (!isLanguage(language) || rest.length > 0) return null
  if (stateCode !== undefined && !/^[A-Z]{3}$/.test(stateCode)) return null
  if (place !== undefined && !isPlace(place)) return null
  return { language, stateCode: stateCode ?? DEFAULT_STATE_CODE, place: place ?? null, key: key ?? null, query }
}

/** The language that a fragment begins with, whether the rest of it can be read or not; null where it begins with none. */
export function languageOf(fragment: string): Language | null {
  const [language] = splitFragment(fragment)
    .path.split('/')
    .filter((part) => part !== '')
  return isLanguage(language) ? language : null
}

/** The query in a fixed form: names in the order given, empty values left out. */
export function toSearchParams(query: Query): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    const values = Array.isArray(value) ? value : [value]
    for (const one of values) if (one !== null && one !== undefined && one !== '') params.append(name, String(one))
  }
  return params
}

/** The fragment, with its `#`, that `parseAddress` reads back. */
export function formatAddress(address: Address): string {
  const parts = [address.language, address.stateCode, address.place, address.key].filter((part) => part !== null)
  const query = address.query.toString()
  return `#/${parts.map(encodeURIComponent).join('/')}${query === '' ? '' : `?${query}`}`
}

/** The place and key under which a thing has its page, or null where its type has none. */
export function placeOf(id: string): { place: Place; key: string } | null {
  const parsed = parseId(id)
  const place = parsed === null ? null : placeOfLabel(parsed.label)
  return parsed === null || place === null ? null : { place, key: parsed.key }
}

/** The id of the thing whose page an address is, or null where the address is no thing's page. */
export function idOf(address: Pick<Address, 'place' | 'key'>): string | null {
  const label = address.place === null ? null : LABEL_OF_PLACE[address.place]
  return label === null || address.key === null ? null : `${ID_PREFIX[label]}:${address.key}`
}

/** Files that a list can be had as, those for people first. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'json', 'jsonld', 'graphml', 'gexf'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Where the server makes a file of what a list's filter describes, in its order. The one address beside the fragment. */
export function exportHref(format: ExportFormat, filter: object, orderBy: object): string {
  const query = toSearchParams({
    filter: JSON.stringify(filter),
    orderBy: JSON.stringify(orderBy),
    // A person opens it in a spreadsheet, and older ones take Khmer for Latin letters without the mark.
    bom: format === 'csv' ? 'true' : null,
  })
  const kind = format === 'graphml' || format === 'gexf' ? 'graph' : 'recommendations'
  return `/export/${kind}.${format}?${query.toString()}`
}

export { keyOf }
