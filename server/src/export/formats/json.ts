/** JSON: a record a line, then what the records touch, then what the file says of itself. docs/exports.md has the shape. */
import { recordsOf, type Chunks, type Format, type Source } from '../file.ts'
import { NOUNS, nounRecord } from '../nouns.ts'
import type { RecommendationRecord } from '../records.ts'

export const FORMAT_NAME = 'followthrough-recommendations'
export const FORMAT_VERSION = 1

/** A record with its tags under their own names, as the API has them. */
export const jsonOf = ({ tags, suggestedTags, ...rest }: RecommendationRecord): object => ({
  ...rest,
  ...tags,
  suggestedTags,
})

async function* write(source: Source): Chunks {
  const { selection } = source
  yield `{"format":${JSON.stringify(FORMAT_NAME)},"formatVersion":${FORMAT_VERSION},\n"recommendations":[`
  let before = '\n'
  for await (const records of recordsOf(source)) {
    yield before + records.map(({ record }) => JSON.stringify(jsonOf(record))).join(',\n')
    before = ',\n'
  }
  for (const noun of NOUNS) {
    const things = selection.thingsOf(noun.label).map((thing) => JSON.stringify(nounRecord(noun, thing)))
    yield `\n],\n${JSON.stringify(noun.key)}:[${things.map((text, index) => `${index === 0 ? '\n' : ',\n'}${text}`).join('')}`
  }
  // Last: it says how many there were, and that the file is whole.
  yield `\n],\n"about":${JSON.stringify(await source.about())}}\n`
}

export const json: Format = {
  name: 'json',
  mediaType: 'application/json; charset=utf-8',
  describe: 'everything, for programs',
  hasColumns: false,
  isClosed: false,
  maxRows: null,
  write,
}
