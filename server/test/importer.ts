/** The process in which a server imports, built for tests, and working on the test's database. */
import { join } from 'node:path'
import { build } from 'esbuild'
import { inject } from 'vitest'
import { ROOT } from '../../graph/root.ts'
import type { ImporterStart } from '../src/import/importer.ts'

export async function buildImporter(dataDir: string): Promise<ImporterStart> {
  const file = join(ROOT, 'dist', 'test', 'importer.mjs')
  await build({
    absWorkingDir: ROOT,
    entryPoints: [join(ROOT, 'server', 'src', 'cli', 'importer.ts')],
    outfile: file,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    loader: { '.cypher': 'text' },
  })
  const { uri, user, password } = inject('neo4j')
  return { file, environment: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, DATA_DIR: dataDir } }
}
