/** RecommendationFilter to a Cypher predicate over one recommendation; values are parameters only. */
import { lastDay } from '../../cypher/dates.ts'
import { firstDayOf, lastDayOf } from '../../../../graph/dates/partial-date.ts'
import type { Label } from '../../../../graph/model/index.ts'
import type { Composer } from '../../cypher/composer.ts'
import { isSuggestion, standing } from '../../cypher/composer.ts'
import { idOf } from '../../cypher/roots.ts'
import { badInput } from '../../errors.ts'
import type { RecommendationFilter, Linked } from '../../generated/resolvers.ts'
import { endOfDay, startOfDay, UNDATED } from '../../../../graph/text/index.ts'
import { composeHits } from '../search/hits.ts'

export type Filter = RecommendationFilter

/** Nesting of and, or, not beyond which a filter is refused. */
const MAX_DEPTH = 6
const MAX_VALUES = 500

/** Ids of a filter field: whole ids or bare keys. Throws BAD_USER_INPUT for an id of another type. */
export function idsOf(label: Label, values: readonly string[], argument: string): string[] {
  if (values.length > MAX_VALUES)
    throw badInput(argument, `${values.length} values given. Expected at most ${MAX_VALUES}.`)
  return values.map((value) => idOf(label, value, argument))
}

/** Filter fields that name a tag: the relationship type and the label it leads to. */
export const TAGS = {
  rights: ['INVOKES', 'Right'],
  themes: ['ABOUT', 'Theme'],
  affectedGroups: ['PROTECTS', 'AffectedGroup'],
  sdgTargets: ['ADVANCES', 'SdgTarget'],
} as const satisfies Partial<Record<keyof Filter, readonly [string, Label]>>

/** Relationships that may be suggestions: from MATCH's point of view, everything for a recommendation `m` and a relationship `r`. */
const TIES = {
  BODY: (m: string, r: string) => `(${m})-[${r}:ADDRESSED_TO]->(:GovernmentBody)`,
  LEAD: (m: string, r: string) => `(${m})-[${r}:ADDRESSED_TO {role: 'LEAD'}]->(:GovernmentBody)`,
  INITIATIVE: (m: string, r: string) => `(${m})<-[${r}:SUPPORTS]-(:Initiative)`,
  THEME: (m: string, r: string) => `(${m})-[${r}:ABOUT]->(:Theme)`,
  RIGHT: (m: string, r: string) => `(${m})-[${r}:INVOKES]->(:Right)`,
  RIGHTS_CLUSTER: (m: string, r: string) => `(${m})-[${r}:INVOKES]->()-[:IN_CLUSTER*0..1]->(:RightsCluster)`,
  AFFECTED_GROUP: (m: string, r: string) => `(${m})-[${r}:PROTECTS]->(:AffectedGroup)`,
  SDG_TARGET: (m: string, r: string) => `(${m})-[${r}:ADVANCES]->(:SdgTarget)`,
  SDG_GOAL: (m: string, r: string) => `(${m})-[${r}:ADVANCES]->()-[:PART_OF*0..1]->(:SdgGoal)`,
  SIMILAR: (m: string, r: string) => `(${m})-[${r}:SIMILAR_TO]-(:Recommendation)`,
} as const
const byFact =
  (tie: keyof typeof TIES) =>
  (m: string): string =>
    `EXISTS { ${TIES[tie](m, 'r')} WHERE ${standing('r', false)} }`
const bySuggestion =
  (tie: keyof typeof TIES) =>
  (m: string): string =>
    `EXISTS { ${TIES[tie](m, 'r')} WHERE ${isSuggestion('r')} }`

