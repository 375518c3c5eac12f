import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, type Db } from './db/index.ts'
import { DataFolder, Engine } from './engine/index.ts'
import { applySchema, isBuiltInOutdated, isEmpty, listMissingSchema, loadBuiltIn, migrate, runChecks } from './index.ts'
import { BUILT_IN_FOLDER, type LoadReport } from './importers/cambodia/load.ts'
import { SCHEMA_VERSION } from './migrations/index.ts'
import { LABELS, RELATIONSHIP_TYPES, SEARCH_PROPERTIES } from './model/index.ts'
import { ROOT } from './root.ts'
import { empty, openTestDb } from './test/database.ts'
import { naturalOrderKey } from './text/index.ts'

let db: Db
beforeAll(async () => {
  db = await openTestDb()
  await empty(db)
})
afterAll(() => db.close())

const rowsOf = async (file: string): Promise<Record<string, string>[]> =>
  parse(await readFile(join(BUILT_IN_FOLDER, file)), { columns: true }) as Record<string, string>[]
const countOf = async (statement: string): Promise<number> =>
  (await db.read<{ n: number }>(`${statement} RETURN count(*) AS n`))[0]?.n ?? -1

describe('the built-in data', () => {
  let first: LoadReport
  beforeAll(async () => {
    expect(await isEmpty(db)).toBe(true)
    first = await loadBuiltIn(db)
  })

  test('goes in whole: every row of every file, none refused', async () => {
    expect(first.refused).toEqual([])
    const clusters = (await rowsOf('treaties_articles.csv')).filter(({ id }) => id?.startsWith('crc-cluster-')).length
    const expected: [string, number][] = [
      ['Recommendation', (await rowsOf('recommendations.csv')).length],
      ['GovernmentBody', (await rowsOf('ministries.csv')).length],
      ['Initiative', (await rowsOf('initiatives.csv')).length],
      ['Deadline', (await rowsOf('deadlines.csv')).length],
      ['Event', (await rowsOf('events.csv')).length],
      ['Organisation', (await rowsOf('organisations.csv')).length],
      ['Mechanism', (await rowsOf('mechanisms.csv')).length],
      ['ReviewDocument', (await rowsOf('documents.csv')).length],
      ['Theme', (await rowsOf('themes.csv')).length],
      ['AffectedGroup', (await rowsOf('affected_groups.csv')).length],
      ['SdgTarget', (await rowsOf('sdg_targets.csv')).length],
      ['Resource', (await rowsOf('resources.csv')).length],
      ['Indicator', (await rowsOf('indicators.csv')).length],
      ['WorkingGroup', (await rowsOf('twgs.csv')).length],
      ['RightsCluster', clusters],
      ['Right', (await rowsOf('treaties_articles.csv')).length - clusters],
    ]
    for (const [label, count] of expected) expect([label, await countOf(`MATCH (:${label})`)]).toEqual([label, count])
    expect(await countOf('MATCH ()-[:ADDRESSED_TO]->()')).toBe((await rowsOf('ministry_assignments.csv')).length)
    expect(await countOf('MATCH (:Initiative)-[:SUPPORTS|INVOLVES]->()')).toBe(
      (await rowsOf('initiative_links.csv')).length,
    )
  })

  test('is healthy by every check', async () => {
    expect((await runChecks(db)).flatMap(({ name, offenders }) => offenders.map((one) => [name, one]))).toEqual([])
  })

  test('loaded again changes nothing at all', async () => {
    const { changes } = await loadBuiltIn(db)
    expect(Object.values(changes).every((count) => count === 0)).toBe(true)
    expect(await isBuiltInOutdated(db)).toBe(false)
  })

  test('loaded again keeps what a person decided and added', async () => {
    await db.write((run) =>
      run(`MATCH (:Recommendation {id: 'recommendation:crc-2011-41b'})-[r:ADDRESSED_TO]->(:GovernmentBody {id: 'body:mosvy'}) SET r.state = 'CONFIRMED', r.decidedOn = '2026-11-24'
WITH r MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}), (w:WorkingGroup {id: 'twg:twg-1'}) MERGE (n)-[:FOLLOWED_BY]->(w)`),
    )
    await loadBuiltIn(db)
    const [row] = await db.read(
      "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'})-[r:ADDRESSED_TO]->(:GovernmentBody {id: 'body:mosvy'}) RETURN r.state AS state, EXISTS { (n)-[:FOLLOWED_BY]->() } AS followed",
    )
    expect(row).toEqual({ state: 'CONFIRMED', followed: true })
  })

  test.each([
    ['unknown-labels', "CREATE (n:Stray {id: 'stray:1'})"],
    ['unknown-properties', "MATCH (n:Theme {id: 'theme:education'}) SET n.colour = 'red'"],
    ['wrong-ids', "CREATE (n:Theme {id: 'topic:x', name: 'x'})"],
    [
      'unknown-relationships',
      "MATCH (n:Theme {id: 'theme:education'}), (m:Theme {id: 'theme:health'}) CREATE (n)-[:ABOUT]->(m)",
    ],
    [
      'doubled-relationships',
      "MATCH (a:Recommendation {id: 'recommendation:crc-2011-41b'})-[:ABOUT]->(b:Theme) CREATE (a)-[:ABOUT {basis: 'OUR_CLASSIFICATION'}]->(b)",
    ],
    ['unknown-values', "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}) SET n.kind = 'WISH'"],
    [
      'recommendation-incomplete',
      "CREATE (n:Recommendation {id: 'recommendation:lone', kind: 'CONCERN', summary: 'x'})",
    ],
    ['state-mismatch', "MATCH (n:Recommendation {id: 'recommendation:crc-2011-41b'}) SET n.stateId = 'state:THA'"],
    ['document-overfull', "MATCH (n:ReviewDocument {id: 'document:upr-2014'}) SET n.knownTotal = 3"],
    [
      'suggestion-without-state',
      "MATCH (:Recommendation {id: 'recommendation:crc-2011-41c'})-[n:ADDRESSED_TO]->() SET n.state = null",
    ],
    [
      'similar-direction',
      "MATCH (a:Recommendation {id: 'recommendation:crc-2011-41b'}), (b:Recommendation {id: 'recommendation:ccpr-2015-corporal-punishment'}) CREATE (a)-[:SIMILAR_TO {kind: 'RELATED'}]->(b)",
    ],
    [
      'similar-incomplete',
      "MATCH (a:Recommendation {id: 'recommendation:crc-2011-41b'}), (b:Recommendation {id: 'recommendation:ccpr-2015-corporal-punishment'}) CREATE (b)-[:SIMILAR_TO {kind: 'RELATED', state: 'SUGGESTED', laterPassages: ['x']}]->(a)",
    ],
  ])('%s is found by its check', async (name, offence) => {
    const caught = new Error('taken back')
    let offenders = 0
    await db
      .write(async (run) => {
        await run(offence)
        // The check runs inside the same transaction, which is then taken back.
        const inside: Db = {
          ...db,
          read: async (statement, parameters) => (await run(statement, parameters)).rows as never,
        }
        offenders = (await runChecks(inside)).find((check) => check.name === name)?.offenders.length ?? 0
        throw caught
      })
      .catch((error: unknown) => {
        if (error !== caught) throw error
      })
    expect(offenders).toBeGreaterThan(0)
  })
})

