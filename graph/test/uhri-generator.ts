/**
 * Records as UHRI exports them, made from a seed, with the dirt its real ones have: dashes and full names of bodies, States
 * missing, HTML and entities, headings run into the text, three generations of labels, types that are missing or UUIDs,
 * several wordings in one paragraph. The sentences are ours; about as many bytes a record as the real dump (1,300).
 */
import { createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { randomFrom } from '../random.ts'

export type UhriRecord = {
  readonly AffectedPersons: readonly string[]
  readonly AnnotationId: string
  readonly AnnotationType: string | null
  readonly Body: string
  readonly Countries: readonly string[]
  readonly DocumentId: string
  readonly PublicationDate: string
  readonly PublicationDateOnUhri: string
  readonly Regions: readonly string[]
  readonly Sdgs: readonly string[]
  readonly Symbol: string
  readonly Text: string
  readonly Themes: readonly string[]
  readonly UprCycle: string | null
  readonly UprPositions: readonly string[]
  readonly UprRecommendingCountry: readonly string[]
  readonly UprRecommendingRegions: readonly string[]
  readonly UprSession: readonly string[]
}

const STATES: readonly (readonly [name: string, code: string, region: string])[] = [
  ['Cambodia', 'KHM', 'Asia-Pacific'],
  ['Peru', 'PER', 'Latin America and the Caribbean'],
  ['Slovenia', 'SVN', 'Eastern Europe'],
  ['Kenya', 'KEN', 'Africa'],
  ['Viet Nam', 'VNM', 'Asia-Pacific'],
  ['Bolivia (Plurinational State of)', 'BOL', 'Latin America and the Caribbean'],
  ["Côte d'Ivoire", 'CIV', 'Africa'],
  ['Netherlands', 'NLD', 'Western Europe and Others'],
  ['Republic of Korea', 'KOR', 'Asia-Pacific'],
  ['Georgia', 'GEO', 'Eastern Europe'],
  ['Trinidad and Tobago', 'TTO', 'Latin America and the Caribbean'],
  ['Canada', 'CAN', 'Western Europe and Others'],
]
const RECOMMENDERS = [
  'Norway',
  'Uruguay',
  'Iran (Islamic Republic of)',
  'Bosnia and Herzegovina',
  'Türkiye',
  'Ghana',
  'Japan',
  'Fiji',
]
const BODIES: readonly (readonly [printed: string, start: string])[] = [
  ['- CRC', 'CRC/C/'],
  ['Committee on the Rights of the Child', 'CRC/C/'],
  ['- CEDAW', 'CEDAW/C/'],
  ['- Committee on the Elimination of Discrimination against Women', 'CEDAW/C/'],
  ['- CESCR', 'E/C.12/'],
  ['- Committee on Migrant Workers', 'CMW/C/'],
  ['- CCPR', 'CCPR/C/'],
  ['-', 'CAT/C/'],
]
const THEMES = [
  'Children: definition; general principles; protection',
  'Children: juvenile justice',
  'F34 Children: Juvenile justice',
  'Right to education',
  'E51 Right to education - General',
  'Right to health',
  'Prohibition of slavery, trafficking',
  'Human trafficking & contemporary forms of slavery',
  'Equality & non-discrimination',
  'Acceptance of international norms',
  'Ratification of & accession to international instruments',
  'Right to social security',
]
const GROUPS = [
  'Children',
  'Youth & juveniles',
  'Women & girls',
  'girls',
  'persons with disabilities',
  'Children in vulnerable situations (abused, living on the street, institutionalized, indigenous, migrant children etc.)',
  'Migrants & domestic workers',
]
const SDGS = [
  '16 - PEACE, JUSTICE AND STRONG INSTITUTIONS',
  '16.2 - Violence against children',
  '4.1 - Schooling for all',
  '3.2 - Young children',
  '5.2 - Violence against women',
]
const HEADINGS = [
  'Rural areas',
  'Best interests of the child',
  'Access to justice',
  'Follow-up and dissemination',
  'Data',
]
const VERBS = [
  'Set up',
  'Pay for',
  'Review',
  'Widen',
  'Publish',
  'Put into law',
  'Make public',
  'Share with the provinces',
]
const OBJECTS = [
  'a register of births that reaches mobile families',
  'the school meals of remote districts',
  'a complaints office that children can reach on their own',
  'the yearly figures on places in foster homes',
  'legal aid for people held before trial',
  'a plan for clinics along the river',
  'the training of judges who hear children',
  'an inspection of workshops that employ minors',
]
const ENDS = [
  'before the next report is due',
  'with money set aside in the budget of each province',
  'together with the organisations that know the families',
  'and say every year what has changed',
  'so that no child is left out because of language or distance',
  'and let an independent office look at the results',
]

/** How many recommendations a document holds: a State's review in the UPR, a treaty body's observations. */
const IN_A_REVIEW = 150
const IN_OBSERVATIONS = 40
const UPR_SHARE = 0.4
const SESSIONS = 46

/** Records one after the other; the same seed gives the same ones. */
export function* uhriRecords({ count, seed = 1 }: { count: number; seed?: number }): Generator<UhriRecord> {
  const random = randomFrom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  const one = <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item
  const some = <Item>(items: readonly Item[], most: number): Item[] => [
    ...new Set(Array.from({ length: 1 + below(most) }, () => one(items))),
  ]
  const chance = (share: number): boolean => random() < share
  const uuid = (): string => {
    const hex = (length: number): string => Array.from({ length }, () => below(16).toString(16)).join('')
    return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`
  }
  const sentence = (): string => `${one(VERBS)} ${one(OBJECTS)}, ${one(ENDS)}`
  const day = (): string =>
    `20${String(8 + below(17)).padStart(2, '0')}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`

  const documentsOf = (share: number, size: number): number => Math.max(1, Math.round((count * share) / size))
  const reviews = documentsOf(UPR_SHARE, IN_A_REVIEW)
  const observations = documentsOf(1 - UPR_SHARE, IN_OBSERVATIONS)
  const at = <Item>(items: readonly Item[], place: number): Item => items[place % items.length] as Item

  for (let number = 0; number < count; number += 1) {
    const isUpr = chance(UPR_SHARE)
    // Of a document all is known by its place among those of its kind: the State, the body, the session.
    const place = below(isUpr ? reviews : observations)
    const [name, code, region] = at(STATES, place)
    const round = Math.floor(place / STATES.length)
    const document = 1 + Math.floor(round / (isUpr ? SESSIONS : BODIES.length))
    let text: string
    let symbol: string
    let body: string
    let recommending: string[] = []
    const session = 1 + (round % SESSIONS)
    if (isUpr) {
      body = chance(0.1) ? 'UPR' : '- UPR'
      symbol = `A/HRC/${10 + session}/${document}`
      recommending = some(RECOMMENDERS, 3)
      const states = one([
        (names: string[]) => names.map((state) => `(${state})`).join(' '),
        (names: string[]) => `(${names.join(', ')})`,
        (names: string[]) => `(${names.join('; ')})`,
      ])(recommending)
      text = `${100 + below(40)}.${1 + below(200)}${chance(0.3) ? '.' : ''} ${sentence()} ${states};`
      if (chance(0.05)) text += ` ${sentence()} (Chile);`
      if (chance(0.05)) recommending.push('Chile')
      if (chance(0.1)) text += `\nSource of Position: ${symbol}/Add.1 - Para.${1 + below(9)}`
    } else {
      const [printed, start] = at(BODIES, round)
      body = printed
      symbol = chance(0.02) ? `${start}15/Add.${100 + below(150)}` : `${start}${code}/CO/${document}`
      const paragraph = 4 + below(70)
      text =
        start === 'CRC/C/' && chance(0.02)
          ? `${paragraph}.The Committee asks for urgent measures in these areas: registration (para. ${paragraph + 2}); schooling (paras. ${paragraph + 5} and ${paragraph + 9}).`
          : `${chance(0.4) ? `${one(HEADINGS)} ` : ''}${paragraph}.${chance(0.5) ? ' ' : ''}The Committee recommends that the State party: (a) ${sentence()}; (b) ${sentence()}; (c) ${sentence()}; (d) ${sentence()}.`
    }
    if (chance(0.15))
      text = `<p>${text.replace(' and ', ' &amp; ').replaceAll("'", '&rsquo;')}</p><p>${sentence()}.</p>`
    const type = chance(0.02)
      ? null
      : chance(0.02)
        ? uuid()
        : chance(0.7)
          ? '- Recommendations'
          : '- Concerns/Observations'
    const published = day()
    yield {
      AffectedPersons: some(GROUPS, 3),
      AnnotationId: uuid(),
      AnnotationType: type,
      Body: body,
      Countries: !isUpr && chance(0.03) ? [] : [name],
      DocumentId: `00000000-0000-4000-a000-${String(document).padStart(6, '0')}${String(session).padStart(6, '0')}`,
      PublicationDate: `${published}T00:00:00`,
      PublicationDateOnUhri: `${published}T10:53:45.827`,
      Regions: [region],
      Sdgs: some(SDGS, 3),
      Symbol: symbol,
      Text: text,
      Themes: some(THEMES, 4),
      UprCycle: isUpr ? '3rd cycle' : null,
      UprPositions: isUpr ? [one(['Supported', 'Noted', 'Supported/Noted'])] : [],
      UprRecommendingCountry: recommending,
      UprRecommendingRegions: isUpr ? [one(STATES)[2]] : [],
      UprSession: isUpr ? [`${session}th Session`] : [],
    }
  }
}

/** Writes such records as one JSON array, in flat memory. Returns the bytes written. */
export async function writeUhriJson(
  path: string,
  { count, seed = 1 }: { count: number; seed?: number },
): Promise<number> {
  const stream = createWriteStream(path)
  let first = true
  for (const record of uhriRecords({ count, seed })) {
    const isRoom = stream.write(`${first ? '[' : ',\n'}${JSON.stringify(record)}`)
    first = false
    if (!isRoom) await once(stream, 'drain')
  }
  stream.end(first ? '[]' : ']\n')
  await once(stream, 'finish')
  return stream.bytesWritten
}
