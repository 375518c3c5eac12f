// Writes suggested responsible bodies. What another source says of the pair, or a person has decided, is left as it is.
// $rows: {from, to, role, basis, score, method, note}; $importer. Indexes: recommendation_id, government_body_id.
UNWIND $rows AS row
MATCH (n:Recommendation {id: row.from})
MATCH (body:GovernmentBody {id: row.to})
MERGE (n)-[r:ADDRESSED_TO]->(body)
ON CREATE SET r.state = 'SUGGESTED', r.importer = $importer
WITH r, row
WHERE r.importer = $importer AND r.state = 'SUGGESTED' AND r.decidedOn IS NULL
SET r.role = row.role, r.basis = row.basis, r.confidence = row.score, r.method = row.method, r.note = row.note
