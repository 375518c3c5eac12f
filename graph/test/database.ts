/** The test database: the product's own engine on a data folder of its own, marked as a test's. */
import { inject } from 'vitest'
import { connect, type Db } from '../db/index.ts'

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
