import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { open, overflowAt, settled, tabTo as tabToOn, violationsOf } from './browser.ts'
import { address, page, usePages } from './pages.ts'

usePages()

const headingOf = async (): Promise<string> =>
  ((await page.locator('h1').first().textContent()) ?? '').replace(/\s+/g, ' ').trim()
const textOf = (): Promise<string> => page.locator('main').innerText()

const tabTo = (name: RegExp): Promise<void> => tabToOn(page, name)

describe('what a newcomer comes for', () => {
  test('every body with a role on birth registration and the basis of each, by mouse', async () => {
    await open(page, address, '#/en/KHM')
    await page.getByRole('link', { name: 'Who has a role in birth registration' }).click()
    await page.getByRole('table').waitFor()
    const rows = await page.locator('tbody tr').allInnerTexts()
    expect(rows.some((row) => /Ministry of Interior/.test(row) && /Lead/.test(row) && /Suggested/.test(row))).toBe(true)
    expect(rows.every((row) => /Suggested|Named/.test(row))).toBe(true)
  })

  test('the same by keyboard alone', async () => {
    await open(page, address, '#/en/KHM')
    await tabTo(/Who has a role in birth registration/)
    await page.keyboard.press('Enter')
    await page.getByRole('table').waitFor()
    expect(await headingOf()).toMatch(/role on: Birth registration/)
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
  })

  test('all recommendations on corporal punishment, by document', async () => {
    await open(page, address, '#/en/KHM')
    await page.getByRole('link', { name: 'End corporal punishment' }).click()
    await page.getByRole('heading', { level: 1, name: '8 recommendations and concerns' }).waitFor()
    const text = await textOf()
    for (const part of ['CRC 2011', 'CCPR 2015', 'CRC 2022']) expect(text).toContain(part)
    await page.locator('summary', { hasText: 'Document' }).click()
    await page.getByLabel(/CCPR\/C\/KHM\/CO\/2/).check()
    await page.getByRole('heading', { level: 1, name: '3 recommendations and concerns' }).waitFor()
    expect(page.url()).toContain('document=ccpr-2015')
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: '8 recommendations and concerns' }).waitFor()
  })

  test('the next deadline of the CRC Committee', async () => {
    await open(page, address, '#/en/KHM')
    await tabTo(/^ ?Calendar/)
    await page.keyboard.press('Enter')
    await page.getByText('Next periodic report to the CRC Committee').first().waitFor()
    expect(await textOf()).toMatch(/Nov 2027/)
    await page.getByRole('link', { name: 'List', exact: true }).click()
    const row = page.locator('tr', { hasText: 'Next periodic report to the CRC Committee' })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/November 2027[\s\S]*CRC[\s\S]*Due/)
  })

  test('the two-step neighbourhood of an initiative, in the graph, by the table’s keys', async () => {
    await open(page, address, '#/en/KHM/initiatives/init-1-4')
    await page.getByRole('link', { name: 'Show in graph' }).click()
    await page.getByRole('button', { name: /^Relationships \d+/ }).waitFor()
    const count = async (): Promise<number> =>
      Number(/\d+/.exec((await page.getByRole('button', { name: /^Things \d+/ }).textContent()) ?? '')?.[0])
    const first = await count()
    expect(first).toBeGreaterThan(3)
    const expand = page.getByRole('button', { name: /^Expand CRC concluding observations/ }).first()
    await expand.focus()
    await page.keyboard.press('Enter')
    await page.waitForFunction(
      (before) => Number(/\d+/.exec(document.querySelector('.tabs button')?.textContent ?? '')?.[0]) > before,
      first,
    )
    expect(await page.locator('.said').innerText()).toMatch(/\d+ of \d+ added round CRC concluding observations/)
  })
})

describe('searching', () => {
  test('as one types, by keyboard: the slash, arrows and Enter', async () => {
    await open(page, address, '#/en/KHM')
    await page.keyboard.press('/')
    await page.keyboard.type('mosvy')
    await page.locator('#search-list [role=option]').first().waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(/government-bodies\/mosvy/)
    await page
      .getByRole('heading', { level: 1, name: 'Ministry of Social Affairs, Veterans and Youth Rehabilitation' })
      .waitFor()
  })

  test('a Khmer word finds names that hold it', async () => {
    await open(page, address, `#/km/KHM/search?q=${encodeURIComponent('កុមារ')}`)
    expect(await textOf()).toContain('គណៈកម្មាធិការសិទ្ធិកុមារ')
  })

  test('what matches nothing says so and what to do', async () => {
    await open(page, address, '#/en/KHM/search?q=qqqqzzzz')
    expect(await textOf()).toMatch(/Nothing matches “qqqqzzzz”[\s\S]*Try fewer words/)
  })
})

