/** Reads UHRI's JSON dump, one array of annotations (README.md beside this file). */
import { CountedDoubts } from '../doubts.ts'
import { readJsonArray } from '../files/json-array.ts'
import { refusal, withCellsOf } from '../files/tables.ts'
import type { Place, ReadItem, ReadOptions } from '../records.ts'
import { itemsOf, type Annotation } from './map.ts'

const textOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const listOf = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.map(textOf).filter((one) => one !== '')
    : value === null || value === undefined
      ? []
      : [textOf(value)]

const lines = (values: readonly string[]): string => values.map((value) => `- ${value.replace(/^-\s*/, '')}`).join('\n')

/** The annotation as UHRI's sheet has it, and what only the dump has: a row that a person can correct. */
const cellsOf = (annotation: Annotation): Record<string, string> => ({
  Text: annotation.text,
  'Countries Concerned': lines(annotation.countries),
  'Recommending Body': annotation.body,
  'Document Symbol': annotation.symbol,
  Themes: lines(annotation.themes),
  'Affected Persons': lines(annotation.affectedPersons),
  Sdgs: lines(annotation.sdgs),
  'Document Publication Date': annotation.publishedOn,
  'UPR Recommending States': lines(annotation.recommendingStates),
  'UPR Position': lines(annotation.positions),
  Type: annotation.type,
  'OHCHR Annotation Id': annotation.annotationId,
  'UPR Session': lines(annotation.sessions),
  'UPR Cycle': annotation.cycle,
  'Document Id': annotation.documentId,
})

/** Keys that every record of the dump has, by which it is recognised. */
export const KEYS = ['AnnotationId', 'Countries', 'Body', 'Text'] as const

export async function* read(path: string, { fileName, state, signal, onShare }: ReadOptions): AsyncGenerator<ReadItem> {
  const doubts = new CountedDoubts()
  for await (const { row, value } of readJsonArray(path, fileName, { signal, onShare })) {
    const place: Place = { file: fileName, sheet: null, row }
    if (typeof value !== 'object' || value === null || !KEYS.some((key) => key in value)) {
      yield refusal(
        place,
        null,
        JSON.stringify(value),
        `Not an annotation of UHRI. Expected an object with ${KEYS.join(', ')}.`,
      )
      continue
    }
    const record = value as Readonly<Record<string, unknown>>
    const annotation: Annotation = {
      annotationId: textOf(record['AnnotationId']),
      documentId: textOf(record['DocumentId']),
      type: textOf(record['AnnotationType']),
      body: textOf(record['Body']),
      symbol: textOf(record['Symbol']),
      text: textOf(record['Text']),
      countries: listOf(record['Countries']),
      themes: listOf(record['Themes']),
      affectedPersons: listOf(record['AffectedPersons']),
      sdgs: listOf(record['Sdgs']),
      publishedOn: textOf(record['PublicationDate']),
      recommendingStates: listOf(record['UprRecommendingCountry']),
      positions: listOf(record['UprPositions']),
      sessions: listOf(record['UprSession']),
      cycle: textOf(record['UprCycle']),
    }
    yield* withCellsOf(() => cellsOf(annotation), itemsOf(annotation, place, state, doubts))
  }
  yield* doubts.items()
}
