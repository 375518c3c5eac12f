/**
 * `npm run bench -- api`: this API, the peer and hand-written Cypher over HTTP, on one graph, interleaved in one run.
 * What counts are ratios: absolute figures belong to the machine.
 */
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { connect } from '../../graph/db/index.ts'
import { DataFolder, Engine, LaunchError } from '../../graph/engine/index.ts'
import { ROOT } from '../../graph/root.ts'
import type { Stages } from '../src/launch/stages.ts'
import { clientFrom, startAsked, type Asked } from './asked.ts'
import { load } from './load.ts'
import { comparable, QUESTIONS, type BenchQuestion, type Variables } from './questions.ts'
import { realTexts } from './real-texts.ts'
import { median, percentile, round, spread } from './statistics.ts'

export type Options = {
  readonly scales: readonly number[]
  readonly rounds: number
  readonly only: readonly string[] | null
  readonly isJson: boolean
  /** Folder in which the graphs stay for the next run. */
  readonly keep: string | null
}

const IN_FLIGHT = 16
/** How long a server is asked before it is measured: for about as long the database compiles what it is asked. */
const WARMING_MS = 5_000
/** How long a burst takes: enough to see past noise, short enough to interleave. */
const BURST_MS = 1_500
/** Requests of one at a time. */
const ALONE = 120
/** Requests that the answer cache is asked, the same in each round; the first round fills it. */
const KEPT = 240
/** More than a server is asked in one round, so that every round asks what was not asked before. */
const APART = 100_000
const SERVERS = ['ours', 'raw', 'peer'] as const
type ServerName = (typeof SERVERS)[number]

/** Installs what only the bench needs, once for each version of its list; returns the folder. */
async function installPeer(): Promise<string> {
  const source = join(ROOT, 'server', 'bench', 'peer')
  const list = await readFile(join(source, 'package.json'), 'utf8')
  const mark = createHash('sha256').update(list).digest('hex').slice(0, 12)
  const folder = join(process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'followthrough', `bench-peer-${mark}`)
  await mkdir(folder, { recursive: true })
  await cp(source, folder, { recursive: true })
  if (!existsSync(join(folder, 'node_modules', '@neo4j', 'graphql'))) {
    const status = await new Promise<number | null>((resolve) => {
      const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
      spawn(npm, ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
        cwd: folder,
        stdio: ['ignore', 'ignore', 'inherit'],
        shell: process.platform === 'win32',
      }).on('close', resolve)
    })
    if (status !== 0)
      throw new LaunchError('The peer could not be installed. Check the connection to the npm registry.')
  }
  return folder
}

type Burst = { readonly perSecond: number; readonly times: readonly number[] }

const requestOf = (question: BenchQuestion, server: ServerName, variables: Variables): string =>
  JSON.stringify(
    server === 'raw'
      ? { name: question.name, variables }
      : { query: server === 'ours' ? question.ours.query : question.peer?.query, variables },
  )

function read(question: BenchQuestion, server: ServerName, text: string): unknown {
  const answer = JSON.parse(text) as { data?: Record<string, unknown>; errors?: unknown } & Record<string, unknown>[]
  if (server === 'raw') return question.raw.read(answer[0] ?? {})
  if (answer.errors !== undefined || answer.data === undefined)
    throw new Error(`${server} refuses ${question.name}: ${text.slice(0, 400)}`)
  return (server === 'ours' ? question.ours : question.peer)?.read(answer.data)
}

/** The peer asks for more memory than the database that the product starts gives one statement. */
class PeerRefused extends Error {
  override name = 'PeerRefused'
}
const isRefusedForMemory = (name: ServerName, text: string): boolean =>
  name === 'peer' && text.includes('dbms.memory.transaction')

