/** The owner's link as a browser and curl follow it, over real sockets. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../graph/db/index.ts'
import { Owner } from '../src/http/owner.ts'
import { openTestDb } from './harness.ts'
import { closeAll, runOverHttp, type Running } from './over-http.ts'

let db: Db
let dataDir: string
let running: Running
beforeAll(async () => {
  db = await openTestDb()
  dataDir = await mkdtemp(join(tmpdir(), 'followthrough-owner-'))
  running = await runOverHttp({ db, config: { host: '127.0.0.1', isLoopback: true, rateLimit: 600, dataDir } })
})
afterAll(async () => {
  await closeAll()
  await rm(dataDir, { recursive: true, force: true })
  await db.close()
})

const newLink = (): string => new Owner(dataDir).link('')
const isOwner = async (headers: Record<string, string> = {}): Promise<unknown> =>
  (JSON.parse((await running.send('/owner', { headers })).body) as { isOwner: unknown }).isOwner

test('the link works once, leaves a cookie no script reads, and leads to the page of imports', async () => {
  const link = newLink()
  expect(await isOwner()).toBe(false)
  // Looking ahead does not use it up.
  expect((await running.send(link, { method: 'HEAD' })).status).toBe(410)
  const first = await running.send(link, { headers: { 'accept-language': 'km-KH,en;q=0.5' } })
  expect([first.status, first.headers.location]).toEqual([303, '/#/km/KHM/import'])
  const set = first.headers['set-cookie']?.[0] ?? ''
  expect(set).toMatch(
    /^followthrough-owner-[0-9a-f]{8}=[\w-]{43}; Max-Age=2592000; Path=\/; .*HttpOnly; SameSite=Strict$/,
  )
  const cookie = set.split(';')[0] ?? ''
  expect(await isOwner({ cookie })).toBe(true)

  const second = await running.send(link, { headers: { accept: 'application/json' } })
  expect([second.status, JSON.parse(second.body)]).toEqual([
    410,
    {
      code: 'GONE',
      error: expect.stringContaining('npm run owner') as string,
      requestId: expect.any(String) as string,
    },
  ])
  expect(second.headers['set-cookie']).toBeUndefined()
  expect(running.log.join('')).not.toContain(link.slice(7))
})

test('another site’s page can do nothing with the cookie; signing out forgets it', async () => {
  const set = (await running.send(newLink())).headers['set-cookie']?.[0] ?? ''
  const cookie = set.split(';')[0] ?? ''
  for (const headers of [{}, { cookie, origin: 'https://evil.example' }, { cookie, 'sec-fetch-site': 'cross-site' }]) {
    const refused = await running.send('/owner', { method: 'DELETE', headers: headers as Record<string, string> })
    expect([refused.status, refused.body]).toEqual([403, expect.stringContaining('"code":"FORBIDDEN"')])
  }
  expect(await isOwner({ cookie })).toBe(true)
  expect((await running.send('/owner', { method: 'DELETE', headers: { cookie } })).status).toBe(200)
  expect(await isOwner({ cookie })).toBe(false)
})
