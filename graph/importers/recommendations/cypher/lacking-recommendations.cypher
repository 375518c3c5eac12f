// What a source said in one document. $id: the document; $prefix: how ids of the source begin. Rows: id, sourceIds. Indexes: review_document_id.
MATCH (:ReviewDocument {id: $id})<-[:ISSUED_IN]-(n:Recommendation)
WHERE n.goneFromSourceOn IS NULL AND any(id IN n.sourceIds WHERE id STARTS WITH $prefix)
RETURN n.id AS id, n.sourceIds AS sourceIds
ORDER BY id