/** Asks all servers the same and compares. Throws where they differ, and PeerRefused where the peer cannot answer. */
async function compare(question: BenchQuestion, asked: ReadonlyMap<ServerName, Asked>, scale: number): Promise<void> {
  let refused: PeerRefused | null = null
  for (let index = 0; index < 8; index += 1) {
    const variables = question.variables(index, scale)
    const answers = new Map<ServerName, string>()
    for (const [name, server] of asked) {
      if (name === 'peer' && (question.peer === null || refused !== null)) continue
      const { text } = await server.ask(requestOf(question, name, variables))
      if (isRefusedForMemory(name, text)) {
        refused = new PeerRefused(text)
        continue
      }
      answers.set(name, comparable(read(question, name, text)))
    }
    const [first, ...others] = answers
    for (const [name, answer] of others)
      if (answer !== first?.[1])
        throw new LaunchError(
          `${question.name} with ${JSON.stringify(variables)}: ${first?.[0] ?? ''} and ${name} answer differently.\n${(first?.[1] ?? '').slice(0, 600)}\n${answer.slice(0, 600)}`,
        )
  }
  if (refused !== null) throw refused
}

async function burst(
  question: BenchQuestion,
  name: ServerName,
  server: Asked,
  {
    scale,
    from,
    inFlight,
    count = Infinity,
    ms = BURST_MS,
  }: { scale: number; from: number; inFlight: number; count?: number; ms?: number },
): Promise<Burst> {
  const times: number[] = []
  let next = 0
  // Told when all workers have ended, so that nothing is still asked when the next is measured.
  let refused: PeerRefused | null = null as PeerRefused | null
  const started = performance.now()
  const work = async (): Promise<void> => {
    while (next < count && performance.now() - started < ms) {
      const body = requestOf(question, name, question.variables(from + next, scale))
      next += 1
      const asked = performance.now()
      const { status, text } = await server.ask(body)
      times.push(performance.now() - asked)
      if (isRefusedForMemory(name, text)) refused ??= new PeerRefused(text)
      if (refused !== null) return
      if (status !== 200) throw new Error(`${name} answered ${question.name} with ${status}: ${text.slice(0, 400)}`)
    }
  }
  await Promise.all(Array.from({ length: inFlight }, work))
  if (refused !== null) throw refused
  return { perSecond: times.length / ((performance.now() - started) / 1000), times }
}

export type Row = {
  readonly question: string
  readonly title: string
  readonly scale: number
  readonly perSecond: Readonly<Record<ServerName | 'kept', number | null>>
  readonly againstPeer: readonly [number, number, number] | null
  readonly againstRaw: readonly [number, number, number] | null
  /** Whether the database refused the peer the memory that it asked for: then no rate of its is told. */
  readonly isPeerRefused: boolean
  readonly aims: { readonly peer: number | null; readonly raw: number | null }
  /** Median milliseconds of one request at a time. */
  readonly p50Ms: number
}

