// Documents of these States and mechanisms that an earlier file of a source spoke of and this one does not.
// $places: {stateId, mechanismId}; $documentIds: documents of the file; $prefix: how ids of the source begin.
// Rows: id, symbol, title, count: recommendations in which that source spoke. Indexes: state_id.
UNWIND $places AS place
MATCH (:State {id: place.stateId})<-[:REVIEWS]-(d:ReviewDocument)-[:ADOPTED_BY]->(:Mechanism {id: place.mechanismId})
WHERE NOT d.id IN $documentIds
WITH d, COUNT {
  MATCH (d)<-[:ISSUED_IN]-(n:Recommendation)
  WHERE n.goneFromSourceOn IS NULL AND any(id IN n.sourceIds WHERE id STARTS WITH $prefix)
} AS count
WHERE count > 0
RETURN d.id AS id, d.symbol AS symbol, d.title AS title, count
ORDER BY id
