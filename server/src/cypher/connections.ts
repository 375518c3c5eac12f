/** Lists in pages (Relay connections), composed into the statement of the root field they stand in. */
import { badInput } from '../errors.ts'
import { decodeCursor, encodeCursor, markOf } from './cursors.ts'
import { type Composer, type FieldRule, type Scope, type TypeRules } from './composer.ts'
import type { SelectedField } from './selection.ts'

export const MAX_FIRST = 100

/** One key of an order; its expression is never null, so that what follows a cursor is defined. */
export type OrderKey = { readonly expression: (node: string) => string; readonly isDescending?: boolean }

export type ConnectionSource = {
  /** Everything from MATCH on that finds the nodes, WHERE included; `node` is the variable to bind. */
  readonly match: (node: string) => string
  /** Other variables that `match` binds and the order or an edge's own fields use. */
  readonly carry?: (node: string) => readonly string[]
  readonly order: readonly OrderKey[]
  /** What all nodes of the list have in common and the index begins with: named first in the order, it is read without sorting. */
  readonly constant?: (node: string) => string
  /** What makes the list this list and no other: its filter and order. */
  readonly question: unknown
  /** `totalCount` where it is known otherwise than by counting what `match` finds. */
  readonly total?: () => string
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

/** Keys of a composed connection that the resolvers below turn into its fields. */
const ROWS = '#rows'
const FIRST = '#first'
const MARK = '#mark'
const HAS_PREVIOUS = '#hasPrevious'
const KEY = '#key'

type Entry = readonly [key: string, expression: string]

/** The rows of a page, one more than shown, with their sort values where a cursor is asked for; read once for edges and pageInfo, whatever the aliases. */
function composeRows(
  scope: Scope,
  source: ConnectionSource,
  edges: readonly SelectedField[],
  hasCursors: boolean,
): Entry[] {
  const { composer, field } = scope
  const first = pageSize(field.args['first'])
  const after = field.args['after']
  const mark = markOf(source.question)
  const node = composer.variable('m')
  const edgeTypeName = field.type.name.replace(/Connection$/, 'Edge')
  const values = typeof after === 'string' ? decodeCursor(after, mark, source.order.length) : null
  const kept = [node, ...(source.carry?.(node) ?? [])].join(', ')
  const where = values === null ? '' : `WITH ${kept} WHERE ${afterCursor(composer, node, source.order, values)} `
  const orderBy = [
    ...(source.constant === undefined ? [] : [source.constant(node)]),
    ...source.order.map(({ expression, isDescending }) => expression(node) + (isDescending === true ? ' DESC' : '')),
  ].join(', ')
  const sortValues = source.order.map(({ expression }) => expression(node)).join(', ')
  const rules: TypeRules = {
    cursor: () => 'null',
    node: ({ field: one }) => composer.project(one.type, one.selections, node),
    ...source.edge?.(node),
  }
  const edgeEntries = edges.map(
    ({ key, selections }) => [key, composer.map(edgeTypeName, selections, node, rules)] as const,
  )
  const entries = [...(hasCursors ? [[KEY, `[${sortValues}]`] as const] : []), ...edgeEntries]
  const rows =
    `COLLECT { ${source.match(node)} ${where}WITH ${kept} ORDER BY ${orderBy} ` +
    `LIMIT ${composer.bound(first + 1)} RETURN ${composer.packed(entries)} }`
  return [
    [ROWS, rows],
    [FIRST, composer.known(first)],
    [MARK, composer.known(mark)],
    [HAS_PREVIOUS, composer.known(typeof after === 'string')],
  ]
}

/** The expression of a connection: a packed map that `connectionResolvers` turn into its fields. */
export function composeConnection(scope: Scope, source: ConnectionSource): string {
  const { composer, field } = scope
  pageSize(field.args['first'])
  const type = composer.selections.objectType(field.type.name)
  const fields = composer.selections.fieldsOf(type, field.selections)
  const entries: Entry[] = []
  if (fields.some(({ name }) => name === 'edges' || name === 'pageInfo')) {
    const edges = fields.filter(({ name }) => name === 'edges')
    const edgeType = composer.selections.objectType(type.name.replace(/Connection$/, 'Edge'))
    const hasCursors =
      edges.length < fields.filter(({ name }) => name === 'edges' || name === 'pageInfo').length ||
      edges.some(({ selections }) =>
        composer.selections.fieldsOf(edgeType, selections).some(({ name }) => name === 'cursor'),
      )
    entries.push(...composeRows(scope, source, edges, hasCursors))
  }
  for (const selected of fields) {
    const { name, key } = selected
    if (name === 'edges' || name === 'pageInfo') continue
    if (name === 'totalCount') {
      if (source.total !== undefined) {
        entries.push([key, source.total()])
        continue
      }
      const node = composer.variable('m')
      entries.push([key, `COUNT { ${source.match(node)} RETURN DISTINCT ${node} }`])
      continue
    }
    const rule = source.extra?.[name]
    if (rule === undefined) throw new Error(`No module says how to read ${type.name}.${name}`)
    entries.push([key, rule({ composer, node: '', field: selected })])
  }
  return composer.packed(entries)
}

/** A connection field of a type, from the node it stands on. */
export const connection =
  (source: (scope: Scope) => ConnectionSource): FieldRule =>
  (scope) =>
    composeConnection(scope, source(scope))

type Row = { readonly [KEY]?: (string | number)[] } & Readonly<Record<string, unknown>>
type Rows = {
  readonly [ROWS]?: readonly Row[]
  readonly [FIRST]?: number
  readonly [MARK]?: string
  readonly [HAS_PREVIOUS]?: boolean
}
type Answer = Readonly<Record<string, unknown>>

const shown = (source: Rows): readonly Row[] => (source[ROWS] ?? []).slice(0, source[FIRST] ?? 0)
function cursorOf(source: Rows, row: Row): string {
  const { [KEY]: key } = row
  if (key === undefined) throw new Error('The rows were read without what their cursors are made of')
  return encodeCursor(source[MARK] ?? '', key)
}

/** Key under which an edge knows how to write its cursor, where the rows were read with what it is made of. */
const CURSOR = '#cursor'

/** `edges` of a connection, from the rows read for it. */
export const readEdges = (source: Answer, key: string): unknown =>
  shown(source).map((row) =>
    KEY in row ? { ...(row[key] as object), [CURSOR]: () => cursorOf(source, row) } : row[key],
  )

export const readCursor = (source: Answer): unknown => (source[CURSOR] as () => string)()

export const readPageInfo = (source: Answer & Rows): unknown => {
  const rows = shown(source)
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    hasNextPage: (source[ROWS]?.length ?? 0) > (source[FIRST] ?? 0),
    hasPreviousPage: source[HAS_PREVIOUS] ?? false,
    startCursor: first === undefined ? null : cursorOf(source, first),
    endCursor: last === undefined ? null : cursorOf(source, last),
  }
}
