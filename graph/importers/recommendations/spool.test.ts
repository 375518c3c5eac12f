import {
  closeSync,
  existsSync,
  fstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LaunchError } from '../../engine/errors.ts'
import { readerOf } from '../readers.ts'
import { prepareImport } from './prepare.ts'
import { BUCKETS, Spool, type SpooledRow } from './spool.ts'

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

// The system's own file that is always full: what a full disk answers comes from the kernel, and nobody has to be root.
test.skipIf(!existsSync('/dev/full'))(
  'a full disk ends the reading with a message, and leaves nothing behind',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'followthrough-full-'))
    try {
      const path = join(folder, 'sheet.csv')
      const rows = Array.from(
        { length: 50 },
        (_, index) =>
          `Slovenia,CRC,CRC/C/SVN/CO/9,${index + 1},Give child number ${index} a person who stays,2031-02-03`,
      )
      writeFileSync(
        path,
        `Country,Body,Document symbol,Paragraph,Recommendation text,Date of publication\n${rows.join('\n')}\n`,
      )
      const own = join(folder, 'import')
      const reading = prepareImport({
        path,
        format: 'csv',
        reader: async function* (file, options) {
          for (let bucket = 0; bucket < BUCKETS; bucket += 1)
            symlinkSync('/dev/full', join(own, 'spool', `${bucket}.jsonl`))
          yield* readerOf('csv')(file, options)
        },
        options: {
          fileName: 'sheet.csv',
          state: null,
          mapping: {
            state: 'Country',
            mechanism: 'Body',
            symbol: 'Document symbol',
            paragraph: 'Paragraph',
            text: 'Recommendation text',
          },
        },
        folder: own,
      })
      await expect(reading).rejects.toThrow(LaunchError)
      await expect(reading).rejects.toThrow(/^The disk that holds .* is full\. Nothing was written to the graph\./)
      expect(readdirSync(own)).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
