// Takes away nodes of one label that a run made and nothing else needs. $runId. __LABEL__: a label of graph/model. Rows: count.
// A document's own State and mechanism, and a target's goal, do not keep it. Scans the label: undoing is rare.
MATCH (n:__LABEL__)
WHERE n.importRunId = $runId AND NOT EXISTS { (n)<--() } AND NOT EXISTS {
  MATCH (n)-[r]->()
  WHERE coalesce(r.importRunId, '') <> $runId
}
DETACH DELETE n
RETURN count(*) AS count
