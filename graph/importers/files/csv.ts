/**
 * Rows of a delimited text file, with the line each begins at; memory holds one piece of the file, whatever its size.
 *
 * Read here and not by a library, since what people save as CSV asks for three things at once: a quote inside an unquoted
 * value is a sign like any other, a stray quote that swallows lines refuses the file (rows would be lost without a word),
 * and each row knows its line, line breaks inside quotes counted.
 */
import { unreadable } from '../unreadable-file.ts'
import { readText, type Encoding, type Watching } from './encodings.ts'

export type CsvRow = {
  readonly line: number
  readonly values: readonly string[]
  /** A value begins with a quote that closes before its end: `"Open" it`. It is kept as it stands. */
  readonly hasOddQuote: boolean
}

/** How a file separates its values, and whether its lines end in CR alone, as on old Macs; LF is then part of a value. */
export type CsvDialect = { readonly delimiter: string; readonly endsInCr: boolean }

/** A row longer than this, in characters, is damage or an attack: the longest UN paragraph has some 20,000. */
const LONGEST_ROW = 4_000_000
const DELIMITERS = [',', ';', '\t', '|']
/** A first line that names the separator for spreadsheets: "sep=;". */
const NAMED_SEPARATOR = /^sep=(.)[\r\n]/i

/** How often a line holds each delimiter outside quotes. */
type Counts = readonly number[]

/** Counts of the first lines with a value, at most `most`, and whether the first of them ends in CR alone. */
function firstLines(text: string, most: number): { lines: Counts[]; endsInCr: boolean } {
  const lines: Counts[] = []
  let counts = DELIMITERS.map(() => 0)
  let [isQuoted, isFilled, endsInCr] = [false, false, false]
  for (let at = 0; at < text.length && lines.length < most; at += 1) {
    const sign = text[at] as string
    if (sign === '"') isQuoted = !isQuoted
    // Below the first line it is known how lines end: the other sign is part of a value.
    const isEnd = !isQuoted && (lines.length === 0 ? /[\r\n]/.test(sign) : sign === (endsInCr ? '\r' : '\n'))
    if (!isEnd) {
      const delimiter = isQuoted ? -1 : DELIMITERS.indexOf(sign)
      if (delimiter >= 0) counts[delimiter] = (counts[delimiter] ?? 0) + 1
      isFilled ||= sign.trim() !== ''
      continue
    }
    if (lines.length === 0) endsInCr = sign === '\r' && text[at + 1] !== '\n'
    if (isFilled) lines.push(counts)
    counts = DELIMITERS.map(() => 0)
    isFilled = false
  }
  if (isFilled && lines.length < most) lines.push(counts)
  return { lines, endsInCr }
}

/** The longest row of lines one below the other that hold a delimiter equally often, as columns are; the later of two as long. */
function longestRun(counts: readonly number[]): {
  readonly length: number
  readonly count: number
  readonly end: number
} {
  let best = { length: 0, count: 0, end: 0 }
  let length = 0
  for (const [at, count] of counts.entries()) {
    length = count === 0 ? 0 : count === counts[at - 1] ? length + 1 : 1
    if (length > 0 && length >= best.length) best = { length, count, end: at }
  }
  return best
}

/**
 * Finds how a text separates its values. Where the column names stand first, their line tells: by the delimiter met most often outside
 * quotes, a comma where there is none. Where titles may stand above them, a title has no delimiter or one of its prose
 * ("Recommendations, 2019" above "State;Text"), while the names and the rows below them all have as many: the delimiter with the longest
 * such run of lines tells, of equally long ones that of which more lines have as many. Where rows are ragged, the first line tells that shares a delimiter with the line below it. A text of one
 * column has no title to be passed over, and its prose is full of delimiters: for it `titlesWithin` is 0.
 */
export function dialectOf(text: string, titlesWithin = 0): CsvDialect {
  const { lines, endsInCr } = firstLines(text, titlesWithin === 0 ? 1 : titlesWithin + 2)
  const named = NAMED_SEPARATOR.exec(text)?.[1]
  if (named !== undefined) return { delimiter: named, endsInCr }
  const countOf = (line: Counts | undefined, delimiter: number): number => line?.[delimiter] ?? 0
  const first = lines.find((line) => line.some((count) => count > 0))
  const table = lines.findIndex((line, at) => line.some((count, one) => count > 0 && countOf(lines[at + 1], one) > 0))
  const [names, row] = table < 0 ? [first, first] : [lines[table], lines[table + 1]]
  const rank = (one: number): readonly number[] => {
    const run = longestRun(lines.map((line) => countOf(line, one)))
    const [above, below] = [countOf(names, one), countOf(row, one)]
    const equal = lines.filter((line) => countOf(line, one) === run.count).length
    return run.length > 1 ? [run.length, equal, run.count, run.end] : [Number(above > 0 && below > 0), above]
  }
  const best = DELIMITERS.map((_, one) => one).reduce((best, one) => {
    const [mine, its] = [rank(one), rank(best)]
    const differing = mine.findIndex((part, at) => part !== (its[at] ?? 0))
    return differing >= 0 && (mine[differing] ?? 0) > (its[differing] ?? 0) ? one : best
  }, 0)
  return { delimiter: DELIMITERS[best] ?? ',', endsInCr }
}

