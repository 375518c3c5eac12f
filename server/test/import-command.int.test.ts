import { execFile } from 'node:child_process'
import { createWriteStream } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import type { ImportReport } from '../../graph/index.ts'
import { linesOfGraph } from '../../graph/test/digest.ts'
import { loadCambodia, openTestDb } from './harness.ts'
import { buildImporter } from './importer.ts'

let db: Db
let folder: string
let importer: Awaited<ReturnType<typeof buildImporter>>

/** Runs the command as a person does; the database is the test's. */
const run = (...args: string[]) => runUnder('', {}, ...args)

/** The same behind what a shell is told first, such as limits. */
const runUnder = (
  limits: string,
  environment: Record<string, string>,
  ...args: string[]
): Promise<{ status: number; out: string; err: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, ...importer.environment, ...environment }
    const shell = ['-c', `${limits}exec "$@"`, 'sh', process.execPath, importer.command, ...args]
    execFile('sh', shell, { env }, (error, out, err) => {
      resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err })
    })
  })

const SHEET = `Country,Body,Document symbol,Paragraph,Recommendation text,Date of publication
Slovenia,CRC,CRC/C/SVN/CO/9,12,Give every child in care a person who stays with them until they are grown,2031-02-03
Slovenia,CRC,CRC/C/SVN/CO/10,13,Give every child in care one person who stays with them until they are grown,2036-02-03
Atlantis,CRC,CRC/C/ZZZ/CO/9,14,Ask the children who live under the sea what they need and do it,2031-02-03
`

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  folder = await mkdtemp(join(tmpdir(), 'followthrough-import-command-'))
  importer = await buildImporter(join(folder, 'data'))
})
afterAll(async () => {
  await db.close()
  await rm(folder, { recursive: true, force: true })
})

test('a spreadsheet: dry run, import, refused rows to correct, second run, undo', { timeout: 400_000 }, async () => {
  const file = join(folder, 'sheet.csv')
  await writeFile(file, SHEET)
  const before = await linesOfGraph(db)

  const dry = await run(file, '--dry-run', '--json')
  expect(dry).toMatchObject({ status: 1 })
  const [planned] = JSON.parse(dry.out) as ImportReport[]
  expect(planned).toMatchObject({ isDryRun: true, counts: { read: 3, new: 2, refused: 1 } })
  expect(await linesOfGraph(db)).toEqual(before)

  const first = await run(file)
  expect(first.status).toBe(1)
  expect(first.out).toMatch(/3 rows read = 2 new \+ 0 changed \+ 0 unchanged \+ 0 merged \+ 1 refused \+ 0 skipped/)
  expect(first.out).toMatch(/refused: row 4, Country “Atlantis”/)
  const refused = /to correct and import alone: (.*\.csv)/.exec(first.out)?.[1] ?? ''
  const text = await readFile(refused, 'utf8')
  expect(text).toContain('under the sea')

  const corrected = join(folder, 'corrected.csv')
  await writeFile(corrected, text.replace('ZZZ', 'PRT').replaceAll('Atlantis', 'Portugal'))
  const second = await run(corrected, '--json')
  expect(second).toMatchObject({ status: 0 })
  expect(JSON.parse(second.out)).toMatchObject([{ counts: { read: 1, new: 1, refused: 0 } }])
  // Two reviews that asked nearly the same are linked, and nothing of another State was looked at.
  const linked =
    "MATCH (:Recommendation {stateId: $id})-[r:SIMILAR_TO {state: 'SUGGESTED'}]->() RETURN count(r) AS count"
  expect(await db.read(linked, { id: 'state:SVN' })).toEqual([{ count: 1 }])
  expect(
    await db.read('MATCH (s:State) WHERE s.linksFingerprint IS NOT NULL RETURN s.code AS code ORDER BY code'),
  ).toEqual([{ code: 'PRT' }, { code: 'SVN' }])

  const again = await run(file, '--json')
  expect(JSON.parse(again.out)).toMatchObject([{ runId: null, counts: { unchanged: 2, new: 0, refused: 1 } }])

  const runs = JSON.parse((await run('--runs', '--json')).out) as { id: string; fileName: string }[]
  expect(runs.map(({ fileName }) => fileName)).toEqual(['corrected.csv', 'sheet.csv'])
  for (const { id } of runs) expect((await run('--undo', id)).status).toBe(0)
  expect(await linesOfGraph(db)).toEqual(before)
})

