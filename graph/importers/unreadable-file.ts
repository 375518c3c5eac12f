/** The one error of a file that cannot be read as a whole: nothing of it is taken. A single bad row is a `refused` item instead. */
export class UnreadableFileError extends Error {
  override name = 'UnreadableFileError'
}

export type Trouble = {
  readonly file: string
  /** Where in the file: "row 12", "sheet Data, row 3, column Text", "byte 4096"; null where the file as a whole is meant. */
  readonly at: string | null
  /** What was found, in words that begin in lower case. */
  readonly found: string
  /** What should have stood there. */
  readonly expected: string
}

/** The error of a file, naming file, place, what was found and what was expected. */
export function unreadable({ file, at, found, expected }: Trouble): UnreadableFileError {
  return new UnreadableFileError(`${file}${at === null ? '' : `, ${at}`}: ${found}. Expected ${expected}.`)
}
