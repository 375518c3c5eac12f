/** Importing on the page, as the owner does it and as others meet it. */
import { beforeEach, expect, inject, test } from 'vitest'
import { sheetsParts, zipOf } from '../../graph/test/office-files.ts'
import { open, overflowAt, settled, tabTo, violationsOf } from './browser.ts'
import { address, becomeOwner, context, page, problems, usePages } from './pages.ts'

const MOST_MS = 120_000

const FIRST = 'Give every child in care a person who stays with them until they are grown'
const SHEET = `Country,Body,Document symbol,Paragraph,Recommendation text,Date of publication
Slovenia,CRC,CRC/C/SVN/CO/9,12,${FIRST},2031-02-03
Slovenia,CRC,CRC/C/SVN/CO/9,13,Ask the children who live in homes what they need and do it,2031-02-03
Atlantis,CRC,CRC/C/ZZZ/CO/9,14,Ask the children who live under the sea what they need and do it,2031-02-03
`
const file = (name: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(SHEET) })

usePages()
beforeEach(() => {
  // An import takes the time that the database takes.
  page.setDefaultTimeout(MOST_MS)
})

const openAsOwner = async (): Promise<void> => {
  await becomeOwner()
  await open(page, address, '#/en/KHM/import')
}
const isSound = async (): Promise<void> => {
  expect(await violationsOf(page)).toEqual([])
  expect(await overflowAt(page, 320)).toBeLessThanOrEqual(0)
  await page.setViewportSize({ width: 1280, height: 900 })
}

test.each([
  ['en', /person who started this server/],
  ['km', /អ្នកដែលបានបើកម៉ាស៊ីនមេ/],
])('others read who may import and how, in %s', async (language, words) => {
  await open(page, address, `#/${language}/KHM/import`)
  await page.getByText(words).waitFor()
  expect(await page.locator('main').innerText()).toContain('npm run owner')
  expect(await page.locator('nav a[href$="/import"]').count()).toBe(0)
  await isSound()
})

test(
  'the printed link, a dropped file, the dry run, the import, its recommendations in the list, taking it back; and again by keyboard',
  { timeout: 6 * MOST_MS },
  async () => {
    await page.goto(inject('ownerLink'))
    await settled(page)
    expect(page.url()).toBe(`${address}/#/en/KHM/import`)
    await page.locator('nav').getByRole('link', { name: 'Import' }).waitFor()
    await page.locator('main .drop').waitFor()
    // Journeys of other files may have imported before.
    const { runs } = (await (await context.request.get(`${address}/import/runs`)).json()) as { runs: unknown[] }
    const isNone = page.getByText('No file has been imported yet')
    await expect.poll(() => isNone.count()).toBe(runs.length === 0 ? 1 : 0)
    await isSound()

    const two = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      for (const name of ['a.csv', 'b.csv']) transfer.items.add(new File(['x'], name, { type: 'text/csv' }))
      return transfer
    })
    await page.locator('main .drop').dispatchEvent('drop', { dataTransfer: two })
    await page.getByText('One file at a time: nothing was taken.').waitFor()
    const dropped = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([text], 'sheet.csv', { type: 'text/csv' }))
      return transfer
    }, SHEET)
    await page.locator('main .drop').dispatchEvent('drop', { dataTransfer: dropped })
    await page.getByRole('heading', { level: 1, name: 'Import of sheet.csv' }).waitFor()
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Recommendation text')
    await isSound()

    await page.getByRole('button', { name: 'Read and compare' }).click()
    await page.getByText('Nothing has been written.').waitFor()
    const dry = await page.locator('main').innerText()
    expect(dry).toMatch(/“Atlantis”: No State is known by this name/)
    expect(dry).toMatch(/First rows as they would be stored[\s\S]*SVN\s+CRC\/C\/SVN\/CO\/9\s+12/)
    expect(dry).toMatch(/Document by document[\s\S]*CRC\/C\/SVN\/CO\/9\s+2\s+0/)
    await isSound()

    // The job has an address: a reload finds it as it was left.
    await page.reload()
    await page.getByRole('button', { name: 'Import 2 rows' }).click()
    await page.getByText('sheet.csv was imported.').waitFor()
    await isSound()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Refused rows (CSV)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('refused-sheet.csv')
    const run = (await page.getByRole('link', { name: 'The address of this import' }).getAttribute('href')) ?? ''

    await open(page, address, '#/en/SVN/recommendations')
    await page.getByText(FIRST).waitFor()

    for (const language of ['km', 'en']) {
      await open(page, address, run.replace('/en/', `/${language}/`))
      await page.locator('dl.facts').waitFor()
      await isSound()
    }
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('button', { name: 'Keep it' }).waitFor()
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByText('Taken back: 2 recommendations removed').waitFor()
    await open(page, address, '#/en/KHM/import')
    await page.getByRole('row', { name: /sheet\.csv .* taken back/ }).waitFor()

    // Once more, by keyboard alone.
    // Links may still be looked for; nothing can be chosen meanwhile.
    await page.getByRole('button', { name: 'Choose a file', disabled: false }).waitFor()
    // Listened for before the key: the browser has to be told first that the chooser is ours.
    const chosen = page.waitForEvent('filechooser')
    await tabTo(page, /^ ?Choose a file/)
    await page.keyboard.press('Enter')
    await (await chosen).setFiles(file('keys.csv'))
    await page.getByRole('heading', { level: 1, name: 'Import of keys.csv' }).waitFor()
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1')
    // These columns were read above: the mapping is known, and the dry run comes by itself.
    await page.getByText('Nothing has been written.').waitFor()
    await tabTo(page, /^ ?Import 2 rows/)
    await page.keyboard.press('Enter')
    await page.getByText('keys.csv was imported.').waitFor()
    await tabTo(page, /^ ?The address of this import/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Take back' }).waitFor()
    await tabTo(page, /^ ?Take back/)
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => document.activeElement?.textContent === 'Keep it')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await page.getByText('Taken back: 2 recommendations removed').waitFor()
  },
)

