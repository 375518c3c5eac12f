/** The invariants of the graph that Neo4j's Community edition cannot state itself: each statement returns what offends. */
import type { Db } from '../db/index.ts'
import {
  ID_PREFIX,
  LABELS,
  PROPERTIES,
  CLOSED_VALUES,
  COMMON_PROPERTIES,
  RELATIONSHIPS,
  RELATIONSHIP_TYPES,
  COMMON_RELATIONSHIP_PROPERTIES,
} from '../model/index.ts'
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
    parameters: {
      nodes: CLOSED_VALUES.filter(({ on }) => LABELS.some((label) => label === on)),
      relationships: CLOSED_VALUES.filter(({ on }) => RELATIONSHIP_TYPES.some((type) => type === on)),
    },
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
