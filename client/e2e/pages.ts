/** One browser for a file of tests, and for each test a page with nothing kept from another. */
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest'
import { openBrowser, openPage } from './browser.ts'

/** Where the product is. */
export const address = inject('address')

// Of the present test: a file imports them once and sees each test's own.
export let browser: Browser
export let context: BrowserContext
export let page: Page
/** What went wrong on the page so far; a test that means it to go wrong empties it. */
export let problems: string[]

/** Opens and closes them round every test of the file, and fails a test on whose page something went wrong. */
export function usePages(): void {
  beforeAll(async () => {
    browser = await openBrowser([], inject('chromium'))
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    ;({ context, page, problems } = await openPage(browser, address))
  })
  afterEach(async () => {
    await context.close()
    expect(problems).toEqual([])
  })
}

/** Makes the browser of the present test the owner's. */
export const becomeOwner = (): Promise<void> => context.addCookies([{ ...inject('ownerCookie'), url: address }])
