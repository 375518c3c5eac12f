/**
 * What an import tells at length, as CSV files beside its spool: a report keeps the first of each, these hold all. Refused
 * rows have a file of their own making (`refused.ts`), since their columns are those of the file they come from.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BufferedFile } from './buffered-file.ts'
import type { DoubtExample, DocumentFigures, Example } from './report.ts'
import type { Outcome, Value } from './plan.ts'
import { csvCell, linesOf } from './refused.ts'

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

/**
 * One list under way. It takes its place when it is closed, and does so only where a line was added. Where the disk has no place for
 * it there is none: it tells of an import and must not end one.
 */
class ListFile {
  readonly #path: string
  readonly #partial: BufferedFile
  readonly #header: string
  #hasBegun = false
  isLost = false

  constructor(folder: string, name: ListName, header: readonly string[]) {
    this.#path = fileOf(folder, name)
    this.#partial = new BufferedFile(`${this.#path}.partial`)
    this.#header = `\uFEFF${header.join(',')}\r\n`
    rmSync(this.#path, { force: true })
  }

  add(values: readonly (string | number | null)[]): void {
    if (this.isLost) return
    const line = `${values.map((value) => (value === null ? '' : csvCell(String(value)))).join(',')}\r\n`
    this.#try(() => this.#partial.add(this.#hasBegun ? line : this.#header + line))
    this.#hasBegun = true
  }

  #try(write: () => void): void {
    try {
      write()
    } catch {
      this.isLost = true
      this.#partial.remove()
    }
  }

  close(): void {
    if (!this.#hasBegun || this.isLost) return
    this.#try(() => this.#partial.flush())
    if (!this.isLost) renameSync(this.#partial.path, this.#path)
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
  readonly #file: BufferedFile

  constructor(folder: string) {
    this.#file = new BufferedFile(join(folder, 'doubts.jsonl'))
  }

  add(doubt: DoubtExample): void {
    this.#file.add(`${JSON.stringify(doubt)}\n`)
  }

  close(): void {
    this.#file.flush()
  }

  async *all(): AsyncGenerator<DoubtExample> {
    if (!existsSync(this.#file.path)) return
    for await (const line of linesOf(this.#file.path)) yield JSON.parse(line) as DoubtExample
  }

  remove(): void {
    this.#file.remove()
  }
}
