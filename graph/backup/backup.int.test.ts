import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { Double, type Db } from '../db/index.ts'
import { isEmpty, isRestoreUnfinished, listMissingSchema } from '../index.ts'
import { empty, loadCambodia, openTestDb } from '../test/database.ts'
import { linesOfGraph } from '../test/digest.ts'
import { backUp } from './backup.ts'
import { FILES, MANIFEST, readBackup, type Manifest } from './manifest.ts'
import { restore } from './restore.ts'

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

let db: Db
let home: string
let folder: string

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  // What JSON tells apart only with help, and what a person adds.
  await db.write((run) =>
    run(
      `MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}), (m:Recommendation {id: 'recommendation:crc-2011-41a'})
       SET n.text = $text
       CREATE (n)-[:SIMILAR_TO {kind: 'SAME_ASK', state: 'CONFIRMED', score: $one, method: 'person', laterPassages: [], inCommon: ['a']}]->(m)
       CREATE (:LinkWeights {id: 'link-weights:one', weights: $weights, recordedOn: '2026-01-02', seed: 1})`,
      { text: 'កុមារ "one"\r\nand \u2028 two', one: new Double(1), weights: [new Double(2), 0.5] },
    ),
  )
})
afterAll(async () => {
  await db.close()
})
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'followthrough-backup-'))
  folder = join(home, 'backup')
  return () => rm(home, { recursive: true, force: true })
})

/** All that the graph says, the books of imports too, and of what type each number is. */
const wholeGraph = async (): Promise<unknown[]> => [
  await linesOfGraph(db),
  await db.read(
    "MATCH (n) WHERE NOT n.id = 'test-database' UNWIND keys(n) AS name RETURN head(labels(n)) AS label, name, valueType(n[name]) AS type, count(*) AS count ORDER BY label, name, type",
  ),
  await db.read(
    'MATCH ()-[r]->() UNWIND keys(r) AS name RETURN type(r) AS label, name, valueType(r[name]) AS type, count(*) AS count ORDER BY label, name, type',
  ),
]

test('out, and into an empty graph: the same, to the type of each number', async () => {
  const before = await wholeGraph()
  const { manifest, leftOut } = await backUp(db, folder)
  expect(leftOut).toEqual({ nodes: 0, relationships: 0 })
  expect((await readdir(folder)).sort()).toEqual([MANIFEST, ...Object.values(FILES)].sort())
  await empty(db)
  await restore(db, folder, await readBackup(folder))
  expect(await wholeGraph()).toEqual(before)
  expect(await isRestoreUnfinished(db)).toBe(false)
  expect(await listMissingSchema(db)).toEqual([])

  // Taken again the files are the same, byte for byte.
  const again = await backUp(db, join(home, 'again'))
  expect(again.manifest.sha256).toEqual(manifest.sha256)
})

test('a place that holds something else is refused, a backup is replaced only on request', async () => {
  await writeFile(join(home, 'thesis.docx'), 'mine')
  await expect(backUp(db, home)).rejects.toThrow(/holds something else \(thesis\.docx\)/)
  const first = await backUp(db, folder)
  await expect(backUp(db, folder)).rejects.toThrow(/holds a backup of \d{4}-.*--force/)
  const second = await backUp(db, folder, { isForced: true })
  expect(second.manifest.takenAt > first.manifest.takenAt).toBe(true)
  expect(await readBackup(folder)).toEqual(second.manifest)
  // Nothing is left beside it.
  expect((await readdir(home)).sort()).toEqual(['backup', 'thesis.docx'])
})

test('a graph that keeps changing, or is left, makes no backup', async () => {
  const changes: Promise<unknown>[] = []
  const change = (): void =>
    void changes.push(db.write((run) => run("MERGE (n:Theme {id: 'theme:changing'}) SET n.note = toString(rand())")))
  await expect(backUp(db, folder, { onProgress: change })).rejects.toThrow(/changed while it was read, 3 times/)
  await Promise.all(changes)
  const leaving = new AbortController()
  await expect(
    backUp(db, folder, { signal: leaving.signal, onProgress: () => leaving.abort(new Error('left')) }),
  ).rejects.toThrow()
  expect(await readdir(home)).toEqual([])
  await db.write((run) => run("MATCH (n:Theme {id: 'theme:changing'}) DELETE n"))
})

