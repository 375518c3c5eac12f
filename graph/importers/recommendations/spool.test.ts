import { closeSync, existsSync, fstatSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Spool, type SpooledRow } from './spool.ts'

const row = (documentKey: string): SpooledRow => ({ documentKey }) as SpooledRow

test('a spool that is removed after it was closed leaves what the process opened since alone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-spool-'))
  const spool = new Spool(join(folder, 'spool'))
  for (let index = 0; index < 40; index += 1) spool.add(row(`document-${index}`))
  spool.close()
  // The numbers that the spool's files had are given to these.
  const opened = Array.from({ length: 60 }, (_, index) => openSync(join(folder, String(index)), 'w'))
  const keys: string[] = []
  for await (const batch of spool.batches(7)) keys.push(...batch.map(({ documentKey }) => documentKey))
  spool.remove()
  spool.remove()
  for (const file of opened) {
    expect(fstatSync(file).isFile()).toBe(true)
    closeSync(file)
  }
  expect(new Set(keys).size).toBe(40)
  expect(existsSync(spool.folder)).toBe(false)
  rmSync(folder, { recursive: true })
})
