/**
 * What an import tells at length, as CSV files beside its spool: a report keeps the first of each, these hold all. Refused
 * rows have a file of their own making (`refused.ts`), since their columns are those of the file they come from.
 */
import { appendFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DoubtExample, DocumentFigures, Example } from './report.ts'
import type { Outcome, Value } from './plan.ts'
import { csvCell, linesOf } from './refused.ts'
import { explainDisk } from './spool.ts'

export const LISTS = ['refused', 'doubts', 'changes', 'documents'] as const
export type ListName = (typeof LISTS)[number]
/** Where each list stands; null where there is nothing in it. */
export type ListFiles = Readonly<Record<ListName, string | null>>

export const NO_LISTS: ListFiles = { refused: null, doubts: null, changes: null, documents: null }

const fileOf = (folder: string, name: ListName): string => join(folder, `${name}.csv`)

/** The lists that stand in the folder of an import. */
export const listsIn = (folder: string): ListFiles =>
  Object.fromEntries(
    LISTS.map((name) => [name, existsSync(fileOf(folder, name)) ? fileOf(folder, name) : null]),
  ) as Record<ListName, string | null>

/** Characters kept before they are written. */
const BUFFERED = 65_536

/**
 * One list under way. It takes its place when it is closed, and does so only where a line was added. Where the disk has no place for
 * it there is none: it tells of an import and must not end one.
 */
class ListFile {
  readonly #folder: string
  readonly #path: string
  readonly #partial: string
  readonly #header: string
  #buffer = ''
  #hasBegun = false
  isLost = false

  constructor(folder: string, name: ListName, header: readonly string[]) {
    this.#folder = folder
    this.#path = fileOf(folder, name)
    this.#partial = `${this.#path}.partial`
    this.#header = `\uFEFF${header.join(',')}\r\n`
    for (const file of [this.#path, this.#partial]) rmSync(file, { force: true })
  }

  add(values: readonly (string | number | null)[]): void {
    if (this.isLost) return
    this.#buffer += `${values.map((value) => (value === null ? '' : csvCell(String(value)))).join(',')}\r\n`
    if (this.#buffer.length > BUFFERED) this.#flush()
  }

  #flush(): void {
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
      appendFileSync(this.#partial, this.#hasBegun ? this.#buffer : this.#header + this.#buffer, { mode: 0o600 })
      this.#hasBegun = true
    } catch {
      this.isLost = true
      rmSync(this.#partial, { force: true })
    }
    this.#buffer = ''
  }

  close(): void {
    if (this.#buffer !== '') this.#flush()
    if (this.#hasBegun && !this.isLost) renameSync(this.#partial, this.#path)
    this.#hasBegun = false
  }
}

const wordsOf = (value: Value): string =>
  value === null ? '' : Array.isArray(value) ? value.join('; ') : String(value as string | number | boolean)

const positionsOf = (positions: DocumentFigures['positionsInFile']): string =>
  Object.entries(positions)
    .map(([position, count]) => `${position} ${count}`)
    .join('; ')

/** Every doubt, every recommendation that is not as it was, every document, of one comparison or writing; replaces those of the one before. */
export class Lists {
  readonly #doubts: ListFile
  readonly #changes: ListFile
  readonly #documents: ListFile

  private constructor(folder: string) {
    this.#doubts = new ListFile(folder, 'doubts', ['sheet', 'row', 'doubt'])
    this.#changes = new ListFile(folder, 'changes', [
      'outcome',
      'id',
      'row',
      'rows',
      'document',
      'paragraph',
      'text',
      'field',
      'before',
      'after',
    ])
    this.#documents = new ListFile(folder, 'documents', [
      'document',
      'name',
      'in_file',
      'positions_in_file',
      'in_graph',
      'positions_in_graph',
    ])
  }

  /** `doubts`: those of reading, which every comparison begins with. */
  static async open(folder: string, doubts: DoubtsOfReading): Promise<Lists> {
    const lists = new Lists(folder)
    for await (const doubt of doubts.all()) lists.doubt(doubt)
    return lists
  }

  doubt({ sheet, row, doubt }: DoubtExample): void {
    this.#doubts.add([sheet, row === 0 ? null : row, doubt])
  }

  /** A line for each property that changes, one where none is known. */
  change(outcome: Exclude<Outcome, 'unchanged'> | 'gone', rows: number, example: Example): void {
    const { id, row, symbol, paragraph, text, fields } = example
    const place = [outcome, id, row === 0 ? null : row, rows, symbol, paragraph, text]
    if (fields.length === 0) this.#changes.add([...place, null, null, null])
    for (const { field, now, then } of fields) this.#changes.add([...place, field, wordsOf(now), wordsOf(then)])
  }

  document({ id, name, inFile, inGraph, positionsInFile, positionsInGraph }: DocumentFigures): void {
    this.#documents.add([id, name, inFile, positionsOf(positionsInFile), inGraph, positionsOf(positionsInGraph)])
  }

  /** Puts the lists in their place. Returns those that the disk had no place for. */
  close(): ListName[] {
    const lists = { doubts: this.#doubts, changes: this.#changes, documents: this.#documents } as const
    for (const list of Object.values(lists)) list.close()
    return LISTS.filter((name) => name !== 'refused' && lists[name].isLost)
  }
}

/** Doubts that reading found, on disk: a damaged file may have one in every row. */
export class DoubtsOfReading {
  readonly #folder: string
  readonly #path: string
  #buffer = ''

  constructor(folder: string) {
    this.#folder = folder
    this.#path = join(folder, 'doubts.jsonl')
    this.remove()
  }

  add(doubt: DoubtExample): void {
    this.#buffer += `${JSON.stringify(doubt)}\n`
    if (this.#buffer.length > BUFFERED) this.#flush()
  }

  #flush(): void {
    try {
      appendFileSync(this.#path, this.#buffer, { mode: 0o600 })
    } catch (error) {
      throw explainDisk(error, this.#folder)
    }
    this.#buffer = ''
  }

  close(): void {
    if (this.#buffer !== '') this.#flush()
  }

  async *all(): AsyncGenerator<DoubtExample> {
    if (!existsSync(this.#path)) return
    for await (const line of linesOf(this.#path)) yield JSON.parse(line) as DoubtExample
  }

  remove(): void {
    rmSync(this.#path, { force: true })
  }
}
