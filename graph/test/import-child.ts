/**
 * An importer in a process of its own, for tests that kill it: connection (JSON), file, folder, and after how many batches it
 * kills itself without warning, the next being under way (0: never).
 */
import { connect, type Connection } from '../db/index.ts'
import { prepareImport, writeImport } from '../importers/recommendations/index.ts'
import { readJsonLines } from './json-lines.ts'

const [connection = '', path = '', folder = '', batches = '0'] = process.argv.slice(2)
const db = connect(JSON.parse(connection) as Connection)
const prepared = await prepareImport({
  path,
  format: 'uhri-json',
  reader: readJsonLines,
  options: { fileName: 'rows', state: null, mapping: null },
  folder,
})
let written = 0
const report = await writeImport(db, prepared, {
  batchSize: 30,
  today: '2031-07-01',
  onProgress: () => {
    written += 1
    if (written === Number(batches)) process.kill(process.pid, 'SIGKILL')
  },
})
process.stdout.write(JSON.stringify(report.counts))
await db.close()
