/** The type of the schema that an enum value of the search names: GOVERNMENT_BODY is GovernmentBody. */
export const typename = (type: string): string =>
  type.toLowerCase().replace(/(?:^|_)([a-z])/g, (_match, letter: string) => letter.toUpperCase())
