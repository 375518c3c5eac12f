/**
 * Joins reads of one thing by id: those that ask for the same fields and arrive in one turn of the event loop, or while
 * the ones before are with the database, go there as one statement (`UNWIND $ids`). Alone, a read waits for nothing but
 * the end of the turn.
 */
import { setMaxListeners } from 'node:events'
import type { Db, StatementOptions } from '../../../graph/db/index.ts'
import { fromDriver } from '../errors.ts'
import type { Composed } from './composed.ts'

/** More ids than this make the answer of the first wait for the last. */
const MAX_JOINED = 100
/** Statements of one kind on their way at a time; the next ones gather meanwhile. Measured: see the README. */
const MAX_UNDER_WAY = 2

type Waiting = { readonly resolve: (answer: unknown) => void; readonly reject: (error: unknown) => void }
type Batch = {
  readonly options: StatementOptions
  readonly waiting: Map<string, Waiting[]>
  /** How many still wait for the answer; the last who leaves takes the statement along. */
  clients: number
  isSent: boolean
  readonly left: AbortController
}

export class Points {
  readonly #db: Db
  readonly #batches = new Map<Composed, Batch>()
  readonly #underWay = new Map<Composed, number>()

  constructor(db: Db) {
    this.#db = db
  }

  /**
   * The answer for one id; null where the graph holds none. `composed` takes `$ids` and gives rows {id, answer}.
   * `signal` says that this client has left.
   */
  read(composed: Composed, id: string, { signal, ...options }: StatementOptions): Promise<unknown> {
    return new Promise((resolve, reject) => {
      let batch = this.#batches.get(composed)
      if (batch === undefined) {
        batch = { options, waiting: new Map(), clients: 0, isSent: false, left: new AbortController() }
        // Where the joined statement fails, each of its reads listens for itself.
        setMaxListeners(MAX_JOINED + 1, batch.left.signal)
        this.#batches.set(composed, batch)
        if (this.#isFree(composed)) setImmediate(() => void this.#send(composed))
      }
      const joined = batch
      joined.clients += 1
      signal?.addEventListener('abort', () => {
        joined.clients -= 1
        // Before it is sent another may still join.
        if (joined.clients === 0 && joined.isSent) joined.left.abort()
      })
      batch.waiting.set(id, [...(batch.waiting.get(id) ?? []), { resolve, reject }])
      if (batch.waiting.size === MAX_JOINED) void this.#send(composed)
    })
  }

  #isFree(composed: Composed): boolean {
    return (this.#underWay.get(composed) ?? 0) < MAX_UNDER_WAY
  }

  #count(composed: Composed, by: 1 | -1): void {
    const count = (this.#underWay.get(composed) ?? 0) + by
    if (count === 0) this.#underWay.delete(composed)
    else this.#underWay.set(composed, count)
  }

  async #send(composed: Composed): Promise<void> {
    const batch = this.#batches.get(composed)
    if (batch === undefined) return
    this.#batches.delete(composed)
    batch.isSent = true
    const { waiting, left } = batch
    if (batch.clients === 0) left.abort()
    const options = { ...batch.options, signal: left.signal }
    const settle = async (ids: readonly string[]): Promise<void> => {
      try {
        const rows = await this.#db.read<{ id: string; answer: unknown }>(
          composed.statement,
          { ...composed.parameters, ids },
          options,
        )
        const answers = new Map(rows.map(({ id, answer }) => [id, composed.unpack(answer)]))
        for (const id of ids) for (const { resolve } of waiting.get(id) ?? []) resolve(answers.get(id) ?? null)
      } catch (error) {
        // One that the database cannot answer must not take the others with it; a database that is away answers none.
        // Nor is what took too long asked again a hundred times.
        if (ids.length > 1 && !left.signal.aborted && fromDriver(error) === null) {
          await Promise.all(ids.map((id) => settle([id])))
        } else for (const id of ids) for (const { reject } of waiting.get(id) ?? []) reject(error)
      }
    }
    this.#count(composed, 1)
    await settle([...waiting.keys()])
    this.#count(composed, -1)
    if (this.#batches.has(composed)) void this.#send(composed)
  }
}
