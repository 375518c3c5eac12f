import type { MessageKey, MessageValues } from '../../messages/messages.svelte.ts'

type Coverage = {
  readonly heldCount: number
  readonly heldItemCount: number
  readonly knownTotal: number | null
  readonly isComplete: boolean
}

/** How much of a document is held, as a message: nothing known is not nothing asked. */
export function coverageMessage({
  heldCount,
  heldItemCount,
  knownTotal,
  isComplete,
}: Coverage): [MessageKey, MessageValues] {
  if (isComplete) return ['recommendation.heldAll', { count: knownTotal ?? heldCount }]
  if (knownTotal !== null) return ['recommendation.heldSome', { held: heldItemCount, known: knownTotal }]
  return ['recommendation.heldUnknown', { held: heldCount }]
}