test('schema and migrations are in place, and running them again is safe', async () => {
  await applySchema(db)
  expect(await listMissingSchema(db)).toEqual([])
  await migrate(db)
  expect(await migrate(db)).toEqual([])
})

describe('a graph that holds data already', () => {
  /** Every node as it is, the words of its themes apart, which come in the order the database finds them. */
  const nodes = async (): Promise<Map<string, unknown>> => {
    const rows = await db.read<{ id: string; properties: Record<string, unknown> }>(
      'MATCH (n) WHERE NOT n:SchemaVersion RETURN n.id AS id, properties(n) AS properties',
    )
    const sorted = (words: unknown): unknown => (typeof words === 'string' ? words.split(' ').sort().join(' ') : words)
    return new Map(
      rows.map(({ id, properties }) => [
        id,
        { ...properties, searchTheme: sorted(properties['searchTheme']), stemTheme: sorted(properties['stemTheme']) },
      ]),
    )
  }

  test('and does not say its layout is as it was when it was brought up to date', async () => {
    const before = await nodes()
    await db.write((run) => run("MATCH (v:SchemaVersion {id: 'schema'}) DELETE v"))
    expect(await migrate(db)).not.toEqual([])
    expect(await nodes()).toEqual(before)
  })

  test('in the first layout is found and listed as one that was loaded today', async () => {
    const before = await nodes()
    const paragraphs = await db.read<{ id: string; paragraph: string | null }>(
      'MATCH (n:Recommendation) RETURN n.id AS id, n.paragraph AS paragraph',
    )
    await db.write(async (run) => {
      await run(`MATCH (n) SET n += $nothing, n.searchEn = CASE WHEN n:Recommendation THEN n.summary END`, {
        nothing: Object.fromEntries([...SEARCH_PROPERTIES, 'listOrder', 'dateOrder'].map((name) => [name, null])),
      })
      await run('UNWIND $rows AS row MATCH (n:Recommendation {id: row.id}) SET n.paragraphOrder = row.key', {
        rows: paragraphs.map(({ id, paragraph }) => ({ id, key: naturalOrderKey(paragraph) })),
      })
      await run("MATCH (v:SchemaVersion {id: 'schema'}) SET v.version = 1")
    })
    expect(await migrate(db)).toHaveLength(3)
    expect(await nodes()).toEqual(before)
  })
})

