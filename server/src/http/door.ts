/**
 * The outermost door: every request gets an id, its line in the log and the security headers here, is refused where its
 * host is another's or its client asks too often, and goes on to the API or to the page.
 */
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import proxyAddress from 'proxy-addr'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '../config.ts'

/**
 * Everything from this server itself, no script or style sheet inline, in no frame but those of the sites that the owner
 * allows, nothing for other sites' pages: no answer ever allows another origin (CORS), whatever is asked.
 */
const headersFor = (embedOrigins: readonly string[]): Readonly<Record<string, string>> => ({
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
    "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; " +
    // Nobody is the owner in another site's frame: the cookie stays behind (SameSite=Strict).
    `frame-ancestors ${embedOrigins.length === 0 ? "'none'" : embedOrigins.join(' ')}`,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
})
const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])
const LOOPBACK_ADDRESSES = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** A request that has been let in; rooms behind the door find its id here. */
export type Admitted = IncomingMessage & { requestId: string }
type Room = (request: Admitted, response: ServerResponse) => void

/** The path of an address, without what it asks: logs and messages show no more. */
export const pathOf = ({ url = '/' }: IncomingMessage): string => {
  const end = url.indexOf('?')
  return end < 0 ? url : url.slice(0, end)
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(JSON.stringify(body))
}

const isTrusted = proxyAddress.compile(['loopback'])
/** Whether a program on this machine sent it, which may be a proxy whose word counts. */
export const isFromThisMachine = ({ socket }: IncomingMessage): boolean =>
  LOOPBACK_ADDRESSES.has(socket.remoteAddress ?? '')

/** Who asks: behind a proxy on this machine the address that the proxy names; from elsewhere nobody is believed. */
const clientOf = (request: IncomingMessage): string =>
  request.headers['x-forwarded-for'] === undefined
    ? (request.socket.remoteAddress ?? '')
    : proxyAddress(request, isTrusted)

/** The part of an address that one client commands: all of IPv4, the first four groups of IPv6 in full. */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address
  const [left = '', right] = address.split('::')
  const groups = left === '' ? [] : left.split(':')
  const after = right === undefined || right === '' ? [] : right.split(':')
  const zeros = right === undefined ? 0 : 8 - groups.length - after.length
  return [...groups, ...Array.from({ length: Math.max(0, zeros) }, () => '0'), ...after].slice(0, 4).join(':')
}

export function createDoor({
  config,
  logger,
  rooms,
}: {
  readonly config: Pick<Config, 'host' | 'isLoopback' | 'rateLimit'> & Partial<Pick<Config, 'embedOrigins'>>
  readonly logger: Logger
  /** `api` answers at /graphql whatever is no page for a person; `page` everything else. */
  readonly rooms: {
    readonly api: Room
    readonly page: Room
    readonly isForPerson: (request: IncomingMessage) => boolean
  }
}): RequestListener {
  const headers = headersFor(config.embedOrigins ?? [])
  const limiter = new RateLimiterMemory({ points: config.rateLimit, duration: 60 })

  const admit: Room = (request, response) => {
    // Also what a browser asks before another site's request: without a word of CORS the answer means no.
    if (request.method === 'OPTIONS') {
      response.statusCode = 204
      response.setHeader('allow', pathOf(request) === '/graphql' ? 'GET, POST, OPTIONS' : 'GET, HEAD, OPTIONS')
      response.end()
    } else if (pathOf(request) === '/graphql' && !rooms.isForPerson(request)) rooms.api(request, response)
    else rooms.page(request, response)
  }

  /** The person at the machine is not limited; behind a proxy on this machine others are. */
  const limit: Room = (request, response) => {
    const client = clientOf(request)
    if (LOOPBACK_ADDRESSES.has(client)) return admit(request, response)
    limiter
      .consume(networkOf(client))
      .then(() => admit(request, response))
      .catch((refusal: unknown) => {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1000))
        response.setHeader('retry-after', String(seconds))
        answerJson(response, 429, {
          errors: [
            {
              message: `More than ${config.rateLimit} requests in a minute. Wait ${seconds} s, or ask for more in one request.`,
              extensions: { code: 'RATE_LIMITED', limit: config.rateLimit, requestId: request.requestId },
            },
          ],
        })
      })
  }

  return (incoming, response) => {
    const requestId = randomUUID()
    const request = Object.assign(incoming, { requestId })
    const started = performance.now()
    response.setHeader('x-request-id', requestId)
    for (const name in headers) response.setHeader(name, headers[name] ?? '')
    if (logger.isLevelEnabled('info')) {
      // The text of a question never: it says what somebody looks at. Rooms below may shorten the address.
      const { method } = request
      // A link that makes somebody the owner stands in no log.
      const path = pathOf(request).replace(/^\/owner\/.*/s, '/owner/…')
      response.once('finish', () => {
        const durationMs = Math.round(performance.now() - started)
        logger.info({ requestId, method, path, status: response.statusCode, durationMs }, 'request')
      })
    }
    if (config.isLoopback) {
      // A page of another site whose name was made to point here has that name as its Host.
      const name = (request.headers.host ?? '').replace(/:\d+$/, '')
      if (!LOOPBACK_NAMES.has(name) && name !== config.host) {
        answerJson(response, 403, {
          error: `This server answers on loopback only, as localhost or 127.0.0.1; it was asked as "${name.slice(0, 100)}".`,
        })
        return
      }
    }
    limit(request, response)
  }
}
