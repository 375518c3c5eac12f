/** The near end of a process that imports, for the server and the command: started when there is work, asked by messages, one question at a time. */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { LaunchError } from '../../../graph/engine/errors.ts'
import type { ImportReport, ListFiles, Progress, Scope, UndoReport } from '../../../graph/index.ts'
import type { LinkReport } from '../links/store.ts'
import type { GivenFile, Inspected } from './files.ts'
import type { Touched } from './links.ts'

/** A row as it would be stored, in the fields that tell a person whether the file was understood. */
export type SampleRow = {
  readonly row: number
  readonly sheet: string | null
  readonly state: string
  readonly mechanism: string
  readonly document: string | null
  readonly paragraph: string | null
  readonly text: string
  readonly position: string | null
  readonly recommendingStates: readonly string[]
  readonly themes: readonly string[]
}

/** What the process can be asked to do, and what it answers. `plan`, `write` and `drop` take what the last `read` read. */
export type Work = {
  readonly inspect: { readonly ask: { readonly given: GivenFile }; readonly answer: Inspected }
  readonly read: {
    readonly ask: { readonly given: GivenFile }
    readonly answer: {
      readonly inspected: Inspected
      readonly sample: readonly SampleRow[]
      readonly lists: ListFiles
    }
  }
  /** The dry run: what writing would do. */
  readonly plan: {
    readonly ask: { readonly scope: Scope }
    readonly answer: { readonly report: ImportReport; readonly lists: ListFiles }
  }
  readonly write: {
    readonly ask: { readonly scope: Scope }
    readonly answer: { readonly report: ImportReport; readonly lists: ListFiles }
  }
  /** Forgets what was read, and keeps the lists; answers where they stand. */
  readonly drop: { readonly ask: object; readonly answer: ListFiles }
  readonly undo: { readonly ask: { readonly runId: string }; readonly answer: UndoReport }
  /** Links and suggestions of the States of a report, after an import or an undo. */
  readonly link: { readonly ask: Touched; readonly answer: LinkReport | null }
}
export type Kind = keyof Work
export type Question = { readonly [One in Kind]: { readonly does: One } & Work[One]['ask'] }[Kind] | { does: 'stop' }

/** Rows for the steps of an import, States for linking. */
export type Step = Pick<Progress, 'done' | 'total' | 'share'> & { readonly phase: Progress['phase'] | 'linking' }
export type Told =
  | { readonly is: 'progress'; readonly step: Step }
  | { readonly is: 'answer'; readonly answer: unknown }
  /** `detail`: the whole of a fault of ours, for the log; null where the words say all. */
  | { readonly is: 'failure'; readonly words: string; readonly detail: string | null }

/** How the process is started. */
export type ImporterStart = {
  /** The built command `importer`. */
  readonly file: string
  readonly environment: Readonly<Record<string, string>>
}

/** The process could not do what it was asked; the message is for people. */
export class ImporterError extends LaunchError {
  override name = 'ImporterError'
  readonly detail: string | null
  constructor(words: string, detail: string | null) {
    super(words)
    this.detail = detail
  }
}

/** Heap for an import of any length: V8 takes more where memory is plenty, and needs no more (measured at 287,000 rows). */
export const IMPORT_HEAP = ['--max-old-space-size=256', '--max-semi-space-size=8'] as const

type Pending = {
  readonly onProgress: ((step: Step) => void) | undefined
  readonly resolve: (answer: unknown) => void
  readonly reject: (error: ImporterError) => void
}

export class Importer {
  readonly #start: ImporterStart
  readonly #options: readonly string[]
  #child: ChildProcess | null = null
  #pending: Pending | null = null
  readonly #onLost: () => void

  /** `onLost` is called where the process ends without having been told to: what it had read is gone with it. */
  constructor(start: ImporterStart, options: readonly string[], onLost: () => void = () => {}) {
    this.#start = start
    this.#options = options
    this.#onLost = onLost
  }

  /** Process that works; null while there is none. */
  get pid(): number | null {
    return this.#child?.pid ?? null
  }

  #open(): ChildProcess {
    if (this.#child !== null) return this.#child
    const child = fork(this.#start.file, [], {
      // What it prints is a stack at most: the server's own log is the place for it.
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      execArgv: [...this.#options],
      env: { ...process.env, ...this.#start.environment },
    })
    this.#child = child
    child.on('message', (told: Told) => {
      const pending = this.#pending
      if (told.is === 'progress') return pending?.onProgress?.(told.step)
      this.#pending = null
      if (told.is === 'answer') pending?.resolve(told.answer)
      else pending?.reject(new ImporterError(told.words, told.detail))
    })
    const lost = (how: string): void => {
      if (this.#child !== child) return
      this.#child = null
      const pending = this.#pending
      this.#pending = null
      this.#onLost()
      pending?.reject(
        new ImporterError(
          `The process that imports ended by itself (${how}). What it had written stays. Read the file again and write it: that completes the import.`,
          null,
        ),
      )
    }
    child.once('exit', (status, signal) => lost(signal ?? `status ${String(status)}`))
    child.on('error', (error) => lost(error.message))
    return child
  }

  /**
   * Asks for one thing, which the signal stops at its next batch. Throws ImporterError, or the signal's
   * reason. One question at a time: whoever asks sees to that.
   */
  async ask<One extends Kind>(
    does: One,
    question: Work[One]['ask'],
    { onProgress, signal }: { onProgress?: (step: Step) => void; signal?: AbortSignal } = {},
  ): Promise<Work[One]['answer']> {
    signal?.throwIfAborted()
    const child = this.#open()
    const stop = (): void => {
      if (child.connected) child.send({ does: 'stop' } satisfies Question)
    }
    signal?.addEventListener('abort', stop)
    try {
      return (await new Promise<unknown>((resolve, reject) => {
        this.#pending = { onProgress, resolve, reject }
        child.send({ does, ...question })
      })) as Work[One]['answer']
    } catch (error) {
      signal?.throwIfAborted()
      throw error
    } finally {
      signal?.removeEventListener('abort', stop)
    }
  }

  /** Ends the process; what it has on disk goes with it. */
  async end(): Promise<void> {
    const child = this.#child
    this.#child = null
    if (child === null || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    if (child.connected) child.disconnect()
    await ended
  }
}
