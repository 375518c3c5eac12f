/**
 * A view as a picture with what makes it quotable: title, legend, what is filtered and hidden, date and source. PNG twice
 * as fine as the screen, and SVG whose text is text.
 */
import { fitTo, type Size } from './camera.ts'
import { cutText, labelOrder } from './labels.ts'
import { paintAll } from './paint.ts'
import { NO_HIGHLIGHT, type Drawing, type Highlight } from './renderer.ts'
import { fontOf, iconOf, shapeOf, signMarkup, type Palette } from './style.ts'
import { escapeXml, svgBody, svgText } from './svg-document.ts'

export type Caption = {
  readonly title: string
  /** Types on the canvas with their words and counts. */
  readonly legend: readonly { readonly type: string; readonly text: string }[]
  readonly fact: string
  readonly suggestion: string
  /** What is filtered or hidden, the citation, the date; one line each. */
  readonly lines: readonly string[]
  readonly language: 'en' | 'km'
}

const HEAD = 40
const ROW = 20
const WIDTH = 1_280

/** Room for the legend: as many columns as there are, 190 pixels each. */
const legendRows = ({ legend }: Caption): number => Math.ceil((legend.length + 2) / Math.floor((WIDTH - 48) / 190))

const spanOf = (values: readonly number[]): number => {
  const ends = values.reduce<[number, number]>(
    ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
    [Infinity, -Infinity],
  )
  return Math.max(1, ends[1] - ends[0])
}

function frameOf(drawing: Drawing, caption: Caption): { size: Size; inner: Size; foot: number } {
  const rows = legendRows(caption)
  const foot = 16 + (rows + caption.lines.length) * ROW + 10
  // High enough for what there is, never higher than a page is long.
  const spanX = spanOf(drawing.nodes.map(({ x }) => x))
  const spanY = spanOf(drawing.nodes.map(({ y }) => y))
  const scale = Math.min(1, (WIDTH - 184) / spanX)
  const height = Math.max(360, Math.min(2_400, Math.round(spanY * scale) + 90))
  return { size: { width: WIDTH, height: HEAD + height + foot }, inner: { width: WIDTH, height }, foot }
}

const places = (caption: Caption): { x: number; y: number }[] => {
  const perRow = Math.floor((WIDTH - 48) / 190)
  return Array.from({ length: caption.legend.length + 2 }, (_, index) => ({
    x: 24 + (index % perRow) * 190,
    y: Math.floor(index / perRow) * ROW,
  }))
}

/** `faces` is a style sheet of font faces that the file takes along; without it the reader's own are used. */
export function svgPicture(
  drawing: Drawing,
  palette: Palette,
  caption: Caption,
  { highlight = NO_HIGHLIGHT, faces = '' }: { highlight?: Highlight; faces?: string } = {},
): string {
  const { size, inner } = frameOf(drawing, caption)
  const lang = caption.language
  const top = HEAD + inner.height + 24
  const spots = places(caption)
  const legend = caption.legend.map(({ type, text }, index) => {
    const { x = 0, y = 0 } = spots[index] ?? {}
    return `<g transform="translate(${x} ${top + y - 12}) scale(.62)">${signMarkup(type, palette)}</g>${svgText(cutText(text, 28), { x: x + 21, y: top + y }, { fill: palette.ink2, lang })}`
  })
  const lines = [
    { text: caption.fact, dash: '' },
    { text: caption.suggestion, dash: ' stroke-dasharray="4 3"' },
  ].map(({ text, dash }, index) => {
    const { x = 0, y = 0 } = spots[caption.legend.length + index] ?? {}
    return `<line x1="${x}" y1="${top + y - 4}" x2="${x + 16}" y2="${top + y - 4}" stroke="${palette.ink}" stroke-width="1.5"${dash}/>${svgText(text, { x: x + 21, y: top + y }, { fill: palette.ink2, lang })}`
  })
  const below = top + legendRows(caption) * ROW + 4
  const foot = caption.lines.map((text, index) =>
    svgText(cutText(text, 190), { x: 24, y: below + index * ROW }, { fill: palette.ink3, lang }),
  )
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${escapeXml(caption.title)}" xml:lang="${lang}">`,
    `<title>${escapeXml(caption.title)}</title>`,
    ...(faces === '' ? [] : [`<style>${escapeXml(faces)}</style>`]),
    `<rect width="100%" height="100%" fill="${palette.paper}"/>`,
    svgText(cutText(caption.title, 100), { x: 24, y: 27 }, { size: 16, weight: 600, fill: palette.ink, lang }),
    `<svg x="0" y="${HEAD}" width="${inner.width}" height="${inner.height}"><rect width="100%" height="100%" fill="${palette.canvas}"/>${svgBody(drawing, { palette, camera: fitTo(drawing.nodes, inner), size: inner, highlight })}</svg>`,
    ...legend,
    ...lines,
    ...foot,
    '</svg>',
  ].join('\n')
}

