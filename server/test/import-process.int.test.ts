/** The process in which a server imports: what becomes of a job when it is killed. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { applySchema, listRuns, migrate } from '../../graph/index.ts'
import { readConfig } from '../src/config.ts'
import { ImportJobs } from '../src/import/jobs.ts'
import { openGraph } from '../src/launch/graph.ts'
import { Stages } from '../src/launch/stages.ts'
import { empty, openTestDb } from './harness.ts'
import { hold } from './hold.ts'
import { buildImporter } from './importer.ts'

let db: Db
let dataDir: string
let jobs: ImportJobs

const ROWS = 300
const SHEET = [
  'Country,Body,Document symbol,Paragraph,Recommendation text,Date of publication',
  ...Array.from(
    { length: ROWS },
    (_, index) => `Slovenia,CRC,CRC/C/SVN/CO/9,${index + 1},Give child number ${index} a person who stays,2031-02-03`,
  ),
  '',
].join('\n')

beforeAll(async () => {
  db = await openTestDb()
  await empty(db)
  dataDir = await mkdtemp(join(tmpdir(), 'followthrough-import-process-'))
  jobs = new ImportJobs({ db, dataDir, logger: pino({ level: 'silent' }), importer: await buildImporter(dataDir) })
})
afterAll(async () => {
  await jobs.close()
  await rm(dataDir, { recursive: true, force: true })
  await db.close()
})

const count = async (of: Db = db): Promise<number> =>
  (await of.read<{ count: number }>('MATCH (n:Recommendation) RETURN count(n) AS count'))[0]?.count ?? 0

test(
  'killed while it writes: the job says so, the server goes on, and the same file completes the run',
  { timeout: 300_000 },
  async () => {
    await jobs.receive('sheet.csv', Readable.from([SHEET]), null)
    expect(await jobs.read({})).toMatchObject({ step: 'planned', canWrite: true, report: { counts: { new: ROWS } } })

    const held = await hold(db, "CREATE (:Recommendation {id: 'recommendation:crc-c-svn-co-9-7'})")
    const writing = jobs.write('auto')
    // The run is there before its first batch, which waits for what is held.
    let runs = await listRuns(db)
    while (runs.length === 0) runs = await listRuns(db)
    const pid = jobs.importerPid ?? 0
    expect(pid).toBeGreaterThan(0)
    process.kill(pid, 'SIGKILL')
    const failed = await writing
    await held.letGo()
    expect(failed).toMatchObject({ step: 'failed', isRunning: false, canRead: true, canWrite: false })
    expect(failed.error).toMatch(/ended by itself \(SIGKILL\)\. .* Read the file again and write it/)
    expect(jobs.importerPid).toBeNull()
    expect((await readdir(join(dataDir, 'imports'))).filter((name) => /^\d+-/.test(name))).toEqual([])
    expect(await count()).toBe(0)

    expect(await jobs.read({})).toMatchObject({ step: 'planned', error: null })
    expect(await jobs.write('auto')).toMatchObject({
      step: 'done',
      runId: runs[0]?.id,
      report: { counts: { read: ROWS, new: ROWS }, mismatches: [] },
    })
    expect(await count()).toBe(ROWS)
    expect(await listRuns(db)).toMatchObject([{ id: runs[0]?.id, status: 'DONE' }])
  },
)

test(
  'the server’s database ends in the middle and is started again: the import goes on there and is whole',
  { timeout: 300_000 },
  async () => {
    const own = await mkdtemp(join(tmpdir(), 'followthrough-import-restart-'))
    const logger = pino({ level: 'silent' })
    const graph = await openGraph(readConfig({ DATA_DIR: own }), { stages: new Stages(), isServer: true, logger })
    const { file } = await buildImporter(own)
    // Attached as a server's own importing process is: by the folder.
    const attached = new ImportJobs({
      db: graph.db,
      dataDir: own,
      logger,
      importer: { file, environment: { DATA_DIR: own } },
    })
    try {
      await applySchema(graph.db)
      await migrate(graph.db)
      await attached.receive('sheet.csv', Readable.from([SHEET]), null)
      expect(await attached.read({})).toMatchObject({ step: 'planned', report: { counts: { new: ROWS } } })
      const held = await hold(graph.db, "CREATE (:Recommendation {id: 'recommendation:crc-c-svn-co-9-7'})")
      const writing = attached.write('auto')
      while ((await listRuns(graph.db)).length === 0);
      process.kill(Number(await readFile(join(own, 'neo4j.pid'), 'utf8')), 'SIGKILL')
      await held.letGo()
      expect(await writing).toMatchObject({
        step: 'done',
        error: null,
        report: { counts: { read: ROWS, new: ROWS }, mismatches: [] },
      })
      expect(await count(graph.db)).toBe(ROWS)
      expect(await listRuns(graph.db)).toMatchObject([{ status: 'DONE' }])
    } finally {
      await attached.close()
      await graph.close()
      await rm(own, { recursive: true, force: true })
    }
  },
)
