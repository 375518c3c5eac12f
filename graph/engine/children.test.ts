import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { isAlive } from './data-folder.ts'

let folder = ''
let program = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-children-'))
  program = join(folder, 'program.mjs')
  await build({
    stdin: {
      contents: `
        import { spawn } from 'node:child_process'
        import { endWithProcess } from './children.ts'
        const start = () => {
          const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: ['ignore', 'inherit', 'ignore'] })
          endWithProcess(child)
          return child
        }
        const [first, second] = [start(), start()]
        if (process.argv[2] === 'listens') process.on('SIGTERM', () => console.log('heard'))
        if (process.argv[2] === 'leaves') setTimeout(() => process.exit(3), 50)
        console.log([first.pid, second.pid].join())
        setInterval(() => {}, 1000)`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function started(...args: string[]) {
  const parent = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]()
  const line = async (): Promise<string> => String((await lines.next()).value)
  // They write to the same pipe, which closes with the last of them.
  const allGone = once(parent, 'close')
  return { parent, line, allGone, children: (await line()).split(',').map(Number) }
}

test.each(['SIGINT', 'SIGTERM'] as const)('children end with a process that %s ends', async (signal) => {
  const { parent, allGone, children } = await started()
  expect(children.every((pid) => isAlive(pid))).toBe(true)
  parent.kill(signal)
  expect(await once(parent, 'exit')).toEqual([null, signal])
  await allGone
})

test('children end with a process that leaves by itself', async () => {
  const { parent, allGone } = await started('leaves')
  expect(await once(parent, 'exit')).toEqual([3, null])
  await allGone
})

test('who listens to the signal decides', async () => {
  const { parent, line, allGone, children } = await started('listens')
  parent.kill('SIGTERM')
  expect(await line()).toBe('heard')
  expect(children.every((pid) => isAlive(pid))).toBe(true)
  parent.kill('SIGINT')
  await once(parent, 'exit')
  await allGone
})
