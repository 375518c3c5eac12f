/** How each field of Mutation is answered. All of them are the owner's: `Execution.change` asks. */
import type { Db } from '../../../graph/db/index.ts'
import type { MutationDecideArgs, MutationUndoDecisionArgs } from '../generated/resolvers.ts'
import { decide, undoDecision } from './review/decide.ts'

export type Change = (args: never, db: Db, now: Date) => Promise<Readonly<Record<string, unknown>>>

export const MUTATIONS: Readonly<Record<string, Change>> = {
  decide: ({ decision }: MutationDecideArgs, db, now) => decide(db, decision, now),
  undoDecision: ({ id, decidedBy }: MutationUndoDecisionArgs, db, now) => undoDecision(db, id, decidedBy, now),
}
