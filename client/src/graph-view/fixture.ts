/** A small graph for the tests of this folder, made of our own words. */
import { EMPTY_VIEW, withAdded, type FacetValues, type View, type ViewEdge, type ViewNode } from './view.ts'

export const node = (id: string, type = 'Theme', more: Partial<ViewNode> = {}): ViewNode => ({
  id,
  type,
  name: id,
  nameKm: null,
  detail: null,
  degree: 3,
  year: null,
  facets: {},
  ...more,
})
export const recommendation = (id: string, year: number | null = null, facets: FacetValues = {}): ViewNode =>
  node(id, 'Recommendation', { year, facets })
export const edge = (from: string, to: string, isSuggestion = false): ViewEdge => ({
  id: `${from} ABOUT ${to}`,
  type: 'ABOUT',
  from,
  to,
  isSuggestion,
  role: null,
  basis: null,
})

/** Two themes; b and c are about the first, d about both; the line from d to the second is a suggestion. */
export const SMALL: View = withAdded(
  EMPTY_VIEW,
  [
    node('t1'),
    node('t2'),
    recommendation('b', 2011, { mechanism: ['mechanism:crc'], theme: ['t1'] }),
    recommendation('c', 2014, { mechanism: ['mechanism:upr'], theme: ['t1'] }),
    recommendation('d', 2022, { mechanism: ['mechanism:crc'], theme: ['t1', 't2'] }),
  ],
  [edge('b', 't1'), edge('c', 't1'), edge('d', 't1'), edge('d', 't2', true)],
)
