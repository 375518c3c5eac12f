/** What a text echoes: found by the link engine in memory, read from the graph by one statement. */
import type { Scope } from '../../cypher/composer.ts'
import { pageSize } from '../../cypher/connections.ts'
import { quoted, UNKNOWN_ID } from '../../cypher/composer.ts'
import { idOf, prepared, type Memory, type RootRule } from '../../cypher/roots.ts'
import { badInput } from '../../errors.ts'
import type { Match } from '../../links/matcher.ts'
import { suggest, type Suggestions } from '../../links/suggestions.ts'
import { LONGEST_TEXT } from '../../links/text.ts'
import { keyOf, parseId } from '../../../../graph/model/index.ts'

const MAX_ECHOES = 50

type Found = {
  readonly stateId: string
  readonly compared: number
  readonly echoes: readonly Match[]
  readonly suggestions: Suggestions
}

async function stateOf(given: unknown, { matchers }: Memory): Promise<string> {
  if (typeof given === 'string') return idOf('State', given, 'state')
  const states = await matchers.states()
  const [only] = states
  if (only !== undefined && states.length === 1) return only
  throw badInput(
    'state',
    states.length === 0
      ? 'the graph holds no recommendations. Load some first.'
      : `the graph holds recommendations to ${states.length} States. Expected the id of one of them, such as ${only ?? ''}.`,
  )
}

/** `labels` of the graph by id, each once, in the order suggested. */
const tagsOf = ({ themes, groups, rights, sdgTargets }: Suggestions) =>
  [...themes, ...groups, ...rights, ...sdgTargets]
    .map(({ id, confidence, reason }) => ({ id, confidence, reason, label: parseId(id)?.label ?? '' }))
    .sort((a, b) => b.confidence - a.confidence || (a.id < b.id ? -1 : 1))

const compose =
  ({ stateId, compared, echoes, suggestions }: Found) =>
  ({ composer, field }: Scope): string => {
    const [state, row, n] = [composer.variable('s'), composer.variable('row'), composer.variable('n')]
    const numbered = echoes.map((echo, rank) => ({ ...echo, rank }))
    /** Rows of the engine beside the nodes they speak of, in their order; what the graph does not hold is left out. */
    const rows = (values: readonly object[], label: string, entry: string): string =>
      `COLLECT { UNWIND ${composer.parameter(values)} AS ${row} MATCH (${n}${label} {id: ${row}.id}) WITH ${row}, ${n} ORDER BY ${row}.rank RETURN ${entry} }`
    const answer = composer.map('Matches', field.selections, state, {
      state: ({ field: one }) => composer.project(one.type, one.selections, state),
      comparedCount: () => composer.parameter(compared),
      echoes: ({ field: one }) =>
        rows(
          numbered,
          ':Recommendation',
          composer.map('Echo', one.selections, row, {
            recommendation: ({ field: of }) => composer.project(of.type, of.selections, n),
            score: () => `${row}.score`,
            kind: () => `${row}.kind`,
            evidence: ({ field: of }) => {
              const pair = composer.variable('pair')
              return `[${pair} IN ${row}.passages | ${composer.map('EchoEvidence', of.selections, pair, {
                textPassage: () => `${pair}.text`,
                recommendationPassage: () => `${pair}.recommendation`,
              })}]`
            },
          }),
        ),
      tags: ({ field: one }) => {
        const tags = tagsOf(suggestions).map((tag, rank) => ({ ...tag, rank }))
        const entry = composer.map('SuggestedTag', one.selections, row, {
          tag: ({ field: of }) => composer.project(of.type, of.selections, n),
          confidence: () => `toFloat(${row}.confidence)`,
          reason: () => `${row}.reason`,
        })
        return rows(tags, ':Theme|AffectedGroup|Right|RightsCluster|SdgTarget|SdgGoal', entry)
      },
      bodies: ({ field: one }) => {
        const entry = composer.map('SuggestedBody', one.selections, row, {
          body: ({ field: of }) => composer.project(of.type, of.selections, n),
          role: () => `${row}.role`,
          basis: () => `${row}.basis`,
          confidence: () => `toFloat(${row}.confidence)`,
          reason: () => `${row}.reason`,
        })
        return rows(
          suggestions.bodies.map((body, rank) => ({ ...body, rank })),
          ':GovernmentBody',
          entry,
        )
      },
    })
    composer.prelude(`OPTIONAL MATCH (${state}:State {id: ${composer.parameter(stateId)}})`)
    return `CASE WHEN ${state} IS NULL THEN {${quoted(UNKNOWN_ID)}: 'state'} ELSE ${answer} END`
  }

export const matches: RootRule = prepared(async (args, memory) => {
  const text = String(args['text'])
  const first = pageSize(args['first'], 'first', MAX_ECHOES)
  if (text.trim() === '') throw badInput('text', 'empty. Expected a sentence or more.')
  if (text.length > LONGEST_TEXT)
    throw badInput('text', `${text.length} characters. Expected at most ${LONGEST_TEXT}: a passage at a time.`)
  const stateId = await stateOf(args['state'], memory)
  const matcher = await memory.matchers.of(stateId)
  return compose({
    stateId,
    compared: matcher.comparable(text),
    echoes: matcher.match(text, first),
    suggestions: suggest(text, keyOf(stateId)),
  })
})
