import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Db } from '../../db/index.ts'
import { loadBuiltIn, runChecks } from '../../index.ts'
import { randomFrom } from '../../random.ts'
import { ROOT } from '../../root.ts'
import { bundle } from '../../../scripts/bundle.mjs'
import { empty, loadCambodia, openTestDb } from '../../test/database.ts'
import { digestOfGraph, linesOfGraph } from '../../test/digest.ts'
import { readJsonLines, type Sketch } from '../../test/json-lines.ts'
import type { Format, ReadItem } from '../records.ts'
import { Claim } from './claim.ts'
import {
  listRuns,
  planImport,
  prepareImport,
  undoImport,
  writeImport,
  type ImportReport,
  type PreparedImport,
} from './index.ts'

let db: Db
let folder: string
let number = 0

const CRC = {
  mechanism: 'CRC',
  document: { symbol: 'CRC/C/SVN/CO/5-6', publishedOn: '2031-06-30' },
  state: 'SVN',
} as const
const REVIEW = { mechanism: 'UPR', state: 'SVN' } as const
const FRANCE = { printed: 'France', code: 'FRA' }
const SPAIN = { printed: 'Spain', code: 'ESP' }

async function prepare(
  items: readonly (Sketch | ReadItem)[],
  format: Format = 'uhri-json',
  crosswalkId?: string,
): Promise<PreparedImport> {
  number += 1
  const path = join(folder, `${number}.jsonl`)
  await writeFile(path, items.map((item) => JSON.stringify(item)).join('\n'))
  return prepareImport({
    path,
    format,
    reader: readJsonLines,
    options: { fileName: `file ${number}`, state: null, mapping: null },
    folder: join(folder, String(number)),
    ...(crosswalkId === undefined ? {} : { crosswalk: () => crosswalkId }),
  })
}
async function load(
  items: readonly (Sketch | ReadItem)[],
  format: Format = 'uhri-json',
  crosswalkId?: string,
): Promise<ImportReport> {
  const prepared = await prepare(items, format, crosswalkId)
  const planned = await planImport(db, prepared)
  const written = await writeImport(db, prepared, { today: '2031-07-01' })
  // A dry run tells beforehand what then happens.
  expect({ ...planned.counts }).toEqual({ ...written.counts })
  const { read, refused, skipped, merged, unchanged, changed } = written.counts
  expect(read).toBe(written.counts.new + changed + unchanged + merged + refused + skipped)
  return written
}
const offenders = async (): Promise<unknown[]> =>
  (await runChecks(db)).flatMap(({ name, offenders: found }) => found.map((one) => [name, one]))
const one = async <Row extends object>(statement: string, parameters: Record<string, unknown> = {}): Promise<Row> => {
  const [row] = await db.read<Row & Record<string, unknown>>(statement, parameters)
  if (row === undefined) throw new Error(`No row for ${statement}`)
  return row
}
const countOf = async (pattern: string): Promise<number> =>
  (await one<{ n: number }>(`MATCH ${pattern} RETURN count(*) AS n`)).n

const uhri: Sketch[] = [
  {
    ...CRC,
    sourceId: 'a1',
    paragraph: '4',
    kind: 'URGENT',
    text: 'Take urgent measures on the matters named',
    citedParagraphs: ['18', '23'],
  },
  {
    ...CRC,
    sourceId: 'a2',
    paragraph: '18',
    text: 'Register every birth without a fee',
    themes: [
      { printed: 'Birth registration', id: 'theme:birth-registration-nationality' },
      { printed: 'Space law', id: null },
    ],
    sdgs: [
      { printed: '16.9 - Legal identity', id: 'sdg-target:sdg-16-9' },
      { printed: '14 - Oceans', id: 'sdg-goal:14' },
    ],
    affectedGroups: [{ printed: 'Children', id: 'group:children' }],
  },
  { ...CRC, sourceId: 'a3', paragraph: '23(b)', text: 'Forbid beating in every setting', kind: 'CONCERN' },
]

