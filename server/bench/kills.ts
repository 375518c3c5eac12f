/**
 * `npm run bench -- kills`: an import whose process, or whose database, is killed without warning at moments drawn from a seed,
 * and started again until it is through: the graph must be that of an undisturbed import.
 */
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { connect, type Db } from '../../graph/db/index.ts'
import { Engine } from '../../graph/engine/index.ts'
import { applySchema, loadBuiltIn, runChecks } from '../../graph/index.ts'
import { randomFrom } from '../../graph/random.ts'
import { digestOfGraph } from '../../graph/test/digest.ts'
import { writeUhriJson } from '../../graph/test/uhri-generator.ts'
import type { Stages } from '../src/launch/stages.ts'
import type { Told, Work } from './import-worker.ts'
import { forkWorker, withEngine } from './import.ts'

export type Options = { readonly records: number; readonly kills: number; readonly isJson: boolean }

/** Small, so that many transactions are under way at many moments. */
const BATCH = 1_500
/** Longest wait between what a kill was waiting for and the kill: longer than a batch takes. */
const WAIT_MS = 3_000

type Picture = { readonly counts: Record<string, number>; readonly digest: string; readonly offenders: number }

/** Every label and relationship type with its number, all that the graph says, and what offends its invariants. */
async function pictureOf(db: Db): Promise<Picture> {
  const rows = [
    ...(await db.read<{ name: string; count: number }>(
      'MATCH (n) WHERE NOT n:SchemaVersion RETURN head(labels(n)) AS name, count(*) AS count ORDER BY name',
    )),
    ...(await db.read<{ name: string; count: number }>(
      'MATCH ()-[r]->() RETURN type(r) AS name, count(*) AS count ORDER BY name',
    )),
  ]
  const offenders = (await runChecks(db)).reduce((sum, { offenders: found }) => sum + found.length, 0)
  return {
    counts: Object.fromEntries(rows.map(({ name, count }) => [name, count])),
    digest: await digestOfGraph(db),
    offenders,
  }
}

async function prepareGraph(db: Db): Promise<void> {
  await applySchema(db)
  await loadBuiltIn(db)
}

/** Runs the import; `whenTold` may kill it. Resolves to whether it came to its end. */
async function attempt(work: Work, whenTold: (told: Told, kill: () => void) => void): Promise<boolean> {
  const child = forkWorker(work)
  let isDone = false
  child.on('message', (told: Told) => {
    if ('counts' in told) isDone = true
    whenTold(told, () => child.kill('SIGKILL'))
  })
  await once(child, 'exit')
  return isDone
}

export async function benchKills({ records, kills, isJson }: Options, stages: Stages): Promise<boolean> {
  const files = await mkdtemp(join(tmpdir(), 'followthrough-kills-'))
  try {
    const path = join(files, 'uhri.json')
    await writeUhriJson(path, { count: records, seed: 7 })
    const expected = await stages.run('Undisturbed', () =>
      withEngine(async ({ connection }, _folder, home) => {
        const db = connect(connection)
        await prepareGraph(db)
        const isDone = await attempt({ connection, path, folder: join(home, 'import'), batchSize: BATCH }, () => {})
        if (!isDone) throw new Error('The undisturbed import did not come to its end')
        const picture = await pictureOf(db)
        await db.close()
        return picture
      }),
    )
    const random = randomFrom(20)
    const killed = { importer: 0, database: 0, whileReading: 0 }
    const found = await stages.run(`Killed ${kills} times`, (show) =>
      withEngine(async (first, folder, home) => {
        let engine = first
        let db = connect(engine.connection)
        await prepareGraph(db)
        await db.close()
        const work = (): Work => ({
          connection: engine.connection,
          path,
          folder: join(home, 'import'),
          batchSize: BATCH,
        })
        for (let kill = 0; kill < kills; kill += 1) {
          const isDatabase = random() < 0.5
          const isReading = !isDatabase && random() < 0.2
          const waitMs = Math.floor(random() * WAIT_MS)
          let isArmed = false
          const isDone = await attempt(work(), (told, killImporter) => {
            const isTime = 'phase' in told && told.phase === (isReading ? 'reading' : 'writing')
            if (isArmed || !isTime) return
            isArmed = true
            void delay(waitMs).then(() => {
              if (isDatabase) {
                process.kill(engine.pid, 'SIGKILL')
                // A database that comes back stands on another port: its importer is started again too.
                void delay(300).then(killImporter)
              } else killImporter()
            })
          })
          if (isDone) break
          killed[isDatabase ? 'database' : 'importer'] += 1
          if (isReading) killed.whileReading += 1
          if (isDatabase) engine = await Engine.start(folder)
          show(`${kill + 1}`)
        }
        await attempt(work(), () => {})
        db = connect(engine.connection)
        const picture = await pictureOf(db)
        await db.close()
        if (engine !== first) await engine.stop()
        return picture
      }),
    )
    const differing = [...new Set([...Object.keys(expected.counts), ...Object.keys(found.counts)])].filter(
      (name) => expected.counts[name] !== found.counts[name],
    )
    const isSame = differing.length === 0 && expected.digest === found.digest && found.offenders === 0
    const figures = {
      records,
      ...killed,
      isSame,
      isSameDigest: expected.digest === found.digest,
      offenders: found.offenders,
      differing: differing
        .map((name) => `${name}: ${expected.counts[name] ?? 0} and ${found.counts[name] ?? 0}`)
        .join('; '),
    }
    if (isJson) console.log(JSON.stringify({ ...figures, counts: found.counts }))
    else console.table(figures)
    return isSame
  } finally {
    await rm(files, { recursive: true, force: true })
  }
}
