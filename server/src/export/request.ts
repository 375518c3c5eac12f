/** What is asked of an export, read from outside and checked whole before anything is sent. */
import { coerceInputValue, isInputType, type GraphQLError, type GraphQLSchema } from 'graphql'
import type { RecommendationFilter, RecommendationOrder } from '../generated/resolvers.ts'
import { badInput, worded } from '../errors.ts'
import { beyondVariables } from '../schema/admission.ts'
import { COLUMN_NAMES, COLUMNS, type Column } from './columns.ts'
import { csv } from './formats/csv.ts'
import { gexf, graphml } from './formats/graph.ts'
import { json } from './formats/json.ts'
import { jsonLd } from './formats/json-ld.ts'
import { xlsx } from './formats/xlsx.ts'
import type { Format } from './file.ts'
import type { Query } from './selection.ts'

export const FORMATS: readonly Format[] = [csv, xlsx, json, jsonLd, graphml, gexf]

/** Longest filter that is read; the address of a request holds less. */
const MAX_FILTER_CHARACTERS = 200_000

export type ExportRequest = Query & {
  /** Filter and order as they were given, without what the schema adds: what is cited, and asked again. */
  readonly asked: Query
  readonly format: Format
  readonly columns: readonly Column[]
  readonly isWithBom: boolean
}

export type Given = {
  readonly filter?: string | undefined
  readonly orderBy?: string | undefined
  readonly columns?: string | undefined
  readonly bom?: string | undefined
}

function parse(name: string, text: string): unknown {
  if (text.length > MAX_FILTER_CHARACTERS)
    throw badInput(name, `${text.length} characters. Expected at most ${MAX_FILTER_CHARACTERS}.`)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw badInput(name, `no JSON (${(error as Error).message}). Expected an object such as ${EXAMPLES[name] ?? '{}'}.`)
  }
}

const EXAMPLES: Readonly<Record<string, string>> = {
  filter: '{"mechanisms": ["crc"]}',
  orderBy: '{"field": "DATE", "direction": "DESC"}',
}

/** A JSON text as an input type of the schema. Throws BAD_USER_INPUT naming the place of the first thing that is wrong. */
function coerce<Value>(
  schema: GraphQLSchema,
  typeName: string,
  name: string,
  text: string,
): { given: Value; value: Value } {
  const type = schema.getType(typeName)
  if (!isInputType(type)) throw new Error(`The schema has no input type ${typeName}`)
  const given = parse(name, text)
  if (given === null || typeof given !== 'object' || Array.isArray(given))
    throw badInput(name, `not an object. Expected one such as ${EXAMPLES[name] ?? '{}'}.`)
  // As for a variable of the API; coercing calls itself for each level.
  const refusal = beyondVariables(given)
  if (refusal !== null) throw refusal
  const onError = (path: readonly (string | number)[], _invalid: unknown, error: GraphQLError): never => {
    const place = path.reduce<string>((so, part) => so + (typeof part === 'number' ? `[${part}]` : `.${part}`), name)
    throw badInput(place, worded(error).message)
  }
  const value = coerceInputValue(given, type, onError, true) as Value
  return { given: given as Value, value }
}

/** The columns named, in the order given. Throws BAD_USER_INPUT naming those there are. */
function chosen(names: string): Column[] {
  const wanted = names.split(',').map((name) => name.trim())
  const columns = wanted.map((name) => COLUMNS.find((column) => column.name === name))
  const unknown = wanted.find((_name, index) => columns[index] === undefined)
  if (unknown !== undefined)
    throw badInput(
      'columns',
      `there is no column "${unknown.slice(0, 80)}". Expected some of ${COLUMN_NAMES.join(', ')}.`,
    )
  const twice = wanted.find((name, index) => wanted.indexOf(name) !== index)
  if (twice !== undefined) throw badInput('columns', `"${twice}" is named twice. Expected each column once.`)
  return columns.filter((column) => column !== undefined)
}

export function readRequest(schema: GraphQLSchema, format: Format, given: Given): ExportRequest {
  const { filter, orderBy, columns, bom } = given
  if (columns !== undefined && !format.hasColumns)
    throw badInput('columns', `${format.name} has no columns. Choose them for csv or xlsx.`)
  if (bom !== undefined && format.name !== 'csv')
    throw badInput('bom', `only csv may begin with a byte-order mark, and this is ${format.name}. Leave it out.`)
  if (bom !== undefined && bom !== 'true' && bom !== 'false')
    throw badInput('bom', `"${bom.slice(0, 80)}" was given. Expected true or false.`)
  const wanted =
    filter === undefined ? null : coerce<RecommendationFilter>(schema, 'RecommendationFilter', 'filter', filter)
  const order =
    orderBy === undefined ? null : coerce<RecommendationOrder>(schema, 'RecommendationOrder', 'orderBy', orderBy)
  return {
    format,
    filter: wanted?.value ?? {},
    orderBy: order?.value ?? null,
    asked: { filter: wanted?.given ?? {}, orderBy: order?.value ?? null },
    columns: columns === undefined ? COLUMNS : chosen(columns),
    isWithBom: bom === 'true',
  }
}
