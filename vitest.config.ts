import { defineConfig } from 'vitest/config'
import { textFiles } from './scripts/text-files.mjs'

/** The suffix of a test file decides where it runs: alone, against real Neo4j, or in a real browser. */
export default defineConfig({
  plugins: [textFiles()],
  // Apollo loads graphql as Node does; Vite would take its other build, and two graphqls refuse each other's schemas.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{graph,server,client,scripts}/**/*.test.{ts,mjs}'],
          exclude: ['**/*.int.test.ts', '**/*.e2e.test.ts', '**/node_modules/**', 'dist/**'],
          // What is pure needs no process of its own for each file: loading the same modules again took half the time.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'int',
          include: ['{graph,server}/**/*.int.test.ts'],
          globalSetup: ['graph/test/neo4j.setup.ts'],
          // One database: files take turns, each building what it needs.
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['client/e2e/**/*.e2e.test.ts'],
          globalSetup: ['client/e2e/product.setup.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 240_000,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
