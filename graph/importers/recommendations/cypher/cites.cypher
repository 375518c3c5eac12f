// Links that these paragraphs have already. $ids: recommendations. Rows: cite ('from to'). Index: recommendation_id.
UNWIND $ids AS id
MATCH (a:Recommendation {id: id})-[:CITES]->(b:Recommendation)
RETURN a.id + ' ' + b.id AS cite
