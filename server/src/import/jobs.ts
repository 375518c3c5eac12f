/**
 * The one import that a server works on: received, recognised, read and compared, written, linked; or a run being taken back. Its state is
 * the server's, so that a person may leave the page and come back; the work is done by processes of its own (`importer.ts`), so that
 * readers are answered meanwhile. What is in the graph is kept by its run: a process that ends leaves a run that the same file completes.
 */
import { randomBytes } from 'node:crypto'
import { createWriteStream, existsSync } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Logger } from 'pino'
import type { Db } from '../../../graph/db/index.ts'
import { LaunchError } from '../../../graph/engine/index.ts'
import {
  explainDisk,
  findRun,
  LISTS,
  NO_LISTS,
  type Format,
  type ImportReport,
  type ImportRun,
  type ListFiles,
  type ListName,
  type Scope,
  type UndoReport,
} from '../../../graph/index.ts'
import type { LinkReport } from '../links/store.ts'
import { importsFolder, listFileOf, ownName, removeLeftBehind, type Inspected, type Mapping } from './files.ts'
import {
  IMPORT_HEAP,
  Importer,
  ImporterError,
  type ImporterStart,
  type SampleRow,
  type Step as Progress,
} from './importer.ts'
import { touchedBy, type Touched } from './links.ts'
import { Pace, shareOf } from './pace.ts'

/** Largest file taken over HTTP: five times the whole UHRI. The command line has no such limit. */
export const MAX_UPLOAD_BYTES = 2_000_000_000
/** An upload of which nothing arrives for this long is given up. */
const UPLOAD_STALL_MS = 60_000
/** Steps at which something runs; it can be stopped. */
const RUNNING = ['receiving', 'inspecting', 'reading', 'writing', 'linking', 'undoing'] as const
/** The others wait for a person to decide what comes next. */
export type Step = (typeof RUNNING)[number] | 'inspected' | 'planned' | 'done' | 'undone' | 'stopped' | 'failed'

/** Bytes while a file is received; rows while it is read, compared and written; States while they are linked. */
export type JobProgress = {
  readonly phase: Progress['phase'] | 'receiving' | 'undoing'
  readonly done: number
  /** Null where the end is not known. */
  readonly total: number | null
  /** 0 to 1; of the file while it is read, whose rows in all are not known. Null where nothing says how far it is. */
  readonly share: number | null
  readonly secondsLeft: number | null
}

export type ReadChoices = {
  readonly format?: Format | undefined
  /** ISO 3166-1 alpha-3 of the State to take where the file names none. */
  readonly state?: string | undefined
  readonly mapping?: Mapping | undefined
  /** Sheet of a workbook; its first with a table where not given. */
  readonly sheet?: string | undefined
}

/** What is told of the job: the whole of it after every step. */
export type JobState = {
  readonly id: string
  readonly fileName: string
  readonly bytes: number
  readonly step: Step
  readonly isRunning: boolean
  /** Whether the file is still there to be read, again or with other choices. */
  readonly canRead: boolean
  /** Whether it was read whole and can be written, also after a stop: then it is completed. */
  readonly canWrite: boolean
  readonly inspected: Inspected | null
  readonly choices: ReadChoices
  readonly progress: JobProgress | null
  readonly sample: readonly SampleRow[]
  /** Of the dry run, then of the import. */
  readonly report: ImportReport | null
  /** Null until links were looked for, and where nothing was written. */
  readonly links: LinkReport | null
  readonly undo: UndoReport | null
  /** The run that was written or taken back. */
  readonly runId: string | null
  /** Lists that can be had as files. */
  readonly lists: readonly ListName[]
  readonly error: string | null
}

/** A request that does not fit the job, and its status. */
export class JobError extends Error {
  override name = 'JobError'
  readonly status: number
  readonly code: string
  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

export const tooLarge = (): JobError =>
  new JobError(
    413,
    'LIMIT_EXCEEDED',
    `The file is larger than the ${MAX_UPLOAD_BYTES / 1e9} GB that are taken over HTTP. Use the command line: npm run import -- FILE.`,
  )

type Watch = { readonly onProgress: (progress: Progress) => void; readonly signal: AbortSignal }
export type Change = { readonly kind: 'job' | 'progress'; readonly job: JobState | null }

const isRunning = (step: Step): boolean => RUNNING.some((one) => one === step)

export class ImportJobs {
  readonly #db: Db
  readonly #dataDir: string
  readonly #logger: Logger
  readonly #listeners = new Set<(change: Change) => void>()
  #state: JobState | null = null
  #path: string | null = null
  /** Whether the importing process holds what it read. */
  #isRead = false
  #lists: ListFiles = NO_LISTS
  #stopping = new AbortController()
  #pace = new Pace()
  #ended: Promise<unknown> = Promise.resolve()

