/** Colours, shapes and signs of the canvas, read from the page's tokens, so that canvas, SVG, PNG and page agree in every theme. */
import { NODE_ICONS, NODE_SHAPES, OTHER_SHAPE, typeToken } from '../ui/shapes.ts'

export type Palette = {
  readonly node: (type: string) => string
  readonly onNode: string
  readonly ink: string
  readonly ink2: string
  readonly ink3: string
  readonly paper: string
  readonly canvas: string
  readonly rule: string
  readonly edge: string
  readonly edgeStrong: string
  readonly suggestLine: string
  readonly accent: string
  /** How much is left of what fades, 0 to 1. */
  readonly faded: number
}

export const KHMER_FACE = 'Noto Sans Khmer Variable'
export const FONT = `"${KHMER_FACE}", "Inter Variable", sans-serif`
/** Latin first where a label is English: the Khmer face brings Latin letters of its own. */
export const fontOf = (lang: 'en' | 'km'): string =>
  lang === 'km' ? FONT : `"Inter Variable", "${KHMER_FACE}", sans-serif`

/** A person's own colours (`CanvasText`) as they are at the moment; whatever is no such word stays as it is. */
function hexOf(color: string): string {
  if (!/^[a-z]+$/i.test(color)) return color
  const probe = document.createElement('span')
  probe.style.color = color
  document.body.append(probe)
  const parts = getComputedStyle(probe).color.match(/[\d.]+/g) ?? []
  probe.remove()
  return `#${parts
    .slice(0, 3)
    .map((part) => Math.round(Number(part)).toString(16).padStart(2, '0'))
    .join('')}`
}

export function readPalette(element: Element = document.documentElement): Palette {
  const style = getComputedStyle(element)
  const known = new Map<string, string>()
  const token = (name: string): string => {
    const value = known.get(name) ?? hexOf(style.getPropertyValue(name).trim())
    known.set(name, value)
    return value
  }
  return {
    node: (type) => token(`--node-${typeToken(type)}`) || token('--ink-2'),
    onNode: token('--on-node'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    ink3: token('--ink-3'),
    paper: token('--paper'),
    canvas: token('--canvas'),
    rule: token('--rule'),
    edge: token('--edge'),
    edgeStrong: token('--edge-strong'),
    suggestLine: token('--suggest-line'),
    accent: token('--accent'),
    faded: Number(token('--faded')) || 0.22,
  }
}

export const shapeOf = (type: string): string => NODE_SHAPES[type] ?? OTHER_SHAPE
/** Strokes of the type's icon in the same box of 24, or none for the small ring of other kinds. */
export const iconOf = (type: string): string => NODE_ICONS[type] ?? ''

/** The inside of a sign in a box of 24 by 24, as SVG. */
export const signMarkup = (type: string, palette: Palette): string =>
  `<path d="${shapeOf(type)}" fill="${palette.node(type)}" fill-rule="evenodd"/>` +
  (iconOf(type) === ''
    ? ''
    : `<path d="${iconOf(type)}" transform="translate(6 6) scale(.5)" fill="none" stroke="${palette.onNode}" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>`)
