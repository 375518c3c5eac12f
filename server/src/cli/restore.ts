/** `npm run restore`: a backup into the graph. Exit status 0 done, 2 could not run. */
import { LaunchError } from '../../../graph/engine/index.ts'
import { countIn, readBackup, restore } from '../../../graph/index.ts'
import { readConfig } from '../config.ts'
import { fromDriver } from '../errors.ts'
import { readFolderArguments } from '../launch/folder-arguments.ts'
import { openGraph } from '../launch/graph.ts'
import { bar, explain, Stages } from '../launch/stages.ts'

const HELP = `npm run restore -- DIR [options]

Makes the graph what npm run backup wrote to DIR. The backup is read whole first: one that is damaged, or of a newer version,
changes nothing. What is cut off later is completed by the same command, and nothing else opens the graph until then.

  --replace   the graph holds something: take it out first (what is not Followthrough's stays, but for its ties to what is)
  --json      one JSON object on standard output
  --help      this text

A server on the same DATA_DIR must be stopped first; with NEO4J_URI, stop every server on that database yourself.
Exit status: 0 done, 2 could not run.`

async function run(): Promise<void> {
  const options = readFolderArguments('restore', 'replace')
  if (options === null) return console.log(HELP)
  const { folder, isFlagged: isReplacing, isJson } = options
  // Progress goes to standard error, so that a program reads nothing but the answer.
  const stages = new Stages(process.stderr)
  const manifest = await stages.run('Reading the backup', (show) =>
    readBackup(folder, (done, total) => show(bar(done, total))),
  )
  // As a server: nobody else may look into the folder meanwhile.
  const graph = await openGraph(readConfig(), { stages, isServer: true, isRestoring: true })
  const stopping = new AbortController()
  const stop = (): void =>
    stopping.abort(new LaunchError('Stopped. If writing had begun, the same command completes it.'))
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  try {
    await stages.run('Writing the graph', (show) =>
      restore(graph.db, folder, manifest, {
        isReplacing,
        signal: stopping.signal,
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
