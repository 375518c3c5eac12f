/** The product itself, built and started as a person starts it, on a data folder and a port of its own. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROOT } from '../../graph/root.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    /** The link that makes one browser the owner's, as it was printed; it works once. */
    ownerLink: string
    /** The product's data folder: a test that needs a link of its own makes it as `npm run owner` does. */
    dataDir: string
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-e2e-'))
  const server = spawn(process.execPath, [join(ROOT, 'dist', 'server', 'start.js')], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder, PORT: '0', CI: 'true' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { address, ownerLink } = await new Promise<{ address: string; ownerLink: string }>((resolve, reject) => {
    let output = ''
    server.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      const found = /is at (http:\S+)[\s\S]*(http:\S+\/owner\/\S+)\n/.exec(output)
      if (found?.[1] !== undefined && found[2] !== undefined) resolve({ address: found[1], ownerLink: found[2] })
    })
    server.once('exit', (status) => reject(new Error(`The product ended with status ${status}:\n${output}`)))
  })
  project.provide('address', address)
  project.provide('ownerLink', ownerLink)
  project.provide('dataDir', folder)
  return async () => {
    server.removeAllListeners('exit')
    await new Promise((resolve) => {
      server.once('exit', resolve)
      server.kill('SIGTERM')
    })
    await rm(folder, { recursive: true, force: true })
  }
}
