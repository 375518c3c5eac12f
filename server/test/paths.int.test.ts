import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { loadCambodia, openTestDb, openTestServer, type TestServer } from './harness.ts'

type Hop = {
  from: { id: string }
  to: { id: string }
  relationship: string
  direction: string
  isSuggestion: boolean
  sentence: string
}
type Path = {
  length: number
  isSuggestion: boolean
  score: number
  nodes: { id: string; __typename: string }[]
  hops: Hop[]
}

let db: Db
let ask: TestServer['ask']
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  ;({ ask } = await openTestServer(db))
})
afterAll(() => db.close())

const PATHS = `query ($from: ID!, $to: ID!, $maxLength: Int, $first: Int, $search: PathSearch, $relationships: [RelationshipType!], $includeSuggestions: Boolean, $throughHubs: Boolean) {
  paths(from: $from, to: $to, maxLength: $maxLength, first: $first, search: $search, relationships: $relationships, includeSuggestions: $includeSuggestions, throughHubs: $throughHubs) {
    length isSuggestion score nodes { id __typename }
    hops { from { id } to { id } relationship direction isSuggestion sentence }
  }
}`
async function pathsOf(variables: Record<string, unknown>): Promise<Path[]> {
  const { data, errors, statements } = await ask(PATHS, variables)
  expect(errors).toEqual([])
  expect(statements).toBe(1)
  return (data?.['paths'] ?? []) as Path[]
}

const PAIRS = [
  ['body:mosvy', 'mechanism:crc'],
  ['body:mosvy', 'body:cncc'],
  ['theme:education', 'initiative:init-1-1'],
  ['right:crc-19', 'organisation:crc-cambodia'],
  ['recommendation:crc-2011-41b', 'state:NOR'],
  ['group:girls', 'deadline:dl-crc-2027'],
] as const

test.each(PAIRS)('%s to %s: as short as Cypher finds it, each hop joined to the next', async (from, to) => {
  const found = await pathsOf({ from, to, maxLength: 6, first: 50 })
  const [row] = await db.read<{ length: number | null }>(
    `MATCH (a {id: $from}) MATCH (b {id: $to})
     RETURN head(COLLECT { MATCH way = shortestPath((a)-[*..6]-(b)) RETURN length(way) }) AS length`,
    { from, to },
  )
  expect(found.length).toBeGreaterThan(0)
  expect(new Set(found.map(({ length }) => length))).toEqual(new Set([row?.length]))
  for (const { nodes, hops, length } of found) {
    expect(hops).toHaveLength(length)
    expect(nodes.map(({ id }) => id)).toEqual([from, ...hops.map((hop) => hop.to.id)])
    expect(nodes.map(({ id }) => id)).toEqual([...hops.map((hop) => hop.from.id), to])
  }
  const walked = found.flatMap(({ hops }) =>
    hops.map((hop) => {
      const [start, end] = hop.direction === 'OUT' ? [hop.from.id, hop.to.id] : [hop.to.id, hop.from.id]
      return `${start} ${hop.relationship} ${end}`
    }),
  )
  const there = await db.read<{ hop: string }>(
    "MATCH (a)-[r]->(b) WITH a.id + ' ' + type(r) + ' ' + b.id AS hop WHERE hop IN $walked RETURN DISTINCT hop",
    { walked },
  )
  expect(new Set(there.map(({ hop }) => hop))).toEqual(new Set(walked))
})

test('ways without suggestions come first, then the more telling; each step is a sentence', async () => {
  const found = await pathsOf({ from: 'body:mosvy', to: 'theme:education', search: 'ALL', maxLength: 4, first: 50 })
  const rank = ({ isSuggestion, score }: Path): number => (isSuggestion ? 1 : 0) - score
  expect(found.map(rank)).toEqual(found.map(rank).sort((one, other) => one - other))
  expect(new Set(found.map(({ length }) => length)).size).toBeGreaterThan(1)
  for (const { isSuggestion, hops, score } of found) {
    expect(isSuggestion).toBe(hops.some((hop) => hop.isSuggestion))
    expect(score).toBeGreaterThan(0)
    for (const hop of hops) expect(hop.sentence.endsWith(' (suggested)')).toBe(hop.isSuggestion)
  }
  const [one] = await pathsOf({ from: 'recommendation:crc-2011-41b', to: 'document:crc-2011' })
  expect(one?.score).toBe(1)
  expect(one?.hops[0]?.sentence).toMatch(/^the recommendation in CRC\/C\/KHM\/CO\/2-3, para\. 41\(b\) stands in /)
})

