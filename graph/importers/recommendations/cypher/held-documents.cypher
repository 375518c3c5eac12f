// Documents with all their properties. Rows: id, runId, mechanism, properties. Indexes: review_document_id.
UNWIND $ids AS id
MATCH (d:ReviewDocument {id: id})-[:ADOPTED_BY]->(m:Mechanism)
RETURN d.id AS id, d.importRunId AS runId, m.code AS mechanism, properties(d) AS properties
