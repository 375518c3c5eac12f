/** Computes layouts away from the page, so that nothing a person does waits for one. One answer per question, in order. */
import { computeLayout, type LayoutInput } from './layout.ts'

self.onmessage = ({ data }: MessageEvent<{ ticket: number; input: LayoutInput }>) => {
  const places = computeLayout(data.input)
  const ids = [...places.keys()]
  const xy = new Float32Array(ids.length * 2)
  for (const [index, id] of ids.entries()) {
    const place = places.get(id)
    xy[index * 2] = place?.x ?? 0
    xy[index * 2 + 1] = place?.y ?? 0
  }
  self.postMessage({ ticket: data.ticket, ids, xy }, { transfer: [xy.buffer] })
}
