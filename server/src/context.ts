import type { Logger } from 'pino'
import type { Execution } from './execution/index.ts'

/** What a request carries through the resolvers. */
export type Context = {
  readonly execution: Execution
  readonly logger: Logger
  readonly requestId: string
  /** Today as YYYY-MM-DD, the same for the whole request. */
  readonly today: string
  /** Root fields read already, by response key. */
  readonly roots: Map<string, Promise<unknown>>
  /** Statements sent for this request so far. */
  statements: number
}
