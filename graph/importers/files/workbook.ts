/** Rows of a sheet of an XLSX workbook as it streams by: one row in memory, shared strings bounded. */
import type { OnShare } from '../records.ts'
import { dateOfSerial, type Epoch } from '../understanding/dates.ts'
import { unreadable } from '../unreadable-file.ts'
import { SharedStrings } from './shared-strings.ts'
import { walkXml } from './xml.ts'
import { openZip, type Zip } from './zip.ts'

export type SheetRow = {
  readonly row: number
  /** Values as text: dates as ISO 8601, numbers in plain decimals, truth as TRUE and FALSE, formulas as their stored value. */
  readonly values: readonly string[]
  /** Cells that hold no value a person sees: a formula never calculated, an error such as #REF!. */
  readonly troubles: readonly { readonly column: number; readonly trouble: string }[]
  /** Columns whose value is that of the cell merged over several rows to which this one belongs, from 0. */
  readonly merged: readonly number[]
}

/** A cell that reaches down over rows below its own; column from 0. */
type MergedCell = { readonly column: number; readonly first: number; readonly last: number }
const MERGED = /<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})["']/g
/** Longer than any element that says what is merged. */
const MERGED_LENGTH = 200
/** A sheet with more, or further right, was not merged by hand: its rows are read as they stand. */
const MOST_MERGED = 100_000
const MOST_MERGED_COLUMNS = 200

const STRINGS = 'xl/sharedStrings.xml'

/** Excel's own limits. */
const MOST_COLUMNS = 16_384
const MOST_ROWS = 1_048_576
/** Names of elements without the prefix that some programs write. */
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** Excel writes signs that XML has no place for as _x000D_. */
const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text

/** Formats with a number below 164 that show a date or a time (ECMA-376, 18.8.30). */
const isDateNumber = (id: number): boolean => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)
/** A format of one's own shows a date where day, month or year stand outside quotes and brackets. */
const isDateCode = (code: string): boolean =>
  /[dmy]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '')) && !/^general$/i.test(code)

export class Workbook {
  readonly #zip: Zip
  readonly #file: string
  readonly #signal: AbortSignal | undefined
  readonly #strings: SharedStrings
  readonly #sheets: readonly { readonly name: string; readonly part: string }[]
  readonly #epoch: Epoch
  readonly #dateStyles: ReadonlySet<number>

  private constructor(
    zip: Zip,
    file: string,
    signal: AbortSignal | undefined,
    strings: SharedStrings,
    sheets: readonly { name: string; part: string }[],
    epoch: Epoch,
    dateStyles: ReadonlySet<number>,
  ) {
    this.#zip = zip
    this.#file = file
    this.#signal = signal
    this.#strings = strings
    this.#sheets = sheets
    this.#epoch = epoch
    this.#dateStyles = dateStyles
  }

  /** Names of the sheets in their order. */
  get sheets(): readonly string[] {
    return this.#sheets.map(({ name }) => name)
  }

