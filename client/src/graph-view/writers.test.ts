import { describe, expect, test } from 'vitest'
import { START_CAMERA } from './camera.ts'
import { actionOfKey } from './keys.ts'
import { boxOf, chooseLabels, cutText, labelOrder, meets, placeHeadings, twoLines, type Attention } from './labels.ts'
import { svgPicture } from './picture.ts'
import { NO_HIGHLIGHT, type DrawnNode, type Drawing } from './renderer.ts'
import type { Palette } from './style.ts'
import { escapeXml, svgBody } from './svg-document.ts'
import { csvCell, edgesCsv, gexf, graphJson, graphml, nodesCsv, type FileGraph } from './writers.ts'

const GRAPH: FileGraph = {
  title: 'A & B <test>',
  conditions: '2 hidden by filters',
  citation: 'Followthrough',
  savedOn: '2026-11-25T10:00:00Z',
  note: '',
  nodes: [
    {
      id: 'theme:a',
      type: 'Theme',
      name: 'Ban "smacking", everywhere',
      nameKm: 'ស្ត្រី',
      detail: null,
      year: null,
      degree: 3,
      linkCount: 1,
      isPinned: true,
      note: '=SUM(1)',
      tags: ['x', 'y'],
      size: 1,
      x: 1.5,
      y: -2,
    },
    {
      id: 'recommendation:b',
      type: 'Recommendation',
      name: 'Line\nbreak & <tag>',
      nameKm: null,
      detail: 'para. 1',
      year: 2011,
      degree: 9,
      linkCount: 1,
      isPinned: false,
      note: '',
      tags: [],
      size: 1,
      x: 0,
      y: 0,
    },
  ],
  edges: [
    {
      id: 'recommendation:b ABOUT theme:a',
      from: 'recommendation:b',
      to: 'theme:a',
      type: 'ABOUT',
      isSuggestion: true,
      role: null,
      basis: 'SUGGESTED',
      count: 1,
    },
  ],
}

const NOBODY: Attention = { selected: new Set(), lit: null }

describe('files', () => {
  test('a cell is quoted where it must be, and never runs as a formula', () => {
    expect(csvCell('a,"b"')).toBe('"a,""b"""')
    expect(csvCell('=1+1')).toBe("'=1+1")
    expect(csvCell(-3)).toBe('-3')
    expect(csvCell(null)).toBe('')
  })
  test('CSV holds each thing and line, facts and suggestions apart', () => {
    const lines = nodesCsv(GRAPH).split('\r\n')
    expect(lines[0]?.startsWith('\uFEFFid,type,name')).toBe(true)
    expect(lines[1]).toBe('theme:a,Theme,"Ban ""smacking"", everywhere",ស្ត្រី,,,3,1,1,\'=SUM(1),x; y')
    expect(edgesCsv(GRAPH)).toContain('recommendation:b,ABOUT,theme:a,SUGGESTED,,SUGGESTED,1')
  })
  test('JSON comes back whole', () => {
    expect(JSON.parse(graphJson(GRAPH))).toEqual(GRAPH)
  })
  test.each([
    ['GraphML', graphml(GRAPH), 'attr.name="isSuggestion"'],
    ['GEXF', gexf(GRAPH), '<viz:position x="1.5" y="-2"'],
  ])('%s escapes what XML reads as its own and leaves out what is not known', (_name, text, part) => {
    expect(text).toContain(part)
    expect(text).toContain('A &amp; B &lt;test&gt;')
    expect(text).not.toContain('<tag>')
    expect(text.match(/<node /g)).toHaveLength(2)
    expect(text.match(/<edge /g)).toHaveLength(1)
    expect(text).not.toMatch(/null|undefined/)
  })
  test('characters that XML may not hold are left out', () => {
    expect(escapeXml('a\u0000b\u000Bc<"\'')).toBe('abc&lt;&quot;&#39;')
  })
})

const PALETTE: Palette = {
  node: () => '#385773',
  onNode: '#FFFFFF',
  ink: '#13232A',
  ink2: '#43555C',
  ink3: '#566970',
  paper: '#FFFFFF',
  canvas: '#FBFCFC',
  rule: '#D3DCDD',
  edge: '#8B9A9E',
  edgeStrong: '#13232A',
  suggestLine: '#566970',
  accent: '#0A5B70',
  faded: 0.22,
}
const drawn = (id: string, x: number, more: Partial<DrawnNode> = {}): DrawnNode => ({
  id,
  type: 'Theme',
  lines: [id],
  lang: 'en',
  hiddenCount: 0,
  linkCount: 1,
  size: 1,
  isFaded: false,
  isPinned: false,
  hasNote: false,
  x,
  y: 0,
  ...more,
})
const DRAWING: Drawing = {
  nodes: [drawn('one', 0, { hiddenCount: 4, isPinned: true }), drawn('two', 200), drawn('three', 400)],
  edges: [
    { id: 'f', from: 'one', to: 'two', label: 'about', isSuggestion: false, isFaded: false },
    { id: 's', from: 'two', to: 'three', label: 'about', isSuggestion: true, isFaded: false },
  ],
  headings: [{ text: 'Theme', x: 0, y: 44, stays: true }],
}