describe('a list as files', () => {
  test.each([1280, 390])(
    'the menu is whole at %i px, opens by keyboard, and gives Esc its focus back',
    async (width) => {
      await page.setViewportSize({ width, height: 844 })
      await open(page, address, '#/en/KHM/recommendations?theme=education')
      const button = page.getByRole('button', { name: 'Download' })
      await button.focus()
      await page.keyboard.press('Enter')
      const box = await page.getByRole('group', { name: 'Download' }).boundingBox()
      expect(box?.x).toBeGreaterThanOrEqual(0)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Escape')
      expect(await button.evaluate((one) => one === document.activeElement)).toBe(true)
    },
  )

  test('a file holds what the list counts, and each row leads back to its page', async () => {
    await open(page, address, '#/en/KHM/recommendations?theme=education')
    const count = Number.parseInt(await headingOf())
    await page.getByRole('button', { name: 'Download' }).click()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: /^CSV/ }).click()
    const text = readFileSync(await (await coming).path(), 'utf8')
    const rows = parse(text, { columns: true, bom: true }) as Record<string, string>[]
    expect(count).toBeGreaterThan(1)
    expect(rows).toHaveLength(count)
    await page.goto(new URL(rows[0]?.['address'] ?? '', address).href)
    await page.getByRole('heading', { level: 1, name: rows[0]?.['summary'] ?? '' }).waitFor()
  })
})

describe('a recommendation', () => {
  test('tells suggestions from facts by word', async () => {
    await open(page, address, '#/en/KHM/recommendations/crc-2011-41b')
    const aside = await page.locator('aside').innerText()
    expect(aside).toMatch(/No source names a body for it/)
    expect(aside).toMatch(/Suggested · from its mandate/)
    await open(page, address, '#/en/KHM/recommendations?basis=NAMED_IN_TEXT')
    expect(await textOf()).toMatch(/Named in the text|Role not stated/)
  })
})

describe('addresses', () => {
  test.each([
    ['#/en/KHM/nowhere', /Nothing stands at this address/],
    ['#/xx', /Nothing stands at this address/],
    ['#/en/KHM/recommendations/no-such-thing', /graph holds nothing with the id recommendation:no-such-thing/],
    ['#/en/KHM/themes/no-such-theme', /graph holds nothing with the id theme:no-such-theme/],
    ['#/en/KHM/government-bodies/nobody', /graph holds nothing with the id body:nobody/],
    ['#/en/KHM/recommendations?position=MAYBE&year=long', /asks for position “MAYBE”[\s\S]*asks for year “long”/],
    ['#/en/KHM/recommendations?after=nonsense', /This part could not be loaded[\s\S]*not a cursor[\s\S]*Request/],
    [
      '#/en/KHM/recommendations?theme=education&mechanism=cat',
      /Nothing matches all of these together[\s\S]*Remove Theme/,
    ],
    ['#/en/KHM/graph?g=damaged', /address of this view is damaged/],
    ['#/en/KHM/graph?from=%7Bnot', /list that cannot be read/],
    ['#/en/THA', /holds no review of a State with the code THA/],
    ['#/en/KHM/working-groups/twg-3', /name none of them/],
  ])('%s says what is wrong and stays usable', async (fragment, message) => {
    await open(page, address, fragment)
    await page.waitForFunction(
      (source) => new RegExp(source).test(document.querySelector('main')?.innerText ?? ''),
      message.source,
    )
    expect(await page.getByRole('link', { name: 'Recommendations' }).first().isVisible()).toBe(true)
  })

  test('a graph comes back from its address as it was', async () => {
    await open(page, address, '#/en/KHM/graph?node=theme:corporal-punishment')
    await page.waitForURL(/[?&]g=/)
    await page.getByRole('button', { name: /^Hide Ban corporal punishment/ }).click()
    await page.waitForFunction(() => document.querySelector('.tabs button')?.textContent?.includes('10'))
    const before = page.url()
    await page.waitForFunction((text) => location.href !== '' && location.href.includes('g=') && text !== '', before)
    await page.reload()
    await settled(page)
    await page.getByText('1 hidden by hand').first().waitFor()
    await page.getByRole('button', { name: 'Show all again' }).click()
    await page.waitForFunction(() => document.querySelector('.tabs button')?.textContent?.includes('11'))
    await page.keyboard.press('Control+z')
    await page.waitForFunction(() => document.querySelector('.tabs button')?.textContent?.includes('10'))
  })
})

