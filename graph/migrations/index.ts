/** Changes to graphs that hold data already: forward only, in order, each once. */
import type { Db } from '../db/index.ts'
import { LaunchError } from '../engine/errors.ts'
import type { Label } from '../model/index.ts'
import { listPlaces, SEARCHABLE_LABELS, searchProperties, type FoundWith } from '../text/index.ts'

/** Runs in transactions of its own, each safe to repeat: one that is cut off begins anew, and a graph of any size fits. */
type Migration = { readonly version: number; readonly describe: string; readonly run: (db: Db) => Promise<void> }

type Place = Parameters<typeof listPlaces>[0]
type Searchable = FoundWith & { readonly id: string; readonly properties: Readonly<Record<string, unknown>> }
/** Nodes written at a time. */
const BATCH = 2_000

/**
 * Writes properties derived from what the graph says of each node of a label, in the order of ids. `reading` goes on from
 * `MATCH (n:Label)` to rows with `id`; properties of `leaving` are taken away.
 */
async function derive<Row extends { readonly id: string }>(
  db: Db,
  label: Label,
  { reading, leaving }: { readonly reading: string; readonly leaving: string },
  propertiesOf: (row: Row) => object,
): Promise<void> {
  for (let after = ''; ;) {
    const rows = await db.read<Row>(
      `MATCH (n:${label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $batch\n${reading}`,
      { after, batch: BATCH },
    )
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    await db.write((run) =>
      run(`UNWIND $rows AS row MATCH (n:${label} {id: row.id}) SET n += row.properties REMOVE n.${leaving}`, {
        rows: rows.map((row) => ({ id: row.id, properties: propertiesOf(row) })),
      }),
    )
  }
}

const derivePlaces = (db: Db): Promise<void> =>
  derive<Place>(
    db,
    'Recommendation',
    {
      reading: `OPTIONAL MATCH (n)-[:ISSUED_IN]->(d:ReviewDocument)
RETURN n.id AS id, coalesce(head(collect(d.id)), '') AS documentId, n.paragraph AS paragraph, coalesce(n.sortOn, '') AS sortOn ORDER BY id`,
      leaving: 'paragraphOrder',
    },
    listPlaces,
  )

/** Derives anew what search finds every node by. */
async function deriveSearchProperties(db: Db): Promise<void> {
  for (const label of SEARCHABLE_LABELS)
    await derive<Searchable>(
      db,
      label,
      {
        reading: `OPTIONAL MATCH (n)-[:ISSUED_IN|ADOPTED_BY|SET_BY*0..2]->(m:Mechanism) WHERE m <> n
OPTIONAL MATCH (n)-[:ISSUED_IN]->(d:ReviewDocument)
RETURN n.id AS id, properties(n) AS properties, d.symbol AS documentSymbol,
  m.code + CASE WHEN n:Recommendation THEN ' ' + coalesce(toString(n.year), '') ELSE '' END AS document,
  COLLECT { MATCH (n)-[:ABOUT]->(t:Theme) WHERE n:Recommendation RETURN t.name } AS themes ORDER BY id`,
        leaving: 'searchEn',
      },
      ({ properties, ...foundWith }) => searchProperties(label, properties, foundWith),
    )
}

const MIGRATIONS: readonly Migration[] = [
  { version: 1, describe: 'The first layout of the graph: nothing to change.', run: async () => {} },
  {
    version: 2,
    describe: 'A recommendation keeps its place in lists, by document and by date.',
    // Version 4 derives all of them anew.
    run: async () => {},
  },
  { version: 3, describe: 'Search finds everything by one index.', run: deriveSearchProperties },
  {
    version: 4,
    describe: 'The place of a recommendation by date is short enough to be read without a second look.',
    run: derivePlaces,
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
    await run(db)
    await db.write((write) => write("MERGE (v:SchemaVersion {id: 'schema'}) SET v.version = $version", { version }))
    done.push(describe)
  }
  return done
}