test('relationships, suggestions and hubs narrow the ways', async () => {
  const between = { from: 'body:mosvy', to: 'body:moeys', maxLength: 4, first: 50, search: 'ALL' }
  const types = (found: Path[]): Set<string> =>
    new Set(found.flatMap(({ hops }) => hops.map(({ relationship }) => relationship)))
  expect(types(await pathsOf({ ...between, relationships: ['ADDRESSED_TO'] }))).toEqual(new Set(['ADDRESSED_TO']))
  const inner = (found: Path[]): string[] =>
    found.flatMap(({ nodes }) => nodes.slice(1, -1).map(({ __typename }) => __typename))
  expect(inner(await pathsOf(between))).toContain('State')
  for (const search of ['ALL', 'SHORTEST']) {
    const narrowed = await pathsOf({ ...between, search, throughHubs: false })
    expect(narrowed.length).toBeGreaterThan(0)
    expect(inner(narrowed).filter((type) => ['State', 'Mechanism'].includes(type))).toEqual([])
  }
  const facts = await pathsOf({ ...between, includeSuggestions: false })
  expect(facts.filter(({ isSuggestion }) => isSuggestion)).toEqual([])
})

test('a rejected relationship is never walked', async () => {
  const ends = { from: 'recommendation:crc-2011-41b', to: 'body:mosvy', relationships: ['ADDRESSED_TO'], maxLength: 1 }
  const set = (state: string | null): Promise<unknown> =>
    db.write((run) =>
      run('MATCH (:Recommendation {id: $from})-[r:ADDRESSED_TO]->(:GovernmentBody {id: $to}) SET r.state = $state', {
        ...ends,
        state,
      }),
    )
  const [before] = await db.read<{ state: string | null }>(
    'MATCH (:Recommendation {id: $from})-[r:ADDRESSED_TO]->(:GovernmentBody {id: $to}) RETURN r.state AS state',
    ends,
  )
  expect(await pathsOf(ends)).toHaveLength(1)
  await set('REJECTED')
  for (const search of ['ALL', 'SHORTEST']) expect(await pathsOf({ ...ends, search })).toEqual([])
  await set(before?.state ?? null)
})

test.each([
  [{ from: 'body:nobody', to: 'body:mosvy' }, /^from: the graph holds nothing/],
  [{ from: 'body:mosvy', to: 'theme:nothing' }, /^to: the graph holds nothing/],
  [{ from: 'body:mosvy', to: 'body:mosvy' }, /^to: the same thing/],
  [{ from: 'x', to: 'body:mosvy' }, /^from: "x" is no id/],
  [{ from: 'body:mosvy', to: 'state:KHM', maxLength: 7 }, /^maxLength: 7 is out of range/],
  [{ from: 'body:mosvy', to: 'state:KHM', first: 0 }, /^first: 0 is out of range/],
])('%j is refused by the name of the argument', async (variables, message) => {
  const { errors } = await ask(PATHS, variables)
  expect(errors.map((error) => error.message)).toEqual([expect.stringMatching(message)])
})

test('two steps around a thing: its neighbours first, then theirs, each once and never itself', async () => {
  const around = async (hops: number): Promise<string[]> => {
    const { data } = await ask(
      'query ($hops: Int) { neighbourhood(id: "deadline:dl-crc-2027", hops: $hops, first: 200) { neighbours { node { id } } } }',
      { hops },
    )
    const { neighbours } = data?.['neighbourhood'] as { neighbours: { node: { id: string } }[] }
    return neighbours.map(({ node }) => node.id)
  }
  const [near, far] = [await around(1), await around(2)]
  expect(far.slice(0, near.length)).toEqual(near)
  expect(far.length).toBeGreaterThan(near.length + 20)
  expect(new Set(far).size).toBe(far.length)
  expect(far).not.toContain('deadline:dl-crc-2027')
  const [row] = await db.read<{ ids: string[] }>(
    'MATCH (d:Deadline {id: "deadline:dl-crc-2027"})-[*1..2]-(m) RETURN collect(DISTINCT m.id) AS ids',
  )
  expect(far.filter((id) => !row?.ids.includes(id))).toEqual([])
})

test('what only counts the neighbours fetches none', async () => {
  const sent: string[] = []
  const off = db.onStatement((statement) => sent.push(statement))
  await ask('{ neighbourhood(id: "theme:education") { degree counts { relationship count } } }')
  off()
  expect(sent.join()).not.toContain('waiting')
  const { errors } = await ask('{ neighbourhood(id: "theme:nothing") { degree } }')
  expect(errors[0]?.message).toMatch(/^id: the graph holds nothing/)
})
