// SAME_ASK links between recommendations of one State, none rejected.
// $stateId. Rows: from, to (ids), isConfirmed. Index: recommendation_state_place.
MATCH (later:Recommendation {stateId: $stateId})-[r:SIMILAR_TO {kind: 'SAME_ASK'}]->(earlier:Recommendation)
WHERE r.state <> 'REJECTED'
RETURN later.id AS from, earlier.id AS to, r.state = 'CONFIRMED' AS isConfirmed
ORDER BY from, to
