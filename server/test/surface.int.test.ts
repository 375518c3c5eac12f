/**
 * Matrices, facets and gaps against what hand-written Cypher and the files say. Everything is read once, recommendation
 * by recommendation; what a filter describes is then worked out here, so that each cell of each matrix can be held to it.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import type { FacetField, MatrixAxis, RecommendationFilter } from '../src/generated/resolvers.ts'
import { narrowedTo } from '../src/modules/recommendations/facet-filters.ts'
import { createSchema } from '../src/schema/executable.ts'
import { isEnumType } from 'graphql'
import { rowsOf } from './built-in.ts'
import { loadCambodia, openTestDb, openTestServer, TODAY, type TestServer } from './harness.ts'

type Filter = RecommendationFilter
const namesOf = (type: string): string[] => {
  const found = createSchema().getType(type)
  return isEnumType(found) ? found.getValues().map(({ name }) => name) : []
}
const AXES = namesOf('MatrixAxis') as MatrixAxis[]
const FACETS = namesOf('FacetField') as FacetField[]

/** A value with whether it rests on a fact. */
type Value = { value: string; isFact: boolean }
type Known = {
  id: string
  values: Record<string, Value[]>
  roles: { body: string; role: string; basis: string; isFact: boolean }[]
}

/** Suggestions of every kind, a rejected one, a working group and assessments, which the built-in data has none of. */
const ADDITIONS = [
  `MATCH (m:Recommendation) WHERE m.id STARTS WITH 'recommendation:crc-2011' MATCH (t:Theme {id: 'theme:health'}), (g:AffectedGroup {id: 'group:girls'}), (x:Right {id: 'right:crc-19'}), (s:SdgTarget {id: 'sdg-target:sdg-16-2'})
   MERGE (m)-[a:ABOUT]->(t) ON CREATE SET a.basis = 'SUGGESTED', a.state = 'SUGGESTED'
   MERGE (m)-[b:PROTECTS]->(g) ON CREATE SET b.basis = 'SUGGESTED', b.state = 'REJECTED'
   MERGE (m)-[c:INVOKES]->(x) ON CREATE SET c.basis = 'SUGGESTED', c.state = 'SUGGESTED'
   MERGE (m)-[d:ADVANCES]->(s) ON CREATE SET d.basis = 'SUGGESTED', d.state = 'SUGGESTED'`,
  `MATCH (m:Recommendation) WHERE m.id STARTS WITH 'recommendation:ccpr-2015' MATCH (w:WorkingGroup {id: 'twg:twg-1'}) MERGE (m)-[:FOLLOWED_BY]->(w)`,
  `MATCH (m:Recommendation) WHERE m.id STARTS WITH 'recommendation:crc-2022' WITH m ORDER BY m.id LIMIT 6
   CREATE (:Assessment {id: 'assessment:old-' + m.id, voice: 'CIVIL_SOCIETY', status: 'NOT_IMPLEMENTED', on: '2023-01-01'})-[:OF]->(m)
   CREATE (:Assessment {id: 'assessment:new-' + m.id, voice: 'CIVIL_SOCIETY', status: 'IN_PROGRESS', on: '2025-06'})-[:OF]->(m)
   CREATE (:Assessment {id: 'assessment:un-' + m.id, voice: 'UN', status: 'IMPLEMENTED', on: '2024-02-03'})-[:OF]->(m)`,
]

const FACT = "coalesce(r.state, 'CONFIRMED') = 'CONFIRMED'"
const tied = (pattern: string, value: string): string =>
  `[${pattern} WHERE coalesce(r.state, '') <> 'REJECTED' | {value: ${value}, isFact: ${FACT}}]`
