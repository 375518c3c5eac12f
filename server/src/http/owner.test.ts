import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { requireOwner } from '../errors.ts'
import { NO_ACCESS, Owner } from './owner.ts'

const DAY_MS = 86_400_000
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'followthrough-owner-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const tokenOf = (link: string): string => link.slice(link.lastIndexOf('/') + 1)
const asked = (headers: Record<string, string>, remoteAddress = '10.0.0.9'): IncomingMessage =>
  ({ headers: { host: 'localhost:4000', ...headers }, socket: { remoteAddress } }) as unknown as IncomingMessage

/** A browser that opened the link: its Cookie header. */
function signIn(owner: Owner): string {
  const session = owner.enter(tokenOf(owner.link('http://localhost:4000')))
  if (session === null) throw new Error('Expected a session')
  return `${session.cookie}=${session.value}`
}

test('a link makes one browser the owner’s, once', () => {
  const owner = new Owner(folder)
  const link = owner.link('http://localhost:4000')
  expect(link).toMatch(/^http:\/\/localhost:4000\/owner\/[\w-]{43}$/)
  const session = owner.enter(tokenOf(link))
  expect(owner.isOwner(asked({ cookie: `other=1; ${session?.cookie ?? ''}=${session?.value ?? ''}` }))).toBe(true)
  expect(owner.enter(tokenOf(link))).toBeNull()
})

test('a wrong token does not use the link up; a new link takes the place of the one before', () => {
  const owner = new Owner(folder)
  const [first, second] = [owner.link(''), owner.link('')].map(tokenOf)
  expect(owner.enter('')).toBeNull()
  expect(owner.enter('x'.repeat(43))).toBeNull()
  expect(owner.enter(first ?? '')).toBeNull()
  expect(owner.enter(second ?? '')).not.toBeNull()
})

test('a link is worth nothing after a day, a session after a month', () => {
  let now = 0
  const owner = new Owner(folder, () => now)
  const token = tokenOf(owner.link(''))
  now = DAY_MS
  expect(owner.enter(token)).toBeNull()
  const cookie = signIn(owner)
  now += 30 * DAY_MS - 1
  expect(owner.isOwner(asked({ cookie }))).toBe(true)
  now += 1
  expect(owner.isOwner(asked({ cookie }))).toBe(false)
})

test('a link made by a command serves a running server; sessions outlive it; signing out is known to all', () => {
  const running = new Owner(folder)
  const cookie = signIn(running)
  const session = running.enter(tokenOf(new Owner(folder).link('')))
  expect(session).not.toBeNull()
  expect(new Owner(folder).isOwner(asked({ cookie }))).toBe(true)
  running.leave(asked({ cookie }))
  expect(running.isOwner(asked({ cookie }))).toBe(false)
  const other = `${session?.cookie ?? ''}=${session?.value ?? ''}`
  expect(running.isOwner(asked({ cookie: other }))).toBe(true)
  new Owner(folder).leave('all')
  expect(running.isOwner(asked({ cookie: other }))).toBe(false)
})

test('two folders have cookies of different names; without a folder nobody is the owner', () => {
  const other = mkdtempSync(join(tmpdir(), 'followthrough-owner-'))
  try {
    const cookies = [signIn(new Owner(folder)), signIn(new Owner(other))]
    expect(cookies[0]?.split('=')[0]).not.toBe(cookies[1]?.split('=')[0])
    expect(new Owner(folder).isOwner(asked({ cookie: cookies[1] ?? '' }))).toBe(false)
    expect(new Owner(null).isOwner(asked({ cookie: cookies[0] ?? '' }))).toBe(false)
    expect(new Owner(null).enter(tokenOf(new Owner(null).link('')))).toBeNull()
  } finally {
    rmSync(other, { recursive: true, force: true })
  }
})

test('neither token nor cookie stands on disk, and nobody else can read the files', () => {
  const owner = new Owner(folder)
  const value = signIn(owner).split('=')[1] ?? ''
  const token = tokenOf(owner.link(''))
  const files = readdirSync(folder)
  expect(files.sort()).toEqual(['owner-link.json', 'owner-sessions.json'])
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text.includes(value) || text.includes(token)).toBe(false)
    expect(statSync(join(folder, file)).mode & 0o077).toBe(0)
  }
})

describe('what a request may do', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['a program that is no browser', {}, true],
    ['the page itself', { 'sec-fetch-site': 'same-origin', origin: 'http://localhost:4000' }, true],
    ['the page, in an older browser', { origin: 'http://localhost:4000' }, true],
    [
      'the page behind a proxy that changes the host',
      { 'sec-fetch-site': 'same-origin', origin: 'https://a.org' },
      true,
    ],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, false],
    ['another server on this machine', { 'sec-fetch-site': 'same-site', origin: 'http://localhost:4001' }, false],
    ['another site, in an older browser', { origin: 'https://evil.example' }, false],
    ['another port, in an older browser', { origin: 'http://localhost:4001' }, false],
    ['a sandboxed frame', { origin: 'null' }, false],
    ['a proxy’s word from another machine', { origin: 'https://a.org', 'x-forwarded-host': 'a.org' }, false],
  ])('%s', (_name, headers, mayWrite) => {
    const owner = new Owner(folder)
    const access = owner.accessOf(asked({ ...headers, cookie: signIn(owner) }))
    expect(access.isOwner).toBe(true)
    expect(access.refusal === null).toBe(mayWrite)
  })
  test('a proxy on this machine is believed', () => {
    const owner = new Owner(folder)
    const headers = { origin: 'https://a.org', 'x-forwarded-host': 'a.org', cookie: signIn(owner) }
    expect(owner.accessOf(asked(headers, '127.0.0.1')).refusal).toBeNull()
  })
  test('others may change nothing, in the API either', () => {
    expect(new Owner(folder).accessOf(asked({ cookie: 'followthrough-owner-00000000=x' }))).toBe(NO_ACCESS)
    expect(() => requireOwner({ access: NO_ACCESS })).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/npm run owner/) as string,
        extensions: { code: 'FORBIDDEN' },
      }),
    )
  })
})
