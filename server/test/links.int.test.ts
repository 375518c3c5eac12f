/** Links in the graph: written from the later to the earlier, only what changed, and never against what a person decided. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { runChecks } from '../../graph/index.ts'
import { matchFile } from '../src/links/files.ts'
import { Matcher } from '../src/links/matcher.ts'
import { linkGraph } from '../src/links/store.ts'
import { loadCambodia, openTestDb } from './harness.ts'

type Link = {
  key: string
  state: string
  kind: string
  method: string
  score: number
  later: string[]
  earlier: string[]
}

let db: Db
const listLinks = (): Promise<Link[]> =>
  db.read<Link>(
    `MATCH (a:Recommendation)-[r:SIMILAR_TO]->(b:Recommendation)
     RETURN a.id + ' ' + b.id AS key, r.state AS state, r.kind AS kind, r.method AS method, r.score AS score,
       r.laterPassages AS later, r.earlierPassages AS earlier ORDER BY key`,
  )
const set = (statement: string, parameters: Record<string, unknown>) => db.write((run) => run(statement, parameters))

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
})
afterAll(() => db.close())

describe('links of the built-in recommendations', () => {
  let first: Link[]
  test('are suggested with kind, score, method and passages of both texts', async () => {
    const report = await linkGraph(db)
    first = await listLinks()
    expect(report).toMatchObject({ states: 1, relinked: 1, recommendations: 627, removed: 0, decided: 0 })
    expect(report.written).toBe(first.length)
    expect(first.length).toBeGreaterThan(200)
    expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['SUGGESTED']))
    const texts = await db.read<{ key: string; later: string; earlier: string }>(
      'MATCH (a:Recommendation)-[:SIMILAR_TO]->(b:Recommendation) RETURN a.id + " " + b.id AS key, a.summary AS later, b.summary AS earlier ORDER BY key',
    )
    texts.forEach(({ later, earlier }, index) => {
      for (const passage of first[index]?.later ?? []) expect(later).toContain(passage)
      for (const passage of first[index]?.earlier ?? []) expect(earlier).toContain(passage)
    })
    const [counted] = await db.read<{ named: number; tentative: number; ends: string[] }>(
      `MATCH ()-[r:SIMILAR_TO]->() RETURN count(CASE WHEN size(r.inCommon) > 0 THEN 1 END) AS named,
         count(r.tentative) AS tentative, collect(DISTINCT r.tentative) AS ends`,
    )
    expect(counted?.named).toBeGreaterThan(first.length / 2)
    expect(counted?.ends.sort()).toEqual(['EARLIER', 'LATER'])
  })
  test('leave the graph healthy', async () => {
    expect((await runChecks(db)).flatMap(({ offenders }) => offenders)).toEqual([])
  })
  test('are not written again when nothing changed', async () => {
    expect(await linkGraph(db)).toMatchObject({ relinked: 0, written: 0, removed: 0 })
  })
  test('stay as a person decided them: confirmed, rejected, or turned round', async () => {
    const [confirmed, rejected] = [first[0]?.key.split(' ') ?? [], first[1]?.key.split(' ') ?? []]
    for (const [[from, to], state] of [
      [confirmed, 'CONFIRMED'],
      [rejected, 'REJECTED'],
    ] as const)
      await set(
        'MATCH (:Recommendation {id: $from})-[r:SIMILAR_TO]->(:Recommendation {id: $to}) SET r.state = $state, r.decidedOn = "2026-11-25", r.score = 0.01',
        { from, to, state },
      )
    await set('MATCH (s:State {id: "state:KHM"}) REMOVE s.linksFingerprint', {})
    expect(await linkGraph(db)).toMatchObject({ relinked: 1, written: 0, removed: 0, decided: 2 })
    const after = await listLinks()
    expect(after.length).toBe(first.length)
    expect(after.slice(0, 2).map(({ state, score }) => ({ state, score }))).toEqual([
      { state: 'CONFIRMED', score: 0.01 },
      { state: 'REJECTED', score: 0.01 },
    ])
  })
  test('of changed texts are those that a graph linked anew would have', async () => {
    const changed = {
      id: 'recommendation:upr-2009-82-47-hungary',
      summary: 'Lend every village a mobile library of school books.',
    }
    await set('MATCH (n:Recommendation {id: $id}) SET n.summary = $summary', changed)
    const report = await linkGraph(db, { states: ['state:KHM'] })
    expect(report.relinked).toBe(1)
    const incremental = await listLinks()
    await set('MATCH (:Recommendation)-[r:SIMILAR_TO]->() WHERE r.state = "SUGGESTED" DELETE r', {})
    await set('MATCH (s:State {id: "state:KHM"}) REMOVE s.linksFingerprint', {})
    await linkGraph(db)
    expect(await listLinks()).toEqual(incremental)
  })
  test('echo a text from outside: best first, with passages of both, nothing for a State without recommendations', async () => {
    const text =
      'Families were driven from their land without warning. The State should stop forced evictions and pay them fairly.'
    const matches = (await Matcher.of(db, 'state:KHM')).match(text, 5)
    expect(matches).toHaveLength(5)
    expect(matches.map(({ score }) => score)).toEqual(matches.map(({ score }) => score).sort((a, b) => b - a))
    const [evictions] = await db.read<{ about: boolean }>(
      'MATCH (n:Recommendation {id: $id}) RETURN EXISTS { (n)-[:ABOUT]->(:Theme {id: "theme:housing-evictions"}) } AS about',
      { id: matches[0]?.id },
    )
    expect(evictions?.about).toBe(true)
    for (const { passages } of matches) for (const passage of passages) expect(text).toContain(passage.text)
    expect((await Matcher.of(db, 'state:SVN')).match(text, 5)).toEqual([])
  })
  test('echo the texts of a file; a State without recommendations is told once, and what stands in no language of theirs is compared with none', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'followthrough-match-'))
    const path = join(folder, 'texts.csv')
    await writeFile(
      path,
      'text,state\nStop forced evictions.,KHM\nបញ្ឈប់ការបណ្តេញចេញដោយបង្ខំ,KHM\nStop forced evictions.,SVN\nEnd child labour.,Slovenia\n',
    )
    const doubts: string[] = []
    const answers = []
    for await (const answer of matchFile(
      path,
      'KHM',
      3,
      (code) => Matcher.of(db, `state:${code}`),
      (doubt) => doubts.push(doubt),
    ))
      answers.push('problem' in answer ? answer : { found: answer.matches.length, compared: answer.comparedCount })
    const compared = (await Matcher.of(db, 'state:KHM')).size
    expect(answers).toEqual([
      { found: 3, compared },
      { found: 0, compared: 0 },
      { found: 0, compared: 0 },
      { found: 0, compared: 0 },
    ])
    expect(doubts).toHaveLength(1)
    expect(doubts[0]).toContain('no recommendation of SVN')
    await rm(folder, { recursive: true })
  })
  test('of a State nobody knows are none', async () => {
    expect(await linkGraph(db, { states: ['state:ZZZ'] })).toMatchObject({ states: 0, written: 0 })
  })
})
