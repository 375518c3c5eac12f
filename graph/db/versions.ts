import { randomUUID } from 'node:crypto'

/**
 * The version of the graph: a number that only grows, behind a name of its own, since another connection may lead to
 * another database.
 *
 * Neo4j Community tells no last transaction id, but the bookmark that any reading session returns changes with every
 * commit by anybody. It is read when somebody asks and the last reading is too old: an idle server asks nothing.
 */
export class Versions {
  readonly #readBookmark: () => Promise<string>
  readonly #name = randomUUID().slice(0, 8)
  #number = 0
  #bookmark: string | null = null
  #readAt = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | null = null

  constructor(readBookmark: () => Promise<string>) {
    this.#readBookmark = readBookmark
  }

  /** A write of our own has ended, well or not: what was known before no longer holds. */
  moved(): void {
    this.#number += 1
  }

  async current(maxAgeMs: number): Promise<string> {
    const oldest = performance.now() - maxAgeMs
    // A loop: the reading under way may have begun too long ago for this one.
    while (this.#readAt < oldest) {
      this.#reading ??= this.#read().finally(() => {
        this.#reading = null
      })
      await this.#reading
    }
    return `${this.#name}-${this.#number}`
  }

  async #read(): Promise<void> {
    const startedAt = performance.now()
    const bookmark = await this.#readBookmark()
    if (bookmark !== this.#bookmark) this.#number += 1
    this.#bookmark = bookmark
    this.#readAt = startedAt
  }
}
