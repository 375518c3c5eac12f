/** The printed schema with its resolvers for graphql-js: root fields are read and changed by `execution`, all others from their answer. */
import {
  buildSchema,
  GraphQLError,
  isAbstractType,
  isObjectType,
  isScalarType,
  Kind,
  print,
  type GraphQLSchema,
  type ValueNode,
} from 'graphql'
import { isPartialDate } from '../../../graph/dates/partial-date.ts'
import type { Context } from '../context.ts'
import { TYPE } from '../cypher/composer.ts'
import { readerOf, type Source } from '../execution/readers.ts'
import printedSchema from '../generated/schema.graphql'

function parseDate(value: unknown, node: ValueNode | null = null): string {
  if (typeof value === 'string' && isPartialDate(value)) return value
  throw new GraphQLError(`${JSON.stringify(value)} is no date. Expected 2022, 2022-06 or 2022-06-03.`, {
    nodes: node,
    extensions: { code: 'BAD_USER_INPUT' },
  })
}

/** Builds the schema the server runs. */
export function createSchema(): GraphQLSchema {
  const schema = buildSchema(printedSchema)
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) {
      const [any] = schema.getPossibleTypes(type)
      // Where it was not read, the answer is the same for all.
      type.resolveType = (source: Source) => String(source[TYPE] ?? any?.name)
    }
    if (isScalarType(type) && type.name === 'Date') {
      type.parseValue = (value) => parseDate(value)
      type.parseLiteral = (node) => parseDate(node.kind === Kind.STRING ? node.value : print(node), node)
    }
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const read = readerOf(type.name, field.name)
      field.resolve =
        type.name === 'Query'
          ? (_source: unknown, _args: unknown, context: Context, info) => context.execution.resolve(context, info)
          : type.name === 'Mutation'
            ? (_source: unknown, args: unknown, context: Context, info) => context.execution.change(context, args, info)
            : (source: Source, _args: unknown, _context: Context, info) => read(source, String(info.path.key))
    }
  }
  return schema
}
