/** Decisions on suggestions, asked as the owner's page asks: kept, undone, and never overruled by the machine. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { runChecks } from '../../graph/index.ts'
import type { Access } from '../src/http/owner.ts'
import { linkGraph } from '../src/links/store.ts'
import { suggestInGraph } from '../src/links/suggestion-store.ts'
import { loadCambodia, openTestDb, openTestServer, TODAY, type Answer, type TestServer } from './harness.ts'

const OWNER: Access = { isOwner: true, refusal: null }

let db: Db
let ask: TestServer['ask']
let completeBoth: TestServer['completeBoth']
let asOwner: (query: string, variables?: Record<string, unknown>) => Promise<Answer>
const run = (statement: string, parameters: Record<string, unknown> = {}) =>
  db.write((write) => write(statement, parameters))

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  await run(
    "MATCH (:Recommendation {id: 'recommendation:crc-2011-41b'})-[r:ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO]->() DELETE r",
  )
  await linkGraph(db)
  await suggestInGraph(db)
  const opened = await openTestServer(db)
  ;({ ask, completeBoth } = opened)
  asOwner = (query, variables = {}) => opened.ask(query, variables, OWNER)
})
afterAll(() => db.close())

type Named = { relationship: string; from: { id: string }; to: { id: string } }
type Item = Named & {
  kind: string | null
  role: string | null
  score: number | null
  usefulness: number
  isSkipped: boolean
  canTurn: boolean
  evidence: object[]
}
const QUEUE =
  'query ($subject: ReviewSubject!, $first: Int) { reviewQueue(state: "KHM", subject: $subject, first: $first) { totalCount decidedCount state { id } items { subject relationship from { id summary } to { id displayName } kind role score method note usefulness isSkipped canTurn inCommon tentative evidence { laterPassage earlierPassage } } } }'
type Queue = { totalCount: number; decidedCount: number; items: Item[] }
const queueOf = async (subject: string, first = 100): Promise<Queue> => {
  const { data, errors } = await ask(QUEUE, { subject, first })
  expect(errors).toEqual([])
  return data?.['reviewQueue'] as Queue
}
const DECIDE =
  'mutation ($decision: DecisionInput!) { decide(decision: $decision) { id action isCorrection kind role score decidedBy decidedAt reason undoneAt from to } }'
const nameOf = ({ relationship, from, to }: Named) => ({ relationship, from: from.id, to: to.id })
const decide = (item: Named, rest: Record<string, unknown>) =>
  asOwner(DECIDE, { decision: { ...nameOf(item), decidedBy: 'Dara', ...rest } })
const decided = async (item: Named, rest: Record<string, unknown>): Promise<Record<string, unknown>> => {
  const { data, errors } = await decide(item, rest)
  expect(errors).toEqual([])
  return data?.['decide'] as Record<string, unknown>
}
const UNDO = 'mutation ($id: ID!) { undoDecision(id: $id, decidedBy: "Dara") { id undoneAt undoneBy } }'
const linkOf = async (from: string, to: string): Promise<Record<string, unknown> | undefined> =>
  (
    await db.read<{ properties: Record<string, unknown> }>(
      'MATCH ({id: $from})-[r:SIMILAR_TO]->({id: $to}) RETURN properties(r) AS properties',
      { from, to },
    )
  )[0]?.properties
const relink = async () => {
  await run('MATCH (s:State) REMOVE s.linksFingerprint, s.suggestionsFingerprint')
  await linkGraph(db)
  await suggestInGraph(db)
}

describe('the queue', () => {
  test.each(['LINK', 'TAG', 'BODY'])('of %s: most useful first, as undecided suggestions are', async (subject) => {
    const { totalCount, items } = await queueOf(subject)
    expect(totalCount).toBeGreaterThan(0)
    expect(items.length).toBe(Math.min(100, totalCount))
    const useful = items.map(({ usefulness }) => usefulness)
    expect(useful).toEqual([...useful].sort((a, b) => b - a))
    const { quick, standard } = await completeBoth(QUEUE, { subject, first: 5 })
    expect(quick).toBe(standard)
  })
  test('asks for one State', async () => {
    const { errors } = await ask('{ reviewQueue(state: "ZZZ", subject: LINK) { totalCount } }')
    expect(errors[0]?.message).toMatch(/^state: the graph holds nothing/)
  })
})

/** One suggestion that stands, the first by id. */
async function suggestion(type: string, where: string, parameters: Record<string, unknown> = {}): Promise<Named> {
  const [found] = await db.read<{ from: string; to: string }>(
    `MATCH (a:Recommendation)-[r:${type} {state: 'SUGGESTED'}]->(b) WHERE ${where} RETURN a.id AS from, b.id AS to ORDER BY from, to LIMIT 1`,
    parameters,
  )
  if (found === undefined) throw new Error(`Expected a suggested ${type}`)
  return { relationship: type, from: { id: found.from }, to: { id: found.to } }
}

