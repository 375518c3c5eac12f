import { one, property, sources, type FieldRule, type TypeRules } from '../../cypher/composer.ts'
import { initiativesOf } from '../initiatives/connection.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

/** What the graph holds of a document, counted as rows and as the document counts its items. */
const coverage: FieldRule = ({ composer, node, field }) =>
  composer.map('Coverage', field.selections, node, {
    heldCount: () => `COUNT { (${node})<-[:ISSUED_IN]-(:Recommendation) }`,
    heldItemCount: () =>
      `COUNT { MATCH (${node})<-[:ISSUED_IN]-(held:Recommendation) RETURN DISTINCT coalesce(split(held.paragraph, '(')[0], held.id) }`,
    knownTotal: () => `${node}.knownTotal`,
    isComplete: () => `coalesce(${node}.complete, false)`,
  })

export const ReviewDocument: TypeRules = {
  symbol: property('symbol'),
  title: property('title'),
  cycle: property('cycle'),
  adoptedOn: property('adoptedOn'),
  publishedOn: property('publishedOn'),
  nextReportDueOn: property('nextReportDueOn'),
  year: property('year'),
  yearBasis: property('yearBasis'),
  mechanism: one((n, m) => `MATCH (${n})-[:ADOPTED_BY]->(${m}:Mechanism)`),
  state: one((n, s) => `MATCH (${n})-[:REVIEWS]->(${s}:State)`),
  coverage,
  note: property('note'),
  url: ({ node }) => `'https://undocs.org/' + ${node}.symbol`,
  recommendations: recommendationsOf((n, m) => `(${n})<-[:ISSUED_IN]-(${m}:Recommendation)`),
  initiatives: initiativesOf((n, i, r) => `(${n})<-[${r}:INVOLVES]-(${i}:Initiative)`),
  sources,
}
