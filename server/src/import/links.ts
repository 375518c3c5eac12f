/** What follows an import wherever it was started: links between the recommendations of the States it touched, then suggested tags and bodies. */
import type { Db } from '../../../graph/db/index.ts'
import type { ImportRun } from '../../../graph/index.ts'
import { linkGraph, type LinkReport } from '../links/store.ts'
import { suggestInGraph } from '../links/suggestion-store.ts'

export type Touched = {
  /** Null where nothing was written. */
  readonly runId: string | null
  /** Ids of the States whose recommendations changed; null where that is not known: then all are looked at. */
  readonly states: readonly string[] | null
}

/** What taking a run back touched: a run that was cut off, or written by an earlier version, does not say. */
export const touchedBy = ({ id, report }: Pick<ImportRun, 'id' | 'report'>): Touched => ({
  runId: id,
  states: (report?.states as readonly string[] | undefined) ?? null,
})

/**
 * Brings what is suggested for a report's States up to date; also after an undo, by the report of the run undone. A State whose texts
 * did not change is left alone. Null where nothing was written and so nothing can have changed.
 */
export async function linkImported(
  db: Db,
  { runId, states }: Touched,
  watch: { readonly onProgress?: (done: number, total: number) => void; readonly signal?: AbortSignal } = {},
): Promise<LinkReport | null> {
  if (runId === null) return null
  const report = await linkGraph(db, { states, ...watch })
  await suggestInGraph(db, { states, signal: watch.signal })
  return report
}
