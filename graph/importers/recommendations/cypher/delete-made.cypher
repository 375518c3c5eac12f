// Takes away recommendations that a run made, but for those that people or later runs have added to. What was only computed (a
// suggestion that nobody decided on) goes with them. $runId; $first: at most so many. Rows: count. Scans the label: undoing is rare.
// Their links and suggestions go too, so that those of a State have to be looked for anew, also when the same texts come back.
MATCH (n:Recommendation)
WHERE n.importRunId = $runId AND NOT EXISTS {
  MATCH (n)-[r]-()
  WHERE coalesce(r.importRunId, '') <> $runId AND NOT (coalesce(r['state'], '') = 'SUGGESTED' AND r['decidedOn'] IS NULL)
}
WITH n LIMIT $first
OPTIONAL MATCH (state:State {id: n.stateId})
SET state.linksFingerprint = null, state.suggestionsFingerprint = null
DETACH DELETE n
RETURN count(*) AS count
