import { composeConnection, pageSize } from '../../cypher/connections.ts'
import { placeOf } from '../../cypher/cursors.ts'
import { idParameter, type RootRule } from '../../cypher/roots.ts'
import { highlightSource } from './highlight-source.ts'
import { composeHits } from './hits.ts'
import { typeToken } from './types.ts'
import { understandingRules } from './understanding.ts'

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
  const { args } = field
  const text = String(args['text'])
  const options = { asYouType: args['asYouType'] === true }
  const hits = composeHits(composer, [text], options)
  const types = args['types'] as string[] | undefined
  const wanted = types?.map((type) => typeToken(type)) ?? null
  const labels = wanted === null ? null : composer.parameter(wanted)
  const stateId = idParameter({ composer, field }, 'State', 'state')
  const ofState = (m: string): string => (stateId === null ? 'true' : inState(m, stateId))
  const ofType = (m: string): string => (labels === null ? 'true' : `head(labels(${m})) IN ${labels}`)

  const question = { text, ...options, types: types ?? null, state: args['state'] ?? null }
  const first = pageSize(args['first'])
  const place = placeOf(args['after'], question)
  let ranked: string | undefined
  /** The page's hits in order; its place in the list is the cursor. */
  const rankedHits = (): string =>
    (ranked ??= hits?.ranked((m) => `${ofType(m)} AND ${ofState(m)}`, place + first + 2) ?? '[]')

  let counted: string | undefined
  /** Hits by type, the most frequent first: `types` restricts what is listed, not what is counted. */
  const counts = (): string => {
    if (counted !== undefined) return counted
    counted = composer.variable('counts')
    const byType =
      `UNWIND ${hits?.all() ?? '[]'} AS m WITH * WHERE ${ofState('m')} WITH head(labels(m)) AS type, count(*) AS count ` +
      `ORDER BY count DESC, type RETURN collect({type: type, count: count}) AS ${counted}`
    composer.prelude(`CALL (${composer.imports(byType)}) { ${byType} }`)
    return counted
  }

  return composeConnection(scope, {
    match: (m) =>
      `UNWIND range(0, size(${rankedHits()}) - 1) AS place_${m} WITH ${rankedHits()}[place_${m}][0] AS ${m}, ` +
      `${rankedHits()}[place_${m}][1] AS score_${m}, place_${m}`,
    carry: (m) => [`score_${m}`, `place_${m}`],
    order: [{ expression: (m) => `place_${m}` }],
    question,
    total: () =>
      `reduce(sum = 0, one IN ${counts()} | sum + CASE WHEN ${labels === null ? 'true' : `one.type IN ${labels}`} THEN one.count ELSE 0 END)`,
    extra: {
      ...understandingRules(composer, [text], hits, options),
      countsByType: ({ field: { selections } }) =>
        `[one IN ${counts()} | ${composer.map('SearchTypeCount', selections, '', { type: () => 'one.type', count: () => 'one.count' })}]`,
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
