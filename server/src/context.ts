import type { Logger } from 'pino'
import type { Db } from '../../graph/db/index.ts'

/** What a request carries through the resolvers. */
export type Context = {
  readonly db: Db
  readonly logger: Logger
  readonly requestId: string
  /** Today as YYYY-MM-DD, the same for the whole request. */
  readonly today: string
  /** Statements sent for this request so far. */
  statements: number
}
