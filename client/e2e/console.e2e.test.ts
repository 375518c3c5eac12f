/** The query console: asked by keyboard, told what is wrong, shared by its address, in both languages. */
import { describe, expect, test } from 'vitest'
import { overflowAt, tabTo, violationsOf } from './browser.ts'
import { address, page, usePages } from './pages.ts'

usePages()

const addressOf = (query: string, language = 'en'): string =>
  `${address}/graphql#/${language}?${new URLSearchParams({ query, variables: '' }).toString()}`
/** The console with its schema read: the documentation is there. */
const openConsole = async (at = `${address}/graphql`): Promise<void> => {
  await page.goto(at)
  await page.getByRole('heading', { level: 2 }).waitFor()
}
const answer = (): Promise<string> => page.locator('pre').innerText()

describe('an analyst', () => {
  test('writes a question by keyboard with the schema’s help, runs it, and passes its address on', async () => {
    await openConsole()
    await tabTo(page, /^Query /)
    await page.keyboard.press('Control+A')
    await page.keyboard.type('{ statistics { recommendationC')
    await page.getByRole('listbox').getByRole('option', { name: 'recommendationCount', exact: false }).first().waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+Enter')
    await page.getByText(/^Answered in/).waitFor()
    expect(JSON.parse(await answer())).toEqual({ data: { statistics: { recommendationCount: expect.any(Number) } } })
    const shared = page.url()
    await page.goto('about:blank')
    await openConsole(shared)
    await page.getByText(/^Answered in/).waitFor()
    expect(await answer()).toContain('recommendationCount')
    // Tab leaves the editor for what stands behind it.
    await tabTo(page, /^Query /)
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  })

  test('is shown what the schema has not, and what a word means', async () => {
    await openConsole(addressOf('{ statistics { recommendationCount nonsense } }'))
    await page.getByText(/^Answered with errors/).waitFor()
    await page.locator('.cm-lintRange-error').first().waitFor()
    await tabTo(page, /^Query /)
    await page.keyboard.press('Control+Home')
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Control+K')
    await page.locator('dt.is-explained', { hasText: 'statistics' }).waitFor()
  })
})

test('an address that asks for a change waits until somebody runs it', async () => {
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await openConsole(addressOf('mutation { undoDecision(id: "decision:1") { id } }'))
  await page.getByText('This address asks for a change', { exact: false }).waitFor()
  expect(sent.filter((body) => body.includes('mutation {'))).toEqual([])
})

test.each(['en', 'km'])('in %s it is free of what axe finds, and no wider than a phone', async (language) => {
  await openConsole(addressOf('{ statistics { recommendationCount } }', language))
  await page.getByText(/recommendationCount": \d/).waitFor()
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(language)
  expect(await violationsOf(page)).toEqual([])
  expect(await overflowAt(page, 390)).toBe(0)
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
    language === 'km' ? 'កន្លែងសួរទិន្នន័យ' : 'Query console',
  )
  await page.getByRole('link', { name: language === 'km' ? 'EN' : 'ខ្មែរ' }).click()
  await page.getByRole('heading', { level: 1, name: language === 'km' ? 'Query console' : 'កន្លែងសួរទិន្នន័យ' }).waitFor()
  expect(page.url()).toContain(`#/${language === 'km' ? 'en' : 'km'}?`)
})
