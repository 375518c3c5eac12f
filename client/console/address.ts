/**
 * The console's address: `/graphql#/{language}?query=…&variables=…`. The question stands in the fragment, which no browser
 * sends: what somebody asks reaches the server's log as little as what somebody looks at.
 */
import { parse } from 'graphql'
import { languageOf, splitFragment, toSearchParams, type Language } from '../src/routes/paths.ts'

export type Asked = { readonly query: string; readonly variables: string }

/** What an address asks; null where it asks nothing. */
export function readAsked(fragment: string): Asked | null {
  const { query } = splitFragment(fragment)
  const text = query.get('query')
  return text === null ? null : { query: text, variables: query.get('variables') ?? '' }
}

/** What an address in the manner of GraphQL over HTTP asks (`/graphql?query=…`), as other tools write it; null where it asks nothing. */
export function readSearch(search: string): Asked | null {
  const query = new URLSearchParams(search).get('query')
  return query === null ? null : { query, variables: new URLSearchParams(search).get('variables') ?? '' }
}

export const readLanguage = (fragment: string, fallback: Language): Language => languageOf(fragment) ?? fallback

export function formatFragment(language: Language, asked: Asked): string {
  return `#/${language}?${toSearchParams(asked).toString()}`
}

/**
 * Whether a question that came with an address may be asked by itself: only one that reads. A change that somebody else
 * wrote into a link must not be made because its owner opened it.
 */
export function onlyReads(query: string): boolean {
  try {
    return parse(query).definitions.every((one) => one.kind !== 'OperationDefinition' || one.operation === 'query')
  } catch {
    // The server says what is wrong with it, and does nothing.
    return true
  }
}
