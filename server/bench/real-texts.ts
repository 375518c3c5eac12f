/** Texts of real recommendations to fill the graph with, where REAL_DATA_DIR has them; never part of the repository. */
import { parse } from 'csv-parse/sync'
import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The texts in the order of the files; undefined where there are none. */
export async function realTexts(): Promise<string[] | undefined> {
  const folder = join(process.env['REAL_DATA_DIR'] ?? '', 'upr-info')
  if (process.env['REAL_DATA_DIR'] === undefined || !existsSync(folder)) return undefined
  const texts: string[] = []
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.csv')).sort()) {
    // The files are in Windows-1252 and end their lines with CR.
    const text = new TextDecoder('windows-1252').decode(await readFile(join(folder, name)))
    const rows = parse(text, {
      columns: true,
      record_delimiter: ['\r\n', '\r', '\n'],
      relax_quotes: true,
      relax_column_count: true,
    })
    for (const row of rows as Record<string, string>[]) if (row['Text']) texts.push(row['Text'].trim())
  }
  return texts.length === 0 ? undefined : texts
}