const KNOWN = `
MATCH (m:Recommendation)-[:ISSUED_IN]->(d:ReviewDocument)-[:ADOPTED_BY]->(k:Mechanism)
RETURN m.id AS id, [(m)-[r:ADDRESSED_TO]->(b) WHERE coalesce(r.state, '') <> 'REJECTED' | {body: b.id, role: coalesce(r.role, 'NOT_STATED'), basis: r.basis, isFact: ${FACT}}] AS roles, {
  STATE: [{value: m.stateId, isFact: true}], MECHANISM: [{value: k.id, isFact: true}], DOCUMENT: [{value: d.id, isFact: true}],
  KIND: [{value: m.kind, isFact: true}],
  YEAR: CASE WHEN m.year IS NULL THEN [] ELSE [{value: toString(m.year), isFact: true}] END,
  POSITION: CASE WHEN m.position IS NOT NULL THEN [{value: m.position, isFact: true}] WHEN k.kind = 'UPR' THEN [{value: 'NOT_KNOWN', isFact: true}] ELSE [] END,
  STATUS: [{isFact: true, value: coalesce(reduce(last = {on: ''}, a IN [(m)<-[:OF]-(one:Assessment {voice: 'CIVIL_SOCIETY'}) | {on: one.on, status: one.status}] | CASE WHEN a.on > last.on THEN a ELSE last END).status, 'NOT_ASSESSED')}],
  THEME: ${tied('(m)-[r:ABOUT]->(v:Theme)', 'v.id')},
  RIGHT: ${tied('(m)-[r:INVOKES]->(v:Right)', 'v.id')},
  RIGHTS_CLUSTER: ${tied('(m)-[r:INVOKES]->(:Right)-[:IN_CLUSTER]->(v:RightsCluster)', 'v.id')} + ${tied('(m)-[r:INVOKES]->(v:RightsCluster)', 'v.id')},
  AFFECTED_GROUP: ${tied('(m)-[r:PROTECTS]->(v:AffectedGroup)', 'v.id')},
  SDG_TARGET: ${tied('(m)-[r:ADVANCES]->(v:SdgTarget)', 'v.id')},
  SDG_GOAL: ${tied('(m)-[r:ADVANCES]->(:SdgTarget)-[:PART_OF]->(v:SdgGoal)', 'v.id')},
  INITIATIVE: ${tied('(m)<-[r:SUPPORTS]-(v:Initiative)', 'v.id')},
  WORKING_GROUP: [(m)-[:FOLLOWED_BY]->(v) | {value: v.id, isFact: true}],
  RECOMMENDING_STATE: [(m)-[:RECOMMENDED_BY]->(v) | {value: v.id, isFact: true}]
} AS values`

let db: Db
let ask: TestServer['ask']
let completeBoth: TestServer['completeBoth']
let known: Known[]
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  for (const addition of ADDITIONS) await db.write((run) => run(addition))
  known = (await db.read<Known>(KNOWN)).map((one) => ({
    ...one,
    values: {
      ...one.values,
      GOVERNMENT_BODY: one.roles.map(({ body, isFact }) => ({ value: body, isFact })),
      LEAD_BODY: one.roles.filter(({ role }) => role === 'LEAD').map(({ body, isFact }) => ({ value: body, isFact })),
      ROLE: one.roles.map(({ role, isFact }) => ({ value: role, isFact })),
      BASIS: one.roles.map(({ basis, isFact }) => ({ value: basis, isFact })),
    },
  }))
  ;({ ask, completeBoth } = await openTestServer(db))
})
afterAll(() => db.close())

async function read<Result>(query: string, variables: Record<string, unknown> = {}): Promise<Result> {
  const { data, errors } = await ask(query, variables)
  expect(errors).toEqual([])
  return data as Result
}

/** Values of a field that count; NONE where there is none. */
function valuesOf({ values }: Known, field: string, withSuggestions: boolean): string[] {
  const found = (values[field] ?? []).filter(({ isFact }) => isFact || withSuggestions).map(({ value }) => value)
  return found.length === 0 ? ['NONE'] : [...new Set(found)]
}

const LISTS: [keyof Filter, string][] = [
  ['states', 'STATE'],
  ['mechanisms', 'MECHANISM'],
  ['documents', 'DOCUMENT'],
  ['themes', 'THEME'],
  ['rights', 'RIGHT'],
  ['rightsClusters', 'RIGHTS_CLUSTER'],
  ['affectedGroups', 'AFFECTED_GROUP'],
  ['sdgTargets', 'SDG_TARGET'],
  ['sdgGoals', 'SDG_GOAL'],
  ['workingGroups', 'WORKING_GROUP'],
  ['initiatives', 'INITIATIVE'],
  ['recommendingStates', 'RECOMMENDING_STATE'],
  ['positions', 'POSITION'],
  ['statuses', 'STATUS'],
  ['kinds', 'KIND'],
  ['years', 'YEAR'],
]

