/** Turns failures into what a caller is told. Nothing else in the server chooses an error code. */
import { GraphQLError } from 'graphql'
import type { Access } from './http/owner.ts'
import { LIMITS } from './schema/limits.ts'

/** Every code of ours with what it means to a caller; `docs/api.md` lists them. */
export const ERROR_CODES = {
  BAD_USER_INPUT: 'an argument or a variable is wrong; `argument` names it, and the message what was expected',
  FORBIDDEN: "only the owner may change things, and only from this server's own page or a program; see `npm run owner`",
  LIMIT_EXCEEDED: 'the question is larger than the server answers; `limit`, `allowed` and `asked` say by how much',
  UNAVAILABLE: 'the database is not answering; with `isRetryable: true` the same question will do in a moment',
  TIMED_OUT: 'the statement ran longer than the server allows and was ended; ask for less at a time',
  MEMORY_EXCEEDED:
    'the statement needed more memory than the database has to give; ask for less at a time, or again when it is less busy',
  CANCELLED: 'the client left before its answer was there',
  RATE_LIMITED: 'too many requests in a minute (status 429); the header `Retry-After` says when to ask again',
  BAD_REQUEST: 'the request is none of GraphQL over HTTP: its method, its type, its body',
  GRAPHQL_PARSE_FAILED: 'the text is no GraphQL; `locations` say where',
  GRAPHQL_VALIDATION_FAILED: 'the schema has no such field, argument, type or value; `locations` say where',
  OPERATION_RESOLUTION_FAILURE: 'the document holds no operation of the name given, or several and no name was given',
  INTERNAL_SERVER_ERROR: 'a fault of the server, logged whole under the `requestId` of the answer',
} as const

export type ErrorCode = keyof typeof ERROR_CODES

/** A wrong argument: says which, what was given, and what is expected. */
export function badInput(argument: string, message: string): GraphQLError {
  return new GraphQLError(`${argument}: ${message}`, {
    extensions: { code: 'BAD_USER_INPUT' satisfies ErrorCode, argument },
  })
}

/**
 * A question larger than the server answers: says which limit, its value and the question's; `asked` is null where the
 * counting ended at the limit.
 */
export function limitExceeded(limit: string, allowed: number, asked: number | null): GraphQLError {
  return new GraphQLError(
    `The query exceeds the limit on ${limit}: ${asked === null ? `more than ${allowed}` : asked} asked, ${allowed} allowed.`,
    // Refused before it is executed, as a query of wrong syntax is.
    { extensions: { code: 'LIMIT_EXCEEDED' satisfies ErrorCode, limit, allowed, asked, http: { status: 400 } } },
  )
}

/** For whatever changes the graph: throws FORBIDDEN where the request may not. */
export function requireOwner({ access }: { readonly access: Access }): void {
  if (access.refusal === null) return
  throw new GraphQLError(access.refusal.error, { extensions: { code: 'FORBIDDEN' satisfies ErrorCode } })
}

/** The client left before its answer was there. */
export const cancelled = (): GraphQLError =>
  new GraphQLError('The request was cancelled.', { extensions: { code: 'CANCELLED' satisfies ErrorCode } })

/** Longest message to a caller: it may hold what was sent. The cause stands at its beginning and at its end. */
const MAX_MESSAGE = 600
/** A value in a message that is too long is cut after this. */
const MAX_QUOTED = 80

/**
 * An error as a caller reads it: no names of the schema that were not asked for, and not more of what was sent than shows
 * which value is meant. graphql-js names its own limit on introspection without the value.
 */
export function worded<Formatted extends { readonly message: string }>(error: Formatted): Formatted {
  if (error.message === 'Maximum introspection depth exceeded') {
    const { message, extensions } = limitExceeded('lists of fields, arguments or types in introspection', 2, null)
    const { http: _http, ...told } = extensions
    return { ...error, message, extensions: told }
  }
  let message = error.message.replace(/ ?Did you mean [^?]{1,300}\?$/, '')
  if (message.length > MAX_MESSAGE)
    message = message
      .split('"')
      .map((part) => (part.length > MAX_QUOTED ? `${part.slice(0, MAX_QUOTED)} …` : part))
      .join('"')
  if (message.length <= MAX_MESSAGE) return { ...error, message }
  return { ...error, message: `${message.slice(0, MAX_MESSAGE / 2)} … ${message.slice(-MAX_MESSAGE / 2)}` }
}

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
      message: `The question took longer than the server allows (${LIMITS.statementMs / 1_000} s). Ask for less at a time.`,
      isRetryable: false,
    }
  }
  // Transient by name: others may have held what was missing. A question that is too large fails again.
  if (code.includes('OutOfMemory')) {
    return {
      code: 'MEMORY_EXCEEDED',
      message:
        'The question needs more memory than the database has to give. Ask for less at a time, or again when it is less busy.',
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