type Scanned = {
  readonly values: string[]
  readonly end: number
  readonly isEnded: boolean
  readonly hasOddQuote: boolean
}
/** The row goes on behind the text at hand, in this column (from 1); `isQuoted` inside a value in quotes. */
type Unfinished = { readonly isQuoted: boolean; readonly column: number }
/** A quote closes in mid-value after having run over lines. */
type Swallowing = { readonly swallowed: number }

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0

/** One row from `start` on. `isLast`: nothing follows the text at hand. */
function scanRow(
  text: string,
  start: number,
  { delimiter, endsInCr }: CsvDialect,
  isLast: boolean,
): Scanned | Unfinished | Swallowing {
  const separator = delimiter.charCodeAt(0)
  const lineEnd = endsInCr ? 13 : 10
  const values: string[] = []
  let hasOddQuote = false
  let at = start
  for (;;) {
    const valueStart = at
    let quoted: string | null = null
    if (text.charCodeAt(at) === 34) {
      quoted = ''
      let from = at + 1
      for (;;) {
        const quote = text.indexOf('"', from)
        // What follows a quote tells whether it closes; CR LF needs two signs.
        if (quote < 0 || (quote + 2 >= text.length && !isLast)) return { isQuoted: true, column: values.length + 1 }
        if (text.charCodeAt(quote + 1) !== 34) {
          quoted += text.slice(from, quote)
          at = quote + 1
          break
        }
        quoted += text.slice(from, quote + 1)
        from = quote + 2
      }
    }
    const closedAt = at
    while (at < text.length && text.charCodeAt(at) !== separator && text.charCodeAt(at) !== lineEnd) at += 1
    if (at >= text.length && !isLast) return { isQuoted: false, column: values.length + 1 }
    const isEnd = at >= text.length || text.charCodeAt(at) === lineEnd
    // CR LF: the CR is no part of the value.
    const valueEnd = isEnd && !endsInCr && at > closedAt && text.charCodeAt(at - 1) === 13 ? at - 1 : at
    if (quoted === null) values.push(text.slice(valueStart, valueEnd))
    else if (text.slice(closedAt, valueEnd).trim() === '') values.push(quoted)
    else {
      const swallowed = lineBreaks(quoted)
      if (swallowed > 0) return { swallowed }
      hasOddQuote = true
      values.push(text.slice(valueStart, valueEnd))
    }
    if (isEnd) return { values, end: Math.min(at + 1, text.length), isEnded: at < text.length, hasOddQuote }
    at += 1
  }
}

/**
 * Rows of the file as they stand, the header included; rows without any value are left out. Throws UnreadableFileError,
 * naming the line, at a quote never closed or one that swallows lines, a row too long, and a file cut off in a row.
 */
export async function* readCsv(
  path: string,
  {
    fileName,
    encoding,
    titlesWithin = 0,
    ...watching
  }: {
    fileName: string
    encoding: Encoding
    /** Lines among which the column names stand, below titles; 0 where they come first. */
    titlesWithin?: number
  } & Watching,
): AsyncGenerator<CsvRow> {
  let text = ''
  let line = 1
  let width = 0
  let dialect: CsvDialect | null = null
  const fail = (found: string, expected: string, column: number | null = null): never => {
    throw unreadable({
      file: fileName,
      at: `row ${line}${column === null ? '' : `, column ${column}`}`,
      found,
      expected,
    })
  }

  function* rowsOf(isLast: boolean): Generator<CsvRow> {
    dialect ??= dialectOf(text, titlesWithin)
    let start = 0
    while (start < text.length) {
      const row = scanRow(text, start, dialect, isLast)
      if ('swallowed' in row)
        return fail(
          `a value opens with a quote, runs over ${row.swallowed + 1} lines and goes on behind the closing quote`,
          'values with quotes in them to stand in quotes, each inner quote doubled (RFC 4180)',
        )
      if ('isQuoted' in row) {
        if (isLast)
          return fail(
            'a value opens with a quote that is never closed',
            'a second quote at the end of the value, or a file that is not cut off',
          )
        if (text.length - start > LONGEST_ROW)
          return fail(
            `a row of more than ${LONGEST_ROW.toLocaleString('en')} characters`,
            'rows that end, and a closing quote for every opening one',
            row.column,
          )
        break
      }
      const { values, end, isEnded, hasOddQuote } = row
      const isFilled =
        values.some((value) => value.trim() !== '') &&
        !(line === 1 && NAMED_SEPARATOR.test(`${text.slice(start, end)}\n`))
      if (isFilled) {
        // A title is no measure of the rows below it.
        if (width === 0 || (width === 1 && titlesWithin > 0)) width = values.length
        if (!isEnded && values.length < width)
          fail(
            `the file ends in the middle of a row, after ${values.length} of ${width} values`,
            'a file that is not cut off',
          )
        yield { line, values, hasOddQuote }
      }
      line += 1 + values.reduce((sum, value) => sum + (value.length > 1 ? lineBreaks(value) : 0), 0)
      start = end
    }
    text = text.slice(start)
  }

  for await (const piece of readText(path, encoding, fileName, watching)) {
    text += piece
    yield* rowsOf(false)
  }
  yield* rowsOf(true)
}
