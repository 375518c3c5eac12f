/** The graph page on any screen and for any hand: another site's frame, no WebGL, forced colours, fingers, paper, Khmer. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { describe, expect, inject, test } from 'vitest'
import khmer from '../src/messages/km.ts'
import { radiusOf } from '../src/graph-view/renderer.ts'
import { open, overflowAt, violationsOf } from './browser.ts'
import {
  at,
  axe,
  camera,
  canvas,
  canvasBox,
  count,
  download,
  ids,
  inGraph,
  place,
  RECOMMENDATION,
  said,
  start,
  THEME,
  until,
  type Hook,
  type Place,
} from './graph-page.ts'
import { address, browser, context, page, problems, usePages } from './pages.ts'
import { blankAt, lightnessOf, likenessOf } from './pixels.ts'

usePages()

const frameSite = inject('frameSite')

/** Things that are in sight and of which the picture of the canvas shows nothing; those under the buttons on it aside. */
async function undrawn(): Promise<string[]> {
  const box = await canvasBox()
  const points: (Place & { id: string })[] = []
  for (const id of await ids()) {
    const point = await place(id)
    if (point === null || point.x < 5 || point.y < 5 || point.x > box.width - 5 || point.y > box.height - 50) continue
    points.push({ id, ...point })
  }
  expect(points.length).toBeGreaterThan(0)
  const png = await page.screenshot({ clip: box })
  return (await blankAt(page, png, points)).map((point) => (point as (typeof points)[number]).id)
}
const allDrawn = (): Promise<unknown> => expect.poll(undrawn, { timeout: 20_000 }).toEqual([])

test('36: another site shows it in a frame where the owner lets it: the drawing alone, unchanged, the wheel left to that page', async () => {
  await start(`node=${THEME}`)
  const there = await ids()
  await page.getByRole('button', { name: 'Share' }).click()
  await page.getByText('Show it on another page').click()
  const element = await page.getByLabel('Element for the other page').inputValue()
  const source = /src="([^"]+)"/.exec(element)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect(await axe()).toEqual([])
  const inFrame = async (site: string) => {
    await page.goto(`${site}/?${encodeURIComponent(source)}`)
    const [, frame] = page.frames()
    if (frame === undefined) throw new Error('no frame')
    return frame
  }
  // By its number the same machine is a site that nobody has allowed.
  const refused = await inFrame(frameSite.replace('localhost', '127.0.0.1'))
  await expect.poll(() => refused.url()).toContain('chrome-error:')
  const frame = await inFrame(frameSite)
  await frame.getByRole('application').waitFor()
  const hook = <Value>(ask: (graph: NonNullable<Hook['followthroughGraph']>) => Value): Promise<Value> =>
    frame.evaluate(`(${ask.toString()})(window.followthroughGraph)`)
  await expect.poll(() => hook((graph) => graph.ids())).toEqual(there)
  for (const gone of ['.dock', '.legend', 'nav', 'header', 'footer']) expect(await frame.locator(gone).count()).toBe(0)
  const look = (): Promise<{ scale: number } | null> => hook((graph) => graph.camera())
  const before = await look()
  const box = await frame.getByRole('application').boundingBox()
  if (box === null) throw new Error('no canvas')
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.mouse.wheel(0, 300)
  await expect.poll(() => page.evaluate(() => window.scrollY)).toBeGreaterThan(0)
  expect(await look()).toEqual(before)
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -300)
  await page.keyboard.up('Control')
  await expect.poll(async () => (await look())?.scale ?? 0).toBeGreaterThan(before?.scale ?? 99)
  await frame.getByRole('application').focus()
  for (const key of ['ArrowRight', 'Delete', 'p', 'c', 'Enter']) await page.keyboard.press(key)
  await page.keyboard.press('m')
  expect(await frame.getByRole('menuitem', { name: /Hide|Pin|Expand|Note/ }).count()).toBe(0)
  await page.keyboard.press('Escape')
  expect(await hook((graph) => graph.ids())).toEqual(there)
  const whole = await frame.getByRole('link', { name: 'Open on a page of its own' }).getAttribute('href')
  expect(whole).not.toMatch(/embed|readonly/)
  expect(whole).toMatch(/[?&]g=/)
  expect(await violationsOf(frame)).toEqual([])
  // The other site is meant this time, and so is the refusal.
  const meant = /localhost|127\.0\.0\.1|chrome-error/
  expect(
    problems
      .splice(0)
      .filter((problem) => !/another host|frame-ancestors|Framing/.test(problem) || !meant.test(problem)),
  ).toEqual([])
})

