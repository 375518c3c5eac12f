/** Weights learned from what people decided, and used for links from then on. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { runChecks } from '../../graph/index.ts'
import { weightsOf } from '../src/links/own-weights.ts'
import { SHIPPED_WEIGHTS } from '../src/links/scorer.ts'
import type { Stages } from '../src/launch/stages.ts'
import { linkGraph } from '../src/links/store.ts'
import { trainOnDecisions } from '../src/links/train-decisions.ts'
import { loadCambodia, openTestDb } from './harness.ts'

let db: Db
const stages: Pick<Stages, 'run'> = { run: (_name, work) => work(() => {}) }
const run = (statement: string, parameters: Record<string, unknown> = {}) =>
  db.write((write) => write(statement, parameters))
const methods = async (): Promise<string[]> =>
  (
    await db.read<{ method: string }>(
      "MATCH (:Recommendation)-[r:SIMILAR_TO {state: 'SUGGESTED'}]->() RETURN DISTINCT r.method AS method ORDER BY method",
    )
  ).map(({ method }) => method)

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  await linkGraph(db)
})
afterAll(() => db.close())

test('says how many decisions are needed, and changes nothing', async () => {
  await expect(trainOnDecisions(db, true, stages)).rejects.toThrow(/decided 0 links.*at least 30/s)
  expect(await weightsOf(db)).toEqual(SHIPPED_WEIGHTS)
})

test('held out, what people decide in one direction is learned; written, links are made with it', async () => {
  // A person for whom only what concerns the same right is the same ask.
  await run(
    `MATCH (a:Recommendation)-[r:SIMILAR_TO {state: 'SUGGESTED'}]->(b:Recommendation)
     WHERE r.score > 0.15 AND r.score < 0.9
     WITH r, EXISTS { (a)-[:INVOKES]->()<-[:INVOKES]-(b) } AND r.score > 0.3 AS isSame ORDER BY a.id, b.id LIMIT 160
     SET r.state = CASE WHEN isSame THEN 'CONFIRMED' ELSE 'REJECTED' END, r.kind = CASE WHEN isSame THEN 'SAME_ASK' ELSE r.kind END,
       r.decidedOn = '2026-11-25', r.decidedBy = 'somebody'`,
  )
  const before = await methods()
  const { figures, text } = await trainOnDecisions(db, false, stages)
  expect(figures.decisions).toBe(160)
  expect(figures.same).toBeGreaterThan(8)
  expect(figures.isWritten).toBe(false)
  expect(text).toMatch(/Weights .*, as shipped +AP \d\.\d{3} .*\nWeights .* own [0-9a-f]{8}, held out +AP \d\.\d{3}/)
  expect(figures.heldOut.agreement).toBeGreaterThan(figures.before.agreement)
  expect(await weightsOf(db)).toEqual(SHIPPED_WEIGHTS)
  expect(await linkGraph(db)).toMatchObject({ relinked: 0 })

  const written = await trainOnDecisions(db, true, stages)
  expect(written.figures).toEqual({ ...figures, isWritten: true })
  expect((await weightsOf(db)).version).toBe(figures.version)
  expect(await linkGraph(db)).toMatchObject({ relinked: 1 })
  const after = await methods()
  expect(after).toContain(`text-features ${figures.version}`)
  expect(after.filter((method) => before.includes(method) && method.startsWith('text-features'))).toEqual([])
  expect((await runChecks(db)).flatMap(({ offenders }) => offenders)).toEqual([])
  // The same decisions teach the same.
  expect((await trainOnDecisions(db, false, stages)).figures.version).toBe(figures.version)
})

test('weights for other features than there are now are set aside', async () => {
  await run('MATCH (w:LinkWeights) SET w.json = \'{"version": "1 own", "bias": 0, "weights": {"gone": 1}}\'')
  expect(await weightsOf(db)).toEqual(SHIPPED_WEIGHTS)
})
