/** One example question: a file of this folder, in GraphQL, whose first comments say what it asks, for whom, and with what. */

export type Example = {
  readonly title: string
  readonly titleKm: string
  /** Who comes with the question. */
  readonly audience: 'researcher' | 'advocate' | 'analyst'
  readonly query: string
  readonly variables: Readonly<Record<string, unknown>>
}

/** Reads a file. Throws an error that names the file where its head is not as expected. */
export function parseExample(text: string, file: string): Example {
  const [, title, titleKm, audience, , variables = '{}', query] =
    /^# (.+)\n# In Khmer: (.+)\n# For an? (researcher|advocate|analyst)\.\n(# Variables: (\{.*\})\n)?([\s\S]+)$/.exec(
      text,
    ) ?? []
  if (title === undefined || titleKm === undefined || audience === undefined || query === undefined)
    throw new Error(
      `${file} begins unlike an example. Expected "# title", "# In Khmer: title", "# For a researcher.", "# Variables: {…}".`,
    )
  return {
    title,
    titleKm,
    audience: audience as Example['audience'],
    query: query.trim(),
    variables: JSON.parse(variables) as Record<string, unknown>,
  }
}