test('all imports are listed, however many', { timeout: 120_000 }, async () => {
  await db.write((write) =>
    write(
      `UNWIND range(1, 230) AS n
       CREATE (:ImportRun {id: 'import-run:old-' + n, importer: 'csv', fileName: 'old.csv', status: 'UNDONE', startedAt: '2011-01-01T00:00:00.000Z'})`,
    ),
  )
  try {
    const { out } = await run('--runs')
    expect(out.split('\n').filter((line) => line.includes('old.csv'))).toHaveLength(230)
  } finally {
    await db.write((write) => write("MATCH (run:ImportRun {fileName: 'old.csv'}) DELETE run"))
  }
})

test('a file that may not grow on disk: a message, and an untouched graph', { timeout: 200_000 }, async () => {
  const file = join(folder, 'long.csv')
  const [header = '', first = ''] = SHEET.split('\n')
  const rows = Array.from({ length: 2_000 }, (_, index) => first.replace('CO/9,12', `CO/9,${index + 1}`))
  await writeFile(file, [header, ...rows, ''].join('\n'))
  const before = await linesOfGraph(db)
  const cut = await runUnder('ulimit -f 8; ', {}, file)
  expect(cut).toMatchObject({ status: 2, out: '' })
  expect(cut.err).toMatch(/larger than the system allows \(EFBIG\)\. Nothing was written to the graph/)
  expect(await linesOfGraph(db)).toEqual(before)
  const imports = await readdir(join(folder, 'data', 'imports'))
  expect(imports.filter((name) => /^\d+-/.test(name))).toEqual([])
})

test('a cell of 500 MB is refused by its place, in a heap it would never fit into', { timeout: 200_000 }, async () => {
  const file = join(folder, 'cell.csv')
  const piece = Buffer.alloc(1 << 20, 'Give every child a name. ')
  await pipeline(
    Readable.from(
      (function* () {
        yield Buffer.from(`${SHEET.split('\n').slice(0, 2).join('\n')}\nSlovenia,CRC,CRC/C/SVN/CO/9,14,"`)
        for (let written = 0; written < 500; written += 1) yield piece
      })(),
    ),
    createWriteStream(file),
  )
  const refused = await runUnder('', { NODE_OPTIONS: '--max-old-space-size=96' }, file)
  expect(refused).toMatchObject({ status: 2, out: '' })
  expect(refused.err).toMatch(/cell\.csv, row 3, column 5: a row of more than 4,000,000 characters\. Expected/)
  await rm(file)
})

test('what an undo touched is linked anew', { timeout: 200_000 }, async () => {
  const [early, late] = [join(folder, 'early.csv'), join(folder, 'late.csv')]
  const [header = '', first = '', second = ''] = SHEET.split('\n')
  const third = first.replace('CO/9,12', 'CO/11,15').replace('2031', '2041')
  await writeFile(early, [header, first, second, ''].join('\n'))
  await writeFile(late, [header, third, ''].join('\n'))
  const links = async () =>
    (
      await db.read<{ links: number; isLinked: boolean }>(
        "MATCH (s:State {code: 'SVN'}) RETURN COUNT { (:Recommendation {stateId: s.id})-[:SIMILAR_TO]->() } AS links, s.linksFingerprint IS NOT NULL AS isLinked",
      )
    )[0]
  for (const file of [early, late]) expect((await run(file)).status).toBe(0)
  expect(await links()).toEqual({ links: 3, isLinked: true })
  const [last, one] = JSON.parse((await run('--runs', '--json')).out) as { id: string }[]
  await db.write((write) => write("MATCH (:Recommendation {stateId: 'state:SVN'})-[r:SIMILAR_TO]->() DELETE r"))
  expect((await run('--undo', last?.id ?? '')).status).toBe(0)
  expect(await links()).toEqual({ links: 1, isLinked: true })
  expect((await run('--undo', one?.id ?? '')).status).toBe(0)
})

test.each([
  [['--format', 'docx', 'x.csv'], /--format is "docx". Expected one of/],
  [['--state', 'Atlantis', 'x.csv'], /--state is "Atlantis"/],
  [['--whole', '--part', 'x.csv'], /exclude each other/],
  [['--sheet', '', 'x.xlsx'], /--sheet is empty\. Expected the name of a sheet/],
  [['--colour'], /--colour/],
  [[], /No file was named/],
])('%s is refused by name', async (args, message) => {
  const { status, err } = await run(...args)
  expect(status).toBe(2)
  expect(err).toMatch(message)
})

test('a damaged file ends in a message and an untouched graph', { timeout: 120_000 }, async () => {
  const before = await linesOfGraph(db)
  const file = join(folder, 'cut.json')
  await writeFile(file, '[{"AffectedPersons": [], "AnnotationId": "a"')
  const { status, err } = await run(file)
  expect(status).toBe(2)
  expect(err).toMatch(/cut\.json/)
  expect(await linesOfGraph(db)).toEqual(before)
})
