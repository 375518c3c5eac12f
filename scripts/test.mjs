// npm test: everything, on a fresh clone too. Closes with the counts on a line of their own.
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, Refusal, root, run } from './prepare.mjs'

try {
  console.log('Followthrough: tests')
  await prepare()
} catch (error) {
  console.error(`\n${error instanceof Refusal ? error.message : error.stack}`)
  console.log('0 passed, 1 failed')
  process.exit(1)
}

const folder = mkdtempSync(join(tmpdir(), 'followthrough-test-'))
const report = join(folder, 'report.json')
const { status } = await run(process.execPath, [
  join(root, 'node_modules', 'vitest', 'vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
])
let line = '0 passed, 1 failed'
if (existsSync(report)) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that fails before its first test counts as one failure.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles
  const skipped = numPendingTests + numTodoTests
  line = `${numPassedTests} passed, ${failed === 0 && status !== 0 ? 1 : failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
rmSync(folder, { recursive: true, force: true })
console.log(line)
process.exit(status === 0 ? 0 : 1)
