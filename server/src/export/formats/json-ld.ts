/**
 * JSON-LD 1.1: schema.org and SKOS where their terms fit, terms of our own where they do not. The context stands in the
 * file, so that no reader needs the network.
 *
 * Facts stand under the plain terms (`about`, `responsibility`); what nobody confirmed stands under `suggestedAbout` and
 * `suggestedResponsibility` alone.
 */
import type { Label } from '../../../../graph/model/index.ts'
import type { About } from '../about.ts'
import { recordsOf, type Chunks, type Format, type Source } from '../file.ts'
import { NOUNS } from '../nouns.ts'
import {
  addressOf,
  nameOf,
  TAG_FIELD_NAMES,
  textOf,
  type Link,
  type RecommendationRecord,
  type Responsibility,
} from '../records.ts'
import type { Thing } from '../selection.ts'

/** Prefix of terms of our own. A name, not an address: nothing is fetched from it. */
const OWN = 'urn:x-followthrough:'

const idOfThing = (origin: string, id: string): string => (origin === '' ? OWN + id : addressOf(origin, id))

export const CONTEXT = {
  '@version': 1.1,
  '@vocab': `${OWN}term:`,
  schema: 'https://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  id: '@id',
  type: '@type',
  name: { '@id': 'schema:name', '@container': '@language' },
  prefLabel: { '@id': 'skos:prefLabel', '@container': '@language' },
  altLabel: 'skos:altLabel',
  notation: 'skos:notation',
  broader: { '@id': 'skos:broader', '@type': '@id' },
  exactMatch: { '@id': 'skos:exactMatch', '@type': '@id' },
  identifier: 'schema:identifier',
  abstract: { '@id': 'schema:abstract', '@language': 'en' },
  text: 'schema:text',
  description: 'schema:description',
  url: { '@id': 'schema:url', '@type': '@id' },
  pagination: 'schema:pagination',
  isPartOf: { '@id': 'schema:isPartOf', '@type': '@id' },
  spatialCoverage: { '@id': 'schema:spatialCoverage', '@type': '@id' },
  about: { '@id': 'schema:about', '@type': '@id' },
  creator: { '@id': 'schema:creator', '@type': '@id' },
  contributor: { '@id': 'schema:contributor', '@type': '@id' },
  citation: 'schema:citation',
  dateCreated: 'schema:dateCreated',
  datePublished: 'schema:datePublished',
  alternateName: 'schema:alternateName',
  version: 'schema:version',
  license: 'schema:license',
  size: 'schema:size',
  body: { '@type': '@id' },
  tag: { '@type': '@id' },
  other: { '@type': '@id' },
  recommendingState: { '@type': '@id' },
  workingGroup: { '@type': '@id' },
  initiative: { '@type': '@id' },
  suggestedInitiative: { '@type': '@id' },
  indicator: { '@type': '@id' },
  guidedBy: { '@type': '@id' },
  cites: { '@type': '@id' },
  score: { '@type': 'xsd:double' },
} as const

/** schema.org's and SKOS's own types of our labels. */
const TYPES: Partial<Record<Label, string>> = {
  ReviewDocument: 'schema:Report',
  Mechanism: 'schema:Organization',
  State: 'schema:Country',
  GovernmentBody: 'schema:GovernmentOrganization',
  Organisation: 'schema:Organization',
  WorkingGroup: 'schema:Organization',
  Initiative: 'schema:Project',
  Theme: 'skos:Concept',
  Right: 'skos:Concept',
  RightsCluster: 'skos:Concept',
  AffectedGroup: 'skos:Concept',
  SdgTarget: 'skos:Concept',
  SdgGoal: 'skos:Concept',
  Treaty: 'schema:Legislation',
  Measurement: 'schema:Observation',
  Resource: 'schema:CreativeWork',
}

/** Without what is not known: absent in JSON-LD says just that. */
const known = (entries: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entries).filter(
      ([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0),
    ),
  )

const responsibilityNode = (origin: string, { body, ...rest }: Responsibility): object =>
  known({ type: 'Responsibility', body: idOfThing(origin, body.id), ...rest })

const linkNode = (origin: string, { id, ...rest }: Link): object =>
  known({ type: 'Link', other: idOfThing(origin, id), ...rest })

