import {
  getNamedType,
  isNonNullType,
  isObjectType,
  isAbstractType,
  type GraphQLField,
  type GraphQLNamedType,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { createSchema } from '../src/schema/executable.ts'
import { loadCambodia, openTestDb, openTestServer, type TestServer } from './harness.ts'

const schema = createSchema()

/** Arguments that a field cannot do without, and small pages. */
const ARGUMENTS: Record<string, string> = {
  first: '2',
  by: '[THEME, YEAR]',
  text: '"birth registration"',
  types: '[RECOMMENDATION, GOVERNMENT_BODY]',
  rows: 'SDG_GOAL',
  columns: 'YEAR',
  subject: 'LINK',
  state: '"KHM"',
  from: '"body:mosvy"',
  to: '"initiative:init-1-1"',
  ids: '["initiative:init-1-1", "theme:education", "body:mosvy", "theme:nowhere"]',
}
/** Arguments without which a field would first have to ask for them. */
const FURTHER: Record<string, string> = { matches: ', state: "KHM"' }
/** Statements of a field that is grouped or matched in memory; all others take one. */
const STATEMENTS: Record<string, number> = { oftenAsked: 3, reviewStatistics: 2 }
/** One thing of each noun that has as much around it as the data gives. */
const IDS: Record<string, string> = {
  node: 'recommendation:crc-2011-41b',
  neighbourhood: 'body:mosvy',
  recommendation: 'crc-2011-41b',
  state: 'KHM',
  mechanism: 'crc',
  reviewDocument: 'crc-2022',
  right: 'crc-19',
  rightsCluster: 'crc-cluster-violence',
  treaty: 'CRC',
  theme: 'education',
  affectedGroup: 'girls',
  sdgTarget: 'sdg-16-2',
  sdgGoal: '16',
  governmentBody: 'mosvy',
  workingGroup: 'twg-1',
  organisation: 'crc-cambodia',
  initiative: 'init-1-1',
  event: 'ev-crc-review-2022',
  deadline: 'dl-crc-2027',
  indicator: 'ind-upr2019-accepted',
  resource: 'gc-1',
}

const argumentsOf = (field: GraphQLField<unknown, unknown>, root: string): string => {
  const given = field.args.flatMap(({ name, type }) => {
    const value = name === 'id' ? `"${IDS[root] ?? ''}"` : ARGUMENTS[name]
    return value !== undefined && (isNonNullType(type) || ['first', 'types'].includes(name))
      ? [`${name}: ${value}`]
      : []
  })
  return given.length === 0 ? '' : `(${given.join(', ')}${FURTHER[field.name] ?? ''})`
}

/** All fields of a type down to a depth, each list opened by its edges; below the depth only what has no fields. */
function selectAll(type: GraphQLNamedType, depth: number, root: string): string {
  if (isAbstractType(type)) {
    const narrowed = schema.getPossibleTypes(type).map((one) => {
      // Aliases keep fields of one name and different types apart.
      const fields = depth <= 0 || !isObjectType(one) ? '' : selectObject(one, Math.min(depth, 1), root, `${one.name}_`)
      return fields === '' ? '' : `... on ${one.name} { ${fields} }`
    })
    return `__typename ${type.name === 'Node' ? 'id displayName displayNameKm displayDetail' : ''} ${narrowed.join(' ')}`
  }
  return isObjectType(type) ? selectObject(type, depth, root, '') : ''
}

function selectObject(type: GraphQLNamedType, depth: number, root: string, alias: string): string {
  if (!isObjectType(type)) return ''
  return Object.values(type.getFields())
    .map((field) => {
      const below = getNamedType(field.type)
      const name = `${alias === '' ? '' : `${alias}${field.name}: `}${field.name}${argumentsOf(field, root)}`
      if (!isObjectType(below) && !isAbstractType(below)) return name
      const isWrapper = /Connection$|Edge$|^PageInfo$/.test(type.name)
      if (depth <= 0 && !isWrapper) return ''
      const inner = selectAll(below, isWrapper ? depth : depth - 1, root).trim()
      return inner === '' ? '' : `${name} { ${inner} }`
    })
    .filter((selected) => selected !== '')
    .join(' ')
}

describe('every field of the schema', () => {
  let db: Db
  let ask: TestServer['ask']
  let completeBoth: TestServer['completeBoth']
  beforeAll(async () => {
    db = await openTestDb()
    await loadCambodia(db)
    ;({ ask, completeBoth } = await openTestServer(db))
    // The State's texts are read into memory once.
    await ask('{ matches(text: "birth registration", state: "KHM") { comparedCount } }')
  })
  afterAll(() => db.close())

  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    test(`${field.name} answers with all its fields in one statement`, async () => {
      const query = `{ ${field.name}${argumentsOf(field, field.name)} { ${selectAll(getNamedType(field.type), 1, field.name)} } }`
      const { data, errors, statements } = await ask(query)
      expect(errors).toEqual([])
      expect(statements).toBe(STATEMENTS[field.name] ?? 1)
      expect(data?.[field.name]).not.toBeNull()
      if (field.name === 'nodes') expect(data?.['nodes']).toHaveLength(4)
      const { quick, standard } = await completeBoth(query)
      expect(quick).toBe(standard)
    })
  }
})
