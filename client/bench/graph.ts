/**
 * `npm run bench -- graph`: how quickly this page's drawing and seven libraries draw, move and add to the same seeded
 * graphs, in one run and one browser. What counts are ratios: a browser without a graphics card draws WebGL by its
 * processors, so libraries that draw by WebGL look worse here than on a laptop with a card.
 */
import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cp, mkdir, readFile } from 'node:fs/promises'
import { homedir, loadavg } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../e2e/browser.ts'
import type { Answered, LaidOut, Measured } from './page.ts'

export type Options = {
  readonly root: string
  readonly sizes: readonly number[]
  readonly runs: number
  readonly only: readonly string[] | null
  readonly isJson: boolean
  readonly tell: (text: string) => void
}

const OURS = 'this page'
/** What can be measured beside this page's own drawing, which always is: files of `peers/`. */
export const PEERS = ['cytoscape', 'cytoscape-webgl', 'vis-network', 'force-graph', 'sigma', 'g6', 'orb'] as const
/** Runs before those that count. */
const WARM_UP = 1
/** A library that needs longer for one run is left out at this size and the larger ones. */
const LIMIT_MS = 120_000
/** Nodes whose layout is measured: all libraries lay out so many. */
const LAYOUT_SIZE = 1_000
/** Nodes beside whose layout input is to be answered; ours alone, since the others lay out where they draw. */
const BESIDE_SIZE = 10_000
/** Milliseconds from one turn of the wheel to the next. */
const TURN_MS = 150

const run = promisify(execFile)

async function installPeers(root: string): Promise<string> {
  const source = join(root, 'client', 'bench', 'peers')
  const mark = createHash('sha256')
    .update(await readFile(join(source, 'package.json')))
    .digest('hex')
    .slice(0, 12)
  const folder = join(
    process.env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'),
    'followthrough',
    `bench-graph-${mark}`,
  )
  await mkdir(folder, { recursive: true })
  await cp(source, folder, { recursive: true })
  if (!existsSync(join(folder, 'node_modules', 'cytoscape')))
    await run(
      process.platform === 'win32' ? 'npm.cmd' : 'npm',
      ['install', '--no-audit', '--no-fund', '--loglevel=error'],
      {
        cwd: folder,
        shell: process.platform === 'win32',
      },
    )
  return folder
}

/** A script that leaves `create` on the window, as small as it can be. */
async function bundle(file: string, globalName: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName,
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    logLevel: 'error',
  })
  return outputFiles[0]?.text ?? ''
}

/** Keeps every context that is made, so that each can be waited for; put before anything else on the page. */
const KEEP_CONTEXTS = `window.bench = { contexts: [] };
const own = HTMLCanvasElement.prototype.getContext;
HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
  const context = own.call(this, kind, ...rest);
  if (context && !window.bench.contexts.includes(context) && this.isConnected !== undefined) window.bench.contexts.push(context);
  return context;
};`

type Library = { readonly name: string; readonly script: string; readonly kilobytes: number }

/** One library in a context of its own; rejects where it takes too long, breaks, or draws nothing. */
async function inPage<Result>(
  browser: () => Promise<Browser>,
  { library, page: measuring, styles }: { library: Library; page: string; styles: string },
  call: string,
  /** What a person does meanwhile. */
  meanwhile: (page: Page, isDone: () => boolean) => Promise<void> = async () => {},
): Promise<{ result: Result; heapMB: number; renderer: string }> {
  const context = await (await browser()).newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 })
  const left = setTimeout(() => void context.close(), LIMIT_MS)
  try {
    const page = await context.newPage()
    await page.addInitScript(KEEP_CONTEXTS)
    await page.goto('about:blank')
    await page.evaluate(KEEP_CONTEXTS)
    await page.addStyleTag({ content: `${styles}\nbody { margin: 0 }` })
    const renderer = await page.evaluate(() => {
      const gl = document.createElement('canvas').getContext('webgl2')
      const info = gl?.getExtension('WEBGL_debug_renderer_info')
      ;(window as unknown as { bench: { contexts: unknown[] } }).bench.contexts.length = 0
      return gl && info ? String(gl.getParameter(info.UNMASKED_RENDERER_WEBGL)) : 'none'
    })
    await page.addScriptTag({ content: measuring })
    await page.addScriptTag({ content: library.script })
    // A library that breaks while it draws may go on answering, quickly, with nothing on the canvas.
    const errors: Error[] = []
    page.on('pageerror', (error) => errors.push(error))
    const isDrawing = call.startsWith('measuring.measure(')
    const blank = isDrawing ? await page.screenshot() : null
    let isDone = false
    const asked = page.evaluate(call).finally(() => (isDone = true)) as Promise<Result>
    const [result] = await Promise.all([asked, meanwhile(page, () => isDone)])
    const [broken] = errors
    if (broken !== undefined) throw broken
    // Only after drawing: one of the libraries keeps the page too busy for a picture once it has laid out.
    if (blank !== null && (await page.screenshot()).equals(blank)) throw new Error('nothing is drawn')
    const session = await context.newCDPSession(page)
    await session.send('HeapProfiler.collectGarbage')
    const { usedSize } = await session.send('Runtime.getHeapUsage')
    return { result, heapMB: usedSize / 1_048_576, renderer }
  } finally {
    clearTimeout(left)
    await context.close().catch(() => {})
  }
}

