/** The HTTP server itself: how long it waits for a request, and what it says to one that is none. */
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { Socket } from 'node:net'

/** Milliseconds within which the header of a request has to be there; one who sends it letter by letter is cut off. */
const HEADERS_MS = 10_000
/**
 * The whole request. Bodies of questions have a limit of their own (`LIMITS.bodyMs`); a file that the owner sends takes as long as
 * something of it arrives (`takeTime`).
 */
const REQUEST_MS = 60_000
/** How long an idle connection is kept for the next request: longer than browsers and proxies leave between two. */
const IDLE_MS = 15_000
const MAX_HEADER_BYTES = 16_384

type ClientError = Error & { readonly code?: string }

/** Status and words for a request that could not be read; null where the connection itself is gone. */
function wordsFor({ code }: ClientError): readonly [status: string, message: string] | null {
  switch (code) {
    case 'ECONNRESET':
    case 'EPIPE':
      return null
    case 'HPE_HEADER_OVERFLOW':
      return ['431 Request Header Fields Too Large', `The header is larger than ${MAX_HEADER_BYTES} bytes.`]
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return ['408 Request Timeout', 'The request did not arrive in time.']
    default:
      return ['400 Bad Request', `The request is not well-formed HTTP (${code ?? 'unknown'}).`]
  }
}

const timers = new WeakMap<IncomingMessage, NodeJS.Timeout>()

/** Lets a request take as long as it wants to send its body; whoever asks for this watches over it. */
export const takeTime = (request: IncomingMessage): void => clearTimeout(timers.get(request))

export function createHttpServer(listener: RequestListener): Server {
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      // One for all cannot be lifted for a file: the timer below stands in its place.
      requestTimeout: 0,
      keepAliveTimeout: IDLE_MS,
      maxHeaderSize: MAX_HEADER_BYTES,
      connectionsCheckingInterval: 5_000,
    },
    listener,
  )
  server.on('request', (request) => {
    const { headers } = request
    if (headers['content-length'] === undefined && headers['transfer-encoding'] === undefined) return
    const timer = setTimeout(() => {
      if (!request.complete)
        server.emit(
          'clientError',
          Object.assign(new Error('Too slow'), { code: 'ERR_HTTP_REQUEST_TIMEOUT' }),
          request.socket,
        )
    }, REQUEST_MS)
    timers.set(request, timer)
    request.once('close', () => clearTimeout(timer))
  })
  server.on('clientError', (error: ClientError, socket: Socket) => {
    const words = wordsFor(error)
    if (words === null || !socket.writable) {
      socket.destroy()
      return
    }
    const [status, message] = words
    const body = JSON.stringify({ errors: [{ message, extensions: { code: 'BAD_REQUEST' } }] })
    socket.end(
      `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
    )
  })
  return server
}
