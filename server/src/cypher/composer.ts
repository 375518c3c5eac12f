/**
 * Joins hand-written fragments of Cypher into the one statement of a root field.
 *
 * A module says for each field of its types how it reads from a variable (`FieldRule`: a property, a subquery with its
 * order and limit); the composer takes those that are selected and joins them. Values are parameters only and are named
 * in order, so that the same question gives the same text and Neo4j's plan cache hits.
 * The answer travels as lists and is unpacked (`packed.ts`) into maps under the response keys, which the readers take.
 */
import { isAbstractType, isObjectType, type GraphQLNamedType, type SelectionSetNode } from 'graphql'
import { displayDetail, displayName } from './display.ts'
import { layoutMark, type Layout, type Slot } from './packed.ts'
import { type Selections, type SelectedField } from './selection.ts'

/**
 * Keys of ours in the composed maps. No alias of GraphQL can hold a `#`, so none can stand in their place.
 * `TYPE` holds the name of the object type, where the field's own type leaves it open and the answer depends on it.
 */
export const TYPE = '#type'
/** Key of an answer that says which argument names nothing that the graph holds. */
export const UNKNOWN_ID = '#unknownId'
/** A key as Cypher wants it, whatever word it is. */
export const quoted = (key: string): string => `\`${key}\``

export type Scope = {
  readonly composer: Composer
  /** Variable of the node or map that the field belongs to. */
  readonly node: string
  readonly field: SelectedField
}

/** How a field reads from the graph: a Cypher expression over `scope.node`. */
export type FieldRule = (scope: Scope) => string
export type TypeRules = Readonly<Record<string, FieldRule>>

/** Fields that every node has, whatever its label. */
const NODE_RULES: TypeRules = {
  id: ({ node }) => `${node}.id`,
  displayName: ({ node }) => displayName(node),
  displayNameKm: ({ node }) => `${node}.nameKm`,
  displayDetail: ({ node, composer }) => displayDetail(node, composer.variable('d')),
}

/** Values in a list or a map from which on it travels as a parameter even where the statement is shared. */
const MAX_OWN_WEIGHT = 20
const weightOf = (value: object): number => Object.keys(value).length

const named = (prefix: string, values: readonly unknown[]): Record<string, unknown> =>
  Object.fromEntries(values.map((value, index) => [`${prefix}${index}`, value]))

export class Composer {
  readonly #values: unknown[] = []
  readonly #bounds: unknown[] = []
  readonly today: string
  readonly selections: Selections
  readonly #rules: ReadonlyMap<string, TypeRules>
  readonly #preludes: string[] = []
  readonly #shared = new Set<string>()
  readonly #layouts: Layout[] = []
  readonly #marks = new Map<string, number>()
  /** What each packed map is made of, by its expression: one that stands in another is taken into it. */
  readonly #packed = new Map<string, { readonly layout: Layout; readonly parts: readonly string[] }>()
  readonly #known = new Map<string, unknown>()
  #variables = 0

  constructor(selections: Selections, rules: ReadonlyMap<string, TypeRules>, today: string) {
    this.selections = selections
    this.#rules = rules
    this.today = today
  }

  /** A parameter for a value; returns `$p3`. */
  parameter(value: unknown): string {
    // A variable is counted for every row that it is in sight of (`imports`); a parameter is not.
    if (value !== null && typeof value === 'object' && weightOf(value) > MAX_OWN_WEIGHT) return this.bound(value)
    this.#values.push(value)
    return `$p${this.#values.length - 1}`
  }

  /**
   * A parameter that all who share the statement have in common: the number of a LIMIT, the one place where Cypher takes no
   * variable, and what is too large to be one. Returns `$n0`.
   */
  bound(value: unknown): string {
    this.#bounds.push(value)
    return `$n${this.#bounds.length - 1}`
  }

  /** A value of a packed map that is known here, so that it need not travel. Stands as an entry of `packed` alone. */
  known(value: unknown): string {
    const expression = `#known${this.#known.size}`
    this.#known.set(expression, value)
    return expression
  }

