/**
 * The questions of the bench, each as it is asked of this API, of the peer, and in hand-written Cypher, with what makes
 * the three answers comparable. Variables are drawn anew for every request.
 */
import { realTexts } from './real-texts.ts'
import { bodies, documents, randomOf, RECOMMENDATIONS_AT_SCALE_1, states, vocabulary } from './generator.ts'

export type Variables = Readonly<Record<string, unknown>>
type Answer = Readonly<Record<string, unknown>>

export type BenchQuestion = {
  readonly name: string
  readonly title: string
  /** Variables of request number `index` of a graph of this scale. */
  readonly variables: (index: number, scale: number) => Variables
  /** Question to this API; the answer's `data`, made comparable. */
  readonly ours: { readonly query: string; readonly read: (data: Answer) => unknown }
  /** Null where the peer cannot. */
  readonly peer: { readonly query: string; readonly read: (data: Answer) => unknown } | null
  readonly raw: { readonly statement: string; readonly read: (row: Answer) => unknown }
  /** Aims of the shared design: against the peer at 1× and 7×, against raw at 1×. Null: none. */
  readonly aims: { readonly peer: number | null; readonly peerAt7: number | null; readonly raw: number }
  /** How much slower the same question may be on seven times the graph. */
  readonly growth: number
}

const draw = (index: number, salt: number): number => {
  const random = randomOf(index * 7_919 + salt)
  random()
  return random()
}
const pick = <One>(list: readonly One[], index: number, salt: number): One | undefined =>
  list[Math.floor(draw(index, salt) * list.length)]
/** The words that are searched for: those that stand in the graph's texts, the most frequent first. */
const words = frequentWords(await realTexts()) ?? vocabulary()

/** Shorter ones may be stop words of the peer's analyzer, which finds none of them. */
function frequentWords(texts: readonly string[] | undefined): string[] | null {
  if (texts === undefined) return null
  const counts = new Map<string, number>()
  for (const [word] of texts
    .join(' ')
    .toLowerCase()
    .matchAll(/[a-z]{6,}/g))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts].sort(([a, often], [b, seldom]) => seldom - often || (a < b ? -1 : 1)).map(([word]) => word)
}

type Node = Readonly<Record<string, unknown>>
type Edges = { readonly edges: readonly { readonly node: Node }[] }
const nodesOf = (connection: unknown): Node[] => (connection as Edges).edges.map(({ node }) => node)
const listOf = (value: unknown): Node[] => value as Node[]
/** Text of a value with the keys of every map in order; lists stand for sets unless `isOrdered`. */
export function comparable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(comparable).sort().join()}]`
  if (value !== null && typeof value === 'object')
    return `{${Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => `${key}:${comparable(one)}`)
      .join()}}`
  return String(value)
}
const only = (value: unknown): unknown => (Array.isArray(value) ? value[0] : value)

export const QUESTIONS: readonly BenchQuestion[] = [
  {
    name: 'Q1',
    title: 'a recommendation',
    variables: (index, scale) => ({
      id: `recommendation:bench-${Math.floor(draw(index, 1) * RECOMMENDATIONS_AT_SCALE_1 * scale)}`,
    }),
    ours: {
      query:
        'query One($id: ID!) { recommendation(id: $id) { id summary document { id title } mechanism { id code } themes { id name } responsibilities { role body { id name } } } }',
      read: (data) => data['recommendation'],
    },
    peer: {
      query:
        'query One($id: ID!) { recommendations(where: { id: { eq: $id } }) { id summary document { id title mechanism { id code } } themes { id name } bodiesConnection { edges { properties { role } node { id name } } } } }',
      read: (data) => {
        const [one] = listOf(data['recommendations'])
        const document = only(one?.['document']) as Node
        const edges = (one?.['bodiesConnection'] as { edges: { properties: Node; node: Node }[] }).edges
        return {
          id: one?.['id'],
          summary: one?.['summary'],
          document: { id: document['id'], title: document['title'] },
          mechanism: only(document['mechanism']),
          themes: one?.['themes'],
          responsibilities: edges.map(({ properties, node }) => ({ role: properties['role'], body: node })),
        }
      },
    },
    raw: {
      statement: `MATCH (n:Recommendation {id: $id})-[:ISSUED_IN]->(d)-[:ADOPTED_BY]->(m)