describe('drawings', () => {
  const size = { width: 800, height: 400 }
  const body = (focus: string | null) =>
    svgBody(DRAWING, { palette: PALETTE, camera: START_CAMERA, size, highlight: { ...NO_HIGHLIGHT, focus } })
  test('a suggestion is dashed, a fact is not; what is missing is said', () => {
    const lines = body(null).match(/<line [^>]*>/g) ?? []
    expect(lines.map((line) => line.includes('stroke-dasharray'))).toEqual([false, true])
    expect(body(null)).toContain('>+4<')
    expect(body(null)).toContain('>Theme<')
  })
  test('what is not round the focus fades', () => {
    expect(body('one').match(/data-id="three"[^>]*opacity/)).not.toBeNull()
    expect(body('one').match(/data-id="two"[^>]*opacity/)).toBeNull()
  })
  test('a picture carries title, legend, conditions and citation as text', () => {
    const svg = svgPicture(DRAWING, PALETTE, {
      title: 'Who asks <what>',
      legend: [{ type: 'Theme', text: 'Themes 3' }],
      fact: 'Fact',
      suggestion: 'Suggested',
      lines: ['2 hidden by filters', 'Followthrough, 25 November 2026'],
      language: 'en',
    })
    for (const part of ['Who asks &lt;what&gt;', 'Themes 3', 'Suggested', '2 hidden by filters', '25 November 2026'])
      expect(svg).toContain(part)
  })
  test('labels never meet, the best joined win, and panning changes none', () => {
    const nodes = Array.from({ length: 200 }, (_, index) =>
      drawn(`n${index}`, (index % 20) * 30, { y: Math.floor(index / 20) * 12, linkCount: index }),
    )
    const at = (x: number) =>
      chooseLabels(labelOrder(nodes), { x, y: 60, scale: 1 }, { width: 2_000, height: 1_000 }, NOBODY)
    const first = at(300).map(({ node }) => node.id)
    expect(first).toContain('n199')
    expect(first.length).toBeLessThan(100)
    expect(at(337).map(({ node }) => node.id)).toEqual(first)
  })
  test('headings of narrow columns stand on lines of their own, all of them', () => {
    const headings = ['Review document', 'Recommendation', 'Right and theme'].map((text, index) => ({
      text,
      x: index * 40,
      y: 0,
      stays: true,
    }))
    const placed = placeHeadings(headings, { x: 100, y: 0, scale: 1 }, { width: 390, height: 400 })
    const boxes = placed.map(({ text, at }) => boxOf([text], at))
    expect(placed.map(({ text }) => text)).toEqual(headings.map(({ text }) => text))
    for (const [index, box] of boxes.entries())
      expect(boxes.slice(index + 1).filter((other) => meets(box, other))).toEqual([])
  })
  test('what is lit is named before the rest, but over nothing; only a selection is named whatever it covers', () => {
    const nodes = ['a', 'b', 'c'].map((id, index) => drawn(id, index * 4, { y: 0, linkCount: 3 - index }))
    const named = (attention: Attention): string[] =>
      chooseLabels(labelOrder(nodes), { x: 100, y: 60, scale: 1 }, { width: 400, height: 200 }, attention).map(
        ({ node }) => node.id,
      )
    expect(named(NOBODY)).toEqual(['a'])
    expect(named({ selected: new Set(), lit: new Set(['b', 'c']) })).toEqual(['b'])
    expect(named({ selected: new Set(['c']), lit: new Set(['a', 'b']) })).toEqual(['c'])
    expect(named({ selected: new Set(['b', 'c']), lit: null })).toEqual(['b', 'c'])
  })
})

test('texts are cut between words, else by grapheme, never after the sign that binds two letters', () => {
  expect(cutText('Ban corporal punishment by law in every setting', 20)).toBe('Ban corporal…')
  expect(cutText('short', 20)).toBe('short')
  expect(twoLines('CRC General Comment No. 8', 24)).toEqual(['CRC General Comment No.', '8'])
  expect(cutText('ស្ត្រី'.repeat(20), 3).replace('…', '')).not.toMatch(/\u17D2$/)
  expect(twoLines('Rights of the child in the digital environment', 24)).toEqual([
    'Rights of the child in',
    'the digital environment',
  ])
})

test('single letters can be turned off; keys that are no letters stay', () => {
  const press = (key: string, more = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...more,
  })
  const on = { areLettersOn: true }
  const off = { areLettersOn: false }
  expect(actionOfKey(press('h'), on)).toBe('hide')
  expect(actionOfKey(press('H', { shiftKey: true }), on)).toBe('hide')
  expect(actionOfKey(press('h'), off)).toBeNull()
  expect(actionOfKey(press('Delete'), off)).toBe('hide')
  expect(actionOfKey(press(' '), off)).toBe('select')
  expect(actionOfKey(press('F10', { shiftKey: true }), off)).toBe('menu')
  expect(actionOfKey(press('ArrowUp', { altKey: true }), off)).toBe('moveUp')
  expect(actionOfKey(press('h', { ctrlKey: true }), on)).toBeNull()
  expect(actionOfKey(press('Tab'), on)).toBeNull()
})
