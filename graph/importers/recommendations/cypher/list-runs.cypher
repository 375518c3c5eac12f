// Imports of files, newest first; the loading of the built-in data is no such import. $first: 1..101; $before: {startedAt, id} of the
// run behind which the list goes on, or null.
// Rows: properties of the run; report is JSON, missing where a run was cut off.
MATCH (run:ImportRun)
WHERE run.status IS NOT NULL
  AND ($before IS NULL
    OR run.startedAt < $before.startedAt
    OR (run.startedAt = $before.startedAt AND run.id > $before.id))
RETURN properties(run) AS properties
ORDER BY run.startedAt DESC, run.id
LIMIT $first
