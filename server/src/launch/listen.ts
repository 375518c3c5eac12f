import type { RequestListener } from 'node:http'
import { LaunchError } from '../../../graph/engine/index.ts'
import type { Config } from '../config.ts'
import { createHttpServer } from '../http/server.ts'

/** Where a browser on this machine finds a server; one that listens on every address answers to localhost. */
export function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::' || host === '[::]') return `http://localhost:${port}`
  return `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`
}

/** Serves the application. Errors: LaunchError naming PORT or HOST where it cannot. */
export async function listen(
  listener: RequestListener,
  { port, host }: Pick<Config, 'port' | 'host'>,
): Promise<{ address: string; close: () => Promise<void> }> {
  const server = createHttpServer(listener)
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      reject(
        new LaunchError(
          code === 'EADDRINUSE'
            ? `Port ${port} is taken by another program. Stop that program, or set PORT to another number (PORT=0 takes any free one).`
            : code === 'EACCES'
              ? `Port ${port} needs rights this user has not. Set PORT to a number above 1023.`
              : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
                ? `HOST is "${host}", which is no address of this machine. Unset it, or set it to one that is.`
                : `The page cannot be served on ${host}:${port} (${message}).`,
        ),
      )
    })
    server.listen(port, host, resolve)
  })
  const bound = server.address()
  const actual = bound !== null && typeof bound === 'object' ? bound.port : port
  return {
    address: addressOf(host, actual),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
