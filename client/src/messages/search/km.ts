import type { search as english } from './en.ts'

export const search: Record<keyof typeof english, string> = {
  'search.title': 'search',
}
