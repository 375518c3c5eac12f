/**
 * How much one request may ask: depth, fields, root fields, and the number of things it may bring back. A refused query
 * says which limit, its value and the query's own.
 */
import {
  getArgumentValues,
  getNamedType,
  isCompositeType,
  isObjectType,
  isInterfaceType,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { limitExceeded } from '../errors.ts'

export const LIMITS = {
  /** Tokens of the query text; the parser stops there. */
  tokens: 6_000,
  depth: 16,
  /** Root fields, aliases included: each is one statement. */
  rootFields: 12,
  /** Fields selected in all, fragments opened: aliases count one by one. */
  fields: 1_500,
  /** Things that the pages asked for may bring back at most, nested pages multiplied. */
  things: 50_000,
} as const

/** Items a list without `first` counts as: what a recommendation has of themes, rights or bodies. */
const LIST_SIZE = 5

/** Arguments with their values; none where a variable is missing or wrong, which the executor then reports by name. */
function argumentsOf(
  ...[definition, selection, variables]: Parameters<typeof getArgumentValues>
): Record<string, unknown> {
  try {
    return getArgumentValues(definition, selection, variables)
  } catch {
    return {}
  }
}

/** Measures an operation and throws LIMIT_EXCEEDED for the first limit it breaks. */
export function checkLimits(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Record<string, unknown>,
): void {
  const fragments = new Map(
    document.definitions
      .filter((one): one is FragmentDefinitionNode => one.kind === 'FragmentDefinition')
      .map((one) => [one.name.value, one]),
  )
  let fields = 0
  let rootFields = 0

  const visit = (set: SelectionSetNode, type: GraphQLNamedType, depth: number, times: number): number => {
    if (depth > LIMITS.depth) throw limitExceeded('depth', LIMITS.depth, depth)
    let things = 0
    for (const selection of set.selections) {
      if (selection.kind !== 'Field') {
        const fragment = selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value)
        const condition = fragment?.typeCondition?.name.value
        const narrowed = condition === undefined ? type : schema.getType(condition)
        if (fragment && narrowed) things += visit(fragment.selectionSet, narrowed, depth, times)
        continue
      }
      fields += 1
      if (fields > LIMITS.fields) throw limitExceeded('fields', LIMITS.fields, fields)
      // Introspection is bounded by its own depth and reads no database.
      if (selection.name.value.startsWith('__')) continue
      if (depth === 1) {
        rootFields += 1
        if (rootFields > LIMITS.rootFields) throw limitExceeded('root fields', LIMITS.rootFields, rootFields)
      }
      const definition =
        isObjectType(type) || isInterfaceType(type) ? type.getFields()[selection.name.value] : undefined
      if (definition === undefined || selection.selectionSet === undefined) continue
      const below = getNamedType(definition.type)
      if (!isCompositeType(below)) continue
      const args = argumentsOf(definition, selection, variables)
      const isPage = below.name.endsWith('Connection')
      const isList = !isPage && definition.type.toString().includes('[')
      const first = args['first']
      const size = typeof first === 'number' && !isPage ? first : isList ? LIST_SIZE : 1
      const pageTimes = isPage && typeof first === 'number' ? Math.max(first, 1) : size
      const isRows = ['edges', 'pageInfo'].includes(selection.name.value)
      const here = isRows ? times : times * pageTimes
      things += (isRows ? 0 : here) + visit(selection.selectionSet, below, depth + 1, here)
    }
    return things
  }

  const root = schema.getQueryType()
  if (!root) return
  const things = visit(operation.selectionSet, root, 1, 1)
  if (things > LIMITS.things) throw limitExceeded('things asked for', LIMITS.things, things)
}
