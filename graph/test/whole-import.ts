/** A file taken the whole way for a test, as the command takes it: recognised, read whole, written. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Db } from '../db/index.ts'
import { runChecks } from '../index.ts'
import { recognise } from '../importers/recognise.ts'
import { readerOf } from '../importers/readers.ts'
import { prepareImport, writeImport, type ImportReport, type WriteOptions } from '../importers/recommendations/index.ts'

/** Imports a file; `state` is taken where it names none. Nothing of it stays on disk, whether it went in or failed. */
export async function importFile(
  db: Db,
  path: string,
  { state = null, ...options }: WriteOptions & { readonly state?: string | null } = {},
): Promise<ImportReport> {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-whole-'))
  try {
    const fileName = basename(path)
    const { format } = await recognise(path, fileName)
    const prepared = await prepareImport({
      path,
      format,
      reader: readerOf(format),
      options: { fileName, state, mapping: null, temporaryFolder: folder },
      folder,
    })
    return await writeImport(db, prepared, options)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Whatever offends an invariant of the graph. */
export const offendersIn = async (db: Db): Promise<unknown[]> =>
  (await runChecks(db)).flatMap(({ name, offenders }) => offenders.map((one) => [name, one]))
