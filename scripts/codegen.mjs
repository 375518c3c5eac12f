// Writes what is generated; with --check, fails when it is stale and leaves the files as they are.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { prepare, root, run } from './prepare.mjs'

// Bundles TypeScript, so it is loaded once prepare has installed what bundles.
const writeApiPage = async () => (await import('./api-docs.mjs')).writeApiPage()

const files = [
  'server/src/generated/schema.graphql',
  'server/src/generated/resolvers.ts',
  'client/src/generated/graphql.ts',
  'docs/api.md',
]
const read = () => files.map((file) => readFileSync(join(root, file), 'utf8'))
await prepare({ build: false })
const isCheck = process.argv.includes('--check')
const before = isCheck ? read() : []
const { status } = await run(
  process.execPath,
  [join(root, 'node_modules', '@graphql-codegen', 'cli', 'cjs', 'bin.js'), '--config', 'codegen.yml'],
  { quiet: false },
)
if (status !== 0) process.exit(status)
await writeApiPage()
if (isCheck) {
  const after = read()
  const stale = files.filter((_file, index) => before[index] !== after[index])
  // Those that are not stale are left alone: a file that was touched has the product built anew.
  for (const file of stale) writeFileSync(join(root, file), before[files.indexOf(file)])
  if (stale.length > 0) {
    console.error(`Stale: ${stale.join(', ')}. Run: npm run codegen`)
    process.exit(1)
  }
}
