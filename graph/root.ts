/** Where the checkout is, whether this code runs from its source or from the built copy in dist/. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

function findRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (
      existsSync(manifest) &&
      (JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string }).name === 'followthrough'
    ) {
      return folder
    }
  }
  throw new Error('No folder above this file holds the package.json of followthrough: run it from inside a checkout.')
}

export const ROOT = findRoot()

/** The product's version as package.json states it. */
export const PRODUCT_VERSION = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string })
  .version
