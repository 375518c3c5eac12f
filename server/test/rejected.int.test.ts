/** What a person rejected never comes back: links, tags and bodies, made anew, imported again, taken back and imported again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { listRuns, undoImport } from '../../graph/index.ts'
import { importFile, offendersIn } from '../../graph/test/whole-import.ts'
import { linkGraph } from '../src/links/store.ts'
import { suggestInGraph } from '../src/links/suggestion-store.ts'
import { loadCambodia, openTestDb, openTestServer } from './harness.ts'

type Suggested = { readonly type: string; readonly from: string; readonly to: string }

const HEADER = 'To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session'
const ROWS = [
  'Cambodia,,,Stop forced evictions and compensate the families of the lake who lose their land,France,,,Accepted,4,,6',
  'Cambodia,,,End forced evictions and compensate the families of the lake for the land they lose,Spain,,,Accepted,4,,18',
]
const MORE = 'Cambodia,,,Compensate every family that was evicted from the shore of the lake,Peru,,,Noted,3,,18'

let db: Db
let folder: string
let rejected: Suggested[]
let decide: (one: Suggested, action: string) => Promise<string>

/** Imports the rows and finds links and suggestions, as the server does after an import. */
async function load(rows: readonly string[]): Promise<void> {
  const path = join(folder, 'evictions.csv')
  await writeFile(path, [HEADER, ...rows].join('\r\n'))
  await importFile(db, path)
  await find()
}
async function find(): Promise<void> {
  await linkGraph(db)
  await suggestInGraph(db)
}
const suggestions = (where: string): Promise<Suggested[]> =>
  db.read<Suggested>(
    `MATCH (n:Recommendation)-[r:SIMILAR_TO|ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO {state: 'SUGGESTED'}]->(m)
     WHERE n.text CONTAINS 'families of the lake' AND ${where} RETURN type(r) AS type, n.id AS from, m.id AS to ORDER BY type, from, to`,
  )
/** State of what was rejected, whichever way it leads. */
const states = async (): Promise<string[]> => {
  const rows = await db.read<{ states: string[] }>(
    'UNWIND $rejected AS one MATCH (n {id: one.from})-[r]-({id: one.to}) WHERE type(r) = one.type RETURN collect(r.state) AS states',
    { rejected },
  )
  return rows[0]?.states ?? []
}

beforeAll(async () => {
  db = await openTestDb()
  folder = await mkdtemp(join(tmpdir(), 'followthrough-rejected-'))
  await loadCambodia(db)
  const { ask } = await openTestServer(db)
  decide = async ({ type, from, to }, action) => {
    const { data, errors } = await ask(
      'mutation ($decision: DecisionInput!) { decide(decision: $decision) { id } }',
      { decision: { relationship: type, from, to, action, decidedBy: 'Dara' } },
      { isOwner: true, refusal: null },
    )
    expect(errors).toEqual([])
    return (data?.['decide'] as { id: string }).id
  }
  await load(ROWS)
  const [link] = await suggestions("type(r) = 'SIMILAR_TO' AND m.text CONTAINS 'families of the lake'")
  const [tag] = await suggestions("NOT type(r) IN ['SIMILAR_TO', 'ADDRESSED_TO']")
  const [body] = await suggestions("type(r) = 'ADDRESSED_TO'")
  if (!link || !tag || !body) throw new Error('Expected a link, a tag and a body to be suggested')
  rejected = [link, tag, body]
  for (const one of rejected) await decide(one, 'REJECT')
})
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true })
})

const THREE = ['REJECTED', 'REJECTED', 'REJECTED']

test('when links and suggestions are found anew', async () => {
  await db.write((run) => run('MATCH (s:State) REMOVE s.linksFingerprint, s.suggestionsFingerprint'))
  await find()
  expect(await states()).toEqual(THREE)
})

test('when the file is imported again, as it was and with more in it', async () => {
  await load(ROWS)
  expect(await states()).toEqual(THREE)
  await load([...ROWS, MORE])
  expect(await states()).toEqual(THREE)
})

test('when the imports are taken back, what was decided on stays, and with it the decision; also when they come again', async () => {
  for (const { id, status } of await listRuns(db)) if (status === 'DONE') await undoImport(db, id)
  await find()
  expect(await states()).toEqual(THREE)
  await load(ROWS)
  expect(await states()).toEqual(THREE)
  expect(await offendersIn(db)).toEqual([])
})

test('when an import brought the suggestion itself and is taken back', async () => {
  await load([...ROWS, MORE])
  const run = (await listRuns(db)).find(({ status }) => status === 'DONE')
  const brought: Suggested = {
    type: 'SIMILAR_TO',
    from: 'recommendation:crc-2011-41d',
    to: 'recommendation:crc-2011-41b',
  }
  await db.write((write) =>
    write(
      `MATCH (a {id: $from}) MATCH (b {id: $to}) OPTIONAL MATCH (a)-[old:SIMILAR_TO]-(b) DELETE old
       CREATE (a)-[:SIMILAR_TO {kind: 'RELATED', state: 'SUGGESTED', importer: 'links', importRunId: $runId}]->(b)`,
      { ...brought, runId: run?.id },
    ),
  )
  await decide(brought, 'REJECT')
  await undoImport(db, run?.id ?? '')
  expect(
    await db.read('MATCH ({id: $from})-[r:SIMILAR_TO]->({id: $to}) RETURN r.state AS state', { ...brought }),
  ).toEqual([{ state: 'REJECTED' }])
})
