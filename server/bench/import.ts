/**
 * `npm run bench -- import`: a file shaped like UHRI's, made from a seed with its dirt, from disk to searchable: time of
 * reading and writing, memory of the importing process, and in the same run a plain loader of the same records.
 */
import { fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Db } from '../../graph/db/index.ts'
import { DataFolder, Engine } from '../../graph/engine/index.ts'
import { readJsonArray } from '../../graph/importers/files/json-array.ts'
import { applySchema, loadBuiltIn, type ImportReport } from '../../graph/index.ts'
import { writeUhriJson, type UhriRecord } from '../../graph/test/uhri-generator.ts'
import { IMPORT_HEAP } from '../src/import/importer.ts'
import type { Stages } from '../src/launch/stages.ts'
import type { Told, Work } from './import-worker.ts'
import { round } from './statistics.ts'

export type Options = { readonly records: number; readonly isJson: boolean }

const BATCH = 5_000
/** What a loader writes that keeps no books, compares nothing and understands nothing: each record as it stands. */
const PLAIN = `UNWIND $rows AS row
MERGE (d:ReviewDocument {id: row.documentId})
CREATE (n:Recommendation {id: row.id, text: row.text, kind: row.kind, position: row.position, stateId: row.stateId})-[:ISSUED_IN]->(d)
FOREACH (to IN row.states | MERGE (x:State {id: to}) CREATE (n)-[:RECOMMENDED_BY]->(x))
FOREACH (to IN row.themes | MERGE (x:Theme {id: to}) CREATE (n)-[:ABOUT {basis: 'SOURCE'}]->(x))
FOREACH (to IN row.groups | MERGE (x:AffectedGroup {id: to}) CREATE (n)-[:PROTECTS {basis: 'SOURCE'}]->(x))
FOREACH (to IN row.sdgs | MERGE (x:SdgTarget {id: to}) CREATE (n)-[:ADVANCES {basis: 'SOURCE'}]->(x))`
const PLAIN_SCHEMA = ['ReviewDocument', 'Recommendation', 'State', 'Theme', 'AffectedGroup', 'SdgTarget'].map(
  (label) => `CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
)
const PLAIN_INDEX = 'CREATE FULLTEXT INDEX plain IF NOT EXISTS FOR (n:Recommendation) ON EACH [n.text]'

/** Works with a database of its own, which is gone afterwards. */
export async function withEngine<Result>(
  work: (engine: Engine, folder: DataFolder, path: string) => Promise<Result>,
): Promise<Result> {
  const path = await mkdtemp(join(tmpdir(), 'followthrough-bench-'))
  const folder = new DataFolder(path)
  await folder.claim()
  const engine = await Engine.start(folder)
  try {
    return await work(engine, folder, path)
  } finally {
    await engine.stop()
    await rm(path, { recursive: true, force: true })
  }
}

export const forkWorker = (work: Work, execArgv: readonly string[] = []) =>
  fork(process.argv[1] ?? '', ['import-worker', JSON.stringify(work)], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    execArgv: [...execArgv],
  })

type Ours = {
  readonly counts: ImportReport['counts']
  readonly readingSeconds: number
  readonly writingSeconds: number
  readonly searchable: number
  /** Most resident memory while each quarter of the rows was written. */
  readonly quartersMB: readonly number[]
  readonly readingMB: number
}

async function measureOurs(path: string, records: number, show: (text: string) => void): Promise<Ours> {
  return withEngine(async (engine, _folder, home) => {
    const db = connect(engine.connection)
    await applySchema(db)
    await loadBuiltIn(db)
    const quartersMB = [0, 0, 0, 0]
    let readingMB = 0
    const child = forkWorker({ connection: engine.connection, path, folder: join(home, 'import') }, IMPORT_HEAP)
    const result = await new Promise<Extract<Told, { counts: unknown }>>((resolve, reject) => {
      child.on('message', (told: Told) => {
        if ('counts' in told) return resolve(told)
        if (told.phase === 'reading') readingMB = Math.max(readingMB, told.rssMB)
        else {
          const quarter = Math.min(3, Math.floor((4 * (told.done - 1)) / records))
          quartersMB[quarter] = Math.max(quartersMB[quarter] ?? 0, told.rssMB)
        }
        show(`${told.phase} ${told.done.toLocaleString('en')}`)
      })
      child.once('exit', (status) => reject(new Error(`The importing process ended with status ${String(status)}`)))
    })
    const searchable = await countFound(db, 'search', 'searchText:register')
    await db.close()
    return { ...result, searchable, quartersMB: quartersMB.map(Math.round), readingMB: Math.round(readingMB) }
  })
}

async function countFound(db: Db, index: string, question: string): Promise<number> {
  const [row] = await db.read<{ count: number }>(
    'CALL db.index.fulltext.queryNodes($index, $question) YIELD node WHERE node:Recommendation RETURN count(*) AS count',
    { index, question },
  )
  return row?.count ?? 0
}

async function measurePlain(path: string, show: (text: string) => void) {
  return withEngine(async (engine) => {
    const db = connect(engine.connection)
    for (const statement of PLAIN_SCHEMA) await db.runSchema(statement)
    const started = performance.now()
    let rows: object[] = []
    let count = 0
    const flush = async (): Promise<void> => {
      const batch = rows
      rows = []
      count += batch.length
      await db.write((run) => run(PLAIN, { rows: batch }))
      show(count.toLocaleString('en'))
    }
    for await (const { value } of readJsonArray(path, 'uhri.json')) {
      const record = value as UhriRecord
      rows.push({
        id: record.AnnotationId,
        documentId: `${record.Symbol} ${record.Countries.join()}`,
        text: record.Text,
        kind: record.AnnotationType,
        position: record.UprPositions[0] ?? null,
        stateId: record.Countries[0] ?? null,
        states: record.UprRecommendingCountry,
        themes: record.Themes,
        groups: record.AffectedPersons,
        sdgs: record.Sdgs,
      })
      if (rows.length === BATCH) await flush()
    }
    await flush()
    const writing = (performance.now() - started) / 1000
    await db.runSchema(PLAIN_INDEX)
    await db.runSchema('CALL db.awaitIndexes(600)')
    const all = (performance.now() - started) / 1000
    await db.close()
    return { writing, all, count }
  })
}

export async function benchImport({ records, isJson }: Options, stages: Stages): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-bench-file-'))
  try {
    const path = join(folder, 'uhri.json')
    const bytes = await stages.run('File', () => writeUhriJson(path, { count: records }))
    const plain = await stages.run('Plain loader', (show) => measurePlain(path, show))
    const ours = await stages.run('Import', (show) => measureOurs(path, records, show))
    const { counts, readingSeconds, writingSeconds } = ours
    const written = counts.new + counts.merged
    const figures = {
      records,
      megabytes: Math.round(bytes / 1e6),
      rowsRead: counts.read,
      refused: counts.refused,
      readingSeconds: round(readingSeconds),
      writingSeconds: round(writingSeconds),
      toSearchableSeconds: round(readingSeconds + writingSeconds),
      writtenPerSecond: Math.round(written / writingSeconds),
      plainPerSecond: Math.round(plain.count / plain.writing),
      plainWithIndexPerSecond: Math.round(plain.count / plain.all),
      ratio: round(written / writingSeconds / (plain.count / plain.writing)),
      ratioWithIndex: round(written / writingSeconds / (plain.count / plain.all)),
      readingMB: ours.readingMB,
      writingMB: ours.quartersMB.join(', '),
      found: ours.searchable,
    }
    if (isJson) console.log(JSON.stringify(figures))
    else console.table(figures)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
