/** What runs in the browser: one library, one scene, and a clock that is read only after the frame is drawn. */
import { moreOf, sceneOf, stressOf, type Adapter, type Scene, type View } from './scene.ts'

export type Measured = {
  readonly firstMs: number
  readonly panMs: readonly number[]
  readonly zoomMs: readonly number[]
  readonly addMs: number
  /** The farthest that a node which was there moved on the screen while others were added, in pixels. */
  readonly driftPx: number
}
export type LaidOut = {
  readonly ms: number
  readonly stress: number
  /** Time and stress after each step, where the library tells of steps. */
  readonly curve: readonly (readonly [ms: number, stress: number])[]
}
type Create = (container: HTMLElement, scene: Scene) => Adapter | Promise<Adapter>

/** Every context of every canvas, kept by the script that `graph.ts` puts before the page. */
type Kept = { readonly contexts: (CanvasRenderingContext2D | WebGL2RenderingContext)[] }
const kept = (): Kept['contexts'] => (window as unknown as { bench: Kept }).bench.contexts

const pixel = new Uint8Array(4)
/** Waits until what was asked of the canvases is on them: reading one pixel has to wait for all before it. */
function flush(): void {
  for (const context of kept()) {
    if ('readPixels' in context) context.readPixels(0, 0, 1, 1, context.RGBA, context.UNSIGNED_BYTE, pixel)
    else if (context.canvas.width > 0 && context.canvas.height > 0) context.getImageData(0, 0, 1, 1)
  }
}
const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()))
/** Two frames: some libraries draw in the one after that in which they were asked. */
async function drawn(): Promise<void> {
  await frame()
  await frame()
  flush()
}
async function timed(work: () => void | Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  await drawn()
  return performance.now() - started
}

const FIT = 0.38
const STEPS = 30
/** Turns of the wheel that are answered before those that count. */
const READY = 12

function stage(): HTMLElement {
  document.body.replaceChildren()
  const container = document.createElement('div')
  container.style.cssText = 'position: absolute; inset: 0; width: 1280px; height: 800px'
  document.body.append(container)
  return container
}

export async function measure(create: Create, size: number): Promise<Measured> {
  const scene = sceneOf(size)
  const container = stage()
  let adapter: Adapter | undefined
  const firstMs = await timed(async () => {
    adapter = await create(container, scene)
    await adapter.look({ x: 0, y: 0, scale: FIT })
  })
  if (adapter === undefined) throw new Error('Nothing was made')
  const { look, add, place } = adapter
  const along = async (views: readonly View[]): Promise<number[]> => {
    const times: number[] = []
    for (const view of views) times.push(await timed(() => look(view)))
    return times
  }
  const steps = Array.from({ length: STEPS }, (_, index) => index / STEPS)
  const pan = steps.map((share) => ({ x: 600 * Math.sin(2 * Math.PI * share), y: 300 * share, scale: FIT * 1.5 }))
  const zoom = steps.map((share) => ({ x: 100, y: 50, scale: FIT * 12 ** share }))
  // Twice: what is made ready on the way counts for nobody.
  await along(pan.filter((_, index) => index % 10 === 0))
  const panMs = await along(pan)
  const zoomMs = await along(zoom)
  await timed(() => look({ x: 0, y: 0, scale: FIT }))
  const watched = scene.nodes.filter((_, index) => index % Math.ceil(size / 200) === 0).map(({ id }) => id)
  const before = watched.map(place)
  const addMs = await timed(() => add(moreOf(100)))
  await drawn()
  const driftPx = Math.max(
    ...watched.map((id, index) => {
      const [was, is] = [before[index], place(id)]
      return was === undefined ? 0 : FIT * Math.hypot(is.x - was.x, is.y - was.y)
    }),
  )
  return { firstMs, panMs, zoomMs, addMs, driftPx }
}

/** From the same random places to the end of the library's own force-directed layout; null where it has none. */
export async function layOut(create: Create, size: number): Promise<LaidOut | null> {
  const scene = sceneOf(size)
  const mixed = sceneOf(size, 7).nodes
  const start = {
    ...scene,
    nodes: scene.nodes.map((node, index) => ({
      ...node,
      x: mixed[(index * 7) % size]?.x ?? 0,
      y: mixed[(index * 7) % size]?.y ?? 0,
      label: '',
    })),
  }
  const adapter = await create(stage(), start)
  if (adapter.layout === null) return null
  let ms = 0
  let began = performance.now()
  const curve: [number, number][] = []
  await adapter.layout(() => {
    ms += performance.now() - began
    curve.push([ms, stressOf(start, adapter.place)])
    began = performance.now()
  })
  ms += performance.now() - began
  const stress = stressOf(start, adapter.place)
  return { ms, stress, curve }
}

/** From an event's own time to the drawn frame that answers it, one for each event. */
export type Answered = {
  readonly layoutMs: number
  readonly panMs: readonly number[]
  readonly zoomMs: readonly number[]
}

/** Answers the wheel (across it pans, along it zooms) while a layout of the same graph runs in a worker. */
export async function answerBeside(create: Create, size: number, worker: string): Promise<Answered> {
  const scene = sceneOf(size)
  const adapter = await create(stage(), scene)
  let view: View = { x: 0, y: 0, scale: FIT }
  await timed(() => adapter.look(view))
  const [panMs, zoomMs]: [number[], number[]] = [[], []]
  const answering: Promise<void>[] = []
  let answered = 0
  let isReady = (): void => {}
  // As in every measurement: what a browser makes ready when a page is first moved counts for nobody.
  const ready = new Promise<void>((resolve) => (isReady = resolve))
  const answer = async ({ deltaX, deltaY, timeStamp }: WheelEvent): Promise<void> => {
    view = { ...view, x: view.x + deltaX / view.scale, scale: view.scale * Math.exp(-deltaY / 500) }
    await adapter.look(view)
    await drawn()
    answered += 1
    if (answered === READY) isReady()
    if (answered > READY) (deltaX === 0 ? zoomMs : panMs).push(performance.now() - timeStamp)
  }
  const onWheel = (event: WheelEvent): void => void answering.push(answer(event))
  addEventListener('wheel', onWheel)
  await ready
  const began = performance.now()
  const aside = new Worker(URL.createObjectURL(new Blob([worker])))
  await new Promise((resolve) => {
    aside.onmessage = resolve
    aside.postMessage({
      ticket: 1,
      input: {
        name: 'force',
        root: null,
        nodes: scene.nodes.map(({ id }) => ({ id, type: 'Theme', year: null, position: null })),
        edges: scene.edges,
      },
    })
  })
  const layoutMs = performance.now() - began
  removeEventListener('wheel', onWheel)
  await Promise.all(answering)
  aside.terminate()
  return { layoutMs, panMs, zoomMs }
}
