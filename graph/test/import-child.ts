/**
 * An importer in a process of its own, for tests that kill it: connection (JSON), file, folder, after how many statements of the
 * writing it kills itself without warning (0: never), and how many milliseconds later, while that one is under way.
 */
import { connect, type Connection } from '../db/index.ts'
import { prepareImport, writeImport } from '../importers/recommendations/index.ts'
import { readJsonLines } from './json-lines.ts'

const [connection = '', path = '', folder = '', statements = '0', delayMs = '0'] = process.argv.slice(2)
const db = connect(JSON.parse(connection) as Connection)
const prepared = await prepareImport({
  path,
  format: 'uhri-json',
  reader: readJsonLines,
  options: { fileName: 'rows', state: null, mapping: null },
  folder,
})
let sent = 0
db.onStatement(() => {
  sent += 1
  if (sent === Number(statements)) setTimeout(() => process.kill(process.pid, 'SIGKILL'), Number(delayMs))
})
const report = await writeImport(db, prepared, { batchSize: 30, today: '2031-07-01' })
process.stdout.write(JSON.stringify(report.counts))
await db.close()
