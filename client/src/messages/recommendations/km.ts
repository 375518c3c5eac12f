import type { recommendations as english } from './en.ts'

export const recommendations: Record<keyof typeof english, string> = {
  'recommendations.title': 'recommendations',
}