/** What `has` and `lacks` look for: facts only, but for those named SUGGESTED. */
export const LINKED: Record<Linked, (m: string) => string> = {
  LEAD_BODY: byFact('LEAD'),
  ANY_BODY: byFact('BODY'),
  SUGGESTED_LEAD_BODY: bySuggestion('LEAD'),
  SUGGESTED_BODY: bySuggestion('BODY'),
  WORKING_GROUP: (m) => `EXISTS { (${m})-[:FOLLOWED_BY]->(:WorkingGroup) }`,
  INITIATIVE: byFact('INITIATIVE'),
  SUGGESTED_INITIATIVE: bySuggestion('INITIATIVE'),
  INDICATOR: (m) => `EXISTS { (${m})<-[:MEASURES]-(:Indicator) }`,
  ASSESSMENT: (m) => `EXISTS { (${m})<-[:OF]-(:Assessment) }`,
  SIMILAR: byFact('SIMILAR'),
  SUGGESTED_SIMILAR: bySuggestion('SIMILAR'),
  THEME: byFact('THEME'),
  SUGGESTED_THEME: bySuggestion('THEME'),
  RIGHT: byFact('RIGHT'),
  SUGGESTED_RIGHT: bySuggestion('RIGHT'),
  RIGHTS_CLUSTER: byFact('RIGHTS_CLUSTER'),
  SUGGESTED_RIGHTS_CLUSTER: bySuggestion('RIGHTS_CLUSTER'),
  AFFECTED_GROUP: byFact('AFFECTED_GROUP'),
  SUGGESTED_AFFECTED_GROUP: bySuggestion('AFFECTED_GROUP'),
  SDG_TARGET: byFact('SDG_TARGET'),
  SUGGESTED_SDG_TARGET: bySuggestion('SDG_TARGET'),
  SDG_GOAL: byFact('SDG_GOAL'),
  SUGGESTED_SDG_GOAL: bySuggestion('SDG_GOAL'),
  RECOMMENDING_STATE: (m) => `EXISTS { (${m})-[:RECOMMENDED_BY]->(:State) }`,
  POSITION: (m) => `${m}.position IS NOT NULL`,
  YEAR: (m) => `${m}.year IS NOT NULL`,
  TEXT: (m) => `${m}.text IS NOT NULL`,
}

/** Status of the latest assessment by a voice; `voice` is an expression. */
export const latestStatus = (m: string, voice: string): string =>
  `coalesce(head(COLLECT { MATCH (${m})<-[:OF]-(a:Assessment {voice: ${voice}}) RETURN a.status ORDER BY ${lastDay('a.on')} DESC, a.id DESC LIMIT 1 }), 'NOT_ASSESSED')`

const isText = (text: unknown): text is string => typeof text === 'string' && text.trim() !== ''

/** The texts that everything must match, of the filter and of what `and` adds to it, and the filter without them. */
export function takeTexts(filter: Filter): { texts: string[]; rest: Filter } {
  const { text, ...rest } = filter
  const parts = filter.and?.map(takeTexts)
  return {
    texts: [...(isText(text) ? [text] : []), ...(parts ?? []).flatMap(({ texts }) => texts)],
    rest: parts === undefined ? rest : { ...rest, and: parts.map((part) => part.rest) },
  }
}

