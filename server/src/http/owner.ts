/**
 * Who may change things: the owner, that is the person who started the server. `npm start` and `npm run owner` print a link
 * that makes one browser (or one curl) theirs. Whatever writes asks here and nowhere else; accounts and roles will change
 * this file alone. Reading stays open.
 *
 * Link and sessions lie in DATA_DIR, only as hashes, so that a command can make a link for a running server, and several
 * servers on one folder know the same browsers.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import express, { type Router } from 'express'
import { answerJson, isFromThisMachine, type Admitted } from './door.ts'

const HOUR_MS = 3_600_000
/** A link stands in a terminal, and in the logs of whoever keeps them: unused, it is worth nothing after a day. */
const LINK_MS = 24 * HOUR_MS
/** A browser stays the owner's for a month. */
const SESSION_MS = 30 * 24 * HOUR_MS
/** Browsers remembered at once; the oldest is forgotten. */
const MAX_SESSIONS = 20

/** Why a request may not change anything, fit for an answer. */
export type Refusal = { readonly status: 403; readonly code: 'FORBIDDEN'; readonly error: string }
/** What a request may do; part of every GraphQL context. */
export type Access = {
  /** The owner asks: may see what is not for everybody. */
  readonly isOwner: boolean
  /** Null where the request may change things: the owner's, and not sent by another site's page. */
  readonly refusal: Refusal | null
}

type Kept = { readonly hash: string; readonly until: number }
type Sessions = { readonly cookie: string; readonly sessions: readonly Kept[] }

const refusal = (error: string): Refusal => ({ status: 403, code: 'FORBIDDEN', error })
const NOT_OWNER = refusal(
  'Only the owner, the person who started the server, may do this. Open the link that npm start printed, or run npm run owner on that machine for a new one.',
)
/** Of a request that nobody sent, as in tests and in the warming up. */
export const NO_ACCESS: Access = { isOwner: false, refusal: NOT_OWNER }

const secret = (): string => randomBytes(32).toString('base64url')
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')
const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

function isKept(value: unknown): value is Kept {
  const { hash, until } = (value ?? {}) as Partial<Record<keyof Kept, unknown>>
  return typeof hash === 'string' && typeof until === 'number'
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Whole or not at all, and for nobody else's eyes. */
function writeJson(folder: string, file: string, value: unknown): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const partial = `${file}.${process.pid}`
  writeFileSync(partial, JSON.stringify(value), { mode: 0o600 })
  renameSync(partial, file)
}

