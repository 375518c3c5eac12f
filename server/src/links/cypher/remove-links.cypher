// Takes away suggestions of ours that no longer hold; what a person has decided stays.
// $rows: {from, to}; $importer. Index: recommendation_id.
UNWIND $rows AS row
MATCH (:Recommendation {id: row.from})-[r:SIMILAR_TO]->(:Recommendation {id: row.to})
WHERE r.state = 'SUGGESTED' AND r.decidedOn IS NULL AND r.importer = $importer
DELETE r
