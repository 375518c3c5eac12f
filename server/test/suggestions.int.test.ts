/** Suggested tags and bodies in the graph: only where a fact is lacking, never counted as one, never against a person's word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { runChecks } from '../../graph/index.ts'
import { suggestInGraph } from '../src/links/suggestion-store.ts'
import { loadCambodia, openTestDb, openTestServer, type TestServer } from './harness.ts'

let db: Db
let ask: TestServer['ask']
const run = (statement: string, parameters: Record<string, unknown> = {}) =>
  db.write((write) => write(statement, parameters))

/** One recommendation stripped of its tags and bodies, and one of its bodies alone. */
const BARE = 'recommendation:crc-2011-41b'
const TAGGED = 'recommendation:crc-2011-41d'
type Suggested = {
  key: string
  state: string
  basis: string
  score: number
  method: string
  note: string
  role: string | null
}
const listSuggested = (): Promise<Suggested[]> =>
  db.read<Suggested>(
    `MATCH (n:Recommendation)-[r:ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO {importer: 'links'}]->(m)
     RETURN n.id + ' ' + type(r) + ' ' + m.id AS key, r.state AS state, r.basis AS basis, coalesce(r.score, r.confidence) AS score,
       r.method AS method, r.note AS note, r.role AS role ORDER BY key`,
  )
const of = (all: readonly Suggested[], id: string, type = ''): Suggested[] =>
  all.filter(({ key }) => key.startsWith(`${id} ${type}`))
const forget = () => run('MATCH (s:State) REMOVE s.suggestionsFingerprint')

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  await run('MATCH (:Recommendation {id: $id})-[r:ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO]->() DELETE r', {
    id: BARE,
  })
  await run('MATCH (:Recommendation {id: $id})-[r:ADDRESSED_TO]->() DELETE r', { id: TAGGED })
  ;({ ask } = await openTestServer(db))
})
afterAll(() => db.close())

