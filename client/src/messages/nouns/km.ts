import type { nouns as english } from './en.ts'

export const nouns: Record<keyof typeof english, string> = {
  'nouns.title': 'nouns',
}
