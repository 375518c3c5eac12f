/** The one bridge from urql's results to runes. */
import type { AnyVariables, Client, TypedDocumentNode } from '@urql/core'
import { getContext, setContext } from 'svelte'
import { createClient } from './client.ts'
import { toApiError, type ApiError } from './errors.ts'

const KEY = Symbol('api')

export function provideClient(): Client {
  return setContext(KEY, createClient())
}

export function useClient(): Client {
  return getContext<Client>(KEY)
}

export type Query<Data> = {
  /** The latest answer; while new variables load, still the answer to the old ones. Undefined before the first. */
  readonly data: Data | undefined
  readonly error: ApiError | null
  readonly isLoading: boolean
  /** Asks again, past the cache. */
  readonly retry: () => void
}

/**
 * Asks a question and asks again whenever its variables change; an overtaken request is cancelled.
 * `variables` returning null asks nothing. Call it while a component is being set up.
 */
export function createQuery<Data, Variables extends AnyVariables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: () => Variables | null,
): Query<Data> {
  const client = useClient()
  let data = $state.raw<Data>()
  let error = $state.raw<ApiError | null>(null)
  let isLoading = $state(true)
  let attempt = $state(0)
  // Compared as text, so that an equal set of variables in a new object asks nothing anew.
  const wanted = $derived(JSON.stringify(variables()))

  $effect(() => {
    const asked = JSON.parse(wanted) as Variables | null
    if (asked === null) {
      isLoading = false
      return
    }
    isLoading = true
    const { unsubscribe } = client
      .query(document, asked, { requestPolicy: attempt > 0 ? 'network-only' : 'cache-first' })
      .subscribe((result) => {
        error = result.error === undefined ? null : toApiError(result.error)
        // A partial answer is shown beside its error rather than thrown away.
        if (result.data !== undefined && result.data !== null) data = result.data
        isLoading = false
      })
    return unsubscribe
  })

  return {
    get data() {
      return data
    },
    get error() {
      return error
    },
    get isLoading() {
      return isLoading
    },
    retry: () => {
      attempt += 1
    },
  }
}
