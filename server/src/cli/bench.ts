/** `npm run bench`: what is fast and what is not, as ratios measured side by side in one run. */
import { parseArgs } from 'node:util'
import { LaunchError } from '../../../graph/engine/index.ts'
import { benchApi } from '../../bench/api.ts'
import { QUESTIONS } from '../../bench/questions.ts'
import { serve } from '../../bench/serve.ts'
import { explain, Stages } from '../launch/stages.ts'

const HELP = `npm run bench -- api [--scale N] [--rounds N] [--only Q1,Q4] [--keep DIR] [--json]
  This API, the peer (@neo4j/graphql) and hand-written Cypher over HTTP, on a seeded graph of 41,000 recommendations; with
  --scale 7 also on one of 287,000. Starts an engine of its own. The peer is installed when the bench first runs.
  With --keep the graphs stay in a folder for the next run.
  With REAL_DATA_DIR set the recommendations carry real texts.`

function count(name: string, given: string, most: number): number {
  const value = Number(given)
  if (!Number.isInteger(value) || value < 1 || value > most)
    throw new LaunchError(`--${name} is "${given}". Expected a whole number from 1 to ${most}.`)
  return value
}

async function bench(): Promise<number> {
  const [what, ...rest] = process.argv.slice(2)
  if (what === 'serve') {
    await serve(rest[0] ?? '')
    return await new Promise(() => {})
  }
  if (what !== 'api') {
    console.log(HELP)
    return what === undefined || what === '--help' ? 0 : 2
  }
  const { values } = parseArgs({
    args: rest,
    options: {
      scale: { type: 'string', default: '1' },
      rounds: { type: 'string', default: '5' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      keep: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    console.log(HELP)
    return 0
  }
  const only = values.only?.split(',') ?? null
  const unknown = only?.find((name) => !QUESTIONS.some((question) => question.name === name))
  if (unknown !== undefined)
    throw new LaunchError(
      `--only names "${unknown}". Expected some of ${QUESTIONS.map(({ name }) => name).join(', ')}, separated by commas.`,
    )
  const scale = count('scale', values.scale, 10)
  await benchApi(
    {
      scales: scale === 1 ? [1] : [1, scale],
      rounds: count('rounds', values.rounds, 50),
      only,
      isJson: values.json,
      keep: values.keep ?? null,
    },
    new Stages(process.stderr),
  )
  return 0
}

bench()
  .catch((error: unknown) => {
    console.error(explain(error))
    return 2
  })
  .then((status) => process.exit(status))
