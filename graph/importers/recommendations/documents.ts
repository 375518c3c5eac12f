/**
 * Which document a row stands in: by symbol, else by mechanism, State and session or date. Pure: the documents that the
 * graph holds are handed in.
 */
import { lastDayOf, yearOf } from '../../dates/partial-date.ts'
import type { ReadDocument, ReadRecommendation } from '../records.ts'
import { cycleOf, cycleOfSession, datesOfSession } from '../understanding/index.ts'
import { keyOf } from '../../model/index.ts'
import { mechanismKey } from './mechanisms.ts'
import { shortHash } from './wording.ts'

const UPR = 'UPR'

/** A document as a file names it, once for all its rows. */
export type NamedDocument = {
  readonly key: string
  readonly symbol: string | null
  readonly title: string | null
  readonly session: number | null
  /** Of the Universal Periodic Review, where the session is not named. */
  readonly cycle: number | null
  readonly publishedOn: string | null
  readonly adoptedOn: string | null
  readonly sourceId: string | null
  readonly year: number | null
  /** Our own export names it by the id it has in the graph: it is met by nothing else. */
  readonly isOurs: boolean
  readonly state: string
  readonly mechanism: string
}

/** A document of the graph. */
export type HeldDocument = {
  readonly id: string
  readonly symbol: string | null
  readonly stateId: string
  readonly mechanismId: string
  readonly session: number | null
  /** In words, as the graph keeps it, or its number. */
  readonly cycle: string | number | null
  readonly year: number | null
  readonly sortOn: string | null
  readonly adoptedOn: string | null
  readonly publishedOn: string | null
  readonly title: string | null
  readonly yearBasis: string | null
  /** Where its facts were read; an import ends it with the name of its source. */
  readonly source: string | null
  /** `property system` of each fact that a file filled in later. */
  readonly filledBy: readonly string[]
}

/** Whose file is read. */
export type NamedSource = {
  readonly system: string
  readonly name: string
  /** Several people keep such files: what one said, another does not change. */
  readonly isNumberedByMany?: boolean
}

/** Facts of a document, and what follows from them: year and order. */
export type DocumentFacts = Partial<
  Record<'symbol' | 'cycle' | 'adoptedOn' | 'publishedOn' | 'yearBasis' | 'sortOn', string | null> &
    Record<'session' | 'year', number | null> &
    Record<'filledBy', readonly string[]>
>

/** A document as its rows need it, and what must be written for it to be there. */
export type ResolvedDocument = {
  readonly id: string
  readonly isNew: boolean
  readonly symbol: string | null
  readonly title: string
  readonly year: number | null
  readonly yearBasis: string | null
  readonly sortOn: string
  readonly stateId: string
  readonly mechanismId: string
  readonly mechanism: string
  readonly named: NamedDocument
  /** What the file says of a document of the graph that nobody said, or says otherwise than its source said before; empty where nothing. */
  readonly fill: DocumentFacts
  /** The same facts as the graph has them. */
  readonly was: DocumentFacts
}

/** What follows from other facts of a document. */
const FOLLOWS: ReadonlySet<string> = new Set<keyof DocumentFacts>(['year', 'yearBasis', 'sortOn', 'filledBy'])

/** The report behind a symbol: positions stand in an addendum, `A/HRC/43/15/Add.1`, of the same review. */
const baseSymbol = (symbol: string, mechanism: string): string =>
  mechanism === UPR ? symbol.replace(/\/(?:ADD|CORR|REV)\.\d+$/i, '') : symbol

const slug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}._]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-$/gu, '')
    .slice(0, 120)

/** A symbol that names State and mechanism itself, as the treaty bodies' do since 2005. */
const namesState = (symbol: string, state: string): boolean =>
  symbol.split('/').includes(state) && !symbol.startsWith('A/')

/** The key by which rows of one document are brought together: the key of the id that it would get. */
export function documentKeyOf(
  document: ReadDocument,
  state: string,
  mechanism: string,
  { isOurs }: { readonly isOurs: boolean },
): string {
  if (isOurs && document.sourceId !== null) return keyOf(document.sourceId)
  const place = `${mechanismKey(mechanism)}-${state.toLowerCase()}`
  if (document.symbol !== null && document.symbol !== '') {
    const symbol = baseSymbol(document.symbol, mechanism)
    return namesState(symbol, state) ? slug(symbol) : `${slug(symbol)}-${place}`
  }
  if (document.session !== null) return `${place}-session-${document.session}`
  if (document.cycle !== null) return `${place}-cycle-${document.cycle}`
  const date = document.adoptedOn ?? document.publishedOn
  if (date !== null && date !== '') return `${place}-${date}`
  if (document.sourceId !== null && document.sourceId !== '') return `${place}-${slug(document.sourceId)}`
  return document.title === null || document.title === '' ? place : `${place}-${shortHash(document.title).slice(0, 10)}`
}

