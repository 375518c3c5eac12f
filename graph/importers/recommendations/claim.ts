/**
 * One import writes at a time, whoever started it: a claim in the graph, proven again inside every transaction that writes.
 * A holder that was killed is recognised by its dead process on this machine, else by its time running out.
 */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Db, Write } from '../../db/index.ts'
import { isAlive, LaunchError } from '../../engine/index.ts'
import holdClaim from './cypher/hold-claim.cypher'
import takeClaim from './cypher/take-claim.cypher'

/** Longer than any batch takes; another machine waits this long after a crash. */
const LEASE_MS = 60_000

/** Another import is being written. */
export class ImportBusyError extends LaunchError {
  override name = 'ImportBusyError'
}

/** Whether a token names a process of this machine that has ended. */
function isDead(holder: string): boolean {
  const [host, pid] = holder.split('/')
  return host === hostname() && Number(pid) !== process.pid && !isAlive(Number(pid))
}

export class Claim {
  readonly #db: Db
  readonly holder = `${hostname()}/${process.pid}/${randomUUID()}`

  private constructor(db: Db) {
    this.#db = db
  }

  /** Takes the claim for a run. Throws ImportBusyError where another import is being written. */
  static async take(db: Db, runId: string): Promise<Claim> {
    const claim = new Claim(db)
    const [held] = await db.read<{ holder: string | null }>(
      "MATCH (claim:ImportClaim {id: 'import-claim:graph'}) RETURN claim.holder AS holder",
    )
    const dead = typeof held?.holder === 'string' && isDead(held.holder) ? [held.holder] : []
    const { rows } = await db.write((run) => run(takeClaim, { holder: claim.holder, runId, leaseMs: LEASE_MS, dead }), {
      name: 'take-claim',
    })
    if (rows[0]?.['isMine'] !== true)
      throw new ImportBusyError(
        'Another import is being written into this graph. Wait until it has ended, then import again: nothing of this one was written.',
      )
    return claim
  }

  /** Proves inside a transaction that the claim is still ours. Throws ImportBusyError, which takes the transaction back. */
  async prove(run: Write): Promise<void> {
    const { rows } = await run(holdClaim, { holder: this.holder, leaseMs: LEASE_MS })
    if (rows[0]?.['held'] !== 1)
      throw new ImportBusyError(
        'Another import has taken over, since this one did not answer for a minute. Import the file again to complete it.',
      )
  }

  async release(): Promise<void> {
    await this.#db.write((run) =>
      run("MATCH (claim:ImportClaim {id: 'import-claim:graph', holder: $holder}) DELETE claim", {
        holder: this.holder,
      }),
    )
  }
}
