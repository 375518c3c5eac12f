/** Our own export comes back: into an empty graph, and out again the same. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer as createHttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { Workbook } from '../../graph/importers/files/workbook.ts'
import { listRuns, undoImport } from '../../graph/index.ts'
import { writeUhriJson } from '../../graph/test/uhri-generator.ts'
import { importFile, offendersIn } from '../../graph/test/whole-import.ts'
import { linkGraph } from '../src/links/store.ts'
import { suggestInGraph } from '../src/links/suggestion-store.ts'
import { empty, loadCambodia, openTestDb, openTestServer } from './harness.ts'

// Every format takes the whole built-in graph out, in and out again.
vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

let db: Db
let folder: string
let exportAs: (format: string) => Promise<Buffer>
let stop: () => Promise<unknown>
const exported = new Map<string, Buffer>()
let suggested: unknown[]

/** Tags and bodies that the machine suggested, and keeps up to date: by type and basis. */
const suggestedByMachine = (): Promise<unknown[]> =>
  db.read(
    "MATCH (:Recommendation)-[r:ABOUT|PROTECTS|ADVANCES|INVOKES|ADDRESSED_TO]->() WHERE r.importer = 'links' AND r.state = 'SUGGESTED' RETURN type(r) AS type, r.basis AS basis, count(*) AS count ORDER BY type, basis",
  )

/** What people and other sources add to the built-in data: decisions, assessments, wordings that look like formulas. */
const ADDED = [
  "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}), (t:Theme {id: 'theme:minorities'}) MERGE (n)-[r:ABOUT]->(t) SET r = {basis: 'SUGGESTED', state: 'SUGGESTED', score: 0.625, method: 'tagger-test', note: 'Says \"minority\"; twice', importer: 'links'}",
  "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}) SET n.outdated = true, n.outdatedReason = '=A law | was passed', n.text = '\\'=1+1, \"quoted\"\\nand more', n.textLanguage = 'en', n.sourceUrl = 'https://example.org/x'",
  "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'})-[r:ADDRESSED_TO]->() SET r.state = 'CONFIRMED', r.decidedOn = '2026-03-01', r.note = 'Said at the meeting'",
  "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}), (t:WorkingGroup), (i:Initiative {id: 'initiative:init-1-2'}), (m:Indicator) WITH n, i, collect(DISTINCT t)[0] AS t, collect(DISTINCT m)[0] AS m MERGE (n)-[:FOLLOWED_BY]->(t) MERGE (m)-[:MEASURES]->(n) MERGE (i)-[s:SUPPORTS]->(n) SET s.basis = 'COALITION_JUDGEMENT', s.note = 'Asked for'",
  "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}) CREATE (n)<-[:OF]-(a:Assessment {id: 'assessment:one', voice: 'CIVIL_SOCIETY', status: 'IN_PROGRESS', rationale: 'A draft exists', on: '2025-02'})<-[:BACKS]-(:Evidence {id: 'evidence:one', stance: 'SUPPORTS_PROGRESS', url: 'https://example.org/draft', on: '2025'}) CREATE (n)<-[:OF]-(:Assessment {id: 'assessment:two', voice: 'STATE', status: 'IMPLEMENTED', on: '2024-12-31'})",
  "MATCH (a:Recommendation {id: 'recommendation:crc-2011-41b'}), (b:Recommendation {id: 'recommendation:ccpr-2015-corporal-punishment'}) OPTIONAL MATCH (a)-[old:SIMILAR_TO]-(b) DELETE old CREATE (b)-[:SIMILAR_TO {kind: 'SAME_ASK', state: 'CONFIRMED', score: 0.75, method: 'person', decidedOn: '2026-01-02', decidedBy: 'editor'}]->(a)",
]

