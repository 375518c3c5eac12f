import type { home as english } from './en.ts'

export const home: Record<keyof typeof english, string> = {
  'home.title': 'home',
}
