/** Where the keyboard goes from a thing. */
import type { Position } from './view.ts'

export const DIRECTIONS = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: 1 },
  down: { x: 0, y: -1 },
} as const satisfies Record<string, Position>

type Placed = Position & { readonly id: string }

/** The thing nearest in a direction: what lies straight ahead counts as nearer than what lies aside. Itself where there is none. */
export function nearest(nodes: readonly Placed[], from: string | null, direction: Position): string | null {
  const origin = nodes.find(({ id }) => id === from)
  if (origin === undefined) return nodes[0]?.id ?? null
  let best: { id: string; cost: number } | null = null
  /** What lies more aside than ahead is taken only where nothing lies ahead. */
  const ASIDE = 1e6
  for (const { id, x, y } of nodes) {
    const [dx, dy] = [x - origin.x, y - origin.y]
    const ahead = dx * direction.x + dy * direction.y
    if (id === from || ahead <= 0) continue
    const aside = Math.abs(dx * direction.y - dy * direction.x)
    const cost = ahead + 2 * aside + (aside > 1.7 * ahead ? ASIDE : 0)
    if (best === null || cost < best.cost) best = { id, cost }
  }
  return best?.id ?? from
}

/** The next in a round of ids, or the one before; the first where `from` is none of them. */
export function around(ids: readonly string[], from: string | null, step: 1 | -1): string | null {
  if (ids.length === 0) return from
  const at = ids.indexOf(from ?? '')
  return at < 0 ? (ids[0] ?? null) : (ids[(at + step + ids.length) % ids.length] ?? null)
}
