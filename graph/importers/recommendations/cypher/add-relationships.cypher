// Makes relationships of one type that are not there; a fact takes the place of what the machine suggested. $rows: {from, to, properties}; $runId, $importer: this run.
// __TYPE__, __FROM__, __TO__: names of graph/model. Indexes: the labels' constraints on id.
UNWIND $rows AS row
MATCH (a:__FROM__ {id: row.from})
MATCH (b:__TO__ {id: row.to})
MERGE (a)-[r:__TYPE__]->(b)
ON CREATE SET r += row.properties, r.importer = $importer, r.importRunId = $runId
WITH r, row
WHERE r.importer = 'links' AND r.state = 'SUGGESTED' AND r.decidedOn IS NULL
SET r = row.properties
SET r.importer = $importer, r.importRunId = $runId
