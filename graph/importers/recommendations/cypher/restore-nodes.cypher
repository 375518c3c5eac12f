// Puts nodes of one label back as they were, and takes away the relationships this run gave them and nobody has decided on since.
// $rows: {id, properties, beforeRunId}; $runId. __LABEL__: a label of graph/model. Index: the label's constraint on id.
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.id})
SET n += row.properties, n.importRunId = row.beforeRunId
WITH n
MATCH (n)-[r]-()
WHERE r.importRunId = $runId AND r['decidedOn'] IS NULL
DELETE r
