/** Two steps over a stream of batches, the first of one batch under way while the second of the one before it is. */

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
