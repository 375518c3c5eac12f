/**
 * Brings the answer of a statement into the shape of the question: fields in the order asked, each value checked against
 * its type. It is what graphql-js does for every field of every answer, worked out once for a question.
 *
 * What was read in that shape already, which is most of an answer, is taken as it is. Nothing that was read is ever
 * changed: graphql-js may have to read it again.
 *
 * Anything out of the ordinary (a null where the schema allows none, a value that is no value of its type) throws
 * `Unexpected`: graphql-js then completes the same answer and words the error as the specification has it.
 */
import {
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type SelectionSetNode,
} from 'graphql'
import { TYPE } from '../cypher/composer.ts'
import type { Selections } from '../cypher/selection.ts'
import { readerOf, type Source } from './readers.ts'

export class Unexpected extends Error {}

/** A value of the answer as the response holds it. Throws Unexpected. */
export type Shape = (value: unknown) => unknown

const isWhole = (value: unknown): boolean => Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647
const LEAVES: Readonly<Record<string, (value: unknown) => boolean>> = {
  ID: (value) => typeof value === 'string',
  String: (value) => typeof value === 'string',
  Date: (value) => typeof value === 'string',
  Boolean: (value) => typeof value === 'boolean',
  Int: isWhole,
  Float: (value) => typeof value === 'number' && Number.isFinite(value),
  RecommendationFilterValue: (value) => typeof value === 'object',
}

function leaf(type: GraphQLLeafType): Shape {
  const values = isEnumType(type) ? new Set<unknown>(type.getValues().map(({ name }) => name)) : null
  const fits = values === null ? LEAVES[type.name] : (value: unknown) => values.has(value)
  if (fits === undefined) throw new Unexpected(`No shape for ${type.name}`)
  return (value) => {
    if (value === null || value === undefined) return null
    if (!fits(value)) throw new Unexpected(`No ${type.name}`)
    return value
  }
}

export function objectShape(
  selections: Selections,
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
): (source: Source) => Source {
  const entries = selections.outline(type, sets).map(({ key, name, output, selections: inner }) => {
    if (output !== null) return { key, read: readerOf(type.name, name), shape: shapeOf(selections, output, inner) }
    if (name !== '__typename') throw new Unexpected(`No shape for ${name}`)
    return { key, read: () => type.name, shape: (value: unknown) => value }
  })
  const isAsRead = (source: Source): boolean => {
    let at = 0
    for (const key in source) {
      if (entries[at]?.key !== key) return false
      at += 1
    }
    return at === entries.length
  }
  return (source) => {
    let result: Record<string, unknown> | null = isAsRead(source) ? null : {}
    for (let at = 0; at < entries.length; at += 1) {
      const { key, read, shape } = entries[at] as (typeof entries)[number]
      const shaped = shape(read(source, key))
      if (result === null) {
        if (shaped === source[key]) continue
        result = {}
        for (const { key: before } of entries.slice(0, at)) result[before] = source[before]
      }
      result[key] = shaped
    }
    return result ?? source
  }
}

function listShape(list: readonly unknown[], shape: Shape): readonly unknown[] {
  let result: unknown[] | null = null
  for (let index = 0; index < list.length; index += 1) {
    const value = list[index]
    const shaped = shape(value)
    if (result === null && shaped !== value) result = list.slice(0, index)
    result?.push(shaped)
  }
  return result ?? list
}

export function shapeOf(selections: Selections, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): Shape {
  if (isNonNullType(type)) {
    const inner = shapeOf(selections, type.ofType, sets)
    return (value) => {
      const shaped = inner(value)
      if (shaped === null) throw new Unexpected('A null where the schema allows none')
      return shaped
    }
  }
  if (isListType(type)) {
    const inner = shapeOf(selections, type.ofType, sets)
    return (value) => {
      if (value === null || value === undefined) return null
      if (!Array.isArray(value)) throw new Unexpected('No list')
      return listShape(value, inner)
    }
  }
  if (isLeafType(type)) return leaf(type)
  // Built when a value of the type is first seen: an interface has many, an answer few.
  const shapes = new Map<string, ReturnType<typeof objectShape>>()
  const known = isObjectType(type) ? type.name : selections.anyType(type, sets)
  return (value) => {
    if (value === null || value === undefined) return null
    if (typeof value !== 'object') throw new Unexpected(`No ${type.name}`)
    const source = value as Source
    const name = known ?? String(source[TYPE])
    let shape = shapes.get(name)
    if (shape === undefined) {
      if (!selections.isPossible(type, name)) throw new Unexpected(`${name} is no ${type.name}`)
      shape = objectShape(selections, selections.objectType(name), sets)
      shapes.set(name, shape)
    }
    return shape(source)
  }
}
