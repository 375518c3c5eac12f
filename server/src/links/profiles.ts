/** Reads a State's profile (graph/profiles/README.md): its bodies' names and the rules from labels to bodies. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { UnreadableFileError } from '../../../graph/index.ts'
import { ID_PREFIX } from '../../../graph/model/index.ts'
import { ROOT } from '../../../graph/root.ts'
import type { Profile, Rule } from './bodies.ts'

export const PROFILES_FOLDER = join(ROOT, 'graph', 'profiles')
const COLUMNS = {
  'names.csv': ['body', 'name'],
  'rules.csv': ['order', 'label', 'with', 'body', 'role', 'reason'],
} as const
const ROLES = ['LEAD', 'SUPPORT'] as const

type Line = { readonly row: number; readonly values: Readonly<Record<string, string>> }

function readLines(folder: string, file: keyof typeof COLUMNS): Line[] {
  const path = join(folder, file)
  const fail = (row: number | null, problem: string): never => {
    throw new UnreadableFileError(`${path}${row === null ? '' : `, row ${row}`}: ${problem}`)
  }
  if (!existsSync(path)) fail(null, `there is no such file. Expected the columns ${COLUMNS[file].join(', ')}.`)
  try {
    const records = parse(readFileSync(path, 'utf8'), { bom: true, columns: true, info: true }) as unknown as {
      record: Record<string, string>
      info: { lines: number }
    }[]
    const missing = COLUMNS[file].filter((name) => records[0] !== undefined && !(name in records[0].record))
    if (missing.length > 0)
      fail(1, `the column ${missing.join(', ')} is missing. Expected ${COLUMNS[file].join(', ')}.`)
    return records.map(({ record, info }) => ({ row: info.lines, values: record }))
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error
    return fail(null, `${(error as Error).message}. Expected CSV.`)
  }
}

/**
 * Profile of a State (ISO 3166 alpha-3), or null where there is none. `labels`: ids that a rule may name.
 * Throws UnreadableFileError naming file, row, column and what was expected.
 */
export function readProfile(
  state: string,
  labels: ReadonlySet<string>,
  profiles: string = PROFILES_FOLDER,
): Profile | null {
  const folder = join(profiles, state.toLowerCase())
  if (!/^[A-Z]{3}$/.test(state) || !existsSync(folder)) return null
  const names = new Map<string, string[]>()
  for (const { row, values } of readLines(folder, 'names.csv')) {
    const { body = '', name = '' } = values
    if (body === '' || name === '')
      throw new UnreadableFileError(
        `${join(folder, 'names.csv')}, row ${row}, column ${body === '' ? 'body' : 'name'}: empty. Expected a value.`,
      )
    names.set(body, [...(names.get(body) ?? []), name])
  }
  const rules = readLines(folder, 'rules.csv').map(({ row, values }): Rule => {
    const bad = (column: string, expected: string): never => {
      throw new UnreadableFileError(
        `${join(folder, 'rules.csv')}, row ${row}, column ${column}: "${values[column] ?? ''}". Expected ${expected}.`,
      )
    }
    const role = ROLES.find((one) => one === values['role']) ?? bad('role', ROLES.join(' or '))
    const order = Number(values['order'])
    if (!Number.isInteger(order) || order < 1 || order > 9) bad('order', 'a whole number from 1 to 9')
    const body = values['body'] ?? ''
    if (!names.has(body)) bad('body', 'a body of names.csv')
    for (const column of ['label', 'with'] as const) {
      const label = values[column] ?? ''
      if (!(column === 'with' && label === '') && !labels.has(label))
        bad(column, 'the id of a label, such as theme:education')
    }
    if ((values['reason'] ?? '') === '') bad('reason', 'words that say why')
    return {
      order,
      labels: [values['label'] ?? '', values['with'] ?? ''].filter((label) => label !== ''),
      body: `${ID_PREFIX.GovernmentBody}:${body}`,
      role,
      reason: values['reason'] ?? '',
    }
  })
  return {
    state,
    bodies: [...names].map(([body, all]) => ({
      id: `${ID_PREFIX.GovernmentBody}:${body}`,
      name: all[0] ?? body,
      names: all,
    })),
    rules,
  }
}

/** Codes of the States that have a profile. */
export const listProfiles = (profiles: string = PROFILES_FOLDER): string[] =>
  readdirSync(profiles, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && /^[a-z]{3}$/.test(entry.name))
    .map(({ name }) => name.toUpperCase())
    .sort()
