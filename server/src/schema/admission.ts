/**
 * How much one request may ask. A refused query says which limit, its value and what was asked, and reaches neither the
 * database nor, where its very text is too large, the parser and the validation, whose work grows faster than the text.
 */
import type { KeyValueCache } from '@apollo/utils.keyvaluecache'
import {
  parse,
  visit,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { badInput, limitExceeded } from '../errors.ts'
import { Kept } from '../execution/kept.ts'
import { costOf, decidingVariables } from './cost.ts'
import { measureDocument, nestingOf } from './document.ts'
import { LIMIT_WORDS, LIMITS, type Limit } from './limits.ts'

/** The refusal for a limit, or null where what is asked stays within it. */
export const beyond = (limit: Limit, asked: number): GraphQLError | null =>
  asked > LIMITS[limit] ? limitExceeded(LIMIT_WORDS[limit][0], LIMITS[limit], asked) : null

/** Values in the variables, their deepest nesting and its objects; counting ends where a limit is passed. */
function measureValue(value: unknown): { count: number; nesting: number; objects: number } {
  // The object of the variables itself is neither a level nor a condition.
  let [count, nesting, objects] = [0, -1, -1]
  // A list of what is still to be looked at instead of a recursion: the nesting is what an attacker chooses.
  const waiting: [unknown, number][] = [[value, -1]]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [one, depth] = next
    if (one === null || typeof one !== 'object') continue
    nesting = Math.max(nesting, depth + 1)
    if (!Array.isArray(one)) objects += 1
    const inside: unknown[] = Array.isArray(one) ? one : Object.values(one)
    count += inside.length
    if (nesting > LIMITS.variableNesting) break
    for (const inner of inside) if (inner !== null && typeof inner === 'object') waiting.push([inner, depth + 1])
  }
  return { count, nesting, objects }
}

/** The refusal for variables that are too many, too deep or too large, or null. */
export function beyondVariables(variables: unknown): GraphQLError | null {
  const { count, nesting, objects } = measureValue(variables)
  return beyond('variables', count) ?? beyond('variableNesting', nesting) ?? beyond('conditions', objects)
}

/** The parser stops at the limit. */
export const PARSING = { maxTokens: LIMITS.tokens }

/** An input that is wrong before anything is executed. */
function refused(argument: string, message: string): GraphQLError {
  const error = badInput(argument, message)
  return new GraphQLError(error.message, { extensions: { ...error.extensions, http: { status: 400 } } })
}

/** A name that JavaScript gives a meaning of its own: an answer or a variable under it would be lost without a word. */
function refuseNames(query: string, document: DocumentNode): GraphQLError | null {
  if (!query.includes('__proto__')) return null
  let isNamed = false
  visit(document, {
    Name: ({ value }) => {
      isNamed ||= value === '__proto__'
    },
  })
  return isNamed
    ? refused('__proto__', 'nothing can have this name, no alias and no variable. Expected another.')
    : null
}

/** Characters of the documents that are kept parsed, and of what is remembered about documents. */
const KEPT_DOCUMENTS = 1_000_000
const KEPT = 2_000_000
/** What remembering that a document was refused weighs. */
const REFUSAL = 500
/** A text's hash, as Apollo computes it (SHA-256 in hex), ends the key under which it keeps a document. */
const HASH_LENGTH = 64
/** Stands for a document that is refused: Apollo then neither parses nor validates it. */
const REFUSED = parse('{ __typename }')

export class Admission {
  readonly #schema: GraphQLSchema
  readonly #refused = new Kept<GraphQLError>(KEPT)
  readonly #admitted = new Kept<true>(KEPT)
  readonly #parsed = new Kept<DocumentNode>(KEPT_DOCUMENTS)
  readonly #deciding = new Kept<readonly string[]>(KEPT)
  readonly #costs = new Kept<number>(KEPT)
  /** Documents that were parsed and found valid, for Apollo to keep. */
  readonly documents: KeyValueCache<DocumentNode> = {
    get: async (key) => (this.#refused.get(key.slice(-HASH_LENGTH)) === undefined ? this.#parsed.get(key) : REFUSED),
    set: async (key, document) => this.#parsed.set(key, document, document.loc?.end ?? 1_000),
    delete: async () => false,
  }

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /** Looks at the text of a query before it is parsed for good; the refusal, or null. */
  refuseText(query: string, hash: string): GraphQLError | null {
    if (this.#admitted.get(hash) !== undefined) return null
    const refusal = this.#refused.get(hash) ?? this.#lookAt(query)
    if (refusal === null) this.#admitted.set(hash, true, HASH_LENGTH)
    else this.#refused.set(hash, refusal, REFUSAL)
    return refusal
  }

  #lookAt(query: string): GraphQLError | null {
    const refusal = beyond('nesting', nestingOf(query))
    if (refusal !== null) return refusal
    let document: DocumentNode
    try {
      document = parse(query, PARSING)
    } catch (error) {
      // A wrong syntax is left to the parser, which names its place.
      return / tokens\b/.test(String(error)) ? limitExceeded(LIMIT_WORDS.tokens[0], LIMITS.tokens, null) : null
    }
    const wrongName = refuseNames(query, document)
    if (wrongName !== null) return wrongName
    for (const [limit, asked] of measureDocument(document)) {
      const tooMuch = beyond(limit, asked)
      if (tooMuch !== null) return tooMuch
    }
    return null
  }

  /**
   * Looks at the sizes of the variables and at what the operation costs with them. Throws LIMIT_EXCEEDED, and
   * BAD_USER_INPUT for an operation of a kind that the schema has not.
   */
  check(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    hash: string,
    variables: Readonly<Record<string, unknown>>,
  ): void {
    if (!this.#schema.getRootType(operation.operation))
      throw refused(
        'operation',
        `the schema has no ${operation.operation}. Expected a query, or a mutation of the owner.`,
      )
    const refusal = beyondVariables(variables)
    if (refusal !== null) throw refusal
    const name = `${hash} ${operation.name?.value ?? ''}`
    const weight = document.loc?.end ?? 1_000
    let deciding = this.#deciding.get(name)
    if (deciding === undefined) {
      deciding = decidingVariables(document)
      this.#deciding.set(name, deciding, weight)
    }
    // With its type: "100" is no number, and what it would cost is not what 100 costs.
    const sizes = deciding.map((one) => {
      const value = variables[one]
      if (Array.isArray(value)) return `[${value.length}]`
      return value !== null && typeof value === 'object' ? '{}' : JSON.stringify(value)
    })
    const key = `${name} ${sizes.join()}`
    let cost = this.#costs.get(key)
    if (cost === undefined) {
      cost = costOf(this.#schema, document, operation, variables)
      this.#costs.set(key, cost, key.length)
    }
    const tooMuch = beyond('cost', cost)
    if (tooMuch !== null) throw tooMuch
  }
}
