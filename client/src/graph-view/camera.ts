/** Where the drawing is looked at from: the graph's point in the middle of the canvas, and pixels per unit. */
import type { Position } from './view.ts'

export type Camera = Position & { readonly scale: number }
export type Size = { readonly width: number; readonly height: number }

export const START_CAMERA: Camera = { x: 0, y: 0, scale: 1 }
const MIN_SCALE = 0.02
const MAX_SCALE = 6

const bounded = (scale: number): number => Math.min(MAX_SCALE, Math.max(MIN_SCALE, scale))

export const toScreen = (camera: Camera, { width, height }: Size, { x, y }: Position): Position => ({
  x: width / 2 + (x - camera.x) * camera.scale,
  y: height / 2 - (y - camera.y) * camera.scale,
})
export const toGraph = (camera: Camera, { width, height }: Size, { x, y }: Position): Position => ({
  x: camera.x + (x - width / 2) / camera.scale,
  y: camera.y - (y - height / 2) / camera.scale,
})

/** Nearer or farther, with what is under the pointer staying under it. */
export function zoomAt(camera: Camera, size: Size, point: Position, factor: number): Camera {
  const scale = bounded(camera.scale * factor)
  const fixed = toGraph(camera, size, point)
  const ratio = camera.scale / scale
  return { x: fixed.x + (camera.x - fixed.x) * ratio, y: fixed.y + (camera.y - fixed.y) * ratio, scale }
}

export const pannedBy = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y + dy / camera.scale,
})

/** Room for what stands round a thing: labels to its right, signs on all sides. Pixels. */
const MARGIN = { left: 34, right: 150, top: 40, bottom: 34 }

/** The camera that shows all the places; never nearer than life size, so that three things do not fill the screen. */
export function fitTo(places: readonly Position[], size: Size, nearest = 1): Camera {
  if (places.length === 0) return START_CAMERA
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of places) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    bottom = Math.min(bottom, y)
    top = Math.max(top, y)
  }
  const width = Math.max(60, size.width - MARGIN.left - MARGIN.right)
  const height = Math.max(60, size.height - MARGIN.top - MARGIN.bottom)
  const scale = bounded(Math.min(nearest, width / Math.max(1, right - left), height / Math.max(1, top - bottom)))
  return {
    x: (left + right) / 2 + (MARGIN.right - MARGIN.left) / 2 / scale,
    y: (bottom + top) / 2 + (MARGIN.top - MARGIN.bottom) / 2 / scale,
    scale,
  }
}

/** Narrower than this, in pixels, is a phone: all of a view at once would be dots without names. */
const NARROW = 560
/** The smallest scale at which names stand beside nearly all things. */
const READABLE = 0.9

/**
 * The camera that a view opens with: all of it; on a phone, where that would be too small to read, the part of it where
 * reading begins, or that round one place.
 */
export function openOn(places: readonly Position[], size: Size, round: Position | null = null): Camera {
  const whole = fitTo(places, size)
  if (size.width >= NARROW || whole.scale >= READABLE) return whole
  const left = places.reduce((least, { x }) => Math.min(least, x), Infinity)
  const top = places.reduce((most, { y }) => Math.max(most, y), -Infinity)
  const camera = {
    x: left + (size.width / 2 - MARGIN.left) / READABLE,
    y: top - (size.height / 2 - MARGIN.top) / READABLE,
    scale: READABLE,
  }
  if (round === null || isInside(camera, size, round, MARGIN.left)) return camera
  // Its name stands to its right, and what hangs on it mostly beneath.
  return { ...camera, x: round.x + size.width / 4 / READABLE, y: round.y - size.height / 4 / READABLE }
}

/** Whether a place is on the canvas, with some room to spare. */
export function isInside(camera: Camera, size: Size, place: Position, margin = 12): boolean {
  const { x, y } = toScreen(camera, size, place)
  return x >= margin && y >= margin && x <= size.width - margin && y <= size.height - margin
}

/** Somewhere between two cameras; the scale goes evenly to the eye. */
export const between = (from: Camera, to: Camera, share: number): Camera => ({
  x: from.x + (to.x - from.x) * share,
  y: from.y + (to.y - from.y) * share,
  scale: from.scale * (to.scale / from.scale) ** share,
})