async function measure(
  question: BenchQuestion,
  asked: ReadonlyMap<ServerName, Asked>,
  kept: Asked,
  { scale, rounds, withPeer }: { scale: number; rounds: number; withPeer: boolean },
): Promise<Row> {
  const names = SERVERS.filter((name) => name !== 'peer' || (question.peer !== null && withPeer))
  const rates = new Map<ServerName, number[]>(names.map((name) => [name, []]))
  const alone: number[] = []
  const keptRates: number[] = []
  let from = 100
  for (let turn = -1; turn < rounds; turn += 1) {
    // Who goes first changes from round to round.
    const order = names.map((_, index) => names[(index + Math.max(turn, 0)) % names.length] ?? 'ours')
    for (const name of order) {
      const server = asked.get(name)
      if (server === undefined) continue
      const ms = turn < 0 ? WARMING_MS : BURST_MS
      const { perSecond } = await burst(question, name, server, { scale, from, inFlight: IN_FLIGHT, ms })
      // The first round warms.
      if (turn >= 0) rates.get(name)?.push(perSecond)
    }
    const ours = asked.get('ours')
    if (ours !== undefined && turn >= 0) {
      alone.push(...(await burst(question, 'ours', ours, { scale, from, inFlight: 1, count: ALONE })).times)
      const again = { scale, from: 100, inFlight: IN_FLIGHT, count: KEPT }
      const { perSecond } = await burst(question, 'ours', kept, again)
      if (turn > 0) keptRates.push(perSecond)
    }
    from += APART
  }
  const ratios = (other: ServerName): [number, number, number] | null => {
    const [mine, theirs] = [rates.get('ours') ?? [], rates.get(other) ?? []]
    return theirs.length === 0 ? null : spread(mine.map((rate, index) => rate / (theirs[index] ?? Number.NaN)))
  }
  const rate = (name: ServerName): number | null => (rates.has(name) ? round(median(rates.get(name) ?? [])) : null)
  return {
    question: question.name,
    title: question.title,
    scale,
    perSecond: { ours: rate('ours'), raw: rate('raw'), peer: rate('peer'), kept: round(median(keptRates)) },
    againstPeer: ratios('peer'),
    againstRaw: ratios('raw'),
    isPeerRefused: question.peer !== null && !withPeer,
    aims: {
      peer: scale === 1 ? question.aims.peer : question.aims.peerAt7,
      raw: scale === 1 ? question.aims.raw : null,
    },
    p50Ms: round(percentile(alone, 0.5)),
  }
}

/**
 * A seeded graph in an engine of its own; whatever was made is gone after the work, unless `keep` names a folder for it:
 * then it is loaded once, and found there the next time.
 */
export async function withGraph<Result>(
  { scale, keep }: { scale: number; keep: string | null },
  stages: Stages,
  work: (engine: Engine, perSecond: number) => Promise<Result>,
): Promise<Result> {
  const path = keep === null ? await mkdtemp(join(tmpdir(), 'followthrough-bench-')) : resolve(keep, `scale-${scale}`)
  await mkdir(path, { recursive: true })
  const folder = new DataFolder(path)
  await folder.claim()
  const engine = await stages.run(`Database, ${scale}×`, () => Engine.start(folder))
  try {
    const loaded = join(path, 'loaded.json')
    if (!existsSync(loaded)) {
      const db = connect(engine.connection)
      const texts = await realTexts()
      const { perSecond } = await stages.run(
        `Graph, ${scale}×${texts === undefined ? '' : ', real texts'}`,
        (progress) => load(db, scale, { ...(texts === undefined ? {} : { texts }), progress }),
      )
      await db.close()
      await writeFile(loaded, JSON.stringify({ perSecond }))
    }
    const { perSecond } = JSON.parse(await readFile(loaded, 'utf8')) as { perSecond: number }
    return await work(engine, perSecond)
  } finally {
    await engine.stop()
    if (keep === null) await rm(path, { recursive: true, force: true })
  }
}

export const environmentOf = ({ connection }: Engine): NodeJS.ProcessEnv => ({
  NEO4J_URI: connection.uri,
  NEO4J_USER: connection.user,
  NEO4J_PASSWORD: connection.password,
})

