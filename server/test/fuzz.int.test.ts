/** 2,000 bad requests over real HTTP: none breaks the server, each learns what is wrong, and no statement holds what was sent. */
import { Agent, request as send } from 'node:http'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { badAddresses, badRequests, injections, MARK, type BadRequest } from './bad-requests.ts'
import { loadCambodia, openTestDb } from './harness.ts'
import { closeAll, runOverHttp, type Running } from './over-http.ts'

const SEED = 20_261_125
const COUNT = 2_000
const IN_FLIGHT = 6
/** Codes of errors that are the caller's to mend. */
const CODES = new Set([
  'BAD_USER_INPUT',
  'LIMIT_EXCEEDED',
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_SUPPORTED',
])
/** A message that names every column there is. */
const LONGEST_LIST = 1_600
/** Words that a message of ours never needs, and that a fault shows by. */
const FAULTS =
  /undefined|\[object|Cannot read|is not a function|Something went wrong|Internal server|stack|Neo\.|Invalid input '/i

type Told = {
  readonly message: string
  readonly locations?: unknown[]
  readonly path?: unknown[]
  readonly extensions: Readonly<Record<string, unknown>>
}
type Outcome = { readonly request: BadRequest; readonly status: number; readonly body: string }

let db: Db
let running: Running
const statements: string[] = []
beforeAll(async () => {
  db = await openTestDb()
  await loadCambodia(db)
  running = await runOverHttp({ db })
})
afterAll(async () => {
  await closeAll()
  await db.close()
})

async function sendAll(requests: readonly BadRequest[]): Promise<Outcome[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT })
  const one = (request: BadRequest): Promise<Outcome> =>
    new Promise((resolve, reject) => {
      const { method, path, headers, body } = request
      const length = Buffer.byteLength(body)
      const sent = send(
        {
          agent,
          host: '127.0.0.1',
          port: running.port,
          method,
          path,
          headers: { ...headers, 'content-length': length },
        },
        (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.on('end', () =>
            resolve({ request, status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
          )
        },
      )
      sent.on('error', (error) => reject(new Error(`${request.kind}: ${error.message}`)))
      sent.end(body)
    })
  const outcomes: Outcome[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++])
      outcomes.push(await one(request))
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, work))
  agent.destroy()
  return outcomes
}

/** What is wrong with an answer to a bad request; null where nothing is. */
function faultOf({ status, body }: Outcome): string | null {
  if (status >= 500) return `status ${status}`
  let answer: { errors?: Told[]; data?: unknown }
  try {
    answer = JSON.parse(body) as typeof answer
  } catch {
    return 'the answer is no JSON'
  }
  if (answer.errors === undefined) return 'data' in answer ? null : 'neither data nor errors'
  if (answer.errors.length === 0) return 'no error in the list of errors'
  for (const { message, locations, path, extensions } of answer.errors) {
    if (message.length < 12 || message.length > 700) return `a message of ${message.length} characters`
    if (FAULTS.test(message)) return 'a message that names no cause'
    if (!CODES.has(String(extensions['code']))) return `code ${String(extensions['code'])}`
    const isPlaced = [locations, path].some((place) => place !== undefined && place.length > 0)
    const isNamed =
      extensions['limit'] !== undefined ||
      extensions['argument'] !== undefined ||
      /body|quer(y|ies)|variable|validation errors|operation|request|content|header|mutation|subscription|argument|batch/i.test(
        message,
      )
    if (!isPlaced && !isNamed) return 'a message without place or name'
  }
  return null
}
const shown = (outcome: Outcome): string =>
  `${faultOf(outcome) ?? ''} · ${outcome.request.kind} · ${outcome.request.method} ${outcome.request.path.slice(0, 200)} ${outcome.request.body.toString().slice(0, 300)} · ${outcome.status} ${outcome.body.slice(0, 400)}`

/** Memory in use once everything that nobody holds is gone. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  collect()
  return process.memoryUsage().heapUsed
}

const countNodes = async (): Promise<unknown> =>
  (await db.read('MATCH (n) RETURN count(n) AS count, count(n.name) AS names'))[0]

test('every bad request learns what is wrong with it, and the server stays as it was', async () => {
  const nodes = await countNodes()
  const off = db.onStatement((statement) => statements.push(statement))
  const injected = injections(running.server.schema)
  const all = [...injected, ...badRequests(running.server.schema, SEED, Math.max(COUNT - injected.length, 1_000))]
  expect(all.length).toBeGreaterThanOrEqual(COUNT)
  const outcomes = await sendAll(all)
  expect(outcomes.filter((outcome) => faultOf(outcome) !== null).map(shown)).toEqual([])
  // Most are refused: the generator has not come to ask what is right.
  expect(outcomes.filter(({ body }) => body.includes('"errors"')).length).toBeGreaterThan(0.85 * all.length)
  off()
  // Texts reach the database as parameters alone.
  expect(statements.length).toBeGreaterThan(20)
  expect(statements.filter((statement) => statement.includes(MARK))).toEqual([])
  expect(await countNodes()).toEqual(nodes)
  expect(
    running.log.filter((line) => line.includes('unexpected failure') || line.includes('the quick way failed')),
  ).toEqual([])

  // What is kept of the questions is kept already: asking again takes no more.
  running.log.length = 0
  const again = all.filter((_request, index) => index % 5 === 0)
  await sendAll(again)
  running.log.length = 0
  const before = heapBytes()
  await sendAll(again)
  running.log.length = 0
  expect((heapBytes() - before) / 1_048_576).toBeLessThan(5)
  expect((await running.send('/healthz')).status).toBe(200)
}, 120_000)

test('every bad address of an export or a thing learns what is wrong with it', async () => {
  const nodes = await countNodes()
  statements.length = 0
  const off = db.onStatement((statement) => statements.push(statement))
  const outcomes = await sendAll(badAddresses(running.server.schema, SEED, 600))
  off()
  const wrong = outcomes.flatMap((outcome) => {
    const { request, status, body } = outcome
    const shownHere = `${request.path.slice(0, 300)} · ${status} ${body.slice(0, 300)}`
    // A filter of words that nothing holds is no mistake.
    if (status === 200) return []
    if (status < 400 || status >= 500) return [shownHere]
    if (!body.startsWith('{')) return [shownHere]
    const { error, requestId } = JSON.parse(body) as { error?: string; requestId?: string }
    const isTold = error !== undefined && error.length >= 12 && error.length <= LONGEST_LIST && !FAULTS.test(error)
    return isTold && requestId !== undefined ? [] : [shownHere]
  })
  expect(wrong).toEqual([])
  expect(outcomes.filter(({ status }) => status >= 400).length).toBeGreaterThan(400)
  expect(statements.filter((statement) => statement.includes(MARK))).toEqual([])
  expect(await countNodes()).toEqual(nodes)
  expect(running.log.filter((line) => line.includes('unexpected failure'))).toEqual([])
  running.log.length = 0
}, 120_000)
