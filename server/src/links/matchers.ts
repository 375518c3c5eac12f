/**
 * Recommendations made ready for matching, kept in memory for a State and a version of the graph: analysing a State takes
 * up to a second, matching one text against it some tens of milliseconds. A full-text index cannot choose the candidates
 * instead, since what is wanted most are recommendations that say the same in other words.
 */
import { createHash } from 'node:crypto'
import type { Db } from '../../../graph/db/index.ts'
import listStates from './cypher/list-states.cypher'
import { Matcher } from './matcher.ts'
import { weightsOf } from './own-weights.ts'
import { readStateTexts } from './state-texts.ts'

/** States kept at a time: one of 2,500 recommendations takes some 30 MB. */
const KEPT_STATES = 4
/** A version of the graph read this long ago still counts. */
const VERSION_AGE_MS = 250

type Held = { readonly version: string; readonly digest: string; readonly matcher: Matcher }

export class Matchers {
  readonly #db: Db
  /** In order of last use. */
  readonly #held = new Map<string, Promise<Held>>()

  constructor(db: Db) {
    this.#db = db
  }

  /** The State's recommendations as they are now; none match in a State without any. */
  async of(stateId: string): Promise<Matcher> {
    const version = await this.#db.version(VERSION_AGE_MS)
    const before = this.#held.get(stateId)
    const held = (before ?? Promise.resolve(null)).then((known) =>
      known?.version === version ? known : this.#read(stateId, version, known),
    )
    this.#held.delete(stateId)
    this.#held.set(stateId, held)
    for (const other of this.#held.keys()) if (this.#held.size > KEPT_STATES) this.#held.delete(other)
    try {
      return (await held).matcher
    } catch (error) {
      // Asked again by the next question.
      if (this.#held.get(stateId) === held) this.#held.delete(stateId)
      throw error
    }
  }

  async #read(stateId: string, version: string, known: Held | null): Promise<Held> {
    const [texts, weights] = await Promise.all([readStateTexts(this.#db, stateId), weightsOf(this.#db)])
    const digest = createHash('sha256')
      .update(JSON.stringify([weights.version, texts]))
      .digest('hex')
    // Most writes touch no text.
    return { version, digest, matcher: known?.digest === digest ? known.matcher : new Matcher(texts, weights) }
  }

  /** Ids of the States that recommendations are addressed to, in order. */
  async states(): Promise<string[]> {
    const rows = await this.#db.read<{ stateId: string }>(listStates, { states: null }, { name: 'links-list-states' })
    return rows.map(({ stateId }) => stateId)
  }
}
