/** One real Neo4j for all integration tests: the product's own engine on a data folder of its own, marked as a test's. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { connect, type Connection } from '../db/index.ts'
import { DataFolder, Engine } from '../engine/index.ts'
import { applySchema, migrate } from '../index.ts'

declare module 'vitest' {
  interface ProvidedContext {
    neo4j: Connection
    /** A file for the built-in data as it stood when it was first loaded; not there before. */
    builtIn: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const path = await mkdtemp(join(tmpdir(), 'followthrough-int-'))
  const folder = new DataFolder(path)
  await folder.claim()
  const engine = await Engine.start(folder)
  const db = connect(engine.connection)
  // As a server does before anything is loaded: whoever migrates finds nothing to do.
  await applySchema(db)
  await migrate(db)
  await db.write((run) => run("MERGE (:SchemaVersion {id: 'test-database'})"))
  await db.close()
  project.provide('neo4j', engine.connection)
  project.provide('builtIn', join(path, 'built-in.json'))
  return async () => {
    await engine.stop()
    await rm(path, { recursive: true, force: true })
  }
}
