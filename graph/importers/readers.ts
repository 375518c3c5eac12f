/** Format -> the reader of it, and whose header is whose. */
import { read as dihr, claims as isDihr } from './dihr-csv/read.ts'
import { read as ownJson } from './followthrough/read-json.ts'
import { read as ownTable, claims as isOwn } from './followthrough/read-table.ts'
import { read as impactOss, claims as isImpactOss } from './impact-oss-csv/read.ts'
import type { Format, Reader } from './records.ts'
import { read as spreadsheet } from './spreadsheets/read.ts'
import { read as thematicList } from './thematic-docx/read.ts'
import { read as uhriJson } from './uhri/read-json.ts'
import { read as uhriTable, claims as isUhri } from './uhri/read-table.ts'
import { read as uprInfo, claims as isUprInfo } from './upr-info-csv/read.ts'
import { read as uwazi, claims as isUwazi } from './uwazi-csv/read.ts'

const READERS: Readonly<Record<Format, Reader>> = {
  'uhri-json': uhriJson,
  'uhri-xlsx': uhriTable,
  'thematic-docx': thematicList,
  'upr-info-csv': uprInfo,
  'dihr-csv': dihr,
  'impact-oss-csv': impactOss,
  'uwazi-csv': uwazi,
  'followthrough-csv': ownTable,
  'followthrough-xlsx': ownTable,
  'followthrough-json': ownJson,
  csv: spreadsheet,
  xlsx: spreadsheet,
}

/** Formats that can be read, in the order of their names. */
export const READABLE_FORMATS = Object.keys(READERS) as Format[]

/** The reader of a format. */
export const readerOf = (format: Format): Reader => READERS[format]

/** Formats known by the names of their columns. `header` is as printed, `folded` without case and signs. */
export const TABLE_FORMATS: readonly {
  readonly format: Format
  readonly title: string
  readonly claims: (header: readonly string[], folded: readonly string[]) => boolean
}[] = [
  { format: 'followthrough-csv', title: 'our own export', claims: (header) => isOwn(header) },
  { format: 'uhri-xlsx', title: "UHRI's export", claims: (_, folded) => isUhri(folded) },
  { format: 'upr-info-csv', title: "UPR Info's CSV", claims: (_, folded) => isUprInfo(folded) },
  { format: 'dihr-csv', title: "the Danish Institute's download", claims: (_, folded) => isDihr(folded) },
  { format: 'impact-oss-csv', title: 'IMPACT OSS', claims: (header) => isImpactOss(header.map((name) => name.trim())) },
  { format: 'uwazi-csv', title: 'an Uwazi export', claims: (_, folded) => isUwazi(folded) },
]
