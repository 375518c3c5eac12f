/** `npm run owner`: a new link that makes one browser the owner's, for a server that runs already. */
import { parseArgs } from 'node:util'
import { DataFolder, LaunchError } from '../../../graph/engine/index.ts'
import { readConfig } from '../config.ts'
import { Owner } from '../http/owner.ts'
import { addressOf } from '../launch/listen.ts'
import { explain } from '../launch/stages.ts'

const HELP = `npm run owner -- [--sign-out] [--json]

Prints a link to be opened once, within a day: it makes that browser the owner's for a month, who may import files and change
things. Links printed before are worth nothing from then on; npm start prints one too. A program keeps the cookie instead:
  curl -s -o /dev/null -c owner.cookies LINK

  --sign-out   forget every browser and program that was the owner's
  --json       one JSON object on standard output
  --help       this text

Exit status: 0 done, 2 could not run.`

async function run(): Promise<void> {
  let values
  try {
    ;({ values } = parseArgs({
      options: {
        'sign-out': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }))
  } catch (error) {
    throw new LaunchError(`${error instanceof Error ? error.message : String(error)} Try --help.`)
  }
  if (values.help) return console.log(HELP)
  const { dataDir, host, port, neo4j } = readConfig()
  const owner = new Owner(dataDir)
  if (values['sign-out']) {
    owner.leave('all')
    return console.log(values.json ? '{"sessions":0}' : 'No browser is the owner’s any more.')
  }
  const running = await new DataFolder(dataDir).findOwner()
  // A server on a Neo4j of the user's own claims no folder: it is where the settings say.
  const address = running?.address ?? (neo4j === null ? null : addressOf(host, port))
  if (address === null)
    throw new LaunchError(
      `No server runs on the data folder ${dataDir}. Start it with npm start, which prints a link of its own, or set DATA_DIR to its folder.`,
    )
  const link = owner.link(address)
  console.log(values.json ? JSON.stringify({ link }) : `Open this once in your browser: ${link}`)
}

run().catch((error: unknown) => {
  console.error(explain(error))
  process.exitCode = 2
})
