// npm run dev: the server restarted when its code changes, the page with hot reload, generated files kept fresh.
import { spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { prepare, root } from './prepare.mjs'
import { buildServer } from './build.mjs'

await prepare()
const port = process.env.PORT ?? '4000'
let server = null
let isStopping = false
const startServer = () => {
  server = spawn(process.execPath, [join(root, 'dist', 'server', 'start.js')], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PORT: port, CI: 'true' },
  })
}
const stopServer = () =>
  new Promise((resolve) => {
    if (server === null || server.exitCode !== null) return resolve()
    server.on('exit', resolve)
    server.kill('SIGTERM')
  })
startServer()
const bin = (...path) => join(root, 'node_modules', ...path)
const children = [
  spawn(process.execPath, [bin('vite', 'bin', 'vite.js'), '--config', 'client/vite.config.ts'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, API_ADDRESS: `http://127.0.0.1:${port}` },
  }),
  spawn(process.execPath, [bin('@graphql-codegen', 'cli', 'cjs', 'bin.js'), '--config', 'codegen.yml', '--watch'], {
    cwd: root,
    stdio: 'ignore',
  }),
]
let timer = null
for (const folder of ['graph', 'server/src']) {
  watch(join(root, folder), { recursive: true }, (_event, name) => {
    if (name?.includes('generated')) return
    clearTimeout(timer)
    timer = setTimeout(async () => {
      try {
        await buildServer()
        await stopServer()
        if (!isStopping) startServer()
      } catch {
        console.error('The server was not restarted: see the errors above.')
      }
    }, 200)
  })
}
const stop = async () => {
  isStopping = true
  for (const child of children) child.kill('SIGTERM')
  await stopServer()
  process.exit(0)
}
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
