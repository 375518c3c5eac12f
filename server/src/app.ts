/** The HTTP application: API, page, health; the same one the tests use. */
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server'
import { expressMiddleware } from '@as-integrations/express5'
import compression from 'compression'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { rateLimit } from 'express-rate-limit'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Db } from '../../graph/db/index.ts'
import { listMissingSchema } from '../../graph/index.ts'
import type { Config } from './config.ts'
import type { Context } from './context.ts'
import { Execution } from './execution/index.ts'
import { createSchema } from './schema/executable.ts'
import { checkLimits, LIMITS } from './schema/limits.ts'
import { warm, type Asks } from './warm.ts'

export type Dependencies = {
  readonly db: Db
  readonly config: Pick<Config, 'host' | 'isLoopback' | 'rateLimit'> & Partial<Pick<Config, 'isAnswerCacheOn'>>
  readonly logger: Logger
  /** Folder of the built page; without it only the API is served. */
  readonly clientDir?: string | undefined
  readonly clock?: () => Date
}

export type Server = {
  readonly app: Express
  readonly apollo: ApolloServer<Context>
  readonly schema: GraphQLSchema
  readonly createContext: (requestId?: string) => Context
  /** Runs the page's first statements once, so that the first reader does not pay for cold plans; then /readyz says yes. */
  warm(): Promise<void>
  stop(): Promise<void>
}

/** Everything from this server itself, nothing inline, nobody's frame. */
const POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
  "connect-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]'])

type Timed = Request & { requestId: string }

/** Request id and duration of every request; the text of a question never, since it says what somebody looks at. */
const logRequests =
  (logger: Logger) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const id = randomUUID()
    ;(request as Timed).requestId = id
    response.setHeader('x-request-id', id)
    const started = performance.now()
    // Routers below shorten `path` to what they serve.
    const { path } = request
    response.on('finish', () => {
      logger.info(
        {
          requestId: id,
          method: request.method,
          path,
          status: response.statusCode,
          durationMs: Math.round(performance.now() - started),
        },
        'request',
      )
    })
    next()
  }

/** A page of another site whose name was made to point here has that name as its Host. */
const refuseOtherHosts =
  (host: string) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '')
    if (LOOPBACK_NAMES.has(name) || name === host) next()
    else
      response.status(403).json({
        error: `This server answers on loopback only, as localhost or 127.0.0.1; it was asked as "${name.slice(0, 100)}".`,
      })
  }

/** Limits before, the quick way instead of graphql-js where it can, and one line in the log after. */
const answering = (schema: GraphQLSchema): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        if (operation) checkLimits(schema, document, operation, request.variables ?? {})
      },
      async responseForOperation({ document, operation, queryHash = '', request, contextValue }) {
        const { execution } = contextValue
        const data = await execution.answer(
          { document, operation, hash: queryHash, variables: request.variables ?? {} },
          contextValue,
        )
        if (data === null) return null
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { data } },
        }
      },
      async willSendResponse({ response, contextValue, operationName }) {
        const { body } = response
        const { requestId } = contextValue
        const errors = body.kind === 'single' ? (body.singleResult.errors ?? []) : []
        if (body.kind === 'single' && errors.length > 0) {
          body.singleResult.errors = errors.map((error) => ({
            ...error,
            extensions: { ...error.extensions, requestId },
          }))
        }
        contextValue.logger.info(
          {
            requestId,
            operation: operationName,
            statements: contextValue.statements,
            errors: errors.map(({ extensions }) => extensions?.['code']),
          },
          'answered',
        )
      },
    }
  },
})

