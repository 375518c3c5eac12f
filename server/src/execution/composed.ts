/** The statements of root fields, composed once for a question and kept. */
import { Composer } from '../cypher/composer.ts'
import { unpack, type Layout } from '../cypher/packed.ts'
import type { SelectedField, Selections } from '../cypher/selection.ts'
import { idOf, type RootRule } from '../cypher/roots.ts'
import { beyond } from '../schema/admission.ts'
import { ROOTS } from '../modules/roots.ts'
import { RULES } from '../modules/rules.ts'

/** A text that many askers share (`Composer.shared`): one object for all of them, see `Statements`. */
export type Statement = { readonly number: number; readonly text: string }

/** A statement, and what is this asker's own. */
export type Composed = {
  readonly statement: Statement
  readonly values: readonly unknown[]
  readonly bounds: Readonly<Record<string, unknown>>
  /** An `answer` of the statement as its readers take it. */
  readonly unpack: (answer: unknown) => unknown
}

/**
 * The statements that somebody holds, one object for each text: questions that differ in what they ask for, not in how, hold
 * a text of some thousand characters once, and find each other by its number.
 */
export class Statements {
  readonly #held = new Map<string, WeakRef<Statement>>()
  readonly #let = new FinalizationRegistry<string>((text) => {
    if (this.#held.get(text)?.deref() === undefined) this.#held.delete(text)
  })
  #last = 0

  /** The one object for a text. */
  of(text: string): Statement {
    const held = this.#held.get(text)?.deref()
    if (held !== undefined) return held
    this.#last += 1
    const statement = { number: this.#last, text }
    this.#held.set(text, new WeakRef(statement))
    this.#let.register(statement, text)
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
  return { statement: statements.of(text), values, bounds, unpack: unpacker(composer.layouts) }
}

/** In a scope of its own: within the one above it would keep the composer alive as long as the statement. */
const unpacker =
  (layouts: readonly Layout[]): Composed['unpack'] =>
  (answer) =>
    unpack(answer, layouts)
