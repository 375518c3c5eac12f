/** The application behind a real HTTP server, asked over sockets; its log is kept to be looked at. */
import { request, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Writable } from 'node:stream'
import pino from 'pino'
import { createServer, type Dependencies, type Server } from '../src/app.ts'
import { createHttpServer } from '../src/http/server.ts'

export type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }
export type Options = {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Buffer
}
export type Running = {
  readonly server: Server
  readonly port: number
  readonly send: (path: string, options?: Options) => Promise<Reply>
  readonly close: () => Promise<void>
  readonly log: string[]
}

export const JSON_HEADERS = { 'content-type': 'application/json' }
const open: Running[] = []

export async function runOverHttp(changes: Pick<Dependencies, 'db'> & Partial<Dependencies>): Promise<Running> {
  const log: string[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      log.push(chunk.toString())
      done()
    },
  })
  const server = await createServer({
    config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600 },
    logger: pino({ level: 'info' }, stream),
    ...changes,
  })
  const http = createHttpServer(server.listener)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  const running: Running = {
    server,
    port,
    log,
    send: (path, { method = 'GET', headers = {}, body } = {}) =>
      new Promise((resolve, reject) => {
        const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (chunk: string) => (text += chunk))
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }))
        })
        sent.on('error', reject)
        sent.end(body)
      }),
    close: async () => {
      await server.stop()
      await new Promise((resolve) => {
        http.close(resolve)
        http.closeAllConnections()
      })
    },
  }
  open.push(running)
  return running
}

/** Stops every server that a test file started. */
export async function closeAll(): Promise<void> {
  for (const running of open.splice(0)) await running.close()
}

export const ask = (
  { send }: Pick<Running, 'send'>,
  query: string,
  { headers = {}, variables }: { headers?: Record<string, string>; variables?: unknown } = {},
): Promise<Reply> =>
  send('/graphql', {
    method: 'POST',
    headers: { ...JSON_HEADERS, ...headers },
    body: JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) }),
  })
