/** Bodies of a State's government as people write them: by the names of the State's profile (`graph/profiles`). */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { toId } from '../../model/index.ts'
import { ROOT } from '../../root.ts'
import type { ReadLabel } from '../records.ts'
import { foldLabel } from './tables.ts'

const byState = new Map<string, ReadonlyMap<string, string>>()

/** Folded name -> id, of a State's profile; empty where it has none. */
function namesOf(state: string): ReadonlyMap<string, string> {
  const known = byState.get(state)
  if (known !== undefined) return known
  const path = join(ROOT, 'graph', 'profiles', state.toLowerCase(), 'names.csv')
  const rows: { body: string; name: string }[] = existsSync(path)
    ? parse(readFileSync(path, 'utf8'), { columns: true, bom: true })
    : []
  const names = new Map(rows.map(({ body, name }) => [foldLabel(name), toId('GovernmentBody', body)]))
  byState.set(state, names)
  return names
}

/** A body of the State (ISO 3166 alpha-3) by one of its names; `id` is null where the profile knows none such. */
export const findGovernmentBody = (state: string, printed: string): ReadLabel => ({
  printed,
  id: namesOf(state).get(foldLabel(printed)) ?? null,
})
