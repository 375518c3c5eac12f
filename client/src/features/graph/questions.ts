/**
 * Saved questions: a sentence with blanks, what it asks the API, and the view that answers it at a glance. Each has an
 * address of its own (`?question=asked-of&body=body:mosvy&theme=theme:education`).
 */
import type { RecommendationFilter, GraphQuestionQuery } from '../../generated/graphql.ts'
import type { LayoutName } from '../../graph-view/view.ts'

export const BLANKS = ['body', 'theme', 'right', 'year', 'initiative', 'mechanism'] as const
export type Blank = (typeof BLANKS)[number]
export type Values = Readonly<Partial<Record<Blank, string>>>

type Row = GraphQuestionQuery['recommendations']['edges'][number]['node']

type Common = { readonly blanks: readonly Blank[]; readonly layout: LayoutName }
/** Asks for recommendations and what stands round them. */
export type ListQuestion = Common & {
  readonly id: 'asked-of' | 'who-works-on' | 'no-action'
  readonly filter: (values: Values, stateId: string) => RecommendationFilter
  /** What is put on the canvas besides the recommendations. */
  readonly around: (row: Row) => readonly string[]
  /** Recommendations that the answer points at, lit and selected; none where it points at all. */
  readonly points: (row: Row) => boolean
}
/** Asks how the things in its two blanks are connected. */
export type PathQuestion = Common & { readonly id: 'connected'; readonly ends: readonly [Blank, Blank] }
export type Question = ListQuestion | PathQuestion

const bodies = (row: Row): string[] => row.responsibilities.map(({ body }) => body.id)
const initiatives = (row: Row): string[] => row.initiatives.edges.map(({ node }) => node.id)

export const QUESTIONS: readonly Question[] = [
  {
    // What has been asked of {body} on {theme}, and by whom?
    id: 'asked-of',
    blanks: ['body', 'theme'],
    layout: 'columns',
    filter: ({ body, theme }, stateId) => ({
      states: [stateId],
      governmentBodies: body === undefined ? null : [body],
      themes: theme === undefined ? null : [theme],
      includeSuggestions: true,
    }),
    around: (row) => [row.document.id, row.mechanism.id],
    points: () => false,
  },
  {
    // Who works on {right}, and what is nobody's?
    id: 'who-works-on',
    blanks: ['right'],
    layout: 'columns',
    filter: ({ right }, stateId) => ({ states: [stateId], rights: right === undefined ? null : [right] }),
    around: (row) => [...bodies(row), ...initiatives(row)],
    points: (row) => row.responsibilities.length === 0 && row.initiatives.edges.length === 0,
  },
  {
    // What was asked of {body} on {right} up to {year} and nobody has acted on?
    id: 'no-action',
    blanks: ['body', 'right', 'year'],
    layout: 'timeline',
    filter: ({ body, right, year }, stateId) => ({
      states: [stateId],
      governmentBodies: body === undefined ? null : [body],
      rights: right === undefined ? null : [right],
      adoptedTo: year === undefined ? null : `${year}-12-31`,
      lacks: ['INITIATIVE', 'ASSESSMENT'],
      includeSuggestions: true,
    }),
    around: (row) => [row.document.id],
    points: () => false,
  },
  // How is {initiative} connected to {mechanism}?
  { id: 'connected', blanks: ['initiative', 'mechanism'], layout: 'columns', ends: ['initiative', 'mechanism'] },
]

/** The question an address asks, with its blanks; null where it names none of ours or leaves a blank empty. */
export function questionOf(query: URLSearchParams): { question: Question; values: Values } | null {
  const question = QUESTIONS.find(({ id }) => id === query.get('question'))
  if (question === undefined) return null
  const values: Partial<Record<Blank, string>> = {}
  for (const blank of question.blanks) {
    const value = query.get(blank)
    if (value === null || value === '') return null
    values[blank] = value
  }
  return { question, values }
}
