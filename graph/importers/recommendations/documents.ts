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
}

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
  /** A symbol to give a document that stood without one; null where there is none to give. */
  readonly symbolToFill: string | null
}

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

/** Cycle of the Universal Periodic Review: that of the session, else the one that the file names. */
export const cycleOfDocument = ({ session, cycle }: Pick<NamedDocument, 'session' | 'cycle'>): number | null =>
  session === null ? cycle : cycleOfSession(session)

function dateOf({
  adoptedOn,
  publishedOn,
  session,
  year: given,
}: NamedDocument): Pick<ResolvedDocument, 'year' | 'yearBasis' | 'sortOn'> {
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

  constructor(held: Iterable<HeldDocument>) {
    for (const one of held) this.#add(one)
  }

  #add(one: HeldDocument): void {
    this.#byId.set(one.id, one)
    const place = `${one.mechanismId} ${one.stateId}`
    if (one.symbol !== null) {
      const name = `${one.symbol.toUpperCase()} ${one.stateId}`
      this.#bySymbol.set(name, [...(this.#bySymbol.get(name) ?? []), one])
    }
    // A State is reviewed once in a cycle.
    const printed = typeof one.cycle === 'string' ? cycleOf(one.cycle) : one.cycle
    const cycle = cycleOfDocument({ session: one.session, cycle: printed })
    if (cycle !== null && !this.#bySession.has(`${place} ${cycle}`)) this.#bySession.set(`${place} ${cycle}`, one)
    for (const date of [one.adoptedOn, one.publishedOn])
      if (date !== null && !this.#byDate.has(`${place} ${date}`)) this.#byDate.set(`${place} ${date}`, one)
  }

  /**
   * The document of each key. Those with a symbol come first, so that rows of the same file without one meet them; the
   * order of the file decides nothing.
   */
  resolveAll(named: Iterable<NamedDocument>): { resolved: Map<string, ResolvedDocument>; doubts: string[] } {
    const inOrder = [...named].sort(
      (a, b) => Number(a.symbol === null) - Number(b.symbol === null) || (a.key < b.key ? -1 : 1),
    )
    const resolved = new Map<string, ResolvedDocument>()
    const doubts: string[] = []
    for (const one of inOrder) {
      const { document, doubt } = this.#resolve(one)
      resolved.set(one.key, document)
      if (doubt !== null) doubts.push(doubt)
      if (document.isNew) this.#add({ ...one, ...document })
    }
    return { resolved, doubts }
  }

  #resolve(named: NamedDocument): { document: ResolvedDocument; doubt: string | null } {
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
        ? `${named.symbol ?? ''} is taken for another document than ${bySession.symbol ?? ''}, though both are of cycle ${cycle ?? ''}: decide whether one symbol is mistaken`
        : null
    const shared = { stateId, mechanismId, mechanism: named.mechanism, named }
    if (held === undefined)
      return {
        document: {
          ...shared,
          id,
          isNew: true,
          symbol: named.symbol,
          title: titleOf(named),
          symbolToFill: null,
          ...dateOf(named),
        },
        doubt,
      }
    return {
      document: {
        ...shared,
        id: held.id,
        isNew: false,
        symbol: held.symbol ?? named.symbol,
        title: held.title ?? titleOf(named),
        year: held.year,
        yearBasis: null,
        sortOn: held.sortOn ?? '',
        symbolToFill: held.symbol === null ? named.symbol : null,
      },
      doubt,
    }
  }
}
