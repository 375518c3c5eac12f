/**
 * What our own export says besides the fields every format has: the things that recommendations touch, their relationships
 * whole, links between recommendations, and assessments. With it an empty graph becomes the one that was exported. Pure.
 */
import {
  ID_PREFIX,
  parseId,
  PROPERTIES,
  RELATIONSHIPS,
  typeOfProperty,
  type Label,
  type RelationshipType,
} from '../../model/index.ts'
import type { Described, ReadLink, ReadRelationship, ReadThing, StoredValue } from '../records.ts'

type Properties = Readonly<Record<string, StoredValue>>

/** Name by which links that the machine found are known (server/src/links): it keeps them up to date afterwards. */
const FOUND_BY_MACHINE = 'links'

/** Labels of what a recommendation may be tagged with, and the relationship that does so. */
const TAG_TYPES: Partial<Record<Label, RelationshipType>> = {
  Theme: 'ABOUT',
  Right: 'INVOKES',
  RightsCluster: 'INVOKES',
  AffectedGroup: 'PROTECTS',
  SdgTarget: 'ADVANCES',
  SdgGoal: 'ADVANCES',
}

/** Fields of a thing that hold ids: the relationship, and whether it leads to the thing. */
const TIE_FIELDS: Readonly<Record<string, readonly [type: RelationshipType, isIncoming: boolean]>> = {
  mechanismId: ['ADOPTED_BY', false],
  stateId: ['OF_STATE', false],
  leadIds: ['LEADS', true],
  partnerIds: ['PARTNERS_IN', true],
  organisationId: ['PART_OF', false],
  treatyId: ['OF_TREATY', false],
  rightsClusterIds: ['IN_CLUSTER', false],
  sdgGoalId: ['PART_OF', false],
  themeIds: ['ABOUT', false],
  indicatorId: ['OF', false],
}

const isKnown = (value: unknown): value is StoredValue =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  typeof value === 'boolean' ||
  (Array.isArray(value) && value.every((one) => typeof one === 'string'))

const textsOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.filter((one) => typeof one === 'string')
    : typeof value === 'string' && value !== ''
      ? [value]
      : []

/** Where facts were read, as the graph keeps it: one by one, and together. */
export const sourcesOf = (citations: readonly string[]): Properties =>
  citations.length === 0 ? {} : { source: citations.join('; '), citations: [...citations] }

/** A thing by its fields as JSON has them; null where its id is none of the model's. */
export function thingOf(fields: Readonly<Record<string, unknown>>): ReadThing | null {
  const { id } = fields
  const label = typeof id === 'string' ? parseId(id)?.label : undefined
  if (typeof id !== 'string' || label === undefined) return null
  const known = new Set<string>(PROPERTIES[label])
  const properties: Record<string, StoredValue> = { ...sourcesOf(textsOf(fields['sources'])) }
  for (const [name, value] of Object.entries(fields)) if (known.has(name) && isKnown(value)) properties[name] = value
  const relationships = Object.entries(TIE_FIELDS).flatMap(([field, [type, isIncoming]]) =>
    textsOf(fields[field]).flatMap((to): ReadRelationship[] => {
      const other = parseId(to)?.label
      const named = label === 'ReviewDocument' && field === 'stateId' ? 'REVIEWS' : type
      return other === undefined ? [] : [{ type: named, isIncoming, label: other, to, properties: {} }]
    }),
  )
  return { label, id, properties, relationships }
}

const camelCase = (name: string): string => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A thing by a row of its sheet, whose cells are texts. `split` undoes a list. */
export function thingOfCells(
  cells: Readonly<Record<string, string>>,
  split: (cell: string) => readonly string[],
): ReadThing | null {
  const label = parseId(cells['id'] ?? '')?.label
  if (label === undefined) return null
  const fields = Object.entries(cells).map(([column, cell]): [string, unknown] => {
    const name = camelCase(column)
    if (name === 'sources' || name.endsWith('Ids')) return [name, split(cell)]
    const type = typeOfProperty(name, label)
    if (type === 'list') return [name, split(cell)]
    if (cell === '') return [name, null]
    // What is neither stays as it was typed, for whoever tells of it.
    if (type === 'integer' || type === 'double') return [name, Number.isNaN(Number(cell)) ? cell : Number(cell)]
    return [name, type === 'boolean' && /^(?:TRUE|FALSE)$/i.test(cell) ? /^TRUE$/i.test(cell) : cell]
  })
  return thingOf(Object.fromEntries(fields))
}