describe('the canvas', () => {
  type Point = { x: number; y: number }
  type Hook = {
    followthroughGraph?: {
      viewportPosition: (id: string) => Point | null
      camera: () => (Point & { scale: number }) | null
    }
  }
  const place = (id: string) =>
    page.evaluate((wanted) => (window as unknown as Hook).followthroughGraph?.viewportPosition(wanted) ?? null, id)
  /** Where a thing is from another, in units of the graph: the same wherever the camera looks from. */
  const apart = async (id: string, from: string): Promise<Point> => {
    const camera = await page.evaluate(() => (window as unknown as Hook).followthroughGraph?.camera() ?? null)
    const [one, other] = [await place(id), await place(from)]
    if (camera === null || one === null || other === null) throw new Error('Nothing is drawn')
    return {
      x: Math.round((one.x - other.x) / camera.scale),
      y: Math.round((one.y - other.y) / camera.scale),
    }
  }

  test('a double click expands, what is placed stays, and arrows select', async () => {
    await open(page, address, '#/en/KHM/graph?node=recommendation:crc-2011-41b')
    await page.waitForFunction(
      () => (window as unknown as Hook).followthroughGraph?.viewportPosition('body:mosvy')?.x !== undefined,
    )
    const canvas = await page.getByRole('application').boundingBox()
    const theme = await place('theme:corporal-punishment')
    if (canvas === null || theme === null) throw new Error('Nothing is drawn')
    const body = await apart('body:mosvy', 'recommendation:crc-2011-41b')
    await page.mouse.dblclick(canvas.x + theme.x, canvas.y + theme.y)
    await page.locator('.said', { hasText: /of \d+ added round Corporal punishment/ }).waitFor()
    // The camera may have moved, since what was added falls outside; what was placed has not.
    expect(await apart('body:mosvy', 'recommendation:crc-2011-41b')).toEqual(body)
    await page.getByRole('application').focus()
    await page.keyboard.press('ArrowRight')
    await page.locator('.card h2').waitFor()
    const before = await page.locator('.card h2').innerText()
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(
      (text) => document.querySelector('.card h2')?.textContent?.trim() !== text.trim(),
      before,
    )
  })
})

const PAGES = [
  '',
  'recommendations',
  'recommendations?theme=education&view=table',
  'recommendations/crc-2011-41b',
  'recommendations/upr-2009-82-7-egypt',
  'search?q=education',
  'government-bodies',
  'government-bodies?theme=birth-registration-nationality',
  'government-bodies/mosvy',
  'mechanisms',
  'mechanisms/crc',
  'review-documents/upr-2019',
  'themes',
  'themes/education',
  'rights/crc-19',
  'rights-clusters/crc-cluster-violence',
  'treaties/CRC',
  'affected-groups/girls',
  'sdg-targets/sdg-16-2',
  'working-groups',
  'working-groups/twg-1',
  'organisations/crc-cambodia',
  'initiatives',
  'initiatives/init-1-2',
  'events/ev-roadmap-2022',
  'deadlines/dl-crc-2027',
  'indicators/ind-upr2014-accepted',
  'resources/gc-8',
  'states/NOR',
  'calendar',
  'calendar?view=list',
  'coverage',
  'often-asked',
  'compare?id=crc-2011-41b&id=ccpr-2015-corporal-punishment',
  'match',
  'review',
  'review?what=tags',
  'review?what=bodies',
  'graph',
  'graph?node=recommendation:crc-2011-41b',
  'nowhere',
]

describe.each(['en', 'km'])('every page in %s', (language) => {
  test.each(PAGES)('%s: axe finds nothing, nothing is wider than a phone, and there is one heading', async (place) => {
    await open(page, address, `#/${language}/KHM/${place}`)
    await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
    expect(await page.locator('h1').count()).toBe(1)
    expect((await page.title()).endsWith('· Followthrough')).toBe(true)
    expect(await violationsOf(page)).toEqual([])
    expect(await overflowAt(page, 320)).toBeLessThanOrEqual(0)
  })
})
