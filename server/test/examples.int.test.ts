/** What the documentation shows is what the server answers: the ten questions, and one question from four languages. */
import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseExample } from '../../docs/examples/example.ts'
import type { Db } from '../../graph/db/index.ts'
import { ROOT } from '../../graph/root.ts'
import { rowsOf, valuesOf } from './built-in.ts'
import { loadCambodia, openTestDb } from './harness.ts'
import { ask, closeAll, runOverHttp, type Running } from './over-http.ts'

const FOLDER = join(ROOT, 'docs', 'examples')
const read = (name: string): string => readFileSync(join(FOLDER, name), 'utf8')
const examples = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => parseExample(read(name), name))
/** A Python with `gql`: `.ci/run` installs one. */
const python = process.env['TEST_PYTHON']
const run = promisify(execFile)

let db: Db
let running: Running
let environment: NodeJS.ProcessEnv
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  running = await runOverHttp({ db })
  environment = { ...process.env, FOLLOWTHROUGH_URL: `http://127.0.0.1:${running.port}` }
})
afterAll(async () => {
  await closeAll()
  await db.close()
})

/** Values at the end of an answer, those of empty lists and nulls apart. */
const countValues = (value: unknown): number =>
  value === null || value === undefined
    ? 0
    : typeof value === 'object'
      ? Object.values(value).reduce<number>((sum, one) => sum + countValues(one), 0)
      : 1

describe('the ten questions', () => {
  test.each(examples.map((example) => [example.title, example] as const))(
    '%s',
    async (_title, { query, variables }) => {
      const { body } = await ask(running, query, { variables })
      const { data, errors } = JSON.parse(body) as { data: unknown; errors?: unknown }
      expect(errors).toBeUndefined()
      expect(countValues(data)).toBeGreaterThan(3)
    },
  )
})

describe('the same question from programs', () => {
  const expected = rowsOf('recommendations')
    .filter(({ themes }) => valuesOf(themes).includes('birth-registration-nationality'))
    .map(({ id }) => `recommendation:${String(id)}`)
    .sort()
  const idsOf = (printed: string): string[] =>
    printed
      .trim()
      .split('\n')
      .map((line) => line.split('\t')[0] ?? '')
      .sort()

  test('JavaScript prints a line for each', async () => {
    const { stdout } = await run(process.execPath, [join(FOLDER, 'ask.mjs')], { env: environment })
    expect(idsOf(stdout)).toEqual(expected)
  })
  test.skipIf(process.platform === 'win32')('curl prints the answer as it comes', async () => {
    const { stdout } = await run('sh', [join(FOLDER, 'ask.sh')], { env: environment })
    const { data } = JSON.parse(stdout) as { data: { recommendations: { edges: { node: { id: string } }[] } } }
    expect(data.recommendations.edges.map(({ node }) => node.id).sort()).toEqual(expected)
  })
  test.skipIf(python === undefined)('Python prints the same lines as JavaScript', async () => {
    const printed = await Promise.all([
      run(python ?? '', [join(FOLDER, 'ask.py')], { env: environment }),
      run(process.execPath, [join(FOLDER, 'ask.mjs')], { env: environment }),
    ])
    expect(printed[0].stdout).toBe(printed[1].stdout)
  })
  test('R, which is not run here, asks in the same words', () => {
    const queryOf = (name: string): string | undefined =>
      /query Asked\([^`"]*/.exec(read(name))?.[0].replace(/\s+/g, ' ').trim()
    expect(queryOf('ask.mjs')).toMatch(/^query Asked\(\$filter/)
    expect([queryOf('ask.R'), queryOf('ask.py'), queryOf('ask.sh')]).toEqual(Array(3).fill(queryOf('ask.mjs')))
  })
})
