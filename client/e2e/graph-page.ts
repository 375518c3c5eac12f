/** The graph page as its tests meet it: where things are drawn, what is said, and what files hold. */
import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { expect } from 'vitest'
import type { SavedJson } from '../src/graph-view/saved.ts'
import { open, violationsOf } from './browser.ts'
import { address, page } from './pages.ts'

export type Place = { readonly x: number; readonly y: number }
type Camera = Place & { readonly scale: number }
/** What the page lets programs ask of it. */
export type Hook = {
  readonly followthroughGraph?: {
    readonly viewportPosition: (id: string) => Place | null
    readonly camera: () => Camera | null
    /** What is shown, and what the drawing was last given. */
    readonly ids: () => string[]
    readonly drawn: () => string[]
    /** What the address is to hold. */
    readonly saved: () => SavedJson
    readonly isBusy: () => boolean
  }
}
export const RECOMMENDATION = 'recommendation:crc-2011-41b'
export const THEME = 'theme:corporal-punishment'

export const ids = (): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Hook).followthroughGraph?.ids() ?? [])
export const camera = (): Promise<Camera | null> =>
  page.evaluate(() => (window as unknown as Hook).followthroughGraph?.camera() ?? null)
export const place = (id: string): Promise<Place | null> =>
  page.evaluate((wanted) => (window as unknown as Hook).followthroughGraph?.viewportPosition(wanted) ?? null, id)
export const canvas = (): Locator => page.getByRole('application')
export async function canvasBox(): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await canvas().boundingBox()
  if (box === null) throw new Error('The canvas is not there')
  return box
}
/** Where a thing is in the window. */
export async function at(id: string): Promise<Place> {
  const [box, inside] = [await canvasBox(), await place(id)]
  if (inside === null) throw new Error(`${id} is not drawn`)
  return { x: box.x + inside.x, y: box.y + inside.y }
}
/** Where a thing is in the graph itself, whatever the camera and the size of the canvas; whole units. */
export async function inGraph(id: string): Promise<Place> {
  const [box, inside, look] = [await canvasBox(), await place(id), await camera()]
  if (inside === null || look === null) throw new Error(`${id} is not drawn`)
  return {
    x: Math.round(look.x + (inside.x - box.width / 2) / look.scale),
    y: Math.round(look.y - (inside.y - box.height / 2) / look.scale),
  }
}
export const count = async (): Promise<number> => (await ids()).length
export const until = (wanted: (ids: string[]) => boolean): Promise<unknown> =>
  expect.poll(async () => wanted(await ids()), { timeout: 20_000 }).toBe(true)
export const said = (text: RegExp): Promise<void> => page.locator('.said', { hasText: text }).waitFor()
export async function start(query: string, language = 'en'): Promise<void> {
  await open(page, address, `#/${language}/KHM/graph?${query}`)
  await canvas().waitFor()
  await until((there) => there.length > 0)
  await page.waitForURL(/[?&]g=/)
}
export const axe = (): Promise<string[]> => violationsOf(page)
/** What a menu hands out as a file. */
export async function download(name: string, entry: string): Promise<Buffer> {
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name, exact: true }).click()
  await page.getByRole('menuitem', { name: entry }).click()
  return readFileSync(await (await coming).path())
}
