// npm run COMMAND: prepares what is stale, then runs the built command in this process.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { prepare, Refusal, root } from './prepare.mjs'

const [command = 'start', ...rest] = process.argv.slice(2)
try {
  if (command === 'start') console.log('Followthrough')
  // What a command prints on standard output is its answer alone.
  await prepare({ stream: command === 'start' ? process.stdout : process.stderr })
} catch (error) {
  console.error(`\n${error instanceof Refusal ? error.message : error.stack}`)
  process.exit(2)
}
const file = join(root, 'dist', 'server', `${command}.js`)
if (!existsSync(file)) {
  console.error(`There is no command "${command}".`)
  process.exit(2)
}
process.argv = [process.argv[0], file, ...rest]
await import(pathToFileURL(file).href)