test('older imports are shown on demand, and one that is not listed is found by its address', async () => {
  const runsFrom = (first: number, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `import-run:made${first + at}`,
      fileName: `list-${first + at}.csv`,
      format: 'csv',
      status: 'UNDONE',
      startedAt: '2031-02-03T04:05:06.000Z',
      undoneAt: null,
      report: null,
    }))
  await page.route(/\/import\/runs/, async (route) => {
    const { pathname, searchParams } = new URL(route.request().url())
    if (pathname.endsWith('made9')) return route.fulfill({ json: { run: runsFrom(9, 1)[0] } })
    if (searchParams.get('before') === 'import-run:made3')
      return route.fulfill({ json: { runs: runsFrom(4, 2), hasOlder: false } })
    return route.fulfill({ json: { runs: runsFrom(1, 3), hasOlder: true } })
  })
  await openAsOwner()
  await page.getByRole('link', { name: 'list-3.csv' }).waitFor()
  await isSound()
  await tabTo(page, /^ ?Older imports/)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement?.textContent === 'list-4.csv')
  expect(await page.locator('tbody tr').count()).toBe(5)
  expect(await page.getByRole('button', { name: 'Older imports' }).count()).toBe(0)
  await open(page, address, '#/en/KHM/import/made9')
  await page.getByRole('heading', { level: 1, name: 'Import of list-9.csv' }).waitFor()
  await page.unroute(/\/import\/runs/)
  await open(page, address, '#/en/KHM/import/none')
  await page.getByText('No import has this address.').waitFor()
  // What is not there is asked for; the browser notes the answer as an error.
  expect(problems.splice(0)).toEqual([expect.stringContaining('404')])
})

test('a workbook of two tables: another sheet is chosen, looked at and read', { timeout: 3 * MOST_MS }, async () => {
  const [head = [], first = [], second = []] = SHEET.split('\n').map((line) => line.split(','))
  const other = ['Asked of', ...head.slice(1)]
  await openAsOwner()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file', disabled: false }).click(),
  ])
  await chooser.setFiles({
    name: 'book.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: zipOf(sheetsParts({ One: [head, first], Two: [other, second] })),
  })
  const sheet = page.getByLabel('Sheet', { exact: true })
  expect(await sheet.inputValue()).toBe('One')
  await isSound()
  await sheet.selectOption('Two')
  await page.getByRole('columnheader', { name: 'Asked of' }).waitFor()
  expect(await sheet.inputValue()).toBe('Two')
  // Whoever chose is still at the choice.
  await page.waitForFunction(() => document.activeElement?.id.endsWith('-sheet'))
  await page.getByRole('button', { name: 'Read and compare' }).click()
  await page.getByText('This is what the import of book.xlsx would do.').waitFor()
  await page.getByRole('button', { name: 'Choose another file' }).first().click()
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
})

test.each(['en', 'km'])(
  'the owner’s bar, one place longer, cuts off nothing on a laptop and on a phone: %s',
  async (language) => {
    await becomeOwner()
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 800 })
      await open(page, address, `#/${language}/KHM/coverage`)
      const cut = await page.evaluate(() => {
        const context = new OffscreenCanvas(1, 1).getContext('2d')
        const controls = [
          ...document.querySelectorAll<HTMLElement>('.bar a:not(.skip), .bar button, .bar select, .bar input'),
        ]
        return controls
          .filter((control) => control.checkVisibility())
          .filter((control) => {
            const { left, right } = control.getBoundingClientRect()
            if (left < 0 || right > window.innerWidth || control.scrollWidth > control.clientWidth + 1) return true
            if (!(control instanceof HTMLInputElement) || context === null) return false
            const { fontWeight, fontSize, fontFamily } = getComputedStyle(control)
            context.font = `${fontWeight} ${fontSize} ${fontFamily}`
            return context.measureText(control.placeholder).width > control.clientWidth
          })
          .map((control) => control.outerHTML.slice(0, 100))
      })
      expect(cut).toEqual([])
    }
    expect(await page.locator('.bar a[href$="/import"]').count()).toBe(1)
  },
)

test('a file that cannot be read is explained, and another can be chosen', { timeout: 3 * MOST_MS }, async () => {
  await openAsOwner()
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose a file' }).click(),
  ])
  await chooser.setFiles({
    name: 'cut.json',
    mimeType: 'application/json',
    buffer: Buffer.from('[{"AffectedPersons": ['),
  })
  await page
    .getByRole('alert')
    .getByText(/cut\.json/)
    .waitFor()
  await isSound()
  await page.getByRole('button', { name: 'Choose another file' }).click()
  await page.getByRole('button', { name: 'Choose a file' }).waitFor()
  // The refusal is meant; the browser notes it as an error.
  expect(problems.splice(0)).toEqual([expect.stringContaining('422')])
})