const sorted = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)
const percentile = (values: readonly number[], share: number): number =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN
const median = (values: readonly number[]): number => percentile(values, 0.5)

export type Row = {
  readonly library: string
  readonly size: number
  readonly kilobytes: number
  readonly firstMs: number
  readonly panP50Ms: number
  readonly panP95Ms: number
  readonly zoomP95Ms: number
  /** Least and most of the runs' pan p95. */
  readonly panSpread: readonly [number, number]
  readonly addMs: number
  readonly driftPx: number
  readonly heapMB: number
}

export async function benchGraph({ root, sizes, runs, only, isJson, tell }: Options): Promise<void> {
  tell('Libraries: installing')
  const folder = await installPeers(root)
  const measuring = await bundle(join(root, 'client', 'bench', 'page.ts'), 'measuring')
  const styles = readFileSync(join(root, 'client', 'src', 'ui', 'tokens.css'), 'utf8')
  const names = [OURS, ...PEERS].filter((name) => only === null || only.includes(name) || name === OURS)
  const libraries: Library[] = []
  for (const name of names) {
    const file = name === OURS ? join(root, 'client', 'bench', 'ours.ts') : join(folder, `${name}.mjs`)
    const script = await bundle(file, 'library')
    libraries.push({ name, script, kilobytes: Math.round(gzipSync(script).length / 1_024) })
  }
  const opened: { browser: Browser | null } = { browser: null }
  // A page that is ended while it draws may take the browser with it.
  const browser = async (): Promise<Browser> => {
    // Frames as soon as they are drawn: at 60 a second a quick library looks like a slow one.
    if (opened.browser?.isConnected() !== true)
      opened.browser = await openBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync'])
    return opened.browser
  }
  const rows: Row[] = []
  const left: string[] = []
  const layouts: { library: string; ms: number; stress: number; oursMs: number | null }[] = []
  let renderer = ''
  let beside: Answered | null = null
  const page = (library: Library): { library: Library; page: string; styles: string } => ({
    library,
    page: measuring,
    styles,
  })
  try {
    const gone = new Set<string>()
    for (const size of sizes) {
      const measured = new Map<string, (Measured & { heapMB: number })[]>()
      for (let round = 0; round < runs + WARM_UP; round += 1) {
        for (let place = 0; place < libraries.length; place += 1) {
          // The order goes round, so that nobody is always first.
          const library = libraries[(place + round) % libraries.length]
          if (library === undefined || gone.has(library.name)) continue
          tell(`${size.toLocaleString('en')} nodes, ${library.name}, run ${round + 1} of ${runs + WARM_UP}`)
          try {
            const answer = await inPage<Measured>(browser, page(library), `measuring.measure(library.create, ${size})`)
            renderer = answer.renderer
            if (round >= WARM_UP)
              measured.set(library.name, [
                ...(measured.get(library.name) ?? []),
                { ...answer.result, heapMB: answer.heapMB },
              ])
          } catch (error) {
            gone.add(library.name)
            const [why = ''] = String(error instanceof Error ? error.message : error).split('\n')
            left.push(
              `${library.name} at ${size.toLocaleString('en')}: ${/closed/.test(why) ? `more than ${LIMIT_MS / 1_000} s` : why}`,
            )
          }
        }
      }
      for (const { name, kilobytes } of libraries) {
        const all = measured.get(name)
        if (all === undefined) continue
        const panP95 = all.map(({ panMs }) => percentile(panMs, 0.95))
        rows.push({
          library: name,
          size,
          kilobytes,
          firstMs: median(all.map(({ firstMs }) => firstMs)),
          panP50Ms: median(all.map(({ panMs }) => median(panMs))),
          panP95Ms: median(panP95),
          panSpread: [Math.min(...panP95), Math.max(...panP95)],
          zoomP95Ms: median(all.map(({ zoomMs }) => percentile(zoomMs, 0.95))),
          addMs: median(all.map(({ addMs }) => addMs)),
          driftPx: Math.max(...all.map(({ driftPx }) => driftPx)),
          heapMB: median(all.map(({ heapMB }) => heapMB)),
        })
      }
      // Of use by itself: the next size takes longer than all before it.
      if (sizes.length > 1)
        for (const { library, panP95Ms, zoomP95Ms, addMs } of rows.filter((row) => row.size === size))
          tell(
            `${size.toLocaleString('en')} nodes, ${library}: pan p95 ${panP95Ms.toFixed(1)}, zoom p95 ${zoomP95Ms.toFixed(1)}, add 100 ${addMs.toFixed(1)} ms`,
          )
    }
    let curve: LaidOut['curve'] = []
    for (const library of libraries) {
      tell(`Layout of ${LAYOUT_SIZE.toLocaleString('en')} nodes, ${library.name}`)
      try {
        const { result } = await inPage<LaidOut | null>(
          browser,
          page(library),
          `measuring.layOut(library.create, ${LAYOUT_SIZE})`,
        )
        if (result === null) continue
        if (library.name === OURS) curve = result.curve
        const asGood = curve.find(([, stress]) => stress <= result.stress)
        layouts.push({ library: library.name, ms: result.ms, stress: result.stress, oursMs: asGood?.[0] ?? null })
      } catch (error) {
        left.push(
          `${library.name}, layout: ${String(error instanceof Error ? error.message : error).split('\n')[0] ?? ''}`,
        )
      }
    }
    const [ours] = libraries
    if (ours !== undefined) {
      tell(`Input beside a layout of ${BESIDE_SIZE.toLocaleString('en')} nodes, ${OURS}`)
      const worker = await bundle(join(root, 'client', 'src', 'graph-view', 'layout.worker.ts'), 'worker')
      const { result } = await inPage<Answered>(
        browser,
        page(ours),
        `measuring.answerBeside(library.create, ${BESIDE_SIZE}, ${JSON.stringify(worker)})`,
        async (open, isDone) => {
          await open.mouse.move(640, 400)
          for (let turn = 0; !isDone(); turn += 1) {
            // Three across, one along: looking round is more than looking closer.
            await open.mouse.wheel(
              turn % 4 === 3 ? 0 : 40 * (turn % 8 < 4 ? 1 : -1),
              turn % 4 === 3 ? 40 * (turn % 8 < 4 ? 1 : -1) : 0,
            )
            await open.waitForTimeout(TURN_MS)
          }
        },
      )
      beside = result
    }
  } finally {
    await opened.browser?.close()
  }
  if (isJson) {
    process.stdout.write(`${JSON.stringify({ renderer, load: loadavg(), rows, layouts, beside, left })}\n`)
    return
  }
  print({ renderer, rows, layouts, beside, left })
}

