// Turns a link round: from $to to $from, with the properties given. Index: recommendation_id.
MATCH (n:Recommendation {id: $from})-[r:SIMILAR_TO]->(m:Recommendation {id: $to})
DELETE r
CREATE (m)-[turned:SIMILAR_TO]->(n)
SET turned = $properties
