/** Asked before and again, trails, comparing, what was asked most often, and a pasted text: by keyboard where a person would. */
import { describe, expect, test } from 'vitest'
import { open, tabTo as tabToOn } from './browser.ts'
import { address, page, usePages } from './pages.ts'

usePages()

const tabTo = (name: RegExp, limit = 150): Promise<void> => tabToOn(page, name, limit)

describe('from a cold page to all mechanisms that asked for something, with the bodies responsible', () => {
  test('in two steps by keyboard: asked most often, then one ask', async () => {
    await open(page, address, '#/en/KHM')
    await tabTo(/^ ?What was asked most often/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /What Cambodia was asked most often/ }).waitFor()
    const first = page.locator('ol.asks > li').first()
    await first.waitFor()
    const mechanisms = await first.locator('a[href*="/mechanisms/"]').allInnerTexts()
    expect(mechanisms.length).toBeGreaterThan(1)
    const text = (await first.getByRole('heading', { level: 2 }).innerText()).trim()
    await tabTo(new RegExp(text.slice(0, 40).replaceAll(/[^\w ]/g, '.')))
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: text }).waitFor()
    const trail = page.locator('section', { has: page.getByRole('heading', { name: 'Trail through time' }) })
    await trail.locator('ol.trail li').first().waitFor()
    const trailText = await trail.innerText()
    for (const code of mechanisms) expect(trailText).toContain(code)
    expect(trailText).toMatch(/Asked \d+ times since \d{4} by \d+ mechanisms/)
    expect(trailText).toMatch(/Responsible:/)
  })

  test('in two steps by search: words, then a recommendation', async () => {
    await open(page, address, '#/en/KHM')
    await page.keyboard.press('/')
    await page.keyboard.type('ratify the optional protocol')
    await page.locator('#search-list [role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Trail through time' }).waitFor()
    await page.getByRole('heading', { name: 'Who is responsible' }).waitFor()
    await page.getByRole('heading', { name: 'The same ask elsewhere' }).waitFor()
  })

  test('in two steps in Khmer, with words of both languages marked as what they are', async () => {
    await open(page, address, '#/km/KHM')
    await tabTo(/អ្វីដែលបានស្នើញឹកញាប់ជាងគេ|បានស្នើញឹកញាប់/)
    await page.keyboard.press('Enter')
    const first = page.locator('ol.asks > li').first()
    await first.waitFor()
    await first.getByRole('heading', { level: 2 }).getByRole('link').focus()
    await page.keyboard.press('Enter')
    const links = page.locator('section', { has: page.getByRole('heading', { name: 'សំណើដូចគ្នានៅកន្លែងផ្សេង' }) })
    await links.locator('li.ask').first().waitFor()
    const named = await links.locator('p.reason span').evaluateAll((all) =>
      all.map((one) => ({
        language: one.closest('[lang]')?.getAttribute('lang') ?? '',
        words: one.textContent ?? '',
      })),
    )
    expect(named.length).toBeGreaterThan(0)
    for (const { language, words } of named) expect(language, words).toBe(/[\u1780-\u17ff]/.test(words) ? 'km' : 'en')
  })
})

describe('a recommendation’s links', () => {
  const HERE = '#/en/KHM/recommendations/crc-2011-41b'

  test('are lit, told apart from facts, and go away with suggestions off, in the address', async () => {
    await open(page, address, HERE)
    const links = page.locator('section', { has: page.getByRole('heading', { name: 'The same ask elsewhere' }) })
    await links.locator('li.ask').first().waitFor()
    expect(await links.locator('mark').count()).toBeGreaterThan(0)
    const suggested = await links.locator('li.ask .suggestion').count()
    expect(suggested).toBe(await links.locator('li.ask').count())
    await page.getByRole('link', { name: 'Facts only' }).click()
    await links.getByText('Nobody has confirmed a link').waitFor()
    expect(page.url()).toContain('suggestions=no')
    await page.reload()
    await links.getByText('Nobody has confirmed a link').waitFor()
  })

  test('can be compared side by side, by keyboard; the address keeps which, and one can be taken out', async () => {
    await open(page, address, HERE)
    const links = page.locator('section', { has: page.getByRole('heading', { name: 'The same ask elsewhere' }) })
    await links.locator('li.ask').first().waitFor()
    const boxes = links.getByRole('checkbox', { name: 'Compare' })
    await boxes.nth(0).focus()
    await page.keyboard.press('Space')
    await boxes.nth(1).focus()
    await page.keyboard.press('Space')
    await tabTo(/Compare 3 side by side/)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: 'Recommendations side by side' }).waitFor()
    await page.locator('thead th').nth(2).waitFor()
    expect(new URL(page.url()).hash.match(/id=/g)).toHaveLength(3)
    expect(await page.locator('td.words mark').count()).toBeGreaterThan(1)
    await page
      .getByRole('link', { name: /^Take .* out$/ })
      .last()
      .click()
    await page.waitForFunction(() => document.querySelectorAll('thead th').length === 2)
  })

  test('of an id that is none say so, and the rest is shown', async () => {
    await open(page, address, '#/en/KHM/compare?id=crc-2011-41b&id=no-such-thing')
    await page.getByText('One id is of no recommendation').waitFor()
    expect(await page.locator('thead th').count()).toBe(1)
  })
})

describe('a pasted text', () => {
  const TEXT = 'Families were driven from their land. The State should stop forced evictions and pay them fairly.'

  test('finds what it echoes, and stands in no address, no storage and no request but the body of one', async () => {
    const addresses: string[] = []
    page.on('request', (request) => addresses.push(request.url()))
    await open(page, address, '#/en/KHM/match')
    await tabTo(/./, 1)
    await page.getByLabel('Your text').focus()
    await page.keyboard.type(TEXT)
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { name: /recommendations found/ }).waitFor()
    await page.waitForFunction(() => /recommendations found/.test(document.activeElement?.textContent ?? ''))
    const main = await page.locator('main').innerText()
    expect(main).toMatch(/Who would be responsible[\s\S]*Suggested/)
    expect(main).toMatch(/In your text:/)
    expect(await page.locator('li.ask mark').count()).toBeGreaterThan(0)
    expect(page.url()).not.toContain('evictions')
    expect(addresses.some((url) => decodeURIComponent(url).includes('evictions'))).toBe(false)
    expect(await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]))).not.toContain(
      'evictions',
    )
    await page.reload()
    await page.getByLabel('Your text').waitFor()
    expect(await page.getByLabel('Your text').inputValue()).toBe('')
  })

  test('in a language that no recommendation is in says so', async () => {
    await open(page, address, '#/en/KHM/match')
    await page.getByLabel('Your text').fill('សូមធានាសិទ្ធិទទួលបានការអប់រំសម្រាប់កុមារទាំងអស់')
    await page.getByRole('button', { name: 'Find what it echoes' }).click()
    await page.getByText('no recommendation in the language of your text').waitFor()
  })
})

test('a body’s page shows facts alone where asked, and the address keeps it', async () => {
  await open(page, address, '#/en/KHM/government-bodies/mosvy')
  const lead = page.locator('.figures dd').first()
  await lead.waitFor()
  expect(Number(await lead.innerText())).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Facts only' }).click()
  await page.waitForFunction(() => document.querySelector('.figures dd')?.textContent === '0')
  expect(page.url()).toContain('suggestions=no')
})
