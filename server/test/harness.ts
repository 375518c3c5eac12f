/** What integration tests share: an emptied test database, and questions asked as a client asks them. */
import { execute, getOperationAST, parse } from 'graphql'
import pino from 'pino'
import type { Db } from '../../graph/db/index.ts'
import { createServer, type Server } from '../src/app.ts'
import type { Access } from '../src/http/owner.ts'

export { empty, loadCambodia, openTestDb } from '../../graph/test/database.ts'

export type Answer = {
  readonly data: Record<string, unknown> | null
  readonly errors: readonly { message: string; extensions: Record<string, unknown> }[]
  /** Statements sent to the database for it. */
  readonly statements: number
}

export const TODAY = '2026-11-24'

/** `access`: what the request may do; nobody's unless given. */
type Asks<Result> = (query: string, variables?: Record<string, unknown>, access?: Access) => Promise<Result>

export type TestServer = {
  readonly server: Server
  readonly ask: Asks<Answer>
  /** The same question the quick way and by graphql-js, as text: the order of the keys counts. */
  readonly completeBoth: Asks<{ readonly quick: string; readonly standard: string }>
}

export async function openTestServer(
  db: Db,
  { isAnswerCacheOn = false }: { isAnswerCacheOn?: boolean } = {},
): Promise<TestServer> {
  const server = await createServer({
    db,
    config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600, isAnswerCacheOn },
    logger: pino({ level: 'silent' }),
    clock: () => new Date(`${TODAY}T12:00:00Z`),
  })
  return {
    server,
    completeBoth: async (query, variables = {}) => {
      const document = parse(query)
      const operation = getOperationAST(document)
      if (!operation) throw new Error('Expected one operation')
      const context = server.createContext()
      const quick = await context.execution.answer({ document, operation, hash: query, variables }, context)
      const standard = await execute({
        schema: server.schema,
        document,
        variableValues: variables,
        contextValue: server.createContext(),
      })
      return { quick: JSON.stringify(quick), standard: JSON.stringify(standard.data) }
    },
    ask: async (query, variables = {}, access = undefined) => {
      let statements = 0
      const off = db.onStatement(() => {
        statements += 1
      })
      const { body } = await server.apollo.executeOperation(
        { query, variables },
        { contextValue: server.createContext(undefined, undefined, access) },
      )
      off()
      if (body.kind !== 'single') throw new Error('Expected one answer')
      const { data, errors } = body.singleResult
      return {
        data: (data as Record<string, unknown> | null | undefined) ?? null,
        errors: (errors ?? []) as unknown as Answer['errors'],
        statements,
      }
    },
  }
}
