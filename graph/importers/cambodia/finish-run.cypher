// Keeps what a run read and wrote. $id: id of the run; $properties: see graph/model, ImportRun.
MERGE (run:ImportRun {id: $id})
SET run += $properties
