/**
 * What a question costs, known before it is asked: the rows that the database would read for it, estimated from its
 * pages and lists and from what each count, facet and neighbourhood looks at. An estimate: it holds questions apart by
 * orders of magnitude, and needs no statistics of the graph. Measured against db hits when a price is set or changed.
 */
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isCompositeType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  SchemaMetaFieldDef,
  typeFromAST,
  TypeMetaFieldDef,
  isInputType,
  valueFromAST,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

type Arguments = Readonly<Record<string, unknown>>

/** Things in a list without `first`: what a recommendation has of themes, rights or bodies. */
const LIST_SIZE = 5
/** Lists that are longer: `Type.field`, or the field alone for whatever type has it. */
const LIST_SIZES: Readonly<Record<string, number>> = {
  'Treaty.rights': 40,
  'SdgGoal.targets': 12,
  'State.deadlines': 20,
  'Neighbourhood.relationships': 50,
  sources: 1,
  highlights: 2,
  parts: 10,
  // Introspection, which reads the schema in memory: see INTROSPECTION.
  '__Schema.types': 130,
  '__Type.fields': 10,
  '__Type.inputFields': 10,
  '__Field.args': 3,
}

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 1)
/** Never negative: a wrong argument in one place must not pay for what is asked in another. */
const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? Math.max(0, value) : otherwise

/**
 * Rows looked at for each parent beyond those that are returned; a number, or what the arguments make of it. A row of a page
 * of recommendations is some 20 db hits on the built-in graph, and prices are set to that. Dearer than measured there stays
 * what db hits do not tell: the full-text index, what is worked out in memory, and ways between hubs of a larger graph.
 */
const PRICES: Readonly<Record<string, number | ((args: Arguments) => number)>> = {
  totalCount: 20,
  // Counted value by value where the list hangs on something (recommendations/facets.ts).
  facets: ({ by }) => 300 * lengthOf(by),
  'Query.search': 200,
  countsByType: 200,
  'Query.matrix': 500,
  'Matrix.cells': 500,
  'Matrix.rows': 300,
  'Matrix.columns': 300,
  'Query.paths': ({ maxLength, first }) => 100 * numberOf(maxLength, 4) + 5 * numberOf(first, 10),
  'Query.gaps': 500,
  'Gap.recommendations': 500,
  // A State's recommendations scored one by one, in memory.
  'Query.matches': 2_000,
  // All links of a State, grouped in memory.
  'Query.oftenAsked': 2_000,
  // All suggestions of a State, each with what hangs on it.
  'Query.reviewQueue': 2_000,
  'Query.reviewStatistics': 1_000,
  'Query.decisions': 200,
  'Query.neighbourhood': ({ exclude }) => 200 + (Array.isArray(exclude) ? exclude.length : 0),
  'Neighbourhood.counts': 200,
  'GraphNode.degree': 5,
  'Neighbourhood.degree': 10,
  'Query.subgraph': ({ ids }) => lengthOf(ids),
  'GovernmentBody.sharesWith': 1_000,
  'GovernmentBody.roleCounts': 50,
  'Recommendation.trail': 20,
}
/** Types whose lists are as long as the arguments of the field that gives them say. */
const GRAPHS = new Set(['Neighbourhood', 'Subgraph'])
/** What a field of one number costs on these types: each is a count over the graph, with what every recommendation has and lacks. */
const COUNTS: Readonly<Record<string, number>> = { Statistics: 500, Gaps: 500, Gap: 500 }
/** What a page reads to find where it begins. */
const PAGE = 10
/** Introspection reads memory; a row of it weighs this much. */
const INTROSPECTION = 0.1

/** Arguments whose size decides the cost. */
const SIZING = new Set(['first', 'ids', 'exclude', 'by', 'maxLength'])

/** Names of the variables that decide what a document costs: sizes of pages and lists, and switches of `@include` and `@skip`. */
export function decidingVariables(document: DocumentNode): string[] {
  const names = new Set<string>()
  visit(document, {
    Argument({ name, value }) {
      if (value.kind === 'Variable' && (SIZING.has(name.value) || name.value === 'if')) names.add(value.name.value)
    },
  })
  return [...names].sort()
}

