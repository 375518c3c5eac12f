// Takes away links that were only computed of recommendations that a run made, so that none of these has thousands left when it goes
// itself: where many are alike, all are linked to the same few. $runId; $first: at most so many. Rows: count. Scans the label: undoing is rare.
MATCH (n:Recommendation)
WHERE n.importRunId = $runId
MATCH (n)-[r:SIMILAR_TO]-()
WHERE r.state = 'SUGGESTED' AND r.decidedOn IS NULL
WITH DISTINCT n, r LIMIT $first
OPTIONAL MATCH (state:State {id: n.stateId})
SET state.linksFingerprint = null, state.suggestionsFingerprint = null
WITH DISTINCT r
DELETE r
RETURN count(*) AS count