describe('whatever the browser can draw with', () => {
  test('40: a canvas that a driver took away and gave back empty is drawn again', async () => {
    await start(`node=${THEME}`)
    await allDrawn()
    // A program can't take the driver away: this is what the browser does then.
    const lose = (): Promise<number> =>
      page.evaluate(() => {
        const canvases = [...document.querySelectorAll<HTMLCanvasElement>('[role=application] canvas')]
        for (const one of canvases) {
          one.getContext('2d')?.reset()
          one.dispatchEvent(new Event('contextlost', { cancelable: true }))
          one.dispatchEvent(new Event('contextrestored'))
        }
        return canvases.length
      })
    expect(await lose()).toBeGreaterThan(0)
    await allDrawn()
    await page.getByRole('checkbox', { name: 'Select Corporal punishment' }).check()
    await lose()
    await page.mouse.move(0, 0)
    await allDrawn()
    await page.keyboard.press('Control+z')
    expect(await axe()).toEqual([])
  })

  test('18, 21: on a screen twice as fine it is drawn as finely, and what is pointed at is what is there', async () => {
    await start(`node=${RECOMMENDATION}`)
    const client = await context.newCDPSession(page)
    // The window goes from one screen to another.
    await client.send('Emulation.setDeviceMetricsOverride', {
      width: 1_280,
      height: 900,
      deviceScaleFactor: 2,
      mobile: false,
    })
    const fineness = (): Promise<number[]> =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLCanvasElement>('[role=application] canvas')].map(
          (one) => one.width / one.clientWidth,
        ),
      )
    await expect.poll(fineness).toEqual([2])
    await page.getByRole('button', { name: 'Fit to the canvas' }).click()
    /** Pixels of the screen between a square sign's own colour and the paper, at the side where no line meets it. */
    const edge = async (id: string): Promise<number> =>
      page.evaluate(
        (middle) => {
          const context = document.querySelector<HTMLCanvasElement>('[role=application] canvas')?.getContext('2d')
          if (!context) throw new Error('No canvas to read')
          const half = 40
          const [left, top] = [Math.round(middle.x * 2) - half, Math.round(middle.y * 2) - half]
          const pixels = new Uint32Array(context.getImageData(left, top, 2 * half, 2 * half).data.buffer)
          const counts = new Map<number, number>()
          for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
          const [paper, sign] = [...counts].sort((a, b) => b[1] - a[1]).map(([pixel]) => pixel)
          const least = [
            [1, 0],
            [-1, 0],
            [0, 1],
            [0, -1],
          ].map(([dx = 0, dy = 0]) => {
            // Aside of the middle, where the icon is.
            const aside = 13
            const along = Array.from(
              { length: half },
              (_, step) => pixels[(half + dy * step + dx * aside) * 2 * half + half + dx * step + dy * aside],
            )
            return along.findIndex((pixel) => pixel === paper) - along.lastIndexOf(sign) - 1
          })
          return Math.min(...least.filter((width) => width >= 0))
        },
        (await place(id)) ?? { x: 0, y: 0 },
      )
    await expect.poll(() => edge('body:mosvy')).toBeLessThanOrEqual(2)
    // In turns: two clicks on one thing would be a double click.
    for (const aside of [0, -11])
      for (const id of [THEME, 'body:mosvy', RECOMMENDATION]) {
        const { x, y } = await at(id)
        await page.mouse.click(x + aside, y)
        await page.locator(`tr[aria-current=true][data-id="${id}"]`).waitFor()
      }
    // Whatever the wheel turns over stays under the pointer.
    const [before, looked] = [await at(THEME), await camera()]
    await page.mouse.move(before.x, before.y)
    await page.mouse.wheel(0, -240)
    await expect.poll(async () => (await camera())?.scale ?? 0).toBeGreaterThan(looked?.scale ?? 99)
    const after = await at(THEME)
    expect(Math.hypot(after.x - before.x, after.y - before.y)).toBeLessThan(1.5)
    await page.mouse.click(after.x, after.y)
    await page.locator(`tr[aria-current=true][data-id="${THEME}"]`).waitFor()
  })

  test('39, 40: without WebGL, in Khmer, at 400 %: all of it is drawn, the table at hand, nothing wider than the screen', async () => {
    await page.addInitScript(() => {
      const original = HTMLCanvasElement.prototype.getContext
      HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
        return kind.startsWith('webgl') ? null : Reflect.apply(original, this, [kind, ...rest])
      } as typeof original
    })
    // A window of 1,280 by 1,024 at 400 %.
    await page.setViewportSize({ width: 320, height: 256 })
    await start(`node=${THEME}`, 'km')
    await canvas().scrollIntoViewIfNeeded()
    await allDrawn()
    expect(await overflowAt(page, 320)).toBeLessThanOrEqual(0)
    expect(await page.locator('table').first().getAttribute('aria-rowcount')).toBe(String((await count()) + 1))
    expect(await axe()).toEqual([])
  })

  test('39: forced colours and a dark scheme reach the canvas; every state of the phone and of 400 % is whole', async () => {
    await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
    await start(`node=${THEME}`)
    await allDrawn()
    const lightness = async () => lightnessOf(page, await page.screenshot({ clip: await canvasBox() }))
    // Dark paper and signs that stand out from it by nearly all there is.
    const forced = await lightness()
    expect(forced.paper).toBeLessThan(40)
    expect(forced.most).toBeGreaterThan(180)
    expect(await axe()).toEqual([])
    await page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' })
    await expect.poll(async () => (await lightness()).paper).toBeGreaterThan(220)
    await page.emulateMedia({ colorScheme: 'dark' })
    await expect.poll(async () => (await lightness()).paper).toBeLessThan(60)
    expect(await axe()).toEqual([])
    for (const [width, height] of [
      [390, 844],
      [320, 256],
    ] as const) {
      await page.setViewportSize({ width, height })
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      for (const control of await page.locator('.toolbar button, .toolbar input').all()) {
        const box = await control.boundingBox()
        expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true)
      }
      expect(await axe()).toEqual([])
    }
  })

  test.each(['en', 'km'])(
    '31, 32: on a phone things lie in rows as wide as it, at a size to read, in %s',
    async (language) => {
      await page.setViewportSize({ width: 390, height: 844 })
      await start(`node=${THEME}`, language)
      const { scale = 0 } = (await camera()) ?? {}
      expect(scale).toBeGreaterThanOrEqual(0.75)
      const { width, height } = await canvasBox()
      const places = new Map<string, Place>()
      for (const id of await ids()) places.set(id, (await place(id)) ?? { x: NaN, y: NaN })
      for (const { x } of places.values()) expect(x > 0 && x < width).toBe(true)
      const asked = places.get(THEME)
      expect((asked?.y ?? -1) > 0 && (asked?.y ?? Infinity) < height).toBe(true)
      // What is asked for lies over who is to do it.
      const kind = (type: string): number[] =>
        [...places].filter(([id]) => id.startsWith(`${type}:`)).map(([, { y }]) => y)
      expect(Math.max(...kind('recommendation'))).toBeLessThan(Math.min(...kind('theme')))
      const saved = await page.evaluate(() => (window as unknown as Hook).followthroughGraph?.saved())
      expect(saved?.l).toBe('rows')
    },
  )

  test('8, 31: on a phone an expand leaves what is there where it is, and brings what is new into sight', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await start(`node=${RECOMMENDATION}`)
    const before = await ids()
    const stood = new Map<string, Place>()
    for (const id of before) stood.set(id, await inGraph(id))
    await canvas().focus()
    // The thing asked for is shown whole: its first neighbour has more.
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await until((there) => there.length > before.length)
    await allDrawn()
    for (const [id, where] of stood) expect(await inGraph(id)).toEqual(where)
    const { width, height } = await canvasBox()
    const inSight = async (): Promise<number> => {
      const places = await Promise.all((await ids()).filter((id) => !before.includes(id)).map(place))
      return places.filter((one) => one !== null && one.x > 0 && one.x < width && one.y > 0 && one.y < height).length
    }
    await expect.poll(inSight).toBeGreaterThan(0)
  })

  test('31, 39: with reduced motion the camera is where it goes at once; without, it travels', async () => {
    const jumps = async (): Promise<boolean> => {
      await page.getByRole('button', { name: 'Zoom in' }).click()
      const [first, last] = await page.evaluate(async () => {
        const graph = (window as unknown as Hook).followthroughGraph
        document.querySelector<HTMLElement>('[aria-label="Fit to the canvas"]')?.click()
        const begun = graph?.camera()
        let before = begun
        // Until it rests: three frames that are alike.
        for (let alike = 0; alike < 3;) {
          await new Promise((resolve) => requestAnimationFrame(resolve))
          const now = graph?.camera()
          alike = JSON.stringify(now) === JSON.stringify(before) ? alike + 1 : 0
          before = now
        }
        return [begun, before]
      })
      return JSON.stringify(first) === JSON.stringify(last)
    }
    await start(`node=${THEME}`)
    expect(await jumps()).toBe(true)
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    expect(await jumps()).toBe(false)
  })
})

