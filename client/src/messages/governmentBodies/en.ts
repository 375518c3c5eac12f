export const governmentBodies = {
  'governmentBodies.title': 'governmentBodies',
} as const
