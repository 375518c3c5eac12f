import { lastDay } from '../../cypher/dates.ts'
import {
  isSuggestion,
  many,
  one,
  property,
  sources,
  standing,
  type FieldRule,
  type Scope,
  type TypeRules,
} from '../../cypher/composer.ts'
import { initiativesOf } from '../initiatives/connection.ts'
import { responsibilityRules } from '../government-bodies/responsibility.ts'
import { similar } from '../similar/connection.ts'
import { trail } from '../trails/rules.ts'

const tags =
  (type: string, label: string, order: (v: string) => string): FieldRule =>
  (scope) =>
    many((n, v) => `MATCH (${n})-[tagging:${type}]->(${v}:${label}) WHERE ${standing('tagging', false)}`, order)(scope)

/** Facts before suggestions, then lead, support, oversight, not stated, then by name. */
const RESPONSIBILITY_ORDER = (r: string, b: string): string =>
  `${isSuggestion(r)}, CASE ${r}.role WHEN 'LEAD' THEN 0 WHEN 'SUPPORT' THEN 1 WHEN 'OVERSIGHT' THEN 2 ELSE 3 END, ${b}.name`

const responsibilities: FieldRule = ({ composer, node, field }: Scope) => {
  const [r, b] = [composer.variable('r'), composer.variable('b')]
  return (
    `COLLECT { MATCH (${node})-[${r}:ADDRESSED_TO]->(${b}:GovernmentBody) WHERE ${standing(r, field.args['includeSuggestions'] !== false)} ` +
    `WITH ${r}, ${b} ORDER BY ${RESPONSIBILITY_ORDER(r, b)} RETURN ${composer.map('Responsibility', field.selections, r, responsibilityRules(r, b, node))} }`
  )
}

const taggings: FieldRule = ({ composer, node, field }: Scope) => {
  const [r, v] = [composer.variable('r'), composer.variable('v')]
  const rules: TypeRules = {
    tag: ({ field: tag }) => composer.project(tag.type, tag.selections, v),
    basis: () => `${r}.basis`,
    isSuggestion: () => isSuggestion(r),
    score: () => `${r}.score`,
    method: () => `${r}.method`,
    note: () => `${r}.note`,
    state: () => `${r}.state`,
  }
  return (
    `COLLECT { MATCH (${node})-[${r}:ABOUT|INVOKES|PROTECTS|ADVANCES]->(${v}) WHERE ${standing(r, field.args['includeSuggestions'] === true)} ` +
    `WITH ${r}, ${v} ORDER BY ${isSuggestion(r)}, type(${r}), ${v}.id RETURN ${composer.map('Tagging', field.selections, r, rules)} }`
  )
}

export const Recommendation: TypeRules = {
  symbol: ({ node }) => `head([(${node})-[:ISSUED_IN]->(issuedIn:ReviewDocument) | issuedIn.symbol])`,
  paragraph: property('paragraph'),
  kind: property('kind'),
  text: property('text'),
  textLanguage: property('textLanguage'),
  summary: property('summary'),
  asks: ({ node }) => `coalesce(${node}.text, ${node}.summary)`,
  position: property('position'),
  year: property('year'),
  recommendingStates: many(
    (n, s) => `MATCH (${n})-[:RECOMMENDED_BY]->(${s}:State)`,
    (s) => `${s}.name`,
  ),
  document: one((n, d) => `MATCH (${n})-[:ISSUED_IN]->(${d}:ReviewDocument)`),
  mechanism: one((n, m) => `MATCH (${n})-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(${m}:Mechanism)`),
  state: one((n, s) => `MATCH (${s}:State {id: ${n}.stateId})`),
  rights: tags('INVOKES', 'Right', (v) => `${v}.articleOrder`),
  themes: tags('ABOUT', 'Theme', (v) => `${v}.name`),
  affectedGroups: tags('PROTECTS', 'AffectedGroup', (v) => `${v}.name`),
  sdgTargets: tags('ADVANCES', 'SdgTarget', (v) => `${v}.targetOrder`),
  taggings,
  responsibilities,
  workingGroups: many(
    (n, w) => `MATCH (${n})-[:FOLLOWED_BY]->(${w}:WorkingGroup)`,
    (w) => `${w}.number`,
  ),
  initiatives: initiativesOf((n, i, r) => `(${n})<-[${r}:SUPPORTS]-(${i}:Initiative)`),
  indicators: many(
    (n, i) => `MATCH (${n})<-[:MEASURES]-(${i}:Indicator)`,
    (i) => `${i}.name`,
  ),
  resources: many(
    (n, x) =>
      `MATCH (${x}:Resource) WHERE (${x})-[:GUIDES]->(${n}) OR EXISTS { (${x})-[:ABOUT]->(:Theme)<-[:ABOUT]-(${n}) }`,
    (x) => `${x}.title`,
  ),
  similar,
  trail,
  assessments: many(
    (n, a) => `MATCH (${n})<-[:OF]-(${a}:Assessment)`,
    (a) => `${lastDay(`${a}.on`)} DESC, ${a}.id`,
  ),
  isOutdated: ({ node }) => `coalesce(${node}.outdated, false)`,
  outdatedReason: property('outdatedReason'),
  sources,
}
