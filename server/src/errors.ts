/** Turns failures into what a caller is told. Nothing else in the server chooses an error code. */
import { GraphQLError } from 'graphql'

export type ErrorCode =
  'BAD_USER_INPUT' | 'LIMIT_EXCEEDED' | 'UNAVAILABLE' | 'TIMED_OUT' | 'CANCELLED' | 'INTERNAL_SERVER_ERROR'

/** A wrong argument: says which, what was given, and what is expected. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`${argument}: ${message}`, {
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument },
  })
}

/** A question larger than the server answers: says which limit, its value and the question's. */
export function limitExceeded(limit: string, allowed: number, asked: number): GraphQLError {
  return new GraphQLError(`The query exceeds the limit on ${limit}: ${asked} asked, ${allowed} allowed.`, {
    extensions: { code: 'LIMIT_EXCEEDED' satisfies ErrorCode, limit, allowed, asked },
  })
}

/** The client left before its answer was there. */
export const cancelled = (): GraphQLError =>
  new GraphQLError('The request was cancelled.', { extensions: { code: 'CANCELLED' satisfies ErrorCode } })

const codeOf = (error: unknown): string => {
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? code : ''
}

/** What a driver's error means for a caller; null where it means a fault of ours. */
export function fromDriver(error: unknown): { code: ErrorCode; message: string; isRetryable: boolean } | null {
  const code = codeOf(error)
  if (
    code.startsWith('Neo.ClientError.Transaction.TransactionTimedOut') ||
    code.includes('TransactionTimedOutClientConfiguration')
  ) {
    return {
      code: 'TIMED_OUT',
      message: 'The question took longer than the server allows. Ask for less at a time.',
      isRetryable: false,
    }
  }
  if (
    ['ServiceUnavailable', 'SessionExpired', 'N/A'].includes(code) ||
    code.startsWith('Neo.TransientError') ||
    code.includes('DatabaseUnavailable')
  ) {
    return { code: 'UNAVAILABLE', message: 'The database is not answering. Try again in a moment.', isRetryable: true }
  }
  if (code.startsWith('Neo.ClientError.Security')) {
    return { code: 'UNAVAILABLE', message: "The database refuses this server's credentials.", isRetryable: false }
  }
  return null
}
