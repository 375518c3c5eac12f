// Puts nodes of one label back as they were, and takes away the relationships that this run led from them and nobody has decided on since.
// What leads to them belongs to what it comes from. $rows: {id, properties, beforeRunId}; $runId. __LABEL__: a label of graph/model.
// Index: the label's constraint on id.
UNWIND $rows AS row
MATCH (n:__LABEL__ {id: row.id})
SET n += row.properties, n.importRunId = row.beforeRunId
WITH n
MATCH (n)-[r]-(other)
WHERE r.importRunId = $runId AND r['decidedOn'] IS NULL AND NOT (n:ReviewDocument AND other:Recommendation)
DELETE r
