/**
 * Requests that something is wrong with, drawn from the schema by a seed: the same seed and schema give the same requests.
 * Whatever field or argument the schema gains is asked wrongly by itself.
 */
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql'
import { randomOf } from '../bench/generator.ts'

export type BadRequest = {
  /** What is wrong with it. */
  readonly kind: string
  readonly method: 'GET' | 'POST' | 'PUT'
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

/** Stands in every injected text: a statement that holds it was built from input. */
export const MARK = 'zqx7'

/** Texts that would end a string, a map, a key, a pattern or a query of Lucene, were they ever put into one. */
const INJECTIONS = [
  `${MARK}' OR 1=1 //`,
  `${MARK}"}) DETACH DELETE n //`,
  `${MARK}\`}) RETURN 1 AS answer UNION MATCH (n) DETACH DELETE n RETURN 1 AS answer //`,
  `' + ${MARK} + '`,
  `$${MARK}`,
  `theme:${MARK}'}) SET n.name = 'owned' //`,
  `theme:${MARK}`,
  `${MARK}*:* AND [* TO *] OR /.*/`,
  `"${MARK}~0.1^99`,
  `${MARK}\u0000\u2028\ud800\u202e`,
  `${MARK}/* */ CALL dbms.components() YIELD name RETURN name`,
  `{"${MARK}": {"$gt": ""}}`,
  `\\u0027${MARK}\\`,
  `${MARK}; DROP CONSTRAINT recommendation_id`,
  `<script>${MARK}</script>`,
]

type Step = { readonly field: GraphQLField<unknown, unknown>; readonly from: GraphQLObjectType }
/** A field that takes arguments, and how it is reached from Query; the last step is the field itself. */
type Route = readonly Step[]

/** The shortest way to every field with arguments of every object type that the schema leads to. */
function routesOf(schema: GraphQLSchema): Route[] {
  const query = schema.getQueryType()
  if (!query) return []
  const routes: Route[] = []
  const reached = new Set<string>([query.name])
  const waiting: { type: GraphQLObjectType; route: Route }[] = [{ type: query, route: [] }]
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { type, route } = next
    for (const field of Object.values(type.getFields())) {
      const step = [...route, { field, from: type }]
      if (field.args.length > 0) routes.push(step)
      const below = getNamedType(field.type)
      if (!isObjectType(below) || reached.has(below.name)) continue
      reached.add(below.name)
      waiting.push({ type: below, route: step })
    }
  }
  return routes
}

