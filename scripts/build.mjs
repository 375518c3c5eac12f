// Builds everything shippable into dist/: one file per command of the server, and the page.
import { existsSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { build as esbuild } from 'esbuild'
import { build as vite } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))
const commands = join(root, 'server', 'src', 'cli')

/** The server and its commands; packages stay where npm put them. */
export async function buildServer() {
  await esbuild({
    absWorkingDir: root,
    entryPoints: readdirSync(commands)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => join(commands, name)),
    outdir: join(root, 'dist', 'server'),
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    loader: { '.cypher': 'text', '.graphql': 'text' },
    logLevel: 'warning',
  })
}

export async function buildClient() {
  await vite({ configFile: join(root, 'client', 'vite.config.ts'), logLevel: 'warn' })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = Date.now()
  await buildServer()
  if (existsSync(join(root, 'client', 'index.html'))) await buildClient()
  console.log(`Built server and page in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
