/** The fields of a recommendation that a column of somebody's spreadsheet may hold. */
export const FIELDS = [
  'text',
  'state',
  'mechanism',
  'symbol',
  'paragraph',
  'position',
  'recommendingStates',
  'themes',
  'affectedGroups',
  'sdgs',
  'session',
  'cycle',
  'publishedOn',
  'adoptedOn',
  'sourceId',
  'kind',
  'bodies',
  'documentTitle',
  'textLanguage',
] as const
export type Field = (typeof FIELDS)[number]

export const isField = (name: string): name is Field => FIELDS.some((field) => field === name)