  /** Opens a workbook; shared strings are read on the first row asked for. Throws UnreadableFileError. */
  static async open(
    path: string,
    {
      fileName: file,
      signal,
      temporaryFolder,
    }: { fileName: string; signal?: AbortSignal | undefined; temporaryFolder?: string | undefined },
  ): Promise<Workbook> {
    const zip = await openZip(path, file)
    try {
      const walk = async (
        name: string,
        open: (tag: string, attributes: Readonly<Record<string, string>>) => void,
      ): Promise<boolean> => {
        const part = await zip.part(name)
        if (part === null) return false
        const nothing = (): void => undefined
        for await (const _ of walkXml(
          part,
          { file, name, signal },
          { open: (tag, all) => open(local(tag), all), close: nothing, text: nothing },
        ));
        return true
      }
      const targets = new Map<string, string>()
      await walk('xl/_rels/workbook.xml.rels', (tag, { Id: id = '', Target: target = '' }) => {
        if (tag === 'Relationship') targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`)
      })
      const sheets: { name: string; part: string }[] = []
      let epoch: Epoch = 1900
      const hasWorkbook = await walk('xl/workbook.xml', (tag, attributes) => {
        if (tag === 'workbookPr' && /^(?:1|true)$/.test(attributes['date1904'] ?? '')) epoch = 1904
        if (tag !== 'sheet') return
        const id = Object.entries(attributes).find(([name]) => local(name) === 'id' && name.includes(':'))?.[1]
        sheets.push({
          name: attributes['name'] ?? '',
          part: targets.get(id ?? '') ?? `xl/worksheets/sheet${sheets.length + 1}.xml`,
        })
      })
      if (!hasWorkbook || sheets.length === 0)
        throw unreadable({ file, at: null, found: 'a workbook without a sheet', expected: 'an Excel workbook (.xlsx)' })
      const codes = new Map<number, string>()
      const dateStyles = new Set<number>()
      let isCellStyle = false
      let style = 0
      await walk('xl/styles.xml', (tag, attributes) => {
        if (tag === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
        if (tag === 'cellXfs') isCellStyle = true
        if (tag === 'cellStyles' || tag === 'dxfs') isCellStyle = false
        if (tag !== 'xf' || !isCellStyle) return
        const id = Number(attributes['numFmtId'])
        const code = codes.get(id)
        if (code === undefined ? isDateNumber(id) : isDateCode(code)) dateStyles.add(style)
        style += 1
      })
      return new Workbook(zip, file, signal, new SharedStrings(temporaryFolder), sheets, epoch, dateStyles)
    } catch (error) {
      zip.close()
      throw error
    }
  }

  close(): void {
    this.#strings.close()
    this.#zip.close()
  }

  /** A sheet by its name. Throws UnreadableFileError naming the sheets there are. */
  demand(sheet: string): { readonly name: string; readonly part: string } {
    const known = this.#sheets.find(({ name }) => name === sheet)
    if (known !== undefined) return known
    throw unreadable({
      file: this.#file,
      at: null,
      found: `no sheet “${sheet}”`,
      expected: `one of its sheets: ${this.sheets.join(', ')}`,
    })
  }

  /** Bytes of a sheet unpacked. */
  sizeOf(sheet: string): number {
    return this.#zip.sizeOf(this.demand(sheet).part)
  }

  /** Fills the shared strings, once. */
  async #readStrings(onBytes: (bytes: number) => void): Promise<void> {
    if (this.#strings.count > 0) return
    const part = await this.#zip.part(STRINGS, onBytes)
    if (part === null) return
    let text = ''
    let isText = false
    let isPhonetic = false
    const walk = walkXml(
      part,
      {
        file: this.#file,
        name: STRINGS,
        signal: this.#signal,
        placeOf: () => this.#placeOfString(this.#strings.count),
      },
      {
        open: (tag) => {
          const element = local(tag)
          if (element === 'si') text = ''
          else if (element === 't') isText = true
          else if (element === 'rPh') isPhonetic = true
        },
        close: (tag) => {
          const element = local(tag)
          if (element === 'si') this.#strings.add(unescaped(text))
          else if (element === 't') isText = false
          else if (element === 'rPh') isPhonetic = false
        },
        text: (piece) => {
          if (isText && !isPhonetic) text += piece
        },
      },
    )
    for await (const _ of walk);
  }

  /** The first cell that shows a shared string; null where none does, or no sheet can be read that far. */
  async #placeOfString(wanted: number): Promise<string | null> {
    const found: string[] = []
    const textOf = (number: number, place: () => string): string => {
      if (number === wanted) found.push(place())
      return '-'
    }
    for (const { name } of this.#sheets) {
      try {
        for await (const _ of this.#rowsOf(name, textOf)) if (found.length > 0) break
      } catch {
        // Another sheet may show it; what is wrong with this one is told when it is read.
      }
      if (found[0] !== undefined) return found[0]
    }
    return null
  }

  /**
   * Rows of a sheet that hold a value, in order. What stands in a cell merged over several rows counts for each of them, as
   * people who merge mean it. Throws UnreadableFileError where the workbook has no such sheet, at damaged XML, and at cells
   * that lie outside a sheet or name a text that is not there. `withMerged: false` leaves merged cells as they stand: looking for
   * them reads the whole sheet before its first row.
   */
  async *rows(
    sheet: string,
    { withMerged = true, onShare }: { withMerged?: boolean | undefined; onShare?: OnShare | undefined } = {},
  ): AsyncGenerator<SheetRow> {
    const whole = this.sizeOf(sheet) + (this.#strings.count > 0 ? 0 : this.#zip.sizeOf(STRINGS))
    let done = 0
    const onBytes = (bytes: number): void => {
      done += bytes
      onShare?.(done / whole)
    }
    await this.#readStrings(onBytes)
    const waiting = withMerged ? await this.#mergedIn(sheet) : []
    // By column: cells that are merged do not overlap.
    const open = new Map<number, { readonly last: number; readonly value: string }>()
    for await (const found of this.#rowsOf(sheet, (number) => this.#strings.get(number), onBytes)) {
      const { row } = found
      const values = [...found.values]
      const merged: number[] = []
      for (const [column, { last, value }] of open)
        if (last < row) open.delete(column)
        else if ((values[column] ?? '') === '') {
          while (values.length < column) values.push('')
          values[column] = value
          merged.push(column)
        }
      for (let next = waiting.at(-1); next !== undefined && next.first <= row; next = waiting.at(-1)) {
        waiting.pop()
        const value = next.first === row ? (found.values[next.column] ?? '') : ''
        if (value !== '') open.set(next.column, { last: next.last, value })
      }
      yield { ...found, values, merged }
    }
  }

  /** Rows of a sheet for whether their cells are filled: a shared text is a dash, so that none has to be read. */
  filledRows(sheet: string): AsyncGenerator<SheetRow> {
    return this.#rowsOf(sheet, () => '-')
  }

  /** Cells of a sheet that reach down over several rows, the first last. They stand behind the rows, so it is looked through for them. */
  async #mergedIn(sheet: string): Promise<MergedCell[]> {
    const known = this.#sheets.find(({ name }) => name === sheet)
    const part = known === undefined ? null : await this.#zip.part(known.part)
    if (part === null) return []
    const merged: MergedCell[] = []
    let rest = ''
    for await (const chunk of part) {
      this.#signal?.throwIfAborted()
      const text = rest + (chunk as Buffer).toString('latin1')
      for (const [, letters = '', first, last] of text.matchAll(MERGED)) {
        const cell = { column: columnOf(letters), first: Number(first), last: Number(last) }
        if (cell.last > cell.first && cell.column < MOST_MERGED_COLUMNS) merged.push(cell)
      }
      if (merged.length > MOST_MERGED) return []
      // What was found is not found again: what is kept begins behind it.
      rest = text.slice(Math.max(text.lastIndexOf('>') + 1, text.length - MERGED_LENGTH))
    }
    return merged.sort((a, b) => b.first - a.first || b.column - a.column)
  }

  /** Rows as they stand, the shared strings being found by `textOf`: number, and the cell that shows it. */
  async *#rowsOf(
    sheet: string,
    textOf: (number: number, place: () => string) => string | null,
    onBytes?: (bytes: number) => void,
  ): AsyncGenerator<SheetRow> {
    const known = this.demand(sheet)
    const part = await this.#zip.part(known.part, onBytes)
    if (part === null)
      throw unreadable({
        file: this.#file,
        at: null,
        found: `no ${known.part}, where the sheet “${sheet}” should stand`,
        expected: 'a workbook as its program saved it',
      })
    const ready: SheetRow[] = []
    let row = 0
    let column = -1
    let values: string[] = []
    let troubles: { column: number; trouble: string }[] = []
    let type = 'n'
    let style = 0
    let text = ''
    let isValue = false
    let isFormula = false
    let hasValue = false
    const place = (): string => `sheet ${sheet}, row ${row}, column ${column + 1}`
    const fail = (found: string, at: string = place()): never => {
      throw unreadable({ file: this.#file, at, found, expected: 'a workbook as its program saved it' })
    }
    const valueOf = (): string => {
      switch (type) {
        case 's':
          return (
            textOf(Number(text), place) ??
            fail(`a cell names text number ${text}, and the workbook has ${this.#strings.count}`)
          )
        case 'str':
        case 'inlineStr':
          return unescaped(text)
        case 'b':
          return text === '1' ? 'TRUE' : 'FALSE'
        case 'e':
          troubles.push({ column, trouble: `the error ${text}` })
          return ''
        case 'd':
          return text
        default: {
          const number = Number(text)
          if (text.trim() === '' || !Number.isFinite(number)) return text.trim()
          if (this.#dateStyles.has(style)) return dateOfSerial(number, this.#epoch) ?? text
          // 0.1 + 0.2 is stored as 0.30000000000000004; fifteen digits are what Excel shows.
          return String(Number(number.toPrecision(15)))
        }
      }
    }
    const walk = walkXml(
      part,
      { file: this.#file, name: known.part, signal: this.#signal, placeOf: () => (isValue ? place() : null) },
      {
        open: (tag, attributes) => {
          switch (local(tag)) {
            case 'row': {
              const number = attributes['r'] === undefined ? row + 1 : Number(attributes['r'])
              if (!Number.isInteger(number) || number <= row)
                fail(`a row numbered ${attributes['r'] ?? ''} behind row ${row}`, `sheet ${sheet}`)
              if (number > MOST_ROWS)
                fail(`a row numbered ${number}, where a sheet has ${MOST_ROWS} at most`, `sheet ${sheet}`)
              row = number
              column = -1
              values = []
              troubles = []
              break
            }
            case 'c': {
              const reference = attributes['r']
              column = reference === undefined ? column + 1 : columnOf(reference)
              if (column < 0 || column >= MOST_COLUMNS)
                fail(
                  reference === undefined ? 'more cells than a row can have' : `a cell named ${reference}`,
                  `sheet ${sheet}, row ${row}`,
                )
              if ((values[column] ?? '') !== '') fail('a second cell in the same place')
              type = attributes['t'] ?? 'n'
              style = Number(attributes['s'] ?? 0)
              text = ''
              hasValue = false
              isFormula = false
              break
            }
            case 'f':
              isFormula = true
              break
            case 'v':
              isValue = true
              hasValue = true
              break
            case 't':
              if (type === 'inlineStr') {
                isValue = true
                hasValue = true
              }
              break
          }
        },
        close: (tag) => {
          switch (local(tag)) {
            case 'v':
            case 't':
              isValue = false
              break
            case 'c':
              if (hasValue && (text !== '' || type === 'inlineStr')) {
                while (values.length < column) values.push('')
                values[column] = valueOf()
              } else if (isFormula) troubles.push({ column, trouble: 'a formula whose value was never stored' })
              break
            case 'row':
              if (values.some((value) => value.trim() !== '') || troubles.length > 0)
                ready.push({ row, values, troubles, merged: [] })
              break
          }
        },
        text: (piece) => {
          if (isValue) text += piece
        },
      },
    )
    for await (const _ of walk) yield* ready.splice(0)
  }
}

/** Column of a cell's name, from 0: "A7" is 0, "AB7" 27; -1 where it is no such name. */
export function columnOf(reference: string): number {
  const letters = /^([A-Z]{1,3})\d{0,7}$/.exec(reference)?.[1]
  if (letters === undefined) return -1
  let column = 0
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