beforeAll(async () => {
  db = await openTestDb()
  folder = await mkdtemp(join(tmpdir(), 'followthrough-import-'))
})
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

describe('one file in a graph that holds the built-in data', () => {
  let builtIn: string
  beforeAll(async () => {
    await loadCambodia(db)
    builtIn = await digestOfGraph(db)
  })

  test('goes in with all it says, and every check passes', async () => {
    const report = await load([
      ...uhri,
      { is: 'skipped', place: { file: 'x', sheet: null, row: 4 }, reason: 'introductory sentence' },
      {
        is: 'refused',
        refused: { place: { file: 'x', sheet: null, row: 5 }, column: 'Text', value: '', reason: 'no words' },
      },
    ])
    expect(report.counts).toMatchObject({ read: 5, new: 3, refused: 1, skipped: 1, merged: 0 })
    expect(report.newDocuments).toBe(1)
    expect(report.mismatches).toEqual([])
    expect(report.unknownLabels).toEqual([{ printed: 'Space law', count: 1 }])
    expect(await offenders()).toEqual([])
    const row = await one<{ n: Record<string, unknown>; goals: string[] }>(
      "MATCH (n:Recommendation {id: 'recommendation:uhri-a2-svn'}) RETURN n {.*} AS n, [(n)-[:ADVANCES]->(x) | x.id] AS goals",
    )
    expect(row.n).toMatchObject({
      paragraph: '18',
      stateId: 'state:SVN',
      year: 2031,
      sortOn: '2031-06-30',
      source: 'CRC/C/SVN/CO/5-6, para. 18 (Universal Human Rights Index)',
      printedThemes: ['Birth registration', 'Space law'],
      sourceIds: ['uhri:a2-svn'],
    })
    expect(row.goals.sort()).toEqual(['sdg-goal:14', 'sdg-target:sdg-16-9'])
  })

  test('links urgent measures to the paragraphs they name', async () => {
    const rows = await db.read("MATCH (a)-[:CITES]->(b) RETURN a.paragraph + ' ' + b.paragraph AS cite ORDER BY cite")
    expect(rows.map(({ cite }) => cite as string)).toEqual(['4 18', '4 23(b)'])
  })

  test('changes nothing the second time, and leaves no run', async () => {
    const before = await linesOfGraph(db)
    const runs = (await listRuns(db)).length
    const report = await load(uhri)
    expect(report).toMatchObject({ runId: null, counts: { unchanged: 3, new: 0 } })
    expect(await linesOfGraph(db)).toEqual(before)
    expect((await listRuns(db)).length).toBe(runs)
    expect(await countOf('(c:ImportClaim)')).toBe(0)
  })

  test('a newer export changes what changed, marks what is gone, and keeps what people added', async () => {
    await db.write((run) =>
      run(`MATCH (n:Recommendation {id: 'recommendation:uhri-a2-svn'}), (b:GovernmentBody {id: 'body:mosvy'})
CREATE (n)-[:ADDRESSED_TO {basis: 'COALITION_JUDGEMENT', role: 'LEAD', decidedOn: '2031-06-30'}]->(b) SET n.outdated = true, n.outdatedReason = 'A law was passed'`),
    )
    const before = await linesOfGraph(db)
    const [first, second] = uhri
    const more = Array.from({ length: 6 }, (_, index) => ({
      ...CRC,
      sourceId: `b${index}`,
      paragraph: String(30 + index),
      text: `Do thing ${index}`,
    }))
    const full = await load([...uhri, ...more])
    expect(full.counts).toMatchObject({ new: 6, unchanged: 3, gone: 0 })
    const newer = await load([
      first ?? {},
      { ...second, text: 'Register every birth at once and without a fee', themes: [] },
      ...more,
    ])
    expect(newer.counts).toMatchObject({ changed: 1, unchanged: 7, gone: 1, new: 0 })
    expect(newer.examples.changed[0]?.fields).toContainEqual({
      field: 'text',
      now: 'Register every birth without a fee',
      then: 'Register every birth at once and without a fee',
    })
    const row = await one(
      "MATCH (n:Recommendation {id: 'recommendation:uhri-a2-svn'}) RETURN n.text AS text, n.outdated AS outdated, EXISTS { (n)-[:ADDRESSED_TO]->() } AS addressed, EXISTS { (n)-[:ABOUT]->() } AS tagged",
    )
    expect(row).toEqual({
      text: 'Register every birth at once and without a fee',
      outdated: true,
      addressed: true,
      tagged: false,
    })
    expect(
      await one("MATCH (n:Recommendation {id: 'recommendation:uhri-a3-svn'}) RETURN n.goneFromSourceOn AS gone"),
    ).toEqual({
      gone: '2031-07-01',
    })
    expect(await offenders()).toEqual([])

    // What was gone comes back; then both newer runs are undone, the later first.
    const again = await load([...uhri, ...more])
    expect(again.counts).toMatchObject({ changed: 2, unchanged: 7 })
    const runs = await listRuns(db)
    const [third, changed, added] = runs.map(({ id }) => id)
    await expect(undoImport(db, changed ?? '')).rejects.toThrow(/later imports changed what it wrote/)
    for (const id of [third, changed, added]) await undoImport(db, id ?? '')
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test('an undone run leaves the graph as it was, but for what people added to', async () => {
    const [run] = (await listRuns(db)).filter(({ status }) => status === 'DONE')
    const kept = await undoImport(db, run?.id ?? '')
    expect(kept).toMatchObject({ removed: 2, kept: 1 })
    await db.write((write) => write("MATCH (n:Recommendation {id: 'recommendation:uhri-a2-svn'}) DETACH DELETE n"))
    await db.write((write) => write('MATCH (n) WHERE n.importRunId = $id DETACH DELETE n', { id: run?.id ?? '' }))
    expect(await digestOfGraph(db)).toBe(builtIn)
    await expect(undoImport(db, run?.id ?? '')).rejects.toThrow(/undone already/)
  })

  test('a part of an export marks nothing as gone, unless the person says that it is whole', async () => {
    await load(uhri)
    const part = await load(uhri.slice(0, 1))
    expect(part).toMatchObject({ looksPartial: true, counts: { gone: 0, unchanged: 1 } })
    const whole = await writeImport(db, await prepare(uhri.slice(0, 2)), { scope: 'whole', today: '2031-07-01' })
    expect(whole.counts.gone).toBe(1)
  })
})

describe('two sources', () => {
  // Each test has a State of its own.
  beforeAll(async () => {
    await loadCambodia(db)
  })

  test('say one recommendation: one node, both sources, the States of both', async () => {
    const text = 'Ratify the treaty on migrant workers'
    await load(
      [
        { ...REVIEW, document: { session: 34 }, text, position: 'NOTED', recommendingStates: [FRANCE] },
        { ...REVIEW, document: { session: 34 }, text: `${text}.`, position: 'NOTED', recommendingStates: [SPAIN] },
      ],
      'upr-info-csv',
    )
    const report = await load([
      {
        ...REVIEW,
        sourceId: 'u1',
        document: { symbol: 'A/HRC/43/15', session: 34, publishedOn: '2020-01-02' },
        paragraph: '121.7',
        text: text.toUpperCase(),
        position: 'NOTED',
        recommendingStates: [FRANCE, { printed: 'Italy', code: 'ITA' }],
      },
    ])
    expect(report.counts).toMatchObject({ merged: 1, new: 0 })
    const row = await one(
      `MATCH (n:Recommendation {stateId: 'state:SVN'})-[:ISSUED_IN]->(d) RETURN n.sourceIds AS ids, n.paragraph AS paragraph, d.symbol AS symbol, n.text AS text,
 COLLECT { MATCH (n)-[:RECOMMENDED_BY]->(s) RETURN s.code AS code ORDER BY code } AS states, n.importedFrom AS importedFrom`,
    )
    expect(row).toMatchObject({
      paragraph: '121.7',
      symbol: 'A/HRC/43/15',
      text,
      states: ['ESP', 'FRA', 'ITA'],
      importedFrom: ['A/HRC/43/15, para. 121.7 (Universal Human Rights Index)'],
    })
    expect((row as { ids: string[] }).ids.map((id) => id.split(':')[0])).toEqual(['upr-info', 'uhri'])
    expect(await offenders()).toEqual([])
  })

  test('date a document that one of them did not date: all its recommendations take their place by it, and give it back', async () => {
    const state = 'HRV'
    const review = (document: Sketch['document']) => ({
      ...REVIEW,
      state,
      document: { symbol: 'A/HRC/46/16', ...document },
    })
    const [shared, alone] = ['Open the doors of every school', 'Count each child who is born']
    await load(
      [review({}), review({})].map((one, index) => ({ ...one, text: index === 0 ? shared : alone })),
      'csv',
    )
    const before = await linesOfGraph(db)
    const dated = review({ session: 36, publishedOn: '2021-01-05' })
    const rows = [
      { ...dated, sourceId: 'd1', paragraph: '139.1', text: shared },
      { ...dated, sourceId: 'd2', paragraph: '139.2', text: 'Pay those who teach' },
    ]
    const report = await load(rows)
    expect(report).toMatchObject({ counts: { merged: 1, new: 1, doubtful: 0 }, changedDocuments: 1, newDocuments: 0 })
    const found = await db.read(
      `MATCH (n:Recommendation {stateId: 'state:HRV'})-[:ISSUED_IN]->(d)
RETURN n.text AS text, n.year AS year, n.sortOn AS sortOn, n.searchSymbol CONTAINS 'upr 2021' AS isFoundByYear, split(n.dateOrder, ' ')[0] AS day,
  d {.session, .cycle, .publishedOn, .year, .yearBasis, .sortOn} AS document ORDER BY text`,
    )
    const document = {
      session: 36,
      cycle: '3rd cycle (36th session)',
      publishedOn: '2021-01-05',
      year: 2021,
      yearBasis: 'PUBLISHED',
      sortOn: '2021-01-05',
    }
    const place = { year: 2021, sortOn: '2021-01-05', isFoundByYear: true, day: found[0]?.['day'], document }
    expect(found).toEqual([alone, shared, 'Pay those who teach'].sort().map((text) => ({ text, ...place })))
    expect(await offenders()).toEqual([])
    expect(await load(rows)).toMatchObject({ runId: null, counts: { unchanged: 2 }, changedDocuments: 0 })
    expect((await undoImport(db, report.runId ?? '')).keptProperties).toEqual([])
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test('a corrected date and a paragraph that is gone, cut off before the last step, completed, and taken back', async () => {
    const state = 'BEL'
    const rowsOn = (publishedOn: string) =>
      Array.from({ length: 7 }, (_, index) => ({
        ...REVIEW,
        state,
        sourceId: `g${index}`,
        document: { symbol: 'A/HRC/48/8', publishedOn },
        paragraph: `36.${index + 1}`,
        text: `Ask number ${index} of those that stand on a day`,
      }))
    await load(rowsOn('2021-07-01'))
    const before = await linesOfGraph(db)
    const newer = rowsOn('2021-07-13').slice(1)
    const whole = await load(newer)
    expect(whole).toMatchObject({ counts: { unchanged: 6, gone: 1 }, changedDocuments: 1 })
    const undisturbed = await digestOfGraph(db)
    expect((await undoImport(db, whole.runId ?? '')).keptProperties).toEqual([])
    expect(await linesOfGraph(db)).toEqual(before)

    // As if the process were killed when all else is written.
    const dying = new Proxy(db, {
      get: (target, name) => {
        if (name === 'write')
          return (...given: Parameters<Db['write']>) =>
            given[1]?.name === 'import-places' ? Promise.reject(new Error('killed')) : target.write(...given)
        const value = Reflect.get(target, name, target) as unknown
        return typeof value === 'function' ? (value as () => unknown).bind(target) : value
      },
    })
    await expect(writeImport(dying, await prepare(newer), { today: '2031-07-01' })).rejects.toThrow('killed')
    expect((await listRuns(db))[0]?.status).toBe('WRITING')
    const completed = await writeImport(db, await prepare(newer), { today: '2031-07-01' })
    expect(completed.runId).not.toBeNull()
    expect((await listRuns(db))[0]).toMatchObject({ id: completed.runId, status: 'DONE' })
    expect(await digestOfGraph(db)).toBe(undisturbed)
    await undoImport(db, completed.runId ?? '')
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test('a day for an undated document of the built-in data: a newer version of that leaves it, undoing takes it away', async () => {
    const [undated] = await db.read<{ id: string; session: number }>(
      "MATCH (d:ReviewDocument)-[:ADOPTED_BY]->(:Mechanism {code: 'UPR'}) WHERE d.adoptedOn IS NULL AND d.publishedOn IS NULL AND d.session IS NOT NULL AND EXISTS { (d)<-[:ISSUED_IN]-() } RETURN d.id AS id, d.session AS session ORDER BY id LIMIT 1",
    )
    expect(undated).toBeDefined()
    const before = await linesOfGraph(db)
    const text = 'Words that stand in no review, on a day that is none of its own'
    const document = { session: undated?.session ?? null, publishedOn: '2019-03-03' }
    const report = await load([{ ...REVIEW, state: 'KHM', sourceId: 'day', document, text }])
    expect(report).toMatchObject({ counts: { new: 1 }, changedDocuments: 1, newDocuments: 0 })
    const days = () =>
      db.read(
        'MATCH (d:ReviewDocument {id: $id})<-[:ISSUED_IN]-(n) RETURN DISTINCT d.sortOn AS day, n.sortOn AS its, n.year AS year',
        { id: undated?.id },
      )
    const moved = [{ day: '2019-03-03', its: '2019-03-03', year: 2019 }]
    expect(await days()).toEqual(moved)
    expect(Object.values((await loadBuiltIn(db)).changes).every((count) => count === 0)).toBe(true)
    expect(await days()).toEqual(moved)
    // Somebody adds to what the import made: it stays in its document when the import is taken back.
    await db.write((run) =>
      run(
        "MATCH (n:Recommendation {text: $text}), (b:GovernmentBody {id: 'body:mosvy'}) CREATE (n)-[:ADDRESSED_TO {basis: 'COALITION_JUDGEMENT', decidedOn: '2031-06-30'}]->(b)",
        { text },
      ),
    )
    expect(await undoImport(db, report.runId ?? '')).toMatchObject({ kept: 1, keptProperties: [] })
    expect(await countOf('(:Recommendation {sourceIds: ["uhri:day-khm"]})-[:ISSUED_IN]->(:ReviewDocument)')).toBe(1)
    await db.write((run) => run('MATCH (n:Recommendation {text: $text}) DETACH DELETE n', { text }))
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test('one document under two names in a numbered sheet is one; its numbers count for nothing, and that is told', async () => {
    const row = { mechanism: 'CRC', state: 'LUX' }
    const documents = [{ symbol: 'CRC/C/LUX/CO/5-6', publishedOn: '2021-06-21' }, { publishedOn: '2021-06-21' }]
    const rows = documents.map((document, index) => ({
      ...row,
      sourceId: String(index + 1),
      document,
      text: `Ask number ${index} of a sheet that names its document now so, now so`,
    }))
    const report = await load(rows, 'csv')
    expect(report).toMatchObject({ counts: { new: 2, doubtful: 1 }, newDocuments: 1 })
    expect(report.doubts[0]?.doubt).toMatch(/^The file names CRC\/C\/LUX\/CO\/5-6 in several ways/)
    expect(await load(rows, 'csv')).toMatchObject({ runId: null, counts: { unchanged: 2 } })
  })

  test('a document that a newer file lacks whole is told, and marked where the file is said to be whole', async () => {
    const state = 'AUT'
    const rows = Array.from({ length: 12 }, (_, index) => ({
      ...REVIEW,
      state,
      sourceId: `w${index}`,
      document: { symbol: index < 2 ? 'A/HRC/17/8' : 'A/HRC/47/12' },
      paragraph: `13.${index + 1}`,
      text: `Ask number ${index} of those that stand in a dump`,
    }))
    await load(rows)
    const before = await linesOfGraph(db)
    // One of those of the document that is gone now stands in the other.
    const newer = [...rows.slice(2), { ...rows[1], document: { symbol: 'A/HRC/47/12' } }]
    const told = await planImport(db, await prepare(newer))
    expect(told).toMatchObject({ counts: { gone: 0, doubtful: 1 }, lacking: 1 })
    expect(told.doubts[0]?.doubt).toMatch(/lacks documents .*: A\/HRC\/17\/8 \(1\)\. Where it is whole/)
    const whole = await writeImport(db, await prepare(newer), { scope: 'whole', today: '2031-07-01' })
    expect(whole.counts).toMatchObject({ gone: 1, changed: 1, unchanged: 10 })
    expect(whole.examples.gone).toMatchObject([{ paragraph: '13.1', symbol: 'A/HRC/17/8' }])
    // What is one of several pieces lacks more than that, and says nothing.
    expect((await planImport(db, await prepare(rows.slice(0, 2)))).counts).toMatchObject({ gone: 0, doubtful: 0 })
    await undoImport(db, whole.runId ?? '')
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test('contradict each other: the first stays, and a person is told', async () => {
    const row: Sketch = {
      ...REVIEW,
      state: 'PRT',
      document: { symbol: 'A/HRC/42/7', session: 33 },
      paragraph: '121.9',
      text: 'Do the one thing',
    }
    await load([{ ...row, position: 'NOTED' }], 'thematic-docx')
    const report = await load([{ ...row, sourceId: 'u9', position: 'SUPPORTED' }])
    expect(report.doubts.map(({ doubt }) => doubt).join()).toMatch(/position is NOTED in the graph and SUPPORTED here/)
    expect(
      await one("MATCH (n:Recommendation {paragraph: '121.9', stateId: 'state:PRT'}) RETURN n.position AS position"),
    ).toEqual({
      position: 'NOTED',
    })
  })

  test('nearly say the same: two nodes, and a doubt that names the other', async () => {
    const words =
      'Strengthen the institutions that protect children against violence in schools and at home without delay'
    const state = 'ITA'
    await load([{ ...REVIEW, state, document: { session: 34 }, text: words }], 'upr-info-csv')
    const report = await load([
      { ...REVIEW, state, sourceId: 'u2', document: { session: 34 }, text: words.replace('without delay', 'now') },
    ])
    expect(report.counts).toMatchObject({ new: 1, merged: 0, doubtful: 1 })
    expect(report.doubts[0]?.doubt).toMatch(/may be recommendation:.*% of the words are the same/)
  })

  test('a text for a summary of ours: found by its words, and still there when the built-in data is loaded again', async () => {
    const target = await one<{ id: string; position: string }>(
      "MATCH (n:Recommendation)-[:ISSUED_IN]->(d:ReviewDocument {id: 'document:upr-2014'}) RETURN n.id AS id, n.position AS position ORDER BY id LIMIT 1",
    )
    const before = await linesOfGraph(db)
    const row: Sketch = { document: { session: 18 }, text: 'Words about zebrafish alone', position: 'PARTIAL' }
    const report = await load([row], 'upr-info-csv', target.id)
    expect(report.counts).toMatchObject({ merged: 1, new: 0, doubtful: 1 })
    const held = () =>
      one(
        "MATCH (n:Recommendation {id: $id}) RETURN n.text AS text, n.position AS position, n.searchText CONTAINS 'zebrafish' AS isFound",
        target,
      )
    const expected = { text: 'Words about zebrafish alone', position: target.position, isFound: true }
    expect(await held()).toEqual(expected)
    expect(Object.values((await loadBuiltIn(db)).changes).every((count) => count === 0)).toBe(true)
    expect(await held()).toEqual(expected)
    expect((await load([row], 'upr-info-csv', target.id)).counts).toMatchObject({ unchanged: 1 })
    await undoImport(db, report.runId ?? '')
    expect(await linesOfGraph(db)).toEqual(before)
  })
})

describe('two imports at once', () => {
  test('one is refused with a message and harms nothing', async () => {
    await empty(db)
    const claim = await Claim.take(db, 'import-run:other')
    const prepared = await prepare(uhri)
    await expect(writeImport(db, prepared)).rejects.toThrow(/Another import is being written/)
    expect(await countOf('(n:Recommendation)')).toBe(0)
    await claim.release()
    expect((await writeImport(db, prepared)).counts.new).toBe(3)
  })

  test('one that lost its claim takes its batch back', async () => {
    await empty(db)
    const claim = await Claim.take(db, 'import-run:first')
    await db.write((run) => run('MATCH (c:ImportClaim) SET c.until = 0'))
    const other = await Claim.take(db, 'import-run:second')
    await expect(
      db.write(async (run) => {
        await run("CREATE (:Theme {id: 'theme:lost'})")
        await claim.prove(run)
      }),
    ).rejects.toThrow(/Another import has taken over/)
    expect(await countOf('(n:Theme)')).toBe(0)
    await other.release()
  })
})

describe('an importer that is killed', () => {
  const rows: Sketch[] = Array.from({ length: 300 }, (_, index) => ({
    state: ['SVN', 'PRT', 'ITA', 'ESP'][index % 4] ?? 'SVN',
    mechanism: 'CEDAW',
    sourceId: `k${index}`,
    document: {
      symbol: `CEDAW/C/${['SVN', 'PRT', 'ITA', 'ESP'][index % 4] ?? ''}/CO/${index % 20}`,
      publishedOn: '2031-02',
    },
    paragraph: String(1 + (index % 50)),
    text: `Do the thing of number ${index}`,
    recommendingStates: [FRANCE],
  }))

  test('leaves a graph that the next run completes, as if nothing had happened', { timeout: 180_000 }, async () => {
    await bundle([join(ROOT, 'graph', 'test', 'import-child.ts')], join(ROOT, 'dist', 'test'))
    const child = join(ROOT, 'dist', 'test', 'import-child.js')
    const path = join(folder, 'rows.jsonl')
    await writeFile(path, rows.map((row) => JSON.stringify(row)).join('\n'))
    const run = (statements: number, delayMs = 0) =>
      promisify(execFile)(process.execPath, [
        child,
        JSON.stringify(inject('neo4j')),
        path,
        join(folder, 'child'),
        String(statements),
        String(delayMs),
      ])
    const labels = () =>
      db.read('MATCH (n) WHERE NOT n:SchemaVersion RETURN head(labels(n)) AS label, count(*) AS count ORDER BY label')

    await empty(db)
    const undisturbed = JSON.parse((await run(0)).stdout) as object
    const [expected, expectedLabels] = [await digestOfGraph(db), await labels()]

    await empty(db)
    // At moments drawn from a seed: before, within and behind transactions.
    const random = randomFrom(5)
    let killed = 0
    for (let kill = 0; kill < 5; kill += 1) {
      const [statements, delayMs] = [3 + Math.floor(random() * 20), Math.floor(random() * 30)]
      await run(statements, delayMs).catch((error: unknown) => {
        expect(error).toMatchObject({ signal: 'SIGKILL' })
        killed += 1
      })
      expect(await offenders()).toEqual([])
    }
    expect(killed).toBeGreaterThan(2)
    const completed = JSON.parse((await run(0)).stdout) as object
    expect(completed).toEqual(undisturbed)
    expect(await digestOfGraph(db)).toBe(expected)
    expect(await labels()).toEqual(expectedLabels)
    const [only] = await listRuns(db)
    expect(only).toMatchObject({ status: 'DONE', report: { counts: { new: rows.length } } })
    expect((await undoImport(db, only?.id ?? '')).removed).toBe(rows.length)
    expect(await countOf('(n) WHERE NOT n:SchemaVersion AND NOT n:ImportRun')).toBe(0)
  })
})
