/**
 * Lets one run of a statement go first where its text is new to the database: Neo4j plans a text once and keeps the plan,
 * but a crowd that asks the same at once has it planned by each (measured: 200 clients on a cold database kept two cores
 * planning for half a minute).
 */
import { fromDriver } from '../errors.ts'
import { Kept } from './kept.ts'

/** Characters of texts that are remembered; forgetting one costs no more than a short wait. */
const KEPT_TEXTS = 8_000_000

export class FirstRuns {
  readonly #known = new Kept<true>(KEPT_TEXTS)
  readonly #running = new Map<string, Promise<void>>()

  /** Whether the database has planned the text before. */
  knows(statement: string): boolean {
    return this.#known.get(statement) !== undefined
  }

  /** Runs at once where the text is known; else first, or after the one that is first, well or not. */
  async run<Result>(statement: string, work: () => Promise<Result>): Promise<Result> {
    if (this.knows(statement)) return this.#watched(work)
    const first = this.#running.get(statement)
    if (first !== undefined) {
      await first
      return this.#watched(work)
    }
    let done: () => void = () => {}
    this.#running.set(
      statement,
      new Promise((resolve) => {
        done = resolve
      }),
    )
    try {
      const result = await this.#watched(work)
      this.#known.set(statement, true, statement.length)
      return result
    } finally {
      this.#running.delete(statement)
      done()
    }
  }

  /** A database that was away comes back without its plans. */
  async #watched<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      if (fromDriver(error)?.code === 'UNAVAILABLE') this.#known.clear()
      throw error
    }
  }
}
