/** A text file of an import's own that grows line by line: written in pieces, so that a row costs no call of the system. */
import { appendFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { explainDisk } from './spool.ts'

/** Characters kept before they are written. */
const BUFFERED = 65_536

export class BufferedFile {
  readonly path: string
  #buffer = ''

  /** Takes away what an earlier reading left there. */
  constructor(path: string) {
    this.path = path
    this.remove()
  }

  /** Throws LaunchError on a full disk. */
  add(text: string): void {
    this.#buffer += text
    if (this.#buffer.length > BUFFERED) this.flush()
  }

  /** Writes what is kept; makes no file where nothing was added. Throws LaunchError on a full disk. */
  flush(): void {
    if (this.#buffer === '') return
    const text = this.#buffer
    this.#buffer = ''
    try {
      appendFileSync(this.path, text, { mode: 0o600 })
    } catch (error) {
      throw explainDisk(error, dirname(this.path))
    }
  }

  remove(): void {
    rmSync(this.path, { force: true })
  }
}
