/** The command `import` and the process in which it and a server import: built for tests, and working on the test's database. */
import { join } from 'node:path'
import { inject } from 'vitest'
import { ROOT } from '../../graph/root.ts'
import { bundle } from '../../scripts/bundle.mjs'
import type { ImporterStart } from '../src/import/importer.ts'

/** Builds both side by side, as the command looks for the process. */
export async function buildImporter(dataDir: string): Promise<ImporterStart & { readonly command: string }> {
  const folder = join(ROOT, 'dist', 'test', 'import')
  const commands = join(ROOT, 'server', 'src', 'cli')
  await bundle(
    ['import.ts', 'importer.ts'].map((name) => join(commands, name)),
    folder,
  )
  const { uri, user, password } = inject('neo4j')
  return {
    command: join(folder, 'import.js'),
    file: join(folder, 'importer.js'),
    environment: { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, DATA_DIR: dataDir },
  }
}
