/** Damaged files taken the whole way: each goes in whole, or leaves the graph as it was. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Db } from '../../db/index.ts'
import { damagedFiles } from '../../test/damaged-files.ts'
import { empty, openTestDb } from '../../test/database.ts'
import { digestOfGraph } from '../../test/digest.ts'
import { withFile } from '../../test/read-items.ts'
import { importFile, offendersIn } from '../../test/whole-import.ts'
import { UnreadableFileError } from '../unreadable-file.ts'
import { listRuns } from './index.ts'

vi.setConfig({ testTimeout: 600_000, hookTimeout: 120_000 })

let db: Db
beforeAll(async () => {
  db = await openTestDb()
  await empty(db)
})
afterAll(() => db.close())

test('60 damaged files: no half import, and every row is accounted for', async () => {
  let refused = 0
  for (const { format, way, content } of damagedFiles({ count: 60, seed: 3 })) {
    const before = await digestOfGraph(db)
    try {
      const { counts } = await withFile(content, (path) => importFile(db, path, { state: 'KHM', scope: 'part' }))
      const { read, changed, unchanged, merged, skipped } = counts
      expect([format, way, read]).toEqual([
        format,
        way,
        counts.new + changed + unchanged + merged + counts.refused + skipped,
      ])
    } catch (error) {
      refused += 1
      if (!(error instanceof UnreadableFileError)) throw new Error(`${format}, ${way}`, { cause: error })
      expect(await digestOfGraph(db)).toBe(before)
    }
  }
  expect(refused).toBeGreaterThan(10)
  expect((await listRuns(db)).filter(({ status }) => status !== 'DONE')).toEqual([])
  expect(await offendersIn(db)).toEqual([])
})
