/**
 * Weights that the people of this installation taught by their decisions. They lie in the graph, so that every server and
 * every command on it scores alike; without them, or where the features have changed since, those that ship are used.
 */
import type { Db } from '../../../graph/db/index.ts'
import { ID_PREFIX } from '../../../graph/model/index.ts'
import readWeights from './cypher/read-weights.cypher'
import writeWeights from './cypher/write-weights.cypher'
import { FEATURES } from './features.ts'
import { SHIPPED_WEIGHTS, type Weights } from './scorer.ts'

const ID = `${ID_PREFIX.LinkWeights}:own`

/** Whether the weights are for the features there are now. */
const fits = ({ weights }: Weights): boolean =>
  Object.keys(weights).length === FEATURES.length && FEATURES.every((name) => Object.hasOwn(weights, name))

export async function weightsOf(db: Db): Promise<Weights> {
  const [row] = await db.read<{ json: string }>(readWeights, { id: ID }, { name: 'links-read-weights' })
  if (row === undefined) return SHIPPED_WEIGHTS
  const own = JSON.parse(row.json) as Weights
  return fits(own) ? own : SHIPPED_WEIGHTS
}

export async function keepWeights(db: Db, weights: Weights, decisions: number, now: Date): Promise<void> {
  await db.write(
    (run) =>
      run(writeWeights, {
        id: ID,
        version: weights.version,
        json: JSON.stringify(weights),
        learnedAt: `${now.toISOString().slice(0, 19)}Z`,
        decisions,
      }),
    { name: 'links-keep-weights' },
  )
}
