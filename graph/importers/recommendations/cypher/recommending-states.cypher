// Which States made these recommendations. $ids: recommendations. Rows: id, states (ISO 3166-1 alpha-3). Index: recommendation_id.
UNWIND $ids AS id
MATCH (n:Recommendation {id: id})
RETURN n.id AS id, [(n)-[:RECOMMENDED_BY]->(s) | s.code] AS states
