/** Two steps over a stream of batches, the first of one batch under way while the second of the one before it is. */
import { setImmediate as nextTurn } from 'node:timers/promises'

/** Long work gives way this often, so that a write under way is answered meanwhile: it takes turns with the database. */
const TURN_MS = 8

/** Each item's result, in order, with a turn of the event loop in between where the work takes long. */
export async function mapInTurns<Item, Result>(items: Iterable<Item>, work: (item: Item) => Result): Promise<Result[]> {
  const results: Result[] = []
  let since = performance.now()
  for (const item of items) {
    if (performance.now() - since > TURN_MS) {
      await nextTurn()
      since = performance.now()
    }
    results.push(work(item))
  }
  return results
}

/**
 * Plans each batch while the one before is being written. Order is kept, one write at a time; the first failure ends all,
 * after the write under way has ended too.
 */
export async function inTwoSteps<Rows, Plan>(
  batches: AsyncIterable<Rows>,
  {
    plan,
    write,
    finish,
    signal,
  }: {
    readonly plan: (rows: Rows) => Promise<Plan>
    readonly write: (rows: Rows, plan: Plan) => Promise<Plan>
    readonly finish: (plan: Plan) => void
    readonly signal?: AbortSignal | undefined
  },
): Promise<void> {
  let writing: Promise<Plan> | null = null
  try {
    for await (const rows of batches) {
      signal?.throwIfAborted()
      const next = await plan(rows)
      if (writing !== null) finish(await writing)
      writing = null
      signal?.throwIfAborted()
      writing = write(rows, next)
      // A failure is met where the batch is waited for; until then nobody listens.
      writing.catch(() => {})
    }
    if (writing !== null) finish(await writing)
  } catch (error) {
    // What is being written ends, well or not, before anybody is told: it counts where it went through.
    await writing?.then(finish, () => {})
    throw error
  }
}