  /** Every parameter of the statement. */
  get parameters(): Readonly<Record<string, unknown>> {
    return { ...named('p', this.#values), ...named('n', this.#bounds) }
  }

  /**
   * A statement as many askers may share it: a row {place, answer} for each that finds something. `$asked` holds a list for
   * each asker: its place and its own values; the bounds are the same for all.
   */
  shared(statement: string): {
    readonly statement: string
    readonly values: readonly unknown[]
    readonly bounds: Readonly<Record<string, unknown>>
  } {
    // Texts of the question are parameters, so what looks like one or like a subquery is one.
    const body = statement
      .replace(/\bCALL \((?=\w)/g, 'CALL (asked, ')
      .replaceAll('CALL ()', 'CALL (asked)')
      .replace(/\$p(\d+)\b/g, (_, index) => `asked[${Number(index) + 1}]`)
    return {
      statement: `UNWIND $asked AS asked\nCALL (asked) {\n${body}\n}\nRETURN asked[0] AS place, answer`,
      values: this.#values,
      bounds: named('n', this.#bounds),
    }
  }

  /** A variable that no other fragment uses. */
  variable(prefix: string): string {
    this.#variables += 1
    return `${prefix}${this.#variables}`
  }

  /**
   * Something to be computed once, before the answer is put together; its variables are in sight of every subquery.
   * `shared` names those that other preludes may speak of: see `imports`.
   */
  prelude(statement: string, shared: readonly string[] = []): void {
    this.#preludes.push(statement)
    for (const name of shared) this.#shared.add(name)
  }

  /**
   * What a CALL has to bring in for a text, and nothing besides: Neo4j counts all that is in sight once more for every
   * row, and a few hundred values of one facet filled the memory of the next (358 MB over 627 recommendations).
   */
  imports(text: string): string {
    return [...this.#shared].filter((name) => new RegExp(`\\b${name}\\b`).test(text)).join(', ')
  }

  /** Whether anything is computed before the answer. */
  get hasPreludes(): boolean {
    return this.#preludes.length > 0
  }

  /** The whole statement: what was computed before, then one row `answer`; with `each`, a row for every match of it. */
  statement(answer: string, each?: string): string {
    return [...this.#preludes, ...(each === undefined ? [] : [each]), `RETURN ${answer} AS answer`].join('\n')
  }

  /** What stands in the maps that the statement packs: what `unpack` needs to read its answer. */
  get layouts(): readonly Layout[] {
    return this.#layouts
  }

  /** A map that travels as a list: its values behind the mark of its layout. No other fragment can look into it. */
  packed(entries: readonly (readonly [key: string, expression: string])[]): string {
    const parts: string[] = []
    const layout = entries.map(([key, expression]): Slot => {
      if (this.#known.has(expression)) return { key, kind: 'known', value: this.#known.get(expression) }
      const inner = this.#packed.get(expression)
      parts.push(...(inner?.parts ?? [expression]))
      return inner === undefined ? { key, kind: 'value' } : { key, kind: 'map', layout: inner.layout }
    })
    const name = JSON.stringify(layout)
    let mark = this.#marks.get(name)
    if (mark === undefined) {
      mark = layoutMark(this.#layouts.length)
      this.#layouts.push(layout)
      this.#marks.set(name, mark)
    }
    const expression = `[${[mark, ...parts].join(', ')}]`
    this.#packed.set(expression, { layout, parts })
    return expression
  }

  /**
   * A map of the fields selected of one type, each by the rule given here or by the type's own; packed. With `named` it
   * also says of which type it is, as an interface or a union needs it.
   */
  map(
    typeName: string,
    sets: readonly SelectionSetNode[],
    node: string,
    own?: TypeRules,
    named: readonly (readonly [string, string])[] = [],
  ): string {
    const rules = own ?? this.#rules.get(typeName)
    if (rules === undefined) throw new Error(`No module says how to read ${typeName}`)
    const entries = this.selections.fieldsOf(this.selections.objectType(typeName), sets).map((field) => {
      const rule = rules[field.name] ?? (own === undefined ? NODE_RULES[field.name] : undefined)
      if (rule === undefined) throw new Error(`No module says how to read ${typeName}.${field.name}`)
      return [field.key, rule({ composer: this, node, field })] as const
    })
    return this.packed([...named, ...entries])
  }

  /**
   * A node as the type selected: a map where the type is known, a choice by label where it is an interface or a union.
   * `labels` names those it can have, where that is known before: the choice is then among these, and the plan the smaller.
   */
  project(
    type: GraphQLNamedType,
    sets: readonly SelectionSetNode[],
    node: string,
    labels?: ReadonlySet<string>,
  ): string {
    if (isObjectType(type)) return this.map(type.name, sets, node)
    if (!isAbstractType(type)) throw new Error(`${type.name} is no type of node`)
    const narrowed = this.selections.narrowedTypes(type, sets).filter(({ name }) => labels?.has(name) ?? true)
    const general = this.#general(type, sets, node)
    if (narrowed.length === 0) return general
    const cases = narrowed.map(
      ({ name }) => `WHEN ${node}:${name} THEN ${this.map(name, sets, node, undefined, [[TYPE, this.known(name)]])}`,
    )
    return `CASE ${cases.join(' ')} ELSE ${general} END`
  }

  /** What an interface's own selection asks of a node of any label. */
  #general(type: GraphQLNamedType, sets: readonly SelectionSetNode[], node: string): string {
    // Every node type has these fields, so any of them can stand for the interface.
    const fields = this.selections
      .fieldsOf(this.selections.objectType('Theme'), sets)
      .filter(({ name }) => Object.hasOwn(NODE_RULES, name))
    const entries = fields.flatMap((field) => {
      const rule = NODE_RULES[field.name]
      return rule === undefined ? [] : [[field.key, rule({ composer: this, node, field })] as const]
    })
    return this.packed([
      ...(this.selections.anyType(type, sets) === null ? [[TYPE, `head(labels(${node}))`] as const] : []),
      ...entries,
    ])
  }
}

/** A property of the node under its own name. */
export const property =
  (name: string): FieldRule =>
  ({ node }) =>
    `${node}.${name}`

/** A property that is a list, empty where it is absent. */
export const list =
  (name: string): FieldRule =>
  ({ node }) =>
    `coalesce(${node}.${name}, [])`

/** The one node at the end of a pattern, or null. `pattern` gives everything from MATCH on for two variables. */
export const one =
  (pattern: (node: string, other: string) => string): FieldRule =>
  ({ composer, node, field }) => {
    const other = composer.variable('n')
    return `head(COLLECT { ${pattern(node, other)} RETURN ${composer.project(field.type, field.selections, other)} LIMIT 1 })`
  }

/** All nodes at the end of a pattern, in order. */
export const many =
  (pattern: (node: string, other: string) => string, order: (other: string) => string): FieldRule =>
  ({ composer, node, field }) => {
    const other = composer.variable('n')
    return `COLLECT { ${pattern(node, other)} WITH DISTINCT ${other} ORDER BY ${order(other)} RETURN ${composer.project(field.type, field.selections, other)} }`
  }

/** Where a fact was read, citation by citation; the address recorded with a row belongs to the first. */
export const sources: FieldRule = ({ composer, node, field }) => {
  const citation = composer.variable('c')
  // What imported files said of something that was there before stands beside its own sources.
  const cites = `(coalesce(${node}.citations, [${node}.source]) + coalesce(${node}.importedFrom, []))`
  const entry = composer.map('Source', field.selections, citation, {
    citation: () => citation,
    url: () => `CASE WHEN ${citation} = ${cites}[0] THEN ${node}.sourceUrl END`,
  })
  return `[${citation} IN ${cites} WHERE ${citation} IS NOT NULL | ${entry}]`
}

/** Only what is a fact or was confirmed; with suggestions, all but what was rejected. */
export const standing = (relationship: string, includeSuggestions: boolean): string =>
  includeSuggestions
    ? `coalesce(${relationship}.state, '') <> 'REJECTED'`
    : `coalesce(${relationship}.state, 'CONFIRMED') = 'CONFIRMED'`

/** Whether a relationship is a suggestion that nobody has decided on. */
export const isSuggestion = (relationship: string): string => `(coalesce(${relationship}.state, '') = 'SUGGESTED')`
