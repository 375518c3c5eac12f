/**
 * The sign of each type as a stamp of any size. Its outline is asked point by point of the browser's own geometry and
 * never read back from a canvas: browsers that guard against being recognised (Tor's, for one) answer that with noise.
 */
import { colorOf, type Color, type Stamp } from './raster.ts'
import { iconOf, shapeOf, type Palette } from './style.ts'

/** Points a side of the mask that a sign is sampled on; three for each pixel of the usual size. */
const POINTS = 84
/** The box of 24 in which signs are drawn, with room for what stands out of it. */
const BOX = 28
/** Below this radius, in pixels of the page, an icon would be a blot. */
const ICON_FROM = 9

/** For each point whether it lies on the ground of the sign, 1, or on its icon, 2. */
const masks = new Map<string, Uint8Array>()
let geometry: CanvasRenderingContext2D | null = null

function maskOf(type: string): Uint8Array {
  const known = masks.get(type)
  if (known !== undefined) return known
  geometry ??= document.createElement('canvas').getContext('2d')
  const mask = new Uint8Array(POINTS * POINTS)
  if (geometry !== null) {
    const [shape, icon] = [new Path2D(shapeOf(type)), new Path2D(iconOf(type))]
    geometry.lineWidth = 2.6
    geometry.lineCap = 'round'
    geometry.lineJoin = 'round'
    for (let row = 0; row < POINTS; row += 1)
      for (let column = 0; column < POINTS; column += 1) {
        const x = ((column + 0.5) / POINTS) * BOX - 2
        const y = ((row + 0.5) / POINTS) * BOX - 2
        if (!geometry.isPointInPath(shape, x, y, 'evenodd')) continue
        // Icons are drawn at half size in the middle.
        mask[row * POINTS + column] = geometry.isPointInStroke(icon, (x - 6) * 2, (y - 6) * 2) ? 2 : 1
      }
  }
  masks.set(type, mask)
  return mask
}

/** A colour of the page as numbers; canvases write every colour in one of two ways. */
export function readColor(color: string, opacity = 1): Color {
  geometry ??= document.createElement('canvas').getContext('2d')
  if (geometry === null) return colorOf(0, 0, 0, opacity)
  geometry.fillStyle = '#000000'
  geometry.fillStyle = color
  const text = String(geometry.fillStyle)
  const [red = 0, green = 0, blue = 0] = text.startsWith('#')
    ? [1, 3, 5].map((at) => parseInt(text.slice(at, at + 2), 16))
    : (text.match(/[\d.]+/g) ?? []).map(Number)
  return colorOf(red, green, blue, opacity)
}

/** `radius` is half the sign's width in pixels of the screen, of which a pixel of the page has `ratio`. */
export function signStamp(
  type: string,
  { radius, ratio, palette, opacity }: { radius: number; ratio: number; palette: Palette; opacity: number },
): Stamp {
  const mask = maskOf(type)
  const side = Math.max(3, Math.ceil((radius * BOX) / 12))
  const [ground, onGround] = [readColor(palette.node(type)), readColor(palette.onNode)]
  const hasIcon = radius / ratio >= ICON_FROM
  const pixels = new Uint32Array(side * side)
  // Points to a pixel, which need not be a whole number: the stamp is centred on its sign.
  const step = (POINTS * 12) / (radius * BOX)
  const start = POINTS / 2 - (side / 2) * step
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      let [all, covered, inked] = [0, 0, 0]
      const endY = Math.max(start + (row + 1) * step, Math.floor(start + row * step) + 1)
      const endX = Math.max(start + (column + 1) * step, Math.floor(start + column * step) + 1)
      for (let y = Math.floor(start + row * step); y < endY; y += 1)
        for (let x = Math.floor(start + column * step); x < endX; x += 1) {
          all += 1
          const found = x < 0 || y < 0 || x >= POINTS || y >= POINTS ? 0 : (mask[y * POINTS + x] ?? 0)
          if (found > 0) covered += 1
          if (found > 1 && hasIcon) inked += 1
        }
      if (covered === 0) continue
      const share = inked / covered
      const part = (by: number): number =>
        Math.round(((ground >>> by) & 255) * (1 - share) + ((onGround >>> by) & 255) * share)
      pixels[row * side + column] = colorOf(part(0), part(8), part(16), (opacity * covered) / all)
    }
  return { width: side, height: side, pixels }
}
