/** `npm run check`: the invariants of the graph; exit status 0 healthy, 1 offenders found, 2 could not run. */
import { runChecks } from '../../../graph/index.ts'
import { readConfig } from '../config.ts'
import { openGraph } from '../launch/graph.ts'
import { explain, Stages } from '../launch/stages.ts'

const HELP = `npm run check -- [--json]

Runs the invariants of the graph and prints what offends them. Attaches to a server that runs on the same DATA_DIR,
else starts the database for its own time.

  --json   one JSON object on standard output
  --help   this text

Exit status: 0 healthy, 1 offenders found, 2 could not run.`

async function check(): Promise<number> {
  const unknown = process.argv.slice(2).filter((argument) => !['--json', '--help'].includes(argument))
  if (process.argv.includes('--help')) {
    console.log(HELP)
    return 0
  }
  if (unknown.length > 0) {
    console.error(`Unknown argument ${unknown.join(' ')}. Expected --json or --help.`)
    return 2
  }
  const isJson = process.argv.includes('--json')
  // Progress goes to standard error, so that a program reads nothing but the answer.
  const stages = new Stages(process.stderr)
  const graph = await openGraph(readConfig(), { stages, isServer: false })
  try {
    const results = await runChecks(graph.db)
    const count = results.reduce((sum, { offenders }) => sum + offenders.length, 0)
    if (isJson) console.log(JSON.stringify({ healthy: count === 0, checks: results }))
    else {
      for (const { name, description, offenders } of results) {
        console.log(`${offenders.length === 0 ? 'ok  ' : 'BAD '} ${name}: ${description}`)
        for (const { id, problem } of offenders) console.log(`       ${id}: ${problem}`)
      }
      console.log(count === 0 ? 'The graph is healthy.' : `${count} offenders found.`)
    }
    return count === 0 ? 0 : 1
  } finally {
    await graph.close()
  }
}

check()
  .catch((error: unknown) => {
    console.error(explain(error))
    return 2
  })
  .then((status) => process.exit(status))
