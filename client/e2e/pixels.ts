/** What pictures show: colours at points, and how alike two drawn texts are. Pictures are read by the browser itself. */
import type { JSHandle, Page } from 'playwright-core'

type Point = { readonly x: number; readonly y: number }

/** The pixels of a picture, which stay in the page: what looks at them runs there. */
const pixelsOf = (page: Page, png: Buffer): Promise<JSHandle<ImageData>> =>
  page.evaluateHandle(async (source) => {
    const image = new Image()
    image.src = `data:image/png;base64,${source}`
    await image.decode()
    const { width, height } = image
    const context = new OffscreenCanvas(width, height).getContext('2d')
    if (context === null) throw new Error('No canvas to read the picture with')
    context.drawImage(image, 0, 0)
    return context.getImageData(0, 0, width, height)
  }, png.toString('base64'))

/** Of some points of a picture, those with nothing but its background within three pixels; the background is the colour most of it has. */
export const blankAt = async (page: Page, png: Buffer, points: readonly Point[]): Promise<Point[]> =>
  (await pixelsOf(page, png)).evaluate(({ data, width }, wanted) => {
    const pixels = new Uint32Array(data.buffer)
    const counts = new Map<number, number>()
    for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    const [background = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1])
    return wanted.filter(({ x, y }) => {
      for (let dy = -3; dy <= 3; dy += 1)
        for (let dx = -3; dx <= 3; dx += 1)
          if (pixels[Math.round(y + dy) * width + Math.round(x + dx)] !== background[0]) return false
      return true
    })
  }, points)

/** How light the paper of a picture is, 0 to 255, and by how much the sign that stands out most differs from it. */
export const lightnessOf = async (page: Page, png: Buffer): Promise<{ paper: number; most: number }> =>
  (await pixelsOf(page, png)).evaluate(({ data, width }) => {
    let most = 0
    const paper = data[(5 * width + 5) * 4 + 1] ?? 0
    for (let index = 1; index < data.length; index += 4) most = Math.max(most, Math.abs((data[index] ?? 0) - paper))
    return { paper, most }
  })

/**
 * How alike the marks of two pictures are, 0 to 1: the correlation of their ink, each cut to where it begins, at the best of
 * shifts within two pixels. Colour and strength do not count.
 */
export const likenessOf = async (page: Page, one: Buffer, other: Buffer): Promise<number> =>
  page.evaluate(
    (pictures) => {
      type Ink = { width: number; height: number; at: (x: number, y: number) => number }
      const inkOf = (image: ImageData): Ink => {
        const { data } = image
        const light = (x: number, y: number): number => data[(y * image.width + x) * 4 + 1] ?? 255
        const paper = light(0, 0)
        const ink = (x: number, y: number): number => Math.abs(light(x, y) - paper)
        let [left, right, top, bottom] = [image.width, 0, image.height, 0]
        for (let y = 0; y < image.height; y += 1)
          for (let x = 0; x < image.width; x += 1)
            if (ink(x, y) > 50) {
              left = Math.min(left, x)
              right = Math.max(right, x)
              top = Math.min(top, y)
              bottom = Math.max(bottom, y)
            }
        const [width, height] = [right - left + 1, bottom - top + 1]
        return {
          width,
          height,
          at: (x, y) => (x < 0 || y < 0 || x >= width || y >= height ? 0 : ink(left + x, top + y)),
        }
      }
      const [a, b] = [inkOf(pictures[0]), inkOf(pictures[1])]
      const [width, height] = [Math.max(a.width, b.width), Math.max(a.height, b.height)]
      let best = 0
      for (let dy = -2; dy <= 2; dy += 1)
        for (let dx = -2; dx <= 2; dx += 1) {
          let [ab, aa, bb] = [0, 0, 0]
          for (let y = -2; y < height + 2; y += 1)
            for (let x = -2; x < width + 2; x += 1) {
              const [p, q] = [a.at(x, y), b.at(x + dx, y + dy)]
              ab += p * q
              aa += p * p
              bb += q * q
            }
          if (aa > 0 && bb > 0) best = Math.max(best, ab / Math.sqrt(aa * bb))
        }
      return best
    },
    [await pixelsOf(page, one), await pixelsOf(page, other)] as const,
  )
