/** The test database: the product's own engine on a data folder of its own, marked as a test's. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { inject } from 'vitest'
import { connect, type Db } from '../db/index.ts'
import { loadBuiltIn } from '../index.ts'

/** Opens the test database. Refuses one that is not marked as a test's, since tests empty it. */
export async function openTestDb(): Promise<Db> {
  const db = connect(inject('neo4j'))
  const [mark] = await db.read("MATCH (v:SchemaVersion {id: 'test-database'}) RETURN v.id AS id")
  if (mark === undefined) throw new Error('This database is not marked as a test database; its data is left alone.')
  return db
}

/** Takes everything out but the mark. */
export async function empty(db: Db): Promise<void> {
  // In parts, and links before what they hang on: a file that leaves many behind must not fail the next one for want of memory.
  await db.runSchema('MATCH ()-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF 5000 ROWS')
  await db.runSchema('MATCH (n) WHERE NOT n:SchemaVersion CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 500 ROWS')
}

type Node = { readonly labels: readonly string[]; readonly properties: Readonly<Record<string, unknown>> }
type Relationship = {
  readonly from: string
  readonly type: string
  readonly to: string
  readonly properties: Readonly<Record<string, unknown>>
}
/** Something as it stands in the database, and where. */
type There<One> = { readonly one: One; readonly at: string }

const nodesOf = (db: Db): Promise<There<Node>[]> =>
  db.read(
    'MATCH (n) WHERE NOT n:SchemaVersion RETURN {labels: labels(n), properties: properties(n)} AS one, elementId(n) AS at',
  )
const relationshipsOf = (db: Db): Promise<There<Relationship>[]> =>
  db.read(
    'MATCH (a)-[r]->(b) RETURN {from: a.id, type: type(r), to: b.id, properties: properties(r)} AS one, elementId(r) AS at',
  )

/** The same text for the same thing, in whatever order its properties come. */
const textOf = (one: Node | Relationship): string =>
  JSON.stringify({ ...one, properties: Object.entries(one.properties).sort(([a], [b]) => (a < b ? -1 : 1)) })

/** Places of what is there and should not be, and what should be there and is not. */
function compare<One extends Node | Relationship>(
  there: readonly There<One>[],
  wanted: readonly One[],
): { strange: string[]; missing: One[] } {
  const places = new Map<string, string[]>()
  for (const { one, at } of there) {
    const text = textOf(one)
    places.set(text, [...(places.get(text) ?? []), at])
  }
  const missing = wanted.filter((one) => places.get(textOf(one))?.pop() === undefined)
  return { strange: [...places.values()].flat(), missing }
}

async function inBatches(db: Db, statement: string, rows: readonly unknown[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 500)
    await db.write((run) => run(statement, { rows: rows.slice(start, start + 500) }))
}

type Graph = { readonly nodes: readonly Node[]; readonly relationships: readonly Relationship[] }

/** Makes the graph what is wanted, whatever it is now; what is so already is not touched. */
async function restore(db: Db, wanted: Graph): Promise<void> {
  const nodes = compare(await nodesOf(db), wanted.nodes)
  await inBatches(db, 'UNWIND $rows AS at MATCH (n) WHERE elementId(n) = at DETACH DELETE n', nodes.strange)
  await inBatches(db, 'UNWIND $rows AS row CREATE (n:$(row.labels)) SET n = row.properties', nodes.missing)
  const relationships = compare(await relationshipsOf(db), wanted.relationships)
  await inBatches(db, 'UNWIND $rows AS at MATCH ()-[r]->() WHERE elementId(r) = at DELETE r', relationships.strange)
  const places = new Map((await nodesOf(db)).map(({ one, at }) => [one.properties['id'], at]))
  await inBatches(
    db,
    'UNWIND $rows AS row MATCH (a) WHERE elementId(a) = row.from MATCH (b) WHERE elementId(b) = row.to CREATE (a)-[r:$(row.type)]->(b) SET r = row.properties',
    relationships.missing.map((one) => ({ ...one, from: places.get(one.from), to: places.get(one.to) })),
  )
}

/**
 * The built-in data and nothing else: loaded for the first file of tests that asks, and brought back for every other to what
 * was loaded then, which is quick where little was changed meanwhile.
 */
export async function loadCambodia(db: Db): Promise<void> {
  const file = inject('builtIn')
  if (existsSync(file)) return restore(db, JSON.parse(readFileSync(file, 'utf8')) as Graph)
  await empty(db)
  await loadBuiltIn(db)
  const loaded: Graph = {
    nodes: (await nodesOf(db)).map(({ one }) => one),
    relationships: (await relationshipsOf(db)).map(({ one }) => one),
  }
  writeFileSync(file, JSON.stringify(loaded))
}
