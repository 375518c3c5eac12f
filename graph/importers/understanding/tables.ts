/**
 * The tables of this folder: what other systems print, and what it is here. They are data, so that a label nobody had
 * seen is added by a line, not by code. Read once, on first use.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { ROOT } from '../../root.ts'
import { fold } from '../../text/index.ts'

const FOLDER = join(ROOT, 'graph', 'importers', 'understanding')

export type TableName = 'bodies' | 'themes' | 'affected-groups' | 'positions' | 'upr-sessions' | 'columns'

/** Rows of a table, keyed by the names in its first line. */
export function readTable(name: TableName): Record<string, string>[] {
  return parse(readFileSync(join(FOLDER, `${name}.csv`), 'utf8'), { columns: true, bom: true })
}

/**
 * One spelling for what generations of the same label write differently: case, accents, "&" or "and", "-" or "–",
 * the code in front ("A12 ", "F31 "), and spaces around signs.
 */
export function foldLabel(label: string): string {
  return fold(label)
    .replace(/^-+\s*/, '')
    .replace(/^[a-h]\d{1,2}\s+/, '')
    .replaceAll('\u2019', "'")
    .replace(/[\u2010-\u2015]/g, '-')
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s*([;:,/()-])\s*/g, '$1')
    .trim()
}

/** A table as folded label -> value of one column, made on first use. */
export function lookup(name: TableName, from: string, to: string): (label: string) => string | undefined {
  let known: Map<string, string> | undefined
  return (label) => {
    known ??= new Map(readTable(name).map((row) => [foldLabel(row[from] ?? ''), row[to] ?? '']))
    return known.get(foldLabel(label))
  }
}

/** At most this many different answers are kept: vocabularies hold hundreds, a column mistaken for one holds thousands. */
const KEPT_ANSWERS = 20_000

/** Keeps the answers of a pure function of one text: the same label stands in thousands of rows. */
export function kept<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>()
  return (text) => {
    const before = answers.get(text)
    if (before !== undefined) return before
    const made = answer(text)
    if (answers.size >= KEPT_ANSWERS) answers.clear()
    answers.set(text, made)
    return made
  }
}
