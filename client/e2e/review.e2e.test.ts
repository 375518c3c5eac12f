/** Reviewing suggestions as the owner does: by keys, undone, kept; and as everybody else sees it. */
import { describe, expect, inject, test } from 'vitest'
import { Owner } from '../../server/src/http/owner.ts'
import { open } from './browser.ts'
import { address, context, page, usePages } from './pages.ts'

const dataDir = inject('dataDir')

usePages()

const become = () => page.goto(new Owner(dataDir).link(address))
const pairs = (): Promise<string> => page.locator('.pair').innerText()
const waiting = async (): Promise<number> =>
  Number(/^([\d,]+) waiting/.exec(await page.locator('.progress .small').innerText())?.[1]?.replaceAll(',', ''))

describe('the review', () => {
  test('is for reading where nobody is the owner, and says how to become it', async () => {
    await open(page, address, '#/en/KHM/review')
    await page.getByText('Only the owner can decide here').waitFor()
    await page.locator('.pair').waitFor()
    expect(await page.getByRole('button', { name: 'Same ask' }).first().isDisabled()).toBe(true)
    expect(await page.locator('.pair mark').count()).toBeGreaterThan(0)
    const before = await pairs()
    await page.keyboard.press('s')
    expect(await pairs()).toBe(before)
  })

  test('goes by keys: confirm, reject, later, undo; the name is asked for once; what was decided stays', async () => {
    await become()
    await open(page, address, '#/en/KHM/review')
    await page.locator('.pair').waitFor()
    await page.waitForFunction(() => !document.querySelector<HTMLButtonElement>('.decide .btn')?.disabled)
    const first = await pairs()
    await page.keyboard.press('s')
    await page.waitForFunction(() => document.activeElement instanceof HTMLInputElement)
    expect(await pairs()).toBe(first)
    await page.keyboard.type('Dara')
    await page.getByLabel('Reason').fill('the same act would answer both')
    const count = await waiting()
    await page.locator('h2.ask').focus()
    await page.keyboard.press('s')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, first)
    expect(await waiting()).toBe(count - 1)
    const second = await pairs()
    await page.keyboard.press('n')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, second)
    await page.keyboard.press('u')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText === text, second)
    expect(await waiting()).toBe(count - 1)
    await page.keyboard.press('k')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, second)
    // Another visit sees what was decided.
    const later = await context.newPage()
    await open(later, address, '#/en/KHM/review')
    await later.locator('.pair').waitFor()
    expect(await later.locator('.pair').innerText()).not.toBe(first)
    await later.getByText('What was decided, and how suggestions fared').click()
    const history = later.locator('.history')
    await history.getByText('the same act would answer both').waitFor()
    expect(await history.innerText()).toMatch(/undone by Dara/)
    expect(await history.innerText()).toMatch(/1 confirmed/)
    // What is left for others is as they expect it.
    await page.keyboard.press('u')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText === text, second)
    await page.keyboard.press('u')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText === text, first)
  })

  test('single keys can be turned off', async () => {
    await become()
    await open(page, address, '#/en/KHM/review')
    await page.locator('.pair').waitFor()
    await page.getByLabel('Your name').fill('Dara')
    await page.getByLabel('Single keys decide').uncheck()
    const before = await pairs()
    await page.locator('h2.ask').focus()
    await page.keyboard.press('s')
    await page.keyboard.press('n')
    expect(await pairs()).toBe(before)
  })

  test('of bodies turns a suggestion into a fact that the recommendation then shows', async () => {
    await become()
    await open(page, address, '#/en/KHM/review?what=bodies')
    await page.locator('.pair').waitFor()
    await page.getByLabel('Your name').fill('Dara')
    const body = (await page.locator('.pair .thing a').innerText()).trim()
    const href = await page.getByRole('link', { name: 'Open its page' }).getAttribute('href')
    const before = await pairs()
    await page.getByRole('button', { name: 'Yes, in the lead' }).click()
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, before)
    const later = await context.newPage()
    await open(later, address, href ?? '')
    const facts = later.locator('aside section').first()
    await facts.getByText('Named by a source').waitFor()
    expect(await facts.innerText()).toContain(body)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText === text, before)
  })
})