/** The values given, and the defaults of those that are not. */
function withDefaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Arguments,
): Record<string, unknown> {
  const values: Record<string, unknown> = { ...variables }
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value
    const type = typeFromAST(schema, node)
    if (Object.hasOwn(values, name) || defaultValue === undefined || !isInputType(type)) continue
    values[name] = valueFromAST(defaultValue, type)
  }
  return values
}

/** Estimated rows of an operation that has passed validation. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Arguments,
): number {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === 'FragmentDefinition') fragments.set(one.name.value, one)
  const values = withDefaults(schema, operation, variables)

  /** None where a variable is missing or wrong: the executor then reports it by name, and reads nothing. */
  const argumentsOf = (definition: GraphQLField<unknown, unknown>, field: FieldNode): Arguments => {
    try {
      return getArgumentValues(definition, field, values)
    } catch {
      return {}
    }
  }
  const isSkipped = (node: SelectionNode): boolean => {
    try {
      return (
        getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] === true ||
        getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] === false
      )
    } catch {
      return false
    }
  }
  const definitionOf = (type: GraphQLNamedType, name: string): GraphQLField<unknown, unknown> | undefined =>
    name === '__schema'
      ? SchemaMetaFieldDef
      : name === '__type'
        ? TypeMetaFieldDef
        : isObjectType(type) || isInterfaceType(type)
          ? type.getFields()[name]
          : undefined

  /** Rows below a selection that is read `times` times; `page` is how many the connection or neighbourhood it belongs to shows. */
  const visitSet = (set: SelectionSetNode, type: GraphQLNamedType, times: number, page: number): number => {
    let rows = 0
    for (const selection of set.selections) {
      if (isSkipped(selection)) continue
      if (selection.kind !== 'Field') {
        const fragment = selection.kind === 'InlineFragment' ? selection : fragments.get(selection.name.value)
        const condition = fragment?.typeCondition?.name.value
        const narrowed = condition === undefined ? type : schema.getType(condition)
        if (fragment && narrowed) rows += visitSet(fragment.selectionSet, narrowed, times, page)
      } else rows += visitField(selection, type, times, page)
    }
    return rows
  }

  const visitField = (field: FieldNode, type: GraphQLNamedType, times: number, page: number): number => {
    const name = field.name.value
    const definition = definitionOf(type, name)
    if (definition === undefined) return 0
    const args = argumentsOf(definition, field)
    const price = PRICES[`${type.name}.${name}`] ?? PRICES[name] ?? 0
    let rows = times * (typeof price === 'function' ? price(args) : price)
    const below = getNamedType(definition.type)
    if (field.selectionSet === undefined || !isCompositeType(below)) return rows + times * (COUNTS[type.name] ?? 0)
    const { first } = args
    if (below.name.endsWith('Connection'))
      return rows + times * PAGE + visitSet(field.selectionSet, below, times, numberOf(first, 1))
    const isPage = type.name.endsWith('Connection') && (name === 'edges' || name === 'pageInfo')
    const isList = isListType(isNonNullType(definition.type) ? definition.type.ofType : definition.type)
    const asked = args['ids'] ?? args['by']
    const given = asked === undefined ? numberOf(first, 0) : lengthOf(asked)
    const usual = LIST_SIZES[`${type.name}.${name}`] ?? LIST_SIZES[name] ?? LIST_SIZE
    const size = isPage ? page : !isList ? 1 : GRAPHS.has(type.name) ? Math.max(usual, page) : given || usual
    // What an edge leads to has been counted with the edge.
    const each = times * size * (name.startsWith('__') ? INTROSPECTION : 1)
    if (!type.name.endsWith('Edge')) rows += each
    return rows + visitSet(field.selectionSet, below, each, GRAPHS.has(below.name) ? given : 1)
  }

  const query = schema.getQueryType()
  return query ? Math.round(visitSet(operation.selectionSet, query, 1, 1)) : 0
}