/** The conditions of one level of the filter, joined by AND; 'true' where it says nothing. */
export function composeFilter(composer: Composer, filter: Filter, m: string, path = 'filter', depth = 0): string {
  if (depth > MAX_DEPTH) throw badInput(path, `nested more than ${MAX_DEPTH} deep. Expected a flatter filter.`)
  const conditions: string[] = []
  const includeSuggestions = filter.includeSuggestions ?? false
  const inList = (expression: string, values: unknown): string => `${expression} IN ${composer.parameter(values)}`
  const ids = (field: keyof Filter, label: Label): string[] | null => {
    const values = filter[field]
    return Array.isArray(values) ? idsOf(label, values as string[], `${path}.${field}`) : null
  }
  const add = (values: unknown[] | null, condition: (values: unknown[]) => string): void => {
    if (values !== null) conditions.push(condition(values))
  }

  add(ids('states', 'State'), (values) => inList(`${m}.stateId`, values))
  add(
    ids('documents', 'ReviewDocument'),
    (values) => `EXISTS { (${m})-[:ISSUED_IN]->(x:ReviewDocument) WHERE ${inList('x.id', values)} }`,
  )
  add(
    ids('mechanisms', 'Mechanism'),
    (values) =>
      `EXISTS { (${m})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(x:Mechanism) WHERE ${inList('x.id', values)} }`,
  )
  for (const [field, [type, label]] of Object.entries(TAGS)) {
    add(
      ids(field as keyof typeof TAGS, label),
      (values) =>
        `EXISTS { (${m})-[r:${type}]->(x:${label}) WHERE ${inList('x.id', values)} AND ${standing('r', includeSuggestions)} }`,
    )
  }
  add(
    ids('rightsClusters', 'RightsCluster'),
    (values) =>
      `EXISTS { (${m})-[r:INVOKES]->(y)-[:IN_CLUSTER*0..1]->(x:RightsCluster) WHERE ${inList('x.id', values)} AND ${standing('r', includeSuggestions)} }`,
  )
  add(
    ids('sdgGoals', 'SdgGoal'),
    (values) =>
      `EXISTS { (${m})-[r:ADVANCES]->(y)-[:PART_OF*0..1]->(x:SdgGoal) WHERE ${inList('x.id', values)} AND ${standing('r', includeSuggestions)} }`,
  )
  add(
    ids('workingGroups', 'WorkingGroup'),
    (values) => `EXISTS { (${m})-[:FOLLOWED_BY]->(x:WorkingGroup) WHERE ${inList('x.id', values)} }`,
  )
  add(
    ids('initiatives', 'Initiative'),
    (values) =>
      `EXISTS { (${m})<-[r:SUPPORTS]-(x:Initiative) WHERE ${inList('x.id', values)} AND ${standing('r', includeSuggestions)} }`,
  )
  add(
    ids('recommendingStates', 'State'),
    (values) => `EXISTS { (${m})-[:RECOMMENDED_BY]->(x:State) WHERE ${inList('x.id', values)} }`,
  )

  const responsibility: string[] = []
  const bodies = ids('governmentBodies', 'GovernmentBody')
  if (bodies !== null) responsibility.push(inList('x.id', bodies))
  if (filter.roles) responsibility.push(inList("coalesce(r.role, 'NOT_STATED')", filter.roles))
  if (filter.bases) responsibility.push(inList('r.basis', filter.bases))
  if (responsibility.length > 0) {
    conditions.push(
      `EXISTS { (${m})-[r:ADDRESSED_TO]->(x:GovernmentBody) WHERE ${[...responsibility, standing('r', includeSuggestions)].join(' AND ')} }`,
    )
  }

  if (filter.kinds) conditions.push(inList(`${m}.kind`, filter.kinds))
  if (filter.positions) {
    conditions.push(
      `(${inList(`${m}.position`, filter.positions)}` +
        (filter.positions.includes('NOT_KNOWN')
          ? ` OR (${m}.position IS NULL AND EXISTS { (${m})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(:Mechanism {kind: 'UPR'}) }))`
          : ')'),
    )
  }
  if (filter.statuses) {
    const voice = composer.parameter(filter.voice ?? 'CIVIL_SOCIETY')
    conditions.push(inList(latestStatus(m, voice), filter.statuses))
  }
  if (filter.assessedBy || filter.assessedSince) {
    const assessment = [
      ...(filter.assessedBy ? [inList('a.voice', filter.assessedBy)] : []),
      ...(filter.assessedSince
        ? [`${lastDay('a.on')} >= ${composer.parameter(firstDayOf(filter.assessedSince))}`]
        : []),
    ]
    conditions.push(`EXISTS { (${m})<-[:OF]-(a:Assessment) WHERE ${assessment.join(' AND ')} }`)
  }
  if (typeof filter.isOutdated === 'boolean')
    conditions.push(`coalesce(${m}.outdated, false) = ${composer.parameter(filter.isOutdated)}`)
  if (filter.years) conditions.push(inList(`${m}.year`, filter.years))
  if (filter.adoptedFrom && filter.adoptedTo && firstDayOf(filter.adoptedFrom) > lastDayOf(filter.adoptedTo))
    throw badInput(
      `${path}.adoptedFrom`,
      `${filter.adoptedFrom} is after adoptedTo, ${filter.adoptedTo}. Expected the earlier date first.`,
    )
  // A document without any date is neither earlier nor later than another.
  if (filter.adoptedFrom)
    conditions.push(`${m}.dateOrder <= ${composer.parameter(endOfDay(firstDayOf(filter.adoptedFrom)))}`)
  if (filter.adoptedTo)
    conditions.push(
      `${m}.dateOrder >= ${composer.parameter(startOfDay(lastDayOf(filter.adoptedTo)))} AND ${m}.dateOrder < ${composer.parameter(UNDATED)}`,
    )
  for (const linked of filter.has ?? []) conditions.push(LINKED[linked](m))
  for (const linked of filter.lacks ?? []) conditions.push(`NOT ${LINKED[linked](m)}`)
  if (isText(filter.text)) {
    const hits = composeHits(composer, [filter.text])
    // As a parameter: Neo4j refuses an index hint beside a condition that it sees to be false.
    conditions.push(hits === null ? composer.parameter(false) : `${m} IN ${hits.all()}`)
  }

  for (const [index, part] of (filter.and ?? []).entries())
    conditions.push(composeFilter(composer, part, m, `${path}.and[${index}]`, depth + 1))
  if (filter.or && filter.or.length > 0) {
    conditions.push(
      `(${filter.or.map((part, index) => composeFilter(composer, part, m, `${path}.or[${index}]`, depth + 1)).join(' OR ')})`,
    )
  }
  // Where a property is absent a condition on it is null, and so would be its negation: not described is what is meant.
  if (filter.not)
    conditions.push(`NOT coalesce((${composeFilter(composer, filter.not, m, `${path}.not`, depth + 1)}), false)`)
  return conditions.length === 0
    ? 'true'
    : conditions.length === 1
      ? (conditions[0] ?? 'true')
      : `(${conditions.join(' AND ')})`
}
