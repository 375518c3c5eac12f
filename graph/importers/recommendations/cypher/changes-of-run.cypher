// What a run changed, as it keeps it, with the node as it is now. $runId; $first: at most so many.
// Rows: id (of the change), changedId, before (JSON), beforeRunId, properties (now; null where the node is gone). Indexes: import_change_run and the labels' own.
MATCH (change:ImportChange {importRunId: $runId})
WITH change LIMIT $first
OPTIONAL MATCH (n:Recommendation {id: change.changedId})
OPTIONAL MATCH (d:ReviewDocument {id: change.changedId})
RETURN change.id AS id, change.changedId AS changedId, change.before AS before, change.beforeRunId AS beforeRunId, properties(coalesce(n, d)) AS properties
