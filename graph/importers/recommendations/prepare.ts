/** The first half of an import: a file read whole and checked, its rows spooled to disk. The graph is not looked at. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type {
  Format,
  Place,
  ReadItem,
  ReadOptions,
  Reader,
  ReadRecommendation,
  ReadThing,
  RefusedRow,
} from '../records.ts'
import { unreadable } from '../unreadable-file.ts'
import { crosswalk } from './crosswalk.ts'
import { documentKeyOf, joinNames, nameDocument, type NamedDocument } from './documents.ts'
import { recordIdOf } from './identity.ts'
import { DoubtsOfReading } from './lists.ts'
import { RefusedFile } from './refused.ts'
import { NUMBERED_BY_MANY, OWN_SYSTEM, SOURCES } from './sources.ts'
import { SourceIds } from './source-ids.ts'
import { Spool, explainDisk } from './spool.ts'
import { wordingHash } from './wording.ts'
import { DOUBTS_KEPT, REFUSED_KEPT, type DoubtExample } from './report.ts'

export type Phase = 'reading' | 'planning' | 'writing'
export type Progress = {
  readonly phase: Phase
  /** Rows done. */
  readonly done: number
  /** Rows in all; null while they are being counted by reading. */
  readonly total: number | null
  /** How much of the file has been read, 0 to 1; absent where rows in all say how far it is. */
  readonly share?: number | undefined
}
export type Watch = {
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

export type FileToImport = {
  readonly path: string
  readonly format: Format
  readonly reader: Reader
  readonly options: ReadOptions
  /** Which recommendation a row is by a table of ours; the one for its format where not given. */
  readonly crosswalk?: ((row: ReadRecommendation) => string | null) | undefined
  /** Folder of this import alone: spool and refused rows. It is made anew. */
  readonly folder: string
}

/** A file that was read whole and can be written. */
export type PreparedImport = {
  readonly fileName: string
  readonly fileBytes: number
  readonly format: Format
  readonly system: string
  readonly sourceName: string
  /** SHA-256 of the file and of how it was read. */
  readonly contentHash: string
  readonly spool: Spool
  readonly documents: ReadonlyMap<string, NamedDocument>
  readonly states: ReadonlySet<string>
  readonly mechanisms: ReadonlySet<string>
  readonly sdgs: ReadonlySet<string>
  readonly sourceIds: SourceIds
  /** What our own export describes besides recommendations, by id. */
  readonly things: ReadonlyMap<string, ReadThing>
  /** Rows that are recommendations, refused ones apart. */
  readonly rows: number
  readonly refusedCount: number
  readonly skippedCount: number
  readonly refused: readonly RefusedRow[]
  /** Where the spool lies, and the lists of what the import tells at length (`lists.ts`). */
  readonly folder: string
  readonly skippedBecause: readonly { readonly reason: string; readonly count: number }[]
  readonly doubtCount: number
  /** The first of them; all are on disk. */
  readonly doubts: readonly DoubtExample[]
  readonly allDoubts: DoubtsOfReading
  readonly unknownLabels: readonly { readonly printed: string; readonly count: number }[]
  /** The first rows as they would be stored. */
  readonly sample: readonly ReadRecommendation[]
  readonly seconds: number
}

const SAMPLE = 10
/** Different labels without an id that are counted apart. */
const LABELS_COUNTED = 2_000
/** Rows between two reports of progress, and between two turns given to whoever wants to cancel. */
const PROGRESS_EVERY = 1_000
/** What of a file is read between two reports of progress, also where no row comes of it. */
const SHARE_TOLD = 0.01

async function hashOf(path: string, how: string, signal: AbortSignal | undefined): Promise<string> {
  const hash = createHash('sha256').update(how)
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20, signal })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

const joinThings = (a: ReadThing | undefined, b: ReadThing): ReadThing =>
  a === undefined ? b : { ...b, properties: { ...a.properties, ...b.properties } }

/** What is wrong with a record for the graph, whatever its format; null where nothing is. */
function problemOf({ state, mechanism, text, more }: ReadRecommendation): Omit<RefusedRow, 'place'> | null {
  if (!/^[A-Z]{3}$/.test(state))
    return {
      column: 'state',
      value: state,
      reason: 'The State is not known. Expected its name or its ISO 3166-1 alpha-3 code.',
    }
  if (mechanism.trim() === '')
    return {
      column: 'mechanism',
      value: '',
      reason: 'The mechanism is not known. Expected the body that made the recommendation.',
    }
  if (text.trim() === '' && (typeof more['summary'] !== 'string' || more['summary'].trim() === ''))
    return { column: 'text', value: '', reason: 'The recommendation has no words. Expected its text.' }
  return null
}

/**
 * Reads a file from start to end. Errors: UnreadableFileError of the reader where the file cannot be read as a whole,
 * LaunchError on a full disk; in either case nothing is left behind.
 */