export const nameDocument = (
  { document, state, mechanism }: ReadRecommendation,
  key: string,
  { isOurs }: { readonly isOurs: boolean },
): NamedDocument => ({
  key,
  symbol:
    document.symbol === null || document.symbol === ''
      ? null
      : isOurs
        ? document.symbol
        : baseSymbol(document.symbol, mechanism),
  year: document.year ?? null,
  isOurs: isOurs && document.sourceId !== null,
  title: document.title,
  session: document.session,
  cycle: document.cycle,
  publishedOn: document.publishedOn,
  adoptedOn: document.adoptedOn,
  sourceId: document.sourceId,
  state,
  mechanism,
})

/** Of two rows of one document, what either says: a date or title may stand on the one and not on the other. */
export const joinNames = (a: NamedDocument, b: NamedDocument): NamedDocument =>
  (a.title === null && b.title !== null) ||
  (a.session === null && b.session !== null) ||
  (a.cycle === null && b.cycle !== null) ||
  (a.publishedOn === null && b.publishedOn !== null) ||
  (a.adoptedOn === null && b.adoptedOn !== null) ||
  (a.sourceId === null && b.sourceId !== null)
    ? {
        ...a,
        title: a.title ?? b.title,
        session: a.session ?? b.session,
        cycle: a.cycle ?? b.cycle,
        publishedOn: a.publishedOn ?? b.publishedOn,
        adoptedOn: a.adoptedOn ?? b.adoptedOn,
        sourceId: a.sourceId ?? b.sourceId,
      }
    : a

/** Ordinal as English prints it: 1st, 2nd, 3rd, 4th. */
const ordinal = (n: number): string =>
  `${n}${n % 100 >= 11 && n % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`

/** Cycle of the Universal Periodic Review: that of the session, else the one that the file names. */
export const cycleOfDocument = ({ session, cycle }: Pick<NamedDocument, 'session' | 'cycle'>): number | null =>
  session === null ? cycle : cycleOfSession(session)

/** Cycle and session of the Universal Periodic Review in words, as the graph keeps them. */
export function cycleWordsOf(named: Pick<NamedDocument, 'session' | 'cycle'>): string | null {
  const { session } = named
  const cycle = cycleOfDocument(named)
  if (session === null) return cycle === null ? null : `${ordinal(cycle)} cycle`
  return cycle === null ? `${ordinal(session)} session` : `${ordinal(cycle)} cycle (${ordinal(session)} session)`
}

function dateOf({
  adoptedOn,
  publishedOn,
  session,
  year: given,
}: Pick<NamedDocument, 'adoptedOn' | 'publishedOn' | 'session' | 'year'>): Pick<
  ResolvedDocument,
  'year' | 'yearBasis' | 'sortOn'
> {
  if (adoptedOn !== null && adoptedOn !== '')
    return { year: yearOf(adoptedOn), yearBasis: 'ADOPTED', sortOn: lastDayOf(adoptedOn) }
  if (publishedOn !== null && publishedOn !== '')
    return { year: yearOf(publishedOn), yearBasis: 'PUBLISHED', sortOn: lastDayOf(publishedOn) }
  const began = session === null ? undefined : datesOfSession(session)?.beganOn
  if (given !== null && began === undefined) return { year: given, yearBasis: null, sortOn: lastDayOf(String(given)) }
  // Empty where no date is known: an index holds no null, and a list must hold everything.
  if (began === undefined) return { year: null, yearBasis: null, sortOn: '' }
  const year = yearOf(began)
  return { year, yearBasis: 'SESSION', sortOn: lastDayOf(String(year)) }
}

const titleOf = (named: NamedDocument): string => {
  const { title, symbol, session, mechanism, key } = named
  if (title !== null && title !== '') return title
  const cycle = cycleOfDocument(named)
  if (mechanism === UPR && session === null && symbol === null && cycle !== null)
    return `Universal Periodic Review, cycle ${cycle}`
  if (mechanism === UPR && session !== null)
    return `Universal Periodic Review, session ${session}${cycle === null ? '' : `, cycle ${cycle}`}`
  return symbol ?? `${mechanism}, ${key}`
}

