/** Imports over HTTP, as the page and curl do them: real sockets, real database. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { request as httpRequest } from 'node:http'
import { connect as connectSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { linesOfGraph } from '../../graph/test/digest.ts'
import { sheetsParts, zipOf } from '../../graph/test/office-files.ts'
import { Owner } from '../src/http/owner.ts'
import { BATCH } from '../../graph/importers/recommendations/write.ts'
import { Spool, type SpooledRow } from '../../graph/importers/recommendations/spool.ts'
import type { JobState } from '../src/import/jobs.ts'
import { rowsOf } from './built-in.ts'
import { loadCambodia, openTestDb } from './harness.ts'
import { hold } from './hold.ts'
import { buildImporter } from './importer.ts'
import { ask as askApi, closeAll, runOverHttp, type Options, type Reply, type Running } from './over-http.ts'

let db: Db
let dataDir: string
let running: Running
let cookie: string

const HEADER = 'Country,Body,Document symbol,Paragraph,Recommendation text,Date of publication\n'
const SHEET = `${HEADER}Slovenia,CRC,CRC/C/SVN/CO/9,12,Give every child in care a person who stays with them until they are grown,2031-02-03
Slovenia,CRC,CRC/C/SVN/CO/9,13,Ask the children who live in homes what they need and do it,2031-02-03
Atlantis,CRC,CRC/C/ZZZ/CO/9,14,Ask the children who live under the sea what they need and do it,2031-02-03
`

const HEAD = HEADER.trim().split(',')
const askedRow = (text: string, paragraph: string): string[] => [
  'Slovenia',
  'CRC',
  'CRC/C/SVN/CO/9',
  paragraph,
  text,
  '2031-02-03',
]
const BOOK = zipOf(
  sheetsParts({
    First: [HEAD, askedRow('Let every child be heard in court', '20'), askedRow('Let no child wait for a judge', '21')],
    'Second one': [['Asked of', ...HEAD.slice(1)], askedRow('Pay for the school books of every child', '22')],
    Empty: [],
  }),
)

beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  dataDir = await mkdtemp(join(tmpdir(), 'followthrough-import-http-'))
  running = await runOverHttp({
    db,
    config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600, dataDir },
    importer: await buildImporter(dataDir),
  })
  const entered = await running.send(new Owner(dataDir).link(''))
  cookie = (entered.headers['set-cookie']?.[0] ?? '').split(';')[0] ?? ''
})
afterAll(async () => {
  await closeAll()
  await rm(dataDir, { recursive: true, force: true })
  await db.close()
})

type Answer = { job: JobState; error?: string; code?: string }
const asOwner = async (path: string, options: Options = {}): Promise<Reply & { json: Answer }> => {
  const reply = await running.send(path, { ...options, headers: { cookie, ...options.headers } })
  return { ...reply, json: JSON.parse(reply.body) as Answer }
}
const put = (name: string, body: string | Buffer, query = ''): Promise<Reply & { json: Answer }> =>
  asOwner(`/import/${name}${query}`, { method: 'PUT', body })
const post = (path: string, body?: object): Promise<Reply & { json: Answer }> =>
  asOwner(path, {
    method: 'POST',
    ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })

type Told = { event: string; data: { job?: JobState | null; progress?: JobState['progress'] } }
/** Listens as a page does, until what is waited for was told. */
function listen(): { until: (is: (told: Told) => boolean) => Promise<Told>; close: () => void } {
  const heard: Told[] = []
  let wake: () => void = () => {}
  const sent = httpRequest(
    { host: '127.0.0.1', port: running.port, path: '/import/events', headers: { cookie } },
    (response) => {
      let rest = ''
      response.setEncoding('utf8').on('data', (chunk: string) => {
        const parts = (rest + chunk).split('\n\n')
        rest = parts.pop() ?? ''
        for (const part of parts) {
          const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(part) ?? []
          if (event !== undefined) heard.push({ event, data: JSON.parse(data ?? '') as Told['data'] })
        }
        wake()
      })
    },
  )
  sent.on('error', () => {})
  sent.end()
  return {
    until: async (is) => {
      for (;;) {
        const found = heard.find(is)
        if (found !== undefined) return found
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    close: () => sent.destroy(),
  }
}

test('others may neither see nor do anything, and another site’s page may do nothing with the owner’s cookie', async () => {
  const before = await linesOfGraph(db)
  const body = SHEET
  const foreign = { cookie, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  const replies = [
    await running.send('/import'),
    await running.send('/import/runs'),
    await running.send('/import/events'),
    await running.send('/import?name=a.csv&do=import', { method: 'POST', body }),
    await running.send('/import/a.csv?do=import', { method: 'PUT', body, headers: foreign }),
    await running.send('/import/jobs/x/write', { method: 'POST', headers: foreign }),
    await running.send('/import/runs/x/undo', { method: 'POST', headers: { cookie, origin: 'null' } }),
  ]
  expect(replies.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403, 403, 403])
  expect(replies[0]?.body).toMatch(/npm run owner/)
  expect(await linesOfGraph(db)).toEqual(before)
  const led = await running.send('/import', { headers: { accept: 'text/html' } })
  expect([led.status, led.headers.location]).toEqual([303, '/#/en/KHM/import'])
})

test(
  'a spreadsheet step by step: looked at, dry run, written, refused rows corrected, history, undo',
  { timeout: 300_000 },
  async () => {
    const before = await linesOfGraph(db)
    const looked = await put('sheet.csv', SHEET)
    expect(looked.status).toBe(201)
    const { id, inspected } = looked.json.job
    expect(looked.headers.location).toBe(`/import/jobs/${id}`)
    expect(inspected).toMatchObject({ format: 'csv', guess: { mapping: { state: 'Country', mechanism: 'Body' } } })
    expect(inspected?.columns?.header).toContain('Recommendation text')

    const planned = await post(`/import/jobs/${id}/read?wait=true`, { mapping: inspected?.guess?.mapping })
    expect(planned.json.job).toMatchObject({
      step: 'planned',
      canWrite: true,
      lists: ['refused', 'changes', 'documents'],
      sample: [{ row: 2, state: 'SVN', mechanism: 'CRC', document: 'CRC/C/SVN/CO/9', paragraph: '12' }, { row: 3 }],
      report: {
        isDryRun: true,
        counts: { read: 3, new: 2, refused: 1 },
        documentFigures: [{ name: 'CRC/C/SVN/CO/9', inFile: 2, inGraph: 0, positionsInFile: { none: 2 } }],
      },
    })
    expect(await linesOfGraph(db)).toEqual(before)

    const written = await post(`/import/jobs/${id}/write?wait=true`)
    expect(written.json.job).toMatchObject({
      step: 'done',
      report: {
        isDryRun: false,
        counts: { read: 3, new: 2, refused: 1 },
        documentFigures: [{ inFile: 2, inGraph: 2 }],
        mismatches: [],
      },
      links: { states: 1, relinked: 1 },
    })
    const refused = await running.send(`/import/jobs/${id}/refused.csv`, { headers: { cookie } })
    expect(refused.headers['content-disposition']).toBe('attachment; filename=refused-sheet.csv')
    expect(refused.body).toContain('under the sea')
    const listed = async (list: string) =>
      (await running.send(`/import/jobs/${id}/${list}.csv`, { headers: { cookie } })).body.trim().split('\r\n')
    const [, ...changes] = await listed('changes')
    expect(changes.map((line) => line.split(',').slice(0, 6))).toEqual([
      ['new', 'recommendation:crc-c-svn-co-9-12', '2', '1', 'CRC/C/SVN/CO/9', '12'],
      ['new', 'recommendation:crc-c-svn-co-9-13', '3', '1', 'CRC/C/SVN/CO/9', '13'],
    ])
    const [, ...documents] = await listed('documents')
    expect(documents).toEqual([expect.stringMatching(/^document:.*,CRC\/C\/SVN\/CO\/9,2,none 2,2,none 2$/)])

    // The mapping was kept, so that one call does.
    const corrected = refused.body.replace('ZZZ', 'PRT').replaceAll('Atlantis', 'Portugal')
    const second = await put('corrected.csv', corrected, '?do=import')
    expect(second.json.job).toMatchObject({ step: 'done', report: { counts: { read: 1, new: 1, refused: 0 } } })
    const again = await put('sheet.csv', SHEET, '?do=import')
    expect(again.json.job).toMatchObject({ step: 'done', runId: null, report: { counts: { new: 0, unchanged: 2 } } })

    const runs = JSON.parse((await asOwner('/import/runs')).body) as {
      runs: { id: string; fileName: string; lists: string[] }[]
    }
    expect(runs.runs.map(({ fileName }) => fileName)).toEqual(['corrected.csv', 'sheet.csv'])
    const [, sheetRun] = runs.runs
    const kept = await running.send(`/import/runs/${sheetRun?.id ?? ''}/refused.csv`, { headers: { cookie } })
    expect([kept.status, kept.body]).toEqual([200, refused.body])
    expect(sheetRun?.lists).toEqual(['refused', 'changes', 'documents'])
    for (const run of runs.runs) {
      const undone = await post(`/import/runs/${run.id}/undo?wait=true`)
      expect(undone.json.job).toMatchObject({ step: 'undone', error: null, undo: { kept: 0 } })
    }
    expect(await linesOfGraph(db)).toEqual(before)
    // The same file again finds its links again, though they went with what was taken back.
    const relinked = await put('corrected.csv', corrected, '?do=import')
    expect(relinked.json.job.links).toMatchObject({ states: 1, relinked: 1 })
    await post(`/import/runs/${relinked.json.job.runId ?? ''}/undo?wait=true`)
    expect(await linesOfGraph(db)).toEqual(before)
    const twice = await post(`/import/runs/${sheetRun?.id ?? ''}/undo?wait=true`)
    expect([twice.status, twice.json.error]).toEqual([422, expect.stringContaining('was undone already')])
  },
)

test('the history goes on page by page to its end, and the oldest import is found by its id', async () => {
  const COUNT = 1_030
  // Runs of one moment, across the edge of a page too.
  await db.write((write) =>
    write(
      `UNWIND range(1, $count) AS n
       CREATE (:ImportRun {id: 'import-run:old-' + right('000' + toString(n), 4), importer: 'csv', fileName: 'old.csv', status: 'UNDONE',
         startedAt: '20' + toString(99 - n / 20) + '-01-01T00:00:00.000Z'})`,
      { count: COUNT },
    ),
  )
  type Page = { runs: { id: string }[]; hasOlder: boolean }
  const page = async (query: string): Promise<Page> => JSON.parse((await asOwner(`/import/runs${query}`)).body) as Page
  try {
    const ids: string[] = []
    for (let before = ''; ;) {
      const { runs, hasOlder } = await page(`?before=${before}`)
      ids.push(...runs.map(({ id }) => id))
      before = ids.at(-1) ?? ''
      if (!hasOlder) break
      expect(runs).toHaveLength(100)
    }
    const wanted = Array.from({ length: COUNT }, (_, at) => `import-run:old-${String(at + 1).padStart(4, '0')}`)
    expect(ids.filter((id) => id.includes(':old-'))).toEqual(wanted)
    expect(new Set(ids).size).toBe(ids.length)

    const oldest = wanted.at(-1) ?? ''
    const few = await page(`?first=7&before=${wanted.at(-8)?.slice('import-run:'.length) ?? ''}`)
    expect([few.runs.length, few.runs.at(-1)?.id]).toEqual([7, oldest])
    const found = JSON.parse((await asOwner(`/import/runs/${oldest}`)).body) as { run: { id: string } }
    expect(found.run).toMatchObject({ id: oldest, format: 'csv', report: null, finishedAt: null })
    const undone = await post(`/import/runs/${oldest}/undo?wait=true`)
    expect(undone.json.error).toMatch(/was undone already/)
  } finally {
    await db.write((write) => write("MATCH (run:ImportRun {fileName: 'old.csv'}) DELETE run"))
  }
})

test.each([
  ['first=0', /first is "0"\. Expected a whole number from 1 to 100/],
  ['first=101', /first is "101"\. Expected/],
  ['first=ten', /first is "ten"\. Expected/],
  ['first=1&first=2', /first is \["1","2"\]\. Expected/],
  ['before=nothing', /before is "nothing"\. Expected the id of an import/],
])('/import/runs?%s is refused by name', async (query, words) => {
  const reply = await asOwner(`/import/runs?${query}`)
  expect([reply.status, reply.json.code, reply.json.error]).toEqual([
    400,
    'BAD_USER_INPUT',
    expect.stringMatching(words),
  ])
})

describe('the sheets of a workbook', () => {
  test('are told, one can be looked at, read and written after the other, and none takes the other for gone', async () => {
    const before = await linesOfGraph(db)
    const { json } = await put('book.xlsx', BOOK)
    expect(json.job.inspected).toMatchObject({ format: 'xlsx', sheets: ['First', 'Second one'], sheet: 'First' })
    const address = `/import/jobs/${json.job.id}`
    const first = await post(`${address}/read?wait=true`, { mapping: json.job.inspected?.guess?.mapping })
    expect(first.json.job).toMatchObject({ canWrite: true, choices: {}, report: { counts: { new: 2 }, doubts: [{}] } })

    const looked = await post(`${address}/look?wait=true`, { sheet: 'Second one' })
    expect(looked.json.job).toMatchObject({
      step: 'inspected',
      canWrite: false,
      report: null,
      inspected: { sheet: 'Second one', columns: { header: ['Asked of', ...HEAD.slice(1)] }, kept: null },
    })
    // What was looked at is what is read.
    const mapping = { ...looked.json.job.inspected?.guess?.mapping, state: 'Asked of' }
    const second = await post(`${address}/read?wait=true`, { mapping })
    expect(second.json.job).toMatchObject({
      choices: { sheet: 'Second one' },
      sample: [{ row: 2, sheet: 'Second one', paragraph: '22' }],
      report: { counts: { read: 1, new: 1 } },
    })
    const runIds = [(await post(`${address}/write?wait=true`)).json.job.runId]
    const all = await put('book.xlsx', BOOK, '?do=import&sheet=First')
    expect(all.json.job).toMatchObject({ step: 'done', report: { counts: { new: 2, gone: 0 }, looksPartial: true } })
    runIds.unshift(all.json.job.runId)
    for (const id of runIds) await post(`/import/runs/${id ?? ''}/undo?wait=true`)
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test.each<[string, string, string | Buffer, number, RegExp]>([
    [
      'a sheet that is not there',
      'book.xlsx?sheet=Third',
      BOOK,
      422,
      /no sheet “Third”\. Expected one of its sheets: First, Second one, Empty/,
    ],
    ['a sheet of a text file', 'a.csv?sheet=First', SHEET, 422, /a\.csv, sheet “First”: a file that is no workbook/],
    [
      'a sheet that is no name',
      'a.csv?sheet=a&sheet=b',
      SHEET,
      400,
      /sheet is \["a","b"\]\. Expected the name of a sheet/,
    ],
  ])('%s is refused by name', async (_what, path, body, status, words) => {
    const reply = await put(path, body)
    expect([reply.status, reply.json.error]).toEqual([status, expect.stringMatching(words)])
  })
})

describe('a form with one file', () => {
  /** A form as browsers, curl and Python's requests write it. */
  const formOf = (...parts: (readonly [name: string, value: string, fileName?: string])[]): string =>
    `${parts
      .map(
        ([name, value, fileName]) =>
          `--limit\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n${value}\r\n`,
      )
      .join('')}--limit--\r\n`
  const sendForm = (body: string | Buffer, query = '', type = 'multipart/form-data; boundary=limit') =>
    asOwner(`/import${query}`, { method: 'POST', headers: { 'content-type': type }, body })

  test.each([
    ['before', formOf(['do', 'dry-run'], ['state', 'Slovenia'], ['anything', SHEET, 'Folder\\sheet.csv'])],
    ['after', formOf(['file', SHEET, 'sheet.csv'], ['do', 'dry-run'], ['state', 'svn'])],
  ])('is taken as the file itself is, with choices %s it', async (_where, body) => {
    const { status, json } = await sendForm(body)
    expect([status, json.job.step, json.job.fileName]).toEqual([200, 'planned', 'sheet.csv'])
    expect(json.job.choices).toEqual({ state: 'SVN' })
    expect(json.job.bytes).toBe(SHEET.length)
    const itself = await put('sheet.csv', SHEET, '?do=dry-run&state=SVN')
    expect(json.job.report?.counts).toEqual(itself.json.job.report?.counts)
  })

  test('a sheet that is named after the file is looked at', async () => {
    const form = formOf(['file', BOOK.toString('latin1'), 'book.xlsx'], ['sheet', 'Second one'])
    const { status, json } = await sendForm(Buffer.from(form, 'latin1'))
    expect([status, json.job.step, json.job.inspected?.sheet]).toEqual([201, 'inspected', 'Second one'])
  })

  test.each<[string, string, RegExp]>([
    ['without a file', formOf(['do', 'import']), /holds no file\. Expected one file.*curl -F file=@FILE/],
    ['of two files', formOf(['a', SHEET, 'a.csv'], ['b', SHEET, 'b.csv']), /holds several files/],
    ['with a wrong choice before', formOf(['do', 'all'], ['a', SHEET, 'a.csv']), /do is "all"\. Expected one of/],
    ['with a wrong choice after', formOf(['a', SHEET, 'a.csv'], ['state', 'Atlantis']), /state is "Atlantis"/],
    [
      'with an endless choice',
      formOf(['mapping', 'x'.repeat(300_000)], ['a', SHEET, 'a.csv']),
      /mapping is longer than/,
    ],
    [
      'with too many',
      formOf(...Array.from({ length: 30 }, (_, at) => [`f${at}`, ''] as const), ['a', SHEET, 'a.csv']),
      /more than 20 fields/,
    ],
    ['that says nothing', '--limit--', /holds no file|cut off/],
  ])('%s is refused in words, and nothing is kept', async (_name, body, words) => {
    await asOwner(`/import/jobs/${(await put('sheet.csv', SHEET)).json.job.id}`, { method: 'DELETE' })
    const before = await linesOfGraph(db)
    const { status, json } = await sendForm(body, '?wait=true')
    expect([status, json.error]).toEqual([400, expect.stringMatching(words)])
    expect(await linesOfGraph(db)).toEqual(before)
    expect((await asOwner('/import')).json.job).toBeNull()
    expect(await readdir(join(dataDir, 'imports', 'uploads')).catch(() => [])).toEqual([])
  })

  test('a field without a name is no field', async () => {
    const body = formOf(['do', 'look'], ['a', SHEET, 'a.csv']).replace('; name="do"', '')
    expect((await sendForm(body)).json.job.step).toBe('inspected')
    const long = formOf(['do', 'x'.repeat(300_000)], ['a', SHEET, 'a.csv']).replace('; name="do"', '')
    expect((await sendForm(long)).json.error).toMatch(/longer than 200000 bytes/)
  })

  test('whose choices come late reads no other file than its own', async () => {
    const whole = formOf(['a', SHEET, 'late.csv'], ['do', 'import'])
    // The file ends where the next part begins; of that one the value is still to come.
    const at = whole.lastIndexOf('import')
    const page = listen()
    const answered = new Promise<string>((resolve, reject) => {
      const socket = connectSocket(running.port, '127.0.0.1')
      let said = ''
      socket.on('error', reject).on('data', (data: Buffer) => {
        said += data.toString()
        if (said.includes('NOT_FOUND') || said.includes('"job"')) resolve(said)
      })
      socket.write(
        `POST /import HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-type: multipart/form-data; boundary=limit\r\ncontent-length: ${Buffer.byteLength(whole)}\r\n\r\n${whole.slice(0, at)}`,
      )
      void page
        .until(({ data }) => data.job?.fileName === 'late.csv' && data.job.step === 'inspected')
        .then(async () => {
          await put('other.csv', SHEET)
          socket.write(whole.slice(at))
        })
        .catch(reject)
    })
    const before = await linesOfGraph(db)
    expect(await answered).toMatch(/^HTTP\/1\.1 404 [\s\S]*another has taken its place/)
    page.close()
    expect((await asOwner('/import')).json.job).toMatchObject({ fileName: 'other.csv', step: 'inspected' })
    expect(await linesOfGraph(db)).toEqual(before)
  })

  test('without a boundary, of another kind, or cut off in the middle', async () => {
    const file = formOf(['a', SHEET, 'a.csv'])
    expect((await sendForm(file, '', 'multipart/form-data')).json.error).toMatch(/cannot be taken apart/)
    expect((await sendForm(file, '', 'multipart/mixed; boundary=limit')).json.error).toMatch(/cannot be taken apart/)
    const cut = await sendForm(file.slice(0, 300))
    expect([cut.status, cut.json.error]).toEqual([422, expect.stringMatching(/a\.csv was cut off/)])
    expect((await put('sheet.csv', SHEET)).json.job.step).toBe('inspected')
  })
})

describe('what is no import ends in words, and leaves the graph as it was', () => {
  test.each<[string, string, Buffer | string, number, RegExp]>([
    ['a file that is cut off', 'cut.json', '[{"AffectedPersons": [], "AnnotationId": "a"', 422, /cut\.json/],
    ['a file of noise', 'noise.xlsx', Buffer.from('PK\u0003\u0004 and nothing of a workbook'), 422, /noise\.xlsx/],
    ['nothing', 'empty.csv', '', 422, /empty\.csv is empty/],
    ['a wrong depth', 'a.csv?do=everything', SHEET, 400, /do is "everything"\. Expected one of look, dry-run, import/],
    ['a wrong State', 'a.csv?do=dry-run&state=Atlantis', SHEET, 400, /state is "Atlantis"/],
    ['a wrong format', 'a.csv?format=docx', SHEET, 400, /format is "docx"/],
    ['a mapping of unknown fields', 'a.csv?mapping=%7B%22x%22%3A%22y%22%7D', SHEET, 400, /mapping is .*Expected/],
  ])('%s', async (_name, path, body, status, words) => {
    const before = await linesOfGraph(db)
    const reply = await put(path, body, path.includes('?') ? '' : '?do=import')
    expect([reply.status, reply.json.error]).toEqual([status, expect.stringMatching(words)])
    expect(await linesOfGraph(db)).toEqual(before)
  })
  test('a file larger than what is taken', async () => {
    const answered = await new Promise<string>((resolve, reject) => {
      const socket = connectSocket(running.port, '127.0.0.1')
      socket.on('error', reject).on('data', (data: Buffer) => {
        resolve(data.toString())
        socket.destroy()
      })
      socket.write(
        `PUT /import/a.csv HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-length: 3000000000\r\n\r\nCountry`,
      )
    })
    expect(answered).toMatch(/^HTTP\/1\.1 413 [\s\S]*larger than the 2 GB/)
  })
  test('an upload that is cut off leaves no file behind', async () => {
    const page = listen()
    await page.until(() => true)
    const socket = connectSocket(running.port, '127.0.0.1')
    socket.write(
      `PUT /import/half.csv HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ncontent-length: 1000\r\n\r\n${HEADER}`,
    )
    await page.until(({ data }) => data.job?.fileName === 'half.csv')
    socket.destroy()
    const told = await page.until(({ data }) => data.job?.fileName === 'half.csv' && data.job.step === 'failed')
    page.close()
    expect(told.data.job?.error).toMatch(/half\.csv was cut off after/)
    expect(await readdir(join(dataDir, 'imports', 'uploads'))).toEqual([])
  })
})

test(
  'one at a time; a page that comes later learns all; stopped in the middle it is completed by going on',
  { timeout: 300_000 },
  async () => {
    const before = await linesOfGraph(db)
    // Three batches, so that there is a middle.
    const COUNT = 2.2 * BATCH
    const rows = Array.from(
      { length: COUNT },
      (_, index) =>
        `Slovenia,CRC,CRC/C/SVN/CO/${20 + (index % 50)},${Math.floor(index / 50) + 1},Let child number ${index} be heard before anybody decides for them,2031-02-03`,
    )
    const page = listen()
    const { json } = await put('large.csv', `${HEADER}${rows.join('\n')}\n`, '?do=dry-run')
    expect(json.job.report?.counts).toMatchObject({ read: COUNT, new: COUNT })

    // The second batch is held until it was asked to stop: somebody else is making one of its recommendations.
    const spool = new Spool(join(dataDir, 'order'))
    for (let index = 0; index < rows.length; index += 1)
      spool.add({ documentKey: `crc-c-svn-co-${20 + (index % 50)}` } as SpooledRow)
    spool.close()
    const batches = []
    for await (const batch of spool.batches(BATCH)) batches.push(batch)
    expect(batches).toHaveLength(3)
    const held = await hold(
      db,
      `CREATE (:Recommendation {id: 'recommendation:${batches[1]?.[0]?.documentKey ?? ''}-1'})`,
    )
    const started = await post(`/import/jobs/${json.job.id}/write`)
    expect([started.status, started.json.job.isRunning]).toEqual([202, true])
    await page.until(({ data }) => data.progress?.phase === 'writing' && data.progress.done > 0)

    const busy = await put('other.csv', SHEET)
    expect([busy.status, busy.json.code, busy.json.error]).toEqual([
      409,
      'BUSY',
      expect.stringContaining('large.csv (writing)'),
    ])
    const reloaded = listen()
    const first = await reloaded.until(() => true)
    reloaded.close()
    expect(first.data.job).toMatchObject({ id: json.job.id, step: 'writing', progress: { total: COUNT } })
    expect(first.data.job?.progress?.secondsLeft).toBeGreaterThanOrEqual(0)

    // Whoever reads meanwhile is answered: of the file, what was written so far; of all else, the same as before.
    const reading = JSON.parse(
      (
        await askApi(
          running,
          `{ slovenia: recommendations(filter: {states: ["SVN"]}) { totalCount edges { node { text document { symbol } } } }
             cambodia: recommendations(filter: {states: ["KHM"]}) { totalCount } search(text: "heard before anybody decides") { totalCount } }`,
        )
      ).body,
    ) as {
      errors?: unknown
      data: Record<'slovenia' | 'cambodia' | 'search', { totalCount: number }> & {
        slovenia: { edges: { node: { text: string; document: { symbol: string } } }[] }
      }
    }
    expect(reading.errors).toBeUndefined()
    expect(reading.data).toMatchObject({
      slovenia: { totalCount: batches[0]?.length },
      cambodia: { totalCount: rowsOf('recommendations').length },
    })
    for (const { node } of reading.data.slovenia.edges) {
      expect(node.text).toMatch(/^Let child number \d+ be heard/)
      expect(node.document.symbol).toMatch(/^CRC\/C\/SVN\/CO\//)
    }
    expect(reading.data.search.totalCount).toBe(batches[0]?.length)

    await post(`/import/jobs/${json.job.id}/stop`)
    await held.letGo()
    const told = await page.until(({ data }) => data.job?.step === 'stopped')
    expect(told.data.job).toMatchObject({ canWrite: true, isRunning: false })
    const count = async (): Promise<number> =>
      (await db.read<{ count: number }>("MATCH (n:Recommendation {stateId: 'state:SVN'}) RETURN count(n) AS count"))[0]
        ?.count ?? 0
    const half = await count()
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(COUNT)

    const completed = await post(`/import/jobs/${json.job.id}/write?wait=true`)
    expect(completed.json.job).toMatchObject({ step: 'done', report: { counts: { read: COUNT }, mismatches: [] } })
    expect(await count()).toBe(COUNT)
    page.close()
    const undone = await post(`/import/runs/${completed.json.job.runId ?? ''}/undo?wait=true`)
    expect(undone.json.job.undo).toMatchObject({ removed: COUNT, kept: 0 })
    expect(await linesOfGraph(db)).toEqual(before)
  },
)
