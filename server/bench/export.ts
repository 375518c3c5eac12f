/**
 * `npm run bench -- export`: whole files of a seeded graph over HTTP: time to the first byte, recommendations a second, and
 * how much the server's memory grows while it writes.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { connect } from '../../graph/db/index.ts'
import type { Stages } from '../src/launch/stages.ts'
import { FORMATS } from '../src/export/request.ts'
import { environmentOf, withGraph } from './api.ts'
import { round } from './statistics.ts'

export type Options = { readonly scales: readonly number[]; readonly isJson: boolean; readonly keep: string | null }

type Row = {
  readonly scale: number
  readonly format: string
  readonly firstByteMs: number
  readonly rowsPerSecond: number
  readonly seconds: number
  readonly megabytes: number
  /** Resident memory of the server at its highest while the file was written, and how much more than before. */
  readonly peakMB: number
  readonly growthMB: number
}

/** Milliseconds between two looks at the server's memory. */
const LOOK_MS = 100
const MB = 1_048_576

const told = <Value>(child: ChildProcess, key: string): Promise<Value> =>
  new Promise((resolve, reject) => {
    const listen = (message: unknown): void => {
      if (message === null || typeof message !== 'object' || !(key in message)) return
      child.off('message', listen)
      child.off('exit', ended)
      resolve((message as Record<string, Value>)[key] as Value)
    }
    const ended = (status: number | null): void => reject(new Error(`The server ended with status ${String(status)}`))
    child.on('message', listen)
    child.once('exit', ended)
  })

async function memoryOf(child: ChildProcess): Promise<number> {
  const answer = told<number>(child, 'memory')
  child.send('memory')
  return (await answer) / MB
}

async function measure(
  child: ChildProcess,
  address: string,
  format: string,
  count: number,
  scale: number,
): Promise<Row> {
  const before = await memoryOf(child)
  let peak = before
  let isDone = false
  const watching = (async () => {
    while (!isDone) {
      peak = Math.max(peak, await memoryOf(child))
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS))
    }
  })()
  const started = performance.now()
  const response = await fetch(address)
  if (!response.ok || response.body === null) throw new Error(`${address}: ${response.status} ${await response.text()}`)
  let firstByteMs = 0
  let bytes = 0
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    if (bytes === 0) firstByteMs = performance.now() - started
    bytes += chunk.length
  }
  const seconds = (performance.now() - started) / 1000
  isDone = true
  await watching
  return {
    scale,
    format,
    firstByteMs: Math.round(firstByteMs),
    rowsPerSecond: Math.round(count / seconds),
    seconds: round(seconds),
    megabytes: round(bytes / 1e6),
    peakMB: Math.round(peak),
    growthMB: Math.round(peak - before),
  }
}

export async function benchExport({ scales, isJson, keep }: Options, stages: Stages): Promise<void> {
  const rows: Row[] = []
  for (const scale of scales) {
    await withGraph({ scale, keep }, stages, async (engine) => {
      const db = connect(engine.connection)
      const [counted] = await db.read<{ count: number }>('MATCH (n:Recommendation) RETURN count(n) AS count')
      await db.close()
      const count = counted?.count ?? 0
      const child = fork(process.argv[1] ?? '', ['serve', 'ours'], {
        env: { ...process.env, NODE_ENV: 'production', ...environmentOf(engine) },
        stdio: 'inherit',
      })
      try {
        const { origin } = new URL(await told<string>(child, 'url'))
        const addressOf = (format: (typeof FORMATS)[number], query = ''): string =>
          `${origin}/export/${format.isClosed ? 'graph' : 'recommendations'}.${format.name}${query}`
        // Warms: plans, and the code of each format.
        const few = `?filter=${encodeURIComponent('{"documents":["upr-afg-1"]}')}`
        for (const format of FORMATS) await (await fetch(addressOf(format, few))).arrayBuffer()
        for (const format of FORMATS)
          rows.push(
            await stages.run(`${format.name} at ${scale}×`, () =>
              measure(child, addressOf(format), format.name, count, scale),
            ),
          )
      } finally {
        child.disconnect()
      }
    })
  }
  if (isJson) console.log(JSON.stringify({ rows }))
  else console.table(rows)
}
