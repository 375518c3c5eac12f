/** Takes a run back: what it made goes, what it changed is as it was before. What people or later runs did since stays. */
import type { Db } from '../../db/index.ts'
import { LaunchError } from '../../engine/index.ts'
import { parseId, type Label } from '../../model/index.ts'
import { byKind, withNames } from './batch.ts'
import { Claim } from './claim.ts'
import changesStatement from './cypher/changes-of-run.cypher'
import deleteFrame from './cypher/delete-frame.cypher'
import deleteMade from './cypher/delete-made.cypher'
import deleteSuggestedLinks from './cypher/delete-suggested-links.cypher'
import laterRuns from './cypher/later-runs.cypher'
import restoreNodes from './cypher/restore-nodes.cypher'
import restoreRelationships from './cypher/restore-relationships.cypher'
import type { HeldRelationship, Properties } from './plan.ts'
import type { Progress } from './prepare.ts'
import { findRun, type RunStatus } from './runs.ts'

const BATCH = 2_000
/** Links and recommendations taken away at a time, each with its passages or with what hangs on it: what one transaction can hold. */
const LINKS_AT_ONCE = 5_000
const REMOVED_AT_ONCE = 250
/** Nodes that hold others come after those they hold. */
const FRAME: readonly Label[] = [
  'Evidence',
  'Assessment',
  'Measurement',
  'Indicator',
  'Resource',
  'Initiative',
  'WorkingGroup',
  'ReviewDocument',
  'GovernmentBody',
  'Organisation',
  'Right',
  'RightsCluster',
  'Treaty',
  'Theme',
  'AffectedGroup',
  'SdgTarget',
  'SdgGoal',
  'Mechanism',
  'State',
]

/** A run that cannot be undone, and why. */
export class UndoRefusedError extends LaunchError {
  override name = 'UndoRefusedError'
}

export type UndoReport = {
  readonly runId: string
  readonly fileName: string
  /** Recommendations that the run had made. */
  readonly removed: number
  /** Recommendations and documents that are as they were before the run. */
  readonly restored: number
  /** Recommendations that the run had made and that stay, since people added to them. */
  readonly kept: number
  /** Properties that people changed since, which stay as they are: `id property`, at most 100. */
  readonly keptProperties: readonly string[]
}

type Change = {
  readonly id: string
  readonly changedId: string
  readonly before: string
  readonly beforeRunId: string | null
  readonly properties: Properties | null
}
type Before = { readonly before: Properties; readonly after: Properties; readonly removed: readonly HeldRelationship[] }

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/**
 * Undoes a run, in batches; one that was cut off is completed by undoing again.
 * Errors: UndoRefusedError where there is no such run, it was undone before, or a later run changed what it wrote;
 * ImportBusyError while an import is being written.
 */