/** The documents of the graph by what files name them by. */
export class Documents {
  readonly #byId = new Map<string, HeldDocument>()
  readonly #bySymbol = new Map<string, HeldDocument[]>()
  readonly #bySession = new Map<string, HeldDocument>()
  readonly #byDate = new Map<string, HeldDocument>()
  readonly #source: NamedSource
  /** Documents of this file alone, by id: further names of them add what they say. */
  readonly #made = new Map<string, NamedDocument>()
  /** What this file adds to documents of the graph, all its names of them together. */
  readonly #filled = new Map<string, Pick<ResolvedDocument, 'fill' | 'was'>>()

  /** What a source said of a document before, it may change. */
  constructor(held: Iterable<HeldDocument>, source: NamedSource) {
    this.#source = source
    for (const one of held) this.#add(one)
  }

  /** A document known already by its id takes the place of what was known of it. */
  #add(one: HeldDocument): void {
    this.#byId.set(one.id, one)
    const place = `${one.mechanismId} ${one.stateId}`
    if (one.symbol !== null) {
      const name = `${one.symbol.toUpperCase()} ${one.stateId}`
      this.#bySymbol.set(name, [...(this.#bySymbol.get(name) ?? []).filter(({ id }) => id !== one.id), one])
    }
    const put = (map: Map<string, HeldDocument>, key: string): void => {
      const before = map.get(key)
      if (before === undefined || before.id === one.id) map.set(key, one)
    }
    // A State is reviewed once in a cycle.
    const printed = typeof one.cycle === 'string' ? cycleOf(one.cycle) : one.cycle
    const cycle = cycleOfDocument({ session: one.session, cycle: printed })
    if (cycle !== null) put(this.#bySession, `${place} ${cycle}`)
    for (const date of [one.adoptedOn, one.publishedOn]) if (date !== null) put(this.#byDate, `${place} ${date}`)
  }

  /**
   * The document of each key. Those with a symbol come first, so that rows of the same file without one meet them; the
   * order of the file decides nothing.
   */
  resolveAll(named: Iterable<NamedDocument>): { resolved: Map<string, ResolvedDocument>; doubts: string[] } {
    // The surer a name, the earlier: a date alone must not make a document that a session would have met.
    const surety = ({ symbol, session, cycle }: NamedDocument): number =>
      symbol !== null ? 0 : session !== null ? 1 : cycle !== null ? 2 : 3
    const inOrder = [...named].sort((a, b) => surety(a) - surety(b) || (a.key < b.key ? -1 : 1))
    const resolved = new Map<string, ResolvedDocument>()
    const doubts: string[] = []
    for (const one of inOrder) {
      const { document, doubt } = this.#resolve(one)
      resolved.set(one.key, document)
      doubts.push(...doubt)
    }
    // What a later name of the same document adds holds for the rows of the earlier one too.
    const last = new Map([...resolved.values()].map((document) => [document.id, document]))
    for (const [key, { id }] of resolved) resolved.set(key, last.get(id) as ResolvedDocument)
    return { resolved, doubts }
  }

  #resolve(named: NamedDocument): { document: ResolvedDocument; doubt: string[] } {
    const stateId = `state:${named.state}`
    const mechanismId = `mechanism:${mechanismKey(named.mechanism)}`
    const place = `${mechanismId} ${stateId}`
    const id = `document:${named.key}`
    const cycle = cycleOfDocument(named)
    const bySymbol =
      named.symbol === null
        ? undefined
        : this.#bySymbol.get(`${named.symbol.toUpperCase()} ${stateId}`)?.find((one) => one.mechanismId === mechanismId)
    const bySession = cycle === null ? undefined : this.#bySession.get(`${place} ${cycle}`)
    const byDate = [named.adoptedOn, named.publishedOn]
      .map((date) => (date === null ? undefined : this.#byDate.get(`${place} ${date}`)))
      .find((one) => one !== undefined)
    // One without a symbol may be the other's: two different symbols never are one document.
    const mayBe = (one: HeldDocument | undefined): one is HeldDocument =>
      one !== undefined && (named.symbol === null || one.symbol === null)
    const held =
      this.#byId.get(id) ??
      (named.isOurs
        ? undefined
        : (bySymbol ?? (mayBe(bySession) ? bySession : undefined) ?? (mayBe(byDate) ? byDate : undefined)))
    const doubt =
      held === undefined && bySession !== undefined && !named.isOurs
        ? [
            `${named.symbol ?? ''} is taken for another document than ${bySession.symbol ?? ''}, though both are of cycle ${cycle ?? ''}: decide whether one symbol is mistaken`,
          ]
        : []
    const shared = { stateId, mechanismId, mechanism: named.mechanism }
    const made = held === undefined ? named : this.#made.get(held.id)
    if (held === undefined || made !== undefined) {
      const joined = made === undefined || made === named ? named : joinNames(made, named)
      const document: ResolvedDocument = {
        ...shared,
        named: joined,
        id: held?.id ?? id,
        isNew: true,
        symbol: joined.symbol,
        title: titleOf(joined),
        fill: {},
        was: {},
        ...dateOf(joined),
      }
      this.#made.set(document.id, joined)
      this.#add({ ...joined, ...document, source: null, filledBy: [] })
      return { document, doubt }
    }
    const { fill, doubts } = this.#fill(held, named)
    const next = { ...held, ...fill }
    this.#add(next)
    const { symbol, title, year, sortOn } = next
    return {
      document: {
        ...shared,
        named,
        id: held.id,
        isNew: false,
        symbol,
        title: title ?? titleOf(named),
        year,
        yearBasis: null,
        sortOn: sortOn ?? '',
        ...(this.#filled.get(held.id) ?? { fill: {}, was: {} }),
      },
      doubt: [...doubt, ...doubts],
    }
  }

  /** Whether this source said a fact of a document. */
  #said({ source, filledBy }: HeldDocument, name: string): boolean {
    if (this.#source.isNumberedByMany === true) return false
    const filler = filledBy.find((entry) => entry.startsWith(`${name} `))
    if (filler !== undefined) return filler === `${name} ${this.#source.system}`
    return source === this.#source.name || source?.endsWith(`(${this.#source.name})`) === true
  }

  /** What a file adds to a document of the graph, and what it says against it. */
  #fill(held: HeldDocument, named: NamedDocument): { fill: DocumentFacts; doubts: string[] } {
    const doubts: string[] = []
    const fill: DocumentFacts = {}
    const against = (what: string, then: string | number, now: string | number): void => {
      doubts.push(
        `${held.symbol ?? held.title ?? held.id}: ${what} ${then} here and ${now} in the graph, which the graph keeps`,
      )
    }
    for (const name of ['adoptedOn', 'publishedOn'] as const) {
      const [now, then] = [held[name], named[name] || null]
      if (then === null || now === then || now?.startsWith(then) === true) continue
      // "2014" is not contradicted by a day of that year.
      if (now === null || then.startsWith(now) || this.#said(held, name)) fill[name] = then
      else against(name === 'adoptedOn' ? 'adopted' : 'published', then, now)
    }
    if (held.symbol === null && named.symbol !== null) fill.symbol = named.symbol
    const printed = typeof held.cycle === 'string' ? cycleOf(held.cycle) : held.cycle
    const [cycle, session] = [cycleOfDocument(named), held.session ?? named.session]
    const isOtherCycle = cycle !== null && printed !== null && cycle !== printed
    if (held.session !== null && named.session !== null && held.session !== named.session)
      against('session', named.session, held.session)
    else if (isOtherCycle) against('cycle', cycle, printed)
    // Our own export has the session in words alone, which say what the graph said.
    else if (!named.isOurs) {
      if (held.session === null && session !== null) fill.session = session
      // "2nd cycle" becomes "2nd cycle (18th session)"; other words than ours stay.
      const isOurs = held.cycle === cycleWordsOf({ session: null, cycle: printed })
      const words = cycleWordsOf({ session, cycle: named.cycle ?? printed })
      if (words !== null && words !== held.cycle && (held.cycle === null || (held.session === null && isOurs)))
        fill.cycle = words
    }
    const isDated = 'adoptedOn' in fill || 'publishedOn' in fill
    if (isDated || held.year === null) {
      const dated = dateOf({
        adoptedOn: fill.adoptedOn ?? held.adoptedOn,
        publishedOn: fill.publishedOn ?? held.publishedOn,
        session: fill.session ?? held.session,
        year: held.year ?? named.year,
      })
      if (dated.year !== held.year) Object.assign(fill, { year: dated.year, yearBasis: dated.yearBasis })
      if (dated.sortOn !== (held.sortOn ?? ''))
        Object.assign(fill, { sortOn: dated.sortOn, yearBasis: dated.yearBasis })
    }
    const names = Object.keys(fill) as (keyof DocumentFacts)[]
    if (names.length > 0) {
      const earlier = this.#filled.get(held.id)
      const was = Object.fromEntries(names.map((name) => [name, held[name]]))
      const facts = names.filter((name) => !FOLLOWS.has(name) && held[name] === null)
      if (facts.length > 0) {
        was['filledBy'] = held.filledBy.length === 0 ? null : held.filledBy
        fill.filledBy = [...held.filledBy, ...facts.map((name) => `${name} ${this.#source.system}`)]
      }
      this.#filled.set(held.id, { fill: { ...earlier?.fill, ...fill }, was: { ...was, ...earlier?.was } })
    }
    return { fill, doubts }
  }
}
