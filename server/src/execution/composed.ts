/** The statements of root fields, composed once for a question and kept. */
import { Composer } from '../cypher/composer.ts'
import { unpack, type Layout } from '../cypher/packed.ts'
import type { SelectedField, Selections } from '../cypher/selection.ts'
import { idOf, type RootRule } from '../cypher/roots.ts'
import { beyond } from '../schema/admission.ts'
import { Kept } from './kept.ts'
import { ROOTS } from '../modules/roots.ts'
import { RULES } from '../modules/rules.ts'

/** A statement as many askers may share it (`Composer.shared`): one object for all of them, see `Statements`. */
export type Statement = { readonly text: string; readonly bounds: Readonly<Record<string, unknown>> }

/** A statement, and what is this asker's own. */
export type Composed = {
  readonly statement: Statement
  readonly values: readonly unknown[]
  /** An `answer` of the statement as its readers take it. */
  readonly unpack: (answer: unknown) => unknown
}

/** Characters of the statements that are kept. */
const KEPT_STATEMENTS = 4_000_000

/**
 * The statements of late, each as one object: questions that differ in what they ask for, not in how, hold a text of some
 * thousand characters once, and find each other by it without comparing it.
 */
export class Statements {
  readonly #kept = new Kept<Statement>(KEPT_STATEMENTS)

  /** The one object for what is given. */
  one(statement: Statement): Statement {
    const key = `${JSON.stringify(statement.bounds)} ${statement.text}`
    const kept = this.#kept.get(key)
    if (kept !== undefined) return kept
    this.#kept.set(key, statement, key.length)
    return statement
  }
}

/**
 * The statement of a root field, with one answer for each asker; none where a thing that is asked for by its id is not
 * there: its id is then the first of the values. Throws BAD_USER_INPUT for a wrong argument, LIMIT_EXCEEDED.
 */
export function composeRoot(
  selections: Selections,
  field: SelectedField,
  today: string,
  statements: Statements,
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
  const { statement: text, values, bounds } = composer.shared(compose())
  const refusal = beyond('statement', text.length)
  if (refusal !== null) throw refusal
  return { statement: statements.one({ text, bounds }), values, unpack: unpacker(composer.layouts) }
}

/** In a scope of its own: within the one above it would keep the composer alive as long as the statement. */
const unpacker =
  (layouts: readonly Layout[]): Composed['unpack'] =>
  (answer) =>
    unpack(answer, layouts)
