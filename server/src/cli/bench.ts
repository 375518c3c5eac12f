/**
 * `npm run bench`: named operations on the graph at hand, side by side with the same question in hand-written Cypher over
 * the same connection, interleaved in one run. What it prints are ratios: absolute times belong to the machine.
 */
import pino from 'pino'
import { createServer } from '../app.ts'
import { readConfig } from '../config.ts'
import { openGraph, prepareGraph } from '../launch/graph.ts'
import { explain, Stages } from '../launch/stages.ts'

const ROUNDS = 9
const TIMES = 20

const OPERATIONS = [
  {
    name: 'one recommendation',
    query:
      '{ recommendation(id: "crc-2011-41b") { id summary document { id symbol } mechanism { id code } themes { id name } responsibilities { role body { id name } } } }',
    raw: `MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'})-[:ISSUED_IN]->(d)-[:ADOPTED_BY]->(m)
RETURN n {.id, .summary, document: d {.id, .symbol}, mechanism: m {.id, .code}, themes: COLLECT { MATCH (n)-[:ABOUT]->(t) RETURN t {.id, .name} },
responsibilities: COLLECT { MATCH (n)-[r:ADDRESSED_TO]->(b) RETURN r {.role, body: b {.id, .name}} }} AS row`,
  },
  {
    name: 'a page of 50 of a State',
    query:
      '{ recommendations(filter: {states: ["KHM"]}, first: 50) { edges { node { id summary themes { id name } responsibilities { role body { id name } } recommendingStates { id name } } } } }',
    raw: `MATCH (n:Recommendation) WHERE n.stateId = 'state:KHM' WITH n ORDER BY n.sortOn DESC, n.id LIMIT 50
RETURN n {.id, .summary, themes: COLLECT { MATCH (n)-[:ABOUT]->(t) RETURN t {.id, .name} }, responsibilities: COLLECT { MATCH (n)-[r:ADDRESSED_TO]->(b) RETURN r {.role, body: b {.id, .name}} },
states: COLLECT { MATCH (n)-[:RECOMMENDED_BY]->(s) RETURN s {.id, .name} }} AS row`,
  },
  {
    name: 'search, best 20',
    query: '{ search(text: "education of girls", first: 20) { edges { node { id displayName } } } }',
    raw: "CALL db.index.fulltext.queryNodes('search_en', '+(education AND of AND girls)', {limit: 20}) YIELD node, score RETURN node.id AS id, coalesce(node.name, node.summary) AS name, score",
  },
  {
    name: 'facets by theme, position, year',
    query:
      '{ recommendations(filter: {states: ["KHM"]}, first: 1) { facets(by: [THEME, POSITION, YEAR]) { field values { value count } } } }',
    raw: `CALL () { MATCH (n:Recommendation)-[:ABOUT]->(t) WHERE n.stateId = 'state:KHM' WITH t, count(*) AS c RETURN collect([t.id, c]) AS a }
CALL () { MATCH (n:Recommendation) WHERE n.stateId = 'state:KHM' WITH n.position AS p, count(*) AS c RETURN collect([p, c]) AS b }
CALL () { MATCH (n:Recommendation) WHERE n.stateId = 'state:KHM' WITH n.year AS y, count(*) AS c RETURN collect([y, c]) AS d } RETURN a, b, d`,
  },
  {
    name: 'neighbourhood',
    query: '{ neighbourhood(id: "body:mosvy", first: 25) { degree neighbours { node { id displayName } } } }',
    raw: "MATCH (n:GovernmentBody {id: 'body:mosvy'})--(m) WITH DISTINCT m ORDER BY m.id LIMIT 25 RETURN m.id AS id, coalesce(m.name, m.summary) AS name",
  },
]

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

async function bench(): Promise<number> {
  const stages = new Stages(process.stderr)
  const graph = await openGraph(readConfig(), { stages, isServer: false })
  try {
    await prepareGraph(graph.db, stages)
    const server = await createServer({
      db: graph.db,
      config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600 },
      logger: pino({ level: 'silent' }),
    })
    console.log('operation                          API ms   Cypher ms   Cypher/API (min to max)')
    for (const { name, query, raw } of OPERATIONS) {
      const ask = async (): Promise<void> => {
        const { body } = await server.apollo.executeOperation({ query }, { contextValue: server.createContext() })
        if (body.kind !== 'single' || body.singleResult.errors)
          throw new Error(`${name} failed: ${JSON.stringify(body)}`)
      }
      const run = async (): Promise<void> => void (await graph.db.read(raw))
      const time = async (work: () => Promise<void>): Promise<number> => {
        const started = performance.now()
        for (let index = 0; index < TIMES; index += 1) await work()
        return (performance.now() - started) / TIMES
      }
      await time(ask)
      await time(run)
      const api: number[] = []
      const cypher: number[] = []
      for (let round = 0; round < ROUNDS; round += 1) {
        api.push(await time(ask))
        cypher.push(await time(run))
      }
      const ratios = api.map((value, index) => (cypher[index] ?? 0) / value)
      console.log(
        `${name.padEnd(34)} ${median([...api])
          .toFixed(2)
          .padStart(6)} ${median([...cypher])
          .toFixed(2)
          .padStart(
            10,
          )}   ${median([...ratios]).toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)})`,
      )
    }
    await server.stop()
    return 0
  } finally {
    await graph.close()
  }
}

bench()
  .catch((error: unknown) => {
    console.error(explain(error))
    return 2
  })
  .then((status) => process.exit(status))
