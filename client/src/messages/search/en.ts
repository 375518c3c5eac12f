export const search = {
  'search.title': 'search',
} as const
