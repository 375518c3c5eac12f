/**
 * A bitmap that lines and signs are set into, and that moves by copying. Ours, since it costs the same on every machine:
 * without a graphics card a browser needs 0.2 ms for one picture set on a canvas and as much for ten lines wider than a
 * pixel, and its WebGL twenty times as long. Pure; a unit is one pixel of the screen.
 */

/** A rectangle of whole pixels; right and bottom lie outside. */
export type Region = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Colours are read as the bytes of ImageData, so 0xAABBGGRR; the machine has the low byte first. */
export type Color = number
export const colorOf = (red: number, green: number, blue: number, opacity = 1): Color =>
  ((Math.round(opacity * 255) << 24) | (blue << 16) | (green << 8) | red) >>> 0

/** What is set at a place: colours row by row, of 0 to 255 opacity. */
export type Stamp = { readonly width: number; readonly height: number; readonly pixels: Uint32Array }

export type Dash = { readonly on: number; readonly period: number }

/** Opaque ground with a colour over it; `share` from 0 to 256. */
function mix(ground: number, color: number, share: number): number {
  const rest = 256 - share
  const redBlue = (Math.imul(ground & 0xff00ff, rest) + Math.imul(color & 0xff00ff, share)) >>> 8
  const green = (Math.imul(ground & 0xff00, rest) + Math.imul(color & 0xff00, share)) >>> 8
  return 0xff000000 | (redBlue & 0xff00ff) | (green & 0xff00)
}

/** A pixel in the parts that lines are counted in. */
const ONE = 65_536

/** What all pixels of a line have in common; one for all lines, since most have many dashes. */
type Pen = {
  climb: number
  isSteep: boolean
  bMin: number
  bMax: number
  color: Color
  depth: number
}

export class Raster {
  readonly width: number
  readonly height: number
  readonly bytes: Uint8ClampedArray<ArrayBuffer>
  readonly #pixels: Uint32Array
  #clip: Region
  #isSoft = true
  readonly #pen: Pen = { climb: 0, isSteep: false, bMin: 0, bMax: 0, color: 0, depth: 1 }

  constructor(width: number, height: number) {
    this.width = Math.max(1, Math.round(width))
    this.height = Math.max(1, Math.round(height))
    this.bytes = new Uint8ClampedArray(this.width * this.height * 4)
    this.#pixels = new Uint32Array(this.bytes.buffer)
    this.#clip = this.whole
  }

  get whole(): Region {
    return { left: 0, top: 0, right: this.width, bottom: this.height }
  }

  /** What follows changes nothing outside. Where it is not soft, lines are set without the shades of their edges: a fifth of the work. */
  within(region: Region, { isSoft = true }: { isSoft?: boolean } = {}): void {
    this.#clip = region
    this.#isSoft = isSoft
  }

  /** The whole region in one opaque colour. */
  clear(color: Color): void {
    const { left, top, right, bottom } = this.#clip
    for (let row = top; row < bottom; row += 1)
      this.#pixels.fill(color | 0xff000000, row * this.width + left, row * this.width + right)
  }

  /** Moves all of it by whole pixels and gives the regions that are left to be drawn, which do not meet. */
  scroll(right: number, down: number): Region[] {
    const { width, height } = this
    if (Math.abs(right) >= width || Math.abs(down) >= height) return [this.whole]
    const pixels = this.#pixels
    const count = width - Math.abs(right)
    const [from, to] = [Math.max(0, -right), Math.max(0, right)]
    if (right === 0)
      pixels.copyWithin(Math.max(0, down) * width, Math.max(0, -down) * width, (height + Math.min(0, -down)) * width)
    else
      for (let step = 0; step < height - Math.abs(down); step += 1) {
        // From the side that it moves to, so that nothing is written over before it is read.
        const row = down > 0 ? height - 1 - step : step
        const source = (row - down) * width + from
        pixels.copyWithin(row * width + to, source, source + count)
      }
    const [top, bottom] = [Math.max(0, down), height + Math.min(0, down)]
    return [
      { left: 0, top: 0, right: width, bottom: top },
      { left: 0, top: bottom, right: width, bottom: height },
      { left: 0, top, right: to, bottom },
      { left: width + Math.min(0, right), top, right: width, bottom },
    ].filter((region) => region.right > region.left && region.bottom > region.top)
  }

  /** A stamp whose top left corner is at a place. */
  stamp({ width, height, pixels }: Stamp, x: number, y: number): void {
    const clip = this.#clip
    const left = Math.max(x, clip.left)
    const right = Math.min(x + width, clip.right)
    const bottom = Math.min(y + height, clip.bottom)
    if (left >= right) return
    const ground = this.#pixels
    for (let row = Math.max(y, clip.top); row < bottom; row += 1) {
      let at = row * this.width + left
      let source = (row - y) * width + left - x
      for (let column = left; column < right; column += 1, at += 1, source += 1) {
        const color = pixels[source] ?? 0
        const opacity = color >>> 24
        if (opacity === 255) ground[at] = color
        else if (opacity > 0) ground[at] = mix(ground[at] ?? 0, color, opacity + (opacity >> 7))
      }
    }
  }