RETURN n {.id, .summary, document: d {.id, .title}, mechanism: m {.id, .code},
themes: COLLECT { MATCH (n)-[:ABOUT]->(t) RETURN t {.id, .name} ORDER BY t.name },
responsibilities: COLLECT { MATCH (n)-[r:ADDRESSED_TO]->(b) RETURN {role: r.role, body: b {.id, .name}} }} AS answer`,
      read: (row) => row['answer'],
    },
    aims: { peer: 5, peerAt7: 5, raw: 1.3 },
    growth: 1.5,
  },
  {
    name: 'Q2',
    title: "a State's page of 50",
    variables: (index) => ({ state: pick(states, index, 2)?.id }),
    ours: {
      query: `query Page($state: ID!) { recommendations(filter: { states: [$state] }, first: 50) { edges { node {
id summary year themes { id name } responsibilities { role body { id name } } recommendingStates { id name } } } } }`,
      // Which fifty of a year come first is nobody's business: the years and the number are the same for all.
      read: (data) => nodesOf(data['recommendations']).map(({ year }) => year),
    },
    peer: {
      query: `query Page($state: ID!) { recommendations(where: { document: { some: { state: { some: { id: { eq: $state } } } } } }, limit: 50, sort: [{ sortOn: DESC }]) {
id summary year themes { id name } bodiesConnection { edges { properties { role } node { id name } } } recommendingStates { id name } } }`,
      read: (data) => listOf(data['recommendations']).map(({ year }) => year),
    },
    raw: {
      statement: `MATCH (s:State {id: $state})<-[:REVIEWS]-(:ReviewDocument)<-[:ISSUED_IN]-(n) WITH n ORDER BY n.sortOn DESC, n.id LIMIT 50
RETURN collect(n {.id, .summary, .year, themes: COLLECT { MATCH (n)-[:ABOUT]->(t) RETURN t {.id, .name} },
responsibilities: COLLECT { MATCH (n)-[r:ADDRESSED_TO]->(b) RETURN {role: r.role, body: b {.id, .name}} },
recommendingStates: COLLECT { MATCH (n)-[:RECOMMENDED_BY]->(by) RETURN by {.id, .name} }}) AS answer`,
      read: (row) => listOf(row['answer']).map(({ year }) => year),
    },
    aims: { peer: 20, peerAt7: 80, raw: 0.8 },
    growth: 2,
  },
  {
    name: 'Q3',
    title: 'full text, best 20',
    variables: (index) => ({
      text: `"${words[Math.floor(draw(index, 3) ** 2 * 300)] ?? ''}"`,
    }),
    ours: {
      query: `query Found($text: String!) { recommendations(filter: { text: $text }, first: 20) { edges { node {
id summary document { id title } state { id name } } } } }`,
      read: (data) => nodesOf(data['recommendations']).length,
    },
    peer: {
      query: `query Found($text: String!) { foundRecommendations(phrase: $text, first: 20, sort: [{ score: DESC }]) { edges { score node {
id summary document { id title state { id name } } } } } }`,
      read: (data) => nodesOf(data['foundRecommendations']).length,
    },
    raw: {
      statement: `CALL db.index.fulltext.queryNodes('bench_text', $text, {limit: 20}) YIELD node AS n, score
MATCH (n:Recommendation)-[:ISSUED_IN]->(d)-[:REVIEWS]->(s) WITH n, d, s, score ORDER BY score DESC
RETURN collect(n {.id, .summary, document: d {.id, .title}, state: s {.id, .name}}) AS answer`,
      read: (row) => listOf(row['answer']).length,
    },
    aims: { peer: 5, peerAt7: 20, raw: 0.8 },
    growth: 1.5,
  },
  {
    name: 'Q4',
    title: 'a body and its first 100',
    variables: (index) => ({ body: pick(bodies, index, 4)?.id }),
    ours: {
      query: `query Body($body: ID!) { governmentBody(id: $body) { id name recommendations(first: 100) { edges { node {
id summary year document { id title } themes { id name } } } } } }`,
      read: (data) => {
        const body = data['governmentBody'] as Node
        return { id: body['id'], years: nodesOf(body['recommendations']).map(({ year }) => year) }
      },
    },
    peer: {
      query: `query Body($body: ID!) { governmentBodies(where: { id: { eq: $body } }) { id name recommendations(limit: 100, sort: [{ sortOn: DESC }]) {
id summary year document { id title } themes { id name } } } }`,
      read: (data) => {
        const [body] = listOf(data['governmentBodies'])
        return { id: body?.['id'], years: listOf(body?.['recommendations']).map(({ year }) => year) }
      },
    },
    raw: {
      statement: `MATCH (b:GovernmentBody {id: $body})
