// What the graph holds of one source in these documents. $documentIds: documents; $prefix: what the source's ids begin with.
// Rows: documentId, name, position ("none" where there is none), count. Index: review_document_id.
UNWIND $documentIds AS documentId
MATCH (d:ReviewDocument {id: documentId})<-[:ISSUED_IN]-(n:Recommendation)
WHERE n.goneFromSourceOn IS NULL AND any(id IN n.sourceIds WHERE id STARTS WITH $prefix)
RETURN d.id AS documentId, coalesce(d.symbol, d.title) AS name, coalesce(n.position, 'none') AS position, count(n) AS count
