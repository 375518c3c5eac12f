// What runs in a process of its own, made one file or a few that share: the server's commands, and what tests start.
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Bundles files of the repository into a folder of it, each under its own name; packages stay where npm put them. */
export async function bundle(entryPoints, outdir) {
  await build({
    absWorkingDir: fileURLToPath(new URL('..', import.meta.url)),
    entryPoints,
    outdir,
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
