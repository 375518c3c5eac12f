import { Client, cacheExchange, fetchExchange } from '@urql/core'

/** The page's only door to the API: the server that served it. POST always, since a GET would write questions into logs. */
export function createClient(): Client {
  return new Client({ url: '/graphql', exchanges: [cacheExchange, fetchExchange], preferGetMethod: false })
}