/** A value that fits a type, as small as there is. */
function fitting(type: GraphQLInputType): string {
  if (isNonNullType(type)) return fitting(type.ofType)
  if (isListType(type)) return `[${fitting(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null'
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(
      ({ type: one, defaultValue }) => isNonNullType(one) && defaultValue === undefined,
    )
    return `{ ${needed.map((field) => `${field.name}: ${fitting(field.type)}`).join(', ')} }`
  }
  return (
    { Int: '2', Float: '0.5', Boolean: 'true', ID: '"theme:education"', Date: '"2022"' }[type.name] ?? '"education"'
  )
}

/** A field that selects something below, whatever its type. */
const leafOf = ({ type }: GraphQLField<unknown, unknown>): string =>
  isObjectType(getNamedType(type)) || 'getFields' in getNamedType(type) || 'getTypes' in getNamedType(type)
    ? '{ __typename }'
    : ''

/** The text of a question along a route, with `given` in the place of what fits for one argument of the last field. */
function questionOf(route: Route, given: ReadonlyMap<string, string>, leaf?: string): string {
  const last = route.length - 1
  return route.reduceRight((inner, { field }, index) => {
    const args = field.args.flatMap((arg) => {
      const own = index === last ? given.get(arg.name) : undefined
      if (own !== undefined) return [`${arg.name}: ${own}`]
      return isNonNullType(arg.type) && arg.defaultValue === undefined ? [`${arg.name}: ${fitting(arg.type)}`] : []
    })
    return `{ ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${index === last ? (leaf ?? leafOf(field)) : inner} }`
  }, '')
}

const post = (kind: string, body: unknown): BadRequest => ({
  kind,
  method: 'POST',
  path: '/graphql',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** A literal that holds an injected text where a value of the type is expected. */
function injected(type: GraphQLInputType, text: string): string {
  if (isNonNullType(type)) return injected(type.ofType, text)
  if (isListType(type)) return `[${injected(type.ofType, text)}]`
  return JSON.stringify(text)
}

/** One request or more for each argument of each field, and for each field of an input object given to it. */
export function injections(schema: GraphQLSchema, perArgument = 2): BadRequest[] {
  const requests: BadRequest[] = []
  let turn = 0
  const next = (): string => INJECTIONS[turn++ % INJECTIONS.length] ?? MARK
  for (const route of routesOf(schema)) {
    const { field } = route.at(-1) ?? {}
    for (const arg of field?.args ?? []) {
      const type = getNamedType(arg.type)
      const targets: ((text: string) => string)[] =
        isInputObjectType(type) && route.length === 1
          ? Object.values(type.getFields()).map((one) => (text) => `{ ${one.name}: ${injected(one.type, text)} }`)
          : isInputObjectType(type)
            ? [(text) => `{ ${Object.keys(type.getFields())[turn % 20] ?? 'text'}: ${JSON.stringify(text)} }`]
            : [(text) => injected(arg.type, text)]
      for (const target of targets)
        for (let count = 0; count < perArgument; count += 1)
          requests.push(
            post(`injection in ${field?.name ?? ''}(${arg.name})`, {
              query: questionOf(route, new Map([[arg.name, target(next())]])),
            }),
          )
    }
  }
  return requests
}

const WRONG: Readonly<Record<string, readonly string[]>> = {
  Int: [
    '"x"',
    '-1',
    '0',
    '101',
    '999999999999999999999',
    '1.5',
    '1e400',
    'true',
    'null',
    '[1]',
    '{ a: 1 }',
    'MANY',
    '2147483648',
    '-0',
  ],
  ID: [
    '""',
    '" "',
    `"${'x'.repeat(5_000)}"`,
    '-1',
    'null',
    '{}',
    '[[]]',
    '"theme:"',
    '":x"',
    '"nothing:x"',
    '"theme:\\u0000"',
    '"\\ud800"',
    '1.5',
    'true',
    '"../../etc/passwd"',
    '"theme:%27"',
  ],
  String: [
    '""',
    `"${'word '.repeat(2_000)}"`,
    '1',
    'null',
    'WORD',
    '"\\"((("',
    '"NOT"',
    '"OR OR AND"',
    '"* ~ ^ :"',
    '["x"]',
    '{}',
  ],
  Boolean: ['"true"', '1', 'null', 'YES', '[]'],
  Date: ['"2022-02-30"', '"yesterday"', '"99999-01"', '2022', '"2022-06-03T00:00:00Z"', '"-1"', 'null', '""'],
}
/** Values that are wrong for a type, or right and of no use. */
function wrongFor({ type }: GraphQLArgument, pick: <One>(list: readonly One[]) => One): string {
  const named = getNamedType(type)
  const wrap = (value: string): string => (isListType(isNonNullType(type) ? type.ofType : type) ? `[${value}]` : value)
  if (isEnumType(named)) return pick(['"LEAD"', 'NOTHING', '1', wrap('NOTHING'), wrap('null'), '{}', '[[[]]]'])
  if (isInputObjectType(named)) {
    const fields = Object.values(named.getFields())
    const field = pick(fields)
    const below = getNamedType(field.type)
    return pick([
      '1',
      '"x"',
      '{ nothing: 1 }',
      '[{}, 1]',
      `${'{ not: '.repeat(9)}{}${' }'.repeat(9)}`,
      `{ ${field.name}: ${pick(WRONG[below.name] ?? ['NOTHING', '{}'])} }`,
      `{ ${field.name}: [${pick(WRONG[below.name] ?? ['NOTHING', '{}'])}] }`,
      `{ ${field.name}: ${'['.repeat(30)}${']'.repeat(30)} }`,
      `{ or: [${'{} '.repeat(150)}] }`,
      '{ adoptedFrom: "2022", adoptedTo: "2001" }',
    ])
  }
  return wrap(pick(WRONG[named.name] ?? ['{}']))
}

const SNIPPETS = [
  '{',
  '}',
  '(',
  ')',
  '[',
  '!',
  '$',
  '...',
  '"',
  '"""',
  '@',
  '#',
  ':',
  '|',
  '&',
  '\u0000',
  '\ud800',
  '\ufeff',
  'fragment',
  'query',
  'subscription',
  'mutation',
  'on',
  'null',
  '__schema',
  '\\u{110000}',
  '🦆',
  '1e',
  '0x1',
  '-',
  '‮',
]

/** Requests of every other kind, as many as asked for. */
export function badRequests(schema: GraphQLSchema, seed: number, count: number): BadRequest[] {
  const random = randomOf(seed)
  // A generator of this kind begins near its seed.
  for (let skip = 0; skip < 10; skip += 1) random()
  const below = (limit: number): number => Math.floor(random() * limit)
  const pick = <One>(list: readonly One[]): One => list[below(list.length)] as One
  const routes = routesOf(schema)
  const nothing = new Map<string, string>()
  const many = (most: number, each: (index: number) => string): string =>
    Array.from({ length: 1 + below(most) }, (_, index) => each(index)).join(' ')

  const malformed = (): BadRequest => {
    let text = questionOf(pick(routes), nothing)
    for (let change = 0; change <= below(4); change += 1) {
      const at = below(text.length)
      text = pick([
        () => text.slice(0, at),
        () => text.slice(0, at) + text.slice(at + 1 + below(3)),
        () => text.slice(0, at) + pick(SNIPPETS).repeat(1 + below(3)) + text.slice(at),
        () => text.slice(at) + text.slice(0, at),
        () => text.slice(0, at) + String.fromCharCode(below(0xffff)) + text.slice(at),
      ])()
    }
    return post('malformed', { query: text })
  }
  const wrongValue = (): BadRequest => {
    const route = pick(routes)
    const arg = pick(route.at(-1)?.field.args ?? [])
    return post(`wrong value of ${arg.name}`, { query: questionOf(route, new Map([[arg.name, wrongFor(arg, pick)]])) })
  }
  const wrongVariable = (): BadRequest => {
    const route = pick(routes)
    const arg = pick(route.at(-1)?.field.args ?? [])
    const value = pick<unknown>([
      'x',
      -1,
      1e30,
      2 ** 31,
      null,
      true,
      {},
      [],
      [[]],
      { a: { b: {} } },
      ['x', null, 1],
      'x'.repeat(20_000),
      { __proto__: 1, constructor: 2 },
      Array.from({ length: 700 }, () => 'theme:x'),
      undefined,
    ])
    return post(`wrong variable for ${arg.name}`, {
      query: `query (${pick(['$v', '$v', '$v', '$w'])}: ${pick([String(arg.type), String(arg.type), 'Int', '[String!]!', 'Nothing', 'Theme'])}) ${questionOf(route, new Map([[arg.name, '$v']]))}`,
      variables: pick([{ v: value }, { v: value }, { v: value }, { w: value }, 'text', [value], null]),
    })
  }
  const wrongName = (): BadRequest => {
    const route = pick(routes)
    const text = questionOf(route, nothing)
    const name = route.at(-1)?.field.name ?? ''
    return post(
      'wrong name',
      pick([
        () => ({ query: text.replace(name, `${name}x`) }),
        () => ({
          query: text.replace(
            /__typename/,
            pick(['nothing', 'id { id }', '... on Nothing { id }', '...F', '... on Query { __typename }', '__typ']),
          ),
        }),
        () => ({ query: questionOf(route, nothing, '') }),
        () => ({
          query: text.replace(
            name,
            `${name} @${pick(['skp', 'include', 'skip(if: 1)', 'defer', 'stream', 'include(if: $x)'])}`,
          ),
        }),
        () => ({ query: `${text} ${text}` }),
        () => ({ query: `query A ${text} query A ${text}`, operationName: 'A' }),
        () => ({ query: `query A ${text}`, operationName: pick(['B', '', 'A B', '__proto__']) }),
        () => ({ query: text.replace(name, `${pick(['__proto__', 'a'])}: ${name} a: ${name}x`) }),
        () => ({ query: `${pick(['mutation', 'subscription'])} ${text}` }),
        () => ({ query: `query ($v: Int, $v: Int, $u: Int) ${text}` }),
      ])(),
    )
  }
  const large = (): BadRequest => {
    const route = pick(routes)
    const root = route[0]?.field.name ?? 'themes'
    const depth = 10 + below(3_000)
    return post(
      'too large',
      pick([
        () => ({ query: `${'{ a '.repeat(depth)}${'}'.repeat(depth)}` }),
        () => ({ query: `{ ${root}(first: ${'['.repeat(depth)}${']'.repeat(depth)}) { __typename } }` }),
        () => ({ query: `{ ${many(9_000, (index) => `a${index}: __typename`)} ${'__typename '.repeat(1_600)} }` }),
        () => ({ query: `{ ${'__typename '.repeat(1_501 + below(3_000))} }` }),
        () => ({
          query: `{ ${Array.from({ length: 13 + below(40) }, (_, index) => `a${index}: themes { totalCount }`).join(' ')} }`,
        }),
        () => ({
          query: `{ themes(first: 100) { edges { node { ${Array.from({ length: 4 + below(40) }, (_, index) => `a${index}: recommendations(first: 100) { edges { node { rights { id } } } }`).join(' ')} } } } }`,
        }),
        () => ({
          query: `{ ...F0 } ${Array.from({ length: 12 + below(80) }, (_, index) => `fragment F${index} on Query { ${`...F${index + 1} `.repeat(2)} }`).join(' ')}`,
        }),
        () => ({
          query: `{ ...F0 } ${Array.from({ length: 2 + below(20) }, (_, index) => `fragment F${index} on Query { ...F${pick([index, 0])} }`).join(' ')}`,
        }),
        () => ({
          query: `{ __schema { ${'types { fields { type { '.repeat(2 + below(20))} name ${'} } } '.repeat(2 + below(1))} } }`,
        }),
        () => ({
          query: `{ ${Array.from({ length: 5 }, (_, index) => `s${index}: __schema { ${Array.from({ length: 40 }, (_one, inner) => `t${inner}: types { fields { args { name type { name } } } }`).join(' ')} }`).join(' ')} }`,
        }),
        () => ({
          query: `query ($f: RecommendationFilter) { recommendations(filter: $f) { totalCount } }`,
          variables: { f: { or: Array.from({ length: 101 + below(3_000) }, () => ({ text: 'x' })) } },
        }),
        () => ({ query: '{ __typename }', variables: { v: Array.from({ length: 10_001 + below(20_000) }, () => 1) } }),
        () => ({ query: `{ __typename ${'@include(if: true) '.repeat(101 + below(900))} }` }),
        () => `{"query":"{ __typename }","variables":{"v":${'['.repeat(depth * 10)}${']'.repeat(depth * 10)}}}`,
      ])(),
    )
  }
  const wrongHttp = (): BadRequest => {
    const query = questionOf(pick(routes), nothing)
    const body = JSON.stringify({ query })
    const base = post('wrong request', body)
    return pick<() => BadRequest>([
      () => ({ ...base, body: body.slice(0, below(body.length)) }),
      () => ({
        ...base,
        body: pick([
          '',
          '[]',
          '7',
          'null',
          '"x"',
          '{}',
          '[{"query":"{ __typename }"}]',
          '{"query":7}',
          '{"query":null}',
          '{"query":""}',
          '{"query":{"kind":"Document"}}',
          '{"query":"{ __typename }","variables":"x"}',
          '{"query":"{ __typename }","variables":7}',
          '{"query":"{ __typename }","extensions":[]}',
          '{"query":"{ __typename }","operationName":7}',
          '{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"x"}}}',
          'query=x',
          '\u0000',
        ]),
      }),
      () => ({ ...base, body: Buffer.from([0x7b, 0x22, 0x80 + below(0x7f), below(0xff), 0xc3, 0x28]) }),
      () => ({
        ...base,
        headers: {
          'content-type': pick([
            'text/plain',
            'application/xml',
            'multipart/form-data; boundary=x',
            'application/x-www-form-urlencoded',
            'application/json; charset=utf-16',
            'application/json; charset="latin1"',
            'json',
            'application/graphql',
            ';;;',
          ]),
        },
      }),
      () => ({
        ...base,
        headers: { 'content-type': 'application/json', 'content-encoding': pick(['gzip', 'br', 'nothing']) },
      }),
      () => ({
        ...base,
        headers: { ...base.headers, accept: pick(['image/png', 'text/html;q=0', 'multipart/mixed', '*/*;q=x', ',,,']) },
        body: JSON.stringify({ query: '{ nothing }' }),
      }),
      () => ({ ...base, method: 'PUT' }),
      () => ({ ...base, method: 'GET', body: '', path: `/graphql?query=${encodeURIComponent(query)}` }),
      () => ({
        ...base,
        method: 'GET',
        body: '',
        path: `/graphql?${pick(['query=%ff%fe', 'query={', 'query={__typename}&query={__typename}', 'query={__typename}&variables={', 'query={__typename}&variables=[]', 'variables={}', 'query=mutation{x}', 'query=%00', '', 'query'])}`,
      }),
    ])()
  }
  const makers = [malformed, wrongValue, wrongValue, wrongVariable, wrongName, large, wrongHttp]
  return Array.from({ length: count }, (_, index) => (makers[index % makers.length] ?? malformed)())
}

/** Addresses of exports and of single things that something is wrong with: each value of each argument, every field of the filter. */
export function badAddresses(schema: GraphQLSchema, seed: number, count: number): BadRequest[] {
  const random = randomOf(seed)
  for (let skip = 0; skip < 10; skip += 1) random()
  const pick = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One
  const filter = schema.getType('RecommendationFilter')
  const fields = isInputObjectType(filter) ? Object.values(filter.getFields()) : []
  const files = ['csv', 'xlsx', 'json', 'jsonld'].map((name) => `recommendations.${name}`)
  const paths = [
    ...files,
    'graph.graphml',
    'graph.gexf',
    'recommendations.csv-metadata.json',
    'recommendations.pdf',
    '',
  ]
  const value = (): unknown =>
    pick<unknown>([
      ...INJECTIONS,
      -1,
      1e30,
      {},
      [],
      [[]],
      [null],
      true,
      null,
      { a: { b: 1 } },
      'x'.repeat(9_000),
      [MARK],
    ])
  const wrongFilter = (): string =>
    pick([
      () => JSON.stringify({ [pick(fields).name]: value() }),
      () => JSON.stringify({ [pick(fields).name]: [value()] }),
      () => JSON.stringify({ not: { [pick(fields).name]: value() } }),
      () => JSON.stringify({ [pick(INJECTIONS)]: 1 }),
      () => `${'{"not":'.repeat(400)}{}${'}'.repeat(400)}`,
      () => JSON.stringify({ or: Array.from({ length: 300 }, () => ({})) }),
      () => pick([...SNIPPETS, ...INJECTIONS, '[]', '1', 'null', '{"text":', '{"year":{"from":2022,"to":2001}}']),
    ])()
  const wrongOrder = (): string =>
    pick([
      () => JSON.stringify({ field: pick([...INJECTIONS, 'NOTHING']), direction: 'DESC' }),
      () => JSON.stringify({ field: 'DATE', direction: value() }),
      () => pick(['{', '[]', '{}', '"DATE"']),
    ])()
  const parameters: (() => Record<string, string>)[] = [
    () => ({ filter: wrongFilter() }),
    () => ({ filter: wrongFilter(), columns: 'id' }),
    () => ({ orderBy: wrongOrder() }),
    () => ({ columns: pick([...INJECTIONS, 'id,id', ',', 'nothing', 'id,'.repeat(2_000)]) }),
    () => ({ bom: pick([...INJECTIONS, 'yes']) }),
    () => ({ [pick(['fliter', 'first', MARK])]: wrongFilter() }),
  ]
  const request = (kind: string, path: string): BadRequest => ({
    kind,
    method: 'GET',
    path,
    headers: { accept: 'application/json' },
    body: '',
  })
  return Array.from({ length: count }, (_, index) => {
    if (index % 6 === 5) {
      const id = pick([...INJECTIONS, `theme:${pick(INJECTIONS)}`, '', '..', 'x'.repeat(4_000), '%', '%00', '%zz'])
      return request(
        'wrong id',
        `/r/${pick([encodeURIComponent(id.replace('\ud800', '')), id.replace(/[^!-~]|[?#]/g, '')])}`,
      )
    }
    const given = pick(parameters)()
    return request('wrong export', `/export/${pick(paths)}?${new URLSearchParams(given).toString()}`)
  })
}
