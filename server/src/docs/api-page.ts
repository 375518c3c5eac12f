/** `docs/api.md`: the one page an analyst reads, written from the schema, the limits, the codes and the examples themselves. */
import {
  buildSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  astFromValue,
  print,
  type GraphQLArgument,
  type GraphQLField,
} from 'graphql'
import { MAX_FIRST } from '../cypher/connections.ts'
import { ERROR_CODES } from '../errors.ts'
import { LIMIT_WORDS, LIMITS, type Limit } from '../schema/limits.ts'

export type ApiPageSource = {
  /** The printed schema. */
  readonly schema: string
  /** Title, audience, query and variables of each example, in order. */
  readonly examples: readonly {
    readonly title: string
    readonly audience: string
    readonly query: string
    readonly variables: Readonly<Record<string, unknown>>
  }[]
  /** The same question in several languages: name, as a code block names it, and text. */
  readonly programs: readonly { readonly name: string; readonly language: string; readonly text: string }[]
}

/** A description in one line, fit for a cell of a table. */
const line = (text: string | null | undefined): string =>
  (text ?? '').replace(/\s+/g, ' ').replaceAll('|', '\\|').trim()
const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
const block = (language: string, text: string): string => `\`\`\`${language}\n${text.trim()}\n\`\`\``

function argumentOf({ name, type, defaultValue }: GraphQLArgument): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type)
  return code(`${name}: ${String(type)}${value ? ` = ${print(value)}` : ''}`)
}
const rowOf = (field: GraphQLField<unknown, unknown>): string[] => [
  code(field.name),
  field.args.map(argumentOf).join('<br>'),
  code(String(field.type)),
  line(field.description ?? getNamedType(field.type).description),
]

