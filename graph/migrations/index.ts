/** Changes to graphs that hold data already: forward only, in order, each once. */
import type { Db, Write } from '../db/index.ts'
import { LaunchError } from '../engine/errors.ts'

type Migration = { readonly version: number; readonly describe: string; readonly run: (run: Write) => Promise<void> }

const MIGRATIONS: readonly Migration[] = [
  { version: 1, describe: 'The first layout of the graph: nothing to change.', run: async () => {} },
  {
    version: 2,
    describe: 'A recommendation keeps its place in lists, by document and by date.',
    run: async (run) => {
      // As graph/text/list-places.ts does it.
      await run(`MATCH (n:Recommendation)-[:ISSUED_IN]->(d:ReviewDocument)
WITH n, d.id + ' ' + coalesce(n.paragraphOrder, '~') + ' ' + n.id AS listOrder,
  CASE n.sortOn WHEN '' THEN '~' ELSE reduce(turned = '', sign IN split(n.sortOn, '') |
    turned + CASE sign WHEN '-' THEN '-' ELSE toString(9 - toInteger(sign)) END) END AS turned
SET n.listOrder = listOrder, n.dateOrder = turned + ' ' + listOrder REMOVE n.paragraphOrder`)
    },
  },
]

export const SCHEMA_VERSION = MIGRATIONS.length

/**
 * Brings the graph to this version and returns what was run; running it again runs nothing.
 * Errors: LaunchError where a newer version of the product wrote the graph.
 */
export async function migrate(db: Db): Promise<string[]> {
  const rows = await db.read<{ version: number }>("MATCH (v:SchemaVersion {id: 'schema'}) RETURN v.version AS version")
  const present = rows[0]?.version ?? 0
  if (present > SCHEMA_VERSION) {
    throw new LaunchError(
      `The graph was written by a newer version of Followthrough (its layout is ${present}, this version knows ${SCHEMA_VERSION}). Update Followthrough, or use another database.`,
    )
  }
  const done: string[] = []
  for (const { version, describe, run } of MIGRATIONS.filter((migration) => migration.version > present)) {
    await db.write(async (write) => {
      await run(write)
      await write("MERGE (v:SchemaVersion {id: 'schema'}) SET v.version = $version", { version })
    })
    done.push(describe)
  }
  return done
}