describe('whatever the hand', () => {
  test('21, 33, 39: pinch with two fingers, a drawn line that selects; and nothing that only a drag can do', async () => {
    await start(`node=${THEME}`)
    const box = await canvasBox()
    const client = await context.newCDPSession(page)
    const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
    const fingers = (apart: number) => [
      { x: middle.x - apart, y: middle.y, id: 0 },
      { x: middle.x + apart, y: middle.y, id: 1 },
    ]
    const before = await camera()
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: fingers(40) })
    for (const apart of [60, 80, 100])
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: fingers(apart) })
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
    await expect.poll(async () => (await camera())?.scale ?? 0).toBeGreaterThan((before?.scale ?? 99) * 2)
    await page.getByRole('button', { name: 'Fit to the canvas' }).click()
    // A line drawn round one thing selects it and nothing that lies outside.
    await page.getByRole('button', { name: 'Select by a drawn line' }).click()
    const target = await at(THEME)
    const home = await inGraph(THEME)
    await page.mouse.move(target.x - 9, target.y - 9)
    await page.mouse.down()
    for (const [dx, dy] of [
      [9, -9],
      [9, 9],
      [-9, 9],
      [-9, -8],
    ] as const)
      await page.mouse.move(target.x + dx, target.y + dy)
    await page.mouse.up()
    await said(/1 selected/)
    expect(await page.locator('tr.is-selected').getAttribute('data-id')).toBe(THEME)
    // Moving: by a menu and a tap, undone like every other step, and let go by Escape.
    const moves = async (): Promise<void> => {
      await canvas().focus()
      await page.keyboard.press('m')
      await page.getByRole('menuitem', { name: 'Move to a point' }).click()
      await said(/Point to where Corporal punishment/)
    }
    const goal = { x: box.x + 60, y: box.y + box.height - 90 }
    await moves()
    // Longer and shorter words above it have not moved it: what is pointed at stays under the pointer.
    expect(await canvasBox()).toEqual(box)
    await page.mouse.click(goal.x, goal.y)
    await said(/Moved: Corporal punishment/)
    const moved = await at(THEME)
    expect([Math.round(moved.x - goal.x), Math.round(moved.y - goal.y)]).toEqual([0, 0])
    await page.keyboard.press('Control+z')
    expect(await inGraph(THEME)).toEqual(home)
    await moves()
    await page.keyboard.press('Escape')
    await page.mouse.click(goal.x, goal.y)
    expect(await inGraph(THEME)).toEqual(home)
    // Panning: every point can come to the middle.
    const look = await camera()
    const wide = await canvasBox()
    const was = await at(THEME)
    await page.mouse.click(goal.x, goal.y, { button: 'right' })
    await page.getByRole('menuitem', { name: 'Bring this point to the middle' }).click()
    const now = await at(THEME)
    expect(Math.round(now.x - was.x)).toBe(Math.round(wide.x + wide.width / 2 - goal.x))
    expect((await camera())?.scale).toBe(look?.scale)
  })
})

