export const graph = {
  'graph.title': 'graph',
} as const
