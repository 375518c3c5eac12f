/** CSV files of texts that the commands take: streamed, columns by name in any order, errors with file, row and column. */
import { createReadStream } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import { parse } from 'csv-parse'
import { UnreadableFileError } from '../../../graph/index.ts'

/** `row` is the line in the file on which the record ends, the header being line 1. */
export type TableRow = { readonly row: number; readonly values: Readonly<Record<string, string>> }

/**
 * Rows of a UTF-8 CSV file with a header. Columns that are neither required nor optional are passed over.
 * Throws UnreadableFileError naming the file, the row, the column and what was expected.
 */
export async function* readTable(
  path: string,
  required: readonly string[],
  optional: readonly string[] = [],
): AsyncGenerator<TableRow> {
  await access(path, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
    throw new UnreadableFileError(
      `${path}: ${error.code === 'ENOENT' ? 'there is no such file' : `cannot be read (${error.code ?? error.message})`}. Expected a CSV file with the column${required.length > 1 ? 's' : ''} ${required.join(' and ')}.`,
    )
  })
  const wanted = [...required, ...optional]
  let hasHeader = false
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decode = async function* (): AsyncGenerator<string> {
    let bytes = 0
    try {
      for await (const chunk of createReadStream(path)) {
        const part = decoder.decode(chunk as Buffer, { stream: true })
        bytes += (chunk as Buffer).length
        yield part
      }
      yield decoder.decode()
    } catch (error) {
      if (error instanceof TypeError)
        throw new UnreadableFileError(`${path}: not UTF-8 near byte ${bytes}. Save the file as UTF-8 and try again.`)
      throw new UnreadableFileError(
        `${path}: cannot be read (${(error as NodeJS.ErrnoException).code ?? (error as Error).message}). Expected a CSV file.`,
      )
    }
  }
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: false,
    columns: (header: string[]) => {
      hasHeader = true
      const names = header.map((name) => name.trim())
      const missing = required.filter((name) => !names.includes(name))
      if (missing.length > 0)
        throw new UnreadableFileError(
          `${path}, row 1: the column ${missing.join(' and the column ')} is missing; the header reads ${names.map((name) => `"${name}"`).join(', ')}. Expected ${wanted.join(', ')}.`,
        )
      const twice = names.find((name, index) => wanted.includes(name) && names.indexOf(name) !== index)
      if (twice !== undefined)
        throw new UnreadableFileError(`${path}, row 1: the column ${twice} stands twice. Expected it once.`)
      return names
    },
  })
  void (async () => {
    try {
      for await (const part of decode())
        if (!parser.write(part)) await new Promise<void>((resolve) => parser.once('drain', () => resolve()))
      parser.end()
    } catch (error) {
      parser.destroy(error as Error)
    }
  })()
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: Record<string, string>
      info: { lines: number }
    }>) {
      yield { row: info.lines, values: record }
    }
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error
    const { message, lines } = error as { message: string; lines?: number }
    throw new UnreadableFileError(
      `${path}${lines === undefined ? '' : `, row ${lines}`}: ${message}. Expected CSV with the column${required.length > 1 ? 's' : ''} ${required.join(' and ')}.`,
    )
  }
  if (!hasHeader)
    throw new UnreadableFileError(`${path}: the file is empty. Expected a header with ${wanted.join(', ')}.`)
}
