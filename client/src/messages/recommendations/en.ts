export const recommendations = {
  'recommendations.title': 'recommendations',
} as const
