/** SearchableType and label are the same word, each in its own case: GOVERNMENT_BODY is GovernmentBody. */

export const typeToken = (type: string): string =>
  type.toLowerCase().replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())

export const searchableType = (label: string): string =>
  label.replace(/(?<=[a-z])[A-Z]/g, (letter) => `_${letter}`).toUpperCase()