  /** Imports, and takes imports back: the file that it read stays with it until it is written. */
  readonly #importer: Importer
  /** Links: a process of its own, since what it needs grows with the largest State, and an import's does not grow. */
  readonly #linker: Importer

  constructor({
    db,
    dataDir,
    logger,
    importer,
  }: {
    readonly db: Db
    readonly dataDir: string
    readonly logger: Logger
    readonly importer: ImporterStart
  }) {
    this.#db = db
    this.#dataDir = dataDir
    this.#logger = logger
    this.#importer = new Importer(importer, IMPORT_HEAP, () => this.#lose())
    this.#linker = new Importer(importer, [])
    removeLeftBehind(this.#uploads)
    removeLeftBehind(importsFolder(dataDir))
  }

  /** Process that reads and writes files; null while there is none. */
  get importerPid(): number | null {
    return this.#importer.pid
  }

  /** The importing process is gone, and with it what it had read; the file is still there. */
  #lose(): void {
    this.#isRead = false
    this.#lists = NO_LISTS
    removeLeftBehind(importsFolder(this.#dataDir))
    if (this.#state?.isRunning === false) this.#set({})
  }

  get #uploads(): string {
    return join(importsFolder(this.#dataDir), 'uploads')
  }

  get current(): JobState | null {
    return this.#state
  }

  /** Throws JobError 404 for a job that another has taken the place of. */
  get(id: string): JobState {
    if (this.#state?.id === id) return this.#state
    throw new JobError(
      404,
      'NOT_FOUND',
      `There is no import job ${id.slice(0, 40)}: another has taken its place, or the server was started again. What was written stands under /import/runs.`,
    )
  }

  /** Where a list of the job stands; null where there is nothing in it. */
  listFile(list: ListName): string | null {
    return this.#lists[list]
  }

  /** Tells a listener of every change, until the returned function is called. */
  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(kind: Change['kind']): void {
    for (const listener of this.#listeners) listener({ kind, job: this.#state })
  }

  #set(change: Partial<JobState>): void {
    if (this.#state === null) return
    const next = { ...this.#state, ...change }
    this.#state = {
      ...next,
      isRunning: isRunning(next.step),
      canRead: this.#path !== null,
      canWrite: this.#isRead,
      lists: LISTS.filter((list) => this.#lists[list] !== null),
    }
    this.#tell('job')
  }

  #progress(phase: JobProgress['phase'], step: Omit<Progress, 'phase'>): void {
    if (this.#state === null) return
    const share = shareOf(step)
    const { done, total } = step
    const secondsLeft = this.#pace.secondsLeft(phase, share)
    this.#state = { ...this.#state, progress: { phase, done, total, share, secondsLeft } }
    this.#tell('progress')
  }

  /** Words for the page; what they do not say goes to the log. */
  #wordsOf(error: unknown): string {
    if (error instanceof ImporterError && error.detail !== null)
      this.#logger.error({ detail: error.detail }, 'an import failed')
    if (error instanceof LaunchError) return error.message
    this.#logger.error({ err: error }, 'an import failed')
    return 'Something went wrong on the server; its log says more. Importing the same file again completes what was begun.'
  }

  /** Runs a step. The promise ends with it, however it ends. */
  #run(step: (typeof RUNNING)[number], work: (watch: Watch) => Promise<Partial<JobState>>): Promise<JobState> {
    const stopping = new AbortController()
    this.#stopping = stopping
    this.#pace = new Pace()
    this.#set({ step, progress: null, error: null })
    const ended = (async () => {
      let change: Partial<JobState>
      try {
        change = await work({
          onProgress: ({ phase, ...rest }) => this.#progress(step === 'undoing' ? step : phase, rest),
          signal: stopping.signal,
        })
      } catch (error) {
        change = stopping.signal.aborted ? { step: 'stopped' } : { step: 'failed', error: this.#wordsOf(error) }
      }
      this.#set({ ...change, progress: null })
      if (this.#state === null) throw new Error('A running job is not forgotten')
      return this.#state
    })()
    this.#ended = ended
    return ended
  }

  #beIdle(): void {
    if (this.#state?.isRunning !== true) return
    const { fileName, step } = this.#state
    throw new JobError(
      409,
      'BUSY',
      `The server imports one file at a time and is at ${fileName} (${step}). Wait until it has ended, or stop it first.`,
    )
  }

  /** Puts a new job in the place of one that waits, whose files are on their way out when the promise is done. */
  #replace(fileName: string): Promise<void> {
    this.#beIdle()
    const leaving = this.#takeFiles()
    this.#state = {
      id: `job-${randomBytes(6).toString('hex')}`,
      fileName,
      bytes: 0,
      step: 'receiving',
      isRunning: true,
      canRead: false,
      canWrite: false,
      inspected: null,
      choices: {},
      progress: null,
      sample: [],
      report: null,
      links: null,
      undo: null,
      runId: null,
      lists: [],
      error: null,
    }
    return leaving
  }

  /** Forgets the files of the job at once, and takes them away, with the process that had read them. */
  async #takeFiles(): Promise<void> {
    const path = this.#path
    this.#path = null
    this.#isRead = false
    this.#lists = NO_LISTS
    if (path !== null) await rm(path, { force: true })
    await this.#importer.end()
  }

  /**
   * Receives a file as it comes and looks at what it is, by what is chosen already. `expectedBytes` is null where the sender does not say.
   * Throws JobError: 409 while another is worked on, 413 for one that is too large.
   */
  receive(
    fileName: string,
    source: Readable,
    expectedBytes: number | null,
    choices: ReadChoices = {},
  ): Promise<JobState> {
    this.#beIdle()
    if ((expectedBytes ?? 0) > MAX_UPLOAD_BYTES) throw tooLarge()
    const leaving = this.#replace(fileName)
    return this.#run('receiving', async (watch) => {
      const { signal } = watch
      await leaving
      await mkdir(this.#uploads, { recursive: true, mode: 0o700 })
      const path = join(this.#uploads, ownName())
      let bytes = 0
      const stalled = (): void => {
        source.destroy(new LaunchError(`Nothing of the file arrived for ${UPLOAD_STALL_MS / 1_000} s. Send it again.`))
      }
      let timer = setTimeout(stalled, UPLOAD_STALL_MS)
      const count = new Transform({
        transform: (chunk: Buffer, _encoding, done) => {
          clearTimeout(timer)
          timer = setTimeout(stalled, UPLOAD_STALL_MS)
          bytes += chunk.length
          this.#progress('receiving', { done: bytes, total: expectedBytes })
          done(bytes > MAX_UPLOAD_BYTES ? new LaunchError(tooLarge().message) : null, chunk)
        },
      })
      try {
        await pipeline(source, count, createWriteStream(path, { mode: 0o600 }), { signal })
        if (bytes === 0) throw new LaunchError(`${fileName} is empty: no byte of it arrived. Expected a file.`)
      } catch (error) {
        await rm(path, { force: true })
        const { code } = error as NodeJS.ErrnoException
        if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE')
          throw new LaunchError(`${fileName} was cut off after ${bytes} bytes. Send it again.`)
        throw explainDisk(error, this.#uploads)
      } finally {
        clearTimeout(timer)
      }
      this.#path = path
      this.#set({ step: 'inspecting', bytes, progress: null })
      return this.#inspect({ path, fileName }, choices, watch)
    })
  }

  async #inspect(
    file: { readonly path: string; readonly fileName: string },
    choices: ReadChoices,
    watch: Watch,
  ): Promise<Partial<JobState>> {
    const inspected = await this.#importer.ask('inspect', { given: { ...file, ...choices } }, watch)
    return { step: 'inspected', inspected, choices }
  }

  /** The file that waits; what was read of it counts no longer. Throws JobError 409 where there is none or something runs. */
  #takeUp(): { readonly path: string; readonly fileName: string; readonly choices: ReadChoices } {
    this.#beIdle()
    const [state, path] = [this.#state, this.#path]
    if (state === null || path === null)
      throw new JobError(409, 'NO_FILE', 'The file is no longer there. Send it again.')
    this.#isRead = false
    this.#lists = NO_LISTS
    this.#set({ report: null, sample: [], links: null })
    return { path, fileName: state.fileName, choices: state.choices }
  }

  /** Looks at the file again, at another of its sheets say. Throws JobError 409 where there is no file or something runs. */
  look(choices: ReadChoices): Promise<JobState> {
    const file = this.#takeUp()
    return this.#run('inspecting', (watch) => this.#inspect(file, choices, watch))
  }

  /**
   * Reads the file whole and compares it with the graph; of a workbook the sheet that was looked at, unless another is chosen.
   * Throws JobError 409 where there is no file or something runs.
   */
  read(given: ReadChoices): Promise<JobState> {
    const { path, fileName, choices: before } = this.#takeUp()
    const choices = before.sheet === undefined ? given : { sheet: before.sheet, ...given }
    this.#set({ choices })
    return this.#run('reading', async (watch) => {
      const given = { path, fileName, ...choices }
      const read = await this.#importer.ask('read', { given }, watch)
      this.#isRead = true
      this.#lists = read.lists
      this.#set({ inspected: read.inspected, sample: read.sample })
      const { report, lists } = await this.#importer.ask('plan', { scope: 'auto' }, watch)
      this.#lists = lists
      return { step: 'planned', report }
    })
  }

  /** Writes what was read, and finds links between what it touched. Throws JobError 409 where nothing was read. */
  write(scope: Scope): Promise<JobState> {
    this.#beIdle()
    if (!this.#isRead)
      throw new JobError(409, 'NOT_READ', 'The file has not been read yet. Read it first; then it can be written.')
    // Those of the dry run make way for those of the import.
    this.#lists = { ...NO_LISTS, refused: this.#lists.refused }
    return this.#run('writing', async (watch) => {
      const { report, lists } = await this.#importer.ask('write', { scope }, watch)
      this.#isRead = false
      this.#lists = lists
      await this.#importer.end()
      const path = this.#path
      this.#path = null
      if (path !== null) await rm(path, { force: true })
      this.#set({ step: 'linking', report, runId: report.runId, progress: null })
      return { step: 'done', links: await this.#link(report, watch) }
    })
  }

  /** The import stands whatever becomes of its links: they are found by the next import, the next start, or `npm run links`. */
  async #link(touched: Touched, watch: Watch): Promise<LinkReport | null> {
    try {
      return await this.#linker.ask('link', touched, watch)
    } catch (error) {
      if (!watch.signal.aborted) this.#logger.error({ err: error }, 'links could not be found after an import')
      return null
    } finally {
      await this.#linker.end()
    }
  }

  /** Takes a run back; it is the server's one job while it lasts. Throws JobError 409 while another runs. */
  undo(run: ImportRun): Promise<JobState> {
    const leaving = this.#replace(run.fileName)
    return this.#run('undoing', async (watch) => {
      await leaving
      const undo = await this.#importer.ask('undo', { runId: run.id }, watch)
      await this.#importer.end()
      this.#set({ step: 'linking', undo, runId: run.id })
      return { step: 'undone', links: await this.#link(touchedBy(run), watch) }
    })
  }

