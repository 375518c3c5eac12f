/**
 * Which built-in recommendation a row of UPR Info's CSV for Cambodia is: by session, recommending State and the SHA-256 of its
 * text, after every run of characters outside printable ASCII and of white space became one space, trimmed, in lower case.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { STATE_CODE } from '../cambodia/map.ts'
import { BUILT_IN_FOLDER } from '../cambodia/load.ts'
import type { Format, ReadRecommendation } from '../records.ts'

export const crosswalkHash = (text: string): string =>
  createHash('sha256')
    .update(
      text
        .replace(/[^\x20-\x7E]+|\s+/g, ' ')
        .replace(/ {2,}/g, ' ')
        .trim()
        .toLowerCase(),
    )
    .digest('hex')

type Line = {
  readonly session: string
  readonly recommending_state: string
  readonly text_sha256: string
  readonly recommendation: string
}

/** A function that gives the id of the recommendation a row is, or null. */
export function crosswalk(format: Format): (row: ReadRecommendation) => string | null {
  if (format !== 'upr-info-csv') return () => null
  const lines = parse(readFileSync(join(BUILT_IN_FOLDER, 'upr_info_crosswalk.csv')), {
    columns: true,
    bom: true,
  }) as Line[]
  const ids = new Map(
    lines.map((line) => [
      `${line.session} ${line.recommending_state} ${line.text_sha256}`,
      `recommendation:${line.recommendation}`,
    ]),
  )
  return ({ state, document, recommendingStates, text }) =>
    state === STATE_CODE
      ? (ids.get(`${document.session ?? ''} ${recommendingStates[0]?.printed ?? ''} ${crosswalkHash(text)}`) ?? null)
      : null
}
