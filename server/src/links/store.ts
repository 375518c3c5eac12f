/**
 * Links in the graph: made anew for each State whose texts or whose method changed, written as differences. What a person
 * confirmed or rejected is never touched, and a rejected pair never comes back, since its link stays.
 */
import { createHash } from 'node:crypto'
import type { Db } from '../../../graph/db/index.ts'
import keepFingerprint from './cypher/keep-fingerprint.cypher'
import listStates from './cypher/list-states.cypher'
import readLinks from './cypher/read-links.cypher'
import removeLinks from './cypher/remove-links.cypher'
import writeLinks from './cypher/write-links.cypher'
import { linkState, type LinkText, type ProposedLink } from './linker.ts'
import { weightsOf } from './own-weights.ts'
import { methodOf, type Weights } from './scorer.ts'
import { readStateTexts } from './state-texts.ts'

/** Name by which links of ours are known among those of people and other sources. */
export const LINK_IMPORTER = 'links'
/** One State's links are seldom more: its transaction goes on in the database while the next State is linked here. */
const BATCH = 10_000
/** Raised when the linker proposes other links from the same texts and weights. */
const LINKER_REVISION = '2'

export type LinkReport = {
  /** States looked at, and those whose links were made anew. */
  readonly states: number
  readonly relinked: number
  readonly recommendations: number
  readonly written: number
  readonly removed: number
  /** Pairs that a person or another source has linked, and that the machine therefore left alone. */
  readonly decided: number
  /** Recommendations in a language that no other recommendation of their State has: nothing to compare them with. */
  readonly alone: number
}

type StoredLink = {
  readonly from: string
  readonly to: string
  readonly isOurs: boolean
  readonly kind: string
  readonly score: number
  readonly method: string
  readonly laterPassages: readonly string[]
  readonly earlierPassages: readonly string[]
  readonly inCommon: readonly string[]
  readonly tentative: string | null
}
type LinkRow = Omit<StoredLink, 'isOurs'>

function fingerprintOf(texts: readonly LinkText[], weights: Weights): string {
  const hash = createHash('sha256').update(`${methodOf(weights)} ${LINKER_REVISION}`)
  for (const { id, text, language, documentId, sortOn } of texts)
    hash.update(JSON.stringify([id, text, language, documentId, sortOn]))
  return hash.digest('hex')
}

const keyOf = (from: string, to: string): string => `${from} ${to}`
const pairOf = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`)

function toRow(link: ProposedLink, textOf: ReadonlyMap<string, string>): LinkRow {
  const later = textOf.get(link.from) ?? ''
  const earlier = textOf.get(link.to) ?? ''
  return {
    from: link.from,
    to: link.to,
    kind: link.kind,
    score: link.score,
    method: link.method,
    laterPassages: link.passages.map(({ a }) => later.slice(a.start, a.end)),
    earlierPassages: link.passages.map(({ b }) => earlier.slice(b.start, b.end)),
    ...link.reasons,
  }
}

const isAlike = (stored: StoredLink, row: LinkRow): boolean =>
  stored.kind === row.kind &&
  stored.score === row.score &&
  stored.method === row.method &&
  stored.tentative === row.tentative &&
  JSON.stringify([stored.laterPassages, stored.earlierPassages, stored.inCommon]) ===
    JSON.stringify([row.laterPassages, row.earlierPassages, row.inCommon])

const batches = function* <Item>(items: readonly Item[]): Generator<readonly Item[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH)
}

/** Recommendations whose language nothing else of the State has. */
const countAlone = (texts: readonly LinkText[]): number => {
  const counts = new Map<string, number>()
  for (const { language } of texts) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts.values()].filter((count) => count === 1).length
}

/**
 * Brings the suggested links of the States given (ids; null: all) up to date. A State whose texts and method are as they
 * were is not touched, so that running it twice changes nothing; a run cut off is completed by running it again.
 */
export async function linkGraph(
  db: Db,
  {
    states = null,
    onProgress,
    signal,
  }: {
    readonly states?: readonly string[] | null
    readonly onProgress?: ((done: number, total: number) => void) | undefined
    readonly signal?: AbortSignal | undefined
  } = {},
): Promise<LinkReport> {
  const weights = await weightsOf(db)
  const found = await db.read<{ stateId: string; fingerprint: string | null }>(
    listStates,
    { states },
    { name: 'links-list-states', signal },
  )
  const report = { states: found.length, relinked: 0, recommendations: 0, written: 0, removed: 0, decided: 0, alone: 0 }
  let writing: Promise<void> = Promise.resolve()
  try {
    for (const [index, { stateId, fingerprint }] of found.entries()) {
      onProgress?.(index, found.length)
      signal?.throwIfAborted()
      const texts = await readStateTexts(db, stateId, signal)
      report.recommendations += texts.length
      report.alone += countAlone(texts)
      const current = fingerprintOf(texts, weights)
      if (current === fingerprint) continue
      report.relinked += 1

      const stored = await db.read<StoredLink>(
        readLinks,
        { stateId, importer: LINK_IMPORTER },
        { name: 'links-read-links', signal },
      )
      const decided = new Set(stored.filter(({ isOurs }) => !isOurs).map(({ from, to }) => pairOf(from, to)))
      const ours = new Map(stored.filter(({ isOurs }) => isOurs).map((link) => [keyOf(link.from, link.to), link]))
      const textOf = new Map(texts.map(({ id, text }) => [id, text]))
      const proposed = linkState(texts, weights).map((link) => toRow(link, textOf))
      const wanted = proposed.filter(({ from, to }) => !decided.has(pairOf(from, to)))
      report.decided += proposed.length - wanted.length

      const keys = new Set(wanted.map(({ from, to }) => keyOf(from, to)))
      const stale = [...ours.values()].filter(({ from, to }) => !keys.has(keyOf(from, to)))
      const changed = wanted.filter((row) => {
        const before = ours.get(keyOf(row.from, row.to))
        return before === undefined || !isAlike(before, row)
      })
      await writing
      writing = (async () => {
        for (const batch of batches(stale.map(({ from, to }) => ({ from, to })))) {
          const { changes } = await db.write((run) => run(removeLinks, { rows: batch, importer: LINK_IMPORTER }), {
            name: 'links-remove',
          })
          report.removed += changes.relationshipsDeleted
        }
        for (const batch of batches(changed)) {
          signal?.throwIfAborted()
          await db.write((run) => run(writeLinks, { rows: batch, importer: LINK_IMPORTER }), { name: 'links-write' })
          report.written += batch.length
        }
        await db.write((run) => run(keepFingerprint, { stateId, fingerprint: current }), {
          name: 'links-keep-fingerprint',
        })
      })()
      // What fails is thrown where it is waited for: before the next State is written, or at the end.
      writing.catch(() => undefined)
    }
    await writing
  } finally {
    // Nothing goes on behind the caller's back when the loop ends early.
    await writing.catch(() => undefined)
  }
  onProgress?.(found.length, found.length)
  return report
}
