import { buildSchema, parse, validate } from 'graphql'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../graph/root.ts'
import { EXAMPLES } from './examples.ts'

const schema = buildSchema(readFileSync(join(ROOT, 'server', 'src', 'generated', 'schema.graphql'), 'utf8'))

test('there are ten, from each kind of user', () => {
  expect(EXAMPLES).toHaveLength(10)
  expect(new Set(EXAMPLES.map(({ audience }) => audience))).toEqual(new Set(['researcher', 'advocate', 'analyst']))
})

test.each(EXAMPLES.map((example) => [example.title, example] as const))(
  '%s asks what the API answers',
  (_title, { query }) => {
    expect(validate(schema, parse(query))).toEqual([])
  },
)
