/**
 * The graph's questions and the newcomer's tasks for somebody who sees nothing and has no mouse: keys alone, and of the page
 * only what a screen reader gets (names, roles and values of what has the focus, what is announced, the page as it is read).
 */
import type { CDPSession } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { open } from './browser.ts'
import { address, context, page, usePages } from './pages.ts'

usePages()

let client: CDPSession
beforeEach(async () => {
  client = await context.newCDPSession(page)
  await open(page, address, '#/en/KHM')
})

/** What is said of whatever has the focus: role, name, value. */
async function focused(): Promise<string> {
  const { result } = await client.send('Runtime.evaluate', { expression: 'document.activeElement' })
  if (result.objectId === undefined) return ''
  const { nodes } = await client.send('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  })
  const [node] = nodes
  return [node?.role, node?.name, node?.value].map((part) => String(part?.value ?? '')).join(' ')
}
const press = (key: string): Promise<void> => page.keyboard.press(key)
/** Tab until what is said matches. */
async function walkTo(wanted: RegExp): Promise<string> {
  const heard: string[] = []
  for (let step = 0; step < 250; step += 1) {
    await press('Tab')
    const said = await focused()
    if (wanted.test(said)) return said
    heard.push(said)
  }
  throw new Error(`Nothing said is ${wanted}, but ${heard.slice(0, 80).join(' | ')}`)
}
/** The page as it is read from top to bottom. */
const read = (): Promise<string> => page.locator('body').ariaSnapshot()
/** Rows of what is read whose words match. */
const rows = async (wanted: RegExp): Promise<string[]> =>
  (await read()).split('\n').filter((line) => /^\s*- row "/.test(line) && wanted.test(line))
/** Until something is announced. */
const announced = (wanted: RegExp): Promise<void> =>
  expect
    .poll(async () => (await page.getByRole('status').allInnerTexts()).join('\n'), { timeout: 60_000 })
    .toMatch(wanted)

/** In a list to choose from, by typing the beginning of what is wanted, as it is read. */
async function choose(list: RegExp, wanted: RegExp): Promise<void> {
  await walkTo(list)
  const optionsNow = async (): Promise<string[]> =>
    [...(await page.locator(':focus').ariaSnapshot()).matchAll(/option "([^"]+)"/g)].map(([, name = '']) => name)
  // A list is filled when what can be chosen has arrived.
  await expect
    .poll(async () => (await optionsNow()).join('\n'), { timeout: 30_000 })
    .toMatch(new RegExp(wanted.source, 'm'))
  const option = (await optionsNow()).find((name) => wanted.test(name)) ?? ''
  await page.keyboard.type(option.slice(0, 60))
  expect(await focused()).toContain(option)
}

async function toGraph(): Promise<void> {
  await walkTo(/^link Graph/)
  await press('Enter')
  await page.getByRole('heading', { name: 'Questions' }).waitFor()
}
/** In the form of a question: forms are named by what they ask. */
async function fill(question: RegExp, blanks: readonly (readonly [list: RegExp, option: RegExp])[]): Promise<void> {
  await toGraph()
  for (const [index, [list, option]] of blanks.entries()) {
    await choose(list, option)
    const form = await page.evaluate(() => document.activeElement?.closest('form')?.getAttribute('aria-labelledby'))
    const name = await page.evaluate((id) => document.getElementById(id ?? '')?.textContent ?? '', form ?? '')
    // Two questions have a blank of the same name: on to the next until it is this one's.
    if (index === 0 && !question.test(name)) await choose(list, option)
  }
  await walkTo(/^button Ask/)
  await press('Enter')
}

test('what has been asked of a body on a theme, and by whom', async () => {
  await fill(/asked of a body on a theme/, [
    [/^combobox Body/, /^Ministry of Social Affairs/],
    [/^combobox Theme/, /^Corporal punishment/],
  ])
  await announced(/^\d+ recommendations?; bodies are mostly suggested from their mandates/m)
  // The drawing has the focus, says what it is, and leads on to the table.
  expect(await focused()).toMatch(/^application Drawing of the graph\. The table below holds the same/)
  expect((await rows(/Recommendation/)).length).toBeGreaterThan(2)
  expect(await rows(/Mechanism/)).not.toEqual([])
  await walkTo(/^button Relationships \d+/)
  await press('Enter')
  expect((await rows(/Suggested/)).length).toBeGreaterThan(0)
})

test('who works on a right, and what is nobody’s', async () => {
  await fill(/Who works on a right/, [[/^combobox Right/, /CRC 19/]])
  await announced(/^\d+ recommendations?; .*neither a body nor an initiative|none is without/m)
  expect((await rows(/Government body/)).length).toBeGreaterThan(0)
})

test('what was asked of a body on a right up to a year, without any action known', async () => {
  await fill(/without any action known/, [
    [/^combobox Body/, /^Ministry of Social Affairs/],
    [/^combobox Right/, /CRC 19/],
    [/^combobox Up to the year/, /^2022/],
  ])
  await announced(/^\d+ recommendations? without an initiative and without an assessment/m)
  expect((await rows(/Recommendation .*20\d\d/)).length).toBeGreaterThan(0)
})

test('how an initiative is connected to a mechanism, as sentences', async () => {
  await fill(/How is an initiative connected/, [
    [/^combobox Initiative/, /\(1\.10\)|^1\.10/],
    [/^combobox Mechanism/, /Committee on the Rights of the Child/],
  ])
  await announced(/^\d+ ways?, the most telling lit/m)
  await walkTo(/^button Explore/)
  await press('Enter')
  for (let step = 0; step < 6 && !/How are they connected/.test(await focused()); step += 1) await press('ArrowDown')
  await press('Enter')
  expect(await focused()).toMatch(/^heading How are they connected/)
  const way = await walkTo(/^button .+ – .+ – /)
  await press('Enter')
  expect(way).toMatch(/Committee on the Rights of the Child|CRC/)
  expect(await page.locator(':focus').ariaSnapshot()).toContain('[pressed]')
})

test('every body with a role on birth registration, and the basis of each', async () => {
  await walkTo(/^link Who has a role in birth registration/)
  await press('Enter')
  await page.getByRole('table').waitFor()
  expect(await focused()).toMatch(/^heading .*Birth registration/)
  const bodies = await rows(/Suggested|Named/)
  expect(bodies.some((row) => /Ministry of Interior/.test(row) && /Lead/.test(row))).toBe(true)
})

test('all recommendations on corporal punishment, and of them those of one document', async () => {
  await walkTo(/^link End corporal punishment/)
  await press('Enter')
  await expect.poll(focused, { timeout: 30_000 }).toMatch(/^heading 8 recommendations and concerns/)
  for (const document of ['CRC 2011', 'CCPR 2015', 'CRC 2022']) expect(await read()).toContain(document)
  await walkTo(/^DisclosureTriangle Document/)
  await press('Enter')
  await walkTo(/^checkbox CCPR\/C\/KHM\/CO\/2/)
  await press('Space')
  await announced(/^3 recommendations and concerns/m)
  expect(await read()).not.toContain('CRC 2011')
})

test('the next deadline of the CRC Committee', async () => {
  await walkTo(/^link Calendar/)
  await press('Enter')
  await page.getByText('Next periodic report to the CRC Committee').first().waitFor()
  await walkTo(/^link List/)
  await press('Enter')
  await page.getByRole('table').first().waitFor()
  expect(
    await rows(
      /Next periodic report to the CRC Committee.*November 2027.*Due|November 2027.*Next periodic report to the CRC Committee/,
    ),
  ).not.toEqual([])
})

test('the two-step neighbourhood of an initiative', async () => {
  await toGraph()
  await press('/')
  await page.keyboard.type('1.10')
  await announced(/\d+ found/)
  // What is found is walked until it is the initiative.
  const option = async (): Promise<string> => {
    const id = await page.locator(':focus').getAttribute('aria-activedescendant')
    return id === null ? '' : page.locator(`[id="${id}"]`).innerText()
  }
  for (let step = 0; step < 30 && !/\b1\.10\b/.test(await option()); step += 1) await press('ArrowDown')
  await press('Enter')
  await announced(/\d+ of \d+ added round/)
  const first = await rows(/./)
  await walkTo(/^application /)
  await press('Control+a')
  await press('ArrowRight')
  await press('Enter')
  await announced(/\d+ of \d+ added round \d+ things/)
  const summary = /(\d+) things and \d+ relationships on the canvas/.exec(await read())
  expect(Number(summary?.[1])).toBeGreaterThan(first.length)
})
