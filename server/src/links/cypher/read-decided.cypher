// Links of similarity that people decided, confirmed or rejected.
// Rows: stateId, later, earlier (ids), isSame (confirmed as the same ask). In order of ids. Index: recommendation_state_place.
MATCH (s:State)
CALL (s) {
  MATCH (later:Recommendation {stateId: s.id})-[r:SIMILAR_TO]->(earlier:Recommendation)
  WHERE r.decidedOn IS NOT NULL AND r.state IN ['CONFIRMED', 'REJECTED']
  RETURN later.id AS later, earlier.id AS earlier, r.state = 'CONFIRMED' AND r.kind = 'SAME_ASK' AS isSame
}
RETURN s.id AS stateId, later, earlier, isSame
ORDER BY stateId, later, earlier
