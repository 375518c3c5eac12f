/** What the server and its commands use of the graph besides the model and the door to the database. */
export { applySchema, listMissingSchema } from './schema/index.ts'
export { migrate } from './migrations/index.ts'
export { isBuiltInOutdated, isEmpty, loadBuiltIn, type LoadReport } from './importers/cambodia/load.ts'
export { UnreadableFileError, type Refusal } from './importers/cambodia/read.ts'
export { runChecks, type CheckResult } from './checks/index.ts'
