// Makes or updates the relationships of one type between two labels; one that is as its row says is not written.
// What a person has decided (decidedOn) stays as the person left it.
// $rows: {from, to, properties}; $runId, $importer: this run. __FROM__, __TYPE__, __TO__: names of graph/model.
// Index: the constraints on id of both labels.
UNWIND $rows AS row
MATCH (from:__FROM__ {id: row.from})
MATCH (to:__TO__ {id: row.to})
MERGE (from)-[r:__TYPE__]->(to)
ON CREATE SET r += row.properties, r.importer = $importer, r.importRunId = $runId
WITH r, row
WHERE r.importer = $importer AND r['decidedOn'] IS NULL
  AND any(name IN keys(row.properties) WHERE coalesce(r[name] <> row.properties[name], NOT (r[name] IS NULL AND row.properties[name] IS NULL)))
SET r += row.properties, r.importRunId = $runId