RETURN b {.id, .name, recommendations: COLLECT { MATCH (b)<-[:ADDRESSED_TO]-(n) WITH n ORDER BY n.sortOn DESC, n.id LIMIT 100
RETURN n {.id, .summary, .year, document: head(COLLECT { MATCH (n)-[:ISSUED_IN]->(d) RETURN d {.id, .title} }),
themes: COLLECT { MATCH (n)-[:ABOUT]->(t) RETURN t {.id, .name} }} }} AS answer`,
      read: (row) => {
        const body = row['answer'] as Node
        return { id: body['id'], years: listOf(body['recommendations']).map(({ year }) => year) }
      },
    },
    aims: { peer: 2.5, peerAt7: 2.2, raw: 0.85 },
    growth: 2,
  },
  {
    name: 'Q5',
    title: "a State's counts by theme, position, year",
    variables: (index) => ({ state: pick(states, index, 5)?.id }),
    ours: {
      query: `query Counts($state: ID!) { recommendations(filter: { states: [$state] }, first: 1) {
facets(by: [THEME, POSITION, YEAR], first: 300) { field values { value count } } } }`,
      read: (data) =>
        listOf((data['recommendations'] as Node)['facets']).map(({ values }) =>
          listOf(values).map(({ value, count }) => `${String(value)} ${String(count)}`),
        ),
    },
    peer: {
      // A field a value: there is no grouping.
      query: `query Counts($state: ID!) {
themes { id recommendationsConnection(where: { node: { document: { some: { state: { some: { id: { eq: $state } } } } } } }) { aggregate { count { nodes } } } }
${['SUPPORTED', 'NOTED', 'PARTIAL'].map((value) => `${value}: recommendationsConnection(where: { position: { eq: "${value}" }, document: { some: { state: { some: { id: { eq: $state } } } } } }) { aggregate { count { nodes } } }`).join('\n')}
NONE: recommendationsConnection(where: { position: { eq: null }, document: { some: { state: { some: { id: { eq: $state } } } } } }) { aggregate { count { nodes } } }
${[2010, 2014, 2019].map((year) => `y${year}: recommendationsConnection(where: { year: { eq: ${year} }, document: { some: { state: { some: { id: { eq: $state } } } } } }) { aggregate { count { nodes } } }`).join('\n')} }`,
      read: (data) => {
        const count = (one: unknown): number =>
          (one as { aggregate: { count: { nodes: number } } }).aggregate.count.nodes
        const named = (names: readonly string[], label: (name: string) => string): string[] =>
          names.map((name) => `${label(name)} ${count(data[name])}`).filter((text) => !text.endsWith(' 0'))
        return [
          listOf(data['themes'])
            .map((theme) => `${String(theme['id'])} ${count(theme['recommendationsConnection'])}`)
            .filter((text) => !text.endsWith(' 0')),
          named(['SUPPORTED', 'NOTED', 'PARTIAL', 'NONE'], (name) => (name === 'NONE' ? 'NOT_KNOWN' : name)),
          named(['y2010', 'y2014', 'y2019'], (name) => name.slice(1)),
        ]
      },
    },
    raw: {
      statement: `MATCH (s:State {id: $state})
CALL (s) { MATCH (s)<-[:REVIEWS]-()<-[:ISSUED_IN]-()-[:ABOUT]->(t) WITH t, count(*) AS count RETURN collect([t.id, count]) AS themes }
CALL (s) { MATCH (s)<-[:REVIEWS]-()<-[:ISSUED_IN]-(n) WITH n.position AS position, count(*) AS count RETURN collect([coalesce(position, 'NOT_KNOWN'), count]) AS positions }
CALL (s) { MATCH (s)<-[:REVIEWS]-()<-[:ISSUED_IN]-(n) WITH n.year AS year, count(*) AS count RETURN collect([year, count]) AS years }
RETURN [themes, positions, years] AS answer`,
      read: (row) => (row['answer'] as [string, number][][]).map((facet) => facet.map((pair) => pair.join(' '))),
    },
    aims: { peer: 100, peerAt7: 300, raw: 0.8 },
    growth: 2,
  },
  {
    name: 'Q6a',
    title: 'two steps around a document, up to 200',
    variables: (index) => ({ id: pick(documents, index, 6)?.id }),
    ours: {
      query: `query Around($id: ID!) { neighbourhood(id: $id, hops: 2, first: 200) { neighbours { node { id } } } }`,
      read: (data) => listOf((data['neighbourhood'] as Node)['neighbours']).length,
    },
    peer: null,
    raw: {
      statement: `MATCH (c:ReviewDocument {id: $id}) CALL (c) { MATCH (c)--(m) RETURN m UNION MATCH (c)--()--(m) WHERE m <> c RETURN m }
WITH DISTINCT m LIMIT 200 RETURN collect(m {.id}) AS answer`,
      read: (row) => listOf(row['answer']).length,
    },
    aims: { peer: null, peerAt7: null, raw: 0.8 },
    growth: 1.5,
  },
  {
    name: 'Q6b',
    title: 'shortest path between two bodies',
    variables: (index) => ({ from: pick(bodies, index, 7)?.id, to: pick(bodies, index + 1_000_000, 8)?.id }),
    ours: {
      query: `query Between($from: ID!, $to: ID!) { paths(from: $from, to: $to, maxLength: 6, first: 1) { length } }`,
      read: (data) => listOf(data['paths']).map(({ length }) => length),
    },
    peer: null,
    raw: {
      statement: `MATCH (a:GovernmentBody {id: $from}) MATCH (b:GovernmentBody {id: $to})
RETURN COLLECT { MATCH path = shortestPath((a)-[*..6]-(b)) WHERE a <> b RETURN length(path) } AS answer`,
      read: (row) => row['answer'],
    },
    aims: { peer: null, peerAt7: null, raw: 0.8 },
    growth: 1.5,
  },
]
