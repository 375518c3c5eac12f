import { buildSchema, getOperationAST, parse } from 'graphql'
import { describe, expect, test } from 'vitest'
import { Admission } from './admission.ts'
import { costOf, decidingVariables } from './cost.ts'
import { measureDocument, nestingOf } from './document.ts'

describe('nesting of brackets in a text', () => {
  test.each([
    ['{ a { b } }', 2],
    ['{ a(b: [{ c: [1] }]) }', 5],
    ['{ a(b: "{{{{") }', 2],
    ['{ a(b: "\\"{{{{") }', 2],
    ['{ a(b: """ {{ \\""" {{ """) }', 2],
    ['{ a # {{{{\n }', 1],
    ['{ a(b: "never ended {{{\n{', 3],
    ['"""', 0],
    ['"', 0],
    ['}}}}{', 0],
    ['', 0],
  ])('%j is %i', (text, nesting) => {
    expect(nestingOf(text)).toBe(nesting)
  })
})

test('fragments count wherever they are spread, and one that spreads itself ends the counting', () => {
  const document = parse('{ a { ...F } b: a { ...F } } fragment F on A { c d: c e(f: { g: [{}] }) ...F }')
  const largest: Record<string, number> = {}
  for (const [limit, asked] of measureDocument(document)) largest[limit] = Math.max(largest[limit] ?? 0, asked)
  // Each spread counts itself and what is in the fragment; its spread of itself counts once and is not opened.
  expect(largest).toMatchObject({
    depth: 2,
    fields: 2 * (1 + 1 + 4),
    aliases: 1 + 2,
    conditions: 2 * 2,
    fragments: 1,
    rootFields: 2,
  })
})

describe('what a question costs', () => {
  const schema = buildSchema(`
    type Query { themes(first: Int = 20): ThemeConnection! nodes(ids: [ID!]!): [Theme]! search(first: Int = 20): ThemeConnection! }
    type ThemeConnection { totalCount: Int! edges: [ThemeEdge!]! }
    type ThemeEdge { cursor: String! node: Theme! }
    type Theme { id: ID! aliases: [Theme!]! others(first: Int = 20): ThemeConnection! }
  `)
  const cost = (query: string, variables: Record<string, unknown> = {}): number => {
    const document = parse(query)
    const operation = getOperationAST(document)
    if (!operation) throw new Error('Expected an operation')
    return costOf(schema, document, operation, variables)
  }
  test('a page costs its rows and what finding it takes, a count what it counts', () => {
    expect(cost('{ themes(first: 30) { edges { node { id } } } }')).toBe(10 + 30)
    expect(cost('{ themes(first: 30) { totalCount } }')).toBe(10 + 20)
    expect(cost('{ search(first: 1) { edges { cursor } } }')).toBe(200 + 10 + 1)
  })
  test('pages in pages and lists in lists are multiplied', () => {
    expect(
      cost('{ themes(first: 10) { edges { node { others(first: 5) { edges { node { aliases { id } } } } } } } }'),
    ).toBe(10 + 10 + 10 * (10 + 5) + 10 * 5 * 5)
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { aliases { id } } }', { ids: ['a', 'b', 'c'] })).toBe(
      3 + 3 * 5,
    )
  })
  test('aliases and fragments add up, what is left out by a directive does not', () => {
    const one = cost('{ themes { totalCount } }')
    expect(cost('{ themes { totalCount } b: themes { totalCount } }')).toBe(2 * one)
    expect(cost('{ ...Q ... { b: themes { totalCount } } } fragment Q on Query { themes { totalCount } }')).toBe(
      2 * one,
    )
    const switched = 'query ($b: Boolean!) { themes { totalCount } b: themes @include(if: $b) { totalCount } }'
    expect([cost(switched, { b: true }), cost(switched, { b: false })]).toEqual([2 * one, one])
  })
  test('a wrong size in one place takes nothing off another', () => {
    const dear = '{ a: themes(first: 100) { edges { node { others(first: 100) { edges { cursor } } } } } }'
    const wrong = dear
      .replace('}', '} ')
      .replace('{ a:', '{ b: themes(first: -1000000) { edges { node { aliases { id } } } } a:')
    expect(cost(wrong)).toBeGreaterThanOrEqual(cost(dear))
    const given = 'query ($n: Int) { themes(first: $n) { edges { node { aliases { id } } } } }'
    expect(cost(given, { n: -5 })).toBeGreaterThanOrEqual(0)
  })
  test('what a value of a wrong type would cost is not remembered for the right one', () => {
    const page = (inner: string): string => `others(first: $n) { edges { node { ${inner} } } }`
    const query = `query ($n: Int) { themes(first: $n) { edges { node { ${page(page(page('id')))} } } } }`
    const document = parse(query)
    const operation = getOperationAST(document)
    if (!operation) throw new Error('Expected an operation')
    const admission = new Admission(schema)
    const ask = (n: unknown): void => admission.check(document, operation, 'one', { n })
    for (const wrong of ['100', true, ['100'], { a: 1 }, null]) ask(wrong)
    expect(() => ask(100)).toThrow(/limit on/)
    ask(2)
  })
  test('a variable counts by its value, or by its default', () => {
    const query = 'query ($n: Int = 50) { themes(first: $n) { edges { cursor } } }'
    expect([cost(query), cost(query, { n: 7 })]).toEqual([60, 17])
    expect(
      decidingVariables(parse('query ($n: Int, $b: Boolean!, $t: ID!) { a(first: $n, id: $t) @skip(if: $b) { b } }')),
    ).toEqual(['b', 'n'])
  })
})