/** Whether a recommendation has what `has` and `lacks` name, by what was read. */
function isLinked(one: Known, name: string): boolean {
  const isSuggested = name.startsWith('SUGGESTED_')
  const bare = name.replace('SUGGESTED_', '')
  const field = bare === 'ANY_BODY' || bare === 'BODY' ? 'GOVERNMENT_BODY' : bare
  return (one.values[field] ?? []).some(({ isFact, value }) => value !== 'NOT_KNOWN' && isFact !== isSuggested)
}

/** What the schema says of a filter, on what was read. */
function describes(filter: Filter, one: Known): boolean {
  const withSuggestions = filter.includeSuggestions === true
  const { governmentBodies, roles, bases } = filter
  return (
    LISTS.every(([key, field]) => {
      const wanted = filter[key] as (string | number)[] | undefined
      return !wanted || valuesOf(one, field, withSuggestions).some((value) => wanted.map(String).includes(value))
    }) &&
    (!(governmentBodies || roles || bases) ||
      one.roles.some(
        ({ body, role, basis, isFact }) =>
          (isFact || withSuggestions) &&
          (governmentBodies?.includes(body) ?? true) &&
          (roles?.some((asked) => asked === role) ?? true) &&
          (bases?.some((asked) => asked === basis) ?? true),
      )) &&
    (filter.has ?? []).every((name) => isLinked(one, name)) &&
    (filter.lacks ?? []).every((name) => !isLinked(one, name)) &&
    (filter.and ?? []).every((part) => describes(part, one)) &&
    (!filter.or || filter.or.some((part) => describes(part, one))) &&
    !(filter.not && describes(filter.not, one))
  )
}
const countOf = (filter: Filter): number => known.filter((one) => describes(filter, one)).length

/** What the API counts for each of these filters. */
async function countsOf(filters: Filter[]): Promise<number[]> {
  const counts: number[] = []
  for (let start = 0; start < filters.length; start += 6) {
    const some = filters.slice(start, start + 6)
    const data = await read<Record<string, { totalCount: number }>>(
      `query (${some.map((_, index) => `$f${index}: RecommendationFilter`).join(', ')}) { ${some.map((_, index) => `a${index}: recommendations(filter: $f${index}, first: 1) { totalCount }`).join(' ')} }`,
      Object.fromEntries(some.map((filter, index) => [`f${index}`, filter])),
    )
    counts.push(...some.map((_, index) => data[`a${index}`]?.totalCount ?? -1))
  }
  return counts
}

type Cell = { row: string; column: string; count: number; suggestionCount: number; filter: Filter }
type Matrix = { cellCount: number; rowCount: number; totalCount: number; cells: Cell[] }

