// Builds everything shippable into dist/: one file per command of the server, and the page.
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { build as vite } from 'vite'
import { bundle } from './bundle.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const commands = join(root, 'server', 'src', 'cli')

/** The server and its commands. */
export const buildServer = () =>
  bundle(
    readdirSync(commands)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(commands, name)),
    join(root, 'dist', 'server'),
  )

export async function buildClient() {
  await vite({ configFile: join(root, 'client', 'vite.config.ts'), logLevel: 'warn' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now()
  await buildServer()
  if (existsSync(join(root, 'client', 'index.html'))) await buildClient()
  console.log(`Built server and page in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
