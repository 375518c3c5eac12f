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
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
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
  /** The selections below it; empty on a scalar. */
  readonly selections: readonly SelectionSetNode[]
}

export class Selections {
  readonly #info: GraphQLResolveInfo
  constructor(info: GraphQLResolveInfo) {
    this.#info = info
  }

  #isSelected(node: SelectionNode): boolean {
    const { variableValues } = this.#info
    return (
      getDirectiveValues(GraphQLSkipDirective, node, variableValues)?.['if'] !== true &&
      getDirectiveValues(GraphQLIncludeDirective, node, variableValues)?.['if'] !== false
    )
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true
    const wanted = this.#info.schema.getType(condition)
    return isAbstractType(wanted) && this.#info.schema.isSubType(wanted, type)
  }

  /** The field that this resolver answers, with its own selections. */
  root(): SelectedField {
    const { fieldNodes, fieldName, parentType, returnType, variableValues } = this.#info
    const [first] = fieldNodes
    const definition = parentType.getFields()[fieldName]
    if (first === undefined || definition === undefined)
      throw new Error(`The schema has no ${parentType.name}.${fieldName}`)
    return {
      name: fieldName,
      key: first.alias?.value ?? fieldName,
      args: getArgumentValues(definition, first, variableValues),
      type: getNamedType(returnType),
      selections: fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    }
  }

  /** Fields selected of an object type, in order; one entry per response key. */
  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): SelectedField[] {
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
          const fragment = this.#info.fragments[selection.name.value]
          if (fragment && this.#applies(fragment.typeCondition.name.value, type))
            visit(fragment.selectionSet.selections)
        }
      }
    }
    for (const { selections } of sets) visit(selections)
    return [...nodes].flatMap(([key, [first, ...others]]) => {
      const definition = first === undefined ? undefined : type.getFields()[first.name.value]
      if (first === undefined || definition === undefined) return []
      return [
        {
          name: first.name.value,
          key,
          args: getArgumentValues(definition, first, this.#info.variableValues),
          type: getNamedType(definition.type),
          selections: [first, ...others].flatMap(({ selectionSet }) => selectionSet ?? []),
        },
      ]
    })
  }

  /** The object types for which an abstract type's selection asks something of their own. */
  narrowedTypes(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): GraphQLObjectType[] {
    if (!isAbstractType(type)) return []
    const conditions = new Set<string>()
    const visit = (selections: readonly SelectionNode[]): void => {
      for (const selection of selections) {
        if (selection.kind === 'Field' || !this.#isSelected(selection)) continue
        const fragment = selection.kind === 'InlineFragment' ? selection : this.#info.fragments[selection.name.value]
        const condition = fragment?.typeCondition?.name.value
        if (condition !== undefined && condition !== type.name) conditions.add(condition)
        if (fragment) visit(fragment.selectionSet.selections)
      }
    }
    for (const { selections } of sets) visit(selections)
    return this.#info.schema
      .getPossibleTypes(type)
      .filter((possible) => [...conditions].some((condition) => this.#applies(condition, possible)))
  }

  objectType(name: string): GraphQLObjectType {
    const type = this.#info.schema.getType(name)
    if (!isObjectType(type)) throw new Error(`The schema has no object type ${name}`)
    return type
  }
}
