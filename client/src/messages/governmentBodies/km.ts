import type { governmentBodies as english } from './en.ts'

export const governmentBodies: Record<keyof typeof english, string> = {
  'governmentBodies.title': 'governmentBodies',
}
