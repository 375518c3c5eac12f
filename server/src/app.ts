/** The HTTP application: API, page, health; the same one the tests use. */
import { ApolloServer, HeaderMap, type ApolloServerPlugin } from '@apollo/server'
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled'
import compression from 'compression'
import express, { type NextFunction, type Request, type Response } from 'express'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { IncomingMessage, RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Db } from '../../graph/db/index.ts'
import { isRestoreUnfinished, listMissingSchema } from '../../graph/index.ts'
import type { Config } from './config.ts'
import { logAnswer, type Context } from './context.ts'
import { worded } from './errors.ts'
import { Execution } from './execution/index.ts'
import { createExportRoutes } from './export/routes.ts'
import { createDoor, type Admitted } from './http/door.ts'
import { createGraphqlRoom } from './http/graphql.ts'
import { RepeatedQuestions } from './http/repeated.ts'
import { createOwnerRoutes, NO_ACCESS, Owner, type Access } from './http/owner.ts'
import type { ImporterStart } from './import/importer.ts'
import { ImportJobs } from './import/jobs.ts'
import { createImportRoutes } from './import/routes.ts'
import { createSchema } from './schema/executable.ts'
import { Admission, PARSING } from './schema/admission.ts'
import { warm, type Asks } from './warm.ts'

export type Dependencies = {
  readonly db: Db
  readonly config: Pick<Config, 'host' | 'isLoopback' | 'rateLimit'> &
    Partial<Pick<Config, 'isAnswerCacheOn' | 'dataDir' | 'embedOrigins'>>
  readonly logger: Logger
  /** How a process that imports is started; without it nothing can be imported. */
  readonly importer?: ImporterStart | undefined
  /** Folder of the built page; without it only the API is served. */
  readonly clientDir?: string | undefined
  readonly clock?: () => Date
  /** Milliseconds within which the body of a question has to arrive; see LIMITS. */
  readonly bodyMs?: number
  /** An export ends when nothing moved for this long; tests set it. */
  readonly stallMs?: number
}

export type Server = {
  /** Answers every request. */
  readonly listener: RequestListener
  readonly apollo: ApolloServer<Context>
  readonly schema: GraphQLSchema
  readonly createContext: (requestId?: string, signal?: AbortSignal, access?: Access) => Context
  /** Runs the page's first statements once, so that the first reader does not pay for cold plans; then /readyz says yes. */
  warm(): Promise<void>
  stop(): Promise<void>
}

/** Mistakes of one query that are told; the rest is said to be more. */
const MAX_MISTAKES = 10

/** Limits before, the quick way instead of graphql-js where it can, and one line in the log after. */
const answering = (admission: Admission): ApolloServerPlugin<Context> => ({
  async requestDidStart() {
    let refusal: GraphQLError | null = null
    return {
      async didResolveSource(asked) {
        asked.contextValue.record.isWellFormed = true
        // Thrown with the operation: what is thrown here would be taken for a fault of the server.
        refusal = admission.refuseText(asked.source, asked.queryHash)
      },
      async didResolveOperation({ document, operation, request, queryHash }) {
        if (refusal !== null) throw refusal
        if (operation) admission.check(document, operation, queryHash, request.variables ?? {})
      },
      async responseForOperation({ document, operation, queryHash = '', request, contextValue }) {
        const { execution } = contextValue
        // Nothing goes by the name asked for: graphql-js says so.
        if (operation === undefined || contextValue.record.isLeft) return null
        const known = { document, operation, hash: queryHash }
        const data = await execution.answer({ ...known, variables: request.variables ?? {} }, contextValue)
        if (data === null) return null
        contextValue.record.answered = known
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
        logAnswer(
          contextValue,
          operationName ?? null,
          errors.map(({ extensions }) => extensions?.['code']),
        )
      },
    }
  },
})

const momentOf = (now: Date) => ({ now, today: now.toISOString().slice(0, 10) })

/** Composes the application; nothing listens yet and the database need not answer. */
export async function createServer({
  db,
  config,
  logger,
  importer,
  clientDir,
  clock = () => new Date(),
  bodyMs,
  stallMs,
}: Dependencies): Promise<Server> {
  const schema = createSchema()
  let isWarm = false
  let isStopping = false
  const execution = new Execution(schema, db, config)
  const owner = new Owner(config.dataDir ?? null)
  const createContext = (
    requestId: string = randomUUID(),
    signal?: AbortSignal,
    access: Access = NO_ACCESS,
  ): Context => ({
    execution,
    logger: logger.child({ requestId }),
    requestId,
    access,
    ...momentOf(clock()),
    roots: new Map(),
    signal,
    record: { isWellFormed: false, statements: 0, answered: null, isLeft: false },
  })
  const admission = new Admission(schema)
  const apollo = new ApolloServer<Context>({
    schema,
    introspection: true,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    // Nobody stores anything here; kept documents are found by their text.
    persistedQueries: false,
    parseOptions: PARSING,
    // A list of a hundred mistakes helps nobody, and costs as much to find.
    validationOptions: { maxErrors: MAX_MISTAKES, hideSuggestions: true },
    stopOnTerminationSignals: false,
    documentStore: admission.documents,
    // Apollo's own page would ask other hosts for its parts.
    plugins: [answering(admission), ApolloServerPluginLandingPageDisabled()],
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
      return worded(formatted)
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
  app.disable('etag')
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
          : (await isRestoreUnfinished(db))
            ? 'A restore is under way or was cut off: the graph holds a part'
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
  app.use(createOwnerRoutes(owner))
  const jobs =
    config.dataDir === undefined || importer === undefined
      ? null
      : new ImportJobs({ db, dataDir: config.dataDir, logger, importer })
  if (jobs !== null) app.use(createImportRoutes({ db, owner, jobs, logger }))
  app.use(compression())
  app.use(createExportRoutes({ db, schema, logger, clock, stallMs }))
  const consolePage = join(clientDir ?? '', 'console', 'index.html')
  const hasConsole = clientDir !== undefined && existsSync(consolePage)
  app.get('/graphql', (_request, response) => {
    response.sendFile(consolePage)
  })
  if (clientDir !== undefined) {
    app.use('/assets', express.static(join(clientDir, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }))
    app.use(express.static(clientDir, { cacheControl: true, maxAge: 0 }))
  }
  app.use((request: Request, response: Response) => {
    response.status(404).json({
      error: `Nothing stands at ${request.path.slice(0, 200)}. The page is at /, the API at /graphql.`,
      code: 'NOT_FOUND',
      requestId: (request as Request & Admitted).requestId,
    })
  })
  app.use((error: Error & { status?: number }, request: Request, response: Response, _next: NextFunction) => {
    const status = error.status ?? 500
    if (status >= 500)
      logger.error({ err: error, requestId: (request as Request & Admitted).requestId }, 'unexpected failure')
    response.status(status).json({
      error: status >= 500 ? 'Something went wrong on the server.' : 'Nothing stands here.',
      requestId: (request as Request & Admitted).requestId,
    })
  })

  return {
    listener: createDoor({
      config,
      logger,
      rooms: {
        api: createGraphqlRoom({
          apollo,
          repeated: new RepeatedQuestions(admission),
          createContext,
          accessOf: (request) => owner.accessOf(request),
          bodyMs,
        }),
        page: app,
        // A browser that opens /graphql gets the console; a program gets the API.
        isForPerson: ({ method, headers }: IncomingMessage) =>
          hasConsole && (method === 'GET' || method === 'HEAD') && (headers.accept ?? '').startsWith('text/html'),
      },
    }),
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
      await jobs?.close()
      await apollo.stop()
    },
  }
}
