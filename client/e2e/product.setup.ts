/**
 * The product itself, built and started as a person starts it, on a data folder and a port of its own; and beside it a site
 * that may hold it in a frame.
 */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { ROOT } from '../../graph/root.ts'
import { Owner } from '../../server/src/http/owner.ts'
import { findBrowser, type Chromium } from './browser.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    /** The link that makes one browser the owner's, as it was printed; it works once. */
    ownerLink: string
    /** The browser, unpacked once for all files of tests. */
    chromium: Chromium
    /** Makes a browser the owner's without a link, since a new one would end the one that was printed. */
    ownerCookie: { readonly name: string; readonly value: string }
    /** A site that the product lets hold its pages in a frame: `?` and an address make such a page. */
    frameSite: string
  }
}

/** Pages of another site, each with a frame for the address behind its question mark. */
export async function startFrameSite(port = 0): Promise<Server> {
  const server = createServer(({ url = '' }, response) => {
    const source = decodeURIComponent(url.slice(url.indexOf('?') + 1))
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><html lang="en"><title>Another site</title><link rel="icon" href="data:,"><h1>Another site</h1><iframe title="Graph" width="900" height="600" src="${source}"></iframe><p style="height: 2000px">The page goes on.`,
    )
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return server
}
/** By another name than the product's, so that the browser takes it for another site. */
export const siteOf = (server: Server): string => `http://localhost:${(server.address() as AddressInfo).port}`

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-e2e-'))
  // Before the product runs, as another server on its folder might: a link, and the session for which it was exchanged.
  const owner = new Owner(folder)
  const session = owner.enter(owner.link('').replace('/owner/', ''))
  if (session === null) throw new Error('The link made nobody the owner.')
  const frames = await startFrameSite()
  const server = spawn(process.execPath, [join(ROOT, 'dist', 'server', 'start.js')], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder, PORT: '0', CI: 'true', EMBED_ORIGINS: siteOf(frames) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const unpacked = await mkdtemp(join(tmpdir(), 'followthrough-chromium-'))
  const started = new Promise<{ address: string; ownerLink: string }>((resolve, reject) => {
    let output = ''
    server.stdout.on('data', (data: Buffer) => {
      output += data.toString()
      const found = /is at (http:\S+)[\s\S]*(http:\S+\/owner\/\S+)\n/.exec(output)
      if (found?.[1] !== undefined && found[2] !== undefined) resolve({ address: found[1], ownerLink: found[2] })
    })
    server.once('exit', (status) => reject(new Error(`The product ended with status ${status}:\n${output}`)))
  })
  const [{ address, ownerLink }, chromium] = await Promise.all([started, findBrowser(unpacked)])
  project.provide('address', address)
  project.provide('ownerLink', ownerLink)
  project.provide('chromium', chromium)
  project.provide('ownerCookie', { name: session.cookie, value: session.value })
  project.provide('frameSite', siteOf(frames))
  return async () => {
    server.removeAllListeners('exit')
    await new Promise((resolve) => {
      server.once('exit', resolve)
      server.kill('SIGTERM')
    })
    frames.closeAllConnections()
    await new Promise((resolve) => frames.close(resolve))
    for (const path of [folder, unpacked]) await rm(path, { recursive: true, force: true })
  }
}
