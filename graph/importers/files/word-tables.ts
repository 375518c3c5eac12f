/** Tables of a Word file, row by row: the text of each cell, merged cells and tables inside cells included. */
import { unreadable } from '../unreadable-file.ts'
import type { Watching } from './encodings.ts'
import { openZip } from './zip.ts'
import { walkXml } from './xml.ts'

export type WordRow = {
  /** Number of the table in the document, from 1; tables inside cells are text of their cell. */
  readonly table: number
  /** Number of the row in its table, from 1. */
  readonly row: number
  /** Paragraphs of each cell separated by "\n". A cell merged with the one above repeats its text; `merged` says so. */
  readonly cells: readonly string[]
  readonly merged: readonly boolean[]
}

/** A row of more than this many characters is damage or an attack. */
const LONGEST_ROW = 4_000_000

type OpenCell = { text: string; span: number; isMergedAbove: boolean }

/** Text of one part of the document, headers and footers say: paragraphs separated by "\n". Null where it has no such part. */
async function textOf(zip: Awaited<ReturnType<typeof openZip>>, file: string, name: string): Promise<string | null> {
  const part = await zip.part(name)
  if (part === null) return null
  let text = ''
  let isText = false
  const walk = walkXml(
    part,
    { file, name },
    {
      open: (tag) => {
        if (tag === 'w:t') isText = true
        if (tag === 'w:tab' || tag === 'w:br') text += ' '
      },
      close: (tag) => {
        if (tag === 'w:t') isText = false
        if (tag === 'w:p') text += '\n'
      },
      text: (piece) => {
        if (isText) text += piece
      },
    },
  )
  for await (const _ of walk) if (text.length > LONGEST_ROW) break
  return text
}

/** Texts of the page headers, in which a thematic list names State, cycle and session. */
export async function readPageHeaders(path: string, fileName: string): Promise<string> {
  const zip = await openZip(path, fileName)
  try {
    const names = zip.names.filter((name) => /^word\/header\d*\.xml$/.test(name))
    const texts: string[] = []
    for (const name of names) texts.push((await textOf(zip, fileName, name)) ?? '')
    return texts.join('\n')
  } finally {
    zip.close()
  }
}

/**
 * Rows of every table, and as `before` the text that stands in front of the first. Deleted text of tracked changes is left
 * out, inserted text kept. Throws UnreadableFileError.
 */
export async function* readWordTables(
  path: string,
  fileName: string,
  { signal, onShare }: Watching = {},
): AsyncGenerator<WordRow | { readonly before: string }> {
  const zip = await openZip(path, fileName)
  try {
    const name = 'word/document.xml'
    let done = 0
    const part = await zip.part(name, (bytes) => {
      done += bytes
      onShare?.(done / zip.sizeOf(name))
    })
    if (part === null)
      throw unreadable({
        file: fileName,
        at: null,
        found: 'a zip without word/document.xml',
        expected: 'a Word file (.docx)',
      })
    const ready: (WordRow | { readonly before: string })[] = []
    let before: string | null = ''
    let depth = 0
    let table = 0
    let row = 0
    let skipped = 0
    let cells: OpenCell[] = []
    let cell: OpenCell | null = null
    let above: string[] = []
    let isText = false
    const add = (text: string): void => {
      if (cell !== null) cell.text += text
      else if (before !== null && depth === 0) before += text
      if ((cell?.text.length ?? before?.length ?? 0) > LONGEST_ROW)
        throw unreadable({
          file: fileName,
          at: `table ${table}, row ${row}`,
          found: `a cell of more than ${LONGEST_ROW.toLocaleString('en')} characters`,
          expected: 'a table of recommendations',
        })
    }
    const endRow = (): void => {
      const texts: string[] = []
      const merged: boolean[] = []
      for (const { text, span, isMergedAbove } of cells) {
        const column = texts.length
        texts.push(isMergedAbove ? (above[column] ?? '') : text.replace(/\n+$/, '').trim())
        merged.push(isMergedAbove)
        // A cell that spans columns holds its text in the first of them; a row of one spanning cell stays one cell.
        if (cells.length === 1) continue
        for (let more = 1; more < span; more += 1) {
          texts.push('')
          merged.push(false)
        }
      }
      above = texts
      ready.push({ table, row, cells: texts, merged })
    }
    const walk = walkXml(
      part,
      { file: fileName, name, signal, placeOf: () => (depth > 0 ? `table ${table}, row ${row}` : null) },
      {
        open: (tag, attributes) => {
          switch (tag) {
            case 'w:tbl':
              depth += 1
              if (depth === 1) {
                if (before !== null) ready.push({ before: before.trim() })
                before = null
                table += 1
                row = 0
                above = []
              } else add('\n')
              break
            case 'w:tr':
              if (depth === 1) {
                row += 1
                cells = []
              }
              break
            case 'w:tc':
              if (depth === 1) cell = { text: '', span: 1, isMergedAbove: false }
              else add(' ')
              break
            case 'w:gridSpan':
              if (depth === 1 && cell !== null) cell.span = Math.min(63, Math.max(1, Number(attributes['w:val']) || 1))
              break
            case 'w:vMerge':
              if (depth === 1 && cell !== null) cell.isMergedAbove = attributes['w:val'] !== 'restart'
              break
            // Both spellings of one drawing stand in a file: the newer is read.
            case 'w:del':
            case 'w:moveFrom':
            case 'mc:Fallback':
              skipped += 1
              break
            case 'w:t':
              isText = true
              break
            case 'w:tab':
              add(' ')
              break
            case 'w:br':
            case 'w:cr':
              if (skipped === 0) add('\n')
              break
            case 'w:noBreakHyphen':
              add('-')
              break
          }
        },
        close: (tag) => {
          switch (tag) {
            case 'w:tbl':
              depth -= 1
              break
            case 'w:tr':
              if (depth === 1) endRow()
              break
            case 'w:tc':
              if (depth === 1 && cell !== null) {
                cells.push(cell)
                cell = null
              }
              break
            case 'w:del':
            case 'w:moveFrom':
            case 'mc:Fallback':
              skipped -= 1
              break
            case 'w:t':
              isText = false
              break
            case 'w:p':
              add('\n')
              break
          }
        },
        text: (piece) => {
          if (isText && skipped === 0) add(piece)
        },
      },
    )
    for await (const _ of walk) {
      signal?.throwIfAborted()
      yield* ready.splice(0)
    }
    if (before !== null) yield { before: before.trim() }
  } finally {
    zip.close()
  }
}
