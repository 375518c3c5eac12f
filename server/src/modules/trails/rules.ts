/** The trail of a recommendation: one ask through time, what is confirmed and what is suggested kept apart. */
import { type Composer, type FieldRule, type Scope, type TypeRules } from '../../cypher/composer.ts'
import type { SelectedField } from '../../cypher/selection.ts'

/** Confirmed links followed from one recommendation to the next: more than a State has had reviews. */
const MAX_LINKS = 40

/**
 * The list of all that confirmed links tie to the recommendations of a list, those included; each once.
 * Ring by ring, so that each is visited once: a pattern of variable length, inside a subquery of an expression, follows
 * every path (a hundred tied to each other never came to an end).
 */
function tiedBy(composer: Composer, seeds: string): string {
  const [from, to] = [composer.variable('o'), composer.variable('o')]
  return (
    `reduce(tied = [], ring IN reduce(rings = [${seeds}], step IN range(1, ${MAX_LINKS}) | rings + [COLLECT { UNWIND last(rings) AS ${from} ` +
    `MATCH (${from})-[:SIMILAR_TO {kind: 'SAME_ASK', state: 'CONFIRMED'}]-(${to}:Recommendation) ` +
    `WHERE none(ring IN rings WHERE ${to} IN ring) RETURN DISTINCT ${to} }]) | tied + ring)`
  )
}

/** Distinct nodes at the end of `match`, each with how many occurrences of `all` lead there. */
function counted(
  composer: Composer,
  { match, order, entry }: { match: (o: string, v: string) => string; order: string; entry: (v: string) => string },
  all: string,
): string {
  const [o, again] = [composer.variable('o'), composer.variable('o')]
  const [v, n] = [composer.variable('v'), composer.variable('v')]
  return (
    `COLLECT { UNWIND ${all} AS ${o} ${match(o, v)} WITH DISTINCT ${v} ` +
    `WITH ${v}, COUNT { UNWIND ${all} AS ${again} ${match(again, n)} WITH ${again}, ${n} WHERE ${n} = ${v} RETURN DISTINCT ${again} } AS count ` +
    `ORDER BY count DESC, ${order.replaceAll('$', v)} RETURN ${entry(v)} }`
  )
}

/** The first or last of a list of years; null of an empty one. No min or max: see composeFacet for why. */
const yearOf = (which: 'first' | 'last', years: string): string =>
  `reduce(best = null, year IN ${years} | CASE WHEN best IS NULL OR year ${which === 'first' ? '<' : '>'} best THEN year ELSE best END)`

/** `all`: a variable that holds the list of recommendations summed up. */
function summary({ composer }: Scope, field: SelectedField, all: string): string {
  const years = (of: string): string => `[one IN ${of} WHERE one.year IS NOT NULL | one.year]`
  const by = (o: string, mechanism: string): string =>
    `MATCH (${o})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(${mechanism}:Mechanism)`
  return composer.map('TrailSummary', field.selections, '', {
    count: () => `size(${all})`,
    documentCount: () =>
      `COUNT { UNWIND ${all} AS one MATCH (one)-[:ISSUED_IN]->(in:ReviewDocument) RETURN DISTINCT in }`,
    firstYear: () => yearOf('first', years(all)),
    lastYear: () => yearOf('last', years(all)),
    mechanisms: ({ field: one }) =>
      counted(
        composer,
        {
          match: by,
          order: '$.code',
          entry: (v) => {
            const of = `COLLECT { UNWIND ${all} AS its ${by('its', v)} WITH its WHERE its.year IS NOT NULL RETURN its.year }`
            return composer.map('TrailMechanism', one.selections, v, {
              mechanism: ({ field: node }) => composer.project(node.type, node.selections, v),
              count: () => 'count',
              firstYear: () => yearOf('first', of),
              lastYear: () => yearOf('last', of),
            })
          },
        },
        all,
      ),
    recommendingStates: ({ field: one }) =>
      counted(
        composer,
        {
          match: (o, v) => `MATCH (${o})-[:RECOMMENDED_BY]->(${v}:State)`,
          order: '$.name',
          entry: (v) =>
            composer.map('TrailState', one.selections, v, {
              state: ({ field: node }) => composer.project(node.type, node.selections, v),
              count: () => 'count',
            }),
        },
        all,
      ),
    positions: ({ field: one }) =>
      counted(
        composer,
        {
          match: (o, v) =>
            `MATCH (${o})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(:Mechanism {kind: 'UPR'}) WITH ${o}, coalesce(${o}.position, '') AS ${v}`,
          order: '$',
          entry: (v) =>
            composer.map('TrailPosition', one.selections, v, {
              position: () => `CASE WHEN ${v} = '' THEN null ELSE ${v} END`,
              count: () => 'count',
            }),
        },
        all,
      ),
  })
}

export const trail: FieldRule = (scope) => {
  const { composer, node, field } = scope
  const [confirmed, suggested, all] = [
    composer.variable('confirmed'),
    composer.variable('suggested'),
    composer.variable('all'),
  ]
  const [o, near, beyond, d] = [
    composer.variable('o'),
    composer.variable('o'),
    composer.variable('o'),
    composer.variable('d'),
  ]
  const isIncomplete = `NOT coalesce(${d}.complete, false)`
  const rules: TypeRules = {
    confirmed: ({ field: one }) => summary(scope, one, confirmed),
    withSuggestions: ({ field: one }) => summary(scope, one, all),
    occurrences: ({ field: one }) => {
      const shown = one.args['includeSuggestions'] === false ? confirmed : all
      return (
        `COLLECT { UNWIND ${shown} AS ${o} WITH ${o} ORDER BY ${o}.sortOn, ${o}.listOrder, ${o}.id ` +
        `RETURN ${composer.map('TrailOccurrence', one.selections, o, {
          recommendation: ({ field: of }) => composer.project(of.type, of.selections, o),
          isSelf: () => `${o} = ${node}`,
          isSuggestion: () => `NOT ${o} IN ${confirmed}`,
        })} }`
      )
    },
    incompleteDocuments: ({ field: one }) =>
      `COLLECT { UNWIND ${all} AS ${o} MATCH (${o})-[:ISSUED_IN]->(${d}:ReviewDocument) WHERE ${isIncomplete} WITH DISTINCT ${d} ` +
      `ORDER BY ${d}.sortOn, ${d}.id RETURN ${composer.project(one.type, one.selections, d)} }`,
    otherIncompleteDocumentCount: () =>
      `COUNT { MATCH (:State {id: ${node}.stateId})<-[:REVIEWS]-(${d}:ReviewDocument) WHERE ${isIncomplete} ` +
      `AND NOT EXISTS { UNWIND ${all} AS ${o} MATCH (${o})-[:ISSUED_IN]->(${d}) RETURN ${o} } }`,
  }
  return (
    `head(COLLECT { WITH ${tiedBy(composer, `[${node}]`)} AS ${confirmed} ` +
    `WITH ${confirmed}, COLLECT { UNWIND ${confirmed} AS ${near} ` +
    `MATCH (${near})-[:SIMILAR_TO {kind: 'SAME_ASK', state: 'SUGGESTED'}]-(${beyond}:Recommendation) ` +
    `WHERE NOT ${beyond} IN ${confirmed} RETURN DISTINCT ${beyond} } AS ${suggested} ` +
    `WITH ${confirmed}, ${confirmed} + ${tiedBy(composer, suggested)} AS ${all} ` +
    `RETURN ${composer.map('Trail', field.selections, node, rules)} })`
  )
}
