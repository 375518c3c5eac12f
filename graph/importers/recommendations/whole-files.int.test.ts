/** Whole files from end to end, counted by a parse that shares no code with the importer. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Db } from '../../db/index.ts'
import { empty, loadCambodia, openTestDb } from '../../test/database.ts'
import { linesOfGraph } from '../../test/digest.ts'
import { wordParts, zipOf } from '../../test/office-files.ts'
import { REAL_DATA_DIR, realFile, withFile } from '../../test/read-items.ts'
import { importFile, offendersIn } from '../../test/whole-import.ts'

// Thousands of rows are written: what counts is what is there then, not how fast a busy machine gets there.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

let db: Db
beforeAll(async () => {
  db = await openTestDb()
})
afterAll(() => db.close())

/** Value -> how often, of a statement that returns `key` and `count`. */
const countsOf = async (statement: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await db.read<{ key: string; count: number }>(statement)).map(({ key, count }) => [key, count] as const),
  )
const count = (keys: Iterable<string>): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}

test('a treaty body document that lists more paragraphs than recommendations passes every check', async () => {
  await loadCambodia(db)
  // 48 recommendations are known of the built-in document; a whole file of it has its concerns and headings as well.
  const records = Array.from({ length: 60 }, (_, index) => ({
    AffectedPersons: ['Children'],
    AnnotationId: `00000000-0000-4000-a000-${String(index).padStart(12, '0')}`,
    AnnotationType: index % 3 === 0 ? '- Concerns/Observations' : '- Recommendations',
    Body: '- CRC',
    Countries: ['Cambodia'],
    DocumentId: '00000000-0000-4000-a000-000000000000',
    PublicationDate: '2022-06-27T00:00:00',
    Symbol: 'CRC/C/KHM/CO/4-6',
    Sdgs: [],
    Text: `${index + 4}.The Committee asks for thing number ${index} that this test made up`,
    Themes: [],
    UprCycle: null,
    UprPositions: [],
    UprRecommendingCountry: [],
    UprSession: [],
  }))
  const report = await withFile(JSON.stringify(records), (path) => importFile(db, path))
  expect(report).toMatchObject({ newDocuments: 0, counts: { read: 60, new: 60, refused: 0 } })
  expect(await offendersIn(db)).toEqual([])
})

test('a list of the fourth cycle: 254 numbers, each once, with position, States, groups and goals', async () => {
  await loadCambodia(db)
  const numbers = Array.from({ length: 254 }, (_, index) => index + 1)
  const goals = [
    '3 - GOOD HEALTH AND WELL-BEING',
    '4 - QUALITY EDUCATION',
    '16 - PEACE, JUSTICE AND STRONG INSTITUTIONS',
  ]
  const rows = numbers.map((number) => [
    `49.${number} Do thing number ${number} for every child (${number % 2 === 0 ? 'Norway' : 'Ghana) (Fiji'});\nSource of Position: A/HRC/60/9/Add.1 - Para.${(number % 7) + 1}`,
    number % 5 === 0 ? 'Noted' : 'Supported',
    `- Right to education\n- Right to health\nGroups of Persons:\n- Women & girls\n- Children`,
    `- ${goals[number % 3] ?? ''}`,
  ])
  const heads = [
    'Recommendation and recommending State',
    'Position of the State under review',
    'Human rights themes and groups of persons',
    'Relevant SDGs',
  ]
  // A number comes back under another theme, as in the lists of other States.
  const printed = [heads, ['Theme: Right to education'], ...rows, ['Theme: Right to health'], ...rows.slice(0, 30)]
  const content = zipOf(wordParts(printed, 'UPR of Slovenia (4th Cycle – 48th session)'))
  const report = await withFile(content, (path) => importFile(db, path))
  expect(report).toMatchObject({
    documents: 1,
    mismatches: [],
    unknownLabels: [],
    counts: { read: 254 + 33, new: 254, skipped: 33, refused: 0, doubtful: 0 },
  })
  const of = "MATCH (n:Recommendation {stateId: 'state:SVN'})"
  expect(await countsOf(`${of} RETURN n.position AS key, count(*) AS count`)).toEqual({ SUPPORTED: 204, NOTED: 50 })
  expect(await countsOf(`${of}-[:RECOMMENDED_BY]->(s) RETURN s.code AS key, count(*) AS count`)).toEqual({
    NOR: 127,
    GHA: 127,
    FJI: 127,
  })
  expect(await countsOf(`${of}-[:PROTECTS|ADVANCES]->(x) RETURN x.id AS key, count(*) AS count`)).toMatchObject({
    'group:women': 254,
    'group:children': 254,
    'sdg-goal:4': 85,
  })
  expect(await countsOf(`${of}-[:ISSUED_IN]->(d) RETURN d.symbol + ' ' + d.session AS key, count(*) AS count`)).toEqual(
    { 'A/HRC/60/9 48': 254 },
  )
  expect(await offendersIn(db)).toEqual([])
})

