import { parse, print, visit, type DefinitionNode, type FragmentDefinitionNode } from 'graphql'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** `API_ADDRESS` names the server that a development page talks to; the built page talks to the one that served it. */
const apiAddress = process.env['API_ADDRESS'] ?? 'http://127.0.0.1:4000'

/** Features whose operations a visitor meets first. */
const FIRST = /^features\/(home|states)\//

/** Leaves the page's operations, each with its fragments, beside the page: the server asks them once when it starts. */
function operations(): Plugin {
  const source = join(root, 'src')
  return {
    name: 'operations',
    apply: 'build',
    generateBundle() {
      const files = (readdirSync(source, { recursive: true }) as string[])
        .filter((name) => name.endsWith('.graphql'))
        .map((name) => name.replaceAll('\\', '/'))
        .map((name) => ({ name, definitions: parse(readFileSync(join(source, name), 'utf8')).definitions }))
      const definitions = files.flatMap((file) => file.definitions)
      const fragments = new Map(
        definitions
          .filter((one): one is FragmentDefinitionNode => one.kind === 'FragmentDefinition')
          .map((one) => [one.name.value, one]),
      )
      const usedBy = (definition: DefinitionNode, used = new Set<FragmentDefinitionNode>()): typeof used => {
        visit(definition, {
          FragmentSpread({ name }) {
            const fragment = fragments.get(name.value)
            if (fragment === undefined || used.has(fragment)) return
            used.add(fragment)
            usedBy(fragment, used)
          },
        })
        return used
      }
      const textsOf = (isFirst: boolean): string[] =>
        files
          .filter(({ name }) => FIRST.test(name) === isFirst)
          .flatMap((file) => file.definitions)
          .filter((one) => one.kind === 'OperationDefinition')
          .map((operation) => [operation, ...usedBy(operation)].map((one) => print(one)).join('\n\n'))
      const text = JSON.stringify({ first: textsOf(true), later: textsOf(false) })
      this.emitFile({ type: 'asset', fileName: 'operations.json', source: text })
    },
  }
}

export default defineConfig({
  root,
  plugins: [svelte(), operations()],
  server: { proxy: { '/graphql': apiAddress, '/import': apiAddress, '/owner': apiAddress } },
  build: {
    outDir: fileURLToPath(new URL('../dist/client', import.meta.url)),
    emptyOutDir: true,
    // Fonts and icons stay files of their own: the page's policy forbids data: addresses for them.
    assetsInlineLimit: 0,
    target: 'es2022',
    // Two pages: the product's, and the query console that the server shows to a browser at /graphql.
    rolldownOptions: {
      input: {
        page: fileURLToPath(new URL('index.html', import.meta.url)),
        console: fileURLToPath(new URL('console/index.html', import.meta.url)),
      },
    },
  },
})
