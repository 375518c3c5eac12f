export const recommendation = {
  'recommendation.title': 'recommendation',
} as const
