/** Office files for tests, made from their parts: a zip with XML inside, as small as programs accept it. */
import { crc32, deflateRawSync } from 'node:zlib'

/** A zip of these parts; `spoil` changes what is packed, to make files that are damaged on purpose. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  spoil: (packed: Buffer, name: string) => Buffer = (packed) => packed,
): Buffer {
  const local: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content)
    const packed = spoil(deflateRawSync(bytes), name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(8, 4)
    fields.writeUInt32LE(crc32(bytes), 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const header = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name)])
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), fields, end, Buffer.from(name)]))
    local.push(header, packed)
    offset += header.length + packed.length
  }
  const directory = Buffer.concat(central)
  const tail = Buffer.alloc(22)
  tail.write('PK\x05\x06', 'latin1')
  tail.writeUInt16LE(central.length, 8)
  tail.writeUInt16LE(central.length, 10)
  tail.writeUInt32LE(directory.length, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, tail])
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const letters = (column: number): string =>
  column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26)

/** A cell: text, a number, a date by its serial number, a formula with the value stored for it, or an error. */
export type Cell =
  | string
  | number
  | null
  | { readonly serial: number }
  | { readonly formula: string; readonly value: string | null }
  | { readonly error: string }

/** Parts of a workbook with one sheet; texts are shared unless `inline`. */
export function workbookParts(
  rows: readonly (readonly Cell[])[],
  {
    sheet = 'Data',
    inline = false,
    merged = [],
  }: { sheet?: string; inline?: boolean; merged?: readonly string[] } = {},
): Record<string, string> {
  const shared: string[] = []
  const cellOf = (cell: Cell, reference: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`
    if (typeof cell === 'string') {
      if (inline) return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
      const known = shared.indexOf(cell)
      const index = known < 0 ? shared.push(cell) - 1 : known
      return `<c r="${reference}" t="s"><v>${index}</v></c>`
    }
    if ('serial' in cell) return `<c r="${reference}" s="1"><v>${cell.serial}</v></c>`
    if ('error' in cell) return `<c r="${reference}" t="e"><v>${cell.error}</v></c>`
    const value = cell.value === null ? '' : `<v>${escaped(cell.value)}</v>`
    return `<c r="${reference}" t="str"><f>${escaped(cell.formula)}</f>${value}</c>`
  }
  const body = rows
    .map(
      (row, at) =>
        `<row r="${at + 1}">${row.map((cell, column) => cellOf(cell, `${letters(column)}${at + 1}`)).join('')}</row>`,
    )
    .join('')
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  return {
    'xl/workbook.xml': `<workbook ${main} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/styles.xml': `<styleSheet ${main}><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${body}</sheetData>${merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`}</worksheet>`,
    ...(inline
      ? {}
      : {
          'xl/sharedStrings.xml': `<sst ${main}>${shared.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
        }),
  }
}

/** Parts of a workbook with a sheet for each name, texts standing in the cells. */
export function sheetsParts(sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>): Record<string, string> {
  const names = Object.keys(sheets)
  const parts: Record<string, string> = {}
  for (const [at, name] of names.entries()) {
    const own = workbookParts(sheets[name] ?? [], { sheet: name, inline: true })
    if (at === 0) Object.assign(parts, own)
    else parts[`xl/worksheets/sheet${at + 1}.xml`] = own['xl/worksheets/sheet1.xml'] ?? ''
  }
  const others = names.slice(1).map((name, at) => `<sheet name="${escaped(name)}" sheetId="${at + 2}"/>`)
  return {
    ...parts,
    'xl/workbook.xml': (parts['xl/workbook.xml'] ?? '').replace('</sheets>', `${others.join('')}</sheets>`),
  }
}

/** A cell of a Word table: its paragraphs, with what Word writes about merging, or XML of one's own. */
export type WordCell = string | { readonly xml: string }

const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r></w:p>`)
    .join('')

/** Parts of a Word file with one table, and the text of its page header. */
export function wordParts(rows: readonly (readonly WordCell[])[], pageHeader: string): Record<string, string> {
  const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const table = rows
    .map(
      (row) =>
        `<w:tr>${row.map((cell) => `<w:tc>${typeof cell === 'string' ? paragraphs(cell) : cell.xml}</w:tc>`).join('')}</w:tr>`,
    )
    .join('')
  return {
    'word/document.xml': `<w:document ${main}><w:body><w:tbl>${table}</w:tbl><w:p/></w:body></w:document>`,
    'word/header1.xml': `<w:hdr ${main}>${paragraphs(pageHeader)}</w:hdr>`,
  }
}
