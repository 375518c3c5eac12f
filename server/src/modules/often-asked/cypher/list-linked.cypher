// Recommendations of one State that a SAME_ASK link ties to another, none rejected.
// $stateId; $theme: id, or null for any theme. Rows: id, mechanism (id), sortOn, isOnTheme. Index: recommendation_state_place.
MATCH (n:Recommendation {stateId: $stateId})
WHERE EXISTS { (n)-[r:SIMILAR_TO {kind: 'SAME_ASK'}]-() WHERE r.state <> 'REJECTED' }
MATCH (n)-[:ISSUED_IN]->(:ReviewDocument)-[:ADOPTED_BY]->(m:Mechanism)
RETURN n.id AS id, m.id AS mechanism, coalesce(n.sortOn, '') AS sortOn,
  $theme IS NULL OR EXISTS { (n)-[t:ABOUT]->(:Theme {id: $theme}) WHERE coalesce(t.state, 'CONFIRMED') = 'CONFIRMED' } AS isOnTheme
ORDER BY id
