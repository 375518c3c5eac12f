// Gives recommendations the place that follows from their document, and keeps how they were; one that the run made goes with it.
// $rows: {id, properties, changeId (null for one that the run made), before (JSON), beforeRunId}; $runId. Indexes: recommendation_id, import_change_id.
UNWIND $rows AS row
MATCH (n:Recommendation {id: row.id})
SET n += row.properties, n.importRunId = $runId
WITH row
WHERE row.changeId IS NOT NULL
MERGE (change:ImportChange {id: row.changeId})
ON CREATE SET change.importRunId = $runId, change.changedId = row.id, change.beforeRunId = row.beforeRunId, change.outcome = 'unchanged'
SET change.before = row.before
