// Takes away nodes of one label that a run made and nothing else needs. $runId. __LABEL__: a label of graph/model. Rows: count.
// A document's own State and mechanism, a target's goal, and who leads an initiative do not keep it. Scans the label: undoing is rare.
MATCH (n:__LABEL__)
WHERE n.importRunId = $runId AND NOT EXISTS {
  MATCH (n)<-[r]-()
  WHERE NOT (type(r) IN ['LEADS', 'PARTNERS_IN'] AND coalesce(r.importRunId, '') = $runId)
} AND NOT EXISTS {
  MATCH (n)-[r]->()
  WHERE coalesce(r.importRunId, '') <> $runId
}
DETACH DELETE n
RETURN count(*) AS count
