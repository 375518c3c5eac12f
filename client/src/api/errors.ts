import type { CombinedError } from '@urql/core'

/** What went wrong, sorted by what a person can do about it. `message` is the server's own, in English. */
export type ApiError = {
  readonly kind: 'offline' | 'unavailable' | 'badInput' | 'limit' | 'unexpected'
  readonly message: string
  readonly requestId: string | null
}

const KIND_OF_CODE: Record<string, ApiError['kind']> = {
  BAD_USER_INPUT: 'badInput',
  GRAPHQL_VALIDATION_FAILED: 'badInput',
  LIMIT_EXCEEDED: 'limit',
  RATE_LIMITED: 'limit',
  UNAVAILABLE: 'unavailable',
  TIMED_OUT: 'unavailable',
}

export function toApiError(error: CombinedError): ApiError {
  const [first] = error.graphQLErrors
  if (first === undefined) return { kind: 'offline', message: error.message, requestId: null }
  const code = first.extensions['code']
  const requestId = first.extensions['requestId']
  return {
    kind: (typeof code === 'string' ? KIND_OF_CODE[code] : undefined) ?? 'unexpected',
    message: first.message,
    requestId: typeof requestId === 'string' ? requestId : null,
  }
}
