// Runs that changed what this one had written, and were not undone. $runId. Rows: id, fileName, startedAt, count. Index: import_change_before.
MATCH (change:ImportChange {beforeRunId: $runId})
WHERE change.importRunId <> $runId
WITH change.importRunId AS laterId, count(*) AS count
MATCH (run:ImportRun {id: laterId})
RETURN run.id AS id, run.fileName AS fileName, run.startedAt AS startedAt, count
ORDER BY startedAt DESC
