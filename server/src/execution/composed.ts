/** The statements of root fields, composed once for a question and kept. */
import { Composer } from '../cypher/composer.ts'
import { unpack } from '../cypher/packed.ts'
import type { SelectedField, Selections } from '../cypher/selection.ts'
import type { RootRule } from '../cypher/roots.ts'
import { beyond } from '../schema/admission.ts'
import { ROOTS } from '../modules/roots.ts'
import { RULES } from '../modules/rules.ts'

/** A statement with its parameters. That of a point also takes `$ids` and gives a row {id, answer} for each found. */
export type Composed = {
  readonly statement: string
  readonly parameters: Readonly<Record<string, unknown>>
  /** An `answer` of the statement as its readers take it. */
  readonly unpack: (answer: unknown) => unknown
}

/** The statement of a root field: one row `answer`. Throws BAD_USER_INPUT for a wrong argument, LIMIT_EXCEEDED. */
export function composeRoot(
  selections: Selections,
  field: SelectedField,
  today: string,
  rule: RootRule | undefined = ROOTS[field.name],
): Composed {
  if (rule === undefined) throw new Error(`No module answers Query.${field.name}`)
  const composer = new Composer(selections, RULES, today)
  const { point } = rule
  const within = (statement: string): Composed => {
    const refusal = beyond('statement', statement.length)
    if (refusal !== null) throw refusal
    const { layouts, parameters } = composer
    return { statement, parameters, unpack: (answer) => unpack(answer, layouts) }
  }
  if (point === undefined) {
    return within(composer.statement(rule({ composer, node: '', field })))
  }
  const node = composer.variable('n')
  const answer = composer.project(field.type, field.selections, node)
  const each = `UNWIND $ids AS wanted MATCH (${node}:${point} {id: wanted})`
  return within(composer.statement(`${node}.id AS id, ${answer}`, each))
}