describe('matrices', () => {
  /** Each axis with the next, and those whose filters meet in one field; the filters of every pair are held below. */
  const pairs: { rows: MatrixAxis; columns: MatrixAxis }[] = [
    ...AXES.map((rows, index) => ({ rows, columns: AXES[(index + 1) % AXES.length] ?? rows })),
    { rows: 'THEME', columns: 'THEME' },
    { rows: 'GOVERNMENT_BODY', columns: 'BASIS' },
    { rows: 'POSITION', columns: 'YEAR' },
  ]
  const CELLS = 'rowCount cellCount totalCount cells { row column count suggestionCount filter }'

  test('each cell counts what was read, and its filter describes exactly that', async () => {
    const asked: Filter = { states: ['state:KHM'], includeSuggestions: true }
    const toAsk: { filter: Filter; count: number }[] = []
    for (let start = 0; start < pairs.length; start += 4) {
      const some = pairs.slice(start, start + 4)
      const answers = await read<Record<string, Matrix>>(
        `query ($filter: RecommendationFilter) { ${some.map(({ rows, columns }, index) => `a${index}: matrix(rows: ${rows}, columns: ${columns}, filter: $filter) { ${CELLS} }`).join(' ')} }`,
        { filter: asked },
      )
      for (const [index, { rows, columns }] of some.entries()) {
        const matrix = answers[`a${index}`]
        const name = `${rows} × ${columns}`
        const expected = new Map<string, { count: number; facts: number }>()
        for (const one of known) {
          const facts = valuesOf(one, rows, false).flatMap((row) =>
            valuesOf(one, columns, false).map((column) => `${row} ${column}`),
          )
          for (const row of valuesOf(one, rows, true))
            for (const column of valuesOf(one, columns, true)) {
              const cell = expected.get(`${row} ${column}`) ?? { count: 0, facts: 0 }
              const isFact = facts.includes(`${row} ${column}`)
              expected.set(`${row} ${column}`, { count: cell.count + 1, facts: cell.facts + (isFact ? 1 : 0) })
            }
        }
        const found = new Map(
          matrix?.cells.map(({ row, column, count, suggestionCount }) => [
            `${row} ${column}`,
            { count, facts: count - suggestionCount },
          ]),
        )
        expect(found, name).toEqual(expected)
        expect(matrix?.cellCount, name).toBe(expected.size)
        expect(matrix?.totalCount, name).toBe(known.length)
        for (const { filter, count } of matrix?.cells ?? []) {
          const described = countOf(filter)
          if (described !== count) expect({ name, filter, count: described }).toEqual({ name, filter, count })
        }
        // One cell of each matrix, without a value where there is such a one, also goes to the API itself.
        const none = matrix?.cells.find(({ row, column }) => row === 'NONE' || column === 'NONE')
        toAsk.push(...[none ?? matrix?.cells[0]].flatMap((cell) => (cell ? [cell] : [])))
      }
    }
    expect(await countsOf(toAsk.map(({ filter }) => filter))).toEqual(toAsk.map(({ count }) => count))
  })

  test.each([false, true])(
    'of every two axes, the filter of each cell describes what the cell counts (suggestions: %s)',
    (includeSuggestions) => {
      const asked: Filter = { states: ['state:KHM'], includeSuggestions }
      for (const [index, rows] of AXES.entries())
        for (const columns of AXES.slice(index)) {
          const cells = new Map<string, { row: string; column: string; count: number }>()
          for (const one of known)
            for (const row of valuesOf(one, rows, includeSuggestions))
              for (const column of valuesOf(one, columns, includeSuggestions)) {
                const { count } = cells.get(`${row} ${column}`) ?? { count: 0 }
                cells.set(`${row} ${column}`, { row, column, count: count + 1 })
              }
          // Of the largest tables every twentieth cell, and every cell without a value.
          const tested = [...cells.values()].filter(
            ({ row, column }, at) => cells.size < 100 || at % 20 === 0 || row === 'NONE' || column === 'NONE',
          )
          for (const { row, column, count } of tested) {
            const filter = narrowedTo(narrowedTo(asked, rows, row), columns, column)
            const described = countOf(filter)
            if (described !== count)
              expect({ rows, columns, filter, count: described }).toEqual({ rows, columns, filter, count })
          }
        }
    },
  )

  test('a filter that restricts the axes already is narrowed, not replaced', async () => {
    const filter: Filter = {
      themes: ['theme:education', 'theme:health'],
      roles: ['LEAD'],
      includeSuggestions: true,
      or: [{ kinds: ['RECOMMENDATION'] }, { kinds: ['URGENT'] }],
      not: { mechanisms: ['mechanism:cat'] },
    }
    const { matrix } = await read<{ matrix: Matrix }>(
      `query ($filter: RecommendationFilter) { matrix(rows: THEME, columns: GOVERNMENT_BODY, filter: $filter) { ${CELLS} } }`,
      { filter },
    )
    expect(matrix.totalCount).toBe(countOf(filter))
    expect(matrix.cells.length).toBeGreaterThan(10)
    expect(matrix.cells.map((cell) => countOf(cell.filter))).toEqual(matrix.cells.map(({ count }) => count))
    const some = matrix.cells.slice(0, 2)
    expect(await countsOf(some.map((cell) => cell.filter))).toEqual(some.map(({ count }) => count))
  })

  test('is the same the quick way and by graphql-js, with aliases and in one statement', async () => {
    const query =
      '{ matrix(rows: THEME, columns: STATUS, filter: {text: "education"}) { a: rows { value filter count } rows { name } columns { value nameKm } b: cells { row filter } cells { column count } rowCount columnCount } }'
    const { quick, standard } = await completeBoth(query)
    expect(quick).toBe(standard)
    expect((await ask(query)).statements).toBe(1)
    expect(quick).toContain('"text":"education"')
  })
})

