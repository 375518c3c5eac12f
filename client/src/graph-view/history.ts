/** Steps done and undone. Values only: a step holds the whole view, and views share what did not change. */
import { EMPTY_VIEW, type View } from './view.ts'

/** What was done, as a message's key and its values, so that the list of steps follows the language of the page. */
export type StepLabel = { readonly key: string; readonly values: Readonly<Record<string, string | number>> }
export type Step = { readonly label: StepLabel; readonly view: View }

/** `at` is the present step. */
export type History = { readonly steps: readonly Step[]; readonly at: number }

/** More steps than this are forgotten, the oldest first. */
export const MAX_STEPS = 200

export const startHistory = (view: View, label: StepLabel): History => ({ steps: [{ label, view }], at: 0 })
export const present = ({ steps, at }: History): View => steps[at]?.view ?? EMPTY_VIEW
export const canUndo = ({ at }: History): boolean => at > 0
export const canRedo = ({ steps, at }: History): boolean => at < steps.length - 1
export const undo = (history: History): History => goTo(history, history.at - 1)
export const redo = (history: History): History => goTo(history, history.at + 1)

/** A step chosen from the list; what is no step changes nothing. */
export const goTo = (history: History, at: number): History =>
  at >= 0 && at < history.steps.length ? { ...history, at } : history

/** A step on from the present; what had been undone is gone. */
export function step(history: History, label: StepLabel, view: View): History {
  const steps = [...history.steps.slice(0, history.at + 1), { label, view }].slice(-MAX_STEPS)
  return { steps, at: steps.length - 1 }
}