describe('suggestions in the graph', () => {
  let first: Suggested[]
  test('are made where facts lack, with basis, score, method and reason, and leave the graph healthy', async () => {
    const before = await ask(
      '{ statistics(state: "KHM") { suggestedResponsibilityCount recommendationCount } themes(first: 100) { edges { node { id recommendations(first: 1) { totalCount } } } } }',
    )
    const report = await suggestInGraph(db)
    first = await listSuggested()
    expect(report).toMatchObject({ states: 1, remade: 1, removed: 0, decided: 0 })
    expect(report.tags + report.bodies).toBe(first.length)
    expect(new Set(first.map(({ state }) => state))).toEqual(new Set(['SUGGESTED']))
    for (const { score, method, note } of first) {
      expect(score).toBeGreaterThan(0)
      expect(score).toBeLessThanOrEqual(1)
      expect(method).toMatch(/^(linear-tagger|mandate-rules|names-in-text|same-ask) \d+$/)
      expect(note).not.toBe('')
    }
    expect(of(first, BARE, 'ABOUT').map(({ key }) => key)).toContain(`${BARE} ABOUT theme:corporal-punishment`)
    expect(of(first, BARE, 'ADDRESSED_TO').some(({ role }) => role === 'LEAD')).toBe(true)
    // Its tags are known: bodies alone are suggested.
    expect(of(first, TAGGED).map(({ key }) => key.split(' ')[1])).toEqual(of(first, TAGGED).map(() => 'ADDRESSED_TO'))
    expect(of(first, TAGGED).length).toBeGreaterThan(0)
    expect((await runChecks(db)).flatMap(({ offenders }) => offenders)).toEqual([])
    // No count of facts has moved.
    const after = await ask('{ themes(first: 100) { edges { node { id recommendations(first: 1) { totalCount } } } } }')
    expect(after.data?.['themes']).toEqual(before.data?.['themes'])
  })
  test('stand apart from facts in the API, with their reason', async () => {
    const { data } = await ask(
      `{ recommendation(id: "${BARE}") { themes { id } facts: taggings { isSuggestion } all: taggings(includeSuggestions: true) { isSuggestion basis state score method note tag { id } } responsibilities { isSuggestion note confidence } facts2: responsibilities(includeSuggestions: false) { basis } } }`,
    )
    const one = data?.['recommendation'] as Record<string, { isSuggestion: boolean; basis: string; note: string }[]>
    expect(one['themes']).toEqual([])
    expect(one['facts']).toEqual([])
    expect(one['facts2']).toEqual([])
    expect(one['all']?.length).toBeGreaterThan(0)
    expect(
      one['all']?.every(({ isSuggestion, basis, note }) => isSuggestion && basis === 'SUGGESTED' && note !== ''),
    ).toBe(true)
    expect(one['responsibilities']?.every(({ isSuggestion }) => isSuggestion)).toBe(true)
  })
  test('are not written again when nothing changed, and the same are made from the same', async () => {
    expect(await suggestInGraph(db)).toMatchObject({ remade: 0, tags: 0, bodies: 0 })
    await forget()
    expect(await suggestInGraph(db)).toMatchObject({ remade: 1, tags: 0, bodies: 0, removed: 0 })
    expect(await listSuggested()).toEqual(first)
  })
  test('stay as a person decided: what is rejected does not come back, what is confirmed is not changed', async () => {
    const decide = (key: string, state: string) => {
      const [from, type, to] = key.split(' ')
      return run(
        `MATCH ({id: $from})-[r]->({id: $to}) WHERE type(r) = $type SET r.state = $state, r.decidedOn = '2026-11-25', r.decidedBy = 'somebody', r.note = 'as decided'`,
        { from, to, type, state },
      )
    }
    const [tag, body] = [of(first, BARE, 'ABOUT')[0]?.key ?? '', of(first, BARE, 'ADDRESSED_TO')[0]?.key ?? '']
    await decide(tag, 'REJECTED')
    await decide(body, 'CONFIRMED')
    await forget()
    expect(await suggestInGraph(db)).toMatchObject({ tags: 0, bodies: 0, removed: 0, decided: 2 })
    const after = await listSuggested()
    expect(after.find(({ key }) => key === tag)).toMatchObject({ state: 'REJECTED', note: 'as decided' })
    expect(after.find(({ key }) => key === body)).toMatchObject({ state: 'CONFIRMED', note: 'as decided' })
    expect(after.length).toBe(first.length)
  })
  test('follow from what is known of a recommendation that asks the same, where nothing else speaks', async () => {
    const [silent, known] = ['recommendation:crc-2011-41c', 'recommendation:crc-2011-41e']
    await run(
      `MATCH (n:Recommendation {id: $silent}), (m:Recommendation {id: $known}), (b:GovernmentBody {id: 'body:cncc'})
       SET n.summary = 'Qqqq zzzz xxxx.'
       WITH n, m, b OPTIONAL MATCH (n)-[r:ADDRESSED_TO|ABOUT|INVOKES|PROTECTS|ADVANCES]->() DELETE r
       WITH DISTINCT n, m, b MERGE (m)-[l:SIMILAR_TO]->(n) SET l.kind = 'SAME_ASK', l.state = 'CONFIRMED', l.decidedOn = '2026-11-25'
       MERGE (m)-[fact:ADDRESSED_TO]->(b) SET fact.basis = 'NAMED_IN_TEXT', fact.role = 'LEAD', fact.state = null, fact.importer = 'somebody-else'`,
      { silent, known },
    )
    await suggestInGraph(db)
    const [one, ...others] = of(await listSuggested(), silent, 'ADDRESSED_TO')
    expect(others).toEqual([])
    expect(one).toMatchObject({
      state: 'SUGGESTED',
      basis: 'SUGGESTED',
      role: 'LEAD',
      method: 'same-ask 1',
      score: 0.8,
    })
    expect(one?.note).toBe('A recommendation that asks the same is addressed to it: CRC/C/KHM/CO/2-3, para. 41(e).')
    expect((await runChecks(db)).flatMap(({ offenders }) => offenders)).toEqual([])
  })
  test('go when a fact takes their place, but for what a person decided', async () => {
    await run(
      `MATCH (n {id: $id}), (b:GovernmentBody {id: 'body:cncc'}) MERGE (n)-[r:ADDRESSED_TO]->(b) SET r.basis = 'NAMED_IN_TEXT', r.role = 'LEAD', r.state = null, r.importer = 'somebody-else'`,
      { id: TAGGED },
    )
    const report = await suggestInGraph(db)
    expect(report.removed).toBe(of(first, TAGGED).filter(({ key }) => !key.endsWith('body:cncc')).length)
    expect(of(await listSuggested(), TAGGED)).toEqual([])
  })
})
