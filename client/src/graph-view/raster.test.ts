import { expect, test } from 'vitest'
import { randomFrom } from '../../../graph/random.ts'
import { colorOf, Raster, type Region, type Stamp } from './raster.ts'

const WIDTH = 90
const HEIGHT = 70
const WHITE = colorOf(255, 255, 255)
const STAMP: Stamp = {
  width: 7,
  height: 5,
  pixels: Uint32Array.from({ length: 35 }, (_, index) => colorOf(200, index, 30, (index % 8) / 7)),
}

/** A seeded drawing: lines of all slopes, solid and dashed, some faint, two widths; stamps over them, some half outside. */
function paint(raster: Raster, region: Region, right = 0, down = 0): void {
  const random = randomFrom(5)
  raster.within(region)
  raster.clear(WHITE)
  for (let index = 0; index < 60; index += 1) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(
      { length: 4 },
      () => Math.round((random() * 240 - 70) * 64) / 64,
    )
    const color = colorOf(20, 90, 160, index % 3 === 0 ? 0.3 : 1)
    const dash = index % 4 === 0 ? { on: 4, period: 7 } : null
    raster.line(x0 + right, y0 + down, x1 + right, y1 + down, color, 1 + (index % 2), dash)
    raster.stamp(STAMP, Math.round(x0) + right, Math.round(y0) + down)
  }
}
const painted = (right = 0, down = 0): Raster => {
  const raster = new Raster(WIDTH, HEIGHT)
  paint(raster, raster.whole, right, down)
  return raster
}
const shadeAt = ({ bytes }: Raster, x: number, y: number): number => 255 - (bytes[(y * WIDTH + x) * 4] ?? 0)

test('drawn region by region it is the same as drawn at once', () => {
  const parts = new Raster(WIDTH, HEIGHT)
  for (let left = 0; left < WIDTH; left += 23)
    for (let top = 0; top < HEIGHT; top += 17)
      paint(parts, { left, top, right: Math.min(WIDTH, left + 23), bottom: Math.min(HEIGHT, top + 17) })
  expect(Buffer.from(parts.bytes.buffer).equals(Buffer.from(painted().bytes.buffer))).toBe(true)
})

test.each([
  [9, 4],
  [-9, 4],
  [0, -13],
  [31, 0],
  [-3, -60],
  [WIDTH, 2],
  [0, 0],
])('moved by %i and %i, with what came into sight drawn, it is the same as drawn anew', (right, down) => {
  const moved = painted()
  const fresh = moved.scroll(right, down)
  for (const region of fresh) paint(moved, region, right, down)
  expect(Buffer.from(moved.bytes.buffer).equals(Buffer.from(painted(right, down).bytes.buffer))).toBe(true)
  const area = fresh.reduce((sum, { left, top, right: end, bottom }) => sum + (end - left) * (bottom - top), 0)
  expect(area).toBe(WIDTH * HEIGHT - Math.max(0, WIDTH - Math.abs(right)) * Math.max(0, HEIGHT - Math.abs(down)))
})

test('with hard edges a line goes the same way, each pixel of it whole, and no farther than the region', () => {
  const [soft, hard] = [new Raster(WIDTH, HEIGHT), new Raster(WIDTH, HEIGHT)]
  const region = { left: 10, top: 8, right: 70, bottom: 60 }
  const random = randomFrom(9)
  const wrong: string[] = []
  for (let round = 0; round < 40; round += 1) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from({ length: 4 }, () => random() * 160 - 40)
    for (const raster of [soft, hard]) {
      raster.within(raster.whole)
      raster.clear(WHITE)
      raster.within(region, { isSoft: raster === soft })
      raster.line(x0, y0, x1, y1, colorOf(0, 0, 0), 1 + (round % 2), null)
    }
    for (let y = 0; y < HEIGHT; y += 1)
      for (let x = 0; x < WIDTH; x += 1) {
        const [shade, whole] = [shadeAt(soft, x, y), shadeAt(hard, x, y)]
        // What is half covered may go either way.
        if ((whole !== 0 && whole !== 255) || Math.abs(shade - whole) > 145) wrong.push(`${x} ${y}: ${shade} ${whole}`)
      }
  }
  expect(wrong).toEqual([])
})

test('a line lies where it is asked for, as wide as asked, and dashes leave gaps', () => {
  const raster = new Raster(WIDTH, HEIGHT)
  raster.clear(WHITE)
  raster.line(5, 10.5, 75, 10.5, colorOf(0, 0, 0), 1, null)
  expect([9, 10, 11].map((y) => shadeAt(raster, 40, y))).toEqual([0, 255, 0])
  expect([4, 5, 74, 75].map((x) => shadeAt(raster, x, 10))).toEqual([0, 255, 255, 0])
  raster.line(40, 21, 40, 61, colorOf(0, 0, 0), 2, null)
  expect([38, 39, 40, 41].map((x) => shadeAt(raster, x, 40))).toEqual([0, 255, 255, 0])
  raster.line(80, 65.5, 10, 65.5, colorOf(0, 0, 0), 1, { on: 4, period: 7 })
  const row = Array.from({ length: 70 }, (_, index) => (shadeAt(raster, 79 - index, 65) === 255 ? '#' : '.')).join('')
  expect(row).toBe('####...'.repeat(10))
})
