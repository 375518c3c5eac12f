export const calendar = {
  'calendar.title': 'calendar',
} as const
