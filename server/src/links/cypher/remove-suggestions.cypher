// Takes away suggested tags and bodies of ours that no longer hold; what a person has decided stays.
// $rows: {from, to, type}; $importer. Index: recommendation_id.
UNWIND $rows AS row
MATCH (:Recommendation {id: row.from})-[r:ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO]->(end {id: row.to})
WHERE type(r) = row.type AND r.importer = $importer AND r.state = 'SUGGESTED' AND r.decidedOn IS NULL
DELETE r
