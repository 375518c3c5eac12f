/** A worksheet of SpreadsheetML (ECMA-376), row by row: typed cells, a header that stays, links within Excel's limits. Pure. */
import { isFormulaLike, joinCell } from '../../../../graph/text/index.ts'
import type { Cell, CellType } from '../columns.ts'
import { escapeOoxml, escapeXml, XML_DECLARATION } from '../xml.ts'

/** Excel's own limits ("Excel specifications and limits"). */
export const MAX_SHEET_ROWS = 1_048_576
export const MAX_CELL_CHARACTERS = 32_767
export const MAX_LINKS = 65_530
const MAX_LINK_CHARACTERS = 2_000

/** Cell styles, by their place in `STYLES`. */
const STYLE = { plain: 0, date: 1, header: 2, link: 3, text: 4 } as const

/** Formats of cells: a date; a header; a link; a text that stays one when it is edited, whatever it begins with. */
export const STYLES = `${XML_DECLARATION}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="2" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** Column letters: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  let letters = ''
  for (let rest = index; rest >= 0; rest = Math.floor(rest / 26) - 1)
    letters = String.fromCharCode(65 + (rest % 26)) + letters
  return letters
}

/** Days since 1899-12-30, as Excel counts; null where it is no whole date or lies before its calendar is right. */
export function serialOf(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date < '1900-03-01') return null
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)
}

export type SheetColumn = { readonly name: string; readonly type: CellType | 'double' }

const CUT = ' … [cut here: the whole stands in the CSV and JSON exports]'

export class Sheet {
  readonly columns: readonly SheetColumn[]
  /** Rows so far, the header included. */
  rowCount = 0
  /** Told of a cell that is longer than Excel holds: its place and length. */
  readonly #onCut: (place: string, length: number) => void
  readonly #letters: readonly string[]
  readonly #links: { readonly reference: string; readonly url: string }[] = []

  constructor(columns: readonly SheetColumn[], onCut: (place: string, length: number) => void) {
    this.columns = columns
    this.#letters = columns.map((_column, index) => columnLetters(index))
    this.#onCut = onCut
  }

  get isFull(): boolean {
    return this.rowCount >= MAX_SHEET_ROWS
  }

  /** Everything before the first row, and the header. */
  begin(): string {
    const widths = this.columns
      .map(
        ({ name, type }, index) =>
          `<col min="${index + 1}" max="${index + 1}" width="${/summary|text|title|name$|value/.test(name) ? 60 : type === 'list' ? 30 : 16}" customWidth="1"/>`,
      )
      .join('')
    return (
      `${XML_DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">` +
      `<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
      `<cols>${widths}</cols><sheetData>` +
      this.#row(this.columns.map(({ name }, index) => this.#text(index, name, STYLE.header)))
    )
  }

  row(cells: readonly Cell[]): string {
    return this.#row(cells.map((cell, index) => this.#cell(index, cell)))
  }

  end(): string {
    const links = this.#links.map(({ reference }, index) => `<hyperlink ref="${reference}" r:id="rId${index + 1}"/>`)
    return `</sheetData>${links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`}</worksheet>`
  }

  /** The part that says where the links lead; null where there are none. */
  relationships(): string | null {
    if (this.#links.length === 0) return null
    const links = this.#links.map(
      ({ url }, index) =>
        `<Relationship Id="rId${index + 1}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="${escapeXml(url)}" TargetMode="External"/>`,
    )
    return `${XML_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`
  }

  #row(cells: readonly string[]): string {
    this.rowCount += 1
    return `<row r="${this.rowCount}">${cells.join('')}</row>`
  }

  #reference(index: number): string {
    // The row being made is the next one.
    return `${this.#letters[index] ?? ''}${this.rowCount + 1}`
  }

  #cell(index: number, cell: Cell): string {
    if (cell === null || cell === '') return ''
    const reference = this.#reference(index)
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
    if (typeof cell === 'boolean') return `<c r="${reference}" t="b"><v>${cell ? 1 : 0}</v></c>`
    const text = typeof cell === 'string' ? cell : joinCell(cell)
    if (text === '') return ''
    const { type } = this.columns[index] ?? {}
    if (type === 'date') {
      const serial = serialOf(text)
      if (serial !== null) return `<c r="${reference}" s="${STYLE.date}"><v>${serial}</v></c>`
    }
    if (
      type === 'link' &&
      /^https?:\/\/[\x21-\x7e]+$/.test(text) &&
      text.length <= MAX_LINK_CHARACTERS &&
      this.#links.length < MAX_LINKS
    ) {
      this.#links.push({ reference, url: text })
      return this.#text(index, text, STYLE.link)
    }
    return this.#text(index, text, isFormulaLike(text) ? STYLE.text : STYLE.plain)
  }

  #text(index: number, text: string, style: number): string {
    const reference = this.#reference(index)
    let shown = text
    if (text.length > MAX_CELL_CHARACTERS) {
      this.#onCut(`${this.columns[index]?.name ?? ''} in row ${this.rowCount + 1}`, text.length)
      shown = text.slice(0, MAX_CELL_CHARACTERS - CUT.length) + CUT
    }
    return `<c r="${reference}"${style === STYLE.plain ? '' : ` s="${style}"`} t="inlineStr"><is><t xml:space="preserve">${escapeOoxml(shown)}</t></is></c>`
  }
}
