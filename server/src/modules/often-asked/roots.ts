import { quoted, UNKNOWN_ID, type Scope } from '../../cypher/composer.ts'
import { pageSize } from '../../cypher/connections.ts'
import { idOf, prepared, type RootRule } from '../../cypher/roots.ts'
import listLinked from './cypher/list-linked.cypher'
import listSameAsks from './cypher/list-same-asks.cypher'
import { groupAsks, type Group, type Linked, type SameAskLink } from './groups.ts'

const compose =
  (stateId: string, total: number, groups: readonly Group[]) =>
  ({ composer, field }: Scope): string => {
    const [state, row, n] = [composer.variable('s'), composer.variable('row'), composer.variable('n')]
    const [member, m] = [composer.variable('row'), composer.variable('n')]
    composer.prelude(`OPTIONAL MATCH (${state}:State {id: ${composer.parameter(stateId)}})`)
    const years = (which: 'min' | 'max'): string =>
      `reduce(best = null, one IN COLLECT { UNWIND ${row}.members AS of MATCH (its:Recommendation {id: of.id}) WHERE its.year IS NOT NULL RETURN its.year } | CASE WHEN best IS NULL OR one ${which === 'min' ? '<' : '>'} best THEN one ELSE best END)`
    const answer = composer.map('OftenAsked', field.selections, state, {
      state: ({ field: one }) => composer.project(one.type, one.selections, state),
      totalCount: () => composer.parameter(total),
      asks: ({ field: one }) => {
        const ranked = composer.parameter(groups.map((group, rank) => ({ ...group, rank })))
        const entry = composer.map('RepeatedAsk', one.selections, row, {
          recommendation: ({ field: of }) => composer.project(of.type, of.selections, n),
          count: () => `size(${row}.members)`,
          confirmedCount: () => `${row}.confirmedCount`,
          mechanismCount: () => `${row}.mechanismCount`,
          firstYear: () => years('min'),
          lastYear: () => years('max'),
          occurrences: ({ field: of }) =>
            `COLLECT { UNWIND range(0, size(${row}.members) - 1) AS at WITH at, ${row}.members[at] AS ${member} ` +
            `MATCH (${m}:Recommendation {id: ${member}.id}) WITH at, ${member}, ${m} ORDER BY at ` +
            `RETURN ${composer.map('TrailOccurrence', of.selections, member, {
              recommendation: ({ field: its }) => composer.project(its.type, its.selections, m),
              isSelf: () => `${member}.id = ${row}.id`,
              isSuggestion: () => `${member}.isSuggestion`,
            })} }`,
        })
        return `COLLECT { UNWIND ${ranked} AS ${row} MATCH (${n}:Recommendation {id: ${row}.id}) WITH ${row}, ${n} ORDER BY ${row}.rank RETURN ${entry} }`
      },
    })
    return `CASE WHEN ${state} IS NULL THEN {${quoted(UNKNOWN_ID)}: 'state'} ELSE ${answer} END`
  }

/** Three statements: the links, the recommendations they tie, and the answer. */
export const oftenAsked: RootRule = prepared(async (args, { db }) => {
  const stateId = idOf('State', String(args['state']), 'state')
  const theme = typeof args['theme'] === 'string' ? idOf('Theme', args['theme'], 'theme') : null
  const first = pageSize(args['first'])
  const [linked, links] = await Promise.all([
    db.read<Linked>(listLinked, { stateId, theme }, { name: 'often-asked-linked' }),
    db.read<SameAskLink>(listSameAsks, { stateId }, { name: 'often-asked-links' }),
  ])
  const order = args['orderBy'] === 'COUNT' ? 'COUNT' : 'MECHANISMS'
  const groups = groupAsks(linked, links, order, args['includeSuggestions'] !== false)
  return compose(stateId, groups.length, groups.slice(0, first))
})
