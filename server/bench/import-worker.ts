/** An import in a process of its own, so that its memory is its own and it can be killed: file to graph, told step by step. */
import { connect, type Connection } from '../../graph/db/index.ts'
import { prepareImport, readerOf, writeImport, type ImportReport, type Phase } from '../../graph/index.ts'

export type Work = {
  readonly connection: Connection
  readonly path: string
  readonly folder: string
  readonly batchSize?: number | undefined
}
export type Told =
  | { readonly phase: Phase; readonly done: number; readonly rssMB: number }
  | { readonly counts: ImportReport['counts']; readonly readingSeconds: number; readonly writingSeconds: number }

const MB = 1_048_576
/** Milliseconds between two looks at the process's memory. */
const LOOK_MS = 20

/** Imports the UHRI file that `work` (JSON) names; progress, with the most memory since the last, goes to the parent process. */
export async function importWorker(work: string): Promise<void> {
  const { connection, path, folder, batchSize } = JSON.parse(work) as Work
  const tell = (told: Told): void => void process.send?.(told)
  let peak = 0
  const watching = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), LOOK_MS)
  const onProgress = ({ phase, done }: { phase: Phase; done: number }): void => {
    tell({ phase, done, rssMB: Math.max(peak, process.memoryUsage.rss()) / MB })
    peak = 0
  }
  const db = connect(connection)
  const prepared = await prepareImport(
    {
      path,
      format: 'uhri-json',
      reader: readerOf('uhri-json'),
      options: { fileName: 'uhri.json', state: null, mapping: null },
      folder,
    },
    { onProgress },
  )
  const started = performance.now()
  const { counts } = await writeImport(db, prepared, { onProgress, today: '2031-07-01', batchSize })
  tell({ counts, readingSeconds: prepared.seconds, writingSeconds: (performance.now() - started) / 1000 })
  prepared.spool.remove()
  clearInterval(watching)
  await db.close()
}
