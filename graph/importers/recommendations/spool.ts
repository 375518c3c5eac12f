/**
 * Rows on disk between reading and writing, so that a file of any length is read whole before anything is written and no
 * more than a part of it is in memory.
 *
 * Rows of one document lie in one bucket: matching, what is gone, and the links between paragraphs never look past a document.
 */
import { appendFileSync, closeSync, createReadStream, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LaunchError } from '../../engine/errors.ts'
import type { ReadLink, ReadRecommendation, ReadThing } from '../records.ts'

/** Files that the rows of an import are divided among. */
export const BUCKETS = 256
/** Characters kept of a bucket before they are written: 256 buckets hold 8 MB at most. */
const BUFFERED = 32_768

/** A row as it waits on disk: what was read, the document it belongs to, and the hash of its wording. */
export type SpooledRow = Omit<ReadRecommendation, 'document'> & {
  readonly documentKey: string
  readonly hash: string
  /** Recommendation that the crosswalk names for this row. */
  readonly crosswalkId: string | null
}

/** Things and links of our own export that lead to recommendations anywhere. */
export type Afterwards = { readonly things: readonly ReadThing[]; readonly links: readonly ReadLink[] }

/** FNV-1a: quick, and spreads keys that differ in their last letters. */
function bucketOf(key: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193)
  return (hash >>> 0) % BUCKETS
}

/** A full disk or a folder that cannot be written to, in words. */
export function explainDisk(error: unknown, folder: string): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new LaunchError(
      `The disk that holds ${folder} is full. Nothing was written to the graph. Free some space, or set DATA_DIR to a folder on another disk, and import again.`,
      { cause: error },
    )
  if (code === 'EFBIG')
    return new LaunchError(
      `A file in ${folder} would be larger than the system allows (EFBIG). Nothing was written to the graph. Raise the limit (ulimit -f), or set DATA_DIR to a folder on a disk that takes larger files, and import again.`,
      { cause: error },
    )
  if (code === 'EACCES' || code === 'EROFS' || code === 'EPERM')
    return new LaunchError(
      `The folder ${folder} cannot be written to (${code}). Set DATA_DIR to a folder you may write to.`,
      {
        cause: error,
      },
    )
  return error
}

export class Spool {
  readonly folder: string
  readonly #buffers: string[] = Array.from({ length: BUCKETS }, () => '')
  readonly #counts: number[] = Array.from({ length: BUCKETS }, () => 0)
  readonly #files = new Map<number, number>()
  #afterwards = ''
  hasAfterwards = false

  /** Makes the folder anew: what an earlier reading left in it is thrown away. Throws LaunchError on a full disk. */
  constructor(folder: string) {
    this.folder = folder
    this.#onDisk(() => {
      rmSync(folder, { recursive: true, force: true })
      mkdirSync(folder, { recursive: true, mode: 0o700 })
    })
  }

  #onDisk<Result>(work: () => Result): Result {
    try {
      return work()
    } catch (error) {
      throw explainDisk(error, this.folder)
    }
  }

  #pathOf(bucket: number): string {
    return join(this.folder, `${bucket}.jsonl`)
  }

  add(row: SpooledRow): void {
    const bucket = bucketOf(row.documentKey)
    const text = `${this.#buffers[bucket] ?? ''}${JSON.stringify(row)}\n`
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1
    this.#buffers[bucket] = text
    if (text.length > BUFFERED) this.#flush(bucket)
  }

  #flush(bucket: number): void {
    const text = this.#buffers[bucket] ?? ''
    if (text === '') return
    this.#buffers[bucket] = ''
    this.#onDisk(() => {
      const file = this.#files.get(bucket) ?? openSync(this.#pathOf(bucket), 'a', 0o600)
      this.#files.set(bucket, file)
      const bytes = Buffer.from(text)
      let written = 0
      while (written < bytes.length) written += writeSync(file, bytes, written)
    })
  }

  /** Keeps what can be written only when all recommendations are there. */
  addAfterwards(one: Afterwards): void {
    this.hasAfterwards = true
    this.#afterwards += `${JSON.stringify(one)}\n`
    if (this.#afterwards.length > BUFFERED) this.#flushAfterwards()
  }

  #flushAfterwards(): void {
    const text = this.#afterwards
    this.#afterwards = ''
    if (text !== '') this.#onDisk(() => appendFileSync(join(this.folder, 'afterwards.jsonl'), text, { mode: 0o600 }))
  }

  /** What was kept, some at a time, in the order it was added. */
  async *afterwards(size: number): AsyncGenerator<Afterwards[]> {
    if (!this.hasAfterwards) return
    let batch: Afterwards[] = []
    let rest = ''
    for await (const chunk of createReadStream(join(this.folder, 'afterwards.jsonl'), 'utf8')) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        batch.push(JSON.parse(line) as Afterwards)
        if (batch.length < size) continue
        yield batch
        batch = []
      }
    }
    if (batch.length > 0) yield batch
  }

  /** Everything has been added. Throws LaunchError on a full disk. */
  close(): void {
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) this.#flush(bucket)
    this.#flushAfterwards()
    // Each once: a number that was closed belongs to the next file or socket that the process opens.
    for (const [bucket, file] of this.#files) {
      this.#files.delete(bucket)
      this.#onDisk(() => closeSync(file))
    }
  }

  /** Closes and removes everything: the reading failed, or the rows are in the graph. */
  remove(): void {
    for (const [bucket, file] of this.#files) {
      this.#files.delete(bucket)
      try {
        closeSync(file)
      } catch {
        // The reading failed; what it could not write is no matter any more.
      }
    }
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** One bucket is read at once: it holds a 256th of the file. Split at \n alone, since a text may hold other line ends. */
  async #rowsOf(bucket: number): Promise<SpooledRow[]> {
    const text = await readFile(this.#pathOf(bucket), 'utf8')
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as SpooledRow)
  }

  /** Rows in batches of whole documents, `size` rows or a little more where documents are many, more for a single larger one. */
  async *batches(size: number): AsyncGenerator<SpooledRow[]> {
    let batch: SpooledRow[] = []
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
      if (this.#counts[bucket] === 0) continue
      const byDocument = new Map<string, SpooledRow[]>()
      for (const row of await this.#rowsOf(bucket)) {
        const rows = byDocument.get(row.documentKey)
        if (rows === undefined) byDocument.set(row.documentKey, [row])
        else rows.push(row)
      }
      for (const rows of byDocument.values()) {
        if (batch.length > 0 && batch.length + rows.length > size) {
          yield batch
          batch = []
        }
        batch = batch.length === 0 ? rows : batch.concat(rows)
      }
    }
    if (batch.length > 0) yield batch
  }
}
