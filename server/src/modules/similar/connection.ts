/** Links between recommendations (SIMILAR_TO), read from either end; each runs from the later to the earlier. */
import { isSuggestion, standing, type FieldRule, type Scope } from '../../cypher/composer.ts'
import { composeConnection } from '../../cypher/connections.ts'
import type { LinkDirection, LinkKind, LinkState } from '../../generated/resolvers.ts'

type Asked = {
  readonly kind?: LinkKind | null
  readonly state?: LinkState | null
  readonly direction?: LinkDirection | null
  readonly includeSuggestions?: boolean | null
}

/** The links that the arguments describe, from MATCH on: `link_…` is the relationship, `m` the other recommendation. */
function matchLinks({ composer, node }: Scope, asked: Asked, m: string, state?: LinkState): string {
  const link = `link_${m}`
  const [left, right] =
    asked.direction === 'EARLIER' ? ['-', '->'] : asked.direction === 'LATER' ? ['<-', '-'] : ['-', '-']
  const states = [asked.state, state].flatMap((one) => one ?? [])
  const conditions = [
    ...(asked.state ? [] : [standing(link, asked.includeSuggestions !== false)]),
    ...states.map((one) => `coalesce(${link}.state, 'CONFIRMED') = ${composer.parameter(one)}`),
    ...(asked.kind ? [`${link}.kind = ${composer.parameter(asked.kind)}`] : []),
  ]
  return `MATCH (${node})${left}[${link}:SIMILAR_TO]${right}(${m}:Recommendation) WHERE ${conditions.join(' AND ')}`
}

/** Confirmed, suggested, rejected; then what asks the same; then the most alike. */
const RANKS: readonly ((link: string) => string)[] = [
  (link) => `CASE coalesce(${link}.state, 'CONFIRMED') WHEN 'CONFIRMED' THEN 0 WHEN 'SUGGESTED' THEN 1 ELSE 2 END`,
  (link) => `CASE ${link}.kind WHEN 'SAME_ASK' THEN 0 ELSE 1 END`,
]

export const similar: FieldRule = (scope) => {
  const { composer, node, field } = scope
  const { first: _first, after: _after, ...question } = field.args
  const asked = question as Asked
  const count =
    (state: LinkState): FieldRule =>
    () => {
      const m = composer.variable('m')
      return `COUNT { ${matchLinks(scope, asked, m, state)} RETURN DISTINCT ${m} }`
    }
  return composeConnection(scope, {
    match: (m) => matchLinks(scope, asked, m),
    carry: (m) => [`link_${m}`],
    order: [
      ...RANKS.map((rank) => ({ expression: (m: string) => rank(`link_${m}`) })),
      { expression: (m) => `coalesce(link_${m}.score, -1.0)`, isDescending: true },
      { expression: (m) => `${m}.id` },
    ],
    question,
    extra: { confirmedCount: count('CONFIRMED'), suggestedCount: count('SUGGESTED') },
    edge: (m) => {
      const link = `link_${m}`
      return {
        direction: () => `CASE WHEN startNode(${link}) = ${node} THEN 'EARLIER' ELSE 'LATER' END`,
        kind: () => `${link}.kind`,
        state: () => `coalesce(${link}.state, 'CONFIRMED')`,
        isSuggestion: () => isSuggestion(link),
        score: () => `${link}.score`,
        method: () => `${link}.method`,
        evidence: ({ field: evidence }) => {
          const index = composer.variable('i')
          const pair = composer.map('SimilarEvidence', evidence.selections, index, {
            laterPassage: () => `${link}.laterPassages[${index}]`,
            earlierPassage: () => `${link}.earlierPassages[${index}]`,
          })
          return `[${index} IN range(0, size(coalesce(${link}.laterPassages, [])) - 1) | ${pair}]`
        },
        inCommon: () => `coalesce(${link}.inCommon, [])`,
        tentative: () => `${link}.tentative`,
        asks: () => {
          const words = (end: string): string => `coalesce(${end}(${link}).text, ${end}(${link}).summary)`
          return (
            `{laterText: ${words('startNode')}, earlierText: ${words('endNode')}, ` +
            `laterPassages: coalesce(${link}.laterPassages, []), earlierPassages: coalesce(${link}.earlierPassages, [])}`
          )
        },
        decidedOn: () => `${link}.decidedOn`,
        decidedBy: () => `${link}.decidedBy`,
      }
    },
  })
}
