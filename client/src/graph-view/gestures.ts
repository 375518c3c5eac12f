/**
 * What pointers do on the canvas: pan, pinch, wheel, drag a thing, tap, tap twice, long press, and draw an area. It knows
 * places alone, nothing of how they are drawn. Nothing needs a drag alone: every result has a key and a menu entry too.
 */
import { pannedBy, zoomAt, type Camera, type Size } from './camera.ts'
import type { Position } from './view.ts'

/** What the primary pointer does on the empty canvas; with `place` the next tap says where something goes. */
export type Tool = 'pan' | 'marquee' | 'lasso' | 'place'

export type GestureHost = {
  camera(): Camera
  size(): Size
  look(camera: Camera): void
  /** The thing at a point of the canvas, in pixels. */
  nodeAt(point: Position): string | null
  tool(): Tool
  /** Where true, the wheel zooms only with Ctrl, so that the page around it still scrolls. */
  isEmbedded(): boolean
  canDrag(): boolean
  onHover(id: string | null): void
  onTap(id: string | null, at: Position, isAdding: boolean): void
  onTwice(id: string): void
  /** `at` in pixels of the canvas. */
  onMenu(id: string | null, at: Position): void
  onDrag(id: string, by: Position, isDone: boolean): void
  /** Corners of the area being drawn, in pixels; null where it is given up. */
  onArea(corners: readonly Position[] | null, isDone: boolean, isAdding: boolean): void
  /** The camera has come to rest after a person moved it. */
  onRest(): void
}

const MOVED = 5
const LONG_PRESS_MS = 500
const TWICE_MS = 450

type Pressed = {
  readonly start: Position
  at: Position
  readonly node: string | null
  readonly isAdding: boolean
  readonly isTouch: boolean
  isMoved: boolean
  isSpent: boolean
}

