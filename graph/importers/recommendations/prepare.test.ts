import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readerOf } from '../readers.ts'
import { UnreadableFileError } from '../unreadable-file.ts'
import { prepareImport } from './prepare.ts'

test('a file of column names alone is refused in words, and leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-prepare-'))
  try {
    const path = join(folder, 'sheet.csv')
    writeFileSync(path, 'Country,Body,Recommendation text\n')
    const own = join(folder, 'import')
    const reading = prepareImport({
      path,
      format: 'csv',
      reader: readerOf('csv'),
      options: {
        fileName: 'sheet.csv',
        state: null,
        mapping: { state: 'Country', mechanism: 'Body', text: 'Recommendation text' },
      },
      folder: own,
    })
    await expect(reading).rejects.toThrow(UnreadableFileError)
    await expect(reading).rejects.toThrow(/^sheet\.csv: not one row or record/)
    expect(readdirSync(own)).toEqual([])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
