/** Constraints and indexes: named, safe to repeat. */
import type { Db } from '../db/index.ts'
import constraints from './constraints.cypher'
import indexes from './indexes.cypher'

/** The statements of a .cypher file that holds several, without its comments. */
export function statementsOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('//'))
    .join('\n')
    .split(';')
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

/** Makes what is missing and waits until every index answers. Changes nothing where all is there. */
export async function applySchema(db: Db): Promise<void> {
  for (const statement of statementsOf(constraints)) await db.runSchema(statement)
  for (const statement of statementsOf(indexes)) await db.runSchema(statement)
  await db.runSchema('CALL db.awaitIndexes(300)')
}

/** Names of constraints and indexes that are not there or not online; empty when the schema is in place. */
export async function listMissingSchema(db: Db): Promise<string[]> {
  const rows = await db.read<{ names: string[] }>(
    "SHOW INDEXES YIELD name, state WHERE state = 'ONLINE' RETURN collect(name) AS names",
  )
  const online = new Set(rows[0]?.names ?? [])
  return [constraints, indexes]
    .flatMap(statementsOf)
    .flatMap((statement) => /(?:CONSTRAINT|INDEX) (\w+) IF NOT EXISTS/.exec(statement)?.[1] ?? [])
    .filter((name) => !online.has(name))
}
