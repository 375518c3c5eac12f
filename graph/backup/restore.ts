/** A backup into a graph: read whole first, then written in parts, under a mark that says that it is not through. */
import { Double, type Db } from '../db/index.ts'
import { LaunchError } from '../engine/errors.ts'
import { migrate } from '../migrations/index.ts'
import { LABELS } from '../model/index.ts'
import { applySchema } from '../schema/index.ts'
import {
  countIn,
  KINDS,
  linesOf,
  MARKS,
  UNDER_WAY,
  type Kind,
  type Line,
  type Manifest,
  type Properties,
} from './manifest.ts'

/** Rows of a transaction: those of the longest texts stay far under what one may take of the database's memory. */
const BATCH = 2_000
/** Nodes taken out in a transaction, with what hangs on them. */
const REMOVED_AT_A_TIME = 500
const RELATIONSHIPS_REMOVED_AT_A_TIME = 5_000

/** True where a restore was cut off: what the graph holds is a part. */
export async function isRestoreUnfinished(db: Db): Promise<boolean> {
  const rows = await db.read('MATCH (v:SchemaVersion {id: $id}) RETURN v.id AS id', { id: UNDER_WAY })
  return rows.length > 0
}

/** How many nodes of ours the graph holds. */
async function countOurs(db: Db): Promise<number> {
  const rows = await db.read<{ count: number }>(
    'MATCH (n) WHERE NOT n:SchemaVersion AND any(label IN labels(n) WHERE label IN $labels) RETURN count(n) AS count',
    { labels: LABELS },
  )
  return rows[0]?.count ?? 0
}

/**
 * Takes out what is ours and leaves what is not. Relationships first: the few nodes that all others hang on would each ask for more
 * memory than a transaction has.
 */
async function clear(db: Db): Promise<void> {
  for (const label of LABELS)
    await db.runSchema(
      `MATCH (n:${label})-[r]->() CALL (r) { DELETE r } IN TRANSACTIONS OF ${RELATIONSHIPS_REMOVED_AT_A_TIME} ROWS`,
    )
  for (const label of LABELS)
    await db.runSchema(
      label === 'SchemaVersion'
        ? `MATCH (n:SchemaVersion) WHERE NOT n.id IN [${MARKS.map((id) => `'${id}'`).join(', ')}] DETACH DELETE n`
        : `MATCH (n:${label}) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF ${REMOVED_AT_A_TIME} ROWS`,
    )
}

const asDouble = (value: unknown): unknown =>
  Array.isArray(value) ? value.map(asDouble) : typeof value === 'number' ? new Double(value) : value

const propertiesOf = ({ properties, doubles = [] }: Line[Kind]): Properties => ({
  ...properties,
  ...Object.fromEntries(doubles.map((name) => [name, asDouble(properties[name])])),
})

/** Labels and types are the model's: `readBackup` has refused others. */
const nodeStatement = ({ label }: Line['nodes']): string =>
  `UNWIND $rows AS row CREATE (n:${label}) SET n = row.properties`
const relationshipStatement = ({ type, from, to }: Line['relationships']): string =>
  `UNWIND $rows AS row MATCH (a:${from[0]} {id: row.from}) MATCH (b:${to[0]} {id: row.to}) CREATE (a)-[r:${type}]->(b) SET r = row.properties`

/** Writes lines in batches of those that one statement serves, with at most a batch of each kept. */
async function writeLines<K extends Kind>(
  db: Db,
  lines: AsyncIterable<Line[K]>,
  { statementOf, rowOf }: { statementOf: (line: Line[K]) => string; rowOf: (line: Line[K]) => object },
  onRows: (count: number) => void,
): Promise<void> {
  const waiting = new Map<string, object[]>()
  const write = async (statement: string, rows: readonly object[]): Promise<void> => {
    await db.write((run) => run(statement, { rows }), { name: 'restore' })
    onRows(rows.length)
  }
  for await (const line of lines) {
    const statement = statementOf(line)
    const rows = waiting.get(statement) ?? []
    rows.push(rowOf(line))
    if (rows.length < BATCH) waiting.set(statement, rows)
    else {
      waiting.delete(statement)
      await write(statement, rows)
    }
  }
  for (const [statement, rows] of waiting) await write(statement, rows)
}

async function countsOf(db: Db): Promise<Record<Kind, Record<string, number>>> {
  const nodes = await db.read<{ name: string; count: number }>(
    'MATCH (n) WHERE NOT (n:SchemaVersion AND n.id IN $marks) UNWIND [label IN labels(n) WHERE label IN $labels] AS name RETURN name, count(*) AS count',
    { labels: LABELS, marks: MARKS },
  )
  const relationships = await db.read<{ name: string; count: number }>(
    'MATCH (a)-[r]->(b) WHERE any(l IN labels(a) WHERE l IN $labels) AND any(l IN labels(b) WHERE l IN $labels) RETURN type(r) AS name, count(*) AS count',
    { labels: LABELS },
  )
  const byName = (rows: typeof nodes): Record<string, number> =>
    Object.fromEntries(rows.map(({ name, count }) => [name, count]))
  return { nodes: byName(nodes), relationships: byName(relationships) }
}

/**
 * Makes the graph what a backup holds, and brings it to this version's layout. `manifest` is what `readBackup` gave: the backup
 * was read whole before. `signal` stops between two batches. What is cut off leaves a mark (`isRestoreUnfinished`), and running it again completes it.
 * Errors: LaunchError where the graph holds something and `isReplacing` was not said; then nothing was changed.
 */
export async function restore(
  db: Db,
  folder: string,
  manifest: Manifest,
  {
    isReplacing = false,
    signal = new AbortController().signal,
    onProgress = () => {},
  }: { isReplacing?: boolean; signal?: AbortSignal; onProgress?: (done: number, total: number) => void } = {},
): Promise<void> {
  const held = await countOurs(db)
  if (held > 0 && !isReplacing && !(await isRestoreUnfinished(db)))
    throw new LaunchError(
      `The graph holds ${held.toLocaleString('en')} nodes already. Nothing was changed. Back it up, then replace it with --replace; or set DATA_DIR to a new folder.`,
    )
  await db.write((run) => run('MERGE (:SchemaVersion {id: $id})', { id: UNDER_WAY }))
  await applySchema(db)
  await clear(db)
  const total = countIn(manifest)
  let done = 0
  const onRows = (count: number): void => {
    done += count
    onProgress(done, total)
    signal.throwIfAborted()
  }
  await writeLines<'nodes'>(
    db,
    linesOf(folder, 'nodes'),
    { statementOf: nodeStatement, rowOf: (line) => ({ properties: propertiesOf(line) }) },
    onRows,
  )
  await writeLines<'relationships'>(
    db,
    linesOf(folder, 'relationships'),
    {
      statementOf: relationshipStatement,
      rowOf: (line) => ({ from: line.from[1], to: line.to[1], properties: propertiesOf(line) }),
    },
    onRows,
  )
  const written = await countsOf(db)
  for (const kind of KINDS)
    for (const [name, expected] of Object.entries(manifest.counts[kind]))
      if (written[kind][name] !== expected)
        throw new LaunchError(
          `Of ${name} ${written[kind][name] ?? 0} were written where the backup holds ${expected}: something else writes into this database. Stop it, and restore again with --replace.`,
        )
  await migrate(db)
  await db.write((run) => run('MATCH (v:SchemaVersion {id: $id}) DELETE v', { id: UNDER_WAY }))
}