export async function prepareImport(file: FileToImport, { onProgress, signal }: Watch = {}): Promise<PreparedImport> {
  const started = performance.now()
  const { path, format, reader, options, folder } = file
  const { system, name } = SOURCES[format]
  // Two sheets of one file are two imports. A file read as before keeps the hash that runs cut off were begun under.
  const chosen = options.sheet === undefined ? [] : [options.sheet]
  const contentHash = await hashOf(path, JSON.stringify([format, options.state, options.mapping, ...chosen]), signal)
  const spool = new Spool(join(folder, 'spool'))
  const refusedFile = new RefusedFile(folder)
  const allDoubts = new DoubtsOfReading(folder)
  const documents = new Map<string, NamedDocument>()
  const [states, mechanisms, sdgs] = [new Set<string>(), new Set<string>(), new Set<string>()]
  const sourceIds = new SourceIds()
  const things = new Map<string, ReadThing>()
  const [skipped, labels] = [new Map<string, number>(), new Map<string, number>()]
  const [refused, doubts, sample]: [RefusedRow[], DoubtExample[], ReadRecommendation[]] = [[], [], []]
  let [rows, skippedCount, doubtCount, done] = [0, 0, 0, 0]
  const named = file.crosswalk ?? crosswalk(format)

  const refuse = (row: RefusedRow): void => {
    refusedFile.add(row)
    if (refused.length < REFUSED_KEPT) refused.push(row)
  }
  const doubt = (place: Place, words: string): void => {
    doubtCount += 1
    const one = { row: place.row, sheet: place.sheet, doubt: words }
    allDoubts.add(one)
    if (doubts.length < DOUBTS_KEPT) doubts.push(one)
  }
  const take = ({ recommendation: one, cells }: Extract<ReadItem, { is: 'recommendation' }>): void => {
    const problem = problemOf(one)
    if (problem !== null) return refuse({ place: one.place, ...problem, cells: cells?.() })
    const { document, ...rest } = one
    const documentKey = documentKeyOf(document, one.state, one.mechanism, { isOurs: system === OWN_SYSTEM })
    const ownId = recordIdOf(one)
    if (ownId !== null && !sourceIds.add(`${system}:${ownId}`, documentKey) && !NUMBERED_BY_MANY.has(system))
      return refuse({
        place: one.place,
        column: null,
        value: one.sourceId ?? '',
        reason: 'The same id stands in another row with another document. Expected one document for each id.',
        cells: cells?.(),
      })
    const before = documents.get(documentKey)
    const name = nameDocument(one, documentKey, { isOurs: system === OWN_SYSTEM })
    documents.set(documentKey, before === undefined ? name : joinNames(before, name))
    states.add(one.state)
    for (const { code } of one.recommendingStates) if (code !== null) states.add(code)
    mechanisms.add(one.mechanism)
    for (const { id } of one.sdgs) if (id !== null) sdgs.add(id)
    for (const { id, printed } of [...one.themes, ...one.affectedGroups])
      if (id === null && (labels.has(printed) || labels.size < LABELS_COUNTED))
        labels.set(printed, (labels.get(printed) ?? 0) + 1)
    if (sample.length < SAMPLE) sample.push(one)
    spool.add({
      ...rest,
      documentKey,
      hash: wordingHash(one.text === '' ? String(one.more['summary'] ?? '') : one.text),
      crosswalkId: named(one),
    })
    rows += 1
  }

  let [share, toldShare] = [0, 0]
  const tell = (): void => {
    toldShare = share
    onProgress?.({ phase: 'reading', done, total: null, share })
  }
  const onShare = (given: number): void => {
    // What a damaged zip says of its sizes may be wrong.
    if (given > share) share = Math.min(1, given)
    if (share - toldShare >= SHARE_TOLD) tell()
  }

  try {
    tell()
    for await (const item of reader(path, { ...options, onShare }) as AsyncIterable<ReadItem>) {
      if (item.is === 'recommendation') take(item)
      else if (item.is === 'refused') refuse(item.refused)
      else if (item.is === 'skipped') {
        skippedCount += 1
        skipped.set(item.reason, (skipped.get(item.reason) ?? 0) + 1)
      } else if (item.is === 'thing') {
        const before = things.get(item.thing.id)
        // Named in passing first, described in full later.
        if (before === undefined || before.relationships.length === 0)
          things.set(item.thing.id, joinThings(before, item.thing))
      } else if (item.is === 'afterwards') spool.addAfterwards(item)
      else doubt(item.place, item.doubt)
      done += 1
      if (done % PROGRESS_EVERY === 0) {
        signal?.throwIfAborted()
        tell()
      }
    }
    if (rows + refusedFile.count + skippedCount === 0)
      throw unreadable({
        file: options.fileName,
        at: null,
        found: 'not one row or record',
        expected: 'at least one recommendation',
      })
    spool.close()
    await refusedFile.close()
    allDoubts.close()
  } catch (error) {
    spool.remove()
    refusedFile.remove()
    allDoubts.remove()
    throw explainDisk(error, folder)
  }
  const byCount = (counts: ReadonlyMap<string, number>): [string, number][] => [...counts].sort((a, b) => b[1] - a[1])
  return {
    fileName: options.fileName,
    fileBytes: (await stat(path)).size,
    format,
    system,
    sourceName: name,
    contentHash,
    spool,
    documents,
    states,
    mechanisms,
    sdgs,
    sourceIds,
    things,
    rows,
    refusedCount: refusedFile.count,
    skippedCount,
    refused,
    folder,
    skippedBecause: byCount(skipped).map(([reason, count]) => ({ reason, count })),
    doubtCount,
    doubts,
    allDoubts,
    unknownLabels: byCount(labels)
      .slice(0, REFUSED_KEPT)
      .map(([printed, count]) => ({ printed, count })),
    sample,
    seconds: (performance.now() - started) / 1000,
  }
}
