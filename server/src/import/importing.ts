/** The far end, in the process that imports: does what the server or the command asks (`importer.ts`), and ends with it. */
import { rmSync } from 'node:fs'
import type { Db } from '../../../graph/db/index.ts'
import { LaunchError } from '../../../graph/engine/index.ts'
import {
  listsIn,
  planImport,
  undoImport,
  UnreadableFileError,
  writeImport,
  type PreparedImport,
  type Scope,
} from '../../../graph/index.ts'
import { readConfig } from '../config.ts'
import { fromDriver } from '../errors.ts'
import { openGraph } from '../launch/graph.ts'
import { Stages } from '../launch/stages.ts'
import { inspectFile, readFileWhole, tidy } from './files.ts'
import type { Question, SampleRow, Step, Told } from './importer.ts'
import { linkImported } from './links.ts'

/** Rows shown as they would be stored. */
const SAMPLE = 5

/** Lists of a file that made no run: the next of the same name takes their place. */
const nameOfLists = ({ fileName }: PreparedImport): string =>
  `last-${fileName.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}`

const sampleRow = (one: PreparedImport['sample'][number]): SampleRow => ({
  row: one.place.row,
  sheet: one.place.sheet,
  state: one.state,
  mechanism: one.mechanism,
  document:
    one.document.symbol ??
    one.document.title ??
    (one.document.session === null ? null : `${one.mechanism} ${one.document.session}`),
  paragraph: one.paragraph,
  text: (one.text || String(one.more['summary'] ?? '')).slice(0, 300),
  position: one.position,
  recommendingStates: one.recommendingStates.map(({ printed }) => printed),
  themes: one.themes.map(({ printed }) => printed),
})

function failureOf(error: unknown): Extract<Told, { is: 'failure' }> {
  if (error instanceof LaunchError || error instanceof UnreadableFileError)
    return { is: 'failure', words: error.message, detail: null }
  const known = fromDriver(error)
  if (known !== null)
    return {
      is: 'failure',
      words: `${known.message} Importing the same file again completes what was begun.`,
      detail: null,
    }
  return {
    is: 'failure',
    words:
      'Something went wrong on the server; its log says more. Importing the same file again completes what was begun.',
    detail: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }
}

/** Answers whoever started the process until they let go. */
export async function serveImports(): Promise<void> {
  const { dataDir, ...config } = readConfig()
  let prepared: Awaited<ReturnType<typeof readFileWhole>> | null = null
  let stopping = new AbortController()
  const drop = (): void => {
    prepared?.spool.remove()
    if (prepared !== null) rmSync(prepared.folder, { recursive: true, force: true })
    prepared = null
  }
  const whatWasRead = () => {
    if (prepared === null) throw new LaunchError('The file has not been read yet. Read it first.')
    return prepared
  }
  /** What one sheet of several lacks is not gone: it may stand in another. Whoever says how much the file holds is believed. */
  const scopeOf = (asked: Scope): Scope => (asked === 'auto' && whatWasRead().isPart ? 'part' : asked)
  // The server ended or wants no more: nothing is committed by halves, and the run stands as one that was cut off.
  process.once('disconnect', () => {
    drop()
    process.exit(0)
  })
  // Ctrl-C at a terminal reaches this process too; the server says what is to be done.
  process.on('SIGINT', () => {})

  const tell = (told: Told): void => void process.send?.(told)
  const onProgress = (step: Step): void => tell({ is: 'progress', step })

  const graph = openGraph({ ...config, dataDir }, { stages: new Stages(), isServer: false })
  // A failure is met by the first question that needs the graph.
  graph.catch(() => {})
  const db = async (): Promise<Db> => (await graph).db

  const work = async (question: Exclude<Question, { does: 'stop' }>): Promise<unknown> => {
    const { signal } = stopping
    switch (question.does) {
      case 'inspect':
        return inspectFile(dataDir, question.given, signal)
      case 'read': {
        drop()
        const inspected = await inspectFile(dataDir, question.given, signal)
        prepared = await readFileWhole(dataDir, question.given, inspected, { onProgress, signal })
        const { sample, folder } = prepared
        return { inspected, sample: sample.slice(0, SAMPLE).map(sampleRow), lists: listsIn(folder) }
      }
      case 'plan': {
        const report = await planImport(await db(), whatWasRead(), {
          onProgress,
          signal,
          scope: scopeOf(question.scope),
        })
        return { report, lists: listsIn(whatWasRead().folder) }
      }
      case 'drop': {
        const lists = await tidy(dataDir, whatWasRead(), nameOfLists(whatWasRead()))
        prepared = null
        return lists
      }
      case 'write': {
        const report = await writeImport(await db(), whatWasRead(), {
          onProgress,
          signal,
          scope: scopeOf(question.scope),
        })
        const lists = await tidy(dataDir, whatWasRead(), report.runId ?? nameOfLists(whatWasRead()))
        prepared = null
        return { report, lists }
      }
      case 'undo':
        return undoImport(await db(), question.runId, { onProgress, signal })
      case 'link':
        return linkImported(await db(), question, {
          onProgress: (done, total) => onProgress({ phase: 'linking', done, total }),
          signal,
        })
    }
  }

  process.on('message', (question: Question) => {
    if (question.does === 'stop') return stopping.abort()
    stopping = new AbortController()
    void work(question)
      .then((answer): Told => ({ is: 'answer', answer }), failureOf)
      .then(tell)
  })
}
