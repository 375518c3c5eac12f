import { svelte } from '@sveltejs/vite-plugin-svelte'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const root = fileURLToPath(new URL('.', import.meta.url))

/** `API_ADDRESS` names the server that a development page talks to; the built page talks to the one that served it. */
const apiAddress = process.env['API_ADDRESS'] ?? 'http://127.0.0.1:4000'

export default defineConfig({
  root,
  plugins: [svelte()],
  server: { proxy: { '/graphql': apiAddress } },
  build: {
    outDir: fileURLToPath(new URL('../dist/client', import.meta.url)),
    emptyOutDir: true,
    // Fonts and icons stay files of their own: the page's policy forbids data: addresses for them.
    assetsInlineLimit: 0,
    target: 'es2022',
    // Two pages: the product's, and the query console that the server shows to a browser at /graphql.
    rollupOptions: { input: [`${root}index.html`, `${root}console/index.html`] },
  },
})
