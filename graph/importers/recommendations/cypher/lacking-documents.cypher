// Documents of these States that an earlier file of a source spoke of and this one does not, with what that source said in them.
// $stateIds; $documentIds: documents of the file; $prefix: how ids of the source begin. Rows: id, symbol, title, recommendations {id, sourceIds}.
// Indexes: state_id.
UNWIND $stateIds AS stateId
MATCH (:State {id: stateId})<-[:REVIEWS]-(d:ReviewDocument)
WHERE NOT d.id IN $documentIds
MATCH (d)<-[:ISSUED_IN]-(n:Recommendation)
WHERE n.goneFromSourceOn IS NULL AND any(id IN n.sourceIds WHERE id STARTS WITH $prefix)
WITH d, n ORDER BY n.id
RETURN d.id AS id, d.symbol AS symbol, d.title AS title, collect({id: n.id, sourceIds: n.sourceIds}) AS recommendations
ORDER BY id
