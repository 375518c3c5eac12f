// Of these assessments, those that the graph does not hold and whose recommendation it holds. $rows: {id, to}. Rows: id.
// Indexes: recommendation_id, assessment_id.
UNWIND $rows AS row
MATCH (:Recommendation {id: row.to})
OPTIONAL MATCH (held:Assessment {id: row.id})
WITH row, held
WHERE held IS NULL
RETURN row.id AS id
