/** How much one request may ask: the values, and the words for them. `admission.ts` holds questions to them. */

/** Every limit of a question; `docs/api.md` lists them with the meanings below. */
export const LIMITS = {
  tokens: 6_000,
  nesting: 60,
  depth: 16,
  rootFields: 12,
  fields: 1_500,
  aliases: 500,
  fragments: 100,
  directives: 100,
  conditions: 100,
  cost: 50_000,
  variables: 10_000,
  variableNesting: 20,
  statement: 200_000,
  statementMs: 20_000,
  bodyBytes: 1_000_000,
  bodyMs: 10_000,
} as const

export type Limit = keyof typeof LIMITS

/** What each limit counts, in the words of a refusal (first) and of the documentation. */
export const LIMIT_WORDS: Readonly<Record<Limit, readonly [name: string, meaning: string]>> = {
  tokens: ['tokens', 'names, values and signs in the text of the query'],
  nesting: ['nested brackets', 'brackets of any kind that stand in each other, fragments opened'],
  depth: ['depth', 'fields below each other, fragments opened'],
  rootFields: ['root fields', 'fields of Query, aliases and introspection included: each is one statement'],
  fields: ['fields', 'fields in all, fragments opened wherever they are spread'],
  aliases: ['aliases', 'fields under another name, fragments opened'],
  fragments: ['fragments', 'fragments defined'],
  directives: ['directives', '`@include` and `@skip`, fragments opened'],
  conditions: [
    'conditions',
    'filters inside `and`, `or` and `not`, and other input objects, in the query and in its variables',
  ],
  cost: ['estimated rows', 'rows that the database would read: pages and lists multiplied, counts and facets priced'],
  variables: ['values in the variables', 'numbers, texts and other values, those in lists included'],
  variableNesting: ['nesting of the variables', 'lists and objects that stand in each other'],
  statement: ['length of a statement', 'characters of Cypher that one root field comes to'],
  statementMs: ['time', 'milliseconds that one statement may run before the database ends it'],
  bodyBytes: ['size of the request', 'bytes of the body'],
  bodyMs: ['time of sending', 'milliseconds within which the body has to arrive'],
}
