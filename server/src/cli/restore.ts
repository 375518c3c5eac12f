/** `npm run restore`: a backup into the graph. Exit status 0 done, 2 could not run. */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { LaunchError } from '../../../graph/engine/index.ts'
import { countIn, readBackup, restore } from '../../../graph/index.ts'
import { readConfig } from '../config.ts'
import { fromDriver } from '../errors.ts'
import { openGraph } from '../launch/graph.ts'
import { bar, explain, Stages } from '../launch/stages.ts'

const HELP = `npm run restore -- DIR [options]

Makes the graph what npm run backup wrote to DIR. The backup is read whole first: one that is damaged, or of a newer version,
changes nothing. What is cut off later is completed by the same command, and nothing else opens the graph until then.

  --replace   the graph holds something: take it out first (what is not Followthrough's stays)
  --json      one JSON object on standard output
  --help      this text

A server on the same DATA_DIR must be stopped first.
Exit status: 0 done, 2 could not run.`

type Options = { readonly folder: string; readonly isReplacing: boolean; readonly isJson: boolean }

/** The arguments, or null where the help was asked for. Throws LaunchError naming what is wrong. */
function readArguments(args: readonly string[]): Options | null {
  let parsed
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        replace: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    throw new LaunchError(`${(error as Error).message} See --help.`)
  }
  const { values, positionals } = parsed
  if (values.help) return null
  const [folder, ...more] = positionals
  if (folder === undefined || more.length > 0)
    throw new LaunchError(`${positionals.length} folders are named. Expected one: npm run restore -- DIR; see --help.`)
  return {
    folder: resolve(process.env['INIT_CWD'] ?? process.cwd(), folder),
    isReplacing: values.replace,
    isJson: values.json,
  }
}

async function run(): Promise<void> {
  const options = readArguments(process.argv.slice(2))
  if (options === null) return console.log(HELP)
  const { folder, isReplacing, isJson } = options
  // Progress goes to standard error, so that a program reads nothing but the answer.
  const stages = new Stages(process.stderr)
  const manifest = await stages.run('Reading the backup', (show) =>
    readBackup(folder, (done, total) => show(bar(done, total))),
  )
  // As a server: nobody else may look into the folder meanwhile.
  const graph = await openGraph(readConfig(), { stages, isServer: true, isRestoring: true })
  const stop = (): void => {
    console.error('\nStopped. If writing had begun, the same command completes it.')
    void graph.close().finally(() => process.exit(2))
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await stages.run('Writing the graph', (show) =>
      restore(graph.db, folder, manifest, {
        isReplacing,
        onProgress: (done, total) => show(bar(done, total)),
      }),
    )
    if (isJson) console.log(JSON.stringify({ folder, ...manifest }))
    else
      console.log(
        `${countIn(manifest).toLocaleString('en')} nodes and relationships of the backup of ${manifest.takenAt} are in the graph.`,
      )
  } catch (error) {
    const known = fromDriver(error)
    throw known === null
      ? error
      : new LaunchError(`${known.message} If writing had begun, the same command completes it.`)
  } finally {
    await graph.close()
  }
}

run()
  .then(() => process.exit(0))
  .catch((error: unknown) => {
    console.error(explain(error))
    process.exit(2)
  })
