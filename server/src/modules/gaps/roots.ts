/** What nobody has taken on: each gap is a filter, counted and listed as any other. */
import type { Composer, FieldRule } from '../../cypher/composer.ts'
import { composeConnection } from '../../cypher/connections.ts'
import { where, type RootRule } from '../../cypher/roots.ts'
import type { Linked, Voice } from '../../generated/resolvers.ts'
import { DEADLINE_ORDER, ofStatesAndMechanisms } from '../deadlines/roots.ts'
import { deadlineStatus } from '../deadlines/rules.ts'
import { baseOf, composeRecommendations } from '../recommendations/connection.ts'
import { narrowed, plain } from '../recommendations/facet-filters.ts'
import { composeFilter, type Filter } from '../recommendations/filter.ts'

/** Counts over what one filter describes, gathered while the answer is put together and made in one pass. */
class Counts {
  readonly #composer: Composer
  readonly #filter: Filter
  readonly #m: string
  readonly #conditions = new Map<string, string>()

  constructor(composer: Composer, filter: Filter) {
    this.#composer = composer
    this.#filter = filter
    this.#m = composer.variable('m')
  }

  /** The variable that will hold how many there are that `part` describes as well. */
  of(part: Filter): string {
    const name = this.#composer.variable('count')
    this.#conditions.set(name, composeFilter(this.#composer, part, this.#m))
    return name
  }

  /** Makes the pass, if anything was to be counted. */
  make(): void {
    const counts = [...this.#conditions].map(
      ([name, condition]) => `count(CASE WHEN ${condition} THEN 1 END) AS ${name}`,
    )
    if (counts.length === 0) return
    const base = baseOf(this.#composer, this.#filter).match(this.#m, this.#filter)
    const text = `${base} RETURN ${counts.join(', ')}`
    this.#composer.prelude(`CALL (${this.#composer.imports(text)}) { ${text} }`)
  }
}

/** What the filter describes and `part` too; `has` is added to what it asks for already. */
const within = (filter: Filter, part: Filter): Filter => {
  const { has = [], ...rest } = part
  const all = narrowed(filter, rest)
  return has !== null && has.length > 0 ? { ...all, has: [...new Set([...(all.has ?? []), ...has])] } : all
}

/** A gap: what is lacking, and the suggestion that would fill it. */
const gap =
  (
    filter: Filter,
    counts: Counts,
    lacking: (args: Readonly<Record<string, unknown>>) => Filter,
    suggestion?: Linked,
  ): FieldRule =>
  ({ composer, field }) => {
    const part = lacking(field.args)
    const lacked = plain(within(filter, part))
    const filling: Filter | null = suggestion === undefined ? null : { has: [suggestion] }
    return composer.map('Gap', field.selections, '', {
      count: () => counts.of(part),
      suggestedCount: () => (filling === null ? 'null' : counts.of({ ...part, ...filling })),
      filter: () => composer.parameter(lacked),
      suggestedFilter: () => (filling === null ? 'null' : composer.parameter(plain(within(lacked, filling)))),
      recommendations: (scope) =>
        composeRecommendations({
          ...scope,
          field: { ...scope.field, args: { ...scope.field.args, filter: lacked } },
        }),
    })
  }

/** Without a date and a voice: never assessed by anybody. */
const notAssessed = (args: Readonly<Record<string, unknown>>): Filter => {
  const [since, by] = [args['since'] as string | undefined, args['by'] as Voice[] | undefined]
  if (!since && !by) return { lacks: ['ASSESSMENT'] }
  return { not: { ...(since ? { assessedSince: since } : {}), ...(by ? { assessedBy: by } : {}) } }
}

/** Deadlines that have passed, of the States and mechanisms that the filter names at its top. */
const overdue =
  (filter: Filter): FieldRule =>
  ({ composer, field }) => {
    const match = (d: string, statuses: readonly string[]): string =>
      `MATCH (${d}:Deadline)${where(
        ...ofStatesAndMechanisms(composer, d, filter, 'filter.'),
        `${deadlineStatus(composer, d)} IN ${composer.parameter(statuses)}`,
      )}`
    const counted =
      (...statuses: string[]): FieldRule =>
      () => {
        const d = composer.variable('d')
        return `COUNT { ${match(d, statuses)} RETURN ${d} }`
      }
    return composer.map('OverdueGap', field.selections, '', {
      count: counted('OVERDUE', 'PASSED'),
      overdueCount: counted('OVERDUE'),
      passedCount: counted('PASSED'),
      deadlines: (scope) =>
        composeConnection(scope, {
          match: (d) => match(d, ['OVERDUE', 'PASSED']),
          order: DEADLINE_ORDER,
          question: { overdue: filter },
        }),
    })
  }

export const gaps: RootRule = ({ composer, field }) => {
  const filter = plain((field.args['filter'] ?? {}) as Filter)
  const counts = new Counts(composer, filter)
  const answer = composer.map('Gaps', field.selections, '', {
    totalCount: () => counts.of({}),
    noBody: gap(filter, counts, () => ({ lacks: ['ANY_BODY', 'SUGGESTED_BODY'] })),
    onlySuggestedBodies: gap(filter, counts, () => ({ lacks: ['ANY_BODY'], has: ['SUGGESTED_BODY'] })),
    noLeadBody: gap(filter, counts, () => ({ lacks: ['LEAD_BODY'] }), 'SUGGESTED_LEAD_BODY'),
    noWorkingGroup: gap(filter, counts, () => ({ lacks: ['WORKING_GROUP'] })),
    noInitiative: gap(filter, counts, () => ({ lacks: ['INITIATIVE'] }), 'SUGGESTED_INITIATIVE'),
    noIndicator: gap(filter, counts, () => ({ lacks: ['INDICATOR'] })),
    noAssessment: gap(filter, counts, notAssessed),
    overdue: overdue(filter),
  })
  counts.make()
  return answer
}