/** A PNG of the same, or null where the browser cannot make one. */
export async function pngPicture(
  drawing: Drawing,
  palette: Palette,
  caption: Caption,
  highlight: Highlight = NO_HIGHLIGHT,
): Promise<Blob | null> {
  const { size, inner } = frameOf(drawing, caption)
  const canvas = document.createElement('canvas')
  canvas.width = size.width * 2
  canvas.height = size.height * 2
  const context = canvas.getContext('2d')
  if (context === null) return null
  context.scale(2, 2)
  const font = fontOf(caption.language)
  const write = (text: string, x: number, y: number, color: string, style = '400 11px'): void => {
    context.textAlign = 'left'
    context.font = `${style} ${font}`
    context.fillStyle = color
    context.fillText(text, x, y)
  }
  context.fillStyle = palette.paper
  context.fillRect(0, 0, size.width, size.height)
  write(cutText(caption.title, 100), 24, 27, palette.ink, '600 16px')
  context.save()
  context.translate(0, HEAD)
  context.beginPath()
  context.rect(0, 0, inner.width, inner.height)
  context.clip()
  context.fillStyle = palette.canvas
  context.fillRect(0, 0, inner.width, inner.height)
  paintAll(
    context,
    {
      drawing,
      byId: new Map(drawing.nodes.map((node) => [node.id, node])),
      ordered: labelOrder(drawing.nodes),
      palette,
      camera: fitTo(drawing.nodes, inner),
      size: inner,
    },
    highlight,
  )
  context.restore()
  const top = HEAD + inner.height + 24
  const spots = places(caption)
  for (const [index, { type, text }] of caption.legend.entries()) {
    const { x = 0, y = 0 } = spots[index] ?? {}
    context.save()
    context.translate(x, top + y - 12)
    context.scale(0.62, 0.62)
    context.fillStyle = palette.node(type)
    context.fill(new Path2D(shapeOf(type)), 'evenodd')
    if (iconOf(type) !== '') {
      context.translate(6, 6)
      context.scale(0.5, 0.5)
      context.strokeStyle = palette.onNode
      context.lineWidth = 2.6
      context.stroke(new Path2D(iconOf(type)))
    }
    context.restore()
    write(cutText(text, 28), x + 21, top + y, palette.ink2)
  }
  for (const [index, text] of [caption.fact, caption.suggestion].entries()) {
    const { x = 0, y = 0 } = spots[caption.legend.length + index] ?? {}
    context.strokeStyle = palette.ink
    context.lineWidth = 1.5
    context.setLineDash(index === 1 ? [4, 3] : [])
    context.beginPath()
    context.moveTo(x, top + y - 4)
    context.lineTo(x + 16, top + y - 4)
    context.stroke()
    context.setLineDash([])
    write(text, x + 21, top + y, palette.ink2)
  }
  const below = top + legendRows(caption) * ROW + 4
  for (const [index, text] of caption.lines.entries()) write(cutText(text, 190), 24, below + index * ROW, palette.ink3)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'))
}
