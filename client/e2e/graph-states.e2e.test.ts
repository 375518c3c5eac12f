/** 12, 39: whatever state the graph page is in, axe finds nothing and nothing is wider than the screen. */
import { expect, test } from 'vitest'
import english from '../src/messages/en.ts'
import khmer from '../src/messages/km.ts'
import { open } from './browser.ts'
import { axe, canvas, download, RECOMMENDATION, THEME, until } from './graph-page.ts'
import { address, context, page, problems, usePages } from './pages.ts'

usePages()

type Key = keyof typeof english
/** Each leads from the one before to a state of its own. */
type State = readonly [name: string, reach: () => Promise<unknown>]

function statesIn(language: 'en' | 'km'): readonly State[] {
  const t = (key: Key): string => (language === 'en' ? english : khmer)[key]
  const go = async (query: string): Promise<void> => {
    // By way of an empty page: what stood open before is not to stand open here.
    await page.goto('about:blank')
    await open(page, address, `#/${language}/KHM/graph?${query}`)
  }
  const start = async (query: string): Promise<void> => {
    await go(query)
    await until((there) => there.length > 0)
    await page.waitForURL(/[?&]g=/)
  }
  const press = (key: Key): Promise<void> =>
    page
      .getByRole('button', { name: t(key), exact: true })
      .first()
      .click()
  const choose = (key: Key): Promise<void> => page.getByRole('menuitem', { name: t(key), exact: true }).click()
  const key = async (name: string): Promise<void> => {
    await canvas().focus()
    await page.keyboard.press(name)
  }
  const escape = (): Promise<void> => page.keyboard.press('Escape')
  const card = page.locator('.card')
  const explore = async (entry: Key): Promise<void> => {
    await press('graph.explore')
    await choose(entry)
    await page.locator('#panel-title', { hasText: t(entry) }).waitFor()
  }
  const menuOf = (button: Key): State => [
    `the menu “${english[button]}”`,
    async () => {
      if ((await page.getByRole('menu').count()) > 0) await escape()
      await press(button)
      await page.getByRole('menu').waitFor()
    },
  ]
  const layout = (name: Key): State => [
    `the layout “${english[name]}”`,
    async () => {
      await press(name)
      await page.getByRole('button', { name: t(name), exact: true, pressed: true }).waitFor()
    },
  ]
  const dialog = (): Promise<void> => page.getByRole('dialog').waitFor()
  const note = (): Promise<void> => page.locator('.note.caution').first().waitFor()
  const openFile = (name: string, content: string): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  const question = page.locator('form').filter({ hasText: t('graph.question.asked-of') })
  let file = ''
  /** No question is answered until it opens. */
  let gate: Promise<void> = Promise.resolve()
  let release = (): void => {}
  const hold = (): void => {
    gate = new Promise((resolve) => (release = resolve))
  }

  return [
    [
      'the start',
      async () => {
        await page.route('**/graphql', (route) => gate.then(() => route.continue()))
        await go('')
        await page.locator('.holds .n').first().waitFor()
      },
    ],
    [
      'a question whose blanks are filled',
      async () => {
        await question.getByLabel(t('graph.blank.body')).selectOption('body:mosvy')
        await question.getByLabel(t('graph.blank.theme')).selectOption(THEME)
        await question.getByRole('link').waitFor()
      },
    ],
    [
      'a search that finds nothing',
      async () => {
        await page.keyboard.press('/')
        await page.keyboard.type('qqqqq')
        await page.locator('.toolbar .drop', { hasText: t('graph.foundNothing') }).waitFor()
      },
    ],
    [
      'a search that finds',
      async () => {
        await page.getByRole('combobox', { name: t('graph.find') }).fill('mosvy')
        await page.locator('.toolbar [role=option]').first().waitFor()
      },
    ],
    [
      'loading',
      async () => {
        hold()
        await page.keyboard.press('Enter')
        await page.locator('.opening').waitFor()
      },
    ],
    [
      'the details of a thing',
      async () => {
        release()
        await card.locator('.ring').first().waitFor()
      },
    ],
    [
      'loading more',
      async () => {
        hold()
        await key('Enter')
        await page.locator('.busy').waitFor()
      },
    ],
    [
      'what was asked for could not be had',
      async () => {
        release()
        await page.locator('.busy').waitFor({ state: 'detached' })
        await context.setOffline(true)
        await key('Enter')
        await page.getByRole('alert').waitFor()
        await context.setOffline(false)
        expect(problems.splice(0).filter((problem) => !/ERR_INTERNET_DISCONNECTED/.test(problem))).toEqual([])
      },
    ],
    [
      'nothing chosen',
      async () => {
        await start(`node=${RECOMMENDATION}`)
        await press('graph.close')
        await card.waitFor({ state: 'detached' })
      },
    ],
    [
      'the menu of a thing',
      async () => {
        await key('ArrowRight')
        await page.keyboard.press('m')
        await page.getByRole('menu').waitFor()
      },
    ],
    ...(['graph.canvasActions', 'graph.selection', 'graph.explore', 'graph.export', 'graph.file'] as const).map(menuOf),
    [
      'the steps taken',
      async () => {
        await escape()
        await press('graph.history')
        await page.locator('.steps').waitFor()
      },
    ],
    ['the questions', () => explore('graph.questions')],
    ['ways, of which nothing is chosen yet', () => explore('graph.paths')],
    [
      'ways between two',
      async () => {
        for (const row of [0, 3]) await page.locator('tbody input[type=checkbox]').nth(row).check()
        await explore('graph.paths')
        await card.locator('ol button').first().click()
      },
    ],
    [
      'documents compared',
      async () => {
        await explore('graph.compare')
        await card.getByLabel(t('graph.earlier')).selectOption('document:crc-2011')
        await card.getByLabel(t('graph.later')).selectOption('document:crc-2022')
        await card.getByRole('button', { name: t('graph.compareNow'), exact: true }).click()
        await card.locator('h3').first().waitFor()
      },
    ],
    ['a story, of which nothing is written yet', () => explore('graph.story')],
    [
      'a story being written',
      async () => {
        await press('graph.storyAdd')
        await press('graph.storyAdd')
        await card.getByLabel(t('graph.storyCaption')).first().fill('…')
      },
    ],
    [
      'a story that is shown',
      async () => {
        await press('graph.storyPlay')
        await card.locator('.caption').waitFor()
      },
    ],
    [
      'the keys',
      async () => {
        await press('graph.close')
        await press('graph.keys')
        await dialog()
      },
    ],
    [
      'sharing',
      async () => {
        await escape()
        await press('graph.share')
        await page.getByText(t('graph.embed'), { exact: true }).click()
        await page.getByLabel(t('graph.embedCode')).waitFor()
      },
    ],
    [
      'choosing what to expand',
      async () => {
        await escape()
        await start(`node=${RECOMMENDATION}`)
        await key('e')
        await page.getByRole('dialog').locator('fieldset').waitFor()
      },
    ],
    [
      'writing a note',
      async () => {
        await escape()
        await key('n')
        await page.getByLabel(t('graph.noteText')).fill('…')
      },
    ],
    [
      'a note kept',
      async () => {
        await press('graph.save')
        await card.locator('.own').waitFor()
      },
    ],
    [
      'relationships',
      async () => {
        await page.locator('.tabs button').nth(1).click()
        await page.locator('tbody .suggestion').first().waitFor()
      },
    ],
    [
      'no row that matches',
      async () => {
        await page.getByRole('searchbox', { name: t('graph.filterRows') }).fill('qqqqq')
        await page.getByText(t('graph.noRows')).waitFor()
      },
    ],
    ['the matrix, empty', () => page.locator('.tabs button').nth(2).click()],
    [
      'the matrix',
      async () => {
        await start(`node=${THEME}`)
        await page.locator('.tabs button').nth(2).click()
        await page.locator('.heat td button').first().click()
      },
    ],
    [
      'filters open',
      async () => {
        await page.locator('.tabs button').first().click()
        for (const summary of await page.locator('.legend summary').all()) await summary.click()
      },
    ],
    ['filtered', () => page.locator('.legend details input[type=checkbox]').first().check()],
    ['filters that fade', () => press('graph.mode.FADE')],
    [
      'hidden by hand',
      async () => {
        await press('graph.clearFilters')
        await key('Delete')
        await page.locator('.missing summary').click()
      },
    ],
    ['only what is near', () => key('ArrowRight').then(() => page.keyboard.press('1'))],
    [
      'groups',
      async () => {
        await press('graph.restoreAll')
        await page.getByLabel(t('graph.groupBy')).selectOption('mechanism')
        await until((there) => there.some((id) => id.startsWith('#')))
      },
    ],
    [
      'the details of a group',
      async () => {
        await page.locator('tr[data-id^="#"] th button').first().click()
        await card.waitFor()
      },
    ],
    [
      'all types off',
      async () => {
        await page.getByLabel(t('graph.groupBy')).selectOption('')
        for (const toggle of await page.locator('.toggle').all()) await toggle.click()
        await until((there) => there.length === 0)
      },
    ],
    ['shown again', () => press('graph.restoreAll')],
    ...(
      [
        'graph.layout.force',
        'graph.layout.radial',
        'graph.layout.timeline',
        'graph.layout.rows',
        'graph.layout.columns',
      ] as const
    ).map(layout),
    ['an area to be drawn', () => press('graph.tool.marquee')],
    [
      'a question answered',
      async () => {
        await go('question=who-works-on&right=right:crc-19')
        await until((there) => there.includes('right:crc-19'))
        await note()
      },
    ],
    ['a question with no answer', () => go('question=asked-of&body=body:mosvy&theme=theme:none-such').then(note)],
    ['a question that is not known', () => go('question=nothing').then(note)],
    ['a damaged address', () => go('g=damaged').then(note)],
    [
      'a file opened, with a thing that the graph does not hold',
      async () => {
        await start(`node=${THEME}`)
        file = (await download(t('graph.file'), t('graph.saveFile'))).toString()
        await openFile('view.json', file.replace(`"${THEME}"`, '"theme:none-such"'))
        await note()
      },
    ],
    ['a damaged file', () => openFile('view.json', file.slice(0, 100)).then(note)],
    [
      'where one left off',
      async () => {
        await press('graph.file')
        await choose('graph.new')
        await page.getByRole('button', { name: t('graph.goOn') }).waitFor()
      },
    ],
    [
      'in a frame',
      () =>
        start(`node=${THEME}`)
          .then(() => page.goto(`${page.url()}&embed=1&readonly=1`))
          .then(() => page.reload())
          .then(() => until((there) => there.length > 0)),
    ],
  ]
}

// Words differ by language, places by width; each is met twice.
test.each([
  ['en', 1_280],
  ['km', 390],
] as const)('every state in %s at %i pixels', { timeout: 300_000 }, async (language, width) => {
  await page.setViewportSize({ width, height: 844 })
  const found: Record<string, readonly string[]> = {}
  for (const [name, reach] of statesIn(language)) {
    await reach().catch((error: unknown) => {
      throw new Error(`“${name}” is not reached, of ${Object.keys(found).length} states that fail`, { cause: error })
    })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    const wrong = [...(await axe()), ...(wide > width ? [`${wide} pixels wide`] : [])]
    if (wrong.length > 0) found[name] = wrong
  }
  expect(found).toEqual({})
})
