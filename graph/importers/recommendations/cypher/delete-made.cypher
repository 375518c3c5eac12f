// Takes away recommendations that a run made, but for those that people or later runs have added to. What was only computed (a
// suggestion that nobody decided on) goes with them. $runId; $first: at most so many. Rows: count. Scans the label: undoing is rare.
MATCH (n:Recommendation)
WHERE n.importRunId = $runId AND NOT EXISTS {
  MATCH (n)-[r]-()
  WHERE coalesce(r.importRunId, '') <> $runId AND NOT (coalesce(r['state'], '') = 'SUGGESTED' AND r['decidedOn'] IS NULL)
}
WITH n LIMIT $first
DETACH DELETE n
RETURN count(*) AS count
