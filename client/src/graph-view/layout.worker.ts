/**
 * Computes layouts away from the page, so that nothing a person does waits for one. The latest question is the only one:
 * an older one under way is dropped, and a `stop` keeps what has been found so far.
 */
import { computeLayout, startForce, type LayoutInput } from './layout.ts'

export type LayoutQuestion = { readonly ticket: number; readonly input: LayoutInput } | { readonly stop: number }
/** `share` is 1 where the layout is done. `xy` holds x and y of each id in turn. */
export type LayoutAnswer = {
  readonly ticket: number
  readonly share: number
  readonly ids: readonly string[]
  readonly xy: Float32Array
}

let current = 0
let isStopped = false

function send(ticket: number, share: number, places: ReadonlyMap<string, { x: number; y: number }>): void {
  const xy = new Float32Array(places.size * 2)
  let index = 0
  for (const { x, y } of places.values()) {
    xy[index] = x
    xy[index + 1] = y
    index += 2
  }
  const answer: LayoutAnswer = { ticket, share, ids: [...places.keys()], xy }
  self.postMessage(answer, { transfer: [xy.buffer] })
}

/** Lets messages in between two rounds. */
const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve))

async function answer(ticket: number, input: LayoutInput): Promise<void> {
  if (input.name !== 'force') {
    send(ticket, 1, computeLayout(input))
    return
  }
  const run = startForce(input)
  for (let done = 0; done < run.rounds && !isStopped; done += 1) {
    run.round()
    await breathe()
    if (current !== ticket) return
  }
  send(ticket, 1, run.places())
}

self.onmessage = ({ data }: MessageEvent<LayoutQuestion>) => {
  if ('stop' in data) {
    isStopped ||= data.stop === current
    return
  }
  current = data.ticket
  isStopped = false
  void answer(data.ticket, data.input)
}
