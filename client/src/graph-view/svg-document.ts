/**
 * The drawing as the text of an SVG: what an SVG file and a printed page hold. Pure; text stays text, so that it can be
 * read, searched and set in another face.
 */
import { toScreen, type Camera, type Size } from './camera.ts'
import { chooseLabels, labelOrder, LINE, placeHeadings } from './labels.ts'
import { isLitEdge, litOf, radiusOf, type DrawnNode, type Drawing, type Highlight } from './renderer.ts'
import { fontOf, signMarkup, type Palette } from './style.ts'

const MARKUP: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
/** Escapes what XML reads as its own, and leaves out what it may not hold at all. */
export const escapeXml = (text: string): string =>
  text
    // What XML 1.0 allows; halves of a pair are left as they are.
    .replace(/[^\t\n\r\u0020-\uFFFD]/g, '')
    .replace(/[&<>"']/g, (letter) => MARKUP[letter] ?? letter)

const round = (value: number): string => String(Math.round(value * 10) / 10)

export function svgText(
  text: string,
  { x, y }: { x: number; y: number },
  {
    size = 11,
    weight = 400,
    fill,
    halo,
    anchor = 'start',
    lang = 'en',
  }: { size?: number; weight?: number; fill: string; halo?: string; anchor?: string; lang?: 'en' | 'km' },
): string {
  const outline =
    halo === undefined ? '' : ` stroke="${halo}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`
  return `<text x="${round(x)}" y="${round(y)}" font-family="${escapeXml(fontOf(lang))}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}"${outline}${lang === 'km' ? ' lang="km"' : ''}>${escapeXml(text)}</text>`
}

const drawnLabel = (node: DrawnNode, at: { x: number; y: number }, palette: Palette, isStrong: boolean): string => {
  const [first = '', second] = node.lines
  const halo = palette.canvas
  const strong = second !== undefined || isStrong
  return (
    svgText(
      first,
      { x: at.x, y: second === undefined ? at.y + 4 : at.y - 2 },
      {
        weight: strong ? 600 : 400,
        fill: strong ? palette.ink : palette.ink2,
        halo,
        lang: node.lang,
      },
    ) +
    (second === undefined
      ? ''
      : svgText(second, { x: at.x, y: at.y - 2 + LINE }, { fill: palette.ink2, halo, lang: node.lang }))
  )
}

/** The inside of an SVG of the size given: lines, signs, labels, marks. */
export function svgBody(
  drawing: Drawing,
  { palette, camera, size, highlight }: { palette: Palette; camera: Camera; size: Size; highlight: Highlight },
): string {
  const lit = litOf(drawing, highlight)
  const byId = new Map(drawing.nodes.map((node) => [node.id, node]))
  const at = new Map(drawing.nodes.map((node) => [node.id, toScreen(camera, size, node)]))
  const isLit = (node: DrawnNode): boolean => (lit === null ? !node.isFaded : lit.has(node.id))
  const edges = drawing.edges.map((edge) => {
    const [a, b] = [at.get(edge.from), at.get(edge.to)]
    if (a === undefined || b === undefined) return ''
    const stands = isLitEdge(edge, highlight)
    const opacity = (lit === null ? !edge.isFaded : stands) ? '' : ` opacity="${palette.faded}"`
    const color = stands ? palette.edgeStrong : edge.isSuggestion ? palette.suggestLine : palette.edge
    return `<line x1="${round(a.x)}" y1="${round(a.y)}" x2="${round(b.x)}" y2="${round(b.y)}" stroke="${color}" stroke-width="${stands ? 1.6 : 1.1}"${edge.isSuggestion ? ' stroke-dasharray="4 3"' : ''}${opacity} data-edge="${escapeXml(edge.id)}"/>`
  })
  const nodes = drawing.nodes.map((node) => {
    const { x, y } = at.get(node.id) ?? { x: 0, y: 0 }
    const radius = radiusOf(node, camera.scale)
    const ring = highlight.selected.has(node.id)
      ? `<circle r="${round(radius + 4)}" fill="none" stroke="${palette.accent}" stroke-width="2.5"/>`
      : ''
    const keyboard =
      highlight.current === node.id
        ? `<circle r="${round(radius + 7.5)}" fill="none" stroke="${palette.ink}" stroke-width="1.5"/>`
        : ''
    const count =
      node.size > 1
        ? `<circle r="${round(radius * 0.72)}" fill="${palette.node(node.type)}"/>${svgText(String(node.size), { x: 0, y: radius * 0.3 }, { size: Math.round(radius * 0.8), weight: 600, fill: palette.onNode, anchor: 'middle' })}`
        : ''
    const more =
      node.hiddenCount > 0 && camera.scale >= 0.35
        ? svgText(
            `+${node.hiddenCount}`,
            { x: -3, y: radius + 9 },
            { size: 10, fill: palette.ink3, halo: palette.canvas, anchor: 'middle' },
          )
        : ''
    const pin = node.isPinned
      ? `<g transform="translate(${round(radius * 0.8)} ${round(-radius * 0.8)})"><path d="M0 0l-4 5" stroke="${palette.accent}" stroke-width="1.5"/><circle r="4" fill="${palette.accent}" stroke="${palette.canvas}" stroke-width="1"/></g>`
      : ''
    const note = node.hasNote
      ? `<rect x="${round(-radius - 3)}" y="${round(-radius - 1)}" width="6" height="7" fill="${palette.accent}"/>`
      : ''
    return `<g data-id="${escapeXml(node.id)}" transform="translate(${round(x)} ${round(y)})"${isLit(node) ? '' : ` opacity="${palette.faded}"`}>${keyboard}${ring}<g transform="translate(${round(-radius)} ${round(-radius)}) scale(${Math.round((radius / 12) * 1000) / 1000})">${signMarkup(node.type, palette)}</g>${count}${more}${pin}${note}</g>`
  })
  const headings = placeHeadings(drawing.headings, camera, size).map(({ text, at }) =>
    svgText(text, at, { weight: 520, fill: palette.ink3, halo: palette.canvas, lang: 'km' }),
  )
  const attention = { selected: highlight.selected, lit }
  const labels = chooseLabels(labelOrder([...byId.values()]), camera, size, attention).map((label) => {
    const drawn = drawnLabel(label.node, label.at, palette, highlight.selected.has(label.node.id))
    return isLit(label.node) ? drawn : `<g opacity="${palette.faded}">${drawn}</g>`
  })
  return `<g>${edges.join('')}</g><g>${nodes.join('')}</g><g>${headings.join('')}</g><g>${labels.join('')}</g>`
}
