import { list, many, property, sources, type TypeRules } from '../../cypher/composer.ts'
import { initiativesOf } from '../initiatives/connection.ts'

export const Organisation: TypeRules = {
  name: property('name'),
  nameKm: property('nameKm'),
  acronym: property('acronym'),
  kind: property('kind'),
  provinces: list('provinces'),
  note: property('note'),
  leads: initiativesOf((n, i, r) => `(${n})-[${r}:LEADS]->(${i}:Initiative)`),
  partnersIn: initiativesOf((n, i, r) => `(${n})-[${r}:PARTNERS_IN]->(${i}:Initiative)`),
  initiatives: initiativesOf((n, i, r) => `(${n})<-[${r}:INVOLVES]-(${i}:Initiative)`),
  events: many(
    (n, e) => `MATCH (${n})<-[:ORGANISED_BY]-(${e}:Event)`,
    (e) => `${e}.sortOn DESC, ${e}.id`,
  ),
  sources,
}
