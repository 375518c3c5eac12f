import type { Logger } from 'pino'
import type { Execution } from './execution/index.ts'
import type { Access } from './http/owner.ts'
import type { KnownOperation } from './http/repeated.ts'

/** What a request carries through the resolvers. */
export type Context = {
  readonly execution: Execution
  readonly logger: Logger
  readonly requestId: string
  /** Whether the owner asks, and whether the request may change anything; a mutation calls `requireOwner` (errors.ts). */
  readonly access: Access
  /** The moment of the request. */
  readonly now: Date
  /** Today as YYYY-MM-DD, the same for the whole request. */
  readonly today: string
  /** Root fields read already, by response key. */
  readonly roots: Map<string, Promise<unknown>>
  /** Aborted when the client leaves: what still runs for it is ended in the database. */
  readonly signal: AbortSignal | undefined
  /** What becomes of the request; Apollo copies the context, and this stays one. */
  readonly record: {
    /** Whether it was a question, right or wrong, and not something else. */
    isWellFormed: boolean
    /** Statements sent for it so far. */
    statements: number
    /** What the quick way answered. */
    answered: KnownOperation | null
    /** Whether the quick way has left it to graphql-js, which is not to be tried twice. */
    isLeft: boolean
  }
}

/** The line in the log of a question that was answered; never its text, which says what somebody looks at. */
export const logAnswer = (
  { logger, requestId, record }: Context,
  operationName: string | null,
  errors: readonly unknown[] = [],
): void => logger.info({ requestId, operation: operationName, statements: record.statements, errors }, 'answered')
