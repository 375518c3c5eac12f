/** The printed schema with its resolvers: root fields compose one statement each, everything else reads the answer. */
import {
  buildSchema,
  defaultFieldResolver,
  GraphQLError,
  isAbstractType,
  isObjectType,
  isScalarType,
  Kind,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql'
import { isPartialDate } from '../../../graph/dates/partial-date.ts'
import type { Context } from '../context.ts'
import { Composer, TYPE } from '../cypher/composer.ts'
import { connectionResolvers, edgeResolvers } from '../cypher/connections.ts'
import { badInput, fromDriver } from '../errors.ts'
import printedSchema from '../generated/schema.graphql'
import { ROOTS } from '../modules/roots.ts'
import { RULES } from '../modules/rules.ts'
import { highlight } from '../modules/search/highlights.ts'
import type { Term } from '../modules/search/query.ts'
import { searchableType } from '../modules/search/types.ts'

/** A statement that runs longer is ended in the database. */
const STATEMENT_TIMEOUT_MS = 20_000

type Source = Record<string, unknown>

/** Answers hold their values under the response key, so that two aliases of one field keep apart. */
export const fieldResolver: GraphQLFieldResolver<unknown, Context> = (source, args, context, info) => {
  const { key } = info.path
  return source !== null && typeof source === 'object' && Object.hasOwn(source, key)
    ? (source as Source)[key]
    : defaultFieldResolver(source, args, context, info)
}

const resolveRoot =
  (name: string): GraphQLFieldResolver<unknown, Context> =>
  async (_source, _args, context, info: GraphQLResolveInfo) => {
    const rule = ROOTS[name]
    if (rule === undefined) throw new Error(`No module answers Query.${name}`)
    const composer = new Composer(info, RULES, context.today)
    const statement = composer.statement(rule({ composer, node: '', field: composer.selections.root() }))
    context.statements += 1
    try {
      const rows = await context.db.read<{ answer: unknown }>(statement, composer.parameters, {
        name,
        requestId: context.requestId,
        timeoutMs: STATEMENT_TIMEOUT_MS,
      })
      const [row] = rows
      // Only a neighbourhood starts from a node it must find.
      if (row === undefined)
        throw badInput('id', 'the graph holds nothing with this id. Expected the id of something it holds.')
      return row.answer
    } catch (error) {
      if (error instanceof GraphQLError) throw error
      const known = fromDriver(error)
      context.logger.error({ err: error, field: name }, known === null ? 'unexpected failure' : known.message)
      if (known === null)
        throw new GraphQLError('Something went wrong on the server.', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })
      throw new GraphQLError(known.message, { extensions: { code: known.code, isRetryable: known.isRetryable } })
    }
  }

const highlights: GraphQLFieldResolver<Source, Context> = (source, _args, _context, info) => {
  const raw = source[info.path.key] as { texts?: { field: string; text: string | null }[]; terms?: Term[] } | undefined
  return (raw?.texts ?? []).flatMap(({ field, text }) => {
    const parts = text === null ? null : highlight(text, raw?.terms ?? [])
    return parts === null ? [] : [{ field, parts }]
  })
}

function parseDate(value: unknown): string {
  if (typeof value === 'string' && isPartialDate(value)) return value
  throw new GraphQLError(`${JSON.stringify(value)} is no date. Expected 2022, 2022-06 or 2022-06-03.`, {
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

/** Types whose values come whole, under their fields' own names and not under the aliases of the question. */
const PLAIN_TYPES = new Set(['PageInfo', 'Facet', 'FacetValue', 'MatrixCell', 'Highlight', 'HighlightPart'])

/** Builds the schema the server runs. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(printedSchema)
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (source: Source) => String(source[TYPE])
    if (isScalarType(type) && type.name === 'Date') {
      type.parseValue = parseDate
      type.parseLiteral = (node) => parseDate(node.kind === Kind.STRING ? node.value : null)
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      if (PLAIN_TYPES.has(type.name)) field.resolve = (source: Source) => source[field.name]
      else if (type.name === 'Query') field.resolve = resolveRoot(field.name)
      else if (type.name.endsWith('Connection') && Object.hasOwn(connectionResolvers, field.name)) {
        field.resolve = connectionResolvers[field.name as keyof typeof connectionResolvers]
      } else if (type.name.endsWith('Edge') && field.name === 'cursor') field.resolve = edgeResolvers.cursor
      else if (field.name === 'highlights') field.resolve = highlights
      else if (['SearchEdge', 'SearchTypeCount'].includes(type.name) && field.name === 'type') {
        field.resolve = (source: Source, _args, _context, info) => searchableType(String(source[info.path.key]))
      }
    }
  }
  return schema
}