test('a graph that holds something is replaced only on request; what is not ours stays and is left out', async () => {
  const { manifest } = await backUp(db, folder)
  await db.write((run) => run("CREATE (:Recipe {name: 'soup'})-[:FOR]->(:Recipe {name: 'dinner'})"))
  expect((await backUp(db, join(home, 'with'))).leftOut).toEqual({ nodes: 2, relationships: 1 })
  const before = await wholeGraph()
  await expect(restore(db, folder, manifest)).rejects.toThrow(/holds [\d,]+ nodes already. Nothing was changed/)
  expect(await wholeGraph()).toEqual(before)
  await db.write((run) => run("MATCH (n:Theme {id: 'theme:minorities'}) SET n.name = 'Changed since'"))
  await restore(db, folder, manifest, { isReplacing: true })
  expect(await wholeGraph()).toEqual(before)
  await db.write((run) => run('MATCH (n:Recipe) DETACH DELETE n'))
})

test('a value that a file of lines cannot hold is refused by name', async () => {
  await db.write((run) => run("CREATE (:Theme {id: 'theme:odd', note: date('2026-01-01')})"))
  await expect(backUp(db, folder)).rejects.toThrow(/property "note" of theme:odd/)
  await db.write((run) => run("MATCH (n:Theme {id: 'theme:odd'}) SET n.note = 0.0 / 0.0"))
  await expect(backUp(db, folder)).rejects.toThrow(/property "note" of theme:odd/)
  await db.write((run) => run("MATCH (n:Theme {id: 'theme:odd'}) REMOVE n.note SET n:Recipe"))
  await expect(backUp(db, folder)).rejects.toThrow(/theme:odd has the labels .*Recipe/)
  await db.write((run) => run("MATCH (n:Theme {id: 'theme:odd'}) DELETE n"))
  expect(await readdir(home)).toEqual([])
})

test('what is cut off says so, and running it again completes it', async () => {
  const before = await wholeGraph()
  const { manifest } = await backUp(db, folder)
  const cut = (done: number): void => {
    if (done > 3_000) throw new Error('The power went')
  }
  await expect(restore(db, folder, manifest, { isReplacing: true, onProgress: cut })).rejects.toThrow('The power went')
  expect(await isRestoreUnfinished(db)).toBe(true)
  await expect(backUp(db, join(home, 'half'))).rejects.toThrow(/restore.*cut off/)
  await restore(db, folder, manifest)
  expect(await wholeGraph()).toEqual(before)
  expect(await isRestoreUnfinished(db)).toBe(false)
})

/** A backup with one of its parts changed, and its manifest made to agree where `isSigned`. */
async function damage(change: (lines: string[]) => void, { isSigned }: { isSigned: boolean }): Promise<void> {
  const file = join(folder, FILES.nodes)
  const lines = gunzipSync(await readFile(file))
    .toString()
    .split('\n')
  change(lines)
  const packed = gzipSync(lines.join('\n'))
  await writeFile(file, packed)
  if (!isSigned) return
  const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as Manifest
  const sha256 = { ...manifest.sha256, nodes: createHash('sha256').update(packed).digest('hex') }
  await writeFile(join(folder, MANIFEST), JSON.stringify({ ...manifest, sha256 }))
}

test('a damaged backup is refused before anything is written, and the place is named', async () => {
  const whole = await backUp(db, folder)
  await damage((lines) => lines.pop(), { isSigned: false })
  await expect(readBackup(folder)).rejects.toThrow(
    /nodes\.jsonl\.gz was changed since the backup was made: its SHA-256/,
  )
  await damage((lines) => (lines[1] = lines[1]?.slice(0, -3) ?? ''), { isSigned: true })
  await expect(readBackup(folder)).rejects.toThrow(/nodes\.jsonl\.gz, line 2 is no JSON/)
  await damage((lines) => (lines[1] = '{"label":"Recipe) DETACH DELETE n //","properties":{"id":"x"}}'), {
    isSigned: true,
  })
  await expect(readBackup(folder)).rejects.toThrow(
    /line 2: the label "Recipe\) DETACH DELETE n \/\/" is not of this model/,
  )
  await damage((lines) => lines.splice(1, 1), { isSigned: true })
  await expect(readBackup(folder)).rejects.toThrow(/holds \d+ of \w+, and manifest\.json says \d+/)

  const file = join(folder, MANIFEST)
  await writeFile(file, JSON.stringify({ ...whole.manifest, schemaVersion: 99 }))
  await expect(readBackup(folder)).rejects.toThrow(/newer version of Followthrough.*layout 99/)
  await writeFile(file, '{"format": 1, "schemaVersion": 3, "sha256": {}, "counts": {}}')
  await expect(readBackup(folder)).rejects.toThrow(/manifest\.json is not what a backup writes/)
  await writeFile(file, '{"format": ')
  await expect(readBackup(folder)).rejects.toThrow(/manifest\.json is not what a backup writes/)
  await rm(file)
  await expect(readBackup(folder)).rejects.toThrow(/holds no backup/)
  expect(await isEmpty(db)).toBe(false)
})
