import { composeConnection } from '../../cypher/connections.ts'
import { idParameter, type RootRule } from '../../cypher/roots.ts'
import { typeToken } from './types.ts'
import { highlightSource } from '../recommendations/connection.ts'
import { composeHits } from './hits.ts'

const TEXTS = [
  'name',
  'nameKm',
  'title',
  'summary',
  'text',
  'what',
  'shortTitle',
  'symbol',
  'acronym',
  'code',
  'paragraph',
  'mandateSummary',
  'description',
  'note',
]

/** A thing of another State is not found while one State is looked at; vocabularies belong to all. */
const inState = (m: string, state: string): string =>
  `CASE WHEN ${m}:Recommendation THEN ${m}.stateId = ${state} WHEN ${m}:ReviewDocument THEN EXISTS { (${m})-[:REVIEWS]->(:State {id: ${state}}) } ` +
  `ELSE NOT EXISTS { (${m})-[:OF_STATE]->(other:State) WHERE other.id <> ${state} } END`

export const search: RootRule = (scope) => {
  const { composer, field } = scope
  const text = String(field.args['text'])
  const hits = composeHits(composer, text)
  const types = field.args['types'] as string[] | undefined
  const wanted = types?.map((type) => typeToken(type)) ?? null
  const labels = wanted === null ? null : composer.parameter(wanted)
  const { state } = field.args
  const stateId = idParameter({ composer, field }, 'State', 'state')
  const from = (m: string, isNarrowed: boolean): string => {
    const conditions = [
      ...(stateId === null ? [] : [inState(m, stateId)]),
      ...(labels !== null && isNarrowed ? [`head(labels(${m})) IN ${labels}`] : []),
    ]
    return (
      `UNWIND ${hits?.scored ?? '[]'} AS hit_${m} WITH hit_${m}.node AS ${m}, hit_${m}.score AS score_${m}` +
      (conditions.length === 0 ? '' : ` WHERE ${conditions.join(' AND ')}`)
    )
  }
  return composeConnection(scope, {
    match: (m) => from(m, true),
    carry: (m) => [`score_${m}`],
    order: [{ expression: (m) => `score_${m}`, isDescending: true }, { expression: (m) => `${m}.id` }],
    question: { text, types: types ?? null, state: state ?? null },
    extra: {
      countsByType: ({ field: counts }) => {
        const [m, found] = [composer.variable('m'), composer.variable('counts')]
        composer.prelude(
          `CALL (*) { ${from(m, false)} WITH head(labels(${m})) AS type, count(DISTINCT ${m}) AS count ORDER BY count DESC, type ` +
            `RETURN collect(${composer.map('SearchTypeCount', counts.selections, '', { type: () => 'type', count: () => 'count' })}) AS ${found} }`,
        )
        return found
      },
    },
    edge: (m) => ({
      node: ({ field: one }) =>
        composer.project(one.type, one.selections, m, wanted === null ? undefined : new Set(wanted)),
      type: () => `head(labels(${m}))`,
      score: () => `score_${m}`,
      highlights: () => highlightSource(composer, m, TEXTS, hits),
    }),
  })
}
