/**
 * `npm run bench -- load`: many clients at once ask the product itself mixed questions, and its database is killed under
 * them in the middle. What counts: no error but those that say "try again", and answers again without a restart.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { parse, validate } from 'graphql'
import { DataFolder, LaunchError } from '../../graph/engine/index.ts'
import type { Stages } from '../src/launch/stages.ts'
import { createSchema } from '../src/schema/executable.ts'
import { withGraph } from './api.ts'
import { randomOf } from './generator.ts'
import { QUESTIONS, type BenchQuestion } from './questions.ts'
import { percentile, round } from './statistics.ts'

export type CrowdOptions = {
  readonly scale: number
  readonly clients: number
  readonly seconds: number
  readonly isJson: boolean
  /** Folder in which the graph stays for the next run. */
  readonly keep: string | null
}

/** How often each question is asked: looking at one thing most, counting over a State least. */
const WEIGHTS: Readonly<Record<string, number>> = { Q1: 8, Q2: 4, Q3: 3 }
/** What a client does that is told to try again. */
const RETRY_MS = 250
/** A database that is not back after this will not come back. */
const RECOVERY_MS = 60_000

type Phase = 'before' | 'away' | 'after'
type Outcome = { readonly phase: Phase; readonly question: string; readonly ms: number; readonly code: string | null }

const runFile = promisify(execFile)

/** Resident memory in MB, null where the system does not tell. */
async function memoryOf(pid: number): Promise<number | null> {
  const { stdout } = await runFile('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  const kilobytes = Number(stdout.trim())
  return Number.isFinite(kilobytes) && kilobytes > 0 ? Math.round(kilobytes / 1_024) : null
}

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise((done) => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('The system gave no port.')
  return address.port
}

/** Process id of the database of a data folder, as the engine writes it down. */
const databasePid = async (folder: string): Promise<number> => Number(await readFile(join(folder, 'neo4j.pid'), 'utf8'))

type Asks = (path: string, body?: string) => Promise<{ status: number; text: string }>

const askOver =
  (agent: Agent, port: number): Asks =>
  (path, body) =>
    new Promise((done, fail) => {
      const sent = request(
        {
          agent,
          host: '127.0.0.1',
          port,
          path,
          method: body === undefined ? 'GET' : 'POST',
          headers:
            body === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => (text += chunk))
          response.on('end', () => done({ status: response.statusCode ?? 0, text }))
        },
      )
      sent.on('error', fail)
      sent.end(body)
    })

/** Waits until the product says that it is ready. Throws LaunchError where it ends or takes too long. */
async function waitUntilReady(ask: Asks, child: ChildProcess): Promise<void> {
  const until = Date.now() + 300_000
  while (child.exitCode === null && Date.now() < until) {
    const { status } = await ask('/readyz').catch(() => ({ status: 0 }))
    if (status === 200) return
    await delay(200)
  }
  throw new LaunchError('The server under load did not become ready.')
}

/** The code of an answer: null of a good one; a name of our own for what no server should answer. */
function codeOf(status: number, text: string): string | null {
  try {
    const { errors } = JSON.parse(text) as {
      errors?: { extensions?: { code?: string; isRetryable?: boolean } }[]
    }
    const extensions = errors?.[0]?.extensions
    if (extensions === undefined) return status === 200 ? null : `status ${status}`
    return extensions.isRetryable === true ? (extensions.code ?? 'no code') : `${extensions.code ?? 'no code'}, final`
  } catch {
    return `status ${status}, no JSON`
  }
}

const questionsOf = (): BenchQuestion[] => {
  const schema = createSchema()
  return QUESTIONS.filter(({ ours }) => validate(schema, parse(ours.query)).length === 0)
}

