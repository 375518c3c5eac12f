// Writes suggested tags. What another source says of the pair, or a person has decided, is left as it is.
// $rows: {from, to, score, method, note}; $importer. __TYPE__, __TO__: names of graph/model. Index: recommendation_id.
UNWIND $rows AS row
MATCH (n:Recommendation {id: row.from})
MATCH (label:__TO__ {id: row.to})
MERGE (n)-[r:__TYPE__]->(label)
ON CREATE SET r.state = 'SUGGESTED', r.importer = $importer, r.basis = 'SUGGESTED'
WITH r, row
WHERE r.importer = $importer AND r.state = 'SUGGESTED' AND r.decidedOn IS NULL
SET r.score = row.score, r.method = row.method, r.note = row.note
