/** The things that recommendations touch, a table each: a sheet of the workbook, an array of the JSON file. Pure. */
import {
  PROPERTIES,
  typeOfProperty,
  type Label,
  type RelationshipType,
  type ValueType,
} from '../../../graph/model/index.ts'
import type { Thing } from './selection.ts'
import { isDerived } from './values.ts'

export type NounField = {
  /** As in the API; the sheets write it in snake_case. */
  readonly name: string
  readonly type: ValueType
  readonly value: (thing: Thing) => unknown
}
export type Noun = {
  readonly label: Label
  readonly sheet: string
  /** As the API names the list. */
  readonly key: string
  readonly fields: readonly NounField[]
}

const idsOf =
  (type: RelationshipType, isOutgoing = true) =>
  (thing: Thing): string[] =>
    thing.ties
      .filter((tie) => tie.type === type && tie.isOutgoing === isOutgoing)
      .map(({ id }) => id)
      .sort()
const one = (name: string, type: RelationshipType): NounField => ({
  name,
  type: 'text',
  value: (thing) => idsOf(type)(thing)[0] ?? null,
})
const many = (name: string, type: RelationshipType, isOutgoing = true): NounField => ({
  name,
  type: 'list',
  value: idsOf(type, isOutgoing),
})

const NOUNS_IN_ORDER: readonly (readonly [Label, sheet: string, key: string, ...ties: NounField[]])[] = [
  ['ReviewDocument', 'Documents', 'reviewDocuments', one('mechanismId', 'ADOPTED_BY'), one('stateId', 'REVIEWS')],
  ['Mechanism', 'Mechanisms', 'mechanisms'],
  ['State', 'States', 'states'],
  ['GovernmentBody', 'Bodies', 'governmentBodies', one('stateId', 'OF_STATE')],
  [
    'Initiative',
    'Initiatives',
    'initiatives',
    many('leadIds', 'LEADS', false),
    many('partnerIds', 'PARTNERS_IN', false),
    one('stateId', 'OF_STATE'),
  ],
  ['Organisation', 'Organisations', 'organisations', one('stateId', 'OF_STATE')],
  ['WorkingGroup', 'Working groups', 'workingGroups', one('organisationId', 'PART_OF'), one('stateId', 'OF_STATE')],
  ['Theme', 'Themes', 'themes'],
  ['Right', 'Rights', 'rights', one('treatyId', 'OF_TREATY'), many('rightsClusterIds', 'IN_CLUSTER')],
  ['RightsCluster', 'Rights clusters', 'rightsClusters', one('treatyId', 'OF_TREATY')],
  ['Treaty', 'Treaties', 'treaties'],
  ['AffectedGroup', 'Affected groups', 'affectedGroups'],
  ['SdgTarget', 'SDG targets', 'sdgTargets', one('sdgGoalId', 'PART_OF')],
  ['SdgGoal', 'SDG goals', 'sdgGoals'],
  ['Indicator', 'Indicators', 'indicators', many('themeIds', 'ABOUT'), one('stateId', 'OF_STATE')],
  ['Measurement', 'Measurements', 'measurements', one('indicatorId', 'OF')],
  ['Resource', 'Resources', 'resources', many('themeIds', 'ABOUT')],
]

export const NOUNS: readonly Noun[] = NOUNS_IN_ORDER.map(([label, sheet, key, ...ties]) => ({
  label,
  sheet,
  key,
  fields: [
    { name: 'id', type: 'text', value: ({ id }) => id },
    ...PROPERTIES[label]
      .filter((name) => !isDerived(name))
      .map((name): NounField => ({
        name,
        type: typeOfProperty(name, label),
        value: ({ properties }) => properties[name] ?? null,
      })),
    ...ties,
    {
      name: 'sources',
      type: 'list',
      value: ({ properties }) =>
        properties['citations'] ??
        (properties['source'] === undefined || properties['source'] === null ? [] : [properties['source']]),
    },
  ],
}))

export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** A thing with its fields as they are named, for JSON. */
export const nounRecord = ({ fields }: Noun, thing: Thing): Record<string, unknown> =>
  Object.fromEntries(fields.map(({ name, value }) => [name, value(thing)]))
