/** The rows that were refused, as CSV: what is wrong in front, the row as it was printed behind, so that it can be corrected and imported alone. */
import { appendFileSync, createReadStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { guard } from '../../text/index.ts'
import type { RefusedRow } from '../records.ts'
import { BufferedFile } from './buffered-file.ts'
import { explainDisk } from './spool.ts'

/** Our columns; `row`, `reason` and the like are left alone by every reader. */
const COLUMNS = [
  'refused_file',
  'refused_sheet',
  'refused_row',
  'refused_column',
  'refused_value',
  'refused_reason',
] as const
const OURS: ReadonlySet<string> = new Set(COLUMNS)

/** A cell of a CSV file, guarded as those of our exports; a reader that finds these columns takes the guard off (`files/tables.ts`). */
export const csvCell = (value: string): string => {
  const safe = guard(value)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Lines of a file, ended by \n alone: a text may hold other line ends, at which readline would cut. */
export async function* linesOf(path: string): AsyncGenerator<string> {
  let rest = ''
  for await (const chunk of createReadStream(path, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Gathers refused rows on disk; the header is known at the end, since rows may come with different columns. */
export class RefusedFile {
  readonly path: string
  readonly #partial: BufferedFile
  readonly #folder: string
  readonly #headers: string[] = []
  count = 0

  constructor(folder: string) {
    this.#folder = folder
    this.path = join(folder, 'refused.csv')
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    this.#partial = new BufferedFile(join(folder, 'refused.jsonl'))
    this.remove()
  }

  add(row: RefusedRow): void {
    this.count += 1
    // A list of refused rows, imported again, has our columns already.
    for (const header of Object.keys(row.cells ?? {}))
      if (!this.#headers.includes(header) && !OURS.has(header)) this.#headers.push(header)
    this.#partial.add(`${JSON.stringify(row)}\n`)
  }

  /** Writes the CSV file, where a row was refused. Throws LaunchError on a full disk. */
  async close(): Promise<void> {
    if (this.count === 0) return
    this.#partial.flush()
    const whole = `${this.path}.partial`
    rmSync(whole, { force: true })
    try {
      appendFileSync(whole, `\uFEFF${[...COLUMNS, ...this.#headers].map(csvCell).join(',')}\r\n`, { mode: 0o600 })
      let lines = ''
      for await (const line of linesOf(this.#partial.path)) {
        const { place, column, value, reason, cells = {} } = JSON.parse(line) as RefusedRow
        const ours = [place.file, place.sheet ?? '', String(place.row), column ?? '', value, reason]
        lines += `${[...ours, ...this.#headers.map((header) => cells[header] ?? '')].map(csvCell).join(',')}\r\n`
        if (lines.length > 1 << 20) {
          appendFileSync(whole, lines)
          lines = ''
        }
      }
      appendFileSync(whole, lines)
    } catch (error) {
      throw explainDisk(error, this.#folder)
    }
    renameSync(whole, this.path)
    this.#partial.remove()
  }

  remove(): void {
    this.#partial.remove()
    for (const file of [this.path, `${this.path}.partial`]) rmSync(file, { force: true })
  }
}
