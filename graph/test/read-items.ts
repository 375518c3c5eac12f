/** Files made for a test, and what a reader says of them. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recognise, type Recognised } from '../importers/recognise.ts'
import { readerOf } from '../importers/readers.ts'
import { csvCell } from '../importers/recommendations/refused.ts'
import type { Format, ReadItem, ReadOptions, ReadRecommendation, RefusedRow } from '../importers/records.ts'

/** Where the real files lie, which never enter the repository; tests on them are skipped where it is unset. */
export const REAL_DATA_DIR = process.env['REAL_DATA_DIR']
export const realFile = (...path: string[]): string => join(REAL_DATA_DIR ?? '', ...path)

export type Seen = {
  readonly recommendations: readonly ReadRecommendation[]
  readonly refused: readonly RefusedRow[]
  readonly skipped: readonly string[]
  readonly doubts: readonly string[]
  readonly afterwards: readonly Extract<ReadItem, { is: 'afterwards' }>[]
}

const given = (fileName: string, options: Partial<ReadOptions>): ReadOptions => ({
  fileName,
  state: null,
  mapping: null,
  ...options,
})

/** Everything a reader gives of a file, sorted by what it is. */
export async function seenIn(path: string, format: Format, options: Partial<ReadOptions> = {}): Promise<Seen> {
  const items: ReadItem[] = []
  for await (const item of readerOf(format)(path, given(options.fileName ?? 'file', options))) items.push(item)
  return {
    recommendations: items.flatMap((item) => (item.is === 'recommendation' ? [item.recommendation] : [])),
    refused: items.flatMap((item) => (item.is === 'refused' ? [item.refused] : [])),
    skipped: items.flatMap((item) => (item.is === 'skipped' ? [item.reason] : [])),
    doubts: items.flatMap((item) => (item.is === 'doubt' ? [item.doubt] : [])),
    afterwards: items.filter((item) => item.is === 'afterwards'),
  }
}

/** Runs `use` with a file of this content in a folder of its own. */
export async function withFile<Result>(
  content: string | Uint8Array,
  use: (path: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'followthrough-test-'))
  try {
    const path = join(folder, 'upload')
    await writeFile(path, content)
    return await use(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Reads content as a format, or as the format it is recognised as. */
export const read = (
  content: string | Uint8Array,
  format: Format | null = null,
  options: Partial<ReadOptions> = {},
): Promise<Seen> =>
  withFile(content, async (path) => seenIn(path, format ?? (await recognise(path, 'file')).format, options))

/** The list of refused rows of a file as a person corrects it: columns by name, ours in front. */
export function correctedList(refused: readonly RefusedRow[], correction: Readonly<Record<string, string>>): string {
  const rows = refused.map(({ cells, reason }) => ({ refused_reason: reason, ...cells, ...correction }))
  return [Object.keys(rows[0] ?? {}), ...rows.map((row) => Object.values(row))]
    .map((row) => row.map(csvCell).join(','))
    .join('\r\n')
}

export const recogniseContent = (content: string | Uint8Array): Promise<Recognised> =>
  withFile(content, (path) => recognise(path, 'file'))
