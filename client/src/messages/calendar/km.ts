import type { calendar as english } from './en.ts'

export const calendar: Record<keyof typeof english, string> = {
  'calendar.title': 'calendar',
}