export function recommendationNode(record: RecommendationRecord, origin: string): object {
  const at = (id: string): string => idOfThing(origin, id)
  const all = (things: readonly { readonly id: string }[]): string[] => things.map(({ id }) => at(id))
  const { textLanguage } = record
  return known({
    id: at(record.id),
    type: ['Recommendation', 'schema:CreativeWork'],
    identifier: record.id,
    url: origin === '' ? null : record.address,
    kind: record.kind,
    position: record.position,
    pagination: record.paragraph,
    abstract: record.summary,
    text:
      record.text === null || textLanguage === null
        ? record.text
        : { '@value': record.text, '@language': textLanguage },
    isPartOf: record.document === null ? null : at(record.document.id),
    creator: record.mechanism === null ? null : at(record.mechanism.id),
    spatialCoverage: at(record.state.id),
    recommendingState: all(record.recommendingStates),
    about: TAG_FIELD_NAMES.flatMap((field) => all(record.tags[field])),
    suggestedAbout: TAG_FIELD_NAMES.flatMap((field) =>
      record.suggestedTags[field].map(({ id, basis, score, method, note, state }) =>
        known({ type: 'Tagging', tag: at(id), basis, score, method, note, state }),
      ),
    ),
    responsibility: record.responsibilities.map((one) => responsibilityNode(origin, one)),
    suggestedResponsibility: record.suggestedResponsibilities.map((one) => responsibilityNode(origin, one)),
    workingGroup: all(record.workingGroups),
    initiative: all(record.initiatives),
    suggestedInitiative: all(record.suggestedInitiatives),
    indicator: all(record.indicators),
    guidedBy: all(record.resources),
    link: record.similar.map((link) => linkNode(origin, link)),
    suggestedLink: record.suggestedSimilar.map((link) => linkNode(origin, link)),
    cites: record.cites.map((id) => at(id)),
    assessment: record.assessments.map(({ id, evidence, ...rest }) =>
      known({
        id: at(String(id)),
        type: 'Assessment',
        ...rest,
        source: undefined,
        citations: undefined,
        citation: rest['citations'] ?? rest['source'],
        evidence: Array.isArray(evidence)
          ? evidence.map(({ id: evidenceId, stance, url, on }: Record<string, unknown>) =>
              known({ id: at(String(evidenceId)), type: 'Evidence', stance, url, on }),
            )
          : [],
      }),
    ),
    outdatedReason: record.isOutdated ? (record.outdatedReason ?? '') : null,
    citation: record.sources.map(({ citation }) => citation),
  })
}

export function thingNode(thing: Thing, origin: string): object {
  const { label, id, properties } = thing
  const text = (name: string): string | null => textOf(properties, name)
  const at = (other: string): string => idOfThing(origin, other)
  const tied = (...types: readonly string[]): string[] =>
    thing.ties.filter(({ type }) => types.includes(type)).map((tie) => at(tie.id))
  const own = TYPES[label]
  const isConcept = own === 'skos:Concept'
  const names = known({ en: nameOf(thing), km: text('nameKm') })
  return known({
    id: at(id),
    type: own === undefined ? label : [label, own],
    identifier: text('symbol') ?? text('code') ?? id,
    ...(isConcept ? { prefLabel: names } : { name: names }),
    altLabel: properties['aliases'],
    notation: text('target') ?? text('goal') ?? text('article'),
    // The United Nations' own addresses of the goals and targets.
    exactMatch:
      label === 'SdgTarget' || label === 'SdgGoal'
        ? `http://metadata.un.org/sdg/${text('target') ?? text('goal') ?? ''}`
        : null,
    broader:
      tied('PART_OF', 'IN_CLUSTER', 'OF_TREATY').length > 0 && isConcept
        ? tied('PART_OF', 'IN_CLUSTER', 'OF_TREATY')
        : null,
    alternateName: text('acronym'),
    description: text('mandateSummary') ?? text('description') ?? text('summary') ?? text('note'),
    dateCreated: text('adoptedOn') ?? text('startsOn'),
    datePublished: text('publishedOn'),
    creator: tied('ADOPTED_BY', 'LEADS'),
    contributor: tied('PARTNERS_IN'),
    spatialCoverage: tied('REVIEWS', 'OF_STATE'),
    about: label === 'Indicator' || label === 'Resource' ? tied('ABOUT') : null,
    isPartOf: label === 'WorkingGroup' ? tied('PART_OF') : null,
    kind: text('kind'),
    value: text('value'),
    year: properties['year'],
    measures: label === 'Measurement' ? tied('OF').map((measured) => ({ '@id': measured })) : null,
    citation: properties['citations'] ?? properties['source'],
  })
}

const datasetNode = (about: About): object =>
  known({
    type: 'schema:Dataset',
    name: { en: about.title },
    url: /^https?:/.test(about.address) ? about.address : null,
    identifier: about.address,
    version: about.changedMeanwhile ? `${about.dataVersion} to ${about.dataVersionAtEnd}` : about.dataVersion,
    dateCreated: about.exportedAt,
    size: `${about.count} recommendations`,
    description: about.notes.join(' '),
    license: about.licence,
    citation: about.citation,
  })

async function* write(source: Source): Chunks {
  const { origin, selection } = source
  yield `{"@context":${JSON.stringify(CONTEXT)},\n"@graph":[`
  let before = '\n'
  for await (const records of recordsOf(source)) {
    yield before + records.map(({ record }) => JSON.stringify(recommendationNode(record, origin))).join(',\n')
    before = ',\n'
  }
  for (const { label } of NOUNS)
    for (const thing of selection.thingsOf(label)) {
      yield before + JSON.stringify(thingNode(thing, origin))
      before = ',\n'
    }
  yield `${before}${JSON.stringify(datasetNode(await source.about()))}\n]}\n`
}

export const jsonLd: Format = {
  name: 'jsonld',
  mediaType: 'application/ld+json; charset=utf-8',
  describe: 'linked data: schema.org and SKOS',
  hasColumns: false,
  isClosed: false,
  maxRows: null,
  write,
}
