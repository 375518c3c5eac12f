// Bodies that are responsible, by fact or by a person's word, for recommendations that ask the same as one of one State.
// $stateId. Rows: id, body (id), role, likeness (score of the link; 1 where a person confirmed it), place (where the other stands).
// The likeliest first, then by ids. Index: recommendation_state_place.
MATCH (n:Recommendation {stateId: $stateId})-[link:SIMILAR_TO {kind: 'SAME_ASK'}]-(other:Recommendation)
WHERE link.state <> 'REJECTED'
MATCH (other)-[r:ADDRESSED_TO]->(body:GovernmentBody)
WHERE coalesce(r.state, 'CONFIRMED') = 'CONFIRMED'
MATCH (other)-[:ISSUED_IN]->(d:ReviewDocument)
RETURN n.id AS id, body.id AS body, r.role AS role,
  CASE WHEN link.state = 'CONFIRMED' THEN 1.0 ELSE coalesce(link.score, 0.5) END AS likeness,
  coalesce(d.symbol, d.title) + coalesce(', para. ' + other.paragraph, '') AS place
ORDER BY likeness DESC, id, other.id, body