/** A thing of which nothing is known but what it is called in one line, as the export calls it. */
export function thingOfName(id: string, name: string): ReadThing | null {
  const label = parseId(id)?.label
  if (label === undefined) return null
  const [front = '', ...rest] = name.split(' · ')
  const shortTitle = rest.join(' · ')
  const titled = (properties: Properties): Properties =>
    shortTitle === '' ? properties : { ...properties, shortTitle }
  const named = (): Properties => {
    switch (label) {
      case 'SdgTarget':
        return titled({ target: front.replace(/^SDG /, '') })
      case 'SdgGoal':
        return { goal: Number(/\d+/.exec(name)?.[0] ?? 0) }
      case 'Right':
        return titled({ name: front })
      case 'RightsCluster':
        return { shortTitle: name }
      case 'Mechanism':
        return { code: name }
      case 'Initiative':
        return { summary: name }
      case 'Resource':
      case 'ReviewDocument':
        return { title: name }
      default:
        return { name }
    }
  }
  return { label, id, properties: named(), relationships: [] }
}

/** A relationship of a recommendation to a thing; null where the ids or the model do not allow it. */
function relationshipOf(
  type: RelationshipType,
  to: unknown,
  given: Readonly<Record<string, unknown>>,
  isIncoming = false,
): ReadRelationship[] {
  const label = typeof to === 'string' ? parseId(to)?.label : undefined
  const shape = RELATIONSHIPS[type]
  if (typeof to !== 'string' || label === undefined) return []
  if (!(isIncoming ? shape.from : shape.to).some((one) => one === label)) return []
  const allowed = new Set<string>([...shape.properties, 'source'])
  const properties = Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, StoredValue] => allowed.has(entry[0]) && isKnown(entry[1])),
  )
  return [{ type, isIncoming, label, to, properties }]
}

type Fields = Readonly<Record<string, unknown>>
const objectsOf = (value: unknown): Fields[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'object' && one !== null && !Array.isArray(one)) : []

/** Assessments with their evidence, as things that lead to the recommendation. */
export function assessmentsOf(recommendationId: string, assessments: readonly Fields[]): ReadThing[] {
  return assessments.flatMap(({ evidence, ...fields }) => {
    const assessment = thingOf(fields)
    if (assessment?.label !== 'Assessment') return []
    const of: ReadRelationship = {
      type: 'OF',
      isIncoming: false,
      label: 'Recommendation',
      to: recommendationId,
      properties: {},
    }
    const backing = objectsOf(evidence).flatMap((one) => {
      const thing = thingOf(one)
      const backs: ReadRelationship = {
        type: 'BACKS',
        isIncoming: false,
        label: 'Assessment',
        to: assessment.id,
        properties: {},
      }
      return thing?.label === 'Evidence' ? [{ ...thing, relationships: [backs] }] : []
    })
    return [{ ...assessment, relationships: [of] }, ...backing]
  })
}

/** A link is the machine's own where nobody has decided on it: then the machine may change it again. */
export function linkOf(from: string, other: unknown, fields: Fields): ReadLink[] {
  if (typeof other !== 'string' || parseId(other)?.label !== 'Recommendation') return []
  const { evidence } = fields
  const passages = typeof evidence === 'object' && evidence !== null ? (evidence as Fields) : {}
  const [relationship] = relationshipOf('SIMILAR_TO', other, { ...fields, ...passages })
  if (relationship === undefined) return []
  const isFound = relationship.properties['state'] === 'SUGGESTED'
  return [
    {
      type: 'SIMILAR_TO',
      from,
      to: other,
      properties: relationship.properties,
      importer: isFound ? FOUND_BY_MACHINE : null,
    },
  ]
}
const citesOf = (from: string, ids: readonly string[]): ReadLink[] =>
  ids
    .filter((id) => parseId(id)?.label === 'Recommendation')
    .map((to) => ({ type: 'CITES', from, to, properties: {}, importer: null }))

const factOrNot = (isSuggestion: boolean): Properties => (isSuggestion ? { state: 'SUGGESTED' } : {})

const TAG_FIELDS = ['themes', 'rights', 'rightsClusters', 'affectedGroups', 'sdgTargets', 'sdgGoals'] as const

function tagsIn(record: Fields): Fields[] {
  const suggested = (record['suggestedTags'] ?? {}) as Fields
  return TAG_FIELDS.flatMap((field) => [...objectsOf(record[field]), ...objectsOf(suggested[field])])
}

/** What the CSV export has as JSON in one column, from a record of the JSON export. */
export const wholeColumnsOf = (record: Fields): Readonly<Record<'tags' | 'responsibilities', Fields[]>> => ({
  tags: tagsIn(record),
  responsibilities: ['responsibilities', 'suggestedResponsibilities'].flatMap((field) =>
    objectsOf(record[field]).map(({ body, ...rest }) => ({ id: (body as Fields | undefined)?.['id'], ...rest })),
  ),
})

