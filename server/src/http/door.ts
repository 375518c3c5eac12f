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

/** Everything from this server itself, nothing inline, nobody's frame. */
const HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
    "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
}
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

/** Who asks: behind a proxy on this machine the address that the proxy names. */
const clientOf = (request: IncomingMessage): string => proxyAddress(request, ['loopback'])

/** The part of an address that one client commands: all of IPv4, the network of IPv6. */
const networkOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address

export function createDoor({
  config,
  logger,
  rooms,
}: {
  readonly config: Pick<Config, 'host' | 'isLoopback' | 'rateLimit'>
  readonly logger: Logger
  /** `api` answers at /graphql whatever is no page for a person; `page` everything else. */
  readonly rooms: {
    readonly api: Room
    readonly page: Room
    readonly isForPerson: (request: IncomingMessage) => boolean
  }
}): RequestListener {
  const limiter = new RateLimiterMemory({ points: config.rateLimit, duration: 60 })

  const admit: Room = (request, response) => {
    if (pathOf(request) === '/graphql' && !rooms.isForPerson(request)) rooms.api(request, response)
    else rooms.page(request, response)
  }

  /** On loopback nobody is limited: the person at the machine is the only one who asks. */
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
    for (const name in HEADERS) response.setHeader(name, HEADERS[name] ?? '')
    if (logger.isLevelEnabled('info')) {
      // The text of a question never: it says what somebody looks at. Rooms below may shorten the address.
      const { method } = request
      const path = pathOf(request)
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
      admit(request, response)
    } else limit(request, response)
  }
}
