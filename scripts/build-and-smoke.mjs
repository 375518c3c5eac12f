// npm run build: everything shippable, then the built copy started once, asked for its page and one answer, and stopped.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'

await prepare()
const folder = mkdtempSync(join(tmpdir(), 'followthrough-build-'))
const server = spawn(process.execPath, [join(root, 'dist', 'server', 'start.js')], {
  cwd: root,
  env: { ...process.env, DATA_DIR: folder, PORT: '0', CI: 'true' },
  stdio: ['ignore', 'pipe', 'inherit'],
})
let output = ''
const address = await new Promise((resolve, reject) => {
  server.stdout.on('data', (data) => {
    output += data
    const found = /is at (http\S+)/.exec(output)
    if (found) resolve(found[1])
  })
  server.on('exit', (status) => reject(new Error(`The built copy ended with status ${status}:\n${output}`)))
})
try {
  const page = await fetch(`${address}/`)
  const answer = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ statistics { recommendationCount } }' }),
  })
  const { data } = await answer.json()
  if (!page.ok || !(await page.text()).includes('<div id="app">')) throw new Error('The built copy serves no page.')
  if (!(data?.statistics?.recommendationCount > 0)) throw new Error('The built copy answers without data.')
  console.log(`  The built copy runs             ${data.statistics.recommendationCount} recommendations served`)
} finally {
  server.removeAllListeners('exit')
  await new Promise((resolve) => {
    server.on('exit', resolve)
    server.kill('SIGTERM')
  })
  rmSync(folder, { recursive: true, force: true })
}
