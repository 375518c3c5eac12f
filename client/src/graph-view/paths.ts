/**
 * How things on the canvas are connected: every way between two of them up to a length, the most telling first. A step along
 * a fact tells more than a suggestion; a step through what joins hundreds tells little, since it joins everything.
 */
import type { ViewEdge } from './view.ts'

export type PathStep = { readonly edge: ViewEdge; readonly from: string; readonly to: string }
export type FoundPath = { readonly steps: readonly PathStep[]; readonly cost: number }

/** More ways than this are not looked for: nobody reads them. */
export const MAX_PATHS = 50
/** Steps tried at most, so that a dense canvas answers at once. */
const MAX_TRIED = 200_000

/** The cost of a step: 1, more for a suggestion, and more the more the thing it leads through is joined to. */
export const stepCost = (isSuggestion: boolean, degree: number): number =>
  1 + (isSuggestion ? 0.75 : 0) + Math.log10(1 + degree) / 2

/**
 * Ways from one thing to another of at most `maxLength` steps, none through a thing twice; the telling first, then the
 * shorter, then by ids, so that the same canvas always gives the same list.
 */
export function pathsBetween(
  edges: readonly ViewEdge[],
  from: string,
  to: string,
  {
    maxLength,
    degreeOf,
    types,
  }: { maxLength: number; degreeOf: (id: string) => number; types: ReadonlySet<string> | null },
): FoundPath[] {
  const steps = new Map<string, PathStep[]>()
  const add = (step: PathStep): void => {
    const known = steps.get(step.from)
    if (known === undefined) steps.set(step.from, [step])
    else known.push(step)
  }
  for (const edge of edges) {
    if (types !== null && !types.has(edge.type)) continue
    add({ edge, from: edge.from, to: edge.to })
    add({ edge, from: edge.to, to: edge.from })
  }
  const found: FoundPath[] = []
  const walked: PathStep[] = []
  const seen = new Set([from])
  let tried = 0
  const walk = (at: string, cost: number): void => {
    for (const step of steps.get(at) ?? []) {
      tried += 1
      if (tried > MAX_TRIED) return
      if (seen.has(step.to)) continue
      const isEnd = step.to === to
      const more = cost + stepCost(step.edge.isSuggestion, isEnd ? 0 : degreeOf(step.to))
      walked.push(step)
      if (isEnd) found.push({ steps: [...walked], cost: more })
      else if (walked.length < maxLength) {
        seen.add(step.to)
        walk(step.to, more)
        seen.delete(step.to)
      }
      walked.pop()
    }
  }
  if (from !== to) walk(from, 0)
  const name = ({ steps: all }: FoundPath): string => all.map(({ edge }) => edge.id).join()
  return found
    .sort((a, b) => a.cost - b.cost || a.steps.length - b.steps.length || name(a).localeCompare(name(b)))
    .slice(0, MAX_PATHS)
}

/** Everything on a path, its ends too. */
export const thingsOf = ({ steps }: FoundPath): string[] => [
  ...(steps[0] === undefined ? [] : [steps[0].from]),
  ...steps.map(({ to }) => to),
]
