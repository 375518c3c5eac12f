/**
 * A graph shaped like what the Universal Periodic Review has published: 41,066 recommendations and some 240,000
 * relationships, or several times that. Seeded: the same scale gives the same graph. Names and sentences are made up.
 */
import countries from 'i18n-iso-countries'
import { listPlaces } from '../../graph/text/index.ts'

export const RECOMMENDATIONS_AT_SCALE_1 = 41_066
const STATE_COUNT = 193
const THEME_COUNT = 60
const RIGHT_COUNT = 40
const BODY_COUNT = 540
const CYCLES = [2010, 2014, 2019] as const
const POSITIONS = ['SUPPORTED', 'SUPPORTED', 'SUPPORTED', 'NOTED', 'PARTIAL', null] as const

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator, good enough to draw words with. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Small numbers often, large ones seldom, as themes and words are used. */
const skewed = (random: () => number, count: number): number => Math.floor(count * random() ** 2.5)

const SYLLABLES = ['ba', 'de', 'fi', 'go', 'ku', 'la', 'me', 'ni', 'po', 'ra', 'se', 'ti', 'vo', 'zu', 'che', 'tra']
const FIELD_WORDS =
  'children women education health detention torture migration labour housing water justice police courts law reform ratify protocol violence trafficking minorities disability poverty religion expression assembly media prison birth registration nutrition equality training awareness budget monitoring data institution independent complaints protection'.split(
    ' ',
  )

/** Words by how often they stand in a sentence: the field's own first, then made-up ones. */
export function vocabulary(size = 4_000): string[] {
  const words = [...FIELD_WORDS]
  for (let index = 0; words.length < size; index += 1) {
    const [a, b, c] = [index % 16, Math.floor(index / 16) % 16, Math.floor(index / 256) % 16]
    words.push(`${SYLLABLES[a] ?? ''}${SYLLABLES[b] ?? ''}${SYLLABLES[c] ?? ''}n`)
  }
  return words
}

export type Named = { readonly id: string; readonly name: string }
export type BenchDocument = Named & { readonly stateId: string; readonly year: number }
export type BenchBody = Named & { readonly stateId: string }
export type BenchRecommendation = {
  readonly id: string
  readonly documentId: string
  readonly stateId: string
  readonly year: number
  readonly paragraph: string
  readonly listOrder: string
  readonly dateOrder: string
  readonly position: string | null
  readonly summary: string
  readonly recommendedBy: string
  readonly themes: readonly string[]
  readonly rights: readonly string[]
  readonly bodies: readonly { readonly id: string; readonly role: 'LEAD' | 'SUPPORT' }[]
}

export const states: readonly Named[] = Object.values(countries.getAlpha3Codes())
  .slice(0, STATE_COUNT)
  .map((two) => ({ id: `state:${countries.alpha2ToAlpha3(two) ?? two}`, name: countries.getName(two, 'en') ?? two }))
const numbered = (prefix: string, title: string, count: number): Named[] =>
  Array.from({ length: count }, (_, index) => ({ id: `${prefix}:${index + 1}`, name: `${title} ${index + 1}` }))
export const themes: readonly Named[] = numbered('theme', 'Theme', THEME_COUNT)
export const rights: readonly Named[] = numbered('right', 'Right', RIGHT_COUNT)
const stateAt = (index: number): Named => states[index % states.length] ?? { id: '', name: '' }
export const bodies: readonly BenchBody[] = numbered('body', 'Ministry', BODY_COUNT).map((body, index) => ({
  ...body,
  stateId: stateAt(index).id,
}))
export const documents: readonly BenchDocument[] = states.flatMap((state) =>
  CYCLES.map((year, cycle) => ({
    id: `document:upr-${state.id.slice('state:'.length).toLowerCase()}-${cycle + 1}`,
    name: `Review of ${state.name}, cycle ${cycle + 1}`,
    stateId: state.id,
    year,
  })),
)
const bodiesOf = new Map(states.map(({ id }) => [id, bodies.filter(({ stateId }) => stateId === id)]))

/** The recommendations in order, one by one; `texts` stand in for made-up sentences where real ones are at hand. */
export function* recommendations(
  scale: number,
  { seed = 1, count = RECOMMENDATIONS_AT_SCALE_1, texts = [] as readonly string[] } = {},
): Generator<BenchRecommendation> {
  const random = randomOf(seed)
  const words = vocabulary()
  const some = (list: readonly Named[], most: number): string[] => [
    ...new Set(
      Array.from({ length: 1 + Math.floor(random() * most) }, () => list[skewed(random, list.length)]?.id ?? ''),
    ),
  ]
  const paragraphs = new Map<string, number>()
  for (let index = 0; index < count * scale; index += 1) {
    const document = documents[Math.floor(random() * documents.length)] ?? documents[0]
    if (document === undefined) return
    const number = (paragraphs.get(document.id) ?? 0) + 1
    paragraphs.set(document.id, number)
    const own = bodiesOf.get(document.stateId) ?? []
    const first = Math.floor(random() * own.length)
    const sentence = Array.from(
      { length: 12 + Math.floor(random() * 14) },
      () => words[skewed(random, words.length)] ?? '',
    ).join(' ')
    const id = `recommendation:bench-${index}`
    const paragraph = `118.${number}`
    yield {
      id,
      documentId: document.id,
      stateId: document.stateId,
      year: document.year,
      paragraph,
      ...listPlaces({ id, documentId: document.id, paragraph, sortOn: `${document.year}-01-01` }),
      position: POSITIONS[Math.floor(random() * POSITIONS.length)] ?? null,
      summary: texts.length > 0 ? (texts[index % texts.length] ?? sentence) : sentence,
      recommendedBy: stateAt(Math.floor(random() * STATE_COUNT)).id,
      themes: some(themes, 3),
      rights: random() < 0.5 ? some(rights, 1) : [],
      bodies: [first, ...(random() < 0.3 ? [(first + 1) % own.length] : [])].flatMap((at, place) => {
        const body = own[at]
        return body === undefined ? [] : [{ id: body.id, role: place === 0 ? ('LEAD' as const) : ('SUPPORT' as const) }]
      }),
    }
  }
}
