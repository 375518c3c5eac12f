/** What follows an import wherever it was started: links between the recommendations of the States it touched, then suggested tags and bodies. */
import type { Db } from '../../../graph/db/index.ts'
import type { ImportReport } from '../../../graph/index.ts'
import { linkGraph, type LinkReport } from '../links/store.ts'
import { suggestInGraph } from '../links/suggestion-store.ts'

/**
 * Brings what is suggested for a report's States up to date; also after an undo, by the report of the run undone. A State whose texts
 * did not change is left alone. Null where nothing was written and so nothing can have changed.
 */
export async function linkImported(
  db: Db,
  { runId, states }: Pick<ImportReport, 'runId' | 'states'>,
  watch: { readonly onProgress?: (done: number, total: number) => void; readonly signal?: AbortSignal } = {},
): Promise<LinkReport | null> {
  if (runId === null) return null
  // A report of an earlier version names no States.
  const touched = (states as readonly string[] | undefined) ?? null
  const report = await linkGraph(db, { states: touched, ...watch })
  await suggestInGraph(db, { states: touched, signal: watch.signal })
  return report
}
