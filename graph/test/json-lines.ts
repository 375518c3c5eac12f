/** A reader for tests: one JSON object a line, {"is": "recommendation" …} in full or a record with what it leaves out filled in. */
import { readFile } from 'node:fs/promises'
import type { ReadItem, Reader, ReadRecommendation } from '../importers/records.ts'

export type Sketch = Partial<Omit<ReadRecommendation, 'document'>> & {
  readonly document?: Partial<ReadRecommendation['document']>
}

/** A whole record from the few things that a test is about. */
export function recordOf(sketch: Sketch, row: number, file: string): ReadRecommendation {
  const { document, ...rest } = sketch
  return {
    place: { file, sheet: null, row },
    sourceId: null,
    state: 'KHM',
    mechanism: 'UPR',
    paragraph: null,
    part: null,
    heading: null,
    kind: 'RECOMMENDATION',
    text: `Sentence number ${row} of a file that was written for a test`,
    textLanguage: 'en',
    position: null,
    positionPrinted: null,
    recommendingStates: [],
    themes: [],
    affectedGroups: [],
    sdgs: [],
    rights: [],
    bodies: [],
    citedParagraphs: [],
    more: {},
    ...rest,
    document: {
      symbol: null,
      title: null,
      session: null,
      cycle: null,
      publishedOn: null,
      adoptedOn: null,
      sourceId: null,
      ...document,
    },
  }
}

export const readJsonLines: Reader = async function* (path, { fileName }) {
  let row = 0
  for (const line of (await readFile(path, 'utf8')).split('\n')) {
    if (line === '') continue
    row += 1
    const item = JSON.parse(line) as ReadItem | Sketch
    if ('is' in item) yield item
    else yield { is: 'recommendation', recommendation: recordOf(item, row, fileName) }
  }
}
