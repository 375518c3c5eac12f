/** One text for all that a graph says: two graphs with the same one say the same. */
import { createHash } from 'node:crypto'
import type { Db } from '../db/index.ts'

type Entry = Readonly<Record<string, unknown>>

const sorted = (entry: Entry): string => JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)))

/**
 * Every node and relationship with all its properties, in order. The books of the imports are left out (who wrote what in
 * which run, and how it was before): they tell runs apart, not what the graph says.
 */
export async function linesOfGraph(db: Db): Promise<string[]> {
  const nodes = await db.read<{ label: string; properties: Entry }>(
    'MATCH (n) WHERE NOT n:SchemaVersion AND NOT n:ImportRun AND NOT n:ImportChange AND NOT n:ImportClaim RETURN head(labels(n)) AS label, properties(n) AS properties',
  )
  const edges = await db.read<{ from: string; type: string; to: string; properties: Entry }>(
    'MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties',
  )
  const without = ({ importRunId: _run, ...rest }: Entry): string => sorted(rest)
  return [
    ...nodes.map(({ label, properties }) => `${label} ${without(properties)}`),
    ...edges.map(({ from, type, to, properties }) => `${from} ${type} ${to} ${without(properties)}`),
  ].sort()
}

export async function digestOfGraph(db: Db): Promise<string> {
  return createHash('sha256')
    .update((await linesOfGraph(db)).join('\n'))
    .digest('hex')
}