function cookieOf({ headers }: IncomingMessage, name: string): string | null {
  for (const pair of (headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

const headerOf = (request: IncomingMessage, name: string): string | undefined => {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}

/**
 * Whether the page of another site sent the request. A browser says so itself (Sec-Fetch-Site), an older one names the page's
 * origin; a program that is no browser says neither, and nobody can make it send a cookie unasked.
 */
function isFromElsewhere(request: IncomingMessage): boolean {
  const site = headerOf(request, 'sec-fetch-site')
  if (site !== undefined) return site !== 'same-origin'
  const origin = headerOf(request, 'origin')
  if (origin === undefined) return false
  const host = (isFromThisMachine(request) ? headerOf(request, 'x-forwarded-host') : undefined) ?? request.headers.host
  return origin !== `http://${host ?? ''}` && origin !== `https://${host ?? ''}`
}

export class Owner {
  readonly #folder: string | null
  readonly #now: () => number
  #known: Sessions | null = null
  #knownVersion = ''

  /** Without a data folder nobody is the owner. */
  constructor(dataDir: string | null, now: () => number = Date.now) {
    this.#folder = dataDir
    this.#now = now
  }

  get #linkFile(): string {
    return join(this.#folder ?? '', 'owner-link.json')
  }
  get #sessionsFile(): string {
    return join(this.#folder ?? '', 'owner-sessions.json')
  }

  /** The sessions as they stand on disk, read again where the file is another. */
  get #sessions(): Sessions | null {
    if (this.#folder === null) return null
    let version = ''
    try {
      const { ino, mtimeMs, size } = statSync(this.#sessionsFile)
      version = `${ino} ${mtimeMs} ${size}`
    } catch {
      // Nobody was the owner yet.
    }
    if (this.#known === null || version !== this.#knownVersion) {
      const { cookie, sessions } = (readJson(this.#sessionsFile) ?? {}) as Partial<Record<keyof Sessions, unknown>>
      this.#known =
        typeof cookie === 'string' && Array.isArray(sessions) ? { cookie, sessions: sessions.filter(isKept) } : null
      this.#knownVersion = version
    }
    return this.#known
  }

  #keep(sessions: Sessions): void {
    if (this.#folder !== null) writeJson(this.#folder, this.#sessionsFile, sessions)
    this.#known = null
  }

  /** A link to be opened once; the one before it is worth nothing from now on. */
  link(address: string): string {
    const token = secret()
    if (this.#folder !== null)
      writeJson(this.#folder, this.#linkFile, { hash: hashOf(token), until: this.#now() + LINK_MS } satisfies Kept)
    return `${address}/owner/${token}`
  }

  /** Exchanges a link's token for a session; null where it is none, was used, or is too old. */
  enter(token: string): { readonly cookie: string; readonly value: string } | null {
    if (this.#folder === null) return null
    const link = readJson(this.#linkFile)
    if (!isKept(link) || link.until <= this.#now() || !isSame(hashOf(token), link.hash)) return null
    try {
      // Of two that come at once, one takes the file away.
      rmSync(this.#linkFile)
    } catch {
      return null
    }
    const value = secret()
    const before = this.#sessions
    // Cookies know no ports: servers side by side on one machine need names of their own.
    const cookie = before?.cookie ?? `followthrough-owner-${randomBytes(4).toString('hex')}`
    const valid = (before?.sessions ?? []).filter(({ until }) => until > this.#now())
    const session: Kept = { hash: hashOf(value), until: this.#now() + SESSION_MS }
    this.#keep({ cookie, sessions: [...valid, session].slice(-MAX_SESSIONS) })
    return { cookie, value }
  }

  #sessionOf(request: IncomingMessage): Kept | null {
    if (request.headers.cookie === undefined) return null
    const known = this.#sessions
    const value = known === null ? null : cookieOf(request, known.cookie)
    if (known === null || value === null) return null
    const hash = hashOf(value)
    return known.sessions.find((one) => one.until > this.#now() && isSame(one.hash, hash)) ?? null
  }

  isOwner(request: IncomingMessage): boolean {
    return this.#sessionOf(request) !== null
  }

  accessOf(request: IncomingMessage): Access {
    if (!this.isOwner(request)) return NO_ACCESS
    return {
      isOwner: true,
      refusal: isFromElsewhere(request)
        ? refusal("Another site's page asked for this. Expected a request of this server's own page, or of a program.")
        : null,
    }
  }

  /** Forgets the browser of a request, or every browser. */
  leave(request: IncomingMessage | 'all'): void {
    const known = this.#sessions
    if (known === null) return
    const left = request === 'all' ? null : this.#sessionOf(request)
    this.#keep({ ...known, sessions: request === 'all' ? [] : known.sessions.filter((one) => one !== left) })
  }
}

const send = (request: Admitted, response: ServerResponse, { status, ...words }: { status: number; error: string }) =>
  answerJson(response, status, { ...words, requestId: request.requestId })

/** Lets the owner's requests through; an answer for one person is kept by nobody. */
export const forOwner =
  (owner: Owner) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    response.setHeader('cache-control', 'no-store')
    if (owner.isOwner(request)) next()
    else send(request as Admitted, response, NOT_OWNER)
  }

/** Lets through what may change things: every route that writes stands behind this. */
export const forWriting =
  (owner: Owner) =>
  (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    response.setHeader('cache-control', 'no-store')
    const { refusal } = owner.accessOf(request)
    if (refusal === null) next()
    else send(request as Admitted, response, refusal)
  }

/**
 * `GET /owner` says whether the owner asks, `GET /owner/{token}` is the link, `DELETE /owner` forgets this browser.
 * The link leads to the page of imports in the browser's language; a program that follows it with `curl -c FILE` keeps the cookie.
 */
export function createOwnerRoutes(owner: Owner): Router {
  const router = express.Router()
  router.use('/owner', (_request, response, next) => {
    response.setHeader('cache-control', 'no-store')
    next()
  })
  router.get('/owner', (request, response) => {
    response.json({ isOwner: owner.isOwner(request) })
  })
  router.delete('/owner', forWriting(owner), (request, response) => {
    owner.leave(request)
    response.json({ isOwner: false })
  })
  router.get('/owner/:token', (request, response) => {
    // Whoever looks ahead with HEAD must not use the link up.
    const session = request.method === 'GET' ? owner.enter(request.params.token) : null
    if (session === null) {
      const words =
        'This link was used, is older than a day, or another took its place. Run npm run owner, or start the server again: both print a new one.'
      if (request.accepts(['json', 'html']) === 'html') response.status(410).type('text').send(words)
      else
        response
          .status(410)
          .json({ error: words, code: 'GONE', requestId: (request as typeof request & Admitted).requestId })
      return
    }
    const isSecure = isFromThisMachine(request) && headerOf(request, 'x-forwarded-proto') === 'https'
    response.cookie(session.cookie, session.value, {
      httpOnly: true,
      sameSite: 'strict',
      secure: isSecure,
      path: '/',
      maxAge: SESSION_MS,
    })
    const language = (request.acceptsLanguages() as string[])[0]?.startsWith('km') === true ? 'km' : 'en'
    response.redirect(303, `/#/${language}/KHM/import`)
  })
  return router
}
