// Writes docs/api.md from the printed schema, the server's own limits and codes, and docs/examples.
import { build } from 'esbuild'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './prepare.mjs'

const PROGRAMS = [
  ['curl', 'sh', 'ask.sh'],
  ['Python, with gql', 'python', 'ask.py'],
  ['R, with httr2', 'r', 'ask.R'],
  ['JavaScript, with fetch', 'js', 'ask.mjs'],
]

/** A TypeScript module of ours, bundled where its packages are found. */
async function load(path, name) {
  const outfile = join(root, 'node_modules', `.followthrough-${name}.mjs`)
  await build({
    entryPoints: [join(root, path)],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    logLevel: 'warning',
    loader: { '.cypher': 'text', '.graphql': 'text' },
  })
  return import(`${pathToFileURL(outfile).href}?${Date.now()}`)
}

export async function writeApiPage() {
  const { renderApiPage } = await load('server/src/docs/api-page.ts', 'api-page')
  const { parseExample } = await load('docs/examples/example.ts', 'example')
  const folder = join(root, 'docs', 'examples')
  const read = (name) => readFileSync(join(folder, name), 'utf8')
  const page = renderApiPage({
    schema: readFileSync(join(root, 'server', 'src', 'generated', 'schema.graphql'), 'utf8'),
    examples: readdirSync(folder)
      .filter((name) => name.endsWith('.graphql'))
      .sort()
      .map((name) => parseExample(read(name), name)),
    programs: PROGRAMS.map(([name, language, file]) => ({ name, language, text: read(file) })),
  })
  writeFileSync(join(root, 'docs', 'api.md'), page)
}
