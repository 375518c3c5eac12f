/** The statements of root fields, composed once for a question and kept. */
import { Composer } from '../cypher/composer.ts'
import { unpack } from '../cypher/packed.ts'
import type { SelectedField, Selections } from '../cypher/selection.ts'
import { idOf, type RootRule } from '../cypher/roots.ts'
import { beyond } from '../schema/admission.ts'
import { ROOTS } from '../modules/roots.ts'
import { RULES } from '../modules/rules.ts'

/** A statement as many askers may share it (`Composer.shared`), and what is this asker's own. */
export type Composed = {
  readonly statement: string
  readonly values: readonly unknown[]
  readonly bounds: Readonly<Record<string, unknown>>
  /** An `answer` of the statement as its readers take it. */
  readonly unpack: (answer: unknown) => unknown
}

/**
 * The statement of a root field, with one answer for each asker; none where a thing that is asked for by its id is not
 * there: its id is then the first of the values. Throws BAD_USER_INPUT for a wrong argument, LIMIT_EXCEEDED.
 */
export function composeRoot(
  selections: Selections,
  field: SelectedField,
  today: string,
  rule: RootRule | undefined = ROOTS[field.name],
): Composed {
  if (rule === undefined) throw new Error(`No module answers Query.${field.name}`)
  const composer = new Composer(selections, RULES, today)
  const { point } = rule
  const compose = (): string => {
    if (point === undefined) return composer.statement(rule({ composer, node: '', field }))
    const node = composer.variable('n')
    const id = composer.parameter(idOf(point, String(field.args['id']), 'id'))
    const answer = composer.project(field.type, field.selections, node)
    return composer.statement(answer, `MATCH (${node}:${point} {id: ${id}})`)
  }
  const { statement, values, bounds } = composer.shared(compose())
  const refusal = beyond('statement', statement.length)
  if (refusal !== null) throw refusal
  const { layouts } = composer
  return { statement, values, bounds, unpack: (answer) => unpack(answer, layouts) }
}