const cell = (value: number, digits = 1): string => (Number.isFinite(value) ? value.toFixed(digits) : '–').padStart(10)

function print({
  renderer,
  rows,
  layouts,
  beside,
  left,
}: {
  renderer: string
  rows: readonly Row[]
  layouts: readonly { library: string; ms: number; stress: number; oursMs: number | null }[]
  beside: Answered | null
  left: readonly string[]
}): void {
  const line = (text = ''): void => void process.stdout.write(`${text}\n`)
  line(
    `\nDrawn by ${renderer}; load ${loadavg()[0]?.toFixed(1) ?? '?'}. Milliseconds from the call to the drawn frame, medians of runs.`,
  )
  line('Drawn without a graphics card: ratios of one run count, and WebGL looks worse than on a laptop with a card.')
  line(
    'A pan of this page moves what is there and draws what comes into sight, a zoom draws all. Of more than 4,000 lines edges are soft once it rests; of more than 10,000 a zoom shows about so many until then. Every other frame is whole.\n',
  )
  line(
    `${'library'.padEnd(18)}${['nodes', 'kB gz', 'first', 'pan p50', 'pan p95', '(least', 'most)', 'zoom p95', 'add 100', 'moved px', 'heap MB'].map((text) => text.padStart(10)).join('')}`,
  )
  for (const row of rows)
    line(
      row.library.padEnd(18) +
        cell(row.size, 0) +
        cell(row.kilobytes, 0) +
        cell(row.firstMs, 0) +
        cell(row.panP50Ms) +
        cell(row.panP95Ms) +
        cell(row.panSpread[0]) +
        cell(row.panSpread[1]) +
        cell(row.zoomP95Ms) +
        cell(row.addMs) +
        cell(row.driftPx) +
        cell(row.heapMB, 0),
    )
  line(
    '\nForce-directed layout of 1,000 nodes from the same start: time to its end, stress there, and when ours was as good.',
  )
  for (const { library, ms, stress, oursMs } of layouts)
    line(`${library.padEnd(18)}${cell(ms, 0)}${cell(stress, 3)}${oursMs === null ? '     never' : cell(oursMs, 0)}`)
  if (beside !== null)
    for (const [what, times] of [
      ['pan', beside.panMs],
      ['zoom', beside.zoomMs],
    ] as const)
      line(
        `${what === 'pan' ? `\nWhile this page lays out ${BESIDE_SIZE.toLocaleString('en')} nodes (${(beside.layoutMs / 1_000).toFixed(1)} s), from the wheel to the drawn frame:\n` : ''}${what.padEnd(18)}${cell(median(times))}${cell(percentile(times, 0.95))} (p95 of ${times.length})`,
      )
  if (left.length > 0) line(`\nLeft out: ${left.join('; ')}`)
}
