/** Lists in pages (Relay connections), composed into the statement of the root field they stand in. */
import { badInput } from '../errors.ts'
import { decodeCursor, encodeCursor, markOf } from './cursors.ts'
import type { Composer, FieldRule, Scope, TypeRules } from './composer.ts'

export const MAX_FIRST = 100

/** One key of an order; its expression is never null, so that what follows a cursor is defined. */
export type OrderKey = { readonly expression: (node: string) => string; readonly isDescending?: boolean }

export type ConnectionSource = {
  /** Everything from MATCH on that finds the nodes, WHERE included; `node` is the variable to bind. */
  readonly match: (node: string) => string
  /** Other variables that `match` binds and the order or an edge's own fields use. */
  readonly carry?: (node: string) => readonly string[]
  readonly order: readonly OrderKey[]
  /** What makes the list this list and no other: its filter and order. */
  readonly question: unknown
  /** Fields of the connection beyond edges, pageInfo and totalCount. */
  readonly extra?: TypeRules
  /** Fields of an edge beyond cursor and node. */
  readonly edge?: (node: string) => TypeRules
}

/** `first` within its range. Throws BAD_USER_INPUT naming the argument. */
export function pageSize(first: unknown, argument = 'first', max = MAX_FIRST): number {
  if (typeof first !== 'number' || !Number.isInteger(first) || first < 1 || first > max) {
    throw badInput(argument, `${String(first)} is out of range. Expected a whole number from 1 to ${max}.`)
  }
  return first
}

/** What comes after the sort values of a cursor: a chain over the keys. */
function afterCursor(
  composer: Composer,
  node: string,
  order: readonly OrderKey[],
  values: readonly (string | number)[],
): string {
  const [key, ...rest] = order
  const [value, ...others] = values
  if (key === undefined || value === undefined) return 'false'
  const expression = key.expression(node)
  const parameter = composer.parameter(value)
  const beyond = `${expression} ${key.isDescending === true ? '<' : '>'} ${parameter}`
  return rest.length === 0
    ? beyond
    : `(${beyond} OR (${expression} = ${parameter} AND ${afterCursor(composer, node, rest, others)}))`
}

/** The expression of a connection: `{rows, first, mark, hasPrevious, …}`, which the resolvers below turn into its fields. */
export function composeConnection({ composer, field }: Scope, source: ConnectionSource): string {
  const first = pageSize(field.args['first'])
  const after = field.args['after']
  const mark = markOf(source.question)
  const type = composer.selections.objectType(field.type.name)
  const entries: string[] = [`__typename: '${type.name}'`]

  for (const selected of composer.selections.fieldsOf(type, field.selections)) {
    const { name, key } = selected
    if (name === 'totalCount') {
      const node = composer.variable('m')
      entries.push(`${key}: COUNT { ${source.match(node)} RETURN DISTINCT ${node} }`)
    } else if (name === 'edges' || name === 'pageInfo') {
      // Rows are read once for both, whatever the aliases.
      if (!entries.some((entry) => entry.startsWith('rows:'))) {
        const edges = composer.selections.fieldsOf(type, field.selections).filter((one) => one.name === 'edges')
        const node = composer.variable('m')
        const edgeTypeName = type.name.replace(/Connection$/, 'Edge')
        const values = typeof after === 'string' ? decodeCursor(after, mark, source.order.length) : null
        const kept = [node, ...(source.carry?.(node) ?? [])].join(', ')
        const where = values === null ? '' : `WITH ${kept} WHERE ${afterCursor(composer, node, source.order, values)} `
        const orderBy = source.order
          .map(({ expression, isDescending }) => expression(node) + (isDescending === true ? ' DESC' : ''))
          .join(', ')
        const sortValues = `[${source.order.map(({ expression }) => expression(node)).join(', ')}]`
        const edge = composer.map(
          edgeTypeName,
          edges.flatMap(({ selections }) => selections),
          node,
          {
            cursor: () => 'null',
            node: (scope) => composer.project(scope.field.type, scope.field.selections, node),
            ...source.edge?.(node),
          },
        )
        entries.push(
          `rows: COLLECT { ${source.match(node)} ${where}WITH ${kept} ORDER BY ${orderBy} ` +
            `LIMIT ${composer.parameter(first + 1)} RETURN {key: ${sortValues}, edge: ${edge}} }`,
          `first: ${composer.parameter(first)}`,
          `mark: ${composer.parameter(mark)}`,
          `hasPrevious: ${typeof after === 'string'}`,
        )
      }
    } else {
      const rule = source.extra?.[name]
      if (rule === undefined) throw new Error(`No module says how to read ${type.name}.${name}`)
      entries.push(`${key}: ${rule({ composer, node: '', field: selected })}`)
    }
  }
  return `{${entries.join(', ')}}`
}

/** A connection field of a type, from the node it stands on. */
export const connection =
  (source: (scope: Scope) => ConnectionSource): FieldRule =>
  (scope) =>
    composeConnection(scope, source(scope))

type Rows = {
  readonly rows?: readonly { key: (string | number)[]; edge: Record<string, unknown> }[]
  readonly first?: number
  readonly mark?: string
  readonly hasPrevious?: boolean
}

const shown = ({ rows = [], first = 0 }: Rows) => rows.slice(0, first)

/** Resolvers of every type whose name ends in Connection, and of its edges' cursors. */
export const connectionResolvers = {
  edges: (source: Rows) => shown(source).map(({ key, edge }) => ({ ...edge, cursorKey: key, mark: source.mark })),
  pageInfo: (source: Rows) => {
    const rows = shown(source)
    const cursor = (row: (typeof rows)[number] | undefined) =>
      row === undefined ? null : encodeCursor(source.mark ?? '', row.key)
    return {
      hasNextPage: (source.rows?.length ?? 0) > (source.first ?? 0),
      hasPreviousPage: source.hasPrevious ?? false,
      startCursor: cursor(rows[0]),
      endCursor: cursor(rows.at(-1)),
    }
  },
}
export const edgeResolvers = {
  cursor: (source: { cursorKey: (string | number)[]; mark: string }) => encodeCursor(source.mark, source.cursorKey),
}
