/** Reviewing suggestions as the owner does: by keys, undone, kept; and as everybody else sees it. */
import { describe, expect, test } from 'vitest'
import { open, settled } from './browser.ts'
import { address, becomeOwner, context, page, usePages } from './pages.ts'

usePages()

const pairs = (): Promise<string> => page.locator('.pair').innerText()
const waiting = async (): Promise<number> =>
  Number(/^([\d,]+) waiting/.exec(await page.locator('.progress .small').innerText())?.[1]?.replaceAll(',', ''))

/** Takes the last two decisions back by the history, `count` having waited before them. */
async function takeTwoBack(count: number): Promise<void> {
  const undo = page.locator('.history').getByRole('button', { name: /^Undo: / })
  await page.getByText('What was decided, and how suggestions fared').click()
  for (const [undone, left] of [count - 1, count].entries()) {
    await undo.first().click()
    await page.getByText(`${left.toLocaleString('en-GB')} waiting`).waitFor()
    await expect.poll(() => page.locator('.history .undone').count()).toBe(undone + 1)
  }
  expect(await undo.count()).toBe(0)
}

describe('the review', () => {
  test('is for reading where nobody is the owner, and says how to become it', async () => {
    await open(page, address, '#/en/KHM/review')
    await page.getByText('Only the owner can decide here').waitFor()
    await page.locator('.pair').waitFor()
    expect(await page.getByRole('button', { name: 'Same ask' }).first().isDisabled()).toBe(true)
    expect(await page.locator('.pair mark').count()).toBeGreaterThan(0)
    expect(await page.getByText('Both name:').innerText()).toMatch(/: \S/)
    const before = await pairs()
    await page.keyboard.press('s')
    expect(await pairs()).toBe(before)
  })

  test('goes by keys: confirm, reject, later, undo; the name is asked for once; what was decided stays', async () => {
    await becomeOwner()
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

  test('corrects the kind by key, and takes it back', async () => {
    await becomeOwner()
    await open(page, address, '#/en/KHM/review')
    await page.locator('.pair').waitFor()
    await page.getByLabel('Your name').fill('Dara')
    const [before, count] = [await pairs(), await waiting()]
    await page.locator('h2.ask').focus()
    await page.keyboard.press('r')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, before)
    expect(await waiting()).toBe(count - 1)
    const later = await context.newPage()
    await open(later, address, '#/en/KHM/review')
    await later.getByText('What was decided, and how suggestions fared').click()
    await later.locator('.history li').getByText('Related').first().waitFor()
    await page.keyboard.press('u')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText === text, before)
    expect(await waiting()).toBe(count)
  })

  test('counts what is left for later as waiting, and takes a key held down as one', async () => {
    await becomeOwner()
    await open(page, address, '#/en/KHM/review')
    await page.locator('.pair').waitFor()
    await page.getByLabel('Your name').fill('Dara')
    const [first, count] = [await pairs(), await waiting()]
    await page.locator('h2.ask').focus()
    await page.keyboard.down('k')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, first)
    const second = await pairs()
    await page.keyboard.down('k')
    await page.keyboard.up('k')
    expect(await pairs()).toBe(second)
    expect(await waiting()).toBe(count)
    await page.keyboard.press('u')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText === text, first)
  })

  test('of bodies goes by keys too, and a decision of another day is undone in the history', async () => {
    await becomeOwner()
    await open(page, address, '#/en/KHM/review?what=bodies')
    await page.locator('.pair').waitFor()
    await page.getByLabel('Your name').fill('Dara')
    const [first, count] = [await pairs(), await waiting()]
    await page.locator('h2.ask').focus()
    await page.keyboard.press('p')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, first)
    const second = await pairs()
    await page.keyboard.press('n')
    await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, second)
    // A visit later nothing is left to undo by key.
    await page.reload()
    await page.locator('.pair').waitFor()
    expect(await waiting()).toBe(count - 2)
    await takeTwoBack(count)
    expect(await page.locator('.history .undone').count()).toBe(2)
  })

  test.each(['en', 'km'])('lists what waits on a phone too, opened by key (%s)', async (language) => {
    const phone = await context.newPage()
    await phone.setViewportSize({ width: 390, height: 844 })
    await open(phone, address, `#/${language}/KHM/review`)
    await phone.locator('.pair').waitFor()
    const list = phone.locator('.queue li')
    expect(await list.first().isVisible()).toBe(false)
    await phone.locator('.queue summary').focus()
    await phone.keyboard.press('Enter')
    await list.first().waitFor()
    expect(await list.count()).toBe(8)
    expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })

  test('single keys can be turned off', async () => {
    await becomeOwner()
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
    await becomeOwner()
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

  test(
    'of tags goes by keys, turns a suggestion into a fact, and undoes what a decision of another day said',
    { timeout: 300_000 },
    async () => {
      await becomeOwner()
      page.setDefaultTimeout(120_000)
      // What is built in has themes of ours: only what comes from elsewhere without any is tagged by the machine.
      const sent = await context.request.fetch(`${address}/import/untagged.csv?do=import`, {
        method: 'PUT',
        data: `Country,Body,Document symbol,Paragraph,Recommendation text,Date of publication
Malta,CRC,CRC/C/MLT/CO/9,12,Forbid corporal punishment of children by law in the home and in schools,2031-02-03
Malta,CRC,CRC/C/MLT/CO/9,13,Register every birth free of charge and give every newborn child a nationality,2031-02-03
`,
        timeout: 120_000,
      })
      const { job } = (await sent.json()) as { job: { step: string; runId: string } }
      expect(job.step).toBe('done')
      try {
        await open(page, address, '#/en/MLT/review?what=tags')
        await page.locator('.pair').waitFor()
        await page.getByLabel('Your name').fill('Dara')
        const [first, count] = [await pairs(), await waiting()]
        expect(first).toMatch(/Because: .*\d+\s% sure/)
        expect(await page.locator('main').innerText()).toContain('Suggested')
        const tag = (await page.locator('.pair .thing a').innerText()).trim()
        const href = await page.getByRole('link', { name: 'Open its page' }).getAttribute('href')
        // Its page tells the suggestion from a fact, and why it is made.
        const later = await context.newPage()
        await open(later, address, href ?? '')
        const about = later.locator('aside li', { hasText: tag.replace('SDG ', '') })
        expect(await about.innerText()).toMatch(/Suggested[\s\S]*\d+\s% sure/)
        await page.locator('h2.ask').focus()
        await page.keyboard.press('y')
        await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, first)
        const second = await pairs()
        await page.keyboard.press('n')
        await page.waitForFunction((text) => document.querySelector<HTMLElement>('.pair')?.innerText !== text, second)
        expect(await waiting()).toBe(count - 2)
        // And when the list has been asked for again.
        await settled(page)
        expect(await waiting()).toBe(count - 2)
        const answer = await context.request.post(`${address}/graphql`, {
          data: {
            query:
              'query ($id: ID!) { recommendation(id: $id) { taggings { tag { ... on Node { id } } basis state } } }',
            variables: { id: decodeURIComponent(href?.split('/').at(-1) ?? '') },
          },
        })
        expect(await answer.text()).toContain('CONFIRMED')
        await later.reload()
        await about.waitFor()
        expect(await about.innerText()).not.toContain('Suggested')
        // A visit later the history takes both back.
        await page.reload()
        await page.locator('.pair').waitFor()
        await takeTwoBack(count)
      } finally {
        await context.request.post(`${address}/import/runs/${job.runId}/undo?wait=true`, { timeout: 120_000 })
      }
    },
  )
})