/** Composes the application; nothing listens yet and the database need not answer. */
export async function createServer({
  db,
  config,
  logger,
  clientDir,
  clock = () => new Date(),
}: Dependencies): Promise<Server> {
  const schema = createSchema()
  let isWarm = false
  let isStopping = false
  const execution = new Execution(schema, db, config)
  const createContext = (requestId: string = randomUUID()): Context => ({
    execution,
    logger: logger.child({ requestId }),
    requestId,
    today: clock().toISOString().slice(0, 10),
    roots: new Map(),
    statements: 0,
  })
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    stopOnTerminationSignals: false,
    plugins: [answering(schema)],
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => logger.warn(message),
      error: (message) => logger.error(message),
    },
    formatError: (formatted, error) => {
      // A fault in a resolver of ours: the caller learns no more than that, the log has the whole.
      if (
        formatted.extensions?.['code'] === 'INTERNAL_SERVER_ERROR' &&
        !(error instanceof GraphQLError && error.originalError === undefined)
      ) {
        logger.error({ err: error }, 'unexpected failure')
        return { ...formatted, message: 'Something went wrong on the server.' }
      }
      return formatted
    },
  })
  await apollo.start()

  const askOnce: Asks = async ({ query, variables }) => {
    try {
      const { body } = await apollo.executeOperation({ query, variables }, { contextValue: createContext() })
      return body.kind === 'single' ? (body.singleResult.data ?? null) : null
    } catch {
      // Stopped while warming, or the database went away: /readyz tells the latter.
      return null
    }
  }

  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.isLoopback ? false : 'loopback')
  app.use(logRequests(logger))
  app.use((_request, response, next) => {
    response.setHeader('content-security-policy', POLICY)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    response.setHeader('cross-origin-opener-policy', 'same-origin')
    response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()')
    next()
  })
  if (config.isLoopback) app.use(refuseOtherHosts(config.host))
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'ok' })
  })
  app.get('/readyz', async (_request, response) => {
    try {
      await db.ping()
      const missing = await listMissingSchema(db)
      const reason =
        missing.length > 0
          ? `The schema is not in place: ${missing.join(', ')}`
          : isWarm
            ? null
            : 'The server is warming up'
      response
        .status(reason === null ? 200 : 503)
        .json(reason === null ? { status: 'ready' } : { status: 'not ready', reason })
    } catch {
      response.status(503).json({ status: 'not ready', reason: 'The database is not answering' })
    }
  })
  app.use(compression())
  app.use(
    rateLimit({
      windowMs: 60_000,
      limit: config.rateLimit,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      skip: ({ ip }) => ip === '127.0.0.1' || ip === '::1' || ip === '::ffff:127.0.0.1',
      handler: (request, response) => {
        response.status(429).json({
          errors: [
            {
              message: `More than ${config.rateLimit} requests in a minute. Wait a minute, or ask for more in one request.`,
              extensions: { code: 'RATE_LIMITED', requestId: (request as Timed).requestId },
            },
          ],
        })
      },
    }),
  )
  if (clientDir !== undefined) {
    const consolePage = join(clientDir, 'console', 'index.html')
    app.get('/graphql', (request, response, next) => {
      // A browser that opens the address gets the console; a program gets the API.
      const wantsPage = request.accepts(['json', 'html']) === 'html' && request.query['query'] === undefined
      if (wantsPage && existsSync(consolePage)) response.sendFile(consolePage)
      else next()
    })
  }
  app.use(
    '/graphql',
    express.json({ limit: '1mb' }),
    (error: Error & { type?: string; status?: number }, request: Request, response: Response, _next: NextFunction) => {
      const message =
        error.type === 'entity.too.large'
          ? 'The request is larger than 1 MB.'
          : 'The body is no JSON. Expected {"query": "…", "variables": {…}}.'
      response
        .status(error.status ?? 400)
        .json({ errors: [{ message, extensions: { code: 'BAD_REQUEST', requestId: (request as Timed).requestId } }] })
    },
    expressMiddleware(apollo, { context: async ({ req }) => createContext((req as unknown as Timed).requestId) }),
  )
  if (clientDir !== undefined) {
    app.use('/assets', express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
    app.use(express.static(clientDir, { cacheControl: true, maxAge: 0 }))
  }
  app.use((request: Request, response: Response) => {
    response
      .status(404)
      .json({ error: `Nothing stands at ${request.path.slice(0, 200)}. The page is at /, the API at /graphql.` })
  })
  app.use((error: Error & { status?: number }, request: Request, response: Response, _next: NextFunction) => {
    const status = error.status ?? 500
    if (status >= 500) logger.error({ err: error, requestId: (request as Timed).requestId }, 'unexpected failure')
    response.status(status).json({
      error: status >= 500 ? 'Something went wrong on the server.' : 'Nothing stands here.',
      requestId: (request as Timed).requestId,
    })
  })

  return {
    app,
    apollo,
    schema,
    createContext,
    async warm() {
      const later = await warm(schema, clientDir, askOnce)
      isWarm = true
      void (async () => {
        for (const question of later) if (!isStopping) await askOnce(question)
      })()
    },
    stop: async () => {
      isStopping = true
      await apollo.stop()
    },
  }
}
