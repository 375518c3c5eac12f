// Holds a relationship that somebody decides on against others who decide at the same time, and reads it.
// $from, $to: ids. __TYPE__: a type that can be decided on. Rows: none where there is none; properties, stateId, fromSortOn, toSortOn.
// Index: recommendation_id.
MATCH (n:Recommendation {id: $from})-[r:__TYPE__]->(m {id: $to})
SET r.state = r.state
RETURN properties(r) AS properties, n.stateId AS stateId, coalesce(n.sortOn, '') AS fromSortOn, coalesce(m.sortOn, '') AS toSortOn
