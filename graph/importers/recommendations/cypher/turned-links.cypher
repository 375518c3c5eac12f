// Links on which a person decided, of recommendations in these documents, that run from the earlier to the later. $ids: documents.
// Rows: later, earlier: ids, as the link says. Indexes: review_document_id.
UNWIND $ids AS id
MATCH (:ReviewDocument {id: id})<-[:ISSUED_IN]-(n:Recommendation)-[r:SIMILAR_TO]-(:Recommendation)
WHERE r.decidedOn IS NOT NULL
WITH DISTINCT r, startNode(r) AS later, endNode(r) AS earlier
WHERE coalesce(later.sortOn, '') < coalesce(earlier.sortOn, '')
RETURN later.id AS later, earlier.id AS earlier
ORDER BY later, earlier
LIMIT 100
