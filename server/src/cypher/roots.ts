/** Root fields that many nouns share: one by id, and a list in pages. */
import { parseId, toId, type Label } from '../../../graph/model/index.ts'
import { firstDayOf, lastDayOf } from '../../../graph/dates/partial-date.ts'
import type { Db } from '../../../graph/db/index.ts'
import { badInput } from '../errors.ts'
import type { Matchers } from '../links/matchers.ts'
import type { Scope } from './composer.ts'
import { composeConnection, type ConnectionSource } from './connections.ts'

/** What a field may ask before its statement is composed: the graph, and what is kept of it in memory. */
export type Memory = { readonly db: Db; readonly matchers: Matchers }

/** How a root field is answered once what it needs besides the graph is known. */
export type Prepare = (args: Readonly<Record<string, unknown>>, memory: Memory) => Promise<(scope: Scope) => string>

/**
 * The answer of a root field as one Cypher expression; what it needs before goes into the composer's prelude.
 * `point` marks a field that answers one thing of a label by its argument `id`: see execution/composed.ts.
 * `prepare` marks one whose expression depends on more than its arguments: what the link engine finds, say.
 */
export type RootRule = ((scope: Scope) => string) & { readonly point?: Label; readonly prepare?: Prepare }

/** The whole id of what an argument names by id or bare key. Throws BAD_USER_INPUT for a text that is no id of the label. */
export function idOf(label: Label, given: string, argument: string): string {
  const id = toId(label, given)
  if (parseId(id)?.label !== label) {
    throw badInput(
      argument,
      `"${given.slice(0, 80)}" is no id of a ${label}. Expected ${toId(label, '…')} or the key alone.`,
    )
  }
  return id
}

/** One thing of a label by id or bare key; null where the graph holds none. Composed by execution/composed.ts. */
export const single = (label: Label): RootRule =>
  Object.assign(
    () => {
      throw new Error(`A ${label} by id is composed as a point`)
    },
    { point: label },
  )

/** A field whose expression is made when what it needs is known: see `RootRule`. */
export const prepared = (prepare: Prepare): RootRule =>
  Object.assign(
    () => {
      throw new Error('What a prepared field needs is asked for first')
    },
    { prepare },
  )

/** An optional id argument as a parameter, or null where it is not given. */
export function idParameter(
  { composer, field }: Pick<Scope, 'composer' | 'field'>,
  label: Label,
  argument: string,
): string | null {
  const given = field.args[argument]
  return typeof given === 'string' ? composer.parameter(idOf(label, given, argument)) : null
}

/** Two optional dates as parameters: the first day of `from`, the last of `to`. Throws BAD_USER_INPUT where they are crossed. */
export function period({ composer, field: { args } }: Pick<Scope, 'composer' | 'field'>): {
  from: string | null
  to: string | null
} {
  const from = typeof args['from'] === 'string' ? firstDayOf(args['from']) : null
  const to = typeof args['to'] === 'string' ? lastDayOf(args['to']) : null
  if (from !== null && to !== null && from > to)
    throw badInput('from', `${from} is after "to", ${to}. Expected the earlier date first.`)
  return {
    from: from === null ? null : composer.parameter(from),
    to: to === null ? null : composer.parameter(to),
  }
}

/** All of a list field's conditions, each from an argument; those not given are left out. */
export function where(...conditions: (string | null)[]): string {
  const given = conditions.filter((condition) => condition !== null)
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`
}

/** The condition that a thing is of the State named by the argument `state`, or null where none is named. */
export function ofState(scope: Pick<Scope, 'composer' | 'field'>, node: string, type = 'OF_STATE'): string | null {
  const state = idParameter(scope, 'State', 'state')
  return state === null ? null : `EXISTS { (${node})-[:${type}]->(:State {id: ${state}}) }`
}

/** The condition that a property is one of the values an argument lists, or null where it is not given. */
export function oneOf({ composer, field }: Scope, expression: string, argument: string): string | null {
  const values = field.args[argument]
  return Array.isArray(values) ? `${expression} IN ${composer.parameter(values)}` : null
}

/** A list of all things of a label, narrowed by the field's arguments. */
export const listOf =
  (source: (scope: Scope) => Omit<ConnectionSource, 'question'>): RootRule =>
  (scope) => {
    const { first: _first, after: _after, ...question } = scope.field.args
    return composeConnection(scope, { ...source(scope), question })
  }
