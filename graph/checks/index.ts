/** The invariants of the graph that Neo4j's Community edition cannot state itself: each statement returns what offends. */
import type { Db } from '../db/index.ts'
import {
  ID_PREFIX,
  LABELS,
  PROPERTIES,
  COMMON_PROPERTIES,
  RELATIONSHIPS,
  RELATIONSHIP_TYPES,
  COMMON_RELATIONSHIP_PROPERTIES,
} from '../model/index.ts'
import {
  ASSESSMENT_STATUSES,
  GOVERNMENT_BODY_KINDS,
  LINK_KINDS,
  MECHANISM_KINDS,
  PILLARS,
  RECOMMENDATION_KINDS,
  RESPONSIBILITY_BASES,
  ROLES,
  SUGGESTION_STATES,
  TAG_BASES,
  UPR_POSITIONS,
  VOICES,
} from '../model/values.ts'
import documentOverfull from './document-overfull.cypher'
import doubledRelationships from './doubled-relationships.cypher'
import recommendationIncomplete from './recommendation-incomplete.cypher'
import similarDirection from './similar-direction.cypher'
import similarIncomplete from './similar-incomplete.cypher'
import stateMismatch from './state-mismatch.cypher'
import suggestionWithoutState from './suggestion-without-state.cypher'
import unknownLabels from './unknown-labels.cypher'
import unknownProperties from './unknown-properties.cypher'
import unknownRelationships from './unknown-relationships.cypher'
import unknownValues from './unknown-values.cypher'
import wrongIds from './wrong-ids.cypher'

export type Offender = { readonly id: string; readonly problem: string }
export type CheckResult = {
  readonly name: string
  readonly description: string
  readonly offenders: readonly Offender[]
}

/** Allowed values of properties with a closed vocabulary: label or relationship type, property, values. */
const NODE_VALUES: readonly (readonly [string, string, readonly string[]])[] = [
  ['Recommendation', 'kind', RECOMMENDATION_KINDS],
  ['Recommendation', 'position', UPR_POSITIONS],
  ['Mechanism', 'kind', MECHANISM_KINDS],
  ['GovernmentBody', 'kind', GOVERNMENT_BODY_KINDS],
  ['Initiative', 'pillar', PILLARS],
  ['Assessment', 'status', ASSESSMENT_STATUSES],
  ['Assessment', 'voice', VOICES],
]
const RELATIONSHIP_VALUES: readonly (readonly [string, string, readonly string[]])[] = [
  ['ADDRESSED_TO', 'role', ROLES],
  ['ADDRESSED_TO', 'basis', RESPONSIBILITY_BASES],
  ['ADDRESSED_TO', 'state', SUGGESTION_STATES],
  ['SUPPORTS', 'basis', RESPONSIBILITY_BASES],
  ['INVOLVES', 'basis', RESPONSIBILITY_BASES],
  ['ABOUT', 'basis', TAG_BASES],
  ['INVOKES', 'basis', TAG_BASES],
  ['PROTECTS', 'basis', TAG_BASES],
  ['ADVANCES', 'basis', TAG_BASES],
  ['SIMILAR_TO', 'kind', LINK_KINDS],
  ['SIMILAR_TO', 'state', SUGGESTION_STATES],
]
const asRows = (values: typeof NODE_VALUES) => values.map(([on, property, allowed]) => ({ on, property, allowed }))

const CHECKS: readonly {
  name: string
  description: string
  statement: string
  parameters?: Record<string, unknown>
}[] = [
  {
    name: 'unknown-labels',
    description: 'Every node has one label, and it is one of the model.',
    statement: unknownLabels,
    parameters: { labels: LABELS },
  },
  {
    name: 'unknown-properties',
    description: 'Every node has properties of the model only.',
    statement: unknownProperties,
    parameters: {
      allowed: Object.fromEntries(LABELS.map((label) => [label, [...COMMON_PROPERTIES, ...PROPERTIES[label]]])),
    },
  },
  {
    name: 'wrong-ids',
    description: 'Every id begins with the prefix of its label.',
    statement: wrongIds,
    parameters: { prefixes: ID_PREFIX },
  },
  {
    name: 'unknown-relationships',
    description:
      'Every relationship is of a type of the model, joins labels it may join, and has properties of the model only.',
    statement: unknownRelationships,
    parameters: {
      shapes: Object.fromEntries(
        RELATIONSHIP_TYPES.map((type) => {
          const { from, to, properties } = RELATIONSHIPS[type]
          return [type, { from, to, properties: [...properties, ...COMMON_RELATIONSHIP_PROPERTIES] }]
        }),
      ),
    },
  },
  {
    name: 'doubled-relationships',
    description: 'Two nodes are joined by at most one relationship of a type.',
    statement: doubledRelationships,
  },
  {
    name: 'unknown-values',
    description: 'Every property with a closed vocabulary holds a value of it.',
    statement: unknownValues,
    parameters: { nodes: asRows(NODE_VALUES), relationships: asRows(RELATIONSHIP_VALUES) },
  },
  {
    name: 'recommendation-incomplete',
    description: 'Every recommendation stands in one document of one mechanism, and has a kind and words.',
    statement: recommendationIncomplete,
  },
  {
    name: 'state-mismatch',
    description: 'The State kept on a recommendation is the one its document reviews.',
    statement: stateMismatch,
  },
  {
    name: 'document-overfull',
    description: 'No document holds more items than it is known to make.',
    statement: documentOverfull,
  },
  {
    name: 'suggestion-without-state',
    description: 'Every suggestion says that it is one, and no fact does.',
    statement: suggestionWithoutState,
  },
  {
    name: 'similar-direction',
    description: 'A link of similarity runs from the later recommendation to the earlier.',
    statement: similarDirection,
  },
  {
    name: 'similar-incomplete',
    description: 'A link of similarity is the only one of its pair, says its kind and state, and pairs its passages.',
    statement: similarIncomplete,
  },
]

/** Runs every check; a check without offenders is healthy. At most 100 offenders a check. */
export async function runChecks(db: Db): Promise<CheckResult[]> {
  const results: CheckResult[] = []
  for (const { name, description, statement, parameters } of CHECKS) {
    results.push({
      name,
      description,
      offenders: await db.read<Offender>(statement, parameters, { name: `check-${name}` }),
    })
  }
  return results
}
