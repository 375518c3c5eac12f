/** A real browser that needs no install of its own: Chromium from a package, or the one CHROMIUM_PATH names. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

const require = createRequire(import.meta.url)

/** Arguments of the package that are wrong here: one process dies with its first page, and a page is held to its policy. */
const UNWANTED = new Set(['--single-process', '--disable-web-security', '--allow-running-insecure-content'])

/** A browser to be started: where it is, what it needs to be told, and what of its environment is its own. */
export type Chromium = {
  readonly executablePath: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

/** Libraries that a bare Linux lacks come with the package; they are put on the path only where they are missing. */
function lendLibraries(folder: string): Chromium['env'] {
  if (process.platform !== 'linux') return {}
  const known = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((path) => existsSync(path))
  if (known !== undefined && execFileSync(known, ['-p']).toString().includes('libnss3.so')) return {}
  const archive = join(dirname(require.resolve('@sparticuz/chromium')), '..', '..', 'bin', 'al2023.tar.br')
  const tar = join(folder, 'libraries.tar')
  writeFileSync(tar, brotliDecompressSync(readFileSync(archive)))
  execFileSync('tar', ['-xf', tar, '-C', folder])
  const paths = [join(folder, 'al2023', 'lib'), join(folder, 'lib'), process.env['LD_LIBRARY_PATH'] ?? '']
  return { LD_LIBRARY_PATH: paths.filter((path) => path !== '').join(':') }
}

/** The browser that CHROMIUM_PATH names, else the package's, which is unpacked into a folder: 200 MB and some seconds. */
export async function findBrowser(folder: string): Promise<Chromium> {
  const own = process.env['CHROMIUM_PATH']
  if (own !== undefined && own !== '')
    return { executablePath: own, args: ['--no-sandbox', '--enable-unsafe-swiftshader'], env: {} }
  const { default: packaged } = await import('@sparticuz/chromium')
  // The package unpacks to the temporary folder under a fixed name: runs side by side need folders of their own.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const executablePath = await packaged.executablePath()
    const args = packaged.args.filter((argument) => !UNWANTED.has(argument))
    return { executablePath, args, env: lendLibraries(folder) }
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}

/** `more` are arguments besides those that every run needs. */
export async function openBrowser(more: readonly string[] = [], found?: Chromium): Promise<Browser> {
  const { executablePath, args, env } =
    found ?? (await findBrowser(mkdtempSync(join(tmpdir(), 'followthrough-chromium-'))))
  return chromium.launch({ executablePath, args: [...args, ...more], env: { ...process.env, ...env } })
}

/** Opens an address of the page and waits until nothing is loading. */
export async function open(page: Page, address: string, fragment: string): Promise<void> {
  await page.goto(`${address}/${fragment}`)
  await settled(page)
}

/** Until the page has its heading and no question is open. */
export async function settled(page: Page): Promise<void> {
  await page.waitForSelector('h1')
  await page.waitForLoadState('networkidle')
}

/** A page with nothing kept from another, and what went wrong on it: errors, and whatever it asked of another host. */
export async function openPage(
  browser: Browser,
  address: string,
): Promise<{ context: BrowserContext; page: Page; problems: string[] }> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 900 },
    locale: 'en-GB',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  })
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('request', (request) => {
    if (![address, 'data:', 'blob:'].some((own) => request.url().startsWith(own)))
      problems.push(`asked another host: ${request.url()}`)
  })
  return { context, page, problems }
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds wrong with a page: rule and the first places. */
export async function violationsOf(page: Pick<Page, 'evaluate'>): Promise<string[]> {
  // Through the protocol, since the page's own policy lets no script in.
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const result = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Of what passes nothing is looked at, and describing it is most of the work.
      resultTypes: ['violations'],
    })
    return result.violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 160))
          .join(' | ')}`,
    )
  })
}

/** Pixels by which a page is wider than a window of a width. */
export async function overflowAt(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 700 })
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
}

/** Walks with Tab until the focus is on what the name says. */
export async function tabTo(page: Page, name: RegExp, limit = 120): Promise<void> {
  for (let step = 0; step < limit; step += 1) {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      let element = document.activeElement
      // What has the focus within a shadow root is named there.
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement
      return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''}`
    })
    if (name.test(focused)) return
  }
  throw new Error(`No stop of ${limit} is ${name}`)
}
