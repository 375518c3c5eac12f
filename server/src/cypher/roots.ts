/** Root fields that many nouns share: one by id, and a list in pages. */
import { parseId, toId, type Label } from '../../../graph/model/index.ts'
import { badInput } from '../errors.ts'
import type { Composer, Scope } from './composer.ts'
import { composeConnection, type ConnectionSource } from './connections.ts'

/** The answer of a root field as one Cypher expression; what it needs before goes into the composer's prelude. */
export type RootRule = (scope: Scope) => string

/** One thing of a label by id or bare key; null where the graph holds none. Throws BAD_USER_INPUT for what is no id of it. */
export const single =
  (label: Label): RootRule =>
  ({ composer, field }) => {
    const given = String(field.args['id'])
    const id = toId(label, given)
    if (parseId(id)?.label !== label || id.length > 250) {
      throw badInput(
        'id',
        `"${given.slice(0, 80)}" is no id of a ${label}. Expected ${toId(label, '…')} or the key alone.`,
      )
    }
    const node = composer.variable('n')
    return `head(COLLECT { MATCH (${node}:${label} {id: ${composer.parameter(id)}}) RETURN ${composer.project(field.type, field.selections, node)} })`
  }

/** All of a list field's conditions, each from an argument; those not given are left out. */
export function where(...conditions: (string | null)[]): string {
  const given = conditions.filter((condition) => condition !== null)
  return given.length === 0 ? '' : ` WHERE ${given.join(' AND ')}`
}

/** The condition that a thing is of the State named by the argument, or null where none is named. */
export function ofState(composer: Composer, node: string, state: unknown, type = 'OF_STATE'): string | null {
  return typeof state === 'string'
    ? `EXISTS { (${node})-[:${type}]->(:State {id: ${composer.parameter(toId('State', state))}}) }`
    : null
}

/** A list of all things of a label, narrowed by the field's arguments. */
export const listOf =
  (source: (scope: Scope) => Omit<ConnectionSource, 'question'>): RootRule =>
  (scope) => {
    const { first: _first, after: _after, ...question } = scope.field.args
    return composeConnection(scope, { ...source(scope), question })
  }