  /**
   * A straight line, `thickness` whole pixels wide. It is walked along its longer side pixel by pixel, in
   * parts of 1/65536 counted from its own end: so it looks the same however the region cuts it and wherever it is moved.
   */
  line(x0: number, y0: number, x1: number, y1: number, color: Color, thickness: number, dash: Dash | null): void {
    const isSteep = Math.abs(y1 - y0) > Math.abs(x1 - x0)
    const { left, top, right, bottom } = this.#clip
    // From here on `a` runs along the line and `b` across it.
    const [aMin, aMax] = isSteep ? [top, bottom] : [left, right]
    const [bMin, bMax] = isSteep ? [left, right] : [top, bottom]
    const isForward = isSteep ? y0 <= y1 : x0 <= x1
    const a0 = isSteep ? (isForward ? y0 : y1) : isForward ? x0 : x1
    const a1 = isSteep ? (isForward ? y1 : y0) : isForward ? x1 : x0
    const b0 = isSteep ? (isForward ? x0 : x1) : isForward ? y0 : y1
    const b1 = isSteep ? (isForward ? x1 : x0) : isForward ? y1 : y0
    if (a1 - a0 < 1e-6) return
    const slope = (b1 - b0) / (a1 - a0)
    const stretch = Math.sqrt(1 + slope * slope)
    // A slanting line is cut aslant, so it is deeper than it is wide.
    const depth = thickness === 1 ? 1 : Math.round(thickness * stretch)
    let first = Math.max(aMin, Math.round(a0))
    let last = Math.min(aMax, Math.round(a1))
    // Only where it lies within the region across.
    if (slope !== 0) {
      const enter = (bMin - depth - b0) / slope + a0
      const leave = (bMax + depth - b0) / slope + a0
      first = Math.max(first, Math.floor(Math.min(enter, leave)) - 1)
      last = Math.min(last, Math.ceil(Math.max(enter, leave)) + 1)
    }
    if (first >= last) return
    const origin = Math.round(a0)
    const start = Math.round((b0 + (origin + 0.5 - a0) * slope - depth / 2) * ONE) | 0
    const climb = Math.round(slope * ONE)
    const pen = this.#pen
    pen.climb = climb
    pen.isSteep = isSteep
    pen.bMin = bMin
    pen.bMax = bMax
    pen.color = color
    pen.depth = depth
    const run = (from: number, to: number): void => this.#run(from, to, (start + Math.imul(from - origin, climb)) | 0)
    if (dash === null) {
      run(first, last)
      return
    }
    const [on, period] = [dash.on / stretch, dash.period / stretch]
    // Counted from the end that the line begins with.
    const begin = isForward ? a0 : a1
    const [near, far] = isForward ? [first - begin, last - begin] : [begin - last, begin - first]
    for (let at = Math.floor(near / period) * period; at < far; at += period) {
      const from = Math.max(first, Math.round(isForward ? begin + at : begin - at - on))
      const to = Math.min(last, Math.round(isForward ? begin + at + on : begin - at))
      if (from < to) run(from, to)
    }
  }

  /** Pixels of a line from one place along it to another; `b` is where it begins across, `climb` its growth a step. */
  #run(from: number, to: number, b: number): void {
    const { climb, isSteep, bMin, bMax, color, depth } = this.#pen
    const ground = this.#pixels
    const stepA = isSteep ? this.width : 1
    const stepB = isSteep ? 1 : this.width
    const opacity = (color >>> 24) + 1
    const redBlue = color & 0xff00ff
    const green = color & 0xff00
    const climbed = (b + Math.imul(to - 1 - from, climb)) | 0
    const isInside = Math.min(b, climbed) >> 16 >= bMin && (Math.max(b, climbed) >> 16) + depth < bMax
    let across = b
    let base = from * stepA
    if (!this.#isSoft && opacity === 256) {
      const solid = color | 0
      across = (b + ONE / 2) | 0
      if (isInside && depth === 1)
        for (let a = from; a < to; a += 1, base += stepA, across = (across + climb) | 0)
          ground[base + (across >> 16) * stepB] = solid
      else
        for (let a = from; a < to; a += 1, base += stepA, across = (across + climb) | 0)
          for (let index = across >> 16, end = index + depth; index < end; index += 1)
            if (index >= bMin && index < bMax) ground[base + index * stepB] = solid
      return
    }
    for (let a = from; a < to; a += 1, base += stepA, across = (across + climb) | 0) {
      const row = across >> 16
      const part = (across >> 8) & 255
      const later = (part * opacity) >> 8
      let at = base + row * stepB
      if (isInside && depth === 1) {
        // What nearly every pixel of nearly every line is: no bounds, two pixels.
        const under = ground[at] ?? 0
        const next = ground[at + stepB] ?? 0
        const whole = opacity - later
        const rest = 256 - whole
        ground[at] =
          0xff000000 |
          (((Math.imul(under & 0xff00ff, rest) + Math.imul(redBlue, whole)) >>> 8) & 0xff00ff) |
          (((Math.imul(under & 0xff00, rest) + Math.imul(green, whole)) >>> 8) & 0xff00)
        const other = 256 - later
        ground[at + stepB] =
          0xff000000 |
          (((Math.imul(next & 0xff00ff, other) + Math.imul(redBlue, later)) >>> 8) & 0xff00ff) |
          (((Math.imul(next & 0xff00, other) + Math.imul(green, later)) >>> 8) & 0xff00)
        continue
      }
      // The first pixel and the last are covered in part, those between whole.
      for (let index = 0; index <= depth; index += 1, at += stepB) {
        if (row + index < bMin || row + index >= bMax) continue
        const share = index === 0 ? opacity - later : index === depth ? later : opacity
        ground[at] = mix(ground[at] ?? 0, color, share)
      }
    }
  }
}
