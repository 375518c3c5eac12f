// Changes nodes of one label and keeps how they were. A node changed before by the same run keeps what was kept first.
// $rows: {id, properties (null takes one away), changeId, before (JSON), beforeRunId, outcome}; $runId. __LABEL__: a label of graph/model.
// Indexes: the label's constraint on id, import_change_id.
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.id})
SET n += row.properties, n.importRunId = $runId
MERGE (change:ImportChange {id: row.changeId})
ON CREATE SET change.importRunId = $runId, change.changedId = row.id, change.before = row.before, change.beforeRunId = row.beforeRunId, change.outcome = row.outcome
