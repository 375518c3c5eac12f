/** How suggestions fared with people, counted from the decisions that stand. Pure. */

export type DecisionRow = {
  readonly item: string
  readonly action: string
  readonly isCorrection: boolean
  readonly kind: string | null
  readonly role: string | null
  readonly score: number | null
  readonly decidedBy: string
}
type Counts = { confirmedCount: number; correctedCount: number; rejectedCount: number }
export type Counted = Counts & {
  readonly byScore: (Counts & { readonly from: number })[]
  readonly reviewers: { readonly name: string; readonly count: number }[]
  readonly readTwiceCount: number
  readonly agreedCount: number
}

const add = (counts: Counts, { action, isCorrection }: DecisionRow): void => {
  if (action === 'REJECT') counts.rejectedCount += 1
  else if (isCorrection) counts.correctedCount += 1
  else counts.confirmedCount += 1
}
const none = (): Counts => ({ confirmedCount: 0, correctedCount: 0, rejectedCount: 0 })

/** `rows` oldest first. An item counts once, by its last decision; agreement compares its last two by different people. */
export function statisticsOf(rows: readonly DecisionRow[]): Counted {
  const byItem = new Map<string, DecisionRow[]>()
  const reviewers = new Map<string, number>()
  for (const row of rows) {
    const known = byItem.get(row.item)
    if (known === undefined) byItem.set(row.item, [row])
    else known.push(row)
    reviewers.set(row.decidedBy, (reviewers.get(row.decidedBy) ?? 0) + 1)
  }
  const counted = none()
  const steps = new Map<number, Counts>()
  let readTwiceCount = 0
  let agreedCount = 0
  for (const decided of byItem.values()) {
    const last = decided.at(-1)
    if (last === undefined) continue
    add(counted, last)
    if (last.score !== null) {
      const step = Math.min(9, Math.floor(last.score * 10))
      const counts = steps.get(step) ?? none()
      steps.set(step, counts)
      add(counts, last)
    }
    const other = decided.findLast(({ decidedBy }) => decidedBy !== last.decidedBy)
    if (other === undefined) continue
    readTwiceCount += 1
    const says = ({ action, kind, role }: DecisionRow): string =>
      action === 'REJECT' ? action : `${action} ${kind ?? ''} ${role ?? ''}`
    if (says(other) === says(last)) agreedCount += 1
  }
  return {
    ...counted,
    byScore: [...steps].sort(([a], [b]) => a - b).map(([step, counts]) => ({ from: step / 10, ...counts })),
    reviewers: [...reviewers]
      .map(([name, count]) => ({ name, count }))
      .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)),
    readTwiceCount,
    agreedCount,
  }
}
