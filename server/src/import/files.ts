/** A file that somebody gives: recognised, described, and read whole. Shared by the command and the page. */
import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isAlive } from '../../../graph/engine/index.ts'
import {
  guessMapping,
  LISTS,
  listsIn,
  NO_LISTS,
  prepareImport,
  readerOf,
  recognise,
  sampleOf,
  tableSheets,
  type Format,
  type GuessedMapping,
  type ListFiles,
  type ListName,
  type PreparedImport,
  type Watch,
  unreadable,
} from '../../../graph/index.ts'

export type Mapping = Readonly<Record<string, string>>

export type GivenFile = {
  readonly path: string
  /** Name shown to people, where the path is a temporary one. */
  readonly fileName: string
  /** Found by looking at the file where not given. */
  readonly format?: Format | undefined
  /** State to take where the file names none. */
  readonly state?: string | undefined
  /** Our field -> name of the column; the one kept from last time, else a guess, where not given. */
  readonly mapping?: Mapping | undefined
  /** Sheet of a workbook; its first with a table where not given. */
  readonly sheet?: string | undefined
}

export type Inspected = {
  readonly format: Format
  /** By what it was recognised, in a sentence. */
  readonly why: string
  /** Columns of a spreadsheet and its first rows; null for other formats. */
  readonly columns: { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] } | null
  /** For a spreadsheet whose columns no format has; else null. */
  readonly guess: GuessedMapping | null
  /** The mapping that was used for the same columns last time. */
  readonly kept: Mapping | null
  /** Sheets of a workbook that hold a table, one of which is read; empty where there are none to choose among. */
  readonly sheets: readonly string[]
  /** The one that is read; null where `sheets` is empty. */
  readonly sheet: string | null
}

/** Formats of zips that are read whole: no sheet is one to be chosen. */
const READ_WHOLE: readonly Format[] = ['followthrough-xlsx', 'thematic-docx']
const isSheet = (format: Format): boolean => format === 'csv' || format === 'xlsx'
/** Rows by which a mapping is guessed. */
const GUESSED_BY = 100

/** Folder of everything that imports keep on disk. */
export const importsFolder = (dataDir: string): string => join(dataDir, 'imports')

/** A name of this process's own: what it leaves behind when it is killed can be told from what others still use. */
export const ownName = (): string => `${process.pid}-${randomUUID()}`

/** Takes away what killed processes left in a folder; other processes on the same folder keep theirs. */
export function removeLeftBehind(folder: string): void {
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // Nothing was ever kept there.
  }
  for (const name of names) {
    const pid = Number(/^(\d+)-/.exec(name)?.[1] ?? 0)
    if (pid > 0 && pid !== process.pid && !isAlive(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

const mappingFile = (dataDir: string, header: readonly string[]): string =>
  join(
    importsFolder(dataDir),
    'mappings',
    `${createHash('sha256').update(JSON.stringify(header)).digest('hex').slice(0, 20)}.json`,
  )

async function keptMapping(dataDir: string, header: readonly string[]): Promise<Mapping | null> {
  try {
    return JSON.parse(await readFile(mappingFile(dataDir, header), 'utf8')) as Mapping
  } catch {
    return null
  }
}

/** Keeps a person's mapping for the next file with the same columns. */
export async function keepMapping(dataDir: string, header: readonly string[], mapping: Mapping): Promise<void> {
  const file = mappingFile(dataDir, header)
  await mkdir(join(importsFolder(dataDir), 'mappings'), { recursive: true, mode: 0o700 })
  const partial = `${file}.${process.pid}`
  await writeFile(partial, JSON.stringify(mapping), { mode: 0o600 })
  await rename(partial, file)
}

/** What a file is. Throws UnreadableFileError where it is nothing that can be read. */
export async function inspectFile(dataDir: string, given: GivenFile, signal?: AbortSignal): Promise<Inspected> {
  const { path, fileName, sheet } = given
  const recognised =
    given.format === undefined
      ? await recognise(path, fileName, { sheet, signal })
      : { format: given.format, why: 'The format was given.', sheet: undefined }
  const { format, why } = recognised
  const isWhole = READ_WHOLE.includes(format)
  if (sheet !== undefined && isWhole)
    throw unreadable({
      file: fileName,
      at: `sheet “${sheet}”`,
      found: `a file of the format ${format}, which is read whole`,
      expected: 'no sheet, or the format xlsx, which reads one sheet as a spreadsheet',
    })
  const options = { fileName, state: null, mapping: null, sheet, signal }
  const sheets = isWhole ? [] : await tableSheets(path, options)
  const found = { format, why, sheets, sheet: isWhole ? null : (sheet ?? recognised.sheet ?? sheets[0] ?? null) }
  if (!isSheet(format)) return { ...found, columns: null, guess: null, kept: null }
  const { header, rows } = await sampleOf(path, options, GUESSED_BY)
  return {
    ...found,
    columns: { header, rows: rows.slice(0, 5) },
    guess: guessMapping(header, rows),
    kept: await keptMapping(dataDir, header),
  }
}

/**
 * Reads a file whole. The mapping of a spreadsheet is the one given, the one kept, or the guess, its doubts with it. `isPart`: other
 * sheets hold tables too, so that what this one lacks may stand in them.
 * Errors: UnreadableFileError; LaunchError on a full disk. Nothing stays on disk then.
 */
export async function readFileWhole(
  dataDir: string,
  given: GivenFile,
  inspected: Inspected,
  watch: Watch = {},
): Promise<PreparedImport & { readonly isPart: boolean }> {
  const { format, columns, guess, kept } = inspected
  const takesMapping = columns !== null || format === 'uwazi-csv'
  if (given.mapping !== undefined && !takesMapping)
    throw unreadable({
      file: given.fileName,
      at: null,
      found: `a mapping, and a file of the format ${format}, whose columns are known`,
      expected: 'no mapping, or a spreadsheet of unknown columns',
    })
  const said = given.mapping ?? kept
  const mapping = said ?? guess?.mapping ?? null
  const folder = join(importsFolder(dataDir), ownName())
  try {
    const prepared = await prepareImport(
      {
        path: given.path,
        format,
        reader: readerOf(format),
        options: {
          fileName: given.fileName,
          state: given.state ?? null,
          mapping,
          sheet: given.sheet,
          ...(said === null && guess !== null ? { guessed: guess.guesses } : {}),
          temporaryFolder: folder,
          signal: watch.signal,
        },
        folder,
      },
      watch,
    )
    if (given.mapping !== undefined && columns !== null) await keepMapping(dataDir, columns.header, given.mapping)
    return { ...prepared, isPart: inspected.sheets.length > 1 }
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

/** Where a list of a run stands, if it has any: beside the database, under the run's own name. */
export const listFileOf = (dataDir: string, runId: string, list: ListName): string =>
  join(importsFolder(dataDir), list, `${runId.slice(runId.indexOf(':') + 1)}.csv`)

/** Takes the spool away, and keeps the lists under the run's name; returns where they stand. */
export async function tidy(dataDir: string, prepared: PreparedImport, name: string): Promise<ListFiles> {
  prepared.spool.remove()
  const [found, kept] = [listsIn(prepared.folder), { ...NO_LISTS }]
  for (const list of LISTS) {
    const [from, to] = [found[list], listFileOf(dataDir, name, list)]
    if (from === null) {
      await rm(to, { force: true })
      continue
    }
    kept[list] = to
    await mkdir(join(importsFolder(dataDir), list), { recursive: true, mode: 0o700 })
    await rename(from, to)
  }
  await rm(prepared.folder, { recursive: true, force: true })
  return kept
}
