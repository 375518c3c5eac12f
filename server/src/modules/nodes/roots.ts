import { parseId, type Label } from '../../../../graph/model/index.ts'
import type { RootRule } from '../../cypher/roots.ts'
import type { Composer, Scope } from '../../cypher/composer.ts'
import { badInput } from '../../errors.ts'

export const MAX_IDS = 100

/** Labels that the API shows as a type of their own; the others are the graph's own book-keeping. */
const isShown = ({ composer }: Scope, label: Label): boolean => {
  try {
    composer.selections.objectType(label)
    return label !== 'ImportRun'
  } catch {
    return false
  }
}

/** Label of an id. Throws BAD_USER_INPUT for a text that is no id of this graph. */
export function labelOf(id: string, argument: string): Label {
  const parsed = parseId(id)
  if (parsed === null)
    throw badInput(
      argument,
      `"${id.slice(0, 80)}" is no id. Expected type:key, such as theme:education or recommendation:crc-2011-41b.`,
    )
  return parsed.label
}

/** Ids by label, so that each group is found through its own index. */
export function groupByLabel(ids: readonly string[], argument: string): Map<Label, string[]> {
  const groups = new Map<Label, string[]>()
  for (const id of ids) {
    const label = labelOf(id, argument)
    groups.set(label, [...(groups.get(label) ?? []), id])
  }
  return groups
}

/** A subquery that yields the nodes of these ids as `node`, whatever their labels; labels in a fixed order. */
export function matchIds(composer: Composer, groups: ReadonlyMap<Label, readonly string[]>): string {
  const parts = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([label, ids]) =>
        `UNWIND ${composer.parameter([...new Set(ids)])} AS wanted MATCH (node:${label} {id: wanted}) RETURN node`,
    )
  return parts.length === 0 ? 'UNWIND [] AS node RETURN node' : parts.join(' UNION ALL ')
}

export const node: RootRule = (scope) => {
  const { composer, field } = scope
  const id = String(field.args['id'])
  const label = labelOf(id, 'id')
  if (!isShown(scope, label)) return 'null'
  const variable = composer.variable('n')
  return `head(COLLECT { MATCH (${variable}:${label} {id: ${composer.parameter(id)}}) RETURN ${composer.project(field.type, field.selections, variable, new Set([label]))} })`
}

export const nodes: RootRule = (scope) => {
  const { composer, field } = scope
  const ids = field.args['ids'] as string[]
  if (ids.length > MAX_IDS) throw badInput('ids', `${ids.length} ids given. Expected at most ${MAX_IDS}.`)
  const groups = groupByLabel(ids, 'ids')
  const shown = new Map([...groups].filter(([label]) => isShown(scope, label)))
  // Gathered first and projected after: with both in one step Neo4j 5.26 fails on a subquery under a choice by label.
  const [present, found, one] = [composer.variable('nodes'), composer.variable('nodes'), composer.variable('n')]
  composer.prelude(`CALL () { CALL () { ${matchIds(composer, shown)} } RETURN collect(node) AS ${present} }`)
  const answer = composer.project(field.type, field.selections, one, new Set<string>(shown.keys()))
  composer.prelude(
    `WITH *, COLLECT { UNWIND ${present} AS ${one} RETURN {id: ${one}.id, answer: ${answer}} } AS ${found}`,
  )
  return `[wanted IN ${composer.parameter(ids)} | head([row IN ${found} WHERE row.id = wanted | row.answer])]`
}