describe('Khmer, shaped as the browser shapes it', () => {
  const TRAFFICKING = 'theme:trafficking'
  const LABEL = 'អំពើជួញដូរមនុស្ស'
  const FACE = '"Noto Sans Khmer Variable", sans-serif'
  /** The text as the browser sets it on a page, at a size in pixels. Without joining, each sign of it stands alone. */
  async function set(text: string, sizePx: number, scale = 1): Promise<Buffer> {
    await page.evaluate(
      ([words, size, face]) => {
        const sheet = document.createElement('div')
        sheet.id = 'set'
        sheet.lang = 'km'
        sheet.style.cssText = `position: fixed; inset: 0; z-index: 99; background: #fff; color: #000; padding: 20px; font: 400 ${size}px/2 ${face}; white-space: nowrap`
        sheet.textContent = words
        document.body.append(sheet)
      },
      [text, sizePx * scale, FACE] as const,
    )
    const png = await page.screenshot({ clip: { x: 0, y: 0, width: 400 * scale, height: 70 * scale } })
    await page.evaluate(() => document.getElementById('set')?.remove())
    return png
  }
  /** Held against the browser's own setting, and against one in which no sign joins another: that must be far less like it. */
  async function isShaped(drawn: Buffer, sizePx: number): Promise<void> {
    const shaped = await likenessOf(page, drawn, await set(LABEL, sizePx))
    const loose = await likenessOf(page, drawn, await set([...LABEL].join('\u200C'), sizePx))
    expect(shaped).toBeGreaterThan(0.85)
    expect(loose).toBeLessThan(shaped - 0.2)
  }
  /** Where the label stands in an SVG that a page shows, and how large its letters are there. */
  const labelIn = (shown: Page): Promise<{ x: number; y: number; width: number; height: number; sizePx: number }> =>
    shown.evaluate((wanted) => {
      const text = [...document.querySelectorAll('text')].find(({ textContent }) => textContent === wanted)
      const matrix = text?.getScreenCTM()
      if (text === undefined || !matrix) throw new Error(`No text “${wanted}”`)
      const { x, y, width, height } = text.getBoundingClientRect()
      return { x: x - 1, y: y - 4, width: width + 3, height: height + 8, sizePx: 11 * matrix.a }
    }, LABEL)

  test('8, 20, 32, 35, 38: on the canvas, in PNG and SVG, on paper; dates and numbers in Khmer too', async () => {
    await start(`node=${TRAFFICKING}`, 'km')
    await canvas().focus()
    await page.keyboard.press('m')
    await page.getByRole('menuitem', { name: khmer['graph.hideOthers'] }).click()
    await until((there) => there.length === 1)
    await page.keyboard.press('Escape')
    await canvas().focus()
    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    await page.mouse.move(0, 0)
    const onCanvas = async (): Promise<Buffer> => {
      const sign = await at(TRAFFICKING)
      const scale = (await camera())?.scale ?? 1
      const left = sign.x + radiusOf({ size: 1 }, scale) + 3
      return page.screenshot({ clip: { x: left, y: sign.y - 11, width: 150, height: 24 } })
    }
    // The canvas grows as the details close, and what is on it moves with its middle.
    await expect.poll(async () => likenessOf(page, await onCanvas(), await set(LABEL, 11))).toBeGreaterThan(0.85)
    await isShaped(await onCanvas(), 11)

    // The SVG as another program shows it: a browser without our page or its faces.
    const folder = await mkdtemp(join(tmpdir(), 'followthrough-khmer-'))
    const file = join(folder, 'view.svg')
    const svg = await download(khmer['graph.export'], khmer['graph.export.svg'])
    await writeFile(file, svg)
    const viewer = await browser.newPage({ viewport: { width: 1_280, height: 700 } })
    await viewer.goto(pathToFileURL(file).href)
    await viewer.evaluate(() => document.fonts.ready)
    const { sizePx, ...clip } = await labelIn(viewer)
    await isShaped(await viewer.screenshot({ clip }), sizePx)
    expect(svg.toString()).not.toMatch(
      /January|February|March|April|May|June|July|August|September|October|November|December/,
    )

    // The PNG is the same picture twice as fine.
    await viewer.goto('about:blank')
    await viewer.setViewportSize({ width: 2_600, height: 1_400 })
    await viewer.setContent(
      `<body style="margin: 0"><img src="data:image/png;base64,${(await download(khmer['graph.export'], khmer['graph.export.png'])).toString('base64')}">`,
    )
    await viewer.locator('img').evaluate((image: HTMLImageElement) => image.decode())
    const twice = { x: clip.x * 2, y: clip.y * 2, width: clip.width * 2, height: clip.height * 2 }
    await isShaped(await viewer.screenshot({ clip: twice }), 22)
    await viewer.close()

    // On paper: a story of two pages, with what it rests on.
    await page.evaluate(() => {
      window.print = () => undefined
    })
    await page.getByRole('button', { name: khmer['graph.explore'] }).click()
    await page.getByRole('menuitem', { name: khmer['graph.story'] }).click()
    const panel = page.locator('.card')
    const add = panel.getByRole('button', { name: khmer['graph.storyAdd'] })
    await add.click()
    await add.click()
    await panel.getByLabel(khmer['graph.storyCaption']).first().fill('ពាក្យរបស់ខ្ញុំ')
    await panel.getByRole('button', { name: khmer['graph.export.print'] }).click()
    await page.locator('figure.paper').nth(1).waitFor({ state: 'attached' })
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('figure.paper').first().textContent()).toContain('ពាក្យរបស់ខ្ញុំ')
    const onPaper = await labelIn(page)
    await isShaped(await page.screenshot({ clip: { ...onPaper } }), onPaper.sizePx)
    const pdf = (await page.pdf({ format: 'A4', landscape: true })).toString('latin1')
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2)
    expect(pdf).toMatch(/\/FontName\s*\/\w+\+NotoSansKhmer/)
    await rm(folder, { recursive: true })
  })

  test('35: dates are Khmer in a browser that knows no Khmer', async () => {
    await open(page, address, '#/km/KHM/graph')
    await open(page, address, `#/km/KHM/graph?node=recommendation:crc-2011-41b`)
    await page.locator('.card', { hasText: 'មិថុនា 2011' }).waitFor()
    expect(await page.locator('.card').innerText()).not.toMatch(/June/)
    expect(await axe()).toEqual([])
  })
})
