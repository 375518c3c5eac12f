/**
 * `npm run bench -- links --graph`: links of a seeded graph found and written through the database, once for everything and
 * once after 200 recommendations came in.
 */
import { connect, type Db } from '../../graph/db/index.ts'
import type { Stages } from '../src/launch/stages.ts'
import { linkGraph } from '../src/links/store.ts'
import { withGraph } from './api.ts'

export type WrittenLinksBench = { readonly scale: number; readonly keep: string | null; readonly isJson: boolean }

type Figures = {
  readonly recommendations: number
  readonly written: number
  readonly seconds: number
  readonly peakMegabytes: number
  /** After 200 new recommendations of one State: that State alone, and everything looked through. */
  readonly secondsOfOneState: number
  readonly secondsOfAll: number
}

const NEW = 200

const secondsOf = async <Result>(work: () => Promise<Result>): Promise<[Result, number]> => {
  const started = performance.now()
  const result = await work()
  return [result, (performance.now() - started) / 1_000]
}

/** Copies recommendations of a State into its newest document, under ids of their own. */
const addRecommendations = (db: Db, stateId: string, name: string) =>
  db.write((run) =>
    run(
      `MATCH (n:Recommendation {stateId: $stateId})-[:ISSUED_IN]->(d:ReviewDocument)
WITH n, d ORDER BY n.sortOn DESC, n.id LIMIT ${NEW}
CREATE (new:Recommendation)-[:ISSUED_IN]->(d)
SET new = n {.summary, .stateId, .sortOn, .dateOrder, .listOrder, .year, .kind}, new.id = n.id + $name, new.summary = n.summary + ' again'`,
      { stateId, name },
    ),
  )

export async function benchWrittenLinks({ scale, keep, isJson }: WrittenLinksBench, stages: Stages): Promise<void> {
  const figures = await withGraph({ scale, keep }, stages, async ({ connection }): Promise<Figures> => {
    const db = connect(connection)
    try {
      // A graph that was kept has its links already: they are taken away, so that each run writes all.
      await stages.run('Earlier links', async () => {
        await db.write((run) => run('MATCH (s:State) REMOVE s.linksFingerprint', {}))
        for (;;) {
          const { changes } = await db.write((run) =>
            run('MATCH (:Recommendation)-[r:SIMILAR_TO]->() WITH r LIMIT 50000 DELETE r', {}),
          )
          if (changes.relationshipsDeleted === 0) break
        }
        await db.write((run) => run("MATCH (n:Recommendation) WHERE n.id CONTAINS '-again-' DETACH DELETE n", {}))
      })
      let peak = 0
      const [report, seconds] = await stages.run('Finding and writing links', (progress) =>
        secondsOf(() =>
          linkGraph(db, {
            onProgress: (done, total) => {
              peak = Math.max(peak, process.memoryUsage.rss())
              progress(`${done} of ${total} States`)
            },
          }),
        ),
      )
      const [first] = await db.read<{ stateId: string }>(
        'MATCH (n:Recommendation) RETURN n.stateId AS stateId ORDER BY stateId LIMIT 1',
        {},
      )
      const stateId = first?.stateId ?? ''
      await addRecommendations(db, stateId, '-again-1')
      const [, secondsOfOneState] = await stages.run(`${NEW} new, their State`, () =>
        secondsOf(() => linkGraph(db, { states: [stateId] })),
      )
      await addRecommendations(db, stateId, '-again-2')
      const [, secondsOfAll] = await stages.run(`${NEW} new, all States`, () => secondsOf(() => linkGraph(db)))
      return {
        recommendations: report.recommendations,
        written: report.written,
        seconds,
        peakMegabytes: Math.round(peak / 1e6),
        secondsOfOneState,
        secondsOfAll,
      }
    } finally {
      await db.close()
    }
  })
  const { recommendations, written, seconds, peakMegabytes, secondsOfOneState, secondsOfAll } = figures
  console.log(
    isJson
      ? JSON.stringify(figures)
      : `${recommendations} recommendations: ${written} links found and written in ${seconds.toFixed(0)} s, ${peakMegabytes} MB at most beside the database. After ${NEW} new ones: ${secondsOfOneState.toFixed(1)} s for their State, ${secondsOfAll.toFixed(1)} s where all States are looked through.`,
  )
}
