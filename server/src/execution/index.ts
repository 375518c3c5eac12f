/**
 * Answers an operation: a statement for each root field, run side by side, and the answer in the shape of the question.
 *
 * The quick way serves whole answers; whatever else (a wrong argument, a database that is away, introspection) is left to
 * graphql-js, whose root resolvers take what was read already from the context.
 */
import { getVariableValues, GraphQLError, Kind, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql'
import type { Context } from '../context.ts'
import type { Db } from '../../../graph/db/index.ts'
import { UNKNOWN_ID } from '../cypher/composer.ts'
import { idOf, type Memory } from '../cypher/roots.ts'
import { Selections, type SelectedField } from '../cypher/selection.ts'
import { badInput, cancelled, fromDriver, requireOwner } from '../errors.ts'
import { Matchers } from '../links/matchers.ts'
import { MUTATIONS } from '../modules/mutations.ts'
import { ROOTS } from '../modules/roots.ts'
import { LIMITS } from '../schema/limits.ts'
import { composeRoot, Statements, type Composed } from './composed.ts'
import { Joined } from './joined.ts'
import { Kept } from './kept.ts'
import { Plans, type Operation, type Plan } from './plan.ts'
import { Unexpected } from './shape.ts'

/** Characters of composed statements, counted for each question as if none were shared, and of answers. */
const KEPT_COMPOSED = 8_000_000
const KEPT_ANSWERS = 32_000_000
/** A version read this long ago still counts: writes by others are seen after it at the latest. */
const VERSION_AGE_MS = 250

export class Execution {
  readonly #schema: GraphQLSchema
  readonly #db: Db
  readonly #plans: Plans
  readonly #joined: Joined
  readonly #composed = new Kept<Composed>(KEPT_COMPOSED)
  readonly #statements = new Statements()
  readonly #answers: Kept<Record<string, unknown>> | null
  readonly #memory: Memory

  constructor(schema: GraphQLSchema, db: Db, { isAnswerCacheOn = false }: { isAnswerCacheOn?: boolean | undefined }) {
    this.#schema = schema
    this.#db = db
    this.#plans = new Plans(schema)
    this.#joined = new Joined(db)
    this.#memory = { db, matchers: new Matchers(db) }
    this.#answers = isAnswerCacheOn ? new Kept(KEPT_ANSWERS) : null
  }

  /** The whole answer, or null where graphql-js has to say what is the matter. */
  async answer(asked: Operation, context: Context): Promise<Record<string, unknown> | null> {
    const coerced = getVariableValues(this.#schema, asked.operation.variableDefinitions ?? [], asked.variables, {
      maxErrors: 1,
    })
    if (coerced.errors) return null
    try {
      const plan = this.#plans.of(asked, coerced.coerced)
      if (plan === null) return null
      const key = await this.#keyOf(plan, coerced.coerced, context)
      const kept = key === null ? undefined : this.#answers?.get(key)
      if (kept !== undefined) return kept
      const answer = await this.#read(plan, coerced.coerced, context)
      if (key !== null) this.#answers?.set(key, answer, JSON.stringify(answer).length)
      return answer
    } catch (error) {
      // A fault of ours: logged, and the question answered the slow way.
      if (!(error instanceof GraphQLError || error instanceof Unexpected))
        context.logger.error({ err: error }, 'the quick way failed')
      return null
    }
  }

  /** Key of a whole answer: question, day and version of the graph; null where answers are not kept. */
  async #keyOf(plan: Plan, variables: Record<string, unknown>, { today }: Context): Promise<string | null> {
    if (this.#answers === null) return null
    const version = await this.#db.version(VERSION_AGE_MS).catch(() => null)
    return version === null ? null : `${version} ${plan.id} ${today} ${JSON.stringify(variables)}`
  }

  async #read(plan: Plan, variableValues: Record<string, unknown>, context: Context): Promise<Record<string, unknown>> {
    const selections = new Selections({ schema: this.#schema, fragments: plan.fragments, variableValues })
    const rest =
      plan.pointVariables.size === 0
        ? variableValues
        : Object.fromEntries(Object.entries(variableValues).filter(([name]) => !plan.pointVariables.has(name)))
    const question = `${plan.id} ${context.today} ${JSON.stringify(rest)}`
    const roots = plan.roots(selections).map((field) => ({
      key: field.key,
      answer: this.root(selections, field, context, {
        name: `${field.key} ${question}`,
        // A literal in it holds the whole document.
        length: plan.length + question.length,
      }),
    }))
    for (const { key, answer } of roots) context.roots.set(key, answer)
    const settled = await Promise.allSettled(roots.map(({ answer }) => answer))
    const answers: Record<string, unknown> = {}
    for (const [index, outcome] of settled.entries()) {
      if (outcome.status === 'rejected') throw outcome.reason
      const key = roots[index]?.key
      if (key !== undefined) answers[key] = outcome.value
    }
    return plan.shape(answers)
  }

  /** The answer of one root field. `question` names the composed statement that is kept, where it is, and weighs what it holds. */
  async root(
    selections: Selections,
    field: SelectedField,
    context: Context,
    question?: { readonly name: string; readonly length: number },
  ): Promise<unknown> {
    const { requestId, signal } = context
    const options = { name: field.name, requestId, timeoutMs: LIMITS.statementMs, signal }
    const { point, prepare } = ROOTS[field.name] ?? {}
    try {
      const rule = await prepare?.(field.args, this.#memory)
      const id = point === undefined ? null : idOf(point, String(field.args['id']), 'id')
      let composed = question === undefined || rule !== undefined ? undefined : this.#composed.get(question.name)
      if (composed === undefined) {
        composed = composeRoot(selections, field, context.today, this.#statements, rule)
        if (question !== undefined && rule === undefined)
          this.#composed.set(question.name, composed, question.length + composed.statement.text.length)
      }
      context.record.statements += 1
      // Kept from a question for another id, which is the first of its values.
      const own = id === null ? composed : { ...composed, values: [id, ...composed.values.slice(1)] }
      const answer = (await this.#joined.read(own, options)) ?? null
      const unknown = (answer as Readonly<Record<string, unknown>> | null | undefined)?.[UNKNOWN_ID]
      if (typeof unknown === 'string')
        throw badInput(unknown, 'the graph holds nothing with this id. Expected the id of something it holds.')
      return answer
    } catch (error) {
      throw this.#told(error, field.name, context)
    }
  }

  /** A field of Mutation, for the owner alone: graphql-js asks for it, one after the other. */
  async change(context: Context, args: unknown, info: GraphQLResolveInfo): Promise<unknown> {
    requireOwner(context)
    const change = MUTATIONS[info.fieldName]
    if (change === undefined) throw new Error(`No module answers Mutation.${info.fieldName}`)
    try {
      return await change(args as never, this.#db, context.now)
    } catch (error) {
      throw this.#told(error, info.fieldName, context)
    }
  }

  /** What a caller is told of a failure. */
  #told(error: unknown, field: string, { signal, logger }: Context): GraphQLError {
    if (error instanceof GraphQLError) return error
    // Nobody is there to read the answer.
    if (signal?.aborted === true) return cancelled()
    const known = fromDriver(error)
    // What is known needs no stack: a database that is away would fill the log with them.
    if (known === null) logger.error({ err: error, field }, 'unexpected failure')
    else logger.warn({ code: known.code, field }, known.message)
    if (known === null)
      return new GraphQLError('Something went wrong on the server.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })
    return new GraphQLError(known.message, { extensions: { code: known.code, isRetryable: known.isRetryable } })
  }

  /** A root field as graphql-js asks for it: what the quick way has read, or read now. */
  resolve(context: Context, info: GraphQLResolveInfo): Promise<unknown> {
    const read = context.roots.get(String(info.path.key))
    if (read !== undefined) return read
    const selections = new Selections(info)
    const set = { kind: Kind.SELECTION_SET, selections: info.fieldNodes } as const
    const [field] = selections.fieldsOf(info.parentType, [set])
    if (field === undefined) throw new Error(`The schema has no Query.${info.fieldName}`)
    return this.root(selections, field, context)
  }
}
