/**
 * GraphQL over HTTP, straight on node:http: Express and its middlewares cost a small question more than the answering
 * itself (README, decisions).
 */
import { HeaderMap, type ApolloServer } from '@apollo/server'
import { setMaxListeners } from 'node:events'
import type { ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Context } from '../context.ts'
import { LIMITS } from '../schema/limits.ts'
import { answerJson, type Admitted } from './door.ts'
import type { Access } from './owner.ts'
import type { RepeatedQuestions } from './repeated.ts'

/** Shorter answers fit in one packet either way. */
const MIN_ZIPPED_CHARACTERS = 1_400
const zip = promisify(gzip)

class Refusal extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true })

/** The body as text. Throws Refusal for one that is too large, too slow, compressed, cut off, or no UTF-8. */
async function readText(request: Admitted, bodyMs: number): Promise<string> {
  const encoding = request.headers['content-encoding'] ?? 'identity'
  if (encoding !== 'identity')
    throw new Refusal(415, `The body is compressed (${encoding.slice(0, 40)}). Expected it plain, in UTF-8.`)
  // Made when they are needed: what an error costs is its stack.
  const tooLarge = (): Refusal =>
    new Refusal(
      413,
      `The request is larger than 1 MB (${LIMITS.bodyBytes} bytes). Ask for less at a time, or send variables as ids.`,
    )
  const tooSlow = (): Refusal => new Refusal(408, `The body did not arrive within ${bodyMs / 1_000} s.`)
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.bodyBytes) throw tooLarge()
  const chunks: Buffer[] = []
  let size = 0
  const ended = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooSlow()), bodyMs)
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > LIMITS.bodyBytes) reject(tooLarge())
      else chunks.push(chunk)
    })
    request.once('end', () => resolve())
    // A client that hung up reads no answer; the refusal ends the work for it.
    request.once('close', () => {
      clearTimeout(timer)
      if (!request.complete) reject(new Refusal(400, 'The body was cut off.'))
    })
  })
  await ended
  try {
    return decoder.decode(Buffer.concat(chunks))
  } catch {
    throw new Refusal(400, 'The body is no UTF-8. Expected JSON in UTF-8.')
  }
}

/** The parsed body of a request that says it sends JSON; undefined of any other, which Apollo then refuses by name. */
async function readBody(request: Admitted, bodyMs: number): Promise<unknown> {
  const type = request.headers['content-type'] ?? ''
  if (request.method !== 'POST' || !/^application\/(?:[\w.-]+\+)?json\b/i.test(type)) return undefined
  const charset = /charset="?([\w-]+)/i.exec(type)?.[1]
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8')
    throw new Refusal(415, `The body is in ${charset}. Expected UTF-8.`)
  const text = await readText(request, bodyMs)
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'The body is no JSON. Expected {"query": "…", "variables": {…}}.')
  }
}

function headersOf(request: Admitted): HeaderMap {
  const headers = new HeaderMap()
  for (const name in request.headers) {
    const value = request.headers[name]
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  return headers
}

/**
 * The specification's word on status codes: 400 of a question that could not be run belongs to
 * application/graphql-response+json; where application/json was agreed on, a well-formed request is answered with 200.
 */
const statusOf = (status: number | undefined, contentType: string, { record }: Context): number =>
  status === 400 && record.isWellFormed && contentType.startsWith('application/json') ? 200 : (status ?? 200)

async function send(request: Admitted, response: ServerResponse, text: string): Promise<void> {
  const isZipped =
    text.length >= MIN_ZIPPED_CHARACTERS && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
  response.setHeader('vary', 'accept, accept-encoding')
  if (!isZipped) {
    response.setHeader('content-length', Buffer.byteLength(text))
    response.end(text)
    return
  }
  const zipped = await zip(text)
  response.setHeader('content-encoding', 'gzip')
  response.setHeader('content-length', zipped.length)
  response.end(zipped)
}

export type GraphqlRoom = {
  readonly apollo: ApolloServer<Context>
  readonly repeated: RepeatedQuestions
  readonly createContext: (requestId: string, signal: AbortSignal, access?: Access) => Context
  readonly accessOf: (request: Admitted) => Access
  /** Milliseconds within which a body has to arrive. */
  readonly bodyMs?: number | undefined
}

async function answer(
  { apollo, repeated, createContext, accessOf, bodyMs = LIMITS.bodyMs }: GraphqlRoom,
  request: Admitted,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'POST')
    throw new Refusal(405, `${request.method ?? 'This'} is no way to ask. Expected POST, or GET with ?query=.`)
  const body = await readBody(request, bodyMs)
  const { url = '/' } = request
  const question = url.indexOf('?')
  // A client that leaves takes its statements with it.
  const left = new AbortController()
  // Each root field listens.
  setMaxListeners(LIMITS.rootFields + 1, left.signal)
  response.once('close', () => {
    if (!response.writableFinished) left.abort()
  })
  const context = createContext(request.requestId, left.signal, accessOf(request))
  const repeatable = repeated.repeatable(request, body)
  const again = repeatable && (await repeated.answer(repeatable, context))
  if (again !== null) {
    for (const [name, value] of again.headers) response.setHeader(name, value)
    return send(request, response, again.text)
  }
  const answered = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: {
      method: (request.method ?? 'GET').toUpperCase(),
      headers: headersOf(request),
      search: question < 0 ? '' : url.slice(question),
      body,
    },
    context: async () => context,
  })
  const { answered: operation } = context.record
  // What was answered and then refused, as where the client takes no JSON, is refused by Apollo the next time too.
  if (repeatable !== null && operation !== null && (answered.status ?? 200) === 200)
    repeated.keep(repeatable, operation, answered.headers)
  for (const [name, value] of answered.headers) response.setHeader(name, value)
  response.statusCode = statusOf(answered.status, answered.headers.get('content-type') ?? '', context)
  // Nothing here is answered in parts: the schema has neither @defer nor @stream.
  if (answered.body.kind === 'complete') await send(request, response, answered.body.string)
  else response.end()
}

/** Answers at /graphql. Every refusal has the shape of a GraphQL error, with the request's id. */
export const createGraphqlRoom =
  (room: GraphqlRoom) =>
  (request: Admitted, response: ServerResponse): void => {
    const { requestId } = request
    const refuse = (status: number, message: string, code: string): void => {
      if (response.headersSent) response.destroy()
      else {
        // What is still on its way is not waited for.
        if (status === 405) response.setHeader('allow', 'GET, POST, OPTIONS')
        if (!request.complete) response.setHeader('connection', 'close')
        answerJson(response, status, { errors: [{ message, extensions: { code, requestId } }] })
      }
    }
    answer(room, request, response).catch((error: unknown) => {
      if (error instanceof Refusal) refuse(error.status, error.message, 'BAD_REQUEST')
      else if (!request.destroyed || !response.destroyed) {
        room.createContext(requestId, new AbortController().signal).logger.error({ err: error }, 'unexpected failure')
        refuse(500, 'Something went wrong on the server.', 'INTERNAL_SERVER_ERROR')
      }
    })
  }
