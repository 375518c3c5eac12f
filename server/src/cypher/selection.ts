/** What a GraphQL operation selects, field by field, as the composer wants it: fragments opened, directives obeyed. */
import {
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isObjectType,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

export type SelectedField = {
  readonly name: string
  /** Key in the answer: the alias where there is one. */
  readonly key: string
  readonly args: Readonly<Record<string, unknown>>
  /** Named type of the field's value. */
  readonly type: GraphQLNamedType
  /** Its whole type: whether it is a list, and whether it may be null. */
  readonly output: GraphQLOutputType
  /** The selections below it; empty on a scalar. */
  readonly selections: readonly SelectionSetNode[]
}

/** A field as the shape of an answer knows it. */
export type OutlinedField = Pick<SelectedField, 'name' | 'key' | 'selections'> & {
  readonly output: GraphQLOutputType | null
}

/** What the selections of an operation are read with; `GraphQLResolveInfo` holds all of it too. */
export type Question = {
  readonly schema: GraphQLSchema
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>
  /** Coerced already. */
  readonly variableValues: Record<string, unknown>
}

export class Selections {
  readonly #question: Question
  constructor(question: Question) {
    this.#question = question
  }

  #isSelected(node: SelectionNode): boolean {
    const { variableValues } = this.#question
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false
    )
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true
    const wanted = this.#question.schema.getType(condition)
    return isAbstractType(wanted) && this.#question.schema.isSubType(wanted, type)
  }

  /** Fields selected of an object type, in order; one entry per response key. Throws GraphQLError for a wrong argument. */
  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): SelectedField[] {
    const fields = type.getFields()
    return [...this.#nodesByKey(type, sets)].flatMap(([key, nodes]) => {
      const [first] = nodes
      const definition = first === undefined ? undefined : fields[first.name.value]
      if (first === undefined || definition === undefined) return []
      return [
        {
          name: first.name.value,
          key,
          args: getArgumentValues(definition, first, this.#question.variableValues),
          type: getNamedType(definition.type),
          output: definition.type,
          selections: nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
        },
      ]
    })
  }

  /**
   * What the answer of an object type looks like: response keys in order, each with its field's name, type and selections, no
   * argument looked at. `output` is null for a field of introspection (`__typename`).
   */
  outline(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): OutlinedField[] {
    const fields = type.getFields()
    return [...this.#nodesByKey(type, sets)].flatMap(([key, nodes]) => {
      const [first] = nodes
      if (first === undefined) return []
      const name = first.name.value
      const selections = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
      return [{ key, name, output: fields[name]?.type ?? null, selections }]
    })
  }

  #nodesByKey(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Map<string, FieldNode[]> {
    const nodes = new Map<string, FieldNode[]>()
    const visit = (selections: readonly SelectionNode[]): void => {
      for (const selection of selections) {
        if (!this.#isSelected(selection)) continue
        if (selection.kind === 'Field') {
          const key = selection.alias?.value ?? selection.name.value
          nodes.set(key, [...(nodes.get(key) ?? []), selection])
        } else if (selection.kind === 'InlineFragment') {
          if (this.#applies(selection.typeCondition?.name.value, type)) visit(selection.selectionSet.selections)
        } else {
          const fragment = this.#question.fragments[selection.name.value]
          if (fragment && this.#applies(fragment.typeCondition.name.value, type))
            visit(fragment.selectionSet.selections)
        }
      }
    }
    for (const { selections } of sets) visit(selections)
    return nodes
  }

  /** The object types for which an abstract type's selection asks something of their own. */
  narrowedTypes(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): GraphQLObjectType[] {
    if (!isAbstractType(type)) return []
    const conditions = new Set<string>()
    const visit = (selections: readonly SelectionNode[]): void => {
      for (const selection of selections) {
        if (selection.kind === 'Field' || !this.#isSelected(selection)) continue
        const fragment =
          selection.kind === 'InlineFragment' ? selection : this.#question.fragments[selection.name.value]
        const condition = fragment?.typeCondition?.name.value
        if (condition !== undefined && condition !== type.name) conditions.add(condition)
        if (fragment) visit(fragment.selectionSet.selections)
      }
    }
    for (const { selections } of sets) visit(selections)
    return this.#question.schema
      .getPossibleTypes(type)
      .filter((possible) => [...conditions].some((condition) => this.#applies(condition, possible)))
  }

  /**
   * The name of an object type that an interface or a union may stand for where the answer is the same for all of them;
   * null where the selection asks for the type's name or for something of one type's own.
   */
  anyType(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): string | null {
    if (!isAbstractType(type) || this.narrowedTypes(type, sets).length > 0) return null
    const [any] = this.#question.schema.getPossibleTypes(type)
    if (any === undefined || this.outline(any, sets).some(({ output }) => output === null)) return null
    return any.name
  }

  /** Whether a value of the type can be of the object type with this name. */
  isPossible(type: GraphQLNamedType, name: string): boolean {
    const object = this.#question.schema.getType(name)
    return (
      isObjectType(object) &&
      (type === object || (isAbstractType(type) && this.#question.schema.isSubType(type, object)))
    )
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.#question.schema.getType(name)
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}`)
    return type
  }
}
