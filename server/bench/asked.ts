/** A server process of the bench, and asking it over kept-alive connections. */
import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

export type Asked = {
  readonly name: string
  readonly ask: (body: string) => Promise<{ status: number; text: string }>
  /** Resident memory in bytes. */
  readonly memory: () => Promise<number>
  readonly stop: () => void
}

const message = <Key extends string, Value>(child: ChildProcess, key: Key): Promise<Value> =>
  new Promise((resolve, reject) => {
    const listen = (received: unknown): void => {
      if (received === null || typeof received !== 'object' || !(key in received)) return
      child.off('message', listen)
      resolve((received as Record<Key, Value>)[key])
    }
    child.on('message', listen)
    child.once('exit', (status) => reject(new Error(`A server of the bench ended with status ${String(status)}`)))
  })

/** What is used of undici: the lightest client there is, so that as much as can be is left for those who are measured. */
type Pool = {
  request: (options: object) => Promise<{ statusCode: number; body: { text: () => Promise<string> } }>
  destroy: () => Promise<void>
}
export type Undici = { readonly Pool: new (origin: string, options: object) => Pool }

/** The client installed in the bench's own folder. */
export const clientFrom = (folder: string): Undici => createRequire(join(folder, 'package.json'))('undici') as Undici

/** Starts a server process and waits for the address it reports. */
export async function startAsked({
  name,
  file,
  args,
  environment,
  undici,
}: {
  name: string
  file: string
  args: readonly string[]
  environment: NodeJS.ProcessEnv
  undici: Undici
}): Promise<Asked> {
  const child = fork(file, args, { env: { ...process.env, NODE_ENV: 'production', ...environment }, stdio: 'inherit' })
  const url = new URL(await message<'url', string>(child, 'url'))
  const pool = new undici.Pool(url.origin, { connections: 256, pipelining: 1 })
  return {
    name,
    ask: async (body) => {
      const { statusCode, body: answer } = await pool.request({
        path: url.pathname,
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return { status: statusCode, text: await answer.text() }
    },
    memory: async () => {
      const answer = message<'memory', number>(child, 'memory')
      child.send('memory')
      return answer
    },
    stop: () => {
      void pool.destroy()
      // It ends with the connection to its parent.
      child.disconnect()
    },
  }
}
