/** Changes to graphs that hold data already: forward only, in order, each once. */
import type { Db, Write } from '../db/index.ts'
import { LaunchError } from '../engine/errors.ts'
import { SEARCHABLE_LABELS, searchProperties } from '../text/index.ts'

type Migration = { readonly version: number; readonly describe: string; readonly run: (run: Write) => Promise<void> }

type Searchable = {
  readonly id: string
  readonly properties: Record<string, unknown>
  readonly documentSymbol: string | null
  readonly document: string | null
  readonly themes: string[]
}
/** Nodes written at a time. */
const BATCH = 2_000

/** Derives anew what search finds every node by, from what the graph says of it. */
async function deriveSearchProperties(run: Write): Promise<void> {
  for (const label of SEARCHABLE_LABELS) {
    for (let after = ''; ;) {
      const { rows } = await run(
        `MATCH (n:${label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $batch
OPTIONAL MATCH (n)-[:ISSUED_IN|ADOPTED_BY|SET_BY*0..2]->(m:Mechanism) WHERE m <> n
OPTIONAL MATCH (n)-[:ISSUED_IN]->(d:ReviewDocument)
RETURN n.id AS id, properties(n) AS properties, d.symbol AS documentSymbol,
  m.code + CASE WHEN n:Recommendation THEN ' ' + coalesce(toString(n.year), '') ELSE '' END AS document,
  COLLECT { MATCH (n)-[:ABOUT]->(t:Theme) WHERE n:Recommendation RETURN t.name } AS themes`,
        { after, batch: BATCH },
      )
      const nodes = rows as unknown as Searchable[]
      const last = nodes.at(-1)
      if (last === undefined) break
      after = last.id
      await run(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n += row.properties REMOVE n.searchEn`, {
        rows: nodes.map(({ id, properties, ...foundWith }) => ({
          id,
          properties: searchProperties(label, properties, foundWith),
        })),
      })
    }
  }
}

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
  { version: 3, describe: 'Search finds everything by one index.', run: deriveSearchProperties },
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
