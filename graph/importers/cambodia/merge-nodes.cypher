// Makes or updates the nodes of one label; a node that is already as its row says is not written.
// $rows: {id, properties}; a property that is null is taken away. $runId: id of this run. __LABEL__: a label of graph/model.
// Index: the label's constraint on id.
UNWIND $rows AS row
MERGE (n:__LABEL__ {id: row.id})
WITH n, row
WHERE any(name IN keys(row.properties) WHERE coalesce(n[name] <> row.properties[name], NOT (n[name] IS NULL AND row.properties[name] IS NULL)))
SET n += row.properties, n.importRunId = $runId
