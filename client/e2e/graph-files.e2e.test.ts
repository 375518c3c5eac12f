/** Files of the graph page, read again by programs that others wrote: the same things, lines and attributes as its table. */
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { canvas, download, start, THEME } from './graph-page.ts'
import { browser, page, usePages } from './pages.ts'

usePages()

/** A Python with networkx: set by .ci/run. Without it the test that needs that reader is skipped. */
const PYTHON = process.env['TEST_PYTHON'] ?? ''
const NOTE = 'Ask <again> & “soon”, ទាំងអស់'

type Row = Record<string, unknown>
type Written = {
  nodes: { id: string; name: string; type: string; year: number | null; linkCount: number; [column: string]: unknown }[]
  edges: { id: string; from: string; to: string; isSuggestion: boolean; [column: string]: unknown }[]
}
let folder = ''
let written: Written
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'followthrough-files-'))
  await start(`node=${THEME}`)
  await canvas().focus()
  await page.keyboard.press('p')
  await page.keyboard.press('n')
  await page.getByLabel('Your words').fill(NOTE)
  await page.getByLabel(/Tags/).fill('press, urgent')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('.card', { hasText: 'Ask <again>' }).waitFor()
  written = JSON.parse((await download('Export', 'All of it (JSON)')).toString()) as Written
})
afterEach(() => rm(folder, { recursive: true }))

test('20: the JSON is the table, row by row; an SVG opened elsewhere has the same things and lines, suggestions dashed', async () => {
  await page.getByRole('button', { name: 'Links', exact: true }).click()
  const rows = await page.locator('tbody tr[data-id]').evaluateAll((all) =>
    all.map((row) => ({
      id: row.getAttribute('data-id'),
      cells: [...row.children].map(({ textContent }) => textContent.trim()),
    })),
  )
  expect(rows).toHaveLength(written.nodes.length)
  for (const { id, cells } of rows) {
    const node = written.nodes.find((one) => one.id === id)
    expect(cells[1]).toContain(node?.name)
    expect(cells.slice(3, 5)).toEqual([String(node?.year ?? ''), String(node?.linkCount)])
  }
  const file = join(folder, 'view.svg')
  await writeFile(file, await download('Export', 'Drawing (SVG)'))
  const viewer = await browser.newPage()
  await viewer.goto(pathToFileURL(file).href)
  const drawn = await viewer.evaluate(() => ({
    root: document.documentElement.localName,
    nodes: [...document.querySelectorAll('[data-id]')].map((one) => one.getAttribute('data-id')),
    edges: [...document.querySelectorAll('[data-edge]')].map((one) => ({
      id: one.getAttribute('data-edge'),
      isSuggestion: one.hasAttribute('stroke-dasharray'),
    })),
    text: document.documentElement.textContent,
  }))
  await viewer.close()
  expect(drawn.root).toBe('svg')
  expect(drawn.nodes.sort()).toEqual(written.nodes.map(({ id }) => id).sort())
  const byId = (a: { id: string | null }, b: { id: string | null }): number => String(a.id).localeCompare(String(b.id))
  expect(drawn.edges.sort(byId)).toEqual(written.edges.map(({ id, isSuggestion }) => ({ id, isSuggestion })).sort(byId))
  // What it rests on stands below it.
  expect(drawn.text).toMatch(/Sources: .*CRC\/C\/KHM\/CO\/2-3, para\. .*41\(b\)/)
})

test.skipIf(PYTHON === '')('30: GraphML and GEXF as networkx reads them', async () => {
  const files = { graphml: join(folder, 'view.graphml'), gexf: join(folder, 'view.gexf') }
  await writeFile(files.graphml, await download('Export', 'Graph file (GraphML)'))
  await writeFile(files.gexf, await download('Export', 'Graph file (GEXF)'))
  const { stdout } = await promisify(execFile)(
    PYTHON,
    [join(import.meta.dirname, 'read_graphs.py'), files.graphml, files.gexf],
    { maxBuffer: 64_000_000 },
  )
  type Held = { nodes: Record<string, Row>; edges: [string, string, Row][]; isDirected: boolean }
  const read = JSON.parse(stdout) as { graphml: Held; gexf: Held }
  const known = (row: Row): Row =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null && value !== ''))
  const nodes = written.nodes.map(({ id, linkCount, size, tags, x, y, ...rest }) => [
    id,
    known({ ...rest, links: linkCount, standsFor: size, tags: (tags as string[]).join('; '), x, y }),
  ])
  const edges = written.edges.map(({ id, from, to, type, isSuggestion, role, basis, count }) => [
    from,
    to,
    known({ id, type, isSuggestion, role, basis, standsFor: count }),
  ])
  const sorted = (all: unknown[]): unknown[] =>
    [...all].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  const columns = (row: Row, names: readonly string[]): Row =>
    Object.fromEntries(names.flatMap((name) => (name in row ? [[name, row[name]]] : [])))
  const ofEdges = ['id', 'type', 'isSuggestion', 'role', 'basis', 'standsFor']
  expect(read.graphml.isDirected && read.gexf.isDirected).toBe(true)
  expect(read.graphml.nodes).toEqual(Object.fromEntries(nodes))
  expect(sorted(read.graphml.edges.map(([from, to, row]) => [from, to, columns(row, ofEdges)]))).toEqual(sorted(edges))
  // GEXF has words of its own for a label and a place.
  const places = Object.entries(read.gexf.nodes).map(([id, { label, viz, ...row }]) => {
    const { x, y } = (viz as { position: { x: number; y: number } }).position
    return [id, { ...row, x, y, label }]
  })
  expect(Object.fromEntries(places)).toEqual(
    Object.fromEntries(nodes.map(([id, row]) => [id, { ...(row as Row), label: (row as Row)['name'] }])),
  )
  expect(sorted(read.gexf.edges.map(([from, to, row]) => [from, to, columns(row, ofEdges)]))).toEqual(sorted(edges))
  expect(Object.values(read.graphml.nodes).some(({ note, isPinned }) => note === NOTE && isPinned === true)).toBe(true)
})