describe('a decision', () => {
  test('is the owner’s: others are refused and change nothing', async () => {
    const [item] = (await queueOf('LINK', 1)).items
    if (item === undefined) throw new Error('Expected a link')
    const before = await linkOf(item.from.id, item.to.id)
    const { errors, data } = await ask(DECIDE, {
      decision: { ...nameOf(item), action: 'CONFIRM', decidedBy: 'Somebody' },
    })
    expect(errors[0]?.extensions['code']).toBe('FORBIDDEN')
    expect(data).toBeNull()
    expect(await linkOf(item.from.id, item.to.id)).toEqual(before)
  })
  test('confirms, corrects, rejects; the machine never changes it and nothing rejected comes back', async () => {
    const before = await queueOf('LINK')
    const [one, two, three] = before.items
    if (!one || !two || !three) throw new Error('Expected three links')
    const other = two.kind === 'SAME_ASK' ? 'RELATED' : 'SAME_ASK'
    expect(await decided(one, { action: 'CONFIRM', reason: ' same words ' })).toMatchObject({
      action: 'CONFIRM',
      isCorrection: false,
      kind: one.kind,
      score: one.score,
      decidedBy: 'Dara',
      decidedAt: `${TODAY}T12:00:00Z`,
      reason: 'same words',
      undoneAt: null,
    })
    expect(await decided(two, { action: 'CONFIRM', kind: other })).toMatchObject({ isCorrection: true, kind: other })
    await decided(three, { action: 'REJECT' })
    const after = await queueOf('LINK')
    expect([after.totalCount, after.decidedCount]).toEqual([before.totalCount - 3, before.decidedCount + 3])
    const states = async () => Promise.all([one, two, three].map(({ from, to }) => linkOf(from.id, to.id)))
    const set = await states()
    expect(set.map((link) => [link?.['state'], link?.['decidedOn'], link?.['decidedBy']])).toEqual([
      ['CONFIRMED', TODAY, 'Dara'],
      ['CONFIRMED', TODAY, 'Dara'],
      ['REJECTED', TODAY, 'Dara'],
    ])
    expect(set[1]?.['kind']).toBe(other)
    await relink()
    expect(await states()).toEqual(set)
    expect((await queueOf('LINK')).totalCount).toBe(after.totalCount)
    expect((await runChecks(db)).flatMap(({ offenders }) => offenders)).toEqual([])
    // What is rejected is shown nowhere but where it is asked for.
    const { data } = await ask(
      `{ recommendation(id: "${three.from.id}") { shown: similar(first: 100) { edges { node { id } } } rejected: similar(first: 100, state: REJECTED) { edges { node { id } decidedBy } } } }`,
    )
    const links = data?.['recommendation'] as Record<string, { edges: { node: { id: string } }[] }>
    expect(links['shown']?.edges.map(({ node }) => node.id)).not.toContain(three.to.id)
    expect(links['rejected']?.edges).toEqual([{ node: { id: three.to.id }, decidedBy: 'Dara' }])
  })
  test('undone, all is as before; a later one is undone first; the history keeps both', async () => {
    const [item] = (await queueOf('LINK', 1)).items
    if (item === undefined) throw new Error('Expected a link')
    const before = await linkOf(item.from.id, item.to.id)
    const first = await decided(item, { action: 'REJECT', reason: 'too wide' })
    const second = await decided(item, { action: 'CONFIRM', decidedBy: 'Sokha' })
    const early = await asOwner(UNDO, { id: first['id'] })
    expect(early.errors[0]?.message).toContain(String(second['id']))
    for (const { id } of [second, first] as { id: string }[])
      expect((await asOwner(UNDO, { id })).data?.['undoDecision']).toEqual({
        id,
        undoneAt: `${TODAY}T12:00:00Z`,
        undoneBy: 'Dara',
      })
    expect(await linkOf(item.from.id, item.to.id)).toEqual(before)
    expect((await asOwner(UNDO, { id: first['id'] })).errors[0]?.message).toMatch(/^id: this decision was undone/)
    const { data } = await ask(
      '{ decisions(state: "KHM", subject: LINK, first: 2) { id action was: decidedBy undoneBy reason } }',
    )
    expect(data?.['decisions']).toEqual([
      { id: second['id'], action: 'CONFIRM', was: 'Sokha', undoneBy: 'Dara', reason: null },
      { id: first['id'], action: 'REJECT', was: 'Dara', undoneBy: 'Dara', reason: 'too wide' },
    ])
  })
  test('to leave one for later puts it last', async () => {
    const [item] = (await queueOf('TAG', 1)).items
    if (item === undefined) throw new Error('Expected a tag')
    await decided(item, { action: 'SKIP' })
    const { items } = await queueOf('TAG')
    expect(items.at(-1)).toMatchObject({ ...nameOfIds(item), isSkipped: true })
  })
  test('on a tag or a body makes it a fact, or takes it out of sight', async () => {
    const id = 'recommendation:crc-2011-41b'
    const [tag, body] = [
      await suggestion('ABOUT', 'a.id = $id', { id }),
      await suggestion('ADDRESSED_TO', "a.id = $id AND r.role = 'LEAD'", { id }),
    ]
    await decided(tag, { action: 'CONFIRM' })
    expect(await decided(body, { action: 'CONFIRM', role: 'SUPPORT' })).toMatchObject({
      isCorrection: true,
      role: 'SUPPORT',
    })
    const { data } = await ask(
      `{ recommendation(id: "${id}") { themes { id } responsibilities(includeSuggestions: false) { role isSuggestion body { id } } } }`,
    )
    expect(data?.['recommendation']).toEqual({
      themes: [{ id: tag.to.id }],
      responsibilities: [{ role: 'SUPPORT', isSuggestion: false, body: { id: body.to.id } }],
    })
    await relink()
    expect((await ask(`{ recommendation(id: "${id}") { themes { id } } }`)).data).toEqual({
      recommendation: { themes: [{ id: tag.to.id }] },
    })
  })
  test('turns a link of two of one date round, passages and all, and back', async () => {
    const found = await suggestion('SIMILAR_TO', 'a.sortOn = b.sortOn')
    await db.write((run) =>
      run("MATCH ({id: $from})-[r:SIMILAR_TO]->({id: $to}) SET r.tentative = 'LATER'", {
        from: found.from.id,
        to: found.to.id,
      }),
    )
    const before = await linkOf(found.from.id, found.to.id)
    const { id } = (await decided(found, { action: 'CONFIRM', isTurned: true })) as { id: string }
    expect(await linkOf(found.from.id, found.to.id)).toBeUndefined()
    expect(await linkOf(found.to.id, found.from.id)).toMatchObject({
      state: 'CONFIRMED',
      laterPassages: before?.['earlierPassages'],
      earlierPassages: before?.['laterPassages'],
      tentative: 'EARLIER',
    })
    expect((await runChecks(db)).flatMap(({ offenders }) => offenders)).toEqual([])
    await relink()
    expect(await linkOf(found.from.id, found.to.id)).toBeUndefined()
    await asOwner(UNDO, { id })
    expect(await linkOf(found.from.id, found.to.id)).toEqual(before)
  })
  test('that makes no sense is refused by name', async () => {
    const { items } = await queueOf('LINK')
    const dated = items.find(({ canTurn }) => !canTurn)
    if (dated === undefined) throw new Error('Expected a link with dates')
    const message = async (rest: Record<string, unknown>): Promise<string> =>
      (await decide(dated, { action: 'CONFIRM', ...rest })).errors[0]?.message ?? ''
    expect(await message({ isTurned: true })).toMatch(/^isTurned: the dates are known/)
    expect(await message({ decidedBy: ' ' })).toMatch(/^decidedBy: 0 characters/)
    expect(await message({ reason: 'x'.repeat(1_001) })).toMatch(/^reason: 1001 characters/)
    expect(await message({ role: 'LEAD' })).toMatch(/^role: only a body/)
    expect(await message({ action: 'REJECT', kind: 'RELATED' })).toMatch(/^kind: only a link/)
    expect(await message({ relationship: 'ISSUED_IN' })).toMatch(/^relationship: ISSUED_IN cannot be decided on/)
    expect(await message({ to: 'recommendation:nowhere' })).toMatch(/^to: nothing of type SIMILAR_TO/)
    expect(
      await message({ relationship: 'ABOUT', from: 'recommendation:crc-2011-41d', to: 'theme:corporal-punishment' }),
    ).toMatch(/^to: a source states this as a fact/)
    expect((await asOwner(UNDO, { id: 'decision:nowhere' })).errors[0]?.message).toMatch(/^id: there is no decision/)
  })
  test('counts in the statistics: by score, by person, and whether people agree', async () => {
    const [item] = (await queueOf('LINK', 1)).items
    if (item === undefined) throw new Error('Expected a link')
    await decided(item, { action: 'CONFIRM' })
    await decided(item, { action: 'CONFIRM', decidedBy: 'Sokha' })
    const { data, errors } = await ask(
      '{ reviewStatistics(state: "KHM", subject: LINK) { confirmedCount correctedCount rejectedCount readTwiceCount agreedCount byScore { from confirmedCount rejectedCount } people: reviewers { name count } } }',
    )
    expect(errors).toEqual([])
    expect(data?.['reviewStatistics']).toMatchObject({
      confirmedCount: 2,
      correctedCount: 1,
      rejectedCount: 1,
      readTwiceCount: 1,
      agreedCount: 1,
      people: [
        { name: 'Dara', count: 4 },
        { name: 'Sokha', count: 1 },
      ],
    })
  })
})

function nameOfIds({ relationship, from, to }: Item) {
  return { relationship, from: { id: from.id }, to: { id: to.id } }
}