describe('facets', () => {
  type Facet = {
    field: FacetField
    valueCount: number
    values: { value: string; name: string; count: number; suggestionCount: number; filter: Filter }[]
  }
  const VALUES = 'field valueCount values { value name count suggestionCount filter }'

  test.each([false, true])(
    'of every field count what was read, and carry their filters (suggestions: %s)',
    async (withSuggestions) => {
      const filter: Filter = { includeSuggestions: withSuggestions }
      const { recommendations } = await read<{ recommendations: { facets: Facet[] } }>(
        `query ($filter: RecommendationFilter) { recommendations(filter: $filter, first: 1) { facets(by: [${FACETS.join(', ')}], first: 300) { ${VALUES} } } }`,
        { filter },
      )
      expect(recommendations.facets.map(({ field }) => field)).toEqual(FACETS)
      const toAsk: { filter: Filter; count: number }[] = []
      for (const { field, values, valueCount } of recommendations.facets) {
        const expected = new Map<string, number>()
        for (const one of known)
          for (const value of valuesOf(one, field, withSuggestions)) expected.set(value, (expected.get(value) ?? 0) + 1)
        expect(new Map(values.map(({ value, count }) => [value, count])), field).toEqual(expected)
        expect(valueCount).toBe(expected.size)
        for (const { filter: own, count, suggestionCount, value } of values) {
          expect(countOf(own), `${field} ${value}`).toBe(count)
          expect(suggestionCount, `${field} ${value}`).toBe(
            known.filter(
              (one) =>
                valuesOf(one, field, withSuggestions).includes(value) && !valuesOf(one, field, false).includes(value),
            ).length,
          )
        }
        toAsk.push(...values.filter(({ value }, at) => at === 0 || value === 'NONE'))
      }
      expect(await countsOf(toAsk.map((one) => one.filter))).toEqual(toAsk.map(({ count }) => count))
    },
  )

  test('on a list that hangs on something they count the same', async () => {
    const fields: FacetField[] = ['THEME', 'SDG_GOAL', 'LEAD_BODY', 'ROLE', 'STATUS', 'YEAR']
    const { governmentBody } = await read<{ governmentBody: { recommendations: { facets: Facet[] } } }>(
      `query ($filter: RecommendationFilter) { governmentBody(id: "mosvy") { recommendations(filter: $filter, first: 1) { facets(by: [${fields.join(', ')}], first: 300) { ${VALUES} } } } }`,
      { filter: { includeSuggestions: true, roles: ['LEAD'] } },
    )
    const its = known.filter(({ roles }) => roles.some(({ body, role }) => body === 'body:mosvy' && role === 'LEAD'))
    for (const { field, values } of governmentBody.recommendations.facets) {
      for (const { value, count, suggestionCount } of values) {
        const having = its.filter((one) => valuesOf(one, field, true).includes(value))
        expect(count, `${field} ${value}`).toBe(having.length)
        expect(suggestionCount, `${field} ${value}`).toBe(
          having.filter((one) => !valuesOf(one, field, false).includes(value)).length,
        )
      }
    }
  })

  test('leave out their own restriction, inside `and` too, when asked to', async () => {
    const { recommendations } = await read<{ recommendations: { facets: Facet[] } }>(
      `query ($filter: RecommendationFilter) { recommendations(filter: $filter, first: 1) { facets(by: [THEME, LEAD_BODY, KIND], excludeOwn: true, first: 300) { ${VALUES} } } }`,
      {
        filter: {
          governmentBodies: ['mosvy'],
          roles: ['LEAD'],
          includeSuggestions: true,
          and: [{ themes: ['education'] }, { kinds: ['RECOMMENDATION'] }],
        },
      },
    )
    const lead: Filter = { governmentBodies: ['body:mosvy'], roles: ['LEAD'], includeSuggestions: true }
    const theme: Filter = { themes: ['theme:education'] }
    const kind: Filter = { kinds: ['RECOMMENDATION'] }
    const without: Record<string, Filter> = {
      THEME: { ...lead, and: [kind] },
      LEAD_BODY: { includeSuggestions: true, and: [theme, kind] },
      KIND: { ...lead, and: [theme] },
    }
    for (const { field, values } of recommendations.facets) {
      expect(values.length, field).toBeGreaterThan(field === 'KIND' ? 0 : 1)
      for (const { value, count } of values)
        expect(count, `${field} ${value}`).toBe(
          known.filter((one) => describes(without[field] ?? {}, one) && valuesOf(one, field, true).includes(value))
            .length,
        )
    }
  })
})

