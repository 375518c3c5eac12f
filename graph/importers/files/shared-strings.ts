/**
 * The shared strings of a workbook: every text of its cells once, by number. A sheet of 300,000 UN paragraphs has some
 * 200 MB of them, so what goes beyond a bound is laid down in a file and read back block by block.
 */
import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Texts up to so many bytes together stay in memory. */
const IN_MEMORY_BYTES = 16 * 1024 * 1024
const BLOCK_BYTES = 256 * 1024
/** Short texts met again and again (States, labels) are kept by number. */
const KEPT = 20_000

export class SharedStrings {
  readonly #temporaryFolder: string
  /** Where each text ends, counted from the beginning of all; text n begins where n - 1 ends. */
  #ends = new Float64Array(1024)
  #count = 0
  #bytes = 0
  #pending: Buffer[] = []
  #pendingBytes = 0
  #file: { readonly folder: string; readonly descriptor: number } | null = null
  #memory: Buffer | null = null
  #block = { start: -1, bytes: Buffer.alloc(0) }
  readonly #kept = new Map<number, string>()

  constructor(temporaryFolder: string = tmpdir()) {
    this.#temporaryFolder = temporaryFolder
  }

  get count(): number {
    return this.#count
  }

  /** Adds the next text. A full disk is the system's own error (ENOSPC). */
  add(text: string): void {
    const bytes = Buffer.from(text)
    if (this.#count === this.#ends.length) {
      const wider = new Float64Array(this.#ends.length * 2)
      wider.set(this.#ends)
      this.#ends = wider
    }
    this.#bytes += bytes.length
    this.#ends[this.#count] = this.#bytes
    this.#count += 1
    this.#pending.push(bytes)
    this.#pendingBytes += bytes.length
    if (this.#pendingBytes > IN_MEMORY_BYTES) this.#layDown()
  }

  #layDown(): void {
    if (this.#file === null) {
      const folder = mkdtempSync(join(this.#temporaryFolder, 'followthrough-strings-'))
      this.#file = { folder, descriptor: openSync(join(folder, 'strings'), 'w+', 0o600) }
    }
    for (const bytes of this.#pending)
      for (let done = 0; done < bytes.length;) done += writeSync(this.#file.descriptor, bytes, done)
    this.#pending = []
    this.#pendingBytes = 0
  }

  /** Text by its number, or null where there is none. All texts are added before the first is asked for. */
  get(index: number): string | null {
    const end = this.#ends[index]
    if (!Number.isInteger(index) || index < 0 || index >= this.#count || end === undefined) return null
    const known = this.#kept.get(index)
    if (known !== undefined) return known
    const start = index === 0 ? 0 : (this.#ends[index - 1] ?? 0)
    const text = this.#slice(start, end)
    if (text.length <= 100) {
      if (this.#kept.size >= KEPT) this.#kept.clear()
      this.#kept.set(index, text)
    }
    return text
  }

  #slice(start: number, end: number): string {
    if (this.#file === null) {
      this.#memory ??= Buffer.concat(this.#pending)
      return this.#memory.toString('utf8', start, end)
    }
    if (this.#pendingBytes > 0) this.#layDown()
    if (start < this.#block.start || end > this.#block.start + this.#block.bytes.length || this.#block.start < 0) {
      // Sheets ask for texts in the order of the list, so a block serves many cells.
      const bytes = Buffer.alloc(Math.max(BLOCK_BYTES, end - start))
      const length = readSync(this.#file.descriptor, bytes, 0, bytes.length, start)
      this.#block = { start, bytes: bytes.subarray(0, length) }
    }
    return this.#block.bytes.toString('utf8', start - this.#block.start, end - this.#block.start)
  }

  close(): void {
    if (this.#file === null) return
    closeSync(this.#file.descriptor)
    rmSync(this.#file.folder, { recursive: true, force: true })
    this.#file = null
  }
}