/** Runs the bench; prints a table, or JSON. */
export async function benchApi({ scales, rounds, only, isJson, keep }: Options, stages: Stages): Promise<void> {
  const self = process.argv[1] ?? ''
  const folder = await stages.run('Peer', installPeer)
  const peerFile = join(folder, 'peer.mjs')
  const undici = clientFrom(folder)
  const rows: Row[] = []
  const figures: Record<string, number>[] = []
  for (const scale of scales) {
    await withGraph({ scale, keep }, stages, async (engine, perSecond) => {
      const environment = environmentOf(engine)
      const asked = new Map<ServerName, Asked>()
      const all: Asked[] = []
      try {
        const start = async (name: string, file: string, args: string[]): Promise<Asked> => {
          const server = await startAsked({ name, file, args, environment, undici })
          all.push(server)
          return server
        }
        asked.set('ours', await start('ours', self, ['serve', 'ours']))
        asked.set('raw', await start('raw', self, ['serve', 'raw']))
        asked.set('peer', await start('peer', peerFile, []))
        const kept = await start('kept', self, ['serve', 'kept'])
        for (const question of QUESTIONS) {
          if (only !== null && !only.includes(question.name)) continue
          await stages.run(`${question.name} at ${scale}×`, async () => {
            let withPeer = true
            // Alone it may be given what sixteen at once are refused.
            const unlessRefused = async (work: () => Promise<void>): Promise<void> => {
              try {
                await work()
              } catch (error) {
                if (!(error instanceof PeerRefused)) throw error
                withPeer = false
              }
            }
            await unlessRefused(() => compare(question, asked, scale))
            const measured = async (): Promise<void> =>
              void rows.push(await measure(question, asked, kept, { scale, rounds, withPeer }))
            const before = rows.length
            await unlessRefused(measured)
            if (rows.length === before) await measured()
          })
        }
        const ours = asked.get('ours')
        figures.push({
          scale,
          loadedPerSecond: Math.round(perSecond),
          apiMemoryMB: Math.round(((await ours?.memory()) ?? 0) / 1_048_576),
        })
      } finally {
        for (const server of all) server.stop()
      }
    })
  }
  if (isJson) console.log(JSON.stringify({ rows, figures }))
  else print(rows, figures)
}

const cell = (value: string, width: number): string => value.padStart(width)
const ratio = (values: readonly [number, number, number] | null): string =>
  values === null ? '–' : `${values[1].toFixed(2)} (${values[0].toFixed(2)}–${values[2].toFixed(2)})`

function print(rows: readonly Row[], figures: readonly Record<string, number>[]): void {
  console.log(
    `\nRequests a second with ${IN_FLIGHT} in flight; ratios are medians of interleaved rounds (least–most); aims of the design after them.\n`,
  )
  console.log(
    `${'question'.padEnd(44)}${cell('scale', 6)}${cell('ours', 8)}${cell('raw', 8)}${cell('peer', 8)}${cell('kept', 8)}  ${'ours/peer'.padEnd(26)}${cell('aim', 5)}  ${'ours/raw'.padEnd(20)}${cell('aim', 5)}${cell('p50 ms', 9)}`,
  )
  for (const row of rows) {
    const { perSecond, aims } = row
    const number = (value: number | null): string => (value === null ? '–' : String(value))
    console.log(
      `${`${row.question} ${row.title}`.padEnd(44)}${cell(`${row.scale}×`, 6)}${cell(number(perSecond.ours), 8)}${cell(number(perSecond.raw), 8)}${cell(number(perSecond.peer), 8)}${cell(number(perSecond.kept), 8)}  ${ratio(row.againstPeer).padEnd(26)}${cell(number(aims.peer), 5)}  ${ratio(row.againstRaw).padEnd(20)}${cell(number(aims.raw), 5)}${cell(row.p50Ms.toFixed(2), 9)}`,
    )
  }
  for (const { question, scale } of rows.filter(({ isPeerRefused }) => isPeerRefused))
    console.log(
      `${question} at ${scale}×: the peer asks for more memory than the database gives all statements together (256 MB); no rate of its is told.`,
    )
  const small = rows.filter(({ scale }) => scale === 1)
  for (const row of rows.filter(({ scale }) => scale > 1)) {
    const before = small.find(({ question }) => question === row.question)
    const aim = QUESTIONS.find(({ name }) => name === row.question)?.growth
    if (before !== undefined)
      console.log(
        `${row.question}: p50 of one at a time grows ${(row.p50Ms / before.p50Ms).toFixed(2)} times from 1× to ${row.scale}× (aim: at most ${String(aim)})`,
      )
  }
  for (const { scale, loadedPerSecond, apiMemoryMB } of figures)
    console.log(
      `${String(scale)}×: ${String(loadedPerSecond)} recommendations a second written; API process ${String(apiMemoryMB)} MB`,
    )
}
