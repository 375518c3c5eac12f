/** The process in which `npm start` and `npm run import` import: a server goes on answering readers, and memory is bounded. Started by them alone. */
import { serveImports } from '../import/importing.ts'

if (process.send === undefined) {
  console.error(
    'This is the process in which the server imports; it is started by the server. To import a file: npm run import.',
  )
  process.exit(2)
}
await serveImports()
