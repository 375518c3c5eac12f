/** Importing files of recommendations: read and checked whole (prepare), compared with the graph (plan), written (write), taken back (undo). */
export { ImportBusyError } from './claim.ts'
export { listsIn, LISTS, NO_LISTS, type ListFiles, type ListName } from './lists.ts'
export {
  prepareImport,
  type FileToImport,
  type Phase,
  type PreparedImport,
  type Progress,
  type Watch,
} from './prepare.ts'
export type { Counts, DocumentFigures, DoubtExample, Example, ImportReport } from './report.ts'
export type { FieldChange, Outcome } from './plan.ts'
export { eachRun, findRun, listRuns, RUNS_PAGE, type ImportRun, type RunStatus } from './runs.ts'
export { undoImport, UndoRefusedError, type UndoReport } from './undo.ts'
export { explainDisk } from './spool.ts'
export { planImport, writeImport, type Scope, type WriteOptions } from './write.ts'
