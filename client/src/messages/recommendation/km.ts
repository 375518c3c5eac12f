import type { recommendation as english } from './en.ts'

export const recommendation: Record<keyof typeof english, string> = {
  'recommendation.title': 'recommendation',
}
