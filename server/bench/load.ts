/** Writes the generated graph: one session, batches of 5,000, full-text indexes after the rows. */
import { statementsOf } from '../../graph/schema/index.ts'
import constraints from '../../graph/schema/constraints.cypher'
import indexes from '../../graph/schema/indexes.cypher'
import type { Db } from '../../graph/db/index.ts'
import { fold, searchProperties } from '../../graph/text/index.ts'
import { bodies, documents, recommendations, rights, states, themes } from './generator.ts'

const BATCH = 5_000

const VOCABULARY: readonly [string, readonly object[]][] = [
  ['UNWIND $rows AS row CREATE (n:State {id: row.id}) SET n += row', states],
  [
    "UNWIND $rows AS row CREATE (:Mechanism {id: row.id, code: 'UPR', name: row.name, kind: 'UPR'})",
    [{ id: 'mechanism:upr', name: 'Universal Periodic Review' }],
  ],
  ['UNWIND $rows AS row CREATE (n:Theme {id: row.id, name: row.name})', themes],
  [
    'UNWIND $rows AS row CREATE (n:Right {id: row.id, name: row.name, shortTitle: row.name, articleOrder: row.id})',
    rights,
  ],
  [
    `UNWIND $rows AS row MATCH (s:State {id: row.stateId})
CREATE (b:GovernmentBody {id: row.id, name: row.name, kind: 'MINISTRY'})-[:OF_STATE]->(s)`,
    bodies,
  ],
  [
    `UNWIND $rows AS row MATCH (s:State {id: row.stateId}) MATCH (m:Mechanism {id: 'mechanism:upr'})
CREATE (d:ReviewDocument {id: row.id, title: row.name, year: row.year, sortOn: toString(row.year) + '-01-01'})
CREATE (d)-[:REVIEWS]->(s) CREATE (d)-[:ADOPTED_BY]->(m)`,
    documents,
  ],
]

const RECOMMENDATIONS = `UNWIND $rows AS row
MATCH (d:ReviewDocument {id: row.documentId}) MATCH (by:State {id: row.recommendedBy})
CREATE (m:Recommendation {id: row.id, paragraph: row.paragraph, listOrder: row.listOrder, dateOrder: row.dateOrder, kind: 'RECOMMENDATION',
  summary: row.summary, position: row.position, stateId: row.stateId, year: row.year, sortOn: toString(row.year) + '-01-01',
  benchText: row.benchText})
SET m += row.found
CREATE (m)-[:ISSUED_IN]->(d) CREATE (m)-[:RECOMMENDED_BY]->(by)
FOREACH (theme IN row.themes | MERGE (t:Theme {id: theme}) CREATE (m)-[:ABOUT {basis: 'SOURCE'}]->(t))
FOREACH (right IN row.rights | MERGE (r:Right {id: right}) CREATE (m)-[:INVOKES {basis: 'SOURCE'}]->(r))
FOREACH (body IN row.bodies | MERGE (b:GovernmentBody {id: body.id})
  CREATE (m)-[:ADDRESSED_TO {role: body.role, basis: 'PUBLISHED_MATRIX'}]->(b))`

/** What the peer and hand-written Cypher search: the text alone, by Neo4j's own English analyzer. */
const PEER_INDEX =
  "CREATE FULLTEXT INDEX bench_text IF NOT EXISTS FOR (n:Recommendation) ON EACH [n.benchText] OPTIONS { indexConfig: { `fulltext.analyzer`: 'english' } }"

const isFullText = (statement: string): boolean => statement.includes('FULLTEXT')

/** Fills an empty database. Returns how many recommendations a second were written, indexes apart. */
export async function load(
  db: Db,
  scale: number,
  { texts, progress = () => {} }: { texts?: readonly string[]; progress?: (text: string) => void } = {},
): Promise<{ perSecond: number; count: number }> {
  const range = statementsOf(indexes).filter((statement) => !isFullText(statement))
  for (const statement of [...statementsOf(constraints), ...range]) await db.runSchema(statement)
  await db.runSchema('CALL db.awaitIndexes(300)')
  for (const [statement, rows] of VOCABULARY) await db.write((run) => run(statement, { rows }))
  const started = performance.now()
  let count = 0
  let rows: object[] = []
  const flush = async (): Promise<void> => {
    const batch = rows
    rows = []
    count += batch.length
    await db.write((run) => run(RECOMMENDATIONS, { rows: batch }))
    progress(`${count.toLocaleString('en')} recommendations`)
  }
  for (const one of recommendations(scale, texts === undefined ? {} : { texts })) {
    rows.push({ ...one, benchText: fold(one.summary), found: searchProperties('Recommendation', one) })
    if (rows.length === BATCH) await flush()
  }
  if (rows.length > 0) await flush()
  const perSecond = count / ((performance.now() - started) / 1000)
  for (const statement of [...statementsOf(indexes).filter(isFullText), PEER_INDEX]) await db.runSchema(statement)
  progress('indexes')
  await db.runSchema('CALL db.awaitIndexes(600)')
  return { perSecond, count }
}