test('a graph of a newer version is refused', async () => {
  const set = (version: number): Promise<unknown> =>
    db.write((run) => run("MATCH (v:SchemaVersion {id: 'schema'}) SET v.version = $version", { version }))
  await set(99)
  await expect(migrate(db)).rejects.toThrow(/newer version of Followthrough/)
  await set(SCHEMA_VERSION)
})

test('every label and type in a .cypher file is of the model', async () => {
  // Words of Cypher itself that may follow a bracket.
  const keywords = ['CALL', 'CASE', 'COUNT', 'DISTINCT', 'EXISTS', 'MATCH', 'NOT', 'OPTIONS']
  const known = new Set<string>([...LABELS, ...RELATIONSHIP_TYPES, ...keywords])
  const files = (await readdir(join(ROOT, 'graph'), { recursive: true })).filter((name) => name.endsWith('.cypher'))
  expect(files.length).toBeGreaterThan(10)
  for (const file of files) {
    const text = (await readFile(join(ROOT, 'graph', file), 'utf8')).replace(/\/\/.*|'[^']*'|`[^`]*`/g, '')
    for (const [, name] of text.matchAll(/[([|:](?:\w*:)?([A-Z][A-Za-z_]+)/g))
      if (/^[A-Z][a-z]|^[A-Z_]{3,}$/.test(name ?? '')) expect(known, `${file}: ${name}`).toContain(name)
  }
})

describe('an engine of its own', () => {
  test('killed without warning, it starts again with what was committed and needs no repair', async () => {
    const path = await mkdtemp(join(tmpdir(), 'followthrough-kill-'))
    try {
      const folder = new DataFolder(path)
      await folder.claim()
      const first = await Engine.start(folder)
      const before = connect(first.connection)
      await before.write((run) => run("CREATE (:Theme {id: 'theme:kept', name: 'kept'})"))
      await before.close()
      process.kill(first.pid, 'SIGKILL')
      // A new owner, as after a crash of the whole machine: the state file still names the dead one's database.
      const second = await Engine.start(folder)
      const after = connect(second.connection)
      expect(await after.read('MATCH (t:Theme) RETURN t.id AS id')).toEqual([{ id: 'theme:kept' }])
      await after.close()
      await second.stop()
      await folder.release()
    } finally {
      await rm(path, { recursive: true, force: true })
    }
  }, 120_000)
})
