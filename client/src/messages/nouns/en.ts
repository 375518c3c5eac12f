export const nouns = {
  'nouns.title': 'nouns',
} as const
