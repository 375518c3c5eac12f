/** How large a document is before anybody looks at what it means: depth, fields, aliases, fragments opened. Pure. */
import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode, ValueNode } from 'graphql'
import type { Limit } from './limits.ts'

/** Deepest nesting of brackets in a text, those in strings and comments apart. The parser and the rules of validation recurse. */
export function nestingOf(text: string): number {
  let [depth, deepest] = [0, 0]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '{' || sign === '[' || sign === '(') {
      depth += 1
      if (depth > deepest) deepest = depth
    } else if (sign === '}' || sign === ']' || sign === ')') depth -= 1
    else if (sign === '#') {
      while (at + 1 < text.length && text[at + 1] !== '\n' && text[at + 1] !== '\r') at += 1
    } else if (sign === '"') {
      if (text.startsWith('"""', at)) {
        let end = text.indexOf('"""', at + 3)
        while (end > 0 && text[end - 1] === '\\') end = text.indexOf('"""', end + 3)
        at = end < 0 ? text.length : end + 2
      } else {
        // A string ends with its line at the latest.
        for (at += 1; at < text.length && !'"\n\r'.includes(text[at] ?? ''); at += 1) if (text[at] === '\\') at += 1
      }
    }
  }
  return deepest
}

type Size = { levels: number; depth: number; fields: number; aliases: number; directives: number; conditions: number }
const nothing = (): Size => ({ levels: 0, depth: 0, fields: 0, aliases: 0, directives: 0, conditions: 0 })

/** Input objects in a written value. */
function objectsIn(value: ValueNode): number {
  if (value.kind === 'ListValue') return value.values.reduce((sum, one) => sum + objectsIn(one), 0)
  if (value.kind === 'ObjectValue') return value.fields.reduce((sum, one) => sum + objectsIn(one.value), 1)
  return 0
}

/** Each limit with what the largest operation of the document asks. A fragment is measured once, however often it is spread. */
export function* measureDocument(document: DocumentNode): Generator<readonly [Limit, number]> {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === 'FragmentDefinition') fragments.set(one.name.value, one)
  // First of all: the measuring below goes as deep as fragments spread each other.
  yield ['fragments', fragments.size]
  const measured = new Map<string, Size>()

  const sizeOfFragment = (name: string): Size => {
    const known = measured.get(name)
    if (known !== undefined) return known
    const fragment = fragments.get(name)
    // A fragment that spreads itself counts as nothing inside itself: validation refuses it by name.
    measured.set(name, nothing())
    const size = fragment === undefined ? nothing() : sizeOf(fragment.selectionSet)
    measured.set(name, size)
    return size
  }
  const sizeOf = ({ selections }: SelectionSetNode): Size => {
    const total = nothing()
    for (const selection of selections) {
      const isField = selection.kind === 'Field'
      const inner =
        selection.kind === 'FragmentSpread'
          ? sizeOfFragment(selection.name.value)
          : selection.selectionSet === undefined
            ? nothing()
            : sizeOf(selection.selectionSet)
      total.levels = Math.max(total.levels, inner.levels)
      total.depth = Math.max(total.depth, inner.depth + (isField ? 1 : 0))
      // A spread counts too: an empty chain of them is work as well.
      total.fields += inner.fields + 1
      total.aliases += inner.aliases + (isField && selection.alias !== undefined ? 1 : 0)
      total.directives += inner.directives + (selection.directives?.length ?? 0)
      total.conditions += inner.conditions
      if (isField) for (const { value } of selection.arguments ?? []) total.conditions += objectsIn(value)
    }
    total.levels += 1
    return total
  }

  for (const definition of document.definitions) {
    if (definition.kind !== 'OperationDefinition' && definition.kind !== 'FragmentDefinition') continue
    const size =
      definition.kind === 'FragmentDefinition' ? sizeOfFragment(definition.name.value) : sizeOf(definition.selectionSet)
    // Selections without a field of their own add no depth, and are levels for whoever walks the document.
    yield ['nesting', size.levels]
    for (const limit of ['depth', 'fields', 'aliases', 'directives', 'conditions'] as const) yield [limit, size[limit]]
    if (definition.kind === 'OperationDefinition')
      yield ['rootFields', rootFieldsOf(definition.selectionSet, fragments, new Set())]
  }
}

/** Fields of Query that an operation asks for, written or by fragments. */
function rootFieldsOf(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  within: ReadonlySet<string>,
): number {
  let count = 0
  for (const selection of selections) {
    if (selection.kind === 'Field') count += selection.name.value === '__typename' ? 0 : 1
    else if (selection.kind === 'InlineFragment') count += rootFieldsOf(selection.selectionSet, fragments, within)
    else {
      const name = selection.name.value
      const fragment = fragments.get(name)
      if (fragment !== undefined && !within.has(name))
        count += rootFieldsOf(fragment.selectionSet, fragments, new Set([...within, name]))
    }
  }
  return count
}
