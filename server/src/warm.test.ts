import { expect, test } from 'vitest'
import { createSchema } from './schema/executable.ts'
import { variablesFor } from './warm.ts'

const schema = createSchema()
const samples = { state: 'state:KHM', recommendation: 'recommendation:a', theme: 'theme:b', governmentBody: 'body:c' }

test.each<[string, Record<string, unknown> | null]>([
  ['query ($state: ID!) { state(id: $state) { id } }', { state: 'state:KHM' }],
  ['query ($id: ID!) { governmentBody(id: $id) { id } }', { id: 'body:c' }],
  ['query ($ids: [ID!]!) { subgraph(ids: $ids) { unknownIds } }', { ids: ['theme:b'] }],
  [
    'query ($filter: RecommendationFilter, $first: Int!, $after: String) { recommendations(filter: $filter, first: $first, after: $after) { totalCount } }',
    { filter: { states: ['state:KHM'] }, first: 20 },
  ],
  ['query ($text: String!) { search(text: $text) { totalCount } }', { text: 'education' }],
  ['query ($on: Date!) { deadlines(from: $on) { totalCount } }', null],
  ['query ($is: Boolean!) { states @include(if: $is) { totalCount } }', { is: false }],
])('%s', (query, variables) => {
  expect(variablesFor(query, schema, samples)).toEqual(variables)
})