/** Listens on an element until the function it returns is called. */
export function listen(element: HTMLElement, host: GestureHost): () => void {
  const pressed = new Map<number, Pressed>()
  let doing: 'pan' | 'drag' | 'area' | null = null
  let corners: Position[] = []
  let longPress: ReturnType<typeof setTimeout> | undefined
  let lastTap: { id: string | null; at: number } = { id: null, at: 0 }
  let resting: ReturnType<typeof setTimeout> | undefined
  const controller = new AbortController()
  const { signal } = controller

  const pointOf = (event: { clientX: number; clientY: number }): Position => {
    const { left, top } = element.getBoundingClientRect()
    return { x: event.clientX - left, y: event.clientY - top }
  }
  const rest = (): void => {
    clearTimeout(resting)
    resting = setTimeout(() => host.onRest(), 250)
  }
  const giveUp = (): void => {
    clearTimeout(longPress)
    if (doing === 'area') host.onArea(null, true, false)
    doing = null
    corners = []
  }

  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return
      const at = pointOf(event)
      const one: Pressed = {
        start: at,
        at,
        node: host.nodeAt(at),
        isAdding: event.shiftKey || event.ctrlKey || event.metaKey,
        isTouch: event.pointerType !== 'mouse',
        isMoved: false,
        isSpent: false,
      }
      pressed.set(event.pointerId, one)
      // A pointer that a program made cannot be held.
      try {
        element.setPointerCapture(event.pointerId)
      } catch {
        // Its moves still come while it is over the canvas.
      }
      clearTimeout(longPress)
      if (pressed.size > 1) {
        giveUp()
        for (const other of pressed.values()) other.isSpent = true
      } else if (one.isTouch) {
        longPress = setTimeout(() => {
          one.isSpent = true
          host.onMenu(one.node, one.at)
        }, LONG_PRESS_MS)
      }
    },
    { signal },
  )

  element.addEventListener(
    'pointermove',
    (event) => {
      const at = pointOf(event)
      const one = pressed.get(event.pointerId)
      if (one === undefined) {
        if (event.pointerType === 'mouse') host.onHover(host.nodeAt(at))
        return
      }
      const before = one.at
      one.at = at
      if (pressed.size === 2) {
        const [a, b] = [...pressed.values()]
        if (a === undefined || b === undefined) return
        const still = one === a ? b.at : a.at
        const [wide, was] = [
          Math.hypot(at.x - still.x, at.y - still.y),
          Math.hypot(before.x - still.x, before.y - still.y),
        ]
        const middle = { x: (at.x + still.x) / 2, y: (at.y + still.y) / 2 }
        if (was > 0) host.look(zoomAt(host.camera(), host.size(), middle, wide / was))
        rest()
        return
      }
      if (one.isSpent || pressed.size > 2) return
      if (!one.isMoved && Math.hypot(at.x - one.start.x, at.y - one.start.y) > MOVED) {
        one.isMoved = true
        clearTimeout(longPress)
        const drawsArea =
          ['marquee', 'lasso'].includes(host.tool()) || (one.node === null && one.isAdding && !one.isTouch)
        doing = drawsArea ? 'area' : one.node !== null && host.canDrag() ? 'drag' : 'pan'
        corners = [one.start]
      }
      if (!one.isMoved) return
      if (doing === 'pan') host.look(pannedBy(host.camera(), at.x - before.x, at.y - before.y))
      else if (doing === 'drag' && one.node !== null) {
        const { scale } = host.camera()
        host.onDrag(one.node, { x: (at.x - one.start.x) / scale, y: -(at.y - one.start.y) / scale }, false)
      } else if (doing === 'area') {
        corners =
          host.tool() === 'lasso'
            ? [...corners, at]
            : [one.start, { x: at.x, y: one.start.y }, at, { x: one.start.x, y: at.y }]
        host.onArea(corners, false, one.isAdding)
      }
    },
    { signal },
  )

  const release = (event: PointerEvent): void => {
    const one = pressed.get(event.pointerId)
    pressed.delete(event.pointerId)
    clearTimeout(longPress)
    if (one === undefined) return
    if (event.type === 'pointercancel') {
      giveUp()
      return
    }
    if (one.isMoved) {
      const { scale } = host.camera()
      if (doing === 'drag' && one.node !== null)
        host.onDrag(one.node, { x: (one.at.x - one.start.x) / scale, y: -(one.at.y - one.start.y) / scale }, true)
      else if (doing === 'area') host.onArea(corners, true, one.isAdding)
      else if (doing === 'pan') rest()
      doing = null
      corners = []
      return
    }
    if (one.isSpent) return
    const isTwice = one.node !== null && lastTap.id === one.node && event.timeStamp - lastTap.at < TWICE_MS
    lastTap = { id: isTwice ? null : one.node, at: event.timeStamp }
    if (isTwice && one.node !== null) host.onTwice(one.node)
    else host.onTap(one.node, one.at, one.isAdding)
  }
  element.addEventListener('pointerup', release, { signal })
  element.addEventListener('pointercancel', release, { signal })
  element.addEventListener('pointerleave', () => host.onHover(null), { signal })

  element.addEventListener(
    'contextmenu',
    (event) => {
      event.preventDefault()
      // A long press opens the menu itself; the system's own event for it comes on top.
      if ([...pressed.values()].some(({ isTouch }) => isTouch)) return
      const at = pointOf(event)
      host.onMenu(host.nodeAt(at), at)
    },
    { signal },
  )

  element.addEventListener(
    'wheel',
    (event) => {
      if (host.isEmbedded() && !event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
      // A pinch on a touch pad comes as a wheel with Ctrl and small steps.
      const speed = event.ctrlKey ? 0.01 : 0.0016
      host.look(zoomAt(host.camera(), host.size(), pointOf(event), Math.exp(-event.deltaY * lines * speed)))
      rest()
    },
    { signal, passive: false },
  )

  return () => {
    controller.abort()
    clearTimeout(longPress)
    clearTimeout(resting)
  }
}

/** Whether a point lies within an area of corners; the area closes itself. */
export function isWithin(corners: readonly Position[], { x, y }: Position): boolean {
  let inside = false
  for (let index = 0, before = corners.length - 1; index < corners.length; before = index, index += 1) {
    const [a, b] = [corners[index], corners[before]]
    if (a === undefined || b === undefined) continue
    if (a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x) inside = !inside
  }
  return inside
}
