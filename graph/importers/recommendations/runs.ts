/** Runs of imports as the graph keeps them. */
import { randomBytes } from 'node:crypto'
import type { Db, Write } from '../../db/index.ts'
import { PRODUCT_VERSION } from '../../root.ts'
import type { RUN_STATUSES } from '../../model/index.ts'
import findRunStatement from './cypher/find-run.cypher'
import listRunsStatement from './cypher/list-runs.cypher'
import type { PreparedImport } from './prepare.ts'
import type { ImportReport } from './report.ts'

export type RunStatus = (typeof RUN_STATUSES)[number]

export type ImportRun = {
  readonly id: string
  readonly format: string
  readonly fileName: string
  readonly status: RunStatus
  readonly startedAt: string
  readonly finishedAt: string | null
  readonly undoneAt: string | null
  /** Null while it is being written, and for one that was cut off. */
  readonly report: ImportReport | null
}

/** Short: it stands on every node and relationship of the run, and the store keeps short texts inline. */
const newRunId = (): string =>
  `import-run:${BigInt(`0x${randomBytes(6).toString('hex')}`)
    .toString(36)
    .padStart(10, '0')}`

/** The run to write under: one of the same file that was cut off or cancelled, which is then completed, else a new one. */
export async function findRunId(
  db: Db,
  { contentHash }: PreparedImport,
): Promise<{ readonly runId: string; readonly isResumed: boolean }> {
  const rows = await db.read<{ id: string }>(
    "MATCH (run:ImportRun {contentHash: $contentHash}) WHERE run.status IN ['WRITING', 'CANCELLED'] RETURN run.id AS id ORDER BY run.startedAt DESC LIMIT 1",
    { contentHash },
  )
  const cutOff = rows[0]?.id
  return { runId: cutOff ?? newRunId(), isResumed: cutOff !== undefined }
}

/** Writes the run itself, before anything else of it. One that is being completed keeps the time it began. */
export async function beginRun(run: Write, runId: string, prepared: PreparedImport): Promise<void> {
  await run(
    'MERGE (run:ImportRun {id: $id}) ON CREATE SET run += $properties, run.startedAt = $startedAt SET run.status = $status',
    {
      id: runId,
      properties: {
        importer: prepared.format,
        version: PRODUCT_VERSION,
        contentHash: prepared.contentHash,
        fileName: prepared.fileName,
      },
      startedAt: new Date().toISOString(),
      status: 'WRITING' satisfies RunStatus,
    },
  )
}

export async function endRun(run: Write, runId: string, status: RunStatus, report: ImportReport): Promise<void> {
  const { read, refused } = report.counts
  await run(
    'MATCH (run:ImportRun {id: $id}) SET run.status = $status, run.finishedAt = $finishedAt, run.read = $read, run.written = $written, run.refused = $refused, run.report = $report',
    {
      id: runId,
      status,
      finishedAt: new Date().toISOString(),
      read,
      written: report.counts.new + report.counts.changed + report.counts.merged,
      refused,
      report: JSON.stringify(report),
    },
  )
}

type Stored = Omit<ImportRun, 'format' | 'report' | 'finishedAt' | 'undoneAt'> & {
  readonly importer: string
  readonly finishedAt?: string
  readonly undoneAt?: string | null
  readonly report?: string
}

const runOf = ({ id, importer, fileName, status, startedAt, finishedAt, undoneAt, report }: Stored): ImportRun => ({
  id,
  format: importer,
  fileName,
  status,
  startedAt,
  finishedAt: finishedAt ?? null,
  undoneAt: undoneAt ?? null,
  report: report === undefined ? null : (JSON.parse(report) as ImportReport),
})

/** Imports in one page of the list, at most: a report may be long. */
export const RUNS_PAGE = 100

/** Imports of files, newest first, at most `first` (1 to 101); those behind the run `before` where it is given. */
export async function listRuns(
  db: Db,
  {
    first = RUNS_PAGE,
    before = null,
  }: { readonly first?: number; readonly before?: Pick<ImportRun, 'startedAt' | 'id'> | null } = {},
): Promise<ImportRun[]> {
  const cursor = before === null ? null : { startedAt: before.startedAt, id: before.id }
  const rows = await db.read<{ properties: Stored }>(listRunsStatement, { first, before: cursor })
  return rows.map(({ properties }) => runOf(properties))
}

/** All imports of files, newest first, page by page. */
export async function* eachRun(db: Db): AsyncGenerator<ImportRun> {
  let before: ImportRun | null = null
  for (;;) {
    const runs: ImportRun[] = await listRuns(db, { before })
    yield* runs
    before = runs.at(-1) ?? null
    if (runs.length < RUNS_PAGE) return
  }
}

/** One import, by its id or the key in it; null where there is none. */
export async function findRun(db: Db, idOrKey: string): Promise<ImportRun | null> {
  const id = idOrKey.startsWith('import-run:') ? idOrKey : `import-run:${idOrKey}`
  const [row] = await db.read<{ properties: Stored }>(findRunStatement, { id })
  return row === undefined ? null : runOf(row.properties)
}
