/**
 * Joins what is asked at the same time. Questions of the same statement that arrive in one turn of the event loop, or while
 * the ones before are with the database, go there as one; alone, a question waits for nothing but the end of the turn.
 * A statement's way to the database and back costs more than what most of them ask there: eight joined take a third to a
 * half of the time of eight alone (README, decisions).
 */
import { setMaxListeners } from 'node:events'
import type { Db, StatementOptions } from '../../../graph/db/index.ts'
import { fromDriver } from '../errors.ts'
import type { Composed, Statement } from './composed.ts'
import { FirstRuns } from './first-runs.ts'

/** More askers than this make the answer of the first wait for the last. */
const MAX_JOINED = 64
/** Only so many are joined as are expected to be answered within this time, by what the last ones took. */
const JOINED_MS = 200
/** As many as are joined while nothing is known of their pace. */
const JOINED_AT_FIRST = 8
/** Statements of one kind on their way at a time; the next ones gather meanwhile. Measured: see the README. */
const MAX_UNDER_WAY = 2

type Asker = {
  readonly composed: Composed
  readonly options: StatementOptions
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: unknown) => void
}
/** The askers of one statement with the same bounds. */
type Lane = {
  readonly statement: Statement
  readonly bounds: Composed['bounds']
  readonly waiting: Asker[]
  underWay: number
  isAwaited: boolean
}
type Row = { readonly place: number; readonly answer: unknown }

export class Joined {
  readonly #db: Db
  readonly #firstRuns = new FirstRuns()
  readonly #lanes = new Map<string, Lane>()
  /** Milliseconds that one asker's share of a statement took last. */
  readonly #paces = new WeakMap<Statement, number>()

  constructor(db: Db) {
    this.#db = db
  }

  /** The answer for one asker; undefined where there is none. The signal says that this one has left. */
  read(composed: Composed, options: StatementOptions): Promise<unknown> {
    const { statement, bounds } = composed
    const key = `${statement.number} ${JSON.stringify(bounds)}`
    let lane = this.#lanes.get(key)
    if (lane === undefined) {
      lane = { statement, bounds, waiting: [], underWay: 0, isAwaited: false }
      this.#lanes.set(key, lane)
    }
    const own = lane
    return new Promise((resolve, reject) => {
      own.waiting.push({ composed, options, resolve, reject })
      if (own.isAwaited) return
      own.isAwaited = true
      setImmediate(() => {
        own.isAwaited = false
        this.#go(key, own)
      })
    })
  }

  #go(key: string, lane: Lane): void {
    while (lane.waiting.length > 0) {
      const pace = this.#paces.get(lane.statement) ?? JOINED_MS / JOINED_AT_FIRST
      const count = Math.min(MAX_JOINED, Math.max(1, Math.floor(JOINED_MS / pace)))
      // What takes long gains nothing from waiting for others.
      if (count > 1 && lane.underWay >= MAX_UNDER_WAY) return
      const askers = lane.waiting.splice(0, count)
      lane.underWay += 1
      void this.#send(lane, askers).finally(() => {
        lane.underWay -= 1
        this.#go(key, lane)
      })
    }
    if (lane.underWay === 0 && !lane.isAwaited) this.#lanes.delete(key)
  }

  async #send(lane: Lane, askers: readonly Asker[]): Promise<void> {
    const [first] = askers
    if (first === undefined) return
    const {
      statement: { text },
      bounds,
    } = lane
    const asked = askers.map(({ composed }, place) => [place, ...composed.values])
    // Planning is no part of the pace.
    const isPlanned = this.#firstRuns.knows(text)
    try {
      const rows = await whileAnyStays(askers, (signal) =>
        this.#firstRuns.run(text, async () => {
          const startedAt = performance.now()
          const read = await this.#db.read<Row>(text, { asked, ...bounds }, { ...first.options, signal })
          if (isPlanned) this.#paces.set(lane.statement, (performance.now() - startedAt) / askers.length)
          return read
        }),
      )
      const answers = new Map(rows.map(({ place, answer }) => [place, answer]))
      for (const [place, { composed, resolve }] of askers.entries()) resolve(composed.unpack(answers.get(place)))
    } catch (error) {
      const { isRetryable = false } = fromDriver(error) ?? {}
      // One that the database cannot answer must not take the others with it; a database that is away answers none.
      if (askers.length > 1 && !isRetryable) await Promise.all(askers.map((asker) => this.#send(lane, [asker])))
      else for (const { reject } of askers) reject(error)
    }
  }
}

/** Does the work with a signal that fires when every asker has left: the last who leaves takes the statement along. */
async function whileAnyStays<Result>(
  askers: readonly Asker[],
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const signals = askers.map(({ options }) => options.signal)
  const [only] = signals
  if (signals.length === 1 && only !== undefined) return work(only)
  const left = new AbortController()
  setMaxListeners(MAX_JOINED + 1, left.signal)
  let staying = signals.filter((signal) => signal?.aborted !== true).length
  const leave = (): void => {
    staying -= 1
    if (staying === 0) left.abort()
  }
  if (staying === 0) left.abort()
  for (const signal of signals) signal?.addEventListener('abort', leave)
  try {
    return await work(left.signal)
  } finally {
    for (const signal of signals) signal?.removeEventListener('abort', leave)
  }
}
