import type { graph as english } from './en.ts'

export const graph: Record<keyof typeof english, string> = {
  'graph.title': 'graph',
}