/** All that a record of the JSON export says. */
export function describedByJson(id: string, record: Fields): Described {
  const tags = tagsIn(record)
  const each = (
    fields: readonly string[],
    type: RelationshipType,
    idOf: (one: Fields) => unknown,
    isIncoming: boolean,
  ): ReadRelationship[] =>
    fields.flatMap((field) =>
      objectsOf(record[field]).flatMap((one) => relationshipOf(type, idOf(one), one, isIncoming)),
    )
  const own = ({ id: to }: Fields): unknown => to
  return {
    relationships: [
      ...each(['recommendingStates'], 'RECOMMENDED_BY', own, false),
      ...tags.flatMap((tag) => {
        const label = typeof tag['id'] === 'string' ? parseId(tag['id'])?.label : undefined
        const type = label === undefined ? undefined : TAG_TYPES[label]
        return type === undefined ? [] : relationshipOf(type, tag['id'], tag)
      }),
      ...each(
        ['responsibilities', 'suggestedResponsibilities'],
        'ADDRESSED_TO',
        ({ body }) => (body as Fields | undefined)?.['id'],
        false,
      ),
      ...each(['workingGroups'], 'FOLLOWED_BY', own, false),
      ...each(['initiatives', 'suggestedInitiatives'], 'SUPPORTS', own, true),
      ...each(['indicators'], 'MEASURES', own, true),
      ...each(['resources'], 'GUIDES', own, true),
    ],
    things: assessmentsOf(id, objectsOf(record['assessments'])),
    links: [
      ...['similar', 'suggestedSimilar'].flatMap((field) =>
        objectsOf(record[field]).flatMap((link) => linkOf(id, link['id'], link)),
      ),
      ...citesOf(id, textsOf(record['cites'])),
    ],
  }
}

/** JSON in a cell; undefined where the cell is empty, was cut, or was changed into something else. */
export function jsonIn(cell: string): unknown {
  try {
    return JSON.parse(cell)
  } catch {
    return undefined
  }
}

const VOICES = { civil_society: 'CIVIL_SOCIETY', state: 'STATE', un: 'UN' } as const

export type Cells = {
  readonly text: (column: string) => string
  readonly list: (column: string) => readonly string[]
}
/** All that a row of the table says. A workbook has links and assessments in sheets of their own, which say more of them. */
export function describedByCells(id: string, { text, list }: Cells, isWorkbook: boolean): Described {
  const to = (
    column: string,
    type: RelationshipType,
    { isIncoming = false, properties = {} }: { isIncoming?: boolean; properties?: Properties } = {},
  ): ReadRelationship[] => list(column).flatMap((one) => relationshipOf(type, one, properties, isIncoming))
  const tagColumns = [
    'theme_ids',
    'right_ids',
    'rights_cluster_ids',
    'affected_group_ids',
    'sdg_target_ids',
    'sdg_goal_ids',
  ]
  const whole = objectsOf(jsonIn(text('tags')))
  // Where the column with the tags whole was left out, their ids say what they are, and that the file says so.
  const tags =
    whole.length > 0
      ? whole
      : [
          ...tagColumns.flatMap((column) => list(column).map((tag) => ({ id: tag, basis: 'SOURCE' }))),
          ...list('suggested_tag_ids').map((tag) => ({ id: tag, basis: 'SUGGESTED', state: 'SUGGESTED' })),
        ]
  const links = (column: string, kind: string, isSuggestion: boolean): ReadLink[] =>
    list(column).flatMap((other) => linkOf(id, other, { kind, state: isSuggestion ? 'SUGGESTED' : 'CONFIRMED' }))
  const voices = Object.entries(VOICES).flatMap(([column, voice]): Fields[] => {
    const [status, on] = [text(`assessment_${column}`), text(`assessment_${column}_on`)]
    // The table has the latest of each voice and not its id: the same one gets the same id again.
    const key = `${id.slice(ID_PREFIX.Recommendation.length + 1)}-${column.replace('_', '-')}${on === '' ? '' : `-${on}`}`
    return status === '' ? [] : [{ id: `${ID_PREFIX.Assessment}:${key}`, voice, status, ...(on === '' ? {} : { on }) }]
  })
  return {
    relationships: [
      ...to('recommending_state_ids', 'RECOMMENDED_BY'),
      ...tags.flatMap((tag) => {
        const label = typeof tag['id'] === 'string' ? parseId(tag['id'])?.label : undefined
        const type = label === undefined ? undefined : TAG_TYPES[label]
        return type === undefined ? [] : relationshipOf(type, tag['id'], tag)
      }),
      ...objectsOf(jsonIn(text('responsibilities'))).flatMap((one) => relationshipOf('ADDRESSED_TO', one['id'], one)),
      ...to('working_group_ids', 'FOLLOWED_BY'),
      ...to('initiative_ids', 'SUPPORTS', { isIncoming: true }),
      ...to('suggested_initiative_ids', 'SUPPORTS', {
        isIncoming: true,
        properties: { basis: 'FOLLOWS', ...factOrNot(true) },
      }),
      ...to('indicator_ids', 'MEASURES', { isIncoming: true }),
    ],
    things: isWorkbook ? [] : assessmentsOf(id, voices),
    links: [
      ...(isWorkbook
        ? []
        : [
            ...links('same_ask_ids', 'SAME_ASK', false),
            ...links('suggested_same_ask_ids', 'SAME_ASK', true),
            ...links('related_ids', 'RELATED', false),
            ...links('suggested_related_ids', 'RELATED', true),
          ]),
      ...citesOf(id, list('cites_ids')),
    ],
  }
}
