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

const asked = process.argv.slice(2)
// Two runs side by side: each has a database of its own, and what one half waits for leaves the processor to the other.
const runs =
  asked.length > 0
    ? [{ name: null, args: asked }]
    : [
        { name: 'server', args: ['--project=unit', '--project=int'] },
        { name: 'page', args: ['--project=e2e'] },
      ]
const folder = mkdtempSync(join(tmpdir(), 'followthrough-test-'))
const results = await Promise.all(
  runs.map(async ({ name, args }, index) => {
    const report = join(folder, `report-${index}.json`)
    const vitest = [
      join(root, 'node_modules', 'vitest', 'vitest.mjs'),
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ]
    // Both are seen at work, each line saying which half speaks.
    const { status, output } = await run(process.execPath, [...vitest, ...args], {
      env: name !== null && process.stdout.isTTY ? { FORCE_COLOR: '1', ...process.env } : process.env,
      onLine: name === null ? null : (line) => line.trim() !== '' && console.log(`${name.padEnd(6)} │ ${line}`),
    })
    if (output) console.log(output)
    return { status, ...countsOf(report, status) }
  }),
)
rmSync(folder, { recursive: true, force: true })
const sum = (name) => results.reduce((total, one) => total + one[name], 0)
const skipped = sum('skipped')
console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exit(results.every(({ status }) => status === 0) ? 0 : 1)

/** What a run's report counts; a run that failed before it could write one counts as one failure. */
function countsOf(report, status) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 }
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  )
  // A file that fails before its first test counts as one failure.
  const brokenFiles = testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length
  const failed = numFailedTests + brokenFiles
  return {
    passed: numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: numPendingTests + numTodoTests,
  }
}
