/** Colours and shapes of the canvas, read from the page's tokens, so that canvas, SVG and page agree in every theme. */
import { NODE_SHAPES, OTHER_SHAPE, typeToken } from '../ui/shapes.ts'

export type Palette = {
  readonly node: (type: string) => string
  readonly ink: string
  readonly ink2: string
  readonly paper: string
  readonly canvas: string
  readonly edge: string
  readonly edgeStrong: string
  readonly accent: string
}

export function readPalette(element: Element = document.documentElement): Palette {
  const style = getComputedStyle(element)
  const token = (name: string): string => style.getPropertyValue(name).trim()
  return {
    node: (type) => token(`--node-${typeToken(type)}`) || token('--ink-2'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    paper: token('--paper'),
    canvas: token('--canvas'),
    edge: token('--edge'),
    edgeStrong: token('--edge-strong'),
    accent: token('--accent'),
  }
}

export const shapeOf = (type: string): string => NODE_SHAPES[type] ?? OTHER_SHAPE

/** The sign of a type as an image address, for the canvas. */
export function signImage(type: string, color: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-2 -2 28 28" width="112" height="112"><path d="${shapeOf(type)}" fill="${color}" fill-rule="evenodd"/></svg>`
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
}

const words = new Intl.Segmenter('km', { granularity: 'word' })

/** A name cut between words to what fits beside a node; never after the sign that binds two Khmer letters. */
export function cutLabel(text: string, length = 30): string {
  const segments = [...words.segment(text)].map(({ segment }) => segment)
  let cut = ''
  for (const segment of segments) {
    if ([...cut].length + [...segment].length > length) break
    cut += segment
  }
  const kept =
    cut === ''
      ? [...text]
          .slice(0, length)
          .join('')
          .replace(/\u17D2$/, '')
      : cut.trimEnd()
  return kept.length < text.length ? `${kept}…` : kept
}
