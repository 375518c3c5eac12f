// Suggested tags and bodies of one State's recommendations, as they stand.
// $stateId; $importer.
// Rows: from, to (ids), type, isDecided (a person's word stands there), and role, basis, score, method, note of a suggestion.
// Index: recommendation_state_place.
MATCH (n:Recommendation)-[r:ABOUT|INVOKES|PROTECTS|ADVANCES|ADDRESSED_TO]->(end)
USING INDEX n:Recommendation(stateId, dateOrder)
WHERE n.stateId = $stateId AND n.dateOrder IS NOT NULL
  AND r.importer = $importer
RETURN n.id AS from, end.id AS to, type(r) AS type, r.decidedOn IS NOT NULL OR r.state <> 'SUGGESTED' AS isDecided,
  r.role AS role, r.basis AS basis, coalesce(r.score, r.confidence) AS score, r.method AS method, r.note AS note
