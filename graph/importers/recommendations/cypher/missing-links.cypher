// Of these pairs of recommendations, those that are both there and not linked. $rows: {at, from, to}. __TYPE__: SIMILAR_TO or CITES.
// Rows: at. Index: recommendation_id.
UNWIND $rows AS row
MATCH (a:Recommendation {id: row.from})
MATCH (b:Recommendation {id: row.to})
WHERE NOT EXISTS { (a)-[:__TYPE__]-(b) }
RETURN row.at AS at
