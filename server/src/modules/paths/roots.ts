/** Ways between two things: found by Neo4j's own search from both ends, bounded, then ranked by how telling they are. */
import { isSuggestion, quoted, standing, UNKNOWN_ID, type Scope, type TypeRules } from '../../cypher/composer.ts'
import { pageSize } from '../../cypher/connections.ts'
import { displayDetail, displayName } from '../../cypher/display.ts'
import type { RootRule } from '../../cypher/roots.ts'
import { badInput } from '../../errors.ts'
import { labelOf } from '../nodes/roots.ts'
import { HOP_WORDS } from './words.ts'

const MAX_LENGTH = 6
const MAX_PATHS = 50
/** Ways that are ranked: between two hubs there are more than anybody reads. */
const MAX_CANDIDATES = 200

/** What joins nearly everything. */
const HUBS = 'State|Mechanism'

type Bounds = {
  readonly length: number
  readonly types: string | null
  /** Any one of the shortest will do: the search ends with the first. */
  readonly isAnyOne: boolean
  readonly scope: Scope
}

/** From MATCH on, binding `way`. Lengths and counts are literals, as Cypher wants them: whole numbers of a small range. */
function search({ scope, length, types, isAnyOne }: Bounds): string {
  const { args } = scope.field
  const includeSuggestions = args['includeSuggestions'] !== false
  const along = (r: string): string =>
    standing(r, includeSuggestions) + (types === null ? '' : ` AND type(${r}) IN ${types}`)
  const isPassable = (n: string): string => `(NOT ${n}:${HUBS} OR ${n} = start OR ${n} = goal)`
  const isNarrowed = args['throughHubs'] === false
  if (args['search'] === 'ALL') {
    const passable = isNarrowed ? `passed WHERE ${isPassable('passed')}` : ''
    return `MATCH way = SHORTEST ${MAX_CANDIDATES} (start)(()-[step WHERE ${along('step')}]-(${passable})){1,${length}}(goal)`
  }
  const onNodes = isNarrowed ? ` AND all(n IN nodes(way) WHERE ${isPassable('n')})` : ''
  return `MATCH way = ${isAnyOne ? 'shortestPath' : 'allShortestPaths'}((start)-[*..${length}]-(goal)) WHERE all(step IN relationships(way) WHERE ${along('step')})${onNodes}`
}

const nameInSentence = (n: string, document: string): string =>
  `CASE WHEN ${n}:Recommendation THEN 'the recommendation in ' + ${displayDetail(n, document)} ELSE ${displayName(n)} END`

export const paths: RootRule = (scope) => {
  const { composer, field } = scope
  const { args } = field
  const [from, to] = [String(args['from']), String(args['to'])]
  const [fromLabel, toLabel] = [labelOf(from, 'from'), labelOf(to, 'to')]
  if (from === to) throw badInput('to', 'the same thing as `from`. Expected another one.')
  const length = pageSize(args['maxLength'], 'maxLength', MAX_LENGTH)
  const count = pageSize(args['first'], 'first', MAX_PATHS)
  const first = composer.bound(count)
  const types = args['relationships'] === undefined ? null : composer.parameter(args['relationships'])

  composer.prelude(`OPTIONAL MATCH (start:${fromLabel} {id: ${composer.parameter(from)}})`)
  composer.prelude(`OPTIONAL MATCH (goal:${toLabel} {id: ${composer.parameter(to)}})`)
  // Of the shortest, which all have one length, nothing but their order is to be worked out.
  const type = composer.selections.objectType('Path')
  const isRanked =
    args['search'] === 'ALL' ||
    composer.selections.fieldsOf(type, field.selections).some(({ name }) => name !== 'length')
  const ranked =
    `LIMIT ${MAX_CANDIDATES} WITH way, any(step IN relationships(way) WHERE ${isSuggestion('step')}) AS isSuggested, ` +
    `1.0 / (1.0 + reduce(sum = 0.0, between IN nodes(way)[1..-1] | sum + log(COUNT { (between)--() }))) AS score ` +
    `ORDER BY isSuggested, score DESC, length(way), [passed IN nodes(way) | passed.id] LIMIT ${first} ` +
    `RETURN collect({way: way, isSuggested: isSuggested, score: score}) AS ways`
  composer.prelude(
    `CALL (start, goal) { WITH start, goal WHERE start IS NOT NULL AND goal IS NOT NULL ` +
      `${search({ scope, length, types, isAnyOne: !isRanked && count === 1 })} WITH way ` +
      `${isRanked ? ranked : `LIMIT ${first} RETURN collect({way: way}) AS ways`} }`,
  )
  const [one, n, index] = [composer.variable('one'), composer.variable('n'), composer.variable('i')]
  const [a, b, r] = [composer.variable('a'), composer.variable('b'), composer.variable('r')]
  const isOut = `startNode(${r}) = ${a}`
  let words: string | null = null
  const wordsOf = (r: string): string => `${(words ??= composer.parameter(HOP_WORDS))}[type(${r})]`
  const hop: TypeRules = {
    from: ({ field: end }) => composer.project(end.type, end.selections, a),
    to: ({ field: end }) => composer.project(end.type, end.selections, b),
    relationship: () => `type(${r})`,
    direction: () => `CASE WHEN ${isOut} THEN 'OUT' ELSE 'IN' END`,
    isSuggestion: () => isSuggestion(r),
    role: () => `${r}.role`,
    basis: () => `${r}.basis`,
    sentence: () =>
      `${nameInSentence(a, composer.variable('d'))} + ' ' + ${wordsOf(r)}[CASE WHEN ${isOut} THEN 0 ELSE 1 END] + ' ' + ` +
      `${nameInSentence(b, composer.variable('d'))} + CASE WHEN ${isSuggestion(r)} THEN ' (suggested)' ELSE '' END`,
  }
  const path = composer.map('Path', field.selections, one, {
    length: () => `length(${one}.way)`,
    nodes: ({ field: nodes }) =>
      `COLLECT { UNWIND nodes(${one}.way) AS ${n} RETURN ${composer.project(nodes.type, nodes.selections, n)} }`,
    hops: ({ field: hops }) =>
      `COLLECT { UNWIND range(0, length(${one}.way) - 1) AS ${index} WITH nodes(${one}.way)[${index}] AS ${a}, ` +
      `relationships(${one}.way)[${index}] AS ${r}, nodes(${one}.way)[${index} + 1] AS ${b} ` +
      `RETURN ${composer.map('PathHop', hops.selections, r, hop)} }`,
    isSuggestion: () => `${one}.isSuggested`,
    score: () => `${one}.score`,
  })
  return (
    `CASE WHEN start IS NULL THEN {${quoted(UNKNOWN_ID)}: 'from'} WHEN goal IS NULL THEN {${quoted(UNKNOWN_ID)}: 'to'} ` +
    `ELSE COLLECT { UNWIND ways AS ${one} RETURN ${path} } END`
  )
}
