// Makes nodes of one label that are not there: States, mechanisms, SDG targets and documents that a file names.
// $rows: {id, properties}; $runId: this run. __LABEL__: a label of graph/model. Index: the label's constraint on id.
UNWIND $rows AS row
MERGE (n:__LABEL__ {id: row.id})
ON CREATE SET n += row.properties, n.importRunId = $runId
