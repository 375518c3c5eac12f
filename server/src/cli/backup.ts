/** `npm run backup`: the whole graph into a folder. Exit status 0 done, 1 done with things left out, 2 could not run. */
import { LaunchError } from '../../../graph/engine/index.ts'
import { backUp, countIn, isEmpty } from '../../../graph/index.ts'
import { readConfig } from '../config.ts'
import { fromDriver } from '../errors.ts'
import { readFolderArguments } from '../launch/folder-arguments.ts'
import { openGraph } from '../launch/graph.ts'
import { bar, explain, Stages } from '../launch/stages.ts'

const HELP = `npm run backup -- DIR [options]

Writes everything the graph holds to the folder DIR, which is made: built-in data, imports and their history, decisions,
assessments. It reads like any other reader, so that a server goes on. npm run restore -- DIR brings it back, on another
machine, into another Neo4j or by a newer version too. DIR comes into being complete or not at all.

  --force   replace the backup that is there, once the new one is whole
  --json    one JSON object on standard output
  --help    this text

Not in it: who is the owner, the layouts of spreadsheets that were kept, and investigations, which lie in browsers.
The files are neither encrypted nor signed: keep them where only those look who may see the graph.
Attaches to a server that runs on the same DATA_DIR, else starts the database for its own time.
Exit status: 0 done, 1 done but the database holds what is not Followthrough's, left out; 2 could not run, and nothing was written.`

async function run(): Promise<number> {
  const options = readFolderArguments('backup', 'force')
  if (options === null) {
    console.log(HELP)
    return 0
  }
  const { folder, isFlagged: isForced, isJson } = options
  const leaving = new AbortController()
  const leave = (): void => leaving.abort(new LaunchError('Interrupted; nothing was written.'))
  process.once('SIGINT', leave)
  process.once('SIGTERM', leave)
  // Progress goes to standard error, so that a program reads nothing but the answer.
  const stages = new Stages(process.stderr)
  const graph = await openGraph(readConfig(), { stages, isServer: false })
  try {
    if (await isEmpty(graph.db))
      throw new LaunchError('The graph is empty: there is nothing to back up. Check DATA_DIR or NEO4J_URI.')
    const { manifest, leftOut } = await stages.run('Backing up', (show) =>
      backUp(graph.db, folder, {
        isForced,
        signal: leaving.signal,
        onProgress: (done, total) => show(bar(done, total)),
      }),
    )
    const strange = leftOut.nodes + leftOut.relationships
    if (isJson) console.log(JSON.stringify({ folder, ...manifest, leftOut }))
    else {
      console.log(`${countIn(manifest).toLocaleString('en')} nodes and relationships in ${folder}.`)
      if (strange > 0)
        console.log(
          `  Left out: ${leftOut.nodes} nodes and ${leftOut.relationships} relationships that are not Followthrough's. npm run check names them.`,
        )
      console.log(`  Bring it back with: npm run restore -- ${folder}`)
    }
    return strange > 0 ? 1 : 0
  } catch (error) {
    if (leaving.signal.aborted) throw leaving.signal.reason
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new LaunchError('The disk is full. Free some space and back up again; nothing was written.')
    const known = fromDriver(error)
    throw known === null ? error : new LaunchError(`${known.message} Nothing was written.`)
  } finally {
    await graph.close()
  }
}

run()
  .catch((error: unknown) => {
    console.error(explain(error))
    return 2
  })
  .then((status) => process.exit(status))
