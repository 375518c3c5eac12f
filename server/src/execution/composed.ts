/** The statements of root fields, composed once for a question and kept. */
import { Composer } from '../cypher/composer.ts'
import type { SelectedField, Selections } from '../cypher/selection.ts'
import { ROOTS } from '../modules/roots.ts'
import { RULES } from '../modules/rules.ts'

/** A statement with its parameters. That of a point also takes `$ids` and gives a row {id, answer} for each found. */
export type Composed = { readonly statement: string; readonly parameters: Readonly<Record<string, unknown>> }

/** The statement of a root field: one row `answer`. Throws BAD_USER_INPUT for a wrong argument. */
export function composeRoot(selections: Selections, field: SelectedField, today: string): Composed {
  const rule = ROOTS[field.name]
  if (rule === undefined) throw new Error(`No module answers Query.${field.name}`)
  const composer = new Composer(selections, RULES, today)
  const { point } = rule
  if (point === undefined) {
    const statement = composer.statement(rule({ composer, node: '', field }))
    return { statement, parameters: composer.parameters }
  }
  const node = composer.variable('n')
  const answer = composer.project(field.type, field.selections, node)
  const each = `UNWIND $ids AS wanted MATCH (${node}:${point} {id: wanted})`
  return { statement: composer.statement(`${node}.id AS id, ${answer}`, each), parameters: composer.parameters }
}