describe('gaps', () => {
  type Gap = {
    count: number
    suggestedCount: number | null
    filter: Filter
    suggestedFilter: Filter | null
    recommendations: { totalCount: number; edges: { node: { id: string } }[] }
  }
  const GAP = '{ count suggestedCount filter suggestedFilter }'
  const NAMES = [
    'noBody',
    'onlySuggestedBodies',
    'noLeadBody',
    'noWorkingGroup',
    'noInitiative',
    'noIndicator',
  ] as const
  const QUERY = `query ($filter: RecommendationFilter) { gaps(filter: $filter) { totalCount ${NAMES.map((name) => `${name} ${GAP}`).join(' ')} noAssessment ${GAP} sinceLate: noAssessment(since: "2025-07") ${GAP} since: noAssessment(since: "2024", by: [UN, STATE]) ${GAP} overdue { count overdueCount passedCount deadlines(first: 100) { totalCount edges { node { id status } } } } } }`
  type Gaps = Record<string, Gap> & {
    totalCount: number
    overdue: {
      count: number
      overdueCount: number
      passedCount: number
      deadlines: { totalCount: number; edges: { node: { id: string; status: string } }[] }
    }
  }

  test.each<[string, Filter]>([
    ['of everything', {}],
    ['of a theme and more', { themes: ['theme:education'], lacks: ['WORKING_GROUP'], not: { kinds: ['URGENT'] } }],
  ])(
    '%s count facts, show beside them what suggestions would fill, and reproduce themselves',
    async (_name, filter) => {
      const { gaps } = await read<{ gaps: Gaps }>(QUERY, { filter })
      const meant = known.filter((one) => describes(filter, one))
      expect(gaps.totalCount).toBe(meant.length)
      const lacking: Record<(typeof NAMES)[number], (one: Known) => boolean> = {
        noBody: (one) => one.roles.length === 0,
        onlySuggestedBodies: ({ roles }) => roles.length > 0 && roles.every(({ isFact }) => !isFact),
        noLeadBody: (one) => valuesOf(one, 'LEAD_BODY', false)[0] === 'NONE',
        noWorkingGroup: (one) => valuesOf(one, 'WORKING_GROUP', false)[0] === 'NONE',
        noInitiative: (one) => valuesOf(one, 'INITIATIVE', false)[0] === 'NONE',
        noIndicator: () => true,
      }
      const measured = new Set(
        (await db.read<{ id: string }>('MATCH (:Indicator)-[:MEASURES]->(m) RETURN DISTINCT m.id AS id')).map(
          ({ id }) => id,
        ),
      )
      lacking.noIndicator = ({ id }) => !measured.has(id)
      for (const name of NAMES) {
        const gap = gaps[name]
        const expected = meant.filter(lacking[name])
        expect(gap?.count, name).toBe(expected.length)
        const suggestion = { noLeadBody: 'LEAD_BODY', noInitiative: 'INITIATIVE' }[name as string]
        expect(gap?.suggestedCount, name).toBe(
          suggestion === undefined
            ? null
            : expected.filter((one) => valuesOf(one, suggestion, true)[0] !== 'NONE').length,
        )
      }
      const filters = Object.values(gaps).flatMap((gap) => (typeof gap === 'object' && 'filter' in gap ? [gap] : []))
      expect(filters).toHaveLength(9)
      expect(await countsOf(filters.map((gap) => gap.filter))).toEqual(filters.map(({ count }) => count))
      const suggested = filters.flatMap((gap) => (gap.suggestedFilter ? [gap] : []))
      expect(await countsOf(suggested.map((gap) => gap.suggestedFilter ?? {}))).toEqual(
        suggested.map(({ suggestedCount }) => suggestedCount),
      )
    },
  )

  test('the list of a gap is the list of its filter', async () => {
    const { gaps } = await read<{ gaps: Gaps }>(
      '{ gaps(filter: {themes: ["education"]}) { onlySuggestedBodies { count filter recommendations(first: 3, orderBy: {field: PARAGRAPH, direction: ASC}) { totalCount edges { node { id } } } } } }',
    )
    const gap = gaps['onlySuggestedBodies']
    const { recommendations } = await read<{ recommendations: Gap['recommendations'] }>(
      'query ($filter: RecommendationFilter) { recommendations(filter: $filter, first: 3, orderBy: {field: PARAGRAPH, direction: ASC}) { totalCount edges { node { id } } } }',
      { filter: gap?.filter },
    )
    expect(gap?.recommendations).toEqual(recommendations)
    expect(recommendations.totalCount).toBe(gap?.count)
  })

  test('an assessment counts from its date on, by whom it is', async () => {
    const { gaps } = await read<{ gaps: Gaps }>(QUERY)
    const assessed = 6
    expect(gaps['noAssessment']?.count).toBe(known.length - assessed)
    expect(gaps['sinceLate']?.count).toBe(known.length)
    expect(gaps['since']?.count).toBe(known.length - assessed)
    expect(
      await countsOf([
        { assessedSince: '2025' },
        { assessedSince: '2025', assessedBy: ['UN'] },
        { assessedBy: ['UN'] },
        { assessedBy: ['STATE'] },
        { isOutdated: false },
        { isOutdated: true },
      ]),
    ).toEqual([assessed, 0, assessed, 0, known.length, 0])
  })

  test('deadlines that have passed, as the files have them', async () => {
    const rows = rowsOf('deadlines')
    // A date without a day counts as its last.
    const lastDay = (due = ''): string => (due.length === 10 ? due : `${due}${due.length === 4 ? '-12' : ''}-31`)
    const overdue = rows.filter((row) => row['status_as_of_2022-11-30']?.startsWith('Overdue'))
    const passed = rows.filter((row) => !overdue.includes(row) && lastDay(row['due_on']) < TODAY)
    const { gaps } = await read<{ gaps: Gaps }>(QUERY)
    expect(gaps.overdue).toMatchObject({
      count: overdue.length + passed.length,
      overdueCount: overdue.length,
      passedCount: passed.length,
    })
    expect(gaps.overdue.deadlines.edges.map(({ node }) => node.id).sort()).toEqual(
      [...overdue, ...passed].map((row) => `deadline:${row['id']}`).sort(),
    )
    const { gaps: narrow, deadlines } = await read<{ gaps: Gaps; deadlines: { totalCount: number } }>(
      '{ gaps(filter: {mechanisms: ["crc", "cedaw"], states: ["KHM"]}) { overdue { count } } deadlines(mechanisms: ["crc", "cedaw"], states: ["KHM"], statuses: [OVERDUE, PASSED]) { totalCount } }',
    )
    expect(narrow.overdue.count).toBe(deadlines.totalCount)
    expect(narrow.overdue.count).toBe(
      [...overdue, ...passed].filter((row) => ['crc', 'cedaw'].includes(row['mechanism'] ?? '')).length,
    )
  })

  test('is one statement, the same both ways, and a wrong filter names its place', async () => {
    expect((await ask(QUERY)).statements).toBe(1)
    const { quick, standard } = await completeBoth(QUERY)
    expect(quick).toBe(standard)
    const { errors } = await ask(
      '{ gaps(filter: {mechanisms: ["theme:education"]}) { overdue { count } noBody { count } } }',
    )
    expect(errors[0]?.message).toMatch(/filter\.mechanisms: "theme:education" is no id of a Mechanism/)
  })
})
