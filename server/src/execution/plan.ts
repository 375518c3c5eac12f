/** What is worked out once for a document and its operation: root fields, the shape of the answer, what its variables decide. */
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { Selections, type SelectedField } from '../cypher/selection.ts'
import { ROOTS } from '../modules/roots.ts'
import { Kept } from './kept.ts'
import { objectShape, Unexpected } from './shape.ts'

/** An operation as a request brings it. */
export type Operation = {
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** Stands for the text of the document. */
  readonly hash: string
  readonly variables: Readonly<Record<string, unknown>>
}

export type Plan = {
  readonly id: number
  /** Characters of the document. */
  readonly length: number
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Variables that name the id of a point and stand nowhere else: its statement is the same whatever their value. */
  readonly pointVariables: ReadonlySet<string>
  /** Root fields with the variables of this question. Throws GraphQLError for a wrong argument. */
  readonly roots: (selections: Selections) => SelectedField[]
  readonly shape: (answers: Readonly<Record<string, unknown>>) => Record<string, unknown>
}

type Uses = { readonly pointVariables: ReadonlySet<string>; readonly switches: readonly string[] }

/** How the document uses its variables: which are the id of a point alone, and which switch selections on and off. */
function usesOf(document: DocumentNode, operation: OperationDefinitionNode): Uses {
  const uses = new Map<string, number>()
  const switches = new Set<string>()
  visit(document, {
    Variable: ({ name }) => void uses.set(name.value, (uses.get(name.value) ?? 0) + 1),
    Directive: ({ name, arguments: args }) => {
      if (![GraphQLSkipDirective.name, GraphQLIncludeDirective.name].includes(name.value)) return
      for (const { value } of args ?? []) if (value.kind === Kind.VARIABLE) switches.add(value.name.value)
    },
  })
  const points = operation.selectionSet.selections.flatMap((selection) => {
    if (selection.kind !== Kind.FIELD || ROOTS[selection.name.value]?.point === undefined) return []
    const id = selection.arguments?.find(({ name }) => name.value === 'id')?.value
    // Its definition and this one use.
    return id?.kind === Kind.VARIABLE && uses.get(id.name.value) === 2 ? [id.name.value] : []
  })
  return { pointVariables: new Set(points), switches: [...switches].sort() }
}

/** Characters of operations whose plans are kept. */
const KEPT_PLANS = 4_000_000

export class Plans {
  readonly #schema: GraphQLSchema
  readonly #uses = new Kept<Uses>(KEPT_PLANS)
  readonly #plans = new Kept<{ readonly plan: Plan | null }>(KEPT_PLANS)
  #last = 0

  constructor(schema: GraphQLSchema) {
    this.#schema = schema
  }

  /**
   * The plan of an operation; null where graphql-js has to answer (introspection, whatever has no shape).
   * `hash` stands for the text of the document.
   */
  of({ document, operation, hash }: Operation, variableValues: Record<string, unknown>): Plan | null {
    const name = `${hash} ${operation.name?.value ?? ''}`
    const weight = document.loc?.end ?? 1_000
    let uses = this.#uses.get(name)
    if (uses === undefined) {
      uses = usesOf(document, operation)
      this.#uses.set(name, uses, weight)
    }
    const key = `${name} ${uses.switches.map((one) => String(variableValues[one])).join()}`
    let kept = this.#plans.get(key)
    if (kept === undefined) {
      kept = { plan: this.#make(document, operation, variableValues, uses, weight) }
      this.#plans.set(key, kept, weight)
    }
    return kept.plan
  }

  #make(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variableValues: Record<string, unknown>,
    { pointVariables, switches }: Uses,
    length: number,
  ): Plan | null {
    const query = this.#schema.getQueryType()
    if (!query || operation.operation !== 'query') return null
    const fragments = Object.fromEntries(
      document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
    )
    const sets = [operation.selectionSet]
    try {
      // What is kept as long as the plan holds nothing else of the one who asked first.
      const deciding = Object.fromEntries(Object.entries(variableValues).filter(([name]) => switches.includes(name)))
      const selections = new Selections({ schema: this.#schema, fragments, variableValues: deciding })
      const shape = objectShape(selections, query, sets)
      this.#last += 1
      return {
        id: this.#last,
        length,
        fragments,
        pointVariables,
        roots: (current) => current.fieldsOf(query, sets),
        shape,
      }
    } catch (error) {
      if (error instanceof Unexpected) return null
      throw error
    }
  }
}