beforeAll(async () => {
  db = await openTestDb()
  folder = await mkdtemp(join(tmpdir(), 'followthrough-round-trip-'))
  await loadCambodia(db)
  await writeUhriJson(join(folder, 'uhri.json'), { count: 120, seed: 4 })
  await importFile(db, join(folder, 'uhri.json'))
  await linkGraph(db, { states: ['state:KHM'] })
  await suggestInGraph(db, { states: ['state:KHM', 'state:PER'] })
  for (const statement of ADDED) await db.write((run) => run(statement))
  const { server } = await openTestServer(db)
  const http = createHttpServer(server.listener)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  exportAs = async (format) => {
    const answer = await fetch(`http://127.0.0.1:${port}/export/recommendations.${format}`)
    if (!answer.ok) throw new Error(await answer.text())
    return Buffer.from(await answer.arrayBuffer())
  }
  stop = async () => {
    await server.stop()
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
  }
  suggested = await suggestedByMachine()
  for (const format of ['csv', 'json', 'xlsx']) exported.set(format, await exportAs(format))
})
afterAll(async () => {
  await stop()
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

/** What is told of the file itself: when it was made, and of which version of the data. */
const withoutStamp = (json: Buffer): string => json.toString().replace(/\n"about":.*$/s, '')

async function cellsOf(content: Buffer, name: string): Promise<Record<string, string[]>> {
  const path = join(folder, name)
  await writeFile(path, content)
  const workbook = await Workbook.open(path, { fileName: name })
  const sheets: Record<string, string[]> = {}
  try {
    for (const sheet of workbook.sheets) {
      if (sheet === 'About') continue
      const rows: string[] = []
      for await (const { row, values } of workbook.rows(sheet)) rows.push(`${row} ${JSON.stringify(values)}`)
      sheets[sheet] = rows
    }
  } finally {
    workbook.close()
  }
  return sheets
}

test('among what goes out are tags and bodies that the machine suggested, by rules and otherwise', () => {
  expect(suggested).toMatchObject([
    { type: 'ABOUT', basis: 'SUGGESTED' },
    { type: 'ADDRESSED_TO', basis: 'MANDATE' },
    { type: 'ADDRESSED_TO', basis: 'SUGGESTED' },
  ])
})

test.each(['csv', 'json', 'xlsx'])('%s: out, into an empty graph, out again: the same', async (format) => {
  const before = exported.get(format) ?? Buffer.alloc(0)
  const file = join(folder, `export.${format}`)
  await writeFile(file, before)
  await empty(db)
  const report = await importFile(db, file)
  expect(report).toMatchObject({ refused: [], doubts: [], counts: { refused: 0, skipped: 0 } })
  expect(report.counts.new).toBe(report.counts.read)
  const after = await exportAs(format)
  if (format === 'csv') expect(after.toString().split('\r\n')).toEqual(before.toString().split('\r\n'))
  else if (format === 'json') expect(withoutStamp(after).split('\n')).toEqual(withoutStamp(before).split('\n'))
  else expect(await cellsOf(after, 'after.xlsx')).toEqual(await cellsOf(before, 'before.xlsx'))
  expect(await offendersIn(db)).toEqual([])
  expect(await suggestedByMachine()).toEqual(suggested)

  // A second time nothing is written; taken back, nothing is left.
  expect(await importFile(db, file)).toMatchObject({ runId: null, counts: { new: 0, changed: 0 } })
  const [run] = await listRuns(db)
  await undoImport(db, run?.id ?? '')
  expect(await db.read('MATCH (n) WHERE NOT n:SchemaVersion AND NOT n:ImportRun RETURN n.id AS id')).toEqual([])
})

test('what people decided in one graph comes into another that has the built-in data, and what was decided there stays', async () => {
  const file = join(folder, 'export.json')
  await writeFile(file, exported.get('json') ?? '')
  await loadCambodia(db)
  await linkGraph(db, { states: ['state:KHM'] })
  await db.write((run) =>
    run(
      "MATCH (:Recommendation {id: 'recommendation:crc-2011-41c'})-[r:ADDRESSED_TO]->() SET r.state = 'REJECTED', r.decidedOn = '2026-05-05'",
    ),
  )
  // The file says that these two are confirmed to ask for the same.
  const pair = {
    later: 'recommendation:ccpr-2015-corporal-punishment',
    earlier: 'recommendation:crc-2011-41b',
  }
  await db.write((run) =>
    run(
      "MATCH (a {id: $later}), (b {id: $earlier}) MERGE (a)-[r:SIMILAR_TO]->(b) SET r.kind = 'SAME_ASK', r.state = 'REJECTED', r.decidedOn = '2026-05-05', r.decidedBy = 'Dara'",
      pair,
    ),
  )
  await importFile(db, file)
  expect(
    await db.read(
      'MATCH ({id: $later})-[r:SIMILAR_TO]-({id: $earlier}) RETURN r.state AS state, r.decidedBy AS decidedBy',
      pair,
    ),
  ).toEqual([{ state: 'REJECTED', decidedBy: 'Dara' }])
  const [row] = await db.read(
    `MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}) RETURN
 [(n)-[r:ADDRESSED_TO]->() | r.decidedOn][0] AS decidedOn, COUNT { (n)<-[:OF]-() } AS assessments, n.outdated AS outdated,
 COUNT { (:Recommendation {id: 'recommendation:crc-2011-41c'})-[:ADDRESSED_TO {state: 'REJECTED'}]->() } AS rejected`,
  )
  expect(row).toMatchObject({ decidedOn: '2026-03-01', assessments: 2, outdated: true })
  expect(row?.['rejected']).toBeGreaterThan(0)
  expect(await offendersIn(db)).toEqual([])
})