/** Runs the bench; prints a table, or JSON. Returns whether nothing went wrong. */
export async function benchCrowd(
  { scale, clients, seconds, isJson, keep }: CrowdOptions,
  stages: Stages,
): Promise<boolean> {
  const parent = keep ?? (await mkdtemp(join(tmpdir(), 'followthrough-load-')))
  const folder = resolve(parent, `scale-${scale}`)
  // Loads the graph where it is not kept, and stops the engine: the product starts its own.
  await withGraph({ scale, keep: parent }, stages, async () => {})
  await new DataFolder(folder).release()
  const port = await findFreePort()
  const agent = new Agent({ keepAlive: true, maxSockets: clients })
  const ask = askOver(agent, port)
  const child = spawn(process.execPath, [join(dirname(process.argv[1] ?? ''), 'start.js')], {
    env: {
      ...process.env,
      DATA_DIR: folder,
      PORT: String(port),
      LOG_LEVEL: 'fatal',
      CI: 'true',
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((done) => void child.once('exit', () => done()))
  try {
    await stages.run('Server', () => waitUntilReady(ask, child))
    const result = await stages.run(`${clients} clients for ${seconds} s`, (progress) =>
      crowd({ ask, folder, serverPid: child.pid ?? 0, clients, seconds, scale, progress }),
    )
    const report = reportOf(result, { scale, clients, seconds })
    if (isJson) console.log(JSON.stringify(report))
    else print(report)
    return report.failures.length === 0
  } finally {
    child.kill('SIGTERM')
    await ended
    agent.destroy()
    if (keep === null) await rm(parent, { recursive: true, force: true })
  }
}

type Result = {
  readonly outcomes: readonly Outcome[]
  /** Seconds each phase took. */
  readonly seconds: Readonly<Record<Phase, number>>
  readonly memory: readonly { readonly server: number | null; readonly database: number | null }[]
}

async function crowd({
  ask,
  folder,
  serverPid,
  clients,
  seconds,
  scale,
  progress,
}: {
  ask: Asks
  folder: string
  serverPid: number
  clients: number
  seconds: number
  scale: number
  progress: (text: string) => void
}): Promise<Result> {
  const deck = questionsOf().flatMap((question) => Array.from({ length: WEIGHTS[question.name] ?? 1 }, () => question))
  const random = randomOf(7)
  const outcomes: Outcome[] = []
  const memory: { server: number | null; database: number | null }[] = []
  const starts: Partial<Record<Phase, number>> = { before: performance.now() }
  let phase: Phase = 'before'
  let asked = 0
  let isOver = false

  const client = async (): Promise<void> => {
    while (!isOver) {
      asked += 1
      const question = deck[Math.floor(random() * deck.length)]
      if (question === undefined) return
      const body = JSON.stringify({ query: question.ours.query, variables: question.variables(asked, scale) })
      const at = phase
      const started = performance.now()
      const code = await ask('/graphql', body).then(
        ({ status, text }) => codeOf(status, text),
        (error: unknown) => `connection: ${(error as { code?: string }).code ?? String(error)}`,
      )
      // A question belongs to the outage when any of its time does.
      outcomes.push({
        phase: at === phase ? at : 'away',
        question: question.name,
        ms: performance.now() - started,
        code,
      })
      if (code !== null) await delay(RETRY_MS)
    }
  }
  const sample = async (): Promise<void> => {
    const database = await databasePid(folder).catch(() => 0)
    memory.push({ server: await memoryOf(serverPid), database: database === 0 ? null : await memoryOf(database) })
    progress(`${asked.toLocaleString('en')} asked`)
  }
  const sampling = setInterval(() => void sample(), 1_000)
  const all = Promise.all(Array.from({ length: clients }, client))
  try {
    await delay((seconds * 1_000) / 2)
    phase = 'away'
    starts.away = performance.now()
    process.kill(await databasePid(folder), 'SIGKILL')
    // Until it has failed and answered again: what was on its way may still be answered just after.
    while (performance.now() - starts.away < RECOVERY_MS) {
      await delay(250)
      const { status } = await ask('/readyz').catch(() => ({ status: 0 }))
      const failed = outcomes.some(({ phase: at, code }) => at === 'away' && code !== null)
      if (failed && status === 200) break
    }
    phase = 'after'
    starts.after = performance.now()
    await delay((seconds * 1_000) / 2)
  } finally {
    isOver = true
    await all
    clearInterval(sampling)
  }
  const end = performance.now()
  const { before = end, away = end, after = end } = starts
  return {
    outcomes,
    memory,
    seconds: { before: (away - before) / 1_000, away: (after - away) / 1_000, after: (end - after) / 1_000 },
  }
}

type Report = {
  readonly scale: number
  readonly clients: number
  readonly seconds: number
  readonly rows: readonly {
    readonly phase: Phase
    readonly question: string
    readonly answered: number
    readonly perSecond: number
    readonly p50Ms: number
    readonly p99Ms: number
    readonly maxMs: number
  }[]
  /** Errors that said "try again", by phase and code. */
  readonly retriable: Readonly<Record<string, number>>
  readonly recoverySeconds: number
  /** What must not be: errors of any other kind, errors while the database was there, no answer after it came back. */
  readonly failures: readonly string[]
  readonly memoryMB: Readonly<
    Record<
      'server' | 'database',
      { readonly first: number | null; readonly most: number; readonly last: number | null }
    >
  >
}

function reportOf(
  { outcomes, seconds, memory }: Result,
  options: { scale: number; clients: number; seconds: number },
): Report {
  const rows: Report['rows'][number][] = []
  const add = (phase: Phase, question: string, of: readonly Outcome[]): void => {
    const times = of.filter(({ code }) => code === null).map(({ ms }) => ms)
    if (times.length === 0) return
    rows.push({
      phase,
      question,
      answered: times.length,
      perSecond: round(times.length / seconds[phase]),
      p50Ms: round(percentile(times, 0.5)),
      p99Ms: round(percentile(times, 0.99)),
      maxMs: round(Math.max(...times)),
    })
  }
  for (const phase of ['before', 'away', 'after'] as const) {
    const of = outcomes.filter((one) => one.phase === phase)
    add(phase, 'all', of)
    if (phase === 'before')
      for (const name of [...new Set(of.map(({ question }) => question))].sort())
        add(
          phase,
          name,
          of.filter(({ question }) => question === name),
        )
  }
  const retriable: Record<string, number> = {}
  const wrong = new Map<string, number>()
  for (const { phase, code } of outcomes) {
    if (code === null) continue
    if (phase === 'away' && code === 'UNAVAILABLE') retriable[code] = (retriable[code] ?? 0) + 1
    else wrong.set(`${phase}: ${code}`, (wrong.get(`${phase}: ${code}`) ?? 0) + 1)
  }
  const failures = [...wrong].map(([what, count]) => `${what}, ${count} times`)
  if (!rows.some(({ phase }) => phase === 'after')) failures.push('no answer after the database came back')
  const figures = (of: 'server' | 'database'): Report['memoryMB']['server'] => {
    const values = memory.map((one) => one[of]).filter((one) => one !== null)
    return { first: values[0] ?? null, most: Math.max(0, ...values), last: values.at(-1) ?? null }
  }
  return {
    ...options,
    rows,
    retriable,
    recoverySeconds: round(seconds.away),
    failures,
    memoryMB: { server: figures('server'), database: figures('database') },
  }
}

function print({ scale, clients, seconds, rows, retriable, recoverySeconds, failures, memoryMB }: Report): void {
  console.log(`\n${clients} clients at once for ${seconds} s at ${scale}×; the database was killed in the middle.\n`)
  console.log(
    `${'phase'.padEnd(10)}${'question'.padEnd(10)}${['answered', 'a second', 'p50 ms', 'p99 ms', 'most ms'].map((one) => one.padStart(10)).join('')}`,
  )
  for (const { phase, question, ...figures } of rows)
    console.log(
      `${phase.padEnd(10)}${question.padEnd(10)}${Object.values(figures)
        .map((one) => String(one).padStart(10))
        .join('')}`,
    )
  const counted = Object.entries(retriable).map(([code, count]) => `${count} ${code}`)
  console.log(
    `\nAway for ${recoverySeconds} s: ${counted.join(', ') || 'no errors'}, each retriable; the server was not restarted.`,
  )
  for (const [name, { first, most, last }] of Object.entries(memoryMB))
    console.log(
      `Memory of the ${name}: ${String(first)} MB at first, ${most} MB at most, ${String(last)} MB at the end.`,
    )
  console.log(failures.length === 0 ? 'No other error.' : `Failed: ${failures.join('; ')}.`)
}