export async function undoImport(
  db: Db,
  runId: string,
  {
    onProgress,
    signal,
  }: { onProgress?: ((progress: Progress) => void) | undefined; signal?: AbortSignal | undefined } = {},
): Promise<UndoReport> {
  const run = await findRun(db, runId)
  if (run === null)
    throw new UndoRefusedError(`There is no import run ${runId}. Look at the list of runs: npm run import -- --runs`)
  if (run.status === 'UNDONE')
    throw new UndoRefusedError(`The import of ${run.fileName} was undone already, at ${run.undoneAt ?? ''}.`)
  const claim = await Claim.take(db, runId)
  try {
    const later = await db.read<{ id: string; fileName: string; startedAt: string; count: number }>(laterRuns, {
      runId,
    })
    if (later.length > 0)
      throw new UndoRefusedError(
        `The import of ${run.fileName} cannot be undone, since later imports changed what it wrote: ${later
          .map(({ id, fileName, count }) => `${fileName} (${id}) changed ${count}`)
          .join('; ')}. Undo the latest of them first.`,
      )
    const setStatus = (status: RunStatus, undoneAt: string | null) =>
      db.write(async (write) => {
        await write('MATCH (run:ImportRun {id: $runId}) SET run.status = $status, run.undoneAt = $undoneAt', {
          runId,
          status,
          undoneAt,
        })
        await claim.prove(write)
      })
    await setStatus('UNDOING', null)
    let [restored, removed] = [0, 0]
    const keptProperties: string[] = []
    const tell = (): void => onProgress?.({ phase: 'writing', done: restored + removed, total: null })

    for (;;) {
      signal?.throwIfAborted()
      const changes = await db.read<Change>(changesStatement, { runId, first: BATCH })
      if (changes.length === 0) break
      await db.write(
        async (write) => {
          await restore(write, changes, runId, keptProperties)
          await claim.prove(write)
        },
        { name: 'import-undo' },
      )
      restored += changes.length
      tell()
    }
    await db.write(async (write) => {
      await write('MATCH ()-[r:CITES|SIMILAR_TO]->() WHERE r.importRunId = $runId DELETE r', { runId })
      await claim.prove(write)
    })
    /** Takes away so many at a time as long as there are any. */
    const removeAll = async (statement: string, first: number, onRemoved: (count: number) => void): Promise<void> => {
      for (;;) {
        signal?.throwIfAborted()
        const { rows } = await db.write(
          async (write) => {
            const result = await write(statement, { runId, first })
            await claim.prove(write)
            return result
          },
          { name: 'import-undo' },
        )
        const count = Number(rows[0]?.['count'] ?? 0)
        if (count === 0) return
        onRemoved(count)
      }
    }
    await removeAll(deleteSuggestedLinks, LINKS_AT_ONCE, () => {})
    await removeAll(deleteMade, REMOVED_AT_ONCE, (count) => {
      removed += count
      tell()
    })
    for (const label of FRAME)
      await db.write(async (write) => {
        await write(withNames(deleteFrame, { __LABEL__: label }), { runId })
        await claim.prove(write)
      })
    const [left] = await db.read<{ kept: number }>(
      'MATCH (n:Recommendation) WHERE n.importRunId = $runId RETURN count(n) AS kept',
      { runId },
    )
    await setStatus('UNDONE', new Date().toISOString())
    return { runId, fileName: run.fileName, removed, restored, kept: left?.kept ?? 0, keptProperties }
  } finally {
    await claim.release().catch(() => {})
  }
}

async function restore(
  write: Parameters<Parameters<Db['write']>[0]>[0],
  changes: readonly Change[],
  runId: string,
  keptProperties: string[],
): Promise<void> {
  const nodes = new Map<Label, { id: string; properties: Properties; beforeRunId: string | null }[]>()
  const edges: (HeldRelationship & { of: string })[] = []
  for (const { changedId, before: text, beforeRunId, properties } of changes) {
    const label = parseId(changedId)?.label
    if (label === undefined || properties === null) continue
    const { before, after, removed } = JSON.parse(text) as Before
    const back: Record<string, Properties[string]> = {}
    for (const [name, value] of Object.entries(before)) {
      if (isSame(properties[name], after[name])) back[name] = value
      else if (keptProperties.length < 100) keptProperties.push(`${changedId} ${name}`)
    }
    nodes.set(label, [...(nodes.get(label) ?? []), { id: changedId, properties: back, beforeRunId }])
    for (const one of removed) edges.push({ ...one, of: changedId })
  }
  for (const [label, rows] of nodes) await write(withNames(restoreNodes, { __LABEL__: label }), { rows, runId })
  for (const { type, from, to, rows } of byKind('Recommendation', edges))
    await write(withNames(restoreRelationships, { __TYPE__: type, __FROM__: from, __TO__: to }), { rows })
  await write('UNWIND $ids AS id MATCH (change:ImportChange {id: id}) DELETE change', {
    ids: changes.map(({ id }) => id),
  })
}
