import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sheetsParts, zipOf } from '../../test/office-files.ts'
import { readerOf } from '../readers.ts'
import { UnreadableFileError } from '../unreadable-file.ts'
import { prepareImport } from './prepare.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followthrough-prepare-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('a file of column names alone is refused in words, and leaves nothing behind', async () => {
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
})

test('a row that is refused after it was read, since its id stands twice, comes whole', async () => {
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
})

test('two sheets of one file are two imports, and one that is not chosen keeps the hash it always had', async () => {
  const path = join(folder, 'book.xlsx')
  const rows = [
    ['Country', 'Body', 'Recommendation text'],
    ['Slovenia', 'CRC', 'Let every child be heard in court'],
  ]
  writeFileSync(path, zipOf(sheetsParts({ One: rows, Two: rows })))
  const mapping = { state: 'Country', mechanism: 'Body', text: 'Recommendation text' }
  const hashOf = async (sheet?: string): Promise<string> => {
    const options = { fileName: 'book.xlsx', state: null, mapping, sheet }
    const own = join(folder, 'import')
    return (await prepareImport({ path, format: 'xlsx', reader: readerOf('xlsx'), options, folder: own })).contentHash
  }
  const before = createHash('sha256')
    .update(JSON.stringify(['xlsx', null, mapping]))
    .update(readFileSync(path))
  expect(await hashOf()).toBe(before.digest('hex'))
  expect(new Set([await hashOf(), await hashOf('One'), await hashOf('Two')]).size).toBe(3)
})
