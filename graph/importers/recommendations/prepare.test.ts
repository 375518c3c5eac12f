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

test('a row that is refused after it was read, since its id stands twice, comes whole', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'followthrough-prepare-'))
  try {
    const path = join(folder, 'uhri.json')
    const AnnotationId = '11111111-2222-4333-8444-555555555555'
    const record = (Symbol: string) => ({
      AnnotationId,
      Body: '- CRC',
      Countries: ['Cambodia'],
      Symbol,
      Text: 'Open it.',
    })
    writeFileSync(path, JSON.stringify([record('CRC/C/KHM/CO/2'), record('CRC/C/KHM/CO/4-6')]))
    const { refused, rows } = await prepareImport({
      path,
      format: 'uhri-json',
      reader: readerOf('uhri-json'),
      options: { fileName: 'uhri.json', state: null, mapping: null },
      folder: join(folder, 'import'),
    })
    expect(rows).toBe(1)
    expect(refused).toMatchObject([
      { place: { row: 2 }, cells: { Text: 'Open it.', 'Document Symbol': 'CRC/C/KHM/CO/4-6' } },
    ])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
