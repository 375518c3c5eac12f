import { list, many, property, sources, type TypeRules } from '../../cypher/composer.ts'
import { initiativesOf } from '../initiatives/connection.ts'
import { recommendationsOf } from '../recommendations/connection.ts'

export const Theme: TypeRules = {
  name: property('name'),
  nameKm: property('nameKm'),
  aliases: list('aliases'),
  note: property('note'),
  recommendations: recommendationsOf(
    (n, m) =>
      `(${n})<-[tagging:ABOUT]-(${m}:Recommendation) WHERE coalesce(tagging.state, 'CONFIRMED') = 'CONFIRMED' WITH ${m}`,
  ),
  resources: many(
    (n, r) => `MATCH (${n})<-[:ABOUT]-(${r}:Resource)`,
    (r) => `${r}.title`,
  ),
  indicators: many(
    (n, i) => `MATCH (${n})<-[:ABOUT]-(${i}:Indicator)`,
    (i) => `${i}.name`,
  ),
  initiatives: initiativesOf((n, i, r) => `(${n})<-[${r}:INVOLVES]-(${i}:Initiative)`),
  sources,
}
