/**
 * Asks the page's own questions once at start: Neo4j plans a statement when it first sees its text, and the JVM runs its
 * first ones several times slower. The page's build leaves its operations in `operations.json`; the server knows no more.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLSchema,
} from 'graphql'

export type WarmingQuery = { readonly query: string; readonly variables: Readonly<Record<string, unknown>> }
export type Asks = (question: WarmingQuery) => Promise<Record<string, unknown> | null>

/** Without a page: one list, one search, the counts. */
const WITHOUT_PAGE: readonly WarmingQuery[] = [
  '{ statistics { recommendationCount withoutLeadBodyCount } }',
  '{ recommendations(first: 2) { totalCount edges { cursor node { id summary document { id symbol } themes { id name } responsibilities { role body { id name } } } } facets(by: [THEME, MECHANISM]) { values { value name count } } } }',
  '{ search(text: "education", first: 2) { totalCount edges { node { id displayName displayDetail } } } }',
].map((query) => ({ query, variables: {} }))

const SAMPLES =
  '{ states(underReview: true, first: 1) { edges { node { id } } } recommendations(first: 1) { edges { node { id } } } ' +
  'governmentBodies(first: 1) { edges { node { id } } } themes(first: 1) { edges { node { id } } } }'

/** Ids to ask with: by the name of an argument's variable or of the root field it goes to. */
type Samples = Readonly<Record<string, string>>

function samplesOf(data: Record<string, unknown> | null): Samples {
  const first = (list: string): string | undefined =>
    (data?.[list] as { edges: { node: { id: string } }[] } | undefined)?.edges[0]?.node.id
  const recommendation = first('recommendations')
  return Object.fromEntries(
    Object.entries({
      state: first('states'),
      recommendation,
      node: first('themes'),
      theme: first('themes'),
      governmentBody: first('governmentBodies'),
      neighbourhood: recommendation,
    }).flatMap(([name, id]) => (id === undefined ? [] : [[name, id] as const])),
  )
}

/** Variables for an operation, from the samples and by their types; null where none can be given. */
export function variablesFor(query: string, schema: GraphQLSchema, samples: Samples): Record<string, unknown> | null {
  const operation = parse(query).definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION)
  // Nothing is changed to warm up.
  if (operation?.kind === Kind.OPERATION_DEFINITION && operation.operation !== 'query') return null
  const [root] = operation?.selectionSet.selections ?? []
  const rootName = root?.kind === Kind.FIELD ? root.name.value : ''
  const variables: Record<string, unknown> = {}
  for (const { variable, type: node } of operation?.variableDefinitions ?? []) {
    const name = variable.name.value
    const type = typeFromAST(schema, node)
    if (type === undefined) return null
    const named = getNamedType(type)
    const isList = isListType(isNonNullType(type) ? type.ofType : type)
    const id = samples[name] ?? samples[rootName] ?? samples['theme']
    if (named.name === 'ID') variables[name] = isList ? [id].filter((one) => one !== undefined) : id
    else if (named.name === 'RecommendationFilter') variables[name] = { states: [samples['state']] }
    else if (!isNonNullType(type)) continue
    else if (named.name === 'Boolean') variables[name] = false
    else if (named.name === 'Int') variables[name] = 20
    else if (named.name === 'String') variables[name] = 'education'
    else if (isEnumType(named) && isList) variables[name] = named.getValues().map((value) => value.name)
    else return null
  }
  return variables
}

/** What the page's build leaves: the operations of the page a visitor meets first, and the others. */
type Operations = { readonly first: readonly string[]; readonly later: readonly string[] }

/**
 * Warms what a visitor meets first, and returns what is left to be warmed while the server already answers.
 * Failures count for nothing: the questions will be asked again by people.
 */
export async function warm(schema: GraphQLSchema, clientDir: string | undefined, ask: Asks): Promise<WarmingQuery[]> {
  const file = clientDir === undefined ? '' : join(clientDir, 'operations.json')
  if (!existsSync(file)) {
    for (const question of WITHOUT_PAGE) await ask(question)
    return []
  }
  const { first, later } = JSON.parse(readFileSync(file, 'utf8')) as Operations
  const samples = samplesOf(await ask({ query: SAMPLES, variables: {} }))
  const questionsOf = (queries: readonly string[]): WarmingQuery[] =>
    queries.flatMap((query) => {
      const variables = variablesFor(query, schema, samples)
      return variables === null ? [] : [{ query, variables }]
    })
  for (const question of questionsOf(first)) await ask(question)
  return questionsOf(later)
}