describe.skipIf(REAL_DATA_DIR === undefined)('real files', () => {
  type Line = { To: string; Text: string; From: string; Response: string; Session: string }
  /** Rows of UPR Info as a spreadsheet program sees them. */
  const linesOf = (name: string): Line[] => {
    const bytes = readFileSync(realFile('upr-info', name))
    const text = Buffer.from(bytes.toString('utf8')).equals(bytes)
      ? bytes.toString('utf8')
      : iconv.decode(bytes, 'macintosh')
    return parse(text, { columns: true, record_delimiter: ['\r', '\n', '\r\n'] }) as Line[]
  }
  const words = (text: string): string =>
    (
      text
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? []
    ).join(' ')
  const FILES = ['sessions-1-5.csv', 'sessions-6-9.csv', 'cambodia.csv']
  const POSITION: Record<string, string> = { Accepted: 'SUPPORTED', Noted: 'NOTED' }

  test('UPR Info: recommendations, positions and recommending States are those of another parse; nothing changes twice', async () => {
    await empty(db)
    const counts = []
    for (const name of FILES) counts.push((await importFile(db, realFile('upr-info', name))).counts)
    expect(counts.map(({ read, refused, skipped }) => [read, refused, skipped])).toEqual(
      FILES.map((name) => [linesOf(name).length, 0, 0]),
    )
    const all = FILES.flatMap(linesOf)
    // The 343 rows for Cambodia are known one by one, by the crosswalk: they stay apart even where the words are the same.
    const asked = new Map<string, Line>()
    for (const line of all) {
      const who = line.To === 'Cambodia' ? line.From : ''
      asked.set(JSON.stringify([line.To, line.Session, words(line.Text), line.Response, who]), line)
    }
    expect(await countsOf('MATCH (n:Recommendation) RETURN n.position AS key, count(*) AS count')).toEqual(
      count([...asked.values()].map(({ Response }) => POSITION[Response] ?? '')),
    )
    const made = new Map<string, Line>()
    for (const line of all)
      if (!line.From.includes('Unknown'))
        made.set(JSON.stringify([line.To, line.Session, words(line.Text), line.Response, line.From]), line)
    expect(
      await countsOf('MATCH (n:Recommendation)-[:RECOMMENDED_BY]->() RETURN n.position AS key, count(*) AS count'),
    ).toEqual(count([...made.values()].map(({ Response }) => POSITION[Response] ?? '')))
    expect(await countsOf("MATCH (d:ReviewDocument) RETURN 'all' AS key, count(*) AS count")).toEqual({
      all: new Set(all.map(({ To, Session }) => `${To} ${Session}`)).size,
    })
    expect(await offendersIn(db)).toEqual([])

    const before = await linesOfGraph(db)
    for (const name of FILES)
      expect(await importFile(db, realFile('upr-info', name))).toMatchObject({
        runId: null,
        counts: { new: 0, changed: 0, merged: 0, gone: 0 },
      })
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test('UPR Info meets the built-in data of 2009 and 2014: 343 rows, 343 recommendations, their texts brought', async () => {
    await loadCambodia(db)
    const ofReviews =
      "MATCH (n:Recommendation)-[:ISSUED_IN]->(d:ReviewDocument) WHERE d.id IN ['document:upr-2009', 'document:upr-2014']"
    const report = await importFile(db, realFile('upr-info', 'cambodia.csv'))
    expect(report).toMatchObject({ newDocuments: 0, mismatches: [], counts: { read: 343, merged: 343, doubtful: 0 } })
    const rows = await db.read<{ text: string; id: string }>(`${ofReviews} RETURN n.id AS id, n.text AS text`)
    expect(rows).toHaveLength(343)
    const hashes = (texts: readonly string[]): string[] =>
      texts.map((text) => createHash('sha256').update(words(text)).digest('hex')).sort()
    expect(hashes(rows.map(({ text }) => text))).toEqual(hashes(linesOf('cambodia.csv').map(({ Text }) => Text)))
    expect(await offendersIn(db)).toEqual([])
  })

  test('OHCHR lists: 163 and 215 numbers with their positions', async () => {
    await loadCambodia(db)
    for (const name of ['UPR20_Slovenia_ThematicList.docx', 'UPR34_Slovenia_ThematicList.docx'])
      expect((await importFile(db, realFile('ohchr', name))).mismatches).toEqual([])
    const known = readFileSync(realFile('ohchr', 'thematic-slovenia.jsonl'), 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { session: number; no: string; position: string })
    const found = await db.read<{ key: string }>(
      "MATCH (n:Recommendation {stateId: 'state:SVN'})-[:ISSUED_IN]->(d) RETURN DISTINCT d.session + ' ' + n.paragraph + ' ' + n.position AS key",
    )
    expect(found.map(({ key }) => key).sort()).toEqual(
      known.map(({ session, no, position }) => `${session} ${no} ${position.toUpperCase()}`).sort(),
    )
    expect(await offendersIn(db)).toEqual([])
  })
})
