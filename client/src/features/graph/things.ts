/** From what the API says of a thing to what the canvas keeps of it. */
import type { GraphFacetsQuery, GraphNodeFieldsFragment } from '../../generated/graphql.ts'
import type { FacetValues, ViewNode } from '../../graph-view/view.ts'

export type Name = { readonly name: string; readonly nameKm: string | null }
type Faceted = Extract<GraphFacetsQuery['nodes'][number], { readonly __typename: 'Recommendation' }>

/** What a recommendation is filtered by. The status is the coalition's own latest one, as in the list's filter. */
export function facetsOf(node: Faceted): FacetValues {
  const ids = (names: readonly { readonly id: string }[]): string[] => names.map(({ id }) => id)
  const status = node.assessments.find(({ voice }) => voice === 'CIVIL_SOCIETY')?.status ?? 'NOT_ASSESSED'
  return {
    mechanism: [node.mechanism.id],
    theme: ids(node.themes),
    right: ids(node.rights),
    sdg: ids(node.sdgTargets),
    group: ids(node.affectedGroups),
    body: [...new Set(node.responsibilities.map(({ body }) => body.id))],
    status: [status],
    kind: [node.kind],
    // Only the Universal Periodic Review has answers of the State.
    position: node.mechanism.id === 'mechanism:upr' ? [node.position ?? 'NOT_KNOWN'] : [],
  }
}

export const toViewNode = (
  { degree, year, node }: GraphNodeFieldsFragment,
  facets: ReadonlyMap<string, FacetValues>,
): ViewNode => ({
  id: node.id,
  type: node.__typename,
  name: node.displayName,
  nameKm: node.displayNameKm,
  detail: node.displayDetail,
  degree,
  year,
  facets: facets.get(node.id) ?? {},
})

/** Names of the values a recommendation is filtered by. */
export function namesOf(node: Faceted): [string, Name][] {
  return [
    node.mechanism,
    ...node.themes,
    ...node.rights,
    ...node.affectedGroups,
    ...node.sdgTargets,
    ...node.responsibilities.map(({ body }) => body),
  ].map(({ id, displayName, displayNameKm }) => [id, { name: displayName, nameKm: displayNameKm }])
}