/** The page as Markdown. */
export function renderApiPage({ schema: text, examples, programs }: ApiPageSource): string {
  const schema = buildSchema(text)
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  const isById = ({ args, type }: GraphQLField<unknown, unknown>): boolean =>
    args.length === 1 && args[0]?.name === 'id' && !isNonNullType(type)
  const isList = ({ type }: GraphQLField<unknown, unknown>): boolean => getNamedType(type).name.endsWith('Connection')
  const others = fields.filter((field) => !isById(field) && !isList(field))
  const filter = schema.getType('RecommendationFilter')
  const order = schema.getType('RecommendationOrderField')
  const names = ['statement', 'statementMs', 'bodyBytes', 'bodyMs'] as const
  const limits = Object.entries(LIMIT_WORDS).map(([limit, [name, meaning]]) => [
    name,
    LIMITS[limit as Limit].toLocaleString('en'),
    meaning,
    names.some((one) => one === limit) ? '' : code(limit),
  ])

  return `${[
    '<!-- Written by `npm run codegen` from the schema, the limits, the error codes and docs/examples. Do not edit. -->',
    '# The API',
    'Every question about the graph in one request: `POST /graphql` with `{"query": "…", "variables": {…}}`. This page is the ' +
      'whole of it; every type and field is described in the schema itself, which `/graphql` shows in a browser.',
    '## Addresses',
    table(
      ['address', 'what'],
      [
        [
          '`/graphql`',
          'GraphQL over HTTP by `POST`; by `GET ?query=` with a header such as `apollo-require-preflight: yes`. A browser that opens it gets the query console, which works without internet. One operation a request; introspection is on.',
        ],
        [
          '`/export/…`',
          'The same filter as a file: CSV, Excel, JSON, JSON-LD, GraphML, GEXF ([exports.md](exports.md)).',
        ],
        [
          '`/r/{id}`',
          'One thing by its id: a browser is led to its page, a program given its data ([exports.md](exports.md)). It stays, so it is what to cite.',
        ],
        ['`/import`', 'Files into the graph, for the owner of the installation ([import.md](import.md)).'],
        ['`/healthz`, `/readyz`', '200 when the process lives, and when it can answer; otherwise 503 and the reason.'],
        ['`/`', 'The page for people.'],
      ],
    ),
    'Answers come as `application/json` with status 200, whatever became of the question; a client that accepts ' +
      '`application/graphql-response+json` gets 400 for one that was not run. Every answer carries `x-request-id`. Pages of other ' +
      'sites cannot read from this server: no header of CORS is ever sent.',
    '## Ten questions',
    ...examples.flatMap(({ title, audience, query, variables }, index) => [
      `### ${index + 1}. ${title}`,
      `For ${audience === 'researcher' ? 'a' : 'an'} ${audience}.`,
      block('graphql', query),
      ...(Object.keys(variables).length === 0 ? [] : ['Variables:', block('json', JSON.stringify(variables))]),
    ]),
    '## The same question from programs',
    'Each asks what was asked of Cambodia on the registration of births, and turns the pages. `FOLLOWTHROUGH_URL` says where the server is.',
    ...programs.flatMap(({ name, language, text: program }) => [`### ${name}`, block(language, program)]),
    '## What can be asked',
    'One thing by its id (`type:key`, such as `theme:education`) or by the key alone; null where the graph holds none:',
    fields
      .filter(isById)
      .map(({ name }) => code(name))
      .join(', ') + '.',
    'Lists, in pages:',
    table(
      ['field', 'arguments', 'gives', 'meaning'],
      fields.filter((field) => !isById(field) && isList(field)).map(rowOf),
    ),
    'Everything else:',
    table(['field', 'arguments', 'gives', 'meaning'], others.map(rowOf)),
    '## Filters',
    line(filter?.description),
    'A list means any of its values, several fields mean all of them; `and`, `or` and `not` nest. Fields take whole ids or bare keys.',
    'A suggestion never counts as a fact: by default only facts and what a person has confirmed are looked at. ' +
      '`includeSuggestions: true` adds what is proposed (a body by its mandate, a tag or a link by the machine); `has` and `lacks` ' +
      'look for facts whatever it says, but for their values that begin with `SUGGESTED_`. In answers `isSuggestion` tells the two apart.',
    table(
      ['field', 'type', 'meaning'],
      isInputObjectType(filter)
        ? Object.values(filter.getFields()).map((field) => [
            code(field.name),
            code(String(field.type)),
            line(field.description),
          ])
        : [],
    ),
    'The words that `has`, `lacks`, facets and matrices take:',
    table(
      ['of', 'word', 'meaning'],
      ['Linked', 'FacetField', 'MatrixAxis'].flatMap((name) => {
        const type = schema.getType(name)
        return isEnumType(type)
          ? type.getValues().map((value) => [code(name), code(value.name), line(value.description)])
          : []
      }),
    ),
    '## Order and pages',
    table(
      ['order', 'meaning'],
      isEnumType(order) ? order.getValues().map(({ name, description }) => [code(name), line(description)]) : [],
    ),
    `Lists are Relay connections: \`first\` is 1 to ${MAX_FIRST} unless a field says otherwise, \`after\` takes the \`endCursor\` of the page before, and ` +
      '`pageInfo.hasNextPage` says whether there is one. Cursors are opaque and belong to one filter and order. `totalCount` counts over all pages.',
    '## Deciding',
    'The API changes one thing alone, what a person decides on a suggestion, and for the owner alone (`FORBIDDEN` otherwise): ' +
      'a cookie tells the owner, and [import.md](import.md) says how a program gets it.',
    table(
      ['mutation', 'arguments', 'gives', 'meaning'],
      Object.values(schema.getMutationType()?.getFields() ?? {}).map(rowOf),
    ),
    '## Limits',
    'A question beyond one of these is refused with the code `LIMIT_EXCEEDED`, the limit, its value and what was asked.',
    table(
      ['limit', 'value', 'counts'],
      limits.map((row) => row.slice(0, 3)),
    ),
    'Estimated rows are what the database would read: a page counts its `first`, a list some five, and what stands in lists is ' +
      'multiplied; a `totalCount` counts 20, a facet 300, a search 200, a matrix 1,600 with all of it (`server/src/schema/cost.ts`). Clients other than the machine itself may ask as often as `RATE_LIMIT` says (600 requests a minute).',
    '## Errors',
    'An error has a `message` that names the place and what was expected, and in `extensions` a `code` and the `requestId`.',
    table(
      ['code', 'meaning'],
      Object.entries(ERROR_CODES).map(([name, meaning]) => [code(name), meaning]),
    ),
    '## Keeping answers',
    'Nothing says how long an answer holds: the graph changes when somebody imports or decides. `statistics { importRuns { finishedAt } }` ' +
      'tells when it last changed by an import; with `ANSWER_CACHE=on` the server itself keeps answers until the graph changes.',
    '## Citing',
    'Every file from `/export/…` carries its citation: query, day, count and version ([exports.md](exports.md)).',
    'Cite the source of a fact, not this server: `sources { citation url }` stands on every thing, and `symbol` and `paragraph` on a ' +
      'recommendation. For a count, say with it the question, its `totalCount`, the day, `statistics { softwareVersion }` and ' +
      '`importRuns { importer contentHash }`; where documents are held in part (`coverage`), say that too.',
  ].join('\n\n')}\n`
}
