/**
 * What a file of our export says that the model does not allow, after somebody edited it: left out and told, so that nothing
 * stands in the graph that the API cannot tell. Pure.
 */
import { isPartialDate } from '../../dates/partial-date.ts'
import { CLOSED_VALUES, LABELS, typeOfProperty, type Label, type RelationshipType } from '../../model/index.ts'
import { CountedDoubts } from '../doubts.ts'
import type { Place, ReadItem, StoredValue } from '../records.ts'

type Properties = Readonly<Record<string, StoredValue>>

/** Properties of relationships that hold lists. */
const LISTS: ReadonlySet<string> = new Set(['laterPassages', 'earlierPassages', 'inCommon'])

/** Things of which nothing is left where one of their closed values is not known: the API always tells it. */
const WHOLE: ReadonlySet<string> = new Set<Label>(['Assessment', 'Mechanism'])

/** What was expected of a value; null where it is as it should be. */
function expectedOf(on: Label | RelationshipType, name: string, value: StoredValue): string | null {
  const label = LABELS.find((one) => one === on)
  // How sure a suggestion is, is a number; how sure an assessment is, a word.
  const isShare = name === 'confidence' && label === undefined
  switch (LISTS.has(name) ? 'list' : isShare ? 'double' : typeOfProperty(name, label)) {
    case 'integer':
      return Number.isInteger(value) ? null : 'a whole number'
    case 'double':
      return typeof value === 'number' && Number.isFinite(value) ? null : 'a number'
    case 'boolean':
      return typeof value === 'boolean' ? null : 'true or false'
    case 'list':
      return Array.isArray(value) ? null : 'a list'
    case 'date':
      // When somebody decided is kept to the second.
      return typeof value === 'string' && isPartialDate(value.replace(/T.*$/, ''))
        ? null
        : 'a date as 2022, 2022-06 or 2022-06-03'
    case 'text':
      return typeof value === 'string' ? null : 'a text'
  }
}

/** The properties that may stay; null where nothing may: a relationship is no other than what its closed values say. */
function soundProperties(
  on: Label | RelationshipType,
  properties: Properties,
  tell: (doubt: string) => void,
): Properties | null {
  const kept: Record<string, StoredValue> = {}
  for (const [name, value] of Object.entries(properties)) {
    const closed = CLOSED_VALUES.find((rule) => rule.on === on && rule.property === name)
    const shown = `“${String(value).slice(0, 80)}”`
    if (closed !== undefined && !closed.allowed.some((one) => one === value)) {
      const isWhole = WHOLE.has(on) || !LABELS.some((label) => label === on)
      const left = isWhole ? 'the whole of it is left out' : 'it is left out'
      tell(`${on}: ${name} is ${shown}. Expected one of ${closed.allowed.join(', ')}; ${left}`)
      if (isWhole) return null
      continue
    }
    const expected = expectedOf(on, name, value)
    if (expected === null) kept[name] = value
    else tell(`${on}: ${name} is ${shown}. Expected ${expected}; it is left out`)
  }
  return kept
}

/** Those that may stay, without what may not. */
const soundOnes = <One extends { readonly properties: Properties }>(
  ones: readonly One[],
  onOf: (one: One) => Label | RelationshipType,
  tell: (doubt: string) => void,
): One[] =>
  ones.flatMap((one) => {
    const properties = soundProperties(onOf(one), one.properties, tell)
    return properties === null ? [] : [{ ...one, properties }]
  })

/** The items as the graph may hold them, then a doubt for each thing that was left out. */
export async function* soundItems(items: AsyncIterable<ReadItem>): AsyncGenerator<ReadItem> {
  const doubts = new CountedDoubts()
  const at =
    (place: Place) =>
    (doubt: string): void =>
      doubts.note(doubt, place)
  for await (const item of items) {
    if (item.is === 'recommendation') {
      const { recommendation } = item
      const relationships = soundOnes(recommendation.relationships ?? [], ({ type }) => type, at(recommendation.place))
      yield { ...item, recommendation: { ...recommendation, relationships } }
    } else if (item.is === 'thing') {
      const [thing] = soundOnes([item.thing], ({ label }) => label, at(item.place))
      if (thing !== undefined) yield { ...item, thing }
    } else if (item.is === 'afterwards') {
      const tell = at(item.place)
      const things = soundOnes(item.things, ({ label }) => label, tell)
      const links = soundOnes(item.links, ({ type }) => type, tell)
      // Evidence of an assessment that is left out backs nothing.
      const ids = new Set(item.things.map(({ id }) => id).filter((id) => !things.some((one) => one.id === id)))
      const kept = things.filter(({ relationships }) => !relationships.some(({ to }) => ids.has(to)))
      if (kept.length > 0 || links.length > 0) yield { ...item, things: kept, links }
    } else yield item
  }
  yield* doubts.items()
}