  /** Stops what runs, after the batch that is being written. */
  stop(): void {
    this.#stopping.abort()
  }

  /** Forgets the job and its file. Throws JobError 409 while it runs. */
  async leave(): Promise<void> {
    this.#beIdle()
    const leaving = this.#takeFiles()
    this.#state = null
    this.#tell('job')
    await leaving
  }

  /** Throws JobError 404 where there is no such run. */
  async getRun(id: string): Promise<ImportRun> {
    const run = await findRun(this.#db, id)
    if (run === null)
      throw new JobError(404, 'NOT_FOUND', `There is no import run ${id.slice(0, 60)}. Look at the list: /import/runs.`)
    return run
  }

  /** Lists of a run that stand on this machine. */
  listsOf(run: ImportRun): ListName[] {
    return LISTS.filter((list) => existsSync(this.listFileOf(run, list)))
  }

  /** Where a list of a run stands, whether there is anything in it or not. */
  listFileOf(run: ImportRun, list: ListName): string {
    return listFileOf(this.#dataDir, run.id, list)
  }

  /** The server ends: what runs is cut off at its next batch, and waited for, so that the database is not closed under it. */
  async close(): Promise<void> {
    this.#listeners.clear()
    this.stop()
    await this.#ended
    await this.#takeFiles()
    await this.#linker.end()
  }
}
