/**
 * Keeps a spreadsheet from running a text as a formula, in a way that can be undone: writers guard, readers unguard.
 *
 * A text that begins with a sign spreadsheets take for a formula's gets an apostrophe in front. So does one that begins
 * with apostrophes before such a sign, so that taking one apostrophe away always gives back what was written:
 * `=1+1` is written `'=1+1`, `'=1+1` is written `''=1+1`, and `'s-Hertogenbosch` stays as it is.
 *
 * The signs are those of OWASP's page on CSV injection: = + - @, tab, carriage return, line feed, and the full-width
 * forms of the first four. Pure.
 */
const SIGNS = '=+\\-@\\t\\r\\n\\uFF1D\\uFF0B\\uFF0D\\uFF20'
const DANGEROUS = new RegExp(`^'*[${SIGNS}]`)
const GUARDED = new RegExp(`^'+[${SIGNS}]`)

/** Whether a spreadsheet might take the text for a formula, guarded or not. */
export const isFormulaLike = (text: string): boolean => DANGEROUS.test(text)

/** The text as it goes into a cell. */
export const guard = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text)

/** The text that a cell was written from. `unguard(guard(text))` is `text`, whatever the text. */
export const unguard = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell)
