/** The GraphQL-over-HTTP specification's own audits (package graphql-http) against the running server. */
import { serverAudits } from 'graphql-http'
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { openTestDb, openTestServer, type TestServer } from './harness.ts'

let db: Db
let running: TestServer
let http: HttpServer
let url = ''
beforeAll(async () => {
  db = await openTestDb()
  running = await openTestServer(db)
  http = createHttpServer(running.server.listener)
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`
})
afterAll(async () => {
  http.closeAllConnections()
  await new Promise((resolve) => http.close(resolve))
  await running.server.stop()
  await db.close()
})

describe('the audits of GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => url })
  test('there are audits of each kind', () => {
    expect(new Set(audits.map(({ name }) => name.split(' ')[0]))).toEqual(new Set(['MUST', 'SHOULD', 'MAY']))
  })
  // What a server MAY do is its own choice: forms and GET without a header are refused, for the sake of other sites' pages.
  const binding = audits.filter(({ name }) => !name.startsWith('MAY'))
  test.each(binding.map((audit) => [`${audit.id} ${audit.name}`, audit] as const))('%s', async (_name, audit) => {
    const result = await audit.fn()
    expect(result.status === 'ok' ? 'ok' : result.reason).toBe('ok')
  })
})
