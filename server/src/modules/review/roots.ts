/** The queue of suggestions that wait for a person, and how those decided fared. */
import { quoted, UNKNOWN_ID, type Scope, type TypeRules } from '../../cypher/composer.ts'
import { pageSize } from '../../cypher/connections.ts'
import { idOf, prepared, type RootRule } from '../../cypher/roots.ts'
import type { ReviewSubject } from '../../generated/resolvers.ts'
import listDecisions from './cypher/list-decisions.cypher'
import { statisticsOf, type DecisionRow } from './statistics.ts'
import { TYPES } from './subjects.ts'

const score = (r: string): string => `coalesce(${r}.score, ${r}.confidence)`

/**
 * The less sure the machine, and the more hangs on the recommendation, the more a decision helps: a score of a half counts
 * most, one without a score as much, and what is linked most comes before what stands alone.
 */
function usefulness(subject: ReviewSubject, n: string, r: string, m: string): string {
  const links = (of: string): string => `COUNT { (${of})-[:SIMILAR_TO]-(:Recommendation) }`
  const connected = subject === 'LINK' ? `${links(n)} + ${links(m)}` : links(n)
  const sure = `coalesce(${score(r)}, 0.5)`
  return `4.0 * ${sure} * (1.0 - ${sure}) * (1.0 + log(1.0 + ${connected}))`
}

export const reviewQueue: RootRule = (scope: Scope) => {
  const { composer, field } = scope
  const stateId = composer.parameter(idOf('State', String(field.args['state']), 'state'))
  const subject = field.args['subject'] as ReviewSubject
  const first = pageSize(field.args['first'])
  const [s, n, r, m] = [composer.variable('s'), composer.variable('n'), composer.variable('r'), composer.variable('m')]
  const [useful, sortN] = [composer.variable('useful'), composer.variable('skipped')]
  const end = subject === 'LINK' ? ':Recommendation' : subject === 'BODY' ? ':GovernmentBody' : ''
  const match = (state: string): string =>
    `MATCH (${n}:Recommendation {stateId: ${stateId}})-[${r}:${TYPES[subject].join('|')}]->(${m}${end}) WHERE ${state}`
  composer.prelude(`OPTIONAL MATCH (${s}:State {id: ${stateId}})`)
  const item: TypeRules = {
    subject: () => composer.parameter(subject),
    relationship: () => `type(${r})`,
    from: ({ field: one }) => composer.project(one.type, one.selections, n),
    to: ({ field: one }) => composer.project(one.type, one.selections, m),
    kind: () => `${r}.kind`,
    role: () => `${r}.role`,
    score: () => `toFloat(${score(r)})`,
    method: () => `${r}.method`,
    note: () => `${r}.note`,
    evidence: ({ field: one }) => {
      const index = composer.variable('i')
      const pair = composer.map('SimilarEvidence', one.selections, index, {
        laterPassage: () => `${r}.laterPassages[${index}]`,
        earlierPassage: () => `${r}.earlierPassages[${index}]`,
      })
      return `[${index} IN range(0, size(coalesce(${r}.laterPassages, [])) - 1) | ${pair}]`
    },
    inCommon: () => `coalesce(${r}.inCommon, [])`,
    tentative: () => `${r}.tentative`,
    usefulness: () => useful,
    isSkipped: () => `${r}.skippedOn IS NOT NULL`,
    canTurn: () => (subject === 'LINK' ? `coalesce(${n}.sortOn, '') = coalesce(${m}.sortOn, '')` : 'false'),
  }
  const answer = composer.map('ReviewQueue', field.selections, s, {
    state: ({ field: one }) => composer.project(one.type, one.selections, s),
    totalCount: () => `COUNT { ${match(`${r}.state = 'SUGGESTED'`)} }`,
    decidedCount: () => `COUNT { ${match(`${r}.decidedOn IS NOT NULL`)} }`,
    items: ({ field: one }) =>
      `COLLECT { ${match(`${r}.state = 'SUGGESTED'`)} ` +
      `WITH ${n}, ${r}, ${m}, ${usefulness(subject, n, r, m)} AS ${useful}, ${r}.skippedOn IS NOT NULL AS ${sortN} ` +
      `ORDER BY ${sortN}, ${useful} DESC, ${n}.id, ${m}.id LIMIT ${composer.bound(first)} ` +
      `RETURN ${composer.map('ReviewItem', one.selections, r, item)} }`,
  })
  return `CASE WHEN ${s} IS NULL THEN {${quoted(UNKNOWN_ID)}: 'state'} ELSE ${answer} END`
}

export const decisions: RootRule = ({ composer, field }) => {
  const stateId = composer.parameter(idOf('State', String(field.args['state']), 'state'))
  const subject = field.args['subject']
  const first = composer.bound(pageSize(field.args['first']))
  const d = composer.variable('d')
  const narrowed = typeof subject === 'string' ? ` WHERE ${d}.subject = ${composer.parameter(subject)}` : ''
  const same = (name: string) => () => `${d}.${name}`
  const entry = composer.map('Decision', field.selections, d, {
    id: same('id'),
    subject: same('subject'),
    relationship: same('relationship'),
    from: same('fromId'),
    to: same('toId'),
    action: same('action'),
    isCorrection: () => `coalesce(${d}.isCorrection, false)`,
    kind: same('kind'),
    role: same('role'),
    score: () => `toFloat(${d}.score)`,
    method: same('method'),
    decidedBy: same('decidedBy'),
    decidedAt: same('decidedAt'),
    reason: same('reason'),
    undoneAt: same('undoneAt'),
    undoneBy: same('undoneBy'),
  })
  return `COLLECT { MATCH (${d}:Decision {stateId: ${stateId}})${narrowed} WITH ${d} ORDER BY ${d}.number DESC LIMIT ${first} RETURN ${entry} }`
}

/** Two statements: the decisions, counted here, and the answer. */
export const reviewStatistics: RootRule = prepared(async (args, { db }) => {
  const stateId = idOf('State', String(args['state']), 'state')
  const subject = typeof args['subject'] === 'string' ? args['subject'] : null
  const rows = await db.read<DecisionRow>(listDecisions, { stateId, subject }, { name: 'review-list-decisions' })
  const counted = statisticsOf(rows)
  return ({ composer, field }) => {
    const all = composer.parameter(counted)
    const [step, reviewer] = [composer.variable('step'), composer.variable('reviewer')]
    const same = (of: string, name: string) => (): string => `${of}.${name}`
    return composer.map('ReviewStatistics', field.selections, all, {
      confirmedCount: same(all, 'confirmedCount'),
      correctedCount: same(all, 'correctedCount'),
      rejectedCount: same(all, 'rejectedCount'),
      readTwiceCount: same(all, 'readTwiceCount'),
      agreedCount: same(all, 'agreedCount'),
      byScore: ({ field: one }) =>
        `[${step} IN ${all}.byScore | ${composer.map('ScoreAgreement', one.selections, step, {
          from: () => `toFloat(${step}.from)`,
          confirmedCount: same(step, 'confirmedCount'),
          correctedCount: same(step, 'correctedCount'),
          rejectedCount: same(step, 'rejectedCount'),
        })}]`,
      reviewers: ({ field: one }) =>
        `[${reviewer} IN ${all}.reviewers | ${composer.map('ReviewerCount', one.selections, reviewer, {
          name: same(reviewer, 'name'),
          count: same(reviewer, 'count'),
        })}]`,
    })
  }
})
